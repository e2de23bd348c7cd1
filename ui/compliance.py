"""The blocks of the Compliance page that stand behind *More*, and what can be said with logs alone."""

from functools import partial
from typing import Any

import streamlit as st

from analytics import ledger
from ui import columns, drawings, drill, page, tables, words
from ui.session import View

GOALS_OF_TESTS = {
    "evidence_rate": ("Evidence", "lines with at least one delivered session"),
    "frequency_rate": ("Frequency", "sessions held of those required in closed cycles"),
    "duration_rate": ("Duration", "lines whose delivered minutes reach what was expected"),
    "setting_rate": ("Setting", "delivered minutes in the IEP's setting"),
    "grouping_rate": ("Grouping", "delivered minutes in the IEP's grouping"),
}


def logs_only(view: View) -> None:
    """Without lines: delivered and missed minutes as logged, by reason; no rate."""
    reasons = view.figure(ledger.reasons)
    colours = page.colours()
    about = page.about(view, "Missed hours as logged")
    page.draw(drawings.reasons(reasons, colours, about=about), key="reasons", otherwise="No missed session is logged.")
    months = view.figure(ledger.by, keys=("month",))
    page.draw(drawings.delivered(months, colours, about=page.about(view, "Delivered hours by month")), key="delivered")
    if len(reasons):
        tables.show(
            page.in_words(reasons), columns.REASONS, key="reasons_table", alt="Missed hours by reason", about=about
        )


def make_ups(view: View) -> None:
    """The worklist by provider: what, since when, sessions beside minutes."""
    work = view.figure(ledger.make_ups)
    if work.empty:
        st.caption("No make-up candidate of half a session or more is open, or the calendar waits to be confirmed.")
        return
    tables.show(
        page.in_words(work),
        columns.MAKE_UPS,
        key="make_ups",
        alt="Make-up candidates by provider and student",
        about=page.about(view, "Make-up candidates"),
        on_pick=partial(drill.to_student, work),
    )


def months(view: View, policy: Any, measure: str, level: drill.Level) -> None:
    """Month by month, and where each group's expected hours went."""
    colours = page.colours()
    by_month = view.figure(ledger.by, keys=("month",))
    drawing = drawings.trend(
        by_month,
        colours,
        as_of=view.as_of,
        target=policy.on_track,
        measure=measure,
        about=page.about(view, drill.DEFINITIONS[measure] + ", by month"),
    )
    page.draw(drawing, key="trend")
    key = "school" if level is drill.SCHOOLS else "provider"
    went = view.figure(ledger.where_it_went, keys=(key,))
    drawing = drawings.where_it_went(
        went, key, drill.names(view, key), colours, what=f"{key}s", about=page.about(view, f"Expected hours by {key}")
    )
    page.draw(drawing, key="went")


def causes(view: View) -> None:
    """Where and when each class of causes struck."""
    found = view.figure(ledger.reasons, keys=("school", "month"))
    present = [cause for cause in words.CAUSES if cause in set(found["cause"])]
    if not present:
        st.caption("Nothing was missed.")
        return
    first = "provider" if "provider" in present else present[0]
    cause = st.segmented_control(
        "Cause", present, default=first, required=True, key="cause", format_func=lambda one: words.CAUSES[one]
    )
    drawing = drawings.cause_heat(
        found,
        str(cause),
        drill.names(view, "school"),
        page.colours(),
        about=page.about(view, "Missed hours as logged, by school and month"),
    )
    page.draw(drawing, key="heat")


def conformity(view: View) -> None:
    """The tests apart, since one can hide another."""
    found = view.figure(ledger.conformity, keys=())
    if found.empty:
        st.caption("No line can be tested yet.")
        return
    row = found.iloc[0]
    page.facts([page.Fact(name, words.rate(row[column]), of) for column, (name, of) in GOALS_OF_TESTS.items()])
