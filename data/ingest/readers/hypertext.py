"""A web page that is named like a workbook, as many systems' *export to Excel* writes it: its tables, as they are shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath

from data.ingest.model import FileRefused, Sheet
from data.ingest.readers import limits, text
from data.ingest.readers.drawn import Drawn

_UNSEEN = frozenset(("script", "style", "head", "xml", "template", "noscript"))
_CELLS = frozenset(("td", "th"))
_BREAKS = frozenset(("br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "center", "tr", "hr"))
_COLOUR = re.compile(r"background(?:-color)?\s*:\s*(#[0-9a-f]{3,8}|[a-z]+)", re.IGNORECASE)
_SPACE = re.compile(r"[^\S\n]+")
_LINE = re.compile(r" *\n[ \n]*")
Attributes = Mapping[str, str]


def sheets(name: str, data: bytes) -> list[Sheet]:
    """The page's one sheet, named as the file is: a row for each row of its tables and for each line between them.

    Cells are as the page shows them, merged ones as a workbook would have them. Tables inside a cell follow the row that they
    stand in. Errors: FileRefused for a page without a table, as a sign-in page is.
    """
    from lxml import etree  # here: a child process that waits for a workbook starts without it

    page = _Page(name)
    parser = etree.HTMLParser(target=page, encoding="utf-8", no_network=True, huge_tree=False, recover=True)
    try:
        etree.fromstring(text.decode(name, data).encode(), parser)
    except etree.LxmlError as error:
        raise FileRefused(f"{name} is a damaged web page; export the rows again as xlsx or csv.") from error
    if not page.has_table:
        raise FileRefused(f"{name} is a web page without a table; export the rows again as xlsx or csv.")
    return [page.drawn.sheet(name)]


@dataclass
class _Table:
    """An open table: where its reading stands."""

    row: int = -1
    column: int = 0
    taken: dict[int, int] = field(default_factory=dict)
    """Column -> the last row to which a cell from above reaches."""
    colour: str = ""
    """What the open row is filled with."""
    cell: tuple[int, int, str] | None = None
    """(row, column, colour) of the open cell."""
    said: list[str] = field(default_factory=list)


class _Page:
    """What lxml tells the page to: tags as they begin and end, and text."""

    def __init__(self, name: str) -> None:
        self.drawn = Drawn(PurePath(name).stem)
        self._name = name
        self.has_table = False
        self._height = 0
        self._open: list[_Table] = []
        self._between: list[str] = []
        self._unseen = 0

    def start(self, tag: str, attributes: Attributes) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._line()
            self.has_table = True
            self._open.append(_Table())
        elif self._open and tag == "tr":
            self._row(self._open[-1], attributes)
        elif self._open and tag in _CELLS:
            self._cell(self._open[-1], attributes)
        elif tag in _BREAKS:
            self._break()

    def end(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen -= 1
        elif tag == "table" and self._open:
            self._shut(self._open.pop())
        elif self._open and (tag in _CELLS or tag == "tr"):
            self._shut(self._open[-1])
        elif tag in _BREAKS:
            self._break()

    def data(self, data: str) -> None:
        if self._unseen:
            return
        if not self._open:
            self._between.append(data)
        elif self._open[-1].cell:
            self._open[-1].said.append(data.replace("\n", " ").replace("\r", " "))

    def comment(self, _: str) -> None:
        """Comments show nothing."""

    def close(self) -> None:
        self._line()

    def _line(self) -> None:
        """What stood between the tables so far becomes a row, if it is anything."""
        if said := _told(self._between):
            self.drawn.put(self._next(), 0, said)
        self._between.clear()

    def _break(self) -> None:
        if not self._open:
            self._line()
        elif self._open[-1].cell:
            self._open[-1].said.append("\n")

    def _next(self) -> int:
        self._height += 1
        return self._height - 1

    def _row(self, table: _Table, attributes: Attributes) -> None:
        self._shut(table)
        table.row, table.column, table.colour = self._next(), 0, _colour(attributes)

    def _cell(self, table: _Table, attributes: Attributes) -> None:
        self._shut(table)
        if table.row < 0:
            table.row = self._next()
        while table.taken.get(table.column, -1) >= table.row:
            table.column += 1
        down, across = _span(attributes, "rowspan"), _span(attributes, "colspan")
        table.cell = (table.row, table.column, _colour(attributes) or table.colour)
        self.drawn.merge(table.row, table.column, down, across)
        if down:
            table.taken |= dict.fromkeys(range(table.column, table.column + across + 1), table.row + down)
        table.column += 1 + across
        limits.check_size(self._name, self.drawn.name, self._height, table.column)

    def _shut(self, table: _Table) -> None:
        """The open cell, if there is one, is whole."""
        if table.cell:
            row, column, colour = table.cell
            self.drawn.put(row, column, _told(table.said), colour)
        table.cell = None
        table.said.clear()


def _told(said: list[str]) -> str:
    return _LINE.sub("\n", _SPACE.sub(" ", "".join(said))).strip()


def _span(attributes: Attributes, what: str) -> int:
    """How many more rows or columns a cell reaches over; as many as browsers allow."""
    told = attributes.get(what, "").strip()
    most = 1_000 if what == "colspan" else 65_534
    return min(max(int(told), 1), most) - 1 if told.isascii() and told.isdigit() else 0


def _colour(attributes: Attributes) -> str:
    styled = _COLOUR.search(attributes.get("style", ""))
    return styled[1] if styled else attributes.get("bgcolor", "").strip()
