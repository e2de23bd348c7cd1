"""Why a visit falls out: absent children, absent providers, days of the school."""

import random
from datetime import date

from data.samples import district, stories
from data.samples.days import instructional
from data.samples.needs import Need, Student

NO_RECORD = "no_record"
NOON = 12 * 60
TESTING = (date(2026, 2, 10), date(2026, 2, 12))
TESTED = ("3", "4", "5", "6", "7", "8", "11")
OUTAGE = ("Basalt Ridge", date(2026, 1, 28))
MEETING, REFUSAL, DECLINED, SUSPENDED, FORGOTTEN = 0.009, 0.004, 0.001, 0.003, 0.007
"""Shares of planned visits; suspensions in middle and high schools only."""


class Troubles:
    """The days on which people are away, drawn once, so that they are the same for every service."""

    def __init__(self, students: list[Student]) -> None:
        self.rng = random.Random(f"{stories.SEED} troubles")
        days = instructional(stories.FIRST_LOGGED, stories.LAST_LOGGED)
        self.away = {student.student_id: self._days(days, self._absence()) for student in students}
        self.out: dict[date, set[str]] = {}
        for one in district.PROVIDERS:
            for day in self._days(days, self.rng.uniform(0.008, 0.035)):
                self.out.setdefault(day, set()).add(one.provider_id)
        self.events = {school.name: set(self.rng.sample(days, 4)) for school in district.SCHOOLS}

    def _absence(self) -> float:
        return self.rng.choices((0.03, 0.06, 0.18), (78, 17, 5))[0]

    def _days(self, days: tuple[date, ...], share: float) -> set[date]:
        return {day for day in days if self.rng.random() < share}

    def reason(self, student: Student, provider_id: str, need: Need, day: date, start: int) -> str:
        """Why the visit falls out; ``no_record`` where nobody wrote anything down; empty where it took place."""
        if (student.school, day) == OUTAGE:
            return "emergency_closure"
        if day in self.away[student.student_id]:
            return "student_unexcused" if self.rng.random() < 0.12 else "student_absent"
        if provider_id in self.out.get(day, ()):
            return "provider_absent"
        if TESTING[0] <= day <= TESTING[1] and student.grade in TESTED and start < NOON and self.rng.random() < 0.5:
            return "state_testing"
        if day in self.events[student.school] and start < NOON and self.rng.random() < 0.35:
            return "school_event"
        return self._chance(student)

    def _chance(self, student: Student) -> str:
        suspended = SUSPENDED if district.school(student.school).level != "Elementary" else 0.0
        shares = (
            ("provider_meeting", MEETING), ("student_refused", REFUSAL), ("parent_declined", DECLINED),
            ("student_suspended", suspended), (NO_RECORD, FORGOTTEN),
        )  # fmt: skip
        draw = self.rng.random()
        for reason, share in shares:
            if draw < share:
                return reason
            draw -= share
        return ""
