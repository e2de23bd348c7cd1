"""Which line is in force on which day (rules 1 to 3)."""

from datetime import date

from tests.reference.facts import Line
from tests.reference.reading import Reading
from tests.reference.school_days import ONE_DAY, SchoolCalendar, school_year, year_of_period


def start_of(reading: Reading, line: Line) -> date:
    """Rules 1: a line without a start begins with the school year, or the student's enrolment if that is later.

    That is the latest loaded school year that begins by the line's end (decision 0050).
    """
    if line.start_date is not None:
        return line.start_date
    calendar = reading.regular_calendar_of(line)
    firsts = [calendar.first_day(year) for year in calendar.years()]
    first = max([day for day in firsts if day <= (line.end_date or date.max)] or firsts[:1])
    spells = reading.spells.get(line.student_id, [])
    enrolled = spells[0].enrolled_from if spells else None
    return max(first, enrolled) if enrolled else first


def end_of(reading: Reading, line: Line) -> date:
    """Rules 1: a line without an end ends with the school year.

    That is the earliest loaded school year that ends after the line's start (decision 0050).
    """
    if line.end_date is not None:
        return line.end_date
    calendar = reading.regular_calendar_of(line)
    lasts = [calendar.last_day(year) for year in calendar.years()]
    return min([day for day in lasts if day >= start_of(reading, line)] or lasts[-1:])


def rivals(reading: Reading, line: Line) -> list[Line]:
    """Rules 3: supersession works within one student, plan type and ESY flag."""
    return [
        other
        for other in reading.lines_of[line.student_id]
        if other.plan_type == line.plan_type and other.esy == line.esy
    ]


def starts_of_later_ieps(reading: Reading, line: Line) -> list[date]:
    """Rules 3: starts of the student's later IEPs whose file has the line's service (for any student).

    An IEP starts with the earliest of its lines; its file is every batch that brought a line of it.
    """
    ieps: dict[str, list[Line]] = {}
    for other in rivals(reading, line):
        if other.iep_id is not None:
            ieps.setdefault(other.iep_id, []).append(other)
    starts = {iep: min(start_of(reading, other) for other in lines) for iep, lines in ieps.items()}
    own_start = start_of(reading, line) if line.iep_id is None else starts[line.iep_id]
    return [
        starts[iep]
        for iep, lines in ieps.items()
        if starts[iep] > own_start and line.service in services_in(reading, {other.batch for other in lines})
    ]


def services_in(reading: Reading, batches: set[str]) -> set[str]:
    """The services that occur in the lines of these files."""
    return {line.service for line in reading.facts.lines if line.batch in batches}


def starts_of_amendments(reading: Reading, line: Line) -> list[date]:
    """Rules 3: within one IEP, or among lines without one, a later line alike in service, kind, setting, grouping."""
    return [
        start_of(reading, other)
        for other in rivals(reading, line)
        if other.iep_id == line.iep_id
        and (other.service, other.kind, other.setting, other.grouping)
        == (line.service, line.kind, line.setting, line.grouping)
        and start_of(reading, other) > start_of(reading, line)
    ]


def starts_of_successors(reading: Reading, line: Line) -> list[date]:
    """All starts that end the line on the day before."""
    key = ("successors", line)
    return reading.remember(key, lambda: starts_of_later_ieps(reading, line) + starts_of_amendments(reading, line))


def last_day_in_force(reading: Reading, line: Line) -> date:
    """The line's end, cut by supersession (rules 3)."""
    return min([end_of(reading, line), *(start - ONE_DAY for start in starts_of_successors(reading, line))])


def is_enrolled(reading: Reading, student_id: str, day: date) -> bool:
    """Rules 1: enrolment cuts a window where it is known."""
    spells = reading.spells.get(student_id, [])
    return not spells or any(
        (spell.enrolled_from or date.min) <= day <= (spell.enrolled_to or date.max) for spell in spells
    )


