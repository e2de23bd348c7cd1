"""The hardened DuckDB connection. It never leaves this module: readers get a cursor per unit of work."""

import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from data.errors import UserError
from data.store.cursor import quick
from data.store.migrate import migrate

DISTRICT = "district"
"""The district of a database that holds a single one; a co-op's database has one value a district."""

CHECKPOINT_BYTES = "128MB"
"""Size of the log from which a commit also rewrites the file: an import need not wait for that, closing does it."""

ROOM = 200_000_000
"""Bytes that stay free beside three times what is loaded: the rows, their log, and the file rewritten."""
NO_ROOM = (
    "There is too little room on the disk: {needed:,.0f} MB are needed and {free:,.0f} MB are free; free some and load "
    "the file again."
)
DISK_FAILED = (
    "The disk is full or can't be written, and nothing of this was saved; what was saved before is whole. Free some room "
    "and try again."
)


class StoreError(UserError):
    """The database can't be opened or written; the message is one sentence for the user."""


class Store:
    """One process's hold on one database file.

    Reads: ``with store.cursor() as cur``. Writes: ``with store.transaction() as cur``; there is no other way to write.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path | None) -> None:
        self._connection = connection
        self._write_lock = threading.RLock()
        self._before_reopening: list[Callable[[], None]] = []
        self._after_commit: list[Callable[[], None]] = []
        self.path = path

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor for one unit of reading, closed at the end. Fetch everything inside the block."""
        cursor = self.open_cursor()
        try:
            yield cursor
        finally:
            cursor.close()

    def open_cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor that the caller closes; ``cursor`` is for everything that ends with its block."""
        return quick(self._connection.cursor())

    @contextmanager
    def transaction(
        self, *, keep: bool = True, by: duckdb.DuckDBPyConnection | None = None
    ) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor inside one transaction: committed at the end, rolled back on anything that is raised.

        ``keep=False`` always rolls back: a preview is the real work, undone. One writer at a time. ``by``: a cursor that
        has prepared what it writes (in tables that nobody reads), so that others wait for the writing only.
        Errors: StoreError where the disk is full or fails; the file is opened anew and holds what it held before.
        """
        with self._write_lock, self._disk_told(), self._work(keep, by) as cursor:
            yield cursor
        for told in self._after_commit if keep else ():
            told()

    @contextmanager
    def working(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor, closed at the end, that works out what a transaction ``by`` it puts in place: no writer waits meanwhile.

        Errors: StoreError where the disk is full or fails, as in ``transaction``.
        """
        with self._disk_told(), self.cursor() as cursor:
            yield cursor

    @contextmanager
    def _disk_told(self) -> Iterator[None]:
        """A full or broken disk as a StoreError, with the file opened anew."""
        try:
            yield
        except duckdb.Error as error:
            if not isinstance(error, duckdb.FatalException) and not _is_disk(error):
                raise
            with self._write_lock:
                self._reopen()
            raise StoreError(DISK_FAILED) from None

    @contextmanager
    def _work(self, keep: bool, by: duckdb.DuckDBPyConnection | None) -> Iterator[duckdb.DuckDBPyConnection]:
        """Streamlit interrupts scripts with BaseException subclasses, hence no ``except Exception``."""
        cursor = by or self.open_cursor()
        try:
            cursor.execute("begin transaction")
            try:
                yield cursor
            except BaseException:
                with suppress(duckdb.FatalException):
                    cursor.execute("rollback")
                raise
            cursor.execute("commit" if keep else "rollback")
        finally:
            if by is None:
                cursor.close()

    def before_reopening(self, let_go: Callable[[], None]) -> None:
        """Have ``let_go`` called before the file is opened anew: it closes the cursors that its owner keeps."""
        self._before_reopening.append(let_go)

    def after_commit(self, told: Callable[[], None]) -> None:
        """Have ``told`` called after each commit, by the thread that wrote: it must return at once."""
        self._after_commit.append(told)

    def _reopen(self) -> None:
        """Open the file anew: after a failed write DuckDB answers nothing more (a database in memory is lost)."""
        if self.path is None or self.is_open():
            return
        for let_go in self._before_reopening:
            let_go()
        self._connection.close()
        self._connection = _connect(self.path)

    def has_room(self, size: int) -> str:
        """Why files of so many bytes can't be taken in for want of room on the disk, in a sentence; else empty."""
        if self.path is None:
            return ""
        free, needed = shutil.disk_usage(self.path.parent).free, 3 * size + ROOM
        return "" if free >= needed else NO_ROOM.format(needed=needed / 1e6, free=free / 1e6)

    def data_version(self) -> int:
        """The number of the last event (import, undo, setting): a cache key that changes with every write."""
        with self.cursor() as cursor:
            row = cursor.execute("select coalesce(max(event_seq), 0) from events").fetchone()
        return int(row[0]) if row else 0

    def is_open(self) -> bool:
        """Whether the database still answers."""
        try:
            with self.cursor() as cursor:
                return cursor.execute("select 1").fetchone() == (1,)
        except duckdb.Error:
            return False

    def close(self) -> None:
        """Write everything to the file and let it go."""
        self._connection.close()


def open_store(path: str | os.PathLike[str] | None = None) -> Store:
    """Open (and create or migrate) the database at ``path``; ``None`` is one in memory, for tests.

    Raises StoreError with a sentence where another process holds the file or it isn't a database.
    """
    target = Path(path).expanduser().resolve() if path is not None else None
    if target is not None:
        _make_private_folder(target.parent)
    try:
        connection = _connect(target)
        migrate(connection)
    except duckdb.IOException as error:
        raise StoreError(_why_not(target, str(error))) from None
    except duckdb.Error:
        raise StoreError(f"{target} can't be opened as a Minute Ledger database; restore a backup of it.") from None
    if target is not None and target.exists():
        target.chmod(0o600)
    return Store(connection, target)


def _connect(path: Path | None) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(str(path or ":memory:"), config=_config())
    _harden(connection)
    return connection


def _is_disk(error: duckdb.Error) -> bool:
    said = str(error).lower()
    return "no space left" in said or "could not write" in said or "file too large" in said


def _make_private_folder(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(parents=True, mode=0o700)


def _config() -> dict[str, str | bool | int | float | list[str]]:
    threads = os.environ.get("MINUTES_THREADS")
    return {
        **({"threads": threads} if threads else {}),
        "memory_limit": os.environ.get("MINUTES_MEMORY", "2GB"),
        "storage_compatibility_version": "v1.5.0",
        "checkpoint_threshold": CHECKPOINT_BYTES,
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "allow_community_extensions": "false",
        "temp_directory": str(Path(tempfile.gettempdir()) / "minute-ledger-spill"),
        "max_temp_directory_size": os.environ.get("MINUTES_SPILL", "2GB"),
    }


def _harden(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("set allowed_configs=['max_execution_time']")
    connection.execute("set enable_external_access=false")
    connection.execute("set lock_configuration=true")


def _why_not(path: Path | None, reason: str) -> str:
    if "lock" in reason.lower():
        return f"{path} is open in another Minute Ledger; close that one first, or use it."
    return f"{path} can't be opened as a database; check the path and that you may write there."
