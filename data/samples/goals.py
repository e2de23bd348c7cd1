"""Goals and their measurements, every other week, a few with one wild value."""

import random
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from data.samples import stories
from data.samples.days import instructional, monday
from data.samples.ieps import Line
from data.samples.needs import Student

SHARE = 0.55
KINDS = {
    "OT": (
        ("Handwriting", "copy a sentence with letters on the line"),
        ("Fine motor", "cut along a curved line within a quarter inch"),
        ("Self-care", "fasten coat and shoes without help"),
        ("Attention", "stay with a classroom task for ten minutes"),
        ("Social participation", "take turns in a game with a classmate"),
    ),
    "PT": (("Gross motor", "climb the stairs of the building with alternating feet"),),
    "SLP": (
        ("Social participation", "ask and answer questions in a group"),
        ("Academics", "retell a short story in order"),
    ),
}


@dataclass(frozen=True)
class Goal:
    """A goal with its measurements by day; values in percent of trials, or times a day where ``direction`` is down."""

    goal_id: str
    line: Line
    area: str
    text: str
    baseline: int
    target: int
    unit: str
    direction: str
    start: date
    due: date
    values: dict[date, int]
    wild_day: date | None = None


@cache
def measuring_days() -> tuple[date, ...]:
    """Every other Friday, or the last instructional day before it, from the third week on."""
    days = instructional(stories.FIRST_LOGGED, stories.LAST_LOGGED)
    weeks = sorted({monday(day) for day in days})
    return tuple(max(day for day in days if monday(day) == week) for week in weeks[2::2])


def build(students: list[Student], lines: list[Line]) -> list[Goal]:
    """The goals of about half of the students' direct lines in force in autumn."""
    rng = random.Random(f"{stories.SEED} goals")
    enrolled = {student.student_id: student for student in students}
    made: list[Goal] = []
    for line in _measured(rng, lines):
        made.append(_goal(rng, line, enrolled[line.need.student_id], len(made) + 1))
    return _with_wild(rng, made)


def _measured(rng: random.Random, lines: list[Line]) -> list[Line]:
    seen: dict[tuple[str, str], Line] = {}
    for line in lines:
        if line.need.kind == "direct" and line.need.service in KINDS and line.start < date(2025, 12, 1) < line.end:
            seen.setdefault((line.need.student_id, line.need.service), line)
    return [line for line in seen.values() if rng.random() < SHARE]


def _goal(rng: random.Random, line: Line, student: Student, number: int) -> Goal:
    area, text = rng.choice(KINDS[line.need.service])
    down = area == "Attention" and rng.random() < 0.4
    baseline = rng.randrange(8, 15) if down else rng.randrange(4, 10) * 5
    target = rng.randrange(1, 4) if down else min(95, baseline + rng.randrange(6, 10) * 5)
    text = "leave the seat without asking, times a day" if down else text
    start, due = max(line.start, date(2025, 8, 25)), line.end
    goal = Goal(
        f"G{number:04}", line, area, f"Will {text}", baseline, target,
        "times a day" if down else "percent", "down" if down else "up", start, due, {},
    )  # fmt: skip
    return replace(goal, values=_values(rng, goal, student))


def _values(rng: random.Random, goal: Goal, student: Student) -> dict[date, int]:
    """Growth at a pace of the child's own, with some scatter; one measurement in twelve is left out."""
    pace = rng.choices((1.15, 0.8, 0.4, 0.0), (45, 25, 20, 10))[0]
    length = max(1, (goal.due - goal.start).days)
    scatter = 1 if goal.direction == "down" else 4
    found = {}
    for day in measuring_days():
        if day < max(goal.start, student.enrolled_from) or (student.enrolled_to and day > student.enrolled_to):
            continue
        done = min(1.1, pace * (day - goal.start).days / length)
        value = goal.baseline + (goal.target - goal.baseline) * done + rng.gauss(0, scatter)
        if rng.random() > 0.08:
            found[day] = max(0, min(100, round(value)))
    return found


def _with_wild(rng: random.Random, goals: list[Goal]) -> list[Goal]:
    """The goals, a dozen of them with one measurement of 96 to 100 far above the others."""
    low = [
        place
        for place, goal in enumerate(goals)
        if goal.direction == "up" and len(goal.values) >= 9 and max(goal.values.values()) <= 60
    ]
    found = list(goals)
    for place in rng.sample(low, stories.WILD_GOALS):
        goal = found[place]
        day = sorted(goal.values)[len(goal.values) // 2]
        found[place] = replace(goal, values=goal.values | {day: rng.randrange(96, 101)}, wild_day=day)
    return found
