"""A consistent copy of the database, and its way back."""

import os
import shutil
from pathlib import Path

import duckdb

from data.store.connect import Store, StoreError, open_store

BATCH = 100_000
"""Rows that are in memory at once."""


class BackupError(StoreError):
    """The copy can't be made or put back; the message says why."""


def backup(store: Store, file: str | os.PathLike[str]) -> None:
    """Write a consistent copy of the database to ``file``, also while this process uses it.

    The copy gets its name only when it is complete and its row counts agree. BackupError says what stands in the way.
    """
    target = Path(file).expanduser().resolve()
    if store.path is None or target == store.path:
        raise BackupError(f"{target} can't be the backup; choose another file than the database itself.")
    if target.exists():
        raise BackupError(f"{target} exists already; choose another name, so that no backup is lost.")
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with store.transaction(keep=False) as cur:
            _copy(cur, part)
        part.chmod(0o600)
        part.replace(target)
    except OSError as error:
        raise BackupError(
            f"{target} can't be written ({error.strerror}); check the folder and its free space."
        ) from None
    finally:
        for left in (part, _log(part)):
            left.unlink(missing_ok=True)


def _copy(cur: duckdb.DuckDBPyConnection, part: Path) -> None:
    """Write every table, as one transaction sees it, to a new database, and count both.

    Copying the file itself would miss what still stands in its log, and Windows doesn't let an open file be copied. Stored
    steps of figures (rolled_*) are left out: they can be made again.
    """
    copy = open_store(part)
    try:
        for (table,) in cur.execute(
            "select table_name from duckdb_tables() where schema_name = 'main' and not starts_with(table_name, 'rolled_')"
        ).fetchall():
            cur.complete()
            reader = cur.sql(f"select * from {table}").to_arrow_reader(BATCH)
            with copy.transaction() as into:
                into.execute(f"delete from {table}")
                into.register("incoming", reader)
                into.execute(f"insert into {table} by name select * from incoming")
                _agree(table, _count(cur, table), _count(into, table))
    finally:
        copy.close()


def _count(cur: duckdb.DuckDBPyConnection, table: str) -> int:
    return int((cur.execute(f"select count(*) from {table}").fetchone() or (0,))[0])


def _agree(table: str, here: int, there: int) -> None:
    if here != there:
        raise BackupError(f"The copy holds {there} of {here} rows of {table}; nothing was kept of it, try again.")


def _log(path: Path) -> Path:
    return path.with_name(path.name + ".wal")


def restore(file: str | os.PathLike[str], target: str | os.PathLike[str]) -> None:
    """Put a backup in the place of a missing or empty database.

    BackupError where ``file`` is no database of this product, or ``target`` holds data.
    """
    source, path = Path(file).expanduser().resolve(), Path(target).expanduser().resolve()
    if not source.is_file():
        raise BackupError(f"There is no file {source}.")
    if path.exists() and not _is_empty(path):
        raise BackupError(f"{path} holds data; move it away first, or restore to another file.")
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(path.name + ".part")
    try:
        shutil.copyfile(source, part)
        open_store(part).close()
        _log(path).unlink(missing_ok=True)
        part.replace(path)
        path.chmod(0o600)
    except OSError as error:
        raise BackupError(f"{path} can't be written ({error.strerror}); check the folder and its free space.") from None
    finally:
        for left in (part, _log(part)):
            left.unlink(missing_ok=True)


def _is_empty(path: Path) -> bool:
    opened = open_store(path)
    with opened.cursor() as cur:
        row = cur.execute("select count(*) from batches").fetchone()
    opened.close()
    return not (row and row[0])
