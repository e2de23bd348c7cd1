"""Headings that name only whose minutes stand beneath them (Vision Direct, Consult), completed by what they are."""

from dataclasses import replace

from data.ingest.model import Table
from data.ingest.values import codes, numbers, words

FEWEST = 2
LEAST, MOST, USUAL = 5, 480, 10
"""Minutes that a session or a week of sessions may have, and what the half of them have at least."""
_LONGEST = 5


def named(table: Table) -> Table:
    """The table with the word minutes behind such headings, where two or more stand over numbers that may be minutes."""
    bare = [place for place, heading in enumerate(table.headings) if _is_subject(heading) and _minutes(table, place)]
    if len(bare) < FEWEST:
        return table
    return replace(
        table,
        headings=tuple(f"{one} Minutes" if place in bare else one for place, one in enumerate(table.headings)),
    )


def _is_subject(heading: str) -> bool:
    told = words.heading(heading).split()
    named = codes.find(heading, "service") is not None or any(word not in _JOINING for word in told)
    return named and 0 < len(told) <= _LONGEST and all(map(_tells, told))


def _tells(word: str) -> bool:
    """Whether a word is of a service, or of how it is given."""
    return word in _JOINING or any(codes.find(word, topic) for topic in ("service", "kind", "grouping", "role"))


_JOINING = frozenset(("o", "m", "and", "therapy", "services", "service", "language", "orientation", "mobility", "tvi"))


def _minutes(table: Table, place: int) -> bool:
    texts = table.texts(place)
    told = [number for text in texts if (number := numbers.to_float(text)) is not None]
    fit = len(told) == len(texts) > 0 and all(number == 0 or LEAST <= number <= MOST for number in told)
    return fit and sorted(told)[len(told) // 2] >= USUAL
