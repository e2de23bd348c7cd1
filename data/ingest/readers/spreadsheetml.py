"""Excel's XML of 2003, which systems still write as xls: its sheets, each value in the form that Sheet promises."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from xml.etree import ElementTree

from data.ingest.model import UNCALCULATED, FileRefused, Sheet
from data.ingest.readers import cells, limits, percents
from data.ingest.readers.drawn import Drawn

_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_HIDDEN = "{urn:schemas-microsoft-com:office:excel}Visible"
_DECLARED = (b"<!DOCTYPE", b"<!ENTITY")
_FIRST_DAY = datetime(1899, 12, 31)
"""The day under which a time without a date is written."""
_LATEST_DURATION = datetime(1901, 1, 1)


def sheets(name: str, data: bytes) -> list[Sheet]:
    """The sheets of the file, hidden ones flagged. Errors: FileRefused for a damaged file, or one that declares entities."""
    letters = data.replace(b"\0", b"")
    if any(declared in letters for declared in _DECLARED):
        raise FileRefused(f"{name} declares entities, which no workbook does; open it in Excel and save it as xlsx.")
    try:
        found = [one.sheet(name) for one in _read(data)]
    except (ElementTree.ParseError, ValueError, OverflowError) as error:
        raise FileRefused(f"{name} is damaged and can't be read; open it in Excel and save it again.") from error
    limits.check_sheets(name, len(found))
    return [one for one in found if one.cells.num_rows]


@dataclass(frozen=True)
class _Style:
    percent: bool = False
    colour: str = ""


@dataclass
class _Place:
    """Where the reading of a sheet stands, and what its columns look like."""

    row: int = 0
    columns: dict[int, str] = field(default_factory=dict)
    next_column: int = 0


def _read(data: bytes) -> Iterator[Drawn]:
    styles: dict[str, _Style] = {}
    drawn, at = Drawn(""), _Place()
    for event, element in ElementTree.iterparse(io.BytesIO(data), events=("start", "end")):
        if event == "start" and element.tag == f"{_SS}Worksheet":
            drawn, at = Drawn(_said(element, "Name")), _Place()
        elif event == "end" and element.tag == f"{_SS}Style":
            styles[_said(element, "ID")] = _style(element, styles)
        elif event == "end" and element.tag == f"{_SS}Column":
            _column(element, at)
        elif event == "end" and element.tag == f"{_SS}Row":
            _row(element, drawn, at, styles)
            element.clear()
        elif event == "end" and element.tag == _HIDDEN:
            drawn.hidden = (element.text or "").strip() != "SheetVisible"
        elif event == "end" and element.tag == f"{_SS}Worksheet":
            yield drawn


def _said(element: ElementTree.Element, what: str) -> str:
    return element.get(_SS + what, "")


def _number(element: ElementTree.Element, what: str, otherwise: int = 0) -> int:
    return int(_said(element, what) or otherwise)


def _style(element: ElementTree.Element, known: dict[str, _Style]) -> _Style:
    parent = known.get(_said(element, "Parent"), known.get("Default", _Style()))
    shown, filled = element.find(f"{_SS}NumberFormat"), element.find(f"{_SS}Interior")
    form = _said(shown, "Format") if shown is not None else ""
    percent = (form == "Percent" or percents.shows(form)) if form else parent.percent
    solid = filled is not None and _said(filled, "Pattern") == "Solid"
    return _Style(percent, _said(filled, "Color") if filled is not None and solid else parent.colour)


def _column(element: ElementTree.Element, at: _Place) -> None:
    first = _number(element, "Index", at.next_column + 1) - 1
    span = min(_number(element, "Span"), limits.COLUMNS)
    at.columns |= dict.fromkeys(range(first, first + span + 1), _said(element, "StyleID"))
    at.next_column = first + span + 1


def _row(element: ElementTree.Element, drawn: Drawn, at: _Place, styles: dict[str, _Style]) -> None:
    at.row = _number(element, "Index", at.row + 1) - 1
    column = 0
    for cell in element.iterfind(f"{_SS}Cell"):
        column = _number(cell, "Index", column + 1) - 1
        across, down = _number(cell, "MergeAcross"), _number(cell, "MergeDown")
        named = _said(cell, "StyleID") or _said(element, "StyleID") or at.columns.get(column, "")
        style = styles.get(named, _Style())
        drawn.put(at.row, column, _text(cell, style), style.colour)
        drawn.merge(at.row, column, down, across)
        column += 1 + across
    at.row += 1 + _number(element, "Span")


def _text(cell: ElementTree.Element, style: _Style) -> str | None:
    data = cell.find(f"{_SS}Data")
    if data is None:
        return UNCALCULATED if _said(cell, "Formula") else None
    said = "".join(data.itertext())
    if style.percent and _said(data, "Type") == "Number":
        return percents.text(float(said))
    return _FORMS.get(_said(data, "Type"), str)(said)


def _moment(said: str) -> str | None:
    """A date, a date with its time, a time of day, or a duration of a day and more."""
    moment = datetime.fromisoformat(said)
    if moment >= _LATEST_DURATION:
        return cells.text(moment)
    length = moment - _FIRST_DAY
    return cells.text(length if length >= timedelta(days=1) else (datetime.min + length % timedelta(days=1)).time())


_FORMS: dict[str, Callable[[str], str | None]] = {
    "Number": lambda said: cells.text(float(said)),
    "DateTime": _moment,
    "Boolean": lambda said: cells.text(said.strip() in ("1", "true")),
}
