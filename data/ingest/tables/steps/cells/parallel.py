"""Lists that run beside one another in the cells of a row (OT and SLP, one a line, over 30 and 20): a record for each place."""

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import codes, frequencies, numbers

_SIGNS = ("\n", ";", "|", ",")
FEWEST = 2
"""Columns in which lists are as long, that of the services among them."""


def apart(table: Table) -> Table:
    """The table with a record for each service of a cell that lists several, where other cells of the row list as many
    things by the same sign: the first is of the first. What is told once is of all."""
    for place in looks.meant_for(table.headings, "service_lines", "service"):
        for sign in (one for one in _SIGNS if table.has_any(place, (one,))):
            lists = _lists(table, place, sign)
            several = [one for one in lists if len(one) > 1]
            if several and all(_is_service(text) for one in several for text in one):
                beside = {at: told for at in range(len(table.headings)) if (told := _as_long(table, at, sign, lists))}
                others = (at for at in range(len(table.headings)) if at not in beside)
                if len(beside) >= FEWEST and not any(_breaks_off(table, at, sign, lists) for at in others):
                    note = f"Lists in the cells of {table.headings[place]} and beside it are a record for each place."
                    return table.in_parts(beside).noted(note)
    return table


def _lists(table: Table, place: int, sign: str) -> list[list[str]]:
    column = table.body.column(place).to_pylist()
    return [[part for one in (text or "").split(sign) if (part := one.strip())] for text in column]


def _is_service(text: str) -> bool:
    return codes.find(text, "service") is not None


def _as_long(table: Table, place: int, sign: str, lists: list[list[str]]) -> list[list[str]] | None:
    """What each cell of a column lists, where those beside several services list as many; None where one doesn't."""
    if not table.has_any(place, (sign,)):
        return None
    found = _lists(table, place, sign)
    if sign == "," and found != lists and not _are_amounts(lists, found):
        return None
    pairs = zip(found, lists, table.body.column(place).to_pylist(), strict=True)
    told = [
        own if len(own) == len(beside) else [whole] if len(beside) <= 1 and whole else None
        for own, beside, whole in pairs
    ]
    return [one for one in told if one is not None] if all(one is not None for one in told) else None


def _are_amounts(lists: list[list[str]], found: list[list[str]]) -> bool:
    """Whether what stands beside several services lists amounts: a comma stands in names (Poe, Ivo) and days, too."""
    said = [frequencies.read(part) for own, beside in zip(found, lists, strict=True) if len(beside) > 1 for part in own]
    return all(not one.problem and (one.amount_minutes or one.sessions or one.bare or one.cycle) for one in said)


def _breaks_off(table: Table, place: int, sign: str, lists: list[list[str]]) -> bool:
    """Whether a column lists numbers beside several services, but not as many: which one is whose isn't told. Of a day (Sep 8,
    2025) a comma lists none."""
    texts = table.body.column(place).to_pylist()
    told = [
        [numbers.to_float(part) is not None for part in own]
        for text, own, beside in zip(texts, _lists(table, place, sign), lists, strict=True)
        if text and sign in text and len(beside) > 1
    ]
    return any(all(one) if sign == "," else any(one) for one in told)
