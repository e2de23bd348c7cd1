"""Logs that tell in a missed session's row when it was made up: a record of its own, or the day that a make-up is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow.compute as pc

from data.contracts import meanings, synonyms
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.steps.sessions.madeup import told_again
from data.ingest.tables.steps.sessions.refers import day_of_sessions
from data.ingest.values import dates, durations, families, flags, nothing, numbers, statuses, words

Texts = list[str | None]
_NOTE = "A missed session and its make-up in one row are two records."


@dataclass(frozen=True)
class _Places:
    """The columns of a log: its day, what became of each session, the day and length of a make-up, and of some what became
    of it."""

    day: int
    status: int
    made: int
    length: int
    outcome: int | None


def apart(table: Table) -> Table:
    """The log with a record for each make-up whose day and minutes stand in the row of the session that was missed, or
    given in part; one that has a row of its own is told there alone, one without minutes waits for them. As it is where no
    such row has minutes, or where days and minutes are only planned or owed. Where a session of that day doesn't say
    whether it is the make-up, it is asked of this one."""
    places = _places(table)
    if places is None or _are_planned(table, places):
        return table
    days, lengths, status = (_column(table, at) for at in (places.made, places.length, places.status))
    became = _outcomes(table, places)
    rows = [row for row, day in enumerate(days) if day and dates.looks_like(day) and _is_missed(status[row])]
    rows = [row for row in rows if became[row] is not None]
    if not any(_is_some(lengths[row]) for row in rows):
        return table
    new = _without_row(table, places, rows)
    return _two(table, places, new)


def _places(table: Table) -> _Places | None:
    told = [words.said_by(heading) for heading in table.headings]
    made = [at for at, one in enumerate(told) if "makeup" in one and _holds_days(table, at)]
    lengths = [at for at, one in enumerate(told) if "makeup" in one and one & families.TIMES and at not in made]
    lengths = [at for at in lengths if table.all_are(at, numbers.is_number)]
    states = looks.written_for(table.headings, "sessions", "status") or _of_reasons(table, told)
    days = [at for at in _own(table, "session_date") if _holds_days(table, at)] or [
        at for at, one in enumerate(told) if one <= _PLANNED and one & families.DAYS and _holds_days(table, at)
    ]
    one_each = all(len(found) == 1 for found in (days, states, made, lengths))
    own = [at for at, one in enumerate(told) if at not in (*made, *lengths, *states) and _is_of_outcomes(one)]
    return _Places(days[0], states[0], made[0], lengths[0], own[0] if len(own) == 1 else None) if one_each else None


def _of_reasons(table: Table, told: Sequence[frozenset[str]]) -> list[int]:
    """The columns that say why a session wasn't given, or only in part, of a log without any of outcomes."""
    named = looks.written_for(table.headings, "sessions", "reason")
    named = named or [at for at, one in enumerate(told) if one & {"why", "reason"} and "makeup" not in one]
    return [at for at in named if all(map(_is_missed, table.texts(at)))]


def _is_of_outcomes(said: frozenset[str]) -> bool:
    """Whether a heading asks what became of a make-up: Make-Up Status, Make-up completed, Made up?"""
    return "makeup" in said and said - {"makeup"} <= families.STATES | meanings.words("given") | {"completed", "done"}


def _are_planned(table: Table, places: _Places) -> bool:
    """Whether headings say that the minutes of make-ups are those owed, or that their days are planned and nothing was
    given."""
    day, length = (words.said_by(table.headings[at]) for at in (places.made, places.length))
    given = (day | length) & meanings.words("given")
    return bool(length & _STILL) or (bool(day & _STILL) and not given)


_STILL = meanings.words("planned") | {
    "planned",
    "owed",
    "due",
    "needed",
    "required",
    "to",
    "proposed",
    "remaining",
    "balance",
}


def _outcomes(table: Table, places: _Places) -> Texts:
    """What became of each row's make-up, where one is told."""
    told = [None] * len(table.body) if places.outcome is None else _column(table, places.outcome)
    return [_outcome(text or "") for text in told]


def _outcome(text: str) -> str | None:
    """What the record of a make-up says: given where nothing says otherwise, tried where its own word tells an absence, and
    that word where it isn't known; None where it is no."""
    answer = flags.read(text).value
    if nothing.is_nothing(text) or answer is not None:
        return None if answer is False else _MAKE_UP_GIVEN
    said = statuses.read(text)
    if said.status == "missed":
        return f"attempt:{said.reason}" if said.reason else "attempt"
    return _MAKE_UP_GIVEN if said.status in ("delivered", "make_up") else f"Make-up: {text}"


