"""What a table shows in a narrow window: the columns that stand whole beside one another, the others under its eye."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from ui.parts import words
from ui.server import landing

if TYPE_CHECKING:
    from ui.parts.tables import Columns

BELOW = 768
"""Pixels under which the menu lies over the page, so that a table has the window's width but for the margins."""
PHONE = 390
TWO_LINES = 66
MARGINS, IN_DRAWER, SELECTION, FRAME = 32, 36, 34, 34
"""Pixels beside a table, those more that a drawer leaves free, of the column with the boxes of rows that can be chosen, and of
a border with its padding."""
LETTER, AROUND, BAR = 6, 18, 116
"""Pixels of a letter, of the space at both sides of a text, and of a bar with its figure: beside a school's name it is whole on
a phone."""
MEASURED = 50
"""Rows whose texts tell how wide a column is."""
_LETTERS = {"date": 12, "month": 8}
_UNITS = {"hours": (1, 2), "number": (1, 0), "rate": (1, 1), "way": (1, 1), "minutes": (0, 4)}
"""Decimals of a kind of number, and letters of its unit."""


def window() -> int | None:
    """The width of the window in pixels where it is narrow; None where it is wide, or nothing tells. A phone whose browser
    keeps no cookies says by its name that it is one."""
    told = st.context.cookies.get(landing.COOKIE, "")
    if told.isdigit():
        return int(told) if int(told) < BELOW else None
    return PHONE if "Mobi" in st.context.headers.get("User-Agent", "") else None


DRAWER: ContextVar[bool] = ContextVar("DRAWER", default=False)
"""Whether what is drawn now is in a drawer (``page.drawer``)."""


_INSET: ContextVar[int] = ContextVar("_INSET", default=0)


@contextmanager
def inset(frames: int) -> Iterator[None]:
    """What is drawn inside stands in so many frames, each of which takes room."""
    mark = _INSET.set(FRAME * frames)
    try:
        yield
    finally:
        _INSET.reset(mark)


def margins() -> int:
    """Pixels beside a table, where it is drawn now."""
    return MARGINS + (IN_DRAWER if DRAWER.get() else 0) + _INSET.get()


def fitting(table: pd.DataFrame, columns: "Columns", widths: Mapping[str, int], room: int) -> "Columns":
    """The columns with those set aside for which ``room`` pixels have no place, by the first rows of their ``table``; the first
    always stays, as wide as it can."""
    made, left = dict(columns), room
    for place, name in enumerate(one for one in table.columns if not columns[one].aside):
        column = columns[str(name)]
        wide = column.width if isinstance(column.width, int) else widths.get(str(name))
        left -= wide or width(table[name], column.heading, column.kind)
        if left < 0:
            made[str(name)] = replace(column, aside=True) if place else replace(column, width=room)
            left = -1
    return made


def row_height(columns: "Columns", room: int) -> int | None:
    """Pixels of a row where the first column takes all the ``room`` and its texts two lines; None where one is enough."""
    return TWO_LINES if any(not one.aside and one.width == room for one in columns.values()) else None


def width(values: pd.Series, heading: str, kind: str) -> int:
    """Pixels that a column takes."""
    if kind == "bar":
        return max(BAR, LETTER * len(heading) + AROUND)
    longest = max((_letters(one, kind) for one in values if not words.is_missing(one)), default=1)
    return LETTER * max(len(heading), longest) + AROUND


def _letters(value: object, kind: str) -> int:
    if kind in _LETTERS:
        return _LETTERS[kind]
    if isinstance(value, str):
        return len(value)
    decimals, unit = _UNITS.get(kind, (0, 0))
    return len(f"{float(str(value)):,.{decimals}f}") + unit
