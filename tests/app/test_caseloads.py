"""The Caseloads page: what is tried out and what is suggested, beside the functions that work it out."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analytics import rebalance
from analytics.scope import EVERYTHING
from data import plans, settings
from data.store import Store, open_store
from tests import small_district
from tests.app.conftest import Open, metrics, words
from ui.caseloads import blocks as caseloads
from ui.caseloads import plan_locks, staff_columns, whatif
from ui.parts import words as said
from ui.server import stores


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The district on paper (tests/small_district.py) as one's own, to be written to."""
    target = small_district.write(tmp_path / "own.duckdb")
    monkeypatch.setenv("MINUTES_DB", str(target))
    return target


def store() -> Store:
    return stores.store(stores.OWN)


WHAT_IF, PLAN = "What if: leave, vacancy, another FTE, lines that change hands", "A suggested rebalancing"


def table_of(app: AppTest, column: str) -> pd.DataFrame:
    """The first table with such a column."""
    found: pd.DataFrame = next(one.value for one in app.dataframe if column in one.value.columns)
    return found


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception, [one.value for one in app.exception]
    return app


@pytest.mark.slow
def test_what_if_somebody_leaves(open_page: Open, own: Path) -> None:
    """Moe leaves: six students without a therapist, 6 x 70 = 420 minutes or 7.0 h (who treats nobody has no record either).
    Lund at 0.5 FTE has 0.5 x 2,050 = 1,025 minutes, and 231 of them are 22.5 %. The page says what the function says."""
    app = open_page("caseloads", more_caseloads=WHAT_IF)
    app.segmented_control(key="what_if_kind").set_value("Somebody leaves").run()
    app.selectbox(key="what_if_leaver").set_value("T1").run()
    press(app, "what_if_add")
    assert (metrics(app)["Without a therapist"], metrics(app)["Above the ceiling"]) == ("6 lines", "7.0 h")
    app.segmented_control(key="what_if_kind").set_value("Another FTE").run()
    app.selectbox(key="what_if_who").set_value("T2").run()
    app.number_input(key="what_if_fte").set_value(0.5)
    press(app, "what_if_add")
    table = table_of(app, "load_after").set_index("provider_name")
    assert table.at["Lund, Bo", "utilisation_after"] == pytest.approx(22.5, abs=0.05)
    with store().cursor() as cur:
        changes = (rebalance.Remove("T1"), rebalance.SetFte("T2", 0.5))
        result = rebalance.what_if(cur, EVERYTHING, small_district.AS_OF, changes=changes)
    assert table.index.tolist() == result.changed["provider_name"].tolist()
    assert table["load_after"].fillna(0).tolist() == pytest.approx(
        (result.changed["load_after"] / 60).fillna(0).tolist()
    )
    press(app, "what_if_out_0")
    assert metrics(app)["Without a therapist"] == "0 lines"


@pytest.mark.slow
def test_lines_of_who_leaves_can_be_given_on_one_by_one(open_page: Open, own: Path) -> None:
    """Moe leaves: the six lines at Elm are offered as lines without a therapist, of which two go to Lund and four are left.
    Lund's own three are offered beside them then. What can't be is told and not taken up."""
    app = open_page("caseloads", more_caseloads=WHAT_IF, school="Oak")
    app.segmented_control(key="what_if_kind").set_value("Somebody leaves").run()
    app.selectbox(key="what_if_leaver").set_value("T1").run()
    press(app, "what_if_add")
    app.segmented_control(key="what_if_kind").set_value("Lines change hands").run()
    app.selectbox(key="what_if_from").set_value(whatif.NOBODY).run()
    assert app.selectbox(key="what_if_school").options == ["Elm"]
    offered = app.multiselect(key="what_if_lines").options
    assert len(offered) == 6 and all(one.startswith("Pupil, No") and " · OT" in one for one in offered)
    app.multiselect(key="what_if_lines").set_value(offered[:2]).run()
    app.selectbox(key="what_if_to").set_value("T2").run()
    press(app, "what_if_add")
    assert metrics(app)["Without a therapist"] == "4 lines"
    charts = "".join(str(one.proto.body) for one in app.get("html"))
    assert "all services, schools and providers" in charts, "the whole district, though Oak is chosen"
    app.selectbox(key="what_if_from").set_value("T2").run()
    assert len(app.multiselect(key="what_if_lines").options) == 5
    app.selectbox(key="what_if_to").set_value("T1").run()
    press(app, "what_if_add")
    assert "Moe, Al isn't there on this day, so nothing can move there." in words(app)
    assert metrics(app)["Without a therapist"] == "4 lines"


