"""Who treated and at which school, by titles; who gave a make-up, by its own column."""

import pytest

from data.ingest.model import Table
from data.ingest.tables import signed
from data.ingest.tables.finding import find
from tests.data.sheets import sheet

LOG = "Date|Student|Min\n11/3/2025|Ida Amsel|30\n11/4/2025|Otto Bohm|20"


def table(*rows: str) -> Table:
    return find(sheet("\n".join(rows)))[0]


def told(found: Table, heading: str) -> set[str | None]:
    return set(found.body.column(found.headings.index(heading)).to_pylist()) if heading in found.headings else {None}


@pytest.mark.parametrize(
    ("title", "provider", "school"),
    [
        ("PT - Sept 2025 - Gil March", "Gil March", None),
        ("Speech log - Nov. 2025 - P. Hall", "P. Hall", None),
        ("Speech attendance 2025-26   Ms. Hall   Rm 14", "Ms. Hall", None),
        ("Elm Street Elem - OT (Wren Kit)", "Wren Kit", "Elm Street Elem"),
        ("Wren Kit, MS, CCC-SLP - Fernwood Primary", "Wren Kit, MS, CCC-SLP", "Fernwood Primary"),
        ("OT - Oak Ridge", None, None),
        ("Speech minutes - Fall Semester", None, None),
        ("Minutes - Wren Kit", None, None),
        ("OT - Wren Kit - Ida Amsel", None, None),
    ],
)
def test_a_title_names_who_treated_and_where(title: str, provider: str | None, school: str | None) -> None:
    found = table(title, LOG)
    assert (told(found, "Provider"), told(found, "School")) == ({provider}, {school})


def test_over_one_student_the_name_in_a_title_may_be_the_students() -> None:
    assert signed.beside_service(["OT log - Ida Amsel"], ("Date", "Min", "What we did")) is None
    assert "Provider" not in table("OT log - Ida Amsel", "Date|Min\n11/3/2025|30\n11/4/2025|20").headings


def test_a_column_or_a_label_of_providers_goes_before_a_title() -> None:
    other = table(
        "OT - Wren Kit", "Date|Student|Therapist|Min\n11/3/2025|Ida Amsel|Bo Oda|30\n11/4/2025|Otto Bohm|Bo Oda|20"
    )
    assert "Provider" not in other.headings
    assert told(table("OT - Wren Kit", "Therapist: Bo Oda", LOG), "Therapist") == {"Bo Oda"}


def test_who_gave_a_make_up_stands_in_a_column_of_its_own() -> None:
    found = table(
        "Wren Kit, CCC-SLP",
        "Student|Missed on|Min missed|Why|Made up on|Made up by|Min made up",
        "Ida Amsel|11/3/2025|30|I was sick|11/5/2025|Bo Oda|30",
        "Otto Bohm|11/4/2025|20|absent|parent said no||",
    )
    columns = [
        found.body.column(found.headings.index(one)).to_pylist() for one in ("Student", "Session Status", "Provider")
    ]
    assert list(zip(*columns, strict=True)) == [
        ("Ida Amsel", "Missed", "Wren Kit, CCC-SLP"), ("Ida Amsel", "Make-up", "Bo Oda"),
        ("Otto Bohm", "Missed", "Wren Kit, CCC-SLP"),
    ]  # fmt: skip
