"""Two columns that could both be a field: which counts, and where neither takes the other's place."""

import pytest

from data.contracts.synonyms import slot_of
from data.ingest.mapping.likeness import likeness
from data.ingest.mapping.measured import of_independent
from data.ingest.values import codes
from tests.data.sheets import cells, table


@pytest.mark.parametrize("heading", ["Incorrect", "# Incorrect", "incorrect"])
def test_a_word_with_no_before_it_is_no_misspelling(heading: str) -> None:
    assert likeness(heading, slot_of("measurements", "value")) == 0
    assert likeness("Corect", slot_of("measurements", "value")) > 0


@pytest.mark.parametrize("heading", ["Notice (hrs)", "Advance Hours", "Wait (min)"])
def test_time_before_a_session_is_not_its_length(heading: str) -> None:
    assert likeness(heading, slot_of("sessions", "minutes")) == 0


def test_a_percent_without_help_alone_forces_nothing() -> None:
    assert of_independent(("Trials", "% Independent"), [("10", "5"), ("40", "60")]) == {}
    with_help = ("% Independent", "Prompted", "Errors"), [("40", "60"), ("3", "2"), ("1", "0")]
    assert of_independent(*with_help) == {0: "value", 1: None, 2: None}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Achieved (goal mastered)", "mastered"),
        ("Met (mastered goal)", "mastered"),
        ("Partially met (in progress)", None),
    ],
)
def test_two_wordings_of_progress(text: str, code: str | None) -> None:
    assert codes.find(text, "progress_code") == code


LOG = "Student|Date|Service|Minutes|Present|Excused?"


def test_an_answer_on_every_row_says_nothing_of_absences() -> None:
    found = table(LOG, "Ida Amsel|11/3/2025|OT|30|Y|N", "Una Cray|11/3/2025|OT||N|N")
    assert found.headings == tuple(LOG.split("|"))


def test_a_reason_of_its_own_stands_over_an_answer() -> None:
    heads = f"{LOG}|Reason"
    found = table(heads, "Ida Amsel|11/3/2025|OT|30|Y||", "Una Cray|11/3/2025|OT||N|N|Therapist out")
    assert found.headings == tuple(heads.split("|"))


def test_when_a_session_really_ended_ends_no_line() -> None:
    heads = "Student|Service|Minutes|Frequency|Booked Start|Booked End|Actual End"
    found = table(heads, "Ida Amsel|OT|30|weekly|11/3/2025 9:00|11/3/2025 9:30|11/3/2025 9:25")
    assert "Actual End" in found.headings


def test_amounts_of_two_kinds_with_one_period_each_stay() -> None:
    found = table("Student|Service|Direct Min/Wk|Consult Min/Mo", "Ida Amsel|OT|30|15", "Una Cray|OT|60|")
    assert found.headings[2:] == ("Direct Min/Wk", "Consult Min/Mo")


def test_amounts_of_one_kind_that_a_row_has_both_of_stay() -> None:
    heads = "Student|Service|Direct Min/Wk|Direct Min/Mo"
    assert table(heads, "Ida Amsel|OT|30|120", "Una Cray|OT||60").headings == tuple(heads.split("|"))


def test_services_with_minutes_alone_stay_in_their_columns() -> None:
    found = table("Date|Student|OT min|PT min", "11/3/2025|Ida Amsel|30|20", "11/4/2025|Una Cray||45")
    assert found.headings[2:] == ("OT min", "PT min")


def test_a_row_without_any_service_stays_one_record() -> None:
    found = table("Date|Student|OT|PT", "11/3/2025|Ida Amsel|30|absent", "11/4/2025|Una Cray||")
    assert cells(found, "Service", "Minutes") == [("OT", "30"), ("PT", "absent"), (None, None)]


BLOCKS = (
    "Date|In|Out|Min", "Crane, Lou", "11/3/2025|9:00|9:30|30", "11/10/2025|9:00|9:30|30",
    "Dahl, Ash", "11/4/2025|9:00|9:30|30",
)  # fmt: skip


def test_names_over_blocks_are_students_where_another_treated() -> None:
    found = table("Therapist: Iva Moll", *BLOCKS)
    assert cells(found, "Student Name") == [("Crane, Lou",), ("Crane, Lou",), ("Dahl, Ash",)]


def test_a_name_over_a_block_that_treated_is_no_student() -> None:
    found = table("Therapist: Lou Crane", *BLOCKS)
    assert "Student Name" not in found.headings
