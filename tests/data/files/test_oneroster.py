"""OneRoster zips, told as lists."""

from datetime import date

import pytest

from data.ingest import importer, oneroster
from data.ingest.model import FileRefused, Options
from tests.data.loading import Ledger
from tests.data.workbooks import zipped
from tests.shapes.shape import drawn, text

USERS = """
    sourcedId|status|role|givenName|familyName|identifier|orgSourcedIds
    u-1|active|student|Bee|Ames|0008801|org-1
    u-2|active|teacher|Dot|Clay|E-100|org-1,org-2
    u-3|tobedeleted|student|Eli|Dunn|0008804|org-1
    u-4|active|student|Fay|Egan||org-1"""


def lines(files: list[tuple[str, bytes]], name: str) -> list[str]:
    return dict(files)[name].decode().splitlines()


def test_students_stay_on_their_rows_and_staff_are_a_list_of_their_own() -> None:
    found, _ = oneroster.told([("users.csv", text(drawn(USERS))), ("Manifest.csv", b"propertyName,value\n")])
    students = lines(found, "users.csv")
    assert students[0] == "sourcedId,status,role,givenName,familyName,identifier,orgSourcedIds,birthDate"
    assert students[1] == "u-1,active,student,Bee,Ames,0008801,org-1,"
    assert students[2:4] == ["", ""]
    assert students[4].split(",")[5] == "u-4", "a missing identifier is the standard's own id"
    assert lines(found, "users.csv (staff)") == [
        "Staff ID,Staff Name,Job Title,Home School",
        "",
        'E-100,"Clay, Dot",teacher,org-1',
        "",
        "",
    ]


def test_a_whole_year_is_no_period_and_the_year_is_named_by_both() -> None:
    sessions = """
        sourcedId|title|type|startDate|endDate|schoolYear
        y|2025-2026|schoolYear|2025-08-25|2026-06-05|2026
        q|Q1|gradingPeriod|2025-08-25|2025-10-31|2026"""
    files = [("users.csv", text(drawn(USERS))), ("orgs.csv", b"sourcedId,name,type\no,Maple,district\n"),
             ("academicSessions.csv", text(drawn(sessions)))]  # fmt: skip
    found, _ = oneroster.told(files)
    assert lines(found, "academicSessions.csv")[1:] == ["", "q,Q1,gradingPeriod,2025-08-25,2025-10-31,2025-26"]
    assert lines(found, "orgs.csv")[1:] == [""]


def test_other_zips_stay_as_they_are() -> None:
    files = [("users.csv", b"a,b\n1,2\n"), ("log.csv", b"a,b\n1,2\n")]
    assert oneroster.told(files) == (files, {})


ORGS = b"sourcedId,name,type\nd,Maple Unified,district\no-1,Birch,school\no-2,Cedar,school\n"


def test_the_school_comes_from_the_roles_where_users_have_none() -> None:
    users = b"sourcedId,givenName,familyName,identifier\nu-1,Bee,Ames,1\nu-2,Fay,Egan,2\nu-3,Dot,Clay,E1\n"
    roles = (
        b"sourcedId,status,userSourcedId,roleType,role,orgSourcedId\nr1,active,u-1,secondary,student,o-2\n"
        b"r2,active,u-1,primary,student,o-1\nr3,tobedeleted,u-2,primary,student,o-1\nr4,active,u-2,primary,student,o-2\n"
        b"r5,active,u-3,primary,teacher,o-2\n"
    )
    found, _ = oneroster.told([("users.csv", users), ("roles.csv", roles), ("orgs.csv", ORGS)])
    shown = [line.split(",") for line in lines(found, "users.csv")]
    assert [(row[3], row[5]) for row in shown[:3]] == [("identifier", "orgSourcedIds"), ("1", "o-1"), ("2", "o-2")]
    assert lines(found, "users.csv (staff)")[3] == 'E1,"Clay, Dot",teacher,o-2'


def test_a_district_is_no_school_and_of_two_schools_none_is_guessed() -> None:
    users = (
        b'sourcedId,role,givenName,familyName,identifier,orgSourcedIds\nu-1,student,Bee,Ames,1,"d,o-1"\n'
        b'u-2,student,Fay,Egan,2,"o-1,o-2"\n'
    )
    found, _ = oneroster.told([("users.csv", users), ("orgs.csv", ORGS)])
    assert [line.split(",")[5] for line in lines(found, "users.csv")] == ["orgSourcedIds", "o-1", ""]


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"users.csv": b"sourcedId,givenName\nu-1,Bee\n", "orgs.csv": ORGS}, "no roles.csv does"),
        ({"users.csv": text(drawn(USERS)), "manifest.csv": b"propertyName,value\nfile.users,delta\n"}, "users: delta"),
    ],
)
def test_what_doesn_t_tell_who_is_there_is_refused(files: dict[str, bytes], why: str) -> None:
    with pytest.raises(FileRefused, match=why):
        oneroster.told(list(files.items()))


PEOPLE = b"sourcedId,givenName,familyName\n71,Ida,Frost\n72,Kai,Ngo\nE1,Mae,Ortiz\nG1,Pat,Frost\n"
ROLES = (
    b"userSourcedId,orgSourcedId,role,grade,isPrimary,roleStartDate,roleEndDate\n71,o-1,student,KG,true,2025-08-27,2025-11-14\n"
    b"72,o-1,student,03,true,2025-08-27,2025-10-01\n72,o-2,student,03,true,2025-10-02,\n"
    b"E1,o-2,occupationalTherapist,,false,2025-08-20,\nE1,o-1,occupationalTherapist,,true,2025-08-20,\nG1,o-1,guardian,,true,,\n"
)
LOOSE = [
    ("who.csv", PEOPLE),
    ("log.csv", b"Student,Date,Minutes\nx,1,2\n"),
    ("posts 25.csv", ROLES),
    ("places.csv", ORGS),
]


