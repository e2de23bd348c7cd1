"""Which cells a board doesn't see (rules 13), worked out by hand; n is 10 unless a test says otherwise."""

import numpy as np
import pytest

from analytics.suppression import Counts, capped, hide

N = 10


def table(*rows: tuple[int, ...], own: tuple[tuple[int, ...], ...] = ()) -> Counts:
    """A table in which no student stands twice, unless ``own`` says so; totals are sums of ``own``."""
    cells = np.array(rows)
    alone = np.array(own) if own else cells
    return Counts(cells, alone, alone.sum(axis=1), alone.sum(axis=0), int(alone.sum()))


def seen(counts: Counts, least: int = N) -> list[str]:
    """The table as the board has it: a row a line, the row's total last, the columns' totals at the end; ? is hidden."""
    found = hide(counts, least)
    assert counts.columns is not None
    lines = zip(counts.cells, found.cells, counts.rows, found.rows, strict=True)
    told = [" ".join([*_told(cells, marks), *_told([total], [mark])]) for cells, marks, total, mark in lines]
    return [*told, " ".join([*_told(counts.columns, found.columns), *_told([counts.whole], [found.whole])])]


def _told(numbers, marks) -> list[str]:  # type: ignore[no-untyped-def]
    return ["?" if mark else str(number) for number, mark in zip(numbers, marks, strict=True)]


def test_large_groups_are_all_shown_and_nobody_is_no_group() -> None:
    assert seen(table((10, 0, 40), (12, 30, 11))) == ["10 0 40 50", "12 30 11 53", "22 30 51 103"]


def test_a_second_cell_in_the_row_and_in_the_column_goes_with_a_small_one() -> None:
    """4 is small. 64 - 60 would give it back, so 60 goes too; 24 - 20 would, so 20 goes. And 30 must go: 90 - 30 would
    give the 60, and with it the 4."""
    assert seen(table((4, 60), (20, 30))) == ["? ? 64", "? ? 50", "24 90 114"]


def test_the_smallest_cells_that_help_are_taken() -> None:
    """Row 1 hides 4 and its next smallest, 15; column 1 hides 4 and 12; the square is closed by 40: 4-15-40-12."""
    assert seen(table((4, 15, 90), (12, 40, 80), (50, 60, 70))) == [
        "? ? 90 109", "? ? 80 132", "50 60 70 180", "66 115 240 421",
    ]  # fmt: skip


def test_two_small_cells_don_t_cover_each_other() -> None:
    """3 and 4 hide each other, but 47 - 40 gives their sum, a group of 7: the 40 goes as well. Each of the three columns
    needs a second cell then, or 83 - 80 would give the 3: the smallest are the 30s."""
    assert seen(table((3, 4, 40), (30, 30, 30), (50, 50, 50))) == [
        "? ? ? 47", "? ? ? 90", "50 50 50 150", "83 84 120 287",
    ]  # fmt: skip


def test_two_small_cells_of_ten_together_are_enough_for_a_row() -> None:
    """6 + 6 = 12 in the row and in each column: nobody can tell them apart, and together they may be seen."""
    assert seen(table((6, 6), (6, 6))) == ["? ? 12", "? ? 12", "12 12 24"]


def test_the_same_students_in_two_cells_count_once() -> None:
    """Six students have both services: the row's two cells are a group of 6, not of 12, so the 40 goes too."""
    same = table((6, 6, 40), (20, 20, 20), own=((6, 0, 40), (20, 20, 20)))
    assert seen(same) == ["? ? ? 46", "? ? ? 60", "26 20 60 106"]
    apart = table((6, 6, 40), (20, 20, 20))
    assert seen(apart) == ["? ? 40 52", "? ? 20 60", "26 26 60 112"]


def test_a_small_total_goes_with_the_smallest_other_total() -> None:
    """School 1 has 5 students, so its total is hidden; 65 less the other two would give it back, so school 2's, the
    smaller, goes as well, with its cells: 30 - 20 - 8 would give the 2, 35 - 20 - 12 the 3."""
    assert seen(table((2, 3), (8, 12), (20, 20))) == ["? ? ?", "? ? ?", "20 20 40", "30 35 65"]


def test_a_small_table_is_hidden_whole() -> None:
    assert seen(table((4, 0), (2, 3))) == ["? ? ?", "? ? ?", "? ? ?"]


def test_an_empty_table_hides_nothing() -> None:
    assert seen(Counts(np.zeros((0, 0), int), np.zeros((0, 0), int), np.zeros(0, int), np.zeros(0, int), 0)) == ["0"]


def test_a_list_hides_a_second_month() -> None:
    """August has 6 of the 90 students; the year less the other months would tell of August, so the next smallest goes."""
    months, own = np.array([[6, 88, 85, 90]]), np.array([[6, 3, 79, 2]])
    counts = Counts(months, own, np.array([90]), None, 90)
    assert hide(counts, N).cells[0].tolist() == [True, False, True, False]


def test_the_policy_sets_the_smallest_group() -> None:
    assert seen(table((4, 60), (20, 30)), least=4) == ["4 60 64", "20 30 50", "24 90 114"]


@pytest.mark.parametrize(
    ("rate", "students", "told"),
    [
        (1.0, 12, (0.95, "above")), (0.951, 39, (0.95, "above")), (0.95, 12, (0.95, "")), (0.049, 12, (0.05, "below")),
        (0.0, 39, (0.05, "below")), (0.05, 12, (0.05, "")), (1.0, 40, (1.0, "")), (0.0, 400, (0.0, "")), (None, 12, (None, "")),
    ],
)  # fmt: skip
def test_extreme_rates_of_a_small_group_are_capped(
    rate: float | None, students: int, told: tuple[float | None, str]
) -> None:
    """Small is under 4 x 10 = 40 students; beyond 95 % and 5 % only that is told."""
    assert capped(rate, students, N) == told
