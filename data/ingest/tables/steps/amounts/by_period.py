"""Lists that tell each line anew for every week or month (Week Ending, IEP Min/Wk, Delivered): one line for each amount."""

import calendar
import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.steps.amounts import inforce
from data.ingest.values import dates, families, numbers, words

_WHO = ("student_id", "student_name", "student_last_name", "student_first_name")
_OF_A_LINE = ("line_id", "service", "kind", "setting", "grouping")
_PERIODS = frozenset({"week", "month"})
_BESIDE = _PERIODS | families.ENDS | {"date", "of", "service", "report", "reporting", "year"}
COUNTED = frozenset({"given", "deliver", "provide", "serve", "actual", "missed", "makeup", "made", "up", "balance", "scheduled",
                      "shortage", "short", "owed", "see", "received", "attended"})  # fmt: skip
"""Words of what became of the minutes of a week or month."""
_SO_FAR = frozenset({"ytd", "cumulative", "date"})
_SEVERAL = 2
Key = tuple[str, ...]
Runs = list[list[int]]
"""The rows of a line in order of their weeks, those that follow one another with the same amounts together."""
_START = "Service Start Date"


def told(table: Table) -> Table:
    """The table with one row for each amount that a line has in the weeks or months of its rows, from the first of these on
    where it is a later amount; what was given in each is no total of the line's, and said to be not read."""
    place = _period(table)
    who, of_line = (_written(table, names) for names in (_WHO, _OF_A_LINE))
    promised = [at for at, heading in enumerate(table.headings) if at != place and _is_promised(heading)]
    if place is None or not who or not promised or table.melted:
        return table
    periods = [_order(text) for text in table.body.column(place).to_pylist()]
    rows = _lines(table, (*who, *of_line), promised, periods)
    if not _come_again(rows, periods):
        return table
    runs = [_runs(table, sorted(found, key=lambda row: (periods[row], row)), promised) for found in rows.values()]
    kept = {run[-1] for own in runs for run in own}
    read = [*who, *of_line, *promised, place]
    counted = [at for at in range(len(table.headings)) if at not in read and _is_counted(table, at)]
    found = _told_changed(_begun(table, runs, _firsts(table, place)), table.headings[place], runs)
    found = _cycled(found, place, promised).leaving(
        set(range(len(table.body))) - kept, "told again for a later week or month"
    )
    note = f"Each line is told anew under {table.headings[place]}: it is one for each of its amounts."
    return _told_unread(found.without(place, *counted), table, place, read, counted).noted(note)


def _is_promised(heading: str) -> bool:
    """Whether a heading is of how much there is to be, also where it is written short: IEP Min."""
    return looks.is_promised(heading) or any(looks.meant_for([heading], "service_lines", one) for one in looks.PROMISED)


def _cycled(table: Table, place: int, promised: Sequence[int]) -> Table:
    """The table with the week as the period of bare amounts of weeks (Mandated Min beside Week Of); what is told of a month
    may be worked out of its weeks."""
    said = [words.said_by(table.headings[at]) for at in promised]
    named = any(one & (families.CYCLES | {"cycle", "frequency"}) for one in said)
    is_week = "week" in words.said_by(table.headings[place])
    if named or not is_week or not all(table.all_are(at, numbers.is_number) for at in promised):
        return table
    return table.also("Cycle", ["per week"] * len(table.body))


def _runs(table: Table, rows: Sequence[int], promised: Sequence[int]) -> Runs:
    """A line's rows by its amounts; nothing or 0 in a week between others (a break) is no other amount."""
    columns = [table.body.column(at).to_pylist() for at in promised]
    amounts = {row: tuple((column[row] or "").strip() for column in columns) for row in rows}
    filled = [row for row in rows if any(text not in _NONE for text in amounts[row])]
    last = [] if not filled or not any(amounts[rows[-1]]) or rows[-1] == filled[-1] else [rows[-1]]
    return [list(run) for _, run in groupby([*filled, *last] or rows[-1:], amounts.__getitem__)]


_NONE = frozenset({"", "0", "0.0", "0:00"})


def _firsts(table: Table, place: int) -> list[str]:
    """The first day of each row's week (a Monday: rules 1) or month, as text, without a year where none is told: it is asked
    then. A week that is named by a Sunday begins with it, unless it ends with it."""
    said = words.said_by(table.headings[place])
    days = (_first(text or "", said) for text in table.body.column(place).to_pylist())
    return [day.isoformat() if day.year >= _EARLIEST else f"{day.month}/{day.day}" for day in days]


def _first(text: str, said: frozenset[str]) -> date:
    day, month = dates.read(text).value, _month(text)
    if day is None or "month" in said:
        year, number = (day.year, day.month) if day else month or (1, 1)
        return date(year, number, 1)
    is_sunday = day.weekday() == calendar.SUNDAY and not said & families.ENDS
    return day + timedelta(days=1) if is_sunday else day - timedelta(days=day.weekday())


def _begun(table: Table, runs: Sequence[Runs], firsts: Sequence[str]) -> Table:
    """The table with the day on which each later amount of a line begins, where its own start is that of the one before."""
    if all(len(own) == 1 for own in runs):
        return table
    place = inforce.only(table, inforce.START)
    own_starts = [None] * len(table.body) if place is None else table.body.column(place).to_pylist()
    starts = list(own_starts)
    for before, after in (pair for own in runs for pair in pairwise(own)):
        if own_starts[after[-1]] in (None, "", own_starts[before[-1]]):
            starts[after[-1]] = firsts[after[0]]
    return table.also(_START, starts) if place is None else table.filled(place, starts)


