"""Delivery mix, Goal progress, Caseloads, Student, History and Import say what the command line says, in all their tables."""

import re
from pathlib import Path

import pytest

from analytics import students
from analytics.scope import EVERYTHING
from tests.app.conftest import Open, metrics, told_by_cli, twin
from tests.app.conftest import words as said_on
from tests.app.same import SETTINGS, same
from tests.kept_open import kept_open
from tests.quick import first
from ui.caseloads import blocks as caseloads
from ui.goal_progress import goal_columns
from ui.history import blocks as history
from ui.parts import columns, words
from ui.parts.tables import Col

REPORTS = "Progress reports by period and provider"
NAME = {"name": Col("Group")}
BARS = re.compile(r">([\d.]+%), planned ([\d.]+%)<")


@pytest.mark.parametrize(("query", "chosen"), first(1, SETTINGS))
def test_delivery_mix(open_page: Open, district: Path, query: dict[str, str], chosen: tuple[str, ...]) -> None:
    app = open_page(
        "delivery_mix", **query, more_mix=["By school, provider, grade and month", "Group sizes"], mix_by="Grades"
    )
    for place, split in ((1, "grouping"), (2, "kind")):
        told = told_by_cli(district, "mix", "--split", split, *chosen)
        shown = sorted(BARS.findall(app.get("html")[place].proto.body))
        assert shown == sorted((words.rate(one["delivered_share"]), words.rate(one["planned_share"])) for one in told)
    same(app, "drift", columns.DRIFT, told_by_cli(district, "drift", *chosen), least=2)
    same(app, "group_sizes", columns.GROUP_SIZES, told_by_cli(district, "group-sizes", *chosen), least=4)
    by_grade = told_by_cli(district, "mix", "--by", "grade_band", "--against-plan", *chosen)
    same(app, "mix_by_grade_band", NAME | columns.MIX, by_grade, least=5)


@pytest.mark.parametrize("clock", first(0, ["provider"]))
def test_provider_minutes(open_page: Open, district: Path, clock: str) -> None:
    shown = metrics(open_page("delivery_mix", clock=f"{clock}-minutes"))
    told = told_by_cli(district, "mix", "--clock", clock)
    whole = sum(one["delivered_minutes"] for one in told)
    part = sum(one["delivered_minutes"] for one in told if one["rollup"] == "direct_integrated")
    assert shown["Integrated"] == words.rate(part / whole)


GOALS = {
    "Off track and at risk": ("off_track", "at_risk"), "On track and mastered": ("on_track", "mastered"),
    "Can't be judged": ("stale", "insufficient_data"),
}  # fmt: skip
FLAT = ("off_track", "at_risk", "on_track", "mastered", "stale")


@pytest.mark.parametrize(("query", "chosen"), first(1, SETTINGS))
def test_goal_progress(open_page: Open, district: Path, query: dict[str, str], chosen: tuple[str, ...]) -> None:
    app = open_page("goal_progress", **query, more_goals=["Goals by area, school, provider and service", REPORTS])
    goals, shown = told_by_cli(district, "goals", *chosen), metrics(app)
    for label, statuses in GOALS.items():
        assert shown[label] == words.count(sum(one["status"] in statuses for one in goals)), label
    assert shown["Flat"] == words.count(sum(one["is_flat"] and one["status"] in FLAT for one in goals))
    due = told_by_cli(district, "reports", *chosen)
    assert shown["Reports missing"] == words.count(sum(one["missing"] for one in due))
    worry = [one for one in goals if one["status"] in ("off_track", "at_risk")]
    same(app, "goals", goal_columns.GOALS, worry, least=8)
    same(
        app,
        "goals_by_area",
        NAME | goal_columns.GOAL_COUNTS,
        told_by_cli(district, "goals", "--by", "area", *chosen),
        least=8,
    )
    same(app, "progress_reports", goal_columns.PROGRESS_REPORTS, due, least=3)
    same(app, "readiness", goal_columns.READINESS, told_by_cli(district, "reports", "--coming", *chosen), least=3)
    lacking = told_by_cli(district, "reports", "--missing", *chosen)
    assert len(lacking) == sum(one["missing"] for one in due)
    listed = app.dataframe(key="missing_reports").value if lacking else []
    assert len(listed) == len(lacking)


