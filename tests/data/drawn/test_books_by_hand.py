"""Books that therapists keep by hand: times as planned, weeks in a cell, initials of who came, notes that tell all."""

from dataclasses import replace
from datetime import date

import pytest

from data.ingest.mapping import propose
from data.ingest.model import Answers, Options
from data.ingest.tables import legend
from data.ingest.tables.finding import find
from data.ingest.values import dates, frequencies, narrated, nothing, statuses
from tests.data.sheets import cells, of_rows, table
from tests.data.staging import staged


@pytest.mark.parametrize("same", ["as sched.", "same", "As planned", "per schedule"])
def test_times_that_were_as_planned_are_the_planned_ones(same: str) -> None:
    found = table(
        "Date|Scheduled|Student|Actual|Outcome",
        f"3/2/2026|9:00-9:30|Ida Amsel|{same}|seen",
        "3/2/2026|10:15-10:45|Otto Bohm|10:25-10:45|seen",
        "3/4/2026|9:00-9:30|Ida Amsel||absent",
    )
    assert cells(found, "Start Time", "End Time") == [("9:00", "9:30"), ("10:25", "10:45"), (None, None)]
    assert "Scheduled" not in found.headings


def test_times_kept_go_before_times_planned() -> None:
    rows = ("3/2/2026|Ida Amsel|1:00-1:30|1:10-1:30", "3/3/2026|Ida Amsel|1:00-1:30|1:00-1:30")
    found = table("Date|Student|Scheduled time|Actual time", *rows)
    assert cells(found, "Start Time", "End Time") == [("1:10", "1:30"), ("1:00", "1:30")]


def test_minutes_that_were_as_planned_are_the_planned_ones() -> None:
    found = table("Date|Student|Sched min|Min seen", "3/2/2026|Ida Amsel|30|same", "3/3/2026|Otto Bohm|30|20")
    assert cells(found, "Min seen") == [("30",), ("20",)]


@pytest.mark.parametrize(
    ("text", "ended"),
    [(one, True) for one in ("D/C 9/25", "DC'd", "discharged 1/5/2026", "dismissed as of Jan 2026", "DNQ", "exited")]
    + [(one, False) for one in ("D/C soon", "exit meeting 60", "was 60", "60", "dc 30 min", "pending")],
)
def test_words_in_place_of_an_amount_that_say_that_a_service_ended(text: str, ended: bool) -> None:
    assert nothing.is_ended(text) is ended


def test_a_remark_beside_no_minutes_says_why_and_beside_minutes_nothing() -> None:
    told = staged(
        "sessions",
        """
        student_id|session_date|service|minutes|Comment
        11|2025-11-03|OT|0|fire drill - never got to her
        11|2025-11-04|OT|30|fire drill
        11|2025-11-05|OT||I was in mtg
        11|2025-11-06|OT|0|worked on scissors
        """,
        {"Comment": None},
    )
    assert told.column("status", "reason") == [
        ("missed", "school_event"), ("delivered", None), ("missed", "provider_meeting"), (None, None),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["30 (makeup for 10/2)", "30 (MU 10/2)", "30 min (make-up for 10/2)"])
def test_minutes_with_the_day_that_they_make_up(text: str) -> None:
    said = statuses.read(text)
    assert (said.status, said.minutes, said.makes_up_date) == ("make_up", 30, date(dates.YEARLESS, 10, 2))


@pytest.mark.parametrize("heading", ["Here?", "Was seen", "Did we meet?", "Present (Y/N)"])
def test_a_heading_that_asks_who_came(heading: str) -> None:
    found = table(
        f"Date|Student|Min|{heading}", "11/3/2025|Ida Amsel|30|yes", "11/4/2025|Otto Bohm|0|no - I had a meeting"
    )
    column = next(one for one in propose(found, Answers(), Options())[0].columns if one.heading == heading)
    assert column.field == "delivered_flag"


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("Related services (min)", "Speech 60/mo (Holm)\nOT 10/wk (R. Quan, OTR/L)"),
        ("Services", "Speech 60 min/mo - Holm; OT 10 min/wk w/ R. Quan, OTR/L"),
        ("Services (min)", "Speech 60/mo (Holm), OT 10/wk (R. Quan, OTR/L)"),
    ],
)
def test_services_of_a_cell_with_who_gives_each(heading: str, cell: str) -> None:
    rows = [["Student", "School", heading], ["Ida Amsel", "Elm", cell], ["Otto Bohm", "Oak", "PT 30 min/mo (Group)"]]
    (found,) = find(of_rows(rows))
    assert cells(found, "Student", "Provider") == [
        ("Ida Amsel", "Holm"), ("Ida Amsel", "R. Quan, OTR/L"), ("Otto Bohm", None),
    ]  # fmt: skip
    said = [frequencies.read(text) for (text,) in cells(found, "Frequency")]
    assert [(one.amount_minutes, one.cycle) for one in said] == [(60, "month"), (10, "week"), (30, "month")]


