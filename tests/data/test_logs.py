"""What is kept of a log to tell which days it speaks for (rules 2a)."""

from pathlib import Path

from tests.data.loading import Ledger

LOG = """Student ID,Service,Service Date,Minutes,Status,Provider ID,Direct/Indirect
S1,OT,2025-10-06,30,Delivered,P1,Direct
S2,OT,2025-10-07,30,Delivered,P1,Direct
S3,OT,2025-10-08,30,Delivered,P1,
"""


def test_rows_that_say_their_kind_are_counted_without_the_student(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.load("log.csv", LOG)
    with ledger.store.cursor() as cur:
        found = cur.execute(
            "select kind, student_id, row_count, first_day::varchar, last_day::varchar from batch_logs order by kind"
        ).fetchall()
    assert found == [("direct", None, 2, "2025-10-06", "2025-10-07"), (None, "S3", 1, "2025-10-08", "2025-10-08")]
