"""Hypothesis strategies that draw small, awkward districts: facts, policies, as-of dates, ranges and keys."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import strategies as st

from analytics.choices import name_of_year
from tests.reference.facts import (
    DEFAULT_TREATMENT,
    Batch,
    CalendarDay,
    Choices,
    ChosenCover,
    Enrolment,
    Facts,
    GradingPeriod,
    Line,
    Session,
    WaitingRow,
)
from tests.reference.school_days import days_between, school_year

SCHOOLS = (None, "North", "South")
SERVICES = ("OT", "OT", "OT", "PT")
KINDS = ("direct", "direct", "direct", "indirect")
SETTINGS = (None, None, "pull_out", "push_in")
GROUPINGS = (None, None, "individual", "group")
PROVIDERS = (None, "P1", "P2", "P3", "P4", "P5")
CYCLES = (
    "week", "week", "week", "week", "month", "month", "quarter", "semester", "year", "iep_year",
    "rotation:1", "rotation:6", "weeks:2", "weeks:4",
)  # fmt: skip
AMOUNTS = (30, 60, 90, Fraction(45, 2), 120, 200)
STATUSES = ("delivered", "delivered", "delivered", "partial", "make_up", "make_up", "missed", "missed", "attempt")
KEYS = (
    (), ("district",), ("line",), ("month",), ("line", "month"), ("student", "service"), ("school", "month"),
    ("provider",), ("setting",), ("grade",), ("service", "month"), ("school", "provider", "service"),
    ("student", "line", "month"),
)  # fmt: skip


@dataclass(frozen=True)
class Question:
    """What is asked of a district."""

    as_of: date
    from_day: date | None
    to_day: date | None
    choices: Choices
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """The bounds within which a district's dates are drawn."""

    first: date
    last: date

    def days(self, before: int = 0, after: int = 0) -> st.SearchStrategy[date]:
        """A day of the school year, or up to so many days around it."""
        return st.dates(self.first - timedelta(days=before), self.last + timedelta(days=after))


def one_of(*values: object) -> st.SearchStrategy:
    """One of the values, the first being the simplest."""
    return st.sampled_from(values)


@st.composite
def frames(draw: st.DrawFn, over_july: bool, esy: bool = False) -> Frame:
    """A school year of four weeks to a whole year, beginning in August or September; ``over_july``: school days from spring on
    that go on through the summer, and so lie in two school years; ``esy``: every other time the end of a year."""
    if esy and not over_july and draw(st.booleans()):
        first = date(2026, 4, 13) + timedelta(days=draw(st.integers(0, 24)))
        return Frame(first, first + timedelta(days=7 * draw(one_of(6, 4, 7)) - draw(st.integers(1, 4))))
    first = (date(2026, 4, 13) if over_july else date(2025, 8, 18)) + timedelta(days=draw(st.integers(0, 24)))
    weeks = draw(one_of(17, 14, 25, 41) if over_july else one_of(10, 4, 6, 17, 25, 41))
    return Frame(first, first + timedelta(days=7 * weeks - draw(st.integers(1, 4))))


@st.composite
def closures(draw: st.DrawFn, frame: Frame) -> set[date]:
    """Single closed days and breaks of up to two weeks."""
    single = draw(st.sets(frame.days(), max_size=6))
    breaks = draw(st.lists(st.tuples(frame.days(), st.integers(1, 13)), max_size=2))
    return single | {day for first, n in breaks for day in days_between(first, first + timedelta(days=n))}


@st.composite
def district_rows(draw: st.DrawFn, frame: Frame, periods: tuple[GradingPeriod, ...]) -> list[CalendarDay]:
    """The district's calendar: open and closed days, open days only, or (with periods) closed days only."""
    closed = draw(closures(frame))
    made_up = draw(st.sets(st.sampled_from(sorted(closed)), max_size=2)) if closed else set()
    saturdays = draw(st.sets(frame.days(), max_size=1)) | {day + timedelta(days=5 - day.weekday()) for day in made_up}
    rows = [
        CalendarDay(day, (day.weekday() < 5 or (day in saturdays and day.weekday() == 5)) and day not in closed)
        for day in days_between(frame.first, frame.last)
        if day.weekday() < 5 or day in saturdays
    ]
    if not any(row.is_instructional for row in rows):
        rows[0] = replace(rows[0], is_instructional=True)
    years = sorted({school_year(row.day) for row in rows})
    return [row for year in years for row in draw(listed([r for r in rows if school_year(r.day) == year], periods))]


@st.composite
def listed(draw: st.DrawFn, rows: list[CalendarDay], periods: tuple[GradingPeriod, ...]) -> list[CalendarDay]:
    """The list of one school year: open and closed days, open days only, or (with periods) closed days only."""
    closed_rows = [row for row in rows if not row.is_instructional]
    style = draw(one_of("both", "both", "open", "closed"))
    if style == "open":
        return [row for row in rows if row.is_instructional]
    if style == "closed" and periods and closed_rows:
        return closed_rows
    return rows


