"""What the shell draws before a page: the choice of district, the sample's banner, the filters."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import streamlit as st

from analytics import days
from analytics.scope import ALL, Selection
from data.store.connect import StoreError
from ui.charts.palette import DARK
from ui.history import knowing
from ui.parts import messages
from ui.server import stores
from ui.shell import filters, session, steps
from ui.shell.navigation import Entry
from ui.shell.session import View

WHOSE = (filters.SERVICE, filters.SCHOOL, filters.PROVIDER)
WHEN = (filters.AS_OF, knowing.KNOWN, knowing.RESTATED)
IDLE = {
    "selection": (), "whole": WHOSE, "year": (*WHEN, *WHOSE), "nothing": (filters.YEAR, *WHEN, *WHOSE),
}  # fmt: skip
"""Filters that a page of each kind has no use for."""
DISTRICTS = {stores.OWN: "My district", stores.SAMPLE: "Sample district"}


ON_BRIGHT = f"""<style>[data-testid^="stBaseButton-primary"]:not(:disabled) {{ color: {DARK.paper} }}</style>"""
"""In the dark the accent is bright, and Streamlit's white on it is no text that one can read (2.4 : 1; this is 7 : 1)."""


def open_or_say() -> View | None:
    """The chosen district's view; None after a plain sentence where its file can't be opened."""
    if st.context.theme.type == "dark":
        st.html(ON_BRIGHT)
    _choose_district()
    try:
        view = session.open_view(session.district())
    except StoreError as error:
        messages.cannot_open(str(error))
        return None
    if view.is_invented:
        apart = (
            "Your own files are kept apart from it." if view.is_sample else "Your own files belong in another database."
        )
        st.markdown(
            f":blue-background[:material/science: **Sample district.** Every name and number here is invented. {apart}]"
        )
    return view


def _choose_district() -> None:
    """Only where the sample has been built and isn't the only ledger there is."""
    if not stores.sample_exists() or stores.is_sample(stores.OWN):
        return
    with st.sidebar:
        st.segmented_control(
            "District", list(DISTRICTS), format_func=lambda one: DISTRICTS[one], default=stores.OWN, required=True,
            key=session.DISTRICT_KEY, bind="query-params", width="stretch",
        )  # fmt: skip


def with_filters(view: View, entry: Entry) -> View:
    """The view under the filters, of which those show that the page acts on; an empty ledger has none to offer."""
    if view.loaded.is_empty:
        return view
    with st.sidebar:
        chosen = filters.show(view, latest_day, knowing.choose)
        steps.load()
    _hide(IDLE[entry.of])
    if entry.of == "nothing":
        return replace(view, as_of=latest_day(view, ALL))
    if entry.of != "year":
        knowing.banner(chosen)
    return chosen


def _hide(idle: Iterable[str]) -> None:
    """Filters out of sight keep their choices for the pages that they act on: one that isn't made loses its place in the URL."""
    if rules := ", ".join(f".st-key-{key}" for key in idle):
        st.html(f"<style>{rules} {{ display: none }}</style>")


def latest_day(view: View, selection: Selection) -> date:
    """The day that figures are counted to unless one is chosen (``days.latest_day``); where nothing is dated, the view's."""
    return view.kept(days.latest_day, view.scope, selection, **view.then) or view.as_of
