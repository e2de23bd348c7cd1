"""What was expected: how days owe, in weeks or months, and what they come to (rules 2 and 2a)."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analytics.ledger import PROPOSED_CALENDAR, UNLISTED_SUMMER
from analytics.settling import NOTHING
from analytics.telling.words import (
    by_name,
    cycle_name,
    day,
    days_listed,
    in_minutes,
    in_periods,
    is_said_whole,
    month_name,
    n,
    plural,
    school_day,
    sum_of,
)
from analytics.trace import Trace


def expected(trace: Trace) -> Iterator[str]:
    """The days of the credit periods that the month touches, and their sum; nothing for a line in no figure."""
    days = trace.of_periods("days")
    days = days[~days["is_lapsed"].astype(bool)]
    if not trace.line["in_ledger"]:
        return
    if days.empty:
        yield f"No {school_day(trace.line)} of {month_name(trace.month)} is in the line's window, so nothing is expected."
        return
    if trace.line["cycle_name"] == "week":
        yield f"{month_name(trace.month)} has the weeks of which it holds most {school_day(trace.line)}s."
    yield _how_days_owe(trace, days)
    yield from _whose_days(trace)
    yield from _of_summers(trace)
    yield from _provisional(trace)
    yield from _why_from_the_first(trace)
    later = _later_months(trace, days)
    for chunk in _chunks(trace, days.drop(later.index)):
        yield from _chunk(trace, chunk)
    if len(later):
        yield _not_yet(trace, later)
    yield from _expected_in_all(trace)


def _whose_days(trace: Trace) -> Iterator[str]:
    """Whose school days, where a school has its own: a move to it is no amendment, so it counts from the line's start."""
    school = trace.line["calendar"]
    if school and not trace.line["accrues_by_calendar_days"]:
        told = f"School days are those of {school}'s own calendar, on all days of the line"
        yield f"{told}: {school} is its school on {day(trace.as_of, year=True)}."


def _of_summers(trace: Trace) -> Iterator[str]:
    """Which days count for a line of the extended year (decision 0580)."""
    if not trace.line["esy"]:
        return
    if UNLISTED_SUMMER not in trace.provisional:
        yield "ESY days are the days of school that the calendar lists."
        return
    yield (
        "No calendar lists all of its summer days, so every figure is provisional: beside days of school, ESY days are weekdays "
        "of June, July and August outside the school year, but for Juneteenth, Independence Day and days listed as closed."
    )


def _provisional(trace: Trace) -> Iterator[str]:
    """What of the days nobody has settled yet (rules 2)."""
    if trace.is_proposed and not trace.line["accrues_by_calendar_days"]:
        yield "No calendar is loaded or confirmed: the school days here are proposed ones, and every figure is provisional."
    for part in trace.provisional:
        if part not in (PROPOSED_CALENDAR, UNLISTED_SUMMER):
            yield f"No grading period is loaded for this school year: it goes by {part}, which is provisional."


def _why_from_the_first(trace: Trace) -> Iterator[str]:
    """Why months before the one that is asked for are told, where a cycle is longer than a month."""
    begun = [one.first_day for one in trace.periods if one.first_day and one.first_day < trace.month]
    if begun and trace.line["cycle_name"] not in ("week", "rotation"):
        yield f"{month_name(trace.month)} is a part of what began on {day(min(begun), year=True)}; days are told from there on."


def _later_months(trace: Trace, days: pd.DataFrame) -> pd.DataFrame:
    """The days of months after the as-of date's, of a cycle of months, where they are so many that a sum says more."""
    later = days[days["month"] > pd.Timestamp(trace.as_of)]
    tells_months = trace.line["cycle_name"] in ("quarter", "semester", "year", "iep_year")
    return later if tells_months and later["month"].nunique() > 1 else later.iloc[:0]


def _not_yet(trace: Trace, later: pd.DataFrame) -> str:
    first, last = (month_name(one, year=True) for one in (later["month"].min(), later["month"].max()))
    days = f"{plural(len(later), _day_word(trace))} after {day(trace.as_of)}"
    return f"{first} to {last}: {days}, whose {_not_counted(later)}."


