"""The rows with every column read: one value for each distinct text, taken to the rows by its key."""

import re
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.contracts.datasets import PROGRESS_CODES
from data.ingest.mapping import says
from data.ingest.staging import ended, forms, lettered_kinds, measures, moments, passing, readers
from data.ingest.staging.columns import NONE, Heading, distinct
from data.ingest.staging.work import Definition, Work
from data.ingest.values import durations, numbers
from data.ingest.values.dates import Form
from data.ingest.values.names import Name
from data.ingest.values.nothing import is_ended, is_nothing
from data.ingest.values.read import Read

TYPES: dict[str, pa.DataType] = {
    "date": pa.date32(), "time": pa.time64("us"), "minutes": pa.float64(), "number": pa.float64(), "flag": pa.bool_(),
}  # fmt: skip
BY_STEP = {
    "sessions": {"status", "reason", "absent", "provider_absent", "provider_present", "delivered_flag", "missed_flag",
        "make_up", "minutes",
    },
    "service_lines": {
        "frequency", "cycle", "line_minutes", "minutes_per_session", "amount_minutes", "sessions_per_cycle",
        "every_weeks", "stated_year_minutes",
    },
    "calendar_days": {"is_instructional", "day_type", "remark"},
    "measurements": {"value"},
}  # fmt: skip
"""Fields that the dataset's own step reads, in combination."""


_AMOUNTS = {
    "service_lines": ("amount_minutes", "line_minutes", "minutes_per_session", "frequency"), "sessions": ("minutes",),
}  # fmt: skip
"""Fields of which a row may have several, each of another service or setting."""


_HINTS = {"sessions": (passing.hints,), "service_lines": (ended.hints, lettered_kinds.hints)}


def load(work: Work) -> None:
    """Make ``<name>_base``: record_no, source_row, and by place c (the cell), k (its text's key), v (its value)
    and h (the key of a word of absence in it)."""
    body, rows = work.table.body, pa.array(work.table.row_numbers).cast(pa.int32())
    data: dict[str, Any] = {"source_row": rows}
    data |= {f"c{place}": body.column(place).cast(pa.string()) for place in work.kept}
    for heading in work.headings:
        data[f"k{heading.place}"] = heading.keys
        if heading.field not in BY_STEP.get(work.dataset.name, ()) and heading.reads != "outcome":
            data |= _read(work, heading)
    work.hints = [hint for hints in _HINTS.get(work.dataset.name, ()) for hint in hints(work)]
    data |= {f"h{hint.place}": hint.keys for hint in work.hints}
    moments.ask(work)
    work.unsaid = _unsaid(work)
    if work.unsaid is not None:
        data["is_unsaid"] = work.unsaid
    kept, records = pa.table(data), is_record(work)
    kept = kept if pc.all(records).as_py() else kept.filter(records)
    work.show(kept.append_column("record_no", pa.array(np.arange(kept.num_rows, dtype=np.int64))))


def is_record(work: Work) -> pa.Array:
    """Which rows are records: an empty cell of a grid, or no amount in one of several minutes columns, is none."""
    rows = work.table.body.num_rows
    kept = pa.array(np.ones(rows, dtype=bool)) if work.mapping.only is None else work.mapping.only
    for heading in work.headings:
        in_grid = work.table.melted is not None and heading.heading == work.table.melted[1]
        of_several = not in_grid and _one_of_several(work, heading)
        if in_grid or of_several:
            empty = [n for n, text in enumerate(heading.texts) if is_nothing(text) or (of_several and _is_zero(text))]
            empty += _ended(work, heading) if of_several else []
            kept = pc.and_(kept, pc.invert(pc.is_in(heading.keys, pa.array([NONE, *empty], pa.int32()))))
    return kept if work.unsaid is None else pc.or_(kept, work.unsaid)


def _ended(work: Work, heading: Heading) -> list[int]:
    """The texts of one of several columns of amounts that say that the service ended: they make no line, which is told."""
    if work.dataset.name != "service_lines":
        return []
    found = [n for n, text in enumerate(heading.texts) if is_ended(text) and not work.answer(text)]
    if found:
        shown = heading.texts[found[0]].strip()
        work.assumptions.append(f"{shown!r} under {heading.heading} says that there is no such service: no line.")
    return found


def _unsaid(work: Work) -> pa.Array | None:
    """Rows of a log that have minutes in none of the columns that tell them by service or kind, and so may be missed
    sessions: they are records once, of a service or kind that no heading says. None where there are none."""
    own = [heading for heading in work.headings if work.table.melted is None and _one_of_several(work, heading)]
    if work.dataset.name != "sessions" or not own:
        return None
    places = [place for place, heading in enumerate(work.table.headings) if says.subject(heading)]
    if own[0].place != min(places):
        return None
    found = pa.array(np.ones(work.table.body.num_rows, dtype=bool))
    for place in places:
        texts, keys = distinct(work.table.body.column(place))
        empty = [n for n, text in enumerate(texts) if is_nothing(text) or _is_zero(text)]
        found = pc.and_(found, pc.is_in(keys, pa.array([NONE, *empty], pa.int32())))
    return found if pc.any(found).as_py() else None


def _is_zero(text: str) -> bool:
    return numbers.to_float(text) == 0


def _one_of_several(work: Work, heading: Heading) -> bool:
    """Whether an amount's heading says of which setting, service or kind it is, and another column is of another."""
    if heading.field not in _AMOUNTS.get(work.dataset.name, ()):
        return False
    others = [dict(says.subject(one)) for one in work.table.headings if one != heading.heading]
    return any(
        topic in ("setting", "service", "kind", "grouping")
        and any(other.get(topic, value) != value for other in others)
        for topic, value in heading.says
    )


