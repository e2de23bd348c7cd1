"""Rosters, calendars, goals, dates of a file, and what holds for every table."""

import json
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.contracts import DATASETS
from data.contracts.synonyms import SLOTS
from data.ingest.model import Answers
from data.ingest.values import numbers
from tests.data.staging import staged
from tests.property.patience import examples


def test_a_roster() -> None:
    found = staged("students", """Name|SID|Gr|DOB|School|Entry
        O'Neil-Diaz, Ana Maria|0000001|KG01|20150203|Elm Street|45931
        Ben Bishop||3rd|13/45/2015|Elm Street|45932
        |77|Unknown grade||Elm Street|N/A
        ||K||Elm Street|""",
        {"Name": "student_name", "SID": "student_id", "Gr": "grade", "DOB": "birth_date", "School": "school",
         "Entry": "enrolled_from"})  # fmt: skip
    assert found.column("student_id", "last_name", "first_name", "grade") == [
        ("0000001", "O'Neil-Diaz", "Ana Maria", "K"), (None, "Bishop", "Ben", "3"), ("77", None, None, None),
        (None, None, None, "K"),
    ]  # fmt: skip
    assert found.column("birth_date") == [date(2015, 2, 3), None, None, None]
    assert found.column("enrolled_from")[:2] == [date(2025, 10, 1), date(2025, 10, 2)], "45931 days after 1899-12-30"
    assert found.column("outcome") == ["ok", "ok", "ok", "rejected"]
    assert (3, "SID", "missing", "reject") in found.problems


def test_a_calendar_by_kinds_of_day() -> None:
    found = staged(
        "calendar_days",
        """day|day_type|is_instructional|school
        2025-09-01|Labor Day||
        2025-09-02|Full Day||Elm
        2025-09-03|Early release - conferences||
        2025-09-04|Teacher In-Service||
        2025-09-05||yes|
        2025-09-08|Spring fling||
        2025-09-09|||
        2025-09-10|Spirit day|Y|
        2025-09-11|holiday|no|
        |full||""",
    )
    assert found.column("is_instructional", "day_type", "outcome") == [
        (False, "holiday", "ok"), (True, "full", "ok"), (True, "half", "ok"), (False, "staff_only", "ok"),
        (True, None, "ok"), (None, None, "waiting"), (None, None, "waiting"), (True, None, "ok"),
        (False, "holiday", "ok"), (True, "full", "rejected"),
    ]  # fmt: skip
    assert found.questions == [("code", "Spring fling", 1), ("code", "(no day type)", 1), ("code", "Spirit day", 0)]
    answered = staged("calendar_days", "day|day_type\n2025-09-08|Spring fling\n2025-09-09|Fair",
                      codes={"spring FLING": "holiday", "fair": "yes"})  # fmt: skip
    assert answered.column("is_instructional") == [False, True]


def test_a_school_day_on_which_only_staff_come_is_asked_about() -> None:
    """A holiday's name may stand beside a day of school; a day for teachers may not."""
    text = "day|is_instructional|day_type\n2026-02-13|X|Staff Development\n2025-10-13|X|Columbus Day\n2026-02-16|No|Holiday"
    found = staged("calendar_days", text)
    assert found.column("outcome", "is_instructional") == [("waiting", None), ("ok", True), ("ok", False)]
    assert found.questions == [("code", "yes and staff_only", 1), ("code", "(unlisted weekdays)", 0)]


def test_grading_periods_by_their_short_names() -> None:
    found = staged(
        "grading_periods",
        """period|start_date|end_date
        Quarter 1|8/25/2025|10/31/2025
        2nd Quarter|11/3/2025|1/23/2026
        First Semester|8/25/2025|1/23/2026
        Q3|1/26/2026|1/2/2026""",
    )
    assert found.column("period", "outcome") == [("Q1", "ok"), ("Q2", "ok"), ("S1", "ok"), ("Q3", "rejected")]


def test_providers_and_schools() -> None:
    staff = staged(
        "providers",
        """provider_id|provider_name|role|fte|contract_minutes|start_date
        P1|Rita Ruiz|Occupational Therapist|0.8|2250|8/1/1998
        P2|Sam Soto, COTA|astronaut|||""",
    )
    assert staff.column("role", "fte", "contract_minutes") == [("OTR", 0.8, 2250), (None, None, None)]
    assert staff.column("outcome") == ["ok", "ok"]
    assert staff.column("start_date")[0] == date(1998, 8, 1)
    assert staff.questions == [("code", "astronaut", 0)]
    places = staged("schools", "school|school_name|zone\nELM|Elm Elementary|North\n|Oak Middle|South")
    assert places.column("school") == ["ELM", "Oak Middle"]


