"""Indirect minutes beside minutes of which nothing says the kind: one session's or two's, so the row waits."""

import pytest

from data.store import Store
from tests.data.loading import tried

LOG = """Student,Date,Service,{}
"Lin, Ada",9/8/2025,OT,30,15
"Ray, Bo",9/9/2025,OT,30,0
"Ray, Bo",9/10/2025,OT,,10
"Ray, Bo",9/11/2025,OT,20,
"Ray, Bo",9/12/2025,OT,20,20
"""
SHOWN = "session_date::varchar, kind, minutes::float"


@pytest.mark.parametrize(
    "headings", ["Minutes,Indirect Minutes", "Minutes,Consult Minutes", "Total Minutes,Indirect Minutes"]
)
def test_rows_with_minutes_of_both_or_only_of_the_indirect_wait(store: Store, headings: str) -> None:
    """The 10 minutes of September 10 were stored as a session of no kind, which counts as direct."""
    with tried(store, "log.csv", LOG.format(headings).encode()) as trial:
        assert trial.rows("sessions", SHOWN) == [("2025-09-09", None, 30), ("2025-09-11", None, 20)]
        assert trial.report.files[0].sheets[0].waiting == 3


def test_minutes_are_not_taken_for_consult_that_stands_beside(store: Store) -> None:
    with tried(store, "log.csv", LOG.format("Session Minutes,Consultation Min").encode()) as trial:
        assert trial.rows("sessions", SHOWN) == [("2025-09-10", "indirect", 10)]
        assert trial.report.files[0].sheets[0].waiting == 4


def test_both_kinds_by_their_names_are_two_sessions(store: Store) -> None:
    with tried(store, "log.csv", LOG.format("Direct Minutes,Indirect Minutes").encode()) as trial:
        assert sorted(trial.rows("sessions", SHOWN)) == [
            ("2025-09-08", "direct", 30), ("2025-09-08", "indirect", 15), ("2025-09-09", "direct", 30),
            ("2025-09-10", "indirect", 10), ("2025-09-11", "direct", 20), ("2025-09-12", "direct", 20),
            ("2025-09-12", "indirect", 20),
        ]  # fmt: skip


@pytest.mark.parametrize("nothing", ["-", "0.0", "N/A", "0 min", "none", " "])
def test_nothing_in_any_spelling_holds_no_row(store: Store, nothing: str) -> None:
    log = f'Student,Date,Service,Minutes,Indirect Minutes\n"Lin, Ada",9/8/2025,OT,30,{nothing}\n"Ray, Bo",9/9/2025,OT,20,15\n'
    with tried(store, "log.csv", log.encode()) as trial:
        assert trial.rows("sessions", SHOWN) == [("2025-09-08", None, 30)]
        assert trial.report.files[0].sheets[0].waiting == 1


def test_a_missed_session_and_one_whose_kind_is_told_are_one(store: Store) -> None:
    """Nothing was given on September 9; the consult of the 10th has its own kind, and no other minutes."""
    log = """Student,Date,Service,Status,Kind,Minutes,Indirect Minutes
"Lin, Ada",9/8/2025,OT,Delivered,Direct,30,
"Ray, Bo",9/9/2025,OT,Student Absent,Direct,0,15
"Ray, Bo",9/10/2025,OT,Delivered,Consult,,15
"""
    with tried(store, "log.csv", log.encode()) as trial:
        told = trial.rows("sessions", "session_date::varchar, status, kind, minutes::float")
        assert [one for one in told if one[1] != "missed"] == [
            ("2025-09-08", "delivered", "direct", 30), ("2025-09-10", "delivered", "indirect", 15),
        ]  # fmt: skip
        assert [one[:2] for one in told if one[1] == "missed"] == [("2025-09-09", "missed")]
