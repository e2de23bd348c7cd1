"""Chance that remembers what it chose: the parts of a composition, a third of which are kept for the last test."""

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Literal, TypeVar

Parts = Literal["all", "seen", "held"]
_T = TypeVar("_T")
_KEPT = 3
"""One part in so many is kept from the eyes of those who tune."""


@cache
def vocabulary() -> dict[str, dict[str, list[str]]]:
    """Table -> topic -> headings."""
    return tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text(encoding="utf-8"))


def is_held(topic: str, part: str) -> bool:
    """Whether a part is kept for the last test, by a hash of its name."""
    return hashlib.sha256(f"{topic}|{part}".encode()).digest()[0] % _KEPT == 0


class Chooser:
    """Random choices of which those of parts are noted: topic -> part.

    ``parts``: ``seen`` takes no part that is kept, ``held`` only those where a topic has any, ``all`` any.
    """

    def __init__(self, seed: int, parts: Parts = "all") -> None:
        self.random = Random(seed)
        self.parts = parts
        self.chosen: dict[str, str] = {}

    def part(self, topic: str, options: Iterable[str]) -> str:
        """One of the parts of a topic."""
        allowed = list(options)
        if self.parts != "all":
            fit = [one for one in allowed if is_held(topic, one) == (self.parts == "held")]
            allowed = fit or allowed
        self.chosen[topic] = self.random.choice(allowed)
        return self.chosen[topic]

    def of(self, topic: str, options: Mapping[str, _T]) -> _T:
        """What one of the parts of a topic stands for."""
        return options[self.part(topic, options)]

    def heading(self, topic: str, but: Iterable[str] = ()) -> str:
        """A heading of a topic of the vocabulary (``sessions.minutes``), spelt as somebody may spell it."""
        table, _, name = topic.partition(".")
        taken = {*but}
        return self.part(f"heading {topic}", [one for one in vocabulary()[table][name] if one not in taken])

    def odds(self, share: float) -> bool:
        """True that often."""
        return self.random.random() < share

    def one(self, options: Iterable[_T]) -> _T:
        """Any, unnoted."""
        return self.random.choice(list(options))

    def weighed(self, topic: str, weights: Mapping[str, int]) -> str:
        """One of the ways of a topic, noted, the likelier the heavier: ways are never kept."""
        self.chosen[topic] = self.random.choices(list(weights), list(weights.values()))[0]
        return self.chosen[topic]
