"""Habits of people who keep their logs by hand: ditto marks, initials, branches of a form, days that a tab's name tells."""

import pytest

from data.ingest.mapping import propose
from data.ingest.model import Answers, Mapping, Options, Table
from data.ingest.tables.finding import find
from data.ingest.values import statuses
from tests.data.sheets import of_rows, sheet


def table(*rows: str, name: str = "Sheet1", around: tuple[str, ...] = ()) -> Table:
    return find(sheet("\n".join(rows), name), around)[0]


def mapped(found: Table) -> Mapping:
    return propose(found, Answers(), Options())[0]


def fields(found: Table) -> dict[str, str | None]:
    return {column.heading: column.field for column in mapped(found).columns}


def cells(found: Table, *headings: str) -> list[tuple[str | None, ...]]:
    columns = [found.body.column(found.headings.index(heading)).to_pylist() for heading in headings]
    return list(zip(*columns, strict=True))


def test_a_ditto_mark_is_what_stands_above() -> None:
    rows = [["Date", "Student", "Min", "Seen?"], ["11/6/2025", "Ida Amsel", "30", "Y"], ['"', "Otto Bohm", "''", "ditto"],
            ['"', "Ros Quade", '"', '"']]  # fmt: skip
    (found,) = find(of_rows(rows))
    assert cells(found, "Date", "Min", "Seen?") == [("11/6/2025", "30", "Y")] * 3


def test_a_ditto_mark_under_nothing_stays() -> None:
    (found,) = find(of_rows([["Date", "Student", "Min"], ['"', "Ida Amsel", "30"], ["11/6/2025", "Otto Bohm", "20"]]))
    assert cells(found, "Date") == [('"',), ("11/6/2025",)]


@pytest.mark.parametrize("heading", ["Student [{}]", "Student ({})", "Student - {}", "Student"])
def test_a_student_is_asked_for_on_each_branch_of_a_form(heading: str) -> None:
    both = "|".join(heading.format(school) for school in ("Elm Street", "Oak Grove"))
    found = table(f"Date|{both}|Min", "11/3/2025|Ida Amsel||30", "11/4/2025||Otto Bohm|20")
    assert cells(found, "Student", "Min") == [("Ida Amsel", "30"), ("Otto Bohm", "20")]


def test_two_students_of_a_row_are_no_branches() -> None:
    found = table("Date|Student (Elm)|Student (Oak)|Min", "11/3/2025|Ida Amsel|Otto Bohm|30")
    assert "Student (Elm)" in found.headings


def test_initials_beside_the_students_are_of_whoever_signed() -> None:
    rows = ("Date|Student (please print)|Initials|Min", "11/3/2025|Ida Amsel|gm|30", "11/4/2025|Otto Bohm|gm|20")
    told = fields(table(*rows))
    assert (told["Student (please print)"], told["Initials"]) == ("student_name", None)
    alone = table("Date|Initials|Min", "11/3/2025|IA|30", "11/4/2025|OB|20")
    assert fields(alone)["Initials"] == "student_name"


def test_a_heading_that_is_a_role_names_who_treated() -> None:
    rows = ("Student|DOS|Min|COTA|OTR Cosign", "Ida Amsel|11/3/2025|30|Wren Kit|Noa Rhee")
    told = fields(table(*rows))
    assert (told["COTA"], told["OTR Cosign"]) == ("provider_name", None)
    taught = table("Student|Date|Min|Teacher", "Ida Amsel|11/3/2025|30|Wren Kit")
    assert fields(taught)["Teacher"] is None


def test_days_on_which_a_child_was_ill_make_no_calendar() -> None:
    rows = ("Date|Begin|End|Cancelled|Reason|Make-up for|Therapist|Service", "10/6/2025|9:00|9:30||||Wren Kit|OT",
            "10/8/2025|||X|Child sick||Wren Kit|OT")  # fmt: skip
    found = mapped(table(*rows))
    assert found.dataset is None
    assert "no column says the student" in found.reason


def test_labels_of_a_head_block_that_nobody_listed_end_the_ones_before() -> None:
    found = table("Child's Name:|Ida Amsel|Badge:|77", "", "Date|Begin|End", "10/6/2025|9:00|9:30")
    assert cells(found, "Child's Name") == [("Ida Amsel",)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("N - I was sick", "provider_absent"), ("No (assembly)", "school_event"), ("no - I had a mtg", "provider_meeting"),
     ("No, student absent", "student_absent"), ("out sick (me)", "provider_absent"), ("me - sick", "provider_absent"),
     ("out sick", "student_absent")],
)  # fmt: skip
def test_why_nobody_was_seen(text: str, reason: str) -> None:
    said = statuses.read(text)
    assert (said.status, said.reason) == ("missed", reason)


@pytest.mark.parametrize("text", ["N/A", "No - 30", "no - blue", "blue (me)"])
def test_no_and_what_nobody_knows_is_asked(text: str) -> None:
    assert not statuses.read(text).known


def test_a_day_missed_that_a_form_asks_for_is_the_one_made_up() -> None:
    rows = ("Date|Student|Min|If this is a make-up, what date was missed?", "11/6/2025|Ida Amsel|30|11/4/2025")
    assert fields(table(*rows))["If this is a make-up, what date was missed?"] == "makes_up_date"


def test_places_of_any_child_are_no_schools() -> None:
    told = fields(
        table("Date|Student|Min|Location of Service", "11/6/2025|Ida Amsel|30|Home", "11/7/2025|Ida Amsel|30|School")
    )
    assert told["Location of Service"] == "setting"
