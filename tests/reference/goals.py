"""The plain reading of the rules about goals (rules 10), slow and exact, and of decision 0060 where they are silent."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.reference.facts import Facts, Line
from tests.reference.mandates import start_of
from tests.reference.reading import Reading
from tests.reference.school_days import SchoolCalendar, equal_parts, school_year, year_of_period

Number = Fraction | int
Answer = dict[str, Any]
DEFAULT_NEEDED = 3
"""Successes in a row that master a goal which doesn't say how many."""
FOUR, TREND_FROM = 4, 8
STALE_AFTER, GRACE = 30, 10
"""Instructional days without a measurement; instructional days in which a period's report may still come."""


@dataclass(frozen=True)
class Goal:
    """One goal of an IEP."""

    goal_id: str
    student_id: str = "S1"
    baseline: Number | None = 40
    target: Number | None = 80
    start_date: date | None = None
    due_date: date | None = None
    unit: str | None = "percent"
    direction: str | None = None
    consecutive_required: int | None = None
    service: str | None = "OT"
    area: str | None = None
    trials: int | None = None


@dataclass(frozen=True)
class Measurement:
    """One value, or progress code, or both; without a day it speaks for the period that it names."""

    goal_id: str
    measured_on: date | None = None
    value: Number | None = None
    progress_code: str | None = None
    period: str | None = None
    student_id: str = "S1"
    batch: str = "goals"
    trials: int | None = None


@dataclass(frozen=True)
class Point:
    """A measurement with the day on which it stands."""

    day: date
    row: Measurement
    period_start: date | None


@dataclass(frozen=True)
class Period:
    """A grading period, and the day by which its report must be in."""

    name: str
    start: date
    end: date
    grace: date
    year: int


