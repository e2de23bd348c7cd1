"""The Caseloads page: what is tried out and what is suggested, beside the functions that work it out."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics import ledger, rebalance
from analytics.scope import EVERYTHING
from data import plans, settings
from data.store import Store, open_store
from tests.app.conftest import Open, metrics, words
from tests.sample import copy_of
from ui import caseloads, stores
from ui import plans as shown_plans
from ui import words as said


@pytest.fixture
def own(sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample as one's own, to be written to."""
    target = copy_of(sample, tmp_path / "own.duckdb")
    opened = open_store(target)
    settings.set_setting(opened, settings.SETUP_SEEN, "yes", "test")
    opened.close()
    monkeypatch.setenv("MINUTES_DB", str(target))
    return target


def store() -> Store:
    return stores.store(stores.OWN)


def open_part(open_page: Open, key: str) -> AppTest:
    app = open_page("caseloads")
    app.session_state[key] = True
    app.run()
    return app


def table_of(app: AppTest, column: str) -> pd.DataFrame:
    """The first table with such a column."""
    found: pd.DataFrame = next(one.value for one in app.dataframe if column in one.value.columns)
    return found


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception, [one.value for one in app.exception]
    return app


def test_what_if_somebody_leaves(open_page: Open, own: Path) -> None:
    """Dubois leaves and Ishikawa goes to full time: the page says what the function says."""
    app = open_part(open_page, "more_what_if")
    app.segmented_control(key="what_if_kind").set_value("Somebody leaves").run()
    app.selectbox(key="what_if_leaver").set_value("T104").run()
    press(app, "what_if_add")
    app.segmented_control(key="what_if_kind").set_value("Another FTE").run()
    app.selectbox(key="what_if_who").set_value("T109").run()
    app.number_input(key="what_if_fte").set_value(1.0).run()
    press(app, "what_if_add")
    with store().cursor() as cur:
        day = ledger.default_as_of(cur, EVERYTHING)
        assert day is not None
        changes = (rebalance.Remove("T104"), rebalance.SetFte("T109", 1.0))
        result = rebalance.what_if(cur, EVERYTHING, day, changes=changes)
    assert metrics(app)["Without a therapist"] == said.plural(result.without_therapist, "line")
    assert metrics(app)["Above the ceiling"] == said.hours(result.score.over_minutes)
    table = table_of(app, "load_after")
    assert table["provider_name"].tolist() == result.changed["provider_name"].tolist()
    assert table["load_after"].fillna(0).tolist() == pytest.approx(
        (result.changed["load_after"] / 60).fillna(0).tolist()
    )
    press(app, "what_if_out_0")
    assert metrics(app)["Without a therapist"] == "0 lines"


def test_a_plan_is_suggested_kept_compared_and_thrown_away(open_page: Open, own: Path) -> None:
    app = open_part(open_page, "more_plan")
    app.number_input(key="most_moves").set_value(10).run()
    press(app, "suggest")
    asked = app.session_state["_plan_asked"][1] if "_plan_asked" in app.session_state else None
    if asked is not None:
        asked.wait()
        app.run()
    assert not app.exception
    plan = app.session_state["_plan"][1]
    assert plan.summary in words(app)
    moves = table_of(app, "reason")
    assert len(moves) == len(plan.moves) <= 10
    assert (moves["student_name"].str.len() > 3).all()
    assert table_of(app, "students_kept")["students_kept"].sum() == plan.half_days["students_kept"].sum()
    app.text_input(key="plan_name").set_value("For August")
    next(button for button in app.button if button.label == "Keep the plan").click().run()
    assert not app.exception, [one.value for one in app.exception]
    assert not app.warning, [one.value for one in app.warning]
    compared = table_of(app, "plan")
    assert compared["plan"].tolist() == ["As it is", "For August"]
    assert compared["lines"].tolist() == [0, len(plan.moves)]
    assert compared["over_minutes"].tolist() == pytest.approx(
        [plan.was.over_minutes / 60, plan.score.over_minutes / 60]
    )
    version = store().data_version()
    press(app, "throw_plan")
    with store().cursor() as cur:
        assert plans.listed(cur).empty
    assert store().data_version() == version


def test_the_matrix_of_half_days() -> None:
    """Ann: four half-days at Elm with ten students, Oak without site days; 90 minutes missed. Bea has nothing to show."""
    frame = pd.DataFrame(
        [("a", "Ann", "Elm", 4.0, 10), ("a", "Ann", "Oak", None, 3), ("b", "Bea", "Oak", 1.0, 0)],
        columns=["provider_id", "provider_name", "school", "half_days", "students"],
    )
    providers = pd.DataFrame({"provider_id": ["a"], "missed_provider_minutes": [90.0]})
    grid = caseloads.matrix(frame, providers)
    assert grid.to_dict("records") == [
        {"Provider": "Ann", "missed_provider_minutes": 90.0, "Elm": "4 · 10", "Oak": f"{said.DASH} · 3"},
        {"Provider": "Bea", "missed_provider_minutes": 0.0, "Elm": "", "Oak": "1 · 0"},
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"who": "Ann", "what": "keep at", "school": "Elm School"}, rebalance.Lock("keep_at", "a", "e", "")),
        ({"who": "Ann", "what": "there on", "school": "Elm School", "weekday": "mon"},
         rebalance.Lock("fixed_day", "a", "e", "mon")),
        ({"who": "Ann", "what": "leaves on", "day": "2026-10-01"},
         rebalance.Lock("leaves_on", "a", day=pd.Timestamp("2026-10-01").date())),
        ({"who": "Ann", "what": "never at"}, None),
        ({"who": "Ann", "what": "there on", "school": "Elm School"}, None),
        ({"who": "Ann", "what": "starts on", "day": pd.NaT}, None),
        ({"who": "Nobody known", "what": "keep at", "school": "Elm School"}, None),
    ],
)  # fmt: skip
def test_a_row_of_the_locks(row: dict[str, Any], expected: rebalance.Lock | None) -> None:
    assert shown_plans.lock(row, {"Ann": "a"}, {"Elm School": "e"}) == expected


def test_a_cap_that_is_entered_is_told(open_page: Open, own: Path) -> None:
    """A cap of 40 students per FTE for OTs and 50 with an assistant: who is over is counted in the answer."""
    opened = open_store(own)
    for policy, value in (("cap_ot", "40"), ("cap_ot_with_assistant", "50")):
        settings.set_policy(opened, "2025-26", policy, value, "test")
    opened.close()
    app = open_page("caseloads")
    table = app.dataframe(key="caseloads").value
    caps = dict(zip(table["provider_name"], table["caseload_cap"], strict=True))
    assert (caps["Dubois, Marcel"], caps["Achterberg, Nora"]) == (40, 50)
    assert pd.isna(caps["Mwangi, Peter"])
    over = int((table["caseload_per_fte"] > table["caseload_cap"]).sum())
    assert over >= 1
    assert f"{over} are over the cap of students per FTE" in words(app)
