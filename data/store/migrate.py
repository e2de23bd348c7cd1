"""Numbered migrations, each in a transaction of its own."""

from pathlib import Path

import duckdb

FOLDER = Path(__file__).with_name("migrations")


def migrations() -> list[tuple[int, Path]]:
    """Every migration file with its number, in order."""
    return sorted((int(path.name[:4]), path) for path in FOLDER.glob("[0-9][0-9][0-9][0-9]_*.sql"))


def migrate(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring the database to the newest schema; a failing migration leaves it at the one before."""
    connection.execute("create table if not exists schema_version (version integer primary key)")
    for number, path in _pending(connection):
        _apply(connection, number, path.read_text(encoding="utf-8"))


def _pending(connection: duckdb.DuckDBPyConnection) -> list[tuple[int, Path]]:
    """All rows are fetched: a result that isn't read to its end keeps its transaction, and so the log, as long as the store."""
    ((done,),) = connection.execute("select coalesce(max(version), 0) from schema_version").fetchall()
    return [(number, path) for number, path in migrations() if number > done]


def _apply(connection: duckdb.DuckDBPyConnection, number: int, sql: str) -> None:
    connection.execute("begin transaction")
    try:
        for statement in connection.extract_statements(sql):
            connection.execute(statement)
        connection.execute("insert into schema_version values (?)", [number])
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise
