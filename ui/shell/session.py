"""One browser session's view of the ledger: which district, as of when, which selection; and the cache of figures."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics import awards, caseload, comparing, compliance, findings, ledger, trace
from analytics.choices import Choices, Loaded, choices, loaded
from analytics.known import Moment
from analytics.scope import ALL, Scope, Selection, within
from data.samples import demo
from data.store.connect import Store
from ui.server import stores
from ui.shell import access

DISTRICT_KEY = "district"
_NEXT_DISTRICT = "_next_district"
OF_ALL_YEARS = frozenset({
    compliance.worklists, ledger.make_ups, findings.all, findings.changed_pairs, findings.rows, comparing.by_line,
    caseload.fte_needed, caseload.sites, trace.trace, awards.balances, ledger.last_summer, ledger.extended_on_file,
    ledger.watch_list, ledger.unconfirmed,
})  # fmt: skip
"""Figures that aren't a school year's: what waits, whichever year it is from, what is on file, of today or lately, awards, and
the extended year, which lies on both sides of July 1."""


@dataclass(frozen=True)
class View:
    """What a page needs to ask a question: the store, its version, who looks, as of when and at what."""

    ledger: str
    store: Store
    version: int
    scope: Scope
    loaded: Loaded
    choices: Choices
    as_of: date
    selection: Selection = ALL
    school_year: str = ""
    from_day: date | None = None
    """From which day figures sum: the school year's first; None where nothing that they sum lies before it."""
    moment: Moment | None = None
    """The event after which the ledger is read; None: now."""
    is_invented: bool = False
    """Whether the sample district was built in this ledger, wherever its file lies: a banner says so."""
    restated: bool = False
    """Whether an earlier ledger is told with today's calendar and policies."""

    @property
    def then(self) -> dict[str, Any]:
        """What figures are asked with to stand as they did after ``moment``; nothing where that is now."""
        return {"known": self.moment.event, "restated": self.restated} if self.moment else {}

    def as_known_now(self) -> "View":
        """The same view of all that is loaded now."""
        return replace(self, moment=None, restated=False)

    @property
    def is_sample(self) -> bool:
        """Whether this is the sample's own file, which takes no upload."""
        return stores.is_sample(self.ledger)

    def figure(self, function: Callable[..., Any], **options: Any) -> Any:
        """A figure for the filters, from the cache where this was asked before; ``options`` are hashable.

        The cache holds names of students only as values, never in its keys.
        """
        return self.at(self.as_of, function, **options)

    def at(self, as_of: date, function: Callable[..., Any], **options: Any) -> Any:
        """The same figure as of another day. For named students it is asked anew: no id is in a cache key."""
        options = {**self._range(function), **self.then, **options}
        if self.selection.students:
            return self._answer(function, (self.scope, as_of, self.selection), options)
        return self._kept(function, (self.scope, as_of, self.selection), options)

    def rows(
        self, function: Callable[..., Any], sums: Callable[[pd.DataFrame], pd.DataFrame] | None = None
    ) -> pd.DataFrame:
        """A figure of lines for the filters, asked once for all lines: another filter is no new question. ``sums`` makes
        of the rows what is shown, so that neither is read or counted again."""
        if self.selection.students or (self.selection == ALL and sums is None):
            found: pd.DataFrame = self.figure(function)
            return sums(found) if sums else found
        asked = self.scope, self.as_of, self.selection, name(sums) if sums else "", self._range(function), self.then
        return _made(key=self._key(function, *asked), _make=partial(self._rows, function, sums))  # type: ignore[no-any-return]

    def _rows(self, function: Callable[..., Any], sums: Callable[[pd.DataFrame], pd.DataFrame] | None) -> pd.DataFrame:
        options = {**self._range(function), **self.then}
        found = within(self._kept(function, (self.scope, self.as_of, ALL), options), self.selection)
        return sums(found) if sums else found

    def _range(self, function: Callable[..., Any]) -> dict[str, Any]:
        """What a figure is asked with to sum the school year alone; nothing where all to date is of it."""
        return {} if self.from_day is None or function in OF_ALL_YEARS else {"from_day": self.from_day}

    def kept(self, function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Whatever ``function(cursor, ...)`` says of the whole ledger, from the cache; no argument names a student."""
        return self._kept(function, arguments, options)

    def _kept(self, function: Callable[..., Any], arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
        make = partial(self._answer, function, arguments, options)
        return _made(key=self._key(function, *arguments, options), _make=make)

    def _answer(self, function: Callable[..., Any], arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
        with stores.warm(self.ledger).cursor(self.version) as cursor:
            return function(cursor, *arguments, **options)

    def _key(self, function: Callable[..., Any], *asked: Any) -> str:
        """The name of what is asked, and all that the answer hangs on: file and version too, so that an import, which
        changes the version, has nothing to clear. One text: Streamlit takes its time over each argument, and more over one that
        is given without its name."""
        return f"{name(function)}{(str(stores.path_of(self.ledger)), self.version, *asked)!r}"

    def read(self, function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Whatever ``function(cursor, ...)`` reads, uncached."""
        with self.store.cursor() as cursor:
            return function(cursor, *arguments, **options)

    def of_all(self) -> "View":
        """The view of the whole district, whatever the filters say."""
        return replace(self, selection=ALL)

    def only(self, student_id: str) -> "View":
        """The view of one student, whatever the filters say."""
        return replace(self, selection=Selection(students=(student_id,)))


def name(function: Callable[..., Any]) -> str:
    """What a function is called in a key."""
    return f"{function.__module__}.{function.__qualname__}"


@st.cache_data(max_entries=3000, ttl="24h", show_spinner=False)
def _made(key: str, _make: Callable[[], Any]) -> Any:
    return work_out(key, _make)


def work_out(key: str, make: Callable[[], Any]) -> Any:
    """What wasn't in the cache under that key."""
    return make()


@st.cache_data(max_entries=20, ttl="8h", show_spinner=False)
def _overview_of(path: str, _ledger: str, version: int, scope: Scope) -> tuple[Loaded, Choices, bool]:
    with stores.store(_ledger).cursor() as cursor:
        return loaded(cursor, scope), choices(cursor, scope), demo.is_in(cursor)


def district() -> str:
    """Which district this session looks at: the user's own, or the sample."""
    chosen = st.session_state.get(DISTRICT_KEY, stores.OWN)
    return stores.SAMPLE if chosen == stores.SAMPLE else stores.OWN


def switch_to(name: str) -> None:
    """Look at another district from the next run on; the widget that shows it may exist already in this one."""
    st.session_state[_NEXT_DISTRICT] = name


def apply_switch() -> None:
    """Carry out ``switch_to`` before the widget is made."""
    if _NEXT_DISTRICT in st.session_state:
        st.session_state[DISTRICT_KEY] = st.session_state.pop(_NEXT_DISTRICT)


def open_view(name: str) -> View:
    """The view of a district before filters are applied; StoreError's sentence where it can't be opened."""
    store = stores.store(name)
    version, scope = store.data_version(), access.scope()
    rows, options, invented = _overview_of(str(stores.path_of(name)), name, version, scope)
    as_of = rows.last_day or date.today()
    return View(name, store, version, scope, rows, options, as_of=as_of, is_invented=invented)


_CURRENT = "_view"


def keep(view: View) -> None:
    """Hand the view to the page that runs after the shell in this same run."""
    st.session_state[_CURRENT] = view


def current() -> View:
    """The view that the shell made for this run."""
    view: View = st.session_state[_CURRENT]
    return view
