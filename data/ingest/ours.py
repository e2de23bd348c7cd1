"""Files that the product itself wrote: its exports and lists, the help sheet of its templates, worklists filled in."""

import re
from collections.abc import Iterable

import duckdb
import pyarrow as pa

from data.contracts import worklist
from data.contracts.templates import HELP_HEADINGS, HELP_SHEET
from data.ingest.folding import rows
from data.ingest.model import Sheet, Staged, Table
from data.ingest.values.words import heading as words_of
from data.rejected import MARK, NOTE
from data.workbooks import ABOUT_HEADINGS, LIST_MARK, WHAT_THIS_IS

PROVENANCE = frozenset({"batch id", "source file", "source sheet", "source row"})
"""The columns of an export that are no fields, in plain form."""
AMOUNT = ("minutes_per_session", "sessions_per_cycle", "amount_minutes", "cycle")
UNSEEN = ("amount_text", "is_usable", "assumed")


def is_export(headings: Iterable[str]) -> bool:
    """Whether the headings are those of an export: it says where each of its rows came from."""
    return {words_of(heading) for heading in headings} >= PROVENANCE


def is_help(sheet: Sheet) -> bool:
    """Whether a sheet is the list of allowed values of a template."""
    first = tuple(column[0].as_py() for column in sheet.cells.columns) if len(sheet.cells) else ()
    return sheet.name == HELP_SHEET and first == HELP_HEADINGS


def is_note(sheet: Sheet) -> bool:
    """Whether a sheet is the note of a workbook of rows to mend, or of a make-up worklist: it tells its reader what to do,
    and nothing else."""
    if sheet.cells.num_columns != 1 or len(sheet.cells) > len(worklist.ABOUT) + 1:
        return False
    told = sheet.cells.column(0).to_pylist()
    return told == [NOTE] or tuple(told[1:]) == worklist.ABOUT


LISTED = (f"{MARK}list",)
"""The heading that stands for those of a list made of the ledger."""
KEYS = (f"{MARK}key",)
"""The heading that stands for those of a key to the codes of several columns."""
REASONS = {
    KEYS: "it is a key to codes, by which the other tables are read.",
    HELP_HEADINGS: "the list of allowed values that belongs to a template; nothing in it is loaded.",
    LISTED: "a list that Minute Ledger made of what is loaded; nothing in it is new, so nothing of it is read.",
}
"""The headings of sheets that nothing is read of, with the reason."""


_DOWNLOAD = re.compile(r"(?:^|[/\\])minute-ledger-[^/\\]+-[0-9a-f]{10}\b[^/\\]*$")
"""What a table's download is called (``ui.parts.tables.file_name``), whatever became of its columns."""
NOTHING_NEW = (
    "{name} is a table that was downloaded from Minute Ledger: nothing in it is new, so nothing of it is read."
)


def lists(name: str, sheets: Iterable[Sheet]) -> frozenset[str]:
    """The names of the sheets of a file that are lists made of what is loaded: those of a table's download or of a
    therapist's packet, but for what is filled in (the worklist) or mended (rows that did not go in)."""
    told = list(sheets)
    if not _DOWNLOAD.search(name) and not any(_is_about(sheet) or _is_marked(sheet) for sheet in told):
        return frozenset()
    return frozenset(sheet.name for sheet in told if not _comes_back(_row(sheet, 0)))


def _is_about(sheet: Sheet) -> bool:
    return _row(sheet, 0)[:2] == ABOUT_HEADINGS and _row(sheet, 1)[:1] == (WHAT_THIS_IS,)


_MOST_ABOVE = 10
"""Rows in which the headings of a download stand, should somebody have typed titles above them."""


def _is_marked(sheet: Sheet) -> bool:
    return any(_is_mark(one) for number in range(_MOST_ABOVE) for one in _row(sheet, number))


def _is_mark(heading: str) -> bool:
    return words_of(heading) == words_of(LIST_MARK)


def _comes_back(headings: tuple[str, ...]) -> bool:
    return bool(worklist_columns(headings)) or any(one.startswith(MARK) and not _is_mark(one) for one in headings)


def _row(sheet: Sheet, number: int) -> tuple[str, ...]:
    return tuple(column[number].as_py() or "" for column in sheet.cells.columns) if len(sheet.cells) > number else ()


def empty(sheet: Sheet, headings: tuple[str, ...]) -> Table:
    """A sheet as a table of those headings without a row."""
    return Table(sheet.name, headings, pa.table({"c0": pa.array([], pa.string())}), pa.array([], pa.int32()), 1)


def worklist_columns(headings: Iterable[str]) -> dict[int, str | None]:
    """The fields of a make-up worklist's columns, by their number (None: only for a reader); empty for other tables.

    It is known by its headings, since its columns of decisions may be blank but for a few cells.
    """
    fields = {words_of(name): worklist.FIELDS.get(column) for column, name in worklist.HEADINGS.items()}
    told = [words_of(heading) for heading in headings]
    return (
        {number: fields[one] for number, one in enumerate(told) if one in fields} if fields.keys() <= set(told) else {}
    )


def known_rows(cur: duckdb.DuckDBPyConnection, dataset: str, staged: Staged, name: str) -> bool:
    """Make the table ``name``: for each staged row of an export the stored row that it shows, where there is one.

    Columns: n (the record's number), stored_shape, own_id (null where it was derived), and of lines stored_amount_text,
    stored_is_usable and stored_assumed, which no export shows, where the amount is still the stored one. Whether there
    is any row.
    """
    own = rows.OWN_ID[dataset]
    unseen = UNSEEN if dataset == "service_lines" else ()
    same = " and ".join(f"t.{column} is not distinct from r.{column}" for column in AMOUNT)
    extra = "".join(f", case when {same} then t.{column} end as stored_{column}" for column in unseen)
    tables = [dataset] + (["sessions_aside"] if dataset == "sessions" else [])
    columns = ", ".join(("row_key", own, "student_id", "shape", "batch_id", "known_from", *unseen))
    columns += "".join(f", {column}" for column in AMOUNT if unseen)
    versions = " union all ".join(f"select {columns} from {table} where row_key not like 'h:%'" for table in tables)
    cur.execute(
        f"create or replace temp table {name} as select r.record_no as n, t.shape as stored_shape, "
        f"nullif(t.{own}, {rows.derived_from_key(dataset, 't.row_key')}) as own_id{extra} from {staged.rows_table} as r "
        f"join {staged.cells_view} as c on c.record_no = r.record_no "
        f"join ({versions}) as t on t.{own} = r.{own} and t.student_id = r.student_id "
        "and t.batch_id = json_extract_string(c.cells_json, '$.batch_id') "
        "qualify row_number() over (partition by r.record_no order by t.known_from desc) = 1"
    )
    return bool((cur.execute(f"select count(*) from {name}").fetchone() or (0,))[0])
