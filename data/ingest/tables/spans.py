"""Spans in one place: times from - to in one cell, holidays from a day to a day."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

import pyarrow as pa

from data.contracts import synonyms
from data.ingest.model import Table, body_of
from data.ingest.tables import melting, spread
from data.ingest.values import dates, terms, words

_MOST = 0.8
_TIME = r"(\d{1,2}(?::\d{2})?)\s*([ap])?\.?(?:m\.?)?"
_LOOKED_AT = 300
_CLOCK = re.compile(r"\d:\d\d")
_BETWEEN = re.compile(
    r"(\s+(?:-|–|—|to|thru|through)\s+|\s*[–—]\s*|(?<=\d{4})-(?=\d)|(?:(?<=[a-z.] \d)|(?<=[a-z.] \d\d))-(?=[A-Za-z])|"
    r"(?:(?<=/\d)|(?<=/\d\d))-(?=\d{1,2}/))"
)
_IN_MONTH = re.compile(r"^([A-Za-z]{3,9}\.?)\s+(\d{1,2})\s*[-–—]\s*(\d{1,2})(?:,?\s+(\d{4}))?$")
_MOMENT = re.compile(
    r"^(.{6,20}?),?\s+(?:from\s+)?(\d{1,2}(?::\d{2})?\s*(?:[ap]\.?m?\.?)?\s*(?:-|–|—|to)\s*\d{1,2}:\d{2}\s*(?:[ap]\.?m\.?)?)"
    r"(?:\s*[(\[,–-]?\s*(\d{1,3})\s*min(?:ute)?s?\.?\s*[)\]]?)?$",
    re.IGNORECASE,
)
_SPAN = re.compile(rf"^\s*{_TIME}\s*(?:-|–|—|to|until)\s*{_TIME}\s*$", re.IGNORECASE)
_WHOLE_YEAR = (1, 9)
"""Months of both halves of a school year: a bare year doesn't tell which of them is meant."""
LONGEST = 120
"""Days of a span from which it is no break of school."""


def opened(table: Table, around: Sequence[str] = (), order: dates.Order | None = None) -> Table:
    """The table with start and end in columns of their own, and a row for each weekday of a break.

    ``around`` may say the year of days that are written without one, beside the table's own titles; ``order`` is that of
    slashed dates where a person said it. A break of which the days can't be told yet stays one row, with both its ends.
    """
    return _days(
        _dates(_each_day(_stamped(_stamps(_clocked(_times(_moments(_of_months(table)))))))),
        (*table.notes, table.sheet, *around),
        order,
    )


def ends_of(text: str) -> tuple[str, str] | None:
    """First and last day of a span as written, with or without a year: Dec 22 - Jan 2; None where it is none."""
    first, last = _first_and_last(text.strip())
    return (first, last) if first and last else None


def clocks_of(text: str) -> tuple[str, str] | None:
    """Start and end of a span of times: 9:00-9:30; None where it is none."""
    first, last = _ends(text.strip())
    return (first, last) if first and last else None


def _moments(table: Table) -> Table:
    """A session's day, start and end in one cell (10/03/2025 9:30 AM - 10:00 AM) in columns of their own."""
    for place, heading in enumerate(table.headings):
        first = _first(table.body.column(place))
        if ":" not in first or _MOMENT.match(first) is None:
            continue
        told = [_MOMENT.match(text.strip()) if text else None for text in table.body.column(place).to_pylist()]
        filled = sum(bool(text and text.strip()) for text in table.body.column(place).to_pylist())
        if sum(one is not None and dates.looks_like(one[1]) for one in told) >= _MOST * filled:
            ends = [_ends(one[2]) if one else (None, None) for one in told]
            days = [
                one[1] if one else text for one, text in zip(told, table.body.column(place).to_pylist(), strict=True)
            ]
            whole: list[tuple[str | None, ...]] = [(day, *pair) for day, pair in zip(days, ends, strict=True)]
            names: tuple[str, ...] = ("Session Date", "Start Time", "End Time")
            if any(one and one[3] for one in told) and not _all_of(table, "sessions", "minutes"):
                whole = [(*one, found and found[3]) for one, found in zip(whole, told, strict=True)]
                names = (*names, "Minutes")
            return _with(table, place, whole, names, f"{heading}: day, from and to.")
    return table


