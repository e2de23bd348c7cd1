"""Which days of which lines the loaded logs speak for (rules 2a)."""

import calendar as python_calendar
from collections import Counter
from dataclasses import dataclass
from datetime import date

from tests.reference.facts import Batch, Line
from tests.reference.logs import agreed_kind, provider_of
from tests.reference.reading import Reading
from tests.reference.school_days import ONE_DAY, month


@dataclass(frozen=True)
class Logged:
    """One row of a log, as coverage sees it."""

    batch: str
    service: str
    kind: str
    provider_id: str | None
    day: date


@dataclass(frozen=True)
class Span:
    """Days that a batch covers; providers or school None: all lines of the service and kind."""

    service: str
    kind: str | None
    from_day: date
    to_day: date
    providers: frozenset[str] | None = None
    school: str | None = None


def logged_rows(reading: Reading) -> list[Logged]:
    """Rules 2a: all sessions whatever their status and the as-of date; waiting rows count."""
    return reading.remember("logged", lambda: find_logged_rows(reading))  # type: ignore[no-any-return]


def find_logged_rows(reading: Reading) -> list[Logged]:
    """See logged_rows."""
    sessions = [
        Logged(
            s.batch, s.service, s.kind or agreed_kind(reading, s.student_id, s.service), s.provider_id, s.session_date
        )
        for s in reading.facts.sessions
    ]
    waiting = [
        Logged(
            row.batch,
            row.service,
            row.kind or agreed_kind(reading, row.student_id, row.service),
            row.provider_id,
            row.session_date,
        )
        for row in reading.facts.waiting
    ]
    return sessions + waiting


def last_of_month(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=python_calendar.monthrange(day.year, day.month)[1])


def typing_slips(rows: list[Logged]) -> set[date]:
    """Rules 2a: months cut off from a batch's others of a service by empty months, with under 1 % of its rows."""
    counts = Counter(month(row.day) for row in rows)
    return {
        of
        for of, count in counts.items()
        if len(counts) > 1
        and month(of - ONE_DAY) not in counts
        and last_of_month(of) + ONE_DAY not in counts
        and count * 100 < len(rows)
    }


def limiting_providers(reading: Reading, batch: Batch, service: str) -> frozenset[str] | None:
    """Rules 2a: the providers a batch is limited to: fewer than half of those with lines or earlier logs."""
    rows = logged_rows(reading)
    named = frozenset(r.provider_id for r in rows if r.batch == batch.name and r.service == service and r.provider_id)
    names = [other.name for other in reading.facts.batches]
    earlier = set(names[: names.index(batch.name)])
    known = {line.provider_id for line in reading.facts.lines if line.service == service and line.provider_id}
    known |= {r.provider_id for r in rows if r.batch in earlier and r.service == service and r.provider_id}
    return named if named and len(named) * 2 < len(known) else None


def own_spans(reading: Reading, batch: Batch, service: str) -> list[Span]:
    """Rules 2a: for each kind, from the first of its earliest session's month to the end of its latest one's."""
    rows = [row for row in logged_rows(reading) if row.batch == batch.name and row.service == service]
    slips = typing_slips(rows)
    providers = limiting_providers(reading, batch, service)
    spans = []
    for kind in sorted({row.kind for row in rows}):
        days = [row.day for row in rows if row.kind == kind and month(row.day) not in slips]
        if days:
            until = min(last_of_month(max(days)), batch.load_date)
            spans.append(Span(service, kind, month(min(days)), until, providers))
    return spans


def spans_of(reading: Reading, batch: Batch) -> list[Span]:
    """A batch's coverage: its own, or for a service what a person chose instead."""
    chosen = [
        Span(c.service, c.kind, c.from_day, c.to_day, frozenset([c.provider_id]) if c.provider_id else None, c.school)
        for c in batch.covers
    ]
    services = {row.service for row in logged_rows(reading) if row.batch == batch.name}
    own = [
        span
        for service in sorted(services - {cover.service for cover in batch.covers})
        for span in own_spans(reading, batch, service)
    ]
    return chosen + own


def spans_for(reading: Reading, line: Line) -> list[Span]:
    """Rules 2a: the union over the batches, as far as it speaks for the line."""
    spans = reading.remember("spans", lambda: [s for batch in reading.facts.batches for s in spans_of(reading, batch)])
    return [
        span
        for span in spans
        if span.service == line.service
        and span.kind in (None, line.kind)
        and (span.providers is None or provider_of(reading, line) in span.providers)
        and (span.school is None or reading.school_of(line) == span.school)
    ]


def is_covered(reading: Reading, line: Line, day: date) -> bool:
    """Whether the day is loaded for the line."""
    spans = reading.remember(("spans for", line), lambda: spans_for(reading, line))
    return any(span.from_day <= day <= span.to_day for span in spans)
