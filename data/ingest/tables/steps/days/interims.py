"""Progress or interim reports in a list of grading periods: they stand within the quarters, and end none of them."""

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import terms, words


def left_out(table: Table) -> Table:
    """The list of grading periods without those of interim reports, where others stand beside them."""
    place, start, end = (looks.only_one_for(table.headings, "grading_periods", name) for name in _TOLD)
    if place is None or start is None or end is None:
        return table
    names = [text or "" for text in table.body.column(place).to_pylist()]
    between = {row for row, name in enumerate(names) if words.said_by(name) & _INTERIM}
    others = [name for row, name in enumerate(names) if row not in between]
    return (
        table.leaving(between, "interim report, no grading period")
        if between and any(map(terms.period_in, others))
        else table
    )


_TOLD = ("period", "start_date", "end_date")
_INTERIM = frozenset({"progress", "interim", "midterm", "mid", "midpoint"})
