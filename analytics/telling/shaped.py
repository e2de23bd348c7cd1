"""The policies that shaped a figure, who chose them and when, and the logs that are loaded."""

from collections.abc import Callable, Iterator

from analytics.choices import name_of_year, year_of
from analytics.settling import rows_of
from analytics.telling.words import as_set, day
from analytics.trace import Trace

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


TREATED = {"excused": "excused", "review": "for review", "make_up": "a make-up reason"}


def policies(trace: Trace) -> Iterator[str]:
    """The policies that had a say in this figure, with who chose them and when; and which logs are loaded."""
    if not trace.line["in_ledger"]:
        return
    cycle, year = str(trace.line["cycle_name"]), year_of(trace.month)
    names = ["credit_period"] if cycle in ("week", "month", "rotation") else []
    names += {"week": ["closures"], "month": ["edge_months"]}.get(cycle, [])
    for name in names:
        yield from _told(trace, name, {year}, lambda value, name=name: CHOICES[(name, value)])  # type: ignore[misc]
    ends = {year_of(one.last_day) for one in trace.periods if one.last_day} or {year}
    yield from _told(trace, "shortfall_order", ends, lambda value: CHOICES[("shortfall_order", value)])
    for reason, years in _reasons(trace).items():
        named = f"The reason {reason.replace('_', ' ')} is"
        yield from _told(trace, reason, years, lambda value, named=named: f"{named} {TREATED[value]}")  # type: ignore[misc]
    yield from _told(
        trace, "session_counts_at", {year},
        lambda value: f"A session counts from {as_set(float(value))} of its planned length on",
    )  # fmt: skip
    yield from _loaded(trace)


def _told(trace: Trace, name: str, years: set[int], words: Callable[[str], str]) -> Iterator[str]:
    """What a policy says in these school years: a sentence, or one for each way in which it was chosen."""
    said: dict[tuple[str, str], list[str]] = {}
    for year in sorted(years):
        told = words(trace.policies.of(year).value(name)), _who(trace, name, year)
        said.setdefault(told, []).append(name_of_year(year))
    for (what, who), of in said.items():
        when = f" in {' and '.join(of)}" if len(said) > 1 else ""
        yield f"{what}{when} ({who})."


def _reasons(trace: Trace) -> dict[str, set[int]]:
    """The reasons of what was missed, with the school years in which it was."""
    sessions, holidays = trace.of_periods("sessions"), trace.of_periods("holidays")
    found: dict[str, set[int]] = {}
    for row in rows_of(sessions[sessions["missed_minutes"] > 0]):
        found.setdefault(str(row.reason), set()).add(int(row.school_year))
    for row in rows_of(holidays):
        found.setdefault("holiday", set()).add(int(row.school_year))
    return dict(sorted(found.items()))


def _who(trace: Trace, name: str, year: int) -> str:
    mine = trace.stored[(trace.stored["policy"] == name) & (trace.stored["school_year"] == name_of_year(year))]
    chosen = dict(trace.policies.of(year).chosen)
    if mine.empty:
        return "for this question only" if name in chosen else "the default"
    row = mine.iloc[0]
    if str(row["value"]) != chosen.get(name):
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
