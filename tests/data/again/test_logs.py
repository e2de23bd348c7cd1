"""What is kept of a log to tell which days it speaks for (rules 2a)."""

from pathlib import Path

from data.ingest.folding import undoing
from data.store.events import next_event
from tests.data.loading import Ledger

LOG = """Student ID,Service,Service Date,Minutes,Status,Provider ID,Direct/Indirect
S1,OT,2025-10-06,30,Delivered,P1,Direct
S2,OT,2025-10-07,30,Delivered,P1,Direct
S3,OT,2025-10-08,30,Delivered,P1,
"""


STRETCHES = """Student ID,Service,Service Date,Minutes,Status,Provider ID
1001,OT,2025-09-08,30,Delivered,P1
1001,OT,2025-10-06,30,Delivered,P2
1001,OT,2025-12-01,30,Delivered,P1
1002,OT,2025-10-07,30,Delivered,P1
1002,OT,2025-10-21,30,ZQ,P1
1002,PT,2025-12-02,30,Delivered,P3
"""


def test_rows_that_say_their_kind_are_counted_without_the_student(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.load("log.csv", LOG)
    with ledger.store.cursor() as cur:
        found = cur.execute(
            "select kind, student_id, row_count, first_day::varchar, last_day::varchar from batch_logs order by kind"
        ).fetchall()
        students = cur.execute(
            "select service, student_id, month_start::varchar, last_day::varchar from batch_log_students"
        )
        assert students.fetchall() == [("OT", "S3", "2025-10-01", "2025-10-08")]
    assert found == [("direct", None, 2, "2025-10-06", "2025-10-07"), (None, None, 1, "2025-10-08", "2025-10-08")]


def test_students_are_kept_by_stretches_of_months_where_rows_say_no_kind(tmp_path: Path) -> None:
    """OT has rows in September and October, and again in December: two stretches. The row that waits names its student."""
    ledger = Ledger(tmp_path)
    ledger.load("log.csv", STRETCHES)
    with ledger.store.cursor() as cur:
        students = cur.execute(
            "select service, student_id, month_start::varchar, last_day::varchar from batch_log_students order by all"
        ).fetchall()
        counted = cur.execute(
            "select service, provider_id, student_id, month_start::varchar, row_count, is_waiting from batch_logs order by all"
        ).fetchall()
    assert students == [
        ("OT", "1001", "2025-09-01", "2025-10-06"),
        ("OT", "1001", "2025-12-01", "2025-12-01"),
        ("OT", "1002", "2025-10-01", "2025-10-07"),
        ("PT", "1002", "2025-12-01", "2025-12-02"),
    ]
    assert counted == [
        ("OT", "P1", "1002", "2025-10-01", 1, True),
        ("OT", "P1", None, "2025-09-01", 1, False),
        ("OT", "P1", None, "2025-10-01", 1, False),
        ("OT", "P1", None, "2025-12-01", 1, False),
        ("OT", "P2", None, "2025-10-01", 1, False),
        ("PT", "P3", None, "2025-12-01", 1, False),
    ]


def test_folding_everything_again_counts_the_logs_as_their_import_did(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.load("log.csv", STRETCHES)
    asked = [f"select * from {table} order by all" for table in ("batch_logs", "batch_log_students")]
    with ledger.store.transaction() as cur:
        before = [cur.execute(one).fetchall() for one in asked]
        undoing.fold_everything(cur, next_event(cur, "people", "tester"))
        after = [cur.execute(one).fetchall() for one in asked]
    assert [len(table) for table in before] == [6, 4]
    assert after == before
