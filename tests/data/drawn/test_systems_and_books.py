"""What stays as it was beside the books and exports of tests/shapes/systems_and_books.py."""

import pytest

from data.contracts.synonyms import slot_of
from data.ingest.mapping.likeness import SURE, likeness
from data.ingest.model import Table
from data.ingest.staging import passing
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


@pytest.mark.parametrize(("balances", "records"), [(("110", "80", "60"), 2), (("110", "85", "60"), 3)])
def test_a_line_that_adds_to_what_is_owed_goes_only_where_the_balance_bears_it_out(
    balances: tuple[str, str, str], records: int
) -> None:
    """110 less 30 is 80, less 20 is 60."""
    rows = zip(("10/1/2025|90|", "10/6/2025||30", "10/13/2025||20"), balances, strict=True)
    found = table("Date|Minutes added|Minutes given|Balance", *(f"{row}|{left}" for row, left in rows))
    assert found.body.num_rows == records


def test_a_planned_time_fills_no_blank_where_ends_would_make_it_a_length() -> None:
    heads = "Student|Scheduled Start|Actual Start|Actual End"
    found = table(heads, "Lam, Ida|9:00 AM|9:05 AM|9:30 AM", "Lam, Ida|9:00 AM||")
    assert column(found, "Actual Start") == ["9:05 AM", None]


def test_an_original_day_is_kept_where_the_session_was_moved() -> None:
    found = table(
        "Student|Date|Original Date|Min", "Lam, Ida|10/1/2025|10/1/2025|30", "Lam, Ida|10/9/2025|10/8/2025|30"
    )
    assert column(found, "Original Date") == [None, "10/8/2025"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("not absent after all", None), ("wasn't cancelled", None), ("not absent but school closed", "school closed"),
        ("not there, absent", "absent"), ("cancelled", "cancelled"),
    ],
)  # fmt: skip
def test_an_absence_that_is_denied_is_none(text: str, word: str | None) -> None:
    assert passing._word(text) == word


def test_the_day_on_which_a_row_was_first_entered_is_none_that_is_made_up() -> None:
    slot = slot_of("sessions", "makes_up_date")
    assert likeness("Orig Log Dt", slot) == likeness("Original Entry Date", slot) == 0
    assert likeness("Orig Sched Dt", slot) > SURE
