"""Interim reader: csv and workbooks, without the guard."""

import csv
import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

import pyarrow as pa
from python_calamine import CalamineWorkbook

from data.ingest.model import FileRefused, Sheet


def unpack(name: str, data: bytes) -> list[tuple[str, bytes]]:
    """A zip's files, anything else itself."""
    if data[:2] != b"PK":
        return [(name, data)]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if "[Content_Types].xml" in names or "mimetype" in names:
            return [(name, data)]
        return [(member, archive.read(member)) for member in names if not member.endswith("/")]


def read(name: str, data: bytes) -> list[Sheet]:
    """The sheets of a file."""
    if not data:
        raise FileRefused(f"{name} is empty.")
    if data[:2] == b"PK" or data[:4] == b"\xd0\xcf\x11\xe0":
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [_sheet(sheet, book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)) for sheet in book.sheet_names]
    text = _decode(data)
    delimiter = max(",;\t|", key=lambda one: text[:5000].count(one))
    return [_sheet(name.rsplit(".", 1)[0], list(csv.reader(io.StringIO(text), delimiter=delimiter)))]


def _decode(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _sheet(name: str, rows: list[list[Any]]) -> Sheet:
    width = max((len(row) for row in rows), default=0)
    texts = [[_text(row[i]) if i < len(row) else None for row in rows] for i in range(width)]
    cells = pa.table({f"c{i}": pa.array(column, pa.string()) for i, column in enumerate(texts)})
    return Sheet(name, cells, pa.array(range(1, len(rows) + 1), pa.int32()))


def _text(value: Any) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        seconds = int(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return str(value)
