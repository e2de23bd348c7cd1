"""Codes whose meaning the file itself tells where no remark does: in their heading's brackets (FREQ (1=WEEKLY 2=MONTHLY)), or
as the letter behind a number of times (2W, where W is per week)."""

import re
from collections.abc import Iterable

from data.ingest.model import Table
from data.ingest.tables import legend
from data.ingest.values import codes, families, frequencies, statuses, words

_IN_BRACKETS = re.compile(r"^(?P<name>[^()\[\]]*\w[^()\[\]]*?)\s*[(\[](?P<key>[^()\[\]]+=[^()\[\]]+)[)\]]\s*$")
_FEWEST = 2


def by_headings(table: Table) -> Table:
    """The table with the meaning of codes in their place, where their heading's brackets tell of each a period, or what
    became of a session, or each another thing of one topic; a code that isn't told stays, which nobody may guess."""
    for place, heading in enumerate(table.headings):
        match = _IN_BRACKETS.match(heading)
        key = legend.read([(match["key"],)]) if match else {}
        if match is None or len(key) < _FEWEST or not _is_understood(list(key.values())):
            continue
        name = match["name"].strip()
        table = _in_words_of(table, place, key).called(place, name).noted(f"{name}: codes by the key in the heading.")
    return table


_OF_COLUMN = re.compile(
    r"(?P<name>[A-Za-z][\w /.#&-]{1,24}?)(?: codes?| key)?\s*:\s*(?P<key>[^:]*=[^:]*?)(?=\s{2,}|[|;\n]|$|\s+[A-Za-z]\w{1,14}\s*:)"
)


def by_columns(table: Table, remarks: Iterable[str]) -> Table:
    """The table with the meaning of codes in their place, where a remark tells the key of a column by its heading (Svc: 01=OT
    02=PT   Loc: 01=Classroom), so that the same code may mean another thing in each."""
    keys = {words.heading(match["name"]): legend.read([(match["key"],)])
            for remark in remarks for match in _OF_COLUMN.finditer(remark)}  # fmt: skip
    understood = {name: key for name, key in keys.items() if len(key) >= _FEWEST and _is_understood(list(key.values()))}
    return by_fields(table, understood)


Keys = dict[str, legend.Legend]
"""The heading of a column, in plain form -> the key to its codes."""


def by_fields(table: Table, keys: Keys) -> Table:
    """The table with the meaning of codes in their place in columns that have a key of their own and hold nothing else."""
    for place, heading in enumerate(table.headings):
        key = keys.get(words.heading(heading), {})
        texts = table.texts(place) if key else []
        if texts and {text.strip().casefold() for text in texts} <= key.keys():
            table = _in_words_of(table, place, key).noted(f"{heading}: codes by the key that the file gives to them.")
    return table


def _in_words_of(table: Table, place: int, key: legend.Legend) -> Table:
    """The table with what a key says of a column's codes in their place; a code that isn't told stays."""
    column = table.body.column(place).to_pylist()
    return table.filled(place, [key.get((text or "").strip().casefold(), text) for text in column])


def _is_understood(meanings: list[str]) -> bool:
    """Whether all meanings of a key are periods, or what became of a session, or all are things of one topic."""
    return (
        all(map(_is_period, meanings))
        or all(statuses.read(one).status and statuses.read(one).minutes is None for one in meanings)
        or any(all(codes.find(one, topic) for one in meanings) for topic in codes.TOPICS)
    )


def _is_period(meaning: str) -> bool:
    said = frequencies.read(meaning)
    nothing_else = said.sessions is None and said.amount_minutes is None and said.bare is None
    return said.cycle is not None and not said.problem and nothing_else


_TIMES = re.compile(r"^(?P<count>[1-9]|1[0-2])\s*(?:x\s*/?\s*)?(?P<letter>[A-Za-z]{1,2})$", re.IGNORECASE)
_OF_TIMES = frozenset(("frequency", "session", "times", "cycle"))
_OF_LENGTHS = families.TIMES


def times(table: Table) -> Table:
    """The table with times and their period in words (2 times per week) where a column of frequencies holds nothing but a
    number and a letter, and the file's own key tells the letter's period."""
    periods = {code: meaning for code, meaning in table.legend.items() if _is_period(meaning)}
    for place, heading in enumerate(table.headings) if periods else ():
        said = words.said_by(heading)
        texts = table.texts(place) if said & _OF_TIMES and not said & _OF_LENGTHS else []
        if not texts or not all(_TIMES.match(text.strip()) for text in texts):
            continue
        told = {text: _in_words(text, periods) for text in texts}
        table = table.filled(place, [told.get(text or "", text) for text in table.body.column(place).to_pylist()])
    return table


def _in_words(text: str, periods: dict[str, str]) -> str:
    match = _TIMES.match(text.strip())
    period = periods.get(match["letter"].casefold()) if match else None
    return f"{match['count']} times {period}" if match and period else text
