"""The lines of the plans: each need in the versions that yearly reviews and amendments make of it."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.samples import district, stories
from data.samples.days import instructional
from data.samples.needs import Need, Student

YEAR, DAY = timedelta(days=365), timedelta(days=1)


@dataclass(frozen=True)
class Plan:
    """One IEP of a student: its id, its first and its last day, and whether it changed what came before.

    ``until`` is its last day in force: a later plan may end it before its time.
    """

    iep_id: str
    start: date
    end: date
    until: date
    amended: bool = False


@dataclass(frozen=True)
class Line:
    """One version of a need under one plan; ``until`` as in the plan, which no file says."""

    line_id: str
    iep_id: str
    need: Need
    start: date
    end: date
    until: date
    times: int
    setting: str

    @property
    def frequency(self) -> str:
        """The amount as the plan writes it: 30 min 2x/week."""
        if self.need.text:
            return self.need.text
        per = {"weeks:2": " every other week"}.get(self.need.per, f"/{self.need.per}")
        return f"{self.need.minutes} min {self.times}x{per}"

    @property
    def otr_of_record(self) -> str:
        """The supervising OTR of an assistant's line, else empty."""
        return district.provider(self.need.provider_id).supervisor


def build(students: list[Student], needs: list[Need]) -> list[Line]:
    """Every line on file, by student and plan."""
    rng = random.Random(f"{stories.SEED} plans")
    of_student: dict[str, list[Need]] = {}
    for need in needs:
        of_student.setdefault(need.student_id, []).append(need)
    amended = _amended(rng, students, of_student)
    lapsed = _lapsed(students, amended)
    lines: list[Line] = []
    for student in students:
        for plan in plans(student, amended.get(student.student_id), student.student_id in lapsed):
            for need in of_student[student.student_id]:
                lines.append(_line(need, plan, len(lines) + 1))
    return lines


def plans(student: Student, amended_on: date | None, lapsed: bool) -> list[Plan]:
    """A student's plans of the year: the running one, and what follows it."""
    first, second = (f"P{student.student_id[1:]}-{number}" for number in (1, 2))
    if student.student_id == stories.TRANSFER_STUDENT:
        return [_plan(first, stories.TRANSFER_PLAN_FROM, stories.TRANSFER_PLAN_FROM + YEAR)]
    if lapsed:
        return [_plan(first, stories.LAPSED_ON - YEAR, stories.LAPSED_ON)]
    old = _plan(first, student.review - YEAR, student.review - DAY)
    if amended_on:
        return [replace(old, until=amended_on - DAY), replace(_plan(second, amended_on, old.end), amended=True)]
    renewed = _plan(second, student.review, student.review + YEAR - DAY)
    return [old, renewed] if student.review <= stories.LAST_LOGGED else [old]


def _plan(iep_id: str, start: date, end: date) -> Plan:
    return Plan(iep_id, start, end, end)


def _amended(rng: random.Random, students: list[Student], needs: dict[str, list[Need]]) -> dict[str, date]:
    """The students of the January wave, each with the day of the amendment."""
    could = [
        student
        for student in students
        if student.review > stories.LAST_LOGGED
        and student.student_id != stories.TRANSFER_STUDENT
        and any(
            need.service == "OT" and changed(need) != (need.times, need.setting) for need in needs[student.student_id]
        )
    ]
    days = instructional(stories.AMENDED_FROM, stories.AMENDED_TO)
    chosen = rng.sample(could, stories.AMENDED_STUDENTS)
    return {student.student_id: rng.choice(days) for student in sorted(chosen, key=lambda one: one.student_id)}


def _lapsed(students: list[Student], amended: dict[str, date]) -> set[str]:
    late = [one.student_id for one in students if one.review > stories.LAST_LOGGED and one.student_id not in amended]
    return set(late[40::150][: stories.LAPSED_STUDENTS])


def changed(need: Need) -> tuple[int, str]:
    """What an amendment makes of a line: twice a week becomes once; one alone moves to the classroom."""
    if need.kind == "indirect" or need.text or need.per != "week":
        return need.times, need.setting
    if need.times > 1:
        return 1, need.setting
    alone = need.grouping == "individual" and need.setting == "pull_out"
    return need.times, "push_in" if alone and need.service == "OT" else need.setting


def _line(need: Need, plan: Plan, number: int) -> Line:
    times, setting = changed(need) if plan.amended else (need.times, need.setting)
    return Line(f"SV{20000 + number}", plan.iep_id, need, plan.start, plan.end, plan.until, times, setting)
