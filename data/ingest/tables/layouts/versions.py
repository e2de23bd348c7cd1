"""Amounts as written and as amended side by side, with the days of each: a line of each version, one in force at a time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from data.ingest.tables import looks
from data.ingest.tables.long import Long
from data.ingest.values import changed_amounts, dates, families, nothing, words

_EARLIER, _CURRENT, _LATER, _ONLY_PROPOSED = 0, 1, 2, 3
_RANKS = {
    _EARLIER: r"written|original(?:ly)?|orig|initial|previous|prior|old|before",
    _CURRENT: r"current|present|existing",
    _LATER: r"amended|amendment|amend|revised|revision|modified|updated|new|after|addendum",
    _ONLY_PROPOSED: r"proposed|recommended|requested|draft",
}
_NOUN = r"(?:(?:iep|plan|mandates?|services?)\s+)?(?:as\s+)?"
_VERSION = {
    rank: re.compile(rf"^\W*{_NOUN}(?:{named})\b\.?[\s:()–-]*|[\s(–-]+{_NOUN}(?:{named})\.?\)?\s*$", re.IGNORECASE)
    for rank, named in _RANKS.items()
}
_BEGINS = frozenset({"start", "from", "begin", "begins", "on", "date", "effective", "eff", "day"})
_ENDS = frozenset({"end", "ends", "to", "thru", "through", "until"})
_UNCHANGED = re.compile(r"^(?:same|no changes?|unchanged|none|as written|as is|no amendment)$", re.IGNORECASE)
Cells = list[str | None]


@dataclass(frozen=True)
class _Version:
    """The columns of one version: those of its amounts by what they are called besides, of its first and of its last day."""

    amounts: dict[str, int]
    begins: int | None
    ends: int | None

    @property
    def places(self) -> list[int]:
        days = (self.begins, self.ends)
        return [*self.amounts.values(), *(at for at in days if at is not None)]


def melt(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """A record for each version of a row's line that is filled, the earlier one up to the day before the later one begins;
    a version that is only proposed is left out. None where no two versions of the same amounts stand side by side, or nothing
    tells when the later one began. A row with an amended amount and no day of it tells that in a remark: which of both holds
    must be asked."""
    told = [_rank(heading) for heading in headings]
    ranks = sorted({rank for rank, _ in told if rank is not None})
    if not ranks or looks.written_for(headings, "sessions", "session_date"):
        return None
    bare = _version(told, None)
    versions = [one for rank in ranks if (one := _version(told, rank)).amounts]
    if len(versions) == 1 and bare.amounts:
        amended = {name: place for name, place in bare.amounts.items() if name in versions[0].amounts}
        other, own = versions[0], replace(bare, amounts=amended)
        if ranks[0] == _EARLIER and other.begins is None and other.ends is None:
            return None
        versions = [other, own] if ranks[0] == _EARLIER else [own, other]
    if len(versions) != len(("earlier", "later")) or versions[0].amounts.keys() != versions[1].amounts.keys():
        return None
    earlier, later = versions
    texts = [column.to_pylist() for column in columns]
    if ranks[-1] == _ONLY_PROPOSED:
        return _without(headings, texts, earlier, later)
    changed = [place for place, heading in enumerate(headings) if _is_of_change(heading)]
    if later.begins is None and len(changed) == 1:
        later = replace(later, begins=changed[0])
    if later.begins is None and ranks[-1] != _LATER:
        return None
    if earlier.begins is None and earlier.ends is None:
        earlier = replace(earlier, begins=None if bare.begins == later.begins else bare.begins, ends=bare.ends)
    return _both(headings, texts, earlier, later)


def _is_of_change(heading: str) -> bool:
    """Whether a heading is of the day on which an amount changed, whichever: Date changed."""
    said = words.said_by(heading)
    return bool(said & {"change", "changed"}) and said <= {"change", "changed"} | _BEGINS


def _rank(heading: str) -> tuple[int | None, str]:
    """Which version a heading is of, and what it says besides."""
    for rank, pattern in _VERSION.items():
        rest = pattern.sub("", heading, count=1).strip()
        if rest != heading.strip() and rest:
            return rank, rest
    return None, heading


def _version(told: Sequence[tuple[int | None, str]], rank: int | None) -> _Version:
    """The columns of a version, of those without a word for any where ``rank`` is None."""
    own = {place: rest for place, (one, rest) in enumerate(told) if one == rank}
    amounts = {_called(rest): place for place, rest in own.items() if _is_amount(rest)}
    others = ((place, rest) for place, rest in own.items() if place not in amounts.values())
    days = [(place, words.said_by(rest) | {words.plain(rest)}) for place, rest in others]
    ends = [place for place, said in days if said & _ENDS]
    begins = [place for place, said in days if said & _BEGINS and place not in ends]
    return _Version(amounts, begins[0] if len(begins) == 1 else None, ends[0] if len(ends) == 1 else None)


def _called(rest: str) -> str:
    """What an amount is called besides whose it is: IEP min/wk and min/wk are of one."""
    told = words.heading(rest).split()
    return " ".join(one for one in told if one not in _WHOSE) or " ".join(told)


_WHOSE = frozenset({"iep", "plan", "mandate", "mandated"})


def _is_amount(rest: str) -> bool:
    said = words.said_by(rest)
    return looks.is_promised(rest) or bool(said & {"minute", "frequency", "mandate"}) or _is_count(said)


def _is_count(said: frozenset[str]) -> bool:
    """Whether a heading is of how often there is service: Sessions/Wk."""
    return bool(said & {"session", "time"}) and bool(said & families.CYCLES)


def _without(headings: tuple[str, ...], texts: list[Cells], kept: _Version, gone: _Version) -> Long:
    """The records without the columns of a version that isn't in force, under the headings of amounts and days."""
    named = _named(headings, kept)
    places = [at for at in range(len(headings)) if at not in gone.places]
    made = [pa.array(texts[at], pa.string()) for at in places]
    note = f"{headings[gone.places[0]]} is only proposed: not read."
    return Long(tuple(named.get(at, headings[at]) for at in places), made, np.arange(len(texts[0])), note=note)


