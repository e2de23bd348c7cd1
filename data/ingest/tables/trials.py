"""A data sheet with a column a trial (T1, T2, ...) and + or - in it: how many there were, and the percent of them."""

import re
from dataclasses import replace

import pyarrow as pa

from data.ingest.model import Table, body_of
from data.ingest.values import numbers, words

FEWEST = 3
_TRIAL = re.compile(r"^(?:t|tr|trial|opp|opportunity|att|attempt)\s*#?\s*(\d{1,2})$")
_RIGHT, _WRONG = frozenset({"+", "✓", "✔"}), frozenset({"-", "–", "−", "0"})
_COUNTS = frozenset({"count", "number", "correct", "total", "of", "#", "right", "trial"})


def counted(table: Table) -> Table:
    """The table with the number of trials and the percent of those with a + in their place; as it is where a cell of
    them holds anything but + and -, so that nothing is counted that isn't known."""
    places = _places(table)
    if len(places) < FEWEST:
        return table
    cells = [[(text or "").strip() for text in table.body.column(place).to_pylist()] for place in places]
    rows = [[mark for mark in row if mark] for row in zip(*cells, strict=True)]
    if not any(rows) or any(mark not in _RIGHT | _WRONG for row in rows for mark in row):
        return table
    right = [sum(mark in _RIGHT for mark in row) for row in rows]
    others = {place: _share(table, place) for place in range(len(table.headings)) if place not in places}
    told = [place for place, one in others.items() if one and _agrees(table, place, one, rows, right)]
    kept = [place for place in others if place not in told]
    percent = [f"{100 * few / len(row):g}" if row else None for few, row in zip(right, rows, strict=True)]
    made = [pa.array([str(len(row)) if row else None for row in rows], pa.string()), pa.array(percent, pa.string())]
    columns = [*(table.body.column(place) for place in kept), *map(pa.chunked_array, ([one] for one in made))]
    note = f"Of {table.headings[places[0]]} to {table.headings[places[-1]]} the percent with a + is the score."
    return replace(table, headings=(*(table.headings[place] for place in kept), "Trials", "Percent Correct"),
                   body=body_of(columns), notes=(*table.notes, note))  # fmt: skip


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
