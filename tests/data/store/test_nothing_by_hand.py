"""Of each table of the store a cell of each column is changed, a row taken out and one added by hand: `cli.py check` tells it, or
decision 0628 says why it can't."""

import re
from collections.abc import Iterator

import duckdb
import pytest

from data import intact, settings
from data.ingest.folding import rows
from data.store import Store, noting
from tests.data.loading import Ledger
from tests.data.store.test_intact import DAYS, HEAD, LINES, LOG, MORE

ALL = tuple(dict.fromkeys(
    noting.STORED_IN.get(one, one) for one in (*noting.TABLES, *noting.IN_PLACE, *noting.BY_ROW)
))  # fmt: skip
UNTOLD = {"event_rows", "plan_moves", "plans", "schema_version"}
"""Tables that no event writes, and the notes themselves (decisions 0381 and 0628)."""
IN_PART = {"profiles": {"answered_at", "answered_by"}, "settings": {"set_at", "set_by"}}
"""Columns of tables written in place that say who wrote and when."""
QUICKEST_FIRST = tuple(intact.CHECKS[n] for n in (3, 4, 0, 1, 2))
OF_NO_FIGURE = {"settings"}
"""Tables whose other rows shape no figure, and are not noted."""
OTHER = {
    "BOOLEAN": "not coalesce({0}, false)", "DATE": "coalesce({0}, date '2025-09-01') + 1",
    "TIME": "coalesce({0}, time '08:00') + interval 1 minute",
    "TIMESTAMP": "coalesce({0}, timestamp '2025-09-01') + interval 1 second", "VARCHAR": "concat({0}, 'x')",
}  # fmt: skip
"""Another value of a column, by its type; of numbers one more."""
FILES = {
    "lines.csv": LINES, "calendar.csv": DAYS, "log.csv": LOG, "more.csv": MORE,
    "held.csv": HEAD + "A9,S1,OT,2025-09-31,30,delivered\n",
    "awards.csv": "award_id,student_id,service,minutes,awarded_on\nW1,S1,OT,600,2025-09-01\n",
    "roster.csv": "student_id,last_name,first_name\nS1,Ames,Ann\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Some files, and one row in each table that they leave empty."""
    made = Ledger(tmp_path_factory.mktemp("by_hand"))
    for name, text in FILES.items():
        made.load(name, text)
    settings.set_setting(made.store, "calendar_confirmed", "yes", "tester")
    with made.store.transaction() as cur:
        for table in set(_tables(cur)) - UNTOLD:
            if not cur.execute(f"select 1 from {table} limit 1").fetchall():
                _fill(cur, table)
        cur.execute("delete from event_rows")
    settings.set_policy(made.store, "2025-26", "not_seen_days", "8", "tester")
    noting.keep_up(made.store)
    with made.store.cursor() as cur:
        assert [told for told in intact.checks(cur) if not told[1]] == []
    yield made.store
    made.close()


def _tables(cur: duckdb.DuckDBPyConnection) -> list[str]:
    """All but roll-ups, which `check` compares with the sessions."""
    found = cur.execute("select table_name from duckdb_tables() where not temporary order by 1").fetchall()
    return [name for (name,) in found if not name.startswith("rolled_")]


def _columns(cur: duckdb.DuckDBPyConnection, table: str) -> list[tuple[str, str]]:
    found = cur.execute(
        "select column_name, data_type from duckdb_columns() where table_name = ? order by column_index", [table]
    )
    return [(name, kind) for name, kind in found.fetchall() if name != "district"]


def _allowed(cur: duckdb.DuckDBPyConnection, table: str, column: str) -> list[str]:
    """The codes that a column may hold; none where it may hold any text."""
    found = cur.execute(
        "select constraint_text from duckdb_constraints() where table_name = ? and constraint_type = 'CHECK'", [table]
    ).fetchall()
    return [code for (text,) in found if re.search(rf"\b{column}\b", text) for code in re.findall(r"'(\w+)'", text)]


def _fill(cur: duckdb.DuckDBPyConnection, table: str) -> None:
    values = {
        "batch_id": "(select max(batch_id) from batches)",
        "known_to": "null",
        "known_from": "1",
        "event_seq": "1",
    }
    plain = {
        "BOOLEAN": "true",
        "DATE": "date '2025-09-01'",
        "TIME": "time '08:00'",
        "TIMESTAMP": "timestamp '2025-09-01'",
    }
    names = [name for name, _ in _columns(cur, table)]
    told = [
        values.get(name) or plain.get(kind) or (repr((_allowed(cur, table, name) or ["1"])[0]))
        for name, kind in _columns(cur, table)
    ]
    cur.execute(f"insert into {table} (district, {', '.join(names)}) select 'district', {', '.join(told)}")
    if table in noting.HASHED:
        said = "sessions" if table == "sessions_aside" else table
        cur.execute(f"update {table} as t set row_hash = {rows.stored_content(said, 't')}")


def _told(store: Store, *statements: str) -> bool:
    """Whether statements are told; they are taken back."""
    with store.transaction(keep=False) as cur:
        for statement in statements:
            cur.execute(statement)
        return any(not check(cur)[1] for check in QUICKEST_FIRST)


def _last(table: str) -> str:
    return f"rowid = (select max(t.rowid) from {table} as t where {noting.ONLY.get(table, 'true')})"


def _another(cur: duckdb.DuckDBPyConnection, table: str, column: str, kind: str) -> str:
    codes = _allowed(cur, table, column)
    if codes:
        now = (cur.execute(f"select {column} from {table} where {_last(table)}").fetchone() or ("",))[0]
        return repr(next(code for code in codes if code != now))
    return OTHER.get(kind.partition("(")[0], "coalesce({0}, 0) + 1").format(column)


def test_all_tables_are_asked_about(store: Store) -> None:
    with store.cursor() as cur:
        assert set(_tables(cur)) == {*ALL, *UNTOLD}


@pytest.mark.slow
@pytest.mark.parametrize("table", ALL)
def test_a_cell_changed_a_row_gone_and_a_row_added_are_told(store: Store, table: str) -> None:
    with store.cursor() as cur:
        columns = [(name, kind) for name, kind in _columns(cur, table) if name not in IN_PART.get(table, set())]
        changed = {
            name: f"update {table} set {name} = {_another(cur, table, name, kind)} where {_last(table)}"
            for name, kind in columns
        }
        added = ", ".join(_of_added(cur, table, name, kind) for name, kind in _columns(cur, table))
        names = ", ".join(name for name, _ in _columns(cur, table))
    assert [name for name, statement in changed.items() if not _told(store, statement)] == []
    assert _told(store, f"delete from {table} where {_last(table)}")
    assert table in OF_NO_FIGURE or _told(
        store, f"insert into {table} (district, {names}) select district, {added} from {table} where {_last(table)}"
    )


def _of_added(cur: duckdb.DuckDBPyConnection, table: str, name: str, kind: str) -> str:
    """The value of a row that is added: another key, the same event."""
    if (table, name) == ("events", "event_seq"):
        return "0"
    is_key = kind in ("VARCHAR", "DATE") and not _allowed(cur, table, name)
    return OTHER[kind].format(name) if is_key else name
