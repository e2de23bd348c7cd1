"""A tab a day: the day of all its sessions stands in the tab's name alone (Mon 10-6)."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from data.ingest.model import Table
from data.ingest.tables import looks, melting, several, spread
from data.ingest.values import dates

_OF_A_SESSION = ("minutes", "status", "start_time", "end_time", "reason", "absent", "delivered_flag")
_ANY_LEAP_YEAR, _WEEK = 2024, 7


def dated(table: Table, around: Sequence[str] = ()) -> Table:
    """The table with its tab's day, where its rows are sessions of students of which nothing else tells the day.

    A day that names no weekday may be the first of a week: it counts only beside tabs of other days of that week.
    """
    day = _day(table.sheet)
    if day is None or not _lacks_day(table) or not (_names_weekday(table.sheet) or _has_neighbours(around)):
        return table
    whole = melting.date_of(day, (*table.notes, *around))
    return table.also("Session Date", [whole] * table.body.num_rows).noted(f"{table.sheet}: the day of its sessions.")


def _lacks_day(table: Table) -> bool:
    told = any(looks.written_for(table.headings, "sessions", name) for name in _OF_A_SESSION)
    days = any(spread.are_dates(table, place) for place in range(len(table.headings)))
    return told and not days and table.melted is None and any(map(several.is_of_students, table.headings))


def _day(name: str) -> str | None:
    bare = " ".join(name.replace("_", " ").split())
    return bare if spread.is_date(bare) else None


def _names_weekday(name: str) -> bool:
    return any(
        looks.is_weekday(word.strip(",.")) and len(word.strip(",.")) > 1 for word in name.replace("_", " ").split()
    )


def _has_neighbours(around: Sequence[str]) -> bool:
    """Whether some of the tabs' days are of one week."""
    parts = {part for name in around if (day := _day(name)) and (part := _month_and_day(day))}
    days = sorted(date(_ANY_LEAP_YEAR, *part) for part in parts)
    return any((later - day).days < _WEEK for day, later in pairwise(days))


def _month_and_day(day: str) -> tuple[int, int] | None:
    said = dates.read(day).value
    return spread.part(day) or ((said.month, said.day) if isinstance(said, date) else None)
