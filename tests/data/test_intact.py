"""A store whose rows were changed, closed or taken out past the importer is found out; one that was only used is not."""

from pathlib import Path

import pytest

from data import history, intact
from tests.data.loading import Ledger

LINES = "line_id,student_id,service,kind,amount_minutes,cycle,start_date\nL1,S1,OT,direct,60,week,2025-08-25\n"
HEAD = "session_id,student_id,service,session_date,minutes,status\n"
LOG = HEAD + "A1,S1,OT,2025-09-08,30,delivered\nA2,S1,OT,2025-09-09,30,delivered\nA3,S1,OT,2025-09-10,20,delivered\n"
MORE = HEAD + "A2,S1,OT,2025-09-09,25,delivered\nA3,S1,OT,2025-09-10,20,delivered\n"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    """Three sessions, one of which a second file changed; and a third file that was undone."""
    found = Ledger(tmp_path)
    for name, text in (
        ("lines.csv", LINES),
        ("log.csv", LOG),
        ("more.csv", MORE),
        ("again.csv", MORE.replace("25", "15")),
    ):
        batch = found.load(name, text).files[0].batch_id
    assert batch is not None
    history.undo(found.store, batch, "tester")
    return found


def failed(ledger: Ledger) -> dict[str, str]:
    with ledger.cursor() as cur:
        return {name: detail for name, passed, detail in intact.checks(cur) if not passed}


def test_a_store_that_was_only_used_is_whole(ledger: Ledger) -> None:
    assert failed(ledger) == {}


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("delete from sessions where session_id = 'A1'",
         ("rows of files are on file", "rows that files brought and that are gone: 1 of sessions")),
        ("delete from service_lines",
         ("rows of files are on file", "rows that files brought and that are gone: 1 of service_lines")),
        ("update sessions set minutes = 300 where session_id = 'A1'",
         ("rows say what was read", "rows that say something else than was read: 1 of sessions")),
        ("update service_lines set student_id = 'S2'",
         ("rows say what was read", "rows that say something else than was read: 1 of service_lines")),
    ],
)  # fmt: skip
def test_what_was_done_to_it_by_hand_is_told(ledger: Ledger, statement: str, told: tuple[str, str]) -> None:
    with ledger.store.transaction() as cur:
        cur.execute(statement)
    assert failed(ledger) == dict([told])
