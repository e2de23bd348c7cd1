"""Interim table finding: the first row with most of its cells filled is the header."""

import pyarrow as pa

from data.ingest.model import LeftOut, Sheet, Table


def find(sheet: Sheet) -> list[Table]:
    """One table a sheet."""
    rows = list(zip(*(column.to_pylist() for column in sheet.cells.columns), strict=True))
    if not rows:
        return []
    filled = [sum(cell is not None for cell in row) for row in rows]
    head = next(i for i, count in enumerate(filled) if count >= max(filled) * 0.8)
    keep = [i for i in range(head + 1, len(rows)) if filled[i] > 1 or max(filled) == 1]
    left = [LeftOut(i + 1, "header" if i == head else "blank" if not filled[i] else "banner") for i in range(len(rows)) if i not in set(keep)]
    headings = tuple(" ".join((cell or "").split()) for cell in rows[head])
    body = pa.table({f"c{j}": pa.array([rows[i][j] for i in keep], pa.string()) for j in range(len(headings))})
    return [Table(sheet.name, headings, body, pa.array([i + 1 for i in keep], pa.int32()), head + 1, tuple(left))]