def _read(work: Work, heading: Heading) -> dict[str, pa.Array | pa.ChunkedArray]:
    form = forms.of(work, heading) if heading.reads == "date" else Form()
    read = readers.reader(work, heading, form)
    if read is readers.written:
        return {f"v{heading.place}": _written(work, heading)}
    found = [read(text) for text in heading.texts]
    define(work, heading, dict(enumerate(found)))
    if heading.field == "student_name":
        parts = [one.value if isinstance(one.value, Name) else Name(None, None) for one in found]
        return {
            f"v{heading.place}": take(heading, [part.last for part in parts], pa.string()),
            f"w{heading.place}": take(heading, [part.first for part in parts], pa.string()),
        }
    made = {f"v{heading.place}": take(heading, [one.value for one in found], TYPES.get(heading.reads, pa.string()))}
    if heading.reads == "service":
        labels = [durations.in_label(text) for text in heading.texts]
        made[f"w{heading.place}"] = take(heading, labels, pa.float64())
    if heading.reads == "grouping":
        sizes = [_size(work, text) for text in heading.texts]
        made[f"w{heading.place}"] = take(heading, sizes, pa.int32())
    return made


_IS_A_NAME = re.compile(r"^\s*(?:group|grp)\.?\s*#?\s*\d{1,2}\s*$", re.IGNORECASE)
"""Group 2: in a log, which group it was, and not of how many."""


def _size(work: Work, text: str) -> int | None:
    """How many students a text of grouping names; the most that may be together is of a plan's line only."""
    if work.dataset.name == "sessions" and _IS_A_NAME.match(text):
        return None
    most = readers.codes.group_most(text)
    if most is not None:
        return most if work.dataset.name == "service_lines" else None
    return readers.codes.group_size(text)


def _written(work: Work, heading: Heading) -> pa.Array | pa.ChunkedArray:
    """Texts as they are written: only those that may be more, or less, than plain ids are looked at one by one."""
    plain = pc.match_substring_regex(heading.written, readers.PLAIN)
    if pc.all(plain).as_py():
        return work.table.body.column(heading.place).cast(pa.string())
    found = {at: readers.written(heading.texts[at]) for at in np.flatnonzero(~plain.to_numpy(False)).tolist()}
    define(work, heading, found)
    values = pa.array([one.value for one in found.values()], pa.string())
    return take(heading, pc.replace_with_mask(heading.written, pc.invert(plain), values), pa.string())


def take(heading: Heading, values: list[Any] | pa.Array, kind: pa.DataType) -> pa.Array:
    """The values of the distinct texts, for each row; null for an empty cell."""
    listed = values if isinstance(values, pa.Array) else pa.array(values, kind)
    nothing = pa.scalar(None, pa.int32())
    return listed.take(pc.if_else(pc.equal(heading.keys, NONE), nothing, heading.keys))


def define(work: Work, heading: Heading, found: dict[int, Read], *, holds: bool | None = None) -> None:
    """Note the problems of a column's texts, by their keys, with the question where a person can settle it."""
    held = work.holds(heading.field) if holds is None else holds
    for key, read in found.items():
        if read.failed:
            severity = read.severity if held else "ask"
            question = _question(work, heading, heading.texts[key].strip(), read)
            work.definitions.append(
                Definition(
                    heading.place, key, read.code, heading.texts[key].strip(), read.message, severity or "ask", question
                )
            )


def _is_nobodys_role(work: Work, heading: Heading) -> bool:
    """Whether a role is that of nobody named, beside the service that it could tell: no figure hangs on what it means."""
    named = work.at("provider_id", "provider_name", "provider_last_name")
    return heading.field == "provider_role" and not named and bool(work.at("service"))


def _question(work: Work, heading: Heading, text: str, read: Read) -> tuple[str, str] | None:
    if read.code == "date_order":
        return forms.ask(work)
    if read.code == "no_month":
        return forms.ask_month(work)
    if read.code == "wrong_weekday":
        return work.ask(
            "code", text, f"The weekday in {text} isn't that of the day. Which day is meant? Answer as 2025-09-08."
        )
    if read.code == "no_week":
        return work.ask("code", text, f"On which day does {text} begin? Answer as 2025-09-08.")
    if read.code == "unknown_length":
        return work.ask("code", text, f"How long were sessions of {text!r} under {heading.heading}? Answer in minutes.")
    if read.code == "unknown_clock":
        said = f"Are times such as {text} under {heading.heading!r} minutes and seconds, or hours and minutes?"
        return work.ask("code", measures.CLOCK, said, (measures.MIN_SEC, measures.HOUR_MIN))
    if read.code == "unknown_level":
        said = f"Which step of its scale is {text!r} under {heading.heading}? Answer with its number."
        return work.ask("code", text, said)
    if read.code == "unknown_mark":
        said = f"What does {text!r} mean under {heading.heading}: which progress, or which score as a number?"
        return work.ask("code", text, said, PROGRESS_CODES)
    if not read.code.startswith("unknown_") or heading.reads == "person" or _is_nobodys_role(work, heading):
        return None
    topic = heading.field if heading.reads == "code" else heading.reads
    choices = readers.ALLOWED.get(topic) or heading.codes or readers.CHOICES.get(topic, ())
    return work.ask("code", text, f"What does {text!r} mean under {heading.heading}?", choices)
