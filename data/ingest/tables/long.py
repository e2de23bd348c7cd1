"""Records in long form: what the columns of a day, a week, a school or a goal become, a record for each filled cell."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from data.ingest.tables import spread


@dataclass(frozen=True)
class Long:
    """Columns of a table in long form; ``source`` is the place of each record in the wide table."""

    headings: tuple[str, ...]
    columns: list[pa.Array]
    source: np.ndarray
    names: tuple[str, str] | None = None
    """The headings of the days and of what stood under them; None where the columns were no days."""
    note: str = ""
    """How it was read, for a person."""
    left_out: dict[int, str] = field(default_factory=dict)
    """Why rows of the wide table became no record, where it isn't that none of their cells is filled."""


def long(
    headings: Sequence[str],
    columns: Sequence[pa.Array],
    gone: Collection[int | None],
    cells: Iterable[tuple[Any, ...]],
    made: Mapping[str, Sequence[str | None]],
    names: tuple[str, str] | None = None,
) -> Long:
    """A record for each of ``cells``, in order: what the columns that aren't ``gone`` say of its row, which stands first in
    it, and what is ``made`` for it."""
    source = np.array([row for row, *_ in cells], dtype=np.int64)
    places = [place for place in range(len(headings)) if place not in gone]
    own = [columns[place].take(pa.array(source)) for place in places]
    told = [pa.array(texts, pa.string()) for texts in made.values()]
    return Long((*(headings[place] for place in places), *made), [*own, *told], source, names)


Wide = Mapping[int, Sequence[str | None]]
"""Column -> its cells, of the columns that become records."""


def filled(wide: Wide, marks: Collection[str] = ()) -> list[tuple[int, int]]:
    """(row, column) of the cells that are filled, row by row; a dash is where it is one of the ``marks`` of a key."""
    height = len(next(iter(wide.values()), ()))
    cells = ((row, place, wide[place][row]) for row in range(height) for place in wide)
    return [(row, place) for row, place, text in cells if spread.is_filled(text) or (text and text.strip() in marks)]
