"""Who a row means: by name, school and birth date; asked where it isn't certain; joined once, joined for good."""

from datetime import date
from pathlib import Path

import pytest

from data import answering, history
from data.ingest.people import nicknames
from data.ingest.people.matching import NEW
from data.ingest.staging import people
from data.ingest.values import no_names
from tests.data.loading import Ledger, counts, only_file, sheet_of
from tests.data.staging import staged

ROSTER = (
    "Student ID,Last Name,First Name,Birth Date,School\n"
    "P1,Marlow,Tessa,3/4/2016,Birch\n"
    "P2,Quill,Omar,5/6/2015,Birch\n"
    "P3,Quill,Omar,7/8/2014,Cedar\n"
)
LOG = "Student Name,School,Service,Date,Minutes,Status\n"
on_the_roster = pytest.mark.usefixtures("roster")


@pytest.fixture
def roster(tmp_path: Path) -> None:
    """The ledger of the test begins with the roster in it."""
    Ledger.holding(tmp_path, ("roster.csv", ROSTER)).close()


def row(name: str, day: int = 8, school: str = "") -> str:
    return f'"{name}",{school},OT,9/{day}/2025,30,Completed\n'


def students(ledger: Ledger) -> list[str]:
    return [student for (student,) in ledger.rows("sessions", "student_id")]


@pytest.mark.slow
@on_the_roster
@pytest.mark.parametrize(
    ("name", "school", "student"),
    [("Marlow, Tessa", "", "P1"), ("Tessa Marlow", "", "P1"), ("MARLOW,TESSA", "Birch", "P1"),
     ("Tessa (Theresa) Marlow", "", "P1"), ("Marlow, Tessa 'Tee'", "", "P1"), ("Marlow, Tessa a.k.a. Tee", "", "P1"),
     ("Quill, Omar", "Cedar", "P3"), ("Quill, Omar", "Birch", "P2")],
)  # fmt: skip
def test_one_certain_match_is_used(ledger: Ledger, name: str, school: str, student: str) -> None:
    sheet = sheet_of(ledger.load("log.csv", LOG + row(name, school=school)), "sessions")
    assert (counts(sheet), sheet.questions, sheet.new_people) == ({"new": 1}, [], [])
    assert students(ledger) == [student]


@pytest.mark.slow
@on_the_roster
def test_the_birth_date_tells_namesakes_apart(ledger: Ledger) -> None:
    head = "Student Name,Birth Date,Service,Date,Minutes,Status\n"
    ledger.load("log.csv", head + '"Quill, Omar",7/8/2014,OT,9/8/2025,30,Completed\n')
    assert students(ledger) == ["P3"]


@pytest.mark.slow
@on_the_roster
@pytest.mark.parametrize(
    ("name", "candidates"),
    [("Quill, Omar", {"P2: Quill, Omar", "P3: Quill, Omar"}), ("Marlow, Tesa", {"P1: Marlow, Tessa"}),
     ("Marlow, T", {"P1: Marlow, Tessa"}), ("Marlow, Tess", {"P1: Marlow, Tessa"}),
     ("Marlow, Theresa", {"P1: Marlow, Tessa"})],
)  # fmt: skip
def test_who_resembles_someone_is_a_question_with_the_candidates(
    ledger: Ledger, name: str, candidates: set[str]
) -> None:
    sheet = sheet_of(ledger.load("log.csv", LOG + row(name) + row(name, 9)), "sessions")
    (question,) = sheet.questions
    assert (question.kind, question.value, question.rows) == ("person", name, 2)
    assert set(question.choices) == candidates | {NEW}
    assert counts(sheet) == {"waiting": 2}


@pytest.mark.slow
@on_the_roster
def test_an_everyday_name_beside_the_roster_s_id_is_the_roster_s_child(ledger: Ledger) -> None:
    log = "Student ID,Student Name,Service,Date,Minutes,Status\nP1,Theresa (Tess) Marlow,OT,9/8/2025,30,Completed\n"
    sheet = sheet_of(ledger.load("log.csv", log), "sessions")
    assert (counts(sheet), sheet.questions, sheet.new_people) == ({"new": 1}, [], [])
    assert students(ledger) == ["P1"]


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [("bobby", "robert", True), ("liz", "elizabeth", True), ("gabe", "gabriel", True), ("theo", "theophilus", True),
     ("maria", "mariana", False), ("robert", "richard", False), ("jo", "joanna", False)],
)  # fmt: skip
def test_short_forms_of_first_names(one: str, other: str, may_be: bool) -> None:
    assert nicknames.alike(one, other) is may_be is nicknames.alike(other, one)


