"""The keeper rolls the ledger up after a write, and leaves small districts alone."""

import threading
import time
from collections.abc import Callable
from datetime import date

import pytest

from analytics import figures, ledger, rollups
from analytics.scope import EVERYTHING
from data import settings
from data.store import Store
from tests.reference.facts import Batch, CalendarDay, Facts, Line, Session
from tests.reference.store_facts import store_facts
from ui.server import visitors
from ui.server.keeper import Keeper

MONDAY = date(2025, 9, 8)
FACTS = Facts(
    (CalendarDay(MONDAY, True), CalendarDay(date(2025, 9, 9), True)), (), (),
    (Line("L1", "A", 60, start_date=MONDAY, batch="lines1"),),
    (Session("1", "A", MONDAY, minutes=45, batch="logs1"),), (), (Batch("lines1", MONDAY), Batch("logs1", MONDAY)),
)  # fmt: skip


def is_rolled_up(store: Store) -> bool:
    with store.cursor() as cur:
        asked = figures.parameters(cur, EVERYTHING, MONDAY) | ledger.by_flags(())
        return rollups.stored(cur, asked) is not None


def waited_for(store: Store) -> bool:
    """Whether the store is rolled up within a minute."""
    return until(lambda: is_rolled_up(store))


def until(holds: Callable[[], bool]) -> bool:
    """Whether it holds within a minute."""
    last = time.monotonic() + 60
    while time.monotonic() < last and not holds():
        time.sleep(0.05)
    return holds()


def days_worked_out(store: Store) -> int:
    with store.cursor() as cur:
        return len(cur.execute("select distinct from_day from rolled_answers").fetchall())


@pytest.mark.slow
def test_what_was_written_is_rolled_up_soon_after_it(store: Store) -> None:
    store_facts(store, FACTS)
    keeper = Keeper(store, least=1)
    try:
        assert waited_for(store)
        settings.set_policy(store, "2025-26", "on_track", "0.7", "tester")
        assert waited_for(store)
        with store.cursor() as cur:
            row = ledger.by(cur, EVERYTHING, MONDAY).iloc[0]
        assert (row["expected_minutes"], row["credited_minutes"]) == (30.0, 30.0)  # one of two days of 60; 45 given
        assert until(lambda: days_worked_out(store) == 2), "and then what its two school days say"
    finally:
        keeper.close()


@pytest.mark.slow
def test_a_small_district_is_answered_from_its_sessions(store: Store) -> None:
    store_facts(store, FACTS)
    assert not rollups.keep_up(store)
    assert not is_rolled_up(store)
    assert rollups.keep_up(store, least=1)
    assert not rollups.keep_up(store, least=1), "nothing was written since"


def test_nobody_waits_for_the_days_that_are_worked_out(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, ended = threading.Event(), threading.Event()

    def slow(filled: Store, stop: Callable[[], bool]) -> int:
        with filled.transaction() as cur:
            cur.execute("update rolled_answers set lines = lines")
        begun.set()
        ended.wait(60)
        return 0

    monkeypatch.setattr("ui.server.keeper.answers.fill", slow)
    store_facts(store, FACTS)
    keeper = Keeper(store, least=1)
    try:
        assert begun.wait(60)
        assert keeper.is_done()
        settings.set_policy(store, "2025-26", "on_track", "0.7", "tester")
        assert not keeper.is_done(), "there is something to roll up again"
    finally:
        ended.set()
        keeper.close()


def test_who_asks_waits_for_roll_ups_but_not_for_long(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, ended = threading.Event(), threading.Event()

    def slow(rolled: Store, least: int) -> bool:
        begun.set()
        return ended.wait(60)

    monkeypatch.setattr("ui.server.keeper.rollups.keep_up", slow)
    keeper = Keeper(store, least=1)
    try:
        assert begun.wait(60)
        keeper.wait(longest=0.1)
        assert not keeper.is_done(), "a tenth of a second after the last write it comes back all the same"
        waiting = threading.Thread(target=keeper.wait, args=(60,))
        waiting.start()
        ended.set()
        waiting.join(60)
        assert keeper.is_done()
    finally:
        ended.set()
        keeper.close()
    keeper.wait(longest=60)  # a keeper that has ended is not waited for


def test_days_are_worked_out_while_no_page_is_made(store: Store) -> None:
    keeper = Keeper(store, least=1)
    try:
        assert until(keeper.is_done)
        with visitors.NOW:
            resting = threading.Thread(target=keeper._rest)
            resting.start()
            resting.join(0.5)
            assert resting.is_alive()
        resting.join(60)
        assert not resting.is_alive()
    finally:
        keeper.close()
