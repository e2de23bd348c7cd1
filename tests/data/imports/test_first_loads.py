"""What a first file lets be told more quickly is told as it is of any other."""

from pathlib import Path

import pytest

from data.ingest import outcome
from data.ingest.folding import rows
from data.ingest.people import matching
from data.store import Store
from data.store.connect import DISTRICT
from tests.data.loading import Ledger, sheet_of, tried

LOG = """Log ID,Student ID,Service,Service Date,Minutes,Status,Provider ID
L1,1001,OT,2025-09-08,30,Delivered,P1
L2,1002,PT,2025-12-01,45,Delivered,P1
L3,1002,PT,2025-12-02,45,Missed,P1
L4,1003,OT,2025-10-06,20,Delivered,P2
L4,1003,OT,2025-10-07,25,Delivered,P2
L5,1003,OT,2025-10-08,60,Delivered,P2
L5,1003,OT,2025-10-08,60,Delivered,P2
"""


def test_minutes_of_a_first_log_are_those_of_its_stored_sessions(store: Store) -> None:
    # 30 + 45 + 60: nothing was given on the missed day, L4 says two things, and L5 is told twice
    with tried(store, "log.csv", LOG.encode()) as trial:
        assert outcome.minutes_of_new(trial.cur) == outcome.minutes(trial.cur) == 135
        (sheet,) = trial.report.files[0].sheets
        assert (sheet.minutes_before, sheet.minutes_after) == (0, 135)


def test_minutes_of_a_second_log_are_told_beside_those_before(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.load("log.csv", LOG)
    again = ledger.load("again.csv", LOG.replace("L1,1001,OT,2025-09-08,30", "L1,1001,OT,2025-09-08,50"))
    sheet = sheet_of(again, "sessions")
    assert (sheet.minutes_before, sheet.minutes_after) == (135, 155)


@pytest.mark.parametrize(("ref", "is_twice"), [("1002", False), ("1001", True)])
def test_persons_who_are_named_once_are_told_as_others_are(store: Store, ref: str, is_twice: bool) -> None:
    with store.transaction(keep=False) as cur:
        rows.make(cur, "named", rows.all_types(cur, "batch_people"))
        matching._keep(cur, [])
        for kind, person, last, row in (
            ("student", "1001", "Doe", 4),
            ("student", ref, None, 7),
            ("provider", "1001", "Poe", 2),
        ):
            cur.execute(
                "insert into named (district, batch_id, person_kind, person_ref, last_name, is_mention, shape, source_sheet, "
                "source_row) values ($d, 'b', $kind, $person, $last, true, 's', 'Log', $row)",
                {"d": DISTRICT, "kind": kind, "person": person, "last": last, "row": row},
            )
        assert matching._several(cur, "named") is is_twice
        each = cur.execute(f"{matching._of_each('named')} order by all").fetchall()
        once = cur.execute(f"{matching._as_named('named')} order by all").fetchall()
        assert (sorted(map(str, each)) == sorted(map(str, once))) is not is_twice
        assert ("student", "1001", "Doe") in [person[:3] for person in each]
