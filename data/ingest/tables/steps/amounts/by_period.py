"""Lists that tell each line anew for every week or month (Week Ending, IEP Min/Wk, Delivered): one line each, as told last."""

from collections import defaultdict
from collections.abc import Sequence

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import dates, families, numbers, words

_WHO = ("student_id", "student_name", "student_last_name", "student_first_name")
_OF_A_LINE = ("line_id", "service", "kind", "setting", "grouping")
_PERIODS = frozenset({"week", "month"})
_BESIDE = _PERIODS | families.ENDS | {"date", "of", "service", "report", "reporting", "year"}
COUNTED = frozenset({"given", "deliver", "provide", "serve", "actual", "missed", "makeup", "made", "up", "balance", "scheduled",
                      "shortage", "short", "owed", "see", "received", "attended"})  # fmt: skip
"""Words of what became of the minutes of a week or month."""
_SO_FAR = frozenset({"ytd", "cumulative", "date"})
_SEVERAL = 2
Key = tuple[str, ...]


def told(table: Table) -> Table:
    """The table with the last row of each line, where its rows are of a week or month each and a line comes again in
    several; what was counted in one of them is no total of the line's."""
    place = _period(table)
    who, of_line = (_written(table, names) for names in (_WHO, _OF_A_LINE))
    promised = [at for at, heading in enumerate(table.headings) if at != place and looks.is_promised(heading)]
    if place is None or not who or not promised or table.melted:
        return table
    rows = _rows(table, (*who, *of_line))
    periods = [_order(text) for text in table.body.column(place).to_pylist()]
    if not _come_again(rows, periods):
        return table
    last = {key: max(found, key=lambda row: (periods[row], row)) for key, found in rows.items()}
    gone = set(range(len(table.body))) - set(last.values())
    counted = [
        at for at in range(len(table.headings)) if at not in (*who, *of_line, *promised) and _is_counted(table, at)
    ]
    note = f"Each line is told anew under {table.headings[place]}: the last one counts, and what was given in each in no figure."
    return table.leaving(gone, "told again for a later week or month").without(place, *counted).noted(note)


def _period(table: Table) -> int | None:
    """The one column of weeks or months that each row is of; None beside the day of a session."""
    if looks.written_for(table.headings, "sessions", "session_date"):
        return None
    found = [
        at for at, heading in enumerate(table.headings)
        if _PERIODS & (said := words.said_by(heading)) and said <= _BESIDE and table.all_are(at, _order)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _order(text: str | None) -> tuple[int, int, int] | None:
    """A day, or the first of a month with its year, to be put in order."""
    day, month = dates.read(text or "").value, dates.month_in(text or "")
    return (day.year, day.month, day.day) if day else (*month, 0) if month else None


def _written(table: Table, names: Sequence[str]) -> list[int]:
    return [at for name in names for at in looks.written_for(table.headings, "sessions", name)]


def _rows(table: Table, places: Sequence[int]) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = defaultdict(list)
    columns = [table.body.column(at).to_pylist() for at in places]
    for row, key in enumerate(zip(*columns, strict=True)):
        found[tuple((text or "").strip() for text in key)].append(row)
    return found


def _come_again(rows: dict[Key, list[int]], periods: Sequence[object]) -> bool:
    """Whether each line has at most one row a period, and most lines have several."""
    once = all(len({periods[row] for row in found}) == len(found) for found in rows.values())
    return once and None not in periods and sum(len(found) >= _SEVERAL for found in rows.values()) * 2 > len(rows)


def _is_counted(table: Table, place: int) -> bool:
    """Whether a column of numbers is of what was planned or became of a week's minutes."""
    said = words.said_by(table.headings[place])
    return bool(said & COUNTED) and not said & _SO_FAR and table.all_are(place, numbers.is_number)
