"""Marks that may be absences, words for sessions given whole, numbers of pasted sheets, kinds of billing units."""

from datetime import time

import pytest

from data.ingest.mapping import unplaced
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.contents import outcomes
from data.ingest.model import Question
from data.ingest.staging import passing
from data.ingest.tables import legend
from data.ingest.values import codes, dates, durations, marks, statuses
from tests.data.sheets import cells, table


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        ("Seen for the full session", "delivered", None), ("attended the entire visit", "delivered", None),
        ("make-up treatment", "make_up", None), ("makeup therapy given in full", "make_up", None),
        ("School closed - ice", "missed", "emergency_closure"), ("Closed: fog", "missed", "emergency_closure"),
        ("School closed - staff day", "missed", "holiday"), ("✅", "delivered", None), ("❌", None, None),
    ],
)  # fmt: skip
def test_words_for_what_became_of_a_session(text: str, status: str | None, reason: str | None) -> None:
    said = statuses.read(text)
    assert (said.status, said.reason, said.known) == (status, reason, status is not None)


def test_as_many_minutes_as_a_mark_says_are_left_to_the_mark() -> None:
    assert not statuses.read("seen for that many minutes").known


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("S15, S20 = partial visit", {"s15": "partial visit", "s20": "partial visit"}),
        ("P = seen, A = absent", {"p": "seen", "a": "absent"}),
        ("CA, SA, and NS = child absent", dict.fromkeys(("ca", "sa", "ns"), "child absent")),
        ("* student absent", {"*": "student absent"}), ("* all times are in minutes", {}),
    ],
)  # fmt: skip
def test_keys_of_several_codes_and_footnotes(row: str, key: dict[str, str]) -> None:
    assert legend.read([(row,)]) == key


@pytest.mark.parametrize(
    ("numbers", "is_part"),
    [
        ([30 / 1440, 45 / 1440], True),
        ([0.5, 0.75], False),  # hours: half a day of therapy is none
        ([0.02], False),  # 28.8 minutes are no whole ones
        ([], False),
    ],
)
def test_lengths_as_parts_of_a_day(numbers: list[float], is_part: bool) -> None:
    assert durations.are_of_a_day([round(number, 9) for number in numbers]) is is_part


def test_moments_and_lengths_pasted_as_values() -> None:
    assert dates.moment("45931.375") == "2025-10-01 09:00"  # 45931 days after 1899-12-30, 0.375 x 24 hours
    assert [dates.moment(text) for text in ("45931", "0.375", "12.50", "Ada")] == [None] * 4
    assert dates.read_time("0.354166667").value == time(8, 30)
    assert durations.read("0.0208333333", "days").value == 30.0
    found = table("Student ID|Session Start|Session End", "70241|45931.375|45931.3958333333")
    assert cells(found, "Session Start", "Session End") == [("2025-10-01 09:00", "2025-10-01 09:30")]


@pytest.mark.parametrize(
    ("kind", "minutes"),
    [("15 MIN", "30"), ("UN15MIN", "30"), ("Hour", "120"), ("minutes", "2"), ("Encounter", None), ("per visit", None)],
)
def test_units_are_minutes_where_their_kind_is_of_time(kind: str, minutes: str | None) -> None:
    found = table("Date of Service|Student ID|Units|Unit Type", f"9/8/2025|70281|2|{kind}")
    assert cells(found, "Minutes") == [(minutes,)]


def test_units_of_a_kind_that_nobody_knows_stay() -> None:
    found = table("Date of Service|Student ID|Units|Unit Type", "9/8/2025|70281|2|Z9")
    assert cells(found, "Units", "Unit Type") == [("2", "Z9")]


def test_units_of_procedures_billed_once_a_session_say_no_minutes() -> None:
    found = table("DOS|Student ID|CPT|Units", "9/8/2025|70371|97530|2", "9/9/2025|70372|92507|1")
    assert cells(found, "Minutes") == [("30",), (None,)]  # 2 x 15; one session, however long


@pytest.mark.parametrize("beside", ["Duration|40", "Hours|0.75", "Start|8:30", "Time In|0830"])
def test_units_beside_another_length_stay_units(beside: str) -> None:
    """Units are rounded; of hours and minutes of two columns that differ nobody could tell which to add."""
    heading, text = beside.split("|")
    more = [f"{heading}|End", f"{text}|9:10"] if text.startswith(("8", "08")) else [heading, text]
    found = table(f"DOS|Student ID|Units|Unit Type|{more[0]}", f"9/8/2025|70371|1|30 min|{more[1]}")
    assert cells(found, "Units", heading) == [("2", text)]  # 30 / 15


@pytest.mark.parametrize(
    ("start", "end", "units"),
    [("9:00", "9:20", "1"), ("12:30", "1:10", "1"), ("9:20", "9:00", None), ("9:00", "", None), ("", "", None)],
)
def test_a_visit_is_no_unit_where_its_times_tell_no_length(start: str, end: str, units: str | None) -> None:
    found = table("DOS|Student ID|CPT|Units|Start|End", f"9/9/2025|70372|92507|1|{start}|{end}")
    assert cells(found, "Units") == [(units,)]


def test_times_planned_beside_units_are_no_lengths() -> None:
    found = table("DOS|Student ID|CPT|Units|Scheduled Start|Scheduled End", "9/9/2025|70372|92507|1|9:00|9:20")
    assert cells(found, "Minutes") == [(None,)]


@pytest.mark.parametrize(
    ("heading", "texts", "is_asked"),
    [
        ("Key", ("P", "A"), True), ("Tx Code", ("97530", "NS"), True), ("Treatment Key", ("S", "P", "C"), True),
        ("Key", ("P", "S"), False), ("Prompts", ("V", "P", "I"), False), ("Day", ("A", "C"), False),
        ("Key", ("M", "T", "W"), False), ("Key", ("Q", "Z", "A"), False), ("State", ("PA",), False),
    ],
)  # fmt: skip
def test_marks_of_which_nobody_knows_what_they_say(heading: str, texts: tuple[str, ...], is_asked: bool) -> None:
    fit = Fit("sessions", (heading,), ((None, 0.0),), 0.0, ())
    found: list[Question] = unplaced.questions(fit, (heading,), [texts])
    assert [one.value for one in found] == [heading] * is_asked


def test_words_are_a_status_where_given_and_missed_ones_stand_alone() -> None:
    assert outcomes.are_outcomes(("Seen", "Absent"))
    assert not outcomes.are_outcomes(("Seen", "Seen early"))
    assert not outcomes.are_outcomes(("Absent", "Therapist absent"))
    assert not outcomes.are_outcomes(("30", "Absent"))


@pytest.mark.parametrize(
    ("text", "word"),
    [("Ada out", "out"), ("therapist was sick today", "sick"), ("acted out", None), ("cut out", None), ("out", "out")],
)
def test_remarks_that_say_only_who_was_out_name_nobody(text: str, word: str | None) -> None:
    assert passing._word(text) == word


def test_how_sessions_are_given() -> None:
    assert all(map(codes.is_in_person, ("In-Person", "face to face", "F2F", "On-site visit", "in_person")))
    assert not any(map(codes.is_in_person, ("Remote", "Therapy room", "Home")))
    assert marks.is_mark("NS") and not marks.is_mark("Seen") and marks.is_mark_of_given("P")


def test_teletherapy_is_the_place_where_none_is_told() -> None:
    found = table("Date|Student ID|Location|Telehealth", "9/8/2025|1|Therapy room|N", "9/9/2025|2||Y", "9/9/2025|3||N")
    assert cells(found, "Location") == [("Therapy room",), ("Teletherapy",), (None,)]
