"""Scores of trials: a column a trial (T1, T2, ...) with + or - in it, all of them strung in a cell (++-+-), or how many
were right beside how many there were; the percent of them."""

import re

import pyarrow as pa

from data.ingest import texts
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.layouts import periods
from data.ingest.values import criteria, families, numbers, scores, words

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
_COUNTS = frozenset({"count", "number", "correct", "total", "of", "#", "right", "trial"})
_ALL_OF_THEM = frozenset({"trial", "opportunity", "attempt"})
_RIGHT_ONES = frozenset({"correct", "right", "successful", "success", "independent"})
_SHARES = families.SHARES


def counted(table: Table) -> Table:
    """The table with the number of trials and the percent of those with a + in their place. A row with any other mark than
    + and - is told as it is written, so that nothing is counted that isn't known; where most are others, nothing changes."""
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
    return _in_percent(table, places, [row if sure else [] for sure, row in zip(known, rows, strict=True)], silent)


def strung(table: Table) -> Table:
    """The table of goals with the number of trials and the percent of those that were right in the place of a column in
    which they stand in one cell each (++-+-, Y N Y); as it is where any cell may be something else: strokes alone
    (---) are trials only where others of as many have a + among them."""
    if not any(map(periods.names_goal, table.headings)):
        return table
    for place in range(len(table.headings)):
        if _STRUNG.match(table.first(place)) and (told := _strings(table.texts(place))):
            texts = [(text or "").strip() for text in table.body.column(place).to_pylist()]
            silent = [text if text and text not in told else None for text in texts]
            return _in_percent(table, [place], [told.get(text, []) for text in texts], silent)
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


def _in_percent(table: Table, places: list[int], rows: Marks, silent: list[str | None] | None = None) -> Table:
    """The table with the number of trials and the percent of those that were right in the place of some columns.

    ``silent``: what a row says that has no trials.
    """
    right = [sum(mark in _RIGHT for mark in row) for row in rows]
    others_say = silent or [None] * len(rows)
    of = " to ".join(dict.fromkeys(table.headings[place] for place in (places[0], places[-1])))
    others = {place: _share(table, place) for place in range(len(table.headings)) if place not in places}
    told = [place for place, one in others.items() if one and _agrees(table, place, one, rows, right)]
    each = list(zip(right, rows, others_say, strict=True))
    rest = table.without(*places, *told)
    if _of_trials(table):
        score = [f"{few}/{len(row)}" if row else said for few, row, said in each]
        return rest.also("Score", score).noted(f"Of {of} those with a + are the score.")
    percent = [f"{100 * few / len(row):.10g}" if row else said for few, row, said in each]
    rest = rest.noted(f"Of {of} the percent with a + is the score.")
    return rest.also("Trials", [str(len(row)) if row else None for row in rows]).also("Percent Correct", percent)


def _of_trials(table: Table) -> bool:
    """Whether goals are to be reached in so many of so many trials: scores are told so too."""
    places = [at for name in ("baseline", "target") for at in looks.written_for(table.headings, "goals", name)]
    told = [criteria.read(text) for at in places for text in table.texts(at)]
    return any(one is not None and one.unit == "trials" for one in told)


def _places(table: Table) -> list[int]:
    """The columns of trials, which are numbered from 1 on."""
    told = [(place, match[1]) for place, one in enumerate(table.headings) if (match := _TRIAL.match(words.plain(one)))]
    return (
        [place for place, _ in told] if [number for _, number in told] == [str(n + 1) for n in range(len(told))] else []
    )


def _share(table: Table, place: int) -> str | None:
    """Whether a column tells the count, or the percent, of what was right."""
    said = words.said_by(table.headings[place])
    if said and said <= {"percent", "correct", "accuracy"}:
        return "percent"
    return "count" if said and said <= _COUNTS else None


def _agrees(table: Table, place: int, kind: str, rows: list[list[str]], right: list[int]) -> bool:
    """Whether a column says just what the trials say: then it is the same told twice."""
    told = [numbers.read(text).value for text in table.body.column(place).to_pylist()]
    own = [
        few if kind == "count" else 100 * few / len(row) if row else None for few, row in zip(right, rows, strict=True)
    ]
    return all(
        one is None or (other is not None and abs(one - other) < 1) for one, other in zip(told, own, strict=True)
    )


def shared(table: Table) -> Table:
    """The table with the percent of the trials where its cell is blank and how many were right, and of how many, stand
    beside it; as it is where a percent that is filled says another thing than its trials."""
    places = [_only(table, told) for told in (_SHARES, _RIGHT_ONES, _ALL_OF_THEM)]
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
    beside it (correct 4, total or trials 10, percent correct 40), which is one of trials. Where no heading says which
    column that is (Out of, Given), it is the only one of which the percents are right."""
    right, total, trials = (_only(table, told) for told in (_RIGHT_ONES, _IN_ALL, _ALL_OF_THEM))
    said = [words.said_by(one) for one in table.headings]
    shares = [
        place for place, one in enumerate(said) if one and one <= _SHARES | _RIGHT_ONES | _SCORE and place != right
    ]
    named = [place for place in (total, trials) if place is not None]
    if right is None or len(shares) != 1 or len(named) > 1:
        return table
    totals = [place for place in named or _others(table, right, shares[0]) if _are_of(table, shares[0], right, place)]
    if len(totals) != 1:
        return table
    note = (
        f"{table.headings[shares[0]]} is {table.headings[right]} of {table.headings[totals[0]]}, which are the trials."
    )
    return table.called(totals[0], "Trials").without(right).noted(note)


def _others(table: Table, *places: int) -> list[int]:
    return [place for place in range(len(table.headings)) if place not in places]


def _are_of(table: Table, share: int, right: int, total: int) -> bool:
    """Whether each row's percent is so many of those in all."""
    columns = ([numbers.read(text).value for text in _texts(table, place)] for place in (share, right, total))
    told = list(zip(*columns, strict=True))
    rows = [row for row in told if row[0] is not None or row[1] is not None]
    return bool(rows) and all(_is_share(*row) for row in rows)


_IN_ALL = frozenset({"total"})
_SCORE = frozenset({"score"})


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
        if one & words_of_it and one <= words_of_it | _COUNTS - (_RIGHT_ONES | _ALL_OF_THEM)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _texts(table: Table, place: int) -> list[str]:
    return [text or "" for text in table.body.column(place).to_pylist()]
