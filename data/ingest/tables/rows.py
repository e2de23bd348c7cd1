"""What each row under a header is: a record, or something else and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from operator import itemgetter

import numpy as np

from data.ingest.tables import averages, bands, labels, legend, looks, signed, signs, sums, titles, totals
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.joined import Header
from data.ingest.tables.layouts import day_lists
from data.ingest.values import statuses, words

_REMARKS = (
    r"\*", "note", r"n\.b", "source", r"key\b", "legend", "prepared", "printed", "generated", "report",
    r"page \d", "end of", "confidential", "#",
)  # fmt: skip
_REMARK = re.compile("|".join(_REMARKS), re.IGNORECASE)
_LONG = 60
"""Characters from which a text alone in its row is prose."""


@dataclass
class Sorted:
    """The places of the records, the reason of every other row, labels and titles that stand between the records."""

    records: np.ndarray
    left_out: dict[int, str] = field(default_factory=dict)
    sections: list[tuple[int, labels.Pairs]] = field(default_factory=list)
    titles: list[tuple[int, int, str]] = field(default_factory=list)
    """Section titles without a label: row, column, text."""


@dataclass(frozen=True)
class _Shape:
    """What the records of a table look like."""

    width: int
    usual: int
    """Filled cells of a record, the median."""
    typed: set[int]
    names: set[int]
    dated: set[int]
    students: frozenset[int]
    """Columns headed as only students' are."""
    whole: frozenset[int]
    """Of these, those in which every record has a name of several words."""
    always: frozenset[int]
    """Columns that every record fills, of those that were looked at."""


def sort(grid: Grid, header: Header, start: int, end: int, banners: Sequence[int] = ()) -> Sorted:
    """Sort the rows from ``start`` up to ``end`` that stand under a header; ``banners`` are the rows right above it."""
    found = Sorted(np.array([], dtype=int))
    if start >= end:
        return found
    counts = grid.counts[start:end]
    found.left_out.update((start + int(at), "blank") for at in np.flatnonzero(counts == 0))
    found.left_out.update(dict.fromkeys(signs.banners(grid, banners, start, end), "repeated banner"))
    found.left_out.update(dict.fromkeys(signs.comments(grid, start, end), "comment"))
    found.left_out.update(dict.fromkeys(signs.lines(grid, start, end), "comment"))
    found.left_out.update(dict.fromkeys(signs.trailer(grid, start, end), "end of the file's records"))
    found.left_out.update(dict.fromkeys(signs.numbered(grid, start, end), "section title"))
    found.left_out.update(dict.fromkeys(signs.hints(grid, start, end), "hints under the headings"))
    found.left_out.update(dict.fromkeys(signs.repeated(grid, header, start, end), "repeated header"))
    _leave_sections(grid, start, end, found)
    found.left_out.update(dict.fromkeys(_of_key(grid, header, start, end), "note below the table"))
    found.left_out.update(dict.fromkeys(averages.rows(grid, header, start, end), "total"))
    hits = signs.totals(grid, start, end)
    shape = _shape(grid, header, {*found.left_out, *hits}, start, end)
    is_of_days = bool(day_lists.kinds_in(header.headings))
    _leave_few(grid, shape, start, end, found, is_of_days=is_of_days)
    _leave_heads(grid, shape, found)
    _leave_totals(grid, header, shape, hits, found)
    kept = np.ones(end - start, dtype=bool)
    kept[[at - start for at in found.left_out if start <= at < end]] = False
    found.records = np.flatnonzero(kept) + start
    if not is_of_days:
        _leave_tail(grid, shape, found)
    _leave_sum(grid, found)
    return found


def _leave_sum(grid: Grid, found: Sorted) -> None:
    if len(found.records) > sums.MOST + 1:
        return
    *above, last = found.records.tolist() or [0]
    if sums.is_sum(grid, above, last):
        found.left_out[last] = "total"
        found.records = found.records[:-1]


def _shape(grid: Grid, header: Header, left_out: set[int], start: int, end: int) -> _Shape:
    sample = signs.sample(grid, left_out, start, end)
    usual = int(np.median(grid.counts[sample])) if len(sample) else 0
    width = sum(1 for heading in header.headings if heading)
    only_students = looks.of_students() - looks.of_staff()
    students = frozenset(at for at, one in enumerate(header.headings) if words.heading(one or "") in only_students)
    whole = frozenset(at for at in students if all(len((one or "").split()) > 1 for one in grid.texts(at, sample)))
    always = frozenset(place for place in range(len(grid.columns)) if all(grid.texts(place, sample)))
    typed, named, dated = signs.typed(grid, sample), signs.names(grid, sample), signs.dated(grid, sample)
    return _Shape(width, usual, typed, named, dated, students, whole, always)


