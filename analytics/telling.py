"""A trace in sentences, in the order of the arithmetic, so that it can be read aloud: each number leads to the next."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics import telling_more as more
from analytics.settling import NOTHING, Period, rows_of
from analytics.telling_words import (
    by_name,
    day,
    days_listed,
    every,
    month_name,
    n,
    plural,
    source,
    sum_of,
    weekday,
)
from analytics.trace import Trace


@dataclass(frozen=True)
class Section:
    """One step of the arithmetic."""

    title: str
    sentences: tuple[str, ...]


def sections(trace: Trace) -> list[Section]:
    """The whole trace; a section that has nothing to say isn't there."""
    steps: tuple[tuple[str, Callable[[Trace], Iterable[str]]], ...] = (
        ("What the plan promises", _promise),
        ("What was expected", _expected),
        ("What was given", _given),
        ("What was missed, and why", _missed),
        ("What was credited, and what is left", _credited),
        ("What the ledger shows", _shown),
        ("What was left out, and why", more.left_out),
        ("The policies that shaped it", more.policies),
    )
    told = [Section(title, tuple(step(trace))) for title, step in steps]
    return [one for one in told if one.sentences]


def heading(trace: Trace) -> str:
    """Which figure is told."""
    return f"Line {trace.line['line_id']}, {month_name(trace.month, year=True)}, as of {day(trace.as_of, year=True)}"


def text(trace: Trace) -> str:
    """Headings and sentences, for reading."""
    parts = [heading(trace)]
    for section in sections(trace):
        parts += ["", section.title, *(f"  {sentence}" for sentence in section.sentences)]
    return "\n".join(parts)


def _promise(trace: Trace) -> Iterator[str]:
    line = trace.line
    where = ", ".join(
        str(one).replace("_", "-") for one in (line["setting"], line["line_grouping"]) if isinstance(one, str)
    )
    yield (
        f"Line {line['line_id']} is {line['service']}, {line['kind']}{', ' + where if where else ''}: {_amount(line)}"
        f"{source(line)}"
    )
    if line["is_usable"]:
        yield _session_length(line)
    yield _window(trace)
    yield _provider(line)
    if line["is_usable"] and not line["in_ledger"]:
        apart = "an extended school year line, kept apart" if line["esy"] else f"a {line['plan_type']} line"
        yield f"It is {apart}, so it is in no figure of the ledger."


def _amount(line: dict[str, Any]) -> str:
    if not line["is_usable"]:
        said = line["amount_text"] if isinstance(line["amount_text"], str) else "blank"
        return f'its amount reads "{said}", which names no minutes, so nothing is expected of it and nothing credited to it.'
    blocks = ", in blocks counted from the week of its start" if line["cycle_name"] == "weeks" else ""
    return f"{n(line['amount_minutes'])} minutes {every(line)}{blocks}."


def _session_length(line: dict[str, Any]) -> str:
    length = f"{n(line['session_minutes'])} minutes"
    sessions, basis = line["sessions_per_cycle"], line["session_minutes_basis"]
    if basis == "computed":
        whole = f"{n(line['amount_minutes'])} / {n(sessions)}"
        return f"With {plural(sessions, 'session')} {every(line)}, a planned session is {whole} = {length}."
    count = (
        f"{plural(sessions, 'session')} {every(line)}, each"
        if pd.notna(sessions) and sessions > 0
        else "A planned session is"
    )
    if basis == "stated":
        return f"{count} of {length}, as stated." if count.endswith("each") else f"{count} {length}, as stated."
    why = "the median of its delivered sessions" if basis == "middle" else "the policy's default"
    return f"Neither a session length nor a number of sessions is stated: {length} are assumed, {why}."


def _window(trace: Trace) -> str:
    line = trace.line
    starts, ends = line["window_from"], line["window_to"]
    if pd.Timestamp(ends) < pd.Timestamp(starts):
        return f"It was never in force: {_ended(trace)} before its start on {day(starts, year=True)}."
    begins = "" if pd.notna(line["start_date"]) else " (assumed, since the file gives no start)"
    told = f"It is in force from {day(starts, year=True)}{begins} to {day(ends, year=True)}, {_ended(trace)}."
    if pd.notna(line["lapses_to"]) and pd.Timestamp(line["lapses_to"]) > pd.Timestamp(ends):
        told += f" Nothing follows it on file, so it has lapsed; what it would owe is told apart to {day(line['lapses_to'])}."
    return told


def _ended(trace: Trace) -> str:
    line = trace.line
    if line["ended_by"] == "end":
        return (
            "its own end" if pd.notna(line["end_date"]) else "the end of the school year, since the file gives no end"
        )
    next_day = pd.Timestamp(line["window_to"]) + pd.Timedelta(days=1)
    others = trace.frames["others"]
    after = others[others["told_by"].isna() & (pd.to_datetime(others["window_from"]) == next_day)]
    successor = f"line {after.iloc[0]['line_id']}" if len(after) else "another line"
    if line["ended_by"] == "amendment":
        who, said_on = line["said_by"], line["said_on"]
        said = f", as {who} said on {day(said_on, year=True)}" if isinstance(who, str) else ""
        return f"since {successor}, an amendment, takes over the next day{said}"
    return (
        f"since a later IEP ({successor}) begins the next day"
        if len(after)
        else "since a later IEP begins the next day"
    )


