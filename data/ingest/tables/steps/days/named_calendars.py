"""Calendars that tell their school beneath *Calendar*, with the school year: 25-26 Bayside HS."""

from data.ingest.model import Table
from data.ingest.tables import titles
from data.ingest.tables.layouts import by_school
from data.ingest.tables.steps.days import day_codes
from data.ingest.values import words

_HEADINGS = frozenset(("calendar", "calendar name", "calendar title", "name of calendar"))
_ALL = frozenset(("district", "district wide", "districtwide", "all schools"))


def told(table: Table) -> Table:
    """The calendar with its schools in place of their calendars; as it is where another column tells the school, or some
    calendar is called otherwise than a school or the district (Traditional)."""
    places = [at for at, one in enumerate(table.headings) if words.heading(one) in _HEADINGS]
    if len(places) != 1 or not day_codes.is_calendar(table) or day_codes.written(table, "school"):
        return table
    texts = table.body.column(places[0]).to_pylist()
    schools = {text: _school(text) for text in texts if text}
    if not schools or None in schools.values():
        return table
    made = [schools[text] if text else None for text in texts]
    return table.instead(places[0], {"School": made}).noted(
        f"{table.headings[places[0]]} tells the school of each day."
    )


def _school(text: str) -> str | None:
    """The school whose calendar is called so, or the district; None where the name may be of anything else."""
    name, _ = titles.before_calendar(text)
    is_one = by_school.is_school(name) and not titles.is_of_all(name)
    return name if is_one or words.plain(name) in _ALL else None
