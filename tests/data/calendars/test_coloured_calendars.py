"""Calendars drawn as months whose closed days are coloured: read by their key, else asked; never taken for open days."""

import io
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from data.ingest import readers
from data.ingest.readers import wire
from tests.data.loading import Ledger, counts, sheet_of

RED, GREEN, GREY = "#FF0000", "#00FF00", "#D9D9D9"
WEEKS = (
    [None, 1, 2, 3, 4, 5, 6],
    [7, 8, 9, 10, 11, 12, 13],
    [14, 15, 16, 17, 18, 19, 20],
    [21, 22, 23, 24, 25, 26, 27],
)
"""September 2025 from Sunday: the 1st is a Monday."""


def drawn(colours: dict[int, str], key: dict[str, str], ground: str | None = None) -> bytes:
    """September 2025 with days filled, and beneath it a key of colours beside their words."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Calendar")
    style = {colour: book.add_format({"bg_color": colour}) for colour in (RED, GREEN, GREY)}
    sheet.write_row(0, 0, ["2025-2026 School Calendar"])
    sheet.write_row(1, 0, ["September 2025"])
    sheet.write_row(2, 0, ["S", "M", "T", "W", "T", "F", "S"])
    for row, days in enumerate(WEEKS, 3):
        for column, day in enumerate(days):
            if day:
                colour = GREY if column in (0, 6) else colours.get(day, ground)
                sheet.write(row, column, day, style.get(colour or ""))
    for row, (colour, text) in enumerate(key.items(), 9):
        sheet.write_blank(row, 0, None, style[colour])
        sheet.write(row, 1, text)
    book.close()
    return out.getvalue()


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def days(ledger: Ledger) -> list[tuple[int, bool, str]]:
    return [(day.day, is_open, kind) for day, is_open, kind in ledger.rows(
        "calendar_days", "day", "is_instructional", "day_type", order="day")]  # fmt: skip


def test_the_key_says_what_each_colour_means(ledger: Ledger) -> None:
    """Shaded weekends are no record; since the early release is a day of school, so are the weekdays without a colour."""
    data = drawn({1: RED, 19: GREEN}, {RED: "No school", GREEN: "Early release"})
    sheet = sheet_of(ledger.load("calendar.xlsx", data), "calendar_days")
    open_days = [day for day in range(2, 28) if day % 7 not in (6, 0)]
    assert (counts(sheet)["new"], sheet.questions, len(open_days)) == (20, [], 19)
    assert days(ledger) == [(1, False, "holiday"), *((day, True, "half" if day == 19 else "full") for day in open_days)]


def test_closed_days_alone_say_nothing_of_the_others(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("calendar.xlsx", drawn({1: RED}, {RED: "No school"})), "calendar_days")
    assert (counts(sheet)["new"], days(ledger)) == (1, [(1, False, "holiday")])


def test_colours_without_a_key_wait_and_hold_for_that_file_only(ledger: Ledger) -> None:
    data = drawn({1: RED, 2: RED, 19: GREEN}, {})
    sheet = sheet_of(ledger.load("calendar.xlsx", data), "calendar_days")
    assert (counts(sheet)["waiting"], days(ledger)) == (3, [])
    red, green = (question.value for question in sheet.questions)
    assert (red, green) == ("coloured FFFF0000", "coloured FF00FF00")
    ledger.load("calendar.xlsx", data, codes={red: "holiday", green: "half"})
    assert days(ledger) == [(1, False, "holiday"), (2, False, "holiday"), (19, True, "half")]
    other = sheet_of(ledger.load("next.xlsx", drawn({3: RED}, {})), "calendar_days")
    assert counts(other)["waiting"] == 1


@pytest.mark.slow
def test_a_ground_that_most_days_have_says_nothing(ledger: Ledger) -> None:
    ledger.load("calendar.xlsx", drawn({1: RED}, {RED: "Labor Day"}, ground=GREEN))
    assert days(ledger) == [(1, False, "holiday")]


def test_colours_come_through_from_the_reader(tmp_path: Path) -> None:
    (sheet,) = readers.read("calendar.xlsx", drawn({1: RED}, {RED: "No school"}))
    out = io.BytesIO()
    wire.pack([sheet], out)
    (back,) = wire.unpack(out.getvalue())
    assert back.fills == sheet.fills
    assert {place for place, colour in back.fills.items() if colour == "FFFF0000"} == {(3, 1), (9, 0)}
    assert date(2025, 9, 1).weekday() == 0