def _leave_sections(grid: Grid, start: int, end: int, found: Sorted) -> None:
    """Rows that are labels with their values and nothing else, or that stand right above the header told again: they hold
    for the records below them."""
    for at in signs.labelled(grid, start, end):
        pairs, titles = labels.read(grid.row(at), strict=True)
        band = bands.read(grid.row(at)[0] or "") if grid.counts[at] == 1 else titles and bands.of_cells(grid.row(at))
        pairs, titles = (band, []) if band else (pairs, titles)
        is_above_header = found.left_out.get(at + 1) == "repeated header"
        is_told = is_above_header or labels.are_pairs(titles) or _is_of_one(pairs, titles)
        if pairs and is_told and at not in found.left_out:
            found.left_out[at] = "section title"
            found.sections.append((at, pairs))


def _is_of_one(pairs: labels.Pairs, titles: list[str]) -> bool:
    """Whether a row that begins with a label tells of one student or of who treats, and the rest of it (Room 12) has no
    value as records have."""
    told = {words.heading(label) for label in pairs}
    return not told.isdisjoint(looks.of_students()) and not any(map(bands.is_of_a_record, titles))


_FEWEST_OF_KEY, _OF_FEW_COLUMNS, _LAST, _PAIR = 2, 3, 12, 2


def _of_key(grid: Grid, header: Header, start: int, end: int) -> list[int]:
    """The last rows whose cells each tell a code and its meaning, and those of a code and its meaning in two cells that
    headings of their own (Code, Meaning), a title (Codes) or the table's codes announce, up to the next other row. In a
    table of few columns such rows may be records, unless they all say how a session went."""
    last = range(max(start, end - _LAST), end)
    found = [at for at in last if grid.counts[at] > 1 and legend.is_key([cell for cell in grid.row(at) if cell])]
    found += _under_own_headings(grid, header, start, end)
    has_few_columns = sum(map(bool, header.headings)) <= _OF_FEW_COLUMNS
    for at in (start + int(place) for place in np.flatnonzero(grid.counts[start:end] == 1)):
        if legend.TITLE.fullmatch(signs.first_filled(grid.row(at))[1].strip()):
            told = _pairs_below(grid, at, end)
            is_key = all(map(_says_how, map(grid.row, told))) if has_few_columns else len(told) >= _FEWEST_OF_KEY
            found += told if is_key else []
    return found if has_few_columns or found else _at_the_end(grid, start, end)


def _says_how(cells: Cells) -> bool:
    """Whether a row of a code and its meaning says what became of a session."""
    return statuses.read([cell for cell in cells if cell][1]).known


def _at_the_end(grid: Grid, start: int, end: int) -> list[int]:
    """The last rows, behind a blank one, of a code and its meaning in two cells, the codes being those of a column of the
    records: a key without a title."""
    filled = [start + int(place) for place in np.flatnonzero(grid.counts[start:end])]
    told = list(takewhile(lambda at: at >= end - _LAST and _is_pair(grid, at), reversed(filled)))
    if len(told) < _FEWEST_OF_KEY or grid.counts[told[-1] - 1]:
        return []
    used = {cell for at in filled if at < told[-1] for cell in grid.row(at)[1:] if cell}
    return told if any(signs.first_filled(grid.row(at))[1] in used for at in told) else []


def _is_pair(grid: Grid, at: int) -> bool:
    return grid.counts[at] == _PAIR and legend.pair([cell for cell in grid.row(at) if cell]) is not None


def _under_own_headings(grid: Grid, header: Header, start: int, end: int) -> list[int]:
    """The rows of a key with headings of its own (Code, Meaning), these among them; none where the table is such a key."""
    if legend.heads_key([one or "" for one in header.headings[:2]]):
        return []
    heads = [at for at in (start + int(place) for place in np.flatnonzero(grid.counts[start:end] == 2))
             if legend.heads_key([cell for cell in grid.row(at) if cell])]  # fmt: skip
    return [row for at in heads if (told := _pairs_below(grid, at, end)) for row in (at, *told)]


def _pairs_below(grid: Grid, at: int, end: int) -> list[int]:
    return list(takewhile(lambda row: legend.pair([cell for cell in grid.row(row) if cell]), range(at + 1, end)))


