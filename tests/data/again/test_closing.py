"""A closed month keeps its figures; what changed since is told, with the upload that did it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from analytics import closing as figures
from analytics.scope import EVERYTHING
from data import closing, history, settings
from data.store import Store
from tests.built import NAME, built
from tests.data.loading import Ledger, only_file

SEPTEMBER = date(2025, 9, 1)
MONDAY = date(2025, 9, 8)
LINES = "Student ID,Service,Frequency,Start Date,End Date\n1,OT,30 min Weekly,9/8/2025,9/26/2025\n"
LOG = "Log ID,Student ID,Service,Date,Minutes,Status\n"


def load_all(file: Path) -> None:
    """Three weeks of 30 minutes expected, two of them given."""
    loading = Ledger(file.parent)
    days = [MONDAY + timedelta(7 * week + day) for week in range(3) for day in range(5)]
    loading.load("calendar.csv", "Date,Instructional Day\n" + "".join(f"{day:%m/%d/%Y},Yes\n" for day in days))
    loading.load("lines.csv", LINES)
    loading.load("log.csv", LOG + "a,1,OT,9/8/2025,30,Completed\nb,1,OT,9/15/2025,30,Completed\n")
    loading.close()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """September's three weeks, loaded."""
    found = Ledger(built(tmp_path / NAME, load_all).parent)
    yield found
    found.close()


def close(ledger: Ledger) -> closing.Closed:
    as_of = date(2025, 9, 30)
    with ledger.cursor() as cur:
        found = figures.figures(cur, EVERYTHING, SEPTEMBER, as_of)
    return closing.close(ledger.store, SEPTEMBER, as_of, found, {"closures": "made_up"}, "director")


def changed(ledger: Ledger) -> dict[tuple[str, str], tuple[float | None, float | None]]:
    with ledger.cursor() as cur:
        found = figures.changed(cur, EVERYTHING, date(2025, 9, 30), month=SEPTEMBER)
    return {(one.service, one.figure): (one.closed, one.now) for one in found}


def causes(ledger: Ledger) -> list[tuple[str, str]]:
    with ledger.cursor() as cur:
        found = figures.causes(cur, EVERYTHING, date(2025, 9, 30), month=SEPTEMBER)
    return [(one.moment.kind, one.moment.file) for one in found]


@pytest.mark.slow
def test_closing_records_figures_calendar_and_policies(ledger: Ledger) -> None:
    closed = close(ledger)
    with ledger.cursor() as cur:
        recorded = closing.figures(cur, closed.event)
        assert closing.policies(cur, closed.event) == {"closures": "made_up"}
        assert closing.of(cur, SEPTEMBER) == closed
    # three weeks of 30 expected, two given
    assert recorded["", "expected_minutes"] == pytest.approx(90)
    assert recorded["OT", "credited_minutes"] == pytest.approx(60)
    assert recorded["", "adjusted_rate"] == pytest.approx(60 / 90)
    assert ledger.ask("select count(*), bool_and(is_instructional) from closed_days") == [(15, True)]
    assert changed(ledger) == {}
    assert causes(ledger) == []


@pytest.mark.slow
def test_an_upload_that_changes_it_is_told_and_its_undo_makes_it_as_it_was(ledger: Ledger) -> None:
    close(ledger)
    ledger.load("roster.csv", "Student ID,Last Name,First Name\n1,Marlow,Tessa\n")
    assert changed(ledger) == {}
    late = ledger.load("late log.csv", LOG + "c,1,OT,9/22/2025,30,Completed\n")
    told = changed(ledger)
    assert told["", "credited_minutes"] == pytest.approx((60, 90))
    assert told["OT", "adjusted_rate"] == pytest.approx((60 / 90, 1.0))
    assert causes(ledger) == [("import", "late log.csv")]
    history.undo(ledger.store, str(only_file(late).batch_id), "tester")
    assert changed(ledger) == {}


@pytest.mark.slow
def test_each_of_several_causes_is_found_among_many_events(ledger: Ledger) -> None:
    close(ledger)
    for number in range(3):
        settings.set_policy(ledger.store, "2025-26", "not_seen_days", str(10 + number), "director")
    ledger.load("late.csv", LOG + "c,1,OT,9/22/2025,10,Completed\n")
    settings.set_policy(ledger.store, "2025-26", "not_seen_days", "20", "director")
    ledger.load("later.csv", LOG + "d,1,OT,9/23/2025,15,Completed\n")
    assert causes(ledger) == [("import", "late.csv"), ("import", "later.csv")]
    assert changed(ledger)["", "credited_minutes"] == pytest.approx((60, 85))


@pytest.mark.slow
def test_closed_anew_it_is_as_it_is_now(ledger: Ledger) -> None:
    close(ledger)
    ledger.load("late.csv", LOG + "c,1,OT,9/22/2025,30,Completed\n")
    close(ledger)
    assert changed(ledger) == {}
    with ledger.cursor() as cur:
        assert [one.month for one in closing.closings(cur)] == [SEPTEMBER]


def test_a_month_without_figures_is_not_closed(store: Store) -> None:
    with pytest.raises(closing.ClosingError, match="Nothing is loaded for September 2025"):
        closing.close(store, SEPTEMBER, date(2025, 9, 30), {}, {}, "director")