@st.composite
def summer_rows(draw: st.DrawFn, frame: Frame) -> list[CalendarDay]:
    """The days of a summer that a calendar lists after a year that ends in spring, now and then with the next year's first."""
    if not date(2026, 5, 1) <= frame.last <= date(2026, 6, 30) or draw(st.integers(0, 2)) == 2:
        return []
    first = frame.last + timedelta(days=draw(one_of(10, 3, 1, 8, 24)))
    days = days_between(first, first + timedelta(days=7 * draw(one_of(4, 2, 6))))
    next_days = days_between(date(2026, 8, 24), date(2026, 9, 4)) if draw(st.booleans()) else []
    return [CalendarDay(day, True) for day in (*days, *next_days) if day.weekday() < 4]


@st.composite
def school_rows(draw: st.DrawFn, frame: Frame) -> list[CalendarDay]:
    """A few days on which a school differs from the district."""
    days = draw(st.sets(frame.days(), max_size=4))
    school = draw(one_of("North", "South"))
    return [CalendarDay(day, draw(st.booleans()), school) for day in sorted(days)]


@st.composite
def periods_over_july(draw: st.DrawFn, frame: Frame) -> tuple[GradingPeriod, ...]:
    """Those of two school years, of which the first may go on into July or the second begin in June; with and without the
    name of their year."""
    change = draw(st.dates(date(2026, 6, 8), min(date(2026, 7, 25), frame.last - timedelta(days=22))))
    years = [
        (2025, Frame(frame.first, change)),
        (2026, Frame(change + timedelta(days=draw(st.integers(1, 9))), frame.last)),
    ]
    return tuple(
        replace(period, school_year=draw(one_of(name_of_year(year), name_of_year(year), None)))
        for year, part in years
        for period in draw(grading_periods(part))
    )


@st.composite
def grading_periods(draw: st.DrawFn, frame: Frame) -> tuple[GradingPeriod, ...]:
    """None, quarters, semesters, both or trimesters; with gaps between them."""
    sets = {"none": (), "quarters": ("Q1", "Q2", "Q3", "Q4"), "semesters": ("S1", "S2"), "terms": ("T1", "T2", "T3")}
    chosen = draw(one_of("none", "quarters", "semesters", "both", "terms"))
    names = [sets["quarters"], sets["semesters"]] if chosen == "both" else [sets[chosen]]
    return tuple(period for group in names for period in draw(periods_named(frame, group)))


@st.composite
def periods_named(draw: st.DrawFn, frame: Frame, names: tuple[str, ...]) -> list[GradingPeriod]:
    """Periods of these names that fill the school year, with gaps of up to three days before each but the first."""
    if not names:
        return []
    inner = st.dates(frame.first + timedelta(days=4), frame.last - timedelta(days=5))
    cuts = sorted(draw(st.sets(inner, min_size=len(names) - 1, max_size=len(names) - 1)))
    ends = [*cuts, frame.last]
    starts = [frame.first]
    for before, end in pairwise(ends):
        starts.append(min(before + timedelta(days=draw(st.integers(1, 3))), end))
    return [
        GradingPeriod(name, start, end, name_of_year(school_year(start)))
        for name, start, end in zip(names, starts, ends, strict=True)
    ]


@st.composite
def enrolments(draw: st.DrawFn, frame: Frame, student: str) -> list[Enrolment]:
    """No spell, an open one, or one or two with days; schools and grades may change."""
    spells = draw(one_of(1, 0, 2))
    if spells == 0:
        return []
    school, grade = draw(one_of(*SCHOOLS)), draw(one_of("2", "K", None))
    days = sorted(draw(st.lists(frame.days(10, 10), min_size=4, max_size=4, unique=True)))
    if spells == 2:
        return [
            Enrolment(student, school, grade, days[0], days[1]),
            Enrolment(student, draw(one_of(*SCHOOLS)), draw(one_of("3", "2")), days[2], draw(one_of(days[3], None))),
        ]
    end = draw(
        one_of(days[3], days[3], frame.last, frame.last + timedelta(days=1), date(school_year(frame.first) + 1, 6, 30))
    )
    begins, ends = draw(one_of((None, None), (days[0], None), (None, end), (min(days[0], end), end)))
    return [Enrolment(student, school, grade, begins, ends)]