@pytest.mark.slow
@on_the_roster
@pytest.mark.parametrize(
    ("name", "candidates"),
    [("T.M.", {"P1: Marlow, Tessa"}), ("OQ", {"P2: Quill, Omar", "P3: Quill, Omar"}), ("T M", {"P1: Marlow, Tessa"})],
)  # fmt: skip
def test_initials_are_never_certain(ledger: Ledger, name: str, candidates: set[str]) -> None:
    log = f"Student Initials,Service,Date,Minutes\n{name},OT,9/8/2025,30\n"
    sheet = sheet_of(ledger.load("log.csv", log), "sessions")
    (question,) = sheet.questions
    assert (counts(sheet), set(question.choices)) == ({"waiting": 1}, candidates | {NEW})


@pytest.mark.slow
@on_the_roster
def test_who_resembles_nobody_is_new_and_listed(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("log.csv", LOG + row("Vance, Ida") + row("Vance, Ida", 9)), "sessions")
    assert [(one["person_kind"], one["last_name"], one["first_name"]) for one in sheet.new_people] == [
        ("student", "Vance", "Ida")
    ]
    assert counts(sheet) == {"new": 2}
    assert len(set(students(ledger))) == 1


@pytest.mark.slow
@on_the_roster
def test_once_joined_a_spelling_stays_joined_in_later_files_and_through_an_undo(ledger: Ledger) -> None:
    log = LOG + row("Marlow, Tesa")
    said = {"Marlow, Tesa": "P1: Marlow, Tessa"}
    batch = str(only_file(ledger.load("september.csv", log, codes=said)).batch_id)
    sheet = sheet_of(ledger.load("october.csv", LOG + row("Marlow, Tesa", 15)), "sessions")
    assert (counts(sheet), sheet.questions) == ({"new": 1}, [])
    assert students(ledger) == ["P1", "P1"]
    history.undo(ledger.store, batch, "tester")
    assert students(ledger) == ["P1"]
    ledger.load("september.csv", log)
    assert students(ledger) == ["P1", "P1"]


@pytest.mark.slow
def test_a_joined_spelling_is_known_with_a_birth_date_too(ledger: Ledger) -> None:
    ledger.load("roster.csv", ROSTER.replace("3/4/2016", ""))
    ledger.load("september.csv", LOG + row("Marlow, Tesa"), codes={"Marlow, Tesa": "P1"})
    head = "Student Name,Birth Date,Service,Date,Minutes,Status\n"
    sheet = sheet_of(ledger.load("october.csv", head + '"Marlow, Tesa",3/4/2016,OT,9/15/2025,30,Completed\n'),
                     "sessions")  # fmt: skip
    assert (counts(sheet), sheet.questions) == ({"new": 1}, [])
    assert students(ledger) == ["P1", "P1"]


@pytest.mark.slow
@on_the_roster
def test_an_answer_given_later_lets_the_rows_of_every_file_in(ledger: Ledger) -> None:
    ledger.load("september.csv", LOG + row("Marlow, Tesa"))
    ledger.load("october.csv", LOG + row("Marlow, Tesa", 15) + row("Quill, Omar", 16, "Cedar"))
    assert students(ledger) == ["P3"]
    with ledger.store.cursor() as cur:
        asked = answering.open_questions(cur)
    assert [(one.file_name, one.question.value) for one in asked] == [
        ("september.csv", "Marlow, Tesa"),
        ("october.csv", "Marlow, Tesa"),
    ]
    answering.answer(ledger.store, [(asked[0], "P1: Marlow, Tessa")], "tester", date(2025, 11, 3))
    assert sorted(students(ledger)) == ["P1", "P1", "P3"]
    with ledger.store.cursor() as cur:
        assert answering.open_questions(cur) == []


