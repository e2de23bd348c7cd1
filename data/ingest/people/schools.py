"""Which school of the list a file means: certainly, by its id or name in any spelling; else what resembles one is asked,
and remembered for the file's shape."""

from collections import defaultdict

import duckdb
from rapidfuzz import fuzz, process, utils
from rapidfuzz.distance import OSA

from data.ingest.model import Question, Staged
from data.ingest.values.words import plain
from data.store.connect import DISTRICT

FIELDS = ("school", "student_school", "home_school")
CLOSE = 90
"""Names that agree in so many of a hundred signs, whatever the order of their words, resemble."""
MOST_ASKED = 10
EVERY = "whole district"
"""The answer for a calendar that is no school's own."""
_MOST_SHOWN, _MOST_NEAR = 40, 3
_CUT, _LONG = 3, 5
"""Letters to which a word may be cut short, and that it has at least where one may be mistyped."""


def listed(cur: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The id of each school by what files call it, in plain form: its id, its name, and both in one cell
    (``012 - Birch Elementary School``); what several schools are called says none."""
    called: dict[str, set[str]] = defaultdict(set)
    for school, name in _known(cur):
        own, full = plain(school), plain(name)
        for text in (own, full, f"{own} {full}", f"{full} {own}"):
            called[text.strip()].add(school)
    return {text: next(iter(ids)) for text, ids in called.items() if text and len(ids) == 1}


def questions(cur: duckdb.DuckDBPyConnection, staged: Staged, answered: set[str]) -> list[Question]:
    """A question for each school of the table that no list knows by that name and that resembles one, and for each of a
    calendar that nobody on file is of: the days of such a one would count for no student. It holds no row.

    ``answered``: texts that were answered before, in small letters. The answer is the school's id, or the name itself, or
    of a calendar the whole district.
    """
    if staged.dataset == "schools" or not any(name in staged.rows.column_names for name in FIELDS):
        return []
    is_calendar = staged.dataset == "calendar_days"
    known, certain = _known(cur), {*listed(cur)}
    if is_calendar:
        attended = _attended(cur) - {school for school, _ in known}
        known, certain = [*known, *((school, "") for school in sorted(attended))], certain | {*map(plain, attended)}
    if not known:
        return []
    asked = []
    for text in _named(cur, staged):
        if text.casefold() in answered or plain(text) in certain:
            continue
        near = _near(text, known) or (_cut_short(text, known) if is_calendar else [])
        if not near and is_calendar:
            said = f"Nobody on file is of a school {text!r}. Of which school is this calendar, or is it the whole district's?"
            asked.append(Question("code", text, 0, said, (*(school for school, _ in known[:_MOST_SHOWN]), text, EVERY)))
        if near:
            names = " or ".join(f"{school} ({name})" if name else school for school, name in near)
            said = f"No list has a school {text!r}. Is it {names}?"
            asked.append(Question("code", text, 0, said, (*(school for school, _ in near), text)))
    return asked[:MOST_ASKED]


def _known(cur: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    found = cur.execute(
        "select school, coalesce(school_name, '') from schools where district = ? and known_to is null order by school",
        [DISTRICT],
    ).fetchall()
    return [(str(school), str(name)) for school, name in found]


def _attended(cur: duckdb.DuckDBPyConnection) -> set[str]:
    """The schools of the students and service lines on file, as they are stored."""
    parts = [
        f"select school from {name} where district = $d and known_to is null" for name in ("students", "service_lines")
    ]
    found = cur.execute(f"select distinct school from ({' union all '.join(parts)}) as s", {"d": DISTRICT}).fetchall()
    return {str(school) for (school,) in found if school}


def _named(cur: duckdb.DuckDBPyConnection, staged: Staged) -> list[str]:
    parts = [f"select {name} as school from {staged.rows_table}" for name in FIELDS if name in staged.rows.column_names]
    query = f"select distinct school from ({' union all '.join(parts)}) as s where school is not null order by school"
    return [str(school) for (school,) in cur.execute(query).fetchall()]


def _near(text: str, known: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The schools whose id or name resembles the text, the closest first."""
    names = {place: name for place, (school, full) in enumerate(known) for name in [full or school]}
    close = process.extract(
        text, names, scorer=fuzz.token_set_ratio, processor=utils.default_process, score_cutoff=CLOSE, limit=_MOST_NEAR
    )
    return [known[place] for _, _, place in close]


def _cut_short(text: str, known: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The few schools that a text may be of by words that are cut short (Birch Elem.); none where it may be of many."""
    found = [(school, name) for school, name in known if may_be_one(text, name or school)]
    return found if len(found) <= _MOST_NEAR else []


def may_be_one(one: str, other: str) -> bool:
    """Whether two writings may be of one school: the words of the shorter stand in the longer, in full, cut short, by their
    initials, or mistyped by a letter."""
    short, long = sorted((plain(one).split(), plain(other).split()), key=len)
    letters = "".join(word[0] for word in long)
    return all((len(word) > 1 and word in letters) or any(_alike(word, full) for full in long) for word in short)


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if short == long or not (one + other).isalpha():
        return short == long
    return (len(short) >= _CUT and long.startswith(short)) or (len(short) >= _LONG and OSA.distance(one, other) <= 1)
