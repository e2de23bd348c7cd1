"""What is worked out once for each distinct combination of cells, and taken to the rows that have it."""

from contextlib import closing
from datetime import date, time
from types import SimpleNamespace
from typing import Any, cast

import duckdb
import pyarrow as pa
import pytest

from data.ingest import mapping
from data.ingest.model import Answers, Context, Options, Table
from data.ingest.staging import base
from data.ingest.staging.work import PIECE, Work
from tests.data.staging import staged

HEADINGS = ("Student ID", "Service", "Date", "Minutes", "Status")
CELLS = [("S1", "OT", "2025-10-06", "30", "Held"), ("S2", "OT", "2025-10-07", None, "Missed"),
         ("S3", "Speech", "2025-10-07", "45", "Held")]  # fmt: skip


def work(cur: duckdb.DuckDBPyConnection, times: int) -> Work:
    """The rows of the log, each so often, read and not judged yet."""
    columns = {f"c{at}": pa.array([row[at] for row in CELLS] * times, pa.string()) for at in range(len(HEADINGS))}
    numbers = pa.array(range(2, 2 + times * len(CELLS)), pa.int32())
    table = Table("Log", HEADINGS, pa.table(columns), numbers, 1)
    (found,) = mapping.propose(table, Answers(), Options())
    made = Work(cur, table, found, Context("log.csv"))
    base.load(made)
    return made


@pytest.mark.parametrize("times", [1, PIECE])
def test_each_row_has_what_was_decided_of_its_cells_in_order(times: int) -> None:
    with closing(duckdb.connect()) as con, closing(con.cursor()) as cur:
        _decide(work(cur, times), times)


def _decide(made: Work, times: int) -> None:
    asked = []

    def decide(status: str, minutes: str | None) -> dict[str, Any]:
        asked.append((status, minutes))
        return {"said": f"{status} {minutes}" if minutes else None, "nothing": None}

    keys = {"status": "b.c4", "minutes": "b.c3"}
    made.decide("outcome", keys, decide, {"said": pa.string(), "nothing": pa.date32()})
    made.extra["length"] = "length(said)"
    made.level()
    assert asked == [("Held", "30"), ("Missed", None), ("Held", "45")]
    assert made.rows["said"].to_pylist() == ["Held 30", None, "Held 45"] * times
    assert made.rows["length"].to_pylist() == [7, None, 7] * times
    assert (made.rows["nothing"].null_count, made.rows["nothing"].type) == (3 * times, pa.date32())
    assert made.rows["record_no"].to_pylist() == [*range(3 * times)]
    assert (made.extra, made.joins, made.decided) == ({}, [], {})


@pytest.mark.parametrize("sql", ["b.c4", "b.c4 || ''"])
def test_a_column_alone_is_decided_as_the_sql_of_it_is(sql: str) -> None:
    with closing(duckdb.connect()) as con, closing(con.cursor()) as cur:
        made, asked = work(cur, 2), []

        def decide(key: str) -> dict[str, Any]:
            asked.append(key)
            return {"missed": key == "Missed" or None}

        made.decide("status", {"key": sql}, decide, {"missed": pa.bool_()})
        assert made.has("missed") and not made.has("kept")
        made.extra["kept"] = "not coalesce(missed, false)"
        made.level()
        assert asked == ["Held", "Missed"]
        assert made.rows["missed"].to_pylist() == [None, True, None] * 2
        assert made.rows["kept"].to_pylist() == [True, False, True] * 2


LOG = """session_id | student_id | service | session_date | start_time | minutes | status | school
L1 | S1 | OT | 10/06/2025 | 8:30 AM | 30 | Held | Oak
   | S2 | OT | 10/07/2025 |         | 45 | Held |
"""


def test_a_field_that_is_one_column_is_as_it_was_read() -> None:
    found = staged("sessions", LOG)
    names = ("session_id", "student_id", "service", "session_date", "start_time", "minutes", "school")
    assert found.column(*names) == [
        ("L1", "S1", "OT", date(2025, 10, 6), time(8, 30), 30, "Oak"),
        (None, "S2", "OT", date(2025, 10, 7), None, 45, None),
    ]
    assert found.column("record_no", "source_sheet", "source_row", "outcome") == [
        (0, "Sheet1", 2, "ok"), (1, "Sheet1", 3, "ok"),
    ]  # fmt: skip
    kinds = {one.name: one.type for one in found.staged.rows.schema}
    assert kinds["session_date"] == pa.date32() and kinds["start_time"] == pa.time64("us")
    assert kinds["student_id"] == kinds["service"] == pa.string() and kinds["minutes"] == pa.decimal128(12, 4)


def test_what_a_heading_says_stands_where_its_column_is_blank() -> None:
    text = "student_id | OT minutes | session_date\nS1 | 30 | 2025-10-06"
    found = staged("sessions", text, {"OT minutes": "minutes"}, says={"OT minutes": (("service", "OT"),)})
    assert found.column("student_id", "service", "minutes") == [("S1", "OT", 30)]


def test_rows_that_sql_hands_over_in_any_order_are_put_in_theirs() -> None:
    work = SimpleNamespace(
        rows=pa.table({"record_no": [4, 9, 5]}),
        asked=lambda _: pa.table({"said": ["of 9", "of 4", "of 5"], "of_record": [9, 4, 5]}),
    )
    found = Work.by_row(cast(Work, work), "said", "f", "staged_1_full as f")
    assert found.to_pydict() == {"said": ["of 4", "of 9", "of 5"]}
