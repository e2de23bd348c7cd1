"""Which rows of a table that was turned to long form are told once: a service line beside groups of columns that say nothing of
it (10/26 Sch, 10/26 Del, 11/26 Sch, ...) is one line, not one a group."""

import numpy as np
import pyarrow as pa

from data.ingest.mapping.choose import Fit
from data.ingest.model import Table
from data.ingest.values import families
from data.ingest.values.words import said_by

_ADD_UP = "service_lines"
"""Rows that would count as often as they stand there; those of all others are known by their keys."""
_WHEN = families.DAYS | {"period"}


def told(fit: Fit, table: Table, only: pa.Array | None) -> pa.Array | None:
    """The rows that are records (None: all), without those that say nothing more than an earlier one of the same row of the
    file does, but of another time; as ``only`` says where some row of the file tells two different ones, or two alike."""
    numbers = table.row_numbers.to_numpy(zero_copy_only=False)
    _, firsts = np.unique(numbers, return_index=True)
    if fit.dataset != _ADD_UP or only is not None or len(firsts) == len(numbers):
        return only
    placed = [place for place, (name, _) in enumerate(fit.taken) if name]
    when = [place for place, one in enumerate(table.headings) if place not in placed and said_by(one) & _WHEN]
    is_once = _different(table, placed) == len(firsts) and _different(table, when) == len(numbers)
    return pa.array(np.isin(np.arange(len(numbers)), firsts)) if is_once else None


def _different(table: Table, places: list[int]) -> int:
    """How many different records some columns tell, those of each row of the file apart."""
    columns = [table.row_numbers, *(table.body.column(place) for place in places)]
    names = [str(place) for place in range(len(columns))]
    return pa.table(columns, names=names).group_by(names).aggregate([]).num_rows
