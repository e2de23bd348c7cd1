"""An amount that changes from a day on: 2x30 until 11/14, then 1x30; Reduced to 1x30 on 11/10."""

import re
from dataclasses import dataclass
from functools import lru_cache

from data.ingest.values import codes, ends, frequencies

_DAY = rf"(?P<day>{ends.DAY})(?![\d/])"
_FROM = r"(?:as of|eff(?:ective|\.)?|from|start(?:ing|s|ed)?|beg(?:in(?:ning|s)?|an)|since|on)"
_BETWEEN = r"\s*[,;:(–-]?\s*"
_THEN = r"(?:(?:and |& ?)?(?:then|after(?:wards?| that| which)?|thereafter|from then on)\b[:,]?\s*)"
_UNTIL = re.compile(
    rf"^(?P<before>.+?){_BETWEEN}\b(?:un)?(?:til|thru|through)\s+{_DAY}\)?{_BETWEEN}{_THEN}?(?P<after>.+?)$",
    re.IGNORECASE,
)
_THEN_FROM = re.compile(
    rf"^(?P<before>.+?)\s*[,;]?\s*\b{_THEN}{_FROM}\s+{_DAY}\s*[:,–-]?\s*(?P<after>.+?)$", re.IGNORECASE
)
_FROM_BEHIND = re.compile(
    rf"^(?P<before>.+?)\s*[,;]?\s*\b{_THEN}(?P<after>[^,;(]+?)\s+{_FROM}\s+{_DAY}$", re.IGNORECASE
)
_LESS = (
    r"reduc(?:ed?|ing|tion)|decreas(?:ed?|ing)|lowered|cut|drop(?:ped|s)?|went down|(?:step|fad)(?:ped|ed)? ?down|down"
)
_MORE = r"increas(?:ed?|ing)|raised|went up|bumped(?: up)?|up"
_OTHER = r"chang(?:ed?|ing|e in \w+)|amended|amendment|revised|modified|adjusted|moved|switched|went|now"
_CHANGED = re.compile(
    rf"^(?:(?:{_FROM}\s+)?(?P<early>{ends.DAY})\s*[:,–-]?\s*)?"
    r"(?:(?:iep|mandates?|services?|time|min(?:utes)?|freq(?:uency)?|amount|(?P<service>ot|pt|st|slp|speech))\s+)*"
    r"(?:was |were |has been )?"
    rf"(?:(?P<less>{_LESS})|(?P<more>{_MORE})|(?:{_OTHER}))\s*(?:down |up )?"
    r"(?P<to>(?:from )?(?P<before>\d.*?)\s*(?:\bto\b|->|→)|to\b:?|:|=|->|→)?\s*"
    rf"(?P<after>\d.*?)(?:{_BETWEEN}(?:{_FROM}\s+)?(?P<late>{ends.DAY})(?![\d/])\)?)?(?P<rest>$|\s*[.;,()–-].*)",
    re.IGNORECASE,
)
_AMOUNTS = r"iep|mandates?|services?|time|min(?:utes)?|freq(?:uency)?|amount|ot|pt|st|slp|speech|therapy|sessions?|tx"
_A_DAY = re.compile(ends.DAY, re.IGNORECASE)
_TALKED_OF = re.compile(
    rf"\b(?:{_LESS}|{_MORE}|chang(?:ed|ing)|amended|revised|modified)\b\W+(?:(?:{_AMOUNTS}|from \d\S*(?: \w+)?)\W+)*"
    r"(?:(?:to|by)\W+)?(?=\d)",
    re.IGNORECASE,
)
"""Words of another amount: reduced to, changed from ... to."""
_NO_AMOUNT = re.compile(
    r"%|\b(?:grade|level|age|percent|goals?|accuracy|trials?|room|period|students?|group of)\b", re.IGNORECASE
)
LESS, MORE = "less", "more"


@dataclass(frozen=True)
class Change:
    """What a text says of an amount that changes: the one before, where it tells it, the one after, the day as written,
    whether that is the last one of the amount before, whether it is less or more, and of which service it is said."""

    before: str | None
    after: str
    day: str
    is_last: bool = False
    way: str | None = None
    service: str | None = None


