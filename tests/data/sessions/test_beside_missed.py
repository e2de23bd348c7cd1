"""Codes that stand beside every missed session, and beside some of which nothing else is told: these aren't counted as given."""

import pytest

from data.ingest.staging import beside_missed
from data.store import Store
from tests.data.loading import tried

_HEAD = "Student,Service,Date,Minutes,{heading},{why}\n"
_ROWS = (
    "Okoro Ben,OT,9/8/2025,30,{given},\nOkoro Ben,OT,9/9/2025,30,{given},\nOkoro Ben,OT,9/10/2025,30,{missed},Student Absent\n"
    "Okoro Ben,OT,9/15/2025,30,{missed},\n"
)


def _statuses(store: Store, heading: str, given: str, missed: str, why: str = "Reason") -> list[tuple[int, str]]:
    log = (_HEAD + _ROWS).format(heading=heading, why=why, given=given, missed=missed)
    with tried(store, "log.csv", log.encode()) as trial:
        told = [row for row, *_ in trial.rows("sessions", "source_row", "status") if row is not None]
        assert sum(one.waiting for one in trial.report.files[0].sheets) == 4 - len(told)
        return trial.rows("sessions", "source_row", "status")


@pytest.mark.parametrize(
    ("heading", "given", "missed"),
    [
        ("DelivCd", "D", "N"),
        ("Del", "Y", "N"),
        ("Tx Code", "TX", "NTX"),
        ("Svc Given", "1", "2"),
        ("Rendered", "T", "F"),
    ],
)
@pytest.mark.parametrize("why", ["Reason", "Absence", "AbsCd"])
def test_minutes_beside_what_every_missed_session_has_are_not_given(
    store: Store, heading: str, given: str, missed: str, why: str
) -> None:
    """The fourth row has minutes, no reason, and the code of the third, which was missed: it waits."""
    told = dict(_statuses(store, heading, given, missed, why))
    assert told.get(4) == "missed" and told.get(5) is None


@pytest.mark.parametrize(
    ("heading", "given", "missed"),
    [("Weekday", "Mon", "Wed"), ("Claim Status", "Paid", "Held"), ("Grade", "3", "4"), ("Site Code", "A", "B")],
)
def test_what_tells_when_where_or_of_papers_says_nothing_of_it(
    store: Store, heading: str, given: str, missed: str
) -> None:
    assert dict(_statuses(store, heading, given, missed))[5] == "delivered"


def test_codes_that_most_others_have_too_say_nothing(store: Store) -> None:
    """A stands beside the missed session and beside three of four others."""
    marks = zip("AAABA", ("", "", "Student Absent", "", ""), strict=True)
    rows = "".join(f"Okoro Ben,OT,9/{8 + at}/2025,30,{mark},{why}\n" for at, (mark, why) in enumerate(marks))
    with tried(store, "log.csv", (_HEAD.format(heading="Lot", why="Reason") + rows).encode()) as trial:
        assert len(trial.rows("sessions", "source_row")) == 5


def test_nobody_is_called_student_absent(store: Store) -> None:
    """Under *Absence* stand reasons and no names: three records, none of them of a child called so."""
    assert [status for _, status in _statuses(store, "Room", "A", "A", "Absence")] == ["missed"]


def test_without_reasons_there_is_nothing_to_go_by() -> None:
    assert beside_missed._is_of_others("Signed") and not beside_missed._is_of_others("Svc Given")


_BARE = "Student,Service,Date,Minutes,{heading}\n" + "".join(
    f"{who},OT,9/{day}/2025,30,{{{mark}}}\n"
    for who, day, mark in (("Okoro Ben", 8, "a"), ("Okoro Ben", 9, "a"), ("Okoro Ben", 10, "b"), ("Pratt Zoe", 11, "a"))
)


@pytest.mark.parametrize(
    ("heading", "a", "b"),
    [("OK", "Y", "N"), ("Tx Code", "TX", "NTX"), ("Svc Given", "1", "2"), ("Result Cd", "01", "02"), ("Flag", "", "M"),
     ("Kept", "K", "NK")],
)  # fmt: skip
def test_rarer_codes_under_a_strange_heading_wait_where_nothing_tells_outcomes(
    store: Store, heading: str, a: str, b: str
) -> None:
    """Three sessions of four have one code or none; the other one may be that nobody came."""
    with tried(store, "log.csv", _BARE.format(heading=heading, a=a, b=b).encode()) as trial:
        assert trial.rows("sessions", "source_row", "status") == [(2, "delivered"), (3, "delivered"), (5, "delivered")]
        assert [one.value for one in trial.report.files[0].sheets[0].questions] == [f"{b} in {heading}"]


