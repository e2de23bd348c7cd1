"""A key that stands in a column of the data itself: AP = Adequate Progress in one row, SP = Some Progress in the next."""

from collections.abc import Iterator, Sequence

import pyarrow as pa

from data.ingest.tables import legend

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
        key = _key(told)
        rest = [place for place in range(len(headings)) if place not in places]
        ends = key and not any(any(_texts(columns[place].slice(LOOKED_AT))) for place in places)
        if ends and any(_uses(texts[place], told, key) for place in rest):
            note = f"The key to codes under {headings[places[0]]} was read as such."
            return tuple(headings[at] for at in rest), [columns[at] for at in rest], key, (note,)
    return headings, columns, {}, ()


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
    said = {text.casefold() for text in texts if text}
    explained = [{code.casefold() for code, _ in legend.of_row(cells)} for cells in told]
    aside = (text and text.casefold() not in own for text, own in zip(texts, explained, strict=True))
    return sum(text in key for text in said) * 2 > len(said) and any(aside)