def _provider(line: dict[str, Any]) -> str:
    if not isinstance(line["provider_id"], str):
        return "It names no provider, and nobody was seen giving it lately: it is unassigned."
    name = line["provider_name"] if isinstance(line["provider_name"], str) else line["provider_id"]
    why = "who gave most of it in the last six weeks" if line["is_inferred"] else "as named on the line"
    return f"Its provider is {name}, {why}."


def _expected(trace: Trace) -> Iterator[str]:
    days = trace.of_periods("days")
    days = days[~days["is_lapsed"].astype(bool)]
    if not trace.line["in_ledger"]:
        return
    if days.empty:
        yield f"No school day of {month_name(trace.month)} is in the line's window, so nothing is expected."
        return
    if trace.line["cycle_name"] == "week":
        yield f"{month_name(trace.month)} has the weeks of which it holds most school days."
    yield _how_days_owe(trace, days)
    for chunk in _chunks(trace, days):
        yield from _chunk(trace, chunk)
    yield from _expected_in_all(trace)


def _how_days_owe(trace: Trace, days: pd.DataFrame) -> str:
    line, amount = trace.line, n(trace.line["amount_minutes"])
    cycle = line["cycle_name"]
    if line["accrues_by_calendar_days"]:
        return (
            f"The calendar doesn't reach the line's start or end, so each calendar day owes {amount} minutes divided by the "
            f"{n(days['days_to_divide_by'].iloc[0])} days from its start to its end."
        )
    if cycle == "week" and trace.policies.value("closures") == "not_made_up":
        return f"Each school day owes a fifth of the week's {amount} minutes, since closed days are not made up here."
    if cycle == "rotation":
        return f"Each school day owes {amount} minutes divided by the {plural(line['cycle_length'], 'day')} of the rotation."
    if cycle == "weeks":
        length = n(line["cycle_length"])
        return f"Each school day owes {amount} minutes divided by the school days of its block of {length} weeks."
    unit = {"week": "week", "month": "month", "iep_year": "IEP year",
            "year": "school year"}.get(cycle, cycle)  # fmt: skip
    tail = " A week with a holiday still owes the whole amount." if cycle == "week" else ""
    return f"Each school day owes the {unit}'s {amount} minutes divided by the school days of that {unit}.{tail}"


