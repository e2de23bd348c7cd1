"""One staging in progress: the mapped columns, what each field is worked out from, and what is asked."""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.contracts import DATASETS
from data.contracts.datasets import Field
from data.ingest.mapping import says
from data.ingest.model import Column, Context, Mapping, Question, Table
from data.ingest.staging import beside, cells, columns, none_held
from data.ingest.staging.columns import Heading
from data.ingest.staging.sql import literal
from data.ingest.texts import whole
from data.ingest.values import codes, statuses
from data.ingest.values.session_outcome import Outcome
from data.ingest.values.words import plain
from data.store.cursor import next_number

warnings.filterwarnings("ignore", "Arrow output on a DB-API result makes an extra copy")
PIECE = 16_384
"""Rows that one of DuckDB's threads reads at a time."""
_OUTCOMES = ("status", "reason", "absent", "provider_absent", "provider_present", "delivered_flag")
_SAID = {False: "why nobody came are absences", True: "what they make up are make-ups"}


@dataclass(frozen=True)
class Rule:
    """A problem that SQL finds: ``where`` and ``value`` are expressions over the full rows."""

    column: str
    code: str
    message: str
    severity: str
    where: str
    value: str = "null"
    question: tuple[str, str] | None = None
    unless: tuple[str, ...] = ()
    """Only where none of these columns has a problem in that record already."""


DOUBT = {f"doubt_{part}": pa.string() for part in ("code", "message", "column", "value", "severity", "kind", "asked")}
"""The columns of ``decide`` that hold the problem of a combination of cells; null where there is none."""


def doubt(
    code: str, message: str, severity: str, column: str, value: str = "", question: tuple[str, str] | None = None
) -> dict[str, str]:
    """The columns ``DOUBT`` of one combination of cells."""
    told = {"code": code, "message": message, "column": column, "value": value, "severity": severity}
    asked = {"kind": question[0], "asked": question[1]} if question else {}
    return {f"doubt_{part}": text for part, text in (told | asked).items()}


@dataclass
class Definition:
    """A problem of one distinct text of one column."""

    place: int
    key: int
    code: str
    value: str
    message: str
    severity: str
    question: tuple[str, str] | None = None


