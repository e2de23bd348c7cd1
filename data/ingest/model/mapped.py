"""Which field each heading is, and how a table is staged as one dataset."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyarrow as pa

from data.ingest.model.asked import Answers, Options, Question

LEFT_OUT = "left out as you said"
"""Why a column has no field that a person took out."""
OUT_BY_VALUES = "left out for its values"
"""Why a column has no field whose values tell that it is of none here, such as a number that many students share."""
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

    @property
    def is_left_out(self) -> bool:
        """Whether it is settled that the column stays out, so that nothing looks into it."""
        return self.why in (LEFT_OUT, OUT_BY_VALUES)


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
    lines_of: dict[tuple[str, str], list[tuple[str, str, date | None, date | None]]] = field(default_factory=dict)
    """The lines on file by student and service, for worklists that name no line (``ingest.lines.of_students``)."""
    days: dict[tuple[str, date], bool] = field(default_factory=dict)
    """The calendar on file, by school (empty: the district) and day: whether it is an ordinary school day."""
    is_bare: bool = False
    """Whether of this file's cells neither colours nor which numbers are shown in percent are told."""


@dataclass
class Staged:
    """One table as one dataset, typed, in temp tables of the cursor that staged it.

    ``rows_table``: record_no, source_sheet, source_row, outcome (ok, rejected, waiting, ignored), the dataset's fields
    by ``Field.db_column``, names of people as written. ``problems_table``: record_no, row, column, code, value, message,
    severity (reject, wait, ask). ``cells_view``: record_no, cells_json, the cells as written, and
    held_json, those that a row is held with; made when it is asked.
    """

    dataset: str
    shape: str
    rows_table: str
    problems_table: str
    cells_view: str
    rows_read: int
    questions: list[Question] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)
    assumed: dict[str, int] = field(default_factory=dict)
    """Defaults that were taken for some records: a sentence with ``{rows}`` in it -> how many."""
    columns: list[dict[str, Any]] = field(default_factory=list)
    rows: pa.Table = field(default_factory=lambda: pa.table({}))
    """What ``rows_table`` reads."""
    has_problems: bool = True
    """Whether ``problems_table`` has any row; without any it isn't made."""
    is_judged: bool = False
    """Whether a later check spoke against a row that staging let go in (``checks``)."""
    is_late: bool = False
    """Whether a row waits for other rows or persons (``held``)."""

    @property
    def all_fit(self) -> bool:
        """Whether no row is rejected or waits."""
        return not (self.has_problems or self.is_judged or self.is_late)
