"""A colon behind a heading is no sign of a label with its value."""

from data.store import Store
from tests.data.loading import tried
from tests.shapes.shape import drawn, text

ROSTER = """
    SASID|Student Legal Last Name|FirstName|Last IEP Meeting Date|Student Grade|504|Record Status|School Site:
    48219|Oduya|Kit|06/16/2025|11th|N|Active|Alder Elementary
    48220|Prior|Max|06/06/2025|3rd|N|Active|Cedar High School
    """
FORM = """
    Student:|Oduya, Kit|School:|Alder Elementary
    Date|Service|Minutes|Status
    9/8/2025|OT|30|Completed
    """


def test_a_roster_whose_last_heading_has_one(store: Store) -> None:
    with tried(store, "list.csv", text(drawn(ROSTER))) as trial:
        told = trial.rows("students", "student_id", "grade", "school")
    assert told == [("48219", "11", "Alder Elementary"), ("48220", "3", "Cedar High School")]


def test_labels_with_their_values_stay_labels(store: Store) -> None:
    with tried(store, "log.csv", text(drawn(FORM))) as trial:
        assert trial.rows("sessions", "school", "minutes") == [("Alder Elementary", 30)]
