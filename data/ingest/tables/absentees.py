"""Sessions of a group with those who were absent in a cell of their own: rows of missed sessions beneath the others."""

from dataclasses import replace

import pyarrow as pa

from data.ingest.model import Table
from data.ingest.tables import several
from data.ingest.values import statuses, words

_AWAY = frozenset({"absent", "missed", "missing", "not"})
_GIVEN, _ABSENT = "Present", "Student absent"


def apart(table: Table) -> Table:
    """The table with a row for those absent, beside that of those present, where a column of names is of each; as it is
    where no column is, or where another one tells what became of the session."""
    found = _columns(table)
    if found is None:
        return table
    present, absent = found
    lists = [table.body.column(place).to_pylist() for place in (present, absent)]
    rows = [
        (row, side)
        for row in range(table.body.num_rows)
        for side in (0, 1)
        if (lists[side][row] or "").strip() or (side == 0 and not (lists[1][row] or "").strip())
    ]
    source = pa.array([row for row, _ in rows], pa.int64())
    columns = [column.take(source) for place, column in enumerate(table.body.columns) if place != absent]
    headings = [heading for place, heading in enumerate(table.headings) if place != absent]
    at = present - (absent < present)
    columns[at] = pa.chunked_array([pa.array([lists[side][row] for row, side in rows], pa.string())])
    sizes = [str(len(several.parts(lists[0][row]))) if side == 0 and lists[0][row] else None for row, side in rows]
    columns += [
        pa.chunked_array([pa.array([_ABSENT if side else _GIVEN for _, side in rows], pa.string())]),
        pa.chunked_array([pa.array(sizes, pa.string())]),
    ]
    body = pa.table({f"c{number}": column for number, column in enumerate(columns)})
    note = f"Those under {table.headings[absent]} missed the session."
    return replace(table, headings=(*headings, "Session Status", "Group Size"), body=body,
                   row_numbers=table.row_numbers.take(source), notes=(*table.notes, note))  # fmt: skip


def _columns(table: Table) -> tuple[int, int] | None:
    """(the column of those present, that of those absent); None unless there is one of each."""
    told = [set(words.spelt_out(words.heading(heading)).split()) for heading in table.headings]
    listed = [place for place, heading in enumerate(table.headings) if several.is_of_students(heading)]
    present = [place for place in listed if not told[place] & _AWAY]
    absent = [place for place, one in enumerate(told) if one & _AWAY and _are_names(table, place)]
    statuses_told = any(
        {"status", "attendance", "outcome"} & one for place, one in enumerate(told) if place not in listed
    )
    return (present[0], absent[0]) if len(present) == len(absent) == 1 and not statuses_told else None


def _are_names(table: Table, place: int) -> bool:
    """Whether a column holds nothing but whole names of people, one or several in a cell."""
    texts = [text for text in table.body.column(place).unique().to_pylist() if text and text.strip()]
    return bool(texts) and all(several.are_names(text) and not statuses.read(text).known for text in texts)
