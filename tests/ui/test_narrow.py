"""What a table shows in a narrow window: whole columns from the left; and how the browser says how wide it is."""

import base64
import hashlib
import re
from types import SimpleNamespace

import pandas as pd
import pytest
import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from tests.ui.waited import waited
from ui.goal_progress import goal_columns
from ui.parts import columns, narrow, page
from ui.parts.tables import Col, Columns
from ui.server import headers, landing

TABLE = pd.DataFrame(
    {"who": ["Balogun-Price, Xiomara", "Osei, J."], "rate": [90.3, 8.0], "hours": [1311.5, 2.0], "more": [1, 2]}
)
COLUMNS = {
    "who": Col("Student"),
    "rate": Col("Delivered %", "bar"),
    "hours": Col("Expected", "hours"),
    "more": Col("N", "count"),
}


def seen(room: int) -> list[str]:
    fitted = narrow.fitting(TABLE, COLUMNS, {}, room)
    assert list(fitted) == list(COLUMNS), "each stays to be chosen"
    return [name for name, column in fitted.items() if not column.aside]


def test_a_column_is_as_wide_as_its_longest_text_or_heading() -> None:
    """22 letters of 6 pixels and 18 around: 150. 1,311.5 h are 9 letters, 72. A heading of 8 is wider than a digit: 66."""
    assert narrow.width(TABLE["who"], "Student", "text") == 150
    assert narrow.width(TABLE["hours"], "Hours", "hours") == 72
    assert narrow.width(TABLE["more"], "Sessions", "count") == 66
    assert narrow.width(pd.Series([pd.NaT]), "Day", "date") == 36
    assert narrow.width(pd.Series(pd.to_datetime(["2025-10-02"])), "Day", "date") == 90
    assert narrow.width(TABLE["rate"], "Delivered %", "bar") == 116


def test_columns_stay_as_long_as_there_is_room_and_none_is_left_out_between_two() -> None:
    """150, 116, 72 (Expected: 66) and 24 pixels."""
    assert seen(362) == ["who", "rate", "hours", "more"]
    assert seen(361) == ["who", "rate", "hours"]
    assert seen(300) == ["who", "rate"], "the last would have room, but not where it stands"
    assert seen(50) == ["who"], "the first opens the row"


def test_a_first_column_without_room_is_as_wide_as_the_table_and_its_rows_have_two_lines() -> None:
    fitted = narrow.fitting(TABLE, COLUMNS, {}, 140)
    assert (fitted["who"].width, narrow.row_height(fitted, 140)) == (140, narrow.TWO_LINES)
    assert narrow.row_height(narrow.fitting(TABLE, COLUMNS, {}, 160), 160) is None


def test_what_waits_under_the_eye_takes_no_room() -> None:
    shown = COLUMNS | {"rate": Col("Delivered %", "bar", aside=True)}
    fitted = narrow.fitting(TABLE, shown, {}, 246)
    assert [name for name, column in fitted.items() if not column.aside] == ["who", "hours", "more"]


def test_a_drawer_leaves_less_room() -> None:
    with page.drawer():
        assert narrow.margins() == 68
    assert narrow.margins() == 32


def test_each_frame_around_a_table_leaves_less_room() -> None:
    with narrow.inset(2):
        assert narrow.margins() == 32 + 2 * 34
    assert narrow.margins() == 32


FIRST = [
    (columns.DRIFT, "delivered_minutes", {"student_name": "Balogun-Price, Nayeli", "delivered_minutes": 21.5}),
    (columns.WORKLISTS, "make_up_minutes", {"provider_name": "Bellamy-Ito, Grace", "make_up_minutes": 142.9, "items": 119}),
    (goal_columns.GOALS, "aimline_percent",
     {"student_name": "Balogun-Price, Nayeli", "percent_met": 12.5, "aimline_percent": 87.5}),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "wanted", "row"), FIRST, ids=["drift", "make-ups", "goals"])
def test_the_figure_by_which_a_table_is_sorted_is_seen_on_a_phone(
    shown: Columns, wanted: str, row: dict[str, object]
) -> None:
    """A phone of 400 pixels has 334 beside the boxes of the rows."""
    table = pd.DataFrame([row | dict.fromkeys((name for name in shown if name not in row), "x" * 12)])[list(shown)]
    fitted = narrow.fitting(table, shown, {}, 400 - narrow.MARGINS - narrow.SELECTION)
    assert not fitted[wanted].aside


@pytest.mark.parametrize(
    ("cookies", "agent", "width"),
    [
        ({"width": "400"}, "", 400),
        ({"width": "1280"}, "", None),
        ({"width": "1280"}, "Mobile", None),
        ({}, "Mozilla/5.0 (iPhone) Mobile/15E148", 390),
        ({}, "Mozilla/5.0 (X11; Linux x86_64)", None),
        ({"width": "4e2"}, "", None),
    ],
)
def test_the_window_is_as_wide_as_the_browser_says(
    monkeypatch: pytest.MonkeyPatch, cookies: dict[str, str], agent: str, width: int | None
) -> None:
    monkeypatch.setattr(st, "context", SimpleNamespace(cookies=cookies, headers={"User-Agent": agent}))
    assert narrow.window() == width


def test_the_page_is_streamlits_with_one_line_more_that_the_policy_names() -> None:
    told = landing.page().decode()
    assert told.count(landing.SCRIPT) == 1
    assert told.index(landing.SCRIPT) < told.index('type="module"'), "before anything asks for anything"
    (script,) = re.findall("<script>(.*?)</script>", landing.SCRIPT)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in headers.content_security_policy()


@pytest.mark.parametrize(
    ("path", "is_page"),
    [
        ("/", True),
        ("/delivery-mix", True),
        ("/import", True),
        ("/overview", False),
        ("/readyz", False),
        ("/static/x", False),
    ],
)
def test_only_the_pages_addresses_are_answered(path: str, is_page: bool) -> None:
    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("Streamlit's")(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request"}

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    waited(landing.Landing(inner)({"type": "http", "method": "GET", "path": path, "headers": []}, receive, send))
    assert sent[1]["body"] == (landing.page() if is_page else b"Streamlit's")