def _leave_few(grid: Grid, shape: _Shape, start: int, end: int, found: Sorted, *, is_of_days: bool) -> None:
    """Leave out rows of one or two cells that are no records; of a calendar of columns of days a day alone is one."""
    counts = grid.counts[start:end]
    for place in np.flatnonzero((counts > 0) & (counts <= 2)):
        at = start + int(place)
        if is_of_days and day_lists.days_in(signs.first_filled(grid.row(at))[1]):
            continue
        reason = None if at in found.left_out else _few(grid.row(at), int(counts[place]), shape)
        if reason == "comment" and _is_long_title(grid.row(at)) and found.left_out.get(at + 1) == "repeated header":
            reason = "section title"
        if reason:
            found.left_out[at] = reason
        if reason == "section title":
            found.titles.append((at, *signs.first_filled(grid.row(at))))


def _leave_heads(grid: Grid, shape: _Shape, found: Sorted) -> None:
    """Leave out the row right above a header that is said again, where it stands apart from the records before it and has
    none of their values: it heads a block (Lin, Ada | Gr 6), and is never a record."""
    again = [at for at, why in found.left_out.items() if why == "repeated header"]
    for at in (head - 1 for head in again if head - 1 not in found.left_out and head - 2 in found.left_out):
        cells = grid.row(at)
        if shape.typed and not any(looks.is_value(cell) for cell in cells if cell):
            found.left_out[at] = "section title"
            if pairs := bands.of_cells(cells):
                found.sections.append((at, pairs))
            else:
                found.titles.append((at, *signs.first_filled(cells)))
    found.sections.sort(key=itemgetter(0))
    found.titles.sort()


def _is_long_title(cells: Cells) -> bool:
    """Whether a row is one long text that isn't a remark: above a header it may be the title of a block."""
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 and len(filled[0]) > _LONG and not _REMARK.match(filled[0])


def _few(cells: Cells, count: int, shape: _Shape) -> str | None:
    """Why a row with one or two cells filled is no record, or None where it may be one."""
    place, text = signs.first_filled(cells)
    if count == 2:
        return "comment" if text.endswith(":") and shape.width > 2 else None
    if re.match(signs.TOTAL, text):
        return "total"
    if shape.width > 2 and place in shape.students and signed.is_signature(text):
        return "section title"
    if shape.width < 2 or signs.fits(place, text, shape.typed, shape.names, shape.dated):
        return None
    if bands.read(text):
        return "section title"
    if _REMARK.match(text) or text.endswith(":") or len(text) > _LONG:
        return "comment"
    if shape.width == 2:
        return "section title" if place == 0 and titles.is_month(text) else None
    return "comment" if place > 1 else "section title"


def _leave_totals(grid: Grid, header: Header, shape: _Shape, hits: list[int], found: Sorted) -> None:
    for at in (hit for hit in hits if hit not in found.left_out):
        cells, above = (
            grid.row(at),
            list(takewhile(lambda row: row not in found.left_out, range(at - 1, header.row, -1))),
        )
        is_open = not all(cells[place] for place in shape.always)
        is_one = totals.is_total(cells, header, sparse=grid.counts[at] < shape.usual, dated=shape.dated)
        is_sum = is_open and totals.may_sum(cells) and sums.adds_up(grid, above, at)
        if (
            is_sum
            or totals.stands_for_names(cells, header, shape.whole)
            or (is_one and (is_open or not totals.may_be_called_so(cells)))
        ):
            found.left_out[at] = "total"


def _leave_tail(grid: Grid, shape: _Shape, found: Sorted) -> None:
    """Leave out what stands below the table: rows after a gap that hold nothing where every record has a value. What stands
    right beneath the header told again is a block of records."""
    tail: list[int] = []
    for at in reversed(found.records):
        cells = grid.row(int(at))
        if not shape.typed or any(looks.is_typed(cells[i] or "") for i in shape.typed):
            break
        tail.append(int(at))
    gaps = {at + 1 for at, why in found.left_out.items() if why != "repeated header"}
    gap = next((i for i in range(len(tail) - 1, -1, -1) if tail[i] in gaps), None)
    if gap is not None and len(tail) < len(found.records):
        found.left_out.update(dict.fromkeys(tail[: gap + 1], "note below the table"))
        found.records = found.records[: len(found.records) - gap - 1]
    last = int(found.records[-1]) if len(found.records) else -1
    below = [at for at, why in found.left_out.items() if why == "section title" and at > last]
    found.left_out.update(dict.fromkeys(below, "note below the table"))
    found.titles = [title for title in found.titles if title[0] < last]
