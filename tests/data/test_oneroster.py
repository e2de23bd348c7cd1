"""OneRoster zips, told as lists."""

from data.ingest import oneroster
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
    found = oneroster.told([("users.csv", text(drawn(USERS))), ("Manifest.csv", b"propertyName,value\n")])
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
    found = oneroster.told(files)
    assert lines(found, "academicSessions.csv")[1:] == ["", "q,Q1,gradingPeriod,2025-08-25,2025-10-31,2025-26"]
    assert lines(found, "orgs.csv")[1:] == [""]


def test_other_zips_stay_as_they_are() -> None:
    files = [("users.csv", b"a,b\n1,2\n"), ("log.csv", b"a,b\n1,2\n")]
    assert oneroster.told(files) == files
