"""Rare wordings of amounts, times, lengths, lists of days and weekdays."""

from datetime import date, time

import pytest

from data.contracts.synonyms import SLOTS
from data.contracts.words import phrases
from data.ingest import told
from data.ingest.arguments import cover
from data.ingest.model import FileReport, ImportReport, Problem, SheetReport
from data.ingest.staging import amounts
from data.ingest.tables import spans, zones
from data.ingest.tables.layouts import day_lists
from data.ingest.values import dates, durations, frequencies, grades, line_amounts, narrated, numbers, scores, weekdays
from data.ingest.values.line_amounts import Told
from data.ingest.values.words import plain


def test_every_code_is_among_its_own_words() -> None:
    coded = {(slot.name, code) for own in SLOTS.values() for slot in own for code in slot.codes}
    told_elsewhere = {"cycle", "status", "reason"}
    strange = {(topic, code) for topic, code in coded if phrases(topic).get(plain(code)) != code}
    assert {topic for topic, _ in strange} <= told_elsewhere
    assert all(phrases("outcome")[plain(code)] for topic, code in strange if topic == "reason")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # 3 weeks in each 4, twice a week: 6 x 30 = 180 in a block of 4 weeks
        ("2x30 min 3 of every 4 weeks", (30, 6, 180, "weeks:4", "")),
        ("30 min every 1 weeks", (None, None, 30, "week", "")),
        ("30 min each session", (30, None, None, None, "")),
        ("2 x 3 weekly", (None, None, None, None, "unreadable_frequency")),
        ("30 min 45 min 2 times weekly", (None, None, None, None, "contradictory_frequency")),
        ("2 x 30 min = 90 min weekly", (None, None, None, None, "contradictory_frequency")),
    ],
)
def test_what_a_frequency_obliges(text: str, said: tuple[object, ...]) -> None:
    found = frequencies.read(text)
    assert (found.minutes_per_session, found.sessions, found.amount_minutes, found.cycle, found.problem) == said


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (Told(text="45", sessions=2, cycle="weekly"), (90, "week", "")),  # 2 x 45
        (Told(text="60 weekly"), (60, "week", "")),
        (Told(text="60 monthly"), (60, "month", "")),
        (Told(text="10 weekly"), (None, None, "unreadable_frequency")),  # 10 times, or 10 minutes
        (Told(year_total=1800), (1800, "year", "")),
        (Told(minutes=60, total=60, cycle="weekly"), (60, "week", "")),
        (Told(minutes=30, sessions=2, per_session=45, cycle="weekly"), (None, None, "contradictory_frequency")),
        (Told(minutes=30, total=60, per_session=45, cycle="weekly"), (None, None, "contradictory_frequency")),
        (Told(per_session=30, sessions=2, total=90, cycle="weekly"), (None, None, "contradictory_frequency")),
    ],
)
def test_what_several_columns_oblige_together(columns: Told, said: tuple[object, ...]) -> None:
    found = line_amounts.settle(columns)
    assert (found.amount_minutes, found.cycle, found.problem) == said


@pytest.mark.parametrize(
    ("answer", "words"), [("unusable", "as needed"), ("weeks:2", "every 2 weeks"), ("weeks:1", "weekly")]
)
def test_an_answer_stands_for_a_frequency_that_says_two_things(answer: str, words: str) -> None:
    assert amounts.meant("biweekly", {"biweekly": answer}) == words


@pytest.mark.parametrize(
    ("text", "clock"),
    [("0.375", time(9)), ("0.75", time(18)), ("12:05 am", time(0, 5)), ("13:30 pm", time(13, 30)), ("0:30 pm", None)],
)
def test_times_as_parts_of_a_day_and_of_either_half(text: str, clock: time | None) -> None:
    assert dates.read_time(text).value == clock


def test_units_are_quarters_of_an_hour_and_an_end_alone_is_no_length() -> None:
    assert durations.read("2 units").value == 30  # 2 x 15
    assert durations.between(None, time(9)).value is None


def test_an_error_of_the_workbook_is_neither_a_number_nor_a_grade() -> None:
    assert {numbers.read("#DIV/0!").code, grades.read("#DIV/0!").code} == {"error_cell"}


def test_modified_independence_is_a_level_and_modified_alone_is_none() -> None:
    assert scores.is_level("Mod I") and not scores.is_level("Modified")


def test_an_absence_with_whose_it_was_behind_it_may_be_anothers() -> None:
    assert narrated.read("Student absent. Went to see the nurse") is not None
    assert narrated.read("Absent, therapist") is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Nov 26 - Nov 28, 2025", ("2025-11-26", "Nov 28, 2025")),
        ("Dec 22 - Jan 2, 2026", ("2025-12-22", "Jan 2, 2026")),
        ("Dec 22 - Jan 2", ("Dec 22", "Jan 2")),
        ("snow - ice", (None, None)),
    ],
)
def test_a_spans_first_day_is_in_the_year_of_its_last_or_the_one_before(text: str, ends: tuple[object, ...]) -> None:
    assert spans.first_and_last(text) == ends


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Feb 13 & 16, 2026", ["Feb 13, 2026", "2/16/2026"]),
        ("Feb 13 & snow", ["Feb 13 & snow"]),
        ("&", ["&"]),
    ],
)
def test_listed_days_share_the_year_behind_the_last(text: str, days: list[str]) -> None:
    assert spans.listed(text) == days


def test_numbers_of_days_are_listed_in_order_and_within_a_month() -> None:
    assert day_lists.listed("none") == []
    assert [(one.first, one.last, one.remark) for one in day_lists.listed("13, 20-24 (fair)") or ()] == [
        (13, 13, None),
        (20, 24, "fair"),
    ]
    assert day_lists.listed("31 - 3") is None


@pytest.mark.parametrize(
    ("word", "days"), [("Mon", [0]), ("Th", [3]), ("MWF", [0, 2, 4]), ("TuTh", [1, 3]), ("Sat", [5]), ("Max", None)]
)
def test_weekdays_of_a_word(word: str, days: list[int] | None) -> None:
    assert weekdays.all_of(word) == days


def test_a_time_zone_that_nobody_knows_is_none() -> None:
    assert zones.zone("Nowhere/City") is None
    assert str(zones.zone("America/Chicago")) == "America/Chicago"


def test_rows_of_a_problem_are_told_as_spans() -> None:
    rows = [Problem(row, "minutes", "not_minutes", "x", "these are no minutes") for row in (14, 2, 5, 6, 7)]
    loaded = SheetReport("Log", "sessions", 1, rows_read=9, rejected=5, new=4, issues=rows, covers={})
    beside = SheetReport("Notes", None, None, refused="Notes: it is none of the datasets.")
    said = told.text(ImportReport([FileReport("a.xlsx", [loaded, beside], "b1")]))
    assert "! minutes: these are no minutes (rows 2, 5-7, 14)" in said
    assert "Notes: not loaded. Notes: it is none of the datasets." in said


def test_what_a_service_covers_is_told_with_whose_it_is() -> None:
    said = cover("ot=2025-09-01..2025-10-31:provider=P1")
    assert (said.service, said.from_day, said.to_day) == ("OT", date(2025, 9, 1), date(2025, 10, 31))
    assert (said.provider_id, said.school) == ("P1", None)
