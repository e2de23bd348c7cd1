"""What the colours of cells say of sessions, by the sheet's own key: green = seen, red = absent."""

import re
from collections import Counter
from collections.abc import Callable
from colorsys import rgb_to_hls
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from data.contracts import synonyms
from data.contracts.words import phrases
from data.ingest.tables import legend, looks, week_names
from data.ingest.tables.grid import Grid
from data.ingest.tables.layouts import melting, periods
from data.ingest.values import numbers, statuses, words

Key = dict[str, str]
"""Colour, or its name -> meaning."""
HEADING = "Session Status"
_FEWEST, _LONGEST = 3, 80
_NAMED = re.compile(
    r"^(?:(?:light|dark|bright|shaded|highlighted|in|cells?|are|is|if) )*(?P<name>[a-z]+)"
    r"(?: (?:cells?|shading|fill|highlight(?:ed)?|colou?r|days?|box(?:es)?))*\s*(?:=|:|-|–|—|means|is)\s*"
    r"(?P<meaning>\S.*)$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s{3,}|[;,|\n]\s*(?![^()]*\))")
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True)
class _Shades:
    """The colours of a table's records: for each record those of its columns, None where a cell has none."""

    cells: list[list[str | None]]
    filled: list[list[bool]]

    def is_ground(self, place: int) -> bool:
        """Whether a column has one colour in all records: it says nothing of any of them."""
        told = {row[place] for row in self.cells}
        return len(self.cells) >= _FEWEST and len(told) == 1

    def of_row(self, at: int) -> str | None:
        """The one colour of all filled cells of a record."""
        told = {one for one, is_filled in zip(self.cells[at], self.filled[at], strict=True) if is_filled}
        return told.pop() if len(told) == 1 else None


def texts(grid: Grid, passes: Callable[[int, str], bool]) -> dict[str, set[str]]:
    """Colour -> the words in cells filled with it, or right of ones that are filled and blank, that pass with their row."""
    found: dict[str, set[str]] = {}
    for (row, column), colour in grid.fills.items():
        if row < grid.height:
            cells = grid.row(row)
            own, beside = (cells[at] if at < len(cells) else None for at in (column, column + 1))
            if (text := own or beside) and any(letter.isalpha() for letter in text) and passes(row, text):
                found.setdefault(colour, set()).add(text)
    return found


def told(
    grid: Grid, headings: tuple[str, ...], columns: list[pa.Array], places: list[int], records: np.ndarray
) -> tuple[tuple[str, ...], list[pa.Array]]:
    """The table with what colours mean in the cells of a grid of days, else of rows of one colour in a column of its own.

    A colour that a key of outcomes leaves out, and one of a grid's numbers that no key explains, is asked about.
    """
    used = {at for at, _ in grid.fills}.intersection(records.tolist() if grid.fills else ())
    if not used or any(map(periods.names_goal, headings)):
        return headings, columns
    meant = _outcomes(grid, set(records.tolist()))
    shades = _Shades(
        [[grid.fills.get((at, place)) for place in places] for at in records.tolist()],
        [[bool(grid.filled[at, place]) for place in places] for at in records.tolist()],
    )
    days = [
        at for at in (melting.day_columns(headings) or week_names.day_columns(headings)) if not shades.is_ground(at)
    ]
    if days and (meant or _are_minutes(headings, [columns[at] for at in days])):
        return headings, [_by_cell(one, at, shades, meant) if at in days else one for at, one in enumerate(columns)]
    return _by_row(headings, columns, shades, meant) if meant and not days else (headings, columns)


def _are_minutes(headings: tuple[str, ...], columns: list[pa.Array]) -> bool:
    """Whether the numbers of students' days are such as minutes of sessions are: 20, 30, 45, and no scores."""
    found = [
        number
        for column in columns
        for text in column.to_pylist()
        if (number := numbers.to_float(text or "")) is not None
    ]
    likely = sum(_SHORTEST <= number <= _LONGEST_SESSION and number % _SHORTEST == 0 for number in found)
    return any(words.heading(one) in looks.of_students() for one in headings) and likely >= _MOST * len(found)


_SHORTEST, _LONGEST_SESSION, _MOST = 5, 120, 0.8


