"""What single words of a heading say that nobody listed: the kind of thing, and which of that kind."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Meaning:
    """Of one place: a head must be there; one of ``needs`` too where there are any; ``agrees`` may stand beside them."""

    heads: frozenset[str]
    needs: frozenset[str]
    agrees: frozenset[str]


@cache
def _listed() -> dict[str, dict[str, dict[str, list[str]]]]:
    return tomllib.loads(Path(__file__).with_name("meanings.toml").read_text(encoding="utf-8"))


@cache
def meanings(dataset: str) -> dict[str, Meaning]:
    """Place -> what its headings are made of."""
    return {
        name: Meaning(*(frozenset(told.get(part, ())) for part in ("heads", "needs", "agrees")))
        for name, told in _listed().get(dataset, {}).items()
    }


@cache
def words(topic: str) -> frozenset[str]:
    """``neutral`` words, which change nothing, or ``strangers``, which make something else of a heading."""
    return frozenset(_listed()["words"][topic])  # type: ignore[arg-type]