_MAKE_UP_GIVEN = "Make-up"


def _own(table: Table, name: str) -> list[int]:
    """The columns written for a place of sessions that aren't of their make-ups."""
    found = looks.meant_for(table.headings, "sessions", name)
    return [at for at in found if "makeup" not in words.said_by(table.headings[at])]


_PLANNED = families.DAYS | {"scheduled", "session", "service", "original"}


def _two(table: Table, places: _Places, found: dict[int, bool]) -> Table:
    """The records of the log, and behind them those of the make-ups in some of its rows, of which some may be sessions of the
    log themselves."""
    mine = [at for at in (places.made, places.length, places.outcome) if at is not None]
    own, new = [row for row, again in enumerate(told_again(table, mine)) if not again], list(found)
    days, made, lengths = (_column(table, at) for at in (places.day, places.made, places.length))
    minutes, kept = _minutes(table), _kept(table)
    became = [MAYBE if found.get(row) else one for row, one in enumerate(_outcomes(table, places))]
    both = table.rows([*own, *new])
    for at in range(len(table.headings)):
        cells = _column(table, at)
        if at == places.status:
            both = both.filled(at, [*(cells[row] for row in own), *(became[row] for row in new)])
        elif at not in kept:
            both = both.filled(at, [*(cells[row] for row in own), *[None] * len(new)])
    both = both.filled(places.day, [*(days[row] for row in own), *(made[row] for row in new)]).called(
        places.day, "Session Date"
    )
    states = _column(table, places.status)
    others = [None if _is_missed(states[row]) else made[row] for row in own]
    both = both.also("Makes Up Date", [*others, *(days[row] for row in new)])
    lasted = _lengths(table) if minutes is None else _column(table, minutes)
    all_minutes = [*(lasted[row] for row in own), *(lengths[row] for row in new)]
    both = both.also("Minutes", all_minutes) if minutes is None else both.filled(minutes, all_minutes)
    return both.without(*mine).noted(_NOTE)


def _minutes(table: Table) -> int | None:
    """The column of each session's length, of those that tell one; None where there is none."""
    told = [words.said_by(heading) for heading in table.headings]
    given = [at for at, one in enumerate(told) if one & families.TIMES and one & meanings.words("given")]
    given = [at for at in given if "makeup" not in told[at]]
    if len(given) == 1:
        return given[0]
    for name in ("minutes", "gross_minutes"):
        if found := _own(table, name):
            return found[0]
    return None


def _lengths(table: Table) -> Texts:
    """How long each session was by its own times; None where they don't say."""
    ends = [looks.written_for(table.headings, "sessions", name) for name in ("start_time", "end_time")]
    if not all(ends):
        return [None] * table.body.num_rows
    pairs = zip(*(_column(table, at[0]) for at in ends), strict=True)
    lasted = [durations.between(*(dates.of_school_hours(text).value for text in pair)).value for pair in pairs]
    return [f"{one:g}" if one else None for one in lasted]


def _kept(table: Table) -> list[int]:
    """The columns that hold of a make-up as of the session that it makes up: whose it is, of what, where and by whom."""
    listed = [*synonyms.headings("student").values(), *synonyms.headings("provider").values()]
    listed += [synonyms.headings("shared")[name] for name in ("service", "school")]
    taken = {word for one in listed for word in one}
    return [at for at, heading in enumerate(table.headings) if words.heading(heading) in taken]


MAYBE = "Make-up that may be the session told of that day"


def _without_row(table: Table, places: _Places, rows: Sequence[int]) -> dict[int, bool]:
    """The rows whose make-up has no row of its own (none on its day, of the same student and service, that says it is one),
    and whether another one is there that may be it."""
    rows_of = of_whom(table)
    days, made = (days_of(table, at) for at in (places.day, places.made))
    told = dict[tuple[date | None, str], set[str | None]]()
    for day, own, text in zip(days, rows_of, _column(table, places.status), strict=True):
        told.setdefault((day, own), set()).add(statuses.read(text or "").status)
    found = [told.get((made[row], rows_of[row]), set()) for row in rows]
    none_told = {row: one for row, one in zip(rows, found, strict=True) if "make_up" not in one}
    return {row: bool(one - {"missed", "attempt"}) for row, one in none_told.items()}


