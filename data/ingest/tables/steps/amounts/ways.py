"""Amounts that one cell tells in several ways (2x30/wk direct; 15 min/mo consult): a record for each."""

import re
from functools import lru_cache

from data.ingest.model import Table
from data.ingest.values import codes, frequencies, line_amounts

_SIGNS = (";", "\n", "|", ",", "+", "&", " and ", " plus ", "(")
_BETWEEN = (
    re.compile(r"\s*[;\n|]\s*"),
    re.compile(r"\s*(?:[,+&]|\band\b(?!\s*/)|\bplus\b)\s*(?![^()]*\))", re.IGNORECASE),
)
_MOST = 0.75
_DIGITS = 2
"""A number of fewer, without a unit, is how often: 5/wk."""


def apart(table: Table) -> Table:
    """The table with a record for each amount of a cell that tells several, each in a way of its own (direct, consult; push-in,
    pull-out); as it is where few cells of the column tell amounts."""
    for place, heading in enumerate(table.headings):
        if not table.has_any(place, _SIGNS) or not any(len(parts(text)) > 1 for text in table.texts(place)):
            continue
        texts = table.body.column(place).to_pylist()
        if sum(map(_may_be_amount, table.texts(place))) >= _MOST * len(table.texts(place)):
            note = f"Amounts in several ways in a cell of {heading} are a record each."
            return table.in_parts({place: [list(parts(text)) if text else [text] for text in texts]}).noted(note)
    return table


@lru_cache(maxsize=5_000)
def parts(text: str) -> tuple[str, ...]:
    """The amounts that a text tells in two or more ways, each with its cycle; the text alone where it tells one, or tells two
    in the same way. Where it can be read as one amount too (30 min direct + 30 min consult weekly), each part tells its way."""
    if told := _told_in_brackets(text):
        return told
    is_whole = not frequencies.read(text).problem
    for between in _BETWEEN:
        found = _with_cycles([line_amounts.in_minutes(part, digits=_DIGITS) for part in between.split(text) if part])
        ways = [tuple(codes.find(part, topic) for topic in codes.HOW) for part in found]
        are_told = not is_whole or all(map(any, ways))
        if len(found) > 1 and are_told and all(map(_is_amount, found)) and len(set(ways)) == len(ways):
            return tuple(found)
    return (text,)


_IN_BRACKETS = re.compile(
    r"^\s*(?P<times>\d)\s*[x×*]\s*(?P<rest>\d\d[^()]*)\((?P<ways>[^()]*)\)(?P<tail>[^()\d]*)$", re.IGNORECASE
)
_A_WAY = re.compile(
    r"(\d)\s*(?:[x×*]\s*)?([a-z][a-z -]*?)(?=\s*(?:[,;&+/]|\band\b|\d|$))\s*(?:[,;&+/]|\band\b)?\s*", re.IGNORECASE
)


def _told_in_brackets(text: str) -> tuple[str, ...]:
    """The amounts of sessions of one length of which brackets say how many are given in which way (2 x 20 (1 ind, 1 grp)
    weekly); empty where they say nothing else, or not of all."""
    match = _IN_BRACKETS.match(text)
    told = _A_WAY.findall(match["ways"]) if match else []
    if not match or len(told) < _DIGITS or _A_WAY.sub("", match["ways"]).strip():
        return ()
    known = {topic for topic in codes.HOW if all(codes.find(way, topic) for _, way in told)}
    whole = sum(int(times) for times, _ in told) == int(match["times"])
    found = tuple(f"{times}x{match['rest'].strip()} {way} {match['tail'].strip()}".strip() for times, way in told)
    return found if known and whole and all(frequencies.read(one).amount_minutes for one in found) else ()


def _with_cycles(found: list[str]) -> list[str]:
    """The parts, of which those that tell no cycle have that of the last one: 1 x 30 pull out, 1 x 30 push in weekly."""
    cycle = _CYCLE.search(found[-1]) if found else None
    if cycle is None or not any(frequencies.read(part).cycle for part in found[-1:]):
        return found
    return [part if frequencies.read(part).cycle else f"{part} {cycle[0]}" for part in found]


_CYCLE = re.compile(
    r"(?:\b(?:per|a|each|every) |/ ?)?\b(?:week(?:ly)?|wk(?:ly)?|month(?:ly)?|mo|qtr|quarter(?:ly)?|year(?:ly)?|yr)\b",
    re.IGNORECASE,
)


def _is_amount(part: str) -> bool:
    said = frequencies.read(part)
    return said.amount_minutes is not None and said.cycle is not None


def _may_be_amount(text: str) -> bool:
    """Whether a cell tells an amount, or several, or none at all in words that are known for it (as needed)."""
    said = frequencies.read(text)
    return len(parts(text)) > 1 or said.amount_minutes is not None or said.sessions is not None or not said.usable
