"""Labels and titles around the records (Student: Ada Lin; School: Lakeview) as columns: each holds for what is below it."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
import pyarrow as pa

from data.contracts import synonyms
from data.ingest.tables import labels, looks
from data.ingest.tables.titles import before_calendar, grade_in, school_in, school_of_calendar
from data.ingest.values import families, words

Sections = list[tuple[int, labels.Pairs]]
"""Row -> label -> value."""
Occurrences = list[tuple[int, str, str]]
"""Where a label stands, as written, its value."""
Said = dict[str, Occurrences]
"""What each label says."""


def columns_of(
    headings: tuple[str, ...], columns: list[pa.Array], sections: Sections, records: np.ndarray
) -> tuple[tuple[str, ...], list[pa.Array]]:
    """The table with a column for each label; a label that is a heading already adds none."""
    taken = {words.heading(heading) for heading in headings}
    found: dict[str, list[tuple[int, str, str]]] = {}
    for at, told_there in sections:
        for label, value in told_there.items():
            found.setdefault(words.heading(label), []).append((at, label, value))
    told = {
        key: said
        for key, said in found.items()
        if key not in taken and not _is_told(key, taken) and not _counts(key, said)
        if not _is_billed(key, said, headings, columns)
    }
    told = _of_one_student(told, records)
    added = [_spread(said, records) for said in told.values()]
    return (*headings, *(said[0][1] for said in told.values())), [*columns, *added]


_COUNTED = re.compile(
    r"(?:total )?(?:students|pupils|children|clients|kids|lines|records|rows|entries|providers|therapists|staff|teachers)"
)


def _counts(label: str, said: Occurrences) -> bool:
    """Whether labels only count what stands above or beneath them (Students: 3), and name nobody."""
    return bool(_COUNTED.fullmatch(label)) and all(value.strip().isdigit() for _, _, value in said)


def _is_billed(label: str, said: Occurrences, headings: tuple[str, ...], columns: list[pa.Array]) -> bool:
    """Whether a label of students (Client: Marsh Creek USD) has no id for its value, and stands over the names of more
    students than it has values: it says whom an agency works for."""
    if label not in _whose() or any(_ID.fullmatch(value.strip()) for _, _, value in said):
        return False
    named = synonyms.headings("student")["student_name"]
    of_names = [column for heading, column in zip(headings, columns, strict=True) if words.heading(heading) in named]
    return any(len(set(filter(None, column.unique().to_pylist()))) > len(said) for column in of_names)


_ID = re.compile(r"\S*\d\S*")


def _spread(said: Occurrences, records: np.ndarray) -> pa.Array:
    """For each record the value of the last label above it."""
    places = np.array([at for at, _, _ in said])
    values = pa.array([None, *(value for _, _, value in said)], pa.string())
    return values.take(pa.array(np.searchsorted(places, records), pa.int64()))


def _of_one_student(told: Said, records: np.ndarray) -> Said:
    """The labels, so that what was told of a student, or beside one of a school, ends where a block of labels tells of
    another student and not of it."""
    heads = {at for key in told.keys() & _whose() for at, _, _ in told[key]}
    beside = {
        key for key, said in told.items() if key in headings_of_schools() and all(at in heads for at, _, _ in said)
    }
    own = {key: said for key, said in told.items() if key in looks.of_students() | beside}
    blocks = {key: {int(np.searchsorted(records, at)): at for at, _, _ in said} for key, said in own.items()}
    named = [block for key, told_in in blocks.items() if key in _whose() for block in told_in]
    starts = {block: min(one[block] for one in blocks.values() if block in one) for block in named}
    ended = {
        key: [(at, told[key][0][1], "") for block, at in starts.items() if block not in blocks[key]] for key in own
    }
    return {key: sorted([*said, *ended.get(key, [])]) for key, said in told.items()}


@cache
def _whose() -> frozenset[str]:
    """The headings that name a student."""
    listed = synonyms.headings("student")
    return frozenset(word for name in ("student_id", "student_name", "student_last_name") for word in listed[name])


def _is_told(label: str, headings: set[str]) -> bool:
    """Whether a column tells already what a label is of: the day, or who treated."""
    providers = synonyms.headings("provider")["provider_name"]
    return (label == "date" and has_date(headings)) or (label == "provider" and not headings.isdisjoint(providers))


def has_date(headings: Iterable[str]) -> bool:
    """Whether a column may tell the day of a record: one of its entry, or of a birth or a plan, doesn't."""
    told = [set(words.spelt_out(heading).split()) for heading in headings]
    return any(one & _OF_DAYS and not one & _OF_OTHER_DAYS for one in told)


_OF_DAYS = families.DAYS
_OF_OTHER_DAYS = families.ENTERED | families.ENDS | {
    "document", "birth", "iep", "due", "review", "annual", "bill", "billed", "consent", "eligibility", "enroll", "expiration",
    "effective", "exit", "hire",
}  # fmt: skip


def at_school(titles: tuple[str, ...], headings: tuple[str, ...], sections: Sections, first: int) -> Sections:
    """The school that a title, else the sheet's name, is the name of, or whose calendar it says that this is, where no column
    tells one and no label above the ``first`` record: labels and titles further down hold from there on."""
    above = (label for at, pairs in sections if at < first for label in pairs)
    told = {words.heading(one) for one in (*headings, *above)}
    if not told.isdisjoint(headings_of_schools()):
        return []
    calendars = [title for title in titles if before_calendar(title)[1]]
    school = school_in(titles[:-1]) or school_in(titles[-1:]) or school_of_calendar(calendars)
    return [(-1, {"School": school})] if school else []


def of_grade(tried: Iterable[Sequence[str]], headings: tuple[str, ...], sections: Sections) -> Sections:
    """The grade that a title, or the sheet's name, is nothing but the name of, by the first of the titles ``tried`` that tell
    one, where neither a column nor any label does."""
    told = {words.heading(one) for one in (*headings, *(label for _, pairs in sections for label in pairs))}
    found = ({grade for title in titles if (grade := grade_in(title))} for titles in tried)
    grades = next(filter(None, found), set[str]())
    if not told.isdisjoint(_grades()) or len(grades) != 1:
        return []
    return [(-1, {"Grade": grades.pop()})]


@cache
def _grades() -> frozenset[str]:
    return frozenset(synonyms.headings("student")["student_grade"])


@cache
def headings_of_schools() -> frozenset[str]:
    """The headings that tell a school."""
    lists = [synonyms.headings("shared")["school"], synonyms.headings("student")["student_school"]]
    lists += [synonyms.headings("schools")[name] for name in ("school", "school_name")]
    lists.append(synonyms.headings("providers")["home_school"])
    return frozenset(word for listed in lists for word in listed) - {"name", "location", "where"}
