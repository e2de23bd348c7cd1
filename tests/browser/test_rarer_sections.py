"""What only some districts have (an extended year, compensatory awards, a watch list) for everyone: screen readers, the dark,
a phone."""

from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlencode

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.app.conftest import loading
from tests.app.test_awards_on_pages import AWARDS
from tests.app.test_every_page import LINES, LOGS
from tests.app.test_extended_year_on_pages import ASKED, SUMMER
from tests.app.test_traces_and_times import link_of
from tests.browser.conftest import FITS_A_PHONE, Server, faults, settled, start_server
from tests.built import built
from ui.parts import awards, extended_year, watch_list

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ABSENT = {
    "absences.csv": "Student ID,Service,Session Date,Minutes,Status,Reason,Provider ID\n"
    + "".join(f"S1,OT,09/{day},0,Missed,Student absent,T1\n" for day in ("10/2025", "11/2025", "12/2025"))
}


@pytest.fixture(scope="module")
def rarer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str]]:
    """The app on a district that has all three, and where its student is found."""
    folder = tmp_path_factory.mktemp("rarer")
    database = built(folder / "ledger.duckdb", loading(tuple((LINES | LOGS | SUMMER | AWARDS | ABSENT).items())))
    student = link_of(database, "S1")
    process, running = start_server(folder, database)
    yield running, student
    process.terminate()
    process.wait(30)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("page_name", "title"),
    [("compliance", extended_year.TITLE), ("compliance", awards.TITLE), ("compliance", watch_list.TITLE),
     ("student", extended_year.TITLE), ("student", awards.TITLE)],
)  # fmt: skip
def test_they_have_no_serious_fault_and_fit_a_phone(
    context: BrowserContext,
    rarer: tuple[Server, str],
    page_name: str,
    title: str,
    scheme: Literal["light", "dark"],
) -> None:
    running, student = rarer
    asked = ASKED | ({"student": student} if page_name == "student" else {"more_compliance": title})
    page = context.new_page()
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{running.url}/{page_name}?{urlencode(asked)}")
    expect(page.get_by_role("heading", name=title).first).to_be_visible()
    settled(page)
    assert faults(page) == {}
    page.set_viewport_size({"width": 400, "height": 860})
    page.wait_for_function(FITS_A_PHONE)
