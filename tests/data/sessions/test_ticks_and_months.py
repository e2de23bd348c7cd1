"""What a log's columns of 1 and 0, and of months, are: whether each session was given, and no amounts told anew."""

import pytest

from data.store import Store
from tests.data.loading import tried
from tests.shapes.shape import drawn, text

TICKED = """
    Student ID|Service|Date|{given}|{length}|Reason
    98501|OT|9/16/2025|1|{thirty}|
    98502|OT|10/8/2025|0|{thirty}|Provider absent
    98501|OT|10/20/2025|1|{thirty}|
    """


@pytest.mark.parametrize(
    ("given", "length", "thirty"),
    [
        ("Delivered", "Minutes", "30"),
        ("Delivered?", "Duration", "0 hr 30 min"),
        ("Delivered", "Scheduled Minutes", "30"),
        ("Attended", "Scheduled Duration", "30"),
    ],
)
def test_one_and_zero_say_whether_it_was_given(given: str, length: str, thirty: str, store: Store) -> None:
    rows = drawn(TICKED.format(given=given, length=length, thirty=thirty))
    with tried(store, "log.csv", text(rows)) as trial:
        told = trial.rows("sessions", "status", "minutes", "reason")
    assert told == [("delivered", 30, None), ("missed", 30, "provider_absent"), ("delivered", 30, None)]


def test_hours_of_one_are_hours(store: Store) -> None:
    rows = drawn("""
        Student ID|Service|Date|Planned Hours|Given Hours
        98501|OT|9/16/2025|1|1
        98502|OT|9/17/2025|0.5|0.5
        """)
    with tried(store, "log.csv", text(rows)) as trial:
        assert trial.rows("sessions", "status", "minutes") == [("delivered", 60), ("delivered", 30)]


@pytest.mark.parametrize("heading", ["dateServiceWasProvided", "Date Service Was Provided", "Day of Therapy"])
def test_a_log_that_names_the_month_of_each_session_keeps_all_of_them(heading: str, store: Store) -> None:
    rows = drawn(f"""
        Pupil No.|Service|{heading}|Mins|Reason for missed session|Month|Session held?
        98501|OT|9/9/2025|30||September|Y
        98501|OT|9/16/2025|30||September|Y
        98501|OT|10/7/2025|30|Student absent|October|N
        98501|OT|10/14/2025|30||October|Y
        """)
    with tried(store, "log.csv", text(rows)) as trial:
        told = trial.rows("sessions", "session_date", "status")
    assert [(f"{day:%m-%d}", status) for day, status in told] == [
        ("09-09", "delivered"), ("09-16", "delivered"), ("10-07", "missed"), ("10-14", "delivered"),
    ]  # fmt: skip


def test_less_than_a_minute_among_minutes_goes_back(store: Store) -> None:
    rows = drawn("""
        Student ID|Service|Date|Minutes
        1|OT|9/8/2025|30
        2|OT|9/8/2025|0.5
        3|OT|9/8/2025|7.5
        """)
    with tried(store, "log.csv", text(rows)) as trial:
        assert trial.rows("sessions", "student_id", "minutes") == [("1", 30), ("3", 7.5)]
        assert trial.ask("select source_row, outcome from held_rows") == [(3, "rejected")]


def test_two_columns_of_one_heading_that_differ_wait(store: Store) -> None:
    """Which of them stands first says nothing; where they agree nothing is unclear."""
    rows = drawn("""
        Student ID|Service|Date|Status|Minutes|Minutes
        1|OT|9/8/2025|Completed|20|30
        2|OT|9/9/2025|Completed|30|30
        3|OT|9/10/2025|Completed|45|40
        """)
    for order in (rows, [[*row[:4], *row[:3:-1]] for row in rows]):
        with tried(store, "log.csv", text(order)) as trial:
            assert trial.rows("sessions", "student_id", "minutes") == [("2", 30)]
            assert trial.ask("select source_row, outcome from held_rows order by 1") == [(2, "waiting"), (4, "waiting")]


@pytest.mark.parametrize(
    ("whole", "waiting"),
    [("Duration (min)", [2, 4]), ("Scheduled Minutes", [])],
)
def test_a_part_that_is_longer_than_the_whole_is_none(whole: str, waiting: list[int], store: Store) -> None:
    """35 of 30: which of the two counts isn't said, unless one of them was only planned."""
    rows = drawn(f"""
        Student ID|Service|Date|{whole}|Length of Session
        1|OT|9/8/2025|30|20
        2|OT|9/9/2025|30|30
        3|OT|9/10/2025|30|35
        """)
    with tried(store, "log.csv", text(rows)) as trial:
        assert [row for (row,) in trial.ask("select source_row from held_rows order by 1")] == waiting


@pytest.mark.parametrize("titles", [("OTR", "OTR"), ("OTR", "COTA"), ("OTR/L", "COTA/L")])
def test_a_provider_s_title_tells_nobody_s_absence(titles: tuple[str, str], store: Store) -> None:
    rows = drawn(f"""
        Log ID|Student ID|Service Date|Service|Total Time Mins|Provider Name|Provider Title
        1|98501|10/1/2025|OT|30|Tess Riva|{titles[0]}
        2|98502|10/1/2025|OT|30|Jo Hale|{titles[1]}
        """)
    with tried(store, "log.csv", text(rows)) as trial:
        assert trial.rows("sessions", "status", "minutes") == [("delivered", 30), ("delivered", 30)]


@pytest.mark.parametrize(
    ("told", "groupings"),
    [
        ("10", ["group", "individual"]), ("YN", ["group", "individual"]), ("x ", ["group", None]), ("1 ", ["group", None]),
        ("11", [None, None]),
    ],
)  # fmt: skip
def test_one_and_zero_under_group_say_whether_there_was_one(
    told: str, groupings: list[str | None], store: Store
) -> None:
    """A size of 0 is none; 1 in every row may be a yes, a size, or the number of a group."""
    rows = drawn(f"""
        Student ID|Service|Date|Minutes|Group
        98501|OT|9/16/2025|30|{told[0]}
        98502|OT|9/17/2025|30|{told[1]}
        """)
    with tried(store, "log.csv", text(rows)) as trial:
        found = trial.rows("sessions", "session_grouping", "group_size")
    assert found == [(one, None) for one in groupings]
