"""Ids under names peculiar to a state or system: whose they are, which are never kept, which are asked about."""

import pytest

from data.ingest.values import private, terms
from tests.data.loading import Ledger, sheet_of

LOG = (
    "Student,{number},DOS,Minutes,Provider,Service\n"
    '"Lind, Ada",123456781,9/8/2025,30,"Quan, Rae",OT\n"Marsh, Bo",123456792,9/8/2025,30,"Quan, Rae",OT\n'
    '"Lind, Ada",123456781,9/15/2025,30,"Quan, Rae",OT\n'
)
STAFF = (
    "{number},Staff Name,Assignment,FTE,Building\n"
    '88100231,"Quan, Rae",Occupational Therapist,1.0,Elm Elementary\n88100232,"Otto, Kim",COTA,0.5,Oak Middle\n'
)
ROSTER = (
    "{number},Last Name,First Name,Grade,School\n100420011,Lind,Ada,3,Elm School\n100420012,Marsh,Bo,4,Elm School\n"
)
LINES = (
    "District Code,Location Code,Student ID,Service,Minutes,Frequency,Start Date\n"
    "067,{one},61001,OT,60,Weekly,8/11/2025\n067,{other},61002,PT,30,Weekly,8/11/2025\n"
)


@pytest.mark.parametrize(
    "number", ["RIN", "PMI #", "Medicaid #", "MA No.", "AHCCCS ID", "DCN", "ProviderOne Client ID"]
)
def test_the_number_of_an_insurance_is_nobodys_id_and_never_kept(ledger: Ledger, number: str) -> None:
    found = sheet_of(ledger.load("log.csv", LOG.format(number=number)), "sessions")
    assert (found.new, found.questions) == (3, [])
    assert [one for (one,) in ledger.rows("students", "student_id") if one.startswith("1234567")] == []


@pytest.mark.parametrize("heading", ["Note ID", "Student #", "Recipient", "ID #", "Activity #"])
def test_other_numbers_are_kept(heading: str) -> None:
    assert not private.is_never_kept(heading)


def test_an_id_that_students_have_too_is_the_staffs_in_a_list_of_staff(ledger: Ledger) -> None:
    for number in ("WISEid", "State ID", "UID"):
        ledger.load(f"{number}.csv", STAFF.format(number=number))
        assert ledger.rows("providers", "provider_id", order="provider_id") == [("88100231",), ("88100232",)]


def test_an_id_that_all_of_the_staff_share_is_nobodys(ledger: Ledger) -> None:
    ledger.load("staff.csv", STAFF.format(number="State ID").replace("88100232", "88100231"))
    assert all(one.startswith("N-") for (one,) in ledger.rows("providers", "provider_id"))


@pytest.mark.parametrize("number", ["OEN", "ASN", "Personal Education Number", "SIMS Number"])
def test_ids_of_states_and_provinces_are_the_students(ledger: Ledger, number: str) -> None:
    found = sheet_of(ledger.load("roster.csv", ROSTER.format(number=number)), "students")
    assert found.questions == []
    assert ledger.rows("students", "student_id", order="student_id") == [("100420011",), ("100420012",)]


@pytest.mark.parametrize(
    ("file", "text", "dataset", "field"),
    [("roster.csv", ROSTER, "students", "student_id"), ("staff.csv", STAFF, "providers", "provider_id")],
)
def test_ids_under_a_heading_that_nobody_knows_are_asked_about(
    ledger: Ledger, file: str, text: str, dataset: str, field: str
) -> None:
    found = sheet_of(ledger.load(file, text.format(number="XPN")), dataset)
    assert [(one.kind, one.value, one.choices[0]) for one in found.questions] == [("column", "XPN", field)]


def test_a_code_of_a_location_beside_one_of_its_district_is_the_schools(ledger: Ledger) -> None:
    ledger.load("lines.csv", LINES.format(one="045", other="112"))
    assert ledger.rows("service_lines", "school") == [("045",), ("112",)]


def test_a_short_code_of_a_location_may_be_of_a_room(ledger: Ledger) -> None:
    ledger.load("lines.csv", LINES.format(one="01", other="02"))
    assert ledger.rows("service_lines", "school") == [(None,), (None,)]


@pytest.mark.parametrize(
    ("text", "name"),
    [("Fall Semester", "S1"), ("Spring Semester 2026", "S2"), ("2025-2026 First Quarter", "Q1"), ("SY 25-26 Q2", "Q2"),
     ("Winter Trimester", "Winter Trimester"), ("Fall", "Fall")],
)  # fmt: skip
def test_a_period_with_its_year_or_season(text: str, name: str) -> None:
    assert terms.period_name(text) == name


@pytest.mark.parametrize(
    ("heads", "one", "other"),
    [("SSID,Svc Loc", "S", "R"), ("SSID,Svc Loc Cd", "01", "02"), ("District Code,Location Code", "01", "02")],
)
def test_short_codes_under_a_location_are_asked_about_and_no_school(
    ledger: Ledger, heads: str, one: str, other: str
) -> None:
    lines = LINES.replace("District Code,Location Code", heads).format(one=one, other=other)
    found = sheet_of(ledger.load("lines.csv", lines), "service_lines")
    assert [(asked.value, asked.choices[:2]) for asked in found.questions] == [
        (heads.rpartition(",")[2], ("school", "setting"))
    ]
    assert ledger.rows("service_lines", "school") == [(None,), (None,)]


@pytest.mark.parametrize("heading", ["Anticipated Location", "Recommended Setting", "Location"])
def test_the_place_that_is_anticipated_is_the_lines(ledger: Ledger, heading: str) -> None:
    lines = (
        f"Student ID,Related Service,Amount & Frequency,{heading},Start Date\n"
        "61001,OT,30 min/week,Resource Room,9/3/2025\n61002,PT,45 min/month,General Education Classroom,9/3/2025\n"
    )
    ledger.load("lines.csv", lines)
    assert ledger.rows("service_lines", "setting") == [("pull_out",), ("push_in",)]


@pytest.mark.slow
@pytest.mark.parametrize("role", ["", "SLP"])
def test_bare_names_beside_a_type_of_provider_and_how_often_are_children(ledger: Ledger, role: str) -> None:
    lines = (
        "Last Name,First Name,Service,Provider type,Start date,Sessions per week,Minutes per session,Extended school year\n"
        f"Lind,Ada,Speech,{role},9/2/2025,2,30,No\nMarsh,Bo,Speech,{role},9/2/2025,1,40,No\n"
    )
    ledger.load("services.csv", lines)
    assert ledger.rows("service_lines", "amount_minutes", "cycle") == [(60, "week"), (40, "week")]