def test_measurements_are_scores_or_progress_codes() -> None:
    found = staged(
        "measurements",
        """goal_id|student_id|measured_on|value|progress_code
        G1|1001|2025-09-08|80%|
        G1|1001|2025-09-15|Mastered|
        G1|1001||1|
        G1|1001|||sufficient
        G1|1001|||
        G1|1001|2025-09-22||
        G1|1001|2025-09-29|eight of ten|""",
    )
    assert found.column("value", "progress_code", "outcome") == [
        (80, None, "ok"), (None, "mastered", "ok"), (1, None, "ok"), (None, "sufficient", "ok"),
        (None, None, "ignored"), (None, None, "rejected"), (None, None, "waiting"),
    ]  # fmt: skip
    assert found.problems == [(5, "value", "missing", "reject"), (6, "value", "maybe_percent", "wait")]


@pytest.mark.parametrize(
    ("heading", "scores", "values"),
    [("% Accuracy", ("0.6", "1", "0"), [60, 100, 0]), ("% Accuracy", ("60", "1", "0.5"), [60, None, None]),
     ("% Accuracy", ("1", "0"), [1, 0]), ("Score", ("0.6", "1"), [0.6, 1]), ("Score", ("35 wpm", "3.5 sec"), [35, 3.5])],
)  # fmt: skip
def test_parts_of_one_under_a_heading_of_percent_are_percent(
    heading: str, scores: tuple[str, ...], values: list[float | None]
) -> None:
    """One percent stays one percent: only parts between 0 and 1, with no number above 1, are told in parts; a part of one among
    percents is asked about, and a 1 beside it."""
    rows = "".join(f"\nG1|1001|2025-09-{day:02d}|{text}" for day, text in enumerate(scores, 8))
    found = staged("measurements", f"goal_id|student_id|measured_on|{heading}{rows}", {heading: "value"})
    assert found.column("value") == values


@pytest.mark.parametrize("text", ["3rd", "4 of 5", "level 2", "1/2", "5-6 words"])
def test_what_is_no_number_with_a_unit(text: str) -> None:
    assert numbers.read_measure(text).failed


def test_goals_keep_what_can_be_read() -> None:
    found = staged(
        "goals",
        """goal_id|student_id|student_last_name|goal_text|baseline|target|direction|due_date
        G1|1001||Writes her name|40|80%|increase|5/30/2026
        G2||Lopez|Ties a shoe|some|5|sideways|""",
    )
    assert found.column("baseline", "target", "direction", "outcome") == [(40, 80, "up", "ok"), (None, 5, None, "ok")]
    assert found.problems == [(1, "baseline", "not_a_number", "ask"), (1, "direction", "unknown_direction", "ask")]


def test_a_baseline_by_another_length_of_time_than_its_target_stays_out() -> None:
    """12 a day and 3 a week, 22 minutes and 1 hour can't be compared as they stand; one without a length can."""
    found = staged(
        "goals",
        """goal_id|student_id|goal_text|baseline|target
        G1|1001|Calls out less|12 times per day|3 times per week
        G2|1001|Calms down|22 minutes|1 hour
        G3|1001|Asks for a break|1 time per day|5 times a day
        G4|1001|Stays seated|4 minutes|10
        G5|1001|Leaves the room less|9x weekly|2 times each week""",
    )
    assert found.column("baseline", "target") == [(None, 3), (None, 1), (1, 5), (4, 10), (9, 2)]
    assert found.column("outcome") == ["ok"] * 5
    assert found.problems == [(0, "baseline", "two_units", "ask"), (1, "baseline", "two_units", "ask")]


def test_slashed_dates_are_a_question_only_where_one_can_only_be_day_first() -> None:
    text = "student_id|service|minutes|session_date|logged_on\n1|OT|30|{}|{}\n1|OT|30|2025-09-10|2025-09-10"
    usual = staged("sessions", text.format("9/8/2025", "9/9/2025"))
    assert usual.column("session_date")[0] == date(2025, 9, 8)
    unsure = staged("sessions", text.format("9/8/2025", "25/9/2025"))
    assert unsure.column("outcome") == ["waiting", "ok"]
    assert unsure.questions == [("date_order", "25/9/2025", 1)]
    for answer in ({"25/9/2025": "day_first"}, {"25/9/2025": "day first"}):
        told = staged("sessions", text.format("9/8/2025", "25/9/2025"), codes=answer)
        assert told.column("session_date", "logged_on")[0] == (date(2025, 8, 9), date(2025, 9, 25))
    remembered = staged("sessions", text.format("9/8/2025", "9/9/2025"), answers=Answers(date_order="day_first"))
    assert remembered.column("session_date")[0] == date(2025, 8, 9)
    around = staged("sessions", text.format("9/8/2025", "9/9/2025"), evidence=("Log to 30/09/2025",))
    assert around.column("outcome") == ["waiting", "ok"]
    no_matter = staged("sessions", text.format("8/8/2025", "25/9/2025"))
    assert no_matter.column("session_date", "outcome")[0] == (date(2025, 8, 8), "ok"), "the same in both orders"


