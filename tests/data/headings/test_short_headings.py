"""Headings of services by a letter, and of goals by a G: read by those that stand beside them."""

import pytest

from data.ingest.tables.short_headings import in_full, without_notation
from data.ingest.values import codes
from data.store import Store
from tests.data.loading import tried


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        (("OT D", "OT C", "PT D"), ("OT Direct", "OT Consult", "PT Direct")),
        (("OT-D Min/Wk", "OT-C Min/Mo"), ("OT Direct Min/Wk", "OT Consult Min/Mo")),
        (("Speech (Dir)", "Speech (Con)"), ("Speech Direct", "Speech Consult")),
        (("OT D", "OT I"), ("OT Direct", "OT Indirect")),
        (("OT I", "OT G", "Speech G"), ("OT Individual", "OT Group", "Speech Group")),
        (("Goal 1", "G1 Target", "G2 Target"), ("Goal 1", "Goal 1 Target", "G2 Target")),
    ],
)
def test_letters_are_told_by_those_beside_them(headings: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert in_full(headings) == told


@pytest.mark.parametrize(
    "headings",
    [
        ("OT C", "Class C", "Student"), ("OT I", "OT C"), ("OT I",), ("Grade D", "Grade C"), ("G1 Target", "Group 1"),
        ("OT Group", "OT Individual"), ("OT D", "OT G"),
    ],
)  # fmt: skip
def test_letters_that_may_be_anything_stay(headings: tuple[str, ...]) -> None:
    assert in_full(headings) == headings


def test_speech_by_two_letters_and_roles_that_are_nobody() -> None:
    assert codes.find("ST Group", "service") == "SLP"
    assert codes.find("St. Mary", "service") is None
    assert codes.is_title("COTA supervised by OTR")
    assert codes.is_title("SLP or SLPA")
    assert not codes.is_title("Nagy and Roe")


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        (("fldStudentName", "fldDate", "fldIndirectMinutes"), ("StudentName", "Date", "IndirectMinutes")),
        (("txtStudent", "dtService", "numMinutes", ""), ("Student", "Service", "Minutes", "")),
        (("fldStudent", "fldDate", "Minutes"), ("fldStudent", "fldDate", "Minutes")),
        (("strName", "dtDate", "dteDate", "intMinutes"), ("strName", "dtDate", "dteDate", "intMinutes")),
        (("studentName", "studentId", "studentGrade"), ("studentName", "studentId", "studentGrade")),
        (("Internet", "Numeracy", "Color"), ("Internet", "Numeracy", "Color")),
    ],
)
def test_the_notation_of_a_databases_fields(headings: tuple[str, ...], told: tuple[str, ...]) -> None:
    assert without_notation(headings) == told


def test_minutes_of_fields_are_read_by_their_kinds(store: Store) -> None:
    headings = "fldStudentName,fldDate,fldService,fldDirectMinutes,fldIndirectMinutes"
    text = f'{headings}\n"Lin, Ada",9/8/2025,OT,30,15\n"Ray, Bo",9/9/2025,OT,,10\n'
    with tried(store, "tblSessions.csv", text.encode()) as trial:
        told = trial.rows("sessions", "session_date::varchar, kind, minutes::float")
    assert sorted(told) == [
        ("2025-09-08", "direct", 30),
        ("2025-09-08", "indirect", 15),
        ("2025-09-09", "indirect", 10),
    ]
