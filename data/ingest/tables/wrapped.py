"""Cells whose text goes on in the row beneath, as a workbook made from a page has them: 2 times per / week."""

from dataclasses import replace

import numpy as np
import pyarrow as pa

from data.ingest import texts
from data.ingest.tables.grid import Grid
from data.ingest.tables.rows import Sorted
from data.ingest.tables.steps.people import names_in_cell
from data.ingest.values import words

REASON = "text of the row above that goes on"
_UNFINISHED = frozenset(
    ("a", "an", "and", "at", "by", "each", "every", "for", "general", "in", "minutes", "of", "or", "per", "regular", "special",
     "the", "time", "times", "to", "with")
)  # fmt: skip
"""Last words behind which a text goes on."""
_SAME = frozenset({"same", "same as above", "ditto", "as above", "none", "na", "n a"})
Texts = dict[int, dict[int, str | None]]
"""Column -> record -> its whole text."""


def joined(grid: Grid, headings: tuple[str, ...], kept: list[int], found: Sorted) -> tuple[Sorted, Texts]:
    """The rows without those that go on with the text of the record above: words alone, under no student, each beneath a
    filled cell, and one of these unfinished (2 times per). And the whole texts of such records."""
    whose = [at for at, heading in zip(kept, headings, strict=True) if _is_of_whom(heading)]
    if not whose:
        return found, {}
    others = np.array([*found.left_out, *(row for row, _, _ in found.titles)], dtype=np.int64)
    rows = np.union1d(found.records, others)
    nobodys = rows[~grid.filled[rows][:, whose].any(axis=1)]
    beneath = nobodys[np.isin(nobodys - 1, found.records) | np.isin(nobodys - 2, found.records)]
    above = _above(grid, kept, set(map(int, found.records)), beneath) if len(beneath) else {}
    if not above:
        return found, {}
    records = found.records[~np.isin(found.records, list(above))]
    whole: Texts = {}
    for row, base in above.items():
        for at, column in enumerate(kept):
            if more := _text(grid, row, column):
                cells, record = whole.setdefault(at, {}), int(np.searchsorted(records, base))
                cells[record] = f"{cells.get(record) or _text(grid, base, column)} {more}"
    left_out = {**found.left_out, **dict.fromkeys(above, REASON)}
    titles = [one for one in found.titles if one[0] not in above]
    return replace(found, records=records, left_out=left_out, titles=titles), whole


def put(columns: list[pa.Array], whole: Texts) -> list[pa.Array]:
    """The columns with these texts in their places."""
    return [texts.put(column, whole[at]) if at in whole else column for at, column in enumerate(columns)]


def _is_of_whom(heading: str) -> bool:
    return names_in_cell.is_of_students(heading) or names_in_cell.is_of_ids(heading)


def _above(grid: Grid, kept: list[int], records: set[int], beneath: np.ndarray) -> dict[int, int]:
    """Each row that goes on -> the record that it belongs to; none where no text that goes on is unfinished. What was taken
    for no record goes on only with texts that are."""
    found, is_one = dict[int, int](), False
    for row in map(int, beneath):
        base = found.get(row - 1, row - 1)
        pairs = [(_text(grid, base, column), more) for column in kept if (more := _text(grid, row, column))]
        if base in records and pairs and all(_may_go_on(one, more) for one, more in pairs):
            unfinished = [_is_unfinished(one) for one, _ in pairs]
            in_small = any(more[0].islower() and not one[0].islower() for one, more in pairs)
            if in_small and (row in records or all(unfinished)):
                found[row] = base
                is_one = is_one or any(unfinished)
    return found if is_one else {}


def _may_go_on(text: str, more: str) -> bool:
    return bool(text) and not any(map(str.isdigit, more)) and words.plain(more) not in _SAME


def _is_unfinished(text: str) -> bool:
    """Whether a text of several words ends in one behind which it goes on; a lone A is a mark."""
    told = words.plain(text).split()
    return len(told) > 1 and told[-1] in _UNFINISHED


def _text(grid: Grid, row: int, column: int) -> str:
    return (grid.columns[column][row].as_py() or "").strip()
