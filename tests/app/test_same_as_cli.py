"""Figures on screen are those of the command line, for several filter settings; and a filter moves nothing on the page."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from analytics import students
from analytics.scope import EVERYTHING
from tests.app.conftest import IRONWOOD, Open, metrics, told_by_cli, twin
from tests.app.conftest import words as said
from tests.kept_open import kept_open
from tests.quick import first
from ui.charts.charts import MOST_BARS
from ui.parts import words

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
    (said,) = [one for one in told_by_cli(district, "ledger", *arguments) if row.items() <= one.items()]
    assert shown["Delivered"] == words.rate(said["adjusted_rate"])
    assert shown["Of all expected"] == words.rate(said["gross_rate"])
    assert shown["Not accounted for"] == words.hours(said["unaccounted_minutes"])
    assert shown["Make-up candidates"] == words.hours(said["make_up_minutes"])


FILTERS: list[tuple[dict[str, str], dict[str, str]]] = [
    ({}, {}), ({"service": "OT"}, {"service": "OT"}), ({"school": IRONWOOD}, {"school": "Ironwood"}),
]  # fmt: skip
"""A page's query, and what its rows say on the command line."""


def _told(db: Path, row: dict[str, str], *keys: str) -> list[dict[str, Any]]:
    """The command line's ledger by the keys, of the rows that the filter lets through and that have something to tell."""
    said = told_by_cli(db, "ledger", "--by", ",".join((*row, *keys)))
    return [one for one in said if row.items() <= one.items()]


@pytest.mark.parametrize(("query", "row"), FILTERS)
def test_compliance_table(open_page: Open, district: Path, query: dict[str, str], row: dict[str, str]) -> None:
    app = open_page("compliance", **query)
    key = "provider" if "school" in query else "school"
    table = app.dataframe(key="groups").value
    said = _told(district, row, key)
    assert len(table) == len(said)
    for column in (name for name in table.columns if name not in ("name", "provider_rate")):
        unit = 1 / 60 if column.endswith("_minutes") else 100 if column.endswith("_rate") else 1
        theirs = sorted(round(one[column] * unit, 3) for one in said if one[column] is not None)
        assert sorted(table[column].dropna().round(3)) == pytest.approx(theirs), column


BAR = re.compile(r'role="listitem"[^>]*><div[^>]*>([^<]*)</div>.*?<span[^>]*>([^<]*)</span>')
"""The name and the value of a bar that is text of the page (``bars.as_html``)."""


@pytest.mark.parametrize(("query", "row"), FILTERS)
def test_compliance_bars(open_page: Open, district: Path, query: dict[str, str], row: dict[str, str]) -> None:
    rates, reasons = (BAR.findall(one.proto.body) for one in open_page("compliance", **query).main.get("html"))
    groups = [
        one for one in _told(district, row, "provider" if "school" in query else "school") if one["adjusted_rate"]
    ]
    lowest = sorted(one["adjusted_rate"] for one in groups)[:MOST_BARS]
    assert [text[2:] for _, text in rates] == [words.rate(one) for one in lowest]
    (whole,) = _told(district, row)
    (unlogged,) = [text for name, text in reasons if name == "not accounted for"]
    assert unlogged.split(" · ")[0] == words.hours(whole["unaccounted_minutes"])
    assert len(reasons) == MOST_BARS or reasons[-1][1].endswith("100%")


def _chart(app: AppTest, title: str) -> list[dict[str, Any]]:
    """The traces of the chart whose title begins so."""
    charts = app.get("plotly_chart")
    found = [json.loads(one.proto.spec)["data"] for one in charts if one.proto.alt.startswith(title)]
    assert len(found) == 1, [one.proto.alt for one in charts]
    traces: list[dict[str, Any]] = found[0]
    return traces


@pytest.mark.parametrize(("query", "row"), first(1, FILTERS))
def test_the_charts_behind_more(open_page: Open, district: Path, query: dict[str, str], row: dict[str, str]) -> None:
    behind = ["Where the expected hours went", "Month by month", "Projection and catch-up"]
    app = open_page("compliance", **query, more_compliance=behind)
    (whole,) = _told(district, row)
    months = [one for one in _told(district, row, "month") if one["expected_minutes"] > 0]
    assert _chart(app, "Feb ")[0]["y"] == pytest.approx([one["adjusted_rate"] for one in months])
    went = _went(app)
    parts = {
        "delivered and credited": "credited_minutes", "excused": "excused_minutes", "for review": "review_minutes",
        "not accounted for": "unaccounted_minutes",
    }  # fmt: skip
    for name, column in parts.items():
        assert went[name] == pytest.approx(whole[column] / 60, abs=0.051), name
    told = whole["make_up_minutes"] - whole["unaccounted_minutes"]
    assert went["make-up candidate, reason recorded"] == pytest.approx(told / 60, abs=0.051)
    assert sum(went.values()) == pytest.approx(whole["expected_minutes"] / 60, abs=0.051 * len(went))
    ahead = app.dataframe[-1].value
    assert ahead["short_minutes"].sum() == pytest.approx(
        (whole["make_up_minutes"] + whole["review_minutes"]) / 60, abs=1e-3
    )


