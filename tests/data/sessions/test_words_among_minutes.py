"""Minutes of two settings or groupings side by side stay apart also where words stand in most of their cells."""

import pytest

from data.store import Store
from tests.data.loading import tried

GIVEN = "session_date::varchar, status, reason, minutes::float, setting, session_grouping"


def rows(store: Store, text: str) -> tuple[list[tuple[object, ...]], int, int]:
    """The sessions, how many records wait and how many are rejected."""
    with tried(store, "log.csv", text.encode()) as trial:
        (sheet,) = trial.report.files[0].sheets
        return trial.rows("sessions", GIVEN), sheet.waiting, sheet.rejected


@pytest.mark.parametrize("headings", ["Push-in min,Pull-out min", "In class minutes,Therapy room minutes"])
def test_words_of_missed_sessions_are_more_than_minutes(store: Store, headings: str) -> None:
    """Two lengths beside eight different words: each row is one session, of its own setting where it was given."""
    found, waiting, rejected = rows(store, f"""Date,Student,Service,{headings}
9/8/2025,"Lin, Ada",OT,student absent,
9/9/2025,"Lin, Ada",OT,no school,
9/10/2025,"Lin, Ada",OT,30,
9/11/2025,"Ray, Bo",OT,,therapist absent
9/15/2025,"Ray, Bo",OT,,45
9/16/2025,"Ray, Bo",OT,,snow day
9/17/2025,"Ray, Bo",OT,,field trip
9/18/2025,"Ray, Bo",OT,,assembly
""")  # fmt: skip
    assert found == [
        ("2025-09-08", "missed", "student_absent", None, None, None),
        ("2025-09-09", "missed", "holiday", None, None, None),
        ("2025-09-10", "delivered", None, 30, "push_in", None),
        ("2025-09-11", "missed", "provider_absent", None, None, None),
        ("2025-09-15", "delivered", None, 45, "pull_out", None),
        ("2025-09-16", "missed", "emergency_closure", None, None, None),
        ("2025-09-17", "missed", "school_event", None, None, None),
        ("2025-09-18", "missed", "school_event", None, None, None),
    ]
    assert (waiting, rejected) == (0, 0)


def test_a_column_of_words_alone(store: Store) -> None:
    """Nobody was seen in the group: its column still is the group's, and the individual one isn't the minutes of all."""
    found, waiting, rejected = rows(store, """Date,Student,Service,Individual Minutes,Group Minutes
9/8/2025,"Lin, Ada",OT,30,
9/9/2025,"Lin, Ada",OT,25,
9/11/2025,"Ray, Bo",OT,,absent
9/12/2025,"Ray, Bo",OT,,no school
""")  # fmt: skip
    assert found == [
        ("2025-09-08", "delivered", None, 30, None, "individual"),
        ("2025-09-09", "delivered", None, 25, None, "individual"),
        ("2025-09-11", "missed", "student_absent", None, None, None),
        ("2025-09-12", "missed", "holiday", None, None, None),
    ]
    assert (waiting, rejected) == (0, 0)


def test_words_that_nobody_knows_keep_no_minutes_out(store: Store) -> None:
    """PA may be several things, Dentist and NS no status by themselves: those rows are told, both lengths go in."""
    found, waiting, rejected = rows(store, """Date,Student,Service,Individual Minutes,Group Minutes
9/10/2025,"Lin, Ada",OT,30,
9/11/2025,"Ray, Bo",OT,,PA
9/12/2025,"Ray, Bo",OT,,Dentist
9/15/2025,"Ray, Bo",OT,,45
9/16/2025,"Ray, Bo",OT,,NS
""")  # fmt: skip
    assert found == [
        ("2025-09-10", "delivered", None, 30, None, "individual"),
        ("2025-09-15", "delivered", None, 45, None, "group"),
    ]
    assert waiting + rejected == 3


def test_times_of_day_are_no_lengths(store: Store) -> None:
    """Under *time* words may be when: as many as there are lengths, and no more, stand among lengths."""
    found, *_ = rows(store, """Date,Student,Service,Minutes,Push-in time,Pull-out time
9/10/2025,"Lin, Ada",OT,30,first period,
9/11/2025,"Ray, Bo",OT,45,,after lunch
9/12/2025,"Ray, Bo",OT,20,,recess
""")  # fmt: skip
    assert [row[3] for row in found] == [30, 45, 20]


def test_a_word_under_the_minutes_of_one_kind_is_not_of_the_other(store: Store) -> None:
    """Absent under direct minutes is the direct session's: the consult of that row is asked about, never stored as missed."""
    text = 'Date,Student,Service,Direct minutes,Consult minutes\n9/8/2025,"Lin, Ada",OT,absent,15\n9/9/2025,"Lin, Ada",OT,30,\n'
    with tried(store, "log.csv", text.encode()) as trial:
        told = trial.rows("sessions", "session_date::varchar, kind, status, minutes::float")
        assert told == [("2025-09-08", "direct", "missed", None), ("2025-09-09", "direct", "delivered", 30)]
        sheets = trial.report.files[0].sheets
        assert [question.value for one in sheets for question in one.questions] == ["absent in Direct minutes"]
        assert sum(one.waiting for one in sheets) == 1


@pytest.mark.parametrize("remarks", ["Group minutes notes", "Comments on group minutes", "Individual min remarks"])
def test_a_bare_number_among_remarks_is_no_length(store: Store, remarks: str) -> None:
    """One 45 among remarks is no third length: the individual and the group's minutes stay apart."""
    found, *_ = rows(store, f"""Date,Student,Service,Individual min,Group min,{remarks}
10/6/2025,"Lin, Ada",OT,25,,sat with Bo
10/7/2025,"Ray, Bo",OT,,40,tired
10/8/2025,"Ray, Bo",OT,,35,45
""")  # fmt: skip
    assert [(row[3], row[5]) for row in found] == [(25, "individual"), (40, "group"), (35, "group")]
