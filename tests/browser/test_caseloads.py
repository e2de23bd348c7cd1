"""What-if and a suggested rebalancing in a real browser, on the district on paper (tests/small_district.py)."""

import io
from collections.abc import Iterator

import openpyxl
import pytest
from playwright.sync_api import BrowserContext, Page, expect
from playwright.sync_api import TimeoutError as Late

from tests import small_district
from tests.browser.conftest import Server, download, headline, open_page, settled, start_server

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PATIENCE = 30_000
"""Milliseconds for a busy machine."""
Rows = list[tuple[object, ...]]


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on the district on paper; its log must be quiet at the end."""
    folder = tmp_path_factory.mktemp("paper")
    process, running = start_server(folder, small_district.write(folder / "ledger.duckdb"))
    yield running
    process.terminate()
    process.wait(30)
    log = running.log.read_text()
    assert "Traceback" not in log, log[-2000:]


def _unfold(page: Page, title: str) -> None:
    page.get_by_role("button", name=title, exact=True).click()
    settled(page)


def _choose(page: Page, label: str, value: str) -> None:
    """A page that is still being drawn closes a list that was just opened, so it is opened until it stays."""
    option = page.get_by_role("option", name=value, exact=True)
    for _ in range(10):
        page.get_by_role("combobox", name=label, exact=True).click()
        try:
            option.click(timeout=2_000)
            break
        except Late:
            settled(page)
    settled(page)


def _without(page: Page, said: str) -> None:
    """Wait until so many lines are told to be without a therapist."""
    for _ in range(PATIENCE // 100):
        if headline(page).get("Without a therapist") == said:
            return
        page.wait_for_timeout(100)
    assert headline(page)["Without a therapist"] == said


def _workbook(page: Page, key: str) -> Rows:
    """The first sheet of what a table hands out, heading first."""
    book = openpyxl.load_workbook(io.BytesIO(download(page, f"{key}_xlsx")[1]))
    assert "Data as of Sep 30, 2025".lower() in str(book["About"].cell(2, 2).value).lower()
    return list(book["Table"].iter_rows(values_only=True))


def _columns(rows: Rows, *wanted: str) -> Rows:
    """The columns of those headings, whatever unit stands behind them."""
    headings = [str(one).split(" (")[0] for one in rows[0]]
    places = [headings.index(one) for one in wanted]
    return [tuple(row[place] for place in places) for row in rows[1:]]


def test_what_if_somebody_leaves_and_lines_are_given_on(context: BrowserContext, paper: Server) -> None:
    """Nash's student at Oak is nobody's once she leaves: 70 minutes, 1.2 h. Given to Lund, who is at Oak, Lund goes from 231
    to 308 minutes: 56.3 to 75.1 %."""
    page = open_page(context, f"{paper.url}/caseloads")
    _unfold(page, "What if: leave, vacancy, another FTE, lines that change hands")
    page.get_by_role("radio", name="Somebody leaves").click()
    settled(page)
    _choose(page, "Who", "Nash, Cy")
    page.get_by_role("button", name="Try it out").click()
    settled(page)
    expect(page.get_by_text("1. Nash, Cy leaves")).to_be_visible(timeout=PATIENCE)
    _without(page, "1 line")
    page.get_by_role("radio", name="Lines change hands").click()
    settled(page)
    _choose(page, "From", "lines without a therapist")
    _choose(page, "To", "Lund, Bo")
    page.get_by_role("button", name="Try it out").click()
    settled(page)
    expect(page.get_by_text("2. all lines without a therapist to Lund, Bo")).to_be_visible(timeout=PATIENCE)
    _without(page, "0 lines")
    rows = _workbook(page, "what_if_table")
    told = {name: values for name, *values in _columns(rows, "Provider", "Load of capacity now", "Afterwards")}
    assert [round(float(str(one)), 1) for one in told["Lund, Bo"]] == [56.3, 75.1]
    page.get_by_role("button", name="Take out").last.focus()
    for left, place in ((1, "Take out"), (0, "Try it out")):
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Take out")).to_have_count(left, timeout=PATIENCE)
        settled(page)
        expect(page.get_by_role("button", name=place).last).to_be_focused()


def test_a_rebalancing_is_suggested_kept_compared_and_exported(context: BrowserContext, paper: Server) -> None:
    """One of Moe's students to Lund, Lund's one at Oak to Nash: overload 11 minutes to none, four pairs to three."""
    page = open_page(context, f"{paper.url}/caseloads")
    _unfold(page, "A suggested rebalancing")
    page.get_by_role("button", name="Suggest a plan").click()
    expect(page.get_by_text("This is the best possible plan under these rules.")).to_be_visible(timeout=2 * PATIENCE)
    settled(page)
    moves = _columns(_workbook(page, "plan_moves"), "School", "From", "To", "Why")
    assert [row[:3] for row in moves] == [("Elm", "Moe, Al", "Lund, Bo"), ("Oak", "Lund, Bo", "Nash, Cy")]
    assert moves[0][3] == "Moe, Al is at 113% of capacity; Lund, Bo is at Elm already, at 56% of capacity"
    halves = _columns(_workbook(page, "plan_half_days"), "School", "Provider", "Students now", "Students then")
    assert halves == [
        ("Elm", "Moe, Al", 6, 5),
        ("Elm", "Lund, Bo", 2, 3),
        ("Oak", "Lund, Bo", 1, 0),
        ("Oak", "Nash, Cy", 1, 2),
    ]
    page.get_by_label("Keep this plan as").fill("For August")
    page.get_by_role("button", name="Keep the plan").click()
    expect(page.get_by_text("Plans that were kept")).to_be_visible(timeout=PATIENCE)
    settled(page)
    compared = _columns(_workbook(page, "compared_plans"), "Plan", "Lines that move", "Schools served")
    assert compared == [("As it is", 0, 4), ("For August", 2, 3)]
    again = open_page(context, f"{paper.url}/caseloads")
    assert headline(again)["Over 110%"] == "1"  # nothing was applied
