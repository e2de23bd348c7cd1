"""A key that stands in a column of the data itself: AP = Adequate Progress in one row, SP = Some Progress in the next."""

import re
from collections.abc import Iterator, Sequence

import pyarrow as pa

from data.ingest.tables import legend
from data.ingest.values import numbers, words

FEWEST, LOOKED_AT = 2, 200
"""Codes from which a column is a key, and rows that a key stands in."""
Cells = list[list[str]]
"""What each row says of a key."""


def taken(
    headings: tuple[str, ...], columns: list[pa.Array]
) -> tuple[tuple[str, ...], list[pa.Array], legend.Legend, tuple[str, ...]]:
    """Headings and columns without those that explain the codes of another column, the key that they give, and what is
    to be said of it."""
    texts = [_texts(column.slice(0, LOOKED_AT)) for column in columns]
    for places, told in _candidates(headings, texts):
        heading = headings[places[0]]
        key = _key([*told, [heading]] if _is_line(heading) and len(places) == 1 else told)
        rest = [place for place in range(len(headings)) if place not in places]
        ends = key and not any(any(_texts(columns[place].slice(LOOKED_AT))) for place in places)
        if ends and (_is_headed(heading, told) or any(_uses(texts[place], told, key) for place in rest)):
            note = f"The key to codes under {heading} was read as such."
            return tuple(headings[at] for at in rest), [columns[at] for at in rest], key, (note,)
    return headings, columns, {}, ()


def _is_line(text: str) -> bool:
    """Whether a text tells a code and its meaning: A = absent."""
    return "=" in text and bool(list(legend.of_row([text])))


def _is_headed(heading: str, told: Cells) -> bool:
    """Whether a column of nothing but codes with their meanings is headed as a key is, by one of these, or by nothing."""
    bare = words.heading(heading)
    named = _OPEN.fullmatch(bare) is not None or bare in _KEYS or _is_line(heading)
    return named and all(len(cells) == 1 and _is_line(cells[0]) for cells in filter(None, told))


_OPEN = re.compile(r"(?:column [a-z]{1,3})?")
"""How a column is called that has no heading."""
_KEYS = frozenset(("key", "legend", "key to codes", "code key", "attendance key"))


def _texts(column: pa.Array) -> list[str]:
    return [(text or "").strip() for text in column.to_pylist()]


def _candidates(headings: Sequence[str], texts: list[list[str]]) -> Iterator[tuple[tuple[int, ...], Cells]]:
    """Columns whose cells may be pairs of a key, and those of codes beside their meanings."""
    for place, told in enumerate(texts):
        yield (place,), [[text] if text else [] for text in told]
    for place in range(len(texts) - 1):
        if legend.is_of_codes(headings[place]) and legend.is_of_meanings(headings[place + 1]):
            both = zip(texts[place], texts[place + 1], strict=True)
            yield (place, place + 1), [[code, meaning] if code or meaning else [] for code, meaning in both]


def _key(told: Cells) -> legend.Legend:
    """The key that cells give; empty where any of them is no pair, or a code is told twice."""
    pairs: list[tuple[str, str]] = []
    for cells in filter(None, told):
        of_row = list(legend.of_row(cells))
        if not of_row:
            return {}
        pairs += of_row
    key = legend.settled(pairs)
    return key if len(key) == len(pairs) >= FEWEST else {}


def _uses(texts: list[str], told: Cells, key: legend.Legend) -> bool:
    """Whether most texts of a column are codes of a key, and not each the one that is explained beside it."""
    said = {text.casefold() for text in texts if text and not numbers.is_number(text)}
    explained = [{code.casefold() for code, _ in legend.of_row(cells)} for cells in told]
    aside = (text and text.casefold() not in own for text, own in zip(texts, explained, strict=True))
    return sum(text in key for text in said) * 2 > len(said) and any(aside)
