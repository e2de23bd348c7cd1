"""Sessions of a group with all its students in one cell, told apart: a record for each."""

import re
from collections.abc import Mapping, Sequence

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks, marks, signed
from data.ingest.texts import holds
from data.ingest.values import codes, families, frequencies, line_amounts, words

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
        if timed or any_with(table, place, _SEVERAL):
            texts = table.body.column(place).to_pylist()
            told = {text: parts(_timed(text) if timed and text else text) for text in set(texts)}
            if any(len(one) > 1 or (timed and marks.length(name)) for one in told.values() for name in one):
                return exploded(table, place, [told[text] for text in texts])
    return table


def of_students(table: Table) -> list[int]:
    """The columns that are of students' names by their headings; where there is none, one of groups that holds nothing but
    whole names, several of them in some cell."""
    found = [place for place, heading in enumerate(table.headings) if is_of_students(heading)]
    groups = [place for place, heading in enumerate(table.headings) if words.said_by(heading) <= _GROUP and heading]
    if found or len(groups) != 1 or not any_with(table, groups[0], _SEVERAL):
        return found
    texts = table.texts(groups[0])
    return groups if all(map(are_names, texts)) and any(len(parts(text)) > 1 for text in texts) else []


_GROUP = frozenset({"group", "member", "name", "kid", "child"})


_BARE = re.compile(r"(?<=[^\W\d_])([\s,:(–-]+\d{1,3})(?=\)?\s*(?:[;,\n|]|$))")
_TIMED = re.compile(r"(\d min\)?)\s*,\s*")


def _timed(text: str) -> str:
    """Names with the numbers behind them as minutes, where the heading says that these are: Ada Lin 30, Bo Hart 45."""
    return _TIMED.sub(r"\1; ", _BARE.sub(r"\1 min", text))


def services(table: Table) -> Table:
    """The table with a record for each service of a cell that tells several amounts (OT 30 min/wk; Speech 2x30 min/wk), and
    who gives it where a name stands behind each (OT 120/mo (Quan))."""
    for place, heading in enumerate(table.headings):
        first = _SIGNS.split(table.first(place))
        if not any(map(_names_amount, first)) or not any_with(table, place, (*LISTED, ",")):
            continue
        timed = bool({"minute"} & words.said_by(heading))
        told = [_amounts(text, timed) for text in table.body.column(place).to_pylist()]
        parts = [part for one in told for part in one]
        if any(len(one) > 1 for one in told) and all(_tells_amount(amount) for amount, _ in parts):
            note = f"Several services in a cell of {heading} are a record each."
            made: dict[int, list[list[str | None]]] = {place: [[amount for amount, _ in one] for one in told]}
            if _are_givers({who for _, who in parts if who}, table):
                table = table.also("Provider", [""] * len(told))
                made[len(table.headings) - 1] = [[who for _, who in one] for one in told]
            return table.in_parts(made).called(place, "Frequency").noted(note)
    return table


def any_with(table: Table, place: int, signs: tuple[str, ...]) -> bool:
    """Whether some cell of a column has a sign of several things; most columns don't, and are looked at no further."""
    column = table.body.column(place)
    return any(holds(column, sign) for sign in signs)


def _are_givers(found: set[str], table: Table) -> bool:
    """Whether names behind amounts are of who gives them: no other column tells that, and none holds them (a school)."""
    others = {text.strip() for at in range(len(table.headings)) for text in table.texts(at)} if found else set()
    told = looks.written_for(table.headings, "service_lines", "provider_name")
    return bool(found) and not told and found.isdisjoint(others)


_SIGNS = re.compile(r"[;\n|,]")
_OUTSIDE = re.compile(r"\s*,\s*(?![^()]*\))(?!\s*[A-Z]{2,}[/A-Z]*(?:$|,))")
"""Commas outside of brackets, and not before credentials."""
_GIVER = r"[A-Z][a-z'’.]?[\w'’-]*(?:,? [A-Z][\w'’./-]*){0,3}"
_BY = re.compile(rf"(?:\s*\((?P<inside>{_GIVER})\)|\s+(?:[-–—]|w/|with|by)\s*(?P<behind>{_GIVER}))$")
_BARE_MINUTES = re.compile(r"(?<![\dx/.] )(?<![\dx/.])\b(\d{1,4})\s*/\s*(?=[a-z])", re.IGNORECASE)


