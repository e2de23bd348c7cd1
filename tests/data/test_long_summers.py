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
"""


def test_a_mark_on_a_line_from_august_to_june_is_asked_about() -> None:
    found = staged("service_lines", LINES)
    assert found.column("outcome") == ["waiting", "ok", "ok", "ok"]
    assert [one[1:] for one in found.questions] == [("ESY lines of a regular year", 1)]


@pytest.mark.parametrize(
    ("answer", "marks"),
    [("the regular year", [False, True, False, True]), ("the extended year", [True, True, False, True])],
)
def test_it_is_of_the_year_that_a_person_says(answer: str, marks: list[bool]) -> None:
    found = staged("service_lines", LINES, codes={"ESY lines of a regular year": answer})
    assert found.column("outcome", "esy") == [("ok", mark) for mark in marks]


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
