"""What was credited, and what is left: rules 5 for each credit period, each step with its numbers."""

from collections.abc import Iterator

from analytics.settling import NOTHING, Period
from analytics.telling.words import day, in_minutes, month_name, n
from analytics.trace import Trace

SPREAD = ("credited", "excess", "excused", "review", "make_up", "unaccounted")


NAMES = {
    "credited": "credited", "excess": "over-delivered", "excused": "excused", "review": "for review",
    "make_up": "make-up candidates", "unaccounted": "not accounted for", "pace_gap": "not yet given",
}  # fmt: skip


def credited(trace: Trace) -> Iterator[str]:
    """Every credit period that the month touches, in order; nothing for a line in no figure."""
    if not trace.line["in_ledger"]:
        return
    for period in trace.periods:
        yield from _period(trace, period)


def _period(trace: Trace, one: Period) -> Iterator[str]:
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
    two = one.first_day.year != one.last_day.year
    return f"Credit period {day(one.first_day, year=two)} to {day(one.last_day, year=two)}:"


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
    provider_first = one.under(trace.policies).value("shortfall_order") == "provider_first"
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
        recorded = f"{n(one.delivered)} given and {n(one.told)} missed with a reason are more than the {n(one.expected)} expected"
        return f"Not accounted for: 0, since {recorded}: every missing minute has a record."
    if gap > one.make_up + NOTHING:
        return f"Not accounted for: {told}, but at most the {n(one.make_up)} that are make-up candidates = {n(one.unaccounted)}."
    return f"Not accounted for: {told}."


def _share(trace: Trace, one: Period) -> Iterator[str]:
    here, name = one.expected_by_month.get(trace.month, 0.0), month_name(trace.month)
    if here <= NOTHING:
        yield f"{name} holds none of the period's {n(one.expected)} expected minutes to date, so none of its figures."
        yield f"Given in {name} itself: {in_minutes(one.dated_by_month.get(trace.month, 0.0))}."
        return
    part = f"{n(here)} / {n(one.expected)}"
    whole = f"{name} holds {n(here)} of the period's {n(one.expected)} expected minutes"
    yield f"{whole}, so {part} of each figure is its own."
    values = one.in_month(trace.month)
    told = [
        f"{NAMES[key]} {_part(getattr(one, key), one.expected, part, values[key])}"
        for key in (*SPREAD, "pace_gap")
        if getattr(one, key) > NOTHING
    ]
    if one.filled > NOTHING:
        told.append(f"from make-ups without a date {n(one.filled)} × {part} = {n(one.filled * one.share(trace.month))}")
    yield f"{name}'s part: {'; '.join(told)}." if told else f"{name}'s part of nothing is nothing."
    yield f"Given in {name} itself: {in_minutes(values['delivered'])}.{_why_shared(name, values)}"


def _part(whole: float, expected: float, part: str, own: float) -> str:
    """A figure's part of the month; where the figure is all that is expected, all that the month expects."""
    return f"{n(own)}, all that it expects" if abs(whole - expected) <= NOTHING else f"{n(whole)} × {part} = {n(own)}"


def _why_shared(name: str, values: dict[str, float]) -> str:
    """Why a month is credited with other minutes than were given in it."""
    if abs(values["delivered"] - values["credited"]) <= NOTHING:
        return ""
    return (
        f" {name} is credited with {n(values['credited'])}, since the period's credit is shared among its months by what each "
        "expects, whenever it was given."
    )
