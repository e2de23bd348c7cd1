"""Where a table's headings are, and what they say when two rows share them."""

from collections import Counter

import numpy as np

from data.ingest.tables import joined, labels, legend, looks, week_names
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.layouts import (
    bookings,
    corners,
    day_groups,
    melting,
    name_lists,
    over_days,
    periods,
    probes,
    sites,
    turned,
)
from data.ingest.tables.spread import day_cells, some_dates, week_cells
from data.ingest.values import dates, words

FIRST_ROWS = 80
"""Filled rows among which the first header stands."""
STRAY = 4
"""One colon in more cells than so many is a heading's own (START_DT:), and no label's."""


def find(grid: Grid) -> list[joined.Header]:
    """The headers of a sheet from top to bottom; none where no row is a header."""
    if (first := _of_key(grid)) is not None:
        return [joined.joined(grid, first)]
    found = _found(grid, _places(grid))
    if weeks := {at for header in found[:1] for at in corners.weeks(grid, header.headings)}:
        found = _found(grid, sorted([*((at, False) for at in weeks - dict(_places(grid)).keys()), *_places(grid)]))
    weak = _weak(grid, found[0].rows[0] if found else grid.height)
    return [*([] if weak is None else [joined.joined(grid, weak)]), *found]


def _of_key(grid: Grid) -> int | None:
    """The first filled row, where it heads a key of codes and their meanings; what those mean makes no headings of them."""
    filled = np.flatnonzero(grid.counts)
    cells = [cell for cell in grid.row(int(filled[0])) if cell] if len(filled) else []
    is_key = len(cells) in range(2, legend.MOST_COLUMNS + 1) and legend.heads_key(cells)
    return int(filled[0]) if is_key and (grid.counts[filled] <= len(cells)).all() else None


def _found(grid: Grid, places: list[tuple[int, bool]]) -> list[joined.Header]:
    found: list[joined.Header] = []
    for at, apart in places:
        if found and (at <= found[-1].row or not _begins_anew(grid, at, found[-1], apart=apart)):
            continue
        if _strong(grid, at):
            found.append(joined.joined(grid, at))
    return found


def _begins_anew(grid: Grid, at: int, above: joined.Header, *, apart: bool) -> bool:
    """Whether a row below a header can be another one: apart or certainly headings, and not the same ones, unless of another
    week."""
    if corners.is_of_another_week(grid.row(at), above.headings):
        return True
    return (apart or _certain(grid, at)) and not _again(grid.row(at), above)


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
    if joined.says_one_thing(cells) or bookings.is_slot(cells):
        return False
    if (
        _names_weekdays(grid, at, cells)
        or _heads_grid(grid, at)
        or _is_under_months(grid, at)
        or _is_under_weekdays(grid, at)
    ):
        return True
    if at and over_days.are(grid.row(at - 1), grid.row(at)):
        return True
    spread = some_dates(cells) or day_cells(cells) or week_cells(cells) or _reports(cells)
    rest = [cell.rstrip(" :") if spread else cell for i, cell in enumerate(cells) if i not in spread]
    rest = [cell for cell in rest if not (spread and corners.is_week(cell))]
    known = sum(looks.known(cell) for cell in rest)
    if spread:
        return (
            known >= 1 and (known * 2 >= len(rest) or any(words.heading(cell) in looks.of_students() for cell in rest))
            if rest
            else len(spread) >= 15
            or _has_corner(grid, at)
            or corners.is_over_people(grid, at)
            or bookings.is_over_slots(grid, at)
        )
    if _labelled(grid, at, known, len(cells)):
        return False
    values = sum(looks.is_value(cell) for cell in cells)
    if len(cells) == 1:
        return known == 1 and int(grid.counts.max()) == 1
    known = sum(looks.known(cell.rstrip(" :")) for cell in cells)
    return known >= 2 and known * 5 >= len(cells) * 2 and values * 4 <= len(cells)


