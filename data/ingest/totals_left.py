"""Totals of weeks or months beside what a table was taken for: named where they are not loaded, since they are no sessions."""

from data.ingest.model import Mapping, Table
from data.ingest.tables import months


def told(table: Table, mapping: Mapping) -> list[str]:
    """A sentence for the totals by week and one for those by month that no field takes; none where there are none."""
    unused = {place for place, column in enumerate(mapping.columns) if not column.field}
    found = {
        "week": unused.intersection(months.of_weeks(table)),
        "month": unused.intersection(months.of_minutes(table)),
    }
    return [_sentence(table, sorted(places), period) for period, places in found.items() if places]


def _sentence(table: Table, places: list[int], period: str) -> str:
    first = table.headings[places[0]]
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    return f"The numbers under {first}{more} are totals by {period} and no sessions: they are not loaded; upload the log itself."
