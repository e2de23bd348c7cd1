"""What single words of a heading say that nobody listed: the kind of thing, and which of that kind."""

from dataclasses import dataclass
from functools import cache

from data.contracts.listed import listed


@dataclass(frozen=True)
class Meaning:
    """Of one place: a head must be there; one of ``needs`` too where there are any; ``agrees`` may stand beside them."""

    heads: frozenset[str]
    needs: frozenset[str]
    agrees: frozenset[str]


@cache
def meanings(dataset: str) -> dict[str, Meaning]:
    """Place -> what its headings are made of."""
    return {
        name: Meaning(*(frozenset(told.get(part, ())) for part in ("heads", "needs", "agrees")))
        for name, told in listed("meanings").get(dataset, {}).items()
    }


@cache
def words(topic: str) -> frozenset[str]:
    """``neutral`` words, which change nothing; ``strangers``, which make something else of a heading; those of what was
    ``given``, of what was ``planned`` of a session, and of what an IEP has ``promised``; ``agencies`` and ``systems``;
    ``statewide`` of a student's id that the whole state has."""
    return frozenset(listed("meanings")["words"][topic])