_OF_MISSED = families.MISSED | {"original"}
_LATER = families.WHEN | {"on"}
_MAKE_UP = r"\b(?:make|made)[- ]?up\b|\bmakeup\b|^mu\b"


def from_missed(table: Table) -> Table:
    """The table with the missed day beside each make-up, where missed sessions name the day on which they were made up
    (Make-Up Date, later than their own): that session of the same student and service, which says itself that it is one, makes
    it up. As it is where the minutes of make-ups stand beside them."""
    places = _day_and_made(table)
    if places is None:
        return table
    days, made = (days_of(table, at) for at in places)
    if any(later and (own is None or later <= own) for own, later in zip(days, made, strict=True)):
        return table
    heading = table.headings[places[1]]
    note = f"{heading} is when a missed session was made up: the make-up of that day has the missed one's."
    if unseen := _without_session(table, days, made):
        note += f" Made up on a day of which the log has no session of the student, and not counted: {unseen}."
    return table.instead(places[1], {"Makes Up Date": _missed_days(table, days, made)}).noted(note)


def _day_and_made(table: Table) -> tuple[int, int] | None:
    """The column of the sessions' days, and that of the days on which they were made up; None where one isn't told alone,
    or minutes of make-ups are told too."""
    told = [words.said_by(heading) for heading in table.headings]
    named = [at for at, said in enumerate(told) if "makeup" in said and said & _LATER and not said & families.MISSED]
    day = day_of_sessions(table)
    if len(named) != 1 or day is None or named[0] == day or told[day] & _OF_MISSED:
        return None
    is_timed = any("makeup" in said and said & families.TIMES and table.texts(at) for at, said in enumerate(told))
    return (day, named[0]) if table.all_are(named[0], dates.looks_like) and not is_timed else None


def _without_session(table: Table, days: Sequence[date | None], made: Sequence[date | None]) -> int:
    """How many sessions were made up on a day of which the log tells none of the student and service."""
    own_of = of_whom(table)
    told = {*zip(own_of, days, strict=True)}
    return sum(later is not None and (who, later) not in told for who, later in zip(own_of, made, strict=True))


def _missed_days(table: Table, days: Sequence[date | None], made: Sequence[date | None]) -> Texts:
    """Beside each make-up the day of the session that names it, of the same student and service, where one alone does."""
    own_of = of_whom(table)
    missed: dict[tuple[str, date], list[str]] = {}
    for who, own, later in zip(own_of, days, made, strict=True):
        if own and later:
            missed.setdefault((who, later), []).append(own.isoformat())
    rows = zip(own_of, days, _say_make_up(table), strict=True)
    found = [missed.get((who, own), []) if own and is_one else [] for who, own, is_one in rows]
    return [one[0] if len(one) == 1 else None for one in found]


def days_of(table: Table, place: int) -> list[date | None]:
    """The days that a column tells, row by row; None where a cell tells none."""
    column = table.body.column(place).to_pylist()
    read = {text: dates.read(text).value for text in {*column}}
    told = {text: one if isinstance(one, date) else None for text, one in read.items()}
    return [told[text] for text in column]


def of_whom(table: Table) -> list[str]:
    """The cells of each row that name its student and service, together."""
    named = looks.of_students() | {*synonyms.headings("shared")["service"]}
    places = [at for at, heading in enumerate(table.headings) if words.heading(heading) in named]
    columns = [table.body.column(at).to_pylist() for at in places]
    return ["|".join(text or "" for text in row) for row in zip(*columns, strict=True)] or [""] * len(table.body)


def _say_make_up(table: Table) -> list[bool]:
    said = [pc.match_substring_regex(column, _MAKE_UP, ignore_case=True) for column in table.body.columns]
    return [any(row) for row in zip(*(column.to_pylist() for column in said), strict=True)]


def _column(table: Table, at: int) -> Texts:
    return table.body.column(at).to_pylist()


def _holds_days(table: Table, at: int) -> bool:
    return any(map(dates.looks_like, table.texts(at)))


def _is_missed(text: str | None) -> bool:
    """Whether a cell says that a session wasn't given, or only in part: what is made up of it."""
    return bool(text) and statuses.read(text or "").status in ("missed", "partial")


def _is_some(text: str | None) -> bool:
    return bool(numbers.to_float(text or ""))
