"""Two whole names with a comma between are asked about where the others stand first name first (decision 0611)."""

from pathlib import Path

import pytest

from data.ingest.tables.steps.people import names_in_cell
from tests.data.loading import Ledger

PAIR = "Rosa Tellez, Ben Orcutt"
LOG = (
    "Date,Student,Service,Minutes,Status\n10/6/2025,Ottilie Vance,OT,30,Present\n"
    f'10/6/2025,"{PAIR}",OT,30,Present\n10/7/2025,Casimir Brandt,OT,30,Present\n'
)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def held(ledger: Ledger) -> list[tuple[int, str]]:
    return ledger.ask("select source_row, outcome from held_rows order by 1")


@pytest.mark.parametrize(
    ("answer", "loaded", "waits"),
    [(None, 2, [(3, "waiting")]), ("one student", 3, []), ("two students", 2, [(3, "rejected")])],
)
def test_what_is_answered_becomes_of_the_row(
    ledger: Ledger, answer: str | None, loaded: int, waits: list[tuple[int, str]]
) -> None:
    ledger.load("log.csv", LOG, codes={PAIR: answer} if answer else {})
    assert len(ledger.rows("sessions", "student_id")) == loaded
    assert held(ledger) == waits


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (PAIR, True), ("Ben Orcutt, Rosa Tellez", True), ("Tellez, Rosa", False), ("Tellez Vega, Rosa", False),
        ("De la Cruz, Ana Maria", False), ("Van Dorn, Jo Ann", False), ("Rosa Tellez", False),
    ],
)  # fmt: skip
def test_a_pair(text: str, is_one: bool) -> None:
    assert names_in_cell.is_a_pair(text) == is_one
