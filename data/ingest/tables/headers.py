"""Where a table's headings are, and what they say when two rows share them."""

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from data.ingest.tables import bookings, labels, looks, melting, name_lists, periods, probes, turned
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.spread import day_cells, is_day, some_dates, week_cells
from data.ingest.tables.titles import PERSON
from data.ingest.values import codes, dates, terms, whom, words

FIRST_ROWS = 80
"""Filled rows among which the first header stands."""
STRAY = 4
"""One colon in more cells than so many is a heading's own (START_DT:), and no label's."""
REPEATED = 2
"""Cells up to which one word may head two groups; more of it (Required, Required, ...) say something of each column."""


@dataclass(frozen=True)
class Header:
    """Headings by column ("" where a column has none) and the rows they stand in, the last one the header row."""

    rows: tuple[int, ...]
    headings: tuple[str, ...]

    @property
    def row(self) -> int:
        """The row under which the records begin."""
        return self.rows[-1]


def find(grid: Grid) -> list[Header]:
    """The headers of a sheet from top to bottom; none where no row is a header."""
    found: list[Header] = []
    for at, apart in _places(grid):
        if found and (at <= found[-1].row or not (apart or _certain(grid, at)) or _again(grid.row(at), found[-1])):
            continue
        if _strong(grid, at):
            found.append(_joined(grid, at))
    weak = _weak(grid, found[0].rows[0] if found else grid.height)
    return [*([] if weak is None else [_joined(grid, weak)]), *found]


def _places(grid: Grid) -> list[tuple[int, bool]]:
    """Rows that may be headers: the first filled ones, and those (True) after a blank row, a title or a total."""
    filled = np.flatnonzero(grid.counts)
    usual = _median(grid.counts[filled]) if len(filled) else 0
    low = np.concatenate([[True], (grid.counts[:-1] <= 1) | (grid.counts[:-1] * 2 < usual)])
    places = filled[(np.arange(len(filled)) < FIRST_ROWS) | low[filled]]
    return [(int(at), bool(low[at])) for at in places]


