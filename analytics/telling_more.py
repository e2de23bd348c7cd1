"""The end of a trace: how a credit period is settled, what the ledger shows, what was left out, which policies stood."""

import json
from collections.abc import Iterator
from typing import Any

import pandas as pd

from analytics import output
from analytics.settling import NOTHING, Period, rows_of
from analytics.telling_words import day, days_listed, month_name, n, plural, rate, source, sum_of, weekday
from analytics.trace import Trace

TREATED = {"excused": "which is excused", "review": "which is for review", "make_up": "which is a make-up reason"}
SPREAD = ("credited", "excess", "excused", "review", "make_up", "unaccounted")
NAMES = {
    "credited": "credited", "excess": "over-delivered", "excused": "excused", "review": "for review",
    "make_up": "make-up candidates", "unaccounted": "not accounted for", "pace_gap": "not yet given",
}  # fmt: skip
BANDS = {
    "on_track": "on track", "watch": "watch", "at_risk": "at risk", "critical": "critical", "no_service": "no service",
    "too_early": "too early to say, since no whole cycle of the line has closed", "n/a": "n/a",
}  # fmt: skip


def period(trace: Trace, one: Period) -> Iterator[str]:
    """Rules 5 for one credit period, each step with its numbers."""
    yield f"{_which(trace, one)} {_closed(trace, one)}"
    expected, delivered = n(one.expected), n(one.delivered)
    yield f"Credited: the smaller of {delivered} given and {expected} expected = {n(one.credited)}.{_excess(one)}"
    if one.short <= NOTHING:
        yield "Nothing is short."
    else:
        yield f"Short: {expected} - {n(one.credited)} = {n(one.short)}."
        yield from _short(trace, one)
    if abs(one.share(trace.month) - 1) > NOTHING and one.expected > NOTHING:
        yield from _share(trace, one)


def _which(trace: Trace, one: Period) -> str:
    if one.first_day is None or one.last_day is None:
        return "A credit period without school days in the line's window:"
    return f"Credit period {day(one.first_day)} to {day(one.last_day)}:"


def _closed(trace: Trace, one: Period) -> str:
    if one.is_closed:
        return "closed, since its last day in the window has come and all its days are loaded."
    if one.last_day is None:
        return "nothing is expected in it."
    if one.last_day > trace.as_of:
        return f"still open, since its last day is {day(one.last_day, year=True)}; it makes no make-up candidates yet."
    return "open, since some of its days have no loaded log; it makes no make-up candidates."


def _excess(one: Period) -> str:
    if one.excess <= NOTHING:
        return ""
    return (
        f" The other {n(one.delivered)} - {n(one.credited)} = {n(one.excess)} are over-delivered and move nowhere else."
    )


def _short(trace: Trace, one: Period) -> Iterator[str]:
    left = one.short
    provider_first = trace.policies.value("shortfall_order") == "provider_first"
    if provider_first and one.missed["make_up"] > NOTHING:
        first = min(one.missed["make_up"], left)
        told = f"the smaller of {n(one.missed['make_up'])} missed for them and {n(left)} short = {n(first)}"
        yield f"Make-up reasons come first here: {told}."
        left -= first
    for name, minutes in (("excused", one.excused), ("review", one.review)):
        if one.missed[name] > NOTHING:
            said = "Excused" if name == "excused" else "For review"
            reasons = "excused reasons" if name == "excused" else "reasons that need a look"
            yield f"{said}: the smaller of {n(one.missed[name])} missed for {reasons} and {n(left)} left = {n(minutes)}."
            left -= minutes
    parts = [minutes for minutes in (one.excused, one.review) if minutes > NOTHING]
    rest = one.make_up + one.pace_gap
    told = " - ".join(n(value) for value in (one.short, *parts))
    ends = f"{told} = {n(rest)}" if parts else n(rest)
    if not one.is_closed:
        yield f"Not yet given: {ends}."
        return
    yield f"Make-up candidate: {ends}."
    if rest > NOTHING:
        yield _no_record(one)