def _how_days_owe(trace: Trace, days: pd.DataFrame) -> str:
    line, amount, a_day = trace.line, n(trace.line["amount_minutes"]), school_day(trace.line)
    cycle = line["cycle_name"]
    if line["accrues_by_calendar_days"]:
        return (
            f"The calendar doesn't reach the line's start or end, so each calendar day owes {amount} minutes divided by the "
            f"{n(days['days_to_divide_by'].iloc[0])} days from its start to its end."
        )
    if cycle == "week" and trace.of_month.value("closures") == "not_made_up":
        return f"Each {a_day} owes a fifth of the week's {amount} minutes, since closed days are not made up here."
    if cycle == "rotation":
        return (
            f"Each {a_day} owes {amount} minutes divided by the {plural(line['cycle_length'], 'day')} of the rotation."
        )
    if cycle == "weeks":
        length = n(line["cycle_length"])
        return f"Each {a_day} owes {amount} minutes divided by the {a_day}s of its block of {length} weeks."
    unit = cycle_name(line)
    tail = " A week with a holiday still owes the whole amount." if cycle == "week" else ""
    return f"Each {a_day} owes the {unit}'s {amount} minutes divided by the {a_day}s of that {unit}.{tail}"


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
        share = f"{n(trace.line['amount_minutes'])} / {n(divisor)}"
        a_day = f"{share} = {in_minutes(each)} a day" if is_said_whole(each) else f"{share} minutes a day"
        times = f"{len(counted)} × {n(each) if is_said_whole(each) else share}"
        came_to = in_minutes(counted["accrual_minutes"].sum())
        yield f"{name}: {_which_days(trace, chunk, counted)}, {a_day}{_edge(trace, chunk)}, {times} = {came_to}."
    for rows, why in ((chunk[~loaded & to_date], "no loaded log speaks for"), (chunk[~to_date], "")):
        if len(rows):
            told = in_minutes(rows["accrual_minutes"].sum(), "is not loaded", "are not loaded")
            days = f"{plural(len(rows), _day_word(trace))} ({days_listed(rows['day'])})"
            later = f"{days} after {day(trace.as_of)}, whose {_not_counted(rows)}"
            yield f"{name}: {later if not why else f'{days} that {why}, so their {told}'}."


def _not_counted(days: pd.DataFrame) -> str:
    return in_minutes(days["accrual_minutes"].sum(), "doesn't count yet", "don't count yet")


def _day_word(trace: Trace) -> str:
    if trace.line["accrues_by_calendar_days"]:
        return "calendar day"
    return f"proposed {school_day(trace.line)}" if trace.is_proposed else school_day(trace.line)


def _chunk_name(trace: Trace, chunk: pd.DataFrame) -> str:
    if trace.line["cycle_name"] == "week":
        return f"Week of {day(chunk['week'].iloc[0])}"
    if trace.line["cycle_name"] == "weeks":
        return _block_name(trace, chunk)
    return _month(trace, chunk["month"].iloc[0])


def _month(trace: Trace, month: Any) -> str:
    """The month's name, with its year where a year of months begins and ends in the same one."""
    months = pd.to_datetime(trace.of_periods("days")["month"])
    return month_name(month, year=len(months) > 0 and (months.max() - months.min()).days > 360)


def _block_name(trace: Trace, chunk: pd.DataFrame) -> str:
    """A block by its first day in the window; where it crosses a month, the part of it that is told."""
    days = trace.of_periods("days")
    block = days[(days["cycle_key"] == chunk["cycle_key"].iloc[0]) & ~days["is_lapsed"].astype(bool)]
    part = f", in {month_name(chunk['month'].iloc[0])}" if block["month"].nunique() > 1 else ""
    return f"Block from {day(block['day'].min())}{part}"


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
    return f"{told} of the {cycle_name(trace.line)}'s {whole}"


def _edge(trace: Trace, chunk: pd.DataFrame) -> str:
    """Why a monthly line's edge month is divided by more days than it has (rules 2, edge_months)."""
    divisor, own = chunk["days_to_divide_by"].iloc[0], chunk["cycle_days"].iloc[0]
    if trace.line["cycle_name"] == "month" and divisor > own + NOTHING:
        return f" (a year's first or last month is divided by the other months' average of {n(divisor)} days)"
    return ""


def _expected_in_all(trace: Trace) -> Iterator[str]:
    of_month = trace.settled.month(trace.month).get("expected", 0.0)
    periods = trace.periods
    by_month = by_name((month, minutes) for one in periods for month, minutes in one.expected_by_month.items())
    if len(by_month) > 1:
        told = " + ".join(f"{_month(trace, month)} {n(minutes)}" for month, minutes in by_month.items())
        yield f"Expected {in_periods(len(periods))} to date: {told} = {in_minutes(sum(by_month.values()))}."
        yield f"Expected in {month_name(trace.month)}: {in_minutes(of_month)}."
        return
    days = trace.of_periods("days")
    counted = days[days["counts"].astype(bool) & days["is_covered"].astype(bool) & ~days["is_lapsed"].astype(bool)]
    parts = [chunk["accrual_minutes"].sum() for chunk in _chunks(trace, counted)]
    yield f"Expected in {month_name(trace.month)}: {sum_of(parts)}."
