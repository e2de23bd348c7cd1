"""To which line a session goes, and what it says (rules 1 and 4)."""

from collections import defaultdict
from datetime import date
from fractions import Fraction
from statistics import median

from tests.reference.facts import Line, Session
from tests.reference.mandates import in_window, start_of
from tests.reference.reading import Reading
from tests.reference.school_days import monday

GIVEN = ("delivered", "partial", "make_up")


def named_line(reading: Reading, session: Session) -> Line | None:
    """The line that the session names, where it is on file (decision 0053) and its row gave no other (decision 0495)."""
    if not session.line_id or (session.student_id, f"{session.line_id} (2)") in reading.lines_by_key:
        return None
    return reading.lines_by_key.get((session.student_id, session.line_id))


def agreed_kind(reading: Reading, student_id: str, service: str) -> str:
    """Rules 1: the kind of the student's lines of that service if they all agree, else direct."""
    kinds = {line.kind for line in reading.lines_of.get(student_id, []) if line.service == service}
    return kinds.pop() if len(kinds) == 1 else "direct"


def kind_of(reading: Reading, session: Session) -> str:
    """Rules 1: the session's kind; blank: its named line's (decision 0053), else as the student's lines agree."""
    line = named_line(reading, session)
    if session.kind:
        return session.kind
    return line.kind if line else agreed_kind(reading, session.student_id, session.service)


def counts_on(session: Session) -> date:
    """Rules 4 and 5: a session counts on its day, one that names the date it makes up on that date."""
    return session.makes_up_date if session.makes_up_date and session.status in GIVEN else session.session_date


def line_of(reading: Reading, session: Session) -> Line | None:
    """Rules 4: the line that the session goes to, None where none was in force for it."""
    return reading.remember(("line of", session), lambda: find_line(reading, session))  # type: ignore[no-any-return]


def find_line(reading: Reading, session: Session) -> Line | None:
    """Rules 4: the named line; else the line in force, by setting, grouping, earliest start and lowest id."""
    day, kind, named = counts_on(session), kind_of(reading, session), named_line(reading, session)
    if named is not None:
        return named if named.kind == kind and in_window(reading, named, day) else None
    candidates = [
        line
        for line in reading.lines_of.get(session.student_id, [])
        if (line.service, line.kind) == (session.service, kind) and in_window(reading, line, day)
    ]
    return min(candidates, key=lambda line: preference(reading, session, line), default=None)


def preference(reading: Reading, session: Session, line: Line) -> tuple[bool, bool, date, str]:
    """Rules 4: the same setting first, then the same grouping, the earliest start, the lowest id.

    None stated on either side is the same (decision 0053).
    """
    return session.setting != line.setting, session.grouping != line.grouping, start_of(reading, line), line.line_id


def sessions_of(reading: Reading, line: Line) -> list[Session]:
    """The line's sessions up to the as-of date, compensatory ones left out (rules 4), whatever the range."""
    return reading.remember("sessions by line", lambda: sort_sessions(reading)).get(line, [])  # type: ignore[no-any-return]


def sort_sessions(reading: Reading) -> dict[Line | None, list[Session]]:
    """Sessions up to the as-of date by their line."""
    found: dict[Line | None, list[Session]] = defaultdict(list)
    for session in reading.facts.sessions:
        if session.session_date <= reading.as_of and session.award_id is None:
            found[line_of(reading, session)].append(session)
    return found


def minutes_given(session: Session) -> Fraction:
    """D of one session (rules 4): missed and attempt rows carry none."""
    return Fraction(session.minutes or 0) if session.status in GIVEN else Fraction(0)


def session_minutes(reading: Reading, line: Line) -> Fraction:
    """Rules 1, minutes per session: stated, else A / sessions, else the median delivered, else 30; at most A."""
    return reading.remember(("session minutes", line), lambda: find_session_minutes(reading, line))  # type: ignore[no-any-return]


def find_session_minutes(reading: Reading, line: Line) -> Fraction:
    """See session_minutes."""
    given = [Fraction(s.minutes) for s in sessions_of(reading, line) if s.status == "delivered" and s.minutes]
    if line.minutes_per_session:
        minutes = Fraction(line.minutes_per_session)
    elif line.sessions_per_cycle and line.amount_minutes:
        minutes = Fraction(line.amount_minutes) / Fraction(line.sessions_per_cycle)
    else:
        minutes = median(given) if given else reading.choices_now.default_session_minutes
    return min(minutes, Fraction(line.amount_minutes)) if line.amount_minutes else minutes


def minutes_missed(reading: Reading, line: Line, session: Session) -> Fraction:
    """Rules 5, missed minutes: the row's, else the line's minutes per session; of a partial its undelivered rest."""
    if session.status == "missed":
        return Fraction(session.minutes) if session.minutes else session_minutes(reading, line)
    if session.status == "partial":
        return max(Fraction(0), session_minutes(reading, line) - minutes_given(session))
    return Fraction(0)


def reason_of(session: Session) -> str:
    """Rules 5 and 6: the row's reason, else unknown."""
    return session.reason or "unknown"


def provider_of(reading: Reading, line: Line) -> str | None:
    """Rules 5 and 12: the line's provider; else who logged most of it in the last six instructional weeks; else none.

    Most is most minutes given, then most rows, then the lowest id (decision 0055).
    """
    return line.provider_id or reading.remember(("provider", line), lambda: infer_provider(reading, line))  # type: ignore[no-any-return]


def infer_provider(reading: Reading, line: Line) -> str | None:
    """See provider_of."""
    weeks = {monday(day) for day in reading.calendar_of(line).days if day <= reading.as_of}
    recent = set(sorted(weeks)[-6:])
    logged: dict[str, list[Fraction]] = defaultdict(list)
    for session in sessions_of(reading, line):
        if session.provider_id and monday(session.session_date) in recent:
            logged[session.provider_id].append(minutes_given(session))
    return min(logged, key=lambda provider: (-sum(logged[provider]), -len(logged[provider]), provider), default=None)


def outside_any_mandate(reading: Reading) -> list[Session]:
    """Rules 4: sessions with minutes that no line was in force for, in the range.

    Sessions before the student's first line for that service are listed apart (before_first_mandate).
    Rules 2a: without any line on file nothing is outside a mandate.
    """
    if not reading.facts.lines:
        return []
    return [session for session in unplaced(reading) if not before_first_mandate(reading, session)]


def unplaced(reading: Reading) -> list[Session]:
    """Sessions with minutes that go to no line, in the range."""
    return [
        session
        for session in reading.remember("sessions by line", lambda: sort_sessions(reading)).get(None, [])
        if session.status in GIVEN and reading.in_range(counts_on(session))
    ]


def before_first_mandate(reading: Reading, session: Session) -> bool:
    """Rules 4: whether it is before the student's first line on file for that service."""
    starts = [
        start_of(reading, line)
        for line in reading.lines_of.get(session.student_id, [])
        if line.service == session.service
    ]
    return bool(starts) and counts_on(session) < min(starts)
