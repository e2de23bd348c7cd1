"""What each row under a header is: a record, or something else and why."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pyarrow.compute as pc

from data.ingest.tables import labels, looks
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.headers import Header
from data.ingest.values import dates, words

_TOTALS = r"(?:(?:grand|overall|report|running)\s+|sub[\s-]*)?totals?"
_TOTAL = rf"(?i)^\W*{_TOTALS}\b|\btotals?\W*$|^\W*(?:sum|count|average|avg|mean)\b"
_TOTAL_ONLY = re.compile(rf"^\W*(?:{_TOTALS}|sum|count|average|avg|mean)\W*$", re.IGNORECASE)
_COMMENT = r"^\s*#+\s*[A-Za-z]"
_ERROR = r"^\s*#[A-Z/0-9]+[!?]?\s*$"
_REMARKS = (
    r"\*", "note", r"n\.b", "source", r"key\b", "legend", "prepared", "printed", "generated", "report",
    r"page \d", "end of", "confidential", "#",
)  # fmt: skip
_REMARK = re.compile("|".join(_REMARKS), re.IGNORECASE)
_SAMPLE = 300


@dataclass
class Sorted:
    """The places of the records, the reason of every other row, labels and titles that stand between the records."""

    records: np.ndarray
    left_out: dict[int, str] = field(default_factory=dict)
    sections: list[tuple[int, labels.Pairs]] = field(default_factory=list)
    titles: list[tuple[int, str]] = field(default_factory=list)
    """Section titles without a label."""


def sort(grid: Grid, header: Header, start: int, end: int) -> Sorted:
    """Sort the rows from ``start`` up to ``end`` that stand under a header."""
    found = Sorted(np.array([], dtype=int))
    counts = grid.counts[start:end]
    found.left_out.update((start + int(at), "blank") for at in np.flatnonzero(counts == 0))
    found.left_out.update((at, "repeated header") for at in _repeated(grid, header, start, end))
    found.left_out.update((at, "comment") for at in _comments(grid, start, end))
    totals = _totals(grid, start, end)
    sample = _sample({*found.left_out, *totals}, counts, start)
    usual = int(np.median(grid.counts[sample])) if len(sample) else 0
    typed = _typed(grid, sample)
    width = sum(1 for heading in header.headings if heading)
    for at in _low(counts, start, usual):
        if at not in found.left_out:
            _sort_low(grid, at, width, typed, found)
    for at in totals:
        if at not in found.left_out and _is_total(grid.row(at), header, grid.counts[at] < usual):
            found.left_out[at] = "total"
    found.records = np.array([at for at in range(start, end) if at not in found.left_out], dtype=int)
    _leave_tail(grid, typed, found)
    last = int(found.records[-1]) if len(found.records) else end
    below = [at for at, why in found.left_out.items() if why == "section title" and at > last]
    found.left_out.update(dict.fromkeys(below, "note below the table"))
    return found


def _low(counts: np.ndarray, start: int, usual: int) -> Iterator[int]:
    few = (counts == 1) | ((counts > 0) & (counts * 2 <= usual) & (counts <= 6))
    return (start + int(at) for at in np.flatnonzero(few))


def _sort_low(grid: Grid, at: int, width: int, typed: set[int], found: Sorted) -> None:
    cells = grid.row(at)
    pairs, titles = labels.read(cells, strict=True)
    if pairs and not titles:
        found.left_out[at] = "section title"
        found.sections.append((at, pairs))
    elif grid.counts[at] == 1 and (reason := _alone(cells, width, typed)):
        found.left_out[at] = reason
        if reason == "section title":
            found.titles.append((at, next(cell for cell in cells if cell)))


def _alone(cells: Cells, width: int, typed: set[int]) -> str | None:
    """Why a row with one cell filled is no record, or None where it may be one."""
    place, text = next((i, cell) for i, cell in enumerate(cells) if cell)
    if _TOTAL_ONLY.match(text) or re.match(_TOTAL, text):
        return "total"
    if _REMARK.match(text):
        return "comment"
    if width < 2 or (place in typed and looks.is_typed(text)):
        return None
    if width == 2:
        return "comment" if len(text) > 60 else None
    return "comment" if len(text) > 60 or place > 1 else "section title"


def _repeated(grid: Grid, header: Header, start: int, end: int) -> Iterator[int]:
    """Rows that say one of the header's own rows again."""
    for row in header.rows:
        cells = [(i, cell) for i, cell in enumerate(grid.row(row)) if cell]
        same = np.zeros(end - start, dtype=int)
        for i, cell in cells:
            trimmed = pc.utf8_trim_whitespace(grid.columns[i].slice(start, end - start))
            same += pc.fill_null(pc.equal(trimmed, cell), False).to_numpy(zero_copy_only=False)
        enough = same * 5 >= len(cells) * 4
        yield from (start + int(at) for at in np.flatnonzero(enough & (same >= min(2, len(header.headings)))))