def _no_record(one: Period) -> str:
    gap = one.expected - one.delivered - one.told
    told = f"{n(one.expected)} expected - {n(one.delivered)} given - {n(one.told)} missed with a reason = {n(gap)}"
    if gap < -NOTHING:
        return f"Not accounted for: {told}, below nothing, so 0: every missing minute has a record."
    if gap > one.make_up + NOTHING:
        return f"Not accounted for: {told}, but at most the {n(one.make_up)} that are make-up candidates = {n(one.unaccounted)}."
    return f"Not accounted for: {told}."


def _share(trace: Trace, one: Period) -> Iterator[str]:
    here, name = one.expected_by_month.get(trace.month, 0.0), month_name(trace.month)
    if here <= NOTHING:
        yield f"{name} holds none of the period's {n(one.expected)} expected minutes to date, so none of its figures."
        yield f"Given in {name} itself: {n(one.dated_by_month.get(trace.month, 0.0))} minutes."
        return
    part = f"{n(here)} / {n(one.expected)}"
    whole = f"{name} holds {n(here)} of the period's {n(one.expected)} expected minutes"
    yield f"{whole}, so {part} of each figure is its own."
    values = one.in_month(trace.month)
    told = [
        f"{NAMES[key]} {n(getattr(one, key))} × {part} = {n(values[key])}"
        for key in (*SPREAD, "pace_gap")
        if getattr(one, key) > NOTHING
    ]
    if one.filled > NOTHING:
        told.append(f"from make-ups without a date {n(one.filled)} × {part} = {n(one.filled * one.share(trace.month))}")
    yield f"{name}'s part: {'; '.join(told)}." if told else f"{name}'s part of nothing is nothing."
    yield f"Given in {name} itself: {n(values['delivered'])} minutes."


def figures_shown(trace: Trace) -> Iterator[str]:
    """The ledger's row, each figure from its periods, then the rates, the band and the sessions."""
    row = trace.row or {}
    periods = [trace.settled.periods[key] for key in trace.period_keys if key in trace.settled.periods]
    for name in ("expected", "delivered", *SPREAD):
        shown = float(row[f"{name}_minutes"])
        parts = [one.in_month(trace.month)[name] for one in periods]
        parts = [part for part in parts if part > NOTHING]
        if shown > NOTHING or name in ("expected", "delivered", "credited"):
            label = NAMES.get(name, name)
            yield f"{label[0].upper()}{label[1:]}: {sum_of(parts) if parts else n(shown)} minutes."
    for name, said in (
        ("uncovered", "Not loaded: {} minutes of days without a log, in no rate."),
        ("lapsed", "After the line lapsed: {} minutes, told apart and in no rate."),
    ):
        if row[f"{name}_minutes"] > NOTHING:
            yield said.format(n(row[f"{name}_minutes"]))
    yield from _rates(row)
    yield from _band(trace)
    yield from _sessions(trace, row)


def _rates(row: dict[str, Any]) -> Iterator[str]:
    expected, credited, excused = (float(row[f"{name}_minutes"]) for name in ("expected", "credited", "excused"))
    if expected <= NOTHING:
        yield "Nothing is expected, so every rate is n/a."
        return
    yield f"Of all expected: {n(credited)} / {n(expected)} = {rate(row['gross_rate'])}."
    if expected - excused <= NOTHING:
        yield "Excused minutes set aside nothing is expected, so that rate is n/a."
    else:
        yield (
            f"Excused minutes set aside: {n(credited)} / ({n(expected)} - {n(excused)}) = {n(credited)} / "
            f"{n(expected - excused)} = {rate(row['adjusted_rate'])}."
        )


def _band(trace: Trace) -> Iterator[str]:
    share = trace.frames["share"]
    if share.empty or not trace.row or trace.row["expected_minutes"] <= NOTHING:
        return
    found = share.iloc[0]
    band, adjusted = str(found["band"]), trace.row["adjusted_rate"]
    told = f"Band: {BANDS.get(band, band)}"
    if band == "on_track":
        told += f", since it reaches {rate(trace.policies.number('on_track'))}"
    watched = trace.policies.number("watch")
    if band == "watch" and pd.notna(adjusted) and adjusted < watched - NOTHING:
        told += (
            f", and not worse, since {n(found['short_minutes'])} minutes in closed periods are less than two planned sessions "
            f"({n(2 * found['session_minutes'])})"
        )
    yield told + "."