def _median(counts: np.ndarray) -> int:
    """The median of a few different counts, rounded down."""
    to_each = np.bincount(counts).cumsum()
    middle = np.searchsorted(to_each, [(len(counts) - 1) // 2, len(counts) // 2], side="right")
    return int(middle.sum()) // 2


def _certain(grid: Grid, at: int) -> bool:
    """Whether a row right under records can only be headings: different ones, and no marks of a grid."""
    cells = [cell for cell in grid.row(at) if cell]
    known = {words.plain(cell) for cell in cells if looks.known(cell)}
    return len(known) >= 4 and len(known) * 5 >= len(cells) * 4


def _strong(grid: Grid, at: int) -> bool:
    """Whether most of a row's cells are headings that districts use, and it is no row of labels with values."""
    cells = [cell for cell in grid.row(at) if cell]
    if _says_one_thing(cells):
        return False
    if _names_weekdays(grid, at, cells) or _heads_grid(grid, at):
        return True
    spread = some_dates(cells) or day_cells(cells) or week_cells(cells) or _reports(cells)
    rest = [cell.rstrip(" :") if spread else cell for i, cell in enumerate(cells) if i not in spread]
    known = sum(looks.known(cell) for cell in rest)
    if spread:
        return known >= 1 and known * 2 >= len(rest) if rest else len(spread) >= 15 or _has_corner(grid, at)
    if _labelled(grid, at, known, len(cells)):
        return False
    values = sum(looks.is_value(cell) for cell in cells)
    if len(cells) == 1:
        return known == 1 and int(grid.counts.max()) == 1
    return known >= 2 and known * 5 >= len(cells) * 2 and values * 4 <= len(cells)


def _reports(cells: list[str]) -> list[int]:
    """The places of two different days beside a heading of goals: what is reported of them."""
    days = [place for place, cell in enumerate(cells) if dates.looks_like(cell)]
    of_goals = any("goal" in words.said_by(cell) and looks.known(cell) for cell in cells)
    return days if of_goals and len({cells[place] for place in days}) == len(days) == _TWO else []


_TWO = 2


def _has_corner(grid: Grid, at: int) -> bool:
    """Whether a row of nothing but days leaves open the column in which what holds for each day is called so beneath."""
    days = some_dates(grid.row(at))
    below = grid.row(at + 1)[days[0] - 1] if days and days[0] > 0 and at + 1 < grid.height else None
    return bool(below and melting.is_of_a_day(below))


def _heads_grid(grid: Grid, at: int) -> bool:
    return any(grid_of.is_header(grid.row(at), grid, at) for grid_of in (turned, probes, name_lists, bookings))


def _says_one_thing(cells: list[str]) -> bool:
    """Whether a row says the same of each of its columns (Required, Required, ...)."""
    return len(cells) > REPEATED and len({words.plain(cell) for cell in cells}) == 1


def _names_weekdays(grid: Grid, at: int, cells: list[str]) -> bool:
    """Whether a row heads columns of weekdays: four or more in full, little unknown beside, no days of a month around."""
    named = sum(looks.is_weekday(cell) and len(cell) > 2 for cell in cells)
    strange = sum(not looks.is_weekday(cell) and not looks.known(cell) for cell in cells)
    around = [grid.row(row) for row in (at - 1, at + 1) if 0 <= row < grid.height]
    return named >= 4 and strange <= 2 and not any(day_cells(row) or some_dates(row) for row in around)


def _labelled(grid: Grid, at: int, known: int, count: int) -> bool:
    """Whether a row is labels beside values rather than headings: every second cell is no heading."""
    cells = grid.row(at)
    named = sum(cell.endswith(":") for cell in cells if cell)
    if named and known * 2 <= count and (named * STRAY > count or count <= STRAY):
        return True
    if labels.alternate([cell for cell in cells if cell]):
        return True
    pairs, titles = labels.read(cells)
    return bool(pairs) and not titles and count == 2 * len(pairs) and known <= len(pairs)


def _weak(grid: Grid, end: int) -> int | None:
    """The first row of words as wide as the rows beneath it, where no heading above ``end`` is known.

    Above a header that is known, what could be titles and labels isn't taken for a table.
    """
    filled = np.flatnonzero(grid.counts[:end])[:FIRST_ROWS]
    if len(filled) < 2 or (end < grid.height and not _like_records(grid, filled)):
        return None
    usual = int(np.median(grid.counts[filled]))
    for at in filled[:30]:
        cells = [cell for cell in grid.row(int(at)) if cell]
        known = sum(map(looks.known, cells))
        if len(cells) < max(2, usual * 0.6) or _labelled(grid, int(at), known, len(cells)):
            continue
        below = [cell for row in filled[filled > at][:10] for cell in grid.row(int(row)) if cell]
        told = known > 0 or any(looks.is_typed(cell) for cell in below)
        distinct = len({words.plain(cell) for cell in cells}) == len(cells)
        return int(at) if told and distinct and below and all(looks.like_heading(cell) for cell in cells) else None
    return None


def _like_records(grid: Grid, filled: np.ndarray) -> bool:
    """Whether several rows have three cells or more, values among them, and no labels."""
    rows = [[cell for cell in grid.row(int(at)) if cell] for at in filled[grid.counts[filled] > 2]]
    told = [cells for cells in rows if any(looks.is_typed(cell) for cell in cells) and not labels.read(tuple(cells))[0]]
    return len(told) >= 3


def _again(cells: Cells, header: Header) -> bool:
    """Whether a row says a header's headings once more."""
    said = {(i, words.heading(cell)) for i, cell in enumerate(cells) if cell}
    told = {(i, words.heading(cell)) for i, cell in enumerate(header.headings) if cell}
    return len(said & told) * 5 >= len(told) * 4


def _joined(grid: Grid, at: int) -> Header:
    """The header at a row, with the row of groups above it or of sub-headings below it, if there is one."""
    cells = grid.row(at)
    below = grid.row(at + 1) if at + 1 < grid.height else ()
    if _is_sub(cells, below):
        return Header((at, at + 1), _named(cells, below))
    above = grid.row(at - 1) if at else ()
    if _is_group(above, cells) and not looks.heads_lists_of_people(cells):
        return Header((at - 1, at), _named(above, cells))
    return Header((at,), tuple(_tidy(cell) for cell in cells))


def _is_sub(cells: Cells, below: Cells) -> bool:
    """Whether the row below a header gives headings to columns that the header leaves open."""
    filled = [(i, cell) for i, cell in enumerate(below) if cell]
    texts = [cell for _, cell in filled]
    tops = [cells[i] or "" for i, _ in filled]
    if _weekdays(texts):
        return all(not top or is_day(top) for top in tops)
    if (
        len(texts) > 1
        and all(map(dates.looks_like, texts))
        and (all(map(terms.is_period, tops)) or periods.are_days_of_scores(cells, tops))
    ):
        return True
    if max(len(some_dates(texts)), len(day_cells(texts))) == len(texts) > 1:
        return all(not top or looks.is_weekday(top) for top in tops)
    if len(filled) < 2 or all(tops):
        return False
    if any(looks.is_value(cell) for cell in texts):
        return False
    before = {i for i, cell in filled if not any(cells[: i + 1])}
    if {i for i, _ in filled} - before == _spans(cells) and all(looks.known(below[i] or "") for i in before):
        return True
    names = [words.heading(cell) for cell in texts]
    told = sum(looks.known(cell) or names.count(name) > 1 for cell, name in zip(texts, names, strict=True))
    return told * 2 >= len(texts)


def _spans(cells: Cells) -> set[int]:
    """The columns of headings that are merged over several: a heading's own and the open ones after it."""
    open_after = {i for i, cell in enumerate(cells) if not cell and any(cells[:i])}
    return open_after | {i - 1 for i in open_after if cells[i - 1]}


def _weekdays(texts: list[str]) -> bool:
    return len(texts) >= 5 and all(looks.is_weekday(text) for text in texts)


def _is_group(above: Cells, cells: Cells) -> bool:
    """Whether the row above a header names groups of its columns, rather than the table."""
    filled = [(i, cell) for i, cell in enumerate(above) if cell]
    if len(filled) > 1 and all(dates.looks_like(cell) and cells[i] for i, cell in filled):
        names = [words.heading(cell) for cell in cells if cell]
        return len(set(names)) < len(names)
    if not filled or any(not looks.like_heading(cell) or ":" in cell or len(cell) > 40 for _, cell in filled):
        return False
    if _says_one_thing([cell for _, cell in filled]):
        return False
    if len(filled) > 1 and all(_of_a_kind(cell) and cells[i] for i, cell in filled):
        return True
    pairs = _beside(above) and not _spread(above, cells) and labels.read(above)[0]
    if _weekdays([cell for _, cell in filled]) or (len(filled) > 1 and all(_month(cell) for _, cell in filled)):
        return True
    if any(not cells[i] for i, _ in filled):
        return len(filled) > 1 and all(cells[i] or looks.known(cell) for i, cell in filled)
    if len(filled) == 1:
        return filled[0][0] > 0 and looks.known(filled[0][1])
    names = [words.heading(cell) for cell in cells if cell]
    if len(set(names)) < len(names) and len(filled) > 2:
        return True
    told = sum(looks.known(cell) for _, cell in filled) * 2 >= len(filled) or _spread(above, cells)
    return not pairs and (len(set(names)) < len(names) or told)


def _spread(above: Cells, cells: Cells) -> bool:
    """Whether texts, no person among them, are spread over the whole width of a header, as groups are."""
    filled = [i for i, cell in enumerate(above) if cell]
    named = [i for i, cell in enumerate(cells) if cell]
    is_wide = filled[0] == named[0] and filled[-1] - filled[0] > len(filled) - 1
    texts = [cell for cell in above if cell]
    no_group = any(PERSON.match(cell) or any(letter.isdigit() for letter in cell) for cell in texts)
    return is_wide and filled[-1] * 2 >= named[-1] and not no_group


def _beside(above: Cells) -> bool:
    """Whether two filled cells of a row stand side by side, as a label and its value do."""
    return any(first and second for first, second in pairwise(above))


def _named(above: Cells, below: Cells) -> tuple[str, ...]:
    """Headings of two rows: a group's name goes before the headings under it where they need it."""
    names = [words.heading(cell) for cell in below if cell]
    group, found = "", []
    for top, sub in zip(above, below, strict=True):
        group = top or (group if sub else "")
        found.append(_tidy(_one(top, group, sub, names)))
    return tuple(found)


def _one(top: str | None, group: str, sub: str | None, names: list[str]) -> str:
    if not sub or not group:
        return sub or top or ""
    if looks.day_of(sub):
        return _day(group, sub)
    if top and dates.looks_like(sub) and not is_day(top):
        return f"{top} {sub}" if terms.is_period(top) else f"{top} ({sub})"
    if looks.is_weekday(sub) and is_day(group):
        return group if top else sub
    if looks.is_weekday(group) and is_day(sub):
        return sub
    both, bare = f"{group} {sub}", words.heading(sub)
    if (
        names.count(bare) > 1
        or words.heading(both) in looks.vocabulary()
        or _tells_how(group, sub)
        or _tells_whose(group, sub, names)
    ):
        return both
    unknown = not looks.known(sub) and (looks.known(both) or len(bare.split()) == 1)
    return both if unknown else sub


def _tells_how(group: str, sub: str) -> bool:
    """Whether a heading that districts use stands over a kind, setting or grouping (Minutes per Session: Direct)."""
    told = any(codes.find(sub, topic) for topic in ("kind", "setting", "grouping"))
    of_amounts = _is_of_amounts(group) and codes.find(sub, "service") is not None
    return (
        of_amounts or (looks.known(group) and told) or (_of_a_kind(group) and (told or _AMOUNT.search(sub) is not None))
    )


def _tells_whose(group: str, sub: str, names: list[str]) -> bool:
    """Whether a heading of absences stands over those who were away, two or more (Absent: Student, Therapist)."""
    return sum(map(whom.is_whose, names)) > 1 and whom.of_whom(group, sub) is not None


def _is_of_amounts(group: str) -> bool:
    """Whether a heading over others says of which time and cycle the amounts beneath it are: Minutes per week."""
    told = words.said_by(group)
    return bool(told & {"minute", "hour"}) and bool(told & {"week", "month", "quarter", "year"})


def _of_a_kind(cell: str) -> bool:
    """Whether a heading over others says direct or indirect of what stands beneath: Direct (hours per week); Consult."""
    return codes.find(cell, "kind") is not None


_AMOUNT = re.compile(r"\b(?:min\w*|hours?|hrs?|sessions?|times|freq\w*)\b", re.IGNORECASE)


def _day(group: str, sub: str) -> str:
    """A day's heading with the month that stands over it, if one does."""
    if month := dates.month_in(group):
        return f"{month[0]}-{month[1]:02d}-{looks.day_of(sub):02d}"
    return f"{group} {sub}" if _month(group) else sub


def _month(text: str) -> bool:
    return dates.month_number(text) is not None or dates.month_in(text) is not None


def _tidy(cell: str | None) -> str:
    return " ".join(looks.unexplained(cell or "").split())
