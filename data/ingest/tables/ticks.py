"""Ticks in columns side by side that each name a setting, a grouping or how far a goal is, in one column that says it."""

import pyarrow as pa

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import periods
from data.ingest.values import codes, statuses, words

PROGRESS = "progress_code"
TOPICS = {"setting": "Setting", "grouping": "Grouping", PROGRESS: "Progress"}
"""What ticks may tell, and the heading of the column that says it."""
FEWEST = 2
_GOALS = frozenset(("goal", "objective", "benchmark"))
_LOOKED_AT = 20
_WHERE = frozenset(("location", "setting", "place", "environment"))


def told(table: Table) -> Table:
    """The table with such columns as one for each topic, where it has none of that topic yet; two ticks in a row stay
    two words in the cell, which nobody knows: a question."""
    for topic in TOPICS:
        places = _places(table, topic)
        told_by = {_code(table.headings[place], topic) for place in places}
        if len(told_by) >= FEWEST and (topic != PROGRESS or told_by & periods.UNDER_WAY):
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
    """Whether a column holds nothing but ticks; None where it is blank."""
    first = [text for text in column.slice(0, _LOOKED_AT).to_pylist() if text and text.strip()]
    if not all(statuses.is_tick(text) for text in first):
        return False
    texts = [text for text in column.unique().to_pylist() if text and text.strip()]
    return all(statuses.is_tick(text) for text in texts) if texts else None


def _joined(table: Table, topic: str, places: list[int]) -> Table:
    marks = [[bool(text and text.strip()) for text in table.body.column(place).to_pylist()] for place in places]
    said = [
        "; ".join(_bare(table.headings[place]) for place, mark in zip(places, row, strict=True) if mark) or None
        for row in zip(*marks, strict=True)
    ]
    ticked = ", ".join(table.headings[place] for place in places)
    return table.without(*places).also(TOPICS[topic], said).noted(f"Ticks under {ticked}: {TOPICS[topic].lower()}.")
