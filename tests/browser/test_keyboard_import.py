"""An import without a mouse: upload, an answer, the confirmation, all by Tab, arrows and Enter."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FileChooser, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from data.store import open_store
from tests.browser.conftest import open_page, settled, start_server

pytestmark = pytest.mark.browser
LOG = "Student ID,Service,Session Date,Minutes,Outcome\nS1,OT,9/8/2025,30,Delivered\nS1,OT,9/9/2025,30,ZQ\n"
MOST_STOPS = 80


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the control in focus is called so."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "() => { const e = document.activeElement; return ['BUTTON', 'INPUT'].includes(e.tagName) "
            "? (e.getAttribute('aria-label') || '') + ' ' + e.innerText : '' }"
        )
        if wanted in name:
            return
    raise AssertionError(f"no Tab stop is called {wanted!r}")


def choose_by_keyboard(page: Page, tries: int = 4) -> FileChooser:
    """The file dialog that Enter on the upload opens. A page that is still being drawn may take the focus away once."""
    for left in reversed(range(tries)):
        tab_to(page, "Upload")
        try:
            with page.expect_file_chooser(timeout=4_000) as chooser:
                page.keyboard.press("Enter")
            return chooser.value
        except PlaywrightTimeout:
            if not left:
                raise
    raise AssertionError("unreachable: the last try raises")


def test_an_import_by_keyboard(context: BrowserContext, tmp_path: Path) -> None:
    database = tmp_path / "ledger.duckdb"
    process, server = start_server(tmp_path, database)
    try:
        page = open_page(context, f"{server.url}/import")
        choose_by_keyboard(page).set_files({"name": "log.csv", "mimeType": "text/csv", "buffer": LOG.encode()})
        expect(page.get_by_text("2 records read: 1 new, 1 needs your answer.")).to_be_visible()
        settled(page)
        tab_to(page, "ZQ")
        page.keyboard.press("ArrowDown")
        page.keyboard.type("missed: student absent")
        page.keyboard.press("Enter")
        expect(page.get_by_text("1 of 1 answered.")).to_be_visible()
        tab_to(page, "Use these answers")
        page.keyboard.press("Enter")
        expect(page.get_by_text("2 records read: 2 new.")).to_be_visible()
        settled(page)
        tab_to(page, "Load 2 sessions")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Loaded 1 file.")).to_be_visible()
        page.close()
    finally:
        process.terminate()
        process.wait(30)
    store = open_store(database)
    with store.cursor() as cur:
        found = cur.execute(
            "select status, reason from sessions where known_to is null order by session_date"
        ).fetchall()
    store.close()
    assert found == [("delivered", None), ("missed", "student_absent")]


REASONS = ("zebra bug", "zebrra bug", "car trouble", "snowed in")
FREE = "Student ID,Service,Session Date,Minutes,Reason\n" + "".join(
    f"S1,OT,9/{day}/2025,{0 if reason else 30},{reason}\n" for day, reason in enumerate(("", *REASONS), start=8)
)


def answer(page: Page, question: str, said: str) -> None:
    """Choose an answer in the box whose question begins so."""
    tab_to(page, question)
    page.keyboard.press("ArrowDown")
    page.keyboard.type(said)
    page.keyboard.press("Enter")


@pytest.mark.slow
def test_one_answer_for_all_that_remain_is_seen_in_each_box(context: BrowserContext, tmp_path: Path) -> None:
    """Two spellings are one question of three; the two others take one answer, which their boxes show, and one is changed."""
    process, server = start_server(tmp_path, tmp_path / "ledger.duckdb")
    try:
        page = open_page(context, f"{server.url}/import")
        page.locator("input[type=file]").set_input_files(
            {"name": "log.csv", "mimeType": "text/csv", "buffer": FREE.encode()}
        )
        expect(page.get_by_text("3 questions for you")).to_be_visible()
        settled(page)
        answer(page, "What does 'zebra bug' or 'zebrra bug' mean", "missed: student absent")
        expect(page.get_by_text("1 of 3 answered.")).to_be_visible()
        answer(page, "One answer for the 2 that are still open", "missed: provider absent")
        expect(page.get_by_text("3 of 3 answered.")).to_be_visible()
        expect(page.get_by_text("One answer for")).to_have_count(0)
        boxes = page.locator(".st-key-questions input")
        assert boxes.evaluate_all("(all) => all.map((one) => one.value)") == [
            "missed: student absent", "missed: provider absent", "missed: provider absent",
        ]  # fmt: skip
        answer(page, "What does 'snowed in' mean", "missed: emergency closure")
        tab_to(page, "Use these answers")
        page.keyboard.press("Enter")
        expect(page.get_by_text("5 records read: 5 new.")).to_be_visible()
        page.get_by_role("button", name="Load 5 sessions").click()
        expect(page.get_by_text("Loaded 1 file.")).to_be_visible()
        page.close()
    finally:
        process.terminate()
        process.wait(30)
    store = open_store(tmp_path / "ledger.duckdb")
    with store.cursor() as cur:
        found = cur.execute("select reason from sessions where known_to is null order by session_date").fetchall()
    store.close()
    assert [one for (one,) in found] == [
        None,
        "student_absent",
        "student_absent",
        "provider_absent",
        "emergency_closure",
    ]
