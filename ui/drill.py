"""Drilling down is filtering: district -> school -> provider -> student, so the URL and Back always know the place."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from ui import filters, messages, navigation
from ui.session import View

ADJUSTED, GROSS = "adjusted_rate", "gross_rate"
DEFINITIONS = {
    ADJUSTED: "Delivered % of expected minutes, student absences set aside",
    GROSS: "Delivered % of all expected minutes",
}


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


def names(view: View, key: str) -> Mapping[str, str]:
    """What the ids of a key are called on screen."""
    return dict(view.choices.schools if key == "school" else view.choices.providers)


def breadcrumbs(view: View) -> None:
    """Where one is, each step back a button."""
    school = view.selection.schools[0] if len(view.selection.schools) == 1 else None
    provider = view.selection.providers[0] if len(view.selection.providers) == 1 else None
    if school is None and provider is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="breadcrumbs"):
        st.button(
            "All schools", on_click=filters.clear_places, type="tertiary", key="crumb_all", icon=":material/home:"
        )
        if school is not None:
            label = messages.plain(names(view, "school").get(school, school))
            st.text("›", width="content")
            clear = partial(filters.narrow, filters.PROVIDER, None)
            st.button(label, on_click=clear, type="tertiary", key="crumb_school", disabled=provider is None)
        if provider is not None:
            st.text("›", width="content")
            st.text(names(view, "provider").get(provider, provider), width="content")


def into(frame: pd.DataFrame, key: str, place: int) -> None:
    """Go one step down from the row that was chosen (a callback)."""
    value = frame[key].iloc[place]
    if isinstance(value, str) and value:
        filters.narrow(filters.SCHOOL if key == "school" else filters.PROVIDER, value)


def to_student(frame: pd.DataFrame, place: int) -> None:
    """Open the student of the row that was chosen (a callback): the link's random key, never an id."""
    navigation.go("student", student=str(frame["link_key"].iloc[place]))


def definition() -> str:
    """Which rate this screen shows; the headline keeps both, whatever is chosen here."""
    chosen = st.segmented_control(
        "Definition",
        list(DEFINITIONS),
        format_func={ADJUSTED: "student absences set aside", GROSS: "of all expected"}.__getitem__,
        default=ADJUSTED,
        required=True,
        key="definition",
        bind="query-params",
        help="How the charts and tables below count. The headline always shows both.",
    )
    return str(chosen or ADJUSTED)
