"""Logs: one row a session."""

from datetime import date, datetime, time, timedelta
from typing import Any

from tests.shapes.composed import forms, people, who
from tests.shapes.composed.chooser import Chooser
from tests.shapes.composed.draft import Draft

Outcome = tuple[str, str | None]
"""Status and reason."""
GIVEN: Outcome = ("delivered", None)
_MISSED: dict[str, Outcome] = {
    "student": ("missed", "student_absent"), "provider": ("missed", "provider_absent"), "closed": ("missed", "holiday"),
    "refused": ("missed", "student_refused"), "event": ("missed", "school_event"), "testing": ("missed", "state_testing"),
    "snow": ("missed", "emergency_closure"),
}  # fmt: skip
_WORDS: dict[str, dict[str, str]] = {
    "delivered": {"given": "Delivered", "student": "Student Absent", "provider": "Provider Absent", "closed": "School Holiday",
                  "refused": "Student Refused", "made up": "Make-up"},
    "provided": {"given": "Service Provided", "student": "Student Not Available", "provider": "Provider Not Available",
                 "closed": "School Closed"},
    "present": {"given": "Present", "student": "Absent", "provider": "Therapist Absent", "closed": "No School",
                "event": "Field Trip"},
    "not delivered": {"given": "Delivered", "student": "Not Delivered - Student Absent",
                      "provider": "Not Delivered - Provider Absent", "closed": "Not Delivered - School Holiday"},
    "attended": {"given": "Attended", "student": "Did Not Attend", "provider": "Cancelled by Therapist"},
    "numbered": {"given": "01 - Service Provided", "student": "02 - Student Absent", "provider": "03 - Provider Absent",
                 "closed": "04 - School Closed"},
    "seen": {"given": "Seen", "student": "Student absent", "provider": "Therapist out", "testing": "State testing",
             "snow": "Snow day", "event": "Assembly"},
    "completed": {"given": "Completed", "student": "No Show", "provider": "Canceled - Provider", "refused": "Student refused"},
    "capitals": {"given": "SERVICE PROVIDED", "student": "STUDENT ABSENT", "provider": "PROVIDER ABSENT",
                 "closed": "SCHOOL CLOSED", "made up": "MAKE-UP"},
    "coded": {"given": "D - Direct", "student": "SA - Student Absent", "provider": "PA - Provider Absent"},
    "excused": {"given": "Present", "student": "Excused Absence", "refused": "Refused Service", "provider": "Provider Absence"},
    "kept": {"given": "Kept", "student": "Student was absent", "provider": "Therapist on leave", "closed": "Holiday"},
    "session": {"given": "Session held", "student": "Not held - student absent", "provider": "Not held - therapist absent"},
    "sentences": {"given": "Yes, as scheduled", "student": "No, student was absent", "provider": "No, I was out"},
    "rendered": {"given": "Services Rendered", "student": "Student Unavailable", "provider": "Staff Unavailable",
                 "event": "School Activity"},
}  # fmt: skip
"""Vocabulary of outcomes -> what it says of each."""
_REASONS: dict[str, dict[str, str]] = {
    "plain": {
        "student": "Student absent",
        "provider": "Provider absent",
        "closed": "School holiday",
        "event": "Field trip",
    },
    "ill": {"student": "Student ill", "provider": "Therapist sick", "snow": "Snow day", "testing": "State testing"},
    "capitals": {"student": "STUDENT ABSENT", "provider": "PROVIDER ABSENT", "event": "ASSEMBLY"},
    "short": {"student": "Absent", "provider": "Therapist out", "closed": "No school"},
}
_TWO = {"plain": ("Delivered", "Missed"), "provided": ("Provided", "Not Provided"), "held": ("Held", "Cancelled"),
        "complete": ("Completed", "Not Completed")}  # fmt: skip
_TICKS = {"Y and N": ("Y", "N"), "Yes and No": ("Yes", "No"), "TRUE and FALSE": ("TRUE", "FALSE"), "X": ("X", ""),
          "1 and 0": ("1", "0")}  # fmt: skip
_FIRST = date(2025, 9, 2)


