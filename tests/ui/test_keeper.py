"""The keeper rolls the ledger up after a write, and leaves small districts alone."""

import time
from datetime import date

from analytics import figures, ledger, rollups
from analytics.scope import EVERYTHING
from data import settings
from data.store import Store
from tests.reference.facts import Batch, CalendarDay, Facts, Line, Session
from tests.reference.store_facts import store_facts
from ui.keeper import Keeper

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
    until = time.monotonic() + 60
    while time.monotonic() < until and not is_rolled_up(store):
        time.sleep(0.05)
    return is_rolled_up(store)


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
    finally:
        keeper.close()


def test_a_small_district_is_answered_from_its_sessions(store: Store) -> None:
    store_facts(store, FACTS)
    assert not rollups.keep_up(store)
    assert not is_rolled_up(store)
    assert rollups.keep_up(store, least=1)
    assert not rollups.keep_up(store, least=1), "nothing was written since"
