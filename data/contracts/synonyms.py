"""The headings under which districts write each field, and the helper fields that an export has instead of ours.

Plain form as data.ingest.values.words.heading gives it. A field's own name is always understood.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from data.contracts.datasets import DATASETS
from data.contracts.listed import listed

Reads = Literal[
    "text", "id", "person", "date", "time", "minutes", "number", "flag", "frequency", "outcome", "school", "grade",
    "service", "kind", "setting", "grouping", "role", "code", "prose",
]  # fmt: skip


@dataclass(frozen=True, eq=False)
class Slot:
    """A place that a column can take in a dataset: one of its fields, or a helper that fields are worked out from.

    Places alike are one object, so that what is worked out of each is quickly found again.
    """

    name: str
    reads: Reads
    words: tuple[str, ...]
    weight: float = 1.0
    """How much it tells of the dataset."""
    codes: tuple[str, ...] = ()


@cache
def headings(topic: str) -> dict[str, tuple[str, ...]]:
    """Field -> the headings it is written under, for a dataset or for student, provider, shared or forbidden columns."""
    topics = listed("headings")

    def spelt_out(words: list[str]) -> Iterator[str]:
        for word in words:
            section, _, name = word.removeprefix("@").partition(".")
            yield from spelt_out(topics[section][name]) if word.startswith("@") else [word]

    return {name: tuple(dict.fromkeys(spelt_out(words))) for name, words in topics.get(topic, {}).items()}


@cache
def listed_words() -> frozenset[str]:
    """Every word of every heading that is listed."""
    return frozenset(word for topic in listed("headings").values() for headings in topic.values() for one in headings
                     if not one.startswith("@") for word in one.split())  # fmt: skip


STUDENT, PROVIDER = tuple(headings("student")), tuple(headings("provider"))
FORBIDDEN = headings("forbidden")
"""Columns that are neither stored nor kept with a rejected row."""

HELPERS: dict[str, tuple[str, ...]] = {
    "students": ("student_name", "user_role"),
    "service_lines": STUDENT + PROVIDER,
    "sessions": STUDENT + PROVIDER,
    "goals": STUDENT,
    "measurements": STUDENT,
    "awards": STUDENT,
    "decisions": ("student_id", "student_name", "student_last_name", "student_first_name"),
    "site_days": ("provider_name",),
    "calendar_days": ("remark", "staff_in"),
}
"""Names of people as an export writes them, kept beside the fields for matching; what else tells of a day."""

READS: dict[str, Reads] = {
    "student_name": "person", "student_last_name": "text", "student_first_name": "text", "last_name": "text",
    "first_name": "text", "student_birth_date": "date", "student_school": "school", "school": "school",
    "home_school": "school", "school_name": "school", "student_grade": "grade", "grade": "grade", "provider_name": "person",
    "provider_role": "role", "role": "role", "service": "service", "kind": "kind", "setting": "setting",
    "grouping": "grouping", "frequency": "frequency", "cycle": "frequency", "line_minutes": "minutes",
    "gross_minutes": "minutes", "minutes_away": "minutes", "minutes_missed": "minutes", "every_weeks": "number",
    "status": "outcome", "reason": "outcome", "absent": "flag",
    "provider_absent": "flag", "provider_present": "flag", "delivered_flag": "flag", "missed_flag": "flag",
    "make_up": "flag", "goal_text": "prose", "remark": "prose",
}  # fmt: skip
WEIGHTS: dict[str, float] = {
    "session_date": 3, "status": 2, "reason": 1.5, "absent": 1.5, "missed_flag": 1.5,
    "makes_up_date": 2, "session_id": 1.5, "minutes_away": 2, "minutes_missed": 2,
    "frequency": 3, "cycle": 1.5, "amount_minutes": 2.5, "minutes_per_session": 1.5, "sessions_per_cycle": 2,
    "stated_year_minutes": 2, "stated_delivered_minutes": 2, "line_minutes": 1, "goal_text": 3, "goal_id": 2, "baseline": 2,
    "target": 2, "value": 2.5, "progress_code": 2, "measured_on": 1.5, "is_instructional": 3, "day_type": 2.5, "day": 1.5,
    "weekday": 3, "half_day": 3, "assistant_id": 3, "decision": 3, "award_id": 2, "fte": 3, "contract_minutes": 2.5,
    "zone": 2.5, "level": 1.5, "enrolled_from": 1.5, "enrolled_to": 1.5, "service": 1.5, "start_time": 1, "end_time": 1,
    "student_birth_date": 0.5, "student_school": 0.3, "student_grade": 0.3, "provider_name": 0.5, "provider_role": 0.5,
    "birth_date": 0.5, "grade": 0.5, "school": 0.5, "provider_last_name": 0.5, "provider_first_name": 0.5,
}  # fmt: skip


_one = cache(Slot)


def _slot(dataset: str, name: str, words: tuple[str, ...]) -> Slot:
    known = {field.name: field for field in DATASETS[dataset].fields}
    field = known.get(name)
    by_type: dict[str, Reads] = {"integer": "number", "boolean": "flag"}
    reads = READS.get(name) or (by_type.get(field.type, field.type) if field else "text")  # type: ignore[arg-type]
    return _one(
        name,
        reads,
        tuple(dict.fromkeys((name.replace("_", " "), *words))),
        WEIGHTS.get(name, 1.0),
        field.codes if field else (),
    )


def _slots(dataset: str) -> tuple[Slot, ...]:
    own = headings(dataset)
    fields = [field.name for field in DATASETS[dataset].fields]
    people = {**headings("student"), **headings("provider")}
    extra = [name for name in HELPERS.get(dataset, ()) if name not in fields]
    names = dict.fromkeys([*fields, *own, *extra])
    return tuple(_slot(dataset, name, own.get(name, people.get(name, ()))) for name in names)


SLOTS: dict[str, tuple[Slot, ...]] = {dataset: _slots(dataset) for dataset in DATASETS}


def slot_of(dataset: str, name: str) -> Slot:
    """The place of a dataset by its name; an error where it has none."""
    return next(slot for slot in SLOTS[dataset] if slot.name == name)