class Goals:
    """Goals with their measurements as of a day."""

    def __init__(self, facts: Facts, goals: Iterable[Goal], rows: Iterable[Measurement], as_of: date) -> None:
        self.facts, self.as_of = facts, as_of
        self.goals, self.rows = tuple(goals), tuple(rows)
        self.reading = Reading(facts, as_of)
        self.calendars: dict[str | None, SchoolCalendar] = {}
        self.loaded_on = {batch.name: batch.load_date for batch in facts.batches}

    def status(self) -> dict[tuple[str, str], Answer]:
        """How each goal stands, by student and goal id."""
        return {(goal.student_id, goal.goal_id): self.standing(goal) for goal in self.goals}

    def reports(self) -> dict[str, tuple[int, int]]:
        """(due, received) by grading period of the as-of date's school year."""
        found: dict[str, tuple[int, int]] = {}
        for goal in self.goals:
            for period in self.closed_periods(goal):
                if period.year == school_year(self.as_of) and self.is_due(goal, period):
                    due, received = found.get(period.name, (0, 0))
                    found[period.name] = (due + 1, received + self.is_received(goal, period))
        return found

    def standing(self, goal: Goal) -> Answer:
        """One goal's figures."""
        points = self.points(goal)
        values = [(point.day, Fraction(point.row.value)) for point in points if point.row.value is not None]
        codes = [point for point in points if point.row.progress_code is not None]
        dated = values[-1][0] if values else codes[-1].day if codes else None
        slope = None if is_ordinal(goal) or len(values) < FOUR else theil_sen(values)
        projected = projected_share(goal, values, slope) if len(values) >= TREND_FROM else None
        return {
            "status": self.word(goal, values, codes, projected),
            "reported": codes[-1].row.progress_code if codes else None,
            "n_measurements": len(values),
            "last_measured": dated,
            "current_value": values[-1][1] if values else None,
            "percent_met": share(goal, values[-1][1]) if values else None,
            "slope_per_week": None if slope is None else slope * 7,
            "projected_percent": projected,
        }

    def word(
        self, goal: Goal, values: list[tuple[date, Fraction]], codes: list[Point], projected: Fraction | None
    ) -> str:
        """Rules 10: the first status that fits; ended goals are in none of them."""
        ended = self.ended_from(goal)
        if ended is not None and ended <= self.as_of:
            return "ended"
        if goal.start_date is not None and goal.start_date > self.as_of:
            return "not_started"
        if is_mastered(goal, [value for _, value in values]):
            return "mastered"
        if codes and not values:
            return "stale" if self.codes_are_stale(goal, codes) else "reported"
        if len(values) < FOUR:
            return "insufficient_data"
        if self.is_stale(goal, values[-1][0]):
            return "stale"
        if projected is not None:
            return "on_track" if projected >= 1 else "at_risk" if projected >= Fraction(8, 10) else "off_track"
        return four_point_rule(goal, values)

    def points(self, goal: Goal) -> list[Point]:
        """The goal's rows up to the as-of date, in order of days."""
        rows = [r for r in self.rows if (r.student_id, r.goal_id) == (goal.student_id, goal.goal_id)]
        order = {name: number for number, name in enumerate(self.loaded_on)}
        found = [self.point(goal, row) for row in sorted(rows, key=lambda row: order[row.batch])]
        return sorted((point for point in found if point.day <= self.as_of), key=lambda point: point.day)

    def point(self, goal: Goal, row: Measurement) -> Point:
        """0060: a row without a day stands on its period's last day, but not after its file was loaded."""
        loaded = self.loaded_on[row.batch]
        reference = row.measured_on or loaded
        name = (row.period or "").replace("MP", "Q")
        named = [p for p in self.periods(goal) if p.name.replace("MP", "Q") == name and p.start <= reference]
        period = max(named, key=lambda p: p.start) if named else None
        day = row.measured_on or (min(period.end, loaded) if period else loaded)
        return Point(day, replace(row, value=in_unit(goal, row)), period.start if period else None)

    def calendar(self, goal: Goal) -> SchoolCalendar:
        """The calendar of the student's school."""
        spell = self.reading.spell(goal.student_id)
        school = spell.school if spell else None
        if school not in self.calendars:
            self.calendars[school] = SchoolCalendar(self.facts, school)
        return self.calendars[school]

    def is_school_day(self, goal: Goal, day: date) -> bool:
        """0060: without any calendar, weekdays are school days."""
        calendar = self.calendar(goal)
        return day in calendar.is_open if calendar.days else day.weekday() < 5

    def is_stale(self, goal: Goal, last: date) -> bool:
        """Rules 10: no measurement for 30 instructional days of the student's calendar."""
        days = (last + timedelta(days=n) for n in range(1, (self.as_of - last).days + 1))
        return sum(self.is_school_day(goal, day) for day in days) >= STALE_AFTER

    def codes_are_stale(self, goal: Goal, codes: list[Point]) -> bool:
        """Rules 10: no code in the last closed grading period plus 10 instructional days."""
        closed = self.closed_periods(goal)
        return bool(closed) and codes[-1].day < max(period.start for period in closed)

    def periods(self, goal: Goal) -> list[Period]:
        """Grading periods; a year without any has quarters of equal counts of instructional days."""
        loaded = [(p.period, p.start_date, p.end_date, year_of_period(p)) for p in self.facts.grading_periods]
        calendar = self.calendar(goal)
        for year in {school_year(day) for day in calendar.days} - {year for *_, year in loaded}:
            days = calendar.days_of_year(year)
            ends = equal_parts(days, 4)
            starts = [days[0], *(end + timedelta(days=1) for end in ends[:-1])]
            loaded += [
                (f"Q{n}", start, end, year) for n, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
            ]
        return [Period(name, start, end, self.grace(goal, end), year) for name, start, end, year in loaded]

    def grace(self, goal: Goal, end: date) -> date:
        """The tenth instructional day after a period's end; two weeks after it where the calendar has ended."""
        days = [end + timedelta(days=n) for n in range(1, 61)]
        later = [day for day in days if self.is_school_day(goal, day)]
        return later[GRACE - 1] if len(later) >= GRACE else end + timedelta(days=14)

    def closed_periods(self, goal: Goal) -> list[Period]:
        """Quarters (semesters only in a year without quarters) whose ten days have passed."""
        every = self.periods(goal)
        with_quarters = {p.year for p in every if p.name not in ("S1", "S2")}
        told = [p for p in every if p.name not in ("S1", "S2") or p.year not in with_quarters]
        return [p for p in told if p.grace <= self.as_of]

    def is_due(self, goal: Goal, period: Period) -> bool:
        """Whether the goal is in force, and its student enrolled, on the period's last day."""
        ended = self.ended_from(goal)
        begun = goal.start_date is None or goal.start_date <= period.end
        spells = [spell for spell in self.facts.enrolments if spell.student_id == goal.student_id]
        enrolled = not spells or any(
            (s.enrolled_from or date.min) <= period.end <= (s.enrolled_to or date.max) for s in spells
        )
        return begun and enrolled and (ended is None or ended > period.end)

    def is_received(self, goal: Goal, period: Period) -> bool:
        """A row that names the period, else one of its days; a code without a name may come in the ten days."""
        for point in self.points(goal):
            if point.period_start == period.start:
                return True
            last = period.grace if point.row.progress_code else period.end
            if point.period_start is None and period.start <= point.day <= last:
                return True
        return False

    def ended_from(self, goal: Goal) -> date | None:
        """The first day on which the goal is past due, discontinued, of a superseded IEP, or its student gone."""
        days = []
        if goal.due_date is not None:
            days.append(goal.due_date + timedelta(days=1))
        codes = [point for point in self.points(goal) if point.row.progress_code is not None]
        if codes and codes[-1].row.progress_code == "discontinued":
            days.append(codes[-1].day)
        days += self.later_ieps(goal)
        spells = [spell for spell in self.facts.enrolments if spell.student_id == goal.student_id]
        if spells and all(spell.enrolled_to for spell in spells):
            days.append(max(s.enrolled_to for s in spells if s.enrolled_to) + timedelta(days=1))
        return min(days, default=None)

    def later_ieps(self, goal: Goal) -> list[date]:
        """0060: starts of IEPs that began after the goal's own, and whose files have the goal's service."""
        if goal.start_date is None:
            return []
        ieps: dict[str, list[Line]] = {}
        for line in self.facts.lines:
            if line.student_id == goal.student_id and line.plan_type == "IEP" and not line.esy and line.iep_id:
                ieps.setdefault(line.iep_id, []).append(line)
        starts = {iep: min(start_of(self.reading, line) for line in lines) for iep, lines in ieps.items()}
        if not starts:
            return []
        own = max((day for day in starts.values() if day <= goal.start_date), default=min(starts.values()))
        return [
            day for iep, day in starts.items() if day > own and goal.service in (None, *self.services_in(ieps[iep]))
        ]

    def services_in(self, lines: list[Line]) -> set[str]:
        """The services of the files that brought these lines, for any student."""
        batches = {line.batch for line in lines}
        return {line.service for line in self.facts.lines if line.batch in batches}


