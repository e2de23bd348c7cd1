"""What passes between the steps of an import: cells -> tables -> mapping -> typed rows."""

from collections import abc
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, TypeAlias

import pyarrow as pa

from data.errors import UserError

Mode = Literal["merge", "replace"]


class FileRefused(UserError):  # noqa: N818 - the sentence names the outcome
    """A whole file can't be read; the message is one sentence: which file, what is wrong, what to do."""


Merges = dict[int, tuple[tuple[int, int], ...]]
"""Column -> (first row, last row) of each of its cells that is merged down, all from 0."""


@dataclass(frozen=True)
class Sheet:
    """One sheet as text. ``cells`` has string columns c0, c1, ...; row_numbers are the file's own, from 1.

    Text of cells: dates YYYY-MM-DD (with HH:MM:SS where the cell has a time), times HH:MM:SS, durations [h]:MM:SS,
    numbers in their shortest form, booleans TRUE/FALSE, errors as Excel shows them (#DIV/0!), a formula without a
    stored value as UNCALCULATED, an empty cell null. Text cells are as written.
    """

    name: str
    cells: pa.Table
    row_numbers: pa.Array
    hidden: bool = False
    fills: dict[tuple[int, int], str] = field(default_factory=dict)
    """(row, column), both from 0 -> colour of the cells of a small sheet that are filled with one, blank ones too."""
    merges: Merges = field(default_factory=dict)
    is_bare: bool = False
    """Whether its reader tells neither colours nor which numbers are shown in percent."""


UNCALCULATED = "#UNCALCULATED!"


@dataclass(frozen=True)
class LeftOut:
    """A row that isn't a record, and why (banner, total, repeated header, section title, comment, blank, ...)."""

    row: int
    reason: str


Texts: TypeAlias = pa.Array | pa.ChunkedArray | Sequence[str | None]
"""The cells of a column."""


@dataclass(frozen=True)
class Table:
    """A table found in a sheet. ``body`` has one string column a heading, in order (c0, c1, ...).

    Head-block values (student, provider, month above the grid) and section titles have become columns of their own.
    A month grid or a column-a-date sheet has been turned to long form with the columns named in ``melted``.
    """

    sheet: str
    headings: tuple[str, ...]
    body: pa.Table
    row_numbers: pa.Array
    header_row: int | None
    left_out: tuple[LeftOut, ...] = ()
    melted: tuple[str, str] | None = None
    """(date heading, value heading) of a table that was turned to long form."""
    notes: tuple[str, ...] = ()
    """Titles and banners above the table, as evidence (month, year, dataset words)."""
    legend: dict[str, str] = field(default_factory=dict)
    """The key that rows beside the records, or other sheets, give to codes: code in lower case -> meaning in words."""

    def texts(self, place: int) -> list[str]:
        """The distinct texts of a column, as written; blank ones are none."""
        return [text for text in self.body.column(place).unique().to_pylist() if text and text.strip()]

    def all_are(self, place: int, judge: abc.Callable[[str], object]) -> bool:
        """Whether a column holds something, and each of its texts passes."""
        texts = self.texts(place)
        return bool(texts) and all(map(judge, texts))

    def first(self, place: int) -> str:
        """The first text of a column that says something, of its first rows; "" where none of them does."""
        return next((text for text in self.body.column(place).slice(0, 100).to_pylist() if text and text.strip()), "")

    def also(self, heading: str, column: Texts) -> "Table":
        """The table with one more column, after all others."""
        return replace(self, headings=(*self.headings, heading), body=body_of([*self.body.columns, column]))

    def instead(self, place: int, made: abc.Mapping[str, Texts]) -> "Table":
        """The table with columns of these headings in a column's place."""
        headings, columns = list(self.headings), list(self.body.columns)
        headings[place : place + 1], columns[place : place + 1] = made.keys(), made.values()
        return replace(self, headings=tuple(headings), body=body_of(columns))

    def filled(self, place: int, column: Texts) -> "Table":
        """The table with other texts under a heading."""
        return self.instead(place, {self.headings[place]: column})

    def called(self, place: int, heading: str) -> "Table":
        """The table with a column under another heading."""
        return replace(self, headings=(*self.headings[:place], heading, *self.headings[place + 1 :]))

    def without(self, *places: int) -> "Table":
        """The table without some columns."""
        kept = [place for place in range(len(self.headings)) if place not in places]
        headings = tuple(self.headings[place] for place in kept)
        return replace(self, headings=headings, body=body_of(self.body.column(place) for place in kept))

    def rows(self, source: Sequence[int]) -> "Table":
        """The table with these of its rows, in this order; one may come several times, as a record each."""
        taken = pa.array(source, pa.int64())
        body = body_of(column.take(taken) for column in self.body.columns)
        return replace(self, body=body, row_numbers=self.row_numbers.take(taken))

    def in_parts(self, parts: abc.Mapping[int, Sequence[Sequence[str | None]]]) -> "Table":
        """The table with a record for each part of a row's cells, by column; a row without any part stays one."""
        sizes = [max(1, *map(len, told)) for told in zip(*parts.values(), strict=True)]
        found = [(row, number) for row, size in enumerate(sizes) for number in range(size)]
        table = self.rows([row for row, _ in found])
        for place, told in parts.items():
            table = table.filled(place, [told[row][at] if at < len(told[row]) else None for row, at in found])
        return table

    def noted(self, note: str) -> "Table":
        """The table with one more sentence on how it was read."""
        return replace(self, notes=(*self.notes, note))

    def leaving(self, rows: Collection[int], reason: str) -> "Table":
        """The table without some of its rows, which are left out for a reason."""
        numbers = self.row_numbers.to_pylist()
        out = (*self.left_out, *(LeftOut(numbers[row], reason) for row in rows))
        kept = self.rows([row for row in range(len(numbers)) if row not in rows])
        return replace(kept, left_out=tuple(sorted(out, key=lambda one: one.row)))


