"""The five shared filters: in the sidebar, in the URL, read by pages through one ``View``."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from analytics import days
from analytics.choices import school_year, school_years, year_bounds
from analytics.known import Moment
from analytics.scope import Selection
from ui.parts import words
from ui.shell.session import View

YEAR, AS_OF, SERVICE, SCHOOL, PROVIDER = "year", "as_of", "service", "school", "provider"
_DEFAULT_DAY = "_as_of_default"


def labels(pairs: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """A label for each id, told apart by the id where two have the same name."""
    names = [name for _, name in pairs]
    return {key: f"{name} ({key})" if names.count(name) > 1 else name for key, name in pairs}


def in_year(view: View, day: date, year: str) -> View:
    """The view of a school year up to a day of it."""
    from_day = view.kept(days.first_day, view.scope, year, **view.then)
    return replace(view, as_of=clamp(day, year), school_year=year, from_day=from_day)


def clamp(day: date, year: str) -> date:
    """The day, or the nearest one of that school year."""
    first, last = year_bounds(year)
    return min(max(day, first), last)


def show(
    view: View,
    latest_day: Callable[[View, Selection], date],
    moment: Callable[[View], tuple[Moment | None, bool]] = lambda view: (None, False),
) -> View:
    """Draw the filters and return the view under them; the day follows the services that are chosen, and ``moment``,
    the control under the day that chooses an earlier ledger."""
    place = st.container()
    known, restated = moment(view)
    view = replace(view, moment=known, restated=restated)
    services = _several("Service", SERVICE, tuple((one, words.service(one)) for one in view.choices.services))
    schools = _several("School", SCHOOL, view.choices.schools)
    providers = _several("Provider", PROVIDER, view.choices.providers)
    chosen = Selection(services=services, schools=schools, providers=providers)
    latest = latest_day(view, Selection(services=services))
    with place:
        year = _year(view, latest)
        as_of = _as_of(year, clamp(latest, year))
    return replace(in_year(view, as_of, year), selection=chosen)


def default_year(view: View, latest: date) -> str:
    """The school year that is shown unless one is chosen: that of the latest day, where anything of it is on file."""
    years = school_years(view.loaded)
    return school_year(latest) if not years or school_year(latest) in years else years[0]


def _year(view: View, latest: date) -> str:
    default = default_year(view, latest)
    years = school_years(view.loaded) or (default,)
    return str(st.selectbox("School year", years, index=years.index(default), key=YEAR, bind="query-params"))


def _as_of(year: str, default: date) -> date:
    first, last = year_bounds(year)
    chosen = st.date_input(
        "As of",
        value="today" if _moved(default, first, last) else default,  # "today" is the session's day where there is one
        min_value=first,
        max_value=last,
        key=AS_OF,
        format="MM/DD/YYYY",
        bind="query-params",
        help="The last day counted. Later sessions and measurements don't exist for the figures.",
    )
    return clamp(chosen, year) if isinstance(chosen, date) else default


def _moved(default: date, first: date, last: date) -> bool:
    """Whether the day is put elsewhere in this run: one that nobody chose follows the data, as where an import brings a later
    month, and one of another school year gives way."""
    before, held = st.session_state.get(_DEFAULT_DAY), st.session_state.get(AS_OF)
    st.session_state[_DEFAULT_DAY] = default
    follows = before is not None and before != default and held == before
    outside = isinstance(held, date) and not first <= held <= last
    if follows or outside:
        st.session_state[AS_OF] = default
    return follows or outside


def _several(label: str, key: str, pairs: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    shown = labels(pairs)
    chosen: list[Any] = st.multiselect(
        label,
        list(shown),
        format_func=lambda one: shown.get(one, str(one)),
        key=key,
        bind="query-params",
        placeholder="All",
    )
    return tuple(one for one in chosen if one in shown)


def narrow(key: str, value: str | None) -> None:
    """Set or clear one filter from a callback: drilling down is filtering, so the URL and Back know it."""
    st.session_state[key] = [value] if value is not None else []


def clear_places() -> None:
    """Show all schools and providers again (a callback); the services stay chosen."""
    for key in (SCHOOL, PROVIDER):
        st.session_state[key] = []


def sentence(view: View) -> str:
    """What is selected, in words: "OT · Birch" or "all services, schools and providers"."""
    if view.selection.students:
        return "one student"
    names = dict(view.choices.schools), dict(view.choices.providers)
    parts = [
        ", ".join(words.service(one) for one in view.selection.services),
        ", ".join(names[0].get(one, one) for one in view.selection.schools),
        ", ".join(names[1].get(one, one) for one in view.selection.providers),
    ]
    return " · ".join(part for part in parts if part) or "all services, schools and providers"
