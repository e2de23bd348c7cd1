"""Signs by which rows that are no records are told, looked for in whole columns at a time."""

import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.tables import labels, looks
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.joined import Header
from data.ingest.tables.titles import PERSON
from data.ingest.texts import may_hold
from data.ingest.values import dates

_TOTALS = r"(?:(?:grand|overall|report|running)\s+|sub[\s-]*)?totals?"
_BALANCE = (
    r"(?:(?:beginning|opening|starting|ending|closing|previous|prior|running)\s+bal(?:ance\b|\b\.?)|bal(?:ance|\.)?\s+"
    r"(?:brought|carried|forward|fwd|b/?f|c/?f|from|as of|due|owed|remaining)\b|"
    r"(?:[a-z]+\s+){0,2}(?:brought|carried)\s+(?:forward|fwd|over)\b)"
)
"""What was given or owed before the first record, or is after the last one."""
_OF_HOW_MANY = (
    r"(?:\W*[(:=#–-]\W*(?:n\W+)?\d+(?:\W*(?:students?|pupils?|records?|rows?|sessions?|min|minutes|hours|services))?)?"
)
"""How many are summed, behind the word for it: Subtotal (2), Count: 2 students."""
TOTAL = (
    rf"(?i)^\W*{_TOTALS}\b|\b(?:sub[\s-]*)?totals?{_OF_HOW_MANY}\W*$|^\W*(?:sum|count|average|avg|mean)\b|"
    rf"^\W*{_BALANCE}"
)
OF_TOTAL = re.compile(r"\b(?:sub)?totals?\b", re.IGNORECASE)
_TOTAL_WORDS = ("total", "sum", "count", "average", "avg", "mean", "bal", "brought", "carried")
TOTAL_ONLY = re.compile(rf"^\W*(?:{_TOTALS}|sum|count|average|avg|mean){_OF_HOW_MANY}\W*$", re.IGNORECASE)
OF_SUM = re.compile(r"\bsums?\W*$|^\W*(?:sum|count|average|avg|mean)\b", re.IGNORECASE)
"""A label of sums, or a name: Alameda Sum; the numbers beside it decide."""
COUNTED = re.compile(
    rf"^\W*(?:{_TOTALS}|sum|count)\s+(?:(?:number\s+)?of\s+)?(?:students?|pupils?|records?|rows?|sessions?|minutes|hours|entries|services|"
    r"lines|logs|visits|count|caseload)\b",
    re.IGNORECASE,
)
_SURNAME = re.compile(r"^(?i:sum|count|average|avg|mean),\s*[A-Z]")
_CANDIDATE = rf"{TOTAL}|\bsums?\W*$"
_COMMENT = r"^\s*#+\s*[A-Za-z]"
_NUMBERED = r"^\s*[A-Za-z][A-Za-z .]{1,30}#\s*$"
_ERROR = r"^\s*#[A-Z/0-9]+[!?]?\s*$"
_LABEL = re.compile(r"^\s*[^:]{2,40}:")
_LABEL_SIGN, _LABEL_SIGNS = r"[:=]|\s[-–—]\s", ":=-–—"
_NO_LABEL = r"^\s*\d"
_HINT = re.compile(
    r"^(\(.*\)|[mdy]{1,4}[/.-][mdy]{1,4}[/.-][mdy]{1,4}|hh:mm.*|required|optional|text|number|date|integer|y(es)?/n(o)?)$",
    re.IGNORECASE,
)
_FIRST_COLUMNS = 6
_SAMPLE = 300


def repeated(grid: Grid, header: Header, start: int, end: int) -> Iterator[int]:
    """Rows that say one of the header's own rows again."""
    for row in header.rows:
        cells = [(i, cell) for i, cell in enumerate(grid.row(row)) if cell]
        same = np.zeros(end - start, dtype=int)
        for i, cell in cells:
            same += grid.where(i, start, end, _says(cell))
        enough = same * 5 >= len(cells) * 4
        yield from (start + int(at) for at in np.flatnonzero(enough & (same >= min(2, len(header.headings)))))