def _chunks(trace: Trace, days: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The days in the portions in which they are told: weeks of weekly lines, else months, never across two cycles."""
    keys = ["week"] if trace.line["cycle_name"] == "week" else ["cycle_key", "month"]
    if trace.line["cycle_name"] == "rotation":
        keys = ["month"]
    for _, chunk in days.groupby(keys, sort=True):
        yield chunk


def _chunk(trace: Trace, chunk: pd.DataFrame) -> Iterator[str]:
    loaded, to_date = chunk["is_covered"].astype(bool), chunk["counts"].astype(bool)
    counted = chunk[loaded & to_date]
    name = _chunk_name(trace, chunk)
    if len(counted):
        each, divisor = counted["accrual_minutes"].iloc[0], counted["days_to_divide_by"].iloc[0]
        yield (
            f"{name}: {_which_days(trace, chunk, counted)}, {n(trace.line['amount_minutes'])} / {n(divisor)} = {n(each)} "
            f"minutes a day{_edge(trace, chunk)}, {len(counted)} × {n(each)} = {n(counted['accrual_minutes'].sum())} minutes."
        )
    for rows, why in ((chunk[~loaded & to_date], "no loaded log speaks for"), (chunk[~to_date], "")):
        if len(rows):
            told = n(rows["accrual_minutes"].sum())
            days = f"{plural(len(rows), _day_word(trace))} ({days_listed(rows['day'])})"
            later = f"{days} after {day(trace.as_of)}, whose {told} minutes don't count yet"
            yield f"{name}: {later if not why else f'{days} that {why}, so their {told} minutes are not loaded'}."


def _day_word(trace: Trace) -> str:
    return "calendar day" if trace.line["accrues_by_calendar_days"] else "school day"


def _chunk_name(trace: Trace, chunk: pd.DataFrame) -> str:
    if trace.line["cycle_name"] == "week":
        return f"Week of {day(chunk['week'].iloc[0])}"
    if trace.line["cycle_name"] == "weeks":
        return f"Block from {day(chunk['day'].iloc[0])}"
    return month_name(chunk["month"].iloc[0])


def _which_days(trace: Trace, chunk: pd.DataFrame, counted: pd.DataFrame) -> str:
    """How many days, which ones, which weekdays are closed, and how many of the cycle's days they are."""
    told = f"{plural(len(counted), _day_word(trace))} ({days_listed(counted['day'])}"
    whole = int(chunk["cycle_days"].iloc[0])
    if trace.line["cycle_name"] == "week":
        closed = trace.frames["closed"]
        shut = closed.loc[closed["week"] == chunk["week"].iloc[0], "day"]
        told += f"; no school {days_listed(shut)}" if len(shut) else ""
    told += ")"
    if trace.line["cycle_name"] in ("rotation",) or trace.line["accrues_by_calendar_days"] or len(counted) == whole:
        return told
    return f"{told} of the {trace.line['cycle_name'].replace('_', ' ').replace('weeks', 'block')}'s {whole}"


def _edge(trace: Trace, chunk: pd.DataFrame) -> str:
    """Why a monthly line's edge month is divided by more days than it has (rules 2, edge_months)."""
    divisor, own = chunk["days_to_divide_by"].iloc[0], chunk["cycle_days"].iloc[0]
    if trace.line["cycle_name"] == "month" and divisor > own + NOTHING:
        return f" (a year's first or last month is divided by the other months' average of {n(divisor)} days)"
    return ""


def _expected_in_all(trace: Trace) -> Iterator[str]:
    of_month = trace.settled.month(trace.month).get("expected", 0.0)
    periods = [trace.settled.periods[key] for key in trace.period_keys if key in trace.settled.periods]
    by_month = by_name((month, minutes) for one in periods for month, minutes in one.expected_by_month.items())
    if len(by_month) > 1:
        told = " + ".join(f"{month_name(month)} {n(minutes)}" for month, minutes in by_month.items())
        yield f"Expected in the credit period to date: {told} = {n(sum(by_month.values()))} minutes."
        yield f"Expected in {month_name(trace.month)}: {n(of_month)} minutes."
        return
    days = trace.of_periods("days")
    counted = days[days["counts"].astype(bool) & days["is_covered"].astype(bool) & ~days["is_lapsed"].astype(bool)]
    parts = [chunk["accrual_minutes"].sum() for chunk in _chunks(trace, counted)]
    yield f"Expected in {month_name(trace.month)}: {sum_of(parts)} minutes."


def _given(trace: Trace) -> Iterator[str]:
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
            yield f"{weekday(row.session_date)}: {_status(row)}, {n(row.given_minutes)} minutes{_names_date(row)}.{source(row)}"
    if not parts:
        yield "No session that counts here was given."
        return
    whole, of_month = sum(parts), trace.settled.month(trace.month).get("delivered", 0.0)
    where = "in the credit period" if abs(whole - of_month) > 1e-6 else f"in {month_name(trace.month)}"
    yield f"Given {where}: {sum_of(parts)} minutes."


def _status(row: Any) -> str:
    return {"make_up": "make-up", "partial": "part of a session"}.get(str(row.status), str(row.status))


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
    return f"{weekday(row.session_date)}: make-up, {n(row.given_minutes)} minutes; it names no date, so {said}.{source(row)}"


def _period_name(period: Period) -> str:
    if period.first_day is None or period.last_day is None:
        return "a period without school days in the window"
    return f"{day(period.first_day)} to {day(period.last_day)}"


def _missed(trace: Trace) -> Iterator[str]:
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
    treated = f"{reason}, {more.TREATED[trace.policies.treatment(str(row.reason))]}"
    if row.status == "partial":
        planned = n(trace.line["session_minutes"])
        return (
            f"{weekday(row.session_date)}: {n(row.given_minutes)} of the planned {planned} minutes were given, so "
            f"{n(row.missed_minutes)} were missed: {treated}."
        )
    planned = (
        "" if row.logged_minutes and row.logged_minutes > 0 else " (a planned session's, since the row gives none)"
    )
    when = f", counted on {day(row.counts_on)}" if pd.Timestamp(row.counts_on) != pd.Timestamp(row.session_date) else ""
    return f"{weekday(row.session_date)}: missed {n(row.missed_minutes)} minutes{planned}{when}: {treated}."


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
        f"missed leaves {n(left)} unexplained, and there was no school {days_listed(shut)}: {n(row.holiday_minutes)} minutes "
        f"are put down to the holiday{limit}, {more.TREATED[trace.policies.treatment('holiday')]}."
    )


def _credited(trace: Trace) -> Iterator[str]:
    periods = [trace.settled.periods[key] for key in trace.period_keys if key in trace.settled.periods]
    if not trace.line["in_ledger"] or not periods:
        return
    for period in periods:
        yield from more.period(trace, period)


def _shown(trace: Trace) -> Iterator[str]:
    if trace.row is None:
        yield f"Nothing for {month_name(trace.month)}: no expected and no delivered minutes."
        return
    yield from more.figures_shown(trace)
    if not trace.agrees():
        yield "This arithmetic and the ledger's don't agree; please report it, and run `cli.py check`."


def to_json(trace: Trace) -> dict[str, Any]:
    """The same as plain values: dates YYYY-MM-DD, minutes and rates numbers or null; days and sessions are the month's."""
    return more.as_values(trace) | {
        "text": [{"title": one.title, "sentences": list(one.sentences)} for one in sections(trace)]
    }
