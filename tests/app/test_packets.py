"""Packets for therapists, opened and read, on a district small enough to count by hand."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest

from analytics.scope import Selection
from data.contracts.worklist import HEADINGS, SHEET
from data.ingest import importer
from data.ingest.model import Options
from tests.app.conftest import LOADED, Files
from ui.handouts import packets
from ui.server import stores
from ui.shell import session

AS_OF = date(2025, 9, 30)
CALENDAR = "Date,Instructional\n" + "".join(
    f"{month:02d}/{day:02d}/2025,Yes\n"
    for month in (9, 10)
    for day in range(1, 31)
    if date(2025, month, day).weekday() < 5
)
FILES: Files = {
    "calendar.csv": CALENDAR,
    "staff.csv": "Provider ID,Provider Name,Role,FTE\nT1,\"Pereira, Caio\",OTR,1.0\nT2,\"Okafor, Dele\",OTR,1.0\n",
    "lines.csv": (
        "Line ID,Student ID,Service,Setting,Frequency,Start Date,End Date,School,Provider ID\n"
        "L1,S1,OT,Push-in,1 x 30 min Weekly,09/01/2025,10/30/2025,Birch,T1\n"
        "L2,S2,OT,Push-in,1 x 30 min Weekly,09/01/2025,10/30/2025,Birch,T2\n"
        "L3,S3,OT,Push-in,1 x 30 min Weekly,09/01/2025,10/30/2025,Birch,\n"
    ),
    "log.csv": (
        "Student ID,Service,Session Date,Minutes,Status,Reason,Setting,Provider ID\n"
        + "".join(f"S1,OT,09/{day:02d}/2025,30,Delivered,,Push-in,T1\n" for day in (2, 8, 15, 22))
        + "S2,OT,09/08/2025,30,Missed,Provider absent,Push-in,T2\n"
        + "S2,OT,09/15/2025,30,Missed,Provider absent,Push-in,T2\n"
    ),
    "goals.csv": (
        "Student ID,Goal,Service,Baseline,Target,Unit,Start Date,Due Date,Date,Score\n"
        "S1,Copies a sentence,OT,10,80,percent,09/01/2025,10/30/2025,09/09/2025,20\n"
    ),
}  # fmt: skip
HELD = (
    "Student ID,Service,Session Date,Minutes,Status,Reason,Setting,Provider Name\n"
    "S1,OT,09/31/2025,30,Delivered,,Push-in,Caio Pereira\n"
)


@pytest.fixture
def books(load: Callable[[Files], None]) -> dict[str, dict[str, list[tuple[Any, ...]]]]:
    """The workbooks of the zip: their sheets with their rows."""
    load(FILES)
    store = stores.store(stores.OWN)
    report = importer.run(store, [("more.csv", HELD.encode())], Options(load_date=LOADED), commit=True)
    assert report.exit_status == 1
    view = replace(session.open_view(stores.OWN), as_of=AS_OF, selection=Selection())
    with zipfile.ZipFile(io.BytesIO(packets.as_zip_of(view))) as archive:
        return {name: _sheets(archive.read(name)) for name in archive.namelist()}


def _sheets(content: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def _rows(sheet: list[tuple[Any, ...]]) -> list[dict[Any, Any]]:
    return [dict(zip(sheet[0], row, strict=True)) for row in sheet[1:]]


def _students(rows: list[tuple[Any, ...]]) -> list[Any]:
    return [row[rows[0].index("Student")] for row in rows[1:]]


@pytest.mark.slow
def test_each_therapist_gets_what_waits_for_them(books: dict[str, dict[str, list[tuple[Any, ...]]]]) -> None:
    """S2 has no delivered session: two missed by T2, so open make-ups and not seen. S3's line names nobody."""
    assert sorted(books) == ["No therapist named.xlsx", "Okafor, Dele.xlsx", "Pereira, Caio.xlsx"]
    dele, nobody = books["Okafor, Dele.xlsx"], books["No therapist named.xlsx"]
    head, item = dele["Make-ups"]
    assert head == tuple(HEADINGS.values())
    told = dict(zip(head, item, strict=True))
    assert (told["Student id"], told["Service"], told["What was missed"]) == ("S2", "OT", "Sep 1 to Sep 26")
    assert _students(dele["Not seen"]) == _students(dele["Lines without a log"]) == ["S2"]
    assert "Goals to measure" not in dele
    assert _students(nobody["Lines without a log"]) == ["S3"]
    (lacks,), (nothing,) = (_rows(one["Lines without a log"]) for one in (dele, nobody))
    assert (lacks["Not accounted for, by period"], lacks["Not accounted for (minutes)"]) == (
        "Sep 1 to Sep 26: 60 of 120 min",
        120 - 2 * 30,
    )
    assert (lacks["Last log"], lacks["Days since"]) == (datetime(2025, 9, 15), 15)  # to Sep 30
    assert lacks["Service line"] == "OT push-in, 30 min a week"
    assert (nothing["Not accounted for, by period"], nothing["Last log"]) == ("Sep 1 to Sep 26: 120 of 120 min", None)
    assert told["To make up (min)"] == 30 * 4  # the weeks of Sep 1, 8, 15 and 22; most of the fifth is October's


