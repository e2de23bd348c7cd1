"""By what a column got its place, as the preview says it: a person, its values, its heading."""

from data.ingest.mapping import propose
from data.ingest.model import Answers, Column, Options
from data.ingest.tables import find
from tests.data.sheets import sheet

LOG = """Session ID|Student|Service|Date|Minutes|Status|Room
A1|Ida Amsel|OT|9/8/2025|30|delivered|12
A1|Una Cray|OT|9/8/2025|30|delivered|12
B2|Ida Amsel|OT|9/10/2025|30|delivered|14"""


def placed(**said: str) -> dict[str, Column]:
    answers = Answers(columns={heading.replace("_", " "): field for heading, field in said.items()})
    (found,) = propose(find(sheet(LOG))[0], answers, Options())
    return {column.heading: column for column in found.columns}


def test_a_number_that_two_students_share_is_their_groups_by_its_values() -> None:
    """Session A1 stands at two students, so its column can't be a session's id: nobody said so, its values do."""
    found = placed()
    assert (found["Session ID"].field, found["Session ID"].why) == ("group_id", "its values")
    assert (found["Student"].why, found["Room"].why) == ("its heading", "no field has such a heading")


def test_what_a_person_said_is_said_to_be_so() -> None:
    found = placed(Session_ID="group_id", Room="", Minutes="minutes")
    assert {found[one].why for one in ("Session ID", "Minutes")} == {"as you said"}
    assert (found["Room"].why, found["Room"].is_left_out) == ("left out as you said", True)


def test_a_column_left_out_for_its_values_is_settled_too() -> None:
    """One id for all students is nobody's."""
    rows = (f"77|{name}|OT|9/{day}/2025|30" for day, name in enumerate(("Ida Amsel", "Una Cray", "Otto Bohm"), start=8))
    table = find(sheet("\n".join(("Student ID|Student|Service|Date|Minutes", *rows))))[0]
    (found,) = propose(table, Answers(), Options())
    column = found.columns[0]
    assert (column.field, column.why, column.is_left_out) == (None, "left out for its values", True)
