"""Days in a cell as columns and rows of their own: first and last day of a span, each day of a list, each weekday of a break."""

import calendar
import re
from collections.abc import Sequence

from data.contracts import synonyms
from data.ingest import texts
from data.ingest.model import Table
from data.ingest.tables import labels, looks, spans, spread, years
from data.ingest.tables.layouts import melting, turned
from data.ingest.values import dates, durations, flags, terms, words

_MOST = 0.8
_WHOLE_YEAR = (1, 9)
"""Months of both halves of a school year: a bare year doesn't tell which of them is meant."""
_OF_A_MONTH = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|thru)\s*(\d{1,2})(?:st|nd|rd|th)?)?$")


def apart(table: Table, around: Sequence[str] = (), order: dates.Order | None = None) -> Table:
    """The table with first and last days in columns of their own, and a row for each day of a calendar.

    ``around`` may say the year of days that are written without one, beside the table's own titles; ``order`` is that of
    slashed dates where a person said it. A break of which the days can't be told yet stays one row, with both its ends.
    """
    evidence = (*table.notes, table.sheet, *around)
    table = _ends(_each(_beside_months(_of_months(table, evidence))))
    return _of_breaks(table, evidence, order)


def _of_months(table: Table, evidence: tuple[str, ...]) -> Table:
    """The table with whole days in place of those of a month (18; 13-15) that another column names, the year in a third
    one (2025, 9, 18) or told around; of anything but a calendar bare days only."""
    told = [words.said_by(heading) - _OF_SESSIONS for heading in table.headings]
    month, year = (
        told.index(frozenset({one})) if told.count(frozenset({one})) == 1 else None for one in ("month", "year")
    )
    is_calendar = _kind_of_day(table) is not None
    days = looks.written_for(table.headings, "calendar_days", "day") if is_calendar else _bare_days(table, month)
    if month is None or not days:
        return table
    said = _months_said(table, month, year, evidence)
    for place in days:
        texts = [(text or "").strip() for text in table.body.column(place).to_pylist()]
        made = [_whole(text, *of) if of else text for text, of in zip(texts, said, strict=True)]
        if made != texts:
            found = table.instead(place, {"Date" if is_calendar else "Session Date": made})
            return found.without(*(at for at in (month, year) if at is not None))
    return table


def _beside_months(table: Table) -> Table:
    """The table of sessions with the year behind days that lack it (10/6), where a column or the titles between the
    records tell each one's month with its year (OCTOBER 2025), and the month is the day's own."""
    days = looks.only_one_for(table.headings, "sessions", "session_date")
    months = [
        at for at, one in enumerate(table.headings) if labels.is_period(one) and table.all_are(at, dates.month_in)
    ]
    if days is None or len(months) != 1 or not any(spread.part(text.strip()) for text in table.texts(days)):
        return table
    rows = zip(*(table.body.column(at).to_pylist() for at in (days, months[0])), strict=True)
    return table.filled(days, [_in_month(text, month) for text, month in rows])


def _in_month(text: str | None, month: str | None) -> str | None:
    """A day with the year of the month that is told beside it; as it is where it is of another month."""
    part, named = spread.part((text or "").strip()), dates.month_in(month or "")
    return f"{named[0]}-{part[0]:02d}-{part[1]:02d}" if part and named and part[0] == named[1] else text


_OF_SESSIONS = frozenset({"service", "session", "date", "calendar", "name", "number", "visit"})


def _bare_days(table: Table, month: int | None) -> list[int]:
    """The columns of days that hold nothing but days of a month."""
    told = [words.heading(heading) for heading in table.headings]
    named = [
        at
        for at, one in enumerate(told)
        if one in turned.DAYS or _OF_SESSIONS | {"day", "of", "month"} >= {*one.split()} >= {"day"}
    ]
    return [place for place in named if month is not None and table.all_are(place, _OF_A_MONTH.match)]


def _months_said(table: Table, month: int, year: int | None, evidence: tuple[str, ...]) -> list[tuple[int, int] | None]:
    """(year, month) of each row, by its month and its year, else by the year told around; None where they don't say it."""
    columns = [table.body.column(at).to_pylist() for at in (month, month if year is None else year)]
    rows = list(zip(*columns, strict=True))
    told = {text for _, text in set(rows) if text} if year is not None else set()
    numbers = {number for text, _ in set(rows) if (number := _month_number(text))}
    both_halves = bool(numbers) and min(numbers) < years.NEW_YEAR <= max(numbers)
    clear = len(told) > 1 or not both_halves
    read = {(one, of): _month_of(one, of if clear else None, (of or "", *evidence), numbers) for one, of in set(rows)}
    return [read[one] for one in rows]


def _month_number(text: str | None) -> int | None:
    bare = (text or "").strip(" .")
    return int(bare) if re.fullmatch(r"0?[1-9]|1[0-2]", bare) else dates.month_number(bare)


