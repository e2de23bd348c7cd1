"""Sheets for tests, drawn as text: one line a row, cells apart by a bar."""

import pyarrow as pa

from data.ingest.model import Sheet, Table
from data.ingest.tables.finding import find


def sheet(drawn: str, name: str = "Sheet1") -> Sheet:
    """The sheet that a drawing shows; a blank line is a blank row."""
    return of_rows([[cell.strip() for cell in line.split("|")] for line in drawn.strip("\n").split("\n")], name)


def of_rows(rows: list[list[str]], name: str = "Sheet1") -> Sheet:
    """The sheet of some rows, short ones padded; an empty text is an empty cell."""
    width = max((len(row) for row in rows), default=0)
    columns = [[row[i] or None if i < len(row) else None for row in rows] for i in range(width)]
    cells = pa.table({f"c{i}": pa.array(column, pa.string()) for i, column in enumerate(columns)})
    return Sheet(name, cells, pa.array(range(1, len(rows) + 1), pa.int32()))


def records(table: Table) -> list[tuple[int, ...]]:
    """The records as (row number, cells...)."""
    columns = [column.to_pylist() for column in table.body.columns]
    return list(zip(table.row_numbers.to_pylist(), *columns, strict=True))


def reasons(table: Table) -> dict[int, str]:
    """Row number -> why it was left out."""
    return {one.row: one.reason for one in table.left_out}


def table(*rows: str, name: str = "Sheet1", around: tuple[str, ...] = ()) -> Table:
    """The first table of a sheet that is drawn so, a text a row."""
    return find(sheet("\n".join(rows), name), around)[0]


def cells(found: Table, *headings: str) -> list[tuple[str | None, ...]]:
    """The texts under some headings, row by row."""
    columns = [found.body.column(found.headings.index(heading)).to_pylist() for heading in headings]
    return list(zip(*columns, strict=True))
