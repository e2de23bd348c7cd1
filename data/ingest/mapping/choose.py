"""Which place each heading takes in a dataset, and which dataset the table is."""

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from scipy.optimize import linear_sum_assignment

from data.contracts import DATASETS
from data.contracts.synonyms import SLOTS, Slot
from data.ingest.mapping.contents import outcomes, services
from data.ingest.mapping.likeness import likeness
from data.ingest.mapping.score import ENOUGH, scores
from data.ingest.ours import PROVENANCE
from data.ingest.values import private
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by

Forced = dict[int, str | None]
"""The field of each column whose place is settled, by its number; None: it has none."""
LACKED = 0.03
STRONG = 4
"""One heading that says plainly what it is counts for more than two that could be something."""
NEEDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "students": (("student_id", "student_name", "last_name"),),
    "schools": (("school", "school_name"),),
    "providers": (("provider_id", "provider_name", "provider_last_name"),),
    "supervision": (("assistant_id",), ("provider_id",)),
    "site_days": (("provider_id", "provider_name"), ("school",), ("weekday",)),
    "service_lines": (
        ("student_id", "student_name", "student_last_name"),
        ("frequency", "amount_minutes", "minutes_per_session", "sessions_per_cycle", "stated_year_minutes",
         "stated_delivered_minutes", "cycle", "line_minutes"),
    ),
    "sessions": (
        ("student_id", "student_name", "student_last_name"),
        ("session_date",),
        ("minutes", "status", "reason", "absent", "start_time", "gross_minutes", "delivered_flag", "missed_flag",
         "provider_absent", "session_id", "minutes_missed"),
    ),
    "goals": (("student_id", "student_name", "student_last_name"), ("goal_text", "goal_id")),
    "measurements": (
        ("student_id", "student_name", "student_last_name"), ("goal_id", "goal_text"), ("value", "progress_code"),
    ),
    "calendar_days": (("day",), ("is_instructional", "day_type")),
    "grading_periods": (("period",), ("start_date",), ("end_date",)),
    "decisions": (("line_id", "student_id", "student_name"), ("period",), ("decision",)),
    "awards": (("award_id", "awarded_on"), ("minutes",)),
}  # fmt: skip
"""Per dataset, of each group at least one place must be filled: who, when, what."""
SIGNS: dict[str, tuple[str, ...]] = {
    "providers": ("provider_id", "role", "fte", "contract_minutes", "other_duties_minutes", "home_school", "employer"),
    "students": ("student_id", "grade", "enrolled_from", "birth_date", "school"),
    "schools": ("school_name", "level", "zone"),
    "measurements": ("value", "progress_code"),
    "goals": ("goal_text",),
}
"""Of datasets with few places of their own, what must be there for the table to be one."""
OF_NOBODY = ("calendar_days", "grading_periods", "schools")
"""Datasets in which nothing is told of a child, so that nothing needs to be left out."""
NAMES = {
    "student_id": "the student", "session_date": "the day", "minutes": "the minutes or what happened",
    "frequency": "how much is promised", "provider_id": "the provider", "goal_text": "the goal", "value": "a value",
    "day": "the day", "is_instructional": "whether school is open", "goal_id": "the goal",
}  # fmt: skip


@dataclass(frozen=True)
class Fit:
    """A dataset tried on a table: the slot and score of each heading, and what is lacking."""

    dataset: str
    headings: tuple[str, ...]
    taken: tuple[tuple[str | None, float], ...]
    total: float
    lacks: tuple[str, ...]
    rivals: tuple[str | None, ...] = ()
    of_several: tuple[int, ...] = ()
    """The numbers of the headings whose amount is this fit's own, where rows have one of other fits too."""

    @cached_property
    def places(self) -> dict[str, int]:
        """Slot -> the number of the heading that has it."""
        return {name: number for number, (name, _) in enumerate(self.taken) if name}

    @cached_property
    def rest(self) -> tuple[str, ...]:
        """The headings that have no place in the dataset."""
        return tuple(heading for heading, (name, _) in zip(self.headings, self.taken, strict=True) if name is None)


def is_forbidden(heading: str) -> bool:
    """Whether a column may not be stored: SSN, Medicaid id, diagnosis, notes."""
    return private.is_never_kept(heading)


def fit(dataset: str, headings: tuple[str, ...], samples: list[tuple[str, ...]], forced: Forced) -> Fit:
    """The best one-to-one places of the headings in a dataset; ``forced`` are headings that a person placed."""
    slots = SLOTS[dataset]
    table = scores(headings, samples, dataset)
    table[:, _cannot_do_without(dataset)] += LACKED * (table[:, _cannot_do_without(dataset)] > 0)
    _without_twins(table, headings, slots, forced)
    _force(table, headings, samples, dataset, forced)
    table[table < ENOUGH] = 0.0
    rows, columns = linear_sum_assignment(-(table**STRONG))
    taken: list[tuple[str | None, float]] = [(None, 0.0)] * len(headings)
    for row, column in zip(rows, columns, strict=True):
        if table[row, column] >= ENOUGH:
            taken[row] = (slots[column].name, min(1.0, float(table[row, column])))
    weights = {slot.name: slot.weight for slot in slots}
    filled = {name for name, _ in taken if name}
    total = sum(weights[name] * score for name, score in taken if name) - 0.15 * sum(
        1 for (name, _), heading in zip(taken, headings, strict=True) if name is None and heading.strip()
    )
    rivals = _rivals(table, headings, dataset, taken)
    return Fit(dataset, headings, tuple(taken), total, _lacks(dataset, filled), rivals)


