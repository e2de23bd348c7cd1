"""Section titles that say the day or the student of the rows below them; a name and an id in one cell."""

import json
from datetime import date

import pytest

from data import export
from data.ingest.tables import labels, titles
from data.ingest.tables.steps.people import ids
from data.store.connect import DISTRICT
from tests.data.loading import Ledger, counts, sheet_of

LOADED = date(2025, 11, 1)


def rows(ledger: Ledger, query: str) -> list[tuple[object, ...]]:
    with ledger.store.cursor() as cur:
        return cur.execute(query).fetchall()


def test_a_day_above_its_sessions(ledger: Ledger) -> None:
    """Two on Monday, one on Tuesday; the second of Monday was missed."""
    log = """OT daily log,,,
Student ID,Time,Min,Status
"Monday, October 6, 2025",,,
1,9:00,30,Seen
2,9:30,30,Student absent
"Tuesday, October 7, 2025",,,
3,9:00,45,Seen
"""
    sheet = sheet_of(ledger.load("daily.csv", log, load_date=LOADED, dataset="sessions"), "sessions")
    assert counts(sheet) == {"new": 3, "ignored": 3}
    found = rows(ledger, "select student_id, session_date::varchar, status from sessions order by all")
    assert found == [("1", "2025-10-06", "delivered"), ("2", "2025-10-06", "missed"), ("3", "2025-10-07", "delivered")]


def test_a_student_above_the_lines(ledger: Ledger) -> None:
    grid = """Service,Type,Frequency,Start,End,Provider
"Kowal, Mia (0105501)",,,,,
OT,Direct,2 x 30 min Weekly,9/2/2025,6/5/2026,Guinevere Stroud
Speech,Consult,15 min Monthly,9/2/2025,6/5/2026,Leopold Achebe
"Osei, Noah (0105502)",,,,,
PT,Direct,45 min Weekly,9/2/2025,6/5/2026,Sunniva Karlsen
"""
    sheet = sheet_of(ledger.load("by_student.csv", grid, load_date=LOADED), "service_lines")
    assert counts(sheet) == {"new": 3, "ignored": 2}
    found = rows(
        ledger, "select student_id, service, amount_minutes::int from service_lines where known_to is null order by all"
    )
    assert found == [("0105501", "OT", 60), ("0105501", "SLP", 15), ("0105502", "PT", 45)]


def test_whose_title_it_is_must_be_said_where_the_table_names_nobody(ledger: Ledger) -> None:
    """The name may be the therapist's as well as the student's."""
    log = """Service,Date,Minutes
"Kowal, Mia (0105501)",,
OT,10/6/2025,30
OT,10/8/2025,30
"""
    report = ledger.load("log.csv", log, load_date=LOADED)
    assert [one.refused is not None for one in report.files] == [True]
    assert rows(ledger, "select * from sessions") == []


@pytest.mark.slow
def test_a_name_and_an_id_in_one_cell(ledger: Ledger) -> None:
    log = """Student,Service,Date,Minutes,Provider
"Kowal, Mia (0105501)",OT,10/6/2025,30,Guinevere Stroud
"Osei, Noah (0105502)",OT,10/6/2025,30,Guinevere Stroud
"""
    assert counts(sheet_of(ledger.load("log.csv", log, load_date=LOADED), "sessions")) == {"new": 2}
    with ledger.store.cursor() as cur:
        listed = json.loads(export.export(cur, DISTRICT, "students", "json"))
    found = [(one["student_id"], one["last_name"], one["first_name"]) for one in listed]
    assert found == [("0105501", "Kowal", "Mia"), ("0105502", "Osei", "Noah")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kowal, Mia (0105501)", ("Kowal, Mia", "0105501")),
        ("Mia Kowal [ID: 105501]", ("Mia Kowal", "105501")),
        ("Mia Kowal #105501", ("Mia Kowal", "105501")),
        ("Kowal, Mia", None),
        ("Kowal, Mia (Mimi)", None),
        ("Room 12 (2025)", None),
        ("105501", None),
    ],
)
def test_what_is_a_name_with_an_id(text: str, told: tuple[str, str] | None) -> None:
    assert ids.split(text) == told


def test_a_label_before_several_values_tells_none_of_them() -> None:
    """A row of a table on its side isn't the first student's label."""
    assert labels.read(("Student", "Ada Lin", "Bo May", "Cy Orr")) == ({}, ["Student", "Ada Lin", "Bo May", "Cy Orr"])
    assert labels.read(("Student", "Ada Lin", "School", "Oak"))[0] == {"Student": "Ada Lin", "School": "Oak"}


@pytest.mark.parametrize(
    ("title", "school"),
    [("Oak Ridge Elementary", True), ("Tarn MS", True), ("Elm School", True), ("Oak School District", False),
     ("OT High", False), ("Summer School", False), ("Elementary", False)],
)  # fmt: skip
def test_what_is_nothing_but_a_school(title: str, school: bool) -> None:
    assert titles.is_a_school(title) is school


@pytest.mark.parametrize("beside", ["Period:,09/01/2025 - 09/30/2025", "printed for the office,", ","])
def test_each_block_has_the_provider_of_its_own_row_of_labels(ledger: Ledger, beside: str) -> None:
    """Two blocks, each under its own provider and the header told again: whatever stands beside the label, the third
    session is Birch's."""
    block = "Student,Local ID,Date,Minutes,Disposition\n"
    log = (
        f'Visits by provider,,,,\nProvider:,"Abbot, Ira (OTR)",{beside},\n{block}'
        '"Lin, Ada",1,09/03/2025,30,Kept\n"Moss, Ben",2,09/03/2025,45,Kept\nProvider total:,,,75,\n'
        f'Provider:,"Birch, Tess (PT)",{beside},\n{block}"Nash, Cy",3,09/05/2025,30,Kept\nProvider total:,,,30,\n'
    )
    sheet = sheet_of(ledger.load("visits.csv", log, load_date=LOADED), "sessions")
    assert counts(sheet) == {"new": 3, "ignored": 6}
    found = rows(
        ledger,
        "select student_id, full_name, service from sessions join people on person_id = provider_id order by student_id",
    )
    assert found == [("1", "Abbot, Ira", "OT"), ("2", "Abbot, Ira", "OT"), ("3", "Birch, Tess", "PT")]


def test_an_empty_column_leaves_its_place_to_a_filled_one(ledger: Ledger) -> None:
    """Nothing stands under the objective, so the goal in words is the annual goal."""
    goals = """Student ID,Goal No.,Short Term Objective,Measurable Annual Goal
1,1,,Ada will print her name with 90% legibility
2,1,,Ben will tie his shoes in 4 of 5 tries
"""
    ledger.load("goals.csv", goals, load_date=LOADED)
    found = rows(ledger, "select student_id, goal_text, target from goals order by all")
    assert found == [
        ("1", "Ada will print her name with 90% legibility", None),
        ("2", "Ben will tie his shoes in 4 of 5 tries", None),
    ]
