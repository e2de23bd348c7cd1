"""What tells a table of one dataset from those that look like it: a list of students from one of their services."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from data.contracts.synonyms import SLOTS, Slot
from data.ingest.mapping import says
from data.ingest.mapping.choose import NEEDS, Fit
from data.ingest.mapping.likeness import likeness
from data.ingest.model import Table
from data.ingest.resemblance import initials
from data.ingest.resemblance import words as names_of
from data.ingest.tables import day_groups, looks, months
from data.ingest.values import codes, dates, frequencies, numbers, statuses, terms, weekdays
from data.ingest.values.vocabulary import STUDENTS
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import plain, said_by, spelt_out

NO_ROSTER = {
    "service_lines": ("amount_minutes", "line_minutes", "minutes_per_session", "frequency", "sessions_per_cycle"),
    "sessions": ("minutes", "session_date", "start_time"), "goals": ("goal_text", "goal_id"),
    "measurements": ("value",),
}  # fmt: skip
"""What no list of students tells, by the dataset that does."""
PROMISED = ("frequency", "cycle", "sessions_per_cycle", "end_date", "esy")
"""What a log has no place for, and IEP lines have."""
_OF_SERVICES = frozenset({"minute", "session", "missed", "frequency", "goal", "week"})
SURE = 0.9


def is_roster(fit: Fit) -> bool:
    """Whether a table with students is a list of them: two places filled or more, and nothing told of their services."""
    return len(fit.places) >= min(2, len(fit.headings)) and not tells_of_services(fit)


def tells_of_services(fit: Fit) -> bool:
    """Whether a heading that a list has no place for tells of services: how long, how often, when, towards what."""
    rest = [heading for heading in fit.rest if not {"student", "id"} <= said_by(heading)]
    told = {word for dataset, names in NO_ROSTER.items() for slot in SLOTS[dataset] if slot.name in names
            for word in slot.words}  # fmt: skip
    return any(
        words_of(heading) in told or _OF_SERVICES & said_by(heading) or says.subject(heading) for heading in rest
    )


def is_of_promises(fit: Fit, samples: list[tuple[str, ...]]) -> bool:
    """Whether a day that is only like one of a session stands beside what a log has no place for and a promise has, by
    its heading or by values that say how often.

    Minutes that are promised may never count as delivered.
    """
    day = next((score for name, score in fit.taken if name == "session_date"), 1.0)
    own = [slot for slot in SLOTS["service_lines"] if slot.name in PROMISED]
    named = any(likeness(heading, slot) >= SURE for heading in fit.rest for slot in own)
    rest = [number for number, (name, _) in enumerate(fit.taken) if name is None]
    return day < SURE and (named or any(says_how_often(samples[number]) for number in rest))


def is_of_staff(fit: Fit) -> bool:
    """Whether nothing but a bare name tells the student, beside a column that only a list of staff has (FTE)."""
    who = [words_of(fit.headings[place]) for name, place in fit.places.items() if name in _OF_A_STUDENT]
    own = [slot for slot in SLOTS["providers"] if slot.name in _OF_STAFF]
    if any("fte" in said_by(one) for one in who):
        return True
    return set(who) <= _ANYBODY and any(likeness(heading, slot) >= SURE for heading in fit.rest for slot in own)


def is_of_colleagues(fit: Fit, table: Table) -> bool:
    """Whether those who sign in to a training are told: a bare name beside a role and no other name of who treated, or
    initials that are those of the provider in each row."""
    places = {place for name, place in fit.places.items() if name in _OF_A_STUDENT}
    bare = bool(places) and {words_of(fit.headings[place]) for place in places} <= _ANYBODY
    treats = fit.places.get("provider_name")
    if treats is None:
        return bare and "provider_role" in fit.places and "provider_id" not in fit.places
    return len(places) == 1 and _are_initials(table, places.pop(), treats)


def _are_initials(table: Table, place: int, of: int) -> bool:
    """Whether a column holds the initials, in either order, of the names in another one, in each of the first rows."""
    rows = zip(*(table.body.column(one).slice(0, _ROWS).to_pylist() for one in (place, of)), strict=True)
    told = [(sorted(initials(text or "")), sorted(word[0] for word in names_of(name))) for text, name in rows]
    return bool(told) and all(len(text) > 1 and text == own for text, own in told)


def is_of_referrals(fit: Fit, fewest: int) -> bool:
    """Whether so many headings are of a referral or request, and none tells how long anything was: nobody was seen yet."""
    told = [heading for heading in fit.headings if _REFERRALS & said_by(heading)]
    return len(told) >= fewest and not fit.places.keys() & {"minutes", "gross_minutes", "start_time", "end_time"}


_REFERRALS = frozenset(("referral", "referred", "refer", "referring", "requested", "request"))
_OF_STAFF = ("fte", "contract_minutes")
_OF_A_STUDENT = ("student_id", "student_name", "student_last_name", "student_first_name", "last_name", "first_name")
_ANYBODY = frozenset(("id", "name", "full name", "last name", "first name", "last", "first", "surname", "given name"))


def is_of_awards(fit: Fit) -> bool:
    """Whether what is taken for the minutes or the day is said to be an award's, or an amount is awarded or owed beside a
    day that is only like one of a session: then what was given is a sum, on no day that is told."""
    told = (fit.headings[fit.places[name]] for name in ("minutes", "session_date") if name in fit.places)
    day = next((score for name, score in fit.taken if name == "session_date"), 1.0)
    amounts = [heading for heading in fit.rest if _AMOUNTS & said_by(heading)] if day < SURE else []
    return any(_OF_AWARDS & said_by(heading) for heading in (*told, *amounts))


_OF_AWARDS = frozenset(("award", "awarded", "owed", "owing", "ordered"))
_AMOUNTS = frozenset(("minute", "hour", "amount", "total", "time"))


def is_of_counts(fit: Fit) -> bool:
    """Whether a row counts something on a day (Date, # of times) and promises nothing: no minutes and no cycle."""
    slot = next(slot for slot in SLOTS["measurements"] if slot.name == "measured_on")
    counts = fit.places.keys() & set(NEEDS["service_lines"][1]) == {"sessions_per_cycle"}
    return counts and any(likeness(heading, slot) >= SURE for heading in fit.rest)


def is_of_given_days(fit: Fit) -> bool:
    """Whether an amount is headed by a day or a week (Week of 10/6 Min): it was given in it, and is promised in none."""
    places = [fit.places[name] for name in NO_ROSTER["service_lines"] if name in fit.places]
    return any(day_groups.is_of_a_day(fit.headings[place]) for place in places)


def is_of_slots(table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether rows are the slots of a timetable: a weekday and from when on, and neither a day nor how often. Nothing is
    promised by it, and nobody was seen (decision 0122)."""
    rest = [at for at, texts in enumerate(samples) if not _all_are(texts, weekdays.all_of)]
    timed = any(_all_are(samples[at], _is_clock) for at in rest)
    told = {word for at in rest for word in said_by(table.headings[at])}
    is_promised = bool(told & _OF_A_PROMISE) or any(says_how_often(samples[at]) for at in rest)
    return len(rest) < len(samples) and timed and not is_promised


_OF_A_PROMISE = frozenset(
    ("frequency", "cycle", "week", "month", "year", "date", "iep", "mandate", "prescribed", "session")
)


def _all_are(texts: tuple[str, ...], judge: Callable[[str], object]) -> bool:
    return bool(texts) and all(map(judge, texts))


def _is_clock(text: str) -> bool:
    return ":" in text and dates.read_time(text).value is not None


def tells_of_students(headings: tuple[str, ...]) -> bool:
    """Whether a heading that is a student's stands over some column: no list of schools or staff has one."""
    return any(words_of(heading) in _STUDENTS for heading in headings)


def tells_of_staff(fit: Fit) -> bool:
    """Whether headings without a place tell a role, who employs somebody, or how much of the week they work: no school
    does."""
    slots = [slot for slot in SLOTS["providers"] if slot.name in ("contract_minutes", "fte", "employer", "role")]
    return any(likeness(one, slot) >= SURE for one in fit.rest for slot in slots)


def is_of_appointments(fit: Fit) -> bool:
    """Whether headings without a place tell dates, and from when to when: rows of a calendar at a place, no schools."""
    told = [said_by(heading) for heading in fit.rest]
    clocks = {word for said in told if "time" in said for word in said & {"start", "end", "begin"}}
    return len(clocks) > 1 and any("date" in said for said in told)


_STUDENTS = frozenset(
    ("student", "student name", "student id", "pupil", "pupil name", "students name", "name of student")
)


def is_of_rows(fit: Fit, table: Table) -> bool:
    """Whether a list has the same student on several rows beside columns that no list of students has, and without
    spells of enrolment: its rows are of something else."""
    place = next((fit.places[name] for name in ("student_id", "student_name") if name in fit.places), None)
    if place is None or {"enrolled_from", "enrolled_to"} & fit.places.keys():
        return False
    free = sum(bool(heading.strip()) for heading in fit.rest)
    told = [text for text in table.body.column(place).slice(0, _ROWS).to_pylist() if text]
    return free >= _FREE and len(set(told)) * 4 <= len(told) * 3


_FREE, _ROWS = 3, 3000


def are_all_the_same(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether rows of the same student tell the same of them each time, their birth and grade with it, beside nothing that
    is an amount: a list of students with a row for each of their services, say."""
    if not {"student_id", "birth_date", "grade"} <= fit.places.keys():
        return False
    columns = {name: table.body.column(place).slice(0, _ROWS).to_pylist() for name, place in fit.places.items()}
    rest = [
        place for place, (name, _) in enumerate(fit.taken) if name is None and "age" not in said_by(fit.headings[place])
    ]
    amounts = any(_is_amount(text) for place in rest for text in samples[place])
    return not amounts and len(set(zip(*columns.values(), strict=True))) == len(set(columns["student_id"]))


def _is_amount(text: str) -> bool:
    return numbers.to_float(text) is not None or (len(text) > 1 and says_how_often((text,)))


def is_of_schools(fit: Fit) -> bool:
    """Whether an id that no heading calls a student's stands, without a name, beside a school and its own id."""
    who = [words_of(fit.headings[place]) for name, place in fit.places.items() if name in _OF_A_STUDENT]
    nameless = fit.places.keys().isdisjoint(_OF_A_STUDENT[1:])
    of_students = any("student" in spelt_out(words).split() for words in who)
    own = {slot.name: slot for slot in SLOTS["schools"] if slot.name in ("school", "school_name")}
    told = [{one for one in fit.headings if likeness(one, slot) >= SURE} for slot in own.values()]
    return nameless and not of_students and all(told) and len(set().union(*told)) > 1


def is_of_sessions(fit: Fit) -> bool:
    """Whether a heading that a list of scores has no place for says how long a session was."""
    slot = next(slot for slot in SLOTS["sessions"] if slot.name == "minutes")
    return any("minute" in said_by(heading) and likeness(heading, slot) >= SURE for heading in fit.rest)


def is_of_states(fit: Fit) -> bool:
    """Whether nothing but the state of goals (active, in progress) would be their progress, of no day and no period, beside
    what they begin with or are to reach: a list of goals."""
    place = fit.places.get("progress_code")
    if place is None or {"value", "measured_on", "period"} & fit.places.keys():
        return False
    return said_by(fit.headings[place]) <= _STATES and any(
        likeness(one, slot) >= SURE for one in fit.rest for slot in _of_goals()[1]
    )


_STATES = frozenset(("status", "state", "goal", "current", "objective", "iep"))


def is_of_school_days(headings: tuple[str, ...], cells: tuple[str, ...]) -> bool:
    """Whether a sheet with a column a day names no student, and what stands under its days are kinds of day."""
    nobody = not any(words_of(heading) in looks.of_students() for heading in headings)
    known = [text for text in cells if terms.day_type(text)]
    return nobody and len(known) >= _KINDS and len(known) * 2 >= len(cells)


_KINDS = 2


def is_of_nobody(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether nothing tells the student but an id that is the same on each of several rows (District ID), beside a column
    of kinds of day: rows of a calendar."""
    place = fit.places.get("student_id")
    if place is None or not fit.places.keys().isdisjoint(_OF_A_STUDENT[1:]) or "student_name" in fit.places:
        return False
    if len(samples[place]) > 1 or len(table.body) < _FREE or "student" in said_by(fit.headings[place]):
        return False
    others = [texts for number, texts in enumerate(samples) if number != place]
    return any(sum(terms.day_type(text) is not None for text in texts) * 2 > len(texts) >= _KINDS for texts in others)


def is_of_scores(fit: Fit, samples: list[tuple[str, ...]], cells: int | None) -> bool:
    """Whether rows are goals with what they begin with or are to reach, and their scores: never sessions.

    ``cells``: the place of what stood under the days of a sheet with a column a day; beside a goal it holds scores where
    fewer than half of its texts can be outcomes. Else a column of minutes makes a log of it.
    """
    goal, measure = (any(likeness(one, slot) >= SURE for one in fit.rest for slot in slots) for slots in _of_goals())
    if cells is None:
        minutes = next((score for name, score in fit.taken if name == "minutes"), 0.0)
        return goal and measure and minutes < SURE
    told = samples[cells]
    outcomes = [text for text in told if statuses.read(text).known or numbers.to_float(text) is not None]
    return measure or (goal and len(outcomes) * 2 < len(told))


@cache
def _of_goals() -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """The places that name a goal, and those of its measures."""
    slots = {slot.name: slot for slot in (*SLOTS["goals"], *SLOTS["measurements"])}
    return (slots["goal_id"], slots["goal_text"]), (slots["baseline"], slots["target"])


def tells_sessions(fit: Fit) -> bool:
    """Whether headings without a place tell the day of a session and how long it was: no list of people or schools."""
    slots = {slot.name: slot for slot in SLOTS["sessions"] if slot.name in (*_DAYS, *_TIMES)}
    return all(
        any(likeness(one, slots[name]) >= SURE for one in fit.rest for name in names) for names in (_DAYS, _TIMES)
    )


def is_anybodys(fit: Fit) -> bool:
    """Whether the only heading with a place says no more than name, beside several that have none."""
    taken = [words_of(fit.headings[place]) for place in fit.places.values()]
    return taken in (["name"], ["full name"]) and sum(bool(heading.strip()) for heading in fit.rest) > 1


_DAYS, _TIMES = ("session_date",), ("minutes", "start_time", "end_time")


def says_how_often(texts: tuple[str, ...]) -> bool:
    return bool(texts) and all(not text.isdigit() and frequencies.read(text).cycle is not None for text in texts)


def are_cycles(texts: tuple[str, ...]) -> bool:
    """Whether all texts say how often and nothing else (Every other week); a number of weeks doesn't."""
    return says_how_often(texts) and all(frequencies.read(text).bare is None for text in texts)


def are_decisions(headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> bool:
    """Whether a table is a worklist of make-ups that was filled in: months, what was decided in nearly all filled cells of
    a column, and a heading that tells what is owed or who decided. Its minutes are neither promised nor given."""
    told = [said_by(heading) for heading in headings]
    if not any(one & _OWED or {"makeup", "to"} <= one for one in told):
        return False
    months = any(texts and all(map(dates.month_in, texts)) for texts in samples)
    decided = any(texts and sum(map(_is_decision, texts)) >= SURE * len(texts) for texts in samples)
    return months and decided


_OWED = frozenset({"owed", "owe", "decision", "decided", "determination"})


def _is_decision(text: str) -> bool:
    return codes.find(text, "decision") is not None


def is_another(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether a table only looks like one of the dataset on which it was tried."""
    if fit.dataset in _LIKE_DECISIONS and are_decisions(table.headings, samples):
        return True
    judge = _ANOTHER.get(fit.dataset)
    return judge is not None and judge(fit, table, samples)


_LIKE_DECISIONS = ("sessions", "service_lines", "students", "goals", "measurements")


def _no_students(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether rows tell more than who the students are, or of others; a start that is a day is no session's clock, and a
    half of the day in which a child comes to class is no session."""
    headings = tuple(
        "" if texts and ((_is_start(heading) and all(map(dates.looks_like, texts))) or _are_halves(texts)) else heading
        for heading, texts in zip(fit.headings, samples, strict=True)
    )
    totals = months.of_minutes(table) or months.of_weeks(table)
    tells_more = bool(totals) or (is_of_rows(fit, table) and not are_all_the_same(fit, table, samples))
    of_others = is_of_staff(fit) or is_of_schools(fit) or is_of_referrals(fit, 3) or _are_no_students(fit, samples)
    return not is_roster(replace(fit, headings=headings)) or tells_more or of_others


def _is_start(heading: str) -> bool:
    return "start" in said_by(heading)


_HALVES = frozenset(("am", "pm", "a m", "p m", "morning", "afternoon", "full day", "all day", "extended day", "full"))


def _are_halves(texts: tuple[str, ...]) -> bool:
    return all(plain(text) in _HALVES for text in texts)


def _are_no_students(fit: Fit, samples: list[tuple[str, ...]]) -> bool:
    """Whether a column of roles has none of students: Employee, for everybody."""
    place = fit.places.get("user_role")
    return place is not None and bool(samples[place]) and not any(text.lower() in STUDENTS for text in samples[place])


def _no_schools(fit: Fit, table: Table, _samples: list[tuple[str, ...]]) -> bool:
    only_named = fit.places.keys() <= {"school_name"}
    return (
        tells_of_students(table.headings)
        or tells_of_staff(fit)
        or is_of_appointments(fit)
        or sum(looks.is_weekday(heading) for heading in table.headings) >= _WEEK
        or tells_sessions(fit)
        or (only_named and is_anybodys(fit))
    )


def _no_providers(fit: Fit, table: Table, _samples: list[tuple[str, ...]]) -> bool:
    of_services = tells_of_services(fit) and not _tells_work(fit)
    return len(fit.places) < _FEWEST or of_services or tells_of_students(fit.rest) or tells_sessions(fit)


def _tells_work(fit: Fit) -> bool:
    """Whether what only a list of staff has (FTE, contract minutes) is plainly told: minutes beside it are loads."""
    return any(name in _OF_STAFF and score >= SURE for name, score in fit.taken)


_FEWEST = 2
_WEEK = 4
"""Columns of weekdays from which a sheet is of a week, and no list."""


def _no_sessions(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> bool:
    promises = is_of_awards(fit) or (table.melted is None and is_of_promises(fit, samples))
    nobody = is_of_nobody(fit, table, samples)
    others = is_of_staff(fit) or is_of_colleagues(fit, table) or is_of_referrals(fit, 2)
    return nobody or others or promises or is_of_scores(fit, samples, _cells(table))


def _no_calendar(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> bool:
    cells = _cells(table)
    return is_of_first_days(fit) or (cells is not None and not is_of_school_days(table.headings, samples[cells]))


def _no_periods(fit: Fit, _table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether what are taken for the periods' names are kinds of days: breaks, holidays, early releases."""
    named = samples[fit.places["period"]] if "period" in fit.places else ()
    kinds = sum(terms.day_type(text) is not None for text in named)
    return kinds >= _KINDS and not any(map(terms.is_period, named))


_KINDS = 2


def is_of_first_days(fit: Fit) -> bool:
    """Whether what is taken for the day is the first of several, up to a last one that has no place."""
    ends = looks.written_for(fit.rest, "grading_periods", "end_date")
    return bool(ends) and bool(looks.written_for([fit.headings[fit.places["day"]]], "grading_periods", "start_date"))


def _cells(table: Table) -> int | None:
    """The column of the cells of a sheet that had a column a day."""
    return table.headings.index(table.melted[1]) if table.melted else None


_ANOTHER: dict[str, Callable[[Fit, Table, list[tuple[str, ...]]], bool]] = {
    "students": _no_students,
    "schools": _no_schools,
    "providers": _no_providers,
    "supervision": lambda fit, table, _: tells_sessions(fit),
    "service_lines": lambda fit, table, samples: (
        is_of_staff(fit)
        or is_of_counts(fit)
        or is_of_given_days(fit)
        or (table.melted is None and is_of_slots(table, samples))
    ),
    "sessions": _no_sessions,
    "calendar_days": _no_calendar,
    "grading_periods": _no_periods,
    "measurements": lambda fit, table, _: table.melted is None and (is_of_sessions(fit) or is_of_states(fit)),
}
