"""What a heading that nobody listed means, by its words: ``Minutes Rendered`` are minutes, ``Clock In`` is a start."""

from collections.abc import Set
from functools import cache, lru_cache

from data.contracts import synonyms
from data.contracts.meanings import Meaning, meanings, words
from data.ingest.values import families
from data.ingest.values.words import said_by, spelt_out

WORTH = 0.76
"""What a heading is worth whose words all speak for one place: less than one that is listed or has a listed one in it."""
STRANGE = 0.06
"""What each word takes off that no list has."""
MOST_STRANGE = 2
CYCLES = families.CYCLES
"""Minutes by the week or month are no session's."""


def worth(heading: str, name: str, dataset: str) -> float:
    """0 to ``WORTH``: what a heading, in plain form, is worth for a place of a dataset by its words."""
    return _told(heading, dataset).get(name, 0.0)


@lru_cache(maxsize=50_000)
def _told(heading: str, dataset: str) -> dict[str, float]:
    """Place -> what the words are worth for it: of those that share a head, those whose needs are met."""
    said = frozenset(spelt_out(heading).split())
    if dataset == "measurements" and spelt_out(heading) in _of_a_goal():
        return {}
    places = {name: meaning for name, meaning in meanings(dataset).items() if said & meaning.heads}
    if said >= _LENGTH_OF_UNIT and "units" not in heading.split():
        places.pop("minutes", None)
    met = {name: meaning for name, meaning in places.items() if said & meaning.needs - _only_head(said, meaning)}
    told = met or {name: meaning for name, meaning in places.items() if not meaning.needs}
    others = strangers() | (CYCLES if dataset == "sessions" else frozenset())
    strange = _STRANGE_TO | ({"minutes": words("planned") | words("promised")} if is_promised(said) else {})
    found = {name: _rest(said, meaning, others | strange.get(name, frozenset())) for name, meaning in told.items()}
    return {name: WORTH - STRANGE * len(rest) for name, rest in found.items() if rest is not None}


_LENGTH_OF_UNIT = frozenset(("unit", "minute"))
"""How long a unit is that is billed (Minutes per Unit) is no session's length; units in minutes (Units Min) are."""


@cache
def _of_a_goal() -> frozenset[str]:
    """The headings, spelt out, of what a goal begins with and is to reach, and when: Goal % is no score."""
    listed = synonyms.headings("goals")
    return frozenset(
        spelt_out(one) for name in ("baseline", "target", "start_date", "due_date") for one in listed[name]
    )


_OF_A_PLAN = frozenset({"iep", "program", "education"})
_OF_A_GOAL = frozenset({"initial", "start", "desired", "expected", "scheduled", "mastery", "first", "baseline"})
_STRANGE_TO = {"session_date": _OF_A_PLAN, "measured_on": _OF_A_PLAN, "value": _OF_A_GOAL}
"""What makes another thing of a heading of one place only: the date of an IEP is that of no session, and of no score; an
initial or desired performance is none either."""
_GIVEN = words("given") | {"see", "attendance", "received", "done", "completed", "logged", "worked"}


def is_promised(said: Set[str]) -> bool:
    """Whether the words of a heading say that what it tells was planned or promised, and none that it was given: such
    minutes are none of a session that was given."""
    return bool(said & (words("planned") | words("promised") | {"intended"})) and not said & _GIVEN


def _only_head(said: frozenset[str], meaning: Meaning) -> frozenset[str]:
    """The one head of a heading, which can't be what it needs as well."""
    heads = said & meaning.heads
    return heads if len(heads) == 1 and len(said & meaning.needs) == 1 and heads <= meaning.needs else frozenset()


def _rest(said: frozenset[str], meaning: Meaning, others: frozenset[str]) -> frozenset[str] | None:
    """The words that nobody knows; None where there are too many, a stranger among them, or a mark (``Minutes B``)."""
    rest = said - meaning.heads - meaning.needs - meaning.agrees - (words("neutral") - others)
    is_marked = any(len(word) == 1 or word[-1].isdigit() for word in rest)
    return None if len(rest) > MOST_STRANGE or is_marked or rest & others else rest


def strangers() -> frozenset[str]:
    """Words that make another thing of the heading in which they stand."""
    return words("strangers")


def without_owner(heading: str, name: str) -> str:
    """A heading in plain form without the system whose id it is (NJSMART SID), or the agency whose therapist (IU
    Therapist); empty where neither stands before what it names."""
    topic = _OWNERS.get(name)
    return _without(heading, topic) if topic else ""


@lru_cache(maxsize=20_000)
def _without(heading: str, topic: str) -> str:
    owners = {one.replace(" ", "") for one in words(topic)}
    told = heading.split()
    parted = next((at for at in range(1, len(told)) if "".join(told[:at]) in owners), 0)
    rest = " ".join(told[parted:])
    return rest if parted and (topic == "systems" or "provider" in said_by(rest)) else ""


_OWNERS = {"student_id": "systems", "provider_id": "systems", "provider_name": "agencies"}


def without_promise(heading: str) -> str:
    """A heading in plain form without a first word that only says that it is promised (Mandate Duration); empty where it
    has none, and of bare minutes, which may then be those of all sessions."""
    first, _, rest = heading.partition(" ")
    is_bare = said_by(rest) <= {"minute", "hour"}
    return rest if first in _promises() and not is_bare else ""


@cache
def _promises() -> frozenset[str]:
    return words("promised") | words("planned") - {"scheduled", "iep"}