def _times(table: Table) -> Table:
    taken = {words.heading(heading) for heading in table.headings}
    if taken & {"start time", "end time", "time in", "time out", "start", "end"}:
        return table
    for place, heading in enumerate(table.headings):
        column = table.body.column(place)
        if ":" not in _first(column):
            continue
        texts = [text for text in column.to_pylist() if text and text.strip()]
        if sum(_SPAN.match(text) is not None for text in texts) >= _MOST * len(texts):
            return _parted(table, place, heading)
    return table


def _clocked(table: Table) -> Table:
    """A session's day with the clock (12/02/2025 8:30 AM), where no column is of times: it is also when it began."""
    if any(_all_of(table, "sessions", name) for name in ("start_time", "end_time")):
        return table
    for place in _all_of(table, "sessions", "session_date"):
        texts = [text for text in table.body.column(place).slice(0, _LOOKED_AT).to_pylist() if text and text.strip()]
        clocks = {dates.read_time(text).value for text in texts if ":" in text}
        if texts and len(clocks) > 1 and all(map(_is_stamp, texts)) and all(map(_of_school, clocks)):
            return table.also("Start Time", table.body.column(place))
    return table


def _of_school(clock: object) -> bool:
    """Whether a time is one at which schools are open: others are those of a system."""
    return isinstance(clock, time) and _OPEN <= clock.hour <= _CLOSED


_OPEN, _CLOSED = 6, 18


def _first(column: pa.ChunkedArray) -> str:
    """The first text of a column that says something; "" where none does."""
    return next((cell.as_py() for cell in column if (cell.as_py() or "").strip()), "")


_NO_SESSION = frozenset(
    ("create", "log", "logged", "submit", "enter", "update", "updated", "modified", "signed", "sign", "approved", "end")
)


def _stamped(table: Table) -> Table:
    """A start with its day (scheduled_start 2025-10-14T09:30:00), where no column is called the day: that is the day."""
    if _all_of(table, "sessions", "session_date"):
        return table
    for place, heading in enumerate(table.headings):
        told = words.said_by(heading)
        texts = [text for text in table.body.column(place).slice(0, _LOOKED_AT).to_pylist() if text and text.strip()]
        if (
            "start" in told
            and not told & _NO_SESSION
            and texts
            and all(map(_is_stamp, texts))
            and not all(map(dates.is_midnight, texts))
        ):
            return table.also("Session Date", table.body.column(place))
    return table


def _is_stamp(text: str) -> bool:
    return _CLOCK.search(text) is not None and dates.looks_like(text)


def _stamps(table: Table) -> Table:
    """Start and end with their day (2025-09-08 09:00), both of one day, where no column is called the day."""
    starts, ends = (_all_of(table, "sessions", name) for name in ("start_time", "end_time"))
    if len(starts) != 1 or len(ends) != 1 or _all_of(table, "sessions", "session_date"):
        return table
    pairs = list(
        zip(*(table.body.column(place).slice(0, _LOOKED_AT).to_pylist() for place in (*starts, *ends)), strict=True)
    )
    told = [pair for pair in pairs if all(pair)]
    if not told or sum(_of_one_day(*pair) for pair in told) < _MOST * len(told):
        return table
    return table.also("Session Date", table.body.column(starts[0]))


def _of_one_day(start: str, end: str) -> bool:
    first, last = dates.read(start).value, dates.read(end).value
    return first is not None and first == last and all(_CLOCK.search(text) for text in (start, end))


_OF_A_MONTH = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|thru)\s*(\d{1,2})(?:st|nd|rd|th)?)?$")


