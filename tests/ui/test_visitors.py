"""Work that nobody asked for waits while a page is made, however that ends, and goes on afterwards."""

import threading
from contextlib import suppress

import pytest

from ui.server.visitors import Visitors


def waiter(visitors: Visitors, stop: threading.Event) -> threading.Thread:
    thread = threading.Thread(target=visitors.let_go_first, args=(stop.is_set,), daemon=True)
    thread.start()
    return thread


def test_it_waits_for_the_last_of_two_pages() -> None:
    visitors = Visitors()
    with visitors:
        with visitors:
            thread = waiter(visitors, threading.Event())
        thread.join(0.05)
        assert thread.is_alive()
    thread.join(5)
    assert not thread.is_alive()


@pytest.mark.parametrize("end", [ValueError, KeyboardInterrupt])
def test_a_page_that_fails_or_is_interrupted_is_over(end: type[BaseException]) -> None:
    visitors = Visitors()
    with suppress(end), visitors:
        raise end
    thread = waiter(visitors, threading.Event())
    thread.join(5)
    assert not thread.is_alive()


def test_it_waits_no_longer_when_told_to_stop() -> None:
    visitors, stop = Visitors(), threading.Event()
    with visitors:
        thread = waiter(visitors, stop)
        stop.set()
        thread.join(5)
        assert not thread.is_alive()
