"""Two facts in a cell, as the heading or the file's key says: Service / Type over Speech Therapy / Group; GO, HQ."""

import re
from collections.abc import Sequence

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks, signed
from data.ingest.values import codes, criteria, families, names, numbers, statuses, vocabulary, words

_IN_HEADING = re.compile(r"\s*/\s*|\s+(?:and|&)\s+")
_IN_CELLS = (" / ", " | ", " - ", " – ", "\n", "; ")
_AMOUNTS = families.AMOUNTS | {"week", "month"}
"""Words of headings whose cells are read as one: 30 min / week."""
_MOST = 0.9


def apart(table: Table) -> Table:
    """The table with each such column as two, where nearly all cells have the same sign once."""
    for place in reversed(range(len(table.headings))):
        names = _names(table.headings[place])
        if names and (sign := _sign(table.texts(place))):
            table = _apart(table, place, names, sign)
    return table


def _names(heading: str) -> tuple[str, str] | None:
    """The two names of a heading; one thing in two languages, or an amount, is one."""
    parts = [part for part in _IN_HEADING.split(heading.strip()) if part]
    told = [words.said_by(part) for part in parts]
    if (
        len(parts) != len(("one", "other"))
        or told[0] == told[1]
        or _AMOUNTS & (told[0] | told[1])
        or parts[1].isdigit()
    ):
        return None
    return parts[0], parts[1]


def _sign(texts: tuple[str, ...]) -> str | None:
    return next(
        (sign for sign in _IN_CELLS if texts and sum(text.count(sign) == 1 for text in texts) >= _MOST * len(texts)),
        None,
    )


def _apart(table: Table, place: int, names: tuple[str, str], sign: str) -> Table:
    told = [((text or "").partition(sign)) for text in table.body.column(place).to_pylist()]
    sides = ([one[side].strip() or None for one in told] for side in (0, 2))
    made = dict(zip(names, sides, strict=True))
    return table.instead(place, made).noted(f"{table.headings[place]}: two columns in one.")


_FROM_TO = re.compile(
    r"^(?:(?:will )?(?:(?:increase|decrease|improve|reduce|go|move|grow|drop)s? )?from )?(?P<first>\d.*?)\s*"
    r"(?:\b(?:up |down )?to\b|→|➔|->|=>|–>|>)\s*(?P<last>\d.*)$",
    re.IGNORECASE,
)


_DASHED = re.compile(r"^(?P<first>\d[^-–—/]*?)\s*[-–—/]\s*(?P<last>\d[^-–—/]*)$")
"""Where a heading says both, a dash stands for *to*, and a unit behind the last number is that of the first one too."""


def from_to(table: Table) -> Table:
    """The table of goals with what they begin with and are to reach in columns of their own, where one holds both (from 20%
    to 80%)."""
    if not looks.written_for(table.headings, "goals", "goal_text"):
        return table
    for place, heading in enumerate(table.headings):
        ends = _of_both if _says_both(heading) else _ends
        if not ends(table.first(place)) or not table.all_are(place, ends):
            continue
        both = [ends(text or "") or (None, None) for text in table.body.column(place).to_pylist()]
        made = {"Baseline": [first for first, _ in both], "Target": [last for _, last in both]}
        return table.instead(place, made).noted(f"{heading}: the baseline and the target in one.")
    return table


def _ends(text: str) -> tuple[str, str] | None:
    """The two measures of a text that tells from what to what, both of one unit."""
    match = _FROM_TO.match(" ".join(text.split()))
    return _alike(match["first"], match["last"]) if match else None


def _alike(first: str, last: str) -> tuple[str, str] | None:
    told = [criteria.read(first), criteria.read(last)]
    units = {one.unit and criteria.singular(one.unit) for one in told if one}
    return (first, last) if len(units) == 1 and None not in (*told, *units) else None


