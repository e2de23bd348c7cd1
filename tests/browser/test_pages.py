"""What only a browser shows: cold deep links, filters in the URL, drilling down and Back, two people at once."""

import re

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import Server, headline, open_page, settled
from ui.navigation import ENTRIES, url_path

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_a_cold_deep_link_opens_its_page(context: BrowserContext, server: Server, entry) -> None:  # type: ignore[no-untyped-def]
    page = open_page(context, f"{server.url}/{url_path(entry)}")
    expect(page.get_by_role("heading", level=1, name=entry.title)).to_be_visible()
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0


def test_a_filter_goes_into_the_url_and_back_again(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/compliance?service=PT")
    pt = headline(page)
    page = open_page(context, f"{server.url}/compliance")
    everything = headline(page)
    assert pt != everything
    box = page.get_by_role("combobox", name=re.compile("Service"))
    box.click()
    page.get_by_role("option", name="PT", exact=True).click()
    page.wait_for_url("**service=PT*")
    settled(page)
    assert headline(page) == pt
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Delivery mix").click()
    page.wait_for_url("**/delivery-mix*")
    settled(page)
    assert "service=PT" in page.url


def test_choosing_a_row_drills_down_and_back_returns(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/compliance")
    whole = headline(page)
    _choose_first_row(page)
    page.wait_for_url("**school=*")
    settled(page)
    one_school = headline(page)
    assert one_school != whole
    expect(page.get_by_role("button", name="All schools")).to_be_visible()
    page.go_back()
    settled(page)
    assert headline(page) == whole


def test_two_people_with_different_filters_see_their_own_figures(context: BrowserContext, server: Server) -> None:
    first = open_page(context, f"{server.url}/compliance?service=OT")
    second = open_page(context, f"{server.url}/compliance?service=PT")
    third = open_page(context, f"{server.url}/compliance?service=OT")
    assert headline(first) == headline(third) != headline(second)


def test_no_horizontal_scroll_on_a_phone(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 400, "height": 860})
    for name in ("", "compliance", "caseloads", "import"):
        page.goto(f"{server.url}/{name}")
        settled(page)
        wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
        assert wide <= 400, name


def _choose_first_row(page) -> None:  # type: ignore[no-untyped-def]
    table = page.locator("[data-testid=stDataFrame]").first
    table.scroll_into_view_if_needed()
    table.click(position={"x": 16, "y": 52})
