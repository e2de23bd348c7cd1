"""Books with a running balance of what is owed and what was given: a line that only adds to what is owed is no session."""

from collections.abc import Sequence

import pyarrow as pa

from data.contracts import meanings
from data.ingest.model import Table
from data.ingest.values import families, numbers, statuses, words

REASON = "added to what is owed"
_OWED = frozenset(("owed", "owe", "due", "added", "add", "charged", "earned", "accrued"))
_BALANCE = frozenset(("balance", "bal", "remaining", "left"))
FEWEST = 2
Numbers = list[float | None]


def left_out(table: Table) -> Table:
    """The book without the lines that only add to what is owed (10/1, October minutes: 120), where its balance bears out
    line by line which column adds to it and which one was given; as it is elsewhere, and where such a line says itself
    what became of its session (Provider absent): that one was missed."""
    owed, given, balance = (only(table, said) for said in (_OWED, meanings.words("given"), _BALANCE))
    if table.melted or owed is None or given is None or balance is None:
        return table
    added, done, left = ([numbers.to_float(text or "") for text in table.body.column(at).to_pylist()]
                         for at in (owed, given, balance))  # fmt: skip
    gone = {row for row in range(len(left)) if added[row] and not done[row]}
    is_plain = gone and not any(map(tells_outcome, table.rows(sorted(gone)).body.columns))
    return table.leaving(gone, REASON) if is_plain and _bears_out(added, done, left) else table


def tells_outcome(column: pa.ChunkedArray) -> bool:
    """Whether a cell is, as a whole, what became of a session."""
    texts = {text.strip() for text in column.to_pylist() if text}
    return any(len(text) > _SHORT and statuses.read(text).status for text in texts if numbers.to_float(text) is None)


_SHORT = 2
"""Letters that alone are no word."""


def only(table: Table, said: Sequence[str] | frozenset[str]) -> int | None:
    """The one column of minutes or hours, or of a balance of them, whose heading says one of some words."""
    found = []
    for place, heading in enumerate(table.headings):
        told = words.said_by(heading)
        if told & frozenset(said) and not told - frozenset(said) - families.TIMES:
            found.append(place)
    return found[0] if len(found) == 1 else None


def _bears_out(added: Numbers, done: Numbers, left: Numbers) -> bool:
    """Whether each balance is the one before it with what was added and without what was given."""
    steps = [
        (now - before, (more or 0.0) - (less or 0.0))
        for before, now, more, less in zip(left, left[1:], added[1:], done[1:], strict=False)
        if before is not None and now is not None
    ]
    return len(steps) >= FEWEST and all(abs(step - told) < 1 for step, told in steps)
