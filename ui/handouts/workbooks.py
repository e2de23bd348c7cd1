"""Tables as sheets of a workbook that can be read as it opens and printed as it is: widths, formats, and what it is."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from data.workbooks import ABOUT_HEADINGS, LIST_MARK, WHAT_THIS_IS, fit_on_paper
from ui.parts import words

FORMATS = {
    "hours": "#,##0.0", "number": "#,##0.0", "minutes": "#,##0", "count": "#,##0", "rate": "0.0", "way": "0.0",
    "bar": "0.0", "date": "yyyy-mm-dd",
}  # fmt: skip
"""How a kind of column is written; the cells keep their whole values."""
NARROWEST, WIDEST = 9, 60
"""Letters that a column has room for."""


def add(book: Any, name: str, frame: pd.DataFrame, kinds: Sequence[str], what: str) -> None:
    """A sheet with a heading over each column; ``kinds`` are the columns' (as ``ui.parts.tables.Col`` has them). ``what`` it is
    stands in a hidden column too, which spreadsheets keep in a csv: by it an import knows a sheet that was saved alone."""
    sheet = _sheet(book, name, list(frame.columns))
    sheet.autofilter(0, 0, max(1, len(frame)), max(0, len(frame.columns) - 1))
    for place, kind in enumerate(kinds):
        values = frame.iloc[:, place]
        style = book.add_format({"num_format": FORMATS[kind]} if kind in FORMATS else {})
        sheet.set_column(place, place, _width(str(frame.columns[place]), values))
        for row, value in enumerate(values, start=1):
            _cell(sheet, row, place, value, style)
    sheet.set_column(len(kinds), len(kinds), None, None, {"hidden": True})
    sheet.write_string(0, len(kinds), LIST_MARK)
    if len(frame):
        sheet.write_string(1, len(kinds), what)


def add_about(book: Any, what: str, notes: Sequence[tuple[str, str]]) -> None:
    """The sheet that says what the workbook is and what its columns mean. By it an import knows that the other sheets are
    lists made of what is loaded (``data.ingest.ours``)."""
    told = [(WHAT_THIS_IS, what), *notes, (LIST_MARK, IN_EACH)]
    sheet = _sheet(book, "About", ABOUT_HEADINGS)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, min(WIDEST, max(len(one) for one, _ in told) + 2), wrapped)
    sheet.set_column(1, 1, 90, wrapped)
    for row, texts in enumerate(told, start=1):
        for place, text in enumerate(texts):
            sheet.write_string(row, place, text, wrapped)


IN_EACH = "The last column of each table, hidden: it says what the table is, so that it is known again when it is saved alone."


def _sheet(book: Any, name: str, headings: Sequence[str]) -> Any:
    """A sheet with its headings, on paper as wide as a page and with them on each."""
    sheet, bold = book.add_worksheet(name), book.add_format({"bold": True, "valign": "top"})
    sheet.freeze_panes(1, 0)
    fit_on_paper(sheet)
    for place, heading in enumerate(headings):
        sheet.write_string(0, place, str(heading), bold)
    return sheet


def _width(heading: str, values: pd.Series) -> int:
    """Letters for the longest text of a column, and for the arrow beside its heading."""
    longest = max((len(one) for one in values if isinstance(one, str)), default=0)
    return min(WIDEST, max(NARROWEST, longest + 2, len(heading) + 4))


def _cell(sheet: Any, row: int, place: int, value: Any, style: Any) -> None:
    if words.is_missing(value):
        return
    if hasattr(value, "isoformat"):
        sheet.write_datetime(row, place, pd.Timestamp(value).to_pydatetime(), style)
    elif isinstance(value, bool | str):
        sheet.write_string(row, place, str(value), style)
    else:
        sheet.write_number(row, place, float(value), style)
