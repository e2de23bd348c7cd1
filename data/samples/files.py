"""The sample district as the files that a district's systems would export."""

from dataclasses import dataclass
from functools import cache

from data.samples import books, caseloads, goals, ieps, logs, sessions, tables, timetable
from data.samples.goals import Goal
from data.samples.ieps import Line
from data.samples.needs import Need, Student
from data.samples.sessions import Session


@dataclass(frozen=True)
class Sample:
    """Everything there is to know of the sample district."""

    students: list[Student]
    needs: list[Need]
    lines: list[Line]
    sessions: list[Session]
    goals: list[Goal]


@cache
def sample() -> Sample:
    """The sample district, the same at every call."""
    students, needs = caseloads.build()
    lines = ieps.build(students, needs)
    rows = sessions.build(students, lines, *timetable.slots(needs))
    return Sample(students, needs, lines, rows, goals.build(students, lines))


def build() -> dict[str, bytes]:
    """File name -> bytes, the same bytes at every call."""
    made = sample()
    return {
        "student_roster.csv": tables.students(made.students),
        "schools.csv": tables.schools(),
        "staff_list.xlsx": books.staff(),
        "supervision.csv": tables.supervision(),
        "site_days.csv": tables.site_days(),
        "school_calendar_2025-26.csv": tables.calendar(),
        "grading_periods.csv": tables.grading_periods(),
        "iep_services.csv": tables.service_lines(made.lines, made.students),
        "ot_pt_service_logs_2025-26.xlsx": logs.workbook(made.sessions, made.students),
        "speech_service_log.csv": logs.speech(made.sessions, made.students),
        "iep_goals.xlsx": books.goals(made.goals, made.students),
    }
