"""Calendars that tell of each day which one of a rotation it is (Day 3, B Day, letters), with words in its place where there
is no school: only school days have one."""

import re
from typing import NamedTuple

from data.ingest.model import Table
from data.ingest.tables.steps.days import day_codes
from data.ingest.values import terms, words
from data.ingest.values.nothing import is_nothing

_MARK = r"(?:[A-Z]|\d{1,2})"
_CELL = re.compile(
    rf"^(?P<long>(?:cycle\s*)?day\s*-?\s*{_MARK}|{_MARK}\s*-?\s*day|{_MARK})(?:(?P<apart>\s*[-–—:;,(/]\s*|\s+)(?!of\b)(?P<more>[^)]{{3,}})\)?)?$",
    re.IGNORECASE,
)
"""Day 3, B Day, C; what more is said of the day behind a dash or in brackets, behind Day 3 or B Day also without."""
_BARE = re.compile(rf"^(?:cycle\s*)?(?:day\b)?\s*-?\s*({_MARK})\s*-?\s*(?:day)?$", re.IGNORECASE)
_FEWEST, _LONGEST = 2, 10
_OF_MONTH_OR_WEEK = ("day number",)
"""Numbers under it may be those of a month's or a week's days."""


class _Said(NamedTuple):
    """What a cell says: which day of the rotation it is, and the words that tell more of it."""

    mark: str | None
    more: str | None


def told(table: Table) -> Table:
    """The calendar with such days as school days, and what else is said of a day as its kind; as it is where another
    column tells whether there is school, or letters may be codes (A, B, H)."""
    if table.melted or not day_codes.is_calendar(table) or day_codes.written(table, *day_codes.IS_THERE_SCHOOL):
        return table
    places = [at for at in range(len(table.headings)) if _is_of_rotation(table, at)]
    return _apart(table, places[0]) if len(places) == 1 else table


def _is_of_rotation(table: Table, at: int) -> bool:
    """Whether a column, headed so or with the word day in its cells and a day that comes again, tells the days of a
    rotation."""
    said = {text: _read(text) for text in table.opening(at)}
    marks = {one.mark for one in said.values() if one.mark}
    if len(marks) < _FEWEST or any(text.strip().casefold() in table.legend for text in said):
        return False
    if at in day_codes.written(table, "cycle_day") and words.heading(table.headings[at]) not in _OF_MONTH_OR_WEEK:
        return _run_on(marks)
    cells = [text for text in table.opening(at) if said[text].mark]
    come_again = len(cells) > len(marks) and len(cells) * 2 > len(table.opening(at))
    return come_again and _run_on(marks) and all("day" in text.casefold() for text in cells)


def _run_on(marks: set[str]) -> bool:
    """Whether letters begin with A and none is left out, or all are numbers that a rotation may have."""
    if all(map(str.isdigit, marks)):
        return all(1 <= int(one) <= _LONGEST for one in marks)
    places = sorted(ord(one) - ord("A") for one in marks if len(one) == 1)
    return places == list(range(len(marks))) and len(marks) <= _LONGEST


def _read(text: str | None) -> _Said:
    if is_nothing(text):
        return _Said(None, None)
    bare = " ".join((text or "").split())
    match = _CELL.match(bare)
    is_clear = match is not None and ((match["apart"] or "-").strip() != "" or "day" in match["long"].casefold())
    if match and is_clear and (mark := _BARE.match(match["long"])):
        return _Said(mark[1].upper(), match["more"])
    return _Said(None, bare)


def _apart(table: Table, place: int) -> Table:
    said = [_read(text) for text in table.body.column(place).to_pylist()]
    heading = table.headings[place]
    own = heading if place in day_codes.written(table, "cycle_day") else CYCLE
    closed = _told_as_closed(table, place)
    in_session = [_in_session(one.mark, row in closed) for row, one in enumerate(said)]
    made = {own: [one.mark for one in said], day_codes.IN_SESSION: in_session}
    if any(one.more for one in said):
        made[day_codes.KIND] = [one.more for one in said]
        table = _with_remark(table, place)
    return table.instead(place, made).noted(f"{heading}: a day of the rotation is a school day.")


CYCLE = "Cycle Day"


def _in_session(mark: str | None, is_closed: bool) -> str | None:
    """That there is school on a day of the rotation; a day that is told as closed too is asked about."""
    return None if mark is None else f"Day {mark}" if is_closed else "yes"


def _told_as_closed(table: Table, place: int) -> set[int]:
    """The rows in which another column names a reason to be closed, and none a kind of day with school (2 Hr Delay)."""
    others = [at for at in day_codes.written(table, "day_type", "remark") if at != place]
    told = zip(*(table.body.column(at).to_pylist() for at in others), strict=True)
    kinds = [{terms.day_type(text) for text in texts if text} - {None} for texts in told]
    return {row for row, found in enumerate(kinds) if found and found <= _CLOSED}


_CLOSED = frozenset(("holiday", "staff_only", "emergency_closed"))


def _with_remark(table: Table, place: int) -> Table:
    """The table with what is on as a remark: the kind of day stands where the day of the rotation does."""
    events = [at for at in day_codes.written(table, "day_type") if at != place]
    free = len(events) == 1 and not day_codes.written(table, "remark")
    return table.called(events[0], day_codes.REMARK) if free else table
