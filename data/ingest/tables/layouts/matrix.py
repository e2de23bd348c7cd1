"""Who supervises whom as a grid: people down and across, how long in the cells; a record for each filled cell."""

import re
from collections.abc import Sequence

import pyarrow as pa

from data.ingest.tables.layouts import melting
from data.ingest.tables.long import Long, filled, long
from data.ingest.values import codes, names, numbers, words
from data.ingest.values.vocabulary import ASSISTANTS

FEWEST = 2
_SUPERVISES = re.compile(r"\bsupervis", re.IGNORECASE)
_UNIT = re.compile(
    r"\b(hours?|hrs?|minutes?|mins?)\s*(?:per|an?|each|every|/)\s*(month|mo)\b|\bmonthly\s+(hours|minutes)\b",
    re.IGNORECASE,
)
"""How long by the month; by the week isn't told in hours a month."""
_NOBODY = frozenset(("assistant", "assistants", "supervising", "supervisor", "supervisors", "therapist", "therapists"))
_HEADS = ("Assistant", "Supervising Therapist")


def melt(headings: tuple[str, ...], columns: list[pa.Array], remarks: Sequence[str]) -> Long | None:
    """The long form of such a grid; None where nothing says that it is of supervision, where a cell is no number, or where
    credentials don't tell the assistants from those who supervise them."""
    if not any(_SUPERVISES.search(text) for text in (*remarks, *headings)):
        return None
    across = [place for place, heading in enumerate(headings) if _role(heading)]
    rest = [place for place in range(len(headings)) if place not in across and not melting.is_sum(headings[place])]
    if len(across) < FEWEST or len(rest) != 1 or not _are_numbers([columns[place] for place in across]):
        return None
    down = [text or "" for text in columns[rest[0]].to_pylist()]
    sides = [{_role(text) in ASSISTANTS for text in texts} for texts in (down, [headings[place] for place in across])]
    if not all(map(_role, down)) or any(len(side) != 1 for side in sides) or sides[0] == sides[1]:
        return None
    heads = _HEADS if sides[0] == {True} else _HEADS[::-1]
    cells = filled({place: columns[place].to_pylist() for place in across})
    unit = next((match[1] or match[3] for text in remarks if (match := _UNIT.search(text))), None)
    made = {
        heads[0]: [down[row] for row, _ in cells],
        heads[1]: [headings[place] for _, place in cells],
        "Hours per Month" if unit else "Amount": [
            f"{columns[place][row]} {unit} per month" if unit else columns[place][row].as_py() for row, place in cells
        ],
    }
    return long(headings, columns, range(len(headings)), cells, made)


def _role(text: str) -> str | None:
    """The role that the credentials behind a whole name say."""
    told = {code for word in names.credentials(text) if (code := codes.find(word, "role"))}
    is_name = names.looks_whole(words.plain(text)) and not _NOBODY & set(words.plain(text).split())
    return told.pop() if len(told) == 1 and is_name else None


def _are_numbers(columns: list[pa.Array]) -> bool:
    texts = [text for column in columns for text in column.to_pylist() if text and text.strip()]
    return bool(texts) and all(map(numbers.is_number, texts))