def _reports(cells: list[str]) -> list[int]:
    """The places of two different days, of what stands under days (9/8/2025 %, 9/8/2025 Trials), or of grading periods,
    beside a heading of goals: what is reported of them. Of several goals side by side each has its own periods."""
    told = [cell for cell in cells if _GOALS & words.said_by(cell)]
    goals = [cell for cell in told if looks.known(cell) or looks.known(words.unnumbered(cell))]
    if not goals:
        return []
    days = [place for place, cell in enumerate(cells) if dates.looks_like(cell)]
    named = [place for place, cell in enumerate(cells) if periods.read(cell).period]
    if len({cells[place] for place in days}) == len(days) == _TWO:
        return days
    under = [place for place, cell in enumerate(cells) if not dates.looks_like(cell) and day_groups.is_of_a_day(cell)]
    if len({cells[place] for place in under}) == len(under) > _TWO:
        return under
    once = set(Counter(cells[place] for place in named).values()) in ({1}, {len(set(goals))})
    return named if once and len(named) >= _TWO else []


_TWO, _GOALS = 2, frozenset(("goal", "objective"))


def _has_corner(grid: Grid, at: int) -> bool:
    """Whether a row of nothing but days leaves open the column in which what holds for each day is called so beneath."""
    days = some_dates(grid.row(at))
    below = grid.row(at + 1)[days[0] - 1] if days and days[0] > 0 and at + 1 < grid.height else None
    return bool(below and melting.is_of_a_day(below))


def _heads_grid(grid: Grid, at: int) -> bool:
    return any(grid_of.is_header(grid.row(at), grid, at) for grid_of in (turned, probes, name_lists, bookings))


def _names_weekdays(grid: Grid, at: int, cells: list[str]) -> bool:
    """Whether a row heads columns of weekdays, or of their halves (Mon AM): four or more in full, little unknown beside, no
    days of a month around."""
    if at and week_names.are_over(grid.row(at - 1), grid.row(at)):
        return True
    halves = sum(map(sites.is_of_half_a_day, cells))
    named = sum(looks.is_weekday(cell) and len(cell) > 2 for cell in cells) + halves
    strange = sum(not looks.is_weekday(cell) and not looks.known(cell) for cell in cells) - halves
    around = [grid.row(row) for row in (at - 1, at + 1) if 0 <= row < grid.height]
    return named >= 4 and strange <= 2 and not any(day_cells(row) or some_dates(row) for row in around)


def _is_under_months(grid: Grid, at: int) -> bool:
    """Whether a row of days has their months above it, and beside these the students' heading, or none over their names."""
    above = grid.row(at - 1) if at else ()
    if not joined.under_months(above, grid.row(at)):
        return False
    first = next(place for place, cell in enumerate(grid.row(at)) if cell and looks.day_of(cell))
    heads = [words.heading(cell) for cell in (*above[:first], *grid.row(at)[:first]) if cell]
    return any(one in looks.of_students() for one in heads) or corners.has_people(grid, at, first)


def _is_under_weekdays(grid: Grid, at: int) -> bool:
    return bool(at) and joined.under_weekdays(grid.row(at - 1), grid.row(at))


def _labelled(grid: Grid, at: int, known: int, count: int) -> bool:
    """Whether a row is labels beside values rather than headings: every second cell is no heading."""
    cells = grid.row(at)
    named = sum(cell.endswith(":") for cell in cells if cell)
    if named and known * 2 <= count and (named * STRAY > count or count <= STRAY):
        return True
    if labels.alternate([cell for cell in cells if cell]):
        return True
    pairs, titles = labels.read(cells)
    if pairs and labels.are_pairs([cell for cell in cells if cell]):
        return True
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


def _again(cells: Cells, header: joined.Header) -> bool:
    """Whether a row says a header's headings once more, and none in the place of another: Hours where Minutes stood."""
    said = {i: words.heading(cell) for i, cell in enumerate(cells) if cell}
    told = {i: words.heading(cell) for i, cell in enumerate(header.headings) if cell}
    is_other = any(_is_another(said[i], told[i]) for i in said.keys() & told.keys())
    return not is_other and len(said.items() & told.items()) * 5 >= len(told) * 4


def _is_another(one: str, other: str) -> bool:
    """Whether two headings that districts use are none of the same words: Min and Minutes are."""
    return looks.known(one) and looks.known(other) and words.spelt_out(one) != words.spelt_out(other)
