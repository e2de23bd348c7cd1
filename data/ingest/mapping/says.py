"""What a heading says of every value beneath it: a cycle, a setting, a service (``Push-in min/wk``)."""

import re

from data.contracts import meanings
from data.contracts.words import phrases
from data.ingest.values import codes, families, vocabulary
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by

BY_DAY = "rotation:1"
_CYCLES = (
    (r"\b(?:2nd|second|other|alternate) (?:week|wk)\b", "weeks:2"),
    (r"\b(?:3rd|third) (?:week|wk)\b", "weeks:3"),
    (r"\b(?:4th|fourth) (?:week|wk)\b", "weeks:4"),
    (r"\b(weekly|per week|a week|wk|week|wkly|w|mpw)\b", "week"),
    (r"\b(monthly|per month|a month|mo|month|mpm)\b", "month"),
    (r"\b(quarterly|per quarter|quarter|qtr)\b", "quarter"),
    (r"\b(semester)\b", "semester"),
    (r"\b(iep year)\b", "iep_year"),
    (r"\b(yearly|annual|annually|per year|a year|year|yr|mpy)\b", "year"),
    (r"\b(daily|per day|a day|day)\b", BY_DAY),
)
_DAYS = r"days? (?:per |a |each |in a )?(?:week|wk|month|mo|quarter|qtr|year|yr)"
_QUANTITY = re.compile(
    rf"\b(min|mins|minutes|mpw|mpm|mpy|hours|hrs|hr|sessions?|times|x|amount|frequency|freq|sess|units?|visits?|contacts?|mandates?|{_DAYS}|"
    rf"time (?:per |a |each )?(?:week|wk|month|mo)|(?:weekly|monthly) time)\b"
)
_CLASS = r"(?:gen|general|reg|regular|sp|special) ?ed(?:ucation)?(?: class\w*| setting)?"
_SETTING = re.compile(
    rf"\b({_CLASS}|push in|pull out|pi|po|co teach|tele\w*|"
    r"(?:inside|in|outside|out)(?: of)?(?: the)? (?:gen|general|reg|regular)(?: ed\w*)?(?: class\w*)?|"
    rf"out(?:side)?(?: of)?(?: the)? class\w*|{vocabulary.CONSULT_STAFF}|{vocabulary.CONSULT_FAMILY})\b"
)
_KIND = re.compile(r"\b(direct|indirect|consult\w*)\b")
_GROUPING = re.compile(r"\b(individual|indiv|ind|group|grp)\b(?! size)")
_SERVICE = re.compile(
    r"\b(ot|pt|slp|st|speech(?: and)?(?: lang\w*)?|occupational|physical|sdi|sai|rsp|counsel\w*|aud|audiology|ape|adapted pe|"
    r"vision|tvi|o and m|orientation(?: and)? mobility|dhh|nursing|social work|psych\w*|behavior)"
    r"(?: therapy| services?)?\b"
)
_OF_AN_AMOUNT = re.compile(
    "|".join((_QUANTITY.pattern, _SERVICE.pattern, r"\b(?:per|total|service|services|w|m|number|of)\b"))
    + "|"
    + "|".join(pattern for pattern, _ in _CYCLES)
)
_NO_PLACE = frozenset(
    ("in", "out", "pull", "push", "inside", "outside", "consult", "consultation", "consultative", "indirect")
)
"""Words that only tell a place where others say of what; kinds, which are told as such."""


def said(heading: str, field: str | None, dataset: str) -> tuple[tuple[str, str], ...]:
    """(subject, value) pairs: cycle, kind and grouping for service lines, setting and service wherever a quantity is.

    ``Minutes per day`` that are each session's say no cycle: how often there are sessions says it.
    """
    words = words_of(heading)
    of_lines = dataset == "service_lines"
    is_amount = _QUANTITY.search(words) or (of_lines and field == "frequency")
    if field is None or field.startswith("stated_") or not is_amount:
        return ()
    found = [("cycle", one) for one in cycles(words) if of_lines and (one, field) != (BY_DAY, "minutes_per_session")]
    setting, service = _place(words)[1], _service(words)
    found += [("setting", setting)] if setting else []
    found += [("service", service)] if service else []
    told = [("kind", _KIND)] if of_lines or service or field == "minutes" else []
    told += [("grouping", _GROUPING)] if of_lines or service else []
    for topic, pattern in told:
        if (match := pattern.search(words)) and (code := codes.find(_in_full(match[0], heading), topic)):
            found.append((topic, code))
    return tuple(found)


def _in_full(word: str, heading: str) -> str:
    """A word in full where those beside it settle it: *ind* is indirect or individual, and beside direct the latter."""
    return "individual" if word == codes.IND and codes.is_direct_ind(heading) else word


def subject(heading: str) -> tuple[tuple[str, str], ...]:
    """What a heading of an amount names beside its cycle: setting, service, kind; empty where it names nothing."""
    return tuple(pair for pair in said(heading, "amount_minutes", "service_lines") if pair[0] != "cycle")