@pytest.mark.parametrize("key", ["RQ = seen by Rae Quan, OTR/L", "RQ = Rae Quan, OTR/L", "RQ - Rae Quan, COTA"])
def test_initials_in_a_grid_are_of_who_saw_the_student(key: str) -> None:
    grid = table("Student|Min|9/2/2025|9/4/2025|9/9/2025", "Ida Amsel|30|RQ|20 RQ|A", "|", key, "A = student absent")
    assert cells(legend.initialled(grid), "Value", "Provider") == [
        ("seen", grid.legend["rq"].removeprefix("seen by ")), ("20", grid.legend["rq"].removeprefix("seen by ")), ("A", None),
    ]  # fmt: skip


def test_names_whose_initials_are_others_and_outcomes_are_no_ones_marks() -> None:
    grid = table(
        "Student|Min|9/2/2025|9/4/2025",
        "Ida Amsel|30|X|NA",
        "Otto Bohm|30|VP|VP",
        "|",
        "X = Rae Quan, OTR",
        "NA = Not Available",
        "VP = Verbal Prompt",
    )
    assert legend.initialled(grid) is grid


def test_initials_of_the_key_under_therapist_are_names() -> None:
    log = replace(table("Date|Student|Min|Therapist", "9/2/2025|Ida Amsel|30|RQ"), legend={"rq": "Rae Quan, OTR"})
    assert cells(legend.initialled(log), "Therapist") == [("Rae Quan, OTR",)]


@pytest.mark.parametrize(
    ("note", "status", "reason", "minutes"),
    [
        ("Seen 30 min in OT room. Cutting on a curve, 4/5 trials.", "delivered", None, 30),
        ("Seen for 30 minutes, 7 of 10 letters on the line", "delivered", None, 30),
        ("45 min. Keyboarding, 12 wpm", "delivered", None, 45),
        ("worked with her 25 min; scissors 3x", "delivered", None, 25),
        ("Absent today.", "missed", "student_absent", None),
        ("Refused to come, tried twice", "missed", "student_refused", None),
    ],
)
def test_a_note_tells_all_in_its_first_words(note: str, status: str, reason: str | None, minutes: int | None) -> None:
    said = narrated.read(note)
    assert said is not None
    assert (said.status, said.reason, said.minutes) == (status, reason, minutes)


@pytest.mark.parametrize(
    "note",
    ["Seen 30 min, left early for dentist", "Seen 15 of 30 min", "Absent, made up later that day for 30 min", "Seen. Buttons",
     "Absent Monday, seen Tuesday", "Saw for 10 min then 20 min", "Seen 30 min. Fire drill", "30 trials, 5 correct",
     "Absent, therapist out sick", "No Show - Both", "No show, both"],
)  # fmt: skip
def test_a_note_that_takes_something_back_is_asked_about(note: str) -> None:
    assert narrated.read(note) is None


@pytest.mark.parametrize("heading", ["Wk of {}", "{} to 10/19", "Week 2 ({})"])
@pytest.mark.parametrize("cell", ["M 30, W abs", "Mon: 30; Wed: abs", "M 30\nW abs"])
def test_a_column_a_week_with_weekdays_in_its_cells(heading: str, cell: str) -> None:
    rows = [["OT minutes - October 2025"], ["Student", heading.format("10/6"), heading.format("10/13")],
            ["Ida Amsel", "Th 20", cell], ["Otto Bohm", "F30", ""]]  # fmt: skip
    (found,) = find(of_rows(rows))
    assert cells(found, "Student", "Date", "Value") == [
        ("Ida Amsel", "2025-10-09", "20"), ("Ida Amsel", "2025-10-13", "30"), ("Ida Amsel", "2025-10-15", "abs"),
        ("Otto Bohm", "2025-10-10", "30"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "cell"), [("OT schedule 2025-26", "M 30, W 30"), ("OT minutes", "30"), ("OT", "M/W 30")]
)
def test_planned_weeks_and_totals_of_weeks_are_no_days(title: str, cell: str) -> None:
    (found,) = find(of_rows([[title], ["Student", "Wk of 10/6", "Wk of 10/13"], ["Ida Amsel", cell, cell]]))
    assert "Value" not in found.headings


def test_weekdays_in_a_cell_beside_a_column_of_weeks() -> None:
    found = table("Student|Week of|Minutes", "Ida Amsel|10/6/2025|M 30, W abs", "Otto Bohm|10/13/2025|T 20")
    assert cells(found, "Student", "Session Date", "What happened") == [
        ("Ida Amsel", "2025-10-06", "30"), ("Ida Amsel", "2025-10-08", "abs"), ("Otto Bohm", "2025-10-14", "20"),
    ]  # fmt: skip
