"""What was planned beside what was given: rows of each, told apart by a column of their own or behind the name, or columns
that are called nothing but that (Planned, Given)."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from data.contracts import meanings, synonyms
from data.ingest.model import Table
from data.ingest.tables import looks, titles
from data.ingest.values import families, flags, names, numbers, statuses, words

PLANNED, GIVEN = "planned", "given"
_NOT_GIVEN, _DIFFERENCE = "planned, not given", "the difference of planned and given"
_SAYS_NO_MORE = families.AMOUNTS | {"service", "treatment", "per", "day", "row"}
_MOST_KINDS = 5
_BEHIND = re.compile(r"^(?P<who>.*[^\W\d_].*?)\s*[-–—:|/(\[]+\s*(?P<kind>[^-–—:|/()\[\]]+?)\s*[)\]]?$", re.DOTALL)
_OF_AMOUNT = families.TIMES | families.ENDS
Keys = list[tuple[str | None, ...]]
"""For each row, whose session it is, of which service, and on which day."""


def headed(table: Table) -> Table:
    """The table with columns called nothing but what was planned and what was given (Planned, Given; Expected, Received) as
    those of minutes: a session isn't as long as it was planned, and nobody's first name is a *given* one."""
    if not looks.written_for(table.headings, "sessions", "session_date"):
        return table
    kinds = [kind_of(heading) for heading in table.headings]
    places = [[at for at, kind in enumerate(kinds) if kind == wanted] for wanted in (PLANNED, GIVEN)]
    if any(len(found) != 1 for found in places):
        return table
    (planned,), (own,) = places
    are_numbers = table.all_are(planned, numbers.is_number) and any(map(numbers.is_number, table.texts(own)))
    if are_numbers and not flags.are_ticks(table.headings[own], table.texts(own)):
        for at, name in ((planned, "Scheduled"), (own, "Actual")):
            said = words.said_by(table.headings[at])
            unit = "Hours" if "hour" in said else "Minutes"
            table = table if "minute" in said else table.called(at, f"{name} {unit}")
    return table


def given(table: Table) -> Table:
    """The table of sessions without its rows of what was planned, where a column says of each row whether it tells that or
    what was given (Planned, Given; Sched, Actual) and they come in pairs.

    A planned row of which no other tells what became stays without its minutes: it is asked about. Rows of the
    difference are left out too; rows of something else (Makeup) keep what they are as their status.
    """
    if not table.melted and not looks.written_for(table.headings, "sessions", "session_date"):
        return table
    table = _kind_apart(_under_names(table))
    place = next((at for at in range(len(table.headings)) if _tells_kinds(table, at)), None)
    if place is None or not (keys := _keys(table, place)):
        return table
    kinds = [kind_of(text) for text in table.body.column(place).to_pylist()]
    apart = _differences(table, place, kinds, keys)
    told = {key for row, key in enumerate(keys) if kinds[row] != PLANNED and row not in apart}
    planned = {row for row, kind in enumerate(kinds) if kind == PLANNED}
    twins = {row for row in planned if keys[row] in told}
    if len(twins) * 2 < len(planned) and GIVEN in kinds:
        return table
    rest = _without_plans(table, place, kinds, planned - twins)
    return _leaving(rest, dict.fromkeys(twins, _NOT_GIVEN) | dict.fromkeys(apart, _DIFFERENCE))


def kind_of(text: str | None) -> str:
    """``PLANNED`` or ``GIVEN`` where a text says nothing but that (Sched. Min, Actual), else blank."""
    bare = words.heading(text or "")
    said = words.said_by(bare.replace("given", "")) | ({GIVEN} & set(bare.split()))
    told = said - _SAYS_NO_MORE - {""}
    planned = meanings.words("planned") | meanings.words("promised") | {"plan", "due", "owed"}
    done = meanings.words("given") | {"see", "attendance", "received", "done", "completed"}
    return "" if not told else PLANNED if told <= planned else GIVEN if told <= done else ""


def _tells_kinds(table: Table, place: int) -> bool:
    """Whether each row says in a column what it tells of: in some what was planned, in others what was given."""
    if table.melted and table.headings[place] in table.melted:
        return False
    opening = set(table.opening(place))
    if len(opening) > _MOST_KINDS or not any(map(kind_of, opening)):
        return False
    texts = table.body.column(place).unique().to_pylist()
    if len(texts) > _MOST_KINDS or not all(texts):
        return False
    are_plans = table.melted and all(words.said_by(text) & _ONLY_PLANNED and kind_of(text) for text in texts)
    return bool(are_plans) or {PLANNED, GIVEN} <= set(map(kind_of, texts))


_ONLY_PLANNED = frozenset({"scheduled", "plan"})
"""What a grid of days says of all its rows where it is one of nothing but plans."""


def _under_names(table: Table) -> Table:
    """The table with its students in their own column where each stands as a title over rows that are called by what they
    tell of (Planned, Given) where the names would be."""
    titled = [at for at, one in enumerate(table.headings) if one == titles.SECTION]
    named = [at for at, one in enumerate(table.headings) if words.heading(one) in _students()]
    if len(titled) != 1 or len(named) != 1 or not table.all_are(titled[0], names.looks_whole):
        return table
    if not _tells_kinds(table, named[0]):
        return table
    return table.called(named[0], "Planned or given").called(titled[0], "Student Name")


def _kind_apart(table: Table) -> Table:
    """The table with what stands behind its students' names (Lin, Ada - Planned) in a column of its own, where that says
    of each row whether it was planned or given."""
    for place in (at for at, one in enumerate(table.headings) if words.heading(one) in _students()):
        if not table.all_are(place, _BEHIND.match):
            continue
        found = [_BEHIND.match(text or "") for text in table.body.column(place).to_pylist()]
        parts = [one.groups() for one in found if one]
        if parts and len(parts) == len(found) and {kind_of(kind) for _, kind in parts} == {PLANNED, GIVEN}:
            who, kinds = zip(*parts, strict=True)
            return table.filled(place, who).also("Planned or given", kinds)
    return table


def _students() -> frozenset[str]:
    listed = synonyms.headings("student")
    told = ("student_id", "student_name", "student_last_name", "student_first_name")
    return frozenset(word for name in told for word in listed[name]) | {"student"}


def _keys(table: Table, kind: int) -> Keys:
    """Whose each row is, of which service where each row says it, and of which day; none where no column says it."""
    days = [at for at, one in enumerate(table.headings) if table.melted and one == table.melted[0]]
    days += looks.written_for(table.headings, "sessions", "session_date")
    who = [at for at, one in enumerate(table.headings) if words.heading(one) in _students() and at != kind]
    of = [at for at in looks.written_for(table.headings, "sessions", "service") if not table.body.column(at).null_count]
    found = (table.body.column(at).to_pylist() for at in (*who, *of, *days))
    return list(zip(*found, strict=True)) if who and days else []


def _amounts(table: Table) -> list[int]:
    """The columns of how long it was, and from when to when."""
    own = [at for at, one in enumerate(table.headings) if table.melted and one == table.melted[1]]
    return own or [at for at, one in enumerate(table.headings) if words.said_by(one) & _OF_AMOUNT]


def _differences(table: Table, place: int, kinds: Sequence[str], keys: Keys) -> set[int]:
    """The rows that tell nothing but how far what was given stays behind what was planned, or goes beyond it."""
    amounts = _amounts(table)
    values = [numbers.to_float(text or "") for text in table.body.column(amounts[0]).to_pylist()] if amounts else []
    sums: dict[str, dict[tuple[str | None, ...], float]] = {PLANNED: defaultdict(float), GIVEN: defaultdict(float)}
    others: dict[str, set[int]] = defaultdict(set)
    for row, value in enumerate(values):
        if kinds[row]:
            sums[kinds[row]][keys[row]] += value or 0
        elif not statuses.read(table.body.column(place)[row].as_py()).known:
            others[table.body.column(place)[row].as_py()].add(row)
    off = {key: abs(sums[PLANNED][key] - sums[GIVEN][key]) for key in keys}
    agree = {kind for kind, rows in others.items() if all(_is(values[row], off[keys[row]]) for row in rows)}
    return {row for kind in agree for row in others[kind]}


def _is(value: float | None, difference: float) -> bool:
    return value is not None and abs(value) == difference


def _without_plans(table: Table, place: int, kinds: Sequence[str], untold: Collection[int]) -> Table:
    """The table without the column of kinds. Rows that were planned and of which nothing else is told give no minutes: in a
    grid they say in their place that they are only planned. What another kind says became of a session stays."""
    note = f"{table.headings[place]} says which rows were only planned: those that were given count."
    texts = table.body.column(place).to_pylist()
    said = {row: text for row, text in enumerate(texts) if not kinds[row] and statuses.read(text).known}
    if not table.melted:
        rest = _blank(table, untold).without(place).noted(note)
        return rest.also("Status", [said.get(row) for row in range(len(texts))]) if said else rest
    (value,) = _amounts(table)
    cells = table.body.column(value).to_pylist()
    told = {row: f"{text} {cells[row]}" for row, text in said.items() if statuses.read(f"{text} {cells[row]}").minutes}
    told |= {row: texts[row] for row in untold}
    return table.filled(value, [told.get(row, cell) for row, cell in enumerate(cells)]).without(place).noted(note)


def _blank(table: Table, rows: Collection[int]) -> Table:
    """The table in which some rows tell no minutes."""
    for place in _amounts(table) if rows else ():
        told = table.body.column(place).to_pylist()
        table = table.filled(place, [None if row in rows else text for row, text in enumerate(told)])
    return table


def _leaving(table: Table, gone: dict[int, str]) -> Table:
    """The table without some rows; a row of a grid is left out once, and only where none of its records is left."""
    for reason in dict.fromkeys(gone.values()):
        rows = {row for row, why in gone.items() if why == reason}
        gone = {row - sum(one < row for one in rows): why for row, why in gone.items() if row not in rows}
        table = table.leaving(rows, reason)
    records = set(table.row_numbers.to_pylist()) if table.melted else set()
    left_out = tuple(one for one in dict.fromkeys(table.left_out) if one.row not in records)
    return replace(table, left_out=left_out)
