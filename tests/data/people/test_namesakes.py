"""Children of one name at two schools whom no roster knows: two, and a question; one child stays one (decision 0216)."""

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from data import answering, history
from data.ingest.people.matching import NEW
from data.ingest.people.schools import may_be_one
from tests.data.loading import Ledger, counts, only_file, sheet_of
from tests.quick import first

HEAD = "Student Name,School,Service,Date,Minutes,Status\n"
BOTH = (("Lin, Ada", "Birch"), ("Lin, Ada", "Cedar"), ("Ost, Bo", "Birch"), ("Kim, Cy", "Cedar"))


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def log(*children: tuple[str, str], days: tuple[str, ...] = ("9/8", "9/15", "9/22"), head: str = HEAD) -> str:
    return head + "".join(
        f'"{name}",{school},OT,{day}/2025,30,Completed\n' for day in days for name, school in children
    )


def at(ledger: Ledger) -> dict[str, tuple[str, int]]:
    """Student -> the schools of the sessions in force, and how many these are."""
    found = ledger.ask(
        "select student_id, string_agg(distinct school, '+' order by school), count(*) from sessions where known_to is null "
        "group by 1"
    )
    return {student: (schools, number) for student, schools, number in found}


def whose(ledger: Ledger) -> list[tuple[str, int]]:
    return sorted(at(ledger).values())


@pytest.mark.slow
@pytest.mark.parametrize("heading", ["School", "School of Attendance", "Student School"])
def test_one_name_at_two_schools_is_two_children_and_a_question(ledger: Ledger, heading: str) -> None:
    sheet = sheet_of(ledger.load("log.csv", log(*BOTH, head=HEAD.replace("School", heading))), "sessions")
    assert counts(sheet) == {"new": 12} and len(sheet.new_people) == 4
    (asked,) = sheet.questions
    assert (asked.kind, asked.value, asked.rows, asked.choices[1:]) == ("person", "Lin, Ada (Cedar)", 0, (NEW,))
    assert asked.choices[0].endswith(": Lin, Ada (Birch)")
    assert whose(ledger) == [("Birch", 3), ("Birch", 3), ("Cedar", 3), ("Cedar", 3)]


@pytest.mark.slow
def test_on_one_day_too(ledger: Ledger) -> None:
    ledger.load("today.csv", log(*BOTH, days=("9/8",)))
    assert whose(ledger) == [("Birch", 1), ("Birch", 1), ("Cedar", 1), ("Cedar", 1)]


@pytest.mark.slow
def test_lines_and_lists_of_students_tell_them_apart_as_well(ledger: Ledger) -> None:
    head = "Student Name,School,Service,Minutes,Frequency,Start Date,End Date\n"
    line = '"Lin, Ada",{},OT,{},weekly,8/25/2025,6/5/2026\n'
    ledger.load("iep.csv", head + line.format("Birch", 30) + line.format("Cedar", 60))
    ledger.load("students.csv", "Last Name,First Name,School,Grade\nLin,Ada,Birch,3\nLin,Ada,Cedar,5\n")
    ledger.load("log.csv", log(("Lin, Ada", "Cedar"), days=("9/8",)))
    lines = ledger.rows("service_lines", "student_id", "school", "cast(amount_minutes as integer)")
    assert [told[1:] for told in lines] == [("Birch", 30), ("Cedar", 60)]
    grades = {grade: student for student, grade in ledger.rows("students", "student_id", "grade")}
    assert [grades["3"], grades["5"]] == [student for student, _, _ in lines]
    assert ledger.rows("sessions", "student_id") == [(grades["5"],)]


def test_a_child_who_moved_in_the_year_is_one(ledger: Ledger) -> None:
    birch = log(("Lin, Ada", "Birch"), ("Ost, Bo", "Birch"))
    sheet = sheet_of(
        ledger.load("log.csv", birch + log(("Lin, Ada", "Cedar"), days=("10/6", "10/13"), head="")), "sessions"
    )
    assert sheet.questions == []
    assert whose(ledger) == [("Birch", 3), ("Birch+Cedar", 5)]


