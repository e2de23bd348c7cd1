"""Ticks, or yes and no, in columns side by side that each name a setting, a grouping or how far a goal is, in one column that
says it; so with minutes in columns that each name a reason why a session was missed."""

import pyarrow as pa

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks, numbered_periods
from data.ingest.values import codes, families, flags, marks, numbers, statuses, words

PROGRESS = "progress_code"
TOPICS = {"grouping": "Grouping", "setting": "Setting", PROGRESS: "Progress"}
"""What ticks may tell, and the heading of the column that says it; Setting last of those that it may be told under."""
FEWEST = 2
_GOALS = families.GOALS
_LOOKED_AT = 20
_WHERE = families.PLACES


def told(table: Table) -> Table:
    """The table with such columns as one for each topic, where it has none of that topic yet; two ticks in a row stay
    two words in the cell, which nobody knows: a question."""
    for topic in TOPICS:
        places = _places(table, topic)
        told_by = {_code(table.headings[place], topic) for place in places}
        if len(told_by) >= FEWEST and (topic != PROGRESS or told_by & numbered_periods.UNDER_WAY):
            table = _joined(table, topic, places)
    return table


def _places(table: Table, topic: str) -> list[int]:
    """The columns of ticks whose headings name one of the topic, by its words only."""
    if any(words.heading(heading) in _listed(topic) for heading in table.headings):
        return []
    if topic == PROGRESS and not any(_GOALS & words.said_by(heading) for heading in table.headings):
        return []
    named = [place for place, heading in enumerate(table.headings) if _code(heading, topic)]
    ticked = {place: _are_ticks(table.body.column(place)) for place in named}
    return [place for place, told in ticked.items() if told is not False] if any(ticked.values()) else []


def _code(heading: str, topic: str) -> str | None:
    return codes.find(heading, topic) or codes.find(_bare(heading), topic)


def _bare(heading: str) -> str:
    """A heading without the words that say only that it is a place."""
    return " ".join(word for word in heading.split() if words.plain(word) not in _WHERE) or heading


def _listed(topic: str) -> frozenset[str]:
    if topic == PROGRESS:
        return frozenset(synonyms.headings("measurements")[topic])
    return frozenset(synonyms.headings("shared")[topic]) - {"push in", "pull out"}


def _are_ticks(column: pa.ChunkedArray) -> bool | None:
    """Whether a column holds nothing but ticks, or yes and no; None where it is blank."""
    first = [text for text in column.slice(0, _LOOKED_AT).to_pylist() if text and text.strip()]
    if not all(map(_answers, first)):
        return False
    texts = [text for text in column.unique().to_pylist() if text and text.strip()]
    return all(map(_answers, texts)) if texts else None


def _answers(text: str) -> bool:
    """Whether a cell is a tick, yes or no; a one or none may count something."""
    return marks.is_tick(text) or (numbers.to_float(text) is None and flags.read(text).value is not None)


def _joined(table: Table, topic: str, places: list[int]) -> Table:
    ticked = [[flags.read(text).value is True for text in table.body.column(place).to_pylist()] for place in places]
    said = [
        "; ".join(_bare(table.headings[place]) for place, mark in zip(places, row, strict=True) if mark) or None
        for row in zip(*ticked, strict=True)
    ]
    listed = ", ".join(table.headings[place] for place in places)
    return table.without(*places).also(TOPICS[topic], said).noted(f"Ticks under {listed}: {TOPICS[topic].lower()}.")


_FEWEST_MINUTES, _MOST_MINUTES = 5.0, 400.0
"""Numbers under reasons that are minutes: smaller ones alone may count or tick."""
_OF_MINUTES = frozenset(("minute", "minutes", "min", "mins"))


def minutes_missed(table: Table) -> Table:
    """The log with the minutes of columns that are each headed by why a session was missed (Student absent, School event)
    as minutes missed and their reason; two reasons in a row stay two words, which are asked about."""
    if not looks.written_for(table.headings, "sessions", "session_date") or _tells_missed(table):
        return table
    places = [place for place, heading in enumerate(table.headings) if _why(heading) and _are_minutes(table, place)]
    if len(places) < FEWEST:
        return table
    cells = list(zip(*(table.body.column(place).to_pylist() for place in places), strict=True))
    told = [[numbers.to_float(text) if text else None for text in row] for row in cells]
    why = [
        " + ".join(_why(table.headings[place]) for place, one in zip(places, row, strict=True) if one) or None
        for row in told
    ]
    lost = [f"{sum(filter(None, row)):g}" if any(row) else None for row in told]
    listed = ", ".join(table.headings[place] for place in places)
    found = table.without(*places).also("Minutes Missed", lost).also("Missed Reason", why)
    return found.noted(f"The minutes under {listed} were missed, for that reason.")


def _why(heading: str) -> str:
    """The reason that a heading is, without its word for minutes; empty where it is none."""
    bare = " ".join(word for word in heading.split() if words.plain(word) not in _OF_MINUTES)
    said = statuses.read(bare)
    return bare if said.status == "missed" and said.reason else ""


def _tells_missed(table: Table) -> bool:
    return any(looks.written_for(table.headings, "sessions", name) for name in ("minutes_missed", "reason"))


def _are_minutes(table: Table, place: int) -> bool:
    """Whether a column holds nothing but numbers, one of them as long as sessions are; a blank one goes with the others."""
    if table.first(place) and numbers.to_float(table.first(place)) is None:
        return False
    told = [numbers.to_float(text) for text in table.texts(place)]
    some = [one for one in told if one is not None]
    return len(some) == len(told) and (not told or _FEWEST_MINUTES <= max(some) <= _MOST_MINUTES)