@pytest.mark.parametrize(("query", "chosen"), first(0, SETTINGS))
def test_who_is_where(open_page: Open, district: Path, query: dict[str, str], chosen: tuple[str, ...]) -> None:
    app = open_page("caseloads", **query, more_caseloads=["Who is where: provider and school"])
    same(app, "sites", caseloads.SITES, told_by_cli(district, "caseload", "--by", "provider,school", *chosen), least=3)


@pytest.mark.slow
@pytest.mark.parametrize("name", first(1, ["Rinaldi, Bryn", "Abara, Imani", "Banerji, Reza"]))
def test_a_student(open_page: Open, district: Path, name: str) -> None:
    with kept_open(twin(district)).cursor() as cur:
        found = students.find(cur, EVERYTHING, name).iloc[0]
    whose = ("--student", found["student_id"])
    app = open_page("student", student=found["link_key"])
    (head,), shown = told_by_cli(district, "headline", *whose), metrics(app)
    lines = told_by_cli(district, "standing", *whose)
    assert shown["Delivered"] == words.rate(head["adjusted_rate"])
    assert shown["Of all expected"] == words.rate(head["gross_rate"])
    assert shown["Sessions short"] == words.amount(sum(one["sessions_short"] for one in lines))
    assert shown["Not accounted for"] == words.hours(head["unaccounted_minutes"])
    assert shown["Make-up candidates"] == words.hours(head["make_up_minutes"])
    same(app, "student_lines", columns.LINES, lines, least=8)
    same(app, "student_sessions", columns.SESSIONS, told_by_cli(district, "sessions", *whose), least=3)
    months = told_by_cli(district, "ledger", "--by", "month", *whose)
    same(app, "student_months", {"month": columns.MONTH, **columns.LEDGER}, months, least=10)
    if items := told_by_cli(district, "make-ups", *whose):
        same(app, "student_make_ups", columns.MAKE_UPS, items, least=5)
    if goals := told_by_cli(district, "goals", *whose):
        same(app, "student_goals", goal_columns.GOALS, goals, least=6)


def test_an_upload_with_its_sheets_and_what_did_not_go_in(open_page: Open, district: Path) -> None:
    held = told_by_cli(district, "held")
    batch = held[0]["batch_id"]
    app = open_page("history", batch=batch)
    same(app, "sheets", history.SHEETS, told_by_cli(district, "history", "--batch", batch), least=8)
    mine = told_by_cli(district, "held", "--batch", batch)
    same(app, "held", history.HELD, mine)
    text = said_on(app)
    assert f"{words.plural(len(mine), 'row')} did not go in" in text
    rejected = sum(one["outcome"] == "rejected" for one in held)
    assert f"{words.plural(rejected, 'row')} rejected" in text


@pytest.mark.parametrize("month", first(1, ["2026-02", "2026-01", "2025-10"]))
def test_the_months_checklist(open_page: Open, district: Path, month: str) -> None:
    app = open_page("import_files")
    box = app.selectbox(key="checklist_month")
    if box.value != month:
        app = box.set_value(month).run()
    text = said_on(app)
    items = told_by_cli(district, "checklist", "--month", month)
    assert items
    for one in items:
        assert one["file_name"] in text
        if one["loaded_at"] is None:
            continue
        before = "" if one["rows_before"] is None else f" ({words.count(one['rows_before'])} in "
        assert f"{words.plural(one['rows'], 'row')}{before}" in text
        assert not one["questions"] or f"{words.plural(one['questions'], 'question')} open" in text
        assert not one["held"] or f"{words.plural(one['held'], 'row')} did not go in" in text
