"""A mark of the extended year on a line of the regular one, and notes that name who was out of a group."""

import pytest

from data.ingest.tables.steps.people import some_of_them
from tests.data.staging import staged

LINES = """
student_id|service|amount_minutes|cycle|esy|start_date|end_date
1001|OT|60|week|yes|2025-08-25|2026-06-05
1001|OT|30|week|yes|2026-06-15|2026-07-10
1002|OT|30|week|no|2025-08-25|2026-06-05
1003|OT|30|week|yes||
1004|OT|30|week|yes|2025-08-25|
1005|OT|30|week|yes|2025-12-22|2026-01-02
1006|OT|30|week|yes|2026-06-15|
1007|OT|30|week|yes|2025-09-02|2025-11-14
"""
ASKED = [True, False, False, True, True, False, False, True]
"""Not of the extended year by their days: August to June, none, August on, September to November."""


def test_a_mark_on_a_line_that_is_no_summers_is_asked_about() -> None:
    found = staged("service_lines", LINES)
    assert found.column("outcome") == ["waiting" if asked else "ok" for asked in ASKED]
    assert [one[1:] for one in found.questions] == [("ESY lines of a regular year", 4)]


@pytest.mark.parametrize(("answer", "is_extended"), [("the regular year", False), ("the extended year", True)])
def test_it_is_of_the_year_that_a_person_says(answer: str, *, is_extended: bool) -> None:
    found = staged("service_lines", LINES, codes={"ESY lines of a regular year": answer})
    marks = [is_extended if asked else at != 2 for at, asked in enumerate(ASKED)]
    assert found.column("outcome", "esy") == [("ok", mark) for mark in marks]


def test_a_marked_line_beside_one_of_the_regular_year_is_of_the_extended_one() -> None:
    """The same child and service twice, once with a yes: two lines, and nothing to ask."""
    rows = "1001|OT|60|week|no\n1001|OT|30|week|yes\n1002|OT|30|week|no"
    found = staged("service_lines", f"student_id|service|amount_minutes|cycle|esy\n{rows}")
    assert found.column("outcome", "esy") == [("ok", False), ("ok", True), ("ok", False)]


@pytest.mark.parametrize(("last", "outcome"), [("ESY", "ok"), ("yes", "waiting")])
def test_the_name_of_a_part_of_the_year_is_no_tick(last: str, outcome: str) -> None:
    found = staged("service_lines", f"student_id|service|amount_minutes|cycle|esy\n1002|OT|30|week|{last}")
    assert found.column("outcome") == [outcome]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Bo absent", {"Bo Ruiz": "absent"}), ("all but Bo", {"Bo Ruiz": "missed"}), ("Amy absent", {}),
        ("Bo and Amy absent", {}),
        ("only Amy", {}), ("Bo did well last week", {}), ("fire drill", {}), ("", {}),
    ],
)  # fmt: skip
def test_who_else_was_out(note: str, said: dict[str, str]) -> None:
    """Of Amy and Cy, who came, the note tells of Bo."""
    everybody = ["Amy Lane", "Cy Dunn", "Bo Ruiz", "Dee Fox"]
    assert some_of_them._of_others(note, ["Amy Lane", "Cy Dunn"], everybody) == said


def test_only_one_says_nothing_of_all_others_of_the_file() -> None:
    assert some_of_them._of_others("only Amy", ["Amy Lane"], ["Amy Lane", "Cy Dunn", "Bo Ruiz"]) == {}