@pytest.mark.slow
@on_the_roster
def test_answered_in_a_later_file_the_earlier_rows_come_in_too(ledger: Ledger) -> None:
    ledger.load("september.csv", LOG + row("Marlow, Tesa"))
    ledger.load("october.csv", LOG + row("Marlow, Tesa", 15), codes={"Marlow, Tesa": "P1"})
    assert students(ledger) == ["P1", "P1"]


@pytest.mark.slow
def test_two_spellings_in_one_file_are_two_children_until_they_are_joined(ledger: Ledger) -> None:
    """Nobody on the roster resembles them: both are new, the question holds nothing, and the join is for good."""
    log = LOG + row("Marlow, Tessa") + row("Marlow, Tesa", 15)
    sheet = sheet_of(ledger.load("log.csv", log), "sessions")
    assert counts(sheet) == {"new": 2}
    assert len(set(students(ledger))) == 2
    with ledger.store.cursor() as cur:
        (asked,) = answering.open_questions(cur)
    assert (asked.question.kind, asked.question.rows) == ("person", 0)
    answering.answer(ledger.store, [(asked, asked.question.choices[0])], "tester", date(2025, 11, 3))
    assert len(set(students(ledger))) == 1
    more = sheet_of(ledger.load("more.csv", log.replace("9/", "10/")), "sessions")
    assert (counts(more), more.questions) == ({"new": 2}, [])
    assert len(set(students(ledger))) == 1


@pytest.mark.slow
@on_the_roster
def test_a_child_is_known_by_an_earlier_name_and_school_too(ledger: Ledger) -> None:
    """Tessa Marlow is Tessa Hale by the newer roster, and at Cedar; logs say the one name or the other."""
    ledger.load("roster october.csv", ROSTER.replace("P1,Marlow,Tessa,3/4/2016,Birch", "P1,Hale,Tessa,3/4/2016,Cedar"))
    sheet = sheet_of(
        ledger.load("log.csv", LOG + row("Marlow, Tessa", 8, "Birch") + row("Hale, Tessa", 9, "Cedar")), "sessions"
    )
    assert (counts(sheet), sheet.questions, sheet.new_people) == ({"new": 2}, [], [])
    assert students(ledger) == ["P1", "P1"]


@pytest.mark.slow
@on_the_roster
def test_a_list_that_was_replaced_tells_nobody_s_name(ledger: Ledger) -> None:
    """The right ids come with another export of the same form: no name is of two children for that."""
    ledger.load("roster.csv", ROSTER.replace("P", "N"), mode="replace")
    ledger.load("log.csv", LOG + row("Marlow, Tessa"))
    assert students(ledger) == ["N1"]


@pytest.mark.slow
def test_a_roster_that_comes_later_knows_the_names_and_asks_about_those_that_only_resemble(ledger: Ledger) -> None:
    ledger.load("log.csv", LOG + row("Marlow, Tessa") + row("Marlow, Tesa", 9) + row("Quill, Omar", 10, "Cedar"))
    assert {student[:2] for student in students(ledger)} == {"N-"}
    loaded = ledger.load("roster.csv", ROSTER)
    assert sheet_of(loaded, "students").assumptions[-1].startswith("3 names in files loaded earlier may be people")
    assert students(ledger) == ["P1", "P3"]
    with ledger.store.cursor() as cur:
        (asked,) = answering.open_questions(cur)
    assert (asked.file_name, asked.question.value, asked.question.rows) == ("log.csv", "Marlow, Tesa", 1)
    history.undo(ledger.store, str(only_file(loaded).batch_id), "tester")
    assert {student[:2] for student in students(ledger)} == {"N-"} and len(students(ledger)) == 3
    ledger.load("roster.csv", ROSTER)
    answering.answer(ledger.store, [(asked, "P1: Marlow, Tessa")], "tester", date(2025, 11, 3))
    assert students(ledger) == ["P1", "P1", "P3"]