def suggested(app: AppTest) -> AppTest:
    """The page once the search has ended."""
    press(app, "suggest")
    if "_plan_asked" in app.session_state:
        app.session_state["_plan_asked"][1].wait()
        app.run()
    assert not app.exception
    return app


def keep(app: AppTest, name: str) -> AppTest:
    app.text_input(key="plan_name").set_value(name)
    next(button for button in app.button if button.label == "Keep the plan").click().run()
    assert not app.exception, [one.value for one in app.exception]
    assert not app.warning, [one.value for one in app.warning]
    return app


@pytest.mark.slow
def test_a_plan_is_suggested_kept_compared_and_thrown_away(open_page: Open, own: Path) -> None:
    """One of Moe's students to Lund ends the overload; Lund's student at Oak to Nash, who is there, saves a pair."""
    app = suggested(open_page("caseloads", more_caseloads=PLAN))
    plan = app.session_state["_plan"][1][0]
    assert "This is the best possible plan under these rules." in plan.summary
    assert all(sentence in words(app) for sentence in plan.summary.split(". ", 1))
    moves = table_of(app, "reason")
    assert list(zip(moves["school_name"], moves["from_name"], moves["to_name"], strict=True)) == [
        ("Elm", "Moe, Al", "Lund, Bo"), ("Oak", "Lund, Bo", "Nash, Cy"),
    ]  # fmt: skip
    assert moves["student_name"].str.startswith("Pupil, No").all()
    assert table_of(app, "students_kept")["students_kept"].sum() == 8
    compared = table_of(keep(app, "For August"), "plan")
    assert compared["plan"].tolist() == ["As it is", "For August"]
    assert compared["lines"].tolist() == [0, 2]
    assert compared["pairs"].tolist() == [4, 3]
    assert compared["over_minutes"].tolist() == pytest.approx([11 / 60, 0], abs=1e-5)
    version = store().data_version()
    app.selectbox(key="kept_plan").set_value(plan_id(app)).run()
    for column in ("students_after", "student_name"):
        found, reopened = (one.value[column].tolist() for one in app.dataframe if column in one.value.columns)
        assert found == reopened
    press(app, "throw_plan")
    with store().cursor() as cur:
        assert plans.listed(cur).empty
    assert store().data_version() == version


def plan_id(app: AppTest) -> str:
    """The one plan that is kept."""
    (found,) = app.selectbox(key="kept_plan").options
    with store().cursor() as cur:
        listed = plans.listed(cur)
    assert listed["plan_name"].tolist() == [found]
    return str(listed["plan_id"].iloc[0])


@pytest.mark.slow
def test_a_plan_with_a_hire_is_kept_with_its_terms(open_page: Open, own: Path) -> None:
    """Nash leaves and Sub comes to Oak: Nash's line there is nobody's and may go to Sub or Lund, never counted as gone."""
    app = open_page("caseloads")
    place = ((stores.OWN, store().data_version()), (rebalance.Remove("T3"), rebalance.Add("Sub", "OTR", 0.1, ("Oak",))))
    app.session_state["_what_if"] = place
    app.query_params["more_caseloads"] = [PLAN]
    app.run()
    assert "With the staff that you try out above: Nash, Cy leaves; Sub comes: OTR, 0.1 FTE." in words(app)
    compared = table_of(keep(suggested(app), "With Sub"), "plan").set_index("plan")
    plan = app.session_state["_plan"][1][0]
    assert (compared.at["With Sub", "lines"], compared.at["With Sub", "gone"]) == (len(plan.moves), 0)
    assert compared.at["With Sub", "over_minutes"] == pytest.approx(plan.score.over_minutes / 60, abs=1e-5)
    assert compared.at["With Sub", "pairs"] == plan.score.pairs
    assert table_of(app, "terms")["terms"].tolist() == ["at most 40 lines; Nash, Cy leaves; Sub comes: OTR, 0.1 FTE"]


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


