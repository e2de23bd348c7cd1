"""A heading that tells how a service is given and a number (Direct 30), which may be its minutes: no list of students has it."""

import pytest

from data.store import Store
from tests.data.loading import tried
from tests.shapes.shape import drawn, text


@pytest.mark.parametrize(
    ("headings", "is_roster"),
    [
        ("Direct 30|Indirect 15", False),
        ("Push-in 30|Pull-out 30", False),
        ("Consult 15|Direct 45", False),
        ("Room 30|Period 15", True),
    ],
)
def test_they_make_no_list_of_students(store: Store, headings: str, *, is_roster: bool) -> None:
    rows = drawn(f"""
        Student ID|Last Name|First Name|Grade|{headings}
        7001|Lin|Ada|3|2|1
        7002|Dole|Bo|4|1|
        """)
    with tried(store, "file.csv", text(rows)) as trial:
        (file,) = trial.report.files
        assert bool(file.refused) is not is_roster
        assert len(trial.rows("students", "student_id")) == (2 if is_roster else 0)
