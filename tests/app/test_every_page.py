"""Every page, from the shell: empty, with part of the exports, and with the sample district."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.conftest import Files, Open, loading, metrics, words
from tests.built import built
from ui.shell import navigation

PAGES = [entry.name for entry in navigation.ENTRIES]
FIGURES = ["overview", "compliance", "delivery_mix", "goal_progress", "caseloads", "student"]
LINES: Files = {
    "iep services.csv": "Student ID,Service,Setting,Frequency,Start Date,End Date,School,Provider ID\n"
    "S1,OT,Push-in,2 x 30 min Weekly,08/25/2025,06/05/2026,Birch,T1\n"
    "S2,OT,Pull-out,60 min/month,08/25/2025,06/05/2026,Cedar,T1\n"
}
LOGS: Files = {
    "log.csv": "Student ID,Service,Session Date,Minutes,Status,Reason,Setting,Provider ID\n"
    "S1,OT,09/08/2025,30,Delivered,,Push-in,T1\n"
    "S1,OT,09/10/2025,30,Delivered,,Pull-out,T1\n"
    "S2,OT,09/09/2025,30,Missed,Provider absent,Pull-out,T1\n"
}
GOALS: Files = {
    "goals.csv": "Student ID,Goal,Service,Baseline,Target,Unit,Start Date,Due Date,Date,Score\n"
    "S1,Copies a sentence,OT,10,80,percent,08/25/2025,06/05/2026,09/09/2025,20\n"
    "S1,Copies a sentence,OT,10,80,percent,08/25/2025,06/05/2026,09/16/2025,30\n"
}
Load = Callable[..., None]


@pytest.fixture(scope="session")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A ledger with each of these exports alone, for tests that only read it."""
    files = {"lines": LINES, "logs": LOGS, "goals": GOALS}
    folder = tmp_path_factory.mktemp("parts")
    return {name: str(built(folder / f"{name}.duckdb", loading(tuple(one.items())))) for name, one in files.items()}


@pytest.fixture
def lines_only(parts: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTES_DB", parts["lines"])


@pytest.fixture
def logs_only(parts: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTES_DB", parts["logs"])


@pytest.fixture
def goals_only(parts: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTES_DB", parts["goals"])


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_ledger_says_what_to_do(open_page: Open, name: str) -> None:
    app = open_page(name)
    said = words(app)
    expected = {
        "overview": "Explore", "import_files": "Bring the exports", "history": "Nothing was uploaded yet",
        "definitions": "E, D, C, X, R, O and U",
    }.get(name, "Nothing is loaded yet")  # fmt: skip
    shown = said + " ".join(button.label for button in app.button)
    assert expected in shown
    assert not metrics(app)


@pytest.mark.parametrize("name", PAGES)
def test_the_sample_district_has_something_on_every_page(open_page: Open, district: Path, name: str) -> None:
    app = open_page(name)
    assert app.title or app.header
    if name in ("overview", "compliance", "goal_progress", "caseloads"):
        assert len(metrics(app)) == 5
        assert "Data as of Feb 28, 2026" in words(app)
        assert len(app.dataframe) >= 1


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.usefixtures("lines_only")
def test_with_lines_only_no_rate_is_told(open_page: Open, name: str) -> None:
    app = open_page(name)
    assert "0.0%" not in metrics(app).values()
    if name in ("overview", "compliance"):
        assert "No session log loaded" in words(app)
        assert "Delivered" not in metrics(app)
    if name == "caseloads":
        assert "an FTE is never assumed" in words(app)
    if name == "goal_progress":
        assert "No goals loaded" in words(app)


@pytest.mark.parametrize("name", [*FIGURES, "board_view"])
@pytest.mark.usefixtures("logs_only")
def test_with_logs_only_no_rate_is_told(open_page: Open, name: str) -> None:
    app = open_page(name)
    assert "Delivered" not in metrics(app)
    said = words(app)
    if name in ("overview", "compliance", "caseloads", "board_view"):
        assert "No mandates loaded" in said
        assert next(link.label for link in app.get("page_link")) == "Upload IEP service lines"
    if name == "overview":  # two of three sessions of 30 minutes were given, and nobody is told to be seen or unseen
        assert "1.0 h are delivered; what was expected isn't known" in said
        assert "Not seen" not in said and "needs a decision" not in said
    if name in ("caseloads", "board_view"):
        assert "as logged" not in said
    if name == "delivery_mix":
        assert "n/a" not in said and "planned 0" not in said


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.usefixtures("goals_only")
def test_with_goals_only_the_goal_page_works(open_page: Open, name: str) -> None:
    app = open_page(name)
    if name == "goal_progress":
        assert metrics(app)["Can't be judged"] == "1"
    else:
        assert "Delivered" not in metrics(app)


def test_before_the_first_figure_five_questions_are_asked(open_page: Open, load: Load) -> None:
    load(LINES | LOGS)
    from ui.server import stores

    opened = stores.store(stores.OWN)
    with opened.transaction() as cur:
        cur.execute("delete from settings where setting = 'setup_seen'")
    app = open_page("compliance")
    assert len(app.radio) == 5
    assert not metrics(app)
    app.radio(key="setup_closures").set_value("not_made_up")
    next(button for button in app.button if button.label == "Use these answers").click().run()
    assert not app.exception
    assert len(metrics(app)) == 5
    said = words(app)
    assert "Defaults in use: snow days, state testing, student absence, what counts as a session]" in said
    assert "Provisional: the calendar is only a proposed one." in said
