"""First and last days of students and of staff, and drawn months with the days of a rotation."""

import pytest

from data.ingest.values import terms
from tests.data.loading import Ledger, counts, sheet_of
from tests.data.sheets import cells, table


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Students First Day", "full"), ("Student's Last Day", "full"), ("First Day - Students", "full"),
        ("First Instructional Day", "full"), ("Final Day of Classes", "full"), ("Last day of the school year", "full"),
        ("Classes Begin", "full"), ("Students Last Day / Teachers Last Day", "full"),
        ("Students First Day - Half Day", "half"), ("Teachers' First Day", "staff_only"),
        ("No School - students' first day is 9/3", "holiday"), ("First Day of Spring Break", "holiday"),
        ("No Students First Day of Conferences", "staff_only"),
        ("First day of school for teachers", None), ("First Day for Teachers", None), ("Last Day - Seniors", None),
        ("Registration for classes begins", None), ("Last day of the quarter", "full"),
        ("End of Semester 1", "full"), ("Q2 begins", "full"), ("End of 1st Quarter - No School", "holiday"), ("Last Day", "full"),
        ("End of quarter grades due", None),
    ],
)  # fmt: skip
def test_whose_first_day_is_one_of_school(text: str, kind: str | None) -> None:
    assert terms.day_type(text) == kind


MONTH = ("Oak Schools", "|||SEPTEMBER 2025", "Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday")


def test_a_drawn_year_begins_with_the_students_and_not_with_the_teachers() -> None:
    found = table(
        *MONTH, "|1|2|3|4|5|6", "|Labor Day|First Day for Teachers||Students First Day||", "7|8|9|10|11|12|13",
        "|||Half Day||Last day for students|",
    )  # fmt: skip
    opened = [day for day, event in cells(found, "Date", "Event") if event == "School Day"]
    assert opened == ["2025-09-05", "2025-09-08", "2025-09-09", "2025-09-11"]


def test_the_last_day_of_a_quarter_ends_no_drawn_year() -> None:
    """The quarter ends on the 5th; school goes on from Monday the 8th to the 12th."""
    found = table(
        *MONTH, "|1|2|3|4|5|6", "|Labor Day|||Last day of Q1||", "7|8|9|10|11|12|13", "|||Half Day|||",
        "14|15|16|17|18|19|20", "|Last day for students|||||",
    )  # fmt: skip
    opened = [day for day, event in cells(found, "Date", "Event") if event == "School Day"]
    assert {"2025-09-08", "2025-09-09", "2025-09-11", "2025-09-12"} <= set(opened)
    assert not [day for day in opened if day > "2025-09-15"]


def test_the_days_of_a_rotation_in_a_drawn_month() -> None:
    found = table(
        *MONTH, "|1|2|3|4|5|6", "|Labor Day|Day 1|Day 2|Day 3 Half Day|Day 1|", "7|8|9|10|11|12|13",
        "|Day 2|Day 3|Day 1|Day 2 - Late Start|No Students|",
    )  # fmt: skip
    assert cells(found, "Cycle Day", "Instructional Day", "Day Type") == [
        (None, None, "Labor Day"), ("1", "yes", None), ("2", "yes", None), ("3", "yes", "Half Day"), ("1", "yes", None),
        ("2", "yes", None), ("3", "yes", None), ("1", "yes", None), ("2", "yes", "Late Start"), (None, None, "No Students"),
    ]  # fmt: skip


def test_days_of_one_event_are_no_rotation() -> None:
    found = table(
        *MONTH, "|1|2|3|4|5|6", "|Labor Day||Day 1 of testing|Day 2 of testing||", "7|8|9|10|11|12|13",
        "|||Day 1 of camp|||",
    )  # fmt: skip
    assert "Cycle Day" not in found.headings


def test_a_list_of_days_with_the_ends_of_terms_and_unspaced_spans(ledger: Ledger) -> None:
    """Three days from Wed to Fri, the ends of a semester and of the year, the last one half as its note says."""
    days = """Date,Day,Type,Notes
08/25/2025,Mon,First Day of School,
09/01/2025,Mon,No School,Labor Day
11/26/2025-11/28/2025,Wed-Fri,No School,Thanksgiving
01/16/2026,Fri,End of Semester 1,
06/05/2026,Fri,Last Day,Early Release
"""
    sheet = sheet_of(ledger.load("days.csv", days), "calendar_days")
    assert counts(sheet) == {"new": 7}
    with ledger.store.cursor() as cur:
        found = cur.execute(
            "select day::varchar, is_instructional, day_type from calendar_days order by day"
        ).fetchall()
    assert found == [
        ("2025-08-25", True, "full"), ("2025-09-01", False, "holiday"), ("2025-11-26", False, "holiday"),
        ("2025-11-27", False, "holiday"), ("2025-11-28", False, "holiday"), ("2026-01-16", True, "full"),
        ("2026-06-05", True, "half"),
    ]  # fmt: skip


def test_the_end_of_a_term_on_a_weekend_is_asked_about(ledger: Ledger) -> None:
    """November 1, 2025 is a Saturday; the ends of terms on weekdays are days of school."""
    days = """Date,Event
09/02/2025,First day of school
10/31/2025,Q1 ends
11/01/2025,End of Trimester 1
11/03/2025,Teacher Work Day
11/04/2025,End of Trimester
06/12/2026,Last day of school
"""
    sheet = sheet_of(ledger.load("days.csv", days), "calendar_days")
    asked = [question.value for question in sheet.questions if question.value.startswith(("Q", "End"))]
    assert (counts(sheet)["new"], counts(sheet)["waiting"], asked) == (5, 1, ["End of Trimester 1"])
