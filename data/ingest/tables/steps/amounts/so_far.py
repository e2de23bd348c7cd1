"""Amounts used so far in a log (Used Units 2, 4, 7 beside Remaining 38, 36, 33): a session had what they grew by."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import dates, durations, families, numbers, words

_SO_FAR = frozenset({"used", "cumulative", "running", "ytd"})
_LEFT = frozenset({"remaining", "balance", "left"})
_MEASURED = families.CLOCK | {"unit"}
_BESIDE = _MEASURED | {"total", "of", "number", "so", "far"}
_OF_AN_AWARD = _SO_FAR | _LEFT | {"approved", "authorized", "auth", "allowed", "per", "available", "owed"}
_WHO = ("student_id", "student_name", "student_last_name", "student_first_name", "service")
_FEWEST = 3
"""So many times an amount must grow to be a sum, where no balance beside it says so."""
_OFF = 0.01
Runs = list[list[int]]


def grown(table: Table) -> Table:
    """The log with what each session added in place of an amount used so far, where nothing else tells how long it was and
    the amounts of each child grow from day to day, or make one sum with what is left; a child's first one, and the first
    after they began anew, tells nothing of its session."""
    place, told, runs = _found(table)
    if place is None or not runs or not _is_sure(table, place, told, runs):
        return table
    added: list[str | None] = [None] * len(told)
    for before, now in (pair for run in runs for pair in pairwise(run)):
        added[now] = f"{(told[now] or 0) - (told[before] or 0):g}"
    named = table.headings[place]
    unit = next(word for word in words.heading(named).split() if words.said_by(word) & _MEASURED).title()
    sentence = (
        f"{named} is a sum so far: each session has what it grew by, and the first one of each student is asked about."
    )
    return table.instead(place, {unit: added}).noted(sentence)


def doubtful(table: Table) -> int | None:
    """The column of amounts used that grow with each session, where nothing tells whether they are sums or how long each
    session was: there is no balance, and either would be as long as sessions are."""
    place, told, runs = _found(table)
    if place is None or not runs or _is_sure(table, place, told, runs):
        return None
    return None if _are_short(table, place, told, runs) else place


def _found(table: Table) -> tuple[int | None, list[float | None], Runs]:
    """The column of amounts used so far, its numbers, and the rows of each sum; no rows where they are none."""
    place, left = (_only(table, said) for said in (_SO_FAR, _LEFT))
    if place is None or table.melted or _tells_own(table):
        return None, [], []
    told = _numbers(table, place)
    return place, told, _sums(table, told, None if left is None else _numbers(table, left))


def _is_sure(table: Table, place: int, told: Sequence[float | None], runs: Runs) -> bool:
    """Whether amounts that grow are sums: their heading or a balance says so, no session is so long, or each child's grow
    by what the first one was (30, 60, 90)."""
    if words.said_by(table.headings[place]) & _SUMS or _only(table, _LEFT) is not None:
        return True
    longest = max(told[row] or 0 for run in runs for row in run) * _minutes_each(table, place)
    steps = {round((told[now] or 0) - (told[before] or 0), 2) for run in runs for before, now in pairwise(run)}
    return longest > _LONGEST or (len(steps) == 1 and steps == {round(told[run[0]] or 0, 2) for run in runs})


def _are_short(table: Table, place: int, told: Sequence[float | None], runs: Runs) -> bool:
    """Whether sums would make sessions that are shorter than any is: 15, 20, 30 are how long each was."""
    steps = [(told[now] or 0) - (told[before] or 0) for run in runs for before, now in pairwise(run)]
    return min(steps) * _minutes_each(table, place) < _SHORTEST


def _minutes_each(table: Table, place: int) -> float:
    said = words.said_by(table.headings[place])
    return durations.MINUTES_PER["units" if "unit" in said else "hours" if said & _HOURS else "minutes"]


_SUMS = frozenset({"cumulative", "running", "ytd"})
_HOURS = frozenset({"hour"})
_SHORTEST, _LONGEST = 10.0, 120.0
"""Minutes of a session, which is seldom shorter or longer."""


def _only(table: Table, said: frozenset[str]) -> int | None:
    """The one column of numbers whose heading says nothing but one of some words and a measure."""
    told = [words.said_by(heading) for heading in table.headings]
    found = [at for at, one in enumerate(told) if one & said and one & _MEASURED and one <= said | _BESIDE]
    return found[0] if len(found) == 1 and table.all_are(found[0], numbers.is_number) else None


def _numbers(table: Table, place: int) -> list[float | None]:
    return [numbers.to_float(text or "") for text in table.body.column(place).to_pylist()]


def _tells_own(table: Table) -> bool:
    """Whether another column, or times, tell how long each session was."""
    of_each = {heading: words.said_by(heading) for heading in table.headings}
    told = [one for heading, one in of_each.items() if one <= _BESIDE or not looks.is_promised(heading)]
    timed = all(looks.meant_for(table.headings, "sessions", name) for name in ("start_time", "end_time"))
    own = [one for one in told if not one & _OF_AN_AWARD]
    return timed or any(one & (families.LENGTHS | {"unit"}) for one in own)


def _sums(table: Table, told: Sequence[float | None], left: Sequence[float | None] | None) -> Runs:
    """The rows of each child and service in their order, those of each sum together; empty where the amounts are no sums.
    Beside what is left they mostly go on to one sum, which may begin anew (a new authorization) and grow twice on a day."""
    runs = [] if None in told else _runs(table, told)
    if left is None or None in left:
        return runs if _all_grow(told, runs) else []
    sums = [round(((used or 0) + (rest or 0)) / _OFF) for used, rest in zip(told, left, strict=True)]
    parts = [part for run in runs for part in _apart(run, told, sums)]
    grown = any(told[part[-1]] != told[part[0]] for part in parts)
    steps, within = (sum(len(rows) - 1 for rows in found) for found in (runs, parts))
    return parts if grown and 2 * within > steps else []


def _runs(table: Table, told: Sequence[float | None]) -> Runs:
    """The rows of each child and service in order of their days, and of the amounts on a day; empty where a day isn't told."""
    day = looks.only_one_for(table.headings, "sessions", "session_date")
    who = [at for name in _WHO for at in looks.meant_for(table.headings, "sessions", name)]
    days = [] if day is None else [dates.read(text or "").value for text in table.body.column(day).to_pylist()]
    of_each: dict[tuple[str | None, ...], list[int]] = defaultdict(list)
    for row, key in enumerate(zip(*(table.body.column(at).to_pylist() for at in who), strict=True)):
        of_each[key].append(row)
    if None in days or not days:
        return []
    return [sorted(run, key=lambda row: (days[row], told[row] or 0)) for run in of_each.values()]


def _apart(run: Sequence[int], told: Sequence[float | None], sums: Sequence[int]) -> Runs:
    """The rows of a child in parts, a new one where the amount falls, or makes another sum with what is left."""
    parts = [list(run[:1])]
    for before, now in pairwise(run):
        goes_on = sums[now] == sums[before] and (told[now] or 0) >= (told[before] or 0)
        parts = [*parts[:-1], [*parts[-1], now]] if goes_on else [*parts, [now]]
    return parts


def _all_grow(told: Sequence[float | None], runs: Runs) -> bool:
    """Whether the amounts of each child grow with each session, and often enough to be sums."""
    steps = [(told[now] or 0) - (told[before] or 0) for run in runs for before, now in pairwise(run)]
    return len(steps) >= _FEWEST and all(step > 0 for step in steps)