def _says(text: str | None) -> Callable[[pa.Array], pa.Array]:
    return lambda texts: pc.equal(pc.utf8_trim_whitespace(texts), text)


def banners(grid: Grid, above: Sequence[int], start: int, end: int) -> Iterator[int]:
    """Rows that say again, on a later page, what stands right above the header; their numbers may be others."""
    for row in above:
        wordy = [i for i, cell in enumerate(grid.row(row)) if cell and not any(letter.isdigit() for letter in cell)]
        if grid.counts[row] > 1 and wordy:
            same = grid.where(wordy[0], start, end, _says(grid.row(row)[wordy[0]]))
            told = _without_numbers(grid.row(row))
            yield from (
                start + int(at) for at in np.flatnonzero(same) if _without_numbers(grid.row(start + int(at))) == told
            )


def _without_numbers(cells: Cells) -> tuple[str, ...]:
    return tuple(re.sub(r"\d+", "0", cell or "") for cell in cells)


def comments(grid: Grid, start: int, end: int) -> list[int]:
    """Rows that begin with # and words, unless that is how the column is written."""
    hits = _matching(grid, 0, start, end, _COMMENT, ("#",)) & ~_matching(grid, 0, start, end, _ERROR, ("#",))
    return [start + int(at) for at in np.flatnonzero(hits)] if hits.sum() * 5 <= max(end - start, 10) else []


def lines(grid: Grid, start: int, end: int) -> list[int]:
    """Rows right under the header that are drawn as a line: nothing but dashes in each cell."""
    firsts = range(start, min(end, start + 2))
    return [
        at
        for at in firsts
        if (cells := [one for one in grid.row(at) if one]) and all(map(_LINE.match, cells)) and len(cells) > 1
    ]


_LINE = re.compile(r"^\s*[-=_*]{3,}\s*$")


def numbered(grid: Grid, start: int, end: int) -> list[int]:
    """Rows that begin with a word and a number sign ("Teacher#"), unless half of the column is written so."""
    hits = _first_filled(grid, start, end, _NUMBERED, ("#",))
    return [start + int(at) for at in np.flatnonzero(hits)] if hits.sum() * 2 <= max(end - start, 2) else []


def totals(grid: Grid, start: int, end: int) -> list[int]:
    """Rows with a word for totals in one of the first columns, or in their first filled cell wherever that is."""
    hits = _first_filled(grid, start, end, _CANDIDATE, _TOTAL_WORDS)
    for column in range(min(len(grid.columns), _FIRST_COLUMNS)):
        hits |= _matching(grid, column, start, end, _CANDIDATE, _TOTAL_WORDS)
    return [start + int(at) for at in np.flatnonzero(hits)]


_TRAILER = re.compile(r"^\W*(?:trailer|trlr?|eof|footer|end of (?:file|report|data|records?|extract))\b[\W\d]*$", re.I)
_OF_TRAILER = 4


def trailer(grid: Grid, start: int, end: int) -> list[int]:
    """The last row where a system ends its file with it, with a few numbers of what it holds: TRAILER, 5 records, 9 units."""
    filled = np.flatnonzero(grid.counts[start:end])
    at = start + int(filled[-1]) if filled.size else start
    cells = [cell for cell in grid.row(at) if cell] if filled.size > 1 else []
    is_one = (
        bool(cells) and len(cells) <= _OF_TRAILER and _TRAILER.match(cells[0]) and all(map(looks.is_value, cells[1:]))
    )
    return [at] if is_one else []


def _first_filled(grid: Grid, start: int, end: int, pattern: str, needs: Sequence[str]) -> np.ndarray:
    """In which rows the first filled cell is written so."""
    firsts = grid.firsts.slice(start, end - start)
    if not may_hold(firsts, needs):
        return np.zeros(end - start, dtype=bool)
    return pc.fill_null(pc.match_substring_regex(firsts, pattern), False).to_numpy(zero_copy_only=False)


def sums_up(text: str) -> bool:
    """Whether a text has a word for totals and isn't the name of someone called so: Mean, Joan."""
    return re.search(TOTAL, text) is not None and not _SURNAME.match(text)


