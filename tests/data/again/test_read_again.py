"""The very file that is loaded, read otherwise after an answer: it counts once, and an undo brings the first reading back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data import history
from tests.data.loading import Ledger, counts, sheet_of

LOG = (
    "Student ID,Date,Start,Service,Minutes,Worker\n"
    "61021,9/8/2025,13:30,OT,30,Chidi Okafor\n61022,9/9/2025,09:00,OT,45,Anya Petrov\n"
)
OTHER = "Student ID,Date,Start,Service,Minutes\n61022,9/9/2025,09:00,OT,45\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = Ledger(tmp_path)
    yield made
    made.close()


def sessions(ledger: Ledger) -> list[tuple[Any, ...]]:
    return ledger.rows("sessions", "student_id", "minutes", "provider_id is not null", "start_time is not null")


def load(ledger: Ledger, **said: Any) -> str:
    report = ledger.load("log.csv", LOG, **said)
    assert report.files[0].batch_id
    return report.files[0].batch_id


FIRST = [("61021", 30, False, True), ("61022", 45, False, True)]
NAMED = [("61021", 30, True, True), ("61022", 45, True, True)]
UNTIMED = [("61021", 30, True, False), ("61022", 45, True, False)]


@pytest.mark.slow
def test_minutes_count_once_whatever_the_answers_change(ledger: Ledger) -> None:
    load(ledger)
    assert sessions(ledger) == FIRST
    load(ledger, map={"Worker": "provider_name"})
    assert sessions(ledger) == NAMED
    load(ledger, map={"Worker": "provider_name", "Start": ""})
    assert sessions(ledger) == UNTIMED


@pytest.mark.slow
def test_an_undo_brings_the_reading_before_back_in_any_order(ledger: Ledger) -> None:
    first, second = load(ledger), load(ledger, map={"Worker": "provider_name"})
    history.undo(ledger.store, second, who="tester")
    assert sessions(ledger) == FIRST
    third = load(ledger, map={"Worker": "provider_name", "Start": ""})
    assert sessions(ledger) == UNTIMED
    history.undo(ledger.store, first, who="tester")
    assert sessions(ledger) == UNTIMED
    history.undo(ledger.store, third, who="tester")
    assert sessions(ledger) == []


@pytest.mark.slow
def test_what_another_file_has_too_stays(ledger: Ledger) -> None:
    """The other file's session names nobody, as the first reading did: it is still that file's word."""
    load(ledger)
    ledger.load("other.csv", OTHER)
    load(ledger, map={"Start": ""})
    assert sorted(sessions(ledger)) == [
        ("61021", 30, False, False),
        ("61022", 45, False, False),
        ("61022", 45, False, True),
    ]


def test_the_same_reading_changes_nothing(ledger: Ledger) -> None:
    first = load(ledger)
    sheet = sheet_of(ledger.load("log.csv", LOG), "sessions")
    assert counts(sheet) == {"unchanged": 2}
    assert [batch for (batch,) in ledger.ask("select batch_id from batches")] == [first]
