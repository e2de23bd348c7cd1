"""A database of an older schema: it opens, and its figures, traces and undos are the same."""

import json
from pathlib import Path

import duckdb
import pytest

from tests.cli.test_cli import Run, files, run

__all__ = ["files", "run"]
pytestmark = pytest.mark.slow
MORE = "session_id,student_id,line_id,provider_id,service,kind,session_date,minutes,status,reason\n" + (
    "S1,1001,L1,P1,OT,direct,2025-09-08,20,delivered,\nS4,1001,L1,P1,OT,direct,2025-09-15,30,delivered,\n"
)
ASKED = (
    ("ledger", "--as-of", "2025-09-19", "--by", "line,month", "--json"),
    ("trace", "--line", "L1", "--month", "2025-09", "--as-of", "2025-09-19"),
    ("export", "sessions", "--format", "csv"),
    ("history", "--json"),
)


def without_runs(database: Path) -> None:
    """Make the database what it was before runs of rows were told in one entry: each row is listed."""
    with duckdb.connect(str(database)) as con:
        con.execute("create temp table told as select * from batch_rows")
        con.execute("drop view batch_rows")
        con.execute("drop table batch_runs")
        con.execute("alter table batch_rows_listed rename to batch_rows")
        without_versions(con, "batch_rows")
        con.execute("delete from batch_rows")
        con.execute("insert into batch_rows select * from told")
        by_student(con)
        con.execute("delete from schema_version where version >= 7")


def by_student(con: duckdb.DuckDBPyConnection) -> None:
    """Make the counts of the logs what they were: rows that say no kind by student too."""
    con.execute("drop table event_rows")
    con.execute("drop table batch_log_students")
    without_versions(con, "batch_logs")
    con.execute("delete from batch_logs where kind is null and not is_waiting")
    con.execute(
        "insert into batch_logs select district, batch_id, shape, service, kind, provider_id, student_id, "
        "date_trunc('month', session_date), count(*), min(session_date), max(session_date), false "
        "from sessions where kind is null and known_to is null group by all"
    )


def without_versions(con: duckdb.DuckDBPyConnection, table: str) -> None:
    con.execute(f"alter table {table} drop column known_from")
    con.execute(f"alter table {table} drop column known_to")


STRETCHES = """student_id,service,session_date,minutes,status,provider_id
1001,OT,2025-09-08,30,delivered,P1
1001,OT,2025-09-15,30,delivered,P2
1001,OT,2025-10-06,30,delivered,P1
1001,OT,2025-12-01,30,delivered,P1
1002,OT,2025-10-07,30,delivered,P1
1002,PT,2025-12-02,30,delivered,P3
"""


def test_logs_counted_by_student_become_what_an_import_of_today_keeps(run: Run, tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(STRETCHES)
    run("import", str(tmp_path / "log.csv"), "--loaded-on", "2026-01-05")

    def kept() -> list[list[tuple[object, ...]]]:
        with duckdb.connect(str(tmp_path / "ledger.duckdb")) as con:
            tables = ("batch_logs", "batch_log_students")
            said = "select * exclude (known_from, known_to)"
            return [
                con.execute(f"{said} from {table} where known_to is null order by all").fetchall() for table in tables
            ]

    now = kept()
    assert [len(table) for table in now] == [5, 4]
    with duckdb.connect(str(tmp_path / "ledger.duckdb")) as con:
        by_student(con)
        con.execute("delete from schema_version where version >= 8")
    assert run("history", "--json")[0] == 0
    assert kept() == now


def test_a_store_that_lists_every_row(run: Run, files: dict[str, str], tmp_path: Path) -> None:
    run("import", files["calendar"], files["lines"], files["log"], "--loaded-on", "2025-09-30")
    before = [run(*asked) for asked in (ASKED[0], ASKED[2])]
    (tmp_path / "more.csv").write_text(MORE)
    run("import", str(tmp_path / "more.csv"), "--loaded-on", "2025-10-10")
    now = [run(*asked) for asked in ASKED]
    without_runs(tmp_path / "ledger.duckdb")
    assert [run(*asked) for asked in ASKED] == now
    # The log's three rows and more.csv's two
    with duckdb.connect(str(tmp_path / "ledger.duckdb")) as con:
        assert con.execute("select count(*) from batch_rows_listed where dataset = 'sessions'").fetchone() == (5,)
        assert con.execute("select count(*) from batch_runs").fetchone() == (0,)
    assert run("undo", json.loads(now[3][1])[0]["batch_id"])[0] == 0
    assert [run(*asked) for asked in (ASKED[0], ASKED[2])] == before
    assert run("check")[0] == 0