def _of_months(table: Table) -> Table:
    """A calendar with whole days in place of those of a month (18; 13-15) that a title above them names."""
    month = next((place for place, one in enumerate(table.headings) if words.heading(one) == "month"), None)
    if month is None or _only(table, "calendar_days", "day_type") is None:
        return table
    said = [dates.month_in(text) if text else None for text in table.body.column(month).to_pylist()]
    for place in _all_of(table, "calendar_days", "day") if said and all(said) else ():
        texts = [(text or "").strip() for text in table.body.column(place).to_pylist()]
        told = [_whole(text, *of) if of else text for text, of in zip(texts, said, strict=True)]
        if told != texts:
            columns = [pa.chunked_array([pa.array(told, pa.string())]) if at == place else column
                       for at, column in enumerate(table.body.columns) if at != month]  # fmt: skip
            headings = tuple(one for at, one in enumerate(table.headings) if at != month)
            return replace(table, headings=headings, body=body_of(columns))
    return table


def _whole(text: str, year: int, month: int) -> str:
    """A day or a span of days of a month with its year: August 13-15, 2025; other texts as they are."""
    match = _OF_A_MONTH.match(text)
    if match is None or (match[2] and int(match[2]) < int(match[1])):
        return text
    return f"{calendar.month_name[month]} {'-'.join(day for day in match.groups() if day)}, {year}"


_AND = re.compile(r"\s*(?:&|;|\+|\band\b)\s*|,\s+(?=\d{1,2}/)")
_OF_THE_SAME = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?(,?\s+\d{4})?$")


def _each_day(table: Table) -> Table:
    """A row for each day of a calendar's cell that lists several (2/13 & 2/16; Nov 27 and 28)."""
    if _only(table, "calendar_days", "day_type") is None:
        return table
    for place in _all_of(table, "calendar_days", "day"):
        texts = table.body.column(place).to_pylist()
        told = [_listed(text.strip()) if text and _AND.search(text) else [text] for text in texts]
        if any(len(one) > 1 for one in told):
            source = pa.array([row for row, one in enumerate(told) for _ in one], pa.int64())
            columns = [column.take(source) for column in table.body.columns]
            columns[place] = pa.chunked_array([pa.array([day for one in told for day in one], pa.string())])
            return replace(table, body=body_of(columns), row_numbers=table.row_numbers.take(source))
    return table


def _listed(text: str) -> list[str | None]:
    """The days that a text lists, the month and year of one said for the others; the text alone where it lists none."""
    parts = [part for part in _AND.split(text) if part]
    year = (match := re.search(r",?\s+(\d{4})$", parts[-1])) and match[1]
    days: list[str | None] = []
    for part in parts:
        same = _OF_THE_SAME.match(part)
        if same and days and (before := spread.part(_without_year(days[-1] or ""))):
            part = f"{before[0]}/{same[1]}"
        elif not _is_day(part):
            return [text]
        days.append(f"{part}, {year}" if year and spread.part(part) and "/" not in part else part)
    if year:
        days = [f"{day}/{year}" if day and re.fullmatch(r"\d{1,2}/\d{1,2}", day) else day for day in days]
    return days


def _without_year(day: str) -> str:
    return re.sub(r",?\s+\d{4}$|/\d{4}$", "", day)


def _dates(table: Table) -> Table:
    """First and last day in one cell (11/26/2025 - 11/28/2025; Nov 26-28, 2025) in columns of their own."""
    if any(
        _all_of(table, dataset, name)
        for dataset in ("grading_periods", "service_lines")
        for name in ("start_date", "end_date")
    ):
        return table
    for place, heading in enumerate(table.headings):
        texts = [
            text.strip() for text in table.body.column(place).slice(0, _LOOKED_AT).to_pylist() if text and text.strip()
        ]
        if not any(_IN_MONTH.match(text) or _BETWEEN.search(text) for text in texts):
            continue
        found = [_first_and_last(text) for text in texts]
        if (
            any(first and spread.part(first) for first, _ in found)
            and _only(table, "calendar_days", "day_type") is None
            and not _names_periods(table)
        ):
            continue
        if any(last for _, last in found) and sum(first is not None for first, _ in found) >= _MOST * len(texts):
            told = [_first_and_last(text) if text else (None, None) for text in table.body.column(place).to_pylist()]
            whole = table.body.column(place).to_pylist()
            pairs = [(first or text, last) for (first, last), text in zip(told, whole, strict=True)]
            of_plan = "IEP " if "iep" in words.heading(heading).split() else ""
            names = (f"{of_plan}Start Date", f"{of_plan}End Date")
            return _with(table, place, pairs, names, f"{heading}: first and last day.")
    return table