def _named(headings: Sequence[str], version: _Version) -> dict[int, str]:
    """What the columns of a version are called without a word for it."""
    found = {place: _rank(headings[place])[1] for place in version.amounts.values()}
    days = ((version.begins, "Start Date"), (version.ends, "End Date"))
    found |= {place: heading for place, heading in days if place is not None}
    return found


def _both(headings: tuple[str, ...], texts: list[Cells], earlier: _Version, later: _Version) -> Long:
    others = [at for at in range(len(headings)) if at not in (*earlier.places, *later.places)]
    rows: list[tuple[int, Cells]] = []
    for row in range(len(texts[0])):
        rows += [(row, cells) for cells in _lines(texts, row, earlier, later)]
    named = _named(headings, earlier)
    amounts = [named[place] for place in earlier.amounts.values()]
    taken = pa.array([row for row, _ in rows], pa.int64())
    body = [pa.array(texts[at], pa.string()).take(taken) for at in others]
    body += [pa.array(list(column), pa.string()) for column in zip(*(cells for _, cells in rows), strict=True)]
    told = (*(headings[at] for at in others), *amounts, "Start Date", "End Date", _REMARK)
    note = "Amounts as they were and as amended are a line each, the first up to the day before the other begins."
    return Long(told, body, np.array([row for row, _ in rows]), note=note)


_REMARK = "Amendment Note"


def _lines(texts: list[Cells], row: int, earlier: _Version, later: _Version) -> list[Cells]:
    """The amounts and days of each version of a row that is filled, and a remark of an amount of which no day is told."""
    first, second = (_cells(texts, row, version) for version in (earlier, later))
    names = list(earlier.amounts)
    second = [*(second[list(later.amounts).index(name)] for name in names), *second[len(names) :]]
    if not any(map(_is_told, second[: len(names)])):
        return [[*first, None]]
    ends = second[-1] or (first[-1] if later.ends is None else None)
    if not any(map(_is_told, first[: len(names)])):
        return [[*second[: len(names)], second[len(names)] or first[len(names)], ends, None]]
    begins = second[len(names)]
    if begins is None:
        return [[*first, changed_amounts.amended(*filter(None, second[: len(names)]))]]
    first[-1] = _ended(first[-1], begins)
    return [[*first, None], [*second[: len(names)], begins, ends, None]]


def _cells(texts: list[Cells], row: int, version: _Version) -> Cells:
    """The amounts, the first and the last day of a version."""
    places = [*version.amounts.values(), version.begins, version.ends]
    return [None if at is None or not (text := texts[at][row]) or not text.strip() else text for at in places]


def _is_told(text: str | None) -> bool:
    return text is not None and not nothing.is_nothing(text) and _UNCHANGED.match(text.strip()) is None


def _ended(end: str | None, begins: str) -> str | None:
    """The last day of the earlier amount: the one before the later one begins, unless it is told earlier."""
    later, told = dates.read(begins).value, dates.read(end or "").value
    if not isinstance(later, date):
        return end
    return end if told and told < later else (later - timedelta(days=1)).isoformat()
