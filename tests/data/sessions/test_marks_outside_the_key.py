"""Marks that a file's key leaves out, groups with their times, Ind and Grp, and a counselor's log by a social worker."""

import re

import pytest

from data.ingest.tables import groups, legend, titles
from data.ingest.values import codes
from tests.data.loading import Ledger, sheet_of
from tests.data.sheets import table
from tests.data.staging import staged

GRID = (
    "Speech Attendance - January 2026,,,,,\nStudent,ID,Min,1/5/2026,1/7/2026,1/12/2026\n"
    '"Amsel, Ida",4101,30,P,{mark},P\n"Bohm, Otto",4102,30,P,P,P\n"Cray, Una",4103,30,P,A,P\n,,,,,\n'
)
KEY = "P = present,,,,,\nA = absent,,,,,\n"


@pytest.mark.parametrize("mark", ["X", "✓", "D"])
def test_a_mark_that_the_key_leaves_out_is_asked_and_never_given(ledger: Ledger, mark: str) -> None:
    found = sheet_of(ledger.load("grid.csv", GRID.format(mark=mark) + KEY), "sessions")
    assert [(one.kind, one.value, one.rows) for one in found.questions] == [("code", mark, 1)]
    assert (found.new, found.waiting) == (8, 1)
    assert sorted(ledger.rows("sessions", "status")) == [("delivered",)] * 7 + [("missed",)]


def test_where_the_key_tells_only_absences_a_tick_was_given(ledger: Ledger) -> None:
    grid = GRID.replace(",P", ",X").format(mark="X") + "A = absent,,,,,\n"
    found = sheet_of(ledger.load("grid.csv", grid), "sessions")
    assert (found.new, found.waiting, found.questions) == (9, 0, [])
    assert [status for (status,) in ledger.rows("sessions", "status")].count("delivered") == 8


@pytest.mark.parametrize("other", ["✓", "D", "P", "Present"])
def test_an_x_beside_another_mark_for_those_given_is_asked(other: str) -> None:
    rows = [f"1001|OT|2025-09-0{day}|30|{mark}" for day, mark in enumerate((other, "X", "SA"), 1)]
    fields = {"Min": "minutes", "Status": "status"}
    found = staged("sessions", "\n".join(["student_id|service|session_date|Min|Status", *rows]), fields)
    assert found.column("outcome")[1] == "waiting"
    assert ("code", "X", 1) in found.questions


def test_an_x_beside_absences_alone_was_given() -> None:
    rows = [f"1001|OT|2025-09-0{day}|30|{mark}" for day, mark in enumerate(("X", "x", "SA"), 1)]
    fields = {"Min": "minutes", "Status": "status"}
    found = staged("sessions", "\n".join(["student_id|service|session_date|Min|Status", *rows]), fields)
    assert found.column("status") == ["delivered", "delivered", "missed"]


@pytest.mark.parametrize("line", ["Codes: D-direct, C-consult, SA-student absent", "P-present; E-excused absent"])
def test_a_key_without_spaces_is_one(line: str) -> None:
    found = legend.read([(line,)])
    assert found == dict(
        part.split("-") for part in re.sub("^Codes: ", "", line).lower().replace("; ", ", ").split(", ")
    )


@pytest.mark.parametrize("line", ["Pre-K, K-5", "T-Th, M-F", "A-day, B-day", "push-in, pull-out"])
def test_what_is_written_with_strokes_is_no_key(line: str) -> None:
    assert legend.read([(line,)]) == {}


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Group 1   Mon/Wed   9:00-9:30", ("9:00", "9:30", "group")),
        ("Individual Mon 1:00 to 1:20", ("1:00", "1:20", "individual")),
        ("Grp B (Tu/Th) 10:15 – 10:45", ("10:15", "10:45", "group")),
        ("Group 1 9:00-9:30, Group 2 9:30-10:00", ()),
        ("Lunch 11:30-12:00", ()),
        ("Group 1 Mon/Wed", ()),
    ],
)
def test_what_a_title_tells_of_a_group(title: str, told: tuple[str, ...]) -> None:
    assert tuple(groups.of_title(title).values()) == told


def test_times_of_a_group_end_at_the_next_title_and_yield_to_a_column_of_times() -> None:
    between = [(3, 0, "Group 1 9:00-9:30"), (6, 0, "Drop-ins")]
    one = {"Start Time": "9:00", "End Time": "9:30", "Grouping": "group"}
    assert groups.read(between, (), ("Student", "Minutes")) == [(3, one), (6, dict.fromkeys(one, ""))]
    assert groups.read(between, (), ("Student", "Time In")) == []


