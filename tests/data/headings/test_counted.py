"""Numbers that count time name no school, no day of a rotation, and are no yes."""

import pytest

from data.ingest.mapping import counted
from data.store import open_store
from tests.data.loading import tried


@pytest.mark.parametrize(
    ("heading", "texts", "is_so"),
    [
        ("School Day #", ("1", "2", "3"), True),
        ("School Days Enrolled", ("45", "7"), True),
        ("Day of School", ("Day 1", "Day 2"), True),
        ("School Week", ("1", "wk 2"), True),
        ("School #", ("14", "20"), False),
        ("Day School", ("Fern Elementary", "Dell Middle"), False),
        ("School of the Day", ("Fern", "Dell"), False),
        ("School Day #", (), False),
    ],
)
def test_a_number_of_days_under_a_word_for_schools(heading: str, texts: tuple[str, ...], is_so: bool) -> None:
    assert counted.is_of_time(heading, texts) is is_so


@pytest.mark.parametrize(
    ("texts", "counts", "is_beyond"),
    [
        (("1", "0"), False, False),
        (("1", "0.5", "0"), False, False),
        (("1", "2", "6"), True, False),
        (("1", "2", "13"), True, True),
        (("A", "B"), False, False),
        (("Y", "2"), False, False),
        ((), False, False),
    ],
)
def test_numbers_that_count_the_days(texts: tuple[str, ...], counts: bool, is_beyond: bool) -> None:
    """A rotation of six days comes round; the thirteenth day of one has never been seen."""
    assert counted.are_counts(texts) is counts
    assert counted.are_no_rotation(texts) is is_beyond


def test_days_enrolled_are_no_school() -> None:
    rows = b"Student ID,Last Name,First Name,Grade,School Days Enrolled\n1,Abel,Kim,3,45\n2,Best,Lou,4,46\n"
    with tried(open_store(), "roster.csv", rows) as trial:
        (sheet,) = trial.report.files[0].sheets
        assert trial.rows("students", "student_id", "school") == [("1", None), ("2", None)]
        assert "School Days Enrolled" in sheet.unmapped


def test_a_number_of_a_school_still_names_one() -> None:
    rows = b"Date,School #,Day Number,Day Type\n9/2/2025,14,1,Full Day\n9/3/2025,14,2,Full Day\n"
    with tried(open_store(), "calendar.csv", rows) as trial:
        assert trial.rows("calendar_days", "school", "cycle_day") == [("14", "1"), ("14", "2")]
