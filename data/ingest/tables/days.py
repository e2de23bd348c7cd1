"""Days in a cell as columns and rows of their own: first and last day of a span, each day of a list, each weekday of a break."""

import calendar
import re
from collections.abc import Sequence

import pyarrow as pa

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks, melting, spans, spread
from data.ingest.values import dates, terms, words

_MOST = 0.8
_LOOKED_AT = 300
_WHOLE_YEAR = (1, 9)
"""Months of both halves of a school year: a bare year doesn't tell which of them is meant."""
_OF_A_MONTH = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?(?:\s*(?:-|–|—|to|thru)\s*(\d{1,2})(?:st|nd|rd|th)?)?$")


def apart(table: Table, around: Sequence[str] = (), order: dates.Order | None = None) -> Table:
    """The table with first and last days in columns of their own, and a row for each day of a calendar.

    ``around`` may say the year of days that are written without one, beside the table's own titles; ``order`` is that of
    slashed dates where a person said it. A break of which the days can't be told yet stays one row, with both its ends.
    """
    evidence = (*table.notes, table.sheet, *around)
    for step in (_of_months, _each, _ends):
        table = step(table)
    return _of_breaks(table, evidence, order)


def _of_months(table: Table) -> Table:
    """A calendar with whole days in place of those of a month (18; 13-15) that a title above them names."""
    month = next((place for place, one in enumerate(table.headings) if words.heading(one) == "month"), None)
    if month is None or _kind_of_day(table) is None:
        return table
    said = [dates.month_in(text) if text else None for text in table.body.column(month).to_pylist()]
    for place in looks.written_for(table.headings, "calendar_days", "day") if said and all(said) else ():
        texts = [(text or "").strip() for text in table.body.column(place).to_pylist()]
        told = [_whole(text, *of) if of else text for text, of in zip(texts, said, strict=True)]
        if told != texts:
            return table.filled(place, told).without(month)
    return table


def _kind_of_day(table: Table) -> int | None:
    """The one column of a calendar that says what kind of day it is."""
    return looks.only_one_for(table.headings, "calendar_days", "day_type")


def _whole(text: str, year: int, month: int) -> str:
    """A day or a span of days of a month with its year: August 13-15, 2025; other texts as they are."""
    match = _OF_A_MONTH.match(text)
    if match is None or (match[2] and int(match[2]) < int(match[1])):
        return text
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
        looks.written_for(table.headings, dataset, name)
        for dataset in ("grading_periods", "service_lines")
        for name in ("start_date", "end_date")
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


def _are_spans(table: Table, place: int) -> bool:
    """Whether a column holds days, some of them from one to another; without their year only where a kind of day or a
    grading period says whose they are."""
    column = table.body.column(place).slice(0, _LOOKED_AT)
    texts = [text.strip() for text in column.to_pylist() if text and text.strip()]
    if not any(map(spans.may_be, texts)):
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
    """A calendar's breaks, from a first to a last day, with a row for each of their weekdays."""
    start, end = (looks.only_one_for(table.headings, "grading_periods", name) for name in ("start_date", "end_date"))
    kind = _kind_of_day(table)
    if start is None or end is None or kind is None or not _are_breaks(table, kind):
        return table
    columns = [table.body.column(place).to_pylist() for place in (start, end)]
    whole = " ".join(text for column in columns for text in column if text and dates.looks_like(text))
    firsts, lasts = ([_completed(text, (*evidence, whole)) for text in column] for column in columns)
    told = [spans.weekdays(first, last, order) for first, last in zip(firsts, lasts, strict=True)]
    rows = [row for row, of_one in enumerate(told) for _ in of_one]
    return table.without(start, end).rows(rows).also("Date", [day for of_one in told for day in of_one])


def _completed(text: str | None, evidence: tuple[str, ...]) -> str | None:
    return melting.date_of(text.strip(), evidence, _WHOLE_YEAR) if text and spread.part(text.strip()) else text


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
