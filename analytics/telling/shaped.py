"""The policies that shaped a figure, who chose them and when, and the logs that are loaded."""

from collections.abc import Iterator

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
    least = as_set(trace.policies.number("session_counts_at"))
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
