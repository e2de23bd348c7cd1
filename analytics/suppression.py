"""Which cells of a table a board must not see, so that no figure of a few students can be read or worked out (rules 13)."""

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, connected_components, maximum_flow

Numbers = npt.NDArray[np.int64]
Marks = npt.NDArray[np.bool_]
HIGH, LOW = 0.95, 0.05
SMALL = 4
"""A group of fewer than four times the smallest group shown is small: its extreme rates are capped (decision 0099)."""
_ENDLESS = 1_000_000_000


@dataclass(frozen=True)
class Counts:
    """Students behind the cells of a table and behind its totals."""

    cells: Numbers
    """Rows x columns: different students of each cell; 0 where there is nobody."""
    own: Numbers
    """The same with each student counted in one cell only: however cells are joined, at least so many are behind them."""
    rows: Numbers
    columns: Numbers | None
    """None where no totals by column are shown: a list is a table of one row."""
    whole: int


@dataclass(frozen=True)
class Hidden:
    """Which cells and totals aren't shown."""

    cells: Marks
    rows: Marks
    columns: Marks
    whole: bool = False


def hide(counts: Counts, least: int) -> Hidden:
    """What to leave out of a table with totals so that no group of fewer than ``least`` students can be seen or computed.

    A cell or total with fewer students is hidden (one with nobody is not). The totals are sums of the cells, so whoever has
    them can subtract; as long as a smaller group can still be had by adding and subtracting what is shown, one more cell,
    the smallest that helps, is hidden, and a total where no cell helps. Where the whole table has fewer, nothing is shown.
    """
    cells, rows, columns = (np.ones(size, dtype=bool) for size in (counts.cells.shape, *counts.cells.shape))
    if 0 < counts.whole < least:
        return Hidden(cells, rows, columns, True)
    if counts.columns is not None:
        columns = _few(counts.columns, least)
    few = Hidden(_few(counts.cells, least), _few(counts.rows, least), columns)
    while (leak := _leak(counts, few, least)) is not None:
        few = _more(counts, few, leak)
    return few


def _few(students: Numbers, least: int) -> Marks:
    return (students > 0) & (students < least)


@dataclass(frozen=True)
class _Leak:
    """Rows and columns whose sums give a small group away: those rows' totals less those columns' totals."""

    rows: Marks
    columns: Marks


def _leak(counts: Counts, hidden: Hidden, least: int) -> _Leak | None:
    """A group of fewer than ``least`` that sums and differences of the shown figures give, if there is one.

    Take rows and columns as points and hidden cells as lines between them. What is known of the hidden cells are sums by
    point. Adding some rows' sums and subtracting some columns' leaves exactly the cells that lead from a chosen row to a
    column that isn't chosen, if none leads the other way. The smallest such set for a cell is a least cut.
    """
    rows, columns = _points(hidden.rows), _points(hidden.columns)
    first = int(rows.max(initial=-1)) + 1
    at, to = rows[np.nonzero(hidden.cells)[0]], first + columns[np.nonzero(hidden.cells)[1]]
    own = counts.own[hidden.cells]
    size = first + int(columns.max(initial=-1)) + 1
    forth = csr_matrix((own, (at, to)), (size, size), dtype=np.int32)
    back = csr_matrix((np.ones_like(own), (to, at)), (size, size), dtype=np.int32).minimum(1) * _ENDLESS
    graph = (forth + back).tocsr()
    _, tied = connected_components(forth >= least, directed=False) if forth.nnz else (0, np.arange(size))
    for start, end in sorted({(int(a), int(b)) for a, b in zip(at, to, strict=True)}):
        if tied[start] == tied[end]:
            continue
        found = maximum_flow(graph, start, end)
        if found.flow_value < least:
            side = np.isin(np.arange(size), _reached(graph - found.flow, start))
            return _Leak(side[rows], side[first + columns])
    return None


def _points(hidden: Marks) -> Numbers:
    """A number for each row with a total that is shown, and one for all others together: of these only the sum is known."""
    numbers = np.cumsum(~hidden) - 1
    return np.where(hidden, int((~hidden).sum()), numbers)


def _reached(rest: Any, start: int) -> Numbers:
    reached: Numbers = breadth_first_order((rest > 0).tocsr(), start, return_predecessors=False)
    return reached


def _more(counts: Counts, hidden: Hidden, leak: _Leak) -> Hidden:
    """One more cell hidden, the smallest with which this leak isn't one; where there is none, one more total."""
    crossing = leak.rows[:, None] != leak.columns[None, :]
    shown = np.where(crossing & ~hidden.cells & (counts.cells > 0), counts.cells, _ENDLESS)
    if shown.min() < _ENDLESS:
        return replace(hidden, cells=hidden.cells | _at(shown))
    return _total(counts, hidden, leak)


def _total(counts: Counts, hidden: Hidden, leak: _Leak) -> Hidden:
    """The smallest total that is still shown: of rows where rows leak, of columns where columns do; first of those."""
    other = _Leak(~leak.rows, ~leak.columns)
    few, rest = sorted((leak, other), key=lambda one: int(one.rows.sum() + one.columns.sum()))
    kinds = ("rows", "columns") if few.rows.sum() >= few.columns.sum() else ("columns", "rows")
    for kind in kinds:
        for side in (few, rest):
            students, marks = getattr(counts, kind), getattr(hidden, kind)
            if students is None:
                continue
            shown = np.where(~marks & getattr(side, kind) & (students > 0), students, _ENDLESS)
            if shown.min(initial=_ENDLESS) < _ENDLESS:
                return replace(hidden, **{kind: marks | _at(shown)})
    raise AssertionError("a table whose every total is hidden has no leak")


def _at(numbers: Numbers) -> Marks:
    mark = np.zeros(numbers.shape, dtype=bool)
    mark[np.unravel_index(int(numbers.argmin()), numbers.shape)] = True
    return mark


def capped(rate: float | None, students: int, least: int) -> tuple[float | None, str]:
    """A rate as a board may see it: in a small group (fewer than SMALL x ``least``) nothing above 95 % or below 5 %.

    The rate and what it is: "" exact, "above" or "below" where it stands for all beyond the cap. Else every student of the
    group would be known to have all, or nothing.
    """
    if rate is None or math.isnan(rate) or students >= SMALL * least or LOW <= rate <= HIGH:
        return rate, ""
    return (HIGH, "above") if rate > HIGH else (LOW, "below")