def body_of(columns: Iterable[Texts]) -> pa.Table:
    """The body of a table with these columns, in order."""
    return pa.table({f"c{number}": _column(column) for number, column in enumerate(columns)})


def _column(texts: Texts) -> pa.Array | pa.ChunkedArray:
    return texts if isinstance(texts, (pa.Array, pa.ChunkedArray)) else pa.array(texts, pa.string())


LEFT_OUT = "left out as you said"
"""Why a column has no field that a person took out."""
NOT_USED = "left out"
"""The answer that no field takes a column, as the choices of a question write it; stored as an empty field."""


@dataclass(frozen=True)
class Column:
    """One heading's place: the field it was taken for, how surely (0 to 1), and why in words."""

    heading: str
    field: str | None
    confidence: float
    why: str
    says: tuple[tuple[str, str], ...] = ()
    """What the heading itself says of every value: ("cycle", "week"), ("setting", "push_in")."""


@dataclass(frozen=True)
class Mapping:
    """Which dataset a table is, and which field each heading is."""

    dataset: str | None
    confidence: float
    columns: tuple[Column, ...]
    shape: str
    """Fingerprint of the headings: answers are remembered under it."""
    questions: tuple["Question", ...] = ()
    reason: str = ""
    """Where dataset is None: why, in a sentence."""
    only: pa.Array | None = None
    """Which rows of the table are records of this dataset (booleans); None: all."""


@dataclass(frozen=True)
class Question:
    """Something only a person can answer. ``rows`` records wait for it (0: it holds nothing)."""

    kind: str
    """code, column, dataset, date_order, frequency, person, duplicate, coverage, snapshot, ..."""
    value: str
    rows: int
    text: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one record: a row of data, never an exception."""

    row: int
    column: str
    code: str
    value: str
    message: str


@dataclass(frozen=True)
class Cover:
    """Days that a batch's logs speak for, as chosen by a person."""

    service: str
    from_day: date
    to_day: date
    kind: str | None = None
    provider_id: str | None = None
    school: str | None = None


@dataclass(frozen=True)
class Answers:
    """What people answered earlier for a file shape (or for all shapes), from ``profiles``."""

    dataset: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    """heading -> field; "" leaves the column out."""
    codes: dict[str, str] = field(default_factory=dict)
    """code or word as written -> meaning, as in Options.codes"""
    date_order: Literal["month_first", "day_first"] | None = None


@dataclass(frozen=True)
class Options:
    """What the user said beside the files."""

    dataset: str | None = None
    mode: Mode = "merge"
    codes: dict[str, str] = field(default_factory=dict)
    """'SA' -> 'missed:student_absent'"""
    map: dict[str, str] = field(default_factory=dict)
    """'Heading' -> 'field'"""
    answers: dict[str, Answers] = field(default_factory=dict)
    """What was answered for a file shape just now, beside ``codes`` and ``map``, which are for all files."""
    covers: tuple[Cover, ...] = ()
    covers_of: dict[str, tuple[Cover, ...]] = field(default_factory=dict)
    """File name -> what a person said that this file's logs speak for; ``covers`` is for all files."""
    load_date: date | None = None
    """The day of loading; None is today (the only place where today is asked)."""
    loaded_by: str = "unknown"


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


@dataclass(frozen=True)
class Context:
    """What staging knows beside the table: the file, the day of loading, the answers, what its other sheets showed."""

    file_name: str = ""
    load_date: date | None = None
    options: Options = field(default_factory=Options)
    answers: Answers = field(default_factory=Answers)
    evidence: tuple[str, ...] = ()
    """Dates, sheet names and titles of the whole file that can show its date order and year."""
    schools: dict[str, str] = field(default_factory=dict)
    """The ids of the schools on file by what they are called, in plain form."""
    lines: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Service and kind of the lines on file, by their ids, for logs that name a line and no service."""
    days: dict[tuple[str, date], bool] = field(default_factory=dict)
    """The calendar on file, by school (empty: the district) and day: whether it is an ordinary school day."""
    is_bare: bool = False
    """Whether of this file's cells neither colours nor which numbers are shown in percent are told."""


@dataclass
class Staged:
    """One table as one dataset, typed, in temp tables of the cursor that staged it.

    ``rows_table``: record_no, source_sheet, source_row, outcome (ok, rejected, waiting, ignored), the dataset's fields
    by ``Field.db_column``, names of people as written. ``problems_table``: record_no, row, column, code, value, message,
    severity (reject, wait, ask). ``cells_view``: record_no, cells_json, the cells as written; made when it is asked.
    """

    dataset: str
    shape: str
    rows_table: str
    problems_table: str
    cells_view: str
    rows_read: int
    questions: list[Question] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)
    columns: list[dict[str, Any]] = field(default_factory=list)
    rows: pa.Table = field(default_factory=lambda: pa.table({}))
    """What ``rows_table`` reads."""
    has_problems: bool = True
    """Whether ``problems_table`` has any row."""
    is_judged: bool = False
    """Whether a later check spoke against a row that staging let go in (``checks``)."""
    is_late: bool = False
    """Whether a row waits for other rows or persons (``held``)."""

    @property
    def all_fit(self) -> bool:
        """Whether no row is rejected or waits."""
        return not (self.has_problems or self.is_judged or self.is_late)
