"""Amounts with a letter behind them for how they are given (2x30 I, 1x30x3 G; 30 min/wk D), in full."""

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import spelt


def of_groupings(table: Table) -> Table:
    """The table with individual and group for the letters I and G behind amounts, direct and consult for D and C in a list of
    lines, where a column tells that they are: in a log a C may say that a session was cancelled."""
    is_log = table.melted or looks.written_for(table.headings, "sessions", "session_date")
    for place, column in enumerate(table.body.columns):
        if not any(map(spelt.is_lettered, table.opening(place))):
            continue
        told = table.texts(place)
        full = spelt.groupings(told, table.legend)
        in_full = dict(zip(told, full if is_log else spelt.kinds(full, table.legend), strict=True))
        table = table.filled(place, [in_full.get(text, text) for text in column.to_pylist()])
    return table
