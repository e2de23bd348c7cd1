"""A total beside the amounts of which it is the sum, each given in a way of its own: inside, outside, total."""

import math

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import codes, families, numbers, words

_FEWEST = 2


def of_ways(table: Table) -> Table:
    """The table of lines without a column of totals that is in each row the sum of those beside it, which each tell another
    setting, kind, grouping or service; as it is where it differs in any row."""
    if looks.written_for(table.headings, "sessions", "session_date"):
        return table
    for place in [at for at, one in enumerate(table.headings) if _is_amount(one) and "total" in words.said_by(one)]:
        ways = _ways(table, place)
        if len(ways) >= _FEWEST and _is_sum(table, place, ways):
            named = ", ".join(table.headings[at] for at in ways)
            return table.without(place).noted(f"{table.headings[place]} is the sum of {named}, which are read.")
    return table


def _is_amount(heading: str) -> bool:
    return bool(words.said_by(heading) & families.AMOUNTS)


def _ways(table: Table, total: int) -> list[int]:
    """The columns of amounts whose headings each tell another way, or another service; none where two tell the same."""
    told = {
        at: way for at, one in enumerate(table.headings)
        if at != total and _is_amount(one) and any(way := tuple(codes.find(one, topic) for topic in _TOPICS))
    }  # fmt: skip
    return list(told) if len(set(told.values())) == len(told) else []


_TOPICS = (*codes.HOW, "service")


def _is_sum(table: Table, total: int, ways: list[int]) -> bool:
    columns = [[_number(text) for text in table.body.column(at).to_pylist()] for at in (total, *ways)]
    filled = all(any(one for one in column) for column in columns)
    return filled and all(
        whole is None or whole == sum(part or 0 for part in parts) for whole, *parts in zip(*columns, strict=True)
    )


def _number(text: str | None) -> float | None:
    """The number of a cell, None where it is blank; what is no number is never a sum."""
    if not text or not text.strip():
        return None
    number = numbers.to_float(text)
    return math.nan if number is None else number
