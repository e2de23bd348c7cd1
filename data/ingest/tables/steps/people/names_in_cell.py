"""Sessions of a group with the names of all its students in one cell, told apart: a record for each."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables.steps.sessions import marks
from data.ingest.values import codes, families, names, words

_STUDENT = families.STUDENTS
_BETWEEN = re.compile(r"\s*(?:[;\n|]|/|\s+&\s+|\s+and\s+)\s*")
_SEVERAL, LISTED = (";", "\n", "|", "/", "&", " and ", ","), (";", "\n", "|")
"""Signs of several names, or several amounts, in a cell."""
_COMMAS = re.compile(r"\s*,\s*")


def apart(table: Table) -> Table:
    """The table with a record for each student of a cell that names several, their ids with them where as many stand
    in theirs; as it is where no column has such cells, or where the parts are no whole names.
    """
    for place in of_students(table):
        timed = "minute" in words.said_by(table.headings[place])
        if timed or table.has_any(place, _SEVERAL):
            texts = table.body.column(place).to_pylist()
            are_pairs = _lists_pairs(table, place)
            told = {text: parts(_timed(text) if timed and text else text, are_pairs) for text in set(texts)}
            if any(len(one) > 1 or (timed and marks.length(name)) for one in told.values() for name in one):
                return exploded(table, place, [told[text] for text in texts])
    return table


def of_students(table: Table) -> list[int]:
    """The columns that are of students' names by their headings; where there is none, one of groups that holds nothing but
    whole names, several of them in some cell."""
    found = [place for place, heading in enumerate(table.headings) if is_of_students(heading)]
    groups = [place for place, heading in enumerate(table.headings) if words.said_by(heading) <= _GROUP and heading]
    if found or len(groups) != 1 or not table.has_any(groups[0], _SEVERAL):
        return found
    texts = table.texts(groups[0])
    return groups if all(map(are_names, texts)) and any(len(parts(text)) > 1 for text in texts) else []


_GROUP = frozenset({"group", "member", "name", "kid", "child"})
_BARE = re.compile(r"(?<=[^\W\d_])([\s,:(–-]+\d{1,3})(?=\)?\s*(?:[;,\n|]|$))")
_TIMED = re.compile(r"(\d min\)?)\s*,\s*")


def _timed(text: str) -> str:
    """Names with the numbers behind them as minutes, where the heading says that these are: Ada Lin 30, Bo Hart 45."""
    return _TIMED.sub(r"\1; ", _BARE.sub(r"\1 min", text))


WHOM = frozenset({"who", "whom", "who came", "who i saw", "who was seen"})
"""Headings of a log that are of students where names of persons stand beneath."""


def is_of_students(heading: str) -> bool:
    """Whether a heading is of students' names."""
    bare = words.heading(heading)
    named = bare in synonyms.headings("student")["student_name"] or bare in WHOM
    said = set(words.spelt_out(bare).split())
    return named or bool(_STUDENT & said and not {"id", "number", "count"} & set(bare.split()) and not _OF_GOALS & said)


_OF_GOALS = frozenset({"will", "goal", "objective", "skill", "behavior"})
"""What a student is to do is no name, whatever stands between its parts: put on a coat and zip it."""


def are_names(text: str) -> bool:
    """Whether a cell holds nothing but whole names, one or several."""
    return all(marks.is_name(part) for part in parts(text))


def listed(table: Table, place: int) -> list[list[str]]:
    """The names in each cell of a column."""
    are_pairs = _lists_pairs(table, place)
    return [parts(text, are_pairs) for text in table.body.column(place).to_pylist()]


def _lists_pairs(table: Table, place: int) -> bool:
    """Whether two whole names with a comma between are two in a column: each name alone is written first name first, and
    the heading is of several, one of the two stands alone, or among more of them, in another cell, or another column says
    that just these are groups. A row whose group is of
    one has one name."""
    texts = [text.strip() for text in table.texts(place)]
    alone = {text for text in texts if "," not in text}
    alone |= {name for text in texts if len(found := parts(text)) > _PAIR for name in found if "," not in name}
    pairs = [found for text in texts if len(found := _COMMAS.split(text)) == _PAIR]
    whole = all(len(name.split()) > 1 for pair in pairs for name in pair)
    if not alone or not pairs or not whole or not all(len(name.split()) > 1 for name in alone):
        return False
    if _are_of_one(table, place):
        return False
    if _OF_MANY.search(table.headings[place]) is not None or any(name in alone for pair in pairs for name in pair):
        return True
    return _are_told_as_groups(table, place)


def is_a_pair(text: str) -> bool:
    """Whether a cell has two whole names with a comma between, which may also be two family names before two given ones."""
    found = _COMMAS.split(text.strip())
    if names.begins_as_family(text):
        return False
    return len(found) == _PAIR and all(marks.is_name(part) and len(part.split()) > 1 for part in found)


def _are_told_as_groups(table: Table, place: int) -> bool:
    """Whether another column says group in each row with a comma between names, and individual in each with one name."""
    commas = ["," in (text or "") for text in table.body.column(place).to_pylist()]
    wanted = ["group" if comma else "individual" for comma in commas]
    others = (column.to_pylist() for at, column in enumerate(table.body.columns) if at != place)
    return any(all(map(_says_grouping, texts, wanted)) for texts in others)


