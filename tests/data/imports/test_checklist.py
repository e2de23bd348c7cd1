"""The month's checklist, learnt from the month before."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data import checklist, history
from tests.built import NAME, built
from tests.data.loading import Ledger, only_file

LOG = "Student ID,Service,Date,Minutes,Status,Provider ID\n"
SPEECH = "Student ID,Service,Session Date,Mins,Outcome,Therapist ID\n"
LINES = "Student ID,Service,Frequency,Start Date\n1,OT,30 min Weekly,8/25/2025\n"
SEPTEMBER, OCTOBER, NOVEMBER = date(2025, 9, 1), date(2025, 10, 1), date(2025, 11, 1)


def log(month: int, days: int, provider: str = "T1", head: str = LOG) -> str:
    service = "OT" if head == LOG else "SLP"
    return head + "".join(f"1,{service},{month}/{day}/2025,30,Completed,{provider}\n" for day in range(1, days + 1))


def items(ledger: Ledger, month: date) -> list[tuple[str, bool, int | None, int | None]]:
    """(file, whether it is loaded, its rows, the rows of the month before) of a month's checklist."""
    with ledger.store.cursor() as cur:
        found = checklist.items(cur, month)
    return [(one.file_name, one.loaded is not None, one.rows, one.rows_before) for one in found]


def load_september(file: Path) -> None:
    ledger = Ledger(file.parent)
    ledger.load("ot_log_2025-09.csv", log(9, 10), load_date=date(2025, 10, 2))
    ledger.load("speech sep.csv", log(9, 7, "T9", SPEECH), load_date=date(2025, 10, 2))
    ledger.load("iep_services.csv", LINES, load_date=date(2025, 10, 2))
    ledger.close()


@pytest.fixture
def september(tmp_path: Path) -> Iterator[Ledger]:
    """A district with its first month."""
    found = Ledger(built(tmp_path / NAME, load_september).parent)
    yield found
    found.close()


def test_an_empty_ledger_has_no_checklist(ledger: Ledger) -> None:
    with ledger.store.cursor() as cur:
        assert checklist.months(cur, date(2025, 11, 3)) == []


@pytest.mark.slow
def test_the_first_month_expects_nothing_but_shows_what_is_loaded(september: Ledger) -> None:
    assert items(september, SEPTEMBER) == [
        ("ot_log_2025-09.csv", True, 10, None),
        ("speech sep.csv", True, 7, None),
        ("iep_services.csv", True, 1, None),
    ]


def test_the_second_month_expects_the_files_of_the_first(september: Ledger) -> None:
    assert items(september, OCTOBER) == [
        ("ot_log_2025-09.csv", False, None, 10),
        ("speech sep.csv", False, None, 7),
        ("iep_services.csv", False, None, 1),
    ]
    september.load("ot_log_2025-10.csv", log(10, 12), load_date=date(2025, 11, 3))
    september.load("iep_services.csv", LINES + "2,OT,30 min Weekly,8/25/2025\n", load_date=date(2025, 11, 3))
    assert items(september, OCTOBER) == [
        ("ot_log_2025-10.csv", True, 12, 10),
        ("speech sep.csv", False, None, 7),
        ("iep_services.csv", True, 2, 1),
    ]
    # the lines exported in November are October's; September's are those exported in its last week or after
    assert items(september, SEPTEMBER)[2] == ("iep_services.csv", True, 1, None)


def test_two_providers_files_of_one_form_are_two_lines(ledger: Ledger) -> None:
    ledger.load("export (1).csv", log(9, 10, "T1"), load_date=date(2025, 10, 2))
    ledger.load("export (2).csv", log(9, 4, "T2").replace("1,OT", "2,OT"), load_date=date(2025, 10, 2))
    ledger.load("rowe october.csv", log(10, 5, "T2").replace("1,OT", "2,OT"), load_date=date(2025, 11, 3))
    assert items(ledger, OCTOBER) == [("export (1).csv", False, None, 10), ("rowe october.csv", True, 5, 4)]


def test_a_corrected_upload_takes_the_place_of_the_first_and_an_undo_gives_it_back(september: Ledger) -> None:
    again = september.load("ot_log_2025-09 corrected.csv", log(9, 11), load_date=date(2025, 10, 5))
    assert items(september, SEPTEMBER)[-1] == ("ot_log_2025-09 corrected.csv", True, 11, None)
    assert len(items(september, SEPTEMBER)) == 3
    history.undo(september.store, str(only_file(again).batch_id), "tester")
    assert ("ot_log_2025-09.csv", True, 10, None) in items(september, SEPTEMBER)


def test_a_file_unlike_last_months_is_listed_too(september: Ledger) -> None:
    september.load("pt.csv", "Student ID,Service,Date,Minutes\n1,PT,10/6/2025,30\n", load_date=date(2025, 11, 3))
    assert items(september, OCTOBER)[-1] == ("pt.csv", True, 1, None)


