"""The month's checklist: which files a month should have, learnt from the month before, and which of them are loaded."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

import duckdb
import pandas as pd

from data import answering, rejected
from data.calendar import month_end
from data.ingest import logs
from data.store.connect import DISTRICT

YEARLY = frozenset({"schools", "calendar_days", "grading_periods", "site_days", "supervision", "awards"})
"""Datasets that no month needs anew."""
UNASKED = frozenset({"decisions"})
"""Datasets that come when somebody decided something: no month expects them."""
EARLY = timedelta(days=6)
"""An export without dates belongs to a month from its last week on, until the last week of the next one."""
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september"
_CHANGING = re.compile(
    rf"\.[a-z0-9]{{2,4}}$|\b({_MONTHS}|october|november|december|copy|final|new|corrected|updated?)\b|[^a-z]+"
)


@dataclass(frozen=True)
class Loaded:
    """One upload in force, as the checklist compares it with others."""

    batch_id: str
    seq: int
    file_name: str
    load_date: date
    loaded_at: datetime
    loaded_by: str
    shapes: frozenset[tuple[str, str]]
    """(dataset, shape of the headings) of its sheets."""
    records: int
    """Rows read, without banners, totals and repeated headings."""
    months: dict[date, int] = field(default_factory=dict)
    """First of a month -> session rows of it; empty where the file has no log."""
    providers: frozenset[str] = frozenset()
    month: date | None = None
    """The month that a file without sessions was loaded for."""

    @property
    def datasets(self) -> tuple[str, ...]:
        """Its datasets, in the order of their names."""
        return tuple(sorted({dataset for dataset, _ in self.shapes}))

    @property
    def is_expected(self) -> bool:
        """Whether another month should have the like."""
        return not self.datasets or not set(self.datasets) <= UNASKED

    @property
    def stem(self) -> str:
        """The file's name without what changes from month to month."""
        return " ".join(_CHANGING.sub(" ", self.file_name.lower().replace("_", " ")).split())

    def is_of(self, month: date) -> bool:
        """Whether it belongs to a month: by its sessions, else by the day it was loaded."""
        return month in self.months if self.months else self.month == month

    def rows_of(self, month: date) -> int:
        """Its rows of the month; all rows of a file without dates."""
        return self.months.get(month, 0) if self.months else self.records

    def is_like(self, other: "Loaded") -> bool:
        """Whether both are the same export: the same headings, and a provider in common, else the same name."""
        both = self.providers and other.providers
        return self.shapes == other.shapes and bool(
            self.providers & other.providers if both else self.stem == other.stem
        )


@dataclass(frozen=True)
class Item:
    """One line of the checklist: a file that the month has, or should have."""

    file_name: str
    datasets: tuple[str, ...]
    loaded: Loaded | None
    """The upload that brought it; None where it isn't loaded yet."""
    before: Loaded | None
    """The upload of the month before; None where there was none like it."""
    rows: int | None
    rows_before: int | None
    covers: tuple[tuple[str, date, date], ...] = ()
    """(service, first day, last day) that its logs speak for."""
    questions: int = 0
    held: int = 0
    """Rows that did not go in and that no later upload completed."""


def first_of(day: date) -> date:
    """The first day of the day's month."""
    return day.replace(day=1)


def before(month: date) -> date:
    """The first day of the month before."""
    return first_of(month - timedelta(days=1))


def after(month: date) -> date:
    """The first day of the next month."""
    return month_end(month) + timedelta(days=1)


def month_due(day: date) -> date:
    """The month whose files are due on a day: its own from the last week on, else the one before."""
    own = first_of(day)
    return own if day >= month_end(own) - EARLY else before(own)


def months(cur: duckdb.DuckDBPyConnection, today: date) -> list[date]:
    """The months that a checklist can be asked for, the one due first; empty where no log is loaded.

    From the first month with sessions to the month due today, or the one after the last logged month if that is earlier.
    """
    logged = sorted({month for one in uploads(cur) for month in one.months})
    if not logged:
        return []
    last = max(logged[-1], min(month_due(today), after(logged[-1])))
    found = [last]
    while found[-1] > logged[0]:
        found.append(before(found[-1]))
    return found


def uploads(cur: duckdb.DuckDBPyConnection) -> list[Loaded]:
    """Every upload in force that a month may need again, in the order of loading; of a file read twice the last reading,
    and none that only mended rows of others."""
    found = cur.execute(
        "select b.batch_id, b.batch_seq, b.file_name, b.load_date, b.loaded_at, b.loaded_by, "
        "list(distinct s.dataset || chr(31) || s.shape), cast(sum(s.rows_read - s.rows_ignored) as bigint) "
        "from batches as b join batch_sheets as s on s.district = b.district and s.batch_id = b.batch_id "
        "where b.district = $d and b.state = 'in_force' and not exists (select 1 from batches as later "
        "where later.district = b.district and later.sha256 = b.sha256 and later.state = 'in_force' "
        "and later.batch_seq > b.batch_seq) and b.batch_id not in "
        "(select m.batch_id from batch_mends as m where m.district = $d) group by all order by b.batch_seq",
        {"d": DISTRICT},
    ).fetchall()
    counted = cur.execute(
        "select batch_id, month_start, cast(sum(row_count) as bigint), list(distinct provider_id) from batch_logs "
        "where district = ? and known_to is null group by batch_id, month_start",
        [DISTRICT],
    ).fetchall()
    made = []
    for batch_id, seq, name, load_date, loaded_at, loaded_by, shapes, records in found:
        mine = [(month, rows, providers) for batch, month, rows, providers in counted if batch == batch_id]
        made.append(
            Loaded(
                batch_id, seq, name, load_date, loaded_at, loaded_by,
                frozenset((one.partition(chr(31))[0], one.partition(chr(31))[2]) for one in shapes), records,
                {month: rows for month, rows, _ in mine},
                frozenset(one for *_, providers in mine for one in providers if one),
            )
        )  # fmt: skip
    return [_with_month(one, made) for one in made if not set(one.datasets) <= YEARLY]