def _matching(grid: Grid, column: int, start: int, end: int, pattern: str) -> np.ndarray:
    part = grid.columns[column].slice(start, end - start)
    return pc.fill_null(pc.match_substring_regex(part, pattern), False).to_numpy(zero_copy_only=False)


def _comments(grid: Grid, start: int, end: int) -> Iterator[int]:
    """Rows that begin with # and words, unless that is how the column is written."""
    if not grid.columns or start >= end:
        return
    hits = _matching(grid, 0, start, end, _COMMENT) & ~_matching(grid, 0, start, end, _ERROR)
    if hits.sum() * 5 <= max(end - start, 10):
        yield from (start + int(at) for at in np.flatnonzero(hits))


def _totals(grid: Grid, start: int, end: int) -> list[int]:
    hits = np.zeros(end - start, dtype=bool)
    for column in range(min(len(grid.columns), 6)):
        hits |= _matching(grid, column, start, end, _TOTAL)
    return [start + int(at) for at in np.flatnonzero(hits)]


def _is_total(cells: Cells, header: Header, sparse: bool) -> bool:
    """Whether a row sums up others: a word for totals in its first two filled cells, no day and no id."""
    filled = [(i, cell) for i, cell in enumerate(cells) if cell]
    firsts = [cell for _, cell in filled[:2]]
    if any(dates.looks_like(cell) for _, cell in filled) or any(_is_id(header.headings[i]) for i, _ in filled[1:]):
        return False
    if _is_id(header.headings[filled[0][0]]) and not re.search(_TOTAL, filled[0][1]):
        return False
    return any(_TOTAL_ONLY.match(cell) for cell in firsts) or (sparse and any(re.search(_TOTAL, one) for one in firsts))


def _is_id(heading: str) -> bool:
    bare = words.heading(heading)
    return bare == "id" or bare.endswith((" id", " number", " no")) or bare.startswith("id ")


def _sample(left_out: set[int], counts: np.ndarray, start: int) -> np.ndarray:
    """Rows that show what records look like: the first ones with several cells, up to a gap if three come before it."""
    rows = np.array(
        [start + int(at) for at in np.flatnonzero(counts > 1) if start + int(at) not in left_out], dtype=int
    )
    gaps = np.flatnonzero(counts == 0) + start
    before = rows[rows < gaps[gaps > rows[0]][0]] if len(rows) and (gaps > rows[0]).any() else rows
    return (before if len(before) * 3 > len(rows) or len(before) > 2 else rows)[:_SAMPLE]


def _typed(grid: Grid, rows: np.ndarray) -> set[int]:
    """Columns that hold dates, numbers, times or ids in most of some rows."""
    found = set()
    for column in range(len(grid.columns)):
        texts = [text.strip() for text in grid.texts(column, rows) if text and text.strip()]
        if len(texts) * 2 >= len(rows) and sum(map(looks.is_typed, texts)) * 5 >= len(texts) * 4 and texts:
            found.add(column)
    return found


def _leave_tail(grid: Grid, typed: set[int], found: Sorted) -> None:
    """Leave out what stands below the table: rows after a gap that hold nothing where every record has a value."""
    tail: list[int] = []
    for at in reversed(found.records):
        cells = grid.row(int(at))
        if not typed or any(looks.is_typed(cells[i] or "") for i in typed):
            break
        tail.append(int(at))
    gap = next((i for i in range(len(tail) - 1, -1, -1) if tail[i] - 1 in found.left_out), None)
    if gap is None or len(tail) == len(found.records):
        return
    below = tail[: gap + 1]
    found.left_out.update(dict.fromkeys(below, "note below the table"))
    found.records = found.records[: len(found.records) - len(below)]
