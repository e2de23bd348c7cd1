"""What Student and Goal progress say behind *More* and in the titles of their charts is what the command line says."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics import goals, students
from analytics.scope import EVERYTHING, Selection
from tests.app.conftest import IRONWOOD, Open, metrics, told_by_cli, twin
from tests.app.conftest import words as said
from tests.kept_open import kept_open
from tests.quick import first
from ui.goal_progress import goal_columns
from ui.parts import words

DAY = "2026-02-28"
OUT_OF_FORCE = ("ended", "not_started")
FILTERS: list[tuple[dict[str, str], dict[str, str], Selection]] = [
    ({}, {}, Selection()),
    ({"service": "OT"}, {"service": "OT"}, Selection(services=("OT",))),
    ({"school": IRONWOOD}, {"school": "Ironwood"}, Selection(schools=("Ironwood",))),
]
LIST = re.compile('role="list" aria-label="([^"]*)"')
"""The message of bars that are text of the page (``bars.as_html``)."""
Rows = list[dict[str, Any]]


def titles(app: AppTest) -> list[str]:
    """The messages of the charts, which stand above them and are their names for a screen reader."""
    told = [found[1] for one in app.get("html") for found in [LIST.search(one.proto.body)] if found]
    return told + [str(one.proto.alt).partition(". Values: ")[0] for one in app.get("plotly_chart")]


@contextmanager
def figures_of(district: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor on the ledger, for what the command line has no command for."""
    with kept_open(twin(district)).cursor() as cur:
        yield cur


def table_with(app: AppTest, *columns: str) -> pd.DataFrame:
    """The table that has these columns, since only those in which one chooses have a key."""
    (found,) = [one.value for one in app.dataframe if set(columns) <= set(one.value.columns)]
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("query", "row", "selection"), first(1, FILTERS))
def test_goal_progress_by_group(
    open_page: Open, district: Path, query: dict[str, str], row: dict[str, str], selection: Selection
) -> None:
    app = open_page(
        "goal_progress",
        **query,
        more_goals=["Goals by area, school, provider and service", "Goals mastered, by area"],
    )
    table, shown = table_with(app, "name", "off_track").set_index("name"), titles(app)
    rows = [one for one in told_by_cli(district, "goals") if row.items() <= one.items()]
    in_force = [one for one in rows if one["status"] not in OUT_OF_FORCE]
    for area in {one["area"] for one in rows}:
        counts = Counter(one["status"] for one in rows if one["area"] == area)
        line = table.loc[words.AREAS.get(area, area)]
        for status, number in counts.items():
            if status in table.columns:
                assert line[status] == number, (area, status)
    assert any(status in table.columns for status in ("off_track", "mastered"))
    counted = table[[one for one in goal_columns.GOAL_COUNTS if one not in ("on_track_rate", "goals")]]
    assert counted.sum(axis=1).tolist() == table["goals"].tolist(), "the counts that are shown add up"
    _titles_of_groups(in_force, shown)


def _titles_of_groups(in_force: Rows, shown: list[str]) -> None:
    mastered = sum(one["status"] == "mastered" for one in in_force)
    verb = "is" if mastered == 1 else "are"
    assert f"{mastered:,} of {words.plural(len(in_force), 'goal')} in force {verb} mastered" in shown
    off = Counter(one["area"] for one in in_force if one["status"] == "off_track")
    (title,) = [one for one in shown if "off track" in one and ("has" in one or one.startswith("No goal"))]
    if not off:
        assert title == "No goal is off track"
        return
    name, rest = title.split(" has ")
    most = max(off.values())
    assert name.lower() in {words.AREAS.get(area, area).lower() for area, number in off.items() if number == most}
    assert rest == f"{most:,} of the {words.plural(sum(off.values()), 'goal')} off track"
    (statuses,) = [one for one in shown if one.endswith(f", of {words.plural(len(in_force), 'goal')} in force")]
    counts = Counter(words.GOAL_STATUS[one["status"]] for one in in_force)
    for part in statuses.rsplit(", of ", 1)[0].replace(" and ", ", ").split(", "):
        number, status = part.split(" ", 1)
        assert counts[status] == int(number.replace(",", "")), part


