"""Units of amounts that only the sheet's own key explains: 60 mpc, where mpc = minutes per 6-day cycle."""

import re
from collections.abc import Sequence

import pyarrow as pa

from data.ingest.tables.legend import Legend
from data.ingest.texts import may_hold
from data.ingest.values import frequencies

_FEWEST_LETTERS = 2


def in_full(columns: Sequence[pa.Array], key: Legend) -> list[pa.Array]:
    """The columns with what the key says in place of a unit behind a number, of units that tell a cycle."""
    units = {code: meaning for code, meaning in key.items() if _is_unit(code, meaning)}
    if not units:
        return list(columns)
    behind = re.compile(rf"(?<=\d)\s*({'|'.join(map(re.escape, units))})(?![A-Za-z])", re.IGNORECASE)
    return [_column(column, behind, units) for column in columns]


def _is_unit(code: str, meaning: str) -> bool:
    """Whether a code of letters stands for minutes, hours or times in a cycle, of which frequencies know nothing by itself."""
    told = frequencies.read(f"30 {meaning}")
    is_amount = told.cycle is not None and (told.amount_minutes is not None or told.sessions is not None)
    return (
        code.isalpha() and len(code) >= _FEWEST_LETTERS and is_amount and frequencies.read(f"30 {code}").cycle is None
    )


def _column(column: pa.Array, behind: re.Pattern[str], units: Legend) -> pa.Array:
    if not may_hold(column, units):
        return column
    told = {
        text: behind.sub(lambda match: f" {units[match[1].casefold()]}", text)
        for text in column.unique().to_pylist()
        if text
    }
    return pa.array([told.get(text, text) for text in column.to_pylist()], pa.string())
