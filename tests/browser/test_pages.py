"""What only a browser shows: deep links, filters in the URL, drilling down and Back, downloads."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from data.contracts.worklist import HEADINGS, SHEET
from tests.browser.conftest import Server, another_headline, headline, open_page, settled, shows

pytestmark = pytest.mark.browser


@pytest.mark.slow
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
    shows(page, pt)
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Delivery mix").click()
    page.wait_for_url("**/delivery-mix*")
    settled(page)
    assert "service=PT" in page.url


@pytest.mark.slow
def test_back_takes_each_choice_back_and_another_page_is_one_step(context: BrowserContext, server: Server) -> None:
    """The filters stay chosen on a page that has no use for them, and out of sight there."""
    page = open_page(context, f"{server.url}/compliance")
    everything = headline(page)
    page.get_by_role("combobox", name=re.compile("Service")).click()
    page.get_by_role("option", name="PT", exact=True).click()
    pt = another_headline(page, everything)
    page.keyboard.press("Escape")
    page.get_by_text("of all expected", exact=True).last.click()
    page.wait_for_url("**definition=*")
    chosen = page.url
    settled(page)
    page.get_by_role("link", name="Import").click()
    expect(page.get_by_role("heading", name="Import")).to_be_visible()
    expect(page.locator(".st-key-service")).to_be_hidden()
    expect(page.locator(".st-key-year")).to_be_hidden()
    assert page.url.endswith("/import?service=PT")
    for address, figures in ((chosen, pt), ("/compliance?service=PT", pt), ("/compliance", everything)):
        page.go_back()
        shows(page, figures)
        assert page.url.endswith(address)
    expect(page.locator(".st-key-service")).to_be_visible()
    page.go_forward()
    shows(page, pt)


def test_from_the_district_down_to_a_students_sessions_and_back(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/compliance")
    seen = [headline(page)]
    for step in ("school", "provider"):
        _choose_first_row(page)
        page.wait_for_url(f"**{step}=*")
        seen.append(another_headline(page, seen[-1]))
    assert seen[0] != seen[1] != seen[2]
    _choose_first_row(page)
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_role("heading", name="Sessions", exact=True)).to_be_visible()
    assert "student=" in page.url
    trail = drawer.locator(".st-key-trail").get_by_role("button")
    expect(trail).to_have_count(3)  # all schools, the school, the provider; the student is where one is
    student = page.url
    _choose_first_row(page, ".st-key-student_sessions")
    page.wait_for_url("**session=*")
    expect(drawer.get_by_text("Where it came from")).to_be_visible()
    expect(drawer.get_by_text(re.compile(r"\.xlsx, sheet .+, row \d+; uploaded "))).to_be_visible()
    expect(trail).to_have_count(4)
    assert re.search(r"&session=20\d\d-\d\d-\d\d(\.\d+)?$", page.url)
    page.go_back()
    expect(drawer.get_by_role("heading", name="Sessions", exact=True)).to_be_visible()
    assert page.url == student
    page.go_back()
    expect(drawer).to_have_count(0)
    for place in (2, 1, 0):
        shows(page, seen[place])
        if place:
            page.go_back()
    expect(page.get_by_role("heading", name="By school")).to_be_visible()
    _choose_first_row(page)
    shows(page, seen[1])  # the row that was chosen before can be chosen again


@pytest.mark.slow
def test_a_student_opens_over_the_page_which_stays_as_it_was(context: BrowserContext, server: Server) -> None:
    """Back and Escape close the drawer; filters, scroll and what is beneath stay; a reload opens it again."""
    page = open_page(context, f"{server.url}/compliance?service=OT")
    seen, address = headline(page), page.url
    for close in (page.go_back, lambda: page.keyboard.press("Escape")):
        _choose_first_row(page, ".st-key-not_seen")
        drawer = page.get_by_role("dialog")
        expect(drawer.get_by_role("button", name="Service log (PDF)")).to_be_visible()
        scrolled = _scrolled(page)
        assert scrolled > 300  # far enough down that the headline is out of sight
        close()
        expect(drawer).to_have_count(0)
        settled(page)
        assert headline(page) == seen
        page.wait_for_url(address)  # the browser writes it after the page has settled
        assert _scrolled(page) == scrolled
    page.go_back()
    expect(page.get_by_role("dialog").get_by_role("button", name="Service log (PDF)")).to_be_visible()
    page.reload()
    expect(page.get_by_role("dialog").get_by_role("button", name="Service log (PDF)")).to_be_visible()


@pytest.mark.slow
def test_a_goal_opens_over_the_page_and_leads_to_its_student(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/goal-progress?service=OT")
    _choose_first_row(page)
    page.wait_for_url("**goal=*")
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_text("Beneath: minutes of this service given each week.")).to_be_visible()
    goal = page.url
    drawer.get_by_role("button", name="Open the student").click()
    page.wait_for_url("**student=*")
    expect(drawer.get_by_role("button", name="Service log (PDF)")).to_be_visible()
    assert "goal=" not in page.url
    again = open_page(context, goal)
    expect(again.get_by_role("dialog").get_by_role("button", name="Open the student")).to_be_visible()


@pytest.mark.slow
def test_a_service_of_the_overview_shows_it_alone_also_under_a_filter(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/?school=Ironwood%20Middle%20School")
    everything = headline(page)
    page.locator(".st-key-services [data-testid=stDataFrame]").click(position={"x": 16, "y": 87})  # Counseling, then OT
    page.wait_for_url("**service=OT*")
    settled(page)
    assert "school=Ironwood" in page.url
    assert headline(page) != everything
    page.go_back()
    shows(page, everything)


@pytest.mark.slow
def test_breadcrumbs_lead_back_up(context: BrowserContext, server: Server) -> None:
    page = open_page(
        context, f"{server.url}/compliance?school=Ironwood%20Middle%20School&definition=of%20all%20expected"
    )
    expect(page.get_by_role("heading", name="By provider")).to_be_visible()
    expect(page.get_by_text(re.compile("^Lowest is "))).to_be_visible()
    page.get_by_role("button", name="All schools").click()
    expect(page.get_by_role("heading", name="By school")).to_be_visible()
    assert "school=" not in page.url


@pytest.mark.slow
def test_from_a_session_back_up_to_the_school_with_one_press(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/compliance?school=Ironwood%20Middle%20School")
    _choose_first_row(page)
    page.wait_for_url("**provider=*")
    settled(page)
    _choose_first_row(page)
    _choose_first_row(page, ".st-key-student_sessions")
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_text("Where it came from")).to_be_visible()
    drawer.get_by_role("button", name="Ironwood Middle School").click()
    expect(drawer).to_have_count(0)
    expect(page.get_by_role("heading", name=re.compile("^By provider"))).to_be_visible()
    assert page.url.endswith("/compliance?school=Ironwood+Middle+School")


@pytest.mark.slow
def test_a_decision_opens_the_lines_behind_it(context: BrowserContext, server: Server) -> None:
    """In a drawer that the URL names; a row of it leads on to the student, and back."""
    page = open_page(context, server.url)
    told = page.get_by_role("button", name=re.compile(r"\d+ service lines? of \d+ students? newly critical")).first
    lines = re.search(r"(\d+) service lines?", told.inner_text())
    assert lines
    told.click()
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_text(re.compile(rf"^{lines[1]} rows?; a click"))).to_be_visible()
    decision = page.url
    assert "decision=newly_critical." in decision
    _choose_first_row(page, "[role=dialog]")
    expect(drawer.get_by_role("button", name="Service log (PDF)")).to_be_visible()
    page.keyboard.press("Escape")
    expect(drawer.get_by_text(re.compile(rf"^{lines[1]} rows?; a click"))).to_be_visible()
    assert page.url == decision
    page.keyboard.press("Escape")
    expect(drawer).to_have_count(0)
    again = open_page(context, decision)
    expect(again.get_by_role("dialog").get_by_text(re.compile(rf"^{lines[1]} rows?; a click"))).to_be_visible()


@pytest.mark.slow
def test_a_finding_opens_its_rows(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/?more_overview=Data-quality+findings")
    expect(page.locator(".st-key-rows_of_finding")).to_have_count(0)
    _choose_first_row(page, ".st-key-findings")
    expect(page.locator(".st-key-rows_of_finding")).to_be_visible()


@pytest.mark.slow
def test_back_steps_through_what_is_open_behind_more(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/compliance?service=PT")
    names = ("Evidence, frequency and duration", "Students by delivered %")
    first, second = (page.get_by_role("heading", name=name) for name in names)
    for name, heading in zip(names, (first, second), strict=True):
        page.get_by_role("button", name=name).click()
        expect(heading).to_be_visible()
    again = open_page(context, page.url)
    for name in names:
        expect(again.get_by_role("heading", name=name)).to_be_visible()
    page.go_back()
    expect(second).to_have_count(0)
    expect(first).to_be_visible()
    page.go_back()
    expect(first).to_have_count(0)
    assert page.url.endswith("/compliance?service=PT")
    page.go_forward()
    expect(first).to_be_visible()
    page.get_by_role("button", name=names[0]).click()
    expect(first).to_have_count(0)
    assert page.url.endswith("/compliance?service=PT")


@pytest.mark.slow
def test_the_worklist_downloads_what_the_page_says(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/compliance?service=PT")
    told = page.get_by_role("heading", name=re.compile("^Make-ups: ")).inner_text()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Worklist to fill in").click()
    book = openpyxl.load_workbook(io.BytesIO(Path(str(waiting.value.path())).read_bytes()))
    headings, *rows = book[SHEET].iter_rows(values_only=True)
    assert headings == tuple(HEADINGS.values())
    minutes = [float(str(row[headings.index("To make up (min)")])) for row in rows]
    assert told.startswith(f"Make-ups: {len(rows):,} open items, {sum(minutes) / 60:,.1f} h")
    assert {row[headings.index("Service")] for row in rows} == {"PT"}


@pytest.mark.slow
def test_two_people_with_different_filters_see_their_own_figures(context: BrowserContext, server: Server) -> None:
    first = open_page(context, f"{server.url}/compliance?service=OT")
    second = open_page(context, f"{server.url}/compliance?service=PT")
    third = open_page(context, f"{server.url}/compliance?service=OT")
    assert headline(first) == headline(third) != headline(second)


DRAWN = """() => document.querySelectorAll('[data-testid=stPlotlyChart]').length
    === document.querySelectorAll('.js-plotly-plot .main-svg:first-child').length"""


def _scrolled(page: Page) -> float:
    return float(page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop"))


def _choose_first_row(page: Page, place: str = "") -> None:
    settled(page)
    page.wait_for_function(DRAWN)  # until then, charts move what stands beneath them
    table = page.locator(f"{place} [data-testid=stDataFrame]").first
    table.scroll_into_view_if_needed()
    table.click(position={"x": 16, "y": 52})


@pytest.mark.slow
def test_ways_lead_to_the_lists_that_stand_elsewhere(context: BrowserContext, server: Server) -> None:
    """From Compliance's headline down to the make-ups, the filter kept; from Student to who is behind."""
    page = open_page(context, f"{server.url}/compliance?service=PT")
    page.get_by_role("link", name="which make-ups are open, and whose").click()
    expect(page.get_by_role("heading", name="Make-ups: ")).to_be_in_viewport()
    assert page.url.endswith("compliance?service=PT#make-ups")
    page.goto(f"{server.url}/student")
    settled(page)
    page.get_by_role("link", name="Who is behind, by how much and since when").click()
    expect(page.get_by_role("dialog")).to_contain_text("two or more sessions short")
