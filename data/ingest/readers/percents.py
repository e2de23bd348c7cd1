"""Which cells of a workbook show percent: 0.4 in a cell that shows 40% is written 40%, as a person reads it."""

import re
import zipfile
from html import unescape

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

_BUILT_IN = frozenset((9, 10))
"""The numbers of Excel's own formats 0% and 0.00%."""
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s[^>]*>")
_CELL_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\s[^>]*>")
_NUMBER, _CODE = re.compile(rb'\bnumFmtId="(\d+)"'), re.compile(rb'\bformatCode="([^"]*)"')
_LITERAL = re.compile(r'"[^"]*"|\\.|_.')
"""What a format writes as it stands: a percent sign in it multiplies nothing."""
_NUMBERED = re.compile(
    rb'<(?:\w+:)?c\s+r="([A-Z]{1,3})(\d{1,7})"\s+s="(\d+)"(?:\s+t="n")?\s*>'
    rb"\s*(?:<(?:\w+:)?f[^>]*>[^<]*</(?:\w+:)?f>)?<(?:\w+:)?v>([^<]+)</"
)
_LARGEST = 1e9


def styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """The numbers of the cell styles whose format shows percent."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    xml = archive.read("xl/styles.xml")
    own = {_of(_NUMBER, tag): _of(_CODE, tag) for tag in _FORMAT.findall(xml)}
    shown = {str(number) for number in _BUILT_IN - {int(number) for number in own if number}}
    shown |= {number for number, code in own.items() if shows(unescape(code))}
    listed = _CELL_STYLES.search(xml)
    found = _STYLE.findall(listed[0]) if listed else []
    return frozenset(place for place, tag in enumerate(found) if _of(_NUMBER, tag) in shown)


def shows(form: str) -> bool:
    """Whether a number's format shows percent."""
    return "%" in _LITERAL.sub("", form)


def _of(pattern: re.Pattern[bytes], tag: bytes) -> str:
    match = pattern.search(tag)
    return match[1].decode("utf-8", "replace") if match else ""


def text(value: float) -> str:
    """A share as its cell shows it, with all its digits: 0.125 is 12.5%."""
    return f"{value * 100:.12g}%" if abs(value) < _LARGEST else f"{value:.15g}"


def of_bodies(bodies: pa.Array, styled: frozenset[int]) -> list[int]:
    """The places of the cells as written, without their own places, that have one of these styles."""
    if not styled:
        return []
    pattern = rf'^[^>]*\ss="(?:{"|".join(map(str, sorted(styled)))})"'
    return np.flatnonzero(pc.match_substring_regex(bodies, pattern).to_numpy(zero_copy_only=False)).tolist()


def on_page(page: bytes, styled: frozenset[int]) -> dict[tuple[int, int], str]:
    """(row, column), both from 0 -> the text of each number on a sheet that is shown in percent."""
    found = {}
    for match in _NUMBERED.finditer(page) if styled else ():
        if int(match[3]) in styled:
            found[int(match[2]) - 1, column(match[1])] = text(float(match[4]))
    return found


def column(letters: bytes) -> int:
    """The place, from 0, of a column's letters."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
