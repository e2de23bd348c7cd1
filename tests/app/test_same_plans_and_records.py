"""Stated totals, what changed since an upload, a closed month and a suggested plan: pages say what the command line says."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

import cli
from analytics import known
from analytics.scope import EVERYTHING
from tests import small_district
from tests.app.conftest import Files, Open, loading, metrics, told_by_cli, twin
from tests.app.conftest import words as text_of
from tests.app.same import SETTINGS, Told, same
from tests.built import built
from tests.kept_open import kept_open
from tests.quick import first
from ui.caseloads import plan_told
from ui.history import knowing
from ui.import_files import checklist
from ui.overview import findings
from ui.parts import page, words


def said_on(app: AppTest) -> str:
    """What the page says, an hour's unit behind a plain space."""
    return text_of(app).replace("\u00a0", " ")


FACTS = {
    "Delivered": "adjusted_rate", "Expected": "expected_minutes", "Credited": "credited_minutes",
    "Make-up candidates": "make_up_minutes",
}  # fmt: skip


@pytest.mark.parametrize(("query", "chosen"), first(1, SETTINGS))
def test_what_changed_since_an_upload(
    open_page: Open, district: Path, query: dict[str, str], chosen: tuple[str, ...]
) -> None:
    """Since before the last log: the upload with what it moved, and by school then beside now."""
    asked = query if "as_of" in query else query | {"as_of": "2026-02-28"}
    told_as = chosen if "as_of" in query else (*chosen, "--as-of", "2026-02-28")
    with kept_open(twin(district)).cursor() as cur:
        moment = known.moments(cur, EVERYTHING)[-2]
    app = open_page("goal_progress", **asked, known=page.told(moment), more_known="true")
    told = told_by_cli(district, "changes", "--known-as-of", str(moment.event), *told_as)
    shown = metrics(app)
    for label, name in FACTS.items():
        write = words.rate if name.endswith("_rate") else words.hours
        assert shown[label] == write(told[-1][name]), label
        assert f"then {write(told[0][name])}" in said_on(app), label
    same(app, "known_changes", knowing.CHANGES, told, least=9)
    where = told_by_cli(district, "changes", "--known-as-of", str(moment.event), "--by", "school", *told_as)
    if where:
        same(app, "known_between", knowing.BETWEEN, where, least=6)
    assert bool(where) == any("credited_minutes_now" in one.value.columns for one in app.dataframe)


STATED: Files = {
    "iep services.csv": "Line ID,Student ID,Service,Setting,Frequency,Start Date,End Date,School,Provider ID,"
    "stated_year_minutes,Stated Delivered Minutes,Stated As Of\n"
    "L1,S1,OT,Push-in,2 x 30 min Weekly,08/25/2025,06/05/2026,Birch,T1,2160,90,09/30/2025\n"
    "L2,S2,OT,Pull-out,60 min/month,08/25/2025,06/05/2026,Cedar,T1,540,30,\n"
    "L3,S3,PT,Pull-out,30 min Weekly,09/15/2025,06/05/2026,Cedar,T2,900,60,09/30/2025\n",
    "log.csv": "Student ID,Service,Session Date,Minutes,Status,Setting,Provider ID\n"
    "S1,OT,09/08/2025,30,Delivered,Push-in,T1\nS1,OT,09/10/2025,30,Delivered,Push-in,T1\n"
    "S2,OT,09/09/2025,45,Delivered,Pull-out,T1\nS3,PT,09/16/2025,30,Delivered,Pull-out,T2\n",
}
LATE: Files = {"late.csv": STATED["log.csv"].split("\n")[0] + "\nS3,PT,09/23/2025,30,Delivered,Pull-out,T2\n"}  # type: ignore[operator, union-attr]