def compose(chooser: Chooser, outcome: str | None = None, length: str | None = None) -> Draft:
    """A log: who, when, how long, what became of it, and now and then by whom, where and in which group.

    ``outcome``, ``length``: the way in which these are told, where not by chance.
    """
    above = who.lifted(chooser)
    count = chooser.random.randint(7, 12)
    kids = people.students(chooser, 1 if above == "student" else chooser.random.randint(3, 5))
    staff = people.providers(chooser, 1 if above == "provider" else 2)
    codes = chooser.random.sample(list(people.SERVICES), 1 if above == "service" else 2)
    draft = Draft(
        "sessions", truth=who.rows(count), title=chooser.one(("Service Log", "Therapy Log", "Session Report"))
    )
    days = _days(chooser, count)
    picked = [chooser.one(kids) for _ in range(count)]
    if above == "student":
        who.head(draft, chooser, kids[0])
    else:
        who.students(draft, chooser, picked)
    who.service(draft, chooser, [chooser.one(codes) for _ in range(count)], above == "service")
    form = chooser.of("form of dates", forms.DATES)
    draft.add(chooser, "sessions.session_date", [form(day) for day in days], "session_date")
    draft.tell("session_date", [day.isoformat() for day in days])
    _outcomes(draft, chooser, days, outcome, length)
    who.provider(draft, chooser, [chooser.one(staff) for _ in range(count)], above == "provider")
    who.school(draft, chooser, [chooser.one(people.SCHOOLS)] * count, above == "school")
    _extras(draft, chooser, days)
    return draft


def _days(chooser: Chooser, count: int) -> list[date]:
    """Different school days from September to December, in order."""
    every = [_FIRST + timedelta(days=number) for number in range(105)]
    return sorted(chooser.random.sample([day for day in every if day.isoweekday() < 6], count))


def _outcomes(draft: Draft, chooser: Chooser, days: list[date], way: str | None, length: str | None) -> None:
    """What became of each session, then how long it was, since a missed one may have no minutes."""
    way = way or chooser.weighed(
        "outcome", {"none": 22, "status": 40, "two and why": 14, "given and why": 8, "given": 8, "absent": 8}
    )
    kinds = ["given" if chooser.odds(0.65) else "missed" for _ in days]
    kinds = ["given"] * len(days) if way == "none" else [*("given", "missed"), *kinds[2:]]
    columns: list[tuple[str, list[Any], str]] = []
    if way == "status":
        words = chooser.of("words of outcomes", _WORDS)
        kinds = [
            "given" if kind == "given" else chooser.one([one for one in words if one != "given"]) for kind in kinds
        ]
        columns.append(("sessions.status", [words[kind] for kind in kinds], "status"))
    elif "why" in way:
        reasons = chooser.of("words of reasons", _REASONS)
        kinds = ["given" if kind == "given" else chooser.one(reasons) for kind in kinds]
        columns.append(("sessions.reason", [reasons.get(kind, "") for kind in kinds], "reason"))
    if way == "two and why":
        yes, no = chooser.of("words of two outcomes", _TWO)
        columns.append(("sessions.status", [yes if kind == "given" else no for kind in kinds], "status"))
    elif way in ("given", "given and why"):
        columns.append(("sessions.flag_delivered", _ticked(chooser, kinds, "given"), "status"))
    elif way == "absent":
        kinds = ["given" if kind == "given" else "student" for kind in kinds]
        columns.append(("sessions.flag_absent", _ticked(chooser, kinds, "student"), "status"))
    outcomes = [_outcome(kind) for kind in kinds]
    _lengths(draft, chooser, days, [status != "missed" for status, _ in outcomes], length)
    for topic, cells, name in columns:
        draft.add(chooser, topic, cells, name)
    draft.tell("status", [status for status, _ in outcomes])
    draft.tell("reason", [reason for _, reason in outcomes])


def _outcome(kind: str) -> Outcome:
    return {"given": GIVEN, "made up": ("make_up", None), "missed": ("missed", None)}.get(kind) or _MISSED[kind]


def _ticked(chooser: Chooser, kinds: list[str], ticked: str) -> list[str]:
    yes, no = chooser.of("form of ticks", _TICKS)
    return [yes if kind == ticked else no for kind in kinds]


