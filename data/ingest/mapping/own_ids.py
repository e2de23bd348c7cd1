"""Which column of ids, under a heading that nobody knows or that others have too, holds each person's own."""

import re
from collections.abc import Callable, Set

from data.contracts.synonyms import listed_words, slot_of
from data.ingest.mapping import meaning, persons
from data.ingest.mapping.choose import Fit, is_forbidden
from data.ingest.mapping.likeness import SURE, likeness
from data.ingest.mapping.sampled import LOOKED_AT
from data.ingest.model import Table
from data.ingest.values import families, words


def are_each_others(pairs: Set[tuple[object, object]]) -> bool:
    """Whether each first of the pairs has one second, and each second one first."""
    return len(pairs) == len({one for one, _ in pairs}) == len({one for _, one in pairs})


def of_students(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of ids under a heading with a word for ids and none that is known else (MOSIS #), in which each student
    has one of their own, always the same: it is theirs, where no other column is."""
    if fit.dataset not in ("sessions", "service_lines") or "student_id" in fit.places:
        return {}
    who = _named(fit, table, ("student_name", "student_last_name", "student_first_name"))
    found = _own(fit, table, who, _is_strange_id, most=len(who) - 1)
    return {found: "student_id"} if found is not None else {}


def of_staff(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of ids of a list of staff that has none, under a word for ids that students have too (WISEid, State ID),
    where each of the staff has one of their own."""
    if fit.dataset != "providers" or "provider_id" in fit.places:
        return {}
    who = _named(fit, table, ("provider_name", "provider_last_name", "provider_first_name"))
    found = _own(fit, table, who, _is_anybodys_id, most=len(who))
    return {found: "provider_id"} if found is not None else {}


def _named(fit: Fit, table: Table, parts: tuple[str, ...]) -> list[str]:
    """Who each of the first rows names, in plain form; empty where no column does."""
    columns = [_firsts(table, fit.places[name]) for name in parts if name in fit.places]
    return [" ".join(map(words.plain, texts)) for texts in zip(*columns, strict=True)]


def _firsts(table: Table, place: int) -> list[str]:
    return [(text or "").strip() for text in table.body.column(place).slice(0, LOOKED_AT).to_pylist()]


def _own(fit: Fit, table: Table, who: list[str], is_id: Callable[[str], bool], *, most: int) -> int | None:
    """The first free column of ids in which each person has one of their own; of ``most`` persons, and of several."""
    for place, (name, _) in enumerate(fit.taken):
        if who and name is None and is_id(table.headings[place]) and not is_forbidden(table.headings[place]):
            pairs = set(zip(who, _firsts(table, place), strict=True))
            if are_each_others(pairs) and 1 < len(pairs) <= most and persons.are_ids(tuple({one for _, one in pairs})):
                return place
    return None


def of_each(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of other ids of a list of students that has no id, where each student has one of their own."""
    placed = fit.places
    if fit.dataset != "students" or "student_id" in placed or "other_ids" not in placed:
        return {}
    ids = [text.strip() for text in table.body.column(placed["other_ids"]).to_pylist() if text and text.strip()]
    own = bool(ids) and len(set(ids)) == len(ids) == len(table.body) and all(map(_ID.match, ids))
    return {placed["other_ids"]: "student_id"} if own else {}


_IDS = families.IDS | {"code", "#"}


_RUN_ON = re.compile(r"^[A-Za-z]{3,8}(?:id|ID|Id)$")
"""A word for an id of which nothing stands apart: WISEid, EDUID."""


def _is_strange_id(heading: str) -> bool:
    if _RUN_ON.match(heading.strip()) and words.plain(heading) not in listed_words():
        return True
    told = words.said_by(heading)
    rest = told - _IDS
    return bool(told & _IDS) and len(rest) == 1 and not rest & (meaning.strangers() | listed_words())


def _is_anybodys_id(heading: str) -> bool:
    """Whether a heading is listed as that of students' ids and names no student."""
    is_listed = likeness(heading, slot_of("students", "student_id")) >= SURE
    return is_listed and not words.said_by(heading) & families.STUDENTS


_ID = re.compile(r"^(?=.*\d)[\w-]{1,20}$")
