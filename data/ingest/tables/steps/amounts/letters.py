"""Amounts with a letter behind them for how they are given (2x30 I, 1x30x3 G), in full."""

from data.ingest.model import Table
from data.ingest.values import spelt


def of_groupings(table: Table) -> Table:
    """The table with individual and group for the letters I and G behind amounts, where a column tells that they are."""
    for place, column in enumerate(table.body.columns):
        if not any(map(spelt.is_lettered, table.opening(place))):
            continue
        told = table.texts(place)
        in_full = dict(zip(told, spelt.groupings(told, table.legend), strict=True))
        table = table.filled(place, [in_full.get(text, text) for text in column.to_pylist()])
    return table
