"""What became of the files of an import, as a person is told."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.ingest.model.asked import Question


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one record: a row of data, never an exception."""

    row: int
    column: str
    code: str
    value: str
    message: str


COUNTS = ("new", "changed", "unchanged", "duplicate", "rejected", "waiting", "ignored")
"""What can become of a record; each is exactly one of them."""


@dataclass
class SheetReport:
    """What happened, or would happen, to one sheet as one dataset. The counts of records add up to rows_read."""

    sheet: str
    dataset: str | None
    header_row: int | None
    mapping: dict[str, str] = field(default_factory=dict)
    unmapped: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    rows_read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0
    duplicate: int = 0
    rejected: int = 0
    waiting: int = 0
    ignored: int = 0
    covers: dict[str, tuple[date, date]] = field(default_factory=dict)
    new_people: list[dict[str, Any]] = field(default_factory=list)
    issues: list[Problem] = field(default_factory=list)
    shape: str = ""
    refused: str = ""
    """Why the sheet was refused, in a sentence; empty where it wasn't."""
    columns: list[dict[str, Any]] = field(default_factory=list)
    """Per heading: field, confidence, why, three samples."""
    minutes_before: float | None = None
    minutes_after: float | None = None
    left_out: dict[str, int] = field(default_factory=dict)
    """Reason -> rows of the sheet that are no records."""
    assumptions: list[str] = field(default_factory=list)
    """Defaults that were taken, each in a sentence."""
    assumed: dict[str, int] = field(default_factory=dict)
    """Defaults that were taken for some records: a sentence with ``{rows}`` in it -> how many."""
    table_rows: tuple[int, int] | None = None
    """The first and the last row of the table in the sheet."""
    notes: tuple[str, ...] = ()
    """Titles and banners above the table."""
    minutes: dict[str, float] = field(default_factory=dict)
    """Minutes given (delivered, partial, made up) of the sessions that are new, changed (``changed_from`` are those
    before), unchanged, missing now (by this file's account), or waiting."""
    listed: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """Of a preview: the first rows that are new, changed and missing now, with what changed."""
    replaces: str = ""
    """What a replace takes as the whole truth, in words; empty in a merge."""
    unusual: str = ""
    """Why this file needs a second look before it is loaded, in a sentence; mostly empty."""
    mends: int = 0
    """How many of its rows complete an earlier batch."""


@dataclass
class FileReport:
    """What happened, or would happen, to one file."""

    file: str
    sheets: list[SheetReport] = field(default_factory=list)
    batch_id: str | None = None
    refused: str = ""
    """Why nothing of it can be read, in a sentence."""


@dataclass
class ImportReport:
    """What happened, or would happen, to all files of one import."""

    files: list[FileReport] = field(default_factory=list)

    @property
    def exit_status(self) -> int:
        """0 done; 1 done, but something was rejected, waits or was refused; 2 all files refused."""
        if self.files and all(file.refused for file in self.files):
            return 2
        held = any(sheet.rejected or sheet.waiting for file in self.files for sheet in file.sheets)
        return 1 if held or any(file.refused for file in self.files) else 0
