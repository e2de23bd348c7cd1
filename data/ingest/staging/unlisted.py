"""Weekdays that a list of closings and events leaves out: asked about once, and school days where somebody says so."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

import pyarrow as pa

from data.ingest.staging.columns import NONE
from data.ingest.staging.finish import plain_field
from data.ingest.staging.sql import literal
from data.ingest.staging.work import Rule, Work
from data.ingest.tables.layouts.monthgrid import FIRST, LAST, OPEN_DAY, SUMMER
from data.ingest.tables.years import NEW_YEAR
from data.ingest.values import flags

UNLISTED = "(unlisted weekdays)"
SCHOOL_DAYS, NO_SCHOOL = "school days", "no school"
_CELLS = ("is_instructional", "day_type", "remark")
_SATURDAY = 5


@dataclass(frozen=True)
class _Day:
    """One listed day; ``is_open`` is None where that isn't known."""

    record: int
    school: str
    day: date
    is_open: bool | None
    kind: str | None
    text: str

    @property
    def year(self) -> tuple[str, int]:
        """The calendar that the day belongs to: the school (empty: the district) and the year its school year began."""
        return self.school, self.day.year - (self.day.month < NEW_YEAR)


@dataclass(frozen=True)
class _Gap:
    """What one calendar lists, and the weekdays between that it leaves out."""

    opened: list[_Day]
    closed: list[_Day]
    listed: list[_Day]
    out: list[date]
    kept: int = 0
    """Further weekdays that it leaves out and that stay as other files have them, closed or short."""

    @property
    def is_list_of_events(self) -> bool:
        """Whether it leaves out more weekdays than it lists as school days; a make-up day alone begins no calendar."""
        told = any(one.kind != "make_up_day" for one in self.opened)
        return bool(told and self.closed) and len(self.out) + self.kept > len({one.day for one in self.opened})


def meant(answer: str | None) -> bool | None:
    """Whether an answer says that the weekdays are school days (yes does too); None where it says neither."""
    told = (answer or "").strip().casefold()
    return told == SCHOOL_DAYS if told in (SCHOOL_DAYS, NO_SCHOOL) else flags.read(told).value


def settle(work: Work) -> None:
    """Ask of each list of closings and events whether the weekdays that it leaves out are school days, or add them.

    An added day is a record of the row of the listed day before it.
    """
    said = meant(work.answer(UNLISTED))
    if said is False or not work.at("day"):
        return
    work.level()
    adds = said is True
    gaps = [gap for days in _calendars(work) if (gap := _gap(work, days, adds)).is_list_of_events]
    if gaps and adds:
        _add(work, gaps)
    elif gaps:
        _ask(work, gaps)


def _calendars(work: Work) -> list[list[_Day]]:
    """The days of each calendar that has both kinds, in order; a school's own days on the district's leave nothing out."""
    day, school = work.value("day"), plain_field(work, "school") or "null"
    cells = ", ".join(f"b.c{heading.place}" for heading in work.at(*_CELLS) if heading.place in work.kept) or "''"
    found = work.cur.execute(
        f"select record_no, coalesce({school}, ''), {day}, instructional, kind_of_day, concat_ws(' ', {cells}) "
        f"from {work.name}_base as b where {day} is not null order by 2, 3, 1"
    ).fetchall()
    by_year = [list(days) for _, days in groupby((_Day(*row) for row in found), key=lambda one: one.year)]
    has_district = any(not days[0].school for days in by_year) or any(not school for school, _ in work.context.days)
    return [
        days
        for days in by_year
        if {True, False} <= {one.is_open for one in days} and not (has_district and days[0].school)
    ]