def is_summers_child(reading: Reading, line: Line, day: date) -> bool:
    """Decision 0626: an enrolment that ends with the school year doesn't cut the summer of a line of the extended year.

    It ends so on the last day of school, the day after or June 30; the summer is over on August 31, or when the next school
    year or an enrolment begins.
    """
    return any(end < day <= last for end, last in summers_of(reading, line).items())


def summers_of(reading: Reading, line: Line) -> dict[date, date]:
    """The last day of the summer after each last day of an enrolment that ends with a school year."""
    calendar, spells = reading.regular_calendar_of(line), reading.spells.get(line.student_id, [])
    found: dict[date, date] = {}
    for year in reversed(calendar.years()):
        begins = [
            *regular_begins(calendar, year + 1),
            *(spell.enrolled_from for spell in spells if spell.enrolled_from),
        ]
        ends = regular_ends(calendar, year)
        for end in {*ends, *(day + ONE_DAY for day in ends), date(year + 1, 6, 30)}:
            if is_end_of_enrolment(reading, line, end) and not any(
                day <= end for day in regular_begins(calendar, year + 1)
            ):
                found[end] = min([date(year + 1, 8, 31), *(day - ONE_DAY for day in begins if day > end)])
    return found


def stretches(days: list[date]) -> list[list[date]]:
    """Days of school, parted where more than a week is without any."""
    found: list[list[date]] = []
    for day in days:
        if found and day - found[-1][-1] <= ONE_DAY * 7:
            found[-1].append(day)
        else:
            found.append([day])
    return found


def regular_ends(calendar: SchoolCalendar, year: int) -> list[date]:
    """The days on which a regular school year may have ended, where days of a summer are listed after it (decision 0675)."""
    days = calendar.days_of_year(year)
    in_may = [
        part[-1] for part in stretches(days) if part[0] <= date(year + 1, 5, 31) and part[-1] >= date(year + 1, 5, 1)
    ]
    told = [period.end_date for period in calendar.periods if year_of_period(period) == year]
    return [days[-1], *in_may, *([day for day in days if day <= max(told)][-1:] if told else [])]


def regular_begins(calendar: SchoolCalendar, year: int) -> list[date]:
    """The day on which a regular school year begins, if it goes on into September: July may end the summer (0675)."""
    parts = stretches(calendar.days_of_year(year))
    return [part[0] for part in parts if part[0] <= date(year, 9, 30) and part[-1] >= date(year, 9, 1)][:1]


def is_end_of_enrolment(reading: Reading, line: Line, day: date) -> bool:
    """Whether the student is enrolled that day and not on the next."""
    enrolled, next_day = (is_enrolled(reading, line.student_id, one) for one in (day, day + ONE_DAY))
    return enrolled and not next_day


def in_window(reading: Reading, line: Line, day: date) -> bool:
    """Rules 1: whether the line is in force that day."""
    key = ("bounds", line)
    first, last = reading.remember(key, lambda: (start_of(reading, line), last_day_in_force(reading, line)))
    if not first <= day <= last:
        return False
    return is_enrolled(reading, line.student_id, day) or (line.esy and is_summers_child(reading, line, day))


def lapses_until(reading: Reading, line: Line) -> date | None:
    """Rules 3: the last day on which the line may count as lapsed; None where a successor ended it, and of the extended
    year, which ends.

    The next line is the first of the same student, service, kind, plan type and ESY flag that starts after its end
    (decision 0052).
    """
    end = end_of(reading, line)
    if line.esy or last_day_in_force(reading, line) < end:
        return None
    following = [
        start_of(reading, other)
        for other in rivals(reading, line)
        if (other.service, other.kind) == (line.service, line.kind) and start_of(reading, other) > end
    ]
    stops = [start - ONE_DAY for start in following]
    last = max((d for d in reading.calendar_of(line).days if school_year(d) == school_year(end)), default=date.min)
    return min([*stops, last, reading.as_of])


def has_lapsed(reading: Reading, line: Line, day: date) -> bool:
    """Rules 3: whether that day lies after the end of a lapsed line while the student is enrolled."""
    until = reading.remember(("lapses", line), lambda: lapses_until(reading, line))
    return until is not None and end_of(reading, line) < day <= until and is_enrolled(reading, line.student_id, day)