def _told(database: Path, *asked: str) -> Told:
    """The rows that a command prints of a ledger that no page has open."""
    done = CliRunner().invoke(cli.app, [*asked, "--db", str(database), "--json"])
    assert done.exit_code == 0, done.output
    rows: Told = json.loads(done.stdout)
    return rows


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger with another system's totals, as one's own."""
    database = built(tmp_path / "own.duckdb", loading(tuple(STATED.items())))
    monkeypatch.setenv("MINUTES_DB", str(database))
    return database


SMALL: list[tuple[dict[str, str], tuple[str, ...], int]] = [
    ({}, (), 3), ({"school": "Cedar"}, ("--school", "Cedar"), 2),
    ({"service": "OT", "as_of": "2025-09-09"}, ("--service", "OT", "--as-of", "2025-09-09"), 2),
]  # fmt: skip


@pytest.mark.parametrize(("query", "chosen", "lines"), first(1, SMALL))
def test_totals_that_another_system_stated(
    open_page: Open, own: Path, query: dict[str, str], chosen: tuple[str, ...], lines: int
) -> None:
    told = _told(own, "compare", *chosen)
    assert len(told) == lines
    app = open_page("overview", **query, more_overview=findings.TITLE)
    same(app, "compared", findings.COMPARED, told, least=8)
    shown = app.dataframe(key="compared").value
    for cause in ("year_cause", "delivered_cause"):
        assert sorted(shown[cause]) == sorted(one[cause] for one in told), cause
    apart = sum(bool(one["year_cause"] or one["delivered_cause"]) for one in told)
    assert f"of {lines} for which a file states totals" in said_on(app)
    assert f"{words.plural(apart, 'line differs', 'lines differ')} of {lines}" in said_on(app)


@pytest.mark.parametrize("query", first(1, [one for one, _, _ in SMALL]))
def test_a_closed_month_as_recorded_and_as_it_is_now(open_page: Open, own: Path, query: dict[str, str]) -> None:
    """A month is closed for the whole district, whatever is chosen; then a session of it comes late."""
    done = CliRunner().invoke(cli.app, ["close", "2025-09", "--db", str(own)])
    assert done.exit_code == 0, done.output
    late = own.with_name("late.csv")
    late.write_text(str(LATE["late.csv"]))
    assert CliRunner().invoke(cli.app, ["import", str(late), "--db", str(own)]).exit_code == 0
    told = _told(own, "closed", "2025-09")
    app = open_page("import_files", **query)
    app.session_state["recorded"] = app.session_state["changed_since"] = True
    app.selectbox(key=checklist.MONTH).set_value("2025-09").run()
    assert not app.exception
    assert _recorded(app) == {
        (checklist.service_words(one["service"]), checklist.FIGURES[one["figure"]]): _written(one, "closed")
        for one in told if one["figure"] in checklist.RECORDED
    }  # fmt: skip
    moved = [one for one in told if _written(one, "closed") != _written(one, "now")]
    assert moved
    changed = next(one.value for one in app.dataframe if "When closed" in one.value.columns)
    shown = {tuple(row) for row in changed[["Service", "Figure", "When closed", "Now"]].itertuples(index=False)}
    assert shown >= {
        (checklist.service_words(one["service"]), checklist.FIGURES[one["figure"]], _written(one, "closed"),
         _written(one, "now"))
        for one in moved
    }  # fmt: skip


def _written(one: dict[str, Any], when: str) -> str:
    return checklist.value_words(one["figure"], one[when])


def _recorded(app: AppTest) -> dict[tuple[str, str], str]:
    """The recorded figures by service and name."""
    table: pd.DataFrame = next(
        one.value for one in app.dataframe if {"Service", "Expected", "Delivered rate"} <= set(one.value.columns)
    )
    return {
        (str(row["Service"]), name): str(row[name])
        for row in table.to_dict("records") for name in map(str, table.columns) if name != "Service"
    }  # fmt: skip


LIMITS: list[tuple[dict[str, str], dict[str, int], tuple[str, ...]]] = [
    ({}, {}, ()), ({"school": "Oak"}, {"most_moves": 1}, ("--max-moves", "1")),
    ({"service": "OT"}, {"most_schools": 1}, ("--max-schools", "1")),
]  # fmt: skip


@pytest.mark.parametrize(("query", "limits", "chosen"), first(1, LIMITS))
def test_a_suggested_plan(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: dict[str, str], limits: dict[str, int],
    chosen: tuple[str, ...],
) -> None:  # fmt: skip
    """Of the whole district, whatever is chosen: its moves, half-days, who keeps whom, and the plan beside today."""
    database = small_district.write(tmp_path / "own.duckdb")
    asked = ("rebalance", "--as-of", small_district.AS_OF.isoformat(), *chosen)
    moves = _told(database, *asked)
    halves, (now, then) = _told(database, *asked, "--part", "half-days"), _told(database, *asked, "--part", "compared")
    monkeypatch.setenv("MINUTES_DB", str(database))
    app = open_page("caseloads", **query, more_caseloads="A suggested rebalancing")
    for key, value in limits.items():
        app.number_input(key=key).set_value(value)
    app.button(key="suggest").click().run()
    if "_plan_asked" in app.session_state:
        app.session_state["_plan_asked"][1].wait()
        app.run()
    assert not app.exception
    same(app, "plan_moves", plan_told.MOVES, moves, least=1)
    same(app, "plan_half_days", plan_told.HALF_DAYS, halves, least=5)
    shown = metrics(app)
    assert shown["Above the ceiling"] == words.hours(then["over_minutes"])
    assert f"{words.hours(now['over_minutes'])} now" in said_on(app)
    assert shown["Schools served"] == words.count(then["pairs"])
    assert shown["Travel"] == words.hours(then["travel_minutes"])
    assert shown["Keep their therapist"] == words.count(sum(one["students_kept"] for one in halves))
