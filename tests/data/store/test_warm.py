"""Cursors that stay open between questions."""

import duckdb
import pytest

from data.store import Store
from data.store.warm import WarmCursors


def _tables(cursor: duckdb.DuckDBPyConnection) -> list[str]:
    return [name for (name,) in cursor.execute("select table_name from duckdb_tables() where temporary").fetchall()]


def test_what_a_question_made_is_there_for_the_next_of_the_same_version(store: Store) -> None:
    warm = WarmCursors(store)
    with warm.cursor(7) as cursor:
        cursor.execute("create temp table kept as select 41 as n")
    with warm.cursor(7) as cursor:
        assert cursor.execute("select n + 1 from kept").fetchone() == (42,)
    with warm.cursor(8) as cursor:
        assert _tables(cursor) == []


def test_two_questions_at_once_have_cursors_of_their_own(store: Store) -> None:
    warm = WarmCursors(store)
    with warm.cursor(1) as one, warm.cursor(1) as other:
        one.execute("create temp table kept as select 1 as n")
        assert one is not other
        assert _tables(other) == []


def test_a_cursor_that_failed_is_not_lent_again(store: Store) -> None:
    warm = WarmCursors(store)
    with pytest.raises(duckdb.Error), warm.cursor(1) as cursor:
        cursor.execute("create temp table kept as select 1 as n")
        cursor.execute("select nothing from nowhere")
    with warm.cursor(1) as cursor:
        assert _tables(cursor) == []


def test_a_cursor_of_an_older_version_is_closed_when_it_comes_back(store: Store) -> None:
    warm = WarmCursors(store)
    with warm.cursor(1) as old, warm.cursor(2) as new:
        new.execute("create temp table kept as select 1 as n")
        assert old is not new
    with warm.cursor(2) as again:
        assert _tables(again) == ["kept"]
