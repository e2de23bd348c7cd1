"""A staff list that tells the week of each person as hours a day and days a week: one column of minutes a week."""

from dataclasses import replace

import pyarrow as pa

from data.ingest.model import Table, body_of
from data.ingest.values import numbers, words

CONTRACT = "Contract Minutes per Week"
_BY_DAY = (frozenset({"hour", "day"}), frozenset({"minute", "day"}))
_DAYS = frozenset({"day", "week"})
_BESIDE = frozenset(
    {"work", "worked", "contract", "contracted", "number", "count", "scheduled", "duty", "assigned", "paid"}
)
_HOUR = 60


def weekly(table: Table) -> Table:
    """The table with the product of both columns in their place, where a column tells the FTE; else as it is."""
    told = [words.said_by(heading) - _BESIDE for heading in table.headings]
    if not any("fte" in one for one in told):
        return table
    hours = [place for place, one in enumerate(told) if one in _BY_DAY]
    days = [place for place, one in enumerate(told) if one == _DAYS]
    if len(hours) != 1 or len(days) != 1:
        return table
    unit = _HOUR if "hour" in told[hours[0]] else 1
    pairs = zip(*(table.body.column(place).to_pylist() for place in (hours[0], days[0])), strict=True)
    minutes = pa.array([_product(one, other, unit) for one, other in pairs], pa.string())
    kept = [place for place in range(len(told)) if place not in (hours[0], days[0])]
    headings = (*(table.headings[place] for place in kept), CONTRACT)
    note = f"{table.headings[hours[0]]} times {table.headings[days[0]]} are the contract minutes of a week."
    body = body_of([*(table.body.column(place) for place in kept), pa.chunked_array([minutes])])
    return replace(table, headings=headings, body=body, notes=(*table.notes, note))


def _product(amount: str | None, days: str | None, unit: int) -> str | None:
    """Minutes a week; what can't be multiplied stays as it is written, so that it is told."""
    one, other = (numbers.to_float(text) if text else None for text in (amount, days))
    if one is None or other is None:
        return " x ".join(text for text in (amount, days) if text) or None
    return f"{one * other * unit:g}"