@st.composite
def lines(draw: st.DrawFn, frame: Frame, student: str, number: int, esy: bool = False) -> Line:
    """One line: every cycle kind, with and without dates, IEP ids, plan types, ESY (``esy``: every other time) and readable
    amounts."""
    usable = draw(st.integers(0, 11)) != 11
    start, end = sorted((draw(frame.days(20, 0)), draw(frame.days(0, 30))))
    return Line(
        line_id=draw(one_of(f"{student}-L{number}", *([f"{student}-L{number - 1} (2)"] if number else []))),
        student_id=student,
        amount_minutes=Fraction(draw(one_of(*AMOUNTS))) if usable else None,
        cycle=draw(one_of(*CYCLES)),
        sessions_per_cycle=draw(one_of(2, None, 1, 3, Fraction(3, 2))),
        minutes_per_session=draw(one_of(None, 30, 20, 200)),
        service=draw(one_of(*SERVICES)),
        kind=draw(one_of(*KINDS)),
        plan_type=draw(one_of("IEP", "IEP", "IEP", "IEP", "504")),
        setting=draw(one_of(*SETTINGS)),
        grouping=draw(one_of(*GROUPINGS)),
        start_date=draw(one_of(start, start, start, None)),
        end_date=draw(one_of(end, end, frame.last, None)),
        iep_id=draw(one_of(None, None, "I1", "I2")),
        provider_id=draw(one_of(*PROVIDERS)),
        school=draw(one_of(None, None, "North", "South")),
        esy=draw(st.integers(0, 11)) >= (6 if esy else 11),
        is_usable=usable,
        batch=draw(one_of("lines1", "lines1", "lines2")),
    )


@st.composite
def sessions(draw: st.DrawFn, frame: Frame, student: str, of: list[Line], number: int) -> Session:
    """One log row of any status, mostly like one of the student's lines, naming it or not."""
    like = draw(one_of(*of, None)) if of else None
    day, status = draw(days_of(frame, like)), draw(one_of(*STATUSES))
    given = status in ("delivered", "partial", "make_up")
    names_date = status == "make_up" and draw(st.booleans())
    return Session(
        session_id=f"{student}-{number:03}",
        student_id=student,
        session_date=day,
        minutes=draw(one_of(30, 60, 15, 12, 90)) if given else draw(one_of(None, 0, 30, 45)),
        status=status,
        reason=None if status in ("delivered", "make_up") else draw(one_of(None, *DEFAULT_TREATMENT)),
        service=like.service if like else draw(one_of(*SERVICES)),
        kind=draw(one_of(like.kind, like.kind, None)) if like else draw(one_of("direct", "indirect", None)),
        line_id=draw(one_of(None, None, None, *(line.line_id for line in of), "unknown")),
        provider_id=draw(one_of(*PROVIDERS)),
        setting=draw(one_of(*SETTINGS)),
        grouping=draw(one_of(*GROUPINGS)),
        makes_up_date=day - timedelta(days=draw(st.integers(0, 45))) if names_date else None,
        award_id="A1" if draw(st.integers(0, 14)) == 14 else None,
        batch=draw(one_of("logs1", "logs1", "logs2", "logs3")),
    )


def days_of(frame: Frame, line: Line | None) -> st.SearchStrategy[date]:
    """Any day around the school year; for a line mostly one of its own days."""
    if line is None:
        return frame.days(15, 15)
    first = max(line.start_date or frame.first, date.min if line.esy else frame.first)
    last = min(line.end_date or frame.last, date.max if line.esy else frame.last)
    return st.dates(first, last) if first <= last else frame.days(15, 15)


@st.composite
def weekly_sessions(draw: st.DrawFn, frame: Frame, line: Line) -> list[Session]:
    """A line that is seen on the same weekday for some weeks, as most children are, with a few misses."""
    begins = max(line.start_date or frame.first, frame.first)
    first, weeks = draw(one_of(begins, draw(days_of(frame, line)))), draw(one_of(16, 30, 3, 1))
    minutes = draw(one_of(line.amount_minutes or 30, 30, 60, 45))
    made = Session("", line.student_id, first, minutes, service=line.service, kind=line.kind,
                   line_id=draw(one_of(None, line.line_id)), provider_id=draw(one_of(*PROVIDERS)),
                   setting=line.setting, grouping=line.grouping, batch=draw(one_of("logs1", "logs2")))  # fmt: skip
    days = [first + timedelta(days=7 * n) for n in range(weeks)]
    found = [replace(made, session_id=f"{line.line_id}-w{n:02}", session_date=day) for n, day in enumerate(days)]
    for miss in draw(st.sets(st.integers(0, weeks - 1), max_size=3)):
        reason = draw(one_of(None, *DEFAULT_TREATMENT))
        found[miss] = replace(found[miss], status="missed", reason=reason, minutes=draw(one_of(None, 30)))
    return found


