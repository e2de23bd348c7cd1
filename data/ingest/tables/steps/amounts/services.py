"""Amounts of several services in a cell (OT 30 min/wk; Speech 2x30 min/wk), told apart: a record for each."""

import re
from dataclasses import dataclass

from data.ingest.model import Table
from data.ingest.tables import looks, signed
from data.ingest.tables.steps.people.names_in_cell import LISTED
from data.ingest.values import codes, frequencies, line_amounts, words
from data.ingest.values.nothing import is_nothing


@dataclass(frozen=True)
class _Part:
    """One service of a cell: its amount, who gives it, and the word for it, which may be one that nobody knows."""

    amount: str
    who: str | None
    service: str | None
    unknown: bool = False


def apart(table: Table) -> Table:
    """The table with a record for each service of a cell that tells several amounts (OT 30 min/wk; Speech 2x30 min/wk), and
    who gives it where a name stands behind each (OT 120/mo (Quan))."""
    for place, heading in enumerate(table.headings):
        first = _SIGNS.split(table.first(place))
        if not any(map(_names_amount, first)) or not (_says_both(table, place) or table.has_any(place, _SEVERAL)):
            continue
        timed = bool({"minute"} & words.said_by(heading))
        told = [_clear(text, _amounts(text, timed)) for text in table.body.column(place).to_pylist()]
        if _tell_amounts(told, table, says_both=_says_both(table, place)):
            return _exploded(*_without_none(table, place, told), place)
    return table


_SEVERAL = (*LISTED, ",", "/", "+", "&", " and ")


def _says_both(table: Table, place: int) -> bool:
    """Whether a column that is headed by services may tell their amounts too: no other column is headed by these."""
    told = [at for name in _AMOUNTS for at in looks.meant_for(table.headings, "service_lines", name)]
    return place in looks.meant_for(table.headings, "service_lines", "service") and not told


_AMOUNTS = ("frequency", "amount_minutes", "line_minutes", "minutes_per_session", "sessions_per_cycle")


def _clear(text: str | None, told: list[_Part]) -> list[_Part]:
    """What a cell tells; the whole of it where some part names no service, so that it is asked about."""
    return told if all(part.service for part in told) else [_Part(text or "", None, None)]


def _exploded(table: Table, told: list[list[_Part]], place: int) -> Table:
    several = any(len(one) > 1 for one in told)
    what = "Several services in a cell" if several else "The service and its amount in a cell"
    note = f"{what} of {table.headings[place]} are a record each."
    made: dict[int, list[list[str | None]]] = {place: [[part.amount for part in one] for one in told]}
    parts = [part for one in told for part in one]
    if _are_givers({part.who for part in parts if part.who}, table):
        table = table.also("Provider", [""] * len(told))
        made[len(table.headings) - 1] = [[part.who for part in one] for one in told]
    if any(part.unknown for part in parts):
        table = table.also("Service", [""] * len(told))
        made[len(table.headings) - 1] = [[part.service for part in one] for one in told]
    return table.in_parts(made).called(place, "Frequency").noted(note)


def _without_none(table: Table, place: int, told: list[list[_Part]]) -> tuple[Table, list[list[_Part]]]:
    """The table, and what its cells tell, without rows that say that there is no service (none); blank ones stay."""
    texts = table.body.column(place).to_pylist()
    gone = {row for row, (text, one) in enumerate(zip(texts, told, strict=True)) if text and text.strip() and not one}
    return table.leaving(gone, NONE), [one for row, one in enumerate(told) if row not in gone]


NONE = "no service"


def _tell_amounts(told: list[list[_Part]], table: Table, *, says_both: bool) -> bool:
    """Whether most parts of cells, some of several, name services and how much of it; under a heading of services also where
    each cell has one, if the others name a service before a number: what can't be read of these is asked about. Of a log no
    amounts without a cycle."""
    is_log = bool(looks.written_for(table.headings, "sessions", "session_date"))
    several = any(len(one) > 1 for one in told)
    parts = [part for one in told for part in one]
    found = [_tells_amount(part, needs_cycle=is_log or not (several or says_both)) for part in parts]
    are_like = several or (says_both and all(part.service and _names_amount(part.amount) for part in parts))
    return are_like and sum(found) * 2 > len(found)


def _are_givers(found: set[str], table: Table) -> bool:
    """Whether names behind amounts are of who gives them: no other column tells that, and none holds them (a school)."""
    others = {text.strip() for at in range(len(table.headings)) for text in table.texts(at)} if found else set()
    told = looks.written_for(table.headings, "service_lines", "provider_name")
    return bool(found) and not told and found.isdisjoint(others)


_SIGNS = re.compile(r"[;\n|,+]")
_OUTSIDE = re.compile(
    r"\s*,\s*(?![^()]*\))(?!\s*[A-Z]{2,}[/A-Z]*(?:$|,))|\s+(?:[/&]|and)\s+(?![^()]*\))", re.IGNORECASE
)
"""Commas, and signs between words, outside of brackets, and not before credentials."""
_GIVER = r"[A-Z][a-z'’.]?[\w'’-]*(?:,? [A-Z][\w'’./-]*){0,3}"
_BY = re.compile(rf"(?:\s*\((?P<inside>{_GIVER})\)|\s+(?:[-–—]|w/|with|by)\s*(?P<behind>{_GIVER}))$")


