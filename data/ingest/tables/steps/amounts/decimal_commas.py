"""Amounts with a decimal comma (0,75 hours), as a spreadsheet set to another country writes them: with a point."""

import re

from data.ingest.model import Table
from data.ingest.values import families, numbers, words

_WITH_COMMA = re.compile(r"[+-]?\d{1,4},\d{1,2}")
"""Thousands have three digits behind the comma."""
_COUNTED = families.TIMES | {"unit", "fte", "amount", "score", "percent", "quantity"}


def as_points(table: Table) -> Table:
    """The table with points in columns of amounts, or of scores, in which some numbers have a comma and none a point."""
    for at, heading in enumerate(table.headings):
        if words.said_by(heading) & _COUNTED and table.has_any(at, ",") and _has_commas(table, at):
            told = [text and text.replace(",", ".") for text in table.body.column(at).to_pylist()]
            table = table.filled(at, told).noted(f"{heading} has decimal commas.")
    return table


def _has_commas(table: Table, place: int) -> bool:
    """Whether a column has nothing but numbers, some of them with a decimal comma."""
    return table.all_are(place, _is_amount) and any(_WITH_COMMA.fullmatch(text.strip()) for text in table.texts(place))


def _is_amount(text: str) -> bool:
    bare = text.strip()
    return _WITH_COMMA.fullmatch(bare) is not None or ("." not in bare and "," not in bare and numbers.is_number(bare))
