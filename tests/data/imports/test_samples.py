"""The sample district's files, and the stories in its facts by plain counting."""

import csv
import hashlib
import io
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from data.ingest import told
from data.samples import days, district, files, stories
from data.samples.files import Sample
from data.samples.sessions import Session
from tests.reference import cal_a
from tests.sample import made_of

GIVEN = ("Delivered", "Partial", "Make-up")


@pytest.fixture(scope="module")
def facts() -> Sample:
    return files.sample()


@pytest.fixture(scope="module")
def built(sample: Path) -> dict[str, bytes]:
    return made_of(sample).files


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def of_month(facts: Sample, year: int, month: int) -> list[Session]:
    return [row for row in facts.sessions if (row.day.year, row.day.month) == (year, month)]


@pytest.mark.slow
def test_the_files_are_the_same_in_another_process(built: dict[str, bytes]) -> None:
    """Another process has other hash seeds; the bytes stay."""
    told = (
        "import hashlib; from data.samples import files\n"
        "for name, data in files.build().items(): print(hashlib.sha256(data).hexdigest(), name)"
    )
    printed = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout
    assert printed.split("\n")[:-1] == [f"{hashlib.sha256(data).hexdigest()} {name}" for name, data in built.items()]


def test_calendar_is_the_one_of_the_rules() -> None:
    months = Counter(day.month for day in days.instructional())
    assert len(days.instructional()) == 181
    assert [months[month] for month in (8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6)] == [
        5,
        21,
        22,
        16,
        15,
        19,
        19,
        17,
        22,
        20,
        5,
    ]
    assert set(days.instructional()) == {one.day for one in cal_a.CALENDAR if one.is_instructional}


@pytest.mark.slow
def test_counts(facts: Sample) -> None:
    assert len(facts.students) == len({student.student_id for student in facts.students}) == 900
    assert len({student.name for student in facts.students}) == 900
    assert len(district.SCHOOLS) == 12
    day = stories.LAST_LOGGED
    assert len(district.in_post("OTR", day)) + len(district.in_post("COTA", day)) == 16
    assert len(district.in_post("PT", day)) == 3
    assert 25_000 < len(facts.sessions) < 40_000
    assert {need.service for need in facts.needs} == {"OT", "PT", "SLP", "COUNSELING"}


@pytest.mark.slow
def test_nobody_is_in_two_places_at_once(facts: Sample) -> None:
    """By student and by provider: a provider's rows at one time are one group."""
    starts = Counter((row.need.student_id, row.day, row.start) for row in facts.sessions)
    assert max(starts.values()) == 1
    groups: dict[tuple[str, date, int], set[int]] = {}
    for row in facts.sessions:
        key = (row.provider_id, row.day, row.start)
        groups.setdefault(key, set()).add(row.need.group or -row.need.number)
    assert {key for key, found in groups.items() if key[0] and len(found) > 1} == set()


def test_every_logged_day_is_instructional(facts: Sample) -> None:
    assert {row.day for row in facts.sessions} <= set(days.instructional())
    assert min(row.day for row in facts.sessions) == stories.FIRST_LOGGED
    assert max(row.day for row in facts.sessions) == stories.LAST_LOGGED


def test_most_is_delivered(facts: Sample) -> None:
    """Each provider gives 84 to 97 of 100 logged visits; and groups, make-ups and partial sessions occur."""
    logged, given = Counter[str](), Counter[str]()
    for row in facts.sessions:
        logged[row.provider_id] += 1
        given[row.provider_id] += row.status in GIVEN
    assert all(0.84 <= given[one] / logged[one] <= 0.97 for one in logged if one)
    made_up = [row for row in facts.sessions if row.status == "Make-up"]
    assert any(row.makes_up for row in made_up) and any(row.makes_up is None for row in made_up)
    assert all(row.makes_up < row.day for row in made_up if row.makes_up)
    assert {row.group_size for row in facts.sessions} == {0, 1, 2, 3, 4}


def test_the_log_workbook(built: dict[str, bytes], facts: Sample) -> None:
    book = openpyxl.load_workbook(io.BytesIO(built["ot_pt_service_logs_2025-26.xlsx"]), read_only=True)
    assert book.sheetnames == ["Aug 2025", "Sep 2025", "Oct 2025", "Nov 2025", "Dec 2025", "Jan 2026", "Feb 2026"]
    cells = list(book["Jan 2026"].iter_rows(values_only=True))
    assert cells[0][0] == "Tamarack Valley Schools - Related Services Log"
    assert cells[3][:3] == ("Student ID", "Student Name", "Service") and cells[-1][0] == "Total"
    logged = [row for row in of_month(facts, 2026, 1) if row.need.service != "SLP"]
    assert len(cells) == 4 + len(logged) + 1
    assert sum(row[6] == "3O" for row in cells) == stories.MISTYPED_ROWS
    assert cells[-1][6] == sum(row.minutes for row in logged)


def test_unusable_and_range_amounts(built: dict[str, bytes]) -> None:
    lines = rows_of(built["iep_services.csv"])
    unusable = {line["Student ID"] for line in lines if line["Frequency"] == "As needed"}
    ranges = {line["Student ID"] for line in lines if line["Frequency"] == "30-45 min 1x/week"}
    assert (len(unusable), len(ranges)) == (stories.UNUSABLE_LINES, stories.RANGE_LINES)


