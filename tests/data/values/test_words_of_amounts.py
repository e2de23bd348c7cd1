"""Words of an amount in figures, Mon as a month or a Monday, and seasons."""

import pytest

from data.ingest.mapping import meaning
from data.ingest.tables import bands
from data.ingest.values import codes, durations, frequencies, group_sizes, seasons, spelt
from tests.data.loading import Ledger, sheet_of


@pytest.mark.parametrize(
    ("text", "minutes", "cycle"),
    [
        ("Thirty minutes, two times each week", 60, "week"),
        ("forty-five minutes monthly", 45, "month"),
        ("one hundred and twenty minutes per semester", 120, "semester"),
        ("Two thirty-minute sessions per week", 60, "week"),
        ("a half hour weekly", 30, "week"),
        ("60 min/mon", 60, "month"),
        ("30 min Mon/Wed", 60, "week"),
        ("every Mon 30 min", 30, "week"),
        ("2xw 30 min", 60, "week"),
        ("3XM, 20 min each", 60, "month"),
        ("Two 30-minute individual sessions weekly", 60, "week"),
        ("2 individual 30-minute sessions weekly", 60, "week"),
        ("two 30 min weekly sessions", 60, "week"),
        ("2 weekly sessions of 30 minutes", 60, "week"),
        ("3 group sessions of 20 minutes per month", 60, "month"),
        ("1 30-minute group per week", 30, "week"),
        ("1h15/wk", 75, "week"),
    ],
)
def test_numbers_and_months_in_words(text: str, minutes: float, cycle: str) -> None:
    said = frequencies.read(text)
    assert (said.amount_minutes, said.cycle, said.problem) == (minutes, cycle, "")


@pytest.mark.parametrize(
    ("text", "bare", "sessions", "cycle"),
    [
        ("1 to 2 per week", 1, None, "week"),
        ("30-45 weekly", 30, None, "week"),
        ("2 or 3 times a month", None, 2, "month"),
        ("once or twice a week", None, 1, "week"),
    ],
)
def test_ranges_oblige_their_least(text: str, bare: float | None, sessions: float | None, cycle: str) -> None:
    said = frequencies.read(text)
    assert (said.bare, said.sessions, said.cycle, said.problem) == (bare, sessions, cycle, "")


@pytest.mark.parametrize(
    ("text", "minutes", "cycle"),
    [
        ("1-2 hours per week", 60, "week"),
        ("1.5 to 2 hrs/month", 90, "month"),
        ("2 x 1-2 hours weekly", 120, "week"),
        ("30 min to 1 hour weekly", 30, "week"),
        ("240 minutes over the IEP year", 240, "iep_year"),
        ("240 min over the course of the year", 240, "year"),
        ("12 hours spread over the school year", 720, "year"),
        ("120 minutes throughout the quarter", 120, "quarter"),
        ("alternating weeks, 30 min", 30, "weeks:2"),
        ("30 min on alternate weeks", 30, "weeks:2"),
        ("quarter hour daily", 15, "rotation:1"),
        ("three quarters of an hour weekly", 45, "week"),
        ("1 1/4 hours weekly", 75, "week"),
        ("no less than 60 min/month", 60, "month"),
    ],
)
def test_hours_parts_of_them_and_what_a_whole_is_given_over(text: str, minutes: float, cycle: str) -> None:
    """One or two hours are 60 minutes at least, and never 1."""
    said = frequencies.read(text)
    assert (said.amount_minutes, said.cycle, said.problem) == (minutes, cycle, "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("30 min alternating weeks direct and consult", "unreadable_frequency"),
        ("30 min alternating with PT weekly", "unreadable_frequency"),
        ("30 min weekly over the school year", "unreadable_frequency"),
        ("60 min over 2 weeks", "unreadable_frequency"),
        ("not more than 60 min/month", "at_most"),
    ],
)
def test_what_may_be_either_is_asked(text: str, problem: str) -> None:
    assert frequencies.read(text).problem == problem


