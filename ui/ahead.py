"""The first pages' figures under no filter, worked out before anyone asks: at the start and after each upload."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import duckdb
from streamlit import runtime

from analytics import attention, compliance, ledger, overview
from analytics.scope import ALL
from data.store.connect import StoreError
from ui import filters, frame, session, stores
from ui.session import View

EVERY = 1.0
"""Seconds between looks at whether anything was loaded."""
FIGURES: tuple[tuple[Callable[..., Any], dict[str, Any]], ...] = (
    (ledger.loaded_text, {}),
    (overview.loaded, {}),
    (ledger.headline, {}),
    (ledger.not_seen, {}),
    (overview.history, {}),
    (overview.services, {}),
    (overview.before, {}),
    (attention.needs_decision, {}),
    (compliance.by, {}),
    (compliance.by, {"keys": ("school",)}),
    (ledger.reasons, {}),
    (compliance.worklists, {}),
    (ledger.make_ups, {}),
)
"""What Overview asks, then Compliance, in the order of the pages: who comes meanwhile waits for the same answer rather than
work out another beside it. The last serves every filter (``View.rows``)."""


def default_view(name: str) -> View:
    """What a visitor sees who has chosen nothing: all of the district, to the last covered day."""
    view = session.open_view(name)
    latest = frame.latest_day(view, ALL)
    year = filters.default_year(view, latest)
    return replace(view, as_of=filters.clamp(latest, year), school_year=year)


def work_out(view: View, stop: Callable[[], bool] = lambda: False) -> None:
    """Put the figures of the default view into the cache, one by one until told to stop."""
    for function, options in FIGURES if view.loaded.lines and view.loaded.sessions else ():
        if stop():
            return
        view.figure(function, **options)


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
                work_out(default_view(self._name), self._stopped.is_set)
            return version
        except (StoreError, duckdb.Error):
            return -1  # reopened meanwhile: try again