def _told_changed(table: Table, heading: str, runs: Sequence[Runs]) -> Table:
    changed = sum(len(own) > 1 for own in runs)
    lines = "1 line has" if changed == 1 else f"{changed} lines have"
    return (
        table.noted(f"{lines} another amount in a later row of {heading}: a line each, the later one from there on.")
        if changed
        else table
    )


def _told_unread(found: Table, table: Table, place: int, read: Sequence[int], counted: Sequence[int]) -> Table:
    """The table, saying which of its columns tell what became of a week's or month's minutes, and are in no figure."""
    outcomes = [at for name in _OUTCOMES for at in looks.written_for(table.headings, "sessions", name)]
    unread = sorted({*counted, *outcomes}.difference(read))
    names = ", ".join(table.headings[at] for at in unread)
    what = f"What became of the minutes of each row of {table.headings[place]} is not read ({names}): they are no sessions."
    return found.noted(f"{what} Upload the log itself.") if unread else found


_OUTCOMES = ("status", "reason", "missed_flag", "delivered_flag")


def _period(table: Table) -> int | None:
    """The one column of weeks or months that each row is of; None beside the day of a session, whatever it is called."""
    if looks.written_for(table.headings, "sessions", "session_date"):
        return None
    found = [
        at for at, heading in enumerate(table.headings)
        if _PERIODS & (said := words.said_by(heading)) and said <= _BESIDE and table.all_are(at, _order)
    ]  # fmt: skip
    is_log = len(found) == 1 and any(_tells_days(table, at, found[0]) for at in range(len(table.headings)))
    return found[0] if len(found) == 1 and not is_log else None


def _tells_days(table: Table, at: int, period: int) -> bool:
    """Whether a column holds days that are neither of a week, a line, a plan or a person, nor of when a row was written, nor
    the last one of several, and most of which lie in the week or month of their row."""
    said = words.said_by(table.headings[at])
    if not said & families.WHEN or said & _OTHER_DAYS or not table.all_are(at, dates.looks_like):
        return False
    columns = (table.body.column(place).to_pylist() for place in (at, period))
    within = [_is_within(*map(_order, pair)) for pair in zip(*columns, strict=True) if all(pair)]
    return sum(within) * 2 > len(within)


def _is_within(day: tuple[int, int, int] | None, period: tuple[int, int, int] | None) -> bool:
    """Whether a day is in a month, or at most a week from the day that a week is named by."""
    if day is None or period is None:
        return False
    if not period[-1]:
        return day[1] == period[1] and period[0] in (day[0], *_UNSAID)
    return abs((date(*day) - date(*period)).days) <= _WEEK


_UNSAID, _WEEK = (1, 2), 7
"""Years of months that tell none, and days of a week."""


_OF_SEVERAL = frozenset({"last", "latest", "recent", "next", "first"})
"""Words of a day that is one of several sessions of a week or month."""
_OTHER_DAYS = (
    _PERIODS | families.ENDS | families.ENTERED
    | {"birth", "iep", "plan", "review", "due", "annual", "evaluation", "eligibility", "report", "reporting", "period"}
    | {"referral"} | _OF_SEVERAL
)  # fmt: skip


def _order(text: str | None) -> tuple[int, int, int] | None:
    """A day, or the first of a month, to be put in order; a month without its year is of the first school year."""
    day, month = dates.read(text or "").value, _month(text or "")
    return (day.year, day.month, day.day) if day else (*month, 0) if month else None


_MONTH = re.compile(r"^\s*(?P<month>[A-Za-z]{3,9})\.?(?:[\s,/'’-]{1,2}(?P<year>\d{2}))?\s*$")
_CENTURY, _JULY, _EARLIEST = 2000, 7, 1900


def _month(text: str) -> tuple[int, int] | None:
    """(year, month) of September 2025, Sep-25 or September, whose year is 1 until December and 2 from January on."""
    match = _MONTH.match(text)
    number = dates.month_number(match["month"]) if match else None
    if match is None or number is None:
        return dates.month_in(text)
    return (_CENTURY + int(match["year"]) if match["year"] else 1 + (number < _JULY), number)


def _written(table: Table, names: Sequence[str]) -> list[int]:
    return [at for name in names for at in looks.written_for(table.headings, "sessions", name)]


def _rows(table: Table, places: Sequence[int]) -> dict[Key, list[int]]:
    found: dict[Key, list[int]] = defaultdict(list)
    columns = [table.body.column(at).to_pylist() for at in places]
    for row, key in enumerate(zip(*columns, strict=True)):
        found[tuple((text or "").strip() for text in key)].append(row)
    return found


def _lines(table: Table, of: Sequence[int], promised: Sequence[int], periods: Sequence[object]) -> dict[Key, list[int]]:
    """The rows of each line; of several of one child and service in a period their amounts tell which is which."""
    rows = _rows(table, of)
    several = {key for key, found in rows.items() if len({periods[row] for row in found}) < len(found)}
    once = {key: found for key, found in rows.items() if key not in several}
    by_amount = _rows(table, (*of, *promised)) if several else {}
    return once | {key: found for key, found in by_amount.items() if key[: len(of)] in several}


def _come_again(rows: dict[Key, list[int]], periods: Sequence[object]) -> bool:
    """Whether each line has at most one row a period, and some lines have several."""
    once = all(len({periods[row] for row in found}) == len(found) for found in rows.values())
    return once and None not in periods and any(len(found) >= _SEVERAL for found in rows.values())


def _is_counted(table: Table, place: int) -> bool:
    """Whether a column of numbers is of what was planned or became of a week's minutes, or one of days tells the last of
    several."""
    said = words.said_by(table.headings[place])
    if said & _OF_SEVERAL and said & families.WHEN and table.all_are(place, dates.looks_like):
        return True
    return bool(said & COUNTED) and not said & _SO_FAR and table.all_are(place, numbers.is_number)