def test_days_without_a_month_take_it_from_what_stands_around_the_table() -> None:
    text = "student_id|service|minutes|session_date\n1|OT|30|5\n1|OT|30|9/12"
    alone = staged("sessions", text)
    assert alone.column("outcome") == ["waiting", "waiting"]
    assert alone.questions == [("code", "(no month)", 2)]
    for around in ({"sheet": "September 2025"}, {"file_name": "log_2025-09.csv"}, {"codes": {"(no month)": "2025-09"}}):
        found = staged("sessions", text, **around)  # type: ignore[arg-type]
        assert found.column("session_date") == [date(2025, 9, 5), date(2025, 9, 12)], around


def test_day_numbers_of_both_counts() -> None:
    text = "student_id|service|minutes|session_date\n1|OT|30|{}\n1|OT|30|{}"
    usual = staged("sessions", text.format(45931, 45932))
    assert usual.column("session_date") == [date(2025, 10, 1), date(2025, 10, 2)]
    other = staged("sessions", text.format(45931 - 1462, 45932 - 1462))
    assert other.column("session_date") == [date(2025, 10, 1), date(2025, 10, 2)]
    written = staged("sessions", text.format("90825", "100825"))
    assert written.column("session_date") == [date(2025, 9, 8), date(2025, 10, 8)]


def test_cells_are_kept_as_written_but_for_what_is_private() -> None:
    found = staged("sessions", """student_id|service|session_date|minutes|SSN|Notes|Primary Diagnosis|Room|Room|extra
         1001|OT|9/8/2025|030|123-45-6789|was tired|F84.0|12|14|123-45-6789""",
        {"SSN": None, "Notes": None, "Primary Diagnosis": None, "Room": None, "extra": None})  # fmt: skip
    assert json.loads(found.rows[0]["cells_json"]) == {
        "student_id": "1001", "service": "OT", "session_date": "9/8/2025", "minutes": "030", "SSN": "", "Notes": "",
        "Primary Diagnosis": "", "Room": "12", "Room (2)": "14", "extra": "",
    }  # fmt: skip
    shown = {one["heading"]: one["samples"] for one in found.staged.columns}
    assert (shown["SSN"], shown["Notes"], shown["service"]) == ([], [], ["OT"])
    assert {one["heading"]: one["field"] for one in found.staged.columns}["minutes"] == "minutes"


def test_an_empty_table_has_no_records() -> None:
    for dataset in ("sessions", "service_lines", "students", "calendar_days", "measurements"):
        found = staged(dataset, "student_id|minutes|cycle|day|value")
        assert (found.staged.rows_read, found.rows, found.problems) == (0, [], [])


CELLS = st.sampled_from(
    ["", "30", "0", "-5", "abc", "delivered", "SA", "P", "ZQ", "yes", "no", "N/A", "2025-09-08", "9/8/2025",
     "25/9/2025", "99/99/2025", "#REF!", "9:00", "OT", "Speech", "missed", "student_absent", "make up", "9000",
     "1' or '1", "as needed"]
)  # fmt: skip
LOG = ("student_id", "service", "session_date", "minutes", "status", "reason", "absent", "make_up", "minutes_away",
       "start_time", "end_time", "makes_up_date", "setting")  # fmt: skip
LINE = ("student_id", "service", "frequency", "amount_minutes", "cycle", "sessions_per_cycle", "start_date", "end_date",
        "setting", "plan_type", "kind")  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("dataset", "headings"), [("sessions", LOG), ("service_lines", LINE)])
@examples(15)
@given(data=st.data())
def test_every_record_has_exactly_one_outcome(dataset: str, headings: tuple[str, ...], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(headings), unique=True, min_size=2))
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(chosen), max_size=len(chosen)), max_size=12))
    found = staged(dataset, "\n".join("|".join(row) for row in (chosen, *rows) if any(row)))
    count = sum(any(row) for row in rows)
    assert found.staged.rows_read == count
    assert found.column("record_no") == list(range(count))
    assert set(found.column("outcome")) <= {"ok", "rejected", "waiting", "ignored"}
    severities = Counter((one["record_no"], one["severity"]) for one in found.told)
    for row in found.rows:
        number = row["record_no"]
        expected = "rejected" if severities[number, "reject"] else "waiting" if severities[number, "wait"] else "ok"
        assert row["outcome"] in (expected, "ignored")
        if row["outcome"] == "ok":
            assert row["student_id"] is not None
            assert row["service"] is not None
            assert dataset == "service_lines" or (row["status"] is not None and row["session_date"] is not None)
    assert sum(one.rows for one in found.staged.questions) <= sum(severities.values())


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_dataset_with_all_its_columns_at_once(dataset: str) -> None:
    names = [slot.name for slot in SLOTS[dataset]]
    found = staged(dataset, "\n".join(["|".join(names), "|".join("?!" for _ in names), "|".join("1" for _ in names)]))
    assert found.staged.rows_read == 2
    own = {field.db_column for field in DATASETS[dataset].fields}
    assert own <= set(found.rows[0])
    assert len(found.staged.columns) == len(names)
