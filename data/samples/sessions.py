"""The service logs: what became of each planned visit, and the make-ups."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.samples import district, stories
from data.samples.days import closed, instructional, monday
from data.samples.ieps import Line
from data.samples.needs import Need, Student
from data.samples.timetable import AFTER, SPARE, Busy, Slot, visits
from data.samples.troubles import Troubles

RESCHEDULED = 0.85
"""Share of the visits on closed days that are given on another day of the week, where there is a free hour."""
MADE_UP = {"provider_absent": 0.6, "provider_meeting": 0.65, "school_event": 0.4, "vacancy": 0.12}
"""Share of missed visits that get a make-up."""


@dataclass(frozen=True)
class Session:
    """One student's row of a log. ``start`` is minutes after midnight; ``provider_id`` is empty in a vacancy."""

    line: Line
    provider_id: str
    day: date
    start: int
    minutes: int
    status: str
    reason: str = ""
    setting: str = ""
    makes_up: date | None = None
    group_size: int = 0

    @property
    def need(self) -> Need:
        return self.line.need


class Log:
    """The log as it is written, day after day."""

    def __init__(self, students: list[Student], lines: list[Line], busy: Busy) -> None:
        self.rng = random.Random(f"{stories.SEED} sessions")
        self.students = {student.student_id: student for student in students}
        self.troubles = Troubles(students)
        self.busy = busy
        self.closed = closed()
        self.open_days = instructional(stories.FIRST_LOGGED, stories.LAST_LOGGED)
        self.weeks: dict[date, list[date]] = {}
        for day in self.open_days:
            self.weeks.setdefault(monday(day), []).append(day)
        self.sites = {
            one.provider_id: {(school, day) for school, day, _ in district.site_days(one)} for one in district.PROVIDERS
        }
        self.groups: dict[int, set[str]] = {}
        for need in (line.need for line in lines if line.need.group):
            self.groups.setdefault(need.group, set()).add(need.student_id)
        self.moves: dict[tuple[int, date, int], tuple[date, int] | None] = {}
        self.rows: list[Session] = []

    def planned(self, line: Line, slots: tuple[Slot, ...]) -> list[tuple[date, int]]:
        """The visits of a line inside the plan, the enrolment and the logged months."""
        student = self.students[line.need.student_id]
        first = max(line.start, student.enrolled_from, stories.FIRST_LOGGED)
        last = min(line.until, student.enrolled_to or stories.LAST_LOGGED, stories.LAST_LOGGED)
        return visits(line.need, line.times, slots, first, last) if first <= last else []

    def write(self, line: Line, slots: tuple[Slot, ...]) -> None:
        """The rows of one line."""
        lapsed = replace(line, until=stories.LAST_LOGGED) if line.end == stories.LAPSED_ON else line
        for day, start in self.planned(lapsed, slots):
            if day not in self.closed:
                self._visit(line, day, start)
            elif moved := self._moved(line, day, start):
                self._visit(line, *moved)

    def consult(self, line: Line) -> None:
        """A monthly talk with the teacher, after the last bell."""
        sites = sorted(day for school, day in self.sites[line.need.provider_id] if school == line.need.school)
        for day, _ in self.planned(line, ((sites[line.need.number % len(sites)], 0),)):
            if self.rng.random() < 0.93:
                self._extra(line, day, "Delivered")

    def _visit(self, line: Line, day: date, start: int) -> None:
        student, provider_id = self.students[line.need.student_id], who(line.need, day)
        reason = "vacancy" if not provider_id else self.troubles.reason(student, provider_id, line.need, day, start)
        if reason == "no_record":
            return
        if reason:
            self.rows.append(Session(line, provider_id, day, start, 0, "Missed", reason))
            self._make_up(line, day, reason)
        elif self.rng.random() < 0.02:
            minutes = line.need.minutes - self.rng.choice((5, 10, 15))
            cause = self.rng.choice(("school_event", "provider_meeting", ""))
            self.rows.append(Session(line, provider_id, day, start, minutes, "Partial", cause, self._where(line)))
        else:
            self.rows.append(
                Session(line, provider_id, day, start, line.need.minutes, "Delivered", "", self._where(line))
            )

    def _where(self, line: Line) -> str:
        drifts = stories.DRIFT_SHARE if line.need.school == stories.DRIFT_SCHOOL else 0.04
        return "pull_out" if line.setting == "push_in" and self.rng.random() < drifts else line.setting

    def _moved(self, line: Line, closed_day: date, start: int) -> tuple[date, int] | None:
        """Where a visit on a closed day went, the whole group together: another day of the week, or nowhere."""
        need = line.need
        key = (need.group or -need.number, closed_day, start)
        if key not in self.moves:
            week = [day for day in self.weeks.get(monday(closed_day), ()) if self._is_there(need, day)]
            people = (need.provider_id, *self.groups.get(need.group, (need.student_id,)))
            self.moves[key] = None
            for day in self.rng.sample(week, len(week)) if self.rng.random() < RESCHEDULED else ():
                new_start = self.busy.place(people, day, SPARE, need.minutes)
                if new_start is not None:
                    self.moves[key] = (day, new_start)
                    break
        moved = self.moves[key]
        left = self.students[need.student_id].enrolled_to or stories.LAST_LOGGED
        return moved if moved and line.start <= moved[0] <= min(line.until, left) else None

    def _make_up(self, line: Line, missed: date, reason: str) -> None:
        """Some of what the provider or the school missed is made up within a month; half of it names the missed day."""
        share = MADE_UP.get(reason, 0)
        if self.rng.random() >= share:
            return
        wait = 35 if reason == "vacancy" else 3
        later = [day for day in self.open_days if timedelta(wait) <= day - missed <= timedelta(wait + 25)]
        later = [day for day in later if line.start <= day <= line.until]
        if not later:
            return
        day, names_it = self.rng.choice(later), self.rng.random() < 0.5
        if self.rng.random() < 0.12:
            self._extra(line, day, "Make-up attempted", missed)
        else:
            self._extra(line, day, "Make-up", missed if names_it else None)

    def _extra(self, line: Line, day: date, status: str, makes_up: date | None = None) -> bool:
        """A row outside the weekly timetable, where the provider is at the school and both are free."""
        need, provider_id = line.need, who(line.need, day)
        if not provider_id or not self._could_meet(need, day):
            return False
        hours = AFTER if need.kind == "indirect" else SPARE
        start = self.busy.place((need.provider_id, need.student_id), day, hours, need.minutes)
        if start is None:
            return False
        given = 0 if status == "Make-up attempted" else need.minutes
        setting = self._where(line) if status == "Delivered" else "pull_out"
        self.rows.append(Session(line, provider_id, day, start, given, status, "", setting, makes_up))
        return True

    def _could_meet(self, need: Need, day: date) -> bool:
        left = self.students[need.student_id].enrolled_to or day
        away = need.kind == "direct" and day in self.troubles.away[need.student_id]
        out = who(need, day) in self.troubles.out.get(day, ())
        return self._is_there(need, day) and day <= left and not away and not out

    def _is_there(self, need: Need, day: date) -> bool:
        """Whether the provider is at the school on that weekday; one with a single day there comes on others too."""
        days = [weekday for school, weekday in self.sites[need.provider_id] if school == need.school]
        return day.weekday() in days or len(days) == 1


