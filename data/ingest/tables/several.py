"""Sessions of a group with all its students in one cell, told apart: a record for each."""

import re

import pyarrow as pa
import pyarrow.compute as pc

from data.contracts import synonyms
from data.contracts.datasets import SERVICES
from data.ingest.model import Table
from data.ingest.tables import marks, spread
from data.ingest.texts import holds
from data.ingest.values import codes, dates, durations, frequencies, words

_STUDENT = frozenset({"student", "attendee", "participant", "member"})
_BETWEEN = re.compile(r"\s*(?:[;\n|]|/|\s+&\s+|\s+and\s+)\s*")
_SEVERAL, _LISTED = (";", "\n", "|", "/", "&", " and ", ","), (";", "\n", "|")
"""Signs of several names, or several amounts, in a cell."""
_COMMAS = re.compile(r"\s*,\s*")


def apart(table: Table) -> Table:
    """The table with a record for each student of a cell that names several, their ids with them where as many stand
    in theirs; as it is where no column has such cells, or where the parts are no whole names.
    """
    for place, heading in enumerate(table.headings):
        if is_of_students(heading) and _any(table, place, _SEVERAL):
            texts = table.body.column(place).to_pylist()
            told = {text: parts(text) for text in set(texts)}
            if any(len(one) > 1 for one in told.values()):
                return _exploded(table, place, [told[text] for text in texts])
    return table


def services(table: Table) -> Table:
    """The table with a record for each service of a cell that tells several amounts (OT 30 min/wk; Speech 2x30 min/wk)."""
    for place, heading in enumerate(table.headings):
        if not _any(table, place, _LISTED):
            continue
        texts = table.body.column(place).to_pylist()
        amounts = [_amounts(text) for text in texts]
        filled = [one for one in amounts if one]
        if any(len(one) > 1 for one in filled) and all(map(_tells_amount, (part for one in filled for part in one))):
            note = f"Several services in a cell of {heading} are a record each."
            return table.in_parts({place: amounts}).called(place, "Frequency").noted(note)
    return table


_OF_DAYS = frozenset({"date", "day", "dos"})
_APART = (re.compile(r"\s*[;\n|]\s*"), re.compile(r"\s*(?:,|&|\band\b)\s*"))


def days(table: Table) -> Table:
    """The table with a record for each day of a cell that lists several (10/2, 10/9, 10/16), without the columns that
    only count or sum them; as it is where there are none."""
    for place, heading in enumerate(table.headings):
        if _OF_DAYS & words.said_by(heading) and _any(table, place, (*_LISTED, ",", "&", " and ")):
            told = [_listed_days(text) for text in table.body.column(place).to_pylist()]
            if any(len(one) > 1 for one in told):
                return _by_day(table, place, told)
    return table


def _listed_days(text: str | None) -> list[str]:
    bare = (text or "").strip(" ,;")
    for pattern in _APART:
        parts = [part for part in pattern.split(bare) if part]
        if len(parts) > 1 and all(dates.looks_like(part) or spread.part(part) for part in parts):
            return parts
    return [bare] if bare else []


def _by_day(table: Table, place: int, told: list[list[str]]) -> Table:
    """A record for each day. Minutes that may be those of all days of a row are nobody's: the rows wait."""
    summed, each = _summed(table, [len(one) for one in told])
    several_days = pa.array([len(one) > 1 for one in told])
    note = f"Several days in a cell of {table.headings[place]} are a record each."
    for at, heading in enumerate(table.headings):
        if at not in (*summed, *each) and _OF_LENGTH & words.said_by(heading) and not _says_each(heading):
            table = table.filled(at, pc.if_else(several_days, pa.scalar(None, pa.string()), table.body.column(at)))
    return table.in_parts({place: told}).called(place, "Session Date").without(*summed).noted(note)


_OF_LENGTH = frozenset({"minute", "hour", "duration", "length", "time", "unit", "total"})
_EACH = frozenset({"each", "session", "visit", "length", "duration", "start", "end", "in", "out"})