def test_story_1_the_vacancy(facts: Sample) -> None:
    november = [row for row in of_month(facts, 2025, 11) if row.need.provider_id == stories.SUCCESSOR]
    assert {row.need.school for row in november} == {stories.VACANT_SCHOOL}
    assert {(row.status, row.reason, row.provider_id) for row in november} == {("Missed", "vacancy", "")}
    elsewhere = [row for row in facts.sessions if row.reason == "vacancy" and row not in november]
    assert elsewhere == []
    theirs = [row for row in facts.sessions if row.need.provider_id == stories.SUCCESSOR]
    treating = {month: {row.provider_id for row in theirs if row.day.month == month} for month in (10, 12)}
    assert treating == {10: {stories.LEFT}, 12: {stories.SUCCESSOR}}


def test_story_2_amended_in_january(facts: Sample) -> None:
    """Amended plans keep their end; yearly reviews don't fall into January."""
    wave = {line.iep_id for line in facts.lines if stories.AMENDED_FROM <= line.start <= stories.AMENDED_TO}
    assert len(wave) == stories.AMENDED_STUDENTS == 80
    new = {(line.start.year, line.start.month, line.iep_id) for line in facts.lines if line.iep_id.endswith("-2")}
    other = Counter((year, month) for year, month, _ in new)
    assert max(count for month, count in other.items() if month != (2026, 1)) < other[2026, 1]
    before = {line.need.number: (line.times, line.setting) for line in facts.lines if line.iep_id.endswith("-1")}
    after = [line for line in facts.lines if line.iep_id in wave]
    changed = [line for line in after if (line.times, line.setting) != before[line.need.number]]
    assert len({line.need.student_id for line in changed}) == 80


def load_a_week(facts: Sample, provider_id: str) -> float:
    """Rules 12 on the lines in force on the last logged day, for an OTR without assistants."""
    mine = [row for row in facts.sessions if row.provider_id == provider_id and row.need.group and row.group_size]
    sizes = {(row.need.group, row.day, row.start): row.group_size for row in mine}
    average = sum(sizes.values()) / len(sizes) if sizes else 1.0
    load, weeks = 0.0, {"week": 1, "weeks:2": 2, "month": 36 / 9, "quarter": 36 / 4}
    inforce = [line for line in facts.lines if line.need.provider_id == provider_id
               and line.start <= stories.LAST_LOGGED <= line.until and line.frequency != "As needed"]  # fmt: skip
    for line in inforce:
        sessions = line.times / weeks[line.need.per]
        load += sessions * line.need.minutes / (average if line.need.grouping == "group" else 1)
        load += 5 * sessions if line.need.kind == "direct" else 0
    students = len({line.need.student_id for line in inforce})
    changes = 20 if len(district.provider(provider_id).schools) == 2 else 0
    return load + students * (0.5 * 360 + 1.2 * 60) / 36 + changes


def test_story_3_one_overloaded_one_with_room(facts: Sample) -> None:
    """2050 minutes a week are a full post's capacity: 2250 less 200."""
    assert load_a_week(facts, stories.OVERLOADED) / 2050 == pytest.approx(stories.OVERLOADED_AT, abs=0.05)
    assert load_a_week(facts, stories.HAS_ROOM) / 2050 == pytest.approx(stories.HAS_ROOM_AT, abs=0.05)


def test_story_4_push_in_given_as_pull_out(facts: Sample) -> None:
    drifted, all_minutes = Counter[str](), Counter[str]()
    for row in facts.sessions:
        if row.line.setting == "push_in":
            all_minutes[row.need.school] += row.minutes
            drifted[row.need.school] += row.minutes if row.setting == "pull_out" else 0
    share = {school: drifted[school] / all_minutes[school] for school in all_minutes}
    assert share.pop(stories.DRIFT_SCHOOL) == pytest.approx(stories.DRIFT_SHARE, abs=0.06)
    assert max(share.values()) < 0.15


def test_story_5_a_month_without_logs(facts: Sample) -> None:
    months = {(row.day.year, row.day.month) for row in facts.sessions if row.provider_id == stories.SILENT_PROVIDER}
    assert sorted(months) == [(2025, 8), (2025, 9), (2025, 10), (2025, 11), (2026, 1), (2026, 2)]
    assert stories.SILENT_MONTH == (2025, 12)


def test_story_6_a_service_without_a_log(facts: Sample) -> None:
    lines = [line for line in facts.lines if line.need.service == stories.UNLOGGED_SERVICE]
    assert len(lines) > 30
    assert [row for row in facts.sessions if row.need.service == stories.UNLOGGED_SERVICE] == []


def test_story_7_wild_measurements(facts: Sample) -> None:
    """The wild one is at least 36 points above every other of its goal."""
    wild = [goal for goal in facts.goals if goal.wild_day]
    assert len(wild) == stories.WILD_GOALS
    for goal in wild:
        others = [value for day, value in goal.values.items() if day != goal.wild_day]
        assert goal.values[goal.wild_day] - max(others) >= 36 and len(others) >= 8


def test_story_8_the_transfer(facts: Sample, built: dict[str, bytes]) -> None:
    [row] = [row for row in rows_of(built["student_roster.csv"]) if row["Student ID"] == stories.TRANSFER_STUDENT]
    assert row["Entry Date"] == "11/03/2025"
    [line] = [line for line in facts.lines if line.need.student_id == stories.TRANSFER_STUDENT]
    assert (line.start, line.frequency) == (stories.TRANSFER_PLAN_FROM, "30 min 2x/week")
    first = min(row.day for row in facts.sessions if row.need.student_id == stories.TRANSFER_STUDENT)
    assert stories.TRANSFER_DAY <= first <= date(2025, 11, 14)


def test_what_is_assumed_of_many_rows_has_its_thousands(sample: Path) -> None:
    said = [
        said for file in made_of(sample).report.files for sheet in file.sheets for said in told.assumptions(sheet)
        if "without a plan type" in said
    ]  # fmt: skip
    assert said == ["1,549 rows without a plan type: taken as IEP."]
