"""Ids that several share, and so are no one's: of a group's session, of an agency that bills for its therapists."""

import re
from collections import Counter, defaultdict

import pyarrow.compute as pc
from rapidfuzz import fuzz

from data.ingest.mapping import amounts, buildings, meaning, own_ids, persons, rosters, sampled
from data.ingest.mapping.choose import Fit
from data.ingest.mapping.contents import services
from data.ingest.model import Table
from data.ingest.texts import are_distinct
from data.ingest.values import codes, families, names, words

ALIKE = 60
"""The likeness, of 100, from which two spellings may be one name."""
_STUDENT = ("student_id", (("student_name",), ("student_last_name", "student_first_name")))
_PEOPLE: dict[str, tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]] = {
    **dict.fromkeys(("sessions", "service_lines"), (("provider_id", (("provider_name",),)), _STUDENT)),
    **dict.fromkeys(("goals", "measurements"), (_STUDENT,)),
    "providers": (("provider_id", (("provider_name",), ("provider_last_name", "provider_first_name"))),),
    "students": (("student_id", (("student_name",), ("last_name", "first_name"))),),
}
"""Per dataset the ids that are one person's each, and the columns that name who that is."""


def told(fit: Fit, table: Table) -> dict[int, str | None]:
    """The places that columns have by all of their values, beside those of others: a later judge goes before."""
    judges = (
        of_groups,
        of_sizes,
        of_counts,
        of_references,
        of_sessions,
        of_rows,
        own_ids.of_students,
        of_names,
        of_nobody,
        own_ids.of_each,
        own_ids.of_staff,
        of_kinds,
        of_services,
        buildings.of_buildings,
        of_goals,
        *rosters.JUDGES,
        *amounts.JUDGES,
    )
    return {place: name for judge in judges for place, name in judge(fit, table).items()}


_WHOSE = ("student_id", "student_name")


def _first_of(placed: dict[str, int], names_of: tuple[str, ...]) -> int | None:
    """The column of the first of some places that has one."""
    return next((placed[name] for name in names_of if name in placed), None)


