"""Every page for everyone: opened cold on a laptop, without a serious fault for a screen reader, in the dark, on a phone."""

from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.browser.conftest import FITS_A_PHONE, District, Server, faults, settled
from tests.quick import first
from ui.shell.navigation import ENTRIES, url_path

pytestmark = pytest.mark.browser
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
CONTRAST: dict[str, object] = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""What alone can differ between light and dark."""


def _opened(entry, district: District) -> str:  # type: ignore[no-untyped-def]
    return url_path(entry) + (f"?student={district.student}" if entry.name == "student" else "")


def _foot_of_the_headline(page: Page) -> float:
    figures = page.get_by_test_id("stMarkdown").filter(has=page.locator("h6")).all()
    boxes = [box for one in figures if (box := one.bounding_box())]
    assert len(boxes) == len(figures) == 5
    return max(box["y"] + box["height"] for box in boxes)


@pytest.mark.parametrize("entry", first(1, ENTRIES), ids=lambda entry: entry.name)
def test_a_cold_deep_link_opens_its_page_without_a_serious_fault_also_on_a_phone(
    context: BrowserContext, server: Server, district: District, entry
) -> None:  # type: ignore[no-untyped-def]
    page = context.new_page()
    page.set_viewport_size(LAPTOP)
    page.goto(f"{server.url}/{_opened(entry, district)}")
    settled(page)
    expect(page.get_by_role("heading", level=1, name=entry.title)).to_be_visible()
    if entry.name in ("overview", "compliance"):
        assert _foot_of_the_headline(page) <= LAPTOP["height"], "the headline needs no scroll"
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
    assert faults(page) == {}
    page.set_viewport_size({"width": 400, "height": 860})
    page.wait_for_function(FITS_A_PHONE)


@pytest.mark.slow
def test_every_page_can_be_read_in_the_dark(context: BrowserContext, server: Server, district: District) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme="dark")
    page.goto(server.url)
    for entry in ENTRIES:
        if entry.name == "student":
            page.goto(f"{server.url}/{_opened(entry, district)}")
        elif entry.name != "overview":
            page.get_by_test_id("stSidebarNav").get_by_role("link", name=entry.title).click()
            page.wait_for_url(f"**/{url_path(entry)}*")
        expect(page.get_by_role("heading", level=1, name=entry.title)).to_be_visible()
        settled(page)
        assert faults(page, **CONTRAST) == {}, entry.name
    page.goto(f"{server.url}/definitions?settings_tab=Policies")
    expect(page.get_by_role("button", name="Save the changes")).to_be_visible()
    settled(page)
    assert faults(page, **CONTRAST) == {}, "a button that does something"
    page.goto(f"{server.url}/compliance?provider=Kaur%2C%20Simran")
    settled(page)
    assert faults(page, **CONTRAST) == {}
    page.goto(f"{server.url}/compliance?student={district.student}")
    expect(page.get_by_role("dialog").get_by_role("button", name="Service log (PDF)")).to_be_visible()
    settled(page)
    assert faults(page) == {}, "a student in the drawer"
    page.set_viewport_size({"width": 400, "height": 860})
    page.wait_for_function("() => document.querySelector('[role=dialog]').scrollWidth <= 400")


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_matrix_of_providers_and_schools_has_no_serious_fault(
    context: BrowserContext, server: Server, scheme: Literal["light", "dark"]
) -> None:
    page = context.new_page()
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{server.url}/caseloads?more_caseloads=Who+is+where%3A+provider+and+school")
    expect(page.get_by_role("rowheader").first).to_be_visible()
    settled(page)
    assert faults(page) == {}
