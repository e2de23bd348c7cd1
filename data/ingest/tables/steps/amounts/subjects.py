"""Headings that name only whose minutes stand beneath them (Vision Direct, Consult), completed by what they are."""

import re

from data.ingest.model import Table
from data.ingest.values import codes, families, frequencies, nothing, numbers, words

FEWEST = 2
LEAST, MOST, USUAL = 5, 480, 10
"""Minutes that a session or a week of sessions may have, and what the half of them have at least."""
_LONGEST = 5


def named(table: Table) -> Table:
    """The table with the word minutes behind such headings, where two or more stand over numbers that may be minutes, or
    one that is the name of a service and no other column tells of an amount; with hours, where a title says that they are
    hours of a period; with frequency behind two or more that also
    say where (Direct in General Education), or name services (OT Service, PT Service), or one of consult beside others, over
    amounts with their periods."""
    bare = [place for place, heading in enumerate(table.headings) if _is_subject(heading) and _minutes(table, place)]
    if bare:
        bare += [
            place for place, heading in enumerate(table.headings) if _is_period(heading) and _minutes(table, place)
        ]
        bare += [at for at, one in enumerate(table.headings) if at not in bare and _are_mostly(table, at, one)]
    if len(bare) >= FEWEST or _is_alone(table, bare):
        return _called(table, bare, "Minutes")
    hours = [place for place, heading in enumerate(table.headings) if _is_subject(heading) and _hours(table, place)]
    if len(hours) >= FEWEST and any(_IN_HOURS.search(note) for note in table.notes):
        return _called(table, hours, "Hours")
    whole = [place for place, heading in enumerate(table.headings) if _is_how(heading) and _amounts(table, place)]
    of_services = [
        place for place, one in enumerate(table.headings) if _OF_SERVICE.search(one) and _amounts(table, place)
    ]
    if (
        len(whole) < FEWEST
        and len({codes.find(table.headings[place], "service") for place in of_services} - {None}) >= FEWEST
    ):
        for place in of_services:
            table = table.called(place, _OF_SERVICE.sub(" Frequency", table.headings[place]))
        return table
    return _called(table, whole, "Frequency") if len(whole) >= FEWEST or _is_consult(table, whole) else table


_SPECIAL = re.compile(
    r"\b(?:sped|sp[. ]*ed\b\.?|special ed(?:ucation)?)(?: services?)?(?! (?:class|room|setting|loc))", re.IGNORECASE
)
_GENERAL = re.compile(r"\b(?:gen|general|reg|regular)[. ]*ed", re.IGNORECASE)


def of_special_education(table: Table) -> Table:
    """The table with specialised instruction in place of special education over minutes beside those of other services (Sp Ed
    Minutes, OT Minutes); beside general education, or alone, it says where service is given."""
    timed = [at for at, one in enumerate(table.headings) if families.CLOCK & words.said_by(one)]
    sums = [at for at in timed if words.said_by(table.headings[at]) & {"total", "all", "combined", "sum"}]
    special = [at for at in timed if _SPECIAL.search(words.heading(table.headings[at])) and at not in sums]
    others = {codes.find(table.headings[at], "service") for at in timed if at not in special} - {None, "SDI"}
    if len(special) != 1 or not others or any(_GENERAL.search(words.heading(one)) for one in table.headings):
        return table
    return table.called(special[0], _SPECIAL.sub("SDI", words.heading(table.headings[special[0]])))


_OF_SERVICE = re.compile(r"(?<=\w)[ _-]+(?:services?|svcs?|therapy)\s*$", re.IGNORECASE)
"""Behind the service of an amount (OT Service: 2x30/wk)."""


def _called(table: Table, places: list[int], what: str) -> Table:
    for place in places:
        table = table.called(place, f"{table.headings[place]} {what}")
    return table


def _is_consult(table: Table, whole: list[int]) -> bool:
    """Whether the one such column is of consult, and others tell the amounts of the lines."""
    others = (words.said_by(heading) for place, heading in enumerate(table.headings) if place not in whole)
    told = any(one & _OF_LINES for one in others)
    return len(whole) == 1 and codes.find(table.headings[whole[0]], "kind") == "indirect" and told


_OF_LINES = families.CLOCK | {"frequency", "times", "session", "mandate"}


