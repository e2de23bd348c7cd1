"""Whom each of a staff list supervises, several buildings of one person, and how much of full time a contract is."""

from datetime import date

import pytest

from data.ingest.mapping.proposing import propose
from data.ingest.model import Answers, Options
from data.ingest.values import statuses
from tests.data.loading import Ledger
from tests.data.sheets import cells, table

HEAD = "Staff ID|Name|Title|FTE|{}"
STAFF = ("T1|Ames, Ola|OTR|1.0|{}", "T2|Bex, Tom|COTA|0.8|{}", "T3|Cory, Amy|COTA|0.5|{}", "T4|Dorn, Rita|SLP|1.0|{}")


def _supervisors(heading: str, *told: str) -> dict[str, str | None]:
    found = table(HEAD.format(heading), *(row.format(text) for row, text in zip(STAFF, told, strict=True)))
    if "Supervisor" not in found.headings or heading in found.headings:
        return {}
    return {who: above for who, above in cells(found, "Name", "Supervisor") if above}  # type: ignore[misc]


@pytest.mark.parametrize(
    "named",
    ["Bex, Tom; Cory, Amy", "Tom Bex, Amy Cory", "T. Bex & A. Cory", "Bex and Cory", "Bex/Cory", "T2, T3"],
)
def test_the_supervised_are_found_in_the_list_however_they_are_written(named: str) -> None:
    assert _supervisors("Supervises", named, "", "", "") == {"Bex, Tom": "T1", "Cory, Amy": "T1"}


def test_a_column_of_supervisors_numbers_or_strangers_stays() -> None:
    assert _supervisors("Supervised", "", "Ames, Ola", "Ames, Ola", "") == {}
    assert _supervisors("# Supervised", "2", "", "", "") == {}
    assert _supervisors("Supervises", "Zed, Pat", "", "", "") == {}


def test_an_assistant_of_two_supervisors_is_told_beside_neither() -> None:
    assert _supervisors("COTA Supervised", "Bex; Cory", "", "", "Cory") == {"Bex, Tom": "T1"}


def _places(heading: str, *told: str) -> list[str | None]:
    found = table(HEAD.format(heading), *(row.format(text) for row, text in zip(STAFF, told, strict=True)))
    return [place for (place,) in cells(found, heading)]


def test_of_several_buildings_none_is_the_home_school() -> None:
    assert _places("Buildings", "Fern ES, Gull MS", "Fern ES", "Fern ES/Gull MS", "All") == [
        None,
        "Fern ES",
        None,
        None,
    ]
    assert _places("Building", "Fern & Gull", "Fern", "Gull", "District-wide") == [None, "Fern", "Gull", None]


def test_a_school_with_such_words_in_its_name_stays() -> None:
    named = ["Lewis and Clark ES", "Pre-K/K Center", "Lincoln School, The", "All Saints School"]
    assert _places("Home School", *named) == named


@pytest.mark.parametrize(
    ("heading", "told", "field"),
    [
        ("% Contract", ("100", "80"), "fte"),
        ("Contract", ("1.0", ".8"), "fte"),
        ("Contract", ("1.0 FTE", "0.8 FTE"), "fte"),
        ("Contract", ("Harbor Therapies", "District"), "employer"),
        ("Assignment End", ("6/5/2026", "12/19/2025"), "end_date"),
        ("Assignment", ("Occupational Therapist", "Physical Therapist"), "role"),
    ],
)
def test_a_contract_is_told_by_what_stands_beneath(heading: str, told: tuple[str, str], field: str) -> None:
    found = table(f"Staff ID|Name|Home School|{heading}", f"1|Ames, Ola|Fern|{told[0]}", f"2|Bex, Tom|Gull|{told[1]}")
    mapping = next(iter(propose(found, Answers(), Options())))
    assert {one.heading: one.field for one in mapping.columns}[heading] == field


def test_the_second_of_two_words_may_go_without_the_first_of_both() -> None:
    assert statuses.read("School assembly or event").reason == "school_event"
    assert statuses.read("Student sick or absent").reason == "student_absent"
    assert not statuses.read("School assembly or testing").known
    assert not statuses.read("Student absent or seen").known


def test_an_assistant_beside_each_is_supervised_by_them(ledger: Ledger) -> None:
    rows = '"Nagy, Jo",OT,1.0,"Roe, Al"', '"Bell, Kim",OT,0.8,'
    ledger.load("staff.csv", "\n".join(("Provider,Discipline,FTE,Assistant", *rows)))
    assert len(ledger.rows("supervision", "assistant_id", "provider_id")) == 1
    assert _supervisors("Assistants", "Bex (COTA), Cory (COTA)", "", "", "") == {"Bex, Tom": "T1", "Cory, Amy": "T1"}


def test_the_heading_of_an_amount_says_its_service_before_a_program_does(ledger: Ledger) -> None:
    rows = "301,RSP,60,0,30", "302,SDC,30,30,"
    ledger.load("lines.csv", "\n".join(("Student #,Program,Min/Week OT,Min/Week PT,Min/Week SLP", *rows)))
    assert sorted(ledger.rows("service_lines", "student_id", "service", "amount_minutes")) == [
        ("301", "OT", 60), ("301", "SLP", 30), ("302", "OT", 30), ("302", "PT", 30),
    ]  # fmt: skip


def test_a_lines_own_days_go_before_those_of_its_plan(ledger: Ledger) -> None:
    head = "StudentID,ServiceType,IEPStart,IEPEnd,ServStart,ServEnd,FreqNum,FreqPeriod,DurNum,DurUnit,LocationType"
    row = "301,OT,2025-03-04,2026-03-03,2025-09-02,2026-01-30,2,W,0.5,H,TherapyRoom"
    ledger.load("lines.csv", f"{head}\n{row}\n")
    told = ledger.rows("service_lines", "start_date", "end_date", "amount_minutes", "cycle", "setting")
    assert told == [(date(2025, 9, 2), date(2026, 1, 30), 60, "week", "pull_out")]


def test_initials_that_many_students_share_are_no_childs() -> None:
    def taken(*initials: str) -> str | None:
        rows = [f"{301 + at}|OT|10/1/2025|30|{one}" for at, one in enumerate(initials)]
        mapping = propose(table("Student ID|Svc|Date|Min|Initials", *rows), Answers(), Options())[0]
        return {one.heading: one.field for one in mapping.columns}["Initials"]

    assert taken("JN", "JN") is None
    assert taken("AP", "BQ", "CR") == "student_name"