def _says_grouping(text: str | None, grouping: str) -> bool:
    return codes.find(text or "", "grouping") == grouping


_OF_MANY = re.compile(r"\b(?:students|children|kids|pupils|attendees|members)\b", re.IGNORECASE)
"""Student(s) and Student Names may be of one in each cell."""


def _are_of_one(table: Table, place: int) -> bool:
    """Whether a row with two names and a comma between is of a group of one."""
    sizes = [at for at, heading in enumerate(table.headings) if {"group", "size"} <= words.said_by(heading)]
    rows = zip(table.body.column(place).to_pylist(), *(table.body.column(at).to_pylist() for at in sizes), strict=True)
    return any("," in (text or "") and "1" in told for text, *told in rows)


def parts(text: str | None, are_pairs: bool = False) -> list[str]:
    """The names in a cell, where all of them are whole; else the cell as one. Two with a comma between are one name,
    where the column doesn't say that they ``are_pairs``, but Amy L., Bo H. are two, and so are those of which the first has
    a mark behind it (Ada Lin (absent), Bo Hart)."""
    bare = (text or "").strip()
    for pattern, fewest in ((_BETWEEN, 2), (_COMMAS, 3)):
        found = [part for part in pattern.split(bare) if part]
        marked = pattern is _COMMAS and any(marks.split(part)[1] for part in found[:-1])
        if len(found) >= (_PAIR if marked or are_pairs else fewest) and all(marks.is_name(part) for part in found):
            return found
    found = _COMMAS.split(bare)
    return found if len(found) > 1 and all(map(_INITIALED.match, found)) else [bare] if bare else []


_PAIR = 2


def apart_names(text: str) -> list[str]:
    """What a cell lists, whole names or others, with any sign between; a comma in a whole name parts nothing."""
    whole = parts(text)
    if len(whole) > 1 or (marks.is_name(text) and not _COMMAS.search(text)):
        return whole
    return [part for one in _BETWEEN.split(text.strip()) for part in _COMMAS.split(one) if part]


_INITIALED = re.compile(r"^[^\W\d_][\w'’-]+ [A-Z]\.?$")
"""A first name and the letter of the surname, as no surname before a comma is written."""


def exploded(
    table: Table,
    place: int,
    parts: list[list[str]],
    also: Mapping[int, Sequence[Sequence[str | None]]] | None = None,
    here: Sequence[int] | None = None,
) -> Table:
    """A record for each name, with what is ``also`` told of each; those with minutes of their own may not have been
    together. ``here``: how many of each row's are told to have been there, if not all; the only
    one of a group who came makes no session alone (0)."""
    note = f"Several students in a cell of {table.headings[place]} are a record each."
    told = {place: parts, **_ids(table, parts), **(also or {})}
    table = table.called(place, "Student Name").noted(note)
    apart = any(marks.length(name) for one in parts for name in one)
    if not apart and not any({"size", "count"} & words.said_by(heading) for heading in table.headings):
        sizes = here or _without_shared(table, [len(one) for one in parts])
        table = table.also("Group Size", [str(size) if size else None for size in sizes])
    return table.in_parts(told)


def _without_shared(table: Table, sizes: list[int]) -> list[int | None]:
    """The sizes, but that of one alone in a row of which another row tells the day and the time too: they may have met
    together."""
    told = [words.said_by(heading) for heading in table.headings]
    days, times = ([at for at, one in enumerate(told) if one & of] for of in (families.DAYS, _OF_CLOCKS))
    times = [at for at in times if at not in days and table.has_any(at, (":",))]
    if not days or not times:
        return list(sizes)
    who = [at for at, one in enumerate(told) if one & (families.STAFF | families.PLACES)]
    slots = list(zip(*(table.body.column(at).to_pylist() for at in (*days, *times, *who)), strict=True))
    seen = Counter(slots)
    return [None if size == 1 and seen[slot] > 1 else size for size, slot in zip(sizes, slots, strict=True)]


_OF_CLOCKS = families.ENDS | {"time", "in", "out"}


def _ids(table: Table, parts: list[list[str]]) -> dict[int, list[list[str]]]:
    """The column of ids with as many in each cell as there are names; empty where there is none."""
    for at, heading in enumerate(table.headings):
        if is_of_ids(heading):
            told = [
                [one for one in re.split(r"[;,\n|/ ]+", text or "") if one]
                for text in table.body.column(at).to_pylist()
            ]
            if all(len(one) in (0, len(two)) for one, two in zip(told, parts, strict=True)):
                return {at: told}
    return {}


def is_of_ids(heading: str) -> bool:
    """Whether a heading is of students' ids, also where it is nothing but a word for ids (ID#)."""
    said = words.said_by(heading)
    return words.heading(heading) in synonyms.headings("student")["student_id"] or (
        bool(said & {"id"}) and said <= _OF_IDS
    )


_OF_IDS = frozenset({"id", "#", "number", "student", "local", "state"})
