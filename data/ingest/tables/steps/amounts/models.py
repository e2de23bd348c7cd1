"""Codes of models of service that a sheet's own key explains (W2 = direct twice a week; 3:1 = 3 weeks direct, 4th week
consult): how often, and in which way, in words; of a model with two ways a record for each."""

import re
from collections.abc import Iterable

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.legend import Legend
from data.ingest.values import codes, frequencies, spelt

_WEEKS = r"(?:(?P<count>[1-9]) weeks?|(?P<nth>[1-9])(?:st|nd|rd|th) week|(?:last|final|remaining) week)\b"
_NEXT = re.sub(r"\?P<\w+>", "?:", _WEEKS)
_PART = re.compile(rf"{_WEEKS}(?: of)?(?: the month)?[:,]? ?(?P<rest>.*?)(?=[;,.+]? ?\b(?:and |then )?{_NEXT}|$)")
_EACH_WEEK = re.compile(r"(?:(?P<times>[1-9]) ?(?:x|times?)|once)(?: ?(?:a|per|each|/|every) ?w(?:ee)?k)?")
_MINUTES = re.compile(r"\b(\d{2,3}) ?min")
_UNCLEAR = re.compile(r"\b(?:weeks?|wks?|months?|times?|\d ?x)\b", re.IGNORECASE)
_LINE = re.compile(r"(?P<code>[A-Za-z0-9:/-]{1,6})\s*(?:=|\s[-–—])\s*(?P<meaning>[^=]+)$")
"""A line of a key of which the whole is one meaning."""
FREQUENCY = "Frequency"


def told(table: Table, key: Legend, remarks: Iterable[str]) -> Table:
    """The list of lines with what a key says of the codes of a column in their place, where most of them tell how often, and
    the others something of it that is asked about: a record for each part of a model, with its kind."""
    lines = (match for one in remarks if (match := _LINE.match(one.strip())) and _UNCLEAR.search(match["meaning"]))
    key = key | {match["code"].casefold(): match["meaning"] for match in lines}
    if not key or looks.written_for(table.headings, "sessions", "session_date"):
        return table
    for place, heading in enumerate(table.headings):
        if parts := _of_column(table, place, key):
            column = [parts.get((text or "").strip().casefold(), []) for text in table.body.column(place).to_pylist()]
            note = f"{heading}: how often, by the key that the file gives to its codes."
            return _in_words(table, place, column).noted(note)
    return table


def _of_column(table: Table, place: int, key: Legend) -> dict[str, list[str]]:
    """Code -> the amounts that its meaning tells, of a column of nothing but codes of a key; empty where they tell none,
    or nothing but periods."""
    if not table.all_are(place, lambda text: text.strip().casefold() in key):
        return {}
    meanings = {code: key[code] for code in (text.strip().casefold() for text in table.texts(place))}
    if not any(frequencies.read(meaning).sessions or codes.find(meaning, "kind") for meaning in meanings.values()):
        return {}
    parts = {code: _parts(meaning) for code, meaning in meanings.items()}
    are_told = all(told or _UNCLEAR.search(meanings[code]) for code, told in parts.items())
    is_one = are_told and sum(map(bool, parts.values())) * 2 > len(parts)
    return {code: told or [meanings[code]] for code, told in parts.items()} if is_one else {}


def _in_words(table: Table, place: int, column: list[list[str]]) -> Table:
    """The table with a record for each amount of a row, and the kind of each where meanings say it and no column does."""
    kinds = [[codes.find(one, "kind") for one in row] for row in column]
    table = table.called(place, FREQUENCY)
    if not any(map(any, kinds)) or looks.written_for(table.headings, "service_lines", "kind"):
        return table.in_parts({place: column})
    return table.also("Kind", [""] * len(column)).in_parts({place: column, len(table.headings): kinds})


def _parts(meaning: str) -> list[str]:
    """The amounts that a meaning tells, each of how often and in which way; empty where it tells no such thing."""
    bare = spelt.in_figures(" ".join(meaning.lower().split()))
    said = frequencies.read(meaning)
    if not said.problem and (said.sessions is not None or said.cycle is not None) and said.cycle:
        return [meaning]
    found = list(_PART.finditer(bare))
    whole = sum(int(one["count"] or 1) for one in found)
    are_told = len(found) > 1 and all(one["nth"] in (None, str(whole)) for one in found)
    each = [_EACH_WEEK.search(one["rest"]) for one in found]
    is_clear = len({one and one["times"] for one in each} - {None, "1"}) == 0 or all(each)
    return [_of_weeks(one, whole) for one in found] if are_told and is_clear and all(map(_way, found)) else []


def _way(part: re.Match[str]) -> str | None:
    return codes.find(re.sub(r"[,(].*", "", part["rest"]).strip(), "kind")


def _of_weeks(part: re.Match[str], whole: int) -> str:
    """A part of a model, by the weeks in which it repeats: 3 times every 4 weeks, direct."""
    each = _EACH_WEEK.search(part["rest"])
    times = int(part["count"] or 1) * int((each and each["times"]) or 1)
    length = _MINUTES.search(part["rest"])
    return f"{f'{length[1]} min ' if length else ''}{times} times every {whole} weeks, {_way(part)}"
