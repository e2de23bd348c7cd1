"""Text files: their encoding, their delimiter, their rows."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice, zip_longest
from pathlib import PurePath

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.model import FileRefused, Sheet
from data.ingest.readers import limits, plain
from data.ingest.texts import holds

DELIMITERS = ",;\t|^~"
_SAMPLE = 200_000
"""Characters from which the delimiter is told."""
_SAMPLE_ROWS = 200
_SEP = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
_MADE_HARMLESS = r"^'( *[=+\-@\t\r\n])"
"""The apostrophe that exports put before what a spreadsheet would take for a formula; it is no part of the text."""
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")


def sheets(name: str, data: bytes) -> list[Sheet]:
    """A csv file's one sheet, named as the file is, every cell as written; an empty cell is null.

    Row numbers count the file's rows from 1 as a spreadsheet shows them: a blank line is a row, a line break inside
    quotes doesn't begin one, and a first line ``sep=;`` is row 1. Errors: FileRefused.
    """
    body, separator, first = _body(name, data)
    cells = plain.table(body, separator, _as_given(body, data))
    return [_sheet(name, _table(_rows(name, body, separator, first)) if cells is None else cells, first)]


def plain_sheets(name: str, data: bytes) -> list[Sheet] | None:
    """The same where the text is plain, which takes little time and room; else None."""
    body, separator, first = _body(name, data)
    cells = plain.table(body, separator, _as_given(body, data))
    return None if cells is None else [_sheet(name, cells, first)]


def _as_given(body: str, data: bytes) -> bytes | None:
    """The file's bytes where they are those of the rows: nothing stands around these, and each letter is one byte."""
    return data if len(body) == len(data) and data.isascii() else None


def _body(name: str, data: bytes) -> tuple[str, str, int]:
    """(the rows as text, what parts their cells, the number of the first row)."""
    if len(data) > limits.TEXT_BYTES:
        raise FileRefused(f"{name} has {len(data) / 1e6:,.0f} MB of text, more than is read; split it by month.")
    text = decode(name, data)
    told = _SEP.match(text)
    body = text[told.end() :] if told else text
    return body, told[1] if told else delimiter(body), 2 if told else 1


def decode(name: str, data: bytes) -> str:
    """The text: UTF-8, UTF-16 with or without its mark, or Windows-1252. Errors: FileRefused where it's none."""
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding).removeprefix("\ufeff").rstrip("\x1a\x00")
        except UnicodeDecodeError:
            continue
        if len(_CONTROLS.findall(text, 0, _SAMPLE)) <= len(text[:_SAMPLE]) / 200 and "\x00" not in text:
            return text
    raise FileRefused(
        f"{name} is neither a workbook nor text in a known encoding; save it as xlsx and choose it again."
    )


def _encodings(data: bytes) -> tuple[str, ...]:
    if data[:2] == b"\xff\xfe":
        return ("utf-16-le",)
    if data[:2] == b"\xfe\xff":
        return ("utf-16-be",)
    head = data[:2000]
    if head[1::2].count(0) > len(head) * 0.3:
        return ("utf-16-le",)
    if head[0::2].count(0) > len(head) * 0.3:
        return ("utf-16-be",)
    return ("utf-8", "cp1252")


def delimiter(text: str) -> str:
    """Which of comma, semicolon, tab, pipe, caret and tilde splits rows into most cells, equally many in most of them; a
    comma where none does. A comma in each name (Oduya, Kit) splits as many rows, but each in two."""
    sample = text[:_SAMPLE]
    scores = {one: _agreement(sample, one) for one in DELIMITERS}
    best = max(scores, key=lambda one: scores[one])
    return best if scores[best] > (0, 0) else ","


def _agreement(sample: str, one: str) -> tuple[float, int]:
    """(what is split off in the rows that have the commonest number of cells above one, in tenths of all; that number)."""
    try:
        rows = [
            len(row) for row in islice(csv.reader(io.StringIO(sample, newline=""), delimiter=one), _SAMPLE_ROWS) if row
        ]
    except csv.Error:
        return (0, 0)
    widths = Counter(width for width in rows if width > 1)
    if not widths:
        return (0, 0)
    width, times = max(widths.items(), key=lambda pair: (pair[1], pair[0]))
    return (round(10 * times / len(rows)) * (width - 1), width)


def _rows(name: str, text: str, separator: str, first: int) -> list[list[str]]:
    def lines() -> Iterator[list[str]]:
        return islice(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True), limits.ROWS + 1)

    try:
        return list(lines())
    except csv.Error as error:
        at = first + _readable(lines())
        said = f"{name}: the quotes of row {at} don't close or a cell is too long; mend that row."
        raise FileRefused(said) from error


def _readable(rows: Iterator[list[str]]) -> int:
    """How many rows come before the one that can't be read."""
    count = 0
    with suppress(csv.Error):
        for _ in rows:
            count += 1
    return count


def _table(rows: list[list[str]]) -> pa.Table:
    columns = [pa.array(column, pa.string()) for column in zip_longest(*rows)]
    nothing = pa.scalar(None, pa.string())
    return pa.table({f"c{i}": pc.if_else(pc.equal(column, ""), nothing, column) for i, column in enumerate(columns)})


def _sheet(name: str, cells: pa.Table, first: int) -> Sheet:
    title = PurePath(name).stem
    cells = plain.without_blank_tail(cells)
    limits.check_size(name, title, cells.num_rows, cells.num_columns)
    for place, column in enumerate(cells.columns):
        if holds(column, "'"):
            bare = pc.replace_substring_regex(column, _MADE_HARMLESS, "\\1")
            cells = cells.set_column(place, f"c{place}", bare)
    limits.check_text(name, title, cells)
    return Sheet(title, cells, pa.array(np.arange(first, first + cells.num_rows, dtype=np.int32)))
