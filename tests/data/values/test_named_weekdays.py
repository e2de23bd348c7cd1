"""The year of days that are written without one, by the weekdays in or beside them."""

from datetime import date

import pytest

from data.store import Store
from tests.data.loading import tried

HEAD = "OT Service Log - Pia Nash OTR/L,,,"
LOG = """Date,Day,Student,Minutes
10/6,Mon,"Yates, Una",30
10/7,Tue,"Zeller, Vic",45
1/8,Thu,"Yates, Una",30
"""


def log(*lines: str) -> bytes:
    return "\n".join((HEAD, *lines)).encode()


@pytest.mark.parametrize(
    "text",
    [
        LOG,
        'Date,Student,Minutes\nMon 10/6,"Yates, Una",30\n"Tue, 10/7","Zeller, Vic",45\nThursday Jan 8,"Yates, Una",30\n',
        'Student,Mon 10/6,Tue 10/7,Thu 1/8\n"Yates, Una",30,,30\n"Zeller, Vic",,45,\n',
    ],
)
def test_weekdays_tell_the_school_year(store: Store, text: str) -> None:
    """October 6, 2025 was a Monday, and January 8, 2026 a Thursday; in no other of the last four school years were they."""
    with tried(store, "log.csv", log(text)) as trial:
        assert sorted(trial.rows("sessions", "session_date", "minutes")) == [
            (date(2025, 10, 6), 30), (date(2025, 10, 7), 45), (date(2026, 1, 8), 30),
        ]  # fmt: skip
        told = trial.report.files[0].sheets[0].assumptions
        assert "The weekdays beside days without a year are those of 2025-26." in told


@pytest.mark.parametrize(
    "text",
    [
        LOG.replace("10/7,Tue", "10/7,Wed"),  # of two years
        LOG.replace("1/8,Thu", "1/8,Thu").replace("Date,Day", "Date,Makeup Day"),  # of another day
        'Date,Day,Student,Minutes\n10/6,Mon,"Yates, Una",30\n10/6,Mon,"Zeller, Vic",45\n',  # one day may be a slip
    ],
)
def test_what_no_one_year_fits_is_asked(store: Store, text: str) -> None:
    with tried(store, "log.csv", log(text)) as trial:
        assert trial.rows("sessions", "session_date") == []
        assert [one.value for one in trial.report.files[0].sheets[0].questions] == ["(no month)"]


@pytest.mark.slow
def test_a_title_of_another_year_makes_it_a_question(store: Store) -> None:
    """Last year's form, filled in again: the title and the weekdays can't both be right."""
    with tried(store, "log.csv", log("School year 2024-25,,,", LOG)) as trial:
        assert trial.rows("sessions", "session_date") == []
        assert [one.value for one in trial.report.files[0].sheets[0].questions] == ["(no month)"]
    with tried(store, "log.csv", log("School year 2025-26,,,", LOG)) as trial:
        assert len(trial.rows("sessions", "session_date")) == 3
