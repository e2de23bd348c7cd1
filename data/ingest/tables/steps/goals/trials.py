"""Scores of trials that tell how many were right beside how many there were, and the percent of them."""

from collections.abc import Sequence

import pyarrow as pa

from data.ingest import texts
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import criteria, families, numbers, words

COUNTS = frozenset({"count", "number", "correct", "total", "of", "#", "right", "trial"})
ALL_OF_THEM = frozenset({"trial", "opportunity", "attempt"})
RIGHT_ONES = frozenset({"correct", "right", "successful", "success", "independent"})
SCORE = frozenset({"score"})
_SHARES = families.SHARES


def shared(table: Table) -> Table:
    """The table with the percent of the trials where its cell is blank and how many were right, and of how many, stand
    beside it; as it is where a percent that is filled says another thing than its trials."""
    places = [_only(table, told) for told in (_SHARES, RIGHT_ONES, ALL_OF_THEM)]
    if any(place is None for place in places):
        return table
    percent, right, trials = ([numbers.read(text).value for text in _texts(table, place or 0)] for place in places)
    own = [
        100 * few / of if few is not None and of and few <= of else None for few, of in zip(right, trials, strict=True)
    ]
    if all(one is not None or made is None for one, made in zip(percent, own, strict=True)) or any(
        one is not None and made is not None and abs(one - made) > 1 for one, made in zip(percent, own, strict=True)
    ):
        return table
    at = places[0] or 0
    made = pa.chunked_array([pa.array([None if one is None else f"{one:g}" for one in own], pa.string())])
    note = f"Where {table.headings[at]} is blank it is {table.headings[places[1] or 0]} of {table.headings[places[2] or 0]}."
    return table.filled(at, texts.filled(table.body.column(at), made)).noted(note)


def told_twice(table: Table) -> Table:
    """The table without how many were right, where a column of percent, or the score, says just that of the column of all
    beside it (correct 4, total or trials 10, percent correct 40), which is one of trials; without parts of one (0.4), which
    say no more than the trials. Where no heading says which column that is (Out of, Given), it is the only one of which the
    percents are right."""
    right, total, trials = (_only(table, told) for told in (RIGHT_ONES, _IN_ALL, ALL_OF_THEM))
    said = [words.said_by(one) for one in table.headings]
    shares = [place for place, one in enumerate(said) if one and one <= _SHARES | RIGHT_ONES | SCORE and place != right]
    named = [place for place in (total, trials) if place is not None]
    if right is None or len(shares) != 1 or len(named) > 1:
        return table
    totals = [place for place in named or _others(table, right, shares[0]) if _are_of(table, shares[0], right, place)]
    if len(totals) != 1:
        return table
    note = (
        f"{table.headings[shares[0]]} is {table.headings[right]} of {table.headings[totals[0]]}, which are the trials."
    )
    is_part = _are_parts([numbers.read(text).value for text in _texts(table, shares[0])])
    return table.called(totals[0], "Trials").without(shares[0] if is_part else right).noted(note)


def of_goals(table: Table) -> Table:
    """The table with so many of so many (3/5) in the place of how many were right and how many there were, where goals
    beside them are to be reached in percent: each is then told in the unit of its goal."""
    right, trials = (_only(table, told) for told in (RIGHT_ONES, ALL_OF_THEM))
    trials = looks.only_one_for(table.headings, "measurements", "trials") if trials is None else trials
    if right is None or trials in (None, right) or any(words.said_by(one) & _SHARES for one in table.headings):
        return table
    if "percent" not in goal_units(table, "baseline", "target"):
        return table
    each = zip(_texts(table, right), _texts(table, trials), strict=True)
    score = [f"{few}/{of}" if few and of else few or None for few, of in each]
    note = f"{table.headings[right]} is of {table.headings[trials]}: so many of so many, in the unit of the goal."
    return table.without(right, trials).also("Score", score).noted(note)


def goal_units(table: Table, *names: str) -> set[str | None]:
    """The units in which some columns tell of goals: percent, trials, ..."""
    places = [at for name in names for at in looks.written_for(table.headings, "goals", name)]
    told = {text for at in places for text in table.texts(at)}
    units = {one.unit for text in told if (one := criteria.read(text))}
    return units | {"percent" for text in told if words.said_by(text) & _SHARES}


def _others(table: Table, *places: int) -> list[int]:
    return [place for place in range(len(table.headings)) if place not in places]


def _are_of(table: Table, share: int, right: int, total: int) -> bool:
    """Whether each row's percent, or part of one, is so many of those in all."""
    columns = [[numbers.read(text).value for text in _texts(table, place)] for place in (share, right, total)]
    if _are_parts(columns[0]):
        columns[0] = [None if one is None else 100 * one for one in columns[0]]
    rows = [row for row in zip(*columns, strict=True) if row[0] is not None or row[1] is not None]
    return bool(rows) and all(_is_share(*row) for row in rows)


def _are_parts(told: Sequence[float | None]) -> bool:
    """Whether numbers are parts of one (0.4, as a sheet stores what it shows as 40 %), one of them less than the whole."""
    some = [one for one in told if one]
    return any(one < 1 for one in some) and all(one <= 1 for one in some)


_IN_ALL = frozenset({"total"})


def _is_share(percent: float | None, right: float | None, total: float | None) -> bool:
    """Whether a percent is so many of all, rounded or not; nothing is said of none."""
    if percent is None or right is None or not total:
        return False
    return right <= total and abs(percent - 100 * right / total) < 1


def _only(table: Table, words_of_it: frozenset[str]) -> int | None:
    """The one column whose heading says nothing but these words and words of counting."""
    told = [words.said_by(heading) for heading in table.headings]
    found = [
        place for place, one in enumerate(told)
        if one & words_of_it and one <= words_of_it | COUNTS - (RIGHT_ONES | ALL_OF_THEM)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _texts(table: Table, place: int) -> list[str]:
    return [text or "" for text in table.body.column(place).to_pylist()]
