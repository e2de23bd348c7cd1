"""Whole imports in tests: files into a store of their own, and the stored rows read back."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from data.ingest import importer, loading, opening
from data.ingest.model import FileReport, ImportReport, Options, SheetReport
from data.ingest.opening import File
from data.store import Store, open_store
from data.store.warm import WarmCursors
from tests.built import NAME, built

LOADED = date(2026, 6, 30)


class Trial:
    """One import inside a transaction that is rolled back at its end: ``report``, and what the ledger then holds."""

    def __init__(self, cur: duckdb.DuckDBPyConnection, report: ImportReport) -> None:
        self.cur, self.report = cur, report

    def rows(self, dataset: str, *columns: str) -> list[tuple[Any, ...]]:
        """The columns of the rows in force, in the order of the file's rows."""
        listed = ", ".join(columns)
        return self.ask(
            f"select {listed} from {dataset} where known_to is null order by source_sheet, source_row, {listed}"
        )

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """The answer of any query."""
        return self.cur.execute(query).fetchall()


@contextmanager
def tried(store: Store, name: str, data: bytes) -> Iterator[Trial]:
    """Import a file into a store as ``importer.run`` does, and take it back: no other test sees it."""
    options = Options(load_date=LOADED)
    with store.transaction(keep=False) as cur:
        parts = opening.unpack([(name, data)])
        files = [part if isinstance(part, File) else opening.open_file(cur, *part, options) for part in parts]
        fit = sorted((file for file in files if not file.refused), key=lambda file: file.rank)
        reports = [loading.load(cur, file, options) for file in fit]
        refused = [FileReport(file.name, refused=file.refused) for file in files if file.refused]
        yield Trial(cur, ImportReport([*reports, *refused]))


class Ledger:
    """A store in a folder of its own, new where there is none; ``load`` imports, ``rows`` reads what is in force."""

    def __init__(self, folder: Path) -> None:
        file = folder / NAME
        self.store: Store = open_store(file if file.exists() else built(file))
        self._warm = WarmCursors(self.store)

    @classmethod
    def holding(cls, folder: Path, *files: tuple[str, bytes | str], **said: Any) -> "Ledger":
        """A ledger with these files in it, loaded one after the other: made once a process, then copied."""
        built(folder / NAME, _loading(files, tuple(said.items())))
        return cls(folder)

    def load(self, name: str, data: bytes | str, *, commit: bool = True, **said: Any) -> ImportReport:
        """Import one file; ``said`` are fields of Options."""
        content = data.encode() if isinstance(data, str) else data
        return importer.run(self.store, [(name, content)], Options(**{"load_date": LOADED, **said}), commit=commit)

    def rows(self, dataset: str, *columns: str, order: str | None = None) -> list[tuple[Any, ...]]:
        """The columns of the rows in force, in the order of the file's rows (or ``order``)."""
        listed = ", ".join(columns)
        order = order or f"source_sheet, source_row, {listed}"
        return self.ask(f"select {listed} from {dataset} where known_to is null order by {order}")

    def ask(self, query: str) -> list[tuple[Any, ...]]:
        """The answer of any query."""
        with self.store.cursor() as cur:
            return cur.execute(query).fetchall()

    @contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor to ask figures on, which share what they have in common until something is loaded or said."""
        with self._warm.cursor(self.store.data_version()) as cur:
            yield cur

    def close(self) -> None:
        self._warm.close()
        self.store.close()


@cache
def _loading(files: tuple[tuple[str, bytes | str], ...], said: tuple[tuple[str, Any], ...]) -> Callable[[Path], None]:
    """What makes a database of the files; the same for the same files, so that it is made once (``built``)."""

    def make(file: Path) -> None:
        made = Ledger(file.parent)
        for name, data in files:
            report = made.load(name, data, **dict(said))
            assert not any(one.refused for one in report.files), name
        made.close()

    return make


def only_file(report: ImportReport) -> FileReport:
    """The one file of a report, not refused."""
    (file,) = report.files
    assert not file.refused, file.refused
    return file


def sheet_of(report: ImportReport, dataset: str) -> SheetReport:
    """The one entry of a dataset in the report of one file."""
    (sheet,) = [sheet for sheet in only_file(report).sheets if sheet.dataset == dataset]
    return sheet


def counts(sheet: SheetReport) -> dict[str, int]:
    """The counts above zero of a sheet's records."""
    names = ("new", "changed", "unchanged", "duplicate", "rejected", "waiting", "ignored")
    return {name: getattr(sheet, name) for name in names if getattr(sheet, name)}


def in_force(ledger: Ledger) -> list[tuple[str, str, float]]:
    """The sessions in force by day: student, day, minutes."""
    rows = ledger.rows("sessions", "student_id", "cast(session_date as varchar)", "minutes", order="2, 1")
    return [(who, day, float(minutes)) for who, day, minutes in rows]


def told(*months: Sequence[tuple[str, str, str, int]]) -> list[tuple[str, str, float]]:
    """The same of rows that a test wrote into its logs: id, student, day, minutes."""
    rows = [(who, day, float(minutes)) for month in months for _, who, day, minutes in month]
    return sorted(rows, key=lambda row: (row[1], row[0]))
