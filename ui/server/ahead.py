"""The first pages' figures under no filter and under the first that one chooses, worked out before anyone asks: at the
start and after each upload."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any

import duckdb
from streamlit import runtime

from analytics import attention, compliance, known, ledger, overview
from analytics.scope import ALL, Selection
from data.store.connect import StoreError
from ui.parts import page
from ui.server import stores, visitors, warm
from ui.shell import filters, frame, session
from ui.shell.session import View

EVERY = 1.0
"""Seconds between looks at whether anything was loaded."""
MOST = int(os.environ.get("MINUTES_AHEAD", "60"))
"""Schools and services whose figures are worked out ahead: so many as fit into a few minutes."""
Figures = tuple[tuple[Callable[..., Any], dict[str, Any]], ...]
FIGURES: Figures = (
    (ledger.loaded_text, {}),
    (overview.loaded, {}),
    (ledger.headline, {}),
    (ledger.provisional, {}),
    (overview.history, {}),
    (overview.services, {}),
    (overview.before, {}),
    (attention.needs_decision, {}),
    (ledger.not_seen, {}),
    (compliance.by, {}),
    (compliance.by, {"keys": ("school",)}),
    (ledger.reasons, {}),
    (compliance.worklists, {}),
    (ledger.make_ups, {}),
)
"""What Overview asks, then Compliance, in the order of the pages: who comes meanwhile waits for the same answer rather than
work out another beside it. The last serves every filter (``View.rows``)."""
OF_A_CHOICE: Figures = (
    (ledger.loaded_text, {}),
    (ledger.headline, {}),
    (ledger.provisional, {}),
    (overview.history, {}),
    (overview.services, {}),
    (overview.before, {}),
    (attention.needs_decision, {}),
    (compliance.by, {}),
    (ledger.reasons, {}),
)
"""What the same pages ask under a filter, beside the groups that Compliance shows there."""


def default_view(name: str, selection: Selection = ALL) -> View:
    """What a visitor sees who has chosen nothing, or only ``selection``: all to the last covered day of the services."""
    view = session.open_view(name)
    latest = frame.latest_day(view, Selection(services=selection.services))
    year = filters.default_year(view, latest)
    return replace(filters.in_year(view, latest, year), selection=selection)


def work_out(view: View, stop: Callable[[], bool] = lambda: False) -> None:
    """Put the figures of the default view into the cache, one by one until told to stop; then those of one school or
    service each, while nobody waits for a page and with a rest after each for those who ask meanwhile."""
    if not (view.loaded.lines and view.loaded.sessions):
        return
    for function, options in FIGURES:
        if stop():
            return
        view.figure(function, **options)
    view.kept(known.moments, view.scope)
    view.kept(ledger.has_extended, view.scope, **view.then)
    page.defaults(view)
    for chosen, groups in _choices(view):
        for step in _steps(chosen, groups):
            visitors.NOW.let_go_first(stop)
            if stop():
                return
            begun = time.monotonic()
            step()
            time.sleep(REST * (time.monotonic() - begun))


def _steps(chosen: View, groups: str) -> list[Callable[[], Any]]:
    """What a choice asks, one by one; lists of lines come from those of all (``View.rows``)."""
    asked = (*OF_A_CHOICE, (compliance.by, {"keys": (groups,)}))
    lists = partial(chosen.rows, ledger.not_seen), partial(chosen.rows, ledger.make_ups, compliance.by_provider)
    return [*(partial(chosen.figure, function, **options) for function, options in asked), *lists]


REST = 2.0
"""How long the rest after a figure is, in times of what the figure took: the server is for those who are there."""


def _choices(view: View) -> Iterator[tuple[View, str]]:
    """The view of each school and service alone, with the groups that Compliance shows of it; not of services whose logs
    end on another day, of which all figures would be others."""
    for school, _ in view.choices.schools[:MOST]:
        yield default_view(view.ledger, Selection(schools=(school,))), "provider"
    of_services = (default_view(view.ledger, Selection(services=(service,))) for service in view.choices.services)
    for chosen in islice((one for one in of_services if one.as_of == view.as_of), MOST):
        yield chosen, "school"


class Ahead:
    """A thread that works out the figures of each new version of a ledger."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._follow, daemon=True, name="figures-ahead")
        self._thread.start()

    def stop(self) -> None:
        """End the thread; the figure that it is at is finished first."""
        self._stopped.set()
        self._thread.join()

    def _follow(self) -> None:
        seen = -1
        while not self._stopped.is_set():
            seen = self._catch_up(seen)
            self._stopped.wait(EVERY)

    def _catch_up(self, seen: int) -> int:
        """The version whose figures are there now. It waits for the server, for whoever opens the ledger, and for the
        roll-ups, from which figures are quick."""
        if not (runtime.exists() and stores.is_rolled_up(self._name)):
            return seen
        try:
            version = stores.store(self._name).data_version()
            if version != seen:
                work_out(default_view(self._name), lambda: self._stopped.is_set() or self._is_older(version))
                warm.settle()
            return version
        except (StoreError, duckdb.Error):
            return -1  # reopened meanwhile: try again

    def _is_older(self, version: int) -> bool:
        """Whether something was written since; its figures come first then."""
        return stores.store(self._name).data_version() != version
