"""Lists of missed sessions with the day and minutes of their make-ups beside: a record of each."""

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.model import Table
from data.ingest.values import dates, words

_DATES = frozenset({"date", "day", "on", "when"})
_MISSED = frozenset({"missed", "absent", "absence", "original", "cancel"})
_STATE = frozenset({"status", "outcome"})


def apart(table: Table) -> Table:
    """The table with a record for each missed session and one for each make-up that has a day; else as it is.

    Only where columns tell the minutes made up, and the reason or the minutes of what was missed: a list of make-ups
    that names the missed days alone is one of make-ups.
    """
    told = [_told(heading) for heading in table.headings]
    missed = _only(table, [at for at, one in enumerate(told) if one & _DATES and one & _MISSED and "makeup" not in one])
    made = _only(table, [at for at, one in enumerate(told) if one & _DATES and "makeup" in one and "minute" not in one])
    minutes = [at for at, one in enumerate(told) if "makeup" in one and one & {"minute", "duration", "time"}]
    if missed is None or made is None or len(minutes) != 1 or any(one & _STATE for one in told):
        return table
    lost = next((at for at, one in enumerate(told) if at not in minutes and one & {"minute", "duration"}), None)
    reasons = _of_the_missed(told)
    return _two(table, missed, made, minutes[0], lost, reasons) if reasons or lost is not None else table


def _told(heading: str) -> frozenset[str]:
    """A heading's words spelt out, with those that only here tell a day: Missed On."""
    bare = words.heading(heading)
    return frozenset((*words.spelt_out(bare).split(), *_DATES.intersection(bare.split())))


def _only(table: Table, places: list[int]) -> int | None:
    """The one column of these that holds days."""
    found = [at for at in places if any(dates.looks_like(text) for text in table.body.column(at).to_pylist() if text)]
    return found[0] if len(found) == 1 else None


def _of_the_missed(told: list[frozenset[str]]) -> list[int]:
    return [at for at, one in enumerate(told) if one & {"reason", "why", "cause", "absent", "absence"}]


def _two(table: Table, missed: int, made: int, minutes: int, lost: int | None, reasons: list[int]) -> Table:
    """The records of the missed sessions, then those of the make-ups, in the order of the rows."""
    height = table.body.num_rows
    is_made = pc.not_equal(pc.fill_null(pc.utf8_trim_whitespace(table.body.column(made)), ""), "")
    rows = [(row, part) for row in range(height) for part in (False, True) if not part or is_made[row].as_py()]
    both = table.rows([row for row, _ in rows])
    taken, second, nothing = both.body.columns, pa.array([part for _, part in rows]), pa.scalar(None, pa.string())
    for at in reasons:
        both = both.filled(at, pc.if_else(second, nothing, taken[at]))
    gone = [place for place in (missed, made, minutes, lost) if place is not None and place not in reasons]
    found = both.without(*gone).also("Session Date", pc.if_else(second, taken[made], taken[missed]))
    found = found.also("Makes Up Date", pc.if_else(second, taken[missed], nothing))
    found = found.also("Minutes", pc.if_else(second, taken[minutes], nothing if lost is None else taken[lost]))
    found = found.also("Session Status", pc.if_else(second, "Make-up", "Missed"))
    return found.noted("A missed session and its make-up in one row are two records.")
