"""The same sessions from two systems whose files differ in what they tell (rules 4)."""

import pytest

from tests.data.loading import Ledger, counts, sheet_of

IEP = "Student ID,Service,Service Date,Start,Minutes,Status,Provider\n"
BILLED = "LOCAL_ID,DOS,SVC,FROM,TO\n"
TOLD = IEP + "44001,OT,10/6/2025,09:00,30,Provided,Rhee Noa\n44001,OT,10/8/2025,09:00,30,Student Absent,Rhee Noa\n"
ALSO = BILLED + "44001,20251006,OT,0900,0930\n44001,20251015,OT,0900,0930\n"
GIVEN = [("2025-10-06", 30.0, True), ("2025-10-08", 30.0, True), ("2025-10-15", 30.0, False)]


def stored(ledger: Ledger) -> list[tuple[object, ...]]:
    named = "strftime(session_date, '%Y-%m-%d'), cast(minutes as double), provider_id is not null"
    return ledger.ask(f"select {named} from sessions where known_to is null order by session_date")


@pytest.mark.slow
def test_a_system_that_names_no_provider_brings_nothing_twice(ledger: Ledger) -> None:
    ledger.load("iep.csv", TOLD)
    assert counts(sheet_of(ledger.load("billing.csv", ALSO), "sessions")) == {"new": 1, "duplicate": 1}
    assert stored(ledger) == GIVEN


@pytest.mark.slow
def test_the_order_of_loading_changes_nothing(ledger: Ledger) -> None:
    ledger.load("billing.csv", ALSO)
    ledger.load("iep.csv", TOLD)
    assert stored(ledger) == GIVEN


@pytest.mark.slow
def test_missed_in_one_and_billed_in_the_other_waits(ledger: Ledger) -> None:
    ledger.load("iep.csv", TOLD)
    ledger.load("billing.csv", BILLED + "44001,20251008,OT,0900,0930\n")
    assert [day for day, _, _ in stored(ledger)] == ["2025-10-06"]


@pytest.mark.slow
def test_two_providers_at_one_time_are_two_sessions(ledger: Ledger) -> None:
    ledger.load("iep.csv", TOLD)
    ledger.load("other.csv", "LOCAL_ID,DOS,SVC,FROM,TO,RENDERING\n44001,20251006,OT,0900,0930,Quist Ida\n")
    assert [day for day, _, _ in stored(ledger)] == ["2025-10-06", "2025-10-06", "2025-10-08"]


@pytest.mark.slow
def test_sessions_without_a_time_that_may_be_another_systems_are_looked_at_twice(ledger: Ledger) -> None:
    ledger.load("iep.csv", TOLD)
    report = sheet_of(
        ledger.load("untimed.csv", "Student ID,Service,DOS,Minutes\n44001,OT,10/6/2025,30\n44001,OT,10/9/2025,30\n"),
        "sessions",
    )
    assert report.unusual.startswith("1 of the new sessions")
    assert len(stored(ledger)) == 4


@pytest.mark.slow
def test_other_days_and_other_providers_are_not(ledger: Ledger) -> None:
    ledger.load("iep.csv", TOLD)
    data = "Student ID,Service,DOS,Minutes,Clinician\n44001,OT,10/6/2025,30,Quist Ida\n44001,OT,10/9/2025,30,Rhee Noa\n"
    assert sheet_of(ledger.load("untimed.csv", data), "sessions").unusual == ""