@pytest.mark.parametrize(("query", "row", "selection"), first(1, FILTERS))
def test_goal_progress_reports(
    open_page: Open, district: Path, query: dict[str, str], row: dict[str, str], selection: Selection
) -> None:
    """Each missing report is one goal without one: the rows listed one by one add up to the counts that are told."""
    with figures_of(district) as cur:
        due = goals.progress_reports(cur, EVERYTHING, date.fromisoformat(DAY), selection)
        lacking = goals.missing_reports(cur, EVERYTHING, date.fromisoformat(DAY), selection)
    lacking = lacking[lacking["is_counted"]]
    app = open_page("goal_progress", **query, more_goals="Progress reports by period and provider")
    table = table_with(app, "due", "missing")
    assert (table["due"].sum(), table["missing"].sum()) == (due["due"].sum(), len(lacking))
    assert (table["due"] == table["received"] + table["missing"]).all()
    assert metrics(app)["Reports missing"] == words.count(len(lacking))
    if len(lacking):
        by_period = lacking.groupby("period", sort=False).size()
        told = f"{len(lacking):,} of {words.plural(int(due['due'].sum()), 'progress report')}"
        (title,) = [one for one in titles(app) if one.startswith(told)]
        assert by_period[title.rsplit("most for ", 1)[1]] == by_period.max()
        assert len(app.dataframe(key="missing_reports").value) == len(lacking)
        assert f"{words.plural(len(lacking), 'report')} missing" in said(app)


@pytest.mark.slow
@pytest.mark.parametrize("as_of", first(1, [DAY, "2025-10-31", "2025-12-31"]))
def test_student(open_page: Open, district: Path, as_of: str) -> None:
    """The headline, lines, sessions and goals of one student, and what their charts say."""
    with figures_of(district) as cur:
        found = students.find(cur, EVERYTHING, "Abara, Imani").iloc[0]
    app = open_page("student", student=found["link_key"], as_of=as_of)
    shown, facts, text = titles(app), metrics(app), said(app)
    lines, sessions = table_with(app, "band"), table_with(app, "source_file")
    mine = {"student": found["student_id"]}
    (whole,) = [one for one in told_by_cli(district, "ledger", "--by", "student", "--as-of", as_of)
                if mine.items() <= one.items()]  # fmt: skip
    assert facts["Delivered"] == words.rate(whole["adjusted_rate"])
    assert facts["Make-up candidates"] == words.hours(whole["make_up_minutes"])
    assert f"{words.hours(whole['make_up_minutes'])} are make-up candidates" in text
    assert lines["expected_minutes"].sum() * 60 == pytest.approx(whole["expected_minutes"])
    (in_force,) = [one for one in shown if "in force" in one]
    assert int(in_force.split(" ", 1)[0]) == len(lines)
    stored = [one for one in told_by_cli(district, "export", "sessions")
              if one["student_id"] == mine["student"] and str(one["session_date"])[:10] <= as_of]  # fmt: skip
    missed = [one for one in stored if one["status"] == "missed"]
    assert len(sessions) == len(stored)
    (title,) = [one for one in shown if "on file" in one]
    assert title.startswith(f"{words.plural(len(stored), 'session')} on file, {words.count(len(missed))} missed")
    for reason, number in Counter(one["reason"] for one in missed).items():
        assert f"{words.REASONS.get(reason, 'reason not stated')} ({number})" in title
    _student_goals(app, [one for one in told_by_cli(district, "goals", "--as-of", as_of)
                         if one["student_id"] == mine["student"]])  # fmt: skip


def _student_goals(app: AppTest, told: Rows) -> None:
    """The goals' table, and the latest value that the wall's charts tell."""
    if not told:
        return
    table = table_with(app, "current_value")
    assert sorted(table["current_value"].dropna()) == sorted(
        one["current_value"] for one in told if one["current_value"] is not None
    )
    drawn = [one.proto for one in app.get("plotly_chart") if one.proto.alt.startswith("Goal measurements")]
    measured = [one for one in told if one["n_measurements"]]
    assert len(drawn) == min(6, len(measured))
    latest = {
        f"latest {words.amount(one['current_value'])} of target {words.amount(one['target'])}" for one in measured
    }
    for proto in drawn:
        assert proto.alt.split(", ", 1)[1] in latest
        assert json.loads(proto.spec)["data"]