def labelled(grid: Grid, start: int, end: int) -> list[int]:
    """Rows that begin with a label and have a colon after a few words in one of the first columns."""
    firsts = grid.firsts.slice(start, end - start)
    if not may_hold(firsts, _LABEL_SIGNS):
        return []
    signed = pc.and_not(pc.match_substring_regex(firsts, _LABEL_SIGN), pc.match_substring_regex(firsts, _NO_LABEL))
    places = np.flatnonzero(pc.fill_null(signed, False).to_numpy(zero_copy_only=False))
    texts = firsts.take(pa.array(places, pa.int64())).to_pylist()
    told = {text: labels.begins(text) for text in set(texts)}
    rows = [start + int(at) for at, text in zip(places, texts, strict=True) if told[text]]
    return [at for at in rows if any(_LABEL.match(cell) for cell in grid.row(at)[:_FIRST_COLUMNS] if cell)]


def hints(grid: Grid, at: int, end: int) -> list[int]:
    """The row right under a header where it only says how to fill in the columns."""
    cells = [cell for cell in grid.row(at) if cell] if at < end else []
    return [at] if len(cells) > 1 and all(_HINT.match(cell) for cell in cells) else []


def _matching(grid: Grid, column: int, start: int, end: int, pattern: str, needs: Sequence[str]) -> np.ndarray:
    return grid.where(column, start, end, lambda texts: pc.match_substring_regex(texts, pattern), needs)


def sample(grid: Grid, left_out: set[int], start: int, end: int) -> np.ndarray:
    """Rows that show what records look like: the first with several cells, up to a gap if three come before it."""
    counts = grid.counts[start:end]
    kept = counts > 1
    kept[[at - start for at in left_out if start <= at < end]] = False
    rows = np.flatnonzero(kept) + start
    gaps = np.flatnonzero(counts == 0) + start
    before = rows[rows < gaps[gaps > rows[0]][0]] if len(rows) and (gaps > rows[0]).any() else rows
    return (before if len(before) * 3 > len(rows) or len(before) > 2 else rows)[:_SAMPLE]


def typed(grid: Grid, rows: np.ndarray) -> set[int]:
    """Columns that hold dates, numbers, times or ids in most of some rows."""
    found = set()
    for column in range(len(grid.columns)):
        texts = _texts(grid, column, rows)
        if len(texts) * 2 >= len(rows) and sum(map(looks.is_typed, texts)) * 5 >= len(texts) * 4 and texts:
            found.add(column)
    return found


def dated(grid: Grid, rows: np.ndarray) -> set[int]:
    """Columns that hold dates in most of some rows."""
    told = {column: _texts(grid, column, rows) for column in range(len(grid.columns))}
    return {at for at, texts in told.items() if texts and sum(map(dates.looks_like, texts)) * 2 >= len(texts)}


def names(grid: Grid, rows: np.ndarray) -> set[int]:
    """Columns that hold names, Last, First, in most of some rows."""
    told = {column: _texts(grid, column, rows) for column in range(min(len(grid.columns), _FIRST_COLUMNS))}
    return {at for at, texts in told.items() if texts and sum(map(_is_name, texts)) * 5 >= len(texts) * 4}


def _is_name(text: str) -> bool:
    return PERSON.match(text) is not None


def _texts(grid: Grid, column: int, rows: np.ndarray) -> list[str]:
    return [text.strip() for text in grid.texts(column, rows) if text and text.strip()]


def fits(place: int, text: str, typed_columns: set[int], name_columns: set[int], dated_columns: set[int]) -> bool:
    """Whether a text is of the sort that its column holds; a day fits no column of other numbers."""
    if dates.looks_like(text):
        return place in dated_columns
    return (place in typed_columns and looks.is_typed(text)) or (place in name_columns and _is_name(text))


def first_filled(cells: Cells) -> tuple[int, str]:
    """The place and text of a row's first filled cell."""
    return next((i, cell) for i, cell in enumerate(cells) if cell)
