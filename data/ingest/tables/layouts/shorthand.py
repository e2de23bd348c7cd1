"""A caseload with a column a service and a therapist's shorthand in the cells (2x30 PO + 1x30 PI; 15/mo C)."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import pyarrow as pa

from data.contracts import synonyms
from data.ingest.tables import looks
from data.ingest.tables.legend import Legend
from data.ingest.tables.long import Long, Wide, filled, long
from data.ingest.tables.steps.amounts import services
from data.ingest.values import codes, frequencies, nothing, spelt, words

FEWEST = 2
_MOST = 0.8
_SPLIT = re.compile(r"\s*(?:[+;\n]|\s&\s|\s/\s(?=\d+\s*[x×*]\s*\d))\s*")
_MARKED = re.compile(r"^(.*\d.*?)\s+([A-Za-z]{1,3}|direct|consult)$", re.DOTALL)
_BEFORE = re.compile(r"^([A-Za-z]{1,3})\s*[:=-]?\s+(\d.*)$", re.DOTALL)
_MINUTES = re.compile(r"^(\d{2,3})\s*/\s*(wk|week|mo|month|qtr|quarter|yr|year|w|m|q|y)$", re.IGNORECASE)
_KEY = re.compile(
    r"\b(?:min\w*|sessions?|times|visits?)\s+(?:per|a|each|/)\s*(week|month|quarter|year)\b", re.IGNORECASE
)
_UNITS = frozenset({"min", "wk", "mo", "mon", "hr", "hrs", "qtr", "yr", "x", *spelt.DIGITS})


class _Part(NamedTuple):
    """An amount of a cell (its row and column), the mark before or behind it, and who gives it."""

    row: int
    place: int
    amount: str
    mark: str | None
    who: str | None


def melt(
    headings: tuple[str, ...], columns: list[pa.Array], remarks: Iterable[str], key_to_codes: Legend | None = None
) -> Long | None:
    """One record for each amount in such cells, the service by its heading; None where it is no such caseload.

    A mark before or behind an amount (D 2x30/w; 30/mo C) is read by the file's own key, where it gives it; a name behind it
    (60 min/wk (K. Rivers)) is that of who gives it, where no column tells that. A cell without
    its cycle has the one that the key beside the table says of all (minutes per week); where none does, it is asked about.
    """
    places = [place for place, heading in enumerate(headings) if _is_service(heading)]
    bare = {words.heading(heading) for heading in headings}
    if len(places) < FEWEST or bare.isdisjoint(looks.of_students()) or not bare.isdisjoint(_told()):
        return None
    parts = _parts({place: columns[place].to_pylist() for place in places}, key_to_codes or {})
    if (
        not parts
        or not any(_says_how_often(part.amount) for part in parts)
        or sum(_reads(part.amount) for part in parts) < _MOST * len(parts)
    ):
        return None
    key = {match[1].lower() for text in remarks for match in _KEY.finditer(text)}
    cycle = f" per {key.pop()}" if len(key) == 1 else ""
    made: dict[str, list[str | None]] = {
        "Service": [headings[part.place] for part in parts],
        "Frequency": [_with_cycle(part.amount, cycle) for part in parts],
    }
    if any(part.who for part in parts) and not looks.written_for(headings, "service_lines", "provider_name"):
        made |= {"Provider": [part.who for part in parts]}
    marks = [part.mark for part in parts]
    for name in ("Setting", "Kind", "Grouping"):
        told = [mark if mark and _is_of(mark, name.lower()) else None for mark in marks]
        made |= {name: told} if any(told) else {}
    return long(headings, columns, places, parts, made)


def _parts(wide: Wide, key: Legend) -> list[_Part]:
    """Each amount in the cells."""
    cells = [(row, place, text) for row, place in filled(wide)
             if (text := wide[place][row] or "") and not _is_none(key.get(text.strip().casefold(), text))]  # fmt: skip
    settled = spelt.kinds(spelt.groupings(spelt.settled([text for *_, text in cells]), key), key)
    texts = [(row, place, text) for (row, place, _), text in zip(cells, settled, strict=True)]
    told = [(row, place, *services.given_by(part)) for row, place, text in texts for part in _SPLIT.split(text.strip())]
    return [_Part(row, place, *_amount(part, key), who) for row, place, part, who in told]


def _is_none(text: str) -> bool:
    """Whether a cell, or what the key says of its code, is that there is no service."""
    return nothing.is_nothing(text) or nothing.is_ended(text)


def _is_service(heading: str) -> bool:
    return codes.find(heading, "service") is not None


def _told() -> set[str]:
    """Headings that tell the service or the amount themselves, or the day of a session."""
    lines = synonyms.headings("service_lines")
    days = {*synonyms.headings("sessions")["session_date"]}
    return days | {word for name in ("service", "frequency", "amount_minutes", "line_minutes", "minutes_per_session")
            for word in lines[name]} - {"program", "therapy"}  # fmt: skip


def _is_of(mark: str, topic: str) -> bool:
    """Whether a mark is put under a topic: its own, else setting and kind, where it is asked about."""
    known = [one for one in codes.HOW if codes.find(mark, one)]
    return topic in known if known else topic != "grouping"


def _amount(part: str, key: Legend) -> tuple[str, str | None]:
    """(amount, mark before or behind it) of a part of a cell; minutes without their unit are told with it."""
    before = _BEFORE.match(part)
    before = None if before and before[1].lower() in _UNITS else before
    match = None if before else _MARKED.match(part)
    amount, mark = (match[1], match[2]) if match and not _is_unit(match) else (part, None)
    amount, mark = (before[2], before[1]) if before else (amount, mark)
    mark = key.get(mark.casefold(), mark) if mark else None
    minutes = _MINUTES.match(amount.strip())
    return (f"{minutes[1]} min/{minutes[2]}" if minutes else amount.strip()), mark


def _is_unit(match: re.Match[str]) -> bool:
    """Whether the letters behind an amount are its unit, or tell its cycle (60 mpm), and so are no mark."""
    told = match[2].lower() in _UNITS
    return told or (frequencies.read(match[0]).cycle is not None and frequencies.read(match[1]).cycle is None)


def _reads(amount: str) -> bool:
    return frequencies.read(amount).amount_minutes is not None


def _says_how_often(amount: str) -> bool:
    said = frequencies.read(amount)
    return said.sessions is not None or said.cycle is not None


def _with_cycle(amount: str, cycle: str) -> str:
    return amount if frequencies.read(amount).cycle else f"{amount}{cycle}"