@pytest.mark.parametrize(("query", "row"), first(1, FILTERS))
def test_students_behind(open_page: Open, district: Path, query: dict[str, str], row: dict[str, str]) -> None:
    """As many students as the headline says, the furthest behind first, each since a period that the worklist has."""
    app = open_page("compliance", **query, decision="behind")
    table = app.dataframe(key="students_behind").value
    told = [one.value for one in app.caption if "two or more sessions short in closed" in one.value]
    behind = f"{metrics(app)['Students behind']} student"
    assert told[0].startswith(behind)
    assert behind in app.button(key="who_is_behind").label
    assert table["sessions_short"].is_monotonic_decreasing and table["sessions_short"].min() >= 2 - 1e-6
    short = table["short_since"].dropna()
    assert "2025-08" < f"{short.max():%Y-%m-%d}" < "2026-02-28"


SUM = re.compile(r"</span>([^<]+) <b>([\d,.]+) h</b>")


def _went(app: AppTest) -> dict[str, float]:
    """What the parts of the expected hours come to, as it stands over their bars: to a tenth of an hour."""
    return {
        name: float(hours.replace(",", "")) for one in app.get("html") for name, hours in SUM.findall(one.proto.body)
    }


@pytest.mark.parametrize(
    ("choice", "measure"), [("of all expected", "gross_rate"), ("provider-caused only", "provider_rate")]
)
def test_another_definition_never_changes_the_headline(
    open_page: Open, district: Path, choice: str, measure: str
) -> None:
    usual = open_page("compliance")
    app = open_page("compliance", definition=choice)
    assert metrics(app) == metrics(usual)
    first = list(app.dataframe(key="groups").value.columns)[1]
    assert first == measure
    (whole,) = told_by_cli(district, "ledger")
    assert f"{words.rate(whole['gross_rate'])} of all expected; {words.rate(whole['adjusted_rate'])} with" in said(app)


MIX_SETTINGS = [
    ({}, (), {}),
    ({"service": "OT"}, ("--by", "service"), {"service": "OT"}),
    ({"school": IRONWOOD, "as_of": "2025-12-31"}, ("--by", "school", "--as-of", "2025-12-31"), {"school": "Ironwood"}),
]


@pytest.mark.parametrize(("query", "arguments", "row"), MIX_SETTINGS)
def test_delivery_mix(
    open_page: Open, district: Path, query: dict[str, str], arguments: tuple[str, ...], row: dict[str, str]
) -> None:
    app = open_page("delivery_mix", **query)
    shown = metrics(app)
    said = [one for one in told_by_cli(district, "mix", *arguments) if row.items() <= one.items()]
    whole = sum(one["delivered_minutes"] for one in said)
    for label, rollup in (
        ("Integrated", "direct_integrated"),
        ("Separate", "direct_separate"),
        ("Indirect", "indirect"),
    ):
        part = sum(one["delivered_minutes"] for one in said if one["rollup"] == rollup)
        if label in shown:
            assert shown[label] == words.rate(part / whole)
    bars = re.findall(r">([\d.]+%), planned ([\d.]+%)<", str(app.get("html")[0].proto.body))
    for kind, shares in zip(("delivered", "planned"), zip(*bars, strict=True), strict=True):
        minutes = [one[f"{kind}_minutes"] for one in said]
        theirs = _by_setting(said, minutes)
        assert sorted(shares) == sorted(words.rate(one / sum(minutes)) for one in theirs)


def _by_setting(said: list[dict[str, Any]], minutes: list[float]) -> list[float]:
    """The minutes of each setting of which something is planned or delivered."""
    found: dict[str, list[float]] = {}
    for one, part in zip(said, minutes, strict=True):
        if one["planned_minutes"] or one["delivered_minutes"]:
            found.setdefault(one["setting"], []).append(part)
    return [sum(parts) for parts in found.values()]


@pytest.mark.parametrize("as_of", first(1, ["2025-12-31", "2025-10-31", "2026-02-28"]))
def test_student(open_page: Open, district: Path, as_of: str) -> None:
    """One student's months are the command line's."""
    with kept_open(twin(district)).cursor() as cur:
        found = students.find(cur, EVERYTHING, "Abara, Imani").iloc[0]
    months = open_page("student", student=found["link_key"], as_of=as_of).dataframe[-1].value  # the last table
    said = [one for one in told_by_cli(district, "ledger", "--by", "student,month", "--as-of", as_of)
            if one["student"] == found["student_id"]]  # fmt: skip
    assert len(months) == len(said) > 0
    for column in ("expected_minutes", "credited_minutes", "make_up_minutes", "unaccounted_minutes"):
        assert months[column].round(4).tolist() == [round(one[column] / 60, 4) for one in said]


