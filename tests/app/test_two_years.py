"""With two school years on file a page tells the one that is chosen, as the command line does from its first day on; what is
still open from before stays in sight. The figures are worked out in tests/two_years.py."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.store import open_store
from tests import two_years
from tests.app.conftest import Open, metrics, told_by_cli, words


@pytest.fixture
def two_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The district of two years as one's own, with a copy beside it for the command line."""
    for name in ("ledger", "twin"):
        two_years.write(tmp_path / "two" / f"{name}.duckdb")
    monkeypatch.setenv("MINUTES_DB", str(tmp_path / "two" / "ledger.duckdb"))
    return tmp_path / "two" / "ledger.duckdb"


NOW = {"as_of": "2026-09-30"}
THEN = {"year": two_years.THEN, "as_of": "2026-03-31"}
RANGE = ("--from", "2026-07-01", "--as-of", "2026-09-30")


def _rows(app: AppTest, key: str) -> list[dict[str, Any]]:
    return app.dataframe(key=key).value.to_dict("records")  # type: ignore[no-any-return]


def test_overview(open_page: Open, two_loaded: Path) -> None:
    app = open_page("overview", **NOW, more_overview=["Two sentences to paste into an e-mail"])
    assert metrics(app) == {
        "Students served": "2", "Students behind": "1", "Students not seen": "0", "Delivered": "58.1%",  # 300 / 516
        "Not accounted for": "2.0 h",
    }  # fmt: skip
    (service,) = _rows(app, "services")
    assert (service["students"], service["expected_minutes"], service["provider_caused_minutes"]) == (2, 8.6, 1.0)
    assert service["open_make_up_minutes"] == 4.0  # 180 of September, and 60 of March
    said = words(app)
    assert "School year 2026-27, data as of Sep 30, 2026." in said
    assert "Make-ups hold 1.0 h from earlier years, which are still open." in said
    (code,) = app.code
    assert code.value.startswith(
        "As of Sep 30, 2026, 58.1% of the service minutes that our IEPs promise in 2026-27 were delivered, student absences "
        "set aside (58.1% of all 8.6 h expected). Of 2 students, 1 is two or more sessions behind"
    )


@pytest.mark.slow
def test_commands_tell_the_same_year(two_loaded: Path) -> None:
    """516 expected and 300 credited minutes of two students, 60 lost to the provider, from July 1 on; 876 of three to date."""
    (head,) = told_by_cli(two_loaded, "headline", *RANGE)
    assert (head["students"], head["students_behind"], head["expected_minutes"]) == (2, 1, 516)
    assert told_by_cli(two_loaded, "headline", "--as-of", "2026-09-30")[0]["expected_minutes"] == 876
    (service,) = told_by_cli(two_loaded, "headline", "--by", "service", *RANGE)
    assert (service["expected_minutes"], service["provider_caused_minutes"]) == (516, 60)
    (went,) = told_by_cli(two_loaded, "where-it-went", *RANGE)
    assert (went["expected"], went["credited"]) == (516, 300)
    (far,) = told_by_cli(two_loaded, "behind", *RANGE)
    assert far["short_since"][:7] == "2026-09"
    for command in (
        "decisions", "standing", "not-seen", "without-record", "reasons", "conformity", "distribution", "outlook", "mix",
        "drift", "group-sizes", "sessions", "board", "caseload",
    ):  # fmt: skip
        assert isinstance(told_by_cli(two_loaded, command, *RANGE), list), command


def test_compliance(open_page: Open, two_loaded: Path) -> None:
    app = open_page("compliance", **NOW, more_compliance=["Month by month", "Projection and catch-up"])
    (said,) = told_by_cli(two_loaded, "ledger", *RANGE)
    assert (said["expected_minutes"], said["make_up_minutes"]) == (516, 180)
    shown, text = metrics(app), words(app)
    assert (shown["Delivered"], shown["Students behind"], shown["Make-up candidates"]) == ("58.1%", "1", "3.0 h")
    assert "hours not accounted for included; 1.0\u00a0h more are open from earlier years" in text
    assert "Make-ups: 2 open items, 4.0 h, 1.0 h of them from earlier years" in text
    (school,) = _rows(app, "groups")
    assert school["expected_minutes"] == 8.6
    assert shown["Catch-up a week"] == "0.0 h"  # Cas's line has ended, and Ann isn't short in a closed period


@pytest.mark.slow
def test_the_year_before(open_page: Open, two_loaded: Path) -> None:
    """Nothing lies before it, so all to date is the year's: Ann and Bob, 300 of 360."""
    app = open_page("overview", **THEN)
    assert (metrics(app)["Students served"], metrics(app)["Delivered"]) == ("2", "83.3%")
    assert "earlier years" not in words(app)
    assert "Data as of Mar 31, 2026." in words(app)


@pytest.mark.slow
def test_who_is_behind(open_page: Open, two_loaded: Path) -> None:
    """Ann was in March, and isn't in 2026-27."""
    (row,) = _rows(open_page("overview", **NOW, decision="behind"), "students_behind")
    assert row["student_name"] == "Colt, Cas"


@pytest.mark.slow
def test_the_extended_year_stands_beside_it_as_ever(open_page: Open, two_loaded: Path) -> None:
    """It lies on both sides of July 1, so no school year cuts it."""
    store = open_store(two_loaded)
    two_years.load(store, "esy.csv", two_years.EXTENDED)
    store.close()
    app = open_page("compliance", **NOW)
    assert metrics(app)["Students behind"] == "1"
    assert "An obligation of its own, in no other figure" in words(app)


@pytest.mark.slow
def test_one_student(open_page: Open, two_loaded: Path) -> None:
    """Ann's year: L2 alone, 240 of 276, and what is still open of March beside it."""
    store = open_store(two_loaded)
    with store.cursor() as cur:
        ((link,),) = cur.execute("select link_key from student_links where student_id = 'A1'").fetchall()
    store.close()
    app = open_page("student", **NOW, student=link)
    assert metrics(app)["Delivered"] == "87.0%"
    (months,) = [one.value["month"] for one in app.dataframe if "month" in one.value.columns]
    assert [f"{month:%Y-%m}" for month in months] == ["2026-09"]
    assert len(_rows(app, "student_sessions")) == 8
    assert "1.0\u00a0h more are open from earlier years" in words(app)


@pytest.mark.parametrize(
    "page", ["delivery_mix", "caseloads", "board_view", "goal_progress", "history", "import_files"]
)
def test_every_other_page_opens(open_page: Open, two_loaded: Path, page: str) -> None:
    shown = metrics(open_page(page, **NOW))
    assert (
        shown.get("Missed by provider", "1.0 h") == "1.0 h"
    )  # on Caseloads: Cas's hour of September, not Ann's of March
