"""What was given and what was missed: session by session, make-ups where they went, holidays inferred (rules 4 and 5)."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analytics.settling import NOTHING, Period, rows_of
from analytics.telling.words import day, days_listed, in_minutes, in_periods, month_name, n, source, sum_of, weekday
from analytics.trace import Trace

TREATED = {"excused": "which is excused", "review": "which is for review", "make_up": "which is a make-up reason"}


def given(trace: Trace) -> Iterator[str]:
    """Each session that counts in the credit periods told, then their sum."""
    if not trace.line["in_ledger"]:
        return
    parts: list[float] = []
    rows = [row for row in rows_of(trace.frames["sessions"]) if row.given_minutes > 0]
    for row in rows:
        if row.is_undated:
            here = _here(trace, row)
            if here is not None:
                parts += [sum(here.values())] if sum(here.values()) > NOTHING else []
                yield _make_up(trace, row)
        elif row.period_key in trace.period_keys:
            parts.append(row.given_minutes)
            told = f"{_status(row)}, {in_minutes(row.given_minutes)}{_otherwise(trace, row)}{_names_date(row)}"
            yield f"{weekday(row.session_date)}: {told}.{source(row)}"
    if not parts:
        yield "No session that counts here was given."
        return
    whole, of_month = sum(parts), trace.settled.month(trace.month).get("delivered", 0.0)
    where = in_periods(len(trace.periods)) if abs(whole - of_month) > 1e-6 else f"in {month_name(trace.month)}"
    yield f"Given {where}: {sum_of(parts)}."


def _status(row: Any) -> str:
    return {"make_up": "make-up", "partial": "part of a session"}.get(str(row.status), str(row.status))


def _otherwise(trace: Trace, row: Any) -> str:
    """In which other setting or grouping than the line names it was given: credited all the same (rules 4)."""
    pairs = ((row.setting, trace.line["setting"]), (row.session_grouping, trace.line["line_grouping"]))
    told = [
        f", {_in_words(given)} where the line names {_in_words(named)}"
        for given, named in pairs
        if isinstance(given, str) and isinstance(named, str) and given != named
    ]
    return "".join(told) + (", credited all the same" if told else "")


def _in_words(code: str) -> str:
    return code.replace("_", "-")


def _names_date(row: Any) -> str:
    if pd.Timestamp(row.counts_on) == pd.Timestamp(row.session_date):
        return ""
    return f", which makes up {day(row.counts_on)} and counts on that day"


def _here(trace: Trace, row: Any) -> dict[int, float] | None:
    """What a make-up without a date brings to the credit periods told; None where it is none of theirs."""
    went = trace.settled.went.get(str(row.row_key), {})
    here = {key: minutes for key, minutes in went.items() if key in trace.period_keys}
    return here or None


def _make_up(trace: Trace, row: Any) -> str:
    """Where a make-up that names no date went."""
    went = trace.settled.went[str(row.row_key)]
    own = int(row.period_key)
    parts = [
        f"{n(minutes)} to the shortfall of {_period_name(trace.settled.periods[key])}"
        for key, minutes in went.items()
        if key != own and minutes > NOTHING
    ]
    if went.get(own, 0.0) > NOTHING:
        parts.append(f"{n(went[own])} to its own date")
    told = " and ".join(parts) or "0 to its own date"
    said = f"it fills the oldest shortfall first: {told}" if len(parts) > 1 else f"{told.replace(' to', ' go to', 1)}"
    return f"{weekday(row.session_date)}: make-up, {in_minutes(row.given_minutes)}; it names no date, so {said}.{source(row)}"


def _period_name(period: Period) -> str:
    if period.first_day is None or period.last_day is None:
        return "a period without school days in the window"
    return f"{day(period.first_day)} to {day(period.last_day)}"


def missed(trace: Trace) -> Iterator[str]:
    """Each session missed or offered in vain, with its reason, then the holidays inferred."""
    if not trace.line["in_ledger"]:
        return
    for row in rows_of(trace.of_periods("sessions")):
        if row.status == "attempt":
            failed = "a make-up was offered and failed: 0 minutes, kept since it shows diligence"
            yield f"{weekday(row.session_date)}: {failed}.{source(row)}"
        elif row.missed_minutes > 0:
            yield f"{_miss(trace, row)}{source(row)}"
    for row in rows_of(trace.of_periods("holidays")):
        yield _holiday(trace, row)


def _miss(trace: Trace, row: Any) -> str:
    reason = str(row.reason).replace("_", " ") if row.reason != "unknown" else "no reason stated"
    treated = f"{reason}, {TREATED[trace.policies.of(row.school_year).treatment(str(row.reason))]}"
    if row.status == "partial":
        planned = n(trace.line["session_minutes"])
        return (
            f"{weekday(row.session_date)}: {n(row.given_minutes)} of the planned {planned} minutes were given, so "
            f"{n(row.missed_minutes)} {'was' if n(row.missed_minutes) == '1' else 'were'} missed: {treated}."
        )
    planned = (
        "" if row.logged_minutes and row.logged_minutes > 0 else " (a planned session's, since the row gives none)"
    )
    when = f", counted on {day(row.counts_on)}" if pd.Timestamp(row.counts_on) != pd.Timestamp(row.session_date) else ""
    return f"{weekday(row.session_date)}: missed {in_minutes(row.missed_minutes)}{planned}{when}: {treated}."


def _holiday(trace: Trace, row: Any) -> str:
    """Rules 5: which shortfall of a week a closed weekday explains."""
    days, sessions, closed = trace.frames["days"], trace.frames["sessions"], trace.frames["closed"]
    week = pd.Timestamp(row.week)
    counted = days["counts"].astype(bool) & days["is_covered"].astype(bool) & ~days["is_lapsed"].astype(bool)
    owed = days.loc[(pd.to_datetime(days["week"]) == week) & counted, "accrual_minutes"].sum()
    on = pd.to_datetime(sessions["counts_on"])
    told = sessions.loc[(on >= week) & (on < week + pd.Timedelta(days=7)), ["given_minutes", "missed_minutes"]].sum()
    shut = closed.loc[pd.to_datetime(closed["week"]) == week, "day"]
    left = owed - told["given_minutes"] - told["missed_minutes"]
    limit = (
        f", at most {n(trace.line['session_minutes'])} for each closed day"
        if left > row.holiday_minutes + NOTHING
        else ""
    )
    return (
        f"Week of {day(week)}: {n(owed)} expected less {n(told['given_minutes'])} given less {n(told['missed_minutes'])} "
        f"missed leaves {n(left)} unexplained, and there was no school {days_listed(shut)}: {in_minutes(row.holiday_minutes)} "
        f"are put down to the holiday{limit}, {TREATED[trace.policies.of(row.school_year).treatment('holiday')]}."
    )