def _says_both(heading: str) -> bool:
    """Whether a heading says what goals begin with and what they are to reach: Baseline to criterion."""
    goals, parts = synonyms.headings("goals"), [words.heading(part) for part in _TO.split(heading)]
    return (
        len(parts) == len(("baseline", "target"))
        and parts[0] in goals["baseline"]
        and parts[1] in (*goals["target"], "goal")
    )


_TO = re.compile(r"\s*(?:\bto\b|→|➔|->|=>|–>|>|/|&|\band\b|[-–—])\s*")


def _of_both(text: str) -> tuple[str, str] | None:
    """The two measures of a text under such a heading, the first one maybe without the unit that stands behind the last."""
    bare = " ".join(text.split())
    match = _FROM_TO.match(bare) or _DASHED.match(bare)
    if match is None:
        return None
    first, last = match["first"], match["last"]
    behind = re.sub(r"^[\d.,]+", "", last)
    whole = f"{first}{behind}" if numbers.is_number(first) else first
    are_bare = numbers.is_number(first) and numbers.is_number(last)
    return (first, last) if are_bare else _alike(whole, last)


_BETWEEN_PEOPLE = re.compile(r"\s+[-–—/|]\s+|\s*;\s*|\s+\b(?:with|w/|by)\s+")
_HALF, FEWEST_PEOPLE = 0.5, 2


def of_people(table: Table) -> Table:
    """The table with student and provider in columns of their own, where one holds both and the credentials behind one of
    the two say who is who (Ada Lin - Jo Nagy, OTR/L); a cell that holds anything else names neither."""
    if any(words.heading(heading) in looks.of_students() for heading in table.headings):
        return table
    for place, heading in enumerate(table.headings):
        if not _BETWEEN_PEOPLE.search(table.first(place)):
            continue
        told = {text: both for text in table.texts(place) if (both := _student_and_provider(text))}
        if len(told) >= max(FEWEST_PEOPLE, _HALF * len(table.texts(place))):
            people = [told.get(text or "", (None, None)) for text in table.body.column(place).to_pylist()]
            made = {"Student Name": [one for one, _ in people], "Provider": [other for _, other in people]}
            return table.instead(place, made).noted(f"{heading}: student and provider in one cell.")
    return table


def _student_and_provider(text: str) -> tuple[str, str] | None:
    parts = [part.strip() for part in _BETWEEN_PEOPLE.split(text) if part.strip()]
    treats = [any(codes.find(one, "role") for one in names.credentials(part)) for part in parts]
    if (
        len(parts) != len(("student", "provider"))
        or sum(treats) != 1
        or not all(names.looks_whole(names.provider(one) or "") for one in parts)
    ):
        return None
    return parts[treats.index(False)], parts[treats.index(True)]


_BEHIND_SERVICE = re.compile(r"\s*\n\s*|\s+[-–—/|:]\s+|\s*[;:]\s+|\s*\((?=[^()]+\)$)")


def of_service(table: Table) -> Table:
    """The table with service and provider in columns of their own, where one holds a service and behind it who gives it
    (Speech Therapy, and on the next line Jo Nagy, SLP; OT - Lil Hart; OT (Lil Hart))."""
    for place, heading in enumerate(table.headings):
        if not _service_and_provider(table.first(place)) or words.heading(heading) in looks.of_students():
            continue
        told = {text: both for text in table.texts(place) if (both := _service_and_provider(text))}
        is_named = families.THERAPISTS & words.said_by(heading) or any(
            names.credentials(who) for _, who in told.values()
        )
        if is_named and len(told) >= _MOST * len(table.texts(place)):
            pairs = [told.get(text or "", (None, text)) for text in table.body.column(place).to_pylist()]
            made: dict[str, list[str | None]] = {"Provider": [who for _, who in pairs]}
            if not _tell_services(table.without(place)):
                made["Service"] = [service for service, _ in pairs]
            return table.instead(place, made).noted(f"{heading}: service and provider in one cell.")
    return table