def is_down(goal: Goal) -> bool:
    """Baseline and target show the direction; where they don't, the goal says it."""
    if goal.baseline is not None and goal.target is not None and goal.baseline != goal.target:
        return goal.target < goal.baseline
    return goal.direction == "down"


def is_ordinal(goal: Goal) -> bool:
    """Levels, GAS and rubrics are steps."""
    word = (goal.unit or "").strip().lower()
    named = any(part in word for part in ("level", "rubric", "scale"))
    return named or word == "gas" or word.startswith(("gas ", "goal attainment"))


def share(goal: Goal, value: Fraction) -> Fraction | None:
    """(value - baseline) / (target - baseline); n/a where these are the same or missing."""
    if goal.baseline is None or goal.target is None or goal.baseline == goal.target:
        return None
    return (value - goal.baseline) / Fraction(goal.target - goal.baseline)


def is_mastered(goal: Goal, values: list[Fraction]) -> bool:
    """The last k measurements all reach the target."""
    needed = goal.consecutive_required if (goal.consecutive_required or 0) >= 1 else DEFAULT_NEEDED
    if goal.target is None or needed is None or len(values) < needed:
        return False
    return all(value <= goal.target if is_down(goal) else value >= goal.target for value in values[-needed:])


def aimline(goal: Goal, day: date) -> Fraction | None:
    """baseline + (target - baseline) x (day - start) / (due - start)."""
    if goal.baseline is None or goal.target is None or goal.start_date is None or goal.due_date is None:
        return None
    if goal.due_date == goal.start_date:
        return None
    passed = Fraction((day - goal.start_date).days, (goal.due_date - goal.start_date).days)
    return goal.baseline + (goal.target - goal.baseline) * passed


def four_point_rule(goal: Goal, values: list[tuple[date, Fraction]]) -> str:
    """Off track where the last four are all on the wrong side of the aimline; nothing to judge by without one."""
    wrong = []
    for day, value in values[-FOUR:]:
        aim = aimline(goal, day)
        if aim is None:
            return "insufficient_data"
        wrong.append(value > aim if is_down(goal) else value < aim)
    return "off_track" if all(wrong) else "on_track"


def median(values: Iterable[Number]) -> Fraction:
    """The middle value, or the mean of the two in the middle."""
    found = sorted(Fraction(value) for value in values)
    half = len(found) // 2
    return found[half] if len(found) % 2 else (found[half - 1] + found[half]) / 2


def theil_sen(values: list[tuple[date, Fraction]]) -> Fraction | None:
    """The median of all pairwise slopes with distinct days, in units a day."""
    slopes = [(b - a) / (later - day).days for day, a in values for later, b in values if later > day]
    return median(slopes) if slopes else None


def projected_share(goal: Goal, values: list[tuple[date, Fraction]], slope: Fraction | None) -> Fraction | None:
    """From the median point along the slope to the due date, held within the unit's scale."""
    if slope is None or goal.due_date is None:
        return None
    middle_day = median(day.toordinal() for day, _ in values)
    value = median(value for _, value in values) + slope * (goal.due_date.toordinal() - middle_day)
    lowest, highest = scale(goal)
    if lowest is not None:
        value = max(value, Fraction(lowest))
    if highest is not None:
        value = min(value, Fraction(highest))
    return share(goal, value)


def in_unit(goal: Goal, row: Measurement) -> Number | None:
    """0590: so many of so many trials as a share of the goal's scale; nothing where a goal without a unit asks for more than
    there were trials; a number above its trials is no count of them."""
    if row.value is None or not row.trials or not 0 <= row.value <= row.trials:
        return row.value
    if (highest := scale(goal)[1]) is not None:
        return Fraction(row.value) / row.trials * highest
    ends = [Fraction(end) for end in (goal.baseline, goal.target) if end is not None]
    is_other = not (goal.unit or "").strip() and bool(ends) and max(ends) > row.trials
    return None if is_other else row.value


def scale(goal: Goal) -> tuple[int | None, int | None]:
    """The ends of the unit's scale, where known: percent, and trials of so many."""
    word = (goal.unit or "").strip().lower()
    if "%" in word or "percent" in word or word == "pct":
        return 0, 100
    return (0, goal.trials) if word in ("trial", "trials") else (None, None)
