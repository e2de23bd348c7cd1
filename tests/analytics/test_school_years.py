"""Figures of one school year where two are on file; worked out in tests/two_years.py."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from analytics import attention, board, caseload, compliance, days, figures, ledger, mix, overview, rollups
from analytics.scope import EVERYTHING
from data.store import open_store
from tests import two_years
from tests.two_years import AS_OF, FIRST, NOW, THEN


@pytest.fixture(scope="module")
def cur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    store = open_store(two_years.write(tmp_path_factory.mktemp("years") / "ledger.duckdb"))
    with store.cursor() as cursor:
        yield cursor
    store.close()


def test_only_a_year_with_older_ones_begins_on_a_day(cur: duckdb.DuckDBPyConnection) -> None:
    assert days.first_day(cur, EVERYTHING, NOW) == FIRST
    assert days.first_day(cur, EVERYTHING, THEN) is None


def test_a_month_outside_the_range_has_no_row(cur: duckdb.DuckDBPyConnection) -> None:
    months = ledger.by(cur, EVERYTHING, AS_OF, keys=("month",), from_day=FIRST)
    assert [f"{month:%Y-%m}" for month in months["month"]] == ["2026-09"]
    assert overview.history(cur, EVERYTHING, AS_OF, from_day=FIRST)["expected_minutes"].tolist() == [516]
    (row,) = board.months(cur, EVERYTHING, AS_OF, from_day=FIRST).to_dict("records")
    assert f"{row['month']:%Y-%m}" == "2026-09"


def test_cycles_outside_the_range_are_neither_met_nor_missed(cur: duckdb.DuckDBPyConnection) -> None:
    """Four whole weeks each in 2026-27: Ann was seen twice in all of them, Cas in one. In March Ann was in 2 of 3, Bob in 3."""
    this_year, to_date = (
        ledger.conformity(cur, EVERYTHING, AS_OF, from_day=first)["cycles_met_rate"].iloc[0] for first in (FIRST, None)
    )
    assert this_year == pytest.approx(5 / 8)
    assert to_date == pytest.approx((5 + 5) / (8 + 6))


def test_lines_of_an_earlier_year_are_in_no_list_of_this_one(cur: duckdb.DuckDBPyConnection) -> None:
    assert ledger.lines(cur, EVERYTHING, AS_OF, from_day=FIRST)["line_id"].tolist() == ["L2", "L4"]
    (service,) = overview.services(cur, EVERYTHING, AS_OF, from_day=FIRST).to_dict("records")
    assert (service["students"], service["expected_minutes"]) == (2, 516)
    assert (service["open_make_ups"], service["open_make_up_minutes"]) == (2, 240)


def test_what_is_open_is_told_by_the_year_in_which_its_period_ended(cur: duckdb.DuckDBPyConnection) -> None:
    by_year = compliance.by_year(ledger.make_ups(cur, EVERYTHING, AS_OF))
    assert by_year.to_numpy().tolist() == [[2025, 1, 60], [2026, 1, 180]]
    assert compliance.by_year(ledger.make_ups(cur, EVERYTHING, AS_OF).iloc[:0]).empty


def test_the_other_figures_of_a_page_take_the_range(cur: duckdb.DuckDBPyConnection) -> None:
    assert mix.by(cur, EVERYTHING, AS_OF, from_day=FIRST)[["planned_minutes", "delivered_minutes"]].sum().tolist() == [
        516, 300,
    ]  # fmt: skip
    missed = ledger.reasons(cur, EVERYTHING, AS_OF, from_day=FIRST).set_index("reason")["minutes"]
    assert missed.to_dict() == {"no_record": 120, "provider_absent": 60}
    assert caseload.providers(cur, EVERYTHING, AS_OF, from_day=FIRST)["missed_provider_minutes"].tolist() == [60]
    assert compliance.outlook(cur, EVERYTHING, AS_OF, from_day=FIRST)["credited_minutes"].tolist() == [300]
    found = attention.needs_decision(cur, EVERYTHING, AS_OF, from_day=FIRST)
    assert {one.kind for one in found} <= {"newly_critical", "ending"}


def test_a_session_stands_in_the_year_of_its_day_too(cur: duckdb.DuckDBPyConnection) -> None:
    rows = ledger.session_rows(cur, EVERYTHING, AS_OF, from_day=FIRST)
    assert (len(rows), rows["session_date"].min().date() >= FIRST) == (12, True)


@pytest.mark.slow
def test_stored_months_tell_the_year(tmp_path: Path) -> None:
    """As the sessions do: no credit period lies on both sides of July 1."""
    store = open_store(two_years.write(tmp_path / "ledger.duckdb"))
    assert rollups.keep_up(store, least=0)
    with store.cursor() as cursor:
        held = rollups.stored(cursor, figures.parameters(cursor, EVERYTHING, AS_OF, from_day=FIRST))
        assert held is not None
        assert not held.has_others
        (row,) = ledger.headline(cursor, EVERYTHING, AS_OF, from_day=FIRST).to_dict("records")
        items = ledger.make_ups(cursor, EVERYTHING, AS_OF, from_day=FIRST)
    store.close()
    told = ("expected_minutes", "credited_minutes", "make_up_minutes", "students", "students_behind", "lines")
    assert [row[name] for name in told] == pytest.approx([516, 300, 180, 2, 1, 2])
    assert items["make_up_minutes"].tolist() == pytest.approx([180])


@pytest.mark.slow
def test_a_period_over_july_is_worked_out_from_the_sessions(tmp_path: Path) -> None:
    """Dan's 100 minutes of an IEP year from Jun 1 to Sep 4 are 5 days of June and 4 of September: 11.1 a day, 44.4 in 2026-27.
    40 were given in June and 60 in September: 44.4 are credited of that, though 100 of 100 are to date."""
    store = open_store(two_years.write(tmp_path / "ledger.duckdb"))
    two_years.load(store, "over-july.csv", two_years.OVER_JULY)
    two_years.load(store, "log-over-july.csv", two_years.LOG_OVER_JULY)
    with store.cursor() as cursor:
        alone = ledger.by(cursor, EVERYTHING, AS_OF, keys=("line",), from_day=FIRST).set_index("line")
    assert rollups.keep_up(store, least=0)
    with store.cursor() as cursor:
        held = rollups.stored(cursor, figures.parameters(cursor, EVERYTHING, AS_OF, from_day=FIRST))
        assert held is not None
        assert held.has_others
        rolled = ledger.by(cursor, EVERYTHING, AS_OF, keys=("line",), from_day=FIRST).set_index("line")
    store.close()
    for told in (alone, rolled):
        assert told.loc["L5", "expected_minutes"] == pytest.approx(400 / 9)
        assert told.loc["L5", "credited_minutes"] == pytest.approx(400 / 9)
        assert told.loc["L2", "expected_minutes"] == pytest.approx(276)
