"""Columns under headings that nobody lists are placed by their words or values, or asked about: none is lost unasked."""

import pytest

from data.ingest.values import dates
from tests.data.headings.test_columns_by_content import asked, fields, mapped

LOG = "Student ID|Service|Date|Min|{}"


def log(heading: str, *texts: str) -> tuple[str, ...]:
    rows = (f"{100 + at}|OT|2025-09-{8 + at:02d}|30|{text}" for at, text in enumerate(texts))
    return (LOG.format(heading), *rows)


@pytest.mark.parametrize("heading", ["Visit Disposition", "Encounter Result", "Appt Outcome"])
def test_a_word_for_outcomes_is_the_outcome_whatever_stands_there(heading: str) -> None:
    assert fields(mapped(*log(heading, "Verified", "Canceled", "Open")))[heading] == "status"


@pytest.mark.parametrize(
    ("heading", "texts", "expected"),
    [
        ("Got There", ("9:00 AM", "9:30 AM", "1:15 PM"), ["Got There"]),
        ("Bus Time", ("9:00 AM", "9:30 AM", "1:15 PM"), []),
        ("Got There", ("2", "3", "4"), []),
    ],
)
def test_times_of_day_are_asked_about(heading: str, texts: tuple[str, ...], expected: list[str]) -> None:
    assert [one for one in asked(mapped(*log(heading, *texts))) if one == heading] == expected


@pytest.mark.parametrize("names", [("Lin, Ada", "Dole, Bo", "Roe, Cy")])
def test_names_beside_as_many_ids_are_asked_about(names: tuple[str, ...]) -> None:
    assert "Person Helped" in asked(mapped(*log("Person Helped", *names)))


def test_ids_beside_last_and_first_names_are_asked_about() -> None:
    rows = (
        "Member ID|Last Name|First Name|Service|Date|Min",
        "70011|Lin|Ada|OT|2025-09-08|30",
        "70012|Dole|Bo|OT|2025-09-09|30",
    )
    assert "Member ID" in asked(mapped(*rows))


@pytest.mark.parametrize("heading", ["Staff Person", "Treating Staff", "Specialist Name"])
def test_a_person_of_the_staff_is_who_treats(heading: str) -> None:
    assert fields(mapped(*log(heading, "Roe, Max", "Roe, Max", "Roe, Max")))[heading] == "provider_name"


@pytest.mark.parametrize("heading", ["Position Nm", "Staff Category"])
def test_roles_of_a_list_of_staff(heading: str) -> None:
    rows = (
        f"Employee ID|Employee Name|{heading}|FTE",
        "E1|Roe, Max|OTR|1.0",
        "E2|Sung, Kay|SLPA|0.5",
        "E3|Todd, Al|Aide|0.4",
    )
    assert fields(mapped(*rows))[heading] == "role"


def test_the_day_on_which_data_were_collected() -> None:
    rows = ("Student ID|Goal Number|Collected On|Score", "101|1|2025-09-30|45", "102|1|2025-10-01|50")
    assert fields(mapped(*rows))["Collected On"] == "measured_on"


def test_headings_that_dbase_cut_after_ten_letters() -> None:
    heads = ("STUDENTID", "STUDENTNAM", "SERVICETYP", "SERVICEDAT", "MINUTES", "PROVIDERNA")
    rows = ("|".join(heads), "101|Lin, Ada|OT|2025-09-08|30|Roe, Max", "102|Dole, Bo|OT|2025-09-09|30|Roe, Max")
    expected = ("student_id", "student_name", "service", "session_date", "minutes", "provider_name")
    assert fields(mapped(*rows)) == dict(zip(heads, expected, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12/1/2025 (Mon)", "2025-12-01"),
        ("9/8/2025 Mon", "2025-09-08"),
        ("2025-09-08, Monday", "2025-09-08"),
        ("08SEP2025", "2025-09-08"),
        ("8sep25", "2025-09-08"),
        ("12/1/2025 (Moon)", None),
        ("30min45", None),
    ],
)
def test_weekdays_behind_days_and_days_that_run_on(text: str, expected: str | None) -> None:
    read = dates.read(text).value
    assert (read.isoformat() if read else None) == expected
    assert dates.looks_like(text) is (expected is not None)


def test_minutes_of_the_student_among_others_also_with_their_unit() -> None:
    heads = "Svc Date|Pupil ID|Svc|Pupil Min|Therapist Min|Drive Min|Total Time"
    found = fields(mapped(heads, "9/8/2025|S1|OT|30 min|45|20|50", "9/9/2025|S2|OT|40 min|50|15|55"))
    assert [heading for heading, field in found.items() if field == "minutes"] == ["Pupil Min"]


def test_minutes_of_another_service_without_a_cycle_are_asked_about() -> None:
    rows = ("Student ID|OT min/wk|Speech min", "7201|30|120", "7202|15|on hold", "7203|30|see notes")
    assert "Speech min" in asked(mapped(*rows))


def test_a_week_of_sites_under_a_name_that_is_written_short() -> None:
    rows = ("Staff Nm|Mon|Tue|Wed|Thu|Fri", "Roe, Al|Elm|Elm|Oak|Oak|Elm", "Sung, Kay|Oak|Oak|Elm|Oak|Oak")
    assert set(fields(mapped(*rows)).values()) >= {"provider_name", "school", "weekday"}


def test_outcomes_on_days_are_no_promises_whatever_the_day_is_called() -> None:
    """Planned and actual minutes beside them would be a year's totals of a line; a date of approval alone makes no log."""
    head, rows = "Student ID|Service|Planned Min|Actual Min|{}", ("101|OT|30|30|{}", "102|OT|30|0|{}")
    days, ends = ("09/03/2025", "09/10/2025"), ("Session held", "Student absent")
    told = [row.format(f"{day}|{end}") for row, day, end in zip(rows, days, ends, strict=True)]
    assert mapped(head.format("Zorn|Became"), *told).dataset is None
    approved = [row.format(day) for row, day in zip(rows, days, strict=True)]
    assert mapped(head.format("Approved"), *approved).dataset == "service_lines"