def test_another_writing_of_the_school_is_no_other_school(ledger: Ledger) -> None:
    sheet = sheet_of(
        ledger.load("log.csv", log(("Lin, Ada", "Birch"), ("Lin, Ada", "Birch Elem."), ("Ost, Bo", "Birch"))),
        "sessions",
    )
    assert sheet.questions == [] and len(at(ledger)) == 2


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [("Birch", "Birch Elementary School", True), ("Birch Elem", "Birch Elementary", True),
     ("BES", "Birch Elementary School", True), ("Birch ES", "Birch Elementary School", True), ("Birhc", "Birch", True),
     ("Birch", "Cedar", False),
     ("Lincoln ES", "Lincoln MS", False), ("Lincoln MS", "Lincoln Elementary School", False), ("PS 12", "PS 123", False),
     ("School 123", "School 1234", False)],
)  # fmt: skip
def test_which_writings_may_be_of_one_school(one: str, other: str, may_be: bool) -> None:
    assert may_be_one(one, other) is may_be is may_be_one(other, one)


@pytest.mark.slow
def test_places_where_several_children_are_served_set_nobody_apart(ledger: Ledger) -> None:
    everywhere = [(name, place) for name in ("Lin, Ada", "Ost, Bo") for place in ("Birch", "Harbor Clinic")]
    sheet = sheet_of(ledger.load("log.csv", log(*everywhere, ("Kim, Cy", "Birch"))), "sessions")
    assert sheet.questions == [] and len(at(ledger)) == 3


@pytest.mark.slow
def test_a_setting_under_the_heading_of_schools_is_no_other_school(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("log.csv", log(*BOTH[2:], ("Lin, Ada", "Birch"), ("Lin, Ada", "Virtual"))), "sessions")
    assert sheet.questions == [] and len(at(ledger)) == 3


@pytest.mark.slow
def test_a_list_with_ids_says_whom_there_are(ledger: Ledger) -> None:
    ledger.load("students.csv", "Student ID,Last Name,First Name,School\nP1,Lin,Ada,Birch\nP2,Ost,Bo,Birch\n")
    sheet = sheet_of(ledger.load("log.csv", log(*BOTH[:3])), "sessions")
    assert (sheet.questions, at(ledger)) == ([], {"P1": ("Birch+Cedar", 6), "P2": ("Birch", 3)})


def test_birth_dates_that_agree_make_one_child(ledger: Ledger) -> None:
    head = "Student Name,Birth Date,School,Service,Date,Minutes,Status\n"
    rows = log(*BOTH[:2], head="").replace('Ada",', 'Ada",3/4/2016,')
    assert sheet_of(ledger.load("log.csv", head + rows), "sessions").questions == []
    assert whose(ledger) == [("Birch+Cedar", 6)]


@pytest.mark.slow
@pytest.mark.parametrize("order", first(2, [(order,) for order in permutations(range(3))]))
def test_in_any_order_a_school_says_which_and_no_school_asks(ledger: Ledger, order: tuple[int, ...]) -> None:
    nowhere = log(("Lin, Ada", ""), days=("11/3",)).replace("School,", "").replace('Ada",,', 'Ada",')
    files = [log(*BOTH), log(("Lin, Ada", "Cedar"), days=("10/6",)), nowhere]
    reports = {number: ledger.load(f"{number}.csv", files[number]) for number in order}
    assert whose(ledger) == [("Birch", 3), ("Birch", 3), ("Cedar", 3), ("Cedar", 4)]
    with ledger.store.cursor() as cur:
        asked = {one.question.value: one.question.rows for one in answering.open_questions(cur)}
    assert asked == {"Lin, Ada (Cedar)": 0, "Lin, Ada": 1}
    history.undo(ledger.store, str(only_file(reports[0]).batch_id), "tester")
    assert whose(ledger) == [("Cedar", 2)]


@pytest.mark.slow
@pytest.mark.parametrize(("said", "children"), [("one", 3), (NEW, 4)])
def test_who_they_are_is_said_once(ledger: Ledger, said: str, children: int) -> None:
    ledger.load("september.csv", log(*BOTH))
    with ledger.store.cursor() as cur:
        (asked,) = answering.open_questions(cur)
    answering.answer(
        ledger.store, [(asked, asked.question.choices[0] if said == "one" else said)], "tester", date(2025, 11, 3)
    )
    assert len(at(ledger)) == children
    october = sheet_of(ledger.load("october.csv", log(*BOTH, days=("10/6", "10/13"))), "sessions")
    assert (counts(october), october.questions, len(at(ledger))) == ({"new": 8}, [], children)
    with ledger.store.cursor() as cur:
        assert answering.open_questions(cur) == []
