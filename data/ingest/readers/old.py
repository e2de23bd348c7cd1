"""What a workbook of Excel 97 to 2003 shows beside its values: numbers in percent, and cells filled with a colour.

The reader of values tells none of it.
"""

from dataclasses import dataclass, field
from typing import Any

from data.ingest.readers import percents
from data.ingest.readers.opendocument import Shown

MOST_BYTES = 8_000_000
"""Of a workbook that is gone through a second time; of a larger one it isn't told."""
_NUMBER, _SOLID, _WHITE = 2, 1, (255, 255, 255)
"""xlrd's own numbers of a cell's kind and of a plain pattern."""


@dataclass(frozen=True)
class _Styles:
    """The numbers of the cell styles that show percent, and the colour of those that are filled."""

    percent: frozenset[int]
    colours: dict[int, str] = field(default_factory=dict)


def shown(data: bytes) -> dict[str, Shown] | None:
    """Sheet name -> what it shows; None where that can't be told."""
    if len(data) > MOST_BYTES:
        return None
    import xlrd  # here: a child process that waits for another kind of workbook starts without it

    try:
        with xlrd.open_workbook(file_contents=data, formatting_info=True) as book:
            styles = _styles(book)
            return {sheet.name: _sheet(sheet, styles) for sheet in book.sheets()}
    except Exception:  # of a damaged workbook xlrd raises whatever comes: its values may be whole all the same
        return None


def _styles(book: Any) -> _Styles:
    percent, colours = set(), {}
    for number, style in enumerate(book.xf_list):
        form = book.format_map.get(style.format_key)
        if form and percents.shows(form.format_str):
            percent.add(number)
        fill = style.background
        colour = book.colour_map.get(fill.pattern_colour_index) if fill.fill_pattern == _SOLID else None
        if colour and colour != _WHITE:
            colours[number] = "#{:02x}{:02x}{:02x}".format(*colour)
    return _Styles(frozenset(percent), colours)


def _sheet(sheet: Any, styles: _Styles) -> Shown:
    found = Shown()
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            style = sheet.cell_xf_index(row, column)
            if style in styles.percent and sheet.cell_type(row, column) == _NUMBER:
                found.marks[row, column] = percents.text(sheet.cell_value(row, column))
            if style in styles.colours:
                found.fills[row, column] = styles.colours[style]
    return found.small()
