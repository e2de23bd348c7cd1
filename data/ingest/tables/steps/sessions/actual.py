"""What was planned beside what happened, where each tells only what the other doesn't: the day, the minutes, who treated."""

import re
from collections.abc import Callable, Sequence

from data.contracts import meanings
from data.ingest import texts
from data.ingest.model import Table
from data.ingest.tables import looks, spread
from data.ingest.tables.steps.days import clocks
from data.ingest.values import dates, durations, families, names, whom, words

_PLANNED, _ACTUAL = "scheduled", "actual"
_OF_A_DAY = families.DAYS


def day(table: Table) -> Table:
    """The table with the planned day in the blank cells of the actual one: of a session that was missed only the plan
    has a day."""
    told = [words.said_by(heading) for heading in table.headings]
    for at, one in enumerate(told):
        own = one - {_ACTUAL} if _ACTUAL in one else one - _OF_WHAT_WAS_GIVEN
        planned = [place for place, other in enumerate(told) if other in (own | {_PLANNED}, one | {_PLANNED})]
        is_day = own != one and one & _OF_A_DAY and len(planned) == 1 and spread.are_dates(table, planned[0])
        if is_day and all(map(spread.is_date, table.opening(at))):
            return _filled(table, at, planned[0])
    return table


def start(table: Table) -> Table:
    """The table with the planned time in the blank cells of the actual one, in rows that tell of nothing actual and where no
    end is told that would give them a length: a session that was missed has only the time that was planned."""
    told = [words.said_by(heading) for heading in table.headings]
    actual = [at for at, one in enumerate(told) if one - {"time"} == {_ACTUAL, "start"}]
    planned = [at for at, one in enumerate(told) if one - {"time"} == {_PLANNED, "start"}]
    ends = [one for one in told if one & _TO and one & {_ACTUAL, _PLANNED, "time"}]
    if ends or not len(actual) == len(planned) == 1:
        return table
    if not all(table.all_are(at, lambda text: dates.read_time(text).value) for at in (*actual, *planned)):
        return table
    happened = [table.body.column(at).to_pylist() for at, one in enumerate(told) if _ACTUAL in one]
    own, plan = (table.body.column(at).to_pylist() for at in (actual[0], planned[0]))
    column = [time or (None if any(cells) else usual) for time, usual, *cells in zip(own, plan, *happened, strict=True)]
    note = f"Where {table.headings[actual[0]]} is blank the time under {table.headings[planned[0]]} stands."
    return table.filled(actual[0], column).noted(note)


_OF_WHAT_WAS_GIVEN = frozenset({"service", "session", "delivered", "provided"})


def _filled(table: Table, at: int, planned: int) -> Table:
    column = texts.filled(table.body.column(at), table.body.column(planned))
    note = f"Where {table.headings[at]} is blank the day under {table.headings[planned]} stands."
    return table.filled(at, column).noted(note)


IF_DIFFERENT = re.compile(
    r"\b(?:only )?(?:if|when|where) (?:it )?(?:is |was |they )?(?:different|differs?|differed|changed|shorter|longer|other|"
    r"not (?:the )?(?:same|full|as (?:planned|scheduled)))\b.*"
)
"""What is said of a column that is filled only where it tells something else than another one."""
_OF_LENGTH = families.LENGTHS


def minutes(table: Table) -> Table:
    """The table with the minutes that are told only where they differ (Actual minutes, only if different) in place of
    the usual ones; 0 is told too."""
    for at, heading in enumerate(table.headings):
        if (match := IF_DIFFERENT.search(words.heading(heading))) is None:
            continue
        usual = [place for place, one in enumerate(table.headings) if place != at and _OF_LENGTH & words.said_by(one)]
        said = words.said_by(words.heading(heading)[: match.start()])
        if (
            len(usual) == 1
            and (_OF_LENGTH & said or said <= {_ACTUAL})
            and not IF_DIFFERENT.search(words.heading(table.headings[usual[0]]))
        ):
            return over(table, at, usual[0])
    return table


def over(table: Table, own: int, usual: int, heading: str | None = None) -> Table:
    """The table with one column of two: what its own one says, where it says something, else the usual one."""
    told = texts.filled(table.body.column(own), table.body.column(usual))
    note = f"Where {table.headings[own]} is filled it counts, else {table.headings[usual]}."
    return table.instead(usual, {heading or table.headings[usual]: told}).without(own).noted(note)


