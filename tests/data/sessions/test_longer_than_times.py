"""Minutes beside both times of a session: more than these hold, or an end before the start, count as nothing until it is said."""

import pytest

from tests.data.loading import Ledger, counts, sheet_of

HEAD = "Student ID,Service,Date,Start Time,End Time,Minutes,Status\n"


def log(*cells: str, head: str = HEAD) -> str:
    return head + "".join(f"{at},OT,9/8/2025,{one}\n" for at, one in enumerate(cells, start=1))


def stored(ledger: Ledger) -> list[tuple[str, float]]:
    return [(who, float(minutes)) for who, minutes in ledger.rows("sessions", "student_id", "minutes", order="1")]


RIGHT = ("9:00,9:30,30,Seen",) * 8


@pytest.mark.parametrize(
    "odd",
    [
        "9:00,9:30,300,Seen",  # a zero too many
        "9:30,9:00,30,Seen",  # start and end in each other's place
        "11:30 AM,1:00 AM,90,Seen",  # 1:00 PM was meant
        "11:30 PM,12:15 AM,45,Seen",  # past midnight, when no school is open
    ],
)
def test_a_single_row_waits_in_words(ledger: Ledger, odd: str) -> None:
    report = ledger.load("log.csv", log(*RIGHT, odd))
    assert counts(sheet_of(report, "sessions")) == {"new": 8, "waiting": 1}
    assert not [one for one in sheet_of(report, "sessions").questions if one.kind == "code"]
    assert ("9", 300.0) not in stored(ledger)


@pytest.mark.parametrize(
    ("row", "minutes"),
    [
        ("9:00,9:28,30,Seen", 30),  # rounded
        ("9:00,10:00,30,Seen", 30),  # a part of the hour
        ("11:30,1:00,90,Seen", 90),  # one o'clock is in the afternoon
        ("9:00,9:00,30,Seen", 30),  # an end that says nothing
        ("9:00,,300,Seen", 300),
        ("9:00,9:10,30,Student Absent", 30),  # ten minutes were waited
    ],
)
def test_what_can_be_so_goes_in(ledger: Ledger, row: str, minutes: float) -> None:
    ledger.load("log.csv", log(*RIGHT, row))
    assert stored(ledger)[-1] == ("9", minutes)


def test_a_plan_says_nothing_of_how_long_it_was(ledger: Ledger) -> None:
    """45 minutes of a child who was to come from 9:00 to 9:30 are 45: who came kept longer."""
    head = HEAD.replace("Start", "Scheduled Start").replace("End", "Scheduled End")
    ledger.load("log.csv", log("9:00,9:30,45,Seen", "9:00,9:30,30,Seen", head=head))
    assert stored(ledger) == [("1", 45), ("2", 30)]


GROUPS = ("9:00,9:30,90,Seen", "9:00,9:30,90,Seen", "9:00,9:30,90,Seen", "1:00,1:30,30,Seen")


@pytest.mark.parametrize(("answer", "minutes"), [("times", [30, 30, 30, 30]), ("minutes", [90, 90, 90, 30])])
def test_a_column_that_differs_is_asked_about_once(ledger: Ledger, answer: str, minutes: list[float]) -> None:
    """90 minutes of each of three children from 9:00 to 9:30 may be the group's; the child of 1:00 goes in anyhow."""
    report = ledger.load("log.csv", log(*GROUPS))
    asked = {one.value: one for one in sheet_of(report, "sessions").questions}
    assert asked["(minutes or times)"].rows == 3
    assert asked["(minutes or times)"].choices == ("minutes", "times")
    assert stored(ledger) == [("4", 30)]
    ledger.load("log.csv", log(*GROUPS), codes={"(minutes or times)": answer})
    assert [one for _, one in stored(ledger)] == minutes


def test_times_that_were_said_to_count_still_have_to_be_in_order(ledger: Ledger) -> None:
    report = ledger.load("log.csv", log(*GROUPS, "2:00,1:30,30,Seen"), codes={"(minutes or times)": "times"})
    assert counts(sheet_of(report, "sessions")) == {"new": 4, "waiting": 1}


def test_times_that_count_lengthen_nobody(ledger: Ledger) -> None:
    """Of 10:00 to 10:40 a child has 15 minutes, another 41 by rounding: only the 80 minutes, twice, become the times' 40. An
    end that is the start says nothing."""
    rows = (
        "10:00,10:40,80,Seen",
        "10:00,10:40,80,Seen",
        "10:00,10:40,15,Seen",
        "10:00,10:40,41,Seen",
        "9:00,9:00,35,Seen",
    )
    ledger.load("log.csv", log(*rows), codes={"(minutes or times)": "times"})
    assert stored(ledger) == [("1", 40), ("2", 40), ("3", 15), ("4", 41), ("5", 35)]


def test_time_away_is_off_times_that_count(ledger: Ledger) -> None:
    """40 minutes from 10:00 to 10:40, less 10 away, are 30."""
    head = "Student ID,Service,Date,Start Time,End Time,Minutes,Minutes Away\n"
    ledger.load("log.csv", log(*("10:00,10:40,80,10",) * 2, head=head), codes={"(minutes or times)": "times"})
    assert stored(ledger) == [("1", 30), ("2", 30)]