def of_groups(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of session ids in which several students have the same one: it is that of their group, or none
    of anything where most come again on other days, as numbers that begin anew each month."""
    placed = fit.places
    student = _first_of(placed, _WHOSE)
    if fit.dataset != "sessions" or student is None or "session_id" not in placed or "group_id" in placed:
        return {}
    column = table.body.column(placed["session_id"])
    if are_distinct(column):
        return {}
    ids, who = column.to_pylist(), table.body.column(student).to_pylist()
    if "session_date" in placed and _begin_anew(ids, table.body.column(placed["session_date"]).to_pylist()):
        return {placed["session_id"]: None}
    pairs = {(one, person) for one, person in zip(ids, who, strict=True) if one}
    is_of_group = len({one for one, _ in pairs}) < len(pairs) == sum(map(bool, ids))
    return {placed["session_id"]: "group_id"} if is_of_group else {}


def _begin_anew(ids: list[str | None], days: list[str | None]) -> bool:
    """Whether most ids stand in several rows, and most of these on several days."""
    of: dict[str, list[str | None]] = defaultdict(list)
    for one, day in zip(ids, days, strict=True):
        if one:
            of[one].append(day)
    several = [told for told in of.values() if len(told) > 1]
    return 2 * len(several) > len(of) and 2 * sum(len(set(told)) > 1 for told in several) > len(several)


def of_sizes(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of small numbers that counts who was there, by its heading (No. Students) or because children of several
    names have the same one: it is nobody's id."""
    place = fit.places.get("student_id")
    if fit.dataset not in ("sessions", "service_lines") or place is None:
        return {}
    ids = table.body.column(place).slice(0, sampled.LOOKED_AT).to_pylist()
    if not all(one.isdecimal() and int(one) <= _MOST_IN_GROUP for one in ids if one):
        return {}
    if not _HOW_MANY.match(table.headings[place].strip()) and not _are_of_several(fit, table, ids):
        return {}
    size = "group_size" if fit.dataset == "sessions" else "group_max"
    return {place: None if size in fit.places else size}


def _are_of_several(fit: Fit, table: Table, ids: list[str | None]) -> bool:
    """Whether children of several names have each of most ids in common."""
    name = _first_of(fit.places, ("student_name", "student_last_name"))
    names = table.body.column(name).slice(0, sampled.LOOKED_AT).to_pylist() if name is not None else []
    pairs = {(one, words.plain(who)) for one, who in zip(ids, names, strict=False) if one and who}
    named = Counter(one for one, _ in pairs)
    return bool(named) and 2 * sum(count > 1 for count in named.values()) >= len(named)


_HOW_MANY = re.compile(
    r"(?:no\.?|num(?:ber)?|#)\s*(?:of\s+)?(?:students|pupils|children|kids|clients)\b", re.IGNORECASE
)
_MOST_IN_GROUP = 30


def of_counts(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of numbers of sessions (Entry No., Visit #) that only counts the rows of the file, or from 1 those of each
    student: next month's may begin with 1 again, and would stand in the place of these."""
    placed = fit.places
    student = _first_of(placed, (*_WHOSE, "student_last_name"))
    place = placed.get("session_id")
    if fit.dataset != "sessions" or place is None or student is None:
        return {}
    if _OF_IDS & words.said_by(table.headings[place]):
        return {}
    told = [(text or "").strip() for text in table.body.column(place).to_pylist()]
    own: dict[str | None, list[str]] = defaultdict(list)
    for who, text in zip(table.body.column(student).to_pylist(), told, strict=True):
        own[who].append(text)
    is_count = _is_count(told, begins=len(told) < _FEWEST_COUNTED)
    return {place: None} if is_count or all(_is_count(one, begins=True) for one in own.values()) else {}


_OF_IDS = frozenset(("id", "identifier", "key", "uuid", "guid"))
"""Words that say of themselves that what stands under them is an id: a number or a reference may count rows."""


def of_references(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column under a bare word for references (Ref) where not each row has one of its own, with digits: a remark, or
    what several have in common, is no session's id."""
    place = fit.places.get("session_id")
    if fit.dataset != "sessions" or place is None:
        return {}
    if (_OF_IDS | {"number"}) & words.said_by(table.headings[place]):
        return {}
    column = table.body.column(place)
    texts = [(text or "").strip() for text in column.to_pylist()]
    own = are_distinct(column) and all(any(map(str.isdigit, text)) for text in texts)
    return {} if own else {place: None}


_FEWEST_COUNTED, _MOST_DIGITS = 3, 9


def _is_count(texts: list[str], *, begins: bool) -> bool:
    """Whether texts are numbers that run on, each once and few left out: from 1 where it ``begins``, else small ones."""
    numbers = sorted({int(text) for text in texts if text.isdecimal() and len(text) <= _MOST_DIGITS})
    if len(numbers) < len(texts) or not numbers:
        return False
    run = numbers[-1] - numbers[0] + 1
    of_rows = numbers[0] == 1 or (not begins and persons.is_small(str(numbers[-1])))
    return of_rows and run <= 2 * len(numbers)


def of_names(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of whole names, under a heading that says nothing of anybody else (Title), in which each student's id has
    one of its own, always the same: those are the students', where no other column names them."""
    placed = fit.places
    named = placed.keys() & {"student_name", "student_last_name", "student_first_name"}
    if fit.dataset not in ("sessions", "service_lines") or "student_id" not in placed or named:
        return {}
    rows = min(len(table.body), sampled.LOOKED_AT)
    ids = table.body.column(placed["student_id"]).slice(0, rows).to_pylist()
    for place, (name, _) in enumerate(fit.taken):
        if name not in (None, "provider_role") or words.said_by(table.headings[place]) & meaning.strangers():
            continue
        texts = table.body.column(place).slice(0, rows).to_pylist()
        if not texts or not all(text and names.looks_whole(text) and not codes.is_title(text) for text in texts):
            continue
        pairs = set(zip(ids, texts, strict=True))
        if own_ids.are_each_others(pairs) and _FEWEST_NAMED <= len(pairs) < rows:
            return {place: "student_name"}
    return {}


_FEWEST_NAMED = 3


def of_sessions(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of ids of services that each row has another of, though students come again: they are the sessions'."""
    placed = fit.places
    student = _first_of(placed, (*_WHOSE, "student_last_name"))
    if fit.dataset != "sessions" or student is None or "line_id" not in placed or "session_id" in placed:
        return {}
    ids, who = (table.body.column(place) for place in (placed["line_id"], student))
    own = ids.null_count == 0 and pc.count_distinct(ids).as_py() == len(ids)
    return {placed["line_id"]: "session_id"} if own and pc.count_distinct(who).as_py() * 3 <= len(ids) * 2 else {}


def of_rows(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column under a bare word for a session (Encounter, Visit) in which each row has an id of its own, where no other
    column is of those: they are the sessions'. Numbers that only count the rows are nobody's."""
    if fit.dataset != "sessions" or "session_id" in fit.places:
        return {}
    for place, (name, _) in enumerate(fit.taken):
        if name is None and words.said_by(table.headings[place]) == _SESSION:
            column = table.body.column(place)
            texts = [(text or "").strip() for text in column.to_pylist()]
            own = are_distinct(column) and all(texts) and persons.are_ids(tuple(texts[: sampled.LOOKED_AT]))
            return {place: "session_id"} if own and not _is_count(texts, begins=False) else {}
    return {}


_SESSION = frozenset(("session",))


def of_nobody(fit: Fit, table: Table) -> dict[int, str | None]:
    """Columns of ids of which half or more stand beside names of several people: left out, so that another column may be
    theirs, or else the names tell them apart."""
    placed = fit.places
    found: dict[int, str | None] = {}
    for id_name, named in _PEOPLE.get(fit.dataset, ()):
        columns = next((columns for columns in named if placed.keys() >= set(columns)), None)
        if id_name in placed and columns:
            names = _names_by_id(table, placed[id_name], [placed[name] for name in columns])
            several = names and sum(map(_are_several, names.values())) * 2 >= len(names)
            if several and (id_name not in _STUDENT or _are_few(names)):
                found[placed[id_name]] = None
    return found


def _are_few(names: dict[str, set[str]]) -> bool:
    """Whether ids stand beside so many more names that these can't be of those who treat a few children; one id alone may
    be a child's, unless it is a small number."""
    enough = len(names) * 2 <= len(set().union(*names.values()))
    return enough and (len(names) > 1 or persons.is_small(next(iter(names))))


def _names_by_id(table: Table, ids: int, columns: list[int]) -> dict[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    told = (table.body.column(place).slice(0, sampled.LOOKED_AT).to_pylist() for place in (ids, *columns))
    for one, *parts in zip(*told, strict=True):
        if one and (name := words.plain(" ".join(part or "" for part in parts)).strip()):
            names[one.strip()].add(name)
    return names


_HOW = families.KINDS | {"format"}


def of_kinds(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of types of sessions (Event type) that has no place, though it tells direct from indirect, or
    individual from group: another column has the outcome."""
    placed = fit.places
    if fit.dataset != "sessions" or not placed.keys() & {"status", "delivered_flag", "absent"}:
        return {}
    for place, (name, _) in enumerate(fit.taken):
        if name is None and _HOW & words.said_by(table.headings[place]):
            texts = tuple(table.texts(place)[: sampled.SAMPLE])
            if "kind" not in placed and services.is_kind(texts):
                return {place: "kind"}
            if "grouping" not in placed and texts and all(codes.find(text, "grouping") for text in texts):
                return {place: "grouping"}
    return {}


def of_services(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of types (Appt Type, Session Type) each of whose cells names a service, maybe with how it is given (OT -
    Individual), where no other column tells services."""
    if fit.dataset not in ("sessions", "service_lines") or "service" in fit.places:
        return {}
    for name in ("grouping", "kind"):
        place = fit.places.get(name)
        if place is not None and "type" in words.said_by(table.headings[place]):
            texts = table.texts(place)
            if texts and all(codes.find(text, "service") for text in texts):
                return {place: "service"}
    return {}


def of_goals(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of bare numbers of goals (#, No.) that begins with 1 for each student and goes up, beside the goals in
    words: it is their id.

    Numbers that run on from one student to the next count rows, and are nobody's.
    """
    placed = fit.places
    student = _first_of(placed, _WHOSE)
    by_words = "goal_text" if fit.dataset == "goals" else "goal_id"
    if fit.dataset not in ("goals", "measurements") or student is None or by_words not in placed:
        return {}
    if fit.dataset == "goals" and "goal_id" in placed:
        return {}
    for number, (heading, (name, _)) in enumerate(zip(table.headings, fit.taken, strict=True)):
        if name is None and words.spelt_out(words.heading(heading)) == "number":
            columns = (table.body.column(place).to_pylist() for place in (student, number, placed[by_words]))
            if _count_up(list(zip(*columns, strict=True))):
                return {number: "goal_id"}
    return {}


def _count_up(rows: list[tuple[str | None, str | None, str | None]]) -> bool:
    """Whether the numbers of each student's goals are 1, 2, 3, ..., in the order in which the goals first come."""
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for who, number, goal in rows:
        if not who or not number or told[who].setdefault(goal or "", number.strip()) != number.strip():
            return False
    return all(list(one.values()) == [str(at) for at in range(1, len(one) + 1)] for one in told.values())


def _are_several(told: set[str]) -> bool:
    first, *others = sorted(told)
    return any(fuzz.token_sort_ratio(first, other) < ALIKE for other in others)
