"""A month's workbook through the page: preview, confirm, the headline moves to what SQL gives, undo brings it back."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from analytics import ledger
from analytics.scope import EVERYTHING
from data import settings
from data.ingest import importer
from data.ingest.model import Options
from data.store import Store, open_store
from tests.browser.conftest import headline, open_page, settled, start_server
from ui.parts import words

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LINES = """Student ID,Service,Setting,Frequency,Start Date,End Date,School,Provider ID
S1,OT,Push-in,2 x 30 min Weekly,08/25/2025,06/05/2026,Birch,T1
S2,OT,Pull-out,60 min Weekly,08/25/2025,06/05/2026,Cedar,T1
"""
CALENDAR = "Date,Instructional\n" + "".join(
    f"09/{day:02d}/2025,{'No' if day == 1 else 'Yes'}\n" for day in range(1, 31) if day % 7 not in (6, 0)
)
SEPTEMBER = [("S1", 8, 30), ("S1", 10, 30), ("S2", 9, 60), ("S1", 15, 30)]
LATER = [("S1", 17, 30), ("S2", 16, 60), ("S2", 23, 30)]


def _log(rows: list[tuple[str, int, int]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "September"
    sheet.append(["Westmark School District"])
    sheet.append(["Monthly service log"])
    sheet.append([])
    sheet.append(["Student ID", "Service", "Session Date", "Minutes", "Status"])
    for student, day, minutes in rows:
        sheet.append([student, "OT", f"09/{day:02d}/2025", minutes, "Delivered"])
    sheet.append(["Total", None, None, sum(minutes for _, _, minutes in rows), None])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _load(store: Store, name: str, data: bytes) -> None:
    report = importer.run(store, [(name, data)], Options(), commit=True)
    assert report.exit_status == 0, importer.to_json(report)


def _told(store: Store) -> dict[str, str]:
    """The headline as SQL gives it."""
    with store.cursor() as cur:
        day = ledger.default_as_of(cur, EVERYTHING)
        assert day is not None
        row = ledger.headline(cur, EVERYTHING, day).iloc[0]
    return {"Delivered": words.rate(row["adjusted_rate"]), "Not accounted for": words.hours(row["unaccounted_minutes"])}


def _shown(page: Page) -> dict[str, str]:
    found = headline(page)
    return {name: found[name] for name in ("Delivered", "Not accounted for")}


def test_upload_confirm_and_undo(context: BrowserContext, tmp_path: Path) -> None:
    database = tmp_path / "ledger.duckdb"
    store = open_store(database)
    for name, data in (
        ("lines.csv", LINES.encode()),
        ("calendar.csv", CALENDAR.encode()),
        ("first.xlsx", _log(SEPTEMBER)),
    ):
        _load(store, name, data)
    settings.set_setting(store, settings.SETUP_SEEN, "yes", "test")
    before = _told(store)
    store.close()
    process, server = start_server(tmp_path, database)
    try:
        page = open_page(context, f"{server.url}/compliance")
        assert _shown(page) == before
        after = _upload(page, server.url)
        assert after != before
        _undo(page, server.url)
        page.goto(f"{server.url}/compliance")
        settled(page)
        assert _shown(page) == before
        page.close()
    finally:
        process.terminate()
        process.wait(30)
    again = open_store(database)
    assert _told(again) == before
    _load(again, "second.xlsx", _log(SEPTEMBER + LATER))
    assert _told(again) == after
    again.close()


def _upload(page: Page, url: str) -> dict[str, str]:
    page.goto(f"{url}/import")
    settled(page)
    page.locator("input[type=file]").set_input_files(
        {"name": "second.xlsx", "mimeType": "application/octet-stream", "buffer": _log(SEPTEMBER + LATER)}
    )
    expect(page.get_by_role("heading", name="Preview: nothing is loaded yet")).to_be_visible()
    expect(page.get_by_text("7 records read: 3 new, 4 unchanged.")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Load 3 sessions")).click()
    expect(page.get_by_text("Loaded 1 file.")).to_be_visible()
    page.goto(f"{url}/compliance")
    settled(page)
    return _shown(page)


def _undo(page: Page, url: str) -> None:
    page.goto(f"{url}/history")
    settled(page)
    page.locator("[data-testid=stDataFrame]").first.click(position={"x": 16, "y": 52})
    expect(page.get_by_role("heading", name="second.xlsx")).to_be_visible()
    page.get_by_text("I want to take this upload back").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_text("was taken back")).to_be_visible()
    settled(page)


def test_an_empty_ledger_offers_the_sample_district(context: BrowserContext, tmp_path: Path) -> None:
    process, server = start_server(tmp_path, tmp_path / "ledger.duckdb")
    try:
        page = open_page(context, server.url)
        expect(page.get_by_role("button", name="Upload your files")).to_be_visible()
        page.get_by_role("button", name="Explore the sample district").click()
        expect(page.get_by_text("Every name and number here is invented")).to_be_visible(timeout=90_000)
        settled(page)
        page.get_by_role("link", name="Compliance").click()
        page.wait_for_url("**/compliance*")
        settled(page)
        assert headline(page)["Delivered"].endswith("%")
        page.close()
    finally:
        process.terminate()
        process.wait(30)
    own = open_store(tmp_path / "ledger.duckdb")
    assert own.data_version() == 0
    own.close()
