"""What is downloaded, opened: a student's service log, a table as csv and workbook, the therapists' packets."""

import csv
import io
import zipfile

import openpyxl
import pytest
from PIL import Image
from playwright.sync_api import BrowserContext
from pypdf import PdfReader

from tests.browser.conftest import Server, download, open_page, settled

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LISTS = {"Make-ups", "Lines without a log", "Not seen"}


def test_a_students_service_log_is_a_pdf_of_that_student(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/student")
    box = page.get_by_label("Find a student")
    box.fill("Abara, Imani")
    box.press("Enter")
    settled(page)
    page.locator("[data-testid=stDataFrame]").first.click(position={"x": 16, "y": 52})
    page.wait_for_url("**student=*")
    settled(page)
    name, content = download(page, "service_log")
    text = " ".join(" ".join(one.extract_text() for one in PdfReader(io.BytesIO(content)).pages).split())
    assert "Abara, Imani" in text
    assert "Data as of Feb 28, 2026" in text
    assert "Abara" not in name + page.url


def test_a_table_is_the_same_as_csv_and_as_workbook(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/delivery-mix?service=OT")
    name, content = download(page, "drift_csv")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert name.startswith("minute-ledger-drift-")
    assert rows[0][:4] == ["Student", "Elsewhere (hours)", "Of delivered (%)", "Service"]
    assert "data as of Feb 28, 2026" in rows[1][-1]
    assert {row[3] for row in rows[1:]} == {"OT"}
    _, book = download(page, "drift_xlsx")
    sheets = openpyxl.load_workbook(io.BytesIO(book))
    told = list(sheets["Table"].iter_rows(values_only=True))
    assert [str(row[0]) for row in told] == [row[0] for row in rows]
    assert [round(float(row[1]), 6) for row in told[1:]] == [round(float(row[1]), 6) for row in rows[1:]]
    assert "data as of Feb 28, 2026" in str(sheets["About"].cell(2, 2).value)


def test_packets_are_one_workbook_a_therapist(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/caseloads?service=PT")
    name, content = download(page, "packets")
    assert name.startswith("packets-2026-02-28")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        books = {one: openpyxl.load_workbook(io.BytesIO(archive.read(one))) for one in archive.namelist()}
    assert len(books) > 1
    for book in books.values():
        assert "About" in book.sheetnames
        for sheet in (book[name] for name in LISTS & set(book.sheetnames)):
            head = [cell.value for cell in sheet[1]]
            place = head.index("Service line" if "Service line" in head else "Service")
            assert {row[place].value.split()[0].strip(",") for row in sheet.iter_rows(min_row=2)} == {"PT"}


def test_the_board_view_is_the_same_on_paper_and_in_the_workbook(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/board-view")
    _, book = download(page, "board_grid_xlsx")
    told = openpyxl.load_workbook(io.BytesIO(book))["Table"].iter_rows(values_only=True)
    headings, *rows = [row[:-1] for row in told]  # the last column, hidden, says what the table is
    assert headings[:2] == ("School", "All services")
    assert any("hidden" in row for row in rows)
    name, content = download(page, "board_pdf")
    text = " ".join(" ".join(one.extract_text() for one in PdfReader(io.BytesIO(content)).pages).split())
    assert name.startswith("board-view-2026-02-28")
    for row in rows:
        assert " ".join(str(cell) for cell in row) in text


def test_bars_are_on_the_page_as_text_and_a_picture_to_take_away(context: BrowserContext, server: Server) -> None:
    page = open_page(context, f"{server.url}/compliance")
    rows = page.get_by_role("list", name="lowest is").get_by_role("listitem")
    assert rows.count() == 12
    title = page.get_by_text("All 12 schools are under 95%").inner_text()
    first = rows.first.inner_text().split("\n")
    assert title.endswith(f"lowest is {first[0]} at {first[1][2:]}")
    boxes = [rows.nth(place).locator("> div").nth(1).locator("> div").first.bounding_box() for place in (0, 11)]
    assert boxes[0] and boxes[1] and 50 < boxes[0]["width"] < boxes[1]["width"], "the lowest is the shortest"
    name, content = download(page, "rates_png")
    assert name.startswith("minute-ledger-delivered-by-school-")
    assert Image.open(io.BytesIO(content)).size[0] == 1360
