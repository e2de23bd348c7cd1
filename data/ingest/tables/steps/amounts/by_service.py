"""Logs with a column a service (OT, PT, Speech) whose cells tell minutes or why there were none: a record for each."""

import re

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.layouts import melting
from data.ingest.tables.steps.amounts import lengths
from data.ingest.values import codes, line_amounts, nothing, numbers, statuses
from data.ingest.values.words import heading as words_of

FEWEST = 2
_TOLD = ("service", "minutes", "status", "reason")


def apart(table: Table) -> Table:
    """The log with a record for each filled cell of such columns, its service and its minutes or word; 0 and blank make
    none, and a row without any stays one record.

    Only where some cell says that there was no session, or is a mark that is asked about beside minutes: minutes alone are told
    apart by what their columns are mapped to.
    """
    if table.melted or not lengths.is_log(table):
        return table
    if any(looks.written_for(table.headings, "sessions", name) for name in _TOLD):
        return table
    named = {place: one for place, heading in enumerate(table.headings) if (one := _service(heading))}
    found = {place: one for place, one in named.items() if all(_is_read(table, text) for text in table.texts(place))}
    told = {text for place in found for text in table.texts(place)}
    several = FEWEST <= len(set(found.values())) == len(found) == len(named)
    marked = any(map(_is_mark, told)) and any(numbers.to_float(text) for text in told)
    if not several or not (marked or any(_outcome(table, text) == "missed" for text in told)):
        return table
    return _each(table, found)


def _service(heading: str) -> str | None:
    return codes.find(lengths.without_quantity(heading), "service") if words_of(heading) else None


def _is_read(table: Table, text: str) -> bool:
    """Whether a cell tells minutes, what became of a session, or nothing, or is a mark of which that is asked."""
    number = numbers.to_float(text)
    if number is not None:
        return 0 <= number <= line_amounts.LONGEST
    return nothing.is_nothing(text) or _outcome(table, text) is not None or _is_mark(text)


_MARK = re.compile(r"\s*[A-Za-z]{1,2}\s*")


def _is_mark(text: str) -> bool:
    """Whether a cell is one or two letters, which may be a code of what became of a session (A, X, NS)."""
    return _MARK.fullmatch(text) is not None and not nothing.is_nothing(text)


def _outcome(table: Table, text: str) -> str | None:
    said = statuses.read(table.legend.get(text.strip().casefold(), text))
    return said.status if said.known and numbers.to_float(text) is None else None


def _each(table: Table, found: dict[int, str]) -> Table:
    cells = {place: table.body.column(place).to_pylist() for place in found}
    rows: list[tuple[int, int | None]] = []
    for row in range(table.body.num_rows):
        own = [place for place in found if _is_filled(cells[place][row])]
        rows += [(row, place) for place in own] or [(row, None)]
    sums = [place for place, heading in enumerate(table.headings) if melting.is_sum(heading)]
    listed = ", ".join(table.headings[place] for place in found)
    each = table.without(*found, *sums).rows([row for row, _ in rows])
    each = each.also("Service", [None if place is None else found[place] for _, place in rows])
    each = each.also("Minutes", [None if place is None else cells[place][row] for row, place in rows])
    return each.noted(f"What stands under {listed} is a record each.")


def _is_filled(text: str | None) -> bool:
    return not nothing.is_nothing(text) and numbers.to_float(text or "") != 0
