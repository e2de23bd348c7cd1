"""Groups of columns repeated sideways (Date, Minutes, Date, Minutes, ...), put below each other."""

import re
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.contracts import synonyms
from data.ingest.tables.layouts import periods
from data.ingest.tables.long import Long
from data.ingest.values import codes, dates, families, statuses, terms, words

_TELLING = frozenset(
    ("date", "day", "minutes", "mins", "min", "service", "goal", "score", "status", "session", "attend", "attended",
     "attendance", "present", "absent")
)  # fmt: skip
_ENDS = frozenset(
    {"begins", "begin", "starts", "start", "ends", "end", "opens", "closes", "from", "to", "first", "last"}
)
"""Under grading periods: their first and last days."""
_REPORTED = families.RATINGS | {"%", "percent", "pct", "data"}
"""Under grading periods: what is reported of a goal."""
_ENDS_OF_ONE = 2


def by_group(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """A record for each filled group of columns that repeats sideways (Date, Minutes, Date, Minutes); None where none
    does. A row without any filled group stays one record."""
    found = _groups(headings)
    return replace(_stack(headings, columns, found), note=_NOTE) if found else None


_NOTE = "Groups of columns repeated sideways were put below each other."


_OF_WEEK = re.compile(r"^(?:week|wk)\.?\s*#?\s*\d{1,2}\b[\s:.–-]*(?=[^\W\d])", re.IGNORECASE)


def by_week(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """A record for each numbered week, or month, under which the same columns stand, one of them the day (Week 1 Date,
    Week 1 Min, ...; September Date, ...): its number or name says nothing more. None where none does."""
    bare = tuple(map(_without_week, headings))
    weekly = [one for one, heading in zip(bare, headings, strict=True) if one != heading]
    dated = [one for one in weekly if "date" in words.said_by(one)]
    return by_group(bare, columns) if len(dated) > 1 and len(weekly) == len(dated) * len(set(weekly)) else None


def _without_week(heading: str) -> str:
    """A heading without the numbered week, or the month, before it."""
    first, _, rest = heading.partition(" ")
    return rest if rest and dates.month_number(first.strip(".,")) else _OF_WEEK.sub("", heading)


def _groups(headings: tuple[str, ...]) -> tuple[int, int, int] | None:
    """(first column, columns of a group, groups) of headings that repeat side by side, numbers apart; else None.

    Groups have at least two columns, and one of them speaks of sessions, services or goals: the parents of a student,
    listed as first and second, make no records. Other columns may stand before and behind them.
    """
    told = [periods.read(heading) for heading in headings]
    bare = [words.unnumbered(one.rest if one.period else heading) for one, heading in zip(told, headings, strict=True)]
    is_of_periods = sum(one.period is not None for one in told) > _ENDS_OF_ONE
    telling = _TELLING | (_ENDS | _REPORTED if is_of_periods else frozenset())
    for first in range(len(bare)):
        for size in range(2, (len(bare) - first) // 2 + 1):
            group = bare[first : first + size]
            times = _times(bare[first:], group)
            if times > 1 and _tells(group, telling):
                return first, size, times
    return None


def _times(headings: list[str], group: list[str]) -> int:
    """How often a group follows itself at the beginning of the headings."""
    size, times = len(group), 0
    while headings[size * times : size * (times + 1)] == group:
        times += 1
    return times


def by_student(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """A record for each of a session's students (Student 1, Student 2, ...), with how many they are where no column tells
    it yet; None where they are one."""
    places = _students(headings)
    if not places:
        return None
    rest = [place for place in range(len(headings)) if place not in places]
    ordered = [*rest, *places]
    groups = len(rest), 1, len(places)
    found = _stack(tuple(headings[place] for place in ordered), [columns[place] for place in ordered], groups)
    if any({"size", "count"} & words.said_by(heading) for heading in found.headings):
        return replace(found, note=_NOTE)
    _, place, times = np.unique(found.source, return_inverse=True, return_counts=True)
    sizes = pa.array([str(one) for one in times[place]], pa.string())
    return replace(found, headings=(*found.headings, "Group Size"), columns=[*found.columns, sizes], note=_NOTE)


def _students(headings: tuple[str, ...]) -> list[int]:
    """The places of headings that are students of one session; none where they are one."""
    named = synonyms.headings("student")["student_name"]
    found = [
        place
        for place, heading in enumerate(headings)
        if words.unnumbered(heading) in named and words.heading(heading) != words.unnumbered(heading)
    ]
    return found if len(found) > 1 and len({words.unnumbered(headings[place]) for place in found}) == 1 else []


def _tells(group: list[str], telling: frozenset[str]) -> bool:
    return len(set(group)) == len(group) and any(
        telling & (set(heading.split()) | words.said_by(heading)) for heading in group
    )


def _stack(headings: tuple[str, ...], columns: list[pa.Array], found: tuple[int, int, int]) -> Long:
    """A record for each filled group of a row, with the grading period and day that its headings say."""
    told, body, source, which = stacked(headings, columns, found)
    first, size, times = found
    groups = [
        [periods.read(one) for one in headings[first + size * at : first + size * (at + 1)]] for at in range(times)
    ]
    named = [one[0].period for one in groups]
    days = [next((part.day for part in one if part.day), None) for one in groups]
    if all(named) and len(set(named)) == times:
        told, body = (*told, "Grading Period"), [*body, pa.array(named, pa.string()).take(pa.array(which))]
        if any(days):
            told, body = (*told, "Date of Data"), [*body, pa.array(days, pa.string()).take(pa.array(which))]
    return Long(told, body, source)


def stacked(
    headings: tuple[str, ...], columns: list[pa.Array], found: tuple[int, int, int]
) -> tuple[tuple[str, ...], list[pa.Array], np.ndarray, np.ndarray]:
    """Headings and columns with a record for each filled group of a row, or one where none is; the row of each record, and
    the number of its group."""
    first, size, times = found
    height = len(columns[0])
    filled = np.column_stack([any_filled(columns[first + size * i : first + size * (i + 1)]) for i in range(times)])
    filled[~filled.any(axis=1), 0] = True
    source, which = np.nonzero(filled)
    every = [pa.concat_arrays([columns[first + size * i + at] for i in range(times)]) for at in range(size)]
    places, rows = pa.array(which * height + source), pa.array(source)
    bare = (_rest(heading) for heading in headings[first : first + size])
    told = tuple(re.sub(r"[\s._#-]*\d+(?:(?:st|nd|rd|th)\b)?", "", heading).strip() or heading for heading in bare)
    others = [*range(first), *range(first + size * times, len(headings))]
    body = [*(columns[at].take(rows) for at in others), *(column.take(places) for column in every)]
    return (*(headings[at] for at in others), *told), body, source, which


def _rest(heading: str) -> str:
    """A heading without the grading period and day that stand in it, where more than that does."""
    told = periods.read(heading)
    return (told.rest if told.period else "") or terms.without_period(heading)


@dataclass(frozen=True)
class _Topics:
    """The same columns under each of several services, settings or kinds: where they begin, how many there are of each,
    and what each is of."""

    topic: str
    first: int
    size: int
    names: tuple[str, ...]
    rests: tuple[str, ...]


def by_topic(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """A record for each service, setting or kind of a row under which the same columns repeat (``Speech Min``, ``Speech
    How often``, ``OT Min``, ...), the topic as a column; None where none does. A row without anything stays one record,
    of no topic."""
    found = _topics(headings)
    if found is None:
        return None
    end = found.first + found.size * len(found.names)
    places = [*range(found.first), *range(end, len(headings)), *range(found.first, end)]
    rest = len(headings) - (end - found.first)
    told, body, source, which = stacked(
        tuple(headings[place] for place in places), [columns[place] for place in places],
        (rest, found.size, len(found.names)),
    )  # fmt: skip
    filled = any_filled(body[-found.size :])
    named = pa.array(found.names, pa.string()).take(pa.array(which, mask=~filled))
    note = f"Columns of each {found.topic} were put below each other."
    long = Long((*told[:rest], *found.rests, found.topic.title()), [*body, named], source, note=note)
    return _with_own_absences(long, rest, found.names) if found.topic == "service" else long


def _with_own_absences(long: Long, rest: int, names: tuple[str, ...]) -> Long:
    """The records, where a remark on a row that says of one service that it was missed (OT absent) is that service's alone,
    with a record for it where it has none, in place of one of no service."""
    texts = [column.to_pylist() for column in long.columns]
    rows, whose = long.source.tolist(), texts[-1]
    found = {text: own for column in texts[:rest] for text in {*column} if text and (own := _missed_of(text, names))}
    told = [(at, place, found[text]) for place, column in enumerate(texts[:rest])
            for at, text in enumerate(column) if text in found and whose[at] != found[text]]  # fmt: skip
    has_one = {(row, own) for row, own in zip(rows, whose, strict=True)}
    new = {(rows[at], own): at for at, _, own in told if (rows[at], own) not in has_one}
    nobodys = {at for at, _, _ in told if whose[at] is None}
    kept = [at for at in range(len(rows)) if at not in nobodys]
    others = {(at, place) for at, place, _ in told}
    made = [
        [*(None if (at, place) in others else column[at] for at in kept), *(column[at] for at in new.values())]
        for place, column in enumerate(texts[:rest])
    ]
    groups = [[*(column[at] for at in kept), *[None] * len(new)] for column in texts[rest:-1]]
    columns = [*made, *groups, [*(whose[at] for at in kept), *(own for _, own in new)]]
    source = np.array([rows[at] for at in (*kept, *new.values())], dtype=long.source.dtype)
    return replace(long, columns=[pa.array(column, pa.string()) for column in columns], source=source)


def _missed_of(text: str, names: tuple[str, ...]) -> str | None:
    """The one of some services of which a text says that it was missed; None where it names none, or several."""
    found = [one for one in names if re.search(rf"\b{re.escape(one)}\b", text, re.IGNORECASE)]
    return found[0] if len(found) == 1 and statuses.read(text).status == "missed" else None


def _topics(headings: tuple[str, ...]) -> _Topics | None:
    """What the headings repeat under, before or behind them (Direct Min; timeDirect); a topic that has a column of its own
    isn't looked for."""
    bare = {words.heading(heading) for heading in headings}
    behind = [words.heading(heading).split()[::-1] for heading in headings]
    return _begun([heading.split() for heading in headings], bare, 1) or _begun(behind, bare, -1)


def _begun(split: list[list[str]], bare: set[str], step: int) -> _Topics | None:
    """What groups of headings, as words from the topic on, begin with; ``step``: -1 where the words are back to front."""
    for first in range(len(split) - 3):
        for size in range(2, (len(split) - first) // 2 + 1):
            found = _run(split, first, size)
            named = [" ".join(name[::step]) for name, _ in found]
            for topic in _TOPICS:
                if len(found) > 1 and topic not in bare and _are_of(topic, named):
                    rests = tuple(" ".join(rest[::step]) for rest in found[0][1])
                    return _Topics(topic, first, size, tuple(named), rests)
    return None


_TOPICS = ("service", "setting", "kind")


def _are_of(topic: str, named: list[str]) -> bool:
    told = [codes.find(name, topic) for name in named]
    return all(told) and len(set(told)) == len(told)


def _run(split: list[list[str]], first: int, size: int) -> list[tuple[list[str], list[list[str]]]]:
    """(what the headings of a group begin with, what follows) of each group in a row with the same that follows."""
    found: list[tuple[list[str], list[list[str]]]] = []
    for at in range(first, len(split) - size + 1, size):
        group = split[at : at + size]
        common = sum(1 for _ in takewhile(lambda said: len(set(said)) == 1, zip(*group, strict=False)))
        rests = [one[common:] for one in group]
        if not common or not all(rests) or (found and rests != found[0][1]):
            break
        found.append((group[0][:common], rests))
    return found


def any_filled(columns: list[pa.Array]) -> Any:
    """For each row whether any of some columns is."""
    shown = [pc.fill_null(pc.not_equal(pc.utf8_trim_whitespace(column), ""), False) for column in columns]
    return np.any([column.to_numpy(zero_copy_only=False) for column in shown], axis=0)
