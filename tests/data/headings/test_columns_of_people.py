"""Columns of people under headings that nobody knows: taken for whom they name where the ledger knows them, else asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.ingest.mapping import persons
from data.ingest.model import ImportReport
from data.ingest.values import codes
from tests.data.loading import Ledger, sheet_of
from tests.quick import first

ROSTER = "Student ID,Last Name,First Name,Grade\n51021,Lin,Bo,3\n51022,Ray,Jo,4\n"
STAFF = 'Staff ID,Name,Role,FTE\nE1,"Okafor, Chidi",OTR,1\nE2,"Petrov, Anya",OTR,1\n'
LOG = (
    "{who},Date,Service,Minutes,Status,Worker\n{first},9/8/2025,OT,30,Delivered,Chidi Okafor\n"
    '{second},9/9/2025,OT,30,Delivered,"Petrov, Anya"\n'
)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    made = Ledger(tmp_path)
    yield made
    made.close()


def log(ledger: Ledger, who: str, first: str, second: str, **said: object) -> ImportReport:
    return ledger.load("log.csv", LOG.format(who=who, first=first, second=second), **said)


def asked(report: ImportReport) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.value, one.choices) for file in report.files for sheet in file.sheets for one in sheet.questions]


def test_people_on_file_are_known_by_their_names_and_ids(ledger: Ledger) -> None:
    ledger.load("roster.csv", ROSTER)
    ledger.load("staff.csv", STAFF)
    found = sheet_of(log(ledger, "Tracking", "51021", "51022"), "sessions")
    assert (found.mapping["Tracking"], found.mapping["Worker"]) == ("student_id", "provider_name")
    assert ledger.rows("sessions", "student_id", "provider_id") == [("51021", "E1"), ("51022", "E2")]
    named = sheet_of(log(ledger, "Whom", '"Lin, Bo"', "Jo Ray", commit=False), "sessions")
    assert named.mapping["Whom"] == "student_name"


@pytest.mark.slow
def test_names_of_nobody_on_file_are_asked_about(ledger: Ledger) -> None:
    report = log(ledger, "Student ID", "51021", "51022")
    assert asked(report) == [("Worker", ("student_name", "provider_name", "left out"))]
    answered = log(ledger, "Student ID", "51021", "51022", map={"Worker": "provider_name"})
    assert asked(answered) == []
    assert [who for (who,) in ledger.rows("sessions", "provider_id")] != [None, None]


def test_a_file_without_any_known_student_is_refused_and_says_which_column_it_may_be(ledger: Ledger) -> None:
    report = log(ledger, "Tracking", "51021", "51022")
    assert "no column says the student" in report.files[0].refused
    choices = ("student_name", "provider_name", "left out")
    assert asked(report) == [("Tracking", ("student_id", "left out")), ("Worker", choices)]
    assert ledger.rows("sessions", "student_id") == []
    told = sheet_of(log(ledger, "Tracking", "51021", "51022", map={"Tracking": "student_id"}), "sessions")
    assert told.new == 2


@pytest.mark.slow
def test_half_of_the_names_on_file_are_not_enough(ledger: Ledger) -> None:
    ledger.load("staff.csv", STAFF.replace("Petrov, Anya", "Quillan, Roy"))
    assert asked(log(ledger, "Student ID", "51021", "51022")) == [
        ("Worker", ("student_name", "provider_name", "left out"))
    ]


@pytest.mark.parametrize(
    ("texts", "are"),
    [
        (("Okafor, Chidi", "Anya Petrov"), True),
        (("Okafor, Chidi",), False),
        (("Alder Elementary", "Birch Middle School"), False),
        (("Occupational Therapy", "Speech Therapy"), False),
        (("Student Absent", "Provider Absent"), False),
        (("worked on scissors", "did very well"), False),
        (("Okafor, Chidi", "30 min"), False),
    ],
)
def test_what_names_people(texts: tuple[str, ...], are: bool) -> None:
    assert persons.are_people(texts) is are


@pytest.mark.parametrize(
    ("texts", "are"),
    [(("51021", "51022"), True), (("S-101", "S-102"), True), (("30", "45"), False), (("9/8/2025", "9/9/2025"), False),
     (("51021", "A"), False), (("0.5", "1.5"), False)],
)  # fmt: skip
def test_what_can_be_ids(texts: tuple[str, ...], are: bool) -> None:
    assert persons.are_ids(texts) is are


STAFF_WITH = (
    'Staff ID,Name,Role,FTE,{}\nE1,"Okafor, Chidi",OTR,1,"Hale, Ruth"\nE2,"Petrov, Anya",COTA,1,"Okafor, Chidi"\n'
)


def test_assistants_of_a_staff_list_are_supervised_by_the_therapist_it_names(ledger: Ledger) -> None:
    """E1 is no assistant: whoever stands beside him supervises no cases."""
    report = ledger.load("staff.csv", STAFF_WITH.format("Supervising OT"))
    assert [(sheet.dataset, sheet.rows_read) for sheet in report.files[0].sheets] == [
        ("providers", 2),
        ("supervision", 1),
    ]
    assert ledger.rows("supervision", "assistant_id", "provider_id") == [("E2", "E1")]
    assert sheet_of(ledger.load("staff.csv", STAFF_WITH.format("Supervising OT")), "supervision").unchanged == 1


def test_a_principal_supervises_nobody_without_roles(ledger: Ledger) -> None:
    staff = 'Staff ID,Name,FTE,{}\nE1,"Okafor, Chidi",1,"Hale, Ruth"\nE2,"Petrov, Anya",1,"Okafor, Chidi"\n'
    report = ledger.load("staff.csv", staff.format("Supervisor"))
    assert [sheet.dataset for sheet in report.files[0].sheets] == ["providers"]


def test_an_id_that_several_people_share_is_none_of_theirs(ledger: Ledger) -> None:
    """The agency's NPI stands beside everyone of its staff; a household's number beside brother and sister."""
    staff = (
        'PROV_ID,Full Name,Discipline,FTE,NPI\nE1,"Okafor, Chidi",OT,1,1234567890\nE2,"Petrov, Anya",PT,.5,1234567890\n'
    )
    assert sheet_of(ledger.load("staff.csv", staff), "providers").mapping.get("NPI") is None
    assert ledger.rows("providers", "provider_id", "fte") == [("E1", 1), ("E2", 0.5)]
    roster = "Student Number,Local ID,Last Name,First Name,Grade\n77,51021,Lin,Bo,3\n77,51022,Ray,Jo,4\n"
    ledger.load("roster.csv", roster)
    assert ledger.rows("students", "student_id") == [("51021",), ("51022",)]


def test_ids_beside_names_that_come_again_wait(ledger: Ledger) -> None:
    """Two children and two names that each stand beside both: the names may be of those who treat, and nobody says so."""
    rows = ("4411,Lin Bo,9/8/2025", "4411,Ray Jo,9/9/2025", "4412,Lin Bo,9/8/2025", "4412,Ray Jo,9/9/2025")
    told = "".join(f"{row},OT,30,Delivered\n" for row in rows)
    ledger.load("log.csv", f"Student ID,Student Name,Date,Service,Minutes,Status\n{told}")
    assert ledger.rows("sessions", "student_id") == []
    assert [(row, outcome) for row, outcome in ledger.ask("select source_row, outcome from held_rows order by 1")] == [
        (2, "waiting"), (3, "waiting"), (4, "waiting"), (5, "waiting"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("100 - District of Service", True),
        ("Copper Bell Therapies (NPA)", True),
        ("County Office of Education", True),
        ("Copper Bell, LLC", True),
        ("Holt, Ann", False),
        ("Holt, Ann OTR/L", False),
        ("Ann Holt, Copper Bell Therapies", False),
        ("Holt, Ann - Pediatric Services", False),
    ],
)
def test_an_organisation_is_no_person(text: str, is_one: bool) -> None:
    assert codes.is_organisation(text) == is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("LEA", True), ("ESD 112", True), ("IU-13", True), ("Lea", False), ("HOLT, LEA", False), ("LEA HOLT", False)],
)
def test_an_agency_in_capitals_is_nobody(text: str, is_one: bool) -> None:
    assert codes.is_agency(text) == is_one


@pytest.mark.parametrize(
    ("others", "expected"),
    [(("Holt, Ann", "ESD"), [(None,), (None,), ("Holt, Ann",)]), (("KR", "MB"), [("KR",), ("LEA",), ("MB",)])],
)
def test_an_agency_among_initials_is_somebody(
    ledger: Ledger, others: tuple[str, str], expected: list[tuple[str | None]]
) -> None:
    """LEA beside other initials may be those of a person; beside names and agencies it is the district."""
    rows = "".join(f'{at},9/8/2025,OT,30,"{who}"\n' for at, who in enumerate(("LEA", *others), 4411))
    ledger.load("log.csv", f"Student ID,Date,Service,Minutes,Provider\n{rows}")
    told = "select p.full_name from sessions s left join people p on p.person_id = s.provider_id and p.known_to is null"
    assert sorted(ledger.ask(f"{told} where s.known_to is null"), key=str) == sorted(expected, key=str)


def test_a_person_is_told_without_whom_they_work_for() -> None:
    assert codes.without_title("Ann Holt, Copper Bell Therapies") == "Ann Holt"


NAMED = "Title,{id},Date,Service,Minutes,Provider\n" + "".join(
    f'"{name}",{number},9/{day}/2025,OT,30,"Okafor, Chidi"\n'
    for day, (name, number) in enumerate(
        [("Lin, Bo", 51021), ("Ray, Jo", 51022), ("Sol, Vi", 51023), ("Lin, Bo", 51021)], 8
    )
)


@pytest.mark.slow
def test_names_that_each_students_id_has_one_of_are_the_students(ledger: Ledger) -> None:
    found = sheet_of(ledger.load("list.csv", NAMED.format(id="Student_x0020_ID")), "sessions")
    assert (found.mapping["Title"], found.mapping["Student_x0020_ID"]) == ("student_name", "student_id")


@pytest.mark.parametrize(
    ("written", "other"),
    [("Title", "Parent"), ("Title", "Case Manager"), ("Lin, Bo", "Ray, Jo"), ("Sol, Vi", "Lin, Bo")],
)
def test_names_of_somebody_else_or_of_several_are_not(ledger: Ledger, written: str, other: str) -> None:
    log = NAMED.format(id="Student ID").replace(written, other)
    found = sheet_of(ledger.load("list.csv", log), "sessions")
    assert "student_name" not in found.mapping.values()


@pytest.mark.slow
@pytest.mark.parametrize("heading", [*first(1, ["Entry No.", "Log No", "Visit #"]), "Trans #", "Ref"])
def test_numbers_that_count_a_files_rows_are_no_ids_of_sessions(ledger: Ledger, heading: str) -> None:
    """October begins with 1 again, and both months stay; from 5 on is next month's count too; 70411 is an id."""
    head = f"{heading},Student ID,Date,Service,Minutes,Therapist\n"

    def loaded(name: str, numbers: tuple[int, ...], month: int) -> dict[str, str]:
        days = range(1, len(numbers) + 1)
        rows = "".join(
            f"{one},5102{one % 2},{month}/{day}/2025,OT,30,Ada Lin\n" for one, day in zip(numbers, days, strict=True)
        )
        return sheet_of(ledger.load(name, head + rows), "sessions").mapping

    assert heading not in loaded("september.csv", (1, 2, 3, 4), 9)
    assert heading not in loaded("october.csv", (1, 2, 3, 4), 10)
    assert heading not in loaded("november.csv", (5, 6, 8), 11)
    assert len(ledger.rows("sessions", "session_id")) == 11  # 4 + 4 + 3
    assert loaded("december.csv", (70411, 70412, 70413), 12)[heading] == "session_id"
    assert loaded("january.csv", (7, 112, 540), 1)[heading] == "session_id"


