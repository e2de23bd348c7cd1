"""Whether anyone waits for a page at this moment: work that nobody asked for yet lets them go first."""

import threading
from collections.abc import Callable
from types import TracebackType

LOOK = 0.2
"""Seconds between looks at whether the wait was called off."""


class Visitors:
    """Counts the scripts that run: ``with`` around each."""

    def __init__(self) -> None:
        self._running = 0
        self._changed = threading.Condition()

    def __enter__(self) -> None:
        with self._changed:
            self._running += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._changed:
            self._running -= 1
            self._changed.notify_all()

    def let_go_first(self, stop: Callable[[], bool] = lambda: False) -> None:
        """Come back when no script runs, or when told to stop."""
        with self._changed:
            while self._running and not stop():
                self._changed.wait(LOOK)


NOW = Visitors()
"""Those of this process."""
