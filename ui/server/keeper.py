"""A thread that rolls the ledger up again after each write, so that no writer and no page waits for it."""

import logging
import threading
import time
from contextlib import suppress

import duckdb

from analytics import answers, rollups
from data.store import Store, noting
from data.store.connect import StoreError
from ui.server import visitors

_log = logging.getLogger(__name__)


REST = 0.1
"""Seconds between two days that are worked out, for those who ask meanwhile."""
WORTH_WAITING = 15.0
"""Seconds after a write until which figures wait for roll-ups: a month's log of a large district takes half of it."""
LOOK = 0.05
"""Seconds between looks at whether there are roll-ups again."""


class Keeper:
    """Keeps the roll-ups of one store up to date; until they are, figures come from the sessions and are the same."""

    def __init__(self, store: Store, least: int = rollups.WORTH_IT) -> None:
        self._store = store
        self._least = least
        self._wanted = threading.Event()
        self._over = threading.Event()
        self._is_busy = False
        self._written = time.monotonic()
        self._thread = threading.Thread(target=self._keep, name="roll-ups", daemon=True)
        store.after_commit(self._told)
        self._wanted.set()
        self._thread.start()

    def _told(self) -> None:
        """Somebody wrote; what this thread puts in place itself changes nothing that it would have to roll up."""
        if threading.current_thread() is not self._thread:
            self._written = time.monotonic()
            self._wanted.set()

    def close(self) -> None:
        """End the thread, after what it is doing."""
        self._over.set()
        self._wanted.set()
        self._thread.join()

    def is_done(self) -> bool:
        """Whether nothing is left to roll up; days may still be worked out beside those who ask."""
        return not self._wanted.is_set() and not self._is_busy

    def wait(self, longest: float = WORTH_WAITING) -> None:
        """Come back when nothing is left to roll up, at the latest so many seconds after the last write: figures from roll-ups
        are there sooner than those from the sessions, which would be worked out beside this thread, on the same processors."""
        while self._thread.is_alive() and not self.is_done() and time.monotonic() < self._written + longest:
            time.sleep(LOOK)

    def _rest(self) -> bool:
        """The rest after a day, until no page is made. Whether to stop, since something was written or all ends."""
        visitors.NOW.let_go_first(self._wanted.is_set)
        return self._over.wait(REST) or self._wanted.is_set()

    def _keep(self) -> None:
        while True:
            self._is_busy = False
            self._wanted.wait()
            self._is_busy = True
            self._wanted.clear()
            if self._over.is_set():
                return
            try:
                noting.keep_up(self._store)
                rollups.keep_up(self._store, self._least)
                self._is_busy = False
                answers.fill(self._store, self._rest)
            except (duckdb.Error, StoreError) as error:
                with suppress(Exception):
                    _log.warning(
                        "The ledger could not be rolled up (%s); figures come from the sessions.", type(error).__name__
                    )