def _says_each(heading: str) -> bool:
    """Whether a heading of a length says that it is that of one session rather than of all days in the row."""
    return bool(_EACH & words.said_by(heading)) and not {"total", "sum"} & words.said_by(heading)


def _summed(table: Table, counts: list[int]) -> tuple[set[int], set[int]]:
    """The columns that count the days of each row or sum up another column over them, and those that these sum up."""
    numbers_of = [[_amount(text) for text in column.to_pylist()] for column in table.body.columns]
    filled = [row for row, count in enumerate(counts) if count]
    counting = {at for at, one in enumerate(numbers_of) if all(one[row] == counts[row] for row in filled)}
    sums = {
        (at, other)
        for at, total in enumerate(numbers_of)
        for other, each in enumerate(numbers_of)
        if other not in (at, *counting) and at not in counting
        and all(each[row] and total[row] == each[row] * counts[row] for row in filled)  # type: ignore[operator]
        and any(counts[row] > 1 for row in filled)
    }  # fmt: skip
    return counting | {at for at, _ in sums}, {other for _, other in sums}


def _amount(text: str | None) -> float | None:
    return durations.read(text, most=_MOST).value if text else None


_MOST = 1_000_000.0


def _any(table: Table, place: int, signs: tuple[str, ...]) -> bool:
    """Whether some cell of a column has a sign of several things; most columns don't, and are looked at no further."""
    column = table.body.column(place)
    return any(holds(column, sign) for sign in signs)


def _amounts(text: str | None) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n|]", text or "") if part.strip()]


def _tells_amount(text: str) -> bool:
    said = frequencies.read(text)
    return (
        codes.find(text, "service", SERVICES) is not None and said.cycle is not None and said.amount_minutes is not None
    )


WHOM = frozenset({"who", "whom", "who came", "who i saw", "who was seen"})
"""Headings of a log that are of students where names of persons stand beneath."""


def is_of_students(heading: str) -> bool:
    """Whether a heading is of students' names."""
    bare = words.heading(heading)
    named = bare in synonyms.headings("student")["student_name"] or bare in WHOM
    return named or bool(
        _STUDENT & set(words.spelt_out(bare).split()) and not {"id", "number", "count"} & set(bare.split())
    )


def are_names(text: str) -> bool:
    """Whether a cell holds nothing but whole names, one or several."""
    return all(marks.is_name(part) for part in parts(text))


def parts(text: str | None) -> list[str]:
    """The names in a cell, where all of them are whole; else the cell as one. Two with a comma between are one name,
    but Amy L., Bo H. are two."""
    bare = (text or "").strip()
    for pattern, fewest in ((_BETWEEN, 2), (_COMMAS, 3)):
        found = [part for part in pattern.split(bare) if part]
        if len(found) >= fewest and all(marks.is_name(part) for part in found):
            return found
    found = _COMMAS.split(bare)
    return found if len(found) > 1 and all(map(_INITIALED.match, found)) else [bare] if bare else []


def apart_names(text: str) -> list[str]:
    """What a cell lists, whole names or others, with any sign between; a comma in a whole name parts nothing."""
    whole = parts(text)
    if len(whole) > 1 or (marks.is_name(text) and not _COMMAS.search(text)):
        return whole
    return [part for one in _BETWEEN.split(text.strip()) for part in _COMMAS.split(one) if part]


_INITIALED = re.compile(r"^[^\W\d_][\w'’-]+ [A-Z]\.?$")
"""A first name and the letter of the surname, as no surname before a comma is written."""


def _exploded(table: Table, place: int, parts: list[list[str]]) -> Table:
    note = f"Several students in a cell of {table.headings[place]} are a record each."
    told = {place: parts, **_ids(table, parts)}
    table = table.called(place, "Student Name").noted(note)
    if not any({"size", "count"} & words.said_by(heading) for heading in table.headings):
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
