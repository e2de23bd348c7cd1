"""Two days as headings: of sessions beside students alone."""

import pytest

from data.ingest.tables import spread


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (("Student", "9/9/2025", "9/11/2025"), [1, 2]),
        (("Last Name", "9/9/2025", "9/11/2025"), []),
        (("Student", "9/9/2025", "9/9/2025"), []),
        (("Student", "Goal", "9/9/2025", "9/11/2025"), []),
        (("Ibsen, Lea", "9/9/2025", "9/11/2025"), []),
        (("9/9/2025", "Student", "9/11/2025"), []),
        (("Student", "9/9/2025", "9/11/2025", "School", "Provider"), [1, 2]),
        (("Student", "9/9/2025", "9/11/2025", "FTE"), []),
    ],
)
def test_two_days_are_a_grid_behind_the_students_name_alone(headings: tuple[str, ...], found: list[int]) -> None:
    assert spread.some_dates(headings) == found
