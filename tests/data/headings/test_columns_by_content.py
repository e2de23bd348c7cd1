"""Columns that only what stands in them tells: strange ids, ticks, flags, whose sessions a list of rows is."""

from datetime import date

import pytest

from data.ingest.mapping import propose
from data.ingest.model import Answers, Mapping, Options
from data.ingest.tables import find
from data.ingest.values import dates
from tests.data.sheets import sheet


def mapped(*rows: str) -> Mapping:
    return propose(find(sheet("\n".join(rows)))[0], Answers(), Options())[0]


def fields(found: Mapping) -> dict[str, str | None]:
    return {column.heading: column.field for column in found.columns}


def asked(found: Mapping) -> list[str]:
    return [question.value for question in found.questions]


LOG = "Student|{}|Service|Date|Min"


@pytest.mark.parametrize(
    ("heading", "ids", "expected"),
    [
        ("KIDIS No", ("204118", "204119", "204118"), "student_id"),
        ("KIDIS No", ("204118", "204119", "204120"), None),
        ("Zq Key", ("204118", "204118", "204118"), None),
        ("Room No", ("204118", "204119", "204118"), None),
        ("PAsecureID", ("204118", "204119", "204118"), "student_id"),
        ("MOSIS #", ("204118", "204119", "204118"), "student_id"),
        ("STI", ("204118", "204119", "204118"), "student_id"),
    ],
)
def test_ids_that_are_each_students_own(heading: str, ids: tuple[str, str, str], expected: str | None) -> None:
    who = ("Lin, Ada", "Dole, Bo", "Lin, Ada")
    rows = (f"{name}|{one}|OT|10/{7 + at}/2025|30" for at, (name, one) in enumerate(zip(who, ids, strict=True)))
    assert fields(mapped(LOG.format(heading), *rows))[heading] == expected


@pytest.mark.parametrize(
    ("ids", "expected"), [(("S-4401", "S-4402", "S-4403"), "session_id"), (("S-4401", "S-4402", "S-4401"), "line_id")]
)
def test_a_service_id_of_each_row_is_the_sessions(ids: tuple[str, str, str], expected: str) -> None:
    rows = (f"Lin, Ada|{one}|OT|10/{7 + at}/2025|30" for at, one in enumerate(ids))
    assert fields(mapped(LOG.format("Service ID"), *rows))["Service ID"] == expected


@pytest.mark.parametrize(
    ("heading", "is_asked"), [("NS", True), ("Xd", True), ("Billed", False), ("Parent Note", False)]
)
def test_ticks_under_a_heading_that_nobody_knows_are_asked(heading: str, is_asked: bool) -> None:
    found = mapped(LOG.format(heading), "Lin, Ada||OT|10/7/2025|30", "Dole, Bo|X|OT|10/8/2025|30")
    assert (heading in asked(found)) is is_asked


@pytest.mark.parametrize(
    ("heading", "field"),
    [("Small Group?", "grouping"), ("Inside Gen Ed", "setting"), ("Consult", "kind"), ("Zq", None)],
)
def test_yes_and_no_under_a_heading_that_names_a_code(heading: str, field: str | None) -> None:
    found = mapped(LOG.format(heading), "Lin, Ada|Y|OT|10/7/2025|30", "Dole, Bo|N|OT|10/8/2025|30")
    assert fields(found)[heading] == field


@pytest.mark.parametrize(
    ("heading", "told", "field"),
    [("Group Y/N", "YN", "grouping"), ("Group", ("Yes", "No"), "grouping"), ("Group?", ("x", ""), "grouping"),
     ("Group", "AB", "group_id"), ("Group", "NS", "group_id")],
)  # fmt: skip
def test_whether_there_was_a_group_is_not_which_one(heading: str, told: tuple[str, str], field: str) -> None:
    rows = (f"{name}|{one}|OT|10/7/2025|30" for name, one in zip(("Lin, Ada", "Dole, Bo"), told, strict=True))
    assert fields(mapped(LOG.format(heading), *rows))[heading] == field


@pytest.mark.parametrize(
    ("first", "second", "are_asked"),
    [("Canceled by child", "Canceled by therapist", []), ("Student Canceled", "Closed", []), ("Closed", "Zq", ["Closed", "Zq"])],
)  # fmt: skip
def test_ticks_under_words_for_a_missed_session_are_read(first: str, second: str, are_asked: list[str]) -> None:
    rows = ("Lin, Ada|OT|10/7/2025|30||", "Dole, Bo|OT|10/7/2025||x|", "Dole, Bo|OT|10/14/2025|||x")
    assert asked(mapped(f"Student|Service|Date|Min|{first}|{second}", *rows)) == are_asked


