"""Whom a log tells in short, where another sheet of the workbook lists them: a group by its name, Owen W. for Owen Wexford."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.steps.people import names_in_cell, rollcall
from data.ingest.values import names, nothing, words

_NOBODY = frozenset({"none", "nobody", "no one", "all here", "all present", "everyone here", "0"})
_FEWEST, _LONGEST = 2, 2_000
"""Sheets of a workbook that may explain one another, and children whom its own list may have."""
_NAMED = ("student_name", "last_name", "first_name")
_OF_A_LOG = ("session_date", "minutes", "status", "start_time")


@dataclass(frozen=True)
class Member:
    """A student as a sheet lists them."""

    last: str
    first: str
    student_id: str | None
    group: str | None

    @property
    def name(self) -> str:
        """As rosters write it."""
        return f"{self.last}, {self.first}"


def named(tables: Sequence[Table]) -> list[Table]:
    """The tables of a workbook, with the students of its own lists in place of groups and short names in its logs."""
    if len(tables) < _FEWEST:
        return list(tables)
    lists = {id(table): found for table in tables if (found := _members(table))}
    told = []
    for table in tables:
        known = [one for other, found in lists.items() if other != id(table) for one in found]
        told.append(_spelt_out(_grouped(table, known), known) if known and id(table) not in lists else table)
    return told


def _members(table: Table) -> list[Member]:
    """The students whom a sheet lists; none where it is no list, tells spells of membership, or has somebody twice."""
    of_log = any(looks.written_for(table.headings, "sessions", name) for name in _OF_A_LOG)
    spells = any("date" in words.said_by(heading) for heading in table.headings)
    if of_log or spells or table.melted or table.body.num_rows > _LONGEST:
        return []
    whole, last, first = (looks.only_one_for(table.headings, "students", name) for name in _NAMED)
    if whole is None and (last is None or first is None):
        return []
    ids = [place for place in looks.written_for(table.headings, "students", "student_id") if place != whole]
    group_at, found = _group(table), []
    for row in range(table.body.num_rows):
        said = (
            names.read(_cell(table, whole, row))
            if whole is not None
            else names.Name(_cell(table, last, row), _cell(table, first, row))
        )
        if said.last and said.first:
            group = _cell(table, group_at, row)
            found.append(
                Member(
                    said.last,
                    said.first,
                    _cell(table, ids[0] if len(ids) == 1 else None, row),
                    group and words.plain(group),
                )
            )
    return found if len({(one.name, one.group) for one in found}) == len(found) else []


def _group(table: Table) -> int | None:
    return looks.only_one_for(table.headings, "sessions", "group_id")


def _cell(table: Table, place: int | None, row: int) -> str | None:
    text = table.body.column(place)[row].as_py() if place is not None else None
    return text.strip() if text and text.strip() else None


def _grouped(table: Table, known: Sequence[Member]) -> Table:
    """A log of groups with a record for each member; only where it tells who was absent, and whom that means."""
    place, groups = _group(table), defaultdict(list)
    for one in known:
        groups[one.group].append(one)
    names_students = any(map(names_in_cell.is_of_students, table.headings))
    if place is None or names_students or not table.texts(place):
        return table
    if not looks.written_for(table.headings, "sessions", "session_date"):
        return table
    if any(words.plain(text) not in groups for text in table.texts(place)):
        return table
    whose = [groups.get(words.plain(text)) if text else None for text in table.body.column(place).to_pylist()]
    for at, heading in enumerate(table.headings):
        if rollcall.is_of_absent(heading) and (away := _away(table, at, whose)) is not None:
            whole = ["; ".join(one.name for one in members or ()) or None for members in whose]
            each = rollcall.apart(table.filled(at, away).also("Students", whole))
            each = each if looks.written_for(each.headings, "sessions", "grouping") else _as_group(each)
            return _with_ids(each, known).noted(f"Who is in each {table.headings[place]} stands on another sheet.")
    return table


def _as_group(table: Table) -> Table:
    return table.also("Grouping", ["Group"] * table.body.num_rows)


def _away(table: Table, place: int, whose: Sequence[Sequence[Member] | None]) -> list[str | None] | None:
    """The whole names of those away; None where one of them can't be told from the others of the group."""
    told: list[str | None] = []
    for text, members in zip(table.body.column(place).to_pylist(), whose, strict=True):
        if not text or nothing.is_nothing(text) or words.plain(text) in _NOBODY:
            told.append(None)
            continue
        meant = [_meant(part, members or ()) for part in names_in_cell.apart_names(text)]
        if not all(meant):
            return None
        told.append("; ".join(one.name for one in meant if one))
    return told


def _meant(text: str, members: Sequence[Member]) -> Member | None:
    found = {one.name: one for one in members if _in_short(words.plain(text), one)}
    return next(iter(found.values())) if len(found) == 1 else None


def _in_short(text: str, one: Member) -> bool:
    """By the first name, with the letter of the family name or without, or by both."""
    first, last = words.plain(one.first), words.plain(one.last)
    return text in (first, f"{first} {last[:1]}", f"{first} {last}", f"{last} {first}", last)


def _spelt_out(table: Table, known: Sequence[Member]) -> Table:
    """A log with whole names in place of first names with a letter, each of which fits one child of the list only."""
    place = next((at for at, heading in enumerate(table.headings) if names_in_cell.is_of_students(heading)), None)
    texts = table.texts(place) if place is not None and not table.melted else []
    by_letter = defaultdict(set)
    for one in known if texts else ():
        by_letter[f"{words.plain(one.first)} {words.plain(one.last)[:1]}"].add(one.name)
    meant = {text: by_letter.get(words.plain(text), set()) for text in texts}
    told = {text: next(iter(found)) for text, found in meant.items() if len(found) == 1}
    if place is None or not told:
        return table
    column = [told.get(text or "", text) for text in table.body.column(place).to_pylist()]
    note = f"Names in short under {table.headings[place]} are those of another sheet's list."
    return _with_ids(table.filled(place, column).called(place, "Student Name"), known).noted(note)


def _with_ids(table: Table, known: Sequence[Member]) -> Table:
    """The table with the ids that the list gives, where it has none itself."""
    ids = {one.name: one.student_id for one in known}
    place = looks.only_one_for(table.headings, "sessions", "student_name")
    if place is None or not any(ids.values()) or looks.written_for(table.headings, "sessions", "student_id"):
        return table
    return table.also("Student ID", [ids.get(text or "") for text in table.body.column(place).to_pylist()])
