"""Overview and Compliance say what the command line says, for three settings of the filters: figures, tables, and charts."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import Open, metrics, told_by_cli
from tests.app.conftest import words as said_on
from tests.app.same import SETTINGS, same
from tests.quick import first
from ui.history import knowing
from ui.overview import findings
from ui.parts import columns, words
from ui.parts.tables import Col

PANELS = [
    "Causes by school and month", "Evidence, frequency and duration", "Students by delivered %",
    "Projection and catch-up",
]  # fmt: skip


NAME = {"name": Col("Group")}


def _key(chosen: tuple[str, ...]) -> str:
    """The groups that Compliance shows: schools, inside one its providers."""
    return "provider" if "--school" in chosen else "school"


def _one(district: Path, *asked: str) -> dict[str, Any]:
    (row,) = told_by_cli(district, *asked)
    return row


def _traces(app: AppTest, name: str) -> list[dict[str, Any]]:
    """The traces of the chart whose element has that key."""
    found = [json.loads(one.proto.spec)["data"] for one in app.get("plotly_chart") if one.proto.id.endswith(f"-{name}")]
    assert len(found) == 1, [one.proto.id for one in app.get("plotly_chart")]
    traces: list[dict[str, Any]] = found[0]
    return traces


@pytest.mark.parametrize(("query", "chosen"), first(1, SETTINGS))
def test_overview(open_page: Open, district: Path, query: dict[str, str], chosen: tuple[str, ...]) -> None:
    app = open_page("overview", **query, more_overview=[findings.TITLE, "Two sentences to paste into an e-mail"])
    head, unseen = _one(district, "headline", *chosen), told_by_cli(district, "not-seen", *chosen)
    shown = metrics(app)
    assert shown == {
        "Students served": words.count(head["students"]),
        "Students behind": words.count(head["students_behind"]),
        "Students not seen": words.count(len({one["student_id"] for one in unseen})),
        "Delivered": words.rate(head["adjusted_rate"]),
        "Not accounted for": words.hours(head["unaccounted_minutes"]),
    }
    _changes(app, told_by_cli(district, "headline", "--by", "month", *chosen))
    services = [one for one in told_by_cli(district, "headline", "--by", "service", *chosen) if one["expected_minutes"]]
    table = app.dataframe(key="services").value
    known = table[table["expected_minutes"].notna()]
    assert len(known) == len(services)
    for name in ("students", "unstaffed_lines"):
        assert sorted(known[name]) == sorted(one[name] for one in services), name
    for name in (one for one in table.columns if one.endswith("_minutes")):
        assert sorted(known[name]) == pytest.approx(sorted(one[name] / 60 for one in services), abs=1e-4), name
    same(app, "not_seen", columns.NOT_SEEN, unseen, least=2)
    same(app, "findings", columns.FINDINGS, told_by_cli(district, "findings", *chosen), least=2)
    same(app, "delays", knowing.DELAYS, told_by_cli(district, "delays", "--by", "provider", *chosen), least=3)
    (code,) = app.code
    assert code.value == _sentences(head, len({one["student_id"] for one in unseen}), query.get("as_of", "2026-02-28"))


def _changes(app: AppTest, months: list[dict[str, Any]]) -> None:
    """The change of each figure is the last step of its course, with an arrow for its sign."""
    told = [found for one in app.markdown for found in re.findall(r"-badge\[(?:[↑↓] )?([^\]]*)\]", str(one.value))]
    then, now = months[-2:]
    steps = [
        f"{abs(now[name] - then[name]) * unit:,.{digits}f}{after}"
        for name, unit, digits, after in (
            ("students", 1, 0, ""), ("students_behind", 1, 0, ""), ("students_not_seen", 1, 0, ""),
            ("adjusted_rate", 100, 1, " pts"), ("unaccounted_minutes", 1 / 60, 1, " h"),
        )
    ]  # fmt: skip
    moved = [step if re.search("[1-9]", step) else "no change" for step in steps]
    assert [one.replace("\\", "") for one in told] == moved


def _sentences(head: dict[str, Any], unseen: int, day: str) -> str:
    """The e-mail's two sentences, written out from the command line's figures."""
    behind = head["students_behind"]
    return (
        f"As of {words.day(day, year=True)}, {head['adjusted_rate']:.1%} of the service minutes that our IEPs promise were "
        f"delivered, student absences set aside ({head['gross_rate']:.1%} of all {head['expected_minutes'] / 60:,.1f} h "
        f"expected). Of {head['students']:,} students, {behind:,} {'is' if behind == 1 else 'are'} two or more sessions behind "
        f"and {unseen:,} {'was' if unseen == 1 else 'were'} not seen for ten school days; "
        f"{head['unaccounted_minutes'] / 60:,.1f} h have neither a session nor a reason on file."
    )


@pytest.mark.parametrize(("query", "chosen"), first(1, SETTINGS))
def test_compliance(open_page: Open, district: Path, query: dict[str, str], chosen: tuple[str, ...]) -> None:
    app = open_page("compliance", **query, more_compliance=PANELS)
    head, key, shown = _one(district, "headline", *chosen), _key(chosen), metrics(app)
    assert shown["Students behind"] == words.count(head["students_behind"])
    assert shown["Delivered"] == words.rate(head["adjusted_rate"])
    assert shown["Not accounted for"] == words.hours(head["unaccounted_minutes"])
    assert shown["Make-up candidates"] == words.hours(head["make_up_minutes"])
    ledger = told_by_cli(district, "ledger", "--by", key, "--provider-caused", *chosen)
    same(app, "groups", {"name": columns.group(key), **columns.ledger("adjusted_rate")}, ledger, least=10)
    same(app, "not_seen", columns.NOT_SEEN, told_by_cli(district, "not-seen", *chosen), least=2)
    lists = told_by_cli(district, "make-ups", "--by", "provider", *chosen)
    same(app, "worklists", columns.WORKLISTS, lists, least=8)
    items = [one for one in told_by_cli(district, "make-ups", *chosen) if one["is_open"]]
    hours = words.hours(sum(one["make_up_minutes"] for one in items))
    assert f"Make-ups: {words.plural(len(items), 'open item')}, {hours}" in said_on(app)
    _tests(app, district, key, chosen)
    _outlook(app, district, key, chosen)
    bars = sum(_traces(app, "distribution")[0]["y"])
    told = told_by_cli(district, "distribution", *chosen)
    assert bars == sum(one["students"] for one in told if one["measure"] == "adjusted_rate")


def _tests(app: AppTest, district: Path, key: str, chosen: tuple[str, ...]) -> None:
    whole, shown = _one(district, "conformity", *chosen), metrics(app)
    for label in ("Evidence", "Frequency", "Duration"):
        assert shown[label] == words.rate(whole[f"{label.lower()}_rate"]), label
    same(app, "tests", NAME | columns.TESTS, told_by_cli(district, "conformity", "--by", key, *chosen), least=7)


def _outlook(app: AppTest, district: Path, key: str, chosen: tuple[str, ...]) -> None:
    whole, shown = _one(district, "outlook", *chosen), metrics(app)
    assert shown["Year-end at this pace"] == words.rate(whole["projected_rate"])
    assert shown["Pace"] == words.rate(whole["pace"])
    assert shown["Still to come"] == words.hours(whole["remaining_minutes"])
    assert shown["Catch-up a week"] == words.hours(whole["catch_up_minutes_per_week"])
    same(app, "outlook", NAME | columns.OUTLOOK, told_by_cli(district, "outlook", "--by", key, *chosen), least=6)


@pytest.mark.parametrize(("query", "chosen"), first(1, SETTINGS))
def test_causes_by_school_and_month(
    open_page: Open, district: Path, query: dict[str, str], chosen: tuple[str, ...]
) -> None:
    heat = _traces(open_page("compliance", **query, more_compliance=[PANELS[0]]), "heat")
    told = [
        one for one in told_by_cli(district, "reasons", "--by", "school,month", *chosen) if one["cause"] == "provider"
    ]
    hours = sum(sum(one or 0 for one in row) for row in heat[0]["z"])
    assert hours == pytest.approx(sum(one["minutes"] for one in told) / 60, abs=0.05 * len(told) + 1e-6)


@pytest.mark.parametrize(("query", "chosen"), first(1, SETTINGS))
def test_who_is_behind(open_page: Open, district: Path, query: dict[str, str], chosen: tuple[str, ...]) -> None:
    app = open_page("overview", **query, decision="behind")
    said = told_by_cli(district, "behind", *chosen)
    same(app, "students_behind", columns.BEHIND, said, least=5)
    assert len({one["student_id"] for one in said}) == _one(district, "headline", *chosen)["students_behind"]


@pytest.mark.parametrize("provider", first(1, ["Kaur, Simran", "Abernathy, Cora", "Fitzalan, Rose"]))
def test_the_lines_of_a_provider(open_page: Open, district: Path, provider: str) -> None:
    app = open_page("compliance", provider=provider)
    same(app, "groups", columns.LINES, told_by_cli(district, "standing", "--provider", provider), least=9)
