"""Lengths as 0:30 under Time, sessions as usual among the others, who stood in, and promises in each heading."""

import pytest

from data.contracts.synonyms import SLOTS
from data.ingest.mapping.likeness import likeness
from data.ingest.staging import passing
from data.ingest.tables.steps.sessions import actual
from data.ingest.values import durations
from tests.data.sheets import cells, table
from tests.data.staging import staged


@pytest.mark.parametrize(
    ("texts", "are_lengths"),
    [
        (("0:30", "1:00", "0:45"), True), (("00:20:00", "01:15:00"), True), (("0:30",), True),
        (("1:00", "1:30"), False), (("0:30", "9:00"), False), (("00:00", "13:00"), False), (("12:15 AM", "0:30"), False),
        ((), False),
    ],
)  # fmt: skip
def test_times_of_less_than_an_hour_are_lengths(texts: tuple[str, ...], are_lengths: bool) -> None:
    assert durations.are_of_a_clock(texts) is are_lengths


def outcomes(*rows: str, headings: str = "Session Type", fields: str = "status") -> list[str | None]:
    told = "\n".join(f"7001{at}|OT|2025-09-1{at}|{row}" for at, row in enumerate(rows))
    named = dict(zip(headings.split("|"), fields.split("|"), strict=True))
    found = staged("sessions", f"student_id|service|session_date|minutes|{headings}\n{told}", named)
    waiting = {row for row, _, _, severity in found.problems if severity == "wait"}
    return ["asked" if at in waiting else status for at, status in enumerate(found.column("status"))]


@pytest.mark.parametrize("usual", ["Regular", "Regularly scheduled", "Standard visit", "Routine"])
@pytest.mark.parametrize(("other", "told"), [("Make-up", "make_up"), ("Student absent", "missed")])
def test_as_usual_among_missed_and_made_up_is_given_by_its_minutes(usual: str, other: str, told: str) -> None:
    assert outcomes(f"30|{usual}", f"30|{other}", f"|{usual}") == ["delivered", told, "asked"]


def test_as_usual_says_nothing_against_a_reason_or_a_tick() -> None:
    rows = ("30|Regular|", "30|Make-up|", "30|Regular|Student absent")
    assert outcomes(*rows, headings="Session Type|Reason", fields="status|reason") == ["delivered", "make_up", "missed"]
    rows = ("30|Regular|", "30|Make-up|", "30|Regular|X")
    assert outcomes(*rows, headings="Session Type|Absent", fields="status|absent") == ["delivered", "make_up", "missed"]


@pytest.mark.parametrize("other", ["Partial", "Delivered", "Pending"])
def test_as_usual_is_asked_about_where_the_others_are_given_or_unknown(other: str) -> None:
    assert outcomes("30|Regular", f"30|{other}")[0] == "asked"


def test_who_stood_in_counts_beside_a_provider_without_more_words() -> None:
    found = table(
        "Date|Student ID|Provider|Actual Provider", "9/8/2025|70371|Orr, Lee|Pruitt, Sam", "9/9/2025|70371|Orr, Lee|"
    )
    assert cells(found, "Actual Provider") == [("Pruitt, Sam",), ("Orr, Lee",)]


def test_who_stood_in_for_a_teacher_is_no_provider() -> None:
    found = table("Date|Student ID|Provider|Substitute Teacher", "9/8/2025|70371|Orr, Lee|Pruitt, Sam")
    assert cells(found, "Provider", "Substitute Teacher") == [("Orr, Lee", "Pruitt, Sam")]
    assert actual.provider(found) is found


@pytest.mark.parametrize(
    ("heading", "place"),
    [("Mandate Duration (Min)", "line_minutes"),
     ("Mandated Duration", "line_minutes"), ("Prescribed Sessions", "sessions_per_cycle"),
     ("Authorized Frequency", "frequency"), ("Mandate Group Size", "group_max")],
)  # fmt: skip
def test_a_word_for_promises_before_a_heading_of_lines_says_nothing_more(heading: str, place: str) -> None:
    slots = {slot.name: slot for slot in SLOTS["service_lines"]}
    assert likeness(heading, slots[place]) > 0.9
    assert likeness("Authorized Minutes", slots["line_minutes"]) < 0.9  # those of each session, or of all


@pytest.mark.parametrize(
    ("text", "word"), [("Pull Out", None), ("Out", "out"), ("Ada out", "out"), ("teacher out sick", "out")]
)
def test_pull_out_is_no_remark_that_somebody_was_out(text: str, word: str | None) -> None:
    assert passing._word(text) == word
