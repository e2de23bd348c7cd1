"""Ditto marks: the same as in the row above."""

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.model import Table

_MARKS = frozenset(
    {'"', "''", '""', "〃", "″", "“", "”", '-"-', '- " -', "ditto", "dito", "do.", "same as above", "as above"}
)


_SIGNS = pa.array(sorted(_MARKS), pa.string())
LOOKED_AT = 3000
"""Rows among which a column that repeats by marks has its first one; a later first one stays, and is no value."""


def filled(table: Table) -> Table:
    """The table with what stands above in place of each ditto mark; one under nothing stays, and is no value.

    A mark under an id repeats it, as all others do: nobody writes one without meaning it.
    """
    marked = [
        place
        for place, column in enumerate(table.body.columns)
        if pc.any(pc.is_in(pc.utf8_lower(pc.utf8_trim_whitespace(column.slice(0, LOOKED_AT))), _SIGNS)).as_py()
    ]
    for place in marked:
        table = table.filled(place, _repeated(table.body.column(place).to_pylist()))
    said = ", ".join(table.headings[place] for place in marked)
    return table.noted(f"Ditto marks under {said} repeat the row above.") if marked else table


def _repeated(cells: list[str | None]) -> list[str | None]:
    told: list[str | None] = []
    for text in cells:
        above = told[-1] if told else None
        told.append(above if text and _is_ditto(text) and above else text)
    return told


def _is_ditto(text: str) -> bool:
    return text.strip().casefold() in _MARKS
