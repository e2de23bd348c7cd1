"""What a board sees of the small district that is counted by hand (told_district), and of the sample."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from analytics import board, ledger, policies
from analytics.scope import EVERYTHING, Selection
from data.store import open_store
from tests.analytics.told_district import AS_OF, FILES
from tests.data.loading import Ledger
from tests.sample import copy_of


@pytest.fixture(scope="module")
def cur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    made = Ledger(Path(tmp_path_factory.mktemp("board")))
    for name, text in FILES.items():
        assert made.load(name, text).exit_status == 0, name
    with made.store.cursor() as found:
        yield found
    made.close()


def seen(cur: duckdb.DuckDBPyConnection, least: int, selection: Selection | None = None) -> dict[Any, dict[str, Any]]:
    """The rows of the table by school ("all": of every school) and service."""
    chosen = policies.load(cur, EVERYTHING, AS_OF, overrides={"suppress_below": str(least)})
    found = board.table(cur, EVERYTHING, AS_OF, selection or Selection(), policies=chosen)
    rows = found.astype(object).where(found.notna(), None).to_dict("records")
    return {(row["school"] or "all", row["service"] or "all"): row for row in rows}


@pytest.mark.slow
def test_two_schools_of_one_student_hide_each_other(cur: duckdb.DuckDBPyConnection) -> None:
    """Four students, one at Birch, two at Cedar, one at Dell; groups of two and more may be seen. Cedar: C 120 + 0 of E
    540, nothing excused. All: C 330 of E 1,080 less X 30; no line of four is on track; U 150 + 270."""
    found = seen(cur, 2)
    for school in ("Birch", "Dell"):
        for service in ("OT", "all"):
            row = found[school, service]
            assert row["is_hidden"]
            assert {row[name] for name in board.COLUMNS if name != "is_hidden"} == {None}
    cedar = found["Cedar", "OT"]
    assert (cedar["students"], cedar["adjusted_rate"], cedar["gross_rate"]) == (
        2,
        pytest.approx(120 / 540),
        pytest.approx(120 / 540),
    )
    whole = found["all", "all"]
    assert (whole["students"], whole["band"]) == (4, "critical")
    assert whole["adjusted_rate"] == pytest.approx(330 / 1050)
    assert whole["unaccounted_rate"] == pytest.approx(420 / 1080)
    assert (whole["on_track_rate"], whole["on_track_bound"]) == (0.05, "below")


def test_under_ten_students_nothing_is_shown(cur: duckdb.DuckDBPyConnection) -> None:
    assert all(row["is_hidden"] and row["adjusted_rate"] is None for row in seen(cur, 10).values())


def test_groups_are_suppressed_after_filtering(cur: duckdb.DuckDBPyConnection) -> None:
    """Of T1's lines each school has one student: with groups of two hidden, none of them is shown, only both together."""
    found = seen(cur, 2, Selection(providers=("T1",)))
    assert {key for key, row in found.items() if not row["is_hidden"]} == {("all", "OT"), ("all", "all")}
    assert found["all", "all"]["students"] == 2


@pytest.mark.slow
def test_one_by_one_the_rates_are_capped(cur: duckdb.DuckDBPyConnection) -> None:
    """With n = 1 all groups are shown; Dell's 0 % of one student, under 4 x 1, is told as below 5 %; Birch's 87.5 % is told."""
    found = seen(cur, 1)
    assert not any(row["is_hidden"] for row in found.values())
    assert (found["Dell", "OT"]["adjusted_rate"], found["Dell", "OT"]["adjusted_bound"]) == (0.05, "below")
    assert found["Birch", "OT"]["adjusted_rate"] == pytest.approx(0.875)
    assert (found["Birch", "OT"]["adjusted_bound"], found["Birch", "OT"]["band"]) == ("", "watch")


def test_months_to_date(cur: duckdb.DuckDBPyConnection) -> None:
    """September: C 60 + 120 of E 480 less X 30; October: C 150 of 600. Four students in each."""
    chosen = policies.load(cur, EVERYTHING, AS_OF, overrides={"suppress_below": "2"})
    found = board.months(cur, EVERYTHING, AS_OF, policies=chosen)
    assert found["adjusted_rate"].tolist() == pytest.approx([180 / 450, 150 / 600])
    assert found["students"].tolist() == [4, 4]
    assert not found["is_hidden"].any()


@pytest.mark.slow
def test_nothing_loaded_has_no_rows(tmp_path: Path) -> None:
    store = open_store(tmp_path / "empty.duckdb")
    with store.cursor() as nothing:
        assert board.table(nothing, EVERYTHING, AS_OF).empty
        assert list(board.months(nothing, EVERYTHING, AS_OF).columns) == ["month", *board.COLUMNS]
    store.close()


@pytest.mark.slow
def test_what_is_shown_of_the_sample_is_the_ledger(sample: Path, tmp_path: Path) -> None:
    store = open_store(copy_of(sample, tmp_path / "ledger.duckdb"))
    with store.cursor() as cur:
        day = ledger.default_as_of(cur, EVERYTHING)
        assert day is not None
        found = board.table(cur, EVERYTHING, day)
        said = ledger.by(cur, EVERYTHING, day, keys=("school", "service")).set_index(["school", "service"])
    store.close()
    cells = found[found["school"].notna() & found["service"].notna()].set_index(["school", "service"])
    shown = cells[~cells["is_hidden"]]
    assert 0 < len(shown) < len(cells)
    assert shown["students"].min() >= 10
    exact = shown[shown["adjusted_bound"] == ""]
    pd.testing.assert_series_equal(exact["adjusted_rate"], said.loc[exact.index, "adjusted_rate"], check_names=False)
