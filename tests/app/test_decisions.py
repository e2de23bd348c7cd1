"""What needs a decision on the Overview: the command line's decisions in words, each opening the rows behind it."""

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from analytics.attention import Decision
from tests.app.conftest import IRONWOOD, Open, told_by_cli
from tests.quick import first
from ui.overview import decisions
from ui.parts import words

SETTINGS: list[tuple[dict[str, str], tuple[str, ...]]] = [
    ({}, ()), ({"school": IRONWOOD}, ("--school", IRONWOOD)),
    ({"service": "OT", "as_of": "2025-12-31"}, ("--service", "OT", "--as-of", "2025-12-31")),
]  # fmt: skip
LISTS = {
    "not_seen": ("not-seen",), "never_started": ("not-seen",), "ending": ("ending",), "reports_missing": ("reports", "--missing"),
}  # fmt: skip
PLACES = {"school": "school", "provider": "provider_id", "service": "service", "period": "period"}


@pytest.mark.parametrize(("query", "chosen"), first(2, SETTINGS))
def test_they_are_the_command_lines(
    open_page: Open, district: Path, query: dict[str, str], chosen: tuple[str, ...]
) -> None:
    said = told_by_cli(district, "decisions", *chosen)
    shown = _labels(open_page("overview", **query))
    assert len(shown) == len(said) > 3
    for label, one in zip(shown, said, strict=True):
        assert words.plural(one["students"], "student") in label
        if one["kind"] == "reports_missing":
            assert f"{one['lines']} of {one['detail']} progress reports missing" in label
            continue
        assert one["kind"] == "fell" or words.plural(one["lines"], "service line") in label
        assert not one["minutes"] or words.hours(one["minutes"]) in label
        assert not 0 < one["fresh"] < one["lines"] or f"({one['fresh']} new)" in label


def _labels(app: AppTest) -> list[str]:
    return [one.label.replace("\\", "") for one in app.button if str(one.key).startswith("decision_")]


@pytest.mark.slow
@pytest.mark.parametrize(("query", "chosen"), first(1, SETTINGS))
def test_behind_each_stand_as_many_rows(
    open_page: Open, district: Path, query: dict[str, str], chosen: tuple[str, ...]
) -> None:
    """Of the first of each kind: as many rows as it counts, and as many as the command line's list of that place has."""
    kinds = {one["kind"]: one for one in reversed(told_by_cli(district, "decisions", *chosen))}
    for kind, one in kinds.items():
        app = open_page("overview", **query, decision=f"{kind}.{one['where']}")
        rows = app.dataframe(key="behind").value
        if kind == "fell":
            assert rows["student_name"].nunique() >= one["students"]  # lines before the month too
            continue
        assert len(rows) == one["lines"]
        if kind in LISTS:
            assert len(rows) == len(_listed(told_by_cli(district, *LISTS[kind], *chosen), one))


def _listed(found: list[dict[str, Any]], one: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of a list that a decision is about."""
    here = [row for row in found if not one["place"] or row[PLACES[one["place"]]] == one["where"]]
    return [
        row for row in here if "never_started" not in row or row["never_started"] == (one["kind"] == "never_started")
    ]


def test_a_service_without_a_log_opens_its_lines_and_import(open_page: Open, district: Path) -> None:
    app = open_page("overview", decision="not_loaded.COUNSELING")
    by_service = told_by_cli(district, "headline", "--by", "service")
    (counseling,) = [one for one in by_service if one["service"] == "COUNSELING"]
    rows = app.dataframe(key="behind").value
    assert rows["uncovered_minutes"].sum() == pytest.approx(counseling["uncovered_minutes"] / 60, abs=1e-3)
    (label,) = [one for one in _labels(app) if "no log is loaded" in one]
    hours = words.hours(counseling["uncovered_minutes"])
    assert label.startswith(
        f"**Counseling:** no log is loaded for Aug to Feb: 46 service lines of 34 students, {hours} in no rate"
    )


@pytest.mark.parametrize(
    ("months", "said"),
    [
        (("2025-09",), "Sep"), (("2025-09", "2025-10"), "Sep and Oct"), (("2025-11", "2025-12", "2026-01"), "Nov to Jan"),
        (("2025-09", "2025-11", "2025-12"), "Sep, Nov and Dec"),
    ],
)  # fmt: skip
def test_months_in_words(months: tuple[str, ...], said: str) -> None:
    one = Decision("not_loaded", "school", "Elm", 2, 3, 90.0, 1, ("a",), months)
    assert decisions.told(one, {"Elm": "Elm School"}) == (
        f"Elm School: no log is loaded for {said}: 3 service lines of 2 students (1 new), 1.5 h in no rate"
    )
