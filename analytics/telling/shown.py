"""What the ledger shows: its row, each figure from its periods, then the rates, the band and the sessions (rules 5, 7, 8)."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from analytics.settling import NOTHING
from analytics.telling.credited import NAMES, SPREAD
from analytics.telling.words import as_set, cycle_name, in_minutes, month_name, n, plural, rate, sum_of
from analytics.trace import Trace

BANDS = {
    "on_track": "on track", "watch": "watch", "at_risk": "at risk", "critical": "critical", "no_service": "no service",
    "too_early": "too early to say, since no whole cycle of the line has closed", "n/a": "n/a",
}  # fmt: skip


def shown(trace: Trace) -> Iterator[str]:
    """The ledger's row, and whether the arithmetic told before agrees with it."""
    if trace.row is None:
        yield f"Nothing for {month_name(trace.month)}: no expected and no delivered minutes."
        return
    yield from _figures(trace)
    if not trace.agrees():
        yield "This arithmetic and the ledger's don't agree; please report it, and run `cli.py check`."


def _figures(trace: Trace) -> Iterator[str]:
    row = trace.row or {}
    periods = [trace.settled.periods[key] for key in trace.period_keys if key in trace.settled.periods]
    for name in ("expected", "delivered", *SPREAD):
        shown = float(row[f"{name}_minutes"])
        parts = [one.in_month(trace.month)[name] for one in periods]
        parts = [part for part in parts if part > NOTHING]
        if shown > NOTHING or name in ("expected", "delivered", "credited"):
            label = NAMES.get(name, name)
            yield f"{label[0].upper()}{label[1:]}: {sum_of(parts) if parts else in_minutes(shown)}."
    for name, said in (
        ("uncovered", "Not loaded: {} of days without a log, in no rate."),
        ("lapsed", "After the line lapsed: {}, told apart and in no rate."),
    ):
        if row[f"{name}_minutes"] > NOTHING:
            yield said.format(in_minutes(row[f"{name}_minutes"]))
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
        yield "With excused minutes set aside nothing is expected, so that rate is n/a."
    elif excused <= NOTHING:
        yield f"With excused minutes set aside: there are none, so the same {rate(row['adjusted_rate'])}."
    else:
        yield (
            f"With excused minutes set aside: {n(credited)} / ({n(expected)} - {n(excused)}) = {n(credited)} / "
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
        told += f", since it reaches {as_set(trace.policies.number('on_track'))}"
    watched = trace.policies.number("watch")
    if band == "watch" and pd.notna(adjusted) and adjusted < watched - NOTHING:
        short = in_minutes(found["short_minutes"], "short in closed periods is", "short in closed periods are")
        told += f", and not worse, since {short} less than two planned sessions ({n(2 * found['session_minutes'])})"
    yield told + "."


def _closed(trace: Trace) -> str:
    """What a closed cycle of the line is called."""
    return f"closed {'cycle' if trace.line['cycle_name'] == 'rotation' else cycle_name(trace.line)}"


def _sessions(trace: Trace, row: dict[str, Any]) -> Iterator[str]:
    cycles = trace.frames["cycles"]
    if cycles.empty:
        return
    asking = cycles[cycles["required_sessions"] > 0]
    required, counted = int(cycles["required_sessions"].sum()), int(cycles["counted_sessions"].sum())
    least = n(trace.line["session_minutes"] * trace.of_month.number("session_counts_at"))
    told = (
        f"{plural(len(asking) or len(cycles), _closed(trace))} required {plural(required, 'session')}; "
        f"{counted} of {least} minutes or more {'was' if counted == 1 else 'were'} held"
    )
    if not required:
        yield f"Sessions: {told}."
        return
    if beside := counted - int(asking["counted_sessions"].sum()):
        told += f", {beside} of them where none was required"
    capped = f", counted as {required}" if counted > required else ""
    yield f"Sessions: {told}{capped}: {min(counted, required)} / {required} = {rate(row['frequency_rate'])}."
