"""Tables of a page: whole at 1280 pixels, and gone down into by keyboard."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Server, open_page, settled
from tests.quick import first

pytestmark = pytest.mark.browser
MOST_STOPS = 60
WIDER = """() => [...document.querySelectorAll('[data-testid=stDataFrame] .dvn-scroller')]
    .filter((one) => one.scrollWidth > one.clientWidth + 2).map((one) => `${one.scrollWidth} > ${one.clientWidth}`)"""
"""The tables that move sideways inside themselves."""
PLACES = (
    "?more_overview=Data-quality+findings", "compliance", "compliance?school=Ironwood+Middle+School",
    "compliance?provider=Kaur%2C+Simran", "compliance?definition=provider_rate", "delivery-mix", "goal-progress",
    "goal-progress?more_goals=Progress+reports+by+period+and+provider", "caseloads",
    "caseloads?more_caseloads=FTE+needed+by+service+and+zone", "board-view", "history",
)  # fmt: skip


@pytest.mark.parametrize("place", first(1, PLACES))
def test_tables_stand_whole_on_a_laptop(context: BrowserContext, server: Server, place: str) -> None:
    page = open_page(context, f"{server.url}/{place}")
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(page.locator("[data-testid=stDataFrame] canvas").first).to_be_visible()
    settled(page)
    assert page.evaluate(WIDER) == []


@pytest.mark.parametrize("place", first(1, PLACES))
def test_tables_stand_whole_on_a_phone(context: BrowserContext, server: Server, place: str) -> None:
    """As many columns as have room; the caption says how many more there are."""
    page = open_page(context, f"{server.url}/{place}")
    page.set_viewport_size({"width": 400, "height": 860})
    page.reload()
    settled(page)
    expect(page.get_by_text(re.compile("more columns? under")).first).to_be_visible()
    assert page.evaluate(WIDER) == []


@pytest.mark.slow
def test_who_is_where_is_whole_on_a_phone(context: BrowserContext, server: Server) -> None:
    """All schools of the matrix, and the missed hours at its right."""
    page = open_page(context, f"{server.url}/caseloads?more_caseloads=Who+is+where%3A+provider+and+school")
    page.set_viewport_size({"width": 400, "height": 860})
    matrix = page.get_by_role("table", name=re.compile("serve more than one school"))
    expect(matrix.get_by_role("columnheader", name="Missed h")).to_be_visible()
    assert matrix.evaluate("(one) => one.scrollWidth <= one.parentElement.clientWidth")
    assert matrix.evaluate("(one) => document.documentElement.scrollWidth <= 400")


def _tab_into(page: Page, key: str) -> None:
    """Press Tab until the table of that key is in focus."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate(
            "(key) => document.activeElement.tagName === 'CANVAS' && !!document.activeElement.closest(`.st-key-${key}`)",
            key,
        ):
            return
    raise AssertionError(f"no Tab stop in the table {key}")


def _open_first(page: Page, key: str) -> None:
    _tab_into(page, key)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Shift+Space")


@pytest.mark.slow
def test_from_the_district_to_a_student_by_keyboard(context: BrowserContext, server: Server) -> None:
    """School, provider, student: each table says how its rows open, and Escape closes the student."""
    page = open_page(context, f"{server.url}/compliance")
    expect(page.get_by_text("12 rows; a click or Shift + Space opens one")).to_be_visible()
    page.locator(".st-key-definition button").first.focus()
    _open_first(page, "groups")
    page.wait_for_url(re.compile("school="))
    settled(page)
    page.locator(".st-key-definition button").first.focus()
    _open_first(page, "groups")
    page.wait_for_url(re.compile("provider="))
    settled(page)
    assert page.evaluate("!!document.activeElement.closest('.st-key-groups')"), "who goes down stays in the table"
    page.locator(".st-key-definition button").first.focus()
    _open_first(page, "groups")
    page.wait_for_url(re.compile("student="))
    settled(page)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    page.wait_for_url(lambda url: "student=" not in url)
