"""The make-up worklist on its way out and back: a workbook that therapists fill in, and decisions entered on a page.

Both come back through the importer as the dataset ``decisions``, so that each decision has its file, its row and its
history, and can be taken back like any upload. A decision changes an item's status, never a minute of the ledger.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date, datetime
from typing import Any

import pandas as pd
import xlsxwriter

from data.contracts.datasets import DECISIONS
from data.contracts.worklist import ABOUT, FILLED_IN, HEADINGS, SHEET
from data.errors import UserError
from data.ingest import importer
from data.ingest.model import Options
from data.store import Store
from data.store.events import now
from data.workbooks import TEXTS_STAY_TEXTS, fit_on_paper

_WIDTHS = {"provider_name": 22, "student_name": 24, "school": 20, "missed": 22, "decision": 20, "decided_by": 18}


@dataclass(frozen=True)
class Decision:
    """What was decided on one item of the worklist: which, what, when, by whom; ``minutes`` None is the whole item."""

    student_id: str
    line_id: str
    period: str
    decision: str
    decided_on: date
    decided_by: str
    minutes: float | None = None


def record(store: Store, decisions: Sequence[Decision], who: str) -> None:
    """Store decisions that were entered on a page, as one upload of its own. UserError where one isn't fit."""
    for one in decisions:
        _check(one)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([field.name for field in fields(Decision)])
    writer.writerows(astuple(one) for one in decisions)
    name = f"make-up decisions entered {now():%Y-%m-%d %H.%M}.csv"
    report = importer.run(
        store, [(name, out.getvalue().encode())], Options(dataset="decisions", loaded_by=who), commit=True
    )
    if report.exit_status:
        raise UserError("Some decisions could not be stored; History lists the rows and why.")


def _check(one: Decision) -> None:
    if one.decision not in DECISIONS:
        raise UserError(f"A decision can't be {one.decision!r}; choose from {', '.join(DECISIONS)}.")
    if not one.decided_by.strip():
        raise UserError("Say who decided: fill in Decided by.")


def workbook(items: pd.DataFrame, about: str) -> bytes:
    """The worklist as an .xlsx to fill in: one row an item; decisions from a list, days as dates; no cell is a formula.

    ``items`` has the columns of ``analytics.ledger.make_ups``; ``about`` says what they are and as of when.
    """
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, TEXTS_STAY_TEXTS) as book:
        add_items(book, items)
        sheet = book.add_worksheet("About")
        sheet.set_column(0, 0, 110, book.add_format({"text_wrap": True}))
        for row, text in enumerate((about, *ABOUT)):
            sheet.write_string(row, 0, text)
    return out.getvalue()


def add_items(book: Any, items: pd.DataFrame) -> None:
    """The sheet to fill in, in a workbook that is being made; ``items`` as of ``workbook``."""
    told = [one.replace("_", " ") if isinstance(one, str) else None for one in items["decision"]]
    _items(book, items.assign(missed=_missed(items), decision=pd.Series(told, items.index, object)))


def _missed(items: pd.DataFrame) -> list[str]:
    first, last = pd.to_datetime(items["period_start"]), pd.to_datetime(items["period_end"])
    return [f"{a:%b} {a.day} to {b:%b} {b.day}" for a, b in zip(first, last, strict=True)]


def _items(book: Any, items: pd.DataFrame) -> None:
    sheet = book.add_worksheet(SHEET)
    bold, fill = book.add_format({"bold": True}), book.add_format({"bold": True, "bg_color": "#DCEBEE"})
    forms = {"number": book.add_format({"num_format": "0.0"}), "day": book.add_format({"num_format": "yyyy-mm-dd"})}
    for place, (column, heading) in enumerate(HEADINGS.items()):
        sheet.write_string(0, place, heading, fill if column in FILLED_IN else bold)
        sheet.set_column(place, place, _WIDTHS.get(column, max(11, len(heading) + 1)))
        for row, value in enumerate(items[column], start=1):
            _cell(sheet, row, place, value, forms)
    _lists(sheet, len(items))
    sheet.freeze_panes(1, 2)
    fit_on_paper(sheet)
    sheet.autofilter(0, 0, max(1, len(items)), len(HEADINGS) - 1)


def _lists(sheet: Any, rows: int) -> None:
    place = {column: number for number, column in enumerate(HEADINGS)}
    words = [one.replace("_", " ") for one in DECISIONS]
    for column, rule in (
        ("decision", {"validate": "list", "source": words}),
        ("decided_on", {"validate": "date", "criteria": ">", "value": date(2000, 1, 1)}),
        ("decided_minutes", {"validate": "decimal", "criteria": ">", "value": 0}),
    ):
        sheet.data_validation(1, place[column], max(1, rows), place[column], rule)


def _cell(sheet: Any, row: int, place: int, value: Any, forms: dict[str, Any]) -> None:
    if pd.isna(value):
        return
    if isinstance(value, date | datetime):
        sheet.write_datetime(row, place, pd.Timestamp(value).to_pydatetime(), forms["day"])
    elif isinstance(value, str):
        sheet.write_string(row, place, value)
    else:
        number = round(float(value), 6)  # shares of a week add up to 29.99999999999999
        sheet.write_number(row, place, number, None if number.is_integer() else forms["number"])
