"""Whole imports in tests: files into a store of their own, and the stored rows read back."""

from datetime import date
from pathlib import Path
from typing import Any

from data.ingest import importer
from data.ingest.model import FileReport, ImportReport, Options, SheetReport
from data.store import Store, open_store

LOADED = date(2026, 6, 30)


class Ledger:
    """A store in a folder of its own; ``load`` imports, ``rows`` reads what is in force."""

    def __init__(self, folder: Path) -> None:
        self.store: Store = open_store(folder / "ledger.duckdb")

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

    def close(self) -> None:
        self.store.close()


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
