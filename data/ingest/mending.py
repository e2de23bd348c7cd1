"""The workbook of rows that did not go in, mended and uploaded again: it completes the batches that the rows are of.

Its sheets are read as the original tables were: under their shape, so that the same row is the same row, with their
columns in the same places, and with the names of their sheet and file as evidence.
"""

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import duckdb

from data.contracts import DATASETS
from data.ingest import mapping as mappings
from data.ingest.model import Answers, Mapping, Table
from data.ingest.values.words import heading as words_of
from data.rejected import ADDED
from data.store.connect import DISTRICT

if TYPE_CHECKING:
    from data.ingest.opening import File

NO_FIELD = "no field was found for it in its first file"
SHEET, ROW, UPLOAD = (words_of(heading) for heading in ADDED[:3])


@dataclass(frozen=True)
class Mended:
    """What a table of held rows says of where they came from, and how that table was read."""

    table: Table
    origins: tuple[tuple[str, str, int], ...]
    """(batch, sheet, row) of each row."""
    dataset: str
    shape: str
    columns: dict[str, str]
    file_name: str


def of(cur: duckdb.DuckDBPyConnection, table: Table) -> Mended | None:
    """The table as one of held rows; None where it is any other table, or its batch is unknown here."""
    places = {words_of(heading): place for place, heading in enumerate(table.headings)}
    if not {SHEET, ROW, UPLOAD} <= places.keys():
        return None
    sheets, lines, batches = (table.body.column(places[one]).to_pylist() for one in (SHEET, ROW, UPLOAD))
    origins = tuple(
        (str(batch or ""), str(sheet or ""), int(float(line)) if _is_number(line) else 0)
        for batch, sheet, line in zip(batches, sheets, lines, strict=True)
    )
    told = next((found for origin in dict.fromkeys(origins) if (found := _read_as(cur, table, *origin))), None)
    if told is None:
        return None
    dataset, shape, columns, file_name, notes = told
    added = {words_of(heading) for heading in ADDED}
    kept = [place for place, heading in enumerate(table.headings) if words_of(heading) not in added]
    names = [f"c{number}" for number in range(len(kept))]
    own = replace(
        table,
        headings=tuple(table.headings[place] for place in kept),
        body=table.body.select(kept).rename_columns(names),
        notes=notes,
    )
    return Mended(_melted(own, dataset, shape, columns), origins, dataset, shape, columns, file_name)


def _is_number(text: Any) -> bool:
    try:
        return float(text) >= 0
    except (TypeError, ValueError):
        return False


def _read_as(
    cur: duckdb.DuckDBPyConnection, table: Table, batch_id: str, sheet: str, row: int
) -> tuple[str, str, dict[str, str], str, tuple[str, ...]] | None:
    """How the held row was read: dataset, shape, field by heading, its file's name, its sheet's titles and name."""
    found = cur.execute(
        "select h.dataset, h.shape, s.mapping_json, b.file_name, h.cells_json from held_rows as h "
        "join batch_sheets as s on s.district = h.district and s.batch_id = h.batch_id "
        "and s.source_sheet = h.source_sheet and s.dataset = h.dataset "
        "join batches as b on b.district = h.district and b.batch_id = h.batch_id "
        "where h.district = ? and h.batch_id = ? and h.source_sheet = ? and h.source_row = ? order by h.record_no",
        [DISTRICT, batch_id, sheet, row],
    ).fetchall()
    headings = {words_of(heading) for heading in table.headings}
    for dataset, shape, mapping, file_name, cells in found:
        given = json.loads(cells)
        if {words_of(heading) for heading in given} <= headings:
            read = json.loads(mapping)
            columns = {name: name for name in given} if _is_typed(dataset, given) else read["mapping"]
            return str(dataset), str(shape), columns, str(file_name), (*read.get("notes", ()), sheet)
    return None


def _is_typed(dataset: str, cells: dict[str, Any]) -> bool:
    """Whether the cells stand under the names of the dataset's fields: of a row that went in before it had to wait."""
    return {field.name for field in DATASETS[dataset].fields} <= cells.keys()


def _melted(table: Table, dataset: str, shape: str, columns: dict[str, str]) -> Table:
    """The table as the long form of a grid of days, where its rows came from one."""
    if mappings.shape(table) == shape:
        return table
    heading_of = {field: heading for heading, field in columns.items()}
    day, value = (heading_of.get(field or "") for field in mappings.OF_A_DAY.get(dataset, (None, None)))
    if day is None or value is None:
        return table
    long = replace(table, melted=(day, value))
    return long if mappings.shape(long) == shape else table


def answers(mended: Mended, remembered: Answers) -> Answers:
    """The answers under which the rows are read again: the dataset, and each heading's place where one field has one."""
    fields = list(mended.columns.values())
    single = len(set(fields)) == len(fields) and mended.table.melted is None
    free = {heading: "" for heading in mended.table.headings if heading not in mended.columns}
    return replace(
        remembered,
        dataset=mended.dataset,
        columns=(free | mended.columns | remembered.columns) if single else remembered.columns,
    )


def as_first_read(mapping: Mapping, mended: Mended, remembered: Answers) -> Mapping:
    """The mapping under the shape of the first file. What no field takes is still looked into for what it says of a row, as
    it was there (absent, among comments), but for what a person left out."""
    return replace(mapping, shape=mended.shape, columns=tuple(
        replace(one, why=NO_FIELD) if one.is_left_out and remembered.columns.get(one.heading) != "" else one
        for one in mapping.columns
    ))  # fmt: skip


def origins(cur: duckdb.DuckDBPyConnection, mended: Mended | None) -> list[str]:
    """The SHA-256 of the files that the rows came from."""
    if mended is None:
        return []
    batches = sorted({batch for batch, _, _ in mended.origins})
    found = cur.execute(
        "select distinct sha256 from batches where district = ? and list_contains(?, batch_id) order by sha256",
        [DISTRICT, batches],
    ).fetchall()
    return [str(sha256) for (sha256,) in found]


def record(cur: duckdb.DuckDBPyConnection, file: "File", batch_id: str) -> None:
    """Note which held rows this batch brought again: they are its own from now on."""
    for opened in file.opened:
        if opened.mended is None or not opened.mapping.dataset:
            continue
        origins = dict.fromkeys(opened.mended.origins)
        cur.execute(
            "insert into batch_mends select $d, $b, unnest($batches), $dataset, unnest($sheets), unnest($rows)",
            {
                "d": DISTRICT, "b": batch_id, "dataset": opened.mended.dataset,
                "batches": [batch for batch, _, _ in origins], "sheets": [sheet for _, sheet, _ in origins],
                "rows": [row for _, _, row in origins],
            },
        )  # fmt: skip