@pytest.mark.slow
@pytest.mark.parametrize("heading", ["TransID", "Txn_No", "Ref", "Ref #", "Reference"])
def test_what_each_row_of_a_systems_log_is_found_by_is_its_sessions_id(ledger: Ledger, heading: str) -> None:
    head = f"{heading},Student ID,Date,Service,Minutes\n"
    rows = "".join(f"{one},5102{one % 2},9/{one - 8800}/2025,OT,30\n" for one in (8801, 8803, 8804))
    assert sheet_of(ledger.load("log.csv", head + rows), "sessions").mapping[heading] == "session_id"
    assert ledger.rows("sessions", "session_id") == [("8801",), ("8803",), ("8804",)]
    assert sheet_of(ledger.load("mended.csv", head + rows.replace(",30", ",45")), "sessions").changed == 3


@pytest.mark.parametrize("references", [("R7", "R7", "R9"), ("R7", "", "R9"), ("yes", "no", "asked"), ("1", "2", "3")])
def test_references_that_not_each_row_has_one_of_are_left_out(ledger: Ledger, references: tuple[str, ...]) -> None:
    rows = "".join(f"{one},5102{day % 2},9/{day}/2025,OT,30\n" for day, one in enumerate(references, 1))
    found = sheet_of(ledger.load("log.csv", "Ref,Student ID,Date,Service,Minutes\n" + rows), "sessions")
    assert ("Ref" in found.mapping, found.new) == (False, 3)


def test_numbers_that_count_each_students_visits_are_no_groups(ledger: Ledger) -> None:
    rows = "".join(f"{visit},{who},9/{visit}/2025,OT,30\n" for who in ("51021", "51022") for visit in (1, 2, 3))
    found = sheet_of(ledger.load("log.csv", f"Visit #,Student ID,Date,Service,Minutes\n{rows}"), "sessions")
    assert "Visit #" not in found.mapping
    assert ledger.rows("sessions", "group_id") == [(None,)] * 6
