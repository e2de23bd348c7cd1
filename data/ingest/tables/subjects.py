"""Headings that name only whose minutes stand beneath them (Vision Direct, Consult), completed by what they are."""

from data.ingest.model import Table
from data.ingest.values import codes, frequencies, numbers, words

FEWEST = 2
LEAST, MOST, USUAL = 5, 480, 10
"""Minutes that a session or a week of sessions may have, and what the half of them have at least."""
_LONGEST = 5


def named(table: Table) -> Table:
    """The table with the word minutes behind such headings, where two or more stand over numbers that may be minutes, or
    one that is the name of a service and no other column tells of an amount."""
    bare = [place for place, heading in enumerate(table.headings) if _is_subject(heading) and _minutes(table, place)]
    if len(bare) < FEWEST and not _is_alone(table, bare):
        return table
    for place in bare:
        table = table.called(place, f"{table.headings[place]} Minutes")
    return table


def _is_alone(table: Table, bare: list[int]) -> bool:
    """Whether one service is named over the only numbers that may be an amount: a caseload list with a column OT."""
    others = [words.said_by(heading) for place, heading in enumerate(table.headings) if place not in bare]
    return (
        len(bare) == 1
        and codes.find(table.headings[bare[0]], "service") is not None
        and not any(one & _OF_AMOUNTS for one in others)
    )


_OF_AMOUNTS = frozenset(
    {"minute", "hour", "time", "duration", "length", "amount", "frequency", "start", "end", "score", "fte"}
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
    """Whether the texts are minutes, some of them in words that say how many: 30, 45, 2x30/wk."""
    texts = table.texts(place)
    told = [number for text in texts if (number := numbers.to_float(text)) is not None]
    fit = len(told) > 0 and all(number == 0 or LEAST <= number <= MOST for number in told)
    return (
        fit
        and sorted(told)[len(told) // 2] >= USUAL
        and all(
            numbers.to_float(text) is not None or frequencies.read(text).amount_minutes is not None for text in texts
        )
    )