_TWO = re.compile(r"(?P<first>[A-Za-z]+)\s*(?:/|of|out of)\s*(?P<second>[A-Za-z]+)")
_OVER = re.compile(r"^\s*(\d{1,3})\s*(?:/|of|out of)\s*(\d{1,3})\s*$", re.IGNORECASE)


def over_planned(table: Table) -> Table:
    """The table with the minutes given and the minutes planned in columns of their own, where one holds both (20/30) and
    its heading says which is which: Min (given/planned)."""
    for place, heading in enumerate(table.headings):
        match = _TWO.search(heading)
        told = [words.said_by(part) | {words.plain(part)} for part in match.groups()] if match else []
        given = [at for at, one in enumerate(told) if one & _given()]
        if len(given) != 1 or not told[1 - given[0]] & _planned() or not words.said_by(heading) & _OF_LENGTH:
            continue
        cells = [_OVER.match(text or "") for text in table.body.column(place).to_pylist()]
        if all(map(_OVER.match, table.texts(place))):
            both = [[one[part] if one else None for one in cells] for part in (1, 2)]
            made = {"Actual Minutes": both[given[0]], "Scheduled Minutes": both[1 - given[0]]}
            return table.instead(place, made).noted("Of two numbers in a cell the one that was given counts.")
    return table


def _given() -> frozenset[str]:
    return meanings.words("given") | {"see", "attendance", "received", "done"}


def _planned() -> frozenset[str]:
    return meanings.words("planned") | meanings.words("promised") | {"plan", "possible", "due"}


_SAME = re.compile(
    r"^(?:(?:as|per|same as|like|on|at) (?:the |its )?(?:sched\w*|plan\w*|usual|normal|listed|posted)(?: time)?|"
    r"same(?: times?)?|no change|unchanged|on time)$"
)


def same(table: Table) -> Table:
    """The table with what was planned where what happened is told as the same (as sched., same), and of times from and to
    only those that were kept: the planned ones of a session that began later, or was missed, are nobody's."""
    told = [words.said_by(heading) for heading in table.headings]
    planned = [at for at, one in enumerate(told) if one & {_PLANNED, "planned"} and _ACTUAL not in one]
    if len(planned) != 1:
        return table
    plan = planned[0]
    kept = next((at for at in range(len(told)) if at != plan and _is_kept(table, at, plan, told[at])), None)
    if kept is None:
        return table
    pairs = zip(table.body.column(kept).to_pylist(), table.body.column(plan).to_pylist(), strict=True)
    filled = [usual if _SAME.match(words.plain(own or "")) else own for own, usual in pairs]
    note = f"{table.headings[kept]} counts; where it says that it was the same, {table.headings[plan]} does."
    table = table.filled(kept, filled).noted(note)
    return table.without(plan) if table.all_are(plan, clocks.ends_of) else table


def _is_kept(table: Table, at: int, plan: int, told: frozenset[str] | set[str]) -> bool:
    """Whether a column tells what happened of what another one planned: times from and to beside such, else minutes with
    words that they were the same."""
    texts = table.texts(at)
    others = [text for text in texts if not _SAME.match(words.plain(text))]
    if table.all_are(plan, clocks.ends_of):
        is_said = len(others) < len(texts) or bool(told & ({_ACTUAL} | _given()))
        return is_said and bool(texts) and all(map(clocks.ends_of, others))
    return len(others) < len(texts) and all(durations.read(text).value is not None for text in others)


_BOOKED = frozenset({_PLANNED, "appointment", "appt", "booked"})
_FROM = frozenset(
    {
        "start",
        "began",
        "begin",
        "started",
        "join",
        "joined",
        "arrive",
        "arrived",
        "arrival",
        "arr",
        "connected",
        "entered",
        "in",
    }
)
_TO = frozenset(
    {"end", "ended", "finish", "finished", "stop", "stopped", "leave", "left", "depart", "departed", "departure", "dep", "out",
     "disconnected", "exited"}
)  # fmt: skip
_TIMES = ("Scheduled or Actual Start Time", "Scheduled or Actual End Time")