_AMOUNTS = ("minutes", "number", "frequency")


def _without_twins(table: np.ndarray, headings: tuple[str, ...], slots: tuple[Slot, ...], forced: Forced) -> None:
    """Take the places of amounts from a column whose heading another one before it has: it tells no second amount (Minutes,
    Minutes), and where both differ the row waits (``staging.called_alike``). One that has no place here (the Freq of another
    service) is no twin."""
    amounts = [place for place, slot in enumerate(slots) if slot.reads in _AMOUNTS]
    told = ["" if forced.get(row, "") is None else words_of(heading) for row, heading in enumerate(headings)]
    for row, heading in enumerate(told):
        if heading and heading in told[:row]:
            table[row, amounts] = 0.0


_OWN = ("goal_text",)
"""What a dataset is about, though another place may stand for it: Measure is the goal before it is a unit."""


@cache
def _cannot_do_without(dataset: str) -> list[int]:
    """The places of which a dataset has no other to go by: a heading that could be two things is such a one first."""
    alone = {group[0] for group in NEEDS[dataset] if len(group) == 1 or group[0] in _OWN}
    return [place for place, slot in enumerate(SLOTS[dataset]) if slot.name in alone]


def _force(
    table: np.ndarray,
    headings: tuple[str, ...],
    samples: list[tuple[str, ...]],
    dataset: str,
    forced: Forced,
) -> None:
    slots = [slot.name for slot in SLOTS[dataset]]
    for row, heading in enumerate(headings):
        if row in forced:
            table[row, :] = 0.0
            name = forced[row]
            if name in slots:
                table[:, slots.index(name)] = 0.0
                table[row, slots.index(name)] = 10.0
        elif words_of(heading) in PROVENANCE or (
            dataset not in OF_NOBODY
            and is_forbidden(heading)
            and not _is_field(heading, dataset)
            and not _is_goal_in_words(row, headings, samples, dataset)
            and not services.is_kind(samples[row])
            and not (dataset == "sessions" and outcomes.are_outcomes(samples[row]))
            and not _is_service(heading, samples[row], dataset)
        ):
            table[row, :] = 0.0


def _is_field(heading: str, dataset: str) -> bool:
    """Whether a heading that is never stored elsewhere is a field of the dataset: its name, or a goal in a list of goals."""
    words = words_of(heading)
    is_goal = dataset in _OF_GOALS and "goal" in words.split()
    return any(words == slot.words[0] or (is_goal and words in slot.words) for slot in SLOTS[dataset])


_OF_GOALS = ("goals", "measurements")


def _is_goal_in_words(row: int, headings: tuple[str, ...], samples: list[tuple[str, ...]], dataset: str) -> bool:
    """Whether a heading that is elsewhere one of notes (Description) stands over the goals of a list that has what they
    begin with or are to reach, and no other column for them in words."""
    slots = {slot.name: slot for slot in SLOTS["goals"]}
    if dataset != "goals" or words_of(headings[row]) not in slots["goal_text"].words or not _are_wordy(samples[row]):
        return False
    told = [words_of(heading) for heading in headings]
    others = [at for at, one in enumerate(told) if at != row and "goal" in said_by(one) and _are_wordy(samples[at])]
    of_goals = any("goal" in said_by(one) for one in told)
    measured = any(one in slots[name].words for one in told for name in ("baseline", "target"))
    return of_goals and measured and not others


def _are_wordy(texts: tuple[str, ...]) -> bool:
    """Whether most texts are phrases."""
    return bool(texts) and sum(len(text.split()) >= _PHRASE for text in texts) * 2 > len(texts)


_PHRASE = 3


def _is_service(heading: str, texts: tuple[str, ...], dataset: str) -> bool:
    """Whether a heading that is elsewhere one of notes (Description of Service) stands over the names of services; one that
    names none (Description) over nothing else."""
    slot = next((slot for slot in SLOTS[dataset] if slot.reads == "service"), None)
    least = 0.5 if slot and likeness(heading, slot) >= _SURE else 1.0
    return slot is not None and services.are_services(texts, least)


_SURE = 0.9


def _lacks(dataset: str, filled: set[str]) -> tuple[str, ...]:
    return tuple(NAMES.get(group[0], group[0].replace("_", " ")) for group in NEEDS[dataset] if not filled & set(group))


def _rivals(
    table: np.ndarray, headings: tuple[str, ...], dataset: str, taken: list[tuple[str | None, float]]
) -> tuple[str | None, ...]:
    """Per heading that decides minutes or dates: another of the dataset's fields that fits it just as well."""
    slots = [slot.name for slot in SLOTS[dataset]]
    holding = {field.name for field in DATASETS[dataset].fields if field.holds_row}
    rivals: list[str | None] = []
    for row, (name, score) in enumerate(taken):
        other = None
        if name in holding and score < 1.0 and words_of(headings[row]) != name.replace("_", " "):
            free = [
                (float(table[row, column]), slot)
                for column, slot in enumerate(slots)
                if slot != name and slot in holding and slot not in {taken_name for taken_name, _ in taken}
            ]
            best = max(free, default=(0.0, ""))
            other = best[1] if best[0] >= score - 0.005 and best[0] >= ENOUGH else None
        rivals.append(other)
    return tuple(rivals)
