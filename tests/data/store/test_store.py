"""The store: hardened, transactional, one process a file."""

import subprocess
import sys
import threading
from collections import OrderedDict
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from data.store import Store, StoreError, cursor, open_store
from data.store.migrate import migrations

SET = "insert into settings values ('district', ?, 'x', timestamp '2026-01-01', 'test')"


class Interrupted(BaseException):
    """Stands for Streamlit's rerun, which no ``except Exception`` sees."""


def settings(store: Store) -> list[str]:
    with store.cursor() as cur:
        return [row[0] for row in cur.execute("select setting from settings order by 1").fetchall()]


def test_a_transaction_is_kept(store: Store) -> None:
    with store.transaction() as cur:
        cur.execute(SET, ["a"])
    assert settings(store) == ["a"]


def test_a_preview_is_the_same_work_rolled_back(store: Store) -> None:
    with store.transaction(keep=False) as cur:
        cur.execute(SET, ["a"])
        assert cur.execute("select count(*) from settings").fetchone() == (1,)
    assert settings(store) == []


@pytest.mark.parametrize("error", [ValueError, Interrupted])
def test_anything_raised_rolls_back(store: Store, error: type[BaseException]) -> None:
    with pytest.raises(error), store.transaction() as cur:
        cur.execute(SET, ["a"])
        raise error
    assert settings(store) == []


def test_a_failed_statement_rolls_back_and_the_next_transaction_works(store: Store) -> None:
    with pytest.raises(duckdb.ConstraintException), store.transaction() as cur:
        cur.execute(SET, ["a"])
        cur.execute(SET, ["a"])
    with store.transaction() as cur:
        cur.execute(SET, ["b"])
    assert settings(store) == ["b"]


@pytest.mark.parametrize(
    "statement",
    [
        "copy settings to '/tmp/leak.csv'",
        "select * from read_csv('/etc/passwd')",
        "attach '/tmp/other.duckdb'",
        "install httpfs",
        "set enable_external_access=true",
        "set memory_limit='100GB'",
    ],
)
def test_the_connection_reaches_nothing_outside(store: Store, statement: str) -> None:
    with store.cursor() as cur, pytest.raises(duckdb.Error):
        cur.execute(statement)


def test_threads_with_their_own_cursors_get_their_own_answers(store: Store) -> None:
    wrong: list[int] = []

    def ask(number: int) -> None:
        for _ in range(100):
            with store.cursor() as cur:
                if cur.execute("select ?", [number]).fetchone() != (number,):
                    wrong.append(number)

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_second_process_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "ledger.duckdb"
    first = open_store(path)
    code = (
        "import sys; from data.store import open_store, StoreError\n"
        "try: open_store(sys.argv[1])\n"
        "except StoreError as error: print(error); sys.exit(2)"
    )
    second = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
    assert second.returncode == 2
    assert second.stdout == f"{path} is open in another Minute Ledger; close that one first, or use it.\n"
    assert second.stderr == ""
    assert first.is_open()
    first.close()


def test_a_file_that_is_no_database_gets_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "ledger.duckdb"
    path.write_text("name,minutes\n" * 500)
    with pytest.raises(StoreError, match="can't be opened"):
        open_store(path)
    assert path.read_text().startswith("name,minutes")


def test_reopening_keeps_the_data_and_migrates_once(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "ledger.duckdb"
    store = open_store(path)
    with store.transaction() as cur:
        cur.execute(SET, ["a"])
    store.close()
    again = open_store(path)
    assert settings(again) == ["a"]
    with again.cursor() as cur:
        versions = cur.execute("select version from schema_version order by 1").fetchall()
    assert versions == [(number,) for number, _ in migrations()]
    assert path.stat().st_mode & 0o077 == 0
    again.close()


def test_opening_leaves_no_transaction_open_that_would_keep_the_log_from_being_put_away(tmp_path: Path) -> None:
    path = tmp_path / "ledger.duckdb"
    with closing(open_store(path)) as store, store.transaction() as cur:
        cur.execute(SET, ["a"])
    store = open_store(path)
    with store.transaction() as cur:
        cur.execute("update settings set value = 'b'")
    log = path.with_suffix(".duckdb.wal")
    assert log.stat().st_size > 0
    with store.cursor() as cur:
        cur.execute("checkpoint")
    assert not log.exists() or log.stat().st_size == 0
    store.close()


def test_every_key_begins_with_the_district_and_nothing_else_is_indexed(store: Store) -> None:
    with store.cursor() as cur:
        keys = cur.execute(
            "select table_name, constraint_column_names[1] from duckdb_constraints() "
            "where constraint_type = 'PRIMARY KEY' and table_name <> 'schema_version'"
        ).fetchall()
        indexes = cur.execute("select count(*) from duckdb_indexes()").fetchone()
    assert len(keys) > 15
    assert {first for _, first in keys} == {"district"}
    assert indexes == (0,)


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path / "ledger.duckdb")
    assert store.is_open()
    store.close()
    assert not store.is_open()


def test_a_text_known_already_takes_other_values_on_other_databases(store: Store) -> None:
    query = "select ? + 1 as one_more"
    other = open_store(None)
    for asked, value in ((store, 1), (other, 41), (store, 7)):
        with asked.cursor() as cur:
            assert cur.execute(query, [value]).fetchall() == [(value + 1,)]
            assert [column[0] for column in cur.description or ()] == ["one_more"]
    assert isinstance(cursor._known[query], duckdb.Statement)
    other.close()


def test_a_text_of_several_statements_runs_them_all(store: Store) -> None:
    for _ in range(2):
        with store.cursor() as cur:
            cur.execute("create temp table several as select 1 as n; insert into several values (2)")
            assert cur.execute("select sum(n) from several").fetchone() == (3,)


def test_no_more_texts_are_kept_than_there_is_room_for(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 0 to 7, with 0 asked again after each, the last two stay, and 0."""
    monkeypatch.setattr(cursor, "MOST_TEXTS", 3)
    monkeypatch.setattr(cursor, "_known", OrderedDict())
    with store.cursor() as cur:
        for n in range(8):
            assert (cur.execute(f"select {n}").fetchone(), cur.execute("select 0").fetchone()) == ((n,), (0,))
    assert list(cursor._known) == ["select 6", "select 7", "select 0"]


def test_numbers_of_temporary_tables_begin_anew_on_each_cursor(store: Store) -> None:
    with store.cursor() as one, store.cursor() as other:
        assert [cursor.next_number(asked) for asked in (one, one, other, one)] == [1, 2, 1, 3]