@pytest.mark.slow
@on_the_roster
def test_a_newer_list_that_changes_nothing_for_a_name_says_nothing_of_it(ledger: Ledger) -> None:
    ledger.load("log.csv", LOG + row("Marlow, Tessa") + row("Vance, Ida", 9))
    newer = ledger.load("newer.csv", ROSTER.replace("P1,Marlow,Tessa,3/4/2016,Birch", "P1,Hale,Tessa,3/4/2016,Cedar"))
    assert not [said for said in sheet_of(newer, "students").assumptions if "loaded earlier" in said]
    assert ledger.ask("select count(*) from events where kind = 'people'") == [(0,)]


@pytest.mark.slow
def test_ids_of_another_system_are_known_by_a_roster_that_comes_later(ledger: Ledger) -> None:
    head, roster = "Client ID,Service,Date,Minutes\n", "Student ID,Last Name,First Name,School,other_ids\n"
    ledger.load("billing.csv", head + "B7,OT,9/8/2025,30\n")
    ledger.load("roster.csv", roster + "P1,Marlow,Tessa,Birch,billing=B7\n")
    assert students(ledger) == ["P1"]
    ledger.load("new roster.csv", roster + "P1,Marlow,Tessa,Birch,billing=B8\n")
    ledger.load("more.csv", head + "B8,OT,9/9/2025,30\n")
    assert sorted(students(ledger)) == ["B7", "P1"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("ids", "one", "two"),
    [("State ID,Sis Number", "9907001,P1", "9907002,P2"), ("Perm ID,SSID", "P1,9907001", "P2,9907002")],
)
def test_a_student_with_two_ids_is_known_by_both(ledger: Ledger, ids: str, one: str, two: str) -> None:
    """The district's own is the student's, wherever it stands; logs of another system may have the state's."""
    roster = f"{ids},Last Name,First Name,School\n{one},Marlow,Tessa,Birch\n{two},Quill,Omar,Birch\n"
    ledger.load("roster.csv", roster)
    assert ledger.rows("students", "student_id") == [("P1",), ("P2",)]
    system = ids.replace("Sis Number", "").replace("Perm ID", "").strip(",").lower()
    assert ledger.rows("students", "other_ids") == [(f"{system}=9907001",), (f"{system}=9907002",)]
    ledger.load("log.csv", "SSID,Service,Date,Minutes\n9907002,OT,9/8/2025,30\n")
    ledger.load("other log.csv", "Student ID,Service,Date,Minutes\nP2,OT,9/9/2025,30\n")
    assert students(ledger) == ["P2", "P2"]


@pytest.mark.slow
@on_the_roster
def test_a_new_person_by_answer_is_not_asked_about_again(ledger: Ledger) -> None:
    ledger.load("september.csv", LOG + row("Marlow, Tesa"), codes={"Marlow, Tesa": NEW})
    sheet = sheet_of(ledger.load("october.csv", LOG + row("Marlow, Tesa", 15)), "sessions")
    assert (counts(sheet), sheet.questions) == ({"new": 1}, [])
    assert len(set(students(ledger))) == 1
    assert students(ledger)[0] != "P1"


def test_of_many_look_alikes_in_one_file_some_are_asked_about_and_the_rest_are_counted(ledger: Ledger) -> None:
    """Forty families of twins whose given names differ by a letter: each second child resembles the first."""
    names = [
        f"Fa{chr(97 + n // 26)}{chr(97 + n % 26)}rowhill, {given}" for n in range(40) for given in ("Anna", "Anne")
    ]
    sheet = sheet_of(ledger.load("log.csv", LOG + "".join(row(name) for name in names)), "sessions")
    assert counts(sheet) == {"new": 80}
    assert len(sheet.questions) == 20
    assert any("more names resemble another name of this file" in said for said in sheet.assumptions)


def test_a_log_that_names_who_treated_by_the_id_of_the_staff_list(ledger: Ledger) -> None:
    ledger.load("staff.csv", "Initials,Staff Name,Title,FTE\nRP,Rosa Pell,OTR,1\n")
    ledger.load("log.csv", "SID,DOS,Svc,By,Min\n60114,2/17/2026,OT,RP,30\n60114,2/19/2026,OT,Noa Rhee,30\n")
    assert ledger.rows("sessions", "provider_id")[0] == ("RP",)
    assert ledger.rows("providers", "provider_id") == [("RP",)]


