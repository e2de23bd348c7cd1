"""Drilling down is filtering: district -> school -> provider -> student -> session; the URL and Back know the place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
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
SESSION = "session"
"""The URL's name for the student's session that is shown: its day, and which of that day's, never an id."""


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


@dataclass(frozen=True)
class Step:
    """A place on the way down: what it is called, and what leads back to it."""

    name: str
    label: str
    back: Callable[[], None]


def places(view: View) -> list[Step]:
    """The steps to the school and the provider that are chosen, from all schools on."""
    school = view.selection.schools[0] if len(view.selection.schools) == 1 else None
    provider = view.selection.providers[0] if len(view.selection.providers) == 1 else None
    steps = [Step("all", "All schools", partial(_up, filters.clear_places))]
    if school is not None:
        steps.append(Step("school", names(view, "school").get(school, school), partial(_up, _clear_provider)))
    if provider is not None:
        steps.append(Step("provider", names(view, "provider").get(provider, provider), leave_student))
    return steps


def breadcrumbs(view: View) -> None:
    """Where one is, each step back a button; above the schools an empty place, so that nothing beneath it moves."""
    place = st.empty()
    if len(steps := places(view)) > 1:
        with place:
            trail(steps)


def trail(steps: Sequence[Step], key: str = "breadcrumbs") -> None:
    """The steps in a row, all but the last one buttons that lead back."""
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key=key):
        for step in steps[:-1]:
            icon = ":material/home:" if step.name == "all" else None
            st.button(
                messages.plain(step.label), on_click=step.back, type="tertiary", key=f"{key}_{step.name}", icon=icon
            )
            st.text("›", width="content")
        st.text(steps[-1].label, width="content")


def _clear_provider() -> None:
    filters.narrow(filters.PROVIDER, None)


def _up(back: Callable[[], None]) -> None:
    """Back to a school or to all of them (a callback), with whatever is open below."""
    leave_student()
    back()


def leave_student() -> None:
    """Close the student, and the session of it that is open (a callback)."""
    leave_session()
    st.query_params.pop(STUDENT, None)


def leave_session() -> None:
    """Back to the student (a callback)."""
    st.query_params.pop(SESSION, None)


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
    leave_session()
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