@pytest.mark.parametrize("query", first(2, [{}, {"service": "OT"}, {"service": "PT"}]))
def test_goal_progress(open_page: Open, district: Path, query: dict[str, str]) -> None:
    app = open_page("goal_progress", **query)
    shown = metrics(app)
    said = [one for one in told_by_cli(district, "goals") if not query or one["service"] == query["service"]]
    statuses = [one["status"] for one in said]
    assert shown["Off track and at risk"] == words.count(sum(one in ("off_track", "at_risk") for one in statuses))
    assert shown["On track and mastered"] == words.count(sum(one in ("on_track", "mastered") for one in statuses))
    table = app.dataframe(key="goals").value
    theirs = [one["percent_met"] for one in said if one["status"] in ("off_track", "at_risk")]
    held = sorted(min(max(one, 0), 1) * 100 for one in theirs)  # shown from 0 to 100%, kept as it is (rules 10)
    assert sorted(table["percent_met"]) == pytest.approx(held)


@pytest.mark.parametrize(
    ("query", "arguments", "row"),
    [
        ({}, (), {}), ({"as_of": "2025-12-31"}, ("--as-of", "2025-12-31"), {}),
        ({"provider": "Kaur, Simran"}, (), {"provider_name": "Kaur, Simran"}),
    ],
)  # fmt: skip
def test_caseloads(
    open_page: Open, district: Path, query: dict[str, str], arguments: tuple[str, ...], row: dict[str, str]
) -> None:
    app = open_page("caseloads", **query, more_caseloads=[] if row else ["FTE needed by service and zone"])
    table = app.dataframe(key="caseloads").value
    said = [one for one in told_by_cli(district, "caseload", *arguments) if row.items() <= one.items()]
    assert len(table) == len(said) > 0
    for column in (name for name in table.columns if name not in ("provider_name", "role", "note")):
        unit = 1 / 60 if column.endswith("_minutes") else 100 if column == "utilisation" else 1
        theirs = sorted(one[column] * unit for one in said if one[column] is not None)
        assert sorted(table[column].dropna()) == pytest.approx(theirs, abs=1e-6), column
    if not row:
        needed = app.dataframe[-1].value
        told = told_by_cli(district, "caseload", "--by", "service,zone", *arguments)
        for column in ("fte_needed", "fte_needed_next_year", "fte_present"):
            theirs = [one[column] for one in told if one[column] is not None]
            assert sorted(needed[column].dropna()) == pytest.approx(sorted(theirs)), column


def test_history_and_the_months_checklist(open_page: Open, district: Path) -> None:
    """History's rows are those of ``history``; the checklist counts a list's rows, and those of a log that are February's."""
    table = open_page("history").dataframe(key="batches").value
    uploads = told_by_cli(district, "history")
    assert table["file_name"].tolist() == [one["file_name"] for one in uploads]
    for column in (name for name in table.columns if name.startswith("rows_")):
        assert table[column].tolist() == [one[column] for one in uploads], column
    stored = told_by_cli(district, "export", "sessions")
    text = said(open_page("import_files"))
    for one in uploads:
        if one["datasets"] in ("providers", "students", "service_lines", "goals, measurements"):
            assert f"{one['file_name']}" in text
            assert f"February: {one['rows_read'] - one['rows_ignored']:,} rows" in text
        if one["datasets"] == "sessions":
            rows = [row for row in stored if row["source_file"] == one["file_name"]]
            february = sum(str(row["session_date"]).startswith("2026-02") for row in rows)
            assert f"February: {february:,} rows" in text


@pytest.mark.parametrize("name", ["overview", "compliance"])
def test_no_filter_moves_what_stands_below(open_page: Open, district: Path, name: str) -> None:
    """The browser draws anew what has another place, charts and tables among it; an empty place may hold anything."""
    whole, *filtered = [_kinds(open_page(name, **query).main) for query, _ in FILTERS]
    assert sum(kind != "empty" for kind in whole) > 8
    for shown in filtered:
        assert len(shown) == len(whole)
        assert [pair for pair in zip(shown, whole, strict=True) if "empty" not in pair and pair[0] != pair[1]] == []


def test_the_way_down_has_a_place_that_was_empty_before(open_page: Open, district: Path) -> None:
    there = open_page("compliance", school=IRONWOOD).main.children
    ((place, crumbs),) = [pair for pair in there.items() if "breadcrumbs" in str(getattr(pair[1], "proto", ""))]
    assert isinstance(crumbs, Block)
    assert _kinds(crumbs) == ["button", "text", "text"]
    assert open_page("compliance").main.children[place].type == "empty"


def _kinds(block: Block) -> list[str]:
    """What stands directly in a block, from the top."""
    return [one.type for one in block.children.values()]