def test_a_lock_in_words() -> None:
    people, schools = {"a": "Ann"}, {"e": "Elm School"}
    locks = (
        rebalance.Lock("keep_at", "a", "e"), rebalance.Lock("never_at", "a", "e"),
        rebalance.Lock("fixed_day", "a", "e", "mon"), rebalance.Lock("starts_on", "a", day=date(2026, 8, 31)),
        rebalance.Lock("leaves_on", "a", day=date(2026, 8, 31)),
    )  # fmt: skip
    assert [plan_locks.sentence(lock, people, schools) for lock in locks] == [
        "Ann stays at Elm School", "Ann is never at Elm School", "Ann is at Elm School on Mondays",
        "Ann starts on Aug 31, 2026", "Ann leaves on Aug 31, 2026",
    ]  # fmt: skip


def hold(app: AppTest, kind: str, **said: str | date) -> AppTest:
    """Enter one thing that must hold."""
    app.segmented_control(key="lock_kind").set_value(kind).run()
    for name, value in said.items():
        widget = app.date_input if name == "date" else app.selectbox
        widget(key=f"lock_{name}").set_value(value).run()
    return press(app, "lock_add")


@pytest.mark.slow
def test_what_must_hold_is_entered_kept_to_and_taken_out(open_page: Open, own: Path) -> None:
    """Free, the plan gives a student of Moe's at Elm to Lund and Lund's at Oak to Nash. With Moe at Elm and Lund at Oak held
    nothing may move, and the overload of 11 minutes (0.2 h) stays."""
    app = open_page("caseloads", more_caseloads=PLAN)
    assert app.button(key="lock_add").disabled
    hold(app, "keep_at", who="T1", school="Elm")
    hold(app, "keep_at", who="T2", school="Oak")
    hold(app, "fixed_day", who="T3", school="Oak", weekday="tue")
    assert "That holds already." in words(press(app, "lock_add"))
    hold(app, "leaves_on", who="T3", date=date(2026, 6, 5))
    assert [one for one in words(app).splitlines() if one in HELD] == HELD
    app.button(key="lock_out_3").click().run()
    plan = suggested(app).session_state["_plan"][1][0]
    assert plan.problem.rules.locks == (
        rebalance.Lock("keep_at", "T1", "Elm"), rebalance.Lock("keep_at", "T2", "Oak"),
        rebalance.Lock("fixed_day", "T3", "Oak", "tue"),
    )  # fmt: skip
    assert "No move is suggested: 0.2 h a week stay above the ceiling" in words(app)


HELD = [
    "Moe, Al stays at Elm", "Lund, Bo stays at Oak", "Nash, Cy is at Oak on Tuesdays", "Nash, Cy leaves on Jun 5, 2026",
]  # fmt: skip


@pytest.mark.slow
def test_a_cap_that_is_entered_is_told(open_page: Open, own: Path) -> None:
    """A cap of 28 students per FTE: Moe has 6 / 0.2 = 30, Lund 3 / 0.2 = 15, Nash 1 / 0.1 = 10. One is over."""
    opened = open_store(own)
    settings.set_policy(opened, "2025-26", "cap_ot", "28", "test")
    opened.close()
    app = open_page("caseloads")
    table = app.dataframe(key="caseloads").value.set_index("provider_name")
    assert table["caseload_cap"].tolist() == [28, 28, 28]
    assert table["caseload_per_fte"].to_dict() == pytest.approx({"Moe, Al": 30, "Lund, Bo": 15, "Nash, Cy": 10})
    assert "1 is over the cap of students per FTE" in words(app)
    assert not staff_columns.caseloads(table)["caseload_cap"].aside
    assert staff_columns.caseloads(table.assign(caseload_cap=None))["caseload_cap"].aside


def test_the_limit_of_lines_can_be_emptied(open_page: Open, own: Path) -> None:
    app = open_page("caseloads", more_caseloads=PLAN)
    assert app.number_input(key="most_moves").value == 40
    app.number_input(key="most_moves").set_value(None).run()
    assert not app.exception
    assert app.number_input(key="most_moves").value is None
    app.run()
    assert app.number_input(key="most_moves").value is None
