"""Whose absence a reason is that leaves it open: who called the session off says it, in a column of its own."""

from datetime import date, timedelta

import pytest

from data.ingest import tables
from data.ingest.values import frequencies, statuses
from data.store import Store
from tests.data.loading import tried
from tests.data.sheets import sheet


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Provider vacation", "provider_absent"), ("Therapist on vacation", "provider_absent"),
        ("Client vacation", "student_absent"), ("Student out of town", "student_absent"), ("Vacation week", "holiday"),
        ("School vacation", "holiday"), ("Winter vacation", "holiday"), ("Vacation", None),
    ],
)  # fmt: skip
def test_a_vacation_is_of_whoever_it_says_and_else_of_nobody(text: str, reason: str | None) -> None:
    assert statuses.read(text).reason == reason


_VISITS = (
    ("Kept", "", ""), ("Cancelled", "Illness", "Client"), ("Cancelled", "Vacation", "Provider"), ("Cancelled", "", "Provider"),
    ("Cancelled", "Snow day", "Facility"), ("Cancelled", "Illness", ""),
)  # fmt: skip


def test_each_reason_with_who_called_off(store: Store) -> None:
    """The last row names nobody, and waits; a snow day is one whoever called off."""
    rows = [
        f"{date(2025, 10, 6) + timedelta(at)},Okoro Ben,OT,{status},{30 if status == 'Kept' else ''},{why},{who}"
        for at, (status, why, who) in enumerate(_VISITS)
    ]
    log = "\n".join(["Visit Date,Client,Service,Appt Status,Minutes,Cancel Reason,Cancelled By", *rows])
    with tried(store, "visits.csv", log.encode()) as trial:
        assert [reason for _, reason in trial.rows("sessions", "source_row", "reason")] == [
            None, "student_absent", "provider_absent", "provider_absent", "emergency_closure"
        ]  # fmt: skip
        (told,) = trial.report.files[0].sheets
        assert told.waiting == 1 and [one.value for one in told.questions] == ["Illness"]
        assert "Where Cancel Reason leaves open whose it was, Cancelled By says it." in told.assumptions


@pytest.mark.parametrize("by", ["Approved By", "Entered By", "Cancelled On"])
def test_other_columns_say_nothing_of_whose_it_was(by: str) -> None:
    (table,) = tables.find(
        sheet(f"""
Date    |Student|Status   |Cancel Reason|{by}
9/8/2025|5501   |Cancelled|Illness      |Provider
9/9/2025|5502   |Kept     |             |""")
    )
    assert by in table.headings and table.told == ()


@pytest.mark.parametrize(
    ("text", "cycle"), [("1 Quarterly", "quarter"), ("1 Weekly", "week"), ("One monthly", "month")]
)
def test_one_before_an_adverb_alone_is_how_often(text: str, cycle: str) -> None:
    said = frequencies.read(text)
    assert (said.cycle, said.sessions, said.amount_minutes) == (cycle, 1, None)


@pytest.mark.parametrize("text", ["30 min per 1 week", "1 weekly 30 min"])
def test_one_beside_minutes_is_the_period(text: str) -> None:
    said = frequencies.read(text)
    assert (said.amount_minutes, said.cycle) == (30, "week")


def test_the_day_beside_a_ticked_make_up_is_what_it_makes_up(store: Store) -> None:
    """Missed on the 10th, made up on the 12th; *for 9/10* in a row without a tick stays a reason that nobody knows."""
    log = (
        "Date,Student,Svc,Min,Canceled,MU,Reason\n9/10/2025,Okoro Ben,OT,0,X,,field trip\n"
        "9/12/2025,Okoro Ben,OT,30,,X,for 9/10\n9/15/2025,Okoro Ben,OT,0,X,,for 9/22\n"
    )
    with tried(store, "log.csv", log.encode()) as trial:
        assert [(status, str(day)) for status, day in trial.rows("sessions", "status", "makes_up_date")] == [
            ("missed", "None"), ("make_up", "2025-09-10")
        ]  # fmt: skip
        assert trial.report.files[0].sheets[0].waiting == 1