def test_an_amount_of_the_summer_is_none_of_the_years() -> None:
    (found,) = find(sheet("Student|Service|Freq|Dur|ESY Freq|ESY Dur\nLin, Ada|OT|2x week|30|1x week|20"))
    told = (found.body.column(found.headings.index(heading)).to_pylist() for heading in ("Freq", "Dur", "ESY"))
    assert list(zip(*told, strict=True)) == [("2x week", "30", "No"), ("1x week", "20", "Yes")]


def test_numbers_of_goals_are_no_groups() -> None:
    found = mapped("Student|Goal #|Service|Minutes|Per", "Lin, Ada|1, 2|OT|30|week", "Dole, Bo|1, 3|OT|30|week")
    assert fields(found)["Goal #"] is None


def test_words_of_how_often_that_no_field_takes_are_asked() -> None:
    rows = ("Lin, Ada|OT|30|Every other week", "Dole, Bo|OT|30|Weekly")
    assert asked(mapped("Student|Service|Minutes per Week|Zq", *rows)) == ["Zq"]


def test_places_beside_students_are_no_list_of_schools() -> None:
    found = mapped("Student|Location|Teacher", "Lin, Ada|Gen Ed Class|Ash", "Dole, Bo|Separate Location|Ash")
    assert found.dataset != "schools"


def test_rows_of_the_same_students_are_no_list_of_them() -> None:
    rows = [f"Lin, Ada|204118|a{at}|b{at}|c{at}" for at in range(4)]
    found = mapped("Student Name|Student ID|Zqa|Zqb|Zqc", *rows)
    assert found.dataset is None


SITES = ("9001|OT|30/week|1", "9002|PT|30/week|2", "9003|OT|60/week|3")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (("1 = General education class", "2 = Resource room", "3 = Community"), "setting"),
        (("1 = Elm Elementary", "2 = Oak Middle", "3 = Fern High"), "school"),
    ],
)
def test_numbers_of_sites_are_what_the_key_at_the_foot_says(key: tuple[str, ...], expected: str) -> None:
    found = mapped("Student ID|Service|Frequency|Site*", *SITES, "", f"*Site: {key[0]}", *key[1:])
    assert fields(found)["Site*"] == expected


def test_days_of_entry_and_withdrawal_with_their_codes() -> None:
    found = mapped(
        "Student ID|Last Name|First Name|Grade|Enrolled|Dropped|W/D Date",
        "4401|Lin|Ada|3|08/11/2025 (E01)|10/03/2025 (W02)|",
        "4402|Dole|Bo|4|09/22/2025 (E05)||",
    )
    assert (fields(found)["Enrolled"], fields(found)["Dropped"]) == ("enrolled_from", "enrolled_to")
    assert dates.read("10/03/2025 (W02)").value == date(2025, 10, 3)
    assert dates.read("10/03/2025 (moved)").failed
    assert fields(mapped("Student|Gr|Sch|W/D Date", "Lin, Ada|3|PES|", "Dole, Bo|4|PES|9/12/2025"))["W/D Date"] == (
        "enrolled_to"
    )


@pytest.mark.parametrize("told", [("80%", "90%"), ("1", "1a"), ("4/5", "8/10")])
def test_numbers_are_no_words_of_a_goal(told: tuple[str, str]) -> None:
    """Percents under Goal are what a goal is to reach: they are never taken for the goal."""
    rows = (f"{name}|{one}|20%" for name, one in zip(("Lin, Ada", "Dole, Bo"), told, strict=True))
    assert "goal_text" not in fields(mapped("Student|Goal|Baseline", *rows)).values()


def test_staff_with_an_fte_are_never_students() -> None:
    """One name without an FTE leaves the column as it is, and its people are no students."""
    found = mapped("Name (FTE)|Buildings|Phone", "Ama Osei (.8)|Alder Middle|x101", "Bo Vance|Alder Middle|x102")
    assert found.dataset != "students"


@pytest.mark.parametrize("heading", ["Carryover min", "Min carried over", "Fwd mins", "Banked min", "Shortfall (min)"])
def test_minutes_brought_over_or_short_are_no_length_of_a_session(heading: str) -> None:
    """Alone they tell no length, and beside the minutes they make no question."""
    found = mapped(f"Student ID|Service|Date|Status|{heading}", "1|OT|10/1/2025|Present|30", "2|OT|10/2/2025|Present|0")
    assert fields(found)[heading] is None
    beside = mapped(f"Student ID|Service|Date|Minutes|{heading}", "1|OT|10/1/2025|30|15", "2|OT|10/2/2025|30|5")
    assert fields(beside) | {heading: None} == fields(beside)
    assert fields(beside)["Minutes"] == "minutes" and not asked(beside)
