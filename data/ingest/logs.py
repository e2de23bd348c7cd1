"""Which days a batch's logs speak for (rules 2a): the facts kept of it, and the words of the preview."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import duckdb

from data import spoken
from data.calendar import SLIP, month_end
from data.ingest.folding.asserted import SHEET_STEP
from data.ingest.folding.fold import Batch
from data.ingest.folding.standing import any_row
from data.ingest.model import Cover, Options, Question, Staged
from data.store.connect import DISTRICT
from data.store.events import next_event

LOADED, LEFT_OUT = "it is loaded", "leave it out"


def keep(
    cur: duckdb.DuckDBPyConnection, staged: list[tuple[int, Staged]], batch_id: str, load_date: date, event: int
) -> None:
    """Count the batch's session rows by month: rows that were asserted, as resolved, and those that wait in staging."""
    sessions = [(sheet, one) for sheet, one in staged if one.dataset == "sessions"]
    if sessions:
        of_sheet = " ".join(f"when {sheet} then '{one.shape}'" for sheet, one in sessions)
        read_as = f"case r.rec // {SHEET_STEP} {of_sheet} end as shape"
        count(cur, f"(select r.* replace ({read_as}) from resolved_sessions as r)", batch_id, event, is_waiting=False)
    if waiting := " union all ".join(_waiting(one, load_date) for _, one in sessions if one.has_problems):
        count(cur, f"({waiting})", batch_id, event, is_waiting=True)


def count(cur: duckdb.DuckDBPyConnection, rows: str, batch_id: str, event: int, *, is_waiting: bool) -> None:
    """Add the rows of a query to ``batch_logs`` by shape, service, kind, provider and month; waiting ones by student too."""
    cur.execute(
        f"insert into batch_logs select '{DISTRICT}', $batch, shape, service, kind, provider_id, "
        f"{'student_id' if is_waiting else 'null'} as of_student, "
        f"date_trunc('month', session_date) as month_start, count(*), min(session_date), max(session_date), "
        f"{is_waiting}, {event}, null "
        f"from {rows} as r group by shape, service, kind, provider_id, of_student, month_start",
        {"batch": batch_id},
    )
    if not is_waiting and any_row(cur, f"{rows} where kind is null"):
        _count_students(cur, rows, batch_id, event)


def _count_students(cur: duckdb.DuckDBPyConnection, rows: str, batch_id: str, event: int) -> None:
    """Note the students of rows that don't say their kind: their lines decide it when figures are made.

    Of months that follow one another in the batch from which to which day is enough; a month that stands apart may be a
    slip, and not be covered.
    """
    stretches = (
        "(select service, month_start, month_no - row_number() over (partition by service order by month_no) as stretch "
        "from (select distinct service, month_start, 12 * year(month_start) + month(month_start) as month_no "
        f"from batch_logs where batch_id = $batch and district = '{DISTRICT}' and known_to is null and not is_waiting))"
    )
    several = f"select 1 from {stretches} as m group by service having min(stretch) < max(stretch) limit 1"
    apart = cur.execute(several, {"batch": batch_id}).fetchall()
    of_stretch = (
        f"join {stretches} as m on m.service = r.service and m.month_start = date_trunc('month', r.session_date) "
        if apart
        else ""
    )
    cur.execute(
        f"insert into batch_log_students select '{DISTRICT}', $batch, r.service, r.student_id, "
        f"date_trunc('month', min(r.session_date)), max(r.session_date), {event}, null from {rows} as r {of_stretch}"
        "where r.kind is null and r.service is not null and r.session_date is not null "
        f"group by r.service, r.student_id{', m.stretch' if apart else ''}",
        {"batch": batch_id},
    )