def _outcomes(grid: Grid, records: set[int]) -> Key:
    """What the key around the records says of colours; empty where none of it is what became of a session."""
    found = texts(grid, lambda row, text: row not in records and len(text) <= _LONGEST)
    found = {colour: set(map(_meaning, told)) for colour, told in found.items()}
    for at in (at for at in range(grid.height) if at not in records and 0 < grid.counts[at] <= legend.MOST_COLUMNS):
        for part in (part for cell in grid.row(at) if cell for part in _PARTS.split(cell)):
            if (match := _NAMED.match(part.strip())) and match["name"].lower() in phrases("hue"):
                found.setdefault(phrases("hue")[match["name"].lower()], set()).add(_meaning(part))
    meant = {colour: told.pop() for colour, told in found.items() if len(told) == 1}
    return meant if any(statuses.read(one).status for one in meant.values()) else {}


def _meaning(text: str) -> str:
    """What a line of a key says behind the colour's name, without an aside that nobody would know."""
    match = _NAMED.match(text.strip())
    said = match["meaning"] if match and match["name"].lower() in phrases("hue") else text.strip()
    bare = _ASIDE.sub("", said)
    return said if statuses.read(said).known or not statuses.read(bare).known else bare


def _by_cell(column: pa.Array, at: int, shades: _Shades, meant: Key) -> pa.Array:
    """A grid's column with what its colours mean: a number under one of sessions that weren't given isn't minutes,
    under one of make-ups it is theirs."""
    common = Counter(one for row in shades.cells for one in row[1:] if one)
    total = sum(sum(row[1:]) for row in shades.filled)
    texts = []
    for text, row in zip(column.to_pylist(), shades.cells, strict=True):
        colour = row[at]
        if colour is None or len(set(row)) == 1:
            texts.append(text)
        elif meant:
            texts.append(_with(text, colour, meant))
        else:
            texts.append(_asked(text, colour) if common[colour] * 2 < total and numbers.is_number(text or "") else text)
    return pa.array(texts, pa.string())


def _with(text: str | None, colour: str, meant: Key) -> str | None:
    named = {meant[one] for one in names_of(colour) if one in meant}
    meaning = meant.get(colour) or (named.pop() if len(named) == 1 else None)
    if meaning is None:
        return _asked(text, colour) if text and text.strip() else text
    said = statuses.read(meaning)
    if text and text.strip() and (said.status == "delivered" or not _is_mark(text)):
        return text
    is_given = said.status in statuses.GIVEN and said.minutes is None and numbers.is_number(text or "")
    return f"{meaning}, {text} min" if is_given else meaning


def _is_mark(text: str) -> bool:
    """Whether a cell says no more than that a session was to be, or was: a number, a tick, a letter."""
    return numbers.is_number(text or "") or len(text.strip()) <= 1


def _asked(text: str | None, colour: str) -> str:
    return f"{(text or '').strip()} (coloured {next(iter(names_of(colour)), colour)})"


def _by_row(
    headings: tuple[str, ...], columns: list[pa.Array], shades: _Shades, meant: Key
) -> tuple[tuple[str, ...], list[pa.Array]]:
    """A column of what the colours of whole rows mean, where no column tells outcomes and some row has one of the key."""
    listed = synonyms.headings("sessions")
    if any(words.heading(one) in (*listed["status"], *listed["reason"]) for one in headings):
        return headings, columns
    colours = [shades.of_row(at) for at in range(len(shades.cells))]
    if not any(_with(None, one, meant) for one in colours if one):
        return headings, columns
    plain = None if any(statuses.read(one).status == "delivered" for one in meant.values()) else "delivered"
    said = [(_with(None, one, meant) or _asked("", one).strip()) if one else plain for one in colours]
    return (*headings, HEADING), [*columns, pa.array(said, pa.string())]


def names_of(colour: str) -> tuple[str, ...]:
    """What people may call a colour told as red, green and blue, or by its name; nothing for one of a theme or a list."""
    match = re.fullmatch(r"#?(?:[0-9A-F]{2})?([0-9A-F]{6})", colour, re.IGNORECASE)
    if match is None:
        return tuple(phrases("hue")[one] for one in (colour.lower(),) if one in phrases("hue"))
    red, green, blue = (int(match[1][at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, strong = rgb_to_hls(red, green, blue)
    if light < _BLACK or strong < _GREY:
        return ("black",) if light < _BLACK else ("grey",)
    angle = hue * 360
    found = tuple(name for name, first, last in _WHEEL if first <= angle <= last)
    return (*found, "pink") if light > _PALE and "red" in found else found


_GREY, _BLACK, _PALE = 0.12, 0.1, 0.75
_WHEEL = (
    ("red", 0, 18), ("red", 330, 360), ("orange", 14, 48), ("yellow", 42, 72), ("green", 68, 170), ("blue", 165, 265),
    ("purple", 255, 315), ("pink", 295, 345),
)  # fmt: skip
"""From which to which angle of the wheel a colour may be called so."""