@pytest.mark.slow
def test_rows_that_name_the_therapist_come_along_to_be_mended(
    books: dict[str, dict[str, list[tuple[Any, ...]]]],
) -> None:
    caio = books["Pereira, Caio.xlsx"]
    (sheet,) = [name for name in caio if name.startswith("more")]
    head, row = caio[sheet]
    assert (row[head.index("Session Date")], row[head.index("Provider Name")]) == ("09/31/2025", "Caio Pereira")
    assert "Make-ups" not in caio
    why = caio["Goals to measure"][1][caio["Goals to measure"][0].index("Why")]
    assert why.startswith("too few measurements")
    assert next(iter(caio)) == "About"
    assert caio["About"][1][1].startswith("Pereira, Caio: What waits for this therapist")
    assert [row[0] for row in caio["About"][2:4]] == ["Goals to measure", "Rows to mend"]
    assert caio["About"][3][1].startswith("1 row. Mend the coloured cells")


def test_a_packet_comes_back_with_decisions_and_nothing_else(load: Callable[[Files], None]) -> None:
    """A therapist fills in a decision and sends the whole packet back: the make-ups are decisions, the other sheets are lists
    of what is loaded. (Before, what was owed came in as sessions.)"""
    load(FILES)
    store = stores.store(stores.OWN)
    view = replace(session.open_view(stores.OWN), as_of=AS_OF, selection=Selection())
    with zipfile.ZipFile(io.BytesIO(packets.as_zip_of(view))) as archive:
        book = openpyxl.load_workbook(io.BytesIO(archive.read("Okafor, Dele.xlsx")))
    sheet, place = book[SHEET], {name: number for number, name in enumerate(HEADINGS, start=1)}
    for name, value in (("decision", "offered"), ("decided_on", date(2025, 10, 2)), ("decided_by", "Okafor")):
        sheet.cell(2, place[name], value)
    out = io.BytesIO()
    book.save(out)
    (file,) = importer.run(store, [("back.xlsx", out.getvalue())], Options(load_date=LOADED), commit=True).files
    assert {one.sheet: (one.dataset, one.new) for one in file.sheets} == {
        "About": (None, 0), "Make-ups": ("decisions", 1), "Lines without a log": (None, 0), "Not seen": (None, 0),
    }  # fmt: skip
    (why,) = [one.refused for one in file.sheets if one.sheet == "Not seen"]
    assert why.startswith("Not seen: a list that Minute Ledger made of what is loaded")


def test_names_of_files_hold_no_path(monkeypatch: pytest.MonkeyPatch) -> None:
    odd = packets.Packet("T9", "../../etc/pass|wd", [])
    with zipfile.ZipFile(io.BytesIO(packets.as_zip([odd, odd], ""))) as archive:
        assert archive.namelist() == ["etc pass wd.xlsx", "etc pass wd T9.xlsx"]


@pytest.mark.slow
def test_under_a_provider_filter_nobody_elses_rows_come_along(
    books: dict[str, dict[str, list[tuple[Any, ...]]]],
) -> None:
    """The rejected row names T1, who is left out by T2's filter; under a school's, T1 has a packet for the goals there."""
    assert "Pereira, Caio.xlsx" in books
    whole = replace(session.open_view(stores.OWN), as_of=AS_OF)
    only = replace(whole, selection=Selection(providers=("T2",)))
    assert [one.name for one in packets.packets(only)] == ["Okafor, Dele"]
    elsewhere = replace(whole, selection=Selection(schools=("Cedar",)))
    assert packets.packets(elsewhere) == []
    his = replace(whole, selection=Selection(providers=("T1",)))
    assert [(one.name, len(one.held)) for one in packets.packets(his)] == [("Pereira, Caio", 1)]


@pytest.mark.parametrize("changed", [{}, {"unaccounted_minutes": 22.5}])
def test_what_lacks_is_told_in_words_and_dates(changed: dict[str, Any]) -> None:
    row = {"period_start": date(2025, 9, 1), "period_end": date(2025, 9, 26), "expected_minutes": 120.0}
    said = packets.lacking(row | {"unaccounted_minutes": 60.0} | changed)
    assert said == f"Sep 1 to Sep 26: {'22.5' if changed else '60'} of 120 min"
    assert packets.lacking({"period_start": None}) == "nothing is logged yet; no period has closed"