def _month_of(
    month: str | None, year: str | None, evidence: tuple[str, ...], months: set[int]
) -> tuple[int, int] | None:
    """``year``: that of the row, unless the bare year of months on both sides of New Year is the only one, which may be
    that in which their school year begins, or ends."""
    number = _month_number(month)
    if number is None:
        return dates.month_in(month or "")
    if re.fullmatch(r"20\d\d", (year or "").strip()):
        return int(year or ""), number
    found = years.of(number, evidence, months)
    return (found, number) if found else None


def _kind_of_day(table: Table) -> int | None:
    """The one column of a calendar that says what kind of day it is."""
    return looks.only_one_for(table.headings, "calendar_days", "day_type")


def _whole(text: str, year: int, month: int) -> str:
    """A day or a span of days of a month with its year: 2025-08-13; August 13-15, 2025; other texts as they are."""
    match = _OF_A_MONTH.match(text)
    if match is None or (match[2] and int(match[2]) < int(match[1])):
        return text
    if not match[2]:
        return f"{year}-{month:02d}-{int(match[1]):02d}"
    return f"{calendar.month_name[month]} {'-'.join(day for day in match.groups() if day)}, {year}"


def _each(table: Table) -> Table:
    """A row for each day of a calendar's cell that lists several (2/13 & 2/16; Nov 27 and 28)."""
    if _kind_of_day(table) is None:
        return table
    for place in looks.written_for(table.headings, "calendar_days", "day"):
        told = [spans.listed(text) for text in table.body.column(place).to_pylist()]
        if any(len(one) > 1 for one in told):
            return table.in_parts({place: told})
    return table


def _ends(table: Table) -> Table:
    """First and last day in one cell (11/26/2025 - 11/28/2025; Nov 26-28, 2025) in columns of their own."""
    if any(
        not _is_length(table, place)
        for dataset in ("grading_periods", "service_lines")
        for name in ("start_date", "end_date")
        for place in looks.written_for(table.headings, dataset, name)
    ):
        return table
    place = next((place for place in range(len(table.headings)) if _are_spans(table, place)), None)
    if place is None:
        return table
    heading, texts = table.headings[place], table.body.column(place).to_pylist()
    told = [spans.first_and_last(text) if text else (None, None) for text in texts]
    of_plan = "IEP " if "iep" in words.heading(heading).split() else ""
    made = {
        f"{of_plan}Start Date": [first or text for (first, _), text in zip(told, texts, strict=True)],
        f"{of_plan}End Date": [last for _, last in told],
    }
    return table.instead(place, made).noted(f"{heading}: first and last day.")


def _is_length(table: Table, place: int) -> bool:
    """Whether a column of a list of lines that may tell the last day (Duration) begins with a number of minutes."""
    of_lines = any(looks.written_for(table.headings, "service_lines", name) for name in ("frequency", "cycle"))
    first = table.first(place) if of_lines else ""
    return bool(first) and not durations.read(first).failed


def _are_spans(table: Table, place: int) -> bool:
    """Whether a column holds days, some of them from one to another; without their year only where a kind of day or a
    grading period says whose they are."""
    texts = [text.strip() for text in table.opening(place)]
    if not any(map(spans.may_be, dict.fromkeys(texts))):
        return False
    found = [spans.first_and_last(text) for text in texts]
    has_no_year = any(first and spread.part(first) for first, _ in found)
    if has_no_year and _kind_of_day(table) is None and not _names_periods(table):
        return False
    return any(last for _, last in found) and sum(first is not None for first, _ in found) >= _MOST * len(texts)


def _names_periods(table: Table) -> bool:
    """Whether a column holds nothing but grading periods: the days beside them are theirs; T1 may be a person's id too."""
    told = [table.texts(place) for place, one in enumerate(table.headings) if not words.said_by(one) & _OF_SOMEBODY]
    return any(len(texts) > 1 and all(map(terms.is_period, texts)) for texts in told)


_OF_SOMEBODY = frozenset({"student", "provider", "therapist", "staff", "teacher", "id", "line"})


def _of_breaks(table: Table, evidence: tuple[str, ...], order: dates.Order | None) -> Table:
    """A calendar's breaks and stretches of school, from a first to a last day, with a row for each of their weekdays; of
    the days of a stretch of school those that other rows tell are theirs."""
    start, end = (looks.only_one_for(table.headings, "grading_periods", name) for name in ("start_date", "end_date"))
    if start is None or end is None or not _are_breaks(table):
        return table
    table = _with_single_days(table, start)
    columns = [table.body.column(place).to_pylist() for place in (start, end)]
    whole = " ".join(text for column in columns for text in column if text and dates.looks_like(text))
    firsts, lasts = ([_completed(text, (*evidence, whole)) for text in column] for column in columns)
    opens = _tells_school(table)
    told = [
        spans.weekdays(first, last, order, spans.LONGEST_OF_SCHOOL if is_open else spans.LONGEST)
        for first, last, is_open in zip(firsts, lasts, opens, strict=True)
    ]
    told = [_without_others(days, told) if is_open else days for days, is_open in zip(told, opens, strict=True)]
    rows = [row for row, of_one in enumerate(told) for _ in of_one]
    return table.without(start, end).rows(rows).also("Date", [day for of_one in told for day in of_one])


