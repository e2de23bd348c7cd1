"""Where a provider is on which weekday, drawn as a grid of weekdays, turned to one record for each half-day."""

import re
from collections.abc import Collection, Sequence

import pyarrow as pa

from data.contracts import synonyms
from data.contracts.datasets import WEEKDAYS
from data.ingest.model import Table
from data.ingest.tables import spread
from data.ingest.tables.layouts import bookings
from data.ingest.tables.long import Long, filled, long
from data.ingest.values import codes, families, flags, names, weekdays, words

FEWEST, FEWEST_HALVES = 4, 2
"""Weekdays from which headings are those of a week; fewer where each says its half of the day (Monday AM)."""
_MOST = 0.8
_DAY = re.compile(
    r"^(mon|tue|wed|thu|fri)(?:day|s|sday|nesday|r|rs|rsday)?s?(?: (am|pm|a m|p m|morning|afternoon|full day|all day))?$"
)
_MARKED = re.compile(
    r"\s*[-–(:]?\s*\b(a\.?m\.?|p\.?m\.?|mornings?|afternoons?|all day|full day)\b\.?\)?\s*[-–:]?\s*", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*(?:[/;\n&]|,|\band\b)\s*")
_NOWHERE = frozenset(
    ("off", "lunch", "travel", "planning", "flex", "not working", "no school", "out", "na", "none", "x")
)


def melt(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """The long form of a grid of weekdays in whose cells stand schools, or halves of the day beside a school.

    None where it is no such grid: no provider or half of the day by row, students, or names of people in the cells.
    """
    days = {place: told for place, heading in enumerate(headings) if (told := _DAY.match(_in_full(heading)))}
    halved = sum(told[2] is not None for told in days.values())
    fewest = FEWEST_HALVES if len(days) == halved >= FEWEST else FEWEST
    rest = [place for place in range(len(headings)) if place not in days]
    if len({told[1] for told in days.values()}) < fewest or _names_students(headings) or _has_slots(columns, rest):
        return None
    texts = {place: columns[place].to_pylist() for place in days}
    told_in = [text for listed in texts.values() for text in listed if spread.is_filled(text)]
    schools = next((place for place in rest if words.heading(headings[place]) in _school_words()), None)
    blank = [
        at for at in rest if _is_of_schools(headings[at]) and not any(map(spread.is_filled, columns[at].to_pylist()))
    ]
    schools = None if schools in blank else schools
    halves = next((place for place in rest if _are_halves(columns[place])), None)
    if not told_in or not _fits(headings, told_in, schools, halves):
        return None
    found = []
    for row in range(len(columns[0])):
        half = _half(columns[halves][row].as_py()) if halves is not None else None
        for place, told in days.items():
            if spread.is_filled(text := texts[place][row]):
                own = _half(told[2]) or half
                found += [(row, told[1], *one) for one in _visits(text, own, beside_school=schools is not None)]
    return _long(headings, columns, (*days, halves, *blank), found, "School" if schools is None else None)


_LETTER = re.compile(r"^(?P<day>m|tu?|w|th|r|f) (?=(?:[ap]m|a m|p m|mornings?|afternoons?)$)")


def _in_full(heading: str) -> str:
    """A heading in plain form, the weekday of a half of the day in short where a letter tells it: M AM."""
    return _LETTER.sub(lambda found: f"{weekdays.NAMES[weekdays.LETTERS[found['day']]]} ", words.heading(heading))


def is_of_half_a_day(heading: str) -> bool:
    """Whether a heading is a weekday with its half of the day: Mon AM, Monday afternoon."""
    told = _DAY.match(_in_full(heading))
    return told is not None and told[2] is not None


def _has_slots(columns: list[pa.Array], places: list[int]) -> bool:
    """Whether a column holds times from and to: what stands beside them is on for that long, and no half of a day."""
    return any(bookings.are_slots(columns[at]) for at in places)


def _is_of_schools(heading: str) -> bool:
    return words.said_by(heading) <= {"school", "building", "site", "campus"}


_PEOPLE_APART = re.compile(r"\s*(?:[/;\n&]|\band\b)\s*")
_NO_PERSON = frozenset(
    ("school", "elementary", "middle", "high", "academy", "primary", "preschool", "room", "office", "center")
)


def is_board(headings: tuple[str, ...]) -> bool:
    """Whether headings are those of a grid of schools and weekdays, and of no people: who is there stands in the cells."""
    bare = [words.heading(heading) for heading in headings]
    days = {told[1] for heading in bare if (told := _DAY.match(heading))}
    rest = {heading for heading in bare if not _DAY.match(heading)}
    schools, named = rest & _school_words(), rest & {*_providers()}
    return len(days) >= FEWEST and bool(schools) and not named and not _names_students(headings)


def by_people(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """The long form of a grid of schools and weekdays in whose cells stand those who are there (Ada Lin; Bo Osei (PM)), a
    record for each of them; None where a cell says anything but whole names."""
    days = {place: told[1] for place, heading in enumerate(headings) if (told := _DAY.match(words.heading(heading)))}
    if not is_board(headings):
        return None
    found: list[tuple[int, str, str | None, str | None]] = []
    for row, place in filled({place: columns[place].to_pylist() for place in days}):
        parts = [part for part in _PEOPLE_APART.split(columns[place][row].as_py().strip()) if part]
        people = [_visit(part, "full") for part in parts if words.plain(part) not in _NOWHERE]
        if not all(who and _is_person(who) for _, who in people):
            return None
        found += [(row, days[place], half, who) for half, who in people]
    return _long(headings, columns, days, found, "Provider Name") if found else None


def _is_person(text: str) -> bool:
    told = words.plain(text).split()
    return names.looks_whole(text) and text[:1].isupper() and not _NO_PERSON & set(told)


def _names_students(headings: tuple[str, ...]) -> bool:
    named = synonyms.headings("student")
    listed = {word for name in ("student_name", "student_last_name", "student_first_name") for word in named[name]}
    return any(words.heading(heading) in listed - {"name", "last name", "first name", "full name", "last", "first"}
               for heading in headings)  # fmt: skip


def _school_words() -> frozenset[str]:
    return frozenset(synonyms.headings("shared")["school"])


def _are_halves(column: pa.Array) -> bool:
    texts = [text for text in column.to_pylist() if text and text.strip()]
    return bool(texts) and all(_half(text) for text in texts)


def _half(text: str | None) -> str | None:
    bare = words.plain(text or "").replace("a m", "am").replace("p m", "pm").removesuffix("s")
    return codes.find(bare, "half_day") if len(bare) > 1 else None


def _fits(headings: tuple[str, ...], filled: list[str], schools: int | None, halves: int | None) -> bool:
    if schools is not None:
        told = sum(_half(text) is not None or not flags.read(text).failed for text in filled)
        return told >= _MOST * len(filled)
    people = synonyms.headings("provider")
    listed = {word for name in ("provider_name", "provider_id", "provider_last_name") for word in people[name]} | {
        "name"
    }
    forms = set(map(words.spelt_out, listed))
    by_provider = any(words.spelt_out(words.heading(heading)) in forms for heading in headings)
    wordy = sum(any(letter.isalpha() for letter in text) and len(text) > 2 for text in filled) >= _MOST * len(filled)
    return wordy and (by_provider or halves is not None)


def _visits(text: str, half: str | None, *, beside_school: bool) -> list[tuple[str | None, str | None]]:
    """(half of the day, school) of each visit that a cell names; a whole cell without a half is the full day, or the half that
    its heading or row tells, unless it says another one."""
    if beside_school:
        told = _half(text) or ((half or "full") if flags.read(text).value else None)
        return [(told if half in (None, told) else None, None)]
    parts = [part for part in _SPLIT.split(text.strip()) if part]
    marked = [_MARKED.search(part) for part in parts]
    if len(parts) == 1 or not any(marked):
        return [] if words.plain(text) in _NOWHERE else [_visit(text, half or "full" if len(parts) == 1 else half)]
    return [_visit(part, None) for part in parts if words.plain(_MARKED.sub("", part)) not in _NOWHERE]


def _visit(text: str, half: str | None) -> tuple[str | None, str | None]:
    match = _MARKED.search(text)
    return (_half(match[1]), _MARKED.sub(" ", text).strip()) if match else (half, text.strip())


def _long(
    headings: tuple[str, ...],
    columns: list[pa.Array],
    gone: Collection[int | None],
    found: Sequence[tuple[int, str | None, str | None, str | None]],
    last: str | None,
) -> Long:
    """A record for each visit: (row, weekday, half of the day, school or person), with what the ``last`` of it is; None:
    another column tells that."""
    made: dict[str, list[str | None]] = {
        "Weekday": [day for _, day, _, _ in found], "Half Day": [half for _, _, half, _ in found],
    }  # fmt: skip
    made |= {last: [one for *_, one in found]} if last else {}
    return long(headings, columns, gone, found, made)


_HALVES = frozenset({"am", "pm"})
_UNTIL = re.compile(r"^([A-Za-z]+)\s*[-–]\s*([A-Za-z]+)$")
_ALL_WEEK = frozenset({"daily", "every day", "all week", "all days", "everyday"})
FEWEST_SCHOOLS = 2
FIRST_ROWS = 50


def by_weekday(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """The long form of a grid of providers and schools in whose cells stand weekdays (M W; T/Th; F am), or None."""
    if _names_students(headings) or not any(words.heading(heading) in _providers() for heading in headings):
        return None
    told = {place: _in_weekdays(column) for place, column in enumerate(columns)
            if words.heading(headings[place]) not in _providers()}  # fmt: skip
    schools = [place for place, cells in told.items() if any(cells)]
    if len(schools) < FEWEST_SCHOOLS or any(_names_no_school(headings[place]) for place in schools):
        return None
    found = [(row, day, half, headings[place]) for row in range(len(columns[0])) for place in schools
             for day, half in told[place][row]]  # fmt: skip
    return _long(headings, columns, schools, found, "School")


def _names_no_school(heading: str) -> bool:
    """Whether a heading is a word for schools or for days, and so not called after one."""
    return words.heading(heading) in _school_words() or bool(_OF_DAYS & words.said_by(heading))


def in_pairs(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """The long form of a list of providers with several schools and the weekdays at each (Bldg 1, Bldg 1 Days, Bldg 2,
    Bldg 2 Days), or None. A school without its days, or days without their school, is a record that lacks them."""
    if _names_students(headings) or not any(words.heading(heading) in _providers() for heading in headings):
        return None
    pairs = _pairs(headings, columns)
    if len(pairs) < FEWEST_SCHOOLS:
        return None
    found: list[tuple[int, str | None, str | None, str | None]] = []
    for row in range(len(columns[0])):
        for school, (_, visits) in pairs.items():
            where = columns[school][row].as_py()
            told = visits[row] or (((None, None),) if spread.is_filled(where) else ())
            found += [(row, day, half, where) for day, half in told]
    return _long(headings, columns, {*pairs, *(place for place, _ in pairs.values())}, found, "School")


_Visits = list[tuple[tuple[str, str], ...]]


def _pairs(headings: tuple[str, ...], columns: list[pa.Array]) -> dict[int, tuple[int, _Visits]]:
    """Column of schools -> that of its weekdays, and those: the school of the same number, or the one right before."""
    told = {place: words.said_by(heading) for place, heading in enumerate(headings)}
    schools = [place for place, said in told.items() if families.SITES & said and not _OF_DAYS & said]
    pairs: dict[int, tuple[int, _Visits]] = {}
    for place in (place for place, said in told.items() if _OF_DAYS & said):
        number = re.findall(r"\d+", headings[place])
        alike = [at for at in schools if number and re.findall(r"\d+", headings[at]) == number] or [place - 1]
        visits = _in_weekdays(columns[place]) if alike[0] in schools else []
        if len(alike) == 1 and alike[0] not in pairs and any(visits):
            pairs[alike[0]] = (place, visits)
    return pairs


def _in_weekdays(column: pa.Array) -> list[tuple[tuple[str, str], ...]]:
    """The visits of each row; empty where a cell of the column is no weekdays: most tell so in their first rows."""
    said: dict[str | None, tuple[tuple[str, str], ...]] = {}
    for some in (column.slice(0, FIRST_ROWS), column):
        for text in some.unique().to_pylist():
            visits = _weekdays(text) if spread.is_filled(text) else ()
            if visits is None:
                return []
            said[text] = visits
    return [said[text] for text in column.to_pylist()]


def _providers() -> set[str]:
    people = synonyms.headings("provider")
    return {word for name in ("provider_name", "provider_id", "provider_last_name") for word in people[name]} | {"name"}


def _weekdays(text: str | None) -> tuple[tuple[str, str], ...] | None:
    """(weekday, half of the day) of each visit; None where a cell is anything else.

    A half behind several days could be of all or of the last one: it is told as it is written, and asked about.
    """
    bare = (text or "").strip()
    if words.plain(bare) in _ALL_WEEK:
        return tuple((day, "full") for day in WEEKDAYS)
    if (match := _UNTIL.match(bare)) and (ends := [_named(part) for part in match.groups()]) and all(ends):
        first, last = (WEEKDAYS.index(end[0]) for end in ends if end)
        return tuple((day, "full") for day in WEEKDAYS[first : last + 1]) if first < last else None
    found: list[tuple[str, str]] = []
    for part in (one for one in re.split(r"[\s,/&;+]+|\band\b", bare.replace(".", "")) if one):
        if part.lower() in _HALVES and found and found[-1][1] == "full":
            unclear = len(found) > 1 and all(half == "full" for _, half in found)
            found = [(day, bare) for day, _ in found] if unclear else [*found[:-1], (found[-1][0], part.lower())]
        elif days := _named(part):
            found += [(day, "full") for day in days]
        else:
            return None
    return tuple(found)


def _named(part: str) -> list[str] | None:
    """The weekdays of one word: Mon, Th, MWF; no weekend."""
    found = [weekdays.NAMES[day] for day in weekdays.all_of(part) or ()]
    return found if found and set(found) <= set(WEEKDAYS) else None


_ITEMS = re.compile(r"\s*(?:[,;\n&+]|/|\band\b)\s*")
_ITEM = re.compile(r"^(?P<day>[A-Za-z]+)\.?\s*(?:[-–:]|\()?\s*(?P<half>[A-Za-z][A-Za-z. ]*?)?\)?$")


_STUDENT = frozenset(("student id", "student number", "student", "dob", "date of birth", "birth date", "grade"))
"""Headings of lists in which a bare name may be a student's."""


def listed(table: Table) -> Table:
    """The table with a record for each weekday of a cell (Mon (all day), Wed (a.m.)) beside a provider and a school."""
    plain = [words.heading(heading) for heading in table.headings]
    named = _providers() & set(plain) and _school_words() & set(plain)
    if not named or table.melted or _names_students(table.headings) or "weekday" in plain or _STUDENT & set(plain):
        return table
    if any(
        _half(text) for place in range(len(plain)) for text in table.body.column(place).slice(0, FIRST_ROWS).to_pylist()
    ):
        return table  # halves have a column of their own
    for place, heading in enumerate(table.headings):
        told = {text: _visits_of(text) for text in table.texts(place)}
        if plain[place] in _providers() | _school_words() or not told or not all(told.values()):
            continue
        if all(len(text.strip()) == 1 for text in told) and not _OF_DAYS & words.said_by(heading):
            continue  # F and M are a gender as well
        cells = [told.get(text or "") or [] for text in table.body.column(place).to_pylist()]
        parts = table.also("Half Day", [None] * len(cells)).in_parts(
            {place: [[day for day, _ in one] for one in cells],
             len(table.headings): [[half for _, half in one] for one in cells]}
        )  # fmt: skip
        return parts.called(place, "Weekday").noted(f"Each weekday under {heading} is a record.")
    return table


_OF_DAYS = families.DAYS | {"weekday", "when", "week", "schedule", "session"}


def _visits_of(text: str) -> list[tuple[str, str]] | None:
    """(weekday, half of the day) of each visit; None where a cell is anything else. A day without a half is a full one
    where another one's half stands before it; else, as in a list with a half at its end only, it is asked about."""
    items = [item for item in _ITEMS.split(text.strip()) if item]
    matches = [_ITEM.match(item) for item in items]
    days = [_named(match["day"]) if match else None for match in matches]
    halves = [_half(match["half"]) if match else None for match in matches]
    known = all(day and len(day) == 1 and (half or not (match and match["half"]))
                for day, half, match in zip(days, halves, matches, strict=True))  # fmt: skip
    if known and any(halves[:-1] if len(items) > 1 else halves):
        return [(day[0], half or "full") for day, half in zip(days, halves, strict=True) if day]
    return list(_weekdays(text) or ()) or None
