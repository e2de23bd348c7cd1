"""Figures on screen are those of the command line, for several filter settings."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import cli
from analytics import students
from analytics.scope import EVERYTHING
from data.store import open_store
from tests.app.conftest import Open, metrics
from ui import stores, words


def _cli(db: Path, *arguments: str) -> list[dict[str, Any]]:
    stores.close_all()
    done = CliRunner().invoke(cli.app, [*arguments, "--db", str(db), "--json"])
    assert done.exit_code == 0, done.output
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


IRONWOOD = "Ironwood Middle School"
"""The school as its filter writes it into the URL."""
SETTINGS = [
    ({}, (), {}),
    ({"service": "OT"}, ("--by", "service"), {"service": "OT"}),
    ({"school": IRONWOOD}, ("--by", "school"), {"school": "Ironwood"}),
    ({"as_of": "2025-12-31", "service": "PT"}, ("--as-of", "2025-12-31", "--by", "service"), {"service": "PT"}),
]


@pytest.mark.parametrize(("query", "arguments", "row"), SETTINGS)
def test_compliance_headline(
    open_page: Open, district: Path, query: dict[str, str], arguments: tuple[str, ...], row: dict[str, str]
) -> None:
    shown = metrics(open_page("compliance", **query))
    (said,) = [one for one in _cli(district, "ledger", *arguments) if row.items() <= one.items()]
    assert shown["Delivered"] == words.rate(said["adjusted_rate"])
    assert shown["Of all expected"] == words.rate(said["gross_rate"])
    assert shown["Not accounted for"] == words.hours(said["unaccounted_minutes"])
    assert shown["Make-up candidates"] == words.hours(said["make_up_minutes"])


@pytest.mark.parametrize("key", ["school", "provider"])
def test_compliance_table(open_page: Open, district: Path, key: str) -> None:
    app = open_page("compliance", **({"school": IRONWOOD} if key == "provider" else {}))
    table = app.dataframe(key=f"by_{key}").value
    said = [one for one in _cli(district, "ledger", "--by", f"school,{key}" if key == "provider" else key)
            if key == "school" or one["school"] == "Ironwood"]  # fmt: skip
    assert len(table) == len(said)
    for column in ("expected_minutes", "credited_minutes", "unaccounted_minutes"):
        assert sorted(table[column].round(3)) == sorted(round(one[column] / 60, 3) for one in said)


def test_overview_services(open_page: Open, district: Path) -> None:
    table = open_page("overview").dataframe[0].value.set_index("service")
    for one in _cli(district, "ledger", "--by", "service"):
        row = table.loc[words.service(one["service"])]
        assert row["expected_minutes"] == pytest.approx(one["expected_minutes"] / 60, abs=1e-6)
        if one["adjusted_rate"] is not None:
            assert row["adjusted_rate"] == pytest.approx(one["adjusted_rate"] * 100, abs=1e-6)


MIX_SETTINGS = [
    ({}, (), {}),
    ({"service": "OT"}, ("--by", "service"), {"service": "OT"}),
    ({"school": IRONWOOD, "as_of": "2025-12-31"}, ("--by", "school", "--as-of", "2025-12-31"), {"school": "Ironwood"}),
]


@pytest.mark.parametrize(("query", "arguments", "row"), MIX_SETTINGS)
def test_delivery_mix(
    open_page: Open, district: Path, query: dict[str, str], arguments: tuple[str, ...], row: dict[str, str]
) -> None:
    shown = metrics(open_page("delivery_mix", **query))
    said = [one for one in _cli(district, "mix", *arguments) if row.items() <= one.items()]
    whole = sum(one["delivered_minutes"] for one in said)
    for label, rollup in (
        ("Integrated", "direct_integrated"),
        ("Separate", "direct_separate"),
        ("Indirect", "indirect"),
    ):
        part = sum(one["delivered_minutes"] for one in said if one["rollup"] == rollup)
        if label in shown:
            assert shown[label] == words.rate(part / whole)


@pytest.mark.parametrize("as_of", ["2025-10-31", "2025-12-31", "2026-02-28"])
def test_student(open_page: Open, district: Path, as_of: str) -> None:
    """One student's months are the command line's."""
    opened = open_store(district)
    with opened.cursor() as cur:
        found = students.find(cur, EVERYTHING, "Abara, Imani").iloc[0]
    opened.close()
    months = open_page("student", student=found["link_key"], as_of=as_of).dataframe[-1].value  # the last table
    said = [one for one in _cli(district, "ledger", "--by", "student,month", "--as-of", as_of)
            if one["student"] == found["student_id"]]  # fmt: skip
    assert len(months) == len(said) > 0
    for column in ("expected_minutes", "credited_minutes", "make_up_minutes", "unaccounted_minutes"):
        assert months[column].round(4).tolist() == [round(one[column] / 60, 4) for one in said]


@pytest.mark.parametrize("query", [{}, {"service": "OT"}, {"service": "PT"}])
def test_goal_progress(open_page: Open, district: Path, query: dict[str, str]) -> None:
    shown = metrics(open_page("goal_progress", **query))
    said = [one for one in _cli(district, "goals") if not query or one["service"] == query["service"]]
    statuses = [one["status"] for one in said]
    assert shown["Off track and at risk"] == words.count(sum(one in ("off_track", "at_risk") for one in statuses))
    assert shown["On track and mastered"] == words.count(sum(one in ("on_track", "mastered") for one in statuses))


def test_caseloads(open_page: Open, district: Path) -> None:
    table = open_page("caseloads").dataframe(key="caseloads").value
    said = _cli(district, "caseload")
    assert len(table) == len(said)
    for column in ("load_minutes", "capacity_minutes"):
        theirs = sorted(round(one[column] / 60, 3) for one in said if one[column] is not None)
        assert sorted(table[column].dropna().round(3)) == theirs
