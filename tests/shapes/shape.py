"""An invented spreadsheet with the truth that a person reads in it, and the forms in which files are written."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

from tests.data.workbooks import FORMATS, zipped

Row = dict[str, Any]
Cells = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Shape:
    """One file. ``truth``: dataset -> each row that the file settles, only its filled fields.

    Days are ``2025-09-08``, times ``09:30``. ``student`` and ``provider`` are names as ``Last, First``; an id that the
    file doesn't give is left out. ``held``: dataset -> outcome (waiting, rejected) -> the file's rows that must not go
    in. ``asked``: what must be asked about. ``answers``: what a person then says, for a second load.
    """

    name: str
    file: str
    data: bytes
    truth: dict[str, list[Row]] = field(default_factory=dict)
    held: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    refused: str = ""
    """Words of the sentence with which the file, or a sheet of it, must be refused."""


SHAPES: list[Shape] = []


def shape(make: Callable[[], Shape]) -> Callable[[], Shape]:
    """Put a shape on the list."""
    SHAPES.append(make())
    return make


def line(who: str, service: str, minutes: float | None, cycle: str | None, **more: Any) -> Row:
    """A service line; who without digits is a name. Without more: IEP, direct, no extended year."""
    amount = {"amount_minutes": minutes, "cycle": cycle}
    return {**_who(who), "service": service, "plan_type": "IEP", "kind": "direct", "esy": False, **amount, **more}


def times(sessions: float, minutes: float) -> Row:
    """So many sessions of so many minutes a cycle."""
    return {"sessions_per_cycle": sessions, "minutes_per_session": minutes}


def given(who: str, day: str, minutes: float, service: str = "OT", **more: Any) -> Row:
    """A delivered session."""
    told = {"status": "delivered", "session_date": day, "minutes": minutes}
    return {**_who(who), "service": service, **told, **more}


def missed(who: str, day: str, reason: str | None, service: str = "OT", **more: Any) -> Row:
    """A missed session."""
    return {**_who(who), "service": service, "status": "missed", "session_date": day, "reason": reason, **more}


def _who(who: str) -> Row:
    return {"student_id": who} if any(letter.isdigit() for letter in who) else {"student": who}


def text(rows: Cells, delimiter: str = ",", encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    """Rows as delimited text."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue().encode(encoding)


def drawn(picture: str) -> list[list[str]]:
    """Rows drawn with bars between the cells; a blank line is a blank row."""
    lines = [line.strip() for line in picture.strip("\n").split("\n")]
    return [[cell.strip() for cell in line.split("|")] if line else [] for line in lines]


@dataclass(frozen=True)
class Merged:
    """A cell that spans columns to the right, or rows below."""

    value: Any
    columns: int = 1
    rows: int = 1


class Share(float):
    """A number in a cell that shows it in percent."""


def book(sheets: dict[str, Cells], **options: Any) -> bytes:
    """A workbook; empty texts leave cells empty, numbers and dates are written as such."""
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, **options})
    formats = {kind: workbook.add_format({"num_format": shown}) for kind, shown in FORMATS.items()}
    formats[Share] = workbook.add_format({"num_format": "0.0%"})
    for name, rows in sheets.items():
        sheet = workbook.add_worksheet(name)
        for at, cells in enumerate(rows):
            for place, value in enumerate(cells):
                if isinstance(value, Merged):
                    sheet.merge_range(at, place, at + value.rows - 1, place + value.columns - 1, value.value)
                elif value == "#DIV/0!":
                    sheet.write_formula(at, place, "=1/0", None, value)
                elif value not in ("", None):
                    sheet.write(at, place, value, formats.get(type(value)))
    workbook.close()
    return out.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    """A zip of files."""
    return zipped(dict(parts))


def ods(rows: Iterable[Sequence[str]], sheet: str = "Sheet1") -> bytes:
    """An OpenDocument sheet of texts."""
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    body = "".join(f"<table:table-row>{''.join(cell.format(one) for one in row)}</table:table-row>" for row in rows)
    content = (
        f'<office:document-content xmlns:office="{urn}:office:1.0" xmlns:table="{urn}:table:1.0" '
        f'xmlns:text="{urn}:text:1.0"><office:body><office:spreadsheet><table:table table:name="{sheet}">{body}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{urn}:manifest:1.0"></manifest:manifest>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})
