"""Bands of students, two facts in a cell, whole sessions in a cell, and rows of a time log that are nobody's."""

import pytest

from data.ingest.tables import bands, find
from tests.data.sheets import cells, reasons, sheet, table

WHO = {"Student": "Lin, Ada", "Student ID": "204118"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lin, Ada  •  ID: 204118  •  Speech Therapy  •  IEP: 2 x 30 min weekly", {**WHO, "Service": "Speech Therapy"}),
        ("Lin, Ada (204118) - Speech Therapy - Grade 3", {**WHO, "Service": "Speech Therapy", "Grade": "3"}),
        ("Lin, Ada (204118)     Gr. K", {**WHO, "Grade": "K"}),
        ("Lin, Ada (204118)     Graded 6 tasks", None),
        ("Student: Lin, Ada • SSID: 204118 • Svc: OT", {**WHO, "Service": "OT"}),
        ("Lin, Ada • ID# 204118 • OT", {**WHO, "Service": "OT"}),
        ("Lin, Ada   GTID 204118", WHO),
        ("Lin, Ada   Room 204118", None),
        ("Lin, Ada (204118)", None),
        ("Lin, Ada • OT", None),
        ("Lin Ada 204118 OT", None),
        ("OT sessions - October 2025", None),
        ("Speech Therapy - 204118", None),
    ],
)
def test_what_a_band_tells(text: str, expected: dict[str, str] | None) -> None:
    assert bands.read(text) == expected


LOG = ("Date|Minutes|Status|Therapist", "Lin, Ada • ID: 204118 • OT", "10/7/2025|30|Seen|Ash, Ned")


def test_under_a_band_that_cant_be_read_nobody_stands() -> None:
    found = table(
        *LOG,
        "Dole Cy 198840 PT",
        "10/8/2025|30|Seen|Ash, Ned",
        "Dole, Bo • ID: 198841 • PT",
        "10/9/2025|45|Seen|Ash, Ned",
    )
    assert cells(found, "Student", "Student ID", "Service") == [
        ("Lin, Ada", "204118", "OT"), ("", "", ""), ("Dole, Bo", "198841", "PT")
    ]  # fmt: skip


def test_a_band_of_a_therapist_is_no_student() -> None:
    """Without a column of providers, and without a word of a student, the name may be the therapist's."""
    found = table("Service|Date|Minutes", "Lin, Ada • ID: 204118 • OT", "OT|10/7/2025|30", "OT|10/8/2025|30")
    assert "Student" not in found.headings


def test_what_a_block_tells_of_a_student_ends_with_the_next_one() -> None:
    found = find(
        sheet("""
Student: Lin, Ada|ID: 204118
Date|Minutes|Status
10/7/2025|30|Seen

Student: Dole, Bo
Date|Minutes|Status
10/8/2025|30|Seen""")
    )
    told = [row for one in found for row in cells(one, "Student", "ID")]
    assert told == [("Lin, Ada", "204118"), ("Dole, Bo", "")]


def test_two_facts_in_a_cell_are_two_columns() -> None:
    found = table(
        "Student|Service / Type|Date|Min", "Lin, Ada|OT / Group|10/7/2025|30", "Dole, Bo|PT / Individual|10/8/2025|30"
    )
    assert cells(found, "Service", "Type") == [("OT", "Group"), ("PT", "Individual")]


@pytest.mark.parametrize("heading", ["Frequency / Duration", "Fecha / Date"])
def test_an_amount_and_a_name_in_two_languages_are_one_column(heading: str) -> None:
    found = table(f"Student|{heading}|Service", "Lin, Ada|2x week / 30 min|OT", "Dole, Bo|1x week / 30 min|OT")
    assert heading in found.headings


def test_a_whole_session_in_a_cell() -> None:
    found = table("Student|Session|Outcome", "Lin, Ada|10/06/2025 9:00 AM - 9:30 AM (30 min)|Seen",
                  "Dole, Bo|10/06/2025 9:40 AM - 10:10 AM|Absent")  # fmt: skip
    assert cells(found, "Session Date", "Start Time", "End Time", "Minutes") == [
        ("10/06/2025", "9:00 Am", "9:30 Am", "30"), ("10/06/2025", "9:40 Am", "10:10 Am", None)
    ]  # fmt: skip


def test_a_clock_beside_the_day_is_the_start_where_it_differs() -> None:
    differ = table("Student|Session Date|Min", "Lin, Ada|10/6/2025 9:00 AM|30", "Dole, Bo|10/6/2025 9:30 AM|30")
    alike = table("Student|Session Date|Min", "Lin, Ada|10/6/2025 9:00 AM|30", "Dole, Bo|10/6/2025 9:00 AM|30")
    assert ("Start Time" in differ.headings, "Start Time" in alike.headings) == (True, False)


@pytest.mark.parametrize(
    "text", ["Flex time", "Unfilled slot", "Commuting to Cedar", "Travel time between schools", "LUNCH", "OT planning"]
)
def test_a_text_in_a_students_place_is_nobodys(text: str) -> None:
    found = table("Student|Date|Min", "204118|10/1/2025|30", f"{text}|10/1/2025|30", "Lin, Ada|10/1/2025|30")
    assert reasons(found) == {3: "nobody's time"}


def test_lunch_and_travel_of_nobody_are_left_out() -> None:
    told = ("Direct service|Lin, Ada", "Lunch|", "Travel between schools|", "Direct service|", "Travel|Dole, Bo")
    found = table("Date|Min|Activity|Student", *(f"10/1/2025|30|{one}" for one in told))
    assert reasons(found) == {3: "nobody's time", 4: "nobody's time"}
    assert found.row_numbers.to_pylist() == [2, 5, 6]


@pytest.mark.parametrize(
    "rows",
    ["Student: Lin, Ada|10/6/2025|OT|Absent\nStudent: Dole, Bo|10/6/2025|OT|Present 30",
     "Student: Lin, Ada|10/6/2025|OT|30\nStudent: Dole, Bo|10/7/2025|PT|45"],
)  # fmt: skip
def test_records_that_begin_with_a_label_are_no_bands(rows: str) -> None:
    """A day or an amount beside the child is of a session: each row is one."""
    (found,) = find(sheet(f"Student|Date|Service|Status\n{rows}"))
    assert found.body.num_rows == 2


def test_lines_that_begin_with_a_label_are_no_bands() -> None:
    assert bands.of_cells(["Student: Lin, Ada", "OT", "30 min/wk"]) is None
    assert bands.of_cells(["Student: Lin, Ada", "OT", "Gr 6"]) == {"Student": "Lin, Ada", "Service": "OT", "Grade": "6"}
