"""California's own extract with codes that its public list lacks: they hold their own rows, and are nowhere a count."""

import pytest

from data.store import Store
from tests.data.loading import tried

HEADINGS = (
    "Local Student ID,Student Last Name,Student First Name,Special Education Service Code,"
    "Special Education Service Provider Code,Special Education Service Location Code,Service Frequency Code,Service Duration\n"
)
LISTED = "501,Lin,Ada,450,110,510,20,30\n502,Ray,Bo,510,110,520,30,60\n503,Sol,Cy,415,110,510,20,45\n"
READ = [("501", "OT", 30, "week"), ("502", "COUNSELING", 60, "month"), ("503", "SLP", 45, "week")]
SHOWN = "student_id, service, amount_minutes::float, cycle"


@pytest.mark.parametrize(
    ("row", "asked"),
    [("504,Tam,Di,999,110,510,20,30", "999"), ("504,Tam,Di,450,110,510,77,30", "amounts without a period")],
)
def test_only_the_row_of_an_unlisted_code_waits(store: Store, row: str, asked: str) -> None:
    with tried(store, "SERV.csv", (HEADINGS + LISTED + row).encode()) as trial:
        assert trial.rows("service_lines", SHOWN) == READ
        (sheet,) = trial.report.files[0].sheets
        assert sheet.waiting == 1
        assert [(one.value, one.rows) for one in sheet.questions if one.rows] == [(asked, 1)]
        assert not [one for one in sheet.questions if "sessions_per_cycle" in one.choices]


def test_an_unlisted_place_is_asked_and_holds_nothing(store: Store) -> None:
    row = "504,Tam,Di,450,110,310,20,30"
    with tried(store, "SERV.csv", (HEADINGS + LISTED + row).encode()) as trial:
        places = [("push_in",), ("other",), ("push_in",), (None,)]
        assert trial.rows("service_lines", "setting") == places
        assert [(one.value, one.rows) for one in trial.report.files[0].sheets[0].questions] == [("310", 0)]


def test_codes_of_which_most_are_unlisted_are_asked_about(store: Store) -> None:
    """Three digits of some other list: none of them is read by the state's words."""
    rows = "501,Lin,Ada,111,110,510,20,30\n502,Ray,Bo,112,110,520,30,60\n503,Sol,Cy,450,110,510,20,45\n"
    with tried(store, "SERV.csv", (HEADINGS + rows).encode()) as trial:
        assert trial.rows("service_lines", "service") == []
        assert trial.report.files[0].sheets[0].waiting == 3