@pytest.mark.slow
def test_ids_beside_names_under_a_heading_that_nobody_knows_are_asked_about(ledger: Ledger) -> None:
    log = "Date,Student,Qzx,Service,Minutes\n9/8/2025,Ida Amsel,30117,OT,30\n9/9/2025,Otto Bohm,30118,OT,30\n"
    asked = sheet_of(ledger.load("log.csv", log + "9/10/2025,Ida Amsel,30117,OT,30\n"), "sessions").questions
    assert ("column", "Qzx") in [(one.kind, one.value) for one in asked]
    more = sheet_of(ledger.load("more.csv", log + "9/10/2025,Ida Amsel,30119,OT,30\n"), "sessions").questions
    assert ("column", "Qzx") not in [(one.kind, one.value) for one in more]


TWO_FORMS = (
    "Date,Local ID,Pupil,Discipline,Mins,{}\n9/8/2025,71120,Eda Quist,OT,30,{}\n9/9/2025,71121,Jan Rook,OT,30,{}\n"
)


@pytest.mark.parametrize(
    ("rest", "born", "ids"),
    [
        ("9/15/2025,X-99417788,Eda Quist,OT,30,\n9/22/2025,71120,Eda Quist,OT,30,\n", "", ["71120"] * 3),
        ("9/15/2025,X-99417788,Eda Quist,PT,30,\n9/22/2025,71120,Eda Quist,OT,30,\n", "", ["71120"] * 2),
        ("9/15/2025,X-99417788,Eda Quist,OT,30,\n9/22/2025,X-99417788,Eda Quist,OT,30,\n", "", ["71120"]),
        ("9/15/2025,X-99417788,Eda Quist,PT,30,1/2/2017\n", "1/2/2017", ["71120"] * 2),
        ("9/15/2025,X-99417788,Eda Quist,PT,30,1/3/2017\n", "1/2/2017", ["71120", "X-99417788"]),
    ],
)
def test_two_forms_of_id_are_one_childs_in_turns_or_by_its_birthday(
    ledger: Ledger, rest: str, born: str, ids: list[str]
) -> None:
    """A day of one id between two of the other, in one service; else the rarer one's rows wait."""
    ledger.load("log.csv", TWO_FORMS.format("DOB" if born else "Note", born, "1/4/2017") + rest)
    assert [who for (who,) in ledger.rows("sessions", "student_id") if who != "71121"] == ids


@pytest.mark.parametrize(("said", "who"), [(people.ONE, "71120"), (people.TWO, "X-99417788")])
def test_an_answer_tells_whether_two_ids_are_one_childs(ledger: Ledger, said: str, who: str) -> None:
    rows = TWO_FORMS.format("Note", "", "") + "9/15/2025,X-99417788,Eda Quist,PT,30,\n"
    ledger.load("log.csv", rows, codes={people.TWO_FORMS: said})
    assert ledger.rows("sessions", "student_id")[-1] == (who,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kay Class", True), ("Art Room", True), ("OT Room", False), ("Resource Room", False), ("Lunch Class", False),
        ("Poe's Class", False), ("Mrs. Poe Class", False), ("Grade Class", False), ("kay class", False), ("Kay", False),
        ("Room 12", False), ("Kay Poe", False),
    ],
)  # fmt: skip
def test_a_name_that_may_be_a_childs_or_a_rooms(text: str, *, expected: bool) -> None:
    assert no_names.may_be_childs(text) is expected


@pytest.mark.parametrize(
    ("answer", "outcomes"), [(None, ["waiting", "ok"]), ("a child", ["ok", "ok"]), ("no child", ["rejected", "ok"])]
)
def test_whether_it_is_a_childs_is_asked(answer: str | None, outcomes: list[str]) -> None:
    rows = "student_name|service|session_date|minutes\nKay Class|OT|2025-10-01|30\nIra Moss|OT|2025-10-01|30"
    assert staged("sessions", rows, codes={"Kay Class": answer} if answer else {}).column("outcome") == outcomes


def test_a_name_that_stands_with_a_comma_too_is_a_childs() -> None:
    rows = "student_name|service|session_date|minutes\nKay Class|OT|2025-10-01|30\nClass, Kay|OT|2025-10-02|30"
    assert staged("sessions", rows).column("outcome") == ["ok", "ok"]