def _is_how(heading: str) -> bool:
    """Whether a heading names the kind or place of a service, and no amount."""
    named = codes.tells(heading, codes.HOW)
    return named and not words.said_by(heading) & _OF_AMOUNTS


def _amounts(table: Table, place: int) -> bool:
    """Whether most texts are amounts, each with its period (30 min/week), and the others at least tell a number: what of
    these can't be read is asked about. The first ones tell most columns that aren't."""
    first = table.first(place)
    if nothing.is_nothing(first):
        first = next((text for text in table.texts(place) if not nothing.is_nothing(text)), "")
    if not any(letter.isdigit() for letter in first):
        return False
    told = [text for text in table.texts(place) if not nothing.is_nothing(text)]
    whole = sum(map(_is_whole, told))
    return whole * 2 > len(told) and all(any(letter.isdigit() for letter in text) for text in told)


def _is_whole(text: str) -> bool:
    said = frequencies.read(text)
    return said.cycle is not None and said.amount_minutes is not None


_IN_HOURS = re.compile(
    r"\b(?:hours|hrs)\b(?: of service)? (?:per|a|each|by the) (?:week|month)\b|\b(?:weekly|monthly) (?:hours|hrs)\b",
    re.IGNORECASE,
)
_MOST_HOURS = 30
"""Hours that a week of school may have."""


def _hours(table: Table, place: int) -> bool:
    """Whether all texts are numbers of hours that a service may be given in a week."""
    told = [numbers.to_float(text) for text in table.texts(place) if not nothing.is_nothing(text)]
    return any(told) and all(number is not None and number <= _MOST_HOURS for number in told)


def _is_alone(table: Table, bare: list[int]) -> bool:
    """Whether one service is named over the only numbers that may be an amount: a caseload list with a column OT."""
    others = [words.said_by(heading) for place, heading in enumerate(table.headings) if place not in bare]
    return (
        len(bare) == 1
        and codes.find(table.headings[bare[0]], "service") is not None
        and not any(one & _OF_AMOUNTS for one in others)
    )


_OF_AMOUNTS = families.TIMES | families.ENDS | {"amount", "frequency", "score", "fte"}


def _is_subject(heading: str) -> bool:
    told = words.heading(heading).split()
    named = codes.find(heading, "service") is not None or any(word not in _JOINING | _BY_TIME for word in told)
    return named and 0 < len(told) <= _LONGEST and all(map(_tells, told))


def _is_period(heading: str) -> bool:
    """Whether a heading says by what time alone: Weekly, Per month."""
    told = words.heading(heading).split()
    return bool(told) and set(told) <= _BY_TIME


def _tells(word: str) -> bool:
    """Whether a word is of a service, or of how it is given."""
    return word in _JOINING | _BY_TIME or codes.tells(word, ("service", "kind", "grouping", "role"))


_JOINING = frozenset(("o", "m", "and", "therapy", "services", "service", "language", "orientation", "mobility", "tvi"))
_BY_TIME = frozenset(
    ("weekly", "monthly", "quarterly", "yearly", "per", "a", "week", "wk", "month", "mo", "quarter", "qtr", "year")
)
"""Words of the period of an amount, which tell no subject by themselves."""


def _are_mostly(table: Table, place: int, heading: str) -> bool:
    """Whether a heading names a service over minutes, with a few words among them (declined): these are asked about."""
    texts = [text for text in table.texts(place) if not nothing.is_nothing(text)]
    told = [number for text in texts if (number := numbers.to_float(text)) is not None]
    named = _is_subject(heading) and codes.find(heading, "service") is not None
    return named and 2 * len(told) > len(texts) and all(number == 0 or LEAST <= number <= MOST for number in told)


def _minutes(table: Table, place: int) -> bool:
    """Whether the texts are minutes, some of them in words that say how many: 30, 45, 2x30/wk."""
    texts = table.texts(place)
    told = [number for text in texts if (number := numbers.to_float(text)) is not None]
    fit = len(told) > 0 and all(number == 0 or LEAST <= number <= MOST for number in told)
    return (
        fit
        and sorted(told)[len(told) // 2] >= USUAL
        and all(
            numbers.to_float(text) is not None or frequencies.read(text).amount_minutes is not None for text in texts
        )
    )
