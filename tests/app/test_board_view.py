"""The board view on screen and on paper: the figures of the command line, small groups hidden, nobody named."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from analytics import board as figures
from tests.app.conftest import IRONWOOD, Open, metrics, told_by_cli
from tests.app.conftest import words as said
from tests.app.test_every_page import LINES, LOGS
from tests.quick import first
from ui.board_view import blocks as board
from ui.board_view import board_paper
from ui.parts import page, words
from ui.server import stores
from ui.shell import session


def _row(rows: list[dict[str, Any]], school: str | None, service: str | None) -> dict[str, Any]:
    (found,) = [one for one in rows if (one["school"], one["service"]) == (school, service)]
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("query", "arguments"),
    first(
        1, [({"service": "PT", "school": IRONWOOD}, ()), ({}, ()), ({"as_of": "2025-12-31"}, ("--as-of", "2025-12-31"))]
    ),
)
def test_every_number_is_the_command_line_s(
    open_page: Open, district: Path, query: dict[str, str], arguments: tuple[str, ...]
) -> None:
    """Filters change nothing: two selections could be subtracted from one another."""
    app = open_page("board_view", **query)
    rows = told_by_cli(district, "board", *arguments)
    whole = _row(rows, None, None)
    shown = metrics(app)
    assert shown["Students served"] == words.count(whole["students"])
    assert shown["Delivered"] == words.rate(whole["adjusted_rate"])
    assert shown["Of all expected"] == words.rate(whole["gross_rate"])
    assert shown["Service lines on track"] == words.rate(whole["on_track_rate"])
    assert shown["Not accounted for"] == words.rate(whole["unaccounted_rate"])
    by_service, by_school, grid = (one.value for one in app.dataframe)
    for table, theirs in (
        (by_service, [one for one in rows if one["school"] is None]),
        (by_school, [one for one in rows if one["service"] is None]),
    ):
        assert sorted(table["students"]) == sorted(board.told_students(one) for one in theirs)
        for name in board.RATES:
            assert sorted(table[name]) == sorted(board.rate(one, name) for one in theirs)
    cells = [text for name in grid.columns[1:] for text in grid[name]]
    assert cells.count(board.HIDDEN) == sum(one["is_hidden"] for one in rows) > 0
    assert ("doesn't apply here" in said(app)) == ("service" in query)


def test_months_are_the_command_line_s(open_page: Open, district: Path) -> None:
    app = open_page("board_view")
    specs = [json.loads(one.proto.spec)["data"][0] for one in app.get("plotly_chart")]
    (columns,) = [one["y"] for one in specs if one.get("orientation") != "h"]
    rows = told_by_cli(district, "board", "--by", "month")
    assert columns == pytest.approx([one["adjusted_rate"] for one in rows])


def test_nothing_leads_further_and_nobody_is_named(open_page: Open, district: Path) -> None:
    app = open_page("board_view")
    told = said(app) + "".join(one.value.to_csv() for one in app.dataframe)
    view = session.open_view(stores.OWN)
    for named in ("provider_name from providers", "last_name || ',' from students"):
        people = view.read(lambda cur, what=named: cur.execute(f"select distinct {what}").fetchall())
        assert len(people) > 20
        assert not [name for (name,) in people if name and name in told]
    assert all(not one.proto.selection_mode for one in app.dataframe)


def test_a_district_of_few_students_is_shown_to_no_board(open_page: Open, load: Any) -> None:
    load({**LINES, **LOGS})
    app = open_page("board_view")
    assert "Fewer than 10 students are served, so a board sees no figure" in said(app)
    assert not metrics(app)


@pytest.mark.slow
def test_on_paper_as_on_screen(district: Path) -> None:
    view = session.open_view(stores.OWN)
    found = board.seen(view, page.policies(view))
    content = board_paper.pdf(
        view, found, board.facts(found.whole, page.policies(view)), "OT: logs to Feb 28.", page.policies(view)
    )
    text = _text(content)
    assert board.answer(found.whole) in text
    assert found.left_out() in text
    hidden = int(view.figure(figures.table)["is_hidden"].sum())
    assert text.count(board.HIDDEN) == hidden + 1  # and once in the sentence that says why
    paper = PdfReader(io.BytesIO(content)).pages
    assert [len(one.images) for one in paper] == [1, 0], "where the schools stand, on the first of two pages"


def _text(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(one.extract_text() for one in pages).split())
