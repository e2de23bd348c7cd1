"""Drilling down is filtering: district -> school -> provider -> student -> session; the URL and Back know the place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from analytics import students
from ui.parts import messages, words
from ui.shell import filters
from ui.shell.session import View

ADJUSTED, GROSS, PROVIDER_ONLY = "adjusted_rate", "gross_rate", "provider_rate"
DEFINITIONS = {
    ADJUSTED: "Delivered % of expected minutes, student absences set aside",
    GROSS: "Delivered % of all expected minutes",
    PROVIDER_ONLY: "Expected minutes not lost to a provider's recorded reason",
}
CHOICES = {ADJUSTED: "student absences set aside", GROSS: "of all expected", PROVIDER_ONLY: "provider-caused only"}
STUDENT = "student"
"""The URL's name for the student whose lines and sessions are shown: the random key of the link, never an id."""


@dataclass(frozen=True)
class Level:
    """What the groups are at one depth, and which filter a choice among them sets."""

    key: str
    one: str
    many: str


SCHOOLS = Level("school", "school", "schools")
PROVIDERS = Level("provider", "provider", "providers")
STUDENTS = Level("student", "student", "students")


def level(view: View) -> Level:
    """One provider chosen: its students; one school: its providers; else the schools."""
    if len(view.selection.providers) == 1:
        return STUDENTS
    return PROVIDERS if len(view.selection.schools) == 1 else SCHOOLS


def student(view: View) -> dict[str, Any] | None:
    """The student whom the URL names, as ``students.by_link`` tells; None where it names nobody."""
    link_key = st.query_params.get(STUDENT, "")
    found: dict[str, Any] | None = view.read(students.by_link, view.scope, link_key) if link_key else None
    return found


def names(view: View, key: str) -> Mapping[str, str]:
    """What the ids of a key are called on screen."""
    return dict(view.choices.schools if key == "school" else view.choices.providers)


def breadcrumbs(view: View) -> None:
    """Where one is, each step back a button; above the schools an empty place, so that nothing beneath it moves."""
    place = st.empty()
    school = view.selection.schools[0] if len(view.selection.schools) == 1 else None
    provider = view.selection.providers[0] if len(view.selection.providers) == 1 else None
    if school is None and provider is None:
        return
    steps = [("All schools", "crumb_all", filters.clear_places)]
    if school is not None:
        steps.append((names(view, "school").get(school, school), "crumb_school", _clear_provider))
    if provider is not None:
        steps.append((names(view, "provider").get(provider, provider), "crumb_provider", _clear_provider))
    with place.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="breadcrumbs"):
        for number, (label, key, back) in enumerate(steps):
            if number:
                st.text("›", width="content")
            if number == len(steps) - 1:
                st.text(label, width="content")
            else:
                icon = ":material/home:" if number == 0 else None
                st.button(messages.plain(label), on_click=back, type="tertiary", key=key, icon=icon)


def _clear_provider() -> None:
    filters.narrow(filters.PROVIDER, None)


def leave_student() -> None:
    """Close the student (a callback)."""
    st.query_params.pop(STUDENT, None)


def into(frame: pd.DataFrame, key: str, place: int) -> None:
    """Go one step down from the row that was chosen (a callback)."""
    value = frame[key].iloc[place]
    if isinstance(value, str) and value:
        filters.narrow(filters.SCHOOL if key == "school" else filters.PROVIDER, value)


def into_student(frame: pd.DataFrame, place: int) -> None:
    """Open the student of the row that was chosen over the page (a callback): the link's random key, never an id."""
    open_student(str(frame["link_key"].iloc[place]))


def open_student(link: str) -> None:
    """Name the student in the URL (a callback)."""
    st.query_params[STUDENT] = link


def into_service(frame: pd.DataFrame, place: int) -> None:
    """Show the service of the row that was chosen (a callback)."""
    filters.narrow(filters.SERVICE, str(frame["service"].iloc[place]))


def definition() -> str:
    """Which rate this screen shows; the headline keeps both, whatever is chosen here."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(
            "Delivered % below", help="How charts and tables count. The headline always shows the first two.",
            width="content",
        )  # fmt: skip
        chosen = st.segmented_control(
            "Definition of delivered %", list(DEFINITIONS), format_func=CHOICES.__getitem__, default=ADJUSTED,
            required=True, key="definition", bind="query-params", label_visibility="collapsed", wrap=True,
        )  # fmt: skip
    return str(chosen or ADJUSTED)


def explained(whole: Any) -> str:
    """The three definitions side by side, and what makes the difference; ``whole`` is the row of the selection."""
    if whole["provider_caused_minutes"] > 0:
        caused = words.hours(whole["provider_caused_minutes"])
        provider = (
            f"{words.rate(whole['provider_rate'])} if only the {caused} still short for a provider's recorded reason count "
            "against it, and no hour that isn't accounted for."
        )
    else:
        provider = "nothing is short for a provider's recorded reason."
    return (
        f"The same minutes, three ways: {words.rate(whole['gross_rate'])} of all expected; "
        f"{words.rate(whole['adjusted_rate'])} with {words.hours(whole['excused_minutes'])} of excused absences set aside; "
        + provider
    )
