"""Days with a weekday beside them: it decides the order of month and day, and a day that it gainsays is asked about."""

from datetime import date

import pytest

from data.ingest.model import Answers
from data.ingest.values import dates
from data.ingest.values.dates import Form
from data.store import Store
from tests.data.loading import tried
from tests.data.staging import staged

HEAD = "Date,Student,Service,Minutes\n"


def log(*days: str) -> bytes:
    return (HEAD + "".join(f'"{day}","Lin, Ada",OT,30\n' for day in days)).encode()


@pytest.mark.parametrize(
    "text", ["9/10/2025 - Tue", "Tue, 9/10/2025", "Tuesday, September 10, 2025", "2025-09-10 (Tue)", "10-Sep-2025, Tue"]
)
def test_a_day_of_another_weekday_waits(text: str) -> None:
    """September 10, 2025 was a Wednesday."""
    assert dates.read(text).code == "wrong_weekday"
    assert dates.read(text.replace("Tuesday", "Wednesday").replace("Tue", "Wed")).value == date(2025, 9, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8/9/2025 (Mon)", date(2025, 9, 8)),  # August 9, 2025 was a Saturday
        ("Tue 9/12/2025", date(2025, 12, 9)),  # September 12, 2025 was a Friday
        ("9/12/2025 Fri", date(2025, 9, 12)),
    ],
)
def test_a_weekday_tells_which_of_two_days_it_is(text: str, day: date) -> None:
    assert dates.read(text, Form("unsure")).value == day


@pytest.mark.parametrize("text", ["5/5/2025 (Mon)", "11/4/2025"])
def test_days_that_no_weekday_tells_apart(text: str) -> None:
    """May 5, 2025 was a Monday in either order."""
    assert dates.read(text, Form("unsure")) == dates.read(text.split()[0], Form("unsure"))


def test_the_row_waits_and_its_neighbours_go_in(store: Store) -> None:
    with tried(store, "log.csv", log("9/8/2025 - Mon", "9/9/2025 - Tue", "9/10/2025 - Tue")) as trial:
        assert trial.rows("sessions", "session_date") == [(date(2025, 9, 8),), (date(2025, 9, 9),)]
        (question,) = trial.report.files[0].sheets[0].questions
        assert (question.value, question.rows) == ("9/10/2025 - Tue", 1)


def test_the_answer_is_the_day() -> None:
    text = "student_id|service|session_date|minutes\n7|OT|9/10/2025 - Tue|30\n7|OT|9/8/2025 - Mon|30"
    found = staged("sessions", text, answers=Answers(codes={"9/10/2025 - Tue": "2025-09-09"}))
    assert found.column("session_date") == [date(2025, 9, 9), date(2025, 9, 8)]
    assert not found.problems


@pytest.mark.parametrize(
    ("days", "read"),
    [
        (("8/9/2025 (Mon)", "10/9/2025 (Wed)"), (date(2025, 9, 8), date(2025, 9, 10))),
        (("8/9/2025 (Sat)", "10/9/2025 (Thu)"), (date(2025, 8, 9), date(2025, 10, 9))),
        (("Mon 8/9/2025", "Thu 25/9/2025"), (date(2025, 9, 8), date(2025, 9, 25))),
    ],
)
def test_the_weekdays_of_a_column_decide_its_order(store: Store, days: tuple[str, ...], read: tuple[date, ...]) -> None:
    with tried(store, "log.csv", log(*days)) as trial:
        assert trial.rows("sessions", "session_date") == [(day,) for day in read]
        assert not trial.report.files[0].sheets[0].questions


def test_one_day_alone_decides_no_order(store: Store) -> None:
    with tried(store, "log.csv", log("8/9/2025 (Mon)")) as trial:
        assert trial.rows("sessions", "session_date") == []
        assert trial.report.files[0].sheets[0].waiting == 1


def test_a_day_that_is_one_in_both_orders_decides_nothing(store: Store) -> None:
    """October 10, 2025 was a Friday, December 8 a Monday, August 12 a Tuesday: Tue 12/8/2025 alone may be a slip."""
    with tried(store, "log.csv", log("Fri 10/10/2025", "Tue 12/8/2025", "9/12/2025")) as trial:
        assert trial.rows("sessions", "session_date") == [(date(2025, 10, 10),), (date(2025, 9, 12),)]
        assert [one.value for one in trial.report.files[0].sheets[0].questions] == ["Tue 12/8/2025"]


@pytest.mark.parametrize(
    ("entered", "loaded"),
    [
        (("Fri 10/10/2025", "Tue 12/8/2025"), [(date(2025, 9, 4),), (date(2025, 9, 5),)]),
        # September 12 and 11, 2025 were a Friday and a Thursday
        (("Fri 12/9/2025", "Thu 11/9/2025"), []),
        (("Fri 9/12/2025", "Thu 9/11/2025"), [(date(2025, 9, 4),), (date(2025, 9, 5),)]),
    ],
)
def test_weekdays_of_another_column_move_no_session(
    store: Store, entered: tuple[str, ...], loaded: list[object]
) -> None:
    rows = "".join(
        f'{day},{one},"Lin, Ada",OT,30\n' for day, one in zip(("9/4/2025", "9/5/2025"), entered, strict=True)
    )
    with tried(store, "log.csv", f"Date,Entered On,Student,Service,Minutes\n{rows}".encode()) as trial:
        assert trial.rows("sessions", "session_date") == loaded


def test_columns_of_days_are_asked_about_too(store: Store) -> None:
    """September 8, 2025 was a Monday, September 10 a Wednesday."""
    grid = b'Student,Service,Tue 9/8/2025,Wed 9/10/2025\n"Lin, Ada",OT,30,30\n'
    with tried(store, "grid.csv", grid) as trial:
        assert trial.rows("sessions", "session_date") == [(date(2025, 9, 10),)]
        assert [question.value for question in trial.report.files[0].sheets[0].questions] == ["Tue 9/8/2025"]


def test_a_day_that_holds_no_row_and_reads_only_one_way_is_read() -> None:
    """The day of the session waits, whichever way it reads; that of its entry is one day only."""
    head = "student_id|service|session_date|minutes|logged_on\n"
    found = staged(
        "sessions", head + "7|OT|2025-11-03|30|28/11/2025\n7|OT|2025-11-04|30|8/11/2025\n7|OT|28/11/2025|30|"
    )
    assert found.column("logged_on") == [date(2025, 11, 28), None, None]
    assert found.column("outcome") == ["ok", "ok", "waiting"]