def _names_periods(table: Table) -> bool:
    """Whether a column holds nothing but grading periods: the days beside them are theirs; T1 may be a person's id too."""
    told = [table.texts(place) for place, one in enumerate(table.headings) if not words.said_by(one) & _OF_SOMEBODY]
    return any(len(texts) > 1 and all(map(terms.is_period, texts)) for texts in told)


_OF_SOMEBODY = frozenset({"student", "provider", "therapist", "staff", "teacher", "id", "line"})


def _first_and_last(text: str) -> tuple[str | None, str | None]:
    """(first day, last day) of a span; (day, None) of a day alone; (None, None) of anything else."""
    if match := _IN_MONTH.match(text):
        month, first, last, year = match.groups()
        ending = f", {year}" if year else ""
        return f"{month} {first}{ending}", f"{month} {last}{ending}"
    if _is_day(text):
        return text, None
    first, _, last = (
        part.strip() for part in (_BETWEEN.split(text, maxsplit=1) if _BETWEEN.search(text) else ("", "", ""))
    )
    if _is_day(first) and spread.part(first) and dates.looks_like(last):
        first = _with_year_of(first, last)
    return (first, last) if _is_day(first) and _is_day(last) else (None, None)


def _is_day(text: str) -> bool:
    return dates.looks_like(text) or spread.part(text) is not None


def _with_year_of(first: str, last: str) -> str:
    """``Nov 26 - Nov 28, 2025``: the first day is in the year of the last one, or the one before."""
    end, part = dates.read(last).value, spread.part(first)
    if not isinstance(end, date) or part is None:
        return first
    year = end.year if part <= (end.month, end.day) else end.year - 1
    return f"{year}-{part[0]:02d}-{part[1]:02d}"


def _parted(table: Table, place: int, heading: str) -> Table:
    pairs = [_ends(text) for text in table.body.column(place).to_pylist()]
    plan = "Scheduled " if "scheduled" in words.said_by(heading) else ""
    return _with(
        table, place, pairs, (f"{plan}Start Time", f"{plan}End Time"), f"{'Times' if plan else heading}: from and to."
    )


def _with(table: Table, place: int, told: Sequence[tuple[str | None, ...]], names: tuple[str, ...], note: str) -> Table:
    """The table with columns of these names in a column's place."""
    columns = list(table.body.columns)
    columns[place : place + 1] = [pa.array([one[side] for one in told], pa.string()) for side in range(len(names))]
    headings = list(table.headings)
    headings[place : place + 1] = names
    body = body_of(columns)
    return replace(table, headings=tuple(headings), body=body, notes=(*table.notes, note))


def _ends(text: str | None) -> tuple[str | None, str | None]:
    match = _SPAN.match(text or "")
    if match is None:
        return text, None
    start, first, end, last = match.groups()
    if last and not first:
        first = last if _clock(start) <= _clock(end) else "a"
    return tuple(f"{clock} {half}m" if half else clock for clock, half in ((start, first), (end, last)))  # type: ignore[return-value]


def _clock(text: str) -> int:
    hour, _, minute = text.partition(":")
    return int(hour) % 12 * 60 + int(minute or 0)


