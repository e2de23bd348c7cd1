"""Calendars whose kinds of day stand in a short code with its meaning in the column beside, or under a bare *Schedule*."""

from dataclasses import replace

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import dates, numbers, terms, words

_MEANINGS = ("description", "desc", "name", "meaning", "text")
_LONGEST = 4
SCHEDULE = "Schedule of the Day"


def told(table: Table) -> Table:
    """The table with the meanings that the column beside gives to its codes (Day Type LE, Day Type Description Late
    arrival) as its key, where each code has one meaning and some are kinds of day."""
    for place in looks.written_for(table.headings, "calendar_days", "day_type") if is_calendar(table) else ():
        bare = words.heading(table.headings[place])
        meant = [
            at for at, one in enumerate(table.headings) if words.heading(one) in {f"{bare} {m}" for m in _MEANINGS}
        ]
        if len(meant) == 1 and (key := _key(table, place, meant[0])):
            return replace(table, legend=key | table.legend)
    return table


def _key(table: Table, code: int, meaning: int) -> dict[str, str]:
    """Code in lower case -> meaning; empty where a code is long, means two things, or no meaning is a kind of day."""
    columns = [[(text or "").strip() for text in table.body.column(place).to_pylist()] for place in (code, meaning)]
    pairs = {(one.casefold(), other) for one, other in zip(*columns, strict=True) if one and other}
    key = dict(pairs)
    is_plain = len(key) == len(pairs) and all(len(one) <= _LONGEST for one in key)
    return key if is_plain and any(map(terms.day_type, key.values())) else {}


def keyed(table: Table) -> Table:
    """The calendar with its column of codes as the kind of day (ER, beside what is on), where the key that the file gives
    tells of each code what it means, and of two or more that they are kinds of day."""
    told = {code for code, meaning in table.legend.items() if terms.day_type(meaning)}
    if len(told) < _FEWEST or not is_calendar(table) or table.melted or KIND in table.headings:
        return table
    places = [at for at in range(len(table.headings)) if table.all_are(at, lambda text: _code(text) in table.legend)]
    places = [at for at in places if len({_code(text) for text in table.texts(at)} & told) >= _FEWEST]
    if len(places) != 1 or places[0] in written(table, *IS_THERE_SCHOOL, "cycle_day"):
        return table
    events = [at for at in written(table, "day_type") if at != places[0]]
    if len(events) == 1 and not written(table, "remark"):
        table = table.called(events[0], REMARK)
    return table.called(places[0], KIND).noted(f"{table.headings[places[0]]}: kinds of day by the file's key.")


def _code(text: str) -> str:
    return text.strip().casefold()


def written(table: Table, *names: str) -> list[int]:
    """The columns written for some places of a calendar, but for those that hold days (School Day)."""
    found = [at for name in names for at in looks.written_for(table.headings, "calendar_days", name)]
    return [at for at in found if not dates.looks_like(table.first(at))]


IS_THERE_SCHOOL = ("is_instructional", "staff_in")


def of_minutes(table: Table) -> Table:
    """The calendar with whether there is school in place of each day's minutes, or hours, of instruction: none on a closed
    day. What shortens a day its event says."""
    places = [at for at, heading in enumerate(table.headings) if _is_of_instruction(heading)]
    if len(places) != 1 or table.melted or not is_calendar(table) or written(table, *IS_THERE_SCHOOL):
        return table
    if not table.all_are(places[0], numbers.is_number):
        return table
    told = [numbers.to_float(text or "") for text in table.body.column(places[0]).to_pylist()]
    if not any(told) or any(one is not None and one < 0 for one in told):
        return table
    made = [None if one is None else "yes" if one else "no" for one in told]
    note = f"{table.headings[places[0]]}: there is school on days with any."
    return table.instead(places[0], {IN_SESSION: made}).noted(note)


def _is_of_instruction(heading: str) -> bool:
    """Whether a heading is of a day's time in school: Instructional Minutes, Student Hours."""
    told = words.said_by(heading)
    return bool(told & _TIME) and bool(told & _INSTRUCTION) and not told & _OF_MORE


_TIME = frozenset({"minute", "hour"})
_INSTRUCTION = frozenset({"instruction", "instr", "instructional", "student", "attendance", "class"})
_OF_MORE = frozenset({"total", "cumulative", "week", "month", "year", "ytd", "required", "lost", "sum"})
KIND, IN_SESSION, REMARK = "Day Type", "Instructional Day", "Remarks"
_FEWEST = 2


def scheduled(table: Table) -> Table:
    """A calendar with what its column *Schedule* says of each day (No school, Dismiss at noon) as the kind of that day."""
    places = [place for place, one in enumerate(table.headings) if words.heading(one) == "schedule"]
    if len(places) != 1 or not is_calendar(table):
        return table
    texts = table.texts(places[0])
    known = [text for text in texts if terms.day_type(text)]
    is_of_days = len(known) * 2 > len(texts) and any(words.plain(text) in _CLOSED for text in known)
    return table.called(places[0], SCHEDULE) if is_of_days else table


def is_calendar(table: Table) -> bool:
    """Whether days are told, and nothing of a student."""
    of_people = any(words.heading(one) in looks.of_students() - _OF_ANYTHING for one in table.headings)
    return bool(looks.meant_for(table.headings, "calendar_days", "day")) and not of_people


_OF_ANYTHING = frozenset(("id", "school"))
_CLOSED = terms.CLOSED | {"no students", "holiday"}