def who(need: Need, day: date) -> str:
    """Who treats on a day: the line's provider, the one before, or nobody between the two."""
    if need.provider_id != stories.SUCCESSOR or day > stories.VACANT_TO:
        return need.provider_id
    return stories.LEFT if day < stories.VACANT_FROM else ""


def build(students: list[Student], lines: list[Line], slots: dict[int, tuple[Slot, ...]], busy: Busy) -> list[Session]:
    """Every row of the logs, in order of day, provider and time, the size of each group counted."""
    log = Log(students, lines, busy)
    for line in lines:
        if line.need.service == stories.UNLOGGED_SERVICE:
            continue
        if line.need.kind == "indirect":
            log.consult(line)
        else:
            log.write(line, slots[line.need.number])
    kept = [row for row in log.rows if not _silent(row)]
    return sorted(_sized(kept), key=lambda row: (row.day, row.provider_id, row.start, row.need.student_id))


def _silent(row: Session) -> bool:
    return row.provider_id == stories.SILENT_PROVIDER and (row.day.year, row.day.month) == stories.SILENT_MONTH


def _sized(rows: list[Session]) -> Iterator[Session]:
    """Each row with the number of students who were there."""
    there: dict[tuple[int, date, int], int] = {}
    for row in rows:
        if row.need.group and row.minutes:
            key = (row.need.group, row.day, row.start)
            there[key] = there.get(key, 0) + 1
    for row in rows:
        size = there.get((row.need.group, row.day, row.start), 1) if row.need.group else 1
        yield replace(row, group_size=size if row.minutes and row.need.kind == "direct" else 0)
