"""Amounts of several services in a cell (OT 30 min/wk; Speech 2x30 min/wk), told apart: a record for each."""

import re

from data.ingest.model import Table
from data.ingest.tables import looks, signed
from data.ingest.tables.names_in_cell import LISTED
from data.ingest.values import codes, frequencies, line_amounts, words


def apart(table: Table) -> Table:
    """The table with a record for each service of a cell that tells several amounts (OT 30 min/wk; Speech 2x30 min/wk), and
    who gives it where a name stands behind each (OT 120/mo (Quan))."""
    for place, heading in enumerate(table.headings):
        first = _SIGNS.split(table.first(place))
        if not any(map(_names_amount, first)) or not (_says_both(table, place) or table.has_any(place, _SEVERAL)):
            continue
        timed = bool({"minute"} & words.said_by(heading))
        told = [_amounts(text, timed) for text in table.body.column(place).to_pylist()]
        parts = [part for one in told for part in one]
        several = any(len(one) > 1 for one in told)
        if (several or _says_both(table, place)) and all(_tells_amount(amount) for amount, _ in parts):
            what = "Several services in a cell" if several else "The service and its amount in a cell"
            note = f"{what} of {heading} are a record each."
            made: dict[int, list[list[str | None]]] = {place: [[amount for amount, _ in one] for one in told]}
            if _are_givers({who for _, who in parts if who}, table):
                table = table.also("Provider", [""] * len(told))
                made[len(table.headings) - 1] = [[who for _, who in one] for one in told]
            return table.in_parts(made).called(place, "Frequency").noted(note)
    return table


_SEVERAL = (*LISTED, ",", "+")


def _says_both(table: Table, place: int) -> bool:
    """Whether a column that is headed by services may tell their amounts too: no other column is headed by these."""
    told = [at for name in _AMOUNTS for at in looks.meant_for(table.headings, "service_lines", name)]
    return place in looks.written_for(table.headings, "service_lines", "service") and not told


_AMOUNTS = ("frequency", "amount_minutes", "line_minutes", "minutes_per_session", "sessions_per_cycle")


def _are_givers(found: set[str], table: Table) -> bool:
    """Whether names behind amounts are of who gives them: no other column tells that, and none holds them (a school)."""
    others = {text.strip() for at in range(len(table.headings)) for text in table.texts(at)} if found else set()
    told = looks.written_for(table.headings, "service_lines", "provider_name")
    return bool(found) and not told and found.isdisjoint(others)


_SIGNS = re.compile(r"[;\n|,+]")
_OUTSIDE = re.compile(r"\s*,\s*(?![^()]*\))(?!\s*[A-Z]{2,}[/A-Z]*(?:$|,))")
"""Commas outside of brackets, and not before credentials."""
_GIVER = r"[A-Z][a-z'’.]?[\w'’-]*(?:,? [A-Z][\w'’./-]*){0,3}"
_BY = re.compile(rf"(?:\s*\((?P<inside>{_GIVER})\)|\s+(?:[-–—]|w/|with|by)\s*(?P<behind>{_GIVER}))$")


def _amounts(text: str | None, timed: bool) -> list[tuple[str, str | None]]:
    """(amount, who gives it) of each service of a cell; bare numbers are minutes where the heading or their size says so."""
    parts = [part.strip() for part in re.split(r"[;\n|]|\s\+\s", text or "") if part.strip()]
    if len(parts) == 1 and len(outside := _OUTSIDE.split(parts[0])) > 1 and all(map(_names_amount, outside)):
        parts = outside
    told = [_by(part) for part in parts]
    amounts = [line_amounts.in_minutes(one) if timed or _are_minutes(one) else one for one, _ in told]
    return list(zip(_of_the_same(amounts), (who for _, who in told), strict=True))


def _of_the_same(parts: list[str]) -> list[str]:
    """The parts, of which amounts that name no service, and nothing but a way of their own, are of the one before: OT 60/wk;
    consult 30 min/mo."""
    service, found = "", []
    for part in parts:
        own = re.match(r"[A-Za-z/&]+", part)
        if own and codes.find(own[0], "service") and _names_amount(part):
            service = own[0]
        elif service and _tells_only_how(part) and _is_amount(part):
            part = f"{service} {part}"
        found.append(part)
    return found


def _tells_only_how(part: str) -> bool:
    """Whether an amount tells how it is given, with no other word before it: consult 30 min/mo, and not AT 30 min/mo."""
    before = re.split(r"\d", part, maxsplit=1)[0].strip(" :-")
    named = [any(codes.find(text, topic) for topic in codes.HOW) for text in (part, before) if text]
    return all(named) and codes.find(part, "service") is None


def _are_minutes(amount: str) -> bool:
    """Whether a bare number is more than there can be sessions in its cycle: OT 60/wk."""
    return line_amounts.are_minutes(frequencies.read(amount))


def _names_amount(part: str) -> bool:
    return codes.find(_by(part)[0], "service") is not None and any(letter.isdigit() for letter in part)


def _by(part: str) -> tuple[str, str | None]:
    """An amount, and the name behind it; a word of how the service is given is none."""
    match = _BY.search(part)
    who = match and (match["inside"] or match["behind"])
    bare = (who or "").partition(",")[0]
    if not match or frequencies.read(bare).cycle or signed.is_other(bare):
        return part, None
    known = codes.tells(bare)
    return (part, None) if known else (part[: match.start()], who)


def _tells_amount(text: str) -> bool:
    return codes.find(text, "service") is not None and _is_amount(text)


def _is_amount(text: str) -> bool:
    """Whether a text tells how much in which cycle; of a number alone it is asked whether it is minutes."""
    said = frequencies.read(text)
    return said.cycle is not None and (said.amount_minutes is not None or said.bare is not None)