def times(table: Table) -> Table:
    """The table with the times that were kept (Joined, Left; Checked in, out) in place of those planned where there are
    any, and how long they were as its minutes: a session that was given is never as long as it was planned to be."""
    told = [frozenset((*words.heading(one).split(), *words.said_by(one))) for one in table.headings]
    planned = [
        _ends_among(table, told, lambda one: bool(one & _BOOKED and _ACTUAL not in one), side)
        for side in (_FROM | {"from"}, _TO | {"to"})
    ]
    if not all(planned):
        return table
    kept = [_ends_among(table, told, lambda one: not one & (_BOOKED | _OF_ENTRY), side) for side in (_FROM, _TO)]
    pairs = [*zip(*planned, strict=False)], [_of_one(told, *kept)]
    if len(pairs[0]) != 1 or pairs[1][0] is None:
        return table
    return _kept_for(table, pairs[0][0], pairs[1][0])


_OF_ENTRY = families.ENTERED | {"log", "birth", "travel"}


def _ends_among(
    table: Table, told: Sequence[frozenset[str]], judge: Callable[[frozenset[str]], bool], side: frozenset[str]
) -> list[int]:
    """The columns of nothing but times whose headings say from when, or to when, and pass."""
    found = [at for at, one in enumerate(told) if one & side and judge(one) and ":" in table.first(at)]
    return [at for at in found if table.all_are(at, lambda text: dates.read_time(text).value)]


def _of_one(told: Sequence[frozenset[str]], firsts: list[int], lasts: list[int]) -> tuple[int, int] | None:
    """From when to when something was kept: the only such columns, else the student's."""
    own = [[at for at in ends if "student" in told[at]] if len(ends) > 1 else ends for ends in (firsts, lasts)]
    return (own[0][0], own[1][0]) if len(own[0]) == len(own[1]) == 1 else None


def _kept_for(table: Table, planned: tuple[int, int], kept: tuple[int, int]) -> Table:
    ends = [table.body.column(at).to_pylist() for at in kept]
    read = {text: dates.read_time(text).value for end in ends for text in set(end)}
    told = [durations.between(read[start], read[end]).value for start, end in zip(*ends, strict=True)]
    note = f"{table.headings[kept[0]]} and {table.headings[kept[1]]} tell how long a session was."
    for heading, plan, own in zip(_TIMES, planned, kept, strict=True):
        whole = texts.filled(table.body.column(own), table.body.column(plan))
        table = table.filled(plan, whole).called(plan, heading)
    if not any(map(_is_of_lengths, table.headings)):
        table = table.also("Minutes", [None if one is None else f"{one:g}" for one in told])
    return table.without(*kept).noted(note)


def _is_of_lengths(heading: str) -> bool:
    """Whether a heading is of how long a session was: not of how long it was to be, nor of another time (Notice (hrs))."""
    said = words.said_by(heading)
    return bool(_OF_LENGTH & said) and not said & (_planned() | meanings.words("strangers"))


def spans(table: Table) -> Table:
    """The table with from and to of what was planned (Scheduled: 9:00-9:30) in columns of their own beside times that were
    kept (Arrived, Left); where only when a session began is told, its planned end is nobody's."""
    told = [frozenset((*words.heading(one).split(), *words.said_by(one))) for one in table.headings]
    planned = [at for at, one in enumerate(told) if one & _BOOKED and _ACTUAL not in one and ":" in table.first(at)]
    firsts, lasts = (
        _ends_among(table, told, lambda one: not one & (_BOOKED | _OF_ENTRY), side) for side in (_FROM, _TO)
    )
    if len(planned) != 1 or len(firsts) != 1 or len(lasts) > 1 or not table.all_are(planned[0], clocks.ends_of):
        return table
    ends = [clocks.ends_of(text or "") or (None, None) for text in table.body.column(planned[0]).to_pylist()]
    starts, stops = zip(*ends, strict=True)
    if lasts:
        return table.instead(planned[0], {"Scheduled Start Time": list(starts), "Scheduled End Time": list(stops)})
    own = table.body.column(firsts[0]).to_pylist()
    note = f"Where {table.headings[firsts[0]]} is blank the time under {table.headings[planned[0]]} stands."
    filled = table.filled(firsts[0], [time or usual for time, usual in zip(own, starts, strict=True)])
    return filled.called(firsts[0], _TIMES[0]).without(planned[0]).noted(note)


_CAME, _WENT = _FROM | {"on", "login"}, _TO | {"off", "logout"}
_NO_SESSION = _OF_ENTRY | _BOOKED | {"bus", "school", "class", "bell", "lunch", "recess", "drive", "mileage"}
_LONGEST_SESSION = 300
"""Minutes of the longest session: who came and left further apart was at school."""
_AT_THE_DOOR = frozenset({"in", "on", "off", "out", "login", "logout"})
_MOST = 0.8