def _service_and_provider(text: str) -> tuple[str, str] | None:
    parts = [part.strip(" )") for part in _BEHIND_SERVICE.split(text.strip()) if part]
    is_one = len(parts) == len(("service", "provider")) and codes.find(parts[0], "service") is not None
    if not is_one or signed.is_signature(parts[0]):
        return None
    bare = names.provider(parts[1]) or ""
    is_person = names.looks_whole(bare) and not signed.is_other(bare) and not statuses.read(bare).known
    return (parts[0], parts[1]) if is_person else None


_BETWEEN_CODES = re.compile(r"[\s,;/+&]+")
_OF_KEY = {"Service": "service", "Grouping": "grouping"}


def of_key(table: Table) -> Table:
    """The table with service and grouping in columns of their own, where a column holds nothing but codes for them, some
    cells several, that the file's own key tells; or where columns of modifiers (GO, HQ) do."""
    modifiers = [place for place, heading in enumerate(table.headings) if _OF_MODIFIERS.match(heading.strip())]
    if modifiers and not _tell_services(table):
        cells = zip(*(table.body.column(place).to_pylist() for place in modifiers), strict=True)
        rows = [" ".join(text for text in row if text and text.strip()) for row in cells]
        told = {text: _by_key(text, vocabulary.MODIFIERS | table.legend, of_all=False) for text in set(rows) if text}
        return _parted(table, modifiers, rows, told) if told and all(told.values()) else table
    for place in range(len(table.headings)) if table.legend else ():
        if not set(_codes_in(table.first(place))) <= table.legend.keys():
            continue
        told = {text: _by_key(text, table.legend, of_all=True) for text in table.texts(place)}
        if told and all(told.values()) and any(len(_codes_in(text)) > 1 for text in told) and not _tell_services(table):
            return _parted(table, [place], table.body.column(place).to_pylist(), told)
    return table


_OF_MODIFIERS = re.compile(
    r"^(?:(?:cpt|procedure|proc|hcpcs)[ .]*)?mod(?:ifier)?(?:s|\(s\))?[ .#]*[1-4]?$", re.IGNORECASE
)


def _parted(table: Table, places: list[int], rows: Sequence[str | None], told: dict[str, dict[str, str]]) -> Table:
    column = [told.get(text or "") or {} for text in rows]
    listed = ", ".join(table.headings[place] for place in places)
    made = {name: [one.get(name) for one in column] for name in _OF_KEY if any(one.get(name) for one in column)}
    return table.instead(places[0], made).without(*_behind(places, len(made))).noted(f"{listed}: service and grouping.")


def _behind(places: list[int], made: int) -> list[int]:
    """Where columns stand once the first of them gave way to ``made`` others."""
    return [place + made - 1 for place in places[1:]]


def _codes_in(text: str) -> list[str]:
    return [code.casefold() for code in _BETWEEN_CODES.split(text.strip()) if code]


def _by_key(text: str, key: dict[str, str], *, of_all: bool) -> dict[str, str]:
    """Service, and grouping where it is told, of a cell's codes; empty where two say another, or ``of_all`` where one of
    them says neither."""
    meanings = [key.get(code, "") for code in _codes_in(text)]
    said = [{name: code for name, topic in _OF_KEY.items() if (code := codes.find(one, topic))} for one in meanings]
    found = {name: {one[name] for one in said if name in one} for name in _OF_KEY}
    if (of_all and not all(said)) or len(found["Service"]) != 1 or len(found["Grouping"]) > 1:
        return {}
    return {name: codes_of.pop() for name, codes_of in found.items() if codes_of}


def _tell_services(table: Table) -> bool:
    """Whether a column that is headed as one of services names one in each cell."""
    places = looks.meant_for(table.headings, "sessions", "service")
    named = [[codes.find(text, "service") for text in table.texts(place)] for place in places]
    return any(told and all(told) for told in named)
