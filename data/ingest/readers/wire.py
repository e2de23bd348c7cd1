"""Sheets as bytes between the child process and its parent: Arrow, which holds no code to run."""

import json
from typing import IO

import pyarrow as pa

from data.ingest.model import Sheet


def pack(sheets: list[Sheet], out: IO[bytes]) -> None:
    """Write one Arrow stream a sheet, one after another; name and visibility stand in the schema."""
    for sheet in sheets:
        fills = [[*place, colour] for place, colour in sheet.fills.items()]
        merges = [*sheet.merges.items()]
        said = json.dumps(
            {"name": sheet.name, "hidden": sheet.hidden, "fills": fills, "merges": merges, "is_bare": sheet.is_bare}
        )
        table = sheet.cells.append_column("row", sheet.row_numbers).replace_schema_metadata({"sheet": said})
        with pa.ipc.new_stream(out, table.schema) as writer:
            writer.write_table(table)


def unpack(data: bytes) -> list[Sheet]:
    """The sheets that ``pack`` wrote. Errors: pyarrow.ArrowInvalid where it wrote nothing of the kind."""
    source = pa.BufferReader(data)
    sheets = []
    while source.tell() < len(data):
        table = pa.ipc.open_stream(source).read_all()
        said = json.loads(table.schema.metadata[b"sheet"])
        rows = table.column("row").combine_chunks()
        cells = table.drop_columns(["row"]).replace_schema_metadata(None)
        fills = {(row, column): colour for row, column, colour in said["fills"]}
        merges = {column: tuple((first, last) for first, last in spans) for column, spans in said["merges"]}
        sheets.append(Sheet(said["name"], cells, rows, said["hidden"], fills, merges, said["is_bare"]))
    return sheets