def begun(table: Table) -> Table:
    """The table with the times at which somebody came and left (Arrived, Left; Log-in, Log-off) as when its sessions began
    and ended, where no other column tells that, and minutes that are told are as many as lie between."""
    if any(looks.written_for(table.headings, "sessions", name) for name in ("start_time", "end_time")):
        return table
    told = [frozenset((*words.heading(one).split(), *words.said_by(one))) for one in table.headings]
    ends = _of_one(told, *(_ends_among(table, told, _is_of_a_visit, side) for side in (_CAME, _WENT)))
    if ends is None or not looks.written_for(table.headings, "sessions", "session_date") or not _agree(table, *ends):
        return table
    note = f"{table.headings[ends[0]]} and {table.headings[ends[1]]} are when each session began and ended."
    return table.called(ends[0], "Start Time").called(ends[1], "End Time").noted(note)


def _is_of_a_visit(told: frozenset[str]) -> bool:
    """Whether words are of coming or going, and not of when a row was written: Log-in, but not Logged."""
    at_the_door = {"log", "logged", "sign", "signed"} if told & _AT_THE_DOOR else set()
    return not told & _NO_SESSION - at_the_door


def _agree(table: Table, first: int, last: int) -> bool:
    """Whether the minutes of nearly all rows that tell some are as many as lie between two times; where no column is called
    so, whether nobody stayed for longer than a session lasts."""
    found = looks.written_for(table.headings, "sessions", "minutes")
    rows = zip(*(table.body.column(at).to_pylist() for at in (first, last, *found[:1])), strict=True)
    read = [
        (_between(row[0], row[1]), durations.read(row[2]).value) for row in rows if len(row) > 2 and row[0] and row[2]
    ]
    if not found:
        ends = [*zip(*(table.body.column(at).to_pylist() for at in (first, last)), strict=True)]
        lengths = [_between(*pair) for pair in ends if all(pair)]
        return sum(0 < (length or 0) <= _LONGEST_SESSION for length in lengths) >= _MOST * len(lengths)
    return sum(length == minutes for length, minutes in read) >= _MOST * len(read)


def _between(first: str | None, last: str | None) -> float | None:
    return durations.between(dates.read_time(first).value, dates.read_time(last).value).value


_PERSON = families.STAFF
_USUAL = frozenset({"regular", "assigned", "usual", "primary", "scheduled"})
_NO_OTHER = frozenset({"service", "name"})
_STOOD_IN = frozenset({"actual", "substitute", "sub", "covering", "coverage", "different", "alternate"})


def provider(table: Table) -> Table:
    """The table with one column of providers: who stood in where somebody did (Substitute, Session Provided By), else the
    usual one; as it is where the
    two aren't told apart by their headings."""
    told = [words.said_by(heading) for heading in table.headings]
    stood_in = [
        place
        for place, one in enumerate(told)
        if (one & _STOOD_IN and (one & _PERSON or one <= _STOOD_IN | _NO_OTHER))
        or whom.names_who_gave(table.headings[place])
        if table.all_are(place, lambda text: _is_whole(_SUB.sub("", text)))
    ]
    others = [
        place for place, one in enumerate(told)
        if place not in stood_in and one & _PERSON and table.all_are(place, _is_whole)
    ]  # fmt: skip
    usual = [place for place in others if told[place] & _USUAL]
    whose = frozenset(word for place in stood_in for word in told[place] & _PERSON)
    usual = usual or [place for place in others if told[place] <= whose | _NO_OTHER]
    if any(whom.names_who_gave(table.headings[place]) or not told[place] & _PERSON for place in stood_in):
        usual = usual or [place for place in others if told[place] <= _PERSON - _OTHERS | _NO_OTHER]
    if len(stood_in) != 1 or len(usual) != 1:
        return table
    bare = [text and _SUB.sub("", text) for text in table.body.column(stood_in[0]).to_pylist()]
    return over(table.filled(stood_in[0], bare), stood_in[0], usual[0], "Provider")


def _is_whole(text: str) -> bool:
    """Whether a text is a whole person's name, with credentials or without."""
    return names.looks_whole(names.provider(text) or "")


_OTHERS = frozenset({"teacher", "aide", "paraprofessional"})
"""Who may be with a student and treat nobody."""
_SUB = re.compile(r"^\s*(?:sub(?:stitute)?|cover(?:ed by|age|ing)?)\b\s*[-–:]?\s*", re.IGNORECASE)
"""What stands before the name of who stood in: Sub: Hale, Jo."""
