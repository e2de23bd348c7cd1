"""Massachusetts' grid by its letter: A is consultation (indirect), B in the general classroom, C in other settings."""

import pytest

from tests.data.loading import Ledger, sheet_of

FORM = (
    "A. Consultation (Indirect Services to School Personnel and Parents)",
    "B. Special Education and Related Services in General Education Classroom (Direct Service)",
    "C. Special Education and Related Services in Other Settings (Direct Service)",
)
HOW = [("indirect", "indirect"), ("direct", "push_in"), ("direct", "other")]


def lines(heading: str, told: tuple[str, ...]) -> str:
    rows = (f"{at},{one},OT,1x/week,30,9/1/2025,6/15/2026\n" for at, one in enumerate(told, start=1))
    return f"Student ID,{heading},Service,Frequency,Minutes,Start,End\n" + "".join(rows)


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Grid", ("A", "B", "C")),
        ("Service Delivery Grid", ("A Grid", "Grid B", "c")),
        ("Grid", ("A - Consultation", "B - General Ed Classroom", "C - Other Settings")),
        ("Section", FORM),
    ],
)
def test_how_lines_are_given(ledger: Ledger, heading: str, told: tuple[str, ...]) -> None:
    ledger.load("lines.csv", lines(heading, told))
    assert ledger.rows("service_lines", "kind", "setting", order="student_id") == HOW


def test_what_another_column_tells_stays(ledger: Ledger) -> None:
    told = lines("Grid", ("A,", "B,Push-in", "C,Pull-out")).replace("Grid", "Grid,Setting")
    ledger.load("lines.csv", told)
    assert ledger.rows("service_lines", "kind", "setting", order="student_id") == [
        ("indirect", None), ("direct", "push_in"), ("direct", "pull_out"),
    ]  # fmt: skip


def test_a_letter_that_the_form_hasnt_waits(ledger: Ledger) -> None:
    report = ledger.load("lines.csv", lines("Grid", ("A", "D")))
    sheet = sheet_of(report, "service_lines")
    assert sheet.waiting == 1 and [one.value for one in sheet.questions] == ["Grid D"]


@pytest.mark.parametrize("told", [("A", "B/C", "C"), ("A", "A", "B & C")])
def test_a_cell_of_two_letters_waits_alone(ledger: Ledger, told: tuple[str, ...]) -> None:
    """The consultation of the first child is indirect, whatever the second child's cell means."""
    report = ledger.load("lines.csv", lines("Grid", told))
    sheet = sheet_of(report, "service_lines")
    assert sheet.waiting == 1 and sheet.questions
    assert ledger.rows("service_lines", "kind", order="student_id")[0] == ("indirect",)
    assert len(ledger.rows("service_lines", "kind")) == 2


def test_letters_under_another_heading_say_nothing(ledger: Ledger) -> None:
    """Track A, B, C is none of that form's grids."""
    ledger.load("lines.csv", lines("Track", ("A", "B", "C")))
    assert {kind for (kind,) in ledger.rows("service_lines", "kind")} <= {"direct"}
