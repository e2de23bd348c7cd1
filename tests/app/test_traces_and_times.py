"""The panel that reads a figure aloud, and the ledger as known earlier: on two pages, in the URL, with its banner."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from analytics import ledger
from analytics.scope import EVERYTHING
from data.store import open_store
from tests.app.conftest import Files, Open, loading, metrics, words
from tests.app.test_every_page import LINES, LOGS, Load
from tests.built import built
from ui.parts import traces
from ui.parts import words as told
from ui.server import stores

LATER: Files = {
    "more.csv": "Student ID,Service,Session Date,Minutes,Status,Reason,Setting,Provider ID\n"
    "S1,OT,09/15/2025,30,Delivered,,Push-in,T1\n"
    "S1,OT,09/17/2025,30,Delivered,,Push-in,T1\n"
}
"""The third upload: S1's week of Sep 15."""


def link_of(database: Path, student: str) -> str:
    stores.close_all()
    opened = open_store(database)
    with opened.cursor() as cur:
        found = cur.execute("select link_key from student_links where student_id = ?", [student]).fetchone()
    opened.close()
    assert found is not None
    return str(found[0])


@pytest.mark.slow
def test_the_student_page_reads_a_figure_aloud(open_page: Open, load: Load, tmp_path: Path) -> None:
    """S1's week of Sep 8: both sessions of 30 were given; the three other weeks of September have nothing."""
    load(LINES | LOGS)
    app = open_page("student", student=link_of(tmp_path / "ledger.duckdb", "S1"))
    app.session_state["more_student_trace"] = True
    app.run()
    app.selectbox(key="student_trace_month").set_value("2025-09").run()
    assert not app.exception
    said = words(app)
    assert "What the plan promises" in said
    assert "Mon Sep 8: delivered, 30 minutes. [log.csv, row 2]" in said
    assert "The policies that shaped it" in said


@pytest.mark.slow
def test_the_compliance_page_traces_the_line_that_is_chosen(open_page: Open, load: Load) -> None:
    load(LINES | LOGS)
    app = open_page("compliance", more_compliance=traces.TITLE)
    app.selectbox(key="trace_line").select_index(1).run()
    assert not app.exception
    said = words(app)
    assert "60 minutes a month" in said
    assert "Tue Sep 9: missed 30 minutes: provider absent, which is a make-up reason" in said


@pytest.mark.slow
def test_the_trace_is_that_of_the_command_line(open_page: Open, load: Load, tmp_path: Path) -> None:
    load(LINES | LOGS)
    app = open_page("student", student=link_of(tmp_path / "ledger.duckdb", "S2"))
    app.session_state["more_student_trace"] = True
    app.run()
    _, line = app.selectbox(key="student_trace_line").value.split(chr(31))
    month = app.selectbox(key="student_trace_month").value
    said = words(app)
    stores.close_all()
    done = CliRunner().invoke(cli.app, ["trace", "--line", line, "--month", month, "--db", str(tmp_path / "ledger.duckdb"),
                                        "--json"])  # fmt: skip
    sentences = [one for section in json.loads(done.stdout)["text"] for one in section["sentences"]]
    assert len(sentences) > 8
    assert [one for one in sentences if one not in said] == []


@pytest.fixture(scope="session")
def uploads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lines, a log and another log."""
    make = loading(*(tuple(files.items()) for files in (LINES, LOGS, LATER)))
    return built(tmp_path_factory.mktemp("uploads") / "ledger.duckdb", make)


@pytest.fixture
def earlier(uploads: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The label of the moment after the first log."""
    monkeypatch.setenv("MINUTES_DB", str(uploads))
    return "Mar 6, 2026, upload 2"


@pytest.mark.slow
def test_an_earlier_ledger_has_its_banner_and_its_figures(open_page: Open, earlier: str) -> None:
    now, app = open_page("compliance"), open_page("compliance", known=earlier)
    assert "An earlier ledger" not in words(now)
    assert "An earlier ledger: as known after Mar 6, 2026, upload 2, log.csv" in words(app).replace("*", "")
    assert "the calendar and policies of that day" in words(app)
    with stores.store(stores.OWN).cursor() as cur:
        day = ledger.default_as_of(cur, EVERYTHING, known=2)
        assert day is not None
        (row,) = ledger.by(cur, EVERYTHING, day, known=2).to_dict("records")
    assert metrics(app)["Of all expected"] == told.rate(row["gross_rate"])
    assert metrics(app)["Of all expected"] != metrics(now)["Of all expected"]


@pytest.mark.slow
def test_the_overview_of_an_earlier_ledger(open_page: Open, earlier: str) -> None:
    """Of the 60 minutes that two sessions of 30 brought later, it knows nothing."""
    now, app = metrics(open_page("overview")), metrics(open_page("overview", known=earlier))
    assert now["Delivered"] != app["Delivered"] == metrics(open_page("compliance", known=earlier))["Delivered"]


def test_what_changed_since(open_page: Open, earlier: str) -> None:
    app = open_page("compliance", known=earlier)
    app.session_state["more_known"] = True
    app.run()
    assert not app.exception
    table = app.dataframe[0].value
    assert table["what"].tolist() == ["as it stood: upload 2: log.csv", "upload 3: more.csv"]
    assert table["credited_minutes_change"].tolist()[1] == 1.0, "two sessions of 30 minutes are an hour"
    next(one for one in app.button if one.label == "Back to all that is loaded").click().run()
    assert "An earlier ledger" not in words(app)


def test_restated_says_so(open_page: Open, earlier: str) -> None:
    assert "with today's calendar and policies" in words(open_page("compliance", known=earlier, restated="true"))


@pytest.mark.parametrize("name", ["overview", "delivery_mix", "goal_progress", "student"])
def test_every_page_of_figures_can_look_back(open_page: Open, earlier: str, name: str) -> None:
    assert "An earlier ledger" in words(open_page(name, known=earlier))