def _with_single_days(table: Table, start: int) -> Table:
    """The calendar with the day of each row that has no first and last one, where the one other column of days tells it."""
    ends = looks.written_for(table.headings, "grading_periods", "end_date")
    days = [at for at in range(len(table.headings)) if at not in (start, *ends) and table.all_are(at, dates.looks_like)]
    if len(days) != 1:
        return table
    return table.filled(start, texts.filled(table.body.column(start), table.body.column(days[0])))


def _without_others(days: list[str | None], told: list[list[str | None]]) -> list[str | None]:
    """The days of a stretch of school without those of shorter rows that lie within it: its holidays."""
    inner = [other for other in told if len(other) < len(days) and set(other) <= set(days)]
    return [day for day in days if not any(day in other for other in inner)]


def _tells_school(table: Table) -> list[bool]:
    """Of each row, whether it is told as one of school."""
    places = [place for place in range(len(table.headings)) if _of_days(table, place)]
    rows = zip(*(table.body.column(place).to_pylist() for place in places), strict=True)
    found = [any(text and _is_school(text.strip()) for text in row) for row in rows]
    return found or [False] * table.body.num_rows


def _is_school(text: str) -> bool:
    said = flags.read(text)
    return bool(terms.is_in(text) if said.failed else said.value) or terms.day_type(text) in ("full", "half")


def _completed(text: str | None, evidence: tuple[str, ...]) -> str | None:
    return melting.date_of(text.strip(), evidence, _WHOLE_YEAR) if text and spread.part(text.strip()) else text


def _are_breaks(table: Table) -> bool:
    """Whether rows with a first and a last day tell of days of a calendar: most by a kind of day, all by whether students
    come, or, in a table of nothing else, all by being open or closed. An event beside its kind (Thanksgiving, No School) is
    told by either. Among events that are no matter of days (a concert)
    the kind may be told of half, where another column has one for half as well."""
    who = [place for name in _WHO_COMES for place in looks.written_for(table.headings, "calendar_days", name)]
    strange = [place for place in who if table.texts(place) and not _of_days(table, place)]
    strange += [
        place for place, heading in enumerate(table.headings) if heading.strip() and not _is_of_calendars(heading)
    ]
    if any(words.heading(table.headings[place]) in _people() and not _of_days(table, place) for place in strange):
        return False
    kinds = looks.written_for(table.headings, "calendar_days", "day_type")
    most = max((_known_kinds(table, kind) for kind in kinds), default=0.0)
    if kinds and most >= (_SOME if _has_kinds(table, strange) else _MOST):
        return True
    if any(_of_days(table, place) for place in looks.written_for(table.headings, "calendar_days", _WHO_COMES[0])):
        return True
    return len(strange) == 1 and _known_kinds(table, strange[0]) == 1


def _has_kinds(table: Table, places: list[int]) -> bool:
    return any(_known_kinds(table, place) >= _SOME for place in places)


_WHO_COMES = ("is_instructional", "staff_in")
_SOME = 0.5


def _is_of_calendars(heading: str) -> bool:
    known = (*synonyms.headings("calendar_days").values(), *synonyms.headings("grading_periods").values())
    others = {word for listed in known for word in listed}
    return words.heading(heading) in others or words.spelt_out(words.heading(heading)) in others


def _known_kinds(table: Table, place: int) -> float:
    """The share of a column's cells that are a kind of day, or say whether there is school; none of a blank column."""
    texts = [text for text in table.body.column(place).to_pylist() if text and text.strip()]
    known = sum(terms.day_type(text) is not None or terms.is_in(text) is not None for text in texts)
    return known / len(texts) if texts else 0.0


def _of_days(table: Table, place: int) -> bool:
    """Whether a column says of each day what becomes of those it is headed by (Students: no school; Staff: report)."""
    return table.all_are(
        place,
        lambda text: terms.day_type(text) is not None or terms.is_in(text) is not None or words.plain(text) in _OF_DAYS,
    )


_OF_DAYS = frozenset(
    ("off", "on", "report", "reports", "do not report", "work", "workday", "work day", "attend", "attends", "present",
     "in", "out", "in school", "open", "closed", "yes", "no", "y", "n", "x", "optional", "regular", "full day")
)  # fmt: skip


def _people() -> set[str]:
    return {
        word for topic in ("student", "provider") for listed in synonyms.headings(topic).values() for word in listed
    }
