"""Nothing that a board sees gives a small group back: every sum and difference of what is shown, over random tables."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analytics.suppression import Counts, Hidden, hide
from tests.property.patience import examples

Who = list[list[set[int]]]
"""The students of each cell; one may stand in several."""


@st.composite
def tables(draw: st.DrawFn) -> Who:
    """Up to three by three cells; few students in some, many in others, some of them in two."""
    rows, columns = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    who: Who = [[set() for _ in range(columns)] for _ in range(rows)]
    student = 0
    for row, column in product(range(rows), range(columns)):
        for _ in range(draw(st.sampled_from((0, 1, 2, 3, 4, 6, 9, 15)))):
            who[row][column].add(student)
            student += 1
    for _ in range(draw(st.integers(0, 6)) if student else 0):
        who[draw(st.integers(0, rows - 1))][draw(st.integers(0, columns - 1))].add(draw(st.integers(0, student - 1)))
    return who


def counted(who: Who) -> Counts:
    """The table's counts; each student's own cell is the smallest that has the student."""
    cells = np.array([[len(cell) for cell in row] for row in who])
    own, placed = np.zeros_like(cells), set[int]()
    for row, column in sorted(np.ndindex(cells.shape), key=lambda at: cells[at]):
        own[row, column] = len(who[row][column] - placed)
        placed |= who[row][column]
    rows = np.array([len(set().union(*row)) for row in who])
    columns = np.array([len(set().union(*column)) for column in zip(*who, strict=True)])
    return Counts(cells, own, rows, columns, len(placed))


def known(counts: Counts, hidden: Hidden) -> np.ndarray:
    """What is shown, each as the cells that it sums: a row a figure."""
    rows, columns = counts.cells.shape
    each = np.eye(rows * columns)[~hidden.cells.ravel()]
    of_rows = np.kron(np.eye(rows), np.ones(columns))[~hidden.rows]
    of_columns = np.kron(np.ones(rows), np.eye(columns))[~hidden.columns]
    whole = np.ones((0 if hidden.whole else 1, rows * columns))
    return np.concatenate([each, of_rows, of_columns, whole])


def told(shown: np.ndarray) -> np.ndarray:
    """Every set of cells whose sum follows from what is shown: those that the projection on it leaves as they are."""
    every = np.array(list(product((0.0, 1.0), repeat=shown.shape[1])))
    _, sizes, base = np.linalg.svd(shown, full_matrices=False)
    base = base[sizes > 1e-9]
    return every[np.abs(every - every @ base.T @ base).max(axis=1) < 1e-8]


@examples(60)
@given(who=tables(), least=st.integers(2, 8))
def test_no_small_group_follows_from_what_is_shown(who: Who, least: int) -> None:
    counts = counted(who)
    cells = [cell for row in who for cell in row]
    for chosen in told(known(counts, hide(counts, least))):
        behind = set().union(*(cell for cell, mark in zip(cells, chosen, strict=True) if mark))
        assert not 0 < len(behind) < least


@examples(30)
@given(who=tables(), least=st.integers(2, 8))
def test_what_has_no_small_group_is_shown_whole(who: Who, least: int) -> None:
    counts = counted(who)
    assert counts.columns is not None
    found = hide(counts, least)
    every = [*counts.cells.ravel(), *counts.rows, *counts.columns, counts.whole]
    if not any(0 < number < least for number in every) and (counts.own == counts.cells).all():
        assert not found.cells.any() and not found.rows.any() and not found.columns.any()
    assert not found.cells[counts.cells == 0].any() or found.whole
