"""What the plan promises: amount, length of a session, when the line is in force and whose it is (rules 1 and 3)."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analytics.settling import rows_of
from analytics.telling.words import day, every, in_minutes, n, plural, source
from analytics.trace import Trace


def promised(trace: Trace) -> Iterator[str]:
    """The line as it stands on file, each sentence with what it leads to."""
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
    if line["is_usable"]:
        yield from _apart(line)


def _apart(line: dict[str, Any]) -> Iterator[str]:
    """Which ledger tells the line, where that isn't the regular year's."""
    if line["plan_type"] != "IEP":
        yield f"It is a {line['plan_type']} line, so it is in no figure of the ledger."
    elif line["esy"] and line["in_ledger"]:
        yield "It is a line of the extended school year (ESY), with figures of its own, in none of the regular year's."
    elif line["esy"]:
        yield (
            "It is a line of the extended school year (ESY) without a start or an end, so nobody can tell which summer days are "
            "its own, and it is in no figure."
        )


def _amount(line: dict[str, Any]) -> str:
    if not line["is_usable"]:
        said = f'reads "{line["amount_text"]}"' if isinstance(line["amount_text"], str) else "is blank"
        return f"its amount {said}, which names no minutes, so nothing is expected of it and nothing credited to it."
    blocks = ", in blocks counted from the week of its start" if line["cycle_name"] == "weeks" else ""
    return f"{in_minutes(line['amount_minutes'])} {every(line)}{blocks}."


def _session_length(line: dict[str, Any]) -> str:
    length = in_minutes(line["session_minutes"])
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
    return told + _enrolled(trace) + _summer(trace) + _lapse(line)


def _enrolled(trace: Trace) -> str:
    """On which of these days the student was enrolled, where not on all; a day that is the line's own is none of enrolment."""
    starts, ends = pd.Timestamp(trace.line["window_from"]), pd.Timestamp(trace.line["window_to"])
    days = [(pd.Timestamp(span.span_from), pd.Timestamp(span.span_to)) for span in rows_of(trace.frames["spans"])]
    if days == [(starts, ends)]:
        return ""
    if not days:
        return " The student was enrolled on none of these days, so it owes nothing."
    if len(days) == 1 and days[0][1] == ends:
        return f" The student was enrolled from {day(days[0][0], year=True)} on, so it counts from that day."
    if len(days) == 1 and days[0][0] == starts:
        return f" The student was enrolled to {day(days[0][1], year=True)}, so it counts up to that day."
    told = " and ".join(f"{day(first, year=True)} to {day(last, year=True)}" for first, last in days)
    return f" Of these days the student was enrolled {told}, so it counts on them alone."


def _summer(trace: Trace) -> str:
    """That an enrolment which ends with the school year doesn't cut the summer (decision 0626)."""
    ends = [day(span.roster_to, year=True) for span in rows_of(trace.frames["spans"]) if pd.notna(span.roster_to)]
    return (
        f" The roster has the student to {ends[-1]}, the end of the school year, which doesn't cut the summer."
        if ends
        else ""
    )


def _lapse(line: dict[str, Any]) -> str:
    if pd.isna(line["lapses_to"]) or pd.Timestamp(line["lapses_to"]) <= pd.Timestamp(line["window_to"]):
        return ""
    last = pd.Timestamp(line["lapses_to"])
    if line["is_followed"]:
        return (
            f" Nothing follows it on file until {day(last + pd.Timedelta(days=1), year=True)}, so it had lapsed; what it "
            f"would have owed is told apart to {day(last)}."
        )
    return f" Nothing follows it on file, so it has lapsed; what it would owe is told apart to {day(last)}."


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
    why = "who logged most of it in the last six weeks" if line["is_inferred"] else "as named on the line"
    return f"Its provider is {name}, {why}."