def test_each_group_of_a_grid_has_its_times() -> None:
    found = table(
        "Speech Attendance||||", "Student|Student ID|Minutes|1/5|1/7",
        "Group 1   Mon/Wed   9:00-9:30||||", "Amsel, Ida|4101|30|P|P",
        "Bohm, Otto|4102|30|P|A", "Dorn, Eve|4104|30|P|P", "Individual   Mon   1:00-1:20||||", "Cray, Una|4103|20|P|P",
    )  # fmt: skip
    places = [found.headings.index(one) for one in ("Student", "Start Time", "End Time", "Grouping")]
    rows = set(zip(*(found.body.column(place).to_pylist() for place in places), strict=True))
    assert rows == {
        ("Amsel, Ida", "9:00", "9:30", "group"), ("Bohm, Otto", "9:00", "9:30", "group"),
        ("Dorn, Eve", "9:00", "9:30", "group"), ("Cray, Una", "1:00", "1:20", "individual"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "heading", "meant"),
    [
        (("Ind", "Grp (3)", "Consult"), "Contact", "individual"),
        (("Ind", "Dir"), "Type", "indirect"),
        (("Ind",), "Direct/Ind", "indirect"),
        (("Ind", "Consult"), "Type", None),
        (("Ind", "Grp", "Direct"), "Type", None),
    ],
)
def test_what_ind_is_short_for(texts: tuple[str, ...], heading: str, meant: str | None) -> None:
    assert codes.of_ind(texts, heading) == meant


def test_ind_beside_groups_is_a_session_of_one_child_and_none_on_behalf() -> None:
    log = """student_id|service|session_date|minutes|Contact
        1001|OT|2026-01-12|30|Ind
        1002|OT|2026-01-12|40|Grp (3)
        1003|OT|2026-01-13|15|Tchr consult"""
    found = staged("sessions", log, fields={"Contact": "kind"})
    assert found.column("kind", "session_grouping", "outcome") == [
        (None, "individual", "ok"), (None, "group", "ok"), ("indirect", None, "ok"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "service"), [("Counseling Log 2025-26", "COUNSELING"), ("Log 2025-26", "SOCIAL_WORK")]
)
def test_what_the_title_names_goes_before_a_social_workers_credentials(title: str, service: str) -> None:
    log = "student_id|session_date|minutes|Provider\n1001|2026-01-12|30|Noreen Adler, LCSW"
    found = staged("sessions", log, fields={"Provider": "provider_name"}, notes=(title,))
    assert found.column("service") == [service]


def test_a_surname_alone_asks_for_the_one_on_the_staff_list_who_bears_it(ledger: Ledger) -> None:
    ledger.load("staff.csv", "Staff ID,Name,Title\n301,Rosa Adler,OTR/L\n305,Jan Falk,COTA/L\n")
    log = "Student ID,Service,Date,Minutes,Status,Provider\n4101,OT,9/8/2025,30,Completed,Falk\n"
    (question,) = sheet_of(ledger.load("log.csv", log), "sessions").questions
    assert (question.kind, question.value, question.choices[0][:4]) == ("person", "Falk", "305:")


def test_a_tab_called_no_school_is_no_school() -> None:
    assert titles.school_in(["No School"]) is None
    assert titles.school_in(["North School"]) == "North School"


def test_a_calendar_at_a_place_is_no_list_of_schools(ledger: Ledger) -> None:
    head = "Subject,Start Date,Start Time,End Date,End Time,Location\n"
    rows = "".join(
        f"OT - Ida Amsel,10/{day}/2025,8:15 AM,10/{day}/2025,8:45 AM,Cedar Hill\n" for day in (6, 7, 8, 9, 10)
    )
    (file,) = ledger.load("calendar.csv", head + rows).files
    assert "no sheet is recognisably one of the datasets" in (file.refused or "")
    assert ledger.rows("schools", "school") == []


def test_a_list_of_schools_with_their_bell_times_is_one(ledger: Ledger) -> None:
    listed = "School ID,School Name,Start Time,End Time\n12,Cedar Hill,8:15 AM,3:05 PM\n14,Birch,8:00 AM,2:50 PM\n"
    assert sheet_of(ledger.load("schools.csv", listed), "schools").new == 2
