"""A tab a day, a grading period or a student, which stands in the tab's name or title alone (Mon 10-6; Quarter 1)."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from data.ingest.model import Table
from data.ingest.tables import looks, signed, spread
from data.ingest.tables.layouts import melting, periods
from data.ingest.tables.steps.people import ids, names_in_cell
from data.ingest.values import dates, families, terms, words

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
    return told and not days and table.melted is None and any(map(names_in_cell.is_of_students, table.headings))


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


def of_student(table: Table, around: Sequence[str] = ()) -> Table:
    """The table with its tab's student, where its rows are sessions of whom nothing tells a student or a group, and other
    tabs have persons' names too; as it is where it tells other work, as a time sheet of one of the staff does."""
    whose = _student(table.sheet)
    named = [one for one in dict.fromkeys(around) if _student(one)]
    if whose is None or len(named) < _TABS or not _are_sessions(table) or _tells_whom(table):
        return table
    for heading, text in zip(("Student Name", "Student ID"), whose, strict=False):
        table = table.also(heading, [text] * table.body.num_rows)
    return table.noted("The name of the sheet is taken as the student's.")


_TABS = 2
_OF_OTHERS = families.STUDENTS | families.KINDS | {
    "group", "client", "name", "initial", "who", "task", "mileage", "travel", "duty", "building", "school", "caseload",
}  # fmt: skip


def _student(name: str) -> tuple[str, ...] | None:
    """The name, and the id behind it, of a tab that is called by a person."""
    bare = " ".join(name.replace("_", " ").split())
    whose = ids.split(bare) or (bare,)
    return whose if signed.is_person(whose[0]) else None


def _are_sessions(table: Table) -> bool:
    """Whether rows are sessions by their day, and by minutes or what became of them; times and hours alone may be those of
    one of the staff, unless a title tells of a plan."""
    days = looks.written_for(table.headings, "sessions", "session_date")
    told = [at for name in _OF_A_SESSION for at in looks.written_for(table.headings, "sessions", name)]
    in_minutes = any("minute" in words.said_by(table.headings[at]) for at in told)
    outcome = any(looks.written_for(table.headings, "sessions", name) for name in _BECAME)
    of_a_plan = any({"iep", "student"} & set(words.plain(note).split()) for note in table.notes)
    return len(days) == 1 and bool(told) and (in_minutes or outcome or of_a_plan)


_BECAME = ("status", "reason", "absent", "delivered_flag")


def _tells_whom(table: Table) -> bool:
    said = [words.said_by(heading) for heading in table.headings]
    return any(one & _OF_OTHERS or _of_a_student(head) for one, head in zip(said, table.headings, strict=True))


def _of_a_student(heading: str) -> bool:
    return words.heading(heading) in looks.of_students()


_REPORTED = families.RATINGS | {"score", "percent", "data"}
"""What a column of a progress report is called by, or the report itself."""


def of_period(table: Table) -> Table:
    """The table of what is reported of goals with the grading period that its titles, or its tab, are of, where no column
    tells a period or a day; as it is where they name several."""
    period = period_of(table)
    if period is None or table.melted or not _lacks_period(table):
        return table
    named = table.also("Grading Period", [period] * table.body.num_rows)
    return named.noted(f"{period}: the grading period that is reported.")


def period_of(table: Table) -> str | None:
    """The one grading period that titles of a table, or its tab, name; None where they name none or several."""
    told = {period for text in (*table.notes, table.sheet) if (period := _period(text))}
    return told.pop() if len(told) == 1 else None


def _period(text: str) -> str | None:
    bare = " ".join(text.replace("_", " ").split())
    return terms.period_in(bare) if len(bare) <= _LONGEST_TITLE else None


_LONGEST_TITLE = 80


def _lacks_period(table: Table) -> bool:
    """Whether rows are what is reported of goals, by headings that say so, and nothing tells of when."""
    said = [words.said_by(heading) for heading in table.headings]
    reported = any(one & _REPORTED for heading, one in zip(table.headings, said, strict=True) if _is_reported(heading))
    of_goals = any(map(periods.names_goal, table.headings))
    dated = any(looks.written_for(table.headings, "measurements", name) for name in ("period", "measured_on"))
    whole = any(periods.read(heading).period or periods.read(heading).day for heading in table.headings)
    return reported and of_goals and not dated and not whole


def _is_reported(heading: str) -> bool:
    return any(looks.written_for([heading], "measurements", name) for name in ("progress_code", "value"))