def test_a_roster_of_files_side_by_side_whatever_their_names() -> None:
    """Kai Ngo moved in October: one row can't tell both spells, so none is told, and the school is the one that goes on."""
    found, beside = oneroster.together(LOOSE)
    assert [name for name, _ in found] == ["who.csv", "log.csv", "places.csv", "who.csv (staff)"]
    assert beside == {
        "posts 25.csv": "posts 25.csv was read with who.csv: it says more of those who stand there.",
        "who.csv (left out)": "who.csv: left out are 1 guardian; only students and staff are loaded.",
        "places.csv (left out)": "places.csv: left out are 1 district; only schools are loaded.",
    }
    assert dict(found)["log.csv"] == LOOSE[1][1]
    heads, ida, kai, *rest = (line.split(",") for line in lines(found, "who.csv"))
    shown = heads.index("orgSourcedIds"), heads.index("grade"), heads.index("Enrollment Date"), heads.index("Exit Date")
    assert [ida[at] for at in shown] == ["o-1", "KG", "2025-08-27", "2025-11-14"]
    assert [kai[at] for at in shown] == ["o-2", "03", "", ""]
    assert rest == [[""], [""]]
    assert lines(found, "who.csv (staff)")[3:] == ['E1,"Ortiz, Mae",occupational therapist,o-1', ""]


@pytest.mark.parametrize(
    "files",
    [
        [("a.csv", PEOPLE)],
        [("a.csv", PEOPLE), ("b.csv", PEOPLE), ("orgs.csv", ORGS)],
        [("a.csv", b"ID,First Name,Last Name\n1,A,B\n"), ("b.csv", b"ID,Name,Type\n1,Elm,school\n")],
    ],
)
def test_files_that_make_no_roster_stay_as_they_are(files: list[tuple[str, bytes]]) -> None:
    """One alone, two of a kind, and lists whose ids are anybody's."""
    assert oneroster.together(files) == (files, {})


@pytest.mark.slow
def test_a_file_read_with_another_is_told_and_makes_no_batch(ledger: Ledger) -> None:
    report = importer.run(ledger.store, LOOSE[:1] + LOOSE[2:], Options(load_date=date(2026, 1, 5)), commit=True)
    told = {file.file: (file.batch_id is not None, [sheet.new for sheet in file.sheets]) for file in report.files}
    assert told == {
        "posts 25.csv": (False, [0]), "who.csv": (True, [2]), "places.csv": (True, [2]), "who.csv (staff)": (True, [1]),
        "who.csv (left out)": (False, [0]), "places.csv (left out)": (False, [0]),
    }  # fmt: skip
    assert report.exit_status == 0


CLASSES = b"sourcedId,status,classSourcedId,userSourcedId,role\ne-1,active,c-1,u-1,student\n"


@pytest.mark.slow
def test_whatever_a_zip_holds_beside_the_roster_is_told(ledger: Ledger) -> None:
    """Of four users two are students and one is a teacher: the deleted one, the guardian and the district are told; so is each
    file of which nothing is loaded. A file that is no part of the standard stays a file of its own."""
    users = text(drawn(USERS)) + b"\nu-5,active,guardian,Gus,Ames,,org-1\n"
    report = ledger.load("roster.zip", zipped({
        "users.csv": users,
        "orgs.csv": b"sourcedId,status,name,type\nd,active,Maple,district\norg-1,active,Elm,school\norg-2,tobedeleted,Oak,school",
        "enrollments.csv": CLASSES,
        "demographics.csv": b"sourcedId,birthDate,sex\nu-1,2015-02-03,female\n",
        "manifest.csv": b"propertyName,value\nmanifest.version,1.0\n",
        "classes.csv": b"sourcedId,title\nc-1,Math\n",
        "menu.csv": b"Dish,Price\nSoup,3.50\n",
        "log.csv": b"Student ID,Service,Date,Minutes\n0008801,OT,9/8/2025,30\n",
    }))  # fmt: skip
    told = {file.file: file.refused or file.sheets[0].refused for file in report.files}
    assert told.pop("menu.csv").startswith("menu.csv: no sheet is recognisably one of the datasets")
    assert told == {
        "users.csv": "", "users.csv (staff)": "", "orgs.csv": "", "log.csv": "",
        "users.csv (left out)": "users.csv: left out are 1 marked as deleted, 1 guardian; only students and staff are loaded.",
        "orgs.csv (left out)": "orgs.csv: left out are 1 district, 1 marked as deleted; only schools are loaded.",
        "enrollments.csv": "enrollments.csv is left out: who is in which class is no part of what is loaded.",
        "demographics.csv": "demographics.csv was read with users.csv: it says more of those who stand there.",
        "manifest.csv": "manifest.csv is left out: which files an export has is no part of what is loaded.",
        "classes.csv": "classes.csv is left out: what it tells of classes, courses and results is no part of what is loaded.",
    }  # fmt: skip
    assert [ledger.rows("schools", "school"), len(ledger.rows("students", "student_id"))] == [[("org-1",)], 2]