@lru_cache(maxsize=5_000)
def in_cell(text: str) -> Change | None:
    """Both amounts of a cell with the day between them; the cycle of one alone is that of both. Two of other services, or
    given in other ways, are two lines, and none of them ends."""
    bare = " ".join(text.split())
    for pattern in (_UNTIL, _THEN_FROM, _FROM_BEHIND):
        match = pattern.match(bare)
        if match and (both := _of_one_cycle(_plain(match["before"]), _plain(match["after"]))):
            return Change(*both, match["day"], pattern is _UNTIL)
    return None


@lru_cache(maxsize=5_000)
def in_remark(text: str) -> Change | None:
    """The amount to which a remark says that a line changed, and the day; None where it is only planned, or no day is told,
    or two are, or what is told may be by how much it became less or more (reduced 20 min)."""
    bare = " ".join(text.split()).strip(" .")
    match = _CHANGED.match(bare)
    if (
        not match
        or ends.is_open(match["rest"])
        or _A_DAY.search(match["rest"])
        or bool(match["early"]) == bool(match["late"])
        or ((match["less"] or match["more"]) and not match["to"])
    ):
        return None
    before, after = match["before"], _plain(match["after"])
    if not _is_amount(after) or (before and not _is_amount(_plain(before))):
        return None
    way = LESS if match["less"] else MORE if match["more"] else None
    service = codes.find(match["service"], "service") if match["service"] else None
    return Change(_plain(before) if before else None, after, match["early"] or match["late"], way=way, service=service)


def amended(*after: str) -> str:
    """The remark of an amended amount of which no column tells the day."""
    return f"{_AMENDED} {', '.join(after)}"


_AMENDED = "amended amount without its day:"


def open_words(text: str) -> str | None:
    """The words by which a remark may say that a line's amount is another one: reduced to 1x30. A share or a level that
    changed (down to 40%) is no amount."""
    bare = " ".join(text.split())
    if bare.startswith(_AMENDED):
        return bare
    match = _TALKED_OF.search(bare)
    if match is None or _NO_AMOUNT.search(bare) or _THOUGHT_OF.search(bare[: match.start()]):
        return None
    told = _AN_AMOUNT.match(bare[match.end() :])
    return f"{match[0]}{told[0]}".strip().lower() if told else None


_AN_AMOUNT = re.compile(
    r"\W{0,3}\d+\s*(?:[x×]\s*(?:/|per |a )?\s*\w+|times|sessions?|min\w*|hours?|hrs?)", re.IGNORECASE
)
_THOUGHT_OF = re.compile(
    r"\b(?:consider\w*|discuss\w*|recommend\w*|propos\w*|request\w*|plan(?:ned|s|ning)?|not|goal|may|might|could|wants?|mtg|"
    r"meeting|if|last year)\b",
    re.IGNORECASE,
)


def _plain(text: str) -> str:
    return text.strip(" ,;:()–-")


def _is_amount(text: str) -> bool:
    said = frequencies.read(text)
    told = said.amount_minutes or said.minutes_per_session or said.bare or said.sessions
    return not said.problem and said.usable and bool(told)


def _of_one_cycle(before: str, after: str) -> tuple[str, str] | None:
    if not _is_amount(before) or not _is_amount(after) or not _are_alike(before, after):
        return None
    return with_cycle(before, after), with_cycle(after, before)


def _are_alike(before: str, after: str) -> bool:
    told = [[codes.find(text, topic) for text in (before, after)] for topic in codes.TOPICS]
    return all(other is None or other == own for own, other in told)


def with_cycle(text: str, other: str) -> str:
    """An amount with the cycle of another one, where it tells none itself."""
    cycle = None if frequencies.read(text).cycle else _CYCLE.search(other)
    return f"{text} {cycle[0]}" if cycle else text


_CYCLE = re.compile(
    r"(?:\b(?:per|a|each|every) |/ ?)?\b(?:week(?:ly)?|wk(?:ly)?|month(?:ly)?|mo|qtr|quarter(?:ly)?|year(?:ly)?|yr)\b",
    re.IGNORECASE,
)
