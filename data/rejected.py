"""The rows that did not go in, as a workbook to mend and to upload again."""

import io
import json
from dataclasses import dataclass
from typing import Any

import duckdb
import xlsxwriter

from data.errors import UserError
from data.workbooks import TEXTS_STAY_TEXTS

MARK = "Minute Ledger: "
"""Headings of the columns that the workbook adds; an upload leaves them out."""
ADDED = (f"{MARK}sheet", f"{MARK}row", f"{MARK}upload", f"{MARK}outcome", f"{MARK}reason")
OUTCOMES = {"rejected": "rejected", "waiting": "needs your answer"}
"""What became of a row that did not go in, as screen and workbook say it."""
NOTE = (
    "Mend the coloured cells and upload this workbook. Social security numbers, Medicaid ids, diagnoses and notes are "
    "not kept by the ledger, so their columns are blank here, but for words of notes that say what became of a session."
)
SHEET_NAME_LENGTH = 31
FORBIDDEN_IN_SHEET_NAMES = "[]:*?/\\'"


class NothingHeldError(UserError):
    """There is no row to download."""


@dataclass(frozen=True)
class Held:
    """One record that did not go in."""

    batch_id: str
    dataset: str
    shape: str
    source_sheet: str
    source_row: int
    outcome: str
    cells: dict[str, Any]
    problems: list[dict[str, Any]]

    @property
    def table(self) -> tuple[str, str, str, frozenset[str]]:
        """Sheet, dataset, shape and headings: what it shares with the rows beside which it can be read again."""
        return self.source_sheet, self.dataset, self.shape, frozenset(self.cells)

    @property
    def reason(self) -> str:
        """What is wrong, in words."""
        told = (f"{one['column']}: {one['message']}" if one.get("column") else one["message"] for one in self.problems)
        return "; ".join(dict.fromkeys(told))


_COMPLETED = (
    "exists (select 1 from batch_mends as m join batches as n on n.district = m.district and n.batch_id = m.batch_id "
    "where m.district = h.district and m.mended_batch_id = h.batch_id and m.dataset = h.dataset "
    "and m.source_sheet = h.source_sheet and m.source_row = h.source_row and n.state = 'in_force')"
)
"""Whether a later upload in force brought the record again."""


def held(
    cur: duckdb.DuckDBPyConnection, district: str, batch_id: str | None = None, outcome: str | None = None
) -> list[Held]:
    """Rejected and waiting records of a batch, or (None) of all in force, that no later upload completed.

    Of a file that was read twice only the last reading counts. ``outcome``: only the rejected, or the waiting ones.
    """
    found = cur.execute(
        "select h.batch_id, h.dataset, h.shape, h.source_sheet, h.source_row, h.outcome, h.cells_json, h.problems_json "
        "from held_rows as h join batches as b on b.district = h.district and b.batch_id = h.batch_id "
        f"where h.district = $d and not {_COMPLETED} and ($o is null or h.outcome = $o) "
        "and (b.batch_id = $b or $b is null and b.state = 'in_force' and not exists ("
        "select 1 from batches as later where later.district = b.district and later.sha256 = b.sha256 "
        "and later.state = 'in_force' and later.batch_seq > b.batch_seq)) "
        "order by b.batch_seq, h.source_sheet, h.dataset, h.source_row, h.record_no",
        {"d": district, "b": batch_id, "o": outcome},
    ).fetchall()
    return [
        Held(batch, dataset, shape, sheet, row, became, json.loads(cells), json.loads(problems))
        for batch, dataset, shape, sheet, row, became, cells, problems in found
    ]


def counts(cur: duckdb.DuckDBPyConnection, district: str) -> dict[str, dict[str, int]]:
    """Batch -> outcome (rejected, waiting) -> records of it that did not go in and that no later upload completed."""
    found = cur.execute(
        f"select h.batch_id, h.outcome, count(*) from held_rows as h where h.district = ? and not {_COMPLETED} "
        "group by h.batch_id, h.outcome",
        [district],
    ).fetchall()
    told: dict[str, dict[str, int]] = {}
    for batch, outcome, number in found:
        told.setdefault(str(batch), {})[str(outcome)] = int(number)
    return told


def workbook(
    cur: duckdb.DuckDBPyConnection, district: str, batch_id: str | None = None, outcome: str | None = None
) -> bytes:
    """The held records as .xlsx: original cells, then where they came from and why; the offending cells are coloured.

    One sheet a table, so that it can be uploaded again as it is.
    NothingHeldError where everything went in.
    """
    records = held(cur, district, batch_id, outcome)
    if not records:
        raise NothingHeldError("No row was rejected and none waits; there is nothing to download.")
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, TEXTS_STAY_TEXTS)
    names: set[str] = set()
    add_sheets(book, records, names)
    about = book.add_worksheet(_name("About", names))
    about.set_column(0, 0, 90)
    about.write_string(0, 0, NOTE, book.add_format({"italic": True, "text_wrap": True}))
    book.close()
    return out.getvalue()


def add_sheets(book: xlsxwriter.Workbook, records: list[Held], names: set[str]) -> None:
    """Write the records into a workbook that is being made, a sheet for each table that they are of.

    ``names`` are the sheet names taken so far, in small letters; those used are added.
    """
    formats = {"heading": book.add_format({"bold": True}), "wrong": book.add_format({"bg_color": "#FFD9B3"})}
    for key in dict.fromkeys(one.table for one in records):
        mine = [one for one in records if one.table == key]
        _sheet(book.add_worksheet(_name(f"{key[0]} {key[1]}", names)), mine, formats)


def naming(records: list[Held], person_id: str, name: str) -> list[Held]:
    """Those records of which a cell holds that id, or that name in either order ("Last, First" or "First Last")."""
    wanted = _words(name)
    return [
        one for one in records
        if any(str(cell).strip() == person_id or (wanted and _words(str(cell)) == wanted) for cell in one.cells.values())
    ]  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().replace(",", " ").split())


def _name(wanted: str, taken: set[str]) -> str:
    plain = (
        "".join(" " if c in FORBIDDEN_IN_SHEET_NAMES else c for c in wanted).strip()[: SHEET_NAME_LENGTH - 3] or "Rows"
    )
    name = next(n for n in (plain, *(f"{plain} {i}" for i in range(2, 100))) if n.lower() not in taken)
    taken.add(name.lower())
    return name


def _sheet(sheet: Any, records: list[Held], formats: dict[str, Any]) -> None:
    headings = list(dict.fromkeys(heading for one in records for heading in one.cells))
    for place, heading in enumerate((*headings, *ADDED)):
        sheet.write_string(0, place, heading, formats["heading"])
    for number, one in enumerate(records, start=1):
        wrong = {problem.get("column") for problem in one.problems}
        for place, heading in enumerate(headings):
            cell = one.cells.get(heading)
            style = formats["wrong"] if heading in wrong else None
            if cell is None:
                sheet.write_blank(number, place, None, style)
            else:
                sheet.write_string(number, place, str(cell), style)
        told = (one.source_sheet, str(one.source_row), one.batch_id, OUTCOMES[one.outcome], one.reason)
        for place, text in enumerate(told, start=len(headings)):
            sheet.write_string(number, place, text)
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(headings), 16)
    sheet.set_column(len(headings) + len(ADDED) - 1, len(headings) + len(ADDED) - 1, 80)
