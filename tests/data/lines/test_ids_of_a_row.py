"""A row of the file that is several records (push-in and pull-out minutes beside each other) has its own id for each."""

from datetime import date

from analytics.ledger import by
from analytics.scope import EVERYTHING
from data.store import Store
from tests.data.loading import Ledger, tried
from tests.shapes.shape import drawn, text

GRID = """
    Line ID|Student ID|Service|Push-in Min/Wk|Pull-out Min/Wk|Start|End
    5001|99001|OT|30|60|9/2/2025|6/12/2026
    5002|99002|OT|0|60|9/2/2025|6/12/2026
    """
LOG = """
    Log ID|Student ID|Line ID|Date|Service|Setting|Minutes
    1|99001|5001|10/3/2025|OT|Push-in|30
    2|99001|5001|10/6/2025|OT|Pull-out|60
    """


def test_two_lines_of_a_row_are_two_ids(store: Store) -> None:
    with tried(store, "grid.csv", text(drawn(GRID))) as trial:
        told = trial.rows("service_lines", "line_id", "setting", "amount_minutes")
    assert told == [("5001", "pull_out", 60), ("5001 (2)", "push_in", 30), ("5002", "pull_out", 60)]


def test_the_same_grid_again_changes_nothing(ledger: Ledger) -> None:
    ledger.load("grid.csv", text(drawn(GRID)))
    again = ledger.load("grid 2.csv", text([*drawn(GRID), []]))
    assert [(sheet.new, sheet.changed, sheet.unchanged) for sheet in again.files[0].sheets] == [(0, 0, 3)]


def test_sessions_of_a_row_are_two_ids(store: Store) -> None:
    rows = drawn("""
        Log ID|Student ID|Date|Service|Direct Minutes|Indirect Minutes
        80231|99001|10/3/2025|OT|30|15
        80234|99001|10/10/2025|OT|30|0
        """)
    with tried(store, "log.csv", text(rows)) as trial:
        told = trial.rows("sessions", "session_id", "kind", "minutes", "status")
    assert told == [
        ("80231", "direct", 30, "delivered"), ("80231 (2)", "indirect", 15, "delivered"), ("80234", "direct", 30, "delivered"),
    ]  # fmt: skip


def test_a_row_that_stands_twice_still_waits(store: Store) -> None:
    rows = [*drawn(GRID), ["5002", "99002", "OT", "", "45", "9/2/2025", "6/12/2026"]]
    with tried(store, "grid.csv", text(rows)) as trial:
        assert [line for (line,) in trial.rows("service_lines", "line_id")] == ["5001", "5001 (2)"]


def test_a_session_goes_to_that_line_of_the_row_which_it_fits(ledger: Ledger) -> None:
    """Push-in owes 30 a week, pull-out 60; both sessions name the row."""
    ledger.load("grid.csv", text(drawn(GRID)))
    ledger.load("log.csv", text(drawn(LOG)))
    with ledger.cursor() as cur:
        told = by(cur, EVERYTHING, date(2025, 10, 10), keys=("line",)).set_index("line")["delivered_minutes"].to_dict()
    assert told == {"5001": 60, "5001 (2)": 30, "5002": 0}


def test_a_line_that_gets_another_beside_it_stays_the_same(ledger: Ledger) -> None:
    ledger.load("grid.csv", text(drawn(GRID)))
    ledger.load("grid 2.csv", text(drawn(GRID.replace("OT|0|60", "OT|15|60"))))
    told = ledger.rows("service_lines", "line_id", "setting", "amount_minutes")
    assert told[2:] == [("5002", "pull_out", 60), ("5002 (2)", "push_in", 15)]


CHANGED = """
    Line ID|Student ID|Service|Frequency|Start|End|Notes
    5001|99001|OT|2x30 weekly|9/2/2025|6/12/2026|Reduced to 1x30 weekly on 11/10/2025
    """
AROUND = """
    Log ID|Student ID|Line ID|Date|Service|Minutes
    1|99001|5001|10/6/2025|OT|30
    2|99001|5001|12/1/2025|OT|45
    """


def test_a_session_goes_to_the_amount_of_its_day(ledger: Ledger) -> None:
    """60 a week until November 9, then 30: October's 30 minutes are of the first, December's 45 of the second."""
    ledger.load("lines.csv", text(drawn(CHANGED)))
    ledger.load("log.csv", text(drawn(AROUND)))
    with ledger.cursor() as cur:
        told = by(cur, EVERYTHING, date(2025, 12, 12), keys=("line",)).set_index("line")["delivered_minutes"].to_dict()
    assert told == {"5001": 30, "5001 (2)": 45}


def test_rows_of_one_id_that_follow_one_another_are_its_periods(store: Store) -> None:
    """5001 is 60 up to November 14 and 30 from the 15th on; the rows of 5002 overlap."""
    rows = drawn("""
        Service ID|Student ID|Service|Min/Wk|Start|End
        5001|99001|OT|30|11/15/2025|6/12/2026
        5001|99001|OT|60|9/2/2025|11/14/2025
        5002|99002|OT|60|9/2/2025|6/12/2026
        5002|99002|OT|30|11/15/2025|6/12/2026
        5004|99005|OT|45|9/2/2025|6/12/2026
        """)
    with tried(store, "grid.csv", text(rows)) as trial:
        told = trial.rows("service_lines", "line_id", "amount_minutes", "start_date")
    assert told == [
        ("5001 (2)", 30, date(2025, 11, 15)), ("5001", 60, date(2025, 9, 2)), ("5004", 45, date(2025, 9, 2)),
    ]  # fmt: skip