@pytest.mark.parametrize(
    ("others", "kinds", "asked"), [(("D", "C"), ["direct", "indirect"], []), (("G", "C"), ["direct", "direct"], ["C"])]
)
def test_c_beside_d_is_consult(store: Store, others: tuple[str, str], kinds: list[str], asked: list[str]) -> None:
    """Beside G (group) it may be of a class or a consultation: it is asked about."""
    rows = "\n".join(f"Okoro Ben,OT,{15 * at},MIN,W,{one}" for at, one in enumerate(others, 1))
    with tried(store, "lines.csv", f"Student,Service,Amount,Unit,Period,Delivery\n{rows}\n".encode()) as trial:
        assert [kind for _, kind in trial.rows("service_lines", "source_row", "kind")] == kinds
        assert [one.value for one in trial.report.files[0].sheets[0].questions] == asked


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Student absent first 10 min", None), ("student out for last 5 min", None), ("Student absent until 9:10", None),
        ("Student absent today", "student_absent"), ("No sub", "provider_absent"),
    ],
)  # fmt: skip
def test_an_absence_of_a_part_is_no_missed_session(text: str, reason: str | None) -> None:
    assert statuses.read(text).reason == reason


def test_empty_columns_behind_a_list_of_days_change_nothing() -> None:
    lines = (
        "2025-26 CALENDAR",
        "Aug 21|First day for students",
        "Sept 1|Labor Day",
        "Oct 9-10|Fall break",
        "May 21|Last day",
    )
    (table,) = tables.find(sheet("\n".join(line + "|" * (4 - line.count("|")) for line in lines)))
    assert len(table.body) == 1 + 1 + 2 + 1


@pytest.mark.parametrize(
    ("text", "cycle"),
    [
        ("60 (2x30)", None),
        ("60 (2 x 30 min)", None),
        ("60 = 2x30", None),
        ("2x30 (60)", None),
        ("60 (2x30) weekly", "week"),
    ],
)
def test_a_sum_beside_its_sessions_is_an_amount_where_both_agree(text: str, cycle: str | None) -> None:
    said = frequencies.read(text)
    assert (said.sessions, said.minutes_per_session, said.amount_minutes, said.cycle) == (2, 30, 60, cycle)
    assert frequencies.read(text.replace("60", "50")).problem == "contradictory_frequency"


def test_a_comment_that_names_a_service_is_no_column_of_services(store: Store) -> None:
    """Which service the log is of is asked of all rows, and none is taken out of a remark."""
    log = (
        "LOG DATE,STUDENT,TYPE,MINUTES,COMMENT\n9/8/2025,Okoro Ben,Direct,30,\n9/10/2025,Okoro Ben,Direct,30,sub OT covered\n"
        "9/12/2025,Pratt Zoe,Direct,30,OT room\n"
    )
    with tried(store, "log.csv", log.encode()) as trial:
        (told,) = trial.report.files[0].sheets
        assert told.waiting == 3 and "COMMENT" not in told.mapping


def test_a_months_totals_are_nobodys_ids(store: Store) -> None:
    rows = "Student,Service,Mandate,Aug,Sep\nOkoro Ben,OT,2x30 weekly,120/120,240/240\nPratt Zoe,OT,1x30 weekly,60/60,120/120\n"
    with tried(store, "caseload.csv", rows.encode()) as trial:
        assert [one.value for one in trial.report.files[0].sheets[0].questions] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Student back from vacation", None), ("Student will be out next week", None), ("Student tired after vacation", None),
        ("Student on vacation", "student_absent"), ("Student out sick, will be seen Monday", "student_absent"),
    ],
)  # fmt: skip
def test_an_absence_before_or_to_come_is_not_that_of_the_row(text: str, reason: str | None) -> None:
    assert statuses.read(text).reason == reason