def are_apart(one: str, other: str) -> bool:
    """Whether two headings of amounts each name another setting, grouping, kind or service: neither is the whole of both."""
    first, second = dict(subject(one)), dict(subject(other))
    return any(second.get(topic, told) != told for topic, told in first.items())


LENGTHS = families.TIMES | {"unit", "amount"}


def tells_amount(heading: str) -> bool:
    """Whether a heading names minutes or hours of a cycle, and none that were given, owed or billed: Speech min/mo."""
    return bool(LENGTHS & said_by(heading)) and not is_of_others(heading) and bool(cycles(words_of(heading)))


def is_of_others(heading: str) -> bool:
    """Whether words of a heading make another thing of an amount: minutes that were given, owed or billed; those of a
    teacher, unless there is consult with them."""
    told = said_by(heading)
    others = meanings.words("given") | meanings.words("strangers")
    return bool(told & (others - _CONSULTED if told & _CONSULT else others))


_CONSULT = frozenset(("consult", "consultation"))
_CONSULTED = frozenset(("teacher", "staff", "parent", "family", "team"))
"""With whom there is consult."""


def without_subject(heading: str) -> str:
    """A heading of an amount without what else it names: ``OT Min/Wk`` is min wk; empty where it names nothing else."""
    if not subject(heading):
        return ""
    rest = words_of(heading)
    if place := _place(rest)[0]:
        rest = rest.replace(place, " ")
    if (listed := _beside_amount(rest)) in phrases("service"):
        rest = rest.replace(listed, " ")
    for pattern in (_SERVICE, _KIND, _GROUPING):
        rest = pattern.sub(" ", rest)
    return " ".join(rest.split())


_UNIT = re.compile(r"\s*[(\[](?!\d)[^()\[\]\d]{1,24}[)\]]|\s*(?:%|\b(?:percent(?:age)?|pct)\b)", re.IGNORECASE)


def without_unit(heading: str) -> str:
    """A heading of a measure, in plain form, without what it is counted in: Present Level (%), % at start, Aim (wpm); empty
    where it names no unit."""
    rest = _UNIT.sub(" ", heading)
    return "" if rest == heading else words_of(rest)


def _place(words: str) -> tuple[str, str | None]:
    """(the words of a heading that name a place, its code): Pull Out min/wk, and any listed one that is all that an amount
    is told of (In Class min/wk)."""
    if match := _SETTING.search(words):
        return match[0], codes.find(match[0], "setting")
    whole = _words_left(_OF_AN_AMOUNT, words)
    for bare in (whole, _words_left(_KIND, whole)):
        known = bare not in _NO_PLACE and f" {bare} " in f" {words} "
        if known and (code := phrases("setting").get(bare)):
            return bare, code
    return "", None


def cycles(words: str) -> list[str]:
    """The cycle that a heading's words name, if any."""
    return [cycle for pattern, cycle in _CYCLES if re.search(pattern, words)][:1]


def _service(words: str) -> str | None:
    """The one service that the words of a heading name, or any listed one that is all that an amount is told of (MPW SW);
    Resource is where it is given."""
    found = {codes.find(match[0], "service") for match in _SERVICE.finditer(words)}
    if found:
        return found.pop() if len(found) == 1 else None
    beside = _beside_amount(words)
    return None if beside == _place(words)[0] else phrases("service").get(beside)


def _beside_amount(words: str) -> str:
    """What a heading names beside an amount and its cycle: sw of MPW SW; empty where it tells no amount."""
    return _words_left(_OF_AN_AMOUNT, words) if _QUANTITY.search(words) else ""


def _words_left(pattern: re.Pattern[str], words: str) -> str:
    return " ".join(pattern.sub(" ", words).split())


def owner(heading: str) -> tuple[str, str] | None:
    """(service, the rest) of a heading that begins with a service and then names something else: ``OT Ind/Grp``."""
    words = words_of(heading)
    match = _SERVICE.match(words)
    rest = " ".join(_SERVICE.sub(" ", words).split())
    service = _service(words)
    return (service, rest) if match and service and rest else None


def by_area(own: list[int], headings: tuple[str, ...]) -> list[list[int]]:
    """The columns of one subject, apart where they are amounts of several areas (SDI Reading min/wk, SDI Math min/wk), or
    in several rooms (Hours in Resource Room, Hours in Therapy Room)."""
    told = [said_by(headings[number]) for number in own]
    common = frozenset.intersection(*told)
    areas = [one - common for one in told]
    rooms = [said_by(_place(words_of(headings[number]))[0]) for number in own]
    are_areas = all(area and area <= _AREAS for area in areas)
    are_rooms = all(area and area <= room for area, room in zip(areas, rooms, strict=True))
    are_apart = len({*areas}) == len(own) > 1 and (are_areas or are_rooms)
    return [[number] for number in own] if are_apart else [own]


_AREAS = frozenset(
    ("reading", "writing", "written", "expression", "math", "ela", "literacy", "spelling", "language", "art", "behavior",
     "social", "emotional", "life", "daily", "living", "skill", "functional", "academic", "study", "comprehension")
)  # fmt: skip
"""Words of what specialized instruction is in."""