@pytest.mark.parametrize("text", ["2-30 per week", "10/1-10/5", "2-3-4 weekly"])
def test_other_numbers_with_a_stroke_are_no_ranges(text: str) -> None:
    assert frequencies.read(text).problem == "unreadable_frequency"


@pytest.mark.parametrize("text", ["mon", "30 min Mon", "2 x 30 mon"])
def test_mon_alone_is_asked(text: str) -> None:
    assert frequencies.read(text).problem == "mon"


@pytest.mark.parametrize("text", ["Thirty (20) minutes weekly", "thirty (thirteen) minutes weekly"])
def test_words_that_their_figures_contradict_are_nobodys(text: str) -> None:
    assert frequencies.read(text).problem == "unreadable_frequency"


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("wk", "mon"), ("wk", "month")),
        (("30 min qtr", "20 min mon."), ("30 min qtr", "20 min month")),
        (("Mon", "Thurs"), ("Monday", "Thurs")),
        (("mon",), ("mon",)),
        (("wk", "Tue", "mon"), ("wk", "Tue", "mon")),
    ],
)
def test_mon_by_what_its_column_holds(texts: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert spelt.settled(texts) == told


@pytest.mark.parametrize(
    ("text", "others", "told"),
    [
        ("ESY 2026", (), True),
        ("Extended School Year", (), True),
        ("Summer", (), True),
        ("No ESY", (), False),
        ("Not eligible for ESY", (), False),
        ("Regular", ("Regular", "ESY"), False),
        ("yes", (), True),
        ("N", (), False),
    ],
)
def test_seasons(text: str, others: tuple[str, ...], told: bool) -> None:
    assert seasons.read(text, others).value is told


@pytest.mark.parametrize("text", ["ESY eligible", "Regular and ESY", "Regular"])
def test_seasons_that_may_be_either_are_asked(text: str) -> None:
    assert seasons.read(text).severity == "wait"


@pytest.mark.parametrize(
    ("heading", "name", "rest"),
    [
        ("njsmart sid", "student_id", "sid"),
        ("power school id", "student_id", "id"),
        ("iu therapist", "provider_name", "therapist"),
        ("intermediate unit provider", "provider_name", "provider"),
        ("agency name", "provider_name", ""),
        ("boces id", "student_id", ""),
        ("previous therapist", "provider_name", ""),
    ],
)
def test_whose_an_id_or_a_therapist_is(heading: str, name: str, rest: str) -> None:
    assert meaning.without_owner(heading, name) == rest


@pytest.mark.parametrize(
    "text",
    [
        "Lin, Ada     ID: 33870     IEP: 10/14/2025 - 10/13/2026",
        "Lin, Ada (33870) - IEP dates 10/14/2025 to 10/13/2026",
        "Student: Lin, Ada | ID 33870 | IEP Start: 10/14/2025 | IEP End: 10/13/2026",
    ],
)
def test_a_bands_plan(text: str) -> None:
    told = {"Student": "Lin, Ada", "Student ID": "33870", "IEP Start": "10/14/2025", "IEP End": "10/13/2026"}
    assert bands.read(text) == told


def test_a_bands_plan_of_one_day_is_no_end() -> None:
    assert bands.read("Lin, Ada | ID: 33870 | IEP: 10/14/2025") == {"Student": "Lin, Ada", "Student ID": "33870"}


@pytest.mark.parametrize("text", ["9 weeks", "six weeks", "9wk", "2x 9 weeks", "30 min x 9 weeks"])
def test_so_many_weeks_are_asked(text: str) -> None:
    assert frequencies.read(text).problem == "weeks"


@pytest.mark.parametrize(
    ("text", "cycle"),
    [("90 min / 9 weeks", "weeks:9"), ("60 min in 4 weeks", "weeks:4"), ("30 min every two weeks", "weeks:2"),
     ("30 min / 6 days", "rotation:6"), ("30 min 3 of 4 weeks", "weeks:4"), ("30 min a week", "week")],
)  # fmt: skip
def test_blocks_of_weeks(text: str, cycle: str) -> None:
    assert (frequencies.read(text).cycle, frequencies.read(text).problem) == (cycle, "")


@pytest.mark.parametrize("total", ["Totaling: 60 min served", "totals 60 min", "Total - 60 min", "totaled: 60 minutes"])
def test_what_sessions_come_to_in_words(total: str) -> None:
    said = frequencies.read(f"30 min x 2 {total} Weekly")
    assert (said.minutes_per_session, said.sessions, said.amount_minutes, said.cycle) == (30, 2, 60, "week")


def test_sessions_that_come_to_another_total_contradict_it() -> None:
    assert frequencies.read("30 min x 2 Totaling: 90 min served Weekly").problem == "contradictory_frequency"


HEADINGS = "Line ID,Student ID,Service,Minutes,Cycle,Sessions Per Cycle,Start Date\n"
ROWS = "L1,S1,OT,600,month,8,9/15/2025\nL2,S2,OT,30,week,2,9/15/2025\nL3,S3,OT,500,month,1,9/15/2025\n"


def test_several_sessions_that_would_each_outlast_a_school_day_are_asked_about(ledger: Ledger) -> None:
    """600 minutes 8 times a month would be 80 hours; one session of 500 comes to 500 whatever it is."""
    sheet = sheet_of(ledger.load("lines.csv", HEADINGS + ROWS), "service_lines")
    (question,) = sheet.questions
    assert (question.value, question.choices[1]) == ("600", "600 min monthly")
    assert _amounts(ledger) == [("L2", 60), ("L3", 500)]


def test_what_was_said_of_them_is_the_whole(ledger: Ledger) -> None:
    ledger.load("lines.csv", HEADINGS + ROWS, codes={"600": "600 min monthly"})
    assert _amounts(ledger) == [("L1", 600), ("L2", 60), ("L3", 500)]


def _amounts(ledger: Ledger) -> list[tuple[object, ...]]:
    return ledger.ask("select line_id, amount_minutes from service_lines where known_to is null order by line_id")


@pytest.mark.parametrize(
    ("text", "service", "sessions", "minutes"),
    [
        ("ST 2 SES", "SLP", 2, None),
        ("ST 1x30 weekly", "SLP", 1, 30),
        ("OT 1 ses. 45 min", "OT", 1, 45),
        ("ST: 2x30", "SLP", 2, 30),
    ],
)
def test_sessions_and_speech_in_short(text: str, service: str, sessions: int, minutes: int | None) -> None:
    said = frequencies.read(text)
    assert (codes.find(text, "service"), said.sessions, said.minutes_per_session) == (service, sessions, minutes)


@pytest.mark.parametrize("text", ["1st 30 min", "first 2 ses of"])
def test_what_is_no_speech(text: str) -> None:
    assert codes.find(text, "service") is None and frequencies.read(text).problem


@pytest.mark.parametrize(
    ("text", "minutes", "most"),
    [
        ("one 45 min group (max of 3) per week", 45, 3),
        ("45 min group of up to 4, weekly", 45, 4),
        ("2x30 min/wk (group max 4)", 60, 4),
        ("2x30 min/wk group (4 or fewer)", 60, 4),
        ("2x30 min/wk, max 4 students", 60, 4),
    ],
)
def test_at_most_so_many_children_is_no_most_of_the_amount(text: str, minutes: float, most: int) -> None:
    said = frequencies.read(text)
    assert (said.amount_minutes, said.cycle, group_sizes.read(text)) == (minutes, "week", most)


@pytest.mark.parametrize(
    "text", ["30 min group up to 3 times per week", "30 min group, max 2 sessions per week", "2x30/wk up to 60 min"]
)
def test_at_most_so_often_or_so_long_is_asked(text: str) -> None:
    assert (frequencies.read(text).problem, group_sizes.read(text)) == ("at_most", None)


@pytest.mark.parametrize(("text", "minutes"), [("1h15", 75), ("1 hr 30", 90), ("1h15m", 75), ("1h75", None)])
def test_minutes_behind_hours_need_no_unit(text: str, minutes: float | None) -> None:
    assert durations.read(text).value == minutes