@st.composite
def waiting_rows(draw: st.DrawFn, frame: Frame, student: str) -> WaitingRow:
    """A row that waits for an answer."""
    return WaitingRow(student, draw(frame.days()), draw(one_of(*SERVICES)), draw(one_of("direct", "indirect", None)),
                      draw(one_of(*PROVIDERS)), draw(one_of("logs1", "logs2", "logs3")))  # fmt: skip


@st.composite
def chosen_covers(draw: st.DrawFn, frame: Frame) -> ChosenCover:
    """What a person said that a batch speaks for."""
    first, last = sorted((draw(frame.days()), draw(frame.days())))
    limits = draw(one_of((None, None), ("P1", None), (None, "North")))
    return ChosenCover(draw(one_of(*SERVICES)), first, last, None, *limits)


@st.composite
def batches(draw: st.DrawFn, frame: Frame, rows: list[Session | WaitingRow]) -> tuple[Batch, ...]:
    """The files in the order of loading; a log is loaded on the day of its last row or later."""
    found = [Batch("lines1", frame.first), Batch("lines2", frame.first)]
    for name in draw(st.permutations(["logs1", "logs2", "logs3"])):
        days = [row.session_date for row in rows if row.batch == name]
        if days:
            covers = draw(st.lists(chosen_covers(frame), max_size=1)) if draw(st.integers(0, 4)) == 4 else []
            loaded = max(days) + timedelta(days=draw(one_of(0, 40, 3, 12)))
            found.append(Batch(name, loaded, tuple(covers)))
    return tuple(found)


@st.composite
def districts(draw: st.DrawFn, over_july: bool = False, esy: bool = False) -> tuple[Frame, Facts]:
    """A small district: at most three students, with everything that the rules speak of."""
    frame = draw(frames(over_july, esy))
    periods = draw(periods_over_july(frame) if over_july else grading_periods(frame))
    students = ["A", "B", "C"][: draw(st.integers(1, 3))]
    calendar = draw(district_rows(frame, periods)) + draw(school_rows(frame))
    calendar += draw(summer_rows(frame)) if esy else []
    spells = [spell for student in students for spell in draw(enrolments(frame, student))]
    mandates = [
        draw(lines(frame, student, number, esy))
        for student in students
        for number in range(draw(one_of(1, 2, 3, 0, 4)))
    ]
    logs: list[Session] = []
    for student in students:
        own = [line for line in mandates if line.student_id == student]
        logs += [draw(sessions(frame, student, own, number)) for number in range(draw(st.integers(0, 8)))]
    for line in mandates:
        if draw(one_of(True, True, False)):
            logs += draw(weekly_sessions(frame, line))
    waits = draw(st.lists(waiting_rows(frame, students[0]), max_size=2))
    loaded = draw(batches(frame, [*logs, *waits]))
    return frame, Facts(tuple(calendar), periods, tuple(spells), tuple(mandates), tuple(logs), tuple(waits), loaded)


@st.composite
def policies(draw: st.DrawFn) -> Choices:
    """Any policies; the treatment of holidays is left to ``closures`` where that excuses them."""
    changed = draw(st.dictionaries(one_of(*sorted(DEFAULT_TREATMENT)), one_of("excused", "review", "make_up"),
                                   max_size=3))  # fmt: skip
    shut = draw(one_of("made_up", "not_made_up"))
    if shut == "not_made_up":
        changed.pop("holiday", None)
    return Choices(
        closures=shut,
        edge_months=draw(one_of("prorated", "full")),
        credit_period=draw(one_of("month", "cycle", "grading_period", "year")),
        shortfall_order=draw(one_of("excused_first", "provider_first")),
        session_counts_at=draw(one_of(Fraction(1, 2), Fraction(3, 4), Fraction(1))),
        default_session_minutes=Fraction(draw(one_of(30, 20))),
        on_track=draw(one_of(Fraction(95, 100), Fraction(80, 100))),
        treatments=changed,
    )


@st.composite
def questions(draw: st.DrawFn, frame: Frame) -> Question:
    """An as-of date, sometimes a range, any policies of each school year, any keys."""
    as_of = draw(one_of(frame.last, draw(frame.days(3, 20))))
    first, last = sorted((draw(frame.days()), draw(frame.days(0, 5))))
    cut = draw(one_of((None, None), (None, None), (first, None), (None, last), (first, last)))
    others = {year: draw(policies()) for year in range(frame.first.year, frame.last.year + 1) if draw(st.booleans())}
    return Question(as_of, *cut, replace(draw(policies()), others=others), draw(one_of(*KEYS)))


@st.composite
def asked_districts(draw: st.DrawFn, over_july: bool = False, esy: bool = False) -> tuple[Facts, Question]:
    """A district and a question about it; ``esy``: with many lines of the extended year."""
    frame, facts = draw(districts(over_july, esy))
    return facts, draw(questions(frame))
