"""Names that only a grade or a number in brackets tells apart are of one child or of two: it is asked."""

import pytest

from data.store import Store
from tests.data.loading import tried
from tests.shapes.shape import drawn, text

WHOLE = """
    Student|Date|Service|Minutes
    Lin, Ana ({one})|9/3/2025|OT|30
    Lin, Ana ({other})|9/3/2025|OT|30
    Poe, Max (Mac)|9/3/2025|OT|30
    """
PARTS = """
    Last Name|First Name|Date|Service|Minutes
    Lin|Ana ({one})|9/3/2025|OT|30
    Lin|Ana ({other})|9/3/2025|OT|30
    Poe|Max (Mac)|9/3/2025|OT|30
    """


@pytest.mark.parametrize("form", [WHOLE, PARTS])
@pytest.mark.parametrize(
    ("one", "other", "stored"), [("K", "3rd", 1), ("PK", "5th", 1), ("K", "K", 3), ("Annie", "Annie", 3)]
)
def test_two_of_a_name_with_other_grades_wait(form: str, one: str, other: str, stored: int, store: Store) -> None:
    with tried(store, "log.csv", text(drawn(form.format(one=one, other=other)))) as trial:
        asked = [one.text for file in trial.report.files for sheet in file.sheets for one in sheet.questions]
        assert len(trial.rows("sessions", "minutes")) == stored
    assert any("one child" in question for question in asked) == (stored == 1)


def test_one_name_of_two_families_is_not_asked_about(store: Store) -> None:
    rows = drawn("""
        Last Name|First Name|Date|Service|Minutes
        Lin|Ana (K)|9/3/2025|OT|30
        Poe|Ana (3rd)|9/3/2025|OT|30
        """)
    with tried(store, "log.csv", text(rows)) as trial:
        assert len(trial.rows("sessions", "minutes")) == 2
