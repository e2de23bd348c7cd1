"""How well each heading, with what stands beneath it, fits each place of a dataset."""

from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz

from data.contracts.synonyms import SLOTS, Slot
from data.ingest.mapping import evidence
from data.ingest.values.words import heading as words_of

CLOSE = 0.86
"""The likeness from which two headings may be the same words spelt differently."""
SOMEBODY_ELSE = frozenset(("middle", "preferred", "parent", "guardian", "mother", "father", "emergency", "next"))
"""Words that make another thing of what follows them."""
OWN_NAME = 0.02
ORDER = 0.0004
"""The words of a place are listed with the commonest first."""


@lru_cache(maxsize=20_000)
def likeness(heading: str, slot: Slot) -> float:
    """0 to 1: exact words, words in another order or spelling, or a heading that contains the place's words."""
    words = words_of(heading)
    if not words:
        return 0.0
    if words == slot.words[0]:
        return 1.0
    if words in slot.words:
        return 1.0 - OWN_NAME - ORDER * slot.words.index(words)
    return max(_near(words, other) for other in slot.words)


def _near(words: str, other: str) -> float:
    ratio = fuzz.token_sort_ratio(words, other) / 100
    if ratio >= CLOSE and len(other) > 3:
        return 0.92 * ratio
    mine, theirs = words.split(), other.split()
    if SOMEBODY_ELSE & (set(mine) - set(theirs)):
        return 0.0
    if len(theirs) >= 2 and set(theirs) <= set(mine) and len(mine) - len(theirs) <= 3:
        return 0.8 - 0.03 * (len(mine) - len(theirs))
    return 0.0


def scores(headings: tuple[str, ...], samples: list[tuple[str, ...]], dataset: str) -> np.ndarray:
    """A row a heading, a column a slot of the dataset: likeness weighed with what the values look like."""
    slots = SLOTS[dataset]
    table = np.zeros((len(headings), len(slots)))
    for row, (heading, texts) in enumerate(zip(headings, samples, strict=True)):
        for column, slot in enumerate(slots):
            name = likeness(heading, slot)
            table[row, column] = name and name * _fit(texts, slot)
    return table


def _fit(texts: tuple[str, ...], slot: Slot) -> float:
    share = evidence.share(texts, slot)
    return 0.9 if share is None else 0.25 + 0.75 * share
