"""First and last days of students and of staff, and drawn months with the days of a rotation."""

import pytest

from data.ingest.values import terms
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
        ("Registration for classes begins", None), ("Last day of the quarter", None),
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