def count_again(cur: duckdb.DuckDBPyConnection, batch_id: str, event: int) -> None:
    """Count the resolved rows of a batch in place of what was counted before: persons were joined, or parted. What was
    counted otherwise was known until the event."""
    mine = f"where district = '{DISTRICT}' and batch_id = '{batch_id}' and"
    counted = {"batch_logs": f"{mine} not is_waiting and", "batch_log_students": mine}
    for table, of_batch in counted.items():
        cur.execute(f"update {table} set known_to = {event} {of_batch} known_to is null")
    read_as = (
        f"coalesce((select min(s.shape) from batch_sheets as s where s.district = '{DISTRICT}' and s.batch_id = '{batch_id}' "
        "and s.dataset = 'sessions' and s.source_sheet = r.source_sheet), r.shape) as shape"
    )
    count(cur, f"(select r.* replace ({read_as}) from resolved_sessions as r)", batch_id, event, is_waiting=False)
    for table, of_batch in counted.items():
        _let_stand(cur, table, of_batch, event)


def _let_stand(cur: duckdb.DuckDBPyConnection, table: str, of_batch: str, event: int) -> None:
    """Where a batch's rows of a table are counted at the event as they were before, the rows before have no new version."""
    ended, begun = f"{of_batch} known_to = {event}", f"{of_batch} known_from = {event} and known_to is null"
    before, again = (f"(select * exclude (known_from, known_to) from {table} {one})" for one in (ended, begun))
    if not any_row(cur, f"(({before} except {again}) union all ({again} except {before})) as other"):
        cur.execute(f"delete from {table} {begun}")
        cur.execute(f"update {table} set known_to = null {ended}")


def _waiting(staged: Staged, load_date: date) -> str:
    return (
        f"select '{staged.shape}' as shape, service, kind, provider_id, student_id, session_date from "
        f"{staged.rows_table} "
        f"where outcome = 'waiting' and service is not null and session_date <= date '{load_date}'"
    )


def choose(cur: duckdb.DuckDBPyConnection, batch_id: str, covers: tuple[Cover, ...], event: int) -> None:
    """Keep what a person said instead of the batch's own coverage, as known from the event on."""
    for cover in covers:
        cur.execute(
            "insert into batch_covers values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)",
            [
                DISTRICT,
                batch_id,
                cover.service,
                cover.kind,
                cover.provider_id,
                cover.school,
                cover.from_day,
                cover.to_day,
                event,
            ],
        )


def chosen(cur: duckdb.DuckDBPyConnection, batch_id: str) -> tuple[Cover, ...]:
    """What a person said of a loaded batch's coverage, as it stands."""
    found = cur.execute(
        "select service, from_day, to_day, kind, provider_id, school from batch_covers where district = ? and "
        "batch_id = ? and known_to is null "
        "order by service, from_day, to_day, kind, provider_id, school",
        [DISTRICT, batch_id],
    ).fetchall()
    return tuple(Cover(*row) for row in found)


def rechoose(cur: duckdb.DuckDBPyConnection, batch_id: str, covers: tuple[Cover, ...], who: str) -> None:
    """Say anew what a loaded batch covers, for the services named; nothing happens where that is what it says."""
    services = {cover.service for cover in covers}
    if set(covers) == {cover for cover in chosen(cur, batch_id) if cover.service in services}:
        return
    event = next_event(cur, "answer", who, batch_id)
    for service in services:
        cur.execute(
            "update batch_covers set known_to = ? where district = ? and batch_id = ? and service = ? "
            "and known_to is null",
            [event, DISTRICT, batch_id, service],
        )
    choose(cur, batch_id, covers, event)


def with_answers(cur: duckdb.DuckDBPyConnection, batch: Batch, options: Options) -> tuple[Cover, ...]:
    """What a person said of the batch's coverage, months that stand apart and were said to be loaded among it."""
    covers = options.covers
    said = {cover.service for cover in covers}
    answered = {code for code, answer in options.codes.items() if answer == LOADED}
    if not answered:
        return covers
    for service, first, last, slips in _own(cur, batch.batch_id, None, batch.load_date):
        kept = [month for month, _ in slips if _subject(service, month) in answered]
        if kept and service not in said:
            covers += (Cover(service, first, last),)
            covers += tuple(Cover(service, month, min(month_end(month), batch.load_date)) for month in kept)
    return covers