def _lengths(draft: Draft, chooser: Chooser, days: list[date], given: list[bool], way: str | None) -> None:
    """Minutes, times, or both; those of missed sessions blank, nought, or as planned."""
    way = way or chooser.weighed("length", {"minutes": 40, "span": 12, "span and minutes": 22, "range": 7, "three": 7, "hours": 6,
                                     "units": 6})  # fmt: skip
    planned = [chooser.one((15, 30, 30, 45, 60)) for _ in days]
    if "span" in way or way == "range":
        _times(draft, chooser, planned, way)
    if way in ("span", "range"):
        draft.tell(
            "minutes", [minutes if was_given else None for minutes, was_given in zip(planned, given, strict=True)]
        )
        return
    if way == "three":
        _three(draft, chooser, planned, given)
        return
    policy = chooser.weighed("minutes of missed", {"blank": 35, "nought": 30, "planned": 35})
    topic, written = {
        "hours": ("sessions.minutes.hours", forms.HOURS),
        "units": ("sessions.minutes.units", forms.UNITS),
    }.get(way, ("sessions.minutes", forms.LENGTHS))
    form = chooser.of(f"form of {topic}", written)
    lost = {"blank": None, "nought": 0}
    told = [
        minutes if was_given or policy == "planned" else lost[policy]
        for minutes, was_given in zip(planned, given, strict=True)
    ]
    draft.add(chooser, topic, ["" if minutes is None else form(minutes) for minutes in told], "minutes")
    draft.tell("minutes", told)


def _times(draft: Draft, chooser: Chooser, planned: list[int], way: str) -> None:
    starts = [datetime(2025, 9, 2, chooser.random.randint(8, 13), chooser.one((0, 15, 30, 45))) for _ in planned]
    ends = [start + timedelta(minutes=minutes) for start, minutes in zip(starts, planned, strict=True)]
    clocks = {name: form for name, form in forms.CLOCKS.items() if way != "range" or name not in ("a cell", "0900")}
    form = chooser.of("form of times", clocks)
    told = [(form(start.time()), form(end.time())) for start, end in zip(starts, ends, strict=True)]
    if way == "range":
        joined = chooser.of("form of spans", forms.RANGES)
        draft.add(chooser, "sessions.times", [joined(*pair) for pair in told], "start_time", "end_time", "minutes")
    else:
        draft.add(chooser, "sessions.start_time", [start for start, _ in told], "start_time")
        draft.add(chooser, "sessions.end_time", [end for _, end in told], "end_time")
    draft.tell("start_time", [_clock(start.time()) for start in starts])
    draft.tell("end_time", [_clock(end.time()) for end in ends])


def _clock(at: time) -> str:
    return f"{at:%H:%M}"


def _three(draft: Draft, chooser: Chooser, planned: list[int], given: list[bool]) -> None:
    """Duration, time away and what is left: the last one counts."""
    away = [chooser.one((0, 0, 5, 10)) if was_given else 0 for was_given in given]
    net = [minutes - lost if was_given else 0 for minutes, lost, was_given in zip(planned, away, given, strict=True)]
    draft.add(chooser, "sessions.gross", [minutes if was else 0 for minutes, was in zip(planned, given, strict=True)])
    draft.add(chooser, "sessions.away", away)
    column = draft.add(chooser, "sessions.gross", net, "minutes")
    column.heading = chooser.one(("Total Time Mins", "Net Minutes", "Total Minutes", "Actual Minutes"))
    draft.tell("minutes", net)


def _extras(draft: Draft, chooser: Chooser, days: list[date]) -> None:
    who.coded(draft, chooser, "setting", 0.25)
    who.coded(draft, chooser, "kind", 0.1)
    sizes = chooser.odds(0.2)
    who.coded(draft, chooser, "grouping", 0.0 if sizes else 0.25)
    if sizes:
        told = [chooser.random.randint(1, 4) for _ in days]
        draft.add(chooser, "service.group_size", told, "group_size")
        draft.tell("group_size", told)
        draft.tell("grouping", ["individual" if size == 1 else "group" for size in told])
    if chooser.odds(0.2):
        numbers = [f"L-{20411 + 3 * number}" for number in range(len(days))]
        draft.add(chooser, "sessions.session_id", numbers, "session_id")
        draft.tell("session_id", numbers)
    if chooser.odds(0.2):
        entered = [day + timedelta(days=chooser.random.randint(0, 6)) for day in days]
        form = chooser.of("form of dates", forms.DATES)
        draft.add(chooser, "sessions.logged_on", [form(day) for day in entered], "logged_on")
        draft.tell("logged_on", [day.isoformat() for day in entered])
