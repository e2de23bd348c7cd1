"""The stored rows of a dataset as a file, under the public names, each with the place that it came from."""

import csv
import io
import json
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from data.contracts import DATASETS
from data.contracts.datasets import Dataset
from data.errors import UserError
from data.workbooks import TEXTS_STAY_TEXTS

PROVENANCE = ("batch_id", "source_file", "source_sheet", "source_row")
HIDDEN = ("birth_date",)
"""For matching only; never shown or exported."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_MENTIONS = {
    "students": ("student", {"student_id": "person_id", "last_name": "last_name", "first_name": "first_name",
                             "school": "school", "grade": "grade"}),
    "providers": ("provider", {"provider_id": "person_id", "role": "role", "provider_name":
                               "coalesce(full_name, last_name || coalesce(', ' || first_name, ''))"}),
}  # fmt: skip
"""Persons whom only logs or lines name are rows of these datasets too."""


class ExportError(UserError):
    """The export can't be made as asked; the message says why."""


def export(cur: duckdb.DuckDBPyConnection, district: str, dataset: str, form: str) -> bytes:
    """The rows in force of a dataset as csv, json, xlsx or parquet.

    Columns: the dataset's public fields (birth dates are left out), batch_id, source_file, source_sheet, source_row.
    Minutes and numbers are numbers, dates YYYY-MM-DD, nothing is null or empty. In csv a text that a spreadsheet
    would take for a formula has an apostrophe before it; in xlsx texts are texts. ExportError names an unknown dataset
    or form.
    """
    if dataset not in DATASETS:
        raise ExportError(f"There is no dataset {dataset!r}; it is one of {', '.join(DATASETS)}.")
    if form not in _WRITERS:
        raise ExportError(f"There is no format {form!r}; it is one of {', '.join(_WRITERS)}.")
    return _WRITERS[form](table(cur, district, dataset), dataset)


def table(cur: duckdb.DuckDBPyConnection, district: str, dataset: str) -> pa.Table:
    """The rows in force of a dataset with their provenance, in the order of the dataset's natural key."""
    described = DATASETS[dataset]
    rows = " union all ".join(_selects(described))
    order = ", ".join(name for name in (*described.natural_key, "batch_id", "source_row"))
    cur.complete()
    relation = cur.sql(
        f"select * exclude (district) from ({rows}) as r where r.district = $district order by {order}",
        params={"district": district},
    )
    return relation.to_arrow_table()


def _selects(dataset: Dataset) -> list[str]:
    fields = [field for field in dataset.fields if field.name not in HIDDEN]
    columns = ", ".join(f"t.{field.db_column} as {field.name}" for field in fields)
    stored = [_select(dataset.name, columns, "true")]
    if dataset.name not in _MENTIONS:
        return stored
    kind, given = _MENTIONS[dataset.name]
    columns = ", ".join(f"{given.get(field.name, 'null')} as {field.name}" for field in fields)
    unlisted = (
        f"t.person_kind = '{kind}' and not exists (select 1 from {dataset.name} as s where s.district = t.district "
        f"and s.known_to is null and s.{kind}_id = t.person_id)"
    )
    return [*stored, _select("people", columns, unlisted)]


def _select(name: str, columns: str, where: str) -> str:
    return (
        f"select t.district, {columns}, t.batch_id, b.file_name as source_file, t.source_sheet, t.source_row "
        f"from {name} as t join batches as b on b.district = t.district and b.batch_id = t.batch_id "
        f"where t.known_to is null and {where}"
    )


def harmless(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula."""
    return "'" + text if text.lstrip(" ").startswith(_FORMULA_STARTS) else text


def _to_csv(rows: pa.Table, dataset: str) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(rows.column_names)
    for row in zip(*(column.to_pylist() for column in rows.columns), strict=True):
        writer.writerow([harmless(cell) if isinstance(cell, str) else _plain(cell) for cell in row])
    return out.getvalue().encode()


def _to_json(rows: pa.Table, dataset: str) -> bytes:
    told = [{name: _plain(cell) for name, cell in row.items()} for row in rows.to_pylist()]
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _to_xlsx(rows: pa.Table, dataset: str) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, TEXTS_STAY_TEXTS)
    sheet = book.add_worksheet(dataset)
    heading = book.add_format({"bold": True})
    sheet.write_row(0, 0, rows.column_names, heading)
    for place, column in enumerate(rows.columns):
        for number, cell in enumerate(column.to_pylist(), start=1):
            if cell is not None:
                _write(sheet, number, place, _plain(cell))
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _write(sheet: Any, row: int, column: int, cell: Any) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    else:
        sheet.write_number(row, column, cell)


def _to_parquet(rows: pa.Table, dataset: str) -> bytes:
    out = io.BytesIO()
    pq.write_table(rows, out)
    return out.getvalue()


def _plain(cell: Any) -> Any:
    """Dates and times as ISO text, decimals as numbers, whole ones without a fraction."""
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.strftime("%H:%M:%S" if cell.second else "%H:%M")
    if isinstance(cell, Decimal):
        return int(cell) if cell == cell.to_integral_value() else float(cell)
    return cell


_WRITERS = {"csv": _to_csv, "json": _to_json, "xlsx": _to_xlsx, "parquet": _to_parquet}
