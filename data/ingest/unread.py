"""What a table tells that no field takes, named, so that nobody takes it for loaded: totals by week or month, amounts."""

from data.ingest.model import Mapping, Table
from data.ingest.tables.steps.amounts import months
from data.ingest.values import frequencies, nothing

_OF_PEOPLE = ("students", "providers", "schools")
"""Datasets that tell no amounts of service."""


def told(table: Table, mapping: Mapping) -> list[str]:
    """A sentence for the totals by week, one for those by month, one for the amounts that no field takes, and one for what is
    promised above a log; none where there are none."""
    unused = {place for place, column in enumerate(mapping.columns) if not column.field}
    found = {
        "week": unused.intersection(months.of_weeks(table)),
        "month": unused.intersection(months.of_minutes(table)),
    }
    totals = [_of_totals(table, sorted(places), period) for period, places in found.items() if places]
    amounts = [at for at in sorted(unused) if mapping.dataset in _OF_PEOPLE and _tells_amounts(table, at)]
    promised = _promised(table, sorted(unused)) if mapping.dataset == "sessions" else None
    return [*totals, *([_of_amounts(table, amounts)] if amounts else []), *([promised] if promised else [])]


def _of_totals(table: Table, places: list[int], period: str) -> str:
    named = _named(table, places)
    return (
        f"The numbers under {named} are totals by {period} and no sessions: they are not loaded; upload the log itself."
    )


def _of_amounts(table: Table, places: list[int]) -> str:
    shown = table.first(places[0]).strip()
    return (
        f"Amounts under {_named(table, places)} ({shown!r}) are not read: load the sheet as service lines to be asked."
    )


def _promised(table: Table, unused: list[int]) -> str | None:
    """What a title or label above a log promises its student: it makes no line (formats, S4)."""
    labels = [one for at in unused if len(one := table.texts(at)) == 1]
    bare = (text.rpartition(": ")[2].strip() for text in (*table.notes, *(text for (text,) in labels)))
    told = next(filter(_is_amount, bare), None)
    return told and f"{told!r} above the log is what is promised, and makes no line: load the list of lines."


def _named(table: Table, places: list[int]) -> str:
    more = f" and {len(places) - 1} more" if len(places) > 1 else ""
    return f"{table.headings[places[0]]}{more}"


def _tells_amounts(table: Table, place: int) -> bool:
    """Whether half of a column's texts or more say how long, and in which cycle or how often."""
    texts = [text for text in table.opening(place) if not nothing.is_nothing(text)]
    return bool(texts) and sum(map(_is_amount, texts)) * 2 >= len(texts)


def _is_amount(text: str) -> bool:
    said = frequencies.read(text)
    return said.amount_minutes is not None and (said.cycle is not None or said.sessions is not None)
