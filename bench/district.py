"""An invented district of any size, written straight into a store's tables as imports leave them.

One roster, one calendar a school year (rules 14's, shifted), one file of IEP lines a year and one session log a month.
Every number comes from ``hash`` of the row's own number, so that the same size is always the same district.
"""

from dataclasses import dataclass
from datetime import date

import duckdb

from data.ingest import logs
from data.store import Store
from data.store.connect import DISTRICT

FIRST_YEAR = 2025
SHAPES = {"students": "roster", "calendar_days": "calendar", "service_lines": "lines", "sessions": "log"}
VERSION = "'{shape}', left(md5(cast({key} as varchar)), 24), '{batch}', 'Sheet1', cast({row} as integer), {event}, null"
# Of twenty lines: cycle, amount, minutes a session, sessions a cycle, every how many weeks it is seen, on how many days.
KINDS = (
    *[("week", 30, 30, 1, 1, 1)] * 7, ("week", 60, 30, 2, 1, 2), *[("weeks:2", 30, 30, 1, 2, 1)] * 3,
    *[("month", 60, 30, 2, 2, 1)] * 5, ("quarter", 120, 30, 4, 2, 1), ("rotation:6", 30, 30, 1, 1, 1),
    *[("iep_year", 600, None, None, 2, 1)] * 2,
)  # fmt: skip
KIND_ROWS = ", ".join(repr((n, *row)).replace("None", "null") for n, row in enumerate(KINDS))
REASONS = (
    "student_absent",
    "provider_absent",
    "holiday",
    "school_event",
    "vacancy",
    "student_refused",
    "state_testing",
)