def _days(table: Table, evidence: tuple[str, ...], order: dates.Order | None) -> Table:
    start, end = (_only(table, "grading_periods", name) for name in ("start_date", "end_date"))
    kind = _only(table, "calendar_days", "day_type")
    if start is None or end is None or kind is None or not _are_breaks(table, kind):
        return table
    ends = [table.body.column(place).to_pylist() for place in (start, end)]
    whole = [text for column in ends for text in column if text and dates.looks_like(text)]
    told = [[_completed(text, (*evidence, " ".join(whole))) for text in column] for column in ends]
    found = [(row, day) for row, (first, last) in enumerate(zip(*told, strict=True))
             for day in _between(first, last, order)]  # fmt: skip
    kept = [place for place in range(len(table.headings)) if place not in (start, end)]
    source = pa.array([row for row, _ in found], pa.int64())
    columns = [table.body.column(place).take(source) for place in kept]
    columns.append(pa.chunked_array([pa.array([day for _, day in found], pa.string())]))
    body = body_of(columns)
    headings = (*(table.headings[place] for place in kept), "Date")
    return replace(table, headings=headings, body=body, row_numbers=table.row_numbers.take(source))


def _completed(text: str | None, evidence: tuple[str, ...]) -> str | None:
    return melting.date_of(text.strip(), evidence, _WHOLE_YEAR) if text and spread.part(text.strip()) else text


def _only(table: Table, dataset: str, name: str) -> int | None:
    """The one column that is written for a place of a dataset."""
    found = _all_of(table, dataset, name)
    return found[0] if len(found) == 1 else None


def _all_of(table: Table, dataset: str, name: str) -> list[int]:
    """The columns that are written for a place of a dataset."""
    listed = next(slot.words for slot in synonyms.SLOTS[dataset] if slot.name == name)
    return [place for place, heading in enumerate(table.headings) if words.heading(heading) in listed]


def _are_breaks(table: Table, kind: int) -> bool:
    known = synonyms.headings("calendar_days")
    texts = [text for text in table.body.column(kind).to_pylist() if text and text.strip()]
    others = {word for listed in (*known.values(), *synonyms.headings("grading_periods").values()) for word in listed}
    strange = [place for place, heading in enumerate(table.headings) if words.heading(heading) not in others]
    told = sum(terms.day_type(text) is not None for text in texts)
    about_people = any(
        words.heading(table.headings[place]) in _people() and not _of_days(table.body.column(place))
        for place in strange
    )
    return bool(texts) and not about_people and told >= _MOST * len(texts)


def _of_days(column: pa.ChunkedArray) -> bool:
    """Whether a column says of each day what becomes of those it is headed by (Students: no school; Staff: report)."""
    texts = {text.strip() for text in column.to_pylist() if text and text.strip()}
    known = sum(terms.day_type(text) is not None or words.plain(text) in _OF_DAYS for text in texts)
    return bool(texts) and known == len(texts)


_OF_DAYS = frozenset(
    ("off", "on", "report", "reports", "do not report", "work", "workday", "work day", "attend", "attends", "present",
     "in", "out", "in school", "open", "closed", "yes", "no", "y", "n", "x", "optional", "regular", "full day")
)  # fmt: skip


def _people() -> set[str]:
    return {
        word for topic in ("student", "provider") for listed in synonyms.headings(topic).values() for word in listed
    }


def _between(first: str | None, last: str | None, order: dates.Order | None) -> list[str | None]:
    """Each weekday from the first day to the last; what can't be read stays as it is written, a break with both ends."""
    if not last or not last.strip():
        return [first]
    form = dates.Form(order or "month_first")
    start, end = dates.read(first, form).value, dates.read(last, form).value
    unclear = order is None and any(dates.only_day_first(text) for text in (first, last) if text)
    if unclear or not isinstance(start, date) or not isinstance(end, date) or not 0 <= (end - start).days <= LONGEST:
        return [f"{first} - {last}" if first else last]
    days = (start + timedelta(number) for number in range((end - start).days + 1))
    return [day.isoformat() for day in days if day.weekday() < 5]
