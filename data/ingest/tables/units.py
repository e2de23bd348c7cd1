"""Amounts whose unit stands in a column of its own (Time 2, Time Units hr), put together: 2 hr."""

import re
from dataclasses import replace

import pyarrow as pa

from data.ingest.model import Table
from data.ingest.values import numbers, words

_UNIT = re.compile(r"^(?:h|hrs?|hours?|m|mins?|minutes?)\.?$", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:units?(?: of (?:time|measure))?|uom|hr min|hours? minutes?|min hr)\b")


def joined(table: Table) -> Table:
    """The table with the unit of time behind each bare number of the column that it belongs to, where it has units."""
    for place, heading in enumerate(table.headings):
        if _NAMED.search(words.heading(heading)) and _all_units(table, place):
            amount = _amount(table, place)
            if amount is not None:
                return _with(table, amount, place)
    return table


def _all_units(table: Table, place: int) -> bool:
    texts = [text.strip() for text in table.body.column(place).unique().to_pylist() if text and text.strip()]
    return bool(texts) and all(_UNIT.match(text) for text in texts)


def _amount(table: Table, place: int) -> int | None:
    """The column named as the unit's is, without the words for units; else the one to the left of it."""
    rest = " ".join(_NAMED.sub(" ", words.heading(table.headings[place])).split())
    named = [at for at, heading in enumerate(table.headings) if at != place and rest and words.heading(heading) == rest]
    return next((at for at in (*named, place - 1) if at >= 0 and _all_numbers(table, at)), None)


def _all_numbers(table: Table, place: int) -> bool:
    texts = [text for text in table.body.column(place).unique().to_pylist() if text and text.strip()]
    return bool(texts) and all(numbers.to_float(text) is not None for text in texts)


def _with(table: Table, amount: int, place: int) -> Table:
    pairs = zip(table.body.column(amount).to_pylist(), table.body.column(place).to_pylist(), strict=True)
    told = [
        f"{number.strip()} {unit.strip()}" if number and number.strip() and unit else number for number, unit in pairs
    ]
    column = pa.array(told, pa.string())
    return replace(table, body=table.body.set_column(amount, table.body.schema.names[amount], column))
