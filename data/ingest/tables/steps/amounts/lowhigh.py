"""A range whose two ends stand in a column each (Min Low, Min High), as one."""

import re
from itertools import combinations

from data.ingest.model import Table
from data.ingest.values import families, numbers, words

_LEAST = frozenset({"low", "lower", "lowest", "minimum", "least", "from"})
_MOST = frozenset({"high", "higher", "highest", "upper", "maximum", "max", "most", "to"})
_AMOUNTS = families.AMOUNTS
_NO_CLOCK = frozenset({"minute", "frequency"})
"""What is no time of day, of which from and to would be the start and the end."""
_OF_TIME = families.ENDS | families.DAYS | {"clock"}


def joined(table: Table) -> Table:
    """The table with such columns of amounts as one, from the least to the most of each row."""
    for first, second in combinations(range(len(table.headings)), 2):
        for least, most in ((first, second), (second, first)):
            if _are_ends(table.headings[least], table.headings[most]) and _are_numbers(table, least, most):
                return joined(_joined(table, least, most))
    return table


def _are_ends(least: str, most: str) -> bool:
    low, high = words.said_by(least), words.said_by(most)
    what = high - _MOST
    if ({"from", "to"} & (low | high)) and not what & _NO_CLOCK:
        return False
    is_least = bool(low & _LEAST) or re.search(r"^min\b.+|.\bmin$", words.heading(least)) is not None
    return bool(high & _MOST) and is_least and low - _LEAST == what and bool(what & _AMOUNTS) and not what & _OF_TIME


def _are_numbers(table: Table, *places: int) -> bool:
    return all(table.all_are(place, numbers.is_number) for place in places)


def _joined(table: Table, least: int, most: int) -> Table:
    both = zip(table.body.column(least).to_pylist(), table.body.column(most).to_pylist(), strict=True)
    heading, other = table.headings[least], table.headings[most]
    told = [_range((low or "").strip(), (high or "").strip()) for low, high in both]
    table = table.instead(least, {_named(heading): told}).without(most)
    return table.noted(f"{heading} and {other} are a range.")


def _range(low: str, high: str) -> str | None:
    if low and high and numbers.to_float(low) != numbers.to_float(high):
        return f"{low} to {high}"
    return low or (f"up to {high}" if high else None)


def _named(heading: str) -> str:
    """The heading without its side: Min of Min Low, Minutes of Minimum Minutes."""
    bare = words.heading(heading).split()
    if bare[0] == "min" and not words.said_by(heading) & _LEAST:
        return " ".join(bare[1:]) or heading
    return " ".join(word for word in bare if word not in _LEAST) or heading