def _gap(work: Work, days: list[_Day], adds: bool) -> _Gap:
    """What a calendar leaves out: summer only between its days of school, nothing beyond the first and last that it names.

    What other files say counts as listed; where days are added an ordinary school day of theirs may be said again.
    """
    opened = [one for one in days if one.is_open]
    listed, school = {one.day for one in days}, days[0].school
    begins, ends = FIRST.search(opened[0].text), LAST.search(opened[-1].text)
    out = [
        day
        for day in _weekdays(days[0].day, days[-1].day)
        if day not in listed
        and (day > opened[0].day or not (begins or day.month in SUMMER))
        and (day < opened[-1].day or not (ends or day.month in SUMMER))
    ]
    on_file = {day: work.context.days.get((school, day)) for day in out}
    free = [day for day, is_ordinary in on_file.items() if is_ordinary is None or (adds and is_ordinary)]
    closed = [one for one in days if one.is_open is False]
    return _Gap(opened, closed, days, free, len(out) - len(free) if adds else 0)


def _weekdays(first: date, last: date) -> list[date]:
    days = (first + timedelta(number) for number in range((last - first).days + 1))
    return [day for day in days if day.weekday() < _SATURDAY]


def _ask(work: Work, gaps: list[_Gap]) -> None:
    """One question for the table, which holds nothing: until it is answered what isn't listed is closed (rules 2)."""
    gap = gaps[0]
    opened, closed = (_counted(len({one.day for one in some}), kind)
                      for some, kind in ((gap.opened, "school day"), (gap.closed, "closed day")))  # fmt: skip
    others = len(gaps) - 1
    more = f" {_counted(others, 'more calendar')} in it leave out weekdays the same way." if others else ""
    weekdays = _counted(len(gap.out), "weekday")
    text = (
        f"The calendar lists {opened} and {closed} and leaves out {weekdays} from {_shown(gap.out[0])} to "
        f"{_shown(gap.out[-1])}, which then count as closed.{more} Are they school days?"
    )
    question = work.ask("code", UNLISTED, text, (SCHOOL_DAYS, NO_SCHOOL))
    where = f"record_no = {gap.listed[0].record}"
    work.rules.append(Rule(work.heading("day"), "unlisted_weekdays", text, "ask", where, literal(UNLISTED), question))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _shown(day: date) -> str:
    return f"{day:%b} {day.day}, {day.year}"


def _add(work: Work, gaps: list[_Gap]) -> None:
    """Make the weekdays that were left out records of their own, behind all others."""
    sources = [(_before(gap, day), day) for gap in gaps for day in gap.out]
    days = [day for _, day in sources]
    made = work.rows.take(pa.array([record for record, _ in sources], pa.int64()))
    count = work.rows.num_rows
    for name, values in _columns(work, days, count).items():
        place = made.schema.get_field_index(name)
        if place >= 0:
            made = made.set_column(place, made.schema.field(place), pa.array(values, made.schema.field(place).type))
    work.show(pa.concat_tables([work.rows, made]))
    is_one = len(days) == 1
    said = f"{_counted(len(days), 'weekday')} that it doesn't list {'is a school day' if is_one else 'are school days'}"
    work.assumptions.append(f"{said}, as you said.")
    if kept := sum(gap.kept for gap in gaps):
        stays = f"{_counted(kept, 'weekday')} that it doesn't list {'stays' if kept == 1 else 'stay'}"
        work.assumptions.append(f"{stays} closed or short, as other loaded files say.")


def _before(gap: _Gap, day: date) -> int:
    return next(one.record for one in reversed(gap.listed) if one.day < day)


def _columns(work: Work, days: list[date], count: int) -> dict[str, list[Any]]:
    """What an added day has of its own: its day, that it is a school day, and no cell of the row that it stands behind."""
    nothing = [None] * len(days)
    own: dict[str, list[Any]] = {name: nothing for name in work.rows.column_names if name.startswith("doubt_")}
    own |= {"record_no": list(range(count, count + len(days))), "instructional": [True] * len(days)}
    own |= {"kind_of_day": nothing, "letter": nothing}
    for heading in work.at(*_CELLS, "cycle_day"):
        own |= {f"k{heading.place}": [NONE] * len(days), f"v{heading.place}": nothing, f"c{heading.place}": nothing}
    for heading in work.at("day"):
        own |= {f"v{heading.place}": days, f"c{heading.place}": [day.isoformat() for day in days]}
    event = work.at("day_type", "remark", "is_instructional")
    return own | ({f"c{event[0].place}": [OPEN_DAY] * len(days)} if event else {})