def _sessions(trace: Trace, row: dict[str, Any]) -> Iterator[str]:
    cycles = trace.frames["cycles"]
    if cycles.empty:
        return
    required, counted = int(cycles["required_sessions"].sum()), int(cycles["counted_sessions"].sum())
    least = n(trace.line["session_minutes"] * trace.policies.number("session_counts_at"))
    told = (
        f"{plural(len(cycles), 'closed cycle')} required {plural(required, 'session')}; {counted} of {least} minutes or more "
        f"{'was' if counted == 1 else 'were'} held"
    )
    if not required:
        yield f"Sessions: {told}."
        return
    capped = f", counted as {required}" if counted > required else ""
    yield f"Sessions: {told}{capped}: {min(counted, required)} / {required} = {rate(row['frequency_rate'])}."


WHY = {
    "later": "it is after the as-of date",
    "compensatory": "it is compensatory and counts against its award",
    "before_first": "it is before the student's first line of this service on file",
    "outside": "no line was in force for it: outside any mandate",
    "unusable": "the line's amount can't be read, so it is listed with the line",
    "esy": "the line is an extended school year line, kept apart",
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
        yield f"{weekday(row.session_date)}: {_session(row)} is left out, since {_why(row)}.{source(row)}"
    yield from _elsewhere(trace)
    for row in rows_of(trace.frames["waiting"]):
        waits = "waits" if row.waiting_rows == 1 else "wait"
        yield f"{plural(row.waiting_rows, 'row')} of {row.file_name} about this student and service {waits} for an answer."
    for row in rows_of(trace.frames["others"]):
        yield _other(trace, row)


def _lapsed(trace: Trace) -> Iterator[str]:
    days = trace.frames["days"]
    after = days[
        days["is_lapsed"].astype(bool) & (days["month"] == pd.Timestamp(trace.month)) & days["counts"].astype(bool)
    ]
    if len(after):
        yield (
            f"{plural(len(after), 'school day')} after the line's end ({days_listed(after['day'])}): nothing follows it on "
            f"file, so {n(after['accrual_minutes'].sum())} minutes stand apart as lapsed."
        )


def _session(row: Any) -> str:
    if row.status in ("missed", "attempt"):
        reason = f" ({str(row.reason).replace('_', ' ')})" if isinstance(row.reason, str) else ""
        return f"a {'missed session' if row.status == 'missed' else 'failed attempt'}{reason}"
    kind = {"make_up": "make-up", "partial": "partial session"}.get(str(row.status), "session")
    return f"a {kind} of {n(row.minutes)} minutes"


def _why(row: Any) -> str:
    if row.why == "other_line":
        return f"it counts for line {row.other_line_id}"
    if row.why == "replaced":
        file = row.told_by if isinstance(row.told_by, str) else "an answer given later"
        return f"this is how an earlier upload had it; {file} changed it"
    return WHY[str(row.why)]


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
    return f"a {'make-up' if row.status == 'make_up' else 'session'} of {n(row.given_minutes)} minutes"


def _other(trace: Trace, row: Any) -> str:
    amount = (
        f"{n(row.amount_minutes)} minutes a {row.cycle}"
        if pd.notna(row.amount_minutes)
        else "an amount that can't be read"
    )
    if isinstance(row.told_by, str):
        by = f"{row.told_by} changed it" if row.told_by else "that upload was undone"
        dates = " to ".join(
            day(one, year=True) if pd.notna(one) else "no date" for one in (row.window_from, row.window_to)
        )
        return f"An earlier upload gave this line {amount}, {dates}; {by}."
    apart = " (extended school year)" if row.esy else "" if row.plan_type == "IEP" else f" ({row.plan_type})"
    return (
        f"Line {row.line_id}{apart} of the same student and service ({amount}, in force {day(row.window_from, year=True)} to "
        f"{day(row.window_to, year=True)}) has its own days and sessions, told on its own."
    )


CHOICES = {
    ("closures", "made_up"): "Closed days are made up: a week with a holiday still owes its whole amount",
    ("closures", "not_made_up"): "Closed days are not made up: a closed weekday owes nothing, and holidays are excused",
    ("edge_months", "prorated"): "The first and last month of a year owe by the other months' average of school days",
    ("edge_months", "full"): "The first and last month of a year owe the whole monthly amount",
    ("credit_period", "month"): "Credit is counted within a month",
    ("credit_period", "cycle"): "Credit is counted within each cycle",
    ("credit_period", "grading_period"): "Credit is counted within a quarter",
    ("credit_period", "year"): "Credit is counted within the school year",
    ("shortfall_order", "excused_first"): "A shortfall is put down to excused reasons first, then review, then make-up",
    (
        "shortfall_order",
        "provider_first",
    ): "A shortfall is put down to make-up reasons first, then excused, then review",
}


def policies(trace: Trace) -> Iterator[str]:
    """The policies that had a say in this figure, with who chose them and when; and which logs are loaded."""
    if not trace.line["in_ledger"]:
        return
    cycle = str(trace.line["cycle_name"])
    names = ["credit_period"] if cycle in ("week", "month", "rotation") else []
    names += {"week": ["closures"], "month": ["edge_months"]}.get(cycle, [])
    for name in (*names, "shortfall_order"):
        yield f"{CHOICES[(name, trace.policies.value(name))]} ({_who(trace, name)})."
    for reason in _reasons(trace):
        said = {"excused": "excused", "review": "for review", "make_up": "a make-up reason"}[
            trace.policies.treatment(reason)
        ]
        yield f"The reason {reason.replace('_', ' ')} is {said} ({_who(trace, reason)})."
    least = rate(trace.policies.number("session_counts_at"))
    yield f"A session counts from {least} of its planned length on ({_who(trace, 'session_counts_at')})."
    yield from _loaded(trace)


def _reasons(trace: Trace) -> list[str]:
    sessions = trace.of_periods("sessions")
    told = {str(reason) for reason in sessions.loc[sessions["missed_minutes"] > 0, "reason"]}
    return sorted(told | ({"holiday"} if len(trace.of_periods("holidays")) else set()))


def _who(trace: Trace, name: str) -> str:
    mine = trace.stored[trace.stored["policy"] == name]
    if mine.empty:
        same = name not in dict(trace.policies.chosen)
        return "the default" if same else "for this question only"
    row = mine.iloc[0]
    if str(row["value"]) != trace.policies.value(name):
        return "for this question only"
    return f"chosen by {row['set_by']} on {day(row['set_on'], year=True)}"


def _loaded(trace: Trace) -> Iterator[str]:
    covers = trace.frames["covers"]
    if covers.empty:
        yield "No loaded log speaks for this line."
        return
    told = "; ".join(
        f"{row.file_name} for {day(row.covered_from, year=True)} to {day(row.covered_to, year=True)}"
        for row in rows_of(covers)
    )
    yield f"The logs that speak for this line: {told}."


def as_values(trace: Trace) -> dict[str, Any]:
    """The frames of a trace as plain values."""
    month = pd.Timestamp(trace.month)
    mine = {name: trace.frames[name][trace.frames[name]["month"] == month] for name in ("days", "sessions", "holidays")}
    mine["beside"] = trace.frames["beside"]
    line = {name: value for name, value in trace.line.items() if name not in ("line_no", "row_key")}
    return {
        "line": _plain(line),
        "month": f"{trace.month:%Y-%m}",
        "as_of": trace.as_of.isoformat(),
        **{
            name: json.loads(output.to_json(frame.drop(columns="row_key", errors="ignore")))
            for name, frame in mine.items()
        },
        "periods": [
            _period_values(trace, trace.settled.periods[key])
            for key in trace.period_keys
            if key in trace.settled.periods
        ],
        "policies": {name: trace.policies.value(name) for name, _ in CHOICES},
        "ledger": _plain(trace.row) if trace.row else None,
    }


def _period_values(trace: Trace, one: Period) -> dict[str, Any]:
    minutes = {f"{name}_minutes": getattr(one, name) for name in ("expected", "delivered", *SPREAD, "pace_gap")}
    days = {
        name: value.isoformat() if value else None
        for name, value in (("first_day", one.first_day), ("last_day", one.last_day))
    }
    return {**days, "is_closed": one.is_closed, **minutes, "share_of_month": one.share(trace.month)}


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    (row,) = json.loads(output.to_json(pd.DataFrame([values])))
    return dict(row)