@dataclass(frozen=True)
class Size:
    """How many sessions (about), over how many school years, the last of them 2025-26."""

    sessions: int = 1_000_000
    years: int = 1

    @property
    def lines(self) -> int:
        """Lines a year: each has about twenty-five sessions."""
        return self.sessions // self.years // 25

    @property
    def schools(self) -> int:
        """About a thousand lines a school."""
        return max(2, self.lines // 1000)

    @property
    def providers(self) -> int:
        """About a hundred lines a provider."""
        return max(8, self.lines // 100)


def fill(store: Store, size: Size) -> None:
    """Write the district into an empty store."""
    with store.transaction() as cur:
        _people(cur, size)
    for year in range(FIRST_YEAR - size.years + 1, FIRST_YEAR + 1):
        with store.transaction() as cur:
            _calendar(cur, year)
            _lines(cur, size, year)
        for month in [*range(8, 13), *range(1, 7)]:
            with store.transaction() as cur:
                _log(cur, date(year if month > 7 else year + 1, month, 1))


def month_again(store: Store, month: date) -> None:
    """Undo the log of a month and load the same rows as a new one: what an import of a month leaves to bring up to date."""
    with store.transaction() as cur:
        before = cur.execute(
            "select any_value(batch_id), (select max(event_seq) + 1 from events) from sessions "
            "where known_to is null and date_trunc('month', session_date) = ?", [month],
        ).fetchone()  # fmt: skip
        assert before is not None
        cur.execute(
            f"insert into events values ('{DISTRICT}', $2, 'undo', $1, timestamp '2026-07-01', 'bench')", before
        )
        cur.execute("update sessions set known_to = $2 where batch_id = $1 and known_to is null", before)
        _log(cur, month, f"{before[0]} again")


def _batch(cur: duckdb.DuckDBPyConnection, name: str, loaded: str) -> int:
    """A batch in force with its event; the number of both."""
    row = cur.execute("select coalesce(max(event_seq), 0) + 1 from events").fetchone() or (1,)
    number = int(row[0])
    cur.execute(
        f"insert into events values ('{DISTRICT}', {number}, 'import', '{name}', timestamp '{loaded}', 'bench')"
    )
    cur.execute(
        f"insert into batches values ('{DISTRICT}', '{name}', {number}, '{name}.csv', '{name}', 1, "
        f"timestamp '{loaded}', date '{loaded}', 'bench', 'merge', 'in_force', null, null, null)"
    )
    return number


def _version(dataset: str, key: str, batch: str, event: int) -> str:
    return VERSION.format(shape=SHAPES[dataset], key=key, batch=batch, row="2", event=event)


def _assert(cur: duckdb.DuckDBPyConnection, dataset: str, batch: str) -> None:
    """What the batch said of its rows."""
    cur.execute(
        f"insert into batch_rows_listed select '{DISTRICT}', '{batch}', '{dataset}', row_key, row_hash, shape, source_sheet, "
        f"source_row, row_number() over (), 'new', 0, null from {dataset} where batch_id = '{batch}'"
    )


def _people(cur: duckdb.DuckDBPyConnection, size: Size) -> None:
    """Students of two lines each; one in fifty changes school within the last year, one in fifty leaves in it."""
    event = _batch(cur, "roster", f"{FIRST_YEAR - size.years + 1}-08-01")
    students = size.lines // 2
    cur.execute(
        f"insert into students select '{DISTRICT}', left(md5('st' || n || '-' || spell), 24), 'S' || lpad(n::varchar, 7, "
        f"'0'), 'Last' || n, 'First' || n, null, 'School ' || lpad(((n + spell * (n % 7)) % {size.schools})::varchar, 3, "
        f"'0'), (n % 9)::varchar, case when spell = 0 then null else date '{FIRST_YEAR}-12-01' end, "
        f"case when n % 50 = 7 and spell = 0 then date '{FIRST_YEAR}-11-30' "
        f"when n % 50 = 9 then date '{FIRST_YEAR + 1}-03-13' end, null, "
        f"{_version('students', 'n', 'roster', event)} "
        f"from generate_series(0, {students - 1}) as s(n) cross join generate_series(0, 1) as t(spell) "
        f"where spell = 0 or n % 50 = 7"
    )
    _assert(cur, "students", "roster")
    cur.execute(
        f"insert into student_links select distinct district, student_id, left(md5('link' || student_id), 20) "
        f"from students where district = '{DISTRICT}'"
    )
    cur.execute(
        f"insert into providers select '{DISTRICT}', left(md5('pr' || n), 24), 'P' || lpad(n::varchar, 5, '0'), "
        f"'Provider ' || n, 'OTR', 1, null, null, null, null, null, null, {_version('students', 'n', 'roster', event)} "
        f"from generate_series(0, {size.providers - 1}) as s(n)"
    )


def _calendar(cur: duckdb.DuckDBPyConnection, year: int) -> None:
    """Weekdays from the last Monday of August to the first Friday of June less breaks; four quarters."""
    event = _batch(cur, f"calendar{year}", f"{year}-08-01")
    breaks = (
        (f"{year}-09-01", 0), (f"{year}-10-13", 0), (f"{year}-11-11", 0), (f"{year}-11-26", 2), (f"{year}-12-22", 11),
        (f"{year + 1}-01-19", 0), (f"{year + 1}-02-16", 0), (f"{year + 1}-03-23", 4), (f"{year + 1}-05-25", 0),
    )  # fmt: skip
    closed = " or ".join(f"d between date '{day}' and date '{day}' + {more}" for day, more in breaks)
    cur.execute(
        f"insert into calendar_days select '{DISTRICT}', left(md5('day' || d), 24), '', d, not ({closed}), "
        f"case when {closed} then 'holiday' else 'full' end, null, "
        f"{_version('calendar_days', 'd', f'calendar{year}', event)} "
        f"from (select (date '{year}-08-25' + n::integer) as d from generate_series(0, 284) as s(n)) as x "
        f"where isodow(d) < 6"
    )
    ends = (f"{year}-10-31", f"{year + 1}-01-23", f"{year + 1}-03-20", f"{year + 1}-06-05")
    starts = (f"{year}-08-25", f"{year}-11-03", f"{year + 1}-01-26", f"{year + 1}-03-21")
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        cur.execute(
            f"insert into grading_periods select '{DISTRICT}', left(md5('q{year}{number}'), 24), "
            f"'{year}-{(year + 1) % 100}', 'Q{number}', date '{start}', date '{end}', "
            f"{_version('calendar_days', '1', f'calendar{year}', event)}"
        )


def _lines(cur: duckdb.DuckDBPyConnection, size: Size, year: int) -> None:
    """Lines of the year: nine in ten from its first day, the rest later; one in twenty names no provider."""
    batch = f"lines{year}"
    event = _batch(cur, batch, f"{year}-08-20")
    cur.execute(
        f"insert into service_lines select '{DISTRICT}', left(md5('{year}line' || n), 24), "
        f"'L{year}-' || lpad(n::varchar, 7, '0'), 'S' || lpad((n // 2)::varchar, 7, '0'), "
        f"(['OT', 'PT', 'SLP', 'SDI'])[1 + (h % 2 * 2 + n % 2)::integer], 'IEP', "
        f"'direct', (['pull_out', 'push_in', 'co_teach'])[1 + (h // 7 % 3)::integer], "
        f"(['individual', 'group'])[1 + (h // 21 % 2)::integer], null, k.minutes, k.sessions, k.amount, null, true, "
        f"k.cycle, date '{year}-08-25' + case when h % 10 = 3 then (h // 11 % 90)::integer else 0 end, "
        f"date '{year + 1}-06-05', 'I{year}-' || (n // 2), "
        f"case when h % 20 <> 5 then 'P' || lpad((n % {size.providers})::varchar, 5, '0') end, null, null, false, null, "
        f"null, null, '', {_version('service_lines', 'n', batch, event)} "
        f"from (select n, hash(n * 7 + {year}) % 1000000 as h from generate_series(0, {size.lines - 1}) as s(n)) as x "
        f"join (values {KIND_ROWS}) as k(no, cycle, amount, minutes, sessions, every, days) on k.no = x.n // 3 % 20"
    )
    _assert(cur, "service_lines", batch)


def _log(cur: duckdb.DuckDBPyConnection, month: date, name: str = "") -> None:
    """One month's sessions of all lines: about 85 % delivered, 8 % missed, the rest partial, make-ups and attempts."""
    batch = name or f"log{month:%Y-%m}"
    row = cur.execute("select (date_trunc('month', ?::date) + interval '1 month')::date - 1", [month]).fetchone()
    assert row is not None
    event = _batch(cur, batch, str(row[0]))
    cur.execute(
        f"insert into sessions select '{DISTRICT}', key, 'E' || key, student_id, null, provider, null, "
        f"service, kind, day, null, null, case when status = 'missed' then null when status = 'attempt' then 0 "
        f"when status = 'partial' then 15 else 30 end, status, case when status in ('missed', 'partial') then "
        f"({list(REASONS)!r})[1 + (s // 101 % {len(REASONS)})::integer] end, "
        f"case when s // 13 % 20 = 0 then 'push_in' else setting end, line_grouping, 1, null, "
        f"case when status = 'make_up' and s // 17 % 2 = 0 then day - 14 end, null, day, "
        f"'log', key, '{batch}', 'Sheet1', 2, {event}, null "
        f"from (select l.*, d.day, left(md5(l.line_id || d.day), 24) as key, hash(l.line_id, d.day) % 1000000 as s, "
        f"coalesce(l.provider_id, 'P' || lpad((hash(l.line_id) % 9)::varchar, 5, '0')) as provider, "
        f"case when s % 100 < 85 then 'delivered' when s % 100 < 88 then 'partial' when s % 100 < 96 then 'missed' "
        f"when s % 100 < 99 then 'make_up' else 'attempt' end as status "
        f"from service_lines as l join (select distinct cycle, amount, every, days from (values {KIND_ROWS}) "
        f"as v(no, cycle, amount, minutes, sessions, every, days)) as k on k.cycle = l.cycle and k.amount = l.amount_minutes "
        f"join calendar_days as d on d.is_instructional and d.day between l.start_date and l.end_date "
        f"where date_trunc('month', d.day) = date '{month}' and (isodow(d.day) = 1 + hash(l.line_id) % 5 "
        f"or (k.days = 2 and isodow(d.day) = 1 + (hash(l.line_id) + 2) % 5)) "
        f"and (d.day - date '2000-01-03') // 7 % k.every = hash(l.line_id) // 5 % k.every) as x "
        f"where hash(key) % 1000 < 975 order by day, key"
    )
    _assert(cur, "sessions", batch)
    logs.count(cur, f"(select * from sessions where batch_id = '{batch}')", batch, event, is_waiting=False)
