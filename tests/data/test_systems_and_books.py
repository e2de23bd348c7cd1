"""What stays as it was beside the books and exports of tests/shapes/systems_and_books.py."""

from data.ingest.model import Table
from data.ingest.tables import field_keys
from tests.data.sheets import sheet, table


def column(found: Table, heading: str) -> list[str | None]:
    return found.body.column(found.headings.index(heading)).to_pylist()


def test_a_list_of_three_columns_is_no_key() -> None:
    """Its first column is of students, whom no other table has for a heading."""
    rows = sheet("Student|Code|Goal\nLam|G1|Cut on a line\nMoe|G2|Write a name")
    assert field_keys.of_sheet(rows, frozenset({"student", "code", "goal"})) == {}


def test_a_key_of_fields_is_read_by_the_headings_of_others() -> None:
    rows = sheet("Field|Code|Meaning\nLoc Cd|01|Classroom\n|02|Therapy room\nFreq Cd|W|Weekly")
    found = field_keys.of_sheet(rows, frozenset({"loc cd", "freq cd", "mins"}))
    assert found == {"loc cd": {"01": "Classroom", "02": "Therapy room"}, "freq cd": {"w": "Weekly"}}


def test_an_original_day_is_kept_where_the_session_was_moved() -> None:
    found = table(
        "Student|Date|Original Date|Min", "Lam, Ida|10/1/2025|10/1/2025|30", "Lam, Ida|10/9/2025|10/8/2025|30"
    )
    assert column(found, "Original Date") == [None, "10/8/2025"]
