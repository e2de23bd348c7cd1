"""What the sample district is made to show, on its figures: the files imported, the ledger asked."""

import statistics
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from analytics import goals, ledger
from analytics.scope import EVERYTHING, Selection
from data.errors import UserError
from data.ingest import importer
from data.ingest.model import Options
from data.samples import demo, files, stories
from data.store import Store, open_store
from tests.sample import copy_of, made_of

AS_OF = date(2026, 2, 28)
NOVEMBER, DECEMBER, FEBRUARY = (pd.Timestamp(2025, 11, 1), pd.Timestamp(2025, 12, 1), pd.Timestamp(2026, 2, 1))
OT = Selection(services=("OT",))


@pytest.fixture(scope="module")
def store(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample district, built as the first visit builds it."""
    opened = open_store(copy_of(sample, tmp_path_factory.mktemp("stories") / "sample.duckdb"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def cur(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    with store.cursor() as found:
        yield found


def by(cur: duckdb.DuckDBPyConnection, *keys: str, selection: Selection = OT) -> pd.DataFrame:
    """The ledger by the keys, as of the end of February."""
    frame = ledger.by(cur, EVERYTHING, AS_OF, selection, keys=keys)
    return frame.assign(month=pd.to_datetime(frame["month"])) if "month" in keys else frame


def counts(cur: duckdb.DuckDBPyConnection, table: str) -> int:
    found = cur.execute(f"select count(*) from {table} where known_to is null").fetchone()
    return int(found[0]) if found else 0


@pytest.mark.slow
def test_every_row_of_the_files_is_in_force(cur: duckdb.DuckDBPyConnection) -> None:
    """All but the three rows whose minutes are mistyped; nobody waits, nothing is asked."""
    sample = files.sample()
    assert counts(cur, "sessions") == len(sample.sessions) - stories.MISTYPED_ROWS
    assert counts(cur, "service_lines") == len(sample.lines)
    assert counts(cur, "students") == stories.STUDENTS
    assert counts(cur, "goals") == len(sample.goals)
    assert counts(cur, "measurements") == sum(len(goal.values) for goal in sample.goals)
    assert counts(cur, "calendar_days") == 205
    strangers = cur.execute(
        "select count(*) from people where known_to is null and person_id not in (select student_id from students) "
        "and person_id not in (select provider_id from providers)"
    ).fetchone()
    assert strangers == (0,)
    held = cur.execute("select outcome, count(*) from held_rows group by outcome").fetchall()
    assert held == [("rejected", stories.MISTYPED_ROWS)]


def test_nothing_is_asked_and_every_column_has_a_place(sample: Path) -> None:
    """But the headings of days in the goals' workbook, which are values."""
    sheets = [sheet for file in made_of(sample).report.files for sheet in file.sheets]
    assert {file.file for file in made_of(sample).report.files} == made_of(sample).files.keys()
    assert [sheet.questions for sheet in sheets if sheet.questions] == []
    assert {(sheet.sheet, name) for sheet in sheets if sheet.dataset not in ("goals", "measurements")
            for name in sheet.unmapped} == set()  # fmt: skip
    assert sum(len(sheet.issues) for sheet in sheets) == stories.MISTYPED_ROWS


@pytest.mark.slow
def test_minutes_arrive_as_logged(cur: duckdb.DuckDBPyConnection) -> None:
    logged = sum(row.minutes for row in files.sample().sessions) - 30 * stories.MISTYPED_ROWS
    assert cur.execute("select sum(minutes) from sessions where known_to is null").fetchone() == (logged,)


def test_a_second_visit_changes_nothing(store: Store) -> None:
    before = store.data_version()
    demo.ensure(store)
    assert store.data_version() == before


@pytest.mark.slow
def test_a_build_that_was_cut_short_is_finished(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The roster was in, the schools were not: both are there in the end, each once."""
    every = made_of(sample).files
    two = {name: every[name] for name in ("student_roster.csv", "schools.csv")}
    monkeypatch.setattr(files, "build", lambda: two)

    def cut_short(store: Store, given: list[tuple[str, bytes]], options: Options, *, commit: bool) -> None:
        run(store, given[:1], options, commit=commit)
        raise KeyboardInterrupt

    run, half = importer.run, open_store(None)
    with monkeypatch.context() as once, pytest.raises(KeyboardInterrupt):
        once.setattr(importer, "run", cut_short)
        demo.ensure(half)
    demo.ensure(half)
    with half.cursor() as cur:
        assert (counts(cur, "students"), counts(cur, "schools")) == (900, 12)
    half.close()


def test_other_data_is_left_alone() -> None:
    other = open_store(None)
    with other.transaction() as cur:
        cur.execute("insert into events values ('district', 1, 'policy', null, now()::timestamp, 'someone')")
    with pytest.raises(UserError, match="already holds data"):
        demo.ensure(other)
    other.close()


def test_loaded_to_the_end_of_february(cur: duckdb.DuckDBPyConnection) -> None:
    assert ledger.default_as_of(cur, EVERYTHING) == AS_OF


def test_most_minutes_are_credited(cur: duckdb.DuckDBPyConnection) -> None:
    [row] = ledger.by(cur, EVERYTHING, AS_OF).to_dict("records")
    assert 0.85 <= row["gross_rate"] <= 0.97
    assert row["gross_rate"] < row["adjusted_rate"]


def test_story_1_the_vacancy_in_november(cur: duckdb.DuckDBPyConnection) -> None:
    """The school's November is all but empty, every other school's is not; its reason is the vacancy."""
    november = by(cur, "school", "month").query("month == @NOVEMBER").set_index("school")["gross_rate"]
    assert november.pop(stories.VACANT_SCHOOL) < 0.15
    assert november.min() > 0.6
    reasons = ledger.reasons(cur, EVERYTHING, AS_OF, OT, keys=("school", "month"))
    vacant = reasons[reasons["reason"] == "vacancy"]
    assert set(vacant["school"]) == {stories.VACANT_SCHOOL}
    assert {pd.Timestamp(month) for month in vacant["month"]} == {NOVEMBER}


def test_story_2_amended_in_january(cur: duckdb.DuckDBPyConnection) -> None:
    """The old lines of each amended plan owe nothing in February, though the file lets them run on; the new ones do."""
    lines = files.sample().lines
    new = [line for line in lines if stories.AMENDED_FROM <= line.start <= stories.AMENDED_TO]
    students = {line.need.student_id for line in new}
    assert len(students) == stories.AMENDED_STUDENTS
    frame = by(cur, "line", "month", selection=Selection()).set_index(["line", "month"])["expected_minutes"]
    for line in (line for line in lines if line.need.student_id in students and line.need.service == "OT"):
        is_new = line.start >= stories.AMENDED_FROM
        if not line.need.text:
            assert (frame.get((line.line_id, FEBRUARY), 0.0) > 0) == is_new
            assert (frame.get((line.line_id, DECEMBER), 0.0) > 0) != is_new


def test_story_4_push_in_given_as_pull_out(cur: duckdb.DuckDBPyConnection) -> None:
    kept = ledger.conformity(cur, EVERYTHING, AS_OF, OT, keys=("school",)).set_index("school")["setting_rate"]
    there = kept.pop(stories.DRIFT_SCHOOL)
    assert there < 0.75
    assert kept.min() > 0.9


def test_story_5_a_month_without_logs(cur: duckdb.DuckDBPyConnection) -> None:
    """Nearly all of the therapist's December has no record; no one else's comes near."""
    december = by(cur, "provider", "month").query("month == @DECEMBER").set_index("provider")
    share = december["unaccounted_minutes"] / december["expected_minutes"]
    assert share.pop(stories.SILENT_PROVIDER) > 0.95
    assert share.max() < 0.2


def test_story_6_a_service_without_a_log(cur: duckdb.DuckDBPyConnection) -> None:
    rows = by(cur, "service", selection=Selection()).set_index("service")
    row = rows.loc[stories.UNLOGGED_SERVICE]
    assert row["expected_minutes"] == 0 and row["uncovered_minutes"] > 10_000 and pd.isna(row["adjusted_rate"])
    assert (rows.drop(index=stories.UNLOGGED_SERVICE)["uncovered_minutes"] == 0).all()
    assert "COUNSELING: no log loaded" in ledger.loaded_text(cur, EVERYTHING, AS_OF)


def test_story_7_one_wild_measurement_keeps_a_modest_slope(cur: duckdb.DuckDBPyConnection) -> None:
    """The trend through all measurements is, to 0.15 a week, the straight line through those that aren't wild."""
    slopes = goals.status(cur, EVERYTHING, AS_OF).set_index("goal_id")["slope_per_week"]
    wild = [goal for goal in files.sample().goals if goal.wild_day]
    assert len(wild) == stories.WILD_GOALS
    for goal in wild:
        others = [((day - goal.start).days / 7, value) for day, value in goal.values.items() if day != goal.wild_day]
        tame = statistics.linear_regression(*zip(*others, strict=True)).slope
        assert slopes[goal.goal_id] == pytest.approx(tame, abs=0.15)
        assert 0 < slopes[goal.goal_id] < 1.3


def test_goals_of_the_sample_are_of_every_common_status(cur: duckdb.DuckDBPyConnection) -> None:
    statuses = goals.status(cur, EVERYTHING, AS_OF)["status"].value_counts()
    assert statuses.sum() == len(files.sample().goals)
    assert statuses[["on_track", "at_risk", "off_track", "mastered", "ended"]].min() >= 5


def test_story_8_the_transfer(cur: duckdb.DuckDBPyConnection) -> None:
    """Nothing is owed before the first day here, though the plan began in September: November is four weeks of 60."""
    rows = by(cur, "month", selection=Selection(students=(stories.TRANSFER_STUDENT,)))
    assert rows["month"].min() == NOVEMBER
    assert rows.iloc[0]["expected_minutes"] == pytest.approx(240)


def test_lapsed_plans(cur: duckdb.DuckDBPyConnection) -> None:
    rows = by(cur, "student", selection=Selection())
    assert (rows["lapsed_minutes"] > 0).sum() == stories.LAPSED_STUDENTS


def test_unusable_lines_are_listed(cur: duckdb.DuckDBPyConnection) -> None:
    assert len(ledger.unusable(cur, EVERYTHING, AS_OF)) == stories.UNUSABLE_LINES