def _subject(service: str, month: date) -> str:
    return f"{service} {month:%Y-%m}"


@dataclass
class Coverage:
    """What the preview says: days by service, sentences, and months to ask about."""

    covers: dict[str, tuple[date, date]] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


def told(
    cur: duckdb.DuckDBPyConnection,
    batch_id: str,
    shape: str,
    load_date: date,
    chosen: tuple[Cover, ...],
    answered: Iterable[str] = (),
) -> Coverage:
    """The coverage of the batch's rows of one file shape, as the figures will take it."""
    coverage = Coverage()
    said = {cover.service for cover in chosen}
    for service, first, last, slips in _own(cur, batch_id, shape, load_date):
        if service in said:
            continue
        coverage.covers[service] = (first, last)
        coverage.questions += [
            _slip(service, month, count) for month, count in slips if _subject(service, month) not in answered
        ]
        coverage.sentences += _limited(cur, batch_id, service)
    for cover in chosen:
        first, last = coverage.covers.get(cover.service, (cover.from_day, cover.to_day))
        coverage.covers[cover.service] = (min(first, cover.from_day), max(last, cover.to_day))
    return coverage


def _own(
    cur: duckdb.DuckDBPyConnection, batch_id: str, shape: str | None, load_date: date
) -> list[tuple[str, date, date, list[tuple[date, int]]]]:
    found = cur.execute(
        "select service, month_start, sum(row_count), last_day(month_start) from batch_logs "
        "where district = $d and batch_id = $b and known_to is null and ($s is null or shape = $s) "
        "group by service, month_start order by service, month_start",
        {"d": DISTRICT, "b": batch_id, "s": shape},
    ).fetchall()
    own = []
    for service in dict.fromkeys(row[0] for row in found):
        months = {row[1]: (int(row[2]), row[3]) for row in found if row[0] == service}
        slips = _slips({month: count for month, (count, _) in months.items()})
        kept = [month for month in months if month not in dict(slips)]
        if kept:
            own.append((service, min(kept), min(months[max(kept)][1], load_date), slips))
    return own


def _slips(counts: dict[date, int]) -> list[tuple[date, int]]:
    total = sum(counts.values())
    numbered = {month.year * 12 + month.month for month in counts}
    return [
        (month, count)
        for month, count in counts.items()
        if len(counts) > 1
        and not {month.year * 12 + month.month - 1, month.year * 12 + month.month + 1} & numbered
        and count * SLIP < total
    ]


def _slip(service: str, month: date, count: int) -> Question:
    text = (
        f"{spoken.plural(count, f'{service} session')} of {month:%B %Y} {'stands' if count == 1 else 'stand'} apart from the "
        f"file's other months: is the date a slip? {month:%B %Y} is not counted as loaded until you say so."
    )
    return Question("coverage", _subject(service, month), 0, text, (LOADED, LEFT_OUT))


def _limited(cur: duckdb.DuckDBPyConnection, batch_id: str, service: str) -> list[str]:
    """A sentence where the log names fewer than half of the service's providers: it speaks for their lines only."""
    found = cur.execute(
        "with mine as (select distinct provider_id from batch_logs where district = $d and batch_id = $b "
        "and known_to is null and service = $s and provider_id is not null), "
        "known as (select provider_id from service_lines where district = $d and known_to is null and service = $s "
        "and provider_id is not null union select l.provider_id from batch_logs as l join batches as b "
        "on b.district = l.district and b.batch_id = l.batch_id where l.district = $d and l.service = $s "
        "and b.state = 'in_force' and l.known_to is null and l.batch_id <> $b and l.provider_id is not null) "
        "select (select count(*) from mine), (select count(*) from known)",
        {"d": DISTRICT, "b": batch_id, "s": service},
    ).fetchone() or (0, 0)
    mine, known = int(found[0]), int(found[1])
    if not mine or mine * 2 >= known:
        return []
    return [
        f"{service}: the file names {mine} of {known} providers, so it speaks for the lines of "
        f"{'that one' if mine == 1 else f'those {mine}'} only."
    ]