def test_what_stands_around_a_table_is_none_of_its_rows(ledger: Ledger) -> None:
    """One service line under a title, which is read and left out."""
    ledger.load("iep_services.csv", "Report: IEP Services,,,\n" + LINES, load_date=date(2025, 10, 2))
    ledger.load("ot.csv", log(9, 10), load_date=date(2025, 10, 2))
    assert ("iep_services.csv", True, 1, None) in items(ledger, SEPTEMBER)


def test_what_a_file_covers_and_still_asks(ledger: Ledger) -> None:
    text = log(9, 10) + "1,OT,9/20/2025,30,Zebra,T1\n1,OT,13/45/2025,30,Completed,T1\n"
    ledger.load("ot.csv", text, load_date=date(2025, 10, 2))
    with ledger.store.cursor() as cur:
        (item,) = checklist.items(cur, SEPTEMBER)
    assert item.covers == (("OT", date(2025, 9, 1), date(2025, 9, 30)),)
    # the code asks one question; its row and the one with a bad date did not go in; waiting rows count as rows
    assert (item.questions, item.held, item.rows) == (1, 2, 11)


@pytest.mark.parametrize(
    ("today", "month"),
    [(date(2025, 10, 2), SEPTEMBER), (date(2025, 10, 24), SEPTEMBER), (date(2025, 10, 25), OCTOBER),
     (date(2025, 11, 20), OCTOBER), (date(2026, 3, 1), OCTOBER)],
)  # fmt: skip
def test_the_month_due(september: Ledger, today: date, month: date) -> None:
    """September is loaded: October is due from its last week on, and stays due until it is loaded."""
    with september.store.cursor() as cur:
        assert checklist.months(cur, today) == [month, SEPTEMBER][: 2 if month == OCTOBER else 1]


def test_calendars_and_lists_of_schools_are_no_months_work(september: Ledger) -> None:
    september.load("calendar.csv", "Date,Instructional Day\n9/1/2025,No\n9/2/2025,Yes\n", load_date=date(2025, 10, 2))
    assert len(items(september, OCTOBER)) == 3


@pytest.mark.parametrize(
    ("today", "closed", "month"),
    [(date(2025, 10, 2), set(), SEPTEMBER), (date(2025, 10, 20), set(), SEPTEMBER),
     (date(2025, 11, 3), set(), OCTOBER), (date(2025, 10, 20), {SEPTEMBER}, SEPTEMBER),
     (date(2025, 10, 28), {SEPTEMBER}, OCTOBER)],
)  # fmt: skip
def test_the_month_that_the_page_opens_on(september: Ledger, today: date, closed: set[date], month: date) -> None:
    """While September is worked on, its own; with October's work October, loaded or not; never one that isn't due."""
    with september.store.cursor() as cur:
        assert checklist.current(cur, today, closed) == month


def test_a_past_year_loaded_in_one_day_has_its_lists_in_its_last_month(ledger: Ledger) -> None:
    day = date(2026, 11, 25)
    for name, text in (("lines.csv", LINES), ("sep.csv", log(9, 3)), ("oct.csv", log(10, 4))):
        ledger.load(name, text, load_date=day)
    assert items(ledger, OCTOBER) == [("oct.csv", True, 4, 3), ("lines.csv", True, 1, None)]
    with ledger.store.cursor() as cur:
        assert checklist.current(cur, day, set()) == OCTOBER


DECISIONS = "Student ID,Line ID,Period,Decision,Decided on,Decided by\n"


@pytest.mark.slow
def test_a_worklist_that_came_back_is_no_months_file(ledger: Ledger) -> None:
    """In October a worklist came back with a decision on line L1, and another with one that nobody can read: the
    second is listed while it waits, and November expects neither."""
    ledger.load("iep.csv", LINES.replace("Service,", "Line ID,Service,", 1).replace("1,OT", "1,L1,OT"))
    for month in (9, 10):
        ledger.load(f"log {month}.csv", log(month, 3), load_date=date(2025, month + 1, 3))
    came = date(2025, 11, 4)
    ledger.load("worklist ann.csv", f"{DECISIONS}1,L1,2025-09,made up,10/20/2025,Ann\n", load_date=came)
    assert [name for name, *_ in items(ledger, OCTOBER) if "worklist" in name] == []
    rows = "1,L1,2025-09,made up,10/20/2025,Bea\n1,L1,2025-10,perhaps later,10/20/2025,Bea\n"
    ledger.load("worklist bea.csv", DECISIONS + rows, load_date=came)
    assert [name for name, *_ in items(ledger, OCTOBER) if "worklist" in name] == ["worklist bea.csv"]
    assert [name for name, *_ in items(ledger, NOVEMBER) if "worklist" in name] == []