def _amounts(text: str | None, timed: bool) -> list[_Part]:
    """What a cell tells of each service; bare numbers are minutes where the heading or their size says so."""
    if is_nothing(text):
        return []
    parts = [part.strip() for part in re.split(r"[;\n|]|\s\+\s", text or "") if part.strip()]
    if len(parts) == 1 and len(outside := _OUTSIDE.split(parts[0])) > 1 and _are_amounts(_of_the_same(outside)):
        parts = outside
    told = [given_by(_in_full(part)) for part in parts]
    amounts = _of_the_same([_timed(one, timed) for one, _ in told])
    return [_part(amount, who, timed) for amount, (_, who) in zip(amounts, told, strict=True)]


def _part(text: str, who: str | None, timed: bool = False) -> _Part:
    """An amount with its service; what stands before it, where nobody knows that, is asked about."""
    service = codes.find(text, "service")
    before = None if service else _BEFORE.match(text)
    lead = before[0].strip(_BETWEEN) if before else ""
    rest = _timed(text[before.end() :], timed) if before else ""
    if _is_abbreviation(lead) and frequencies.read(rest).amount_minutes:
        return _Part(rest, who, lead, unknown=True)
    return _Part(text, who, service)


def _timed(amount: str, timed: bool) -> str:
    return line_amounts.in_minutes(amount) if timed or _are_minutes(amount) else amount


def _is_abbreviation(lead: str) -> bool:
    return 1 < len(lead) <= _LONGEST and " " not in lead and lead[0].isupper() and not codes.tells(lead, codes.HOW)


_LONGEST = 6


def _are_amounts(parts: list[str]) -> bool:
    """Whether all parts of a cell name services and how much of it, one of them a service that is known."""
    return any(map(_names_amount, parts)) and all(_names_amount(part) or _part(part, None).unknown for part in parts)


def _in_full(part: str) -> str:
    """An amount with its service's code for an abbreviation before it that other words may be too: ST 2x20/wk."""
    before = _BEFORE.match(part)
    code = codes.find(before[0].strip(_BETWEEN), "service") if before and codes.find(part, "service") is None else None
    return f"{code} {part[before.end() :]}" if before and code else part


_BETWEEN = " :-–—"
_BEFORE = re.compile(r"[A-Za-z/&. ]+?(?:\s*[:–—-])?\s*(?=\d)")


def _of_the_same(parts: list[str]) -> list[str]:
    """The parts, of which amounts that name no service, and nothing but a way of their own, are of the one before: OT 60/wk;
    consult 30 min/mo."""
    service, found = "", []
    for part in parts:
        own = re.match(r"[A-Za-z/&]+", part)
        if own and codes.find(own[0], "service") and _names_amount(part):
            service = own[0]
        elif service and _tells_only_how(part) and (_is_amount(part) or _is_product(part)):
            part = f"{service} {part}"
        found.append(part)
    return found


def _tells_only_how(part: str) -> bool:
    """Whether an amount tells how it is given, with no other word before it: consult 30 min/mo, and not AT 30 min/mo."""
    before = re.split(r"\d", part, maxsplit=1)[0].strip(" :-")
    behind = part.split()[-1]
    named = any(codes.find(text, topic) for topic in codes.HOW for text in (part, behind))
    is_only = not before or any(codes.find(before, topic) for topic in codes.HOW)
    return named and is_only and codes.find(part, "service") is None


def _are_minutes(amount: str) -> bool:
    """Whether a bare number is more than there can be sessions in its cycle: OT 60/wk."""
    return line_amounts.are_minutes(frequencies.read(amount))


def _names_amount(part: str) -> bool:
    return codes.find(given_by(_in_full(part.strip()))[0], "service") is not None and any(
        letter.isdigit() for letter in part
    )


def given_by(part: str) -> tuple[str, str | None]:
    """An amount, and the name behind it; a word of how the service is given is none."""
    match = _BY.search(part)
    who = match and (match["inside"] or match["behind"])
    bare = (who or "").partition(",")[0]
    if not match or frequencies.read(bare).cycle or signed.is_other(bare):
        return part, None
    known = codes.tells(bare)
    return (part, None) if known else (part[: match.start()], who)


def _tells_amount(part: _Part, *, needs_cycle: bool) -> bool:
    is_product = not needs_cycle and _is_product(part.amount)
    return part.service is not None and not part.unknown and (_is_amount(part.amount) or is_product)


def _is_product(text: str) -> bool:
    """Whether a text tells sessions and their minutes, whatever their cycle: 2x30."""
    said = frequencies.read(text)
    return said.amount_minutes is not None and said.sessions is not None


def _is_amount(text: str) -> bool:
    """Whether a text tells how much in which cycle; of a number alone it is asked whether it is minutes."""
    said = frequencies.read(text)
    return said.cycle is not None and (said.amount_minutes is not None or said.bare is not None)
