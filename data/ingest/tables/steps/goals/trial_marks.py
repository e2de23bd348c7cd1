"""Scores of trials mark by mark: a column a trial (T1, T2, ...) with + or - in it, or all of them strung in a cell
(++-+-); the number, or the percent, of those that were right."""

import math
import re

from data.ingest.model import Table
from data.ingest.tables.layouts import periods
from data.ingest.tables.steps.goals.trials import ALL_OF_THEM, COUNTS, RIGHT_ONES, SCORE, goal_units
from data.ingest.values import families, numbers, scores, words

FEWEST = 3
_MOST = 0.75
_TRIAL = re.compile(r"^(?:t|tr|trial|opp|opportunity|att|attempt)\s*#?\s*(\d{1,2})$")
_RIGHT, _WRONG = frozenset({"+", "✓", "✔"}), frozenset({"-", "–", "−", "0"})
_ANSWERS = (("+✓✔", "-–−0"), ("✓✔√", "xX✗✘-–−"), ("yY", "nN"))
"""The marks of a string of trials: those of what was right and those of what wasn't."""
_STRUNG = re.compile(r"^\S(?:[\s,;/|]?\S){2,}$")
_SIGNS = re.compile(r"[\s,;/|]")
Marks = list[list[str]]
"""The marks of each row's trials."""
Said = list[str | None]
"""What a row says that has no trials."""
_SHARES = families.SHARES
_COUNT, _PERCENT, _TRIALS, _FRACTION = "count", "percent", "trials", "fraction"


def counted(table: Table) -> Table:
    """The table with the score of the trials in their place. A row with any other mark than + and - is told as it is
    written, so that nothing is counted that isn't known; where most are others, nothing changes."""
    places = _places(table)
    if len(places) < FEWEST:
        return table
    cells = [[(text or "").strip() for text in table.body.column(place).to_pylist()] for place in places]
    rows = [[mark for mark in row if mark] for row in zip(*cells, strict=True)]
    marks = [mark for row in rows for mark in row]
    if (
        not marks
        or sum(mark in _RIGHT | _WRONG for mark in marks) < _MOST * len(marks)
        or not _RIGHT.intersection(marks)
    ):
        return table
    known = [all(mark in _RIGHT | _WRONG for mark in row) for row in rows]
    silent = [None if sure else " ".join(row) for sure, row in zip(known, rows, strict=True)]
    return _told_in_one(table, places, [row if sure else [] for sure, row in zip(known, rows, strict=True)], silent)


def strung(table: Table) -> Table:
    """The table of goals with the score of the trials in the place of a column in which they stand in one cell each
    (++-+-, Y N Y); as it is where any cell may be something else: strokes alone (---) are trials only where others of
    as many have a + among them."""
    if not any(map(periods.names_goal, table.headings)):
        return table
    for place in range(len(table.headings)):
        if _STRUNG.match(table.first(place)) and (told := _strings(table.texts(place))):
            texts = [(text or "").strip() for text in table.body.column(place).to_pylist()]
            silent = [text if text and text not in told else None for text in texts]
            return _told_in_one(table, [place], [told.get(text, []) for text in texts], silent)
    return table


def _strings(texts: tuple[str, ...]) -> dict[str, list[str]]:
    """Text -> its marks, + and -, where all texts are such strings or say that nothing was measured; else empty."""
    bare = [text.strip() for text in texts if not scores.is_not_measured(text.strip())]
    for right, wrong in _ANSWERS:
        told = {text: _SIGNS.sub("", text) for text in bare}
        if not all(len(marks) >= FEWEST and set(marks) <= set(right + wrong) for marks in told.values()):
            continue
        found = {text: ["+" if mark in right else "-" for mark in marks] for text, marks in told.items()}
        sure = {len(marks) for marks in found.values() if "+" in marks}
        if all(len(marks) in sure for marks in found.values()) and any("-" in marks for marks in found.values()):
            return found
    return {}


def _told_in_one(table: Table, places: list[int], rows: Marks, silent: Said) -> Table:
    """The table with the score of each row's trials in the place of some columns, in the unit that is told (decision 0535).

    A column that tells the same goes; where it tells another thing, the row is told as it is written.
    """
    beside = {
        place: kinds for place, heading in enumerate(table.headings)
        if place not in places and (kinds := _kinds(heading))
    }  # fmt: skip
    told = {place: kind for place, kinds in beside.items() if (kind := _same(table, place, kinds, rows))}
    unit = _PERCENT if _PERCENT in told.values() else _unit(table)
    silent = _beside(table, told, unit, rows, silent)
    all_of_them = _beside(table, told, _TRIALS, rows, [None] * len(rows))
    others = [place for place, kinds in beside.items() if place not in told and kinds != _ANY]
    for place in others:
        rows, silent = _unless_other(table, place, beside[place], rows, silent)
    of = " to ".join(dict.fromkeys(table.headings[place] for place in (places[0], places[-1])))
    return _scored(table.without(*places, *told, *others), of, rows, silent, all_of_them, unit)