@dataclass
class Work:
    """What the steps of one staging share. SQL expressions in ``fields`` are over the full rows, by database column."""

    cur: duckdb.DuckDBPyConnection
    table: Table
    mapping: Mapping
    context: Context
    name: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    """Columns that the full rows have beside the base rows: name -> SQL over b and the joined tables."""
    joins: list[str] = field(default_factory=list)
    decided: dict[str, tuple[str, pa.Array]] = field(default_factory=dict)
    """Of these columns, those that ``decide`` made: name -> (joined table, its distinct values)."""
    made: list[str] = field(default_factory=list)
    """What was registered beside the rows, to be let go at the end."""
    rows: pa.Table = field(default_factory=lambda: pa.table({}))
    """The base rows, which SQL reads as ``<name>_base``; nothing of them is copied to a table."""
    rules: list[Rule] = field(default_factory=list)
    unsaid: pa.Array | None = None
    """Rows for which no heading says whose they are: minutes are in none of several columns. None: there are none."""
    has_problems: bool = False
    """Whether a problem was found (``problems``)."""
    has_doubts: bool = False
    """Whether the full rows have the columns ``DOUBT``."""
    by_rows: dict[str, Outcome] = field(default_factory=dict)
    """What codes of a status mean (in lower case), where the minutes and reasons of their rows show it (``settled``)."""
    told_services: list[str] = field(default_factory=list)
    """SQL over the base rows: what tells each row's service, the first that does; without the line on file."""
    untimed: tuple[str, ...] = ()
    """Columns whose own problem explains why a row says too little: no doubt is told beside it."""
    hints: list[Heading] = field(default_factory=list)
    """Columns in which absence is told in passing; the base rows have their keys as h and the place."""
    definitions: list[Definition] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    """SQL conditions over the full rows: no record of the dataset."""
    questions: dict[tuple[str, str], Question] = field(default_factory=dict)
    min_sec: dict[int, bool] = field(default_factory=dict)
    """Of columns of times (3:30), whether targets tell that they are minutes and seconds (``measures``)."""
    year_by_weekdays: str | None = None
    """The school year of days that are written without one, where weekdays tell it (``named_weekdays``)."""
    assumptions: list[str] = field(default_factory=list)
    assumed_where: list[tuple[str, str]] = field(default_factory=list)
    """(SQL condition over the full rows, sentence with {n}): said where it holds for some record that goes in."""

    def __post_init__(self) -> None:
        assert self.mapping.dataset is not None
        self.dataset = DATASETS[self.mapping.dataset]
        self.name = self.name or f"staged_{next_number(self.cur)}"
        said = {**self.context.answers.codes, **self.context.options.codes}
        self.answers = {text.strip().casefold(): meaning.strip() for text, meaning in said.items()}
        self.forbidden = cells.forbidden(self.table, {place for place, _ in self.places()})
        self.kept = [place for place in range(self.table.body.num_columns) if place not in self.forbidden]
        self.headings = columns.headings(self.dataset.name, self.table, self.places())
        self._read_ticks()
        self._read_beside()
        self._read_absences()

    def _free(self) -> list[tuple[int, Column]]:
        """The columns, with their places, that nothing reads yet and nobody left out, and that aren't the minutes of another
        setting, kind or service than the table's own."""
        taken, own = {heading.place for heading in self.headings}, [one.heading for one in self.at("minutes")]
        free = [(place, one) for place, one in self.placed() if place not in taken and not one.is_left_out]
        return [(place, one) for place, one in free if not any(says.are_apart(one.heading, mine) for mine in own)]

    def _read_ticks(self) -> None:
        """Ticks under headings that themselves say why a session was missed (School Closed): each is a reason."""
        if self.dataset.name == "sessions":
            self.headings += columns.ticked(self.table, self._free())

    def _read_beside(self) -> None:
        """Of columns without a place beside one of outcomes, the words that say that a session was missed, made up, or no
        treatment: the last are asked about."""
        if self.dataset.name == "sessions" and self.at(*_OUTCOMES, "missed_flag"):
            found = beside.columns_of(self.table, self._free())
            self.headings += found
            said = "say that a session was missed or made up count beside what its other columns say."
            self.assumptions += [f"Words under {one.heading} that {said}" for one in found if beside.tells_more(one)]

    def _read_absences(self) -> None:
        """A log without a column of outcomes may say in its remarks that nobody came; of others only why a session was given
        in part is read of them."""
        if self.dataset.name != "sessions":
            return
        if self.at(*_OUTCOMES):
            heard = self.at(beside.FIELD)
            free = [(place, one.heading) for place, one in self._free()] + [(one.place, one.heading) for one in heard]
            told = columns.shortened(self.table, free, heard, self.at("minutes"), self.at("gross_minutes"))
            again = {one.place for one in told}
            self.headings = [*(one for one in self.headings if one.place not in again), *told]
            return
        whose = partial(none_held.told, headings=self.headings)
        found = columns.absences(self.table, self._free(), self.at("minutes"), self.at("gross_minutes"), whose)
        self.headings += found
        for one in found:
            made = {statuses.read(text).status == "make_up" for text in one.texts}
            self.assumptions += [f"Remarks under {one.heading} that say {_SAID[is_made]}." for is_made in sorted(made)]

    def places(self) -> list[tuple[int, Column]]:
        """Each mapped column with its place in the body."""
        return [(place, column) for place, column in self.placed() if column.field]

    def placed(self) -> list[tuple[int, Column]]:
        """Each column with its place in the body."""
        return list(enumerate(self.mapping.columns))

    def at(self, *names: str) -> list[Heading]:
        """The columns that were taken for these fields, in the order of the names."""
        return [heading for name in names for heading in self.headings if heading.field == name]

    def place(self, heading: str) -> int | None:
        """Where a column stands whose cells are kept, by its heading; None where there is none."""
        return next((place for place in self.kept if self.table.headings[place] == heading), None)

    def heading(self, name: str) -> str:
        """The heading of a field's first column, else the field's own name: where a problem is shown."""
        found = self.at(name)
        return found[0].heading if found else name

    def says(self, name: str) -> str | None:
        """What headings say of every value of the table (a setting, a cycle), where they say one thing."""
        said = {value for heading in self.headings for subject, value in heading.says if subject == name}
        return said.pop() if len(said) == 1 else None

    def said(self, name: str) -> str | None:
        """What headings say of every value, as SQL; None where they say nothing or several things."""
        said = self.says(name)
        if said is None:
            return None
        return literal(said) if self.unsaid is None else f"case when not is_unsaid then {literal(said)} end"

    def value(self, name: str, part: str = "v") -> str | None:
        """SQL over the full rows: the typed value of a field's columns, the first that has one; None without any."""
        found = [f"{part}{heading.place}" for heading in self.at(name)]
        return None if not found else found[0] if len(found) == 1 else f"coalesce({', '.join(found)})"

    def answer(self, text: str) -> str | None:
        """What a person answered for a code or word as written, in any case."""
        return self.answers.get(text.strip().casefold())

    def meant(self, text: str, is_understood: Callable[[str], bool]) -> str:
        """What the file's own key says of a code, where that is understood; else the text as written."""
        meaning = self.table.legend.get(text.strip().casefold())
        if meaning is None or not is_understood(meaning):
            return text
        self.assumptions.append(f"{text.strip()} is {meaning}, as the file's own key says.")
        return meaning

    def is_own_code(self, text: str, topic: str) -> bool:
        """Whether the file's own key gives a code a meaning that isn't understood, so that what it usually means (SP =
        sufficient progress) doesn't hold; a key to other columns (P = push-in, P = present) says nothing of this one."""
        meaning = self.table.legend.get(text.strip().casefold())
        if meaning is None or plain(meaning) == plain(text) or codes.find(meaning, topic):
            return False
        return not codes.tells(meaning, (*codes.TOPICS, "role", "plan_type")) and not statuses.read(meaning).known

    def known(self, name: str) -> Field | None:
        """The dataset's field of that name; None for a helper."""
        return next((one for one in self.dataset.fields if one.name == name), None)

    def holds(self, name: str) -> bool:
        """Whether an unreadable value of the field holds its record: one that decides minutes does."""
        if name == "minutes_away" or (name == "gross_minutes" and not self.at("minutes")):
            return True
        one = self.known(name)
        return one is not None and (one.required or one.holds_row)

    def ask(self, kind: str, value: str, text: str, choices: Sequence[str] = ()) -> tuple[str, str]:
        """Note a question (once); the key is for the problems that wait for it."""
        key = (kind, value.casefold())
        self.questions.setdefault(key, Question(kind, value, 0, text, tuple(choices)))
        return key

    def doubt_column(self, code: str, question: Question, why: str) -> dict[str, str]:
        """The columns ``DOUBT`` of a row that waits until it is said what a column is that was left out."""
        asked = self.ask(question.kind, question.value, question.text, question.choices)
        return doubt(code, why, "wait", question.value, "", asked)

    def show(self, rows: pa.Table) -> None:
        """Make these the base rows."""
        self.rows = rows
        register(self.cur, f"{self.name}_base", rows)

    def show_full(self) -> None:
        """Let SQL read the rows, with all that was worked out, as ``<name>_full``."""
        register(self.cur, f"{self.name}_full", self.rows)

    def show_outcomes(self, outcomes: pa.Array | pa.ChunkedArray) -> None:
        """Give the full rows their outcomes."""
        self.rows = self.rows.append_column("outcome", outcomes)
        self.show_full()

    def asked(self, query: str) -> pa.Table:
        """The answer of a query over the rows."""
        return asked(self.cur, query, few=self.rows.num_rows <= PIECE)

    def by_row(self, listed: str, alias: str, joined: str) -> pa.Table:
        """What SQL says of each row, in the order of ``rows``: ``listed`` are expressions with their names over the tables
        ``joined``, of which ``alias`` has the rows' numbers.

        DuckDB's threads hand over pieces of rows in any order; only the rows' own numbers say which is which.
        """
        found = self.asked(f"select {listed}, {alias}.record_no as of_record from {joined}")
        own, wanted = found.column("of_record"), self.rows.column("record_no")
        if not own.equals(wanted):
            found = found.take(_places_in(own.to_numpy(), wanted.to_numpy()))
        return found.drop_columns(["of_record"])

    def register(self, suffix: str, data: pa.Table) -> str:
        """Let SQL read arrow data until the end; returns its name."""
        name = f"{self.name}_{suffix}"
        register(self.cur, name, data)
        self.made.append(name)
        return name

    def level(self) -> None:
        """Make what was worked out so far part of the base rows, so that the next ``decide`` can build on it."""
        if not self.extra:
            return
        wanted = {f"{table}_place": f"{table}.place" for table, _ in self.decided.values()}
        wanted |= {name: sql for name, sql in self.extra.items() if name not in self.decided}
        listed = ", ".join(f"{sql} as {name}" for name, sql in wanted.items())
        found = self.by_row(listed, "b", f"{self.name}_base as b {' '.join(self.joins)}")
        rows = self.rows
        for name in self.extra:
            rows = rows.append_column(name, self._of_rows(name, found))
        self.show(rows)
        self.extra, self.joins, self.decided = {}, [], {}

    def _of_rows(self, name: str, found: pa.Table) -> pa.Array | pa.ChunkedArray:
        """A column of a level: as SQL gave it, else the decided value of each row's combination, by its place."""
        if name not in self.decided:
            return found.column(name)
        table, values = self.decided[name]
        if values.null_count == len(values):
            return pa.nulls(found.num_rows, values.type)
        return values.take(whole(found.column(f"{table}_place")))

    def decide(
        self, suffix: str, keys: dict[str, str], decide: Callable[..., dict[str, Any]], schema: dict[str, pa.DataType]
    ) -> None:
        """Work out several columns from several others: once for each distinct combination, joined to the rows.

        ``keys`` are names and SQL over the base rows b; ``decide`` gets them by name and gives the columns of
        ``schema``, which the full rows then have.
        """
        (name, column), *others = keys.items() or [("", "")]
        if not others and column.removeprefix("b.") in self.rows.column_names:
            self._decide_by(column.removeprefix("b."), lambda value: decide(**{name: value}), schema)
            return
        listed = ", ".join(f"{sql} as {name}" for name, sql in keys.items()) or "0 as nothing"
        names = list(keys) or ["nothing"]
        places = ", ".join(str(place) for place in range(1, len(names) + 1))
        found = self.cur.execute(
            f"select {listed} from {self.name}_base as b group by {places} order by min(b.record_no)"
        ).fetchall()
        decided = [decide(**(dict(zip(names, row, strict=True)) if keys else {})) for row in found]
        arrays = {f"key_{name}": _array([row[place] for row in found]) for place, name in enumerate(names)}
        values = {name: pa.array([one.get(name) for one in decided], kind) for name, kind in schema.items()}
        arrays["place"] = pa.array(range(len(found)), pa.int32())
        made = self.register(suffix, pa.table(arrays | values))
        alias = f"d_{suffix}"
        on = " and ".join(f"{alias}.key_{name} is not distinct from ({sql})" for name, sql in keys.items()) or "true"
        self.joins.append(f"left join {made} as {alias} on {on}")
        self.extra |= {name: f"{alias}.{name}" for name in schema}
        self.decided |= {name: (alias, told) for name, told in values.items()}

    def _decide_by(self, name: str, decide: Callable[[Any], dict[str, Any]], schema: dict[str, pa.DataType]) -> None:
        """The same of a single column of the base rows, which takes no SQL."""
        column = self.rows.column(name)
        distinct = column.unique()
        places, decided = whole(pc.index_in(column, distinct)), list(map(decide, distinct.to_pylist()))
        rows = self.rows.drop_columns([made for made in schema if made in self.rows.column_names])
        for made, kind in schema.items():
            rows = rows.append_column(made, pa.array([one.get(made) for one in decided], kind).take(places))
        self.show(rows)

    def has(self, name: str) -> bool:
        """Whether the full rows have a column that was worked out."""
        return name in self.extra or name in self.rows.column_names


def asked(cur: duckdb.DuckDBPyConnection, query: str, *, few: bool) -> pa.Table:
    """The answer of a query as Arrow: of ``few`` rows in half the time, of many in half the memory."""
    cur.complete()
    if few:
        return cur.execute(query).to_arrow_table()
    return cur.sql(query).to_arrow_table()


def register(cur: duckdb.DuckDBPyConnection, name: str, data: pa.Table) -> None:
    """Let SQL read an Arrow table under a name, where it lies, in pieces that DuckDB's threads share among them."""
    cur.complete()  # DuckDB refuses a relation while a fetchone() before it, of another file, is unfinished.
    cur.register(name, pa.Table.from_batches(data.to_batches(max_chunksize=PIECE), data.schema))


def _places_in(own: np.ndarray, wanted: np.ndarray) -> pa.Array:
    """Where each of the wanted numbers of records stands among others, which have each of them once."""
    places = np.empty(int(own.max(initial=-1)) + 1, np.int64)
    places[own] = np.arange(len(own))
    return pa.array(places[wanted])


def _array(values: list[Any]) -> pa.Array:
    return pa.array(values) if any(value is not None for value in values) else pa.array(values, pa.int32())
