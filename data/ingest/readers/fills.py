"""Which cells of a small sheet are filled with which colour: a drawn calendar may say by nothing else which days are closed."""

import re
import zipfile

import numpy as np
import pyarrow as pa

MOST_CELLS = 4000
_FILLS = re.compile(rb"<(?:\w+:)?fills\b.*?</(?:\w+:)?fills>", re.DOTALL)
_FILL = re.compile(rb"<(?:\w+:)?fill\b[^/>]*>.*?</(?:\w+:)?fill>|<(?:\w+:)?fill\s*/>", re.DOTALL)
_SOLID = re.compile(rb'patternType="solid"')
_COLOUR = re.compile(rb"<(?:\w+:)?fgColor\b([^>]*)/?>")
_RGB, _THEME, _INDEXED = (re.compile(rb"\b%s=\"([^\"]*)\"" % name) for name in (b"rgb", b"theme", b"indexed"))
_TINT = re.compile(rb'\btint="([^"]*)"')
_CELL_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\s[^>]*>")
_FILL_ID, _OF_CELL = re.compile(rb'\bfillId="(\d+)"'), re.compile(rb'^[^>]*\ss="(\d+)"')
_WHITE = "FFFFFFFF"
Fills = dict[tuple[int, int], str]


def styles(archive: zipfile.ZipFile) -> dict[int, str]:
    """Cell style -> the name of its fill's colour, of styles with a plain fill that isn't white."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    xml = archive.read("xl/styles.xml")
    fills, listed = _FILLS.search(xml), _CELL_STYLES.search(xml)
    colours = [_colour(one) for one in _FILL.findall(fills[0])] if fills else []
    found: dict[int, str] = {}
    for number, tag in enumerate(_STYLE.findall(listed[0]) if listed else ()):
        place = _FILL_ID.search(tag)
        colour = colours[int(place[1])] if place and int(place[1]) < len(colours) else None
        if colour:
            found[number] = colour
    return found


def _colour(fill: bytes) -> str | None:
    match = _COLOUR.search(fill) if _SOLID.search(fill) else None
    if match is None:
        return None
    parts = [
        one[1].decode("ascii", "replace")
        for pattern in (_RGB, _THEME, _INDEXED, _TINT)
        if (one := pattern.search(match[1]))
    ]
    name = "/".join(parts)
    return None if not parts or name.upper() in (_WHITE, "FFFFFF") else name


def of_cells(
    rows: np.ndarray, columns: np.ndarray, codes: np.ndarray, bodies: pa.Array, styled: dict[int, str]
) -> Fills:
    """(row, column), both from 0 -> colour, of the cells of a sheet as written; empty for a large sheet."""
    if not styled or len(rows) > MOST_CELLS:
        return {}
    told = [_OF_CELL.match(bytes(body)) for body in bodies.to_pylist()]
    colours = [styled.get(int(one[1])) if one else None for one in told]
    return {
        (int(row), int(column)): colour
        for row, column, code in zip(rows, columns, codes, strict=True)
        if (colour := colours[code])
    }
