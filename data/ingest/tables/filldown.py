"""Cells merged down a block: the student's name, or the day, only on the first of its rows."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.contracts import synonyms
from data.ingest.tables.grid import Grid
from data.ingest.values import families, words

_STUDENT = frozenset(
    word
    for name in ("student_id", "student_name", "student_last_name", "student_first_name")
    for word in synonyms.headings("student")[name]
)
_GROUPS = frozenset(
    (*synonyms.headings("shared")["service"], *synonyms.headings("shared")["school"],
     *synonyms.headings("provider")["provider_name"])
)  # fmt: skip
_OF_BLOCKS = frozenset(synonyms.headings("provider")["provider_name"])
"""What a report is grouped by, its students beneath: filled on half of the rows at most."""
_OF_ITS_ROW = families.REMARKS | families.STATES | families.MISSED
_DAY = frozenset(synonyms.headings("sessions")["session_date"])


def merged(grid: Grid, column: int, records: np.ndarray) -> pa.Array | None:
    """What a column of the workbook says of the records, where cells of it are merged down over some of them that are
    blank themselves; None where none is."""
    if column not in grid.merges:
        return None
    above = np.arange(grid.height)
    for first, last in grid.merges[column]:
        above[first : last + 1] = first
    blank = ~grid.filled[records, column]
    told = blank & grid.filled[above[records], column]
    return grid.columns[column].take(pa.array(np.where(told, above[records], records))) if told.any() else None


def fill(headings: tuple[str, ...], columns: list[pa.Array]) -> tuple[list[pa.Array], tuple[str, ...]]:
    """The columns with cells filled from above that look merged, and the headings of those that were.

    For files that no longer tell, such as csv. Only where it is plain: leading columns that are blank together on at
    least a third of the rows, filled on the first one, each block's values its own, and no name or id of a student to
    the right of them, unless it is the day or the provider that leads: a list of days, each with its
    students. A student id that is missing here and there is never filled, nor is a remark, or who was
    absent: these are about their own row.
    """
    if not _may_lead(columns[:1]) or _OF_ITS_ROW & words.said_by(headings[0]):
        return columns, ()
    blank = [_blank(column) for column in columns]
    leading = _leading(blank)
    plain = [words.heading(one) for one in headings]
    in_blocks = plain[0] in _DAY or (plain[0] in _OF_BLOCKS and bool(blank[0].sum() * 2 >= len(blank[0])))
    if not leading or (not in_blocks and any(map(_names_students, plain[len(leading) :]))):
        return columns, ()
    if not _each_its_own([columns[i] for i in leading], blank[0]):
        return columns, ()
    filled = [pc.fill_null_forward(_without_blanks(columns[i], blank[i])) for i in leading]
    within = _within(plain, columns, blank, len(leading))
    nested = [pc.fill_null_forward(_without_blanks(columns[i], blank[i])) for i in within]
    end = len(leading) + len(within)
    return [*filled, *nested, *columns[end:]], headings[:end]


def _names_students(plain: str) -> bool:
    """Whether a heading is of names or ids of students: Student's Name (Last, First)."""
    said = words.said_by(plain)
    return plain in _STUDENT or bool(said & families.STUDENTS and said & (families.IDS | {"name"}))


def _within(plain: list[str], columns: list[pa.Array], blank: list[np.ndarray], first: int) -> list[int]:
    """The columns right after the leading ones that are grouped within these, as a pivot writes them: a service, school
    or provider on the first of its rows only, never twice in a block."""
    found: list[int] = []
    block = np.cumsum(~blank[0])
    for place in range(first, len(columns)):
        told = [(int(one), text) for one, text, is_blank in
                zip(block, columns[place].to_pylist(), blank[place], strict=True) if not is_blank]  # fmt: skip
        on_firsts = not blank[place][~blank[0]].any()
        if plain[place] not in _GROUPS or not blank[place].any() or not on_firsts or len(set(told)) < len(told):
            break
        found.append(place)
    return found


def _blank(column: pa.Array) -> np.ndarray:
    bare = pc.utf8_trim_whitespace(column)
    return pc.fill_null(pc.equal(bare, ""), True).to_numpy(zero_copy_only=False)


def _may_lead(columns: list[pa.Array]) -> bool:
    """Whether the first column is filled on the first row, and blank on a third of all."""
    blank = [_blank(column) for column in columns]
    return bool(blank and len(blank[0]) and not blank[0][0] and blank[0].sum() * 3 >= len(blank[0]))


def _leading(blank: list[np.ndarray]) -> list[int]:
    """The columns from the left that are blank on just the rows on which the first one is."""
    found = []
    for i, one in enumerate(blank):
        if not np.array_equal(one, blank[0]):
            break
        found.append(i)
    return found if len(found) < len(blank) else []


def _each_its_own(columns: list[pa.Array], blank: np.ndarray) -> bool:
    """Whether each block begins with values that no other block has; a log with ids left out repeats those it has."""
    firsts = pa.table(
        [column.filter(pa.array(~blank)) for column in columns], names=[str(i) for i in range(len(columns))]
    )
    return firsts.group_by(firsts.column_names).aggregate([]).num_rows == firsts.num_rows


def _without_blanks(column: pa.Array, blank: np.ndarray) -> pa.Array:
    return pc.if_else(pa.array(blank), pa.scalar(None, pa.string()), column)
