"""Three definitions of delivered %, students by rate, the year's end and the worklists, counted by hand (told_district)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from analytics import compliance, ledger
from analytics.scope import EVERYTHING, Selection
from data.errors import UserError
from tests.analytics.told_district import AS_OF, FILES
from tests.data.loading import Ledger


@pytest.fixture(scope="module")
def cur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    made = Ledger(Path(tmp_path_factory.mktemp("compliance")))
    for name, text in FILES.items():
        assert made.load(name, text).exit_status == 0, name
    with made.store.cursor() as found:
        yield found
    made.close()


@pytest.mark.slow
def test_what_a_provider_caused_is_capped_by_what_is_missing(cur: duckdb.DuckDBPyConnection) -> None:
    """L1: 30 of September; October's 30 were given two days later. L3: all 270. No record (L2, L4) is nobody's."""
    rows = compliance.by(cur, EVERYTHING, AS_OF, keys=("line",)).set_index("line")
    assert rows["provider_caused_minutes"].to_dict() == {"L1": 30, "L2": 0, "L3": 270, "L4": 0}
    assert rows["provider_rate"].to_dict() == pytest.approx({"L1": 240 / 270, "L2": 1.0, "L3": 0.0, "L4": 1.0})
    assert rows["adjusted_rate"].to_dict() == pytest.approx({"L1": 210 / 240, "L2": 120 / 270, "L3": 0, "L4": 0})
    assert rows["gross_rate"]["L1"] == pytest.approx(210 / 270)


@pytest.mark.slow
def test_the_definitions_are_additive_and_beside_the_ledger(cur: duckdb.DuckDBPyConnection) -> None:
    whole = compliance.by(cur, EVERYTHING, AS_OF).iloc[0]
    head = ledger.headline(cur, EVERYTHING, AS_OF).iloc[0]
    assert (whole["expected_minutes"], whole["credited_minutes"]) == (1080, 330)
    assert (whole["gross_rate"], whole["adjusted_rate"]) == (head["gross_rate"], head["adjusted_rate"])
    assert (whole["provider_caused_minutes"], whole["provider_rate"]) == (300, pytest.approx(780 / 1080))
    months = compliance.by(cur, EVERYTHING, AS_OF, keys=("month",))
    assert months["provider_caused_minutes"].tolist() == [30 + 120, 0 + 150]


def test_minutes_of_open_periods(cur: duckdb.DuckDBPyConnection) -> None:
    """On Oct 15 each line has two whole weeks of October's period and three fifths of a third: 78 minutes."""
    months = compliance.by(cur, EVERYTHING, date(2025, 10, 15), keys=("month",))
    assert months["open_minutes"].tolist() == [0, pytest.approx(4 * 78)]
    assert compliance.by(cur, EVERYTHING, AS_OF).iloc[0]["open_minutes"] == 0


def test_students_by_rate(cur: duckdb.DuckDBPyConnection) -> None:
    """Adjusted: 87.5 %, 44.4 %, 0, 0. Gross: 77.8 % for the first. Provider only: 88.9 %, 100 %, 0, 100 %."""
    found = compliance.distribution(cur, EVERYTHING, AS_OF)
    by_measure = {
        name: dict(zip(rows["bin"], rows["students"], strict=True)) for name, rows in found.groupby("measure")
    }
    assert by_measure == {
        "adjusted_rate": {8: 1, 4: 1, 0: 2}, "gross_rate": {7: 1, 4: 1, 0: 2}, "provider_rate": {8: 1, 10: 2, 0: 1},
    }  # fmt: skip


def test_the_outlook_sums_the_paces_of_its_lines(cur: duckdb.DuckDBPyConnection) -> None:
    """Six weeks of 30 a line: L1 gave all 180, L2 30, the others nothing: 210 of 720. Four weeks of 30 are to come a line.
    (330 + 210 / 720 x 480) / (1050 + 480). Short: 30 + 150 + 270 + 270 = 720, over four weeks."""
    row = compliance.outlook(cur, EVERYTHING, AS_OF).iloc[0]
    assert (row["credited_minutes"], row["due_minutes"], row["remaining_minutes"]) == (330, 1050, 480)
    assert row["pace"] == pytest.approx(210 / 720)
    assert row["projected_rate"] == pytest.approx(470 / 1530)
    assert (row["short_minutes"], row["catch_up_minutes_per_week"], row["weeks_left"]) == (720, 180, 4)
    assert row["ended_minutes"] == 0


def test_the_outlook_of_groups(cur: duckdb.DuckDBPyConnection) -> None:
    """Birch: pace 1, (210 + 120) / (240 + 120). Cedar: pace 30 / 360, (120 + 20) / (540 + 240)."""
    rows = compliance.outlook(cur, EVERYTHING, AS_OF, keys=("school",)).set_index("school")["projected_rate"]
    assert rows.to_dict() == pytest.approx({"Birch": 330 / 360, "Cedar": 140 / 780, "Dell": 0})
    with pytest.raises(UserError):
        compliance.outlook(cur, EVERYTHING, AS_OF, keys=("month",))


def test_the_outlook_of_one_line_is_that_of_the_lines(cur: duckdb.DuckDBPyConnection) -> None:
    lines = ledger.lines(cur, EVERYTHING, AS_OF).set_index("line_id")
    rows = compliance.outlook(cur, EVERYTHING, AS_OF, keys=("line",)).set_index("line")
    for name in ("projected_rate", "catch_up_minutes_per_week", "remaining_minutes"):
        assert rows[name].to_dict() == pytest.approx(lines[name].to_dict()), name


@pytest.mark.slow
def test_after_the_last_day_nothing_can_be_caught_up(cur: duckdb.DuckDBPyConnection) -> None:
    row = compliance.outlook(cur, EVERYTHING, date(2025, 11, 28), Selection(schools=("Birch",))).iloc[0]
    assert (row["short_minutes"], row["ended_minutes"]) == (30, 30)
    assert row["catch_up_minutes_per_week"] != row["catch_up_minutes_per_week"]


def test_the_worklists_by_provider(cur: duckdb.DuckDBPyConnection) -> None:
    """T2: two periods of L3, 270 minutes, nine sessions. T3 the same without a record. T1: L1's 30 and L2's 150."""
    found = compliance.worklists(cur, EVERYTHING, AS_OF)
    rows = found.set_index("provider_id")
    assert rows["make_up_minutes"].to_dict() == {"T2": 270, "T3": 270, "T1": 180}
    assert rows["make_up_sessions"].to_dict() == {"T2": 9, "T3": 9, "T1": 6}
    assert rows["unaccounted_minutes"].to_dict() == {"T2": 0, "T3": 270, "T1": 150}
    assert rows.loc["T1", ["items", "students", "offered", "settled"]].tolist() == [2, 2, 0, 0]
    assert str(rows.loc["T1", "since"])[:10] == "2025-09-26"  # the last day of September's credit month
    assert list(compliance.by_provider(ledger.make_ups(cur, EVERYTHING, AS_OF).head(0)).columns) == list(found.columns)