def _amounts(text: str | None, timed: bool) -> list[tuple[str, str | None]]:
    """(amount, who gives it) of each service of a cell; bare numbers are minutes where the heading or their size says so."""
    parts = [part.strip() for part in re.split(r"[;\n|]", text or "") if part.strip()]
    if len(parts) == 1 and len(apart := _OUTSIDE.split(parts[0])) > 1 and all(map(_names_amount, apart)):
        parts = apart
    told = [_by(part) for part in _of_the_same(parts)]
    return [(_BARE_MINUTES.sub(r"\1 min/", one) if timed or _are_minutes(one) else one, who) for one, who in told]


def _of_the_same(parts: list[str]) -> list[str]:
    """The parts, of which amounts that name no service, and nothing but a way of their own, are of the one before: OT 60/wk;
    consult 30 min/mo."""
    service, found = "", []
    for part in parts:
        own = re.match(r"[A-Za-z/&]+", part)
        if own and codes.find(own[0], "service") and _names_amount(part):
            service = own[0]
        elif service and _tells_only_how(part) and frequencies.read(part).amount_minutes:
            part = f"{service} {part}"
        found.append(part)
    return found


def _tells_only_how(part: str) -> bool:
    """Whether an amount tells how it is given, with no other word before it: consult 30 min/mo, and not AT 30 min/mo."""
    before = re.split(r"\d", part, maxsplit=1)[0].strip(" :-")
    named = [any(codes.find(text, topic) for topic in codes.HOW) for text in (part, before) if text]
    return all(named) and codes.find(part, "service") is None


def _are_minutes(amount: str) -> bool:
    """Whether a bare number is more than there can be sessions in its cycle: OT 60/wk."""
    return line_amounts.are_minutes(frequencies.read(amount))


def _names_amount(part: str) -> bool:
    return codes.find(_by(part)[0], "service") is not None and any(letter.isdigit() for letter in part)


def _by(part: str) -> tuple[str, str | None]:
    """An amount, and the name behind it; a word of how the service is given is none."""
    match = _BY.search(part)
    who = match and (match["inside"] or match["behind"])
    bare = (who or "").partition(",")[0]
    if not match or frequencies.read(bare).cycle or signed.is_other(bare):
        return part, None
    known = codes.tells(bare)
    return (part, None) if known else (part[: match.start()], who)


def _tells_amount(text: str) -> bool:
    said = frequencies.read(text)
    return codes.find(text, "service") is not None and said.cycle is not None and said.amount_minutes is not None


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


def parts(text: str | None) -> list[str]:
    """The names in a cell, where all of them are whole; else the cell as one. Two with a comma between are one name,
    but Amy L., Bo H. are two, and so are those of which the first has a mark behind it (Ada Lin (absent), Bo Hart)."""
    bare = (text or "").strip()
    for pattern, fewest in ((_BETWEEN, 2), (_COMMAS, 3)):
        found = [part for part in pattern.split(bare) if part]
        marked = pattern is _COMMAS and any(marks.split(part)[1] for part in found[:-1])
        if len(found) >= (_PAIR if marked else fewest) and all(marks.is_name(part) for part in found):
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
    table: Table, place: int, parts: list[list[str]], also: Mapping[int, Sequence[Sequence[str | None]]] | None = None
) -> Table:
    """A record for each name, with what is ``also`` told of each; those with minutes of their own may not have been
    together."""
    note = f"Several students in a cell of {table.headings[place]} are a record each."
    told = {place: parts, **_ids(table, parts), **(also or {})}
    table = table.called(place, "Student Name").noted(note)
    apart = any(marks.length(name) for one in parts for name in one)
    if not apart and not any({"size", "count"} & words.said_by(heading) for heading in table.headings):
        table = table.also("Group Size", [str(len(one)) if one else None for one in parts])
    return table.in_parts(told)


def _ids(table: Table, parts: list[list[str]]) -> dict[int, list[list[str]]]:
    """The column of ids with as many in each cell as there are names; empty where there is none."""
    listed = synonyms.headings("student")["student_id"]
    for at, heading in enumerate(table.headings):
        if words.heading(heading) in listed or words.spelt_out(words.heading(heading)) == "id student":
            told = [
                [one for one in re.split(r"[;,\n|/ ]+", text or "") if one]
                for text in table.body.column(at).to_pylist()
            ]
            if all(len(one) in (0, len(two)) for one, two in zip(told, parts, strict=True)):
                return {at: told}
    return {}