@pytest.mark.parametrize(
    ("heading", "a", "b"),
    [
        ("Miles", "", "12"),
        ("Stickers", "3", "5"),
        ("Number of pages", "", "4"),
        ("Odometer", "4", "7"),
        ("Wk Day", "Mon", "Tue"),
        ("Site", "A", "B"),
        ("Billable", "Y", "N"),
        ("Lot", "Q", "Q"),
    ],
)
def test_codes_of_days_places_and_papers_and_one_alone_stay(store: Store, heading: str, a: str, b: str) -> None:
    with tried(store, "log.csv", _BARE.format(heading=heading, a=a, b=b).encode()) as trial:
        assert len(trial.rows("sessions", "source_row")) == 4


@pytest.mark.parametrize(
    ("heading", "a", "b"),
    [("Codes", "1", "2"), ("Types", "1", "3"), ("Noshws", "", "1"), ("Abs", "", "1"), ("Gones", "", "1"),
     ("Stickers", "", "1"), ("Turndowns", "", "3"), ("Pullouts", "", "2"), ("Skips", "", "4"), ("Attempts", "", "2"),
     ("No. Shows", "", "2"), ("Pages Skipped", "", "3")],
)  # fmt: skip
def test_numbers_that_may_be_codes_or_ticks_let_no_session_count(store: Store, heading: str, a: str, b: str) -> None:
    with tried(store, "log.csv", _BARE.format(heading=heading, a=a, b=b).encode()) as trial:
        assert (4, "delivered") not in trial.rows("sessions", "source_row", "status")


def test_what_is_each_students_own_says_nothing_of_a_session(store: Store) -> None:
    log = "Student,Service,Date,Minutes,ELL\nOkoro Ben,OT,9/8/2025,30,Y\nOkoro Ben,OT,9/9/2025,30,Y\nPratt Zoe,OT,9/8/2025,30,N\n"
    with tried(store, "log.csv", log.encode()) as trial:
        assert len(trial.rows("sessions", "source_row")) == 3


_CODED = "Student,Service,Date,Minutes,{heading}\n" + "".join(
    f"{who},{service},9/{8 + at}/2025,30,{{{at}}}\n"
    for at, (who, service) in enumerate(
        (("Okoro Ben", "OT"), ("Okoro Ben", "OT"), ("Pratt Zoe", "OT"), ("Pratt Zoe", "PT"))
    )
)


@pytest.mark.parametrize("heading", ["RecordCd", "Svc Cd", "Record Type", "Rslt", "Entry Code"])
@pytest.mark.parametrize("marks", [("K1", "K4", "K1", "K2"), ("01", "03", "02", "04"), ("XQ", "ZK", "XQ", "ZK")])
def test_all_codes_of_a_system_that_nothing_explains_wait(store: Store, heading: str, marks: tuple[str, ...]) -> None:
    """None of them is so common that it must be that of a session that was given."""
    with tried(store, "log.csv", _CODED.format(*marks, heading=heading).encode()) as trial:
        assert trial.rows("sessions", "source_row") == []
        asked = {one.value for one in trial.report.files[0].sheets[0].questions}
        assert asked == {f"{mark} in {heading}" for mark in marks}


@pytest.mark.parametrize(
    ("heading", "marks"),
    [
        ("Svc Cd", ("K1", "K1", "K1", "K2")),
        ("Svc Cd", ("OT1", "OT2", "OT1", "PT1")),
        ("Record Type", ("X1", "X1", "X2", "X2")),
        ("Note Cd", ("K1", "K4", "K1", "K2")),
        ("Mod", ("GO", "GO", "GO", "GP")),
        ("Mod 2", ("", "95", "", "")),
        ("Proc", ("97530", "97530", "97530", "97110")),
        ("Modifier", ("GO 59", "GO", "GO", "GP 59")),
    ],
)
def test_codes_of_a_service_of_each_student_of_paper_and_of_claims_hold_nothing(
    store: Store, heading: str, marks: tuple[str, ...]
) -> None:
    """K2 goes with PT, X1 and X2 with the student; OT1 begins with the service; modifiers tell whose plan a claim is under."""
    with tried(store, "log.csv", _CODED.format(*marks, heading=heading).encode()) as trial:
        assert len(trial.rows("sessions", "source_row")) == 4
