"""What was left out of a figure, and why: days, sessions, earlier versions and other lines."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analytics.settling import rows_of
from analytics.telling.words import day, days_listed, in_minutes, month_name, often, plural, school_day, source, weekday
from analytics.trace import Trace

WHY = {
    "later": "it is after the as-of date",
    "compensatory": "it is compensatory and counts against its award",
    "before_first": "that day is before the student's first line of this service on file",
    "outside": "no line was in force for it: outside any mandate",
    "unusable": "the line's amount can't be read, so it is listed with the line",
    "without_days": "the line is one of the extended school year without a start or an end, in no figure",
    "other_plan": "the line is of another plan, which is in no compliance figure",
    "other_kind": "it is of the other kind, direct or indirect, and never fills this line",
    "twin": "another file has the same session, which counts once",
    "conflict": "two files say both missed and given; it waits for an answer",
    "undone": "its upload was undone",
}


def left_out(trace: Trace) -> Iterator[str]:
    """Days, sessions, versions and lines that are not in the figure, each with the reason."""
    yield from _lapsed(trace)
    for row in rows_of(trace.frames["beside"]):
        yield f"{weekday(row.session_date)}: {_session(row)} is left out, since {_why(trace, row)}.{source(row)}"
    yield from _elsewhere(trace)
    for row in rows_of(trace.frames["waiting"]):
        waits = "waits" if row.waiting_rows == 1 else "wait"
        yield f"{plural(row.waiting_rows, 'row')} of {row.file_name} about this student and service {waits} for an answer."
    for row in rows_of(trace.frames["others"]):
        yield _other(trace, row)


def _lapsed(trace: Trace) -> Iterator[str]:
    days = trace.frames["days"]
    after = days[
        days["is_lapsed"].astype(bool)
        & (days["month"] == pd.Timestamp(trace.month))
        & days["counts"].astype(bool)
        & days["is_covered"].astype(bool)
    ]
    if len(after):
        named = "calendar day" if trace.line["accrues_by_calendar_days"] else school_day(trace.line)
        yield (
            f"{plural(len(after), named)} after the line's end ({days_listed(after['day'])}): no later line had "
            f"begun, so {in_minutes(after['accrual_minutes'].sum(), 'stands', 'stand')} apart as lapsed."
        )


def _session(row: Any) -> str:
    if row.status in ("missed", "attempt"):
        reason = f" ({str(row.reason).replace('_', ' ')})" if isinstance(row.reason, str) else ""
        return f"a {'missed session' if row.status == 'missed' else 'failed attempt'}{reason}"
    kind = {"make_up": "make-up", "partial": "partial session"}.get(str(row.status), "session")
    made_up = f", which makes up {day(row.counts_on)}," if row.counts_on != row.session_date else ""
    return f"a {kind} of {in_minutes(row.minutes)}{made_up}"


def _why(trace: Trace, row: Any) -> str:
    if row.why == "outside" and _is_away(trace, pd.Timestamp(row.counts_on)):
        return "the student was not enrolled that day: outside any mandate"
    if row.why == "other_line":
        return f"it counts for line {row.other_line_id}"
    if row.why == "replaced":
        file = row.told_by if isinstance(row.told_by, str) else "an answer given later"
        return f"this is how an earlier upload had it; {file} changed it"
    return WHY[str(row.why)]


def _is_away(trace: Trace, when: pd.Timestamp) -> bool:
    """Whether the line would be in force on a day, were the student enrolled."""
    spans = trace.frames["spans"]
    enrolled = (pd.to_datetime(spans["span_from"]) <= when) & (pd.to_datetime(spans["span_to"]) >= when)
    return (
        pd.Timestamp(trace.line["window_from"]) <= when <= pd.Timestamp(trace.line["window_to"]) and not enrolled.any()
    )


def _elsewhere(trace: Trace) -> Iterator[str]:
    """Sessions given in the months told that count in another credit period."""
    frame = trace.frames["sessions"]
    held = pd.to_datetime(frame["session_date"]).dt.to_period("M") == pd.Timestamp(trace.month).to_period("M")
    away = frame[held & ~frame["period_key"].isin(trace.period_keys)]
    for row in rows_of(away[away["given_minutes"] > 0]):
        how = (
            f"makes up {day(row.counts_on)}"
            if row.counts_on != row.session_date
            else f"belongs to the weeks of {month_name(row.month)}"
        )
        yield f"{weekday(row.session_date)}: {_session_given(row)} counts elsewhere, since it {how}.{source(row)}"


def _session_given(row: Any) -> str:
    return f"a {'make-up' if row.status == 'make_up' else 'session'} of {in_minutes(row.given_minutes)}"


def _other(trace: Trace, row: Any) -> str:
    amount = (
        f"{in_minutes(row.amount_minutes)} {often(row.cycle)}"
        if pd.notna(row.amount_minutes)
        else "an amount that can't be read"
    )
    if isinstance(row.told_by, str):
        by = f"{row.told_by} changed it" if row.told_by else "that upload was undone"
        dates = " to ".join(
            day(one, year=True) if pd.notna(one) else "no date" for one in (row.window_from, row.window_to)
        )
        return f"An earlier upload gave this line {amount}, {dates}; {by}."
    year = "extended" if row.esy else "regular"
    apart = f" ({year} school year)" if row.esy != trace.line["esy"] else ""
    apart = apart if row.plan_type == "IEP" else f" ({row.plan_type})"
    return (
        f"Line {row.line_id}{apart} of the same student and service ({amount}, in force {day(row.window_from, year=True)} to "
        f"{day(row.window_to, year=True)}) has its own days and sessions, told on its own."
    )
