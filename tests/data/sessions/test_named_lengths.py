"""Minutes that only headings over ticks, or the names of services, tell."""

from collections.abc import Callable

import pytest

from data.store import Store
from tests.data.loading import tried
from tests.quick import first
from tests.shapes.shape import drawn, text

Rows = list[tuple[str, str, str, float | None, str]]
Read = Callable[[str], tuple[Rows, list[str]]]
"""Student, service, day, minutes and status of each row that goes in; what is asked."""


@pytest.fixture
def read(store: Store) -> Read:
    def load(picture: str) -> tuple[Rows, list[str]]:
        with tried(store, "log.csv", text(drawn(picture))) as trial:
            rows = trial.rows(
                "sessions", "student_id", "service", "strftime(session_date, '%m-%d')", "minutes", "status"
            )
            file = trial.report.files[0]
            told = [
                (student, service, day, None if minutes is None else float(minutes), status)
                for student, service, day, minutes, status in rows
            ]
            return told, [file.refused] if file.refused else [one.value for one in file.sheets[0].questions]

    return load


OF_SERVICES: Rows = [
    ("1", "OT", "09-08", 30.0, "delivered"),
    ("1", "OT", "09-10", 45.0, "delivered"),
    ("2", "OT", "09-09", 30.0, "delivered"),
    ("2", "PT", "09-09", 30.0, "delivered"),
]


@pytest.mark.parametrize(
    "picture",
    first(
        1,
        [
            """
            Student ID|Date|OT 30 min|OT 45 min|PT 30 min
            1|9/8/2025|x||
            1|9/10/2025||x|
            2|9/9/2025|x||x
            """,
            """
            Student ID|Date|OT (30 min)|OT (45 minutes)|PT (0.5 hr)
            1|9/8/2025|TRUE|FALSE|FALSE
            1|9/10/2025|FALSE|TRUE|FALSE
            2|9/9/2025|TRUE|FALSE|TRUE
            """,
            """
            Student ID|Date|30-min OT session|45-min OT session|30-min PT session
            1|9/8/2025|1|0|0
            1|9/10/2025|0|1|0
            2|9/9/2025|1||1
            """,
            """
            Student ID|Date|OT||PT
            ||30 min|45 min|30 min|45 min
            1|9/8/2025|x|||
            1|9/10/2025||x||
            2|9/9/2025|x||x|
            """,
            """
            Student ID|Date|Session Type
            1|9/8/2025|OT 30 min
            1|9/10/2025|OT 45 min
            2|9/9/2025|OT 30 min
            2|9/9/2025|PT (30 min)
            """,
        ],
    ),
)  # fmt: skip
def test_each_tick_is_a_session_of_its_heading(read: Read, picture: str) -> None:
    assert read(picture) == (OF_SERVICES, [])


def test_lengths_alone_beside_a_column_of_services(read: Read) -> None:
    rows, asked = read("""
        Student ID|Service|Date|15 min|30 min
        1|OT|9/8/2025|✓|
        2|PT|9/8/2025||✓
        """)  # fmt: skip
    assert (rows, asked) == ([("1", "OT", "09-08", 15.0, "delivered"), ("2", "PT", "09-08", 30.0, "delivered")], [])


def test_what_became_of_a_session_in_other_columns_or_headings(read: Read) -> None:
    rows, asked = read("""
        Student ID|Date|OT 30 min|OT make-up 30 min|Student absent
        1|9/8/2025|x||
        1|9/10/2025||x|
        1|9/12/2025|||x
        """)  # fmt: skip
    assert [row[3:] for row in rows] == [(30.0, "delivered"), (30.0, "make_up"), (None, "missed")]
    assert asked == []


def test_a_tick_beside_an_absence_is_no_session_given(read: Read) -> None:
    rows, _ = read("""
        Student ID|Date|OT 30 min|OT 45 min|Status
        1|9/8/2025|x||Present
        1|9/10/2025||x|Absent
        """)  # fmt: skip
    assert [row[3:] for row in rows] == [(30.0, "delivered"), (45.0, "missed")]


def test_no_under_a_service_may_be_a_session_that_was_missed(read: Read) -> None:
    rows, asked = read("""
        Student ID|Date|OT 30 min|OT 45 min|Speech 30 min
        1|9/8/2025|N|Y|N
        """)  # fmt: skip
    assert (rows, asked) == ([("1", "OT", "09-08", 45.0, "delivered")], ["N"])


@pytest.mark.parametrize("heading", ["Planned OT 30 min", "Prep 30 min", "OT 30 min/wk"])
def test_headings_that_say_more_than_is_known_give_nothing(read: Read, heading: str) -> None:
    rows, asked = read(f"""
        Student ID|Date|{heading}|{heading.replace("30", "45")}
        1|9/8/2025|x|
        1|9/10/2025||x
        """)  # fmt: skip
    assert rows == [] and asked


def test_what_services_promise_is_not_how_long_a_session_was(read: Read) -> None:
    assert read("""
        Student ID|Date|Service
        1|9/8/2025|OT 2 x 30 min weekly
        """) == ([], [])  # fmt: skip  # it is a line
