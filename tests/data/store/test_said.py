"""What a batch said of each row: runs of new sessions in one entry, all other rows one by one, read as one."""

from typing import Any

from data import history
from tests.data.loading import Ledger, counts, only_file, sheet_of

LOG = "Log ID,Student ID,Service,Date,Minutes,Status\n"
FIRST = LOG + (
    "a,1,OT,9/8/2025,30,Completed\nb,1,OT,9/9/2025,30,Completed\nc,1,OT,no day,30,Completed\nd,1,OT,9/11/2025,30,SA\n"
)
SAID = "record_no, source_row, action"


def said(ledger: Ledger, batch: str, columns: str = SAID) -> list[tuple[Any, ...]]:
    return ledger.ask(f"select {columns} from batch_rows where batch_id = '{batch}' order by record_no")


def listed(ledger: Ledger) -> int:
    return int(ledger.ask("select count(*) from batch_rows_listed")[0][0])


def load(ledger: Ledger, name: str, text: str) -> str:
    return str(only_file(ledger.load(name, text)).batch_id)


def test_new_rows_are_one_run_around_a_row_that_did_not_go_in(ledger: Ledger) -> None:
    batch = load(ledger, "a.csv", FIRST)
    # Headings stand in row 1, so record 0 in row 2: a record's number is its row less 2. Row 4 has no day: it is rejected.
    assert ledger.ask("select source_sheet, first_row, last_row, record_lead from batch_runs") == [("a", 2, 5, -2)]
    assert said(ledger, batch) == [(0, 2, "new"), (1, 3, "new"), (3, 5, "new")]
    assert listed(ledger) == 0
    stored = ledger.ask("select row_key, row_hash, shape from sessions order by source_row")
    assert said(ledger, batch, "row_key, row_hash, shape") == stored


def test_rows_under_a_second_heading_are_a_run_of_their_own(ledger: Ledger) -> None:
    batch = load(ledger, "a.csv", LOG + "a,1,OT,9/8/2025,30,Completed\nb,1,OT,9/9/2025,30,Completed\n" + FIRST[: len(LOG)]
                 + "c,1,OT,9/10/2025,30,Completed\nd,1,OT,9/11/2025,30,Completed\n")  # fmt: skip
    # Record 2 stands in row 5: row 4 repeats the headings.
    assert ledger.ask("select first_row, last_row, record_lead from batch_runs order by first_row") == [
        (2, 3, -2), (5, 6, -3),
    ]  # fmt: skip
    assert said(ledger, batch) == [(0, 2, "new"), (1, 3, "new"), (2, 5, "new"), (3, 6, "new")]


def test_rows_of_which_each_has_several_records_are_listed(ledger: Ledger) -> None:
    days = ",".join(map(str, range(1, 32)))
    grid = f"OT log,\nStudent ID,{days}\n1,30,30{',' * 29}\n2,30,30{',' * 29}\n"
    report = ledger.load("grid.csv", grid, codes={"(no month)": "2025-09"})
    assert counts(sheet_of(report, "sessions"))["new"] == 4
    assert ledger.ask("select count(*) from batch_runs") == [(0,)]
    assert listed(ledger) == 4


def test_a_changed_row_among_new_ones_is_told_once(ledger: Ledger) -> None:
    load(ledger, "a.csv", LOG + "b,1,OT,9/9/2025,30,Completed\nx,1,OT,9/12/2025,30,Completed\n")
    second = LOG + "a,1,OT,9/8/2025,30,Completed\nb,1,OT,9/9/2025,45,Completed\nc,1,OT,9/10/2025,30,Completed\n"
    assert said(ledger, load(ledger, "b.csv", second)) == [(0, 2, "new"), (1, 3, "changed"), (2, 4, "new")]


def test_an_unchanged_row_among_new_ones_leaves_them_a_run(ledger: Ledger) -> None:
    load(ledger, "a.csv", LOG + "b,1,OT,9/9/2025,30,Completed\nx,1,OT,9/12/2025,30,Completed\n")
    second = LOG + "a,1,OT,9/8/2025,30,Completed\nb,1,OT,9/9/2025,30,Completed\nc,1,OT,9/10/2025,30,Completed\n"
    assert said(ledger, load(ledger, "b.csv", second)) == [(0, 2, "new"), (1, 3, "unchanged"), (2, 4, "new")]
    assert listed(ledger) == 1


def test_an_undo_lists_what_a_batch_it_folds_again_said(ledger: Ledger) -> None:
    first = load(ledger, "a.csv", FIRST)
    second = load(ledger, "b.csv", LOG + "a,1,OT,9/8/2025,45,Completed\ne,1,OT,9/12/2025,30,Completed\n")
    before = said(ledger, first, "row_key, row_hash, shape, source_sheet, " + SAID)
    history.undo(ledger.store, second, "tester")
    assert said(ledger, first, "row_key, row_hash, shape, source_sheet, " + SAID) == before
    assert ledger.rows("sessions", "session_id", "minutes") == [("a", 30), ("b", 30), ("d", 30)]
    history.undo(ledger.store, first, "tester")
    assert ledger.rows("sessions", "session_id") == []
