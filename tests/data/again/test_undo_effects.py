"""What an undo would change, told before it is done; done, it changes just that."""

import pytest

from data import history
from tests.data.loading import Ledger, only_file

LOG = "Log ID,Student ID,Service,Date,Minutes,Status\n"
LINES = "Student ID,Service,Frequency,Start Date\n1,OT,30 min Weekly,8/25/2025\n"


def effects(ledger: Ledger, batch: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in history.effects(ledger.store, batch).itertuples(index=False)]


@pytest.mark.slow
def test_rows_that_go_and_rows_that_are_as_before(ledger: Ledger) -> None:
    ledger.load("a.csv", LOG + "a,1,OT,9/8/2025,30,Completed\nb,1,OT,9/9/2025,30,Completed\n")
    second = LOG + "a,1,OT,9/8/2025,45,Completed\nb,1,OT,9/9/2025,30,Completed\nc,1,OT,9/10/2025,60,Completed\n"
    batch = str(only_file(ledger.load("b.csv", second)).batch_id)
    # c goes with its 60; a is again 30 instead of 45; b stays
    assert effects(ledger, batch) == [("sessions", 1, 0, 1, 105.0, 30.0)]
    assert ledger.ask("select sum(minutes) from sessions where known_to is null") == [(135,)]
    history.undo(ledger.store, batch, "tester")
    assert ledger.ask("select sum(minutes) from sessions where known_to is null") == [(60,)]


@pytest.mark.slow
def test_rows_that_a_replace_took_out_come_back(ledger: Ledger) -> None:
    ledger.load("a.csv", LOG + "a,1,OT,9/8/2025,30,Completed\nb,1,OT,9/9/2025,20,Completed\nc,1,OT,9/10/2025,30,SA\n")
    report = ledger.load("b.csv", LOG + "a,1,OT,9/8/2025,30,Completed\nc,1,OT,9/10/2025,30,SA\n", mode="replace")
    assert effects(ledger, str(only_file(report).batch_id)) == [("sessions", 0, 1, 0, 0.0, 20.0)]


def test_lines_and_the_people_they_name(ledger: Ledger) -> None:
    batch = str(only_file(ledger.load("lines.csv", LINES)).batch_id)
    assert effects(ledger, batch) == [("service_lines", 1, 0, 0, 0.0, 0.0)]


@pytest.mark.slow
def test_an_upload_that_only_repeats_changes_nothing(ledger: Ledger) -> None:
    ledger.load("lines.csv", LINES)
    again = ledger.load("again.csv", LINES + "\n")
    assert effects(ledger, str(only_file(again).batch_id)) == []