def _beside(table: Table, told: dict[int, str], kind: str, rows: Marks, silent: Said) -> Said:
    """What rows say whose marks can't be counted (+ P -): what a column tells of them that agrees with all others."""
    column = next((_cells(table, place) for place, one in told.items() if one == kind), [""] * len(rows))
    return [(text.strip() or said) if not row else said for text, row, said in zip(column, rows, silent, strict=True)]


def _scored(table: Table, of: str, rows: Marks, silent: Said, trials: Said, unit: str) -> Table:
    each = [(sum(mark in _RIGHT for mark in row), len(row), said) for row, said in zip(rows, silent, strict=True)]
    if unit == _FRACTION:
        score = [f"{few}/{all_}" if all_ else said for few, all_, said in each]
        return table.also("Score", score).noted(f"Of {of} those with a + are the score.")
    table = table.also("Trials", [str(len(row)) if row else said for row, said in zip(rows, trials, strict=True)])
    if unit == _COUNT:
        count = [str(few) if all_ else said for few, all_, said in each]
        return table.also("Number Correct", count).noted(f"Of {of} the number with a + is the score.")
    percent = [f"{100 * few / all_:.10g}" if all_ else said for few, all_, said in each]
    return table.also("Percent Correct", percent).noted(f"Of {of} the percent with a + is the score.")


def _unit(table: Table) -> str:
    """What trials are told in: so many of so many where goals are to be reached in these, percent where goals, headings
    or titles speak of it, else how many were right."""
    if any(words.said_by(one) & _SHARES for one in (*table.headings, *table.notes)):
        return _PERCENT
    aimed, worded = goal_units(table, "baseline", "target"), goal_units(table, "goal_text", "unit")
    if _TRIALS in aimed or {_TRIALS, _PERCENT} <= worded:
        return _FRACTION
    return _PERCENT if _PERCENT in aimed | worded else _COUNT


def _places(table: Table) -> list[int]:
    """The columns of trials, which are numbered from 1 on, in the order of their numbers."""
    told = sorted(
        (int(match[1]), place) for place, one in enumerate(table.headings) if (match := _TRIAL.match(words.plain(one)))
    )
    return [place for _, place in told] if [number for number, _ in told] == [*range(1, len(told) + 1)] else []


_ANY = (_COUNT, _TRIALS, _PERCENT)


def _kinds(heading: str) -> tuple[str, ...]:
    """What a column beside trials may tell of them, the likeliest first: how many were right, how many there were, the
    percent; any of them, or nothing of them, under # and Total; nothing where it tells of something else."""
    said = words.said_by(heading)
    if not said or not said <= COUNTS | _SHARES | ALL_OF_THEM | RIGHT_ONES | SCORE:
        return ()
    if said & _SHARES:
        return (_PERCENT,)
    if said & (RIGHT_ONES | SCORE):
        return (_COUNT, _PERCENT)
    return (_TRIALS,) if said & ALL_OF_THEM else _ANY


def _same(table: Table, place: int, kinds: tuple[str, ...], rows: Marks) -> str | None:
    """As what a column says just what the trials say: then it is the same told twice."""
    return next((kind for kind in kinds if all(_agreeing(table, place, kind, rows))), None)


def _agreeing(table: Table, place: int, kind: str, rows: Marks) -> list[bool]:
    """Whether a column says of each row what its trials say, or nothing; rounded or not."""
    return [
        told is None or not row or abs(told - _reckoned(row, kind)) < 1
        for told, row in zip(_numbers(table, place), rows, strict=True)
    ]


def _reckoned(row: list[str], kind: str) -> float:
    """How many of a row's trials were right, how many there were, or the percent."""
    right = sum(mark in _RIGHT for mark in row)
    return {_COUNT: right, _TRIALS: len(row), _PERCENT: 100 * right / len(row)}[kind]


def _unless_other(table: Table, place: int, kinds: tuple[str, ...], rows: Marks, silent: Said) -> tuple[Marks, Said]:
    """The trials of those rows of which a column tells nothing else, and what the others say, as it is written."""
    agrees = max((_agreeing(table, place, kind, rows) for kind in kinds), key=sum)
    written = [
        f"{' '.join(row)} {table.headings[place]} {text}" for row, text in zip(rows, _cells(table, place), strict=True)
    ]
    said = [was if same else own for same, was, own in zip(agrees, silent, written, strict=True)]
    return [row if same else [] for same, row in zip(agrees, rows, strict=True)], said


def _numbers(table: Table, place: int) -> list[float | None]:
    """The number in each cell of a column, of so many of so many the first; no number at all is none that agrees."""
    return [None if not text.strip() else _number(text) for text in _cells(table, place)]


def _number(text: str) -> float:
    told = one.value if (one := scores.fraction(text)) else numbers.read(text).value
    return math.nan if told is None else told


def _cells(table: Table, place: int) -> list[str]:
    return [text or "" for text in table.body.column(place).to_pylist()]