def _with_month(one: Loaded, known: list[Loaded]) -> Loaded:
    """A file without sessions belongs to the month due on the day it was loaded, at most to the last month that was
    logged by then: who loads a past year in one day loads it for that year's last month."""
    due = month_due(one.load_date)
    logged = [month for other in known if month_due(other.load_date) <= due for month in other.months]
    return replace(one, month=min(due, max(logged)) if logged else due)


def current(cur: duckdb.DuckDBPyConnection, today: date, closed: Collection[date]) -> date | None:
    """The month that the checklist opens on; None where no log is loaded.

    The last logged month while it is still being worked on: not closed, and loaded to in the days of this month's work.
    Else the one due.
    """
    found = months(cur, today)
    known = uploads(cur)
    if not found:
        return None
    last = max(month for one in known for month in one.months)
    worked_on = max(month_due(one.load_date) for one in known) == month_due(today)
    return last if worked_on and last not in closed else found[0]


def items(cur: duckdb.DuckDBPyConnection, month: date) -> list[Item]:
    """The checklist of a month: files of the month before with this month's upload of each, then the others of the month.

    An upload is taken for last month's by its headings, and its providers or its name. Decisions that came back are no file
    of a month: they stand there only while they ask something.
    """
    known = uploads(cur)
    now, then = (_latest(one for one in known if one.is_of(at)) for at in (month, before(month)))
    then = [one for one in then if one.is_expected]
    if not any(one.months for one in then):
        then = []  # A first month: nothing is learnt yet, so nothing is expected.
    matched = _matched(then, now)
    free = [one for one in now if one not in matched.values()]
    pairs = [(matched.get(one.batch_id), one) for one in then] + [(one, None) for one in free]
    listed = [(loaded, _item(cur, month, loaded, earlier)) for loaded, earlier in pairs]
    return [one for loaded, one in listed if loaded is None or loaded.is_expected or one.questions or one.held]


LISTED = (
    "file_name", "datasets", "batch_id", "loaded_at", "loaded_by", "rows", "rows_before", "covers", "questions", "held",
)  # fmt: skip


def listed(found: Iterable[Item]) -> pd.DataFrame:
    """The checklist as rows: LISTED. What tells of an upload is null where the file isn't loaded yet, rows_before where the
    month before had none like it; covers are written as ``import --covers`` takes them."""
    rows = [
        (
            one.file_name, ", ".join(one.datasets), *_upload(one.loaded), one.rows, one.rows_before,
            "; ".join(f"{service}={first}..{last}" for service, first, last in one.covers), one.questions, one.held,
        )
        for one in found
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(LISTED)).astype({"rows": "Int64", "rows_before": "Int64"})


def _upload(loaded: Loaded | None) -> tuple[str | None, datetime | None, str | None]:
    return (loaded.batch_id, loaded.loaded_at, loaded.loaded_by) if loaded else (None, None, None)


def _latest(found: Iterable[Loaded]) -> list[Loaded]:
    """Of uploads that are alike only the last one."""
    kept: list[Loaded] = []
    for one in found:
        kept = [other for other in kept if not other.is_like(one)] + [one]
    return kept


def _matched(then: list[Loaded], now: list[Loaded]) -> dict[str, Loaded]:
    """Batch of the month before -> this month's upload of the same export."""
    found: dict[str, Loaded] = {}

    def free(one: Loaded) -> list[Loaded]:
        return [other for other in now if other.shapes == one.shapes and other not in found.values()]

    tests: tuple[Callable[[Loaded, Loaded], bool], ...] = (
        lambda a, b: a.is_like(b) and a.stem == b.stem,
        lambda a, b: a.is_like(b),
        lambda a, b: a.stem == b.stem,
    )
    for test in tests:
        for one in then:
            if one.batch_id not in found and (same := [other for other in free(one) if test(one, other)]):
                found[one.batch_id] = same[0]
    for one in then:
        rivals = [other for other in then if other.shapes == one.shapes and other.batch_id not in found]
        if one.batch_id not in found and len(rivals) == 1 and len(free(one)) == 1:
            found[one.batch_id] = free(one)[0]
    return found


def _item(cur: duckdb.DuckDBPyConnection, month: date, loaded: Loaded | None, earlier: Loaded | None) -> Item:
    shown = loaded or earlier
    assert shown is not None
    rows_before = earlier.rows_of(before(month)) if earlier else None
    if loaded is None:
        return Item(shown.file_name, shown.datasets, None, earlier, None, rows_before)
    return Item(
        loaded.file_name,
        loaded.datasets,
        loaded,
        earlier,
        loaded.rows_of(month),
        rows_before,
        _covers(cur, loaded),
        len(answering.open_questions(cur, loaded.batch_id)),
        sum(rejected.counts(cur, DISTRICT).get(loaded.batch_id, {}).values()),
    )


def _covers(cur: duckdb.DuckDBPyConnection, loaded: Loaded) -> tuple[tuple[str, date, date], ...]:
    found: dict[str, tuple[date, date]] = {}
    for dataset, shape in sorted(loaded.shapes):
        if dataset == "sessions":
            chosen = logs.chosen(cur, loaded.batch_id)
            found |= logs.told(cur, loaded.batch_id, shape, loaded.load_date, chosen).covers
    return tuple((service, *days) for service, days in sorted(found.items()))
