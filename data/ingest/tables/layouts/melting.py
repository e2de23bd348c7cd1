"""Sheets with a column a day, turned to long form: one record for each filled day."""

import re
from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from data.ingest.tables import spread, years
from data.ingest.tables.long import Long, Wide, filled, long
from data.ingest.tables.looks import day_of
from data.ingest.values import dates, durations, families, names, numbers, statuses, words

Month = tuple[int, int]
_WORD = re.compile(r"[A-Za-z]{3,}")
_BESIDE_MONTHS = frozenset(
    {"month", "for", "the", "log", "logs", "service", "services", "therapy", "attendance", "calendar", "year"}
)


_COUNTED = frozenset(
    {"missed", "absent", "provide", "deliver", "see", "serve", "present", "attendance", "session", "day", "count", "total", "#",
     "makeup", "number", "give", "given", "held", "occur"}
)  # fmt: skip
"""What a column of counts beside the days is called by."""


def day_columns(headings: Sequence[str]) -> list[int]:
    """The places of headings that are days; none where the table is no grid of days."""
    return spread.some_dates(headings) or spread.days(headings)


Under = dict[str, dict[int, str | None]]
"""What holds for all students of a day: name -> column of the day -> text."""
_OF_A_DAY = (
    families.TIMES | families.SITES | families.KINDS | {"provider", "staff", "service", "grouping", "setting", "topic"}
)
_MOST_ROWS = 4


def under_days(
    headings: tuple[str, ...], columns: list[pa.Array]
) -> tuple[tuple[str, ...], list[pa.Array], Under, np.ndarray]:
    """The table without the rows right under its days that tell something of each day (Minutes, Therapist), what they
    tell, and the places of the rows that are left. The column in which they are called so is that of the students."""
    days = day_columns(headings)
    place = next((at for at in range(len(headings)) if at not in days), None)
    rows = np.arange(len(columns[0]) if columns else 0)
    firsts = columns[place].slice(0, _MOST_ROWS + 1).to_pylist() if place is not None else []
    called = 0
    while called < min(len(firsts), _MOST_ROWS) and firsts[called] and is_of_a_day(firsts[called]):
        called += 1
    if place is None or not called or called == len(rows) or not _are_names(columns[place].slice(called)):
        return headings, columns, {}, rows
    under = {firsts[row].strip(" :"): {day: columns[day][row].as_py() for day in days} for row in range(called)}
    named = tuple("Student Name" if at == place else heading for at, heading in enumerate(headings))
    return named, [column.slice(called) for column in columns], under, rows[called:]


def is_of_a_day(text: str) -> bool:
    """Whether a text says what holds for all students of a day: Minutes, Therapist."""
    told = words.said_by(text)
    return bool(told & _OF_A_DAY) and len(told) <= 3


def _are_names(column: pa.Array) -> bool:
    texts = [text for text in column.to_pylist() if text and text.strip()]
    return bool(texts) and all(names.looks_whole(text) for text in texts)


def melt(
    headings: tuple[str, ...], columns: list[pa.Array], evidence: Sequence[tuple[str, ...]], under: Under | None = None
) -> Long | None:
    """The long form of a table, or None where no columns are days.

    ``evidence`` holds, for each row, the texts that may say its month and year, the nearest first. A day of a month
    that nothing names keeps its heading as its date. Totals over the days are dropped.
    """
    days = day_columns(headings)
    if not days:
        return None
    wide = _with_minus({day: columns[day].to_pylist() for day in days})
    gone = [
        at
        for at, heading in enumerate(headings)
        if at in days or (at > days[0] and sums_up(heading, columns[at], wide))
    ]
    places = filled(wide)
    heads = (_free("Date", headings), _free("Value", headings))
    months = [part[0] for day in days if (part := spread.part(headings[day]))]
    made: dict[str, Sequence[str | None]] = {
        heads[0]: [date_of(headings[day], evidence[row], months) for row, day in places],
        heads[1]: [wide[day][row] for row, day in places],
    }
    made |= {name: [said[day] for _, day in places] for name, said in (under or {}).items()}
    return long(headings, columns, gone, places, made, heads)


MINUS = "minus (-)"
_PLUS, _DASHES = "+", frozenset({"-", "–", "—"})


def _with_minus(days: Wide) -> Wide:
    """The cells of the days with a dash as a mark where others are a plus: it may say that nobody came."""
    if not any(text and text.strip() == _PLUS for cells in days.values() for text in cells):
        return days
    return {day: [MINUS if text and text.strip() in _DASHES else text for text in cells] for day, cells in days.items()}


def is_sum(heading: str) -> bool:
    """Whether a heading sums up the columns before it: Total, Average, Q1 avg."""
    return _SUM.search(heading.strip()) is not None


_SUM = re.compile(
    r"^(?:sub)?total|^sum\b|^count\b|^(?:average|avg)\b|\S\s+(?:averages?|avg|mean|median)\.?(?:\s*\(?%\)?)?$",
    re.IGNORECASE,
)


def sums_up(heading: str, column: pa.Array, days: Wide) -> bool:
    """Whether a column behind the days tells nothing but what they come to: by its heading, or because it counts some of
    the filled ones (never more, under a word for what it counts) or adds up their minutes."""
    return is_sum(heading) or _counts(heading, column.to_pylist(), days) or _adds_up(column, days)


def _counts(heading: str, texts: Sequence[str | None], days: Wide) -> bool:
    if not _COUNTED & words.said_by(heading):
        return False
    told = [(numbers.to_float(text), _filled(days, row)) for row, text in enumerate(texts) if text]
    return bool(told) and all(number is not None and number <= len(cells) for number, cells in told)


def _filled(days: Wide, row: int) -> list[str]:
    return [text for cells in days.values() if (text := cells[row]) and spread.is_filled(text)]


_LOOKED_AT = 60


def _adds_up(column: pa.Array, days: Wide) -> bool:
    """Whether each of the first rows has the sum of its days' minutes, several of them in one row at least, or most rows
    have, of which two are of several: somebody adds up wrong. Of days with a letter beside their minutes (30i, 15c) maybe
    without those of one letter."""
    told = [(row, text) for row, text in enumerate(column.slice(0, _LOOKED_AT).to_pylist()) if text and text.strip()]
    sums = [numbers.to_float(text) for _, text in told]
    if len(told) < _FEWEST_SUMS or None in sums:
        return False
    minutes = [[one for cell in _filled(days, row) if (one := _lettered(cell))] for row, _ in told]
    letters = {letter for of_row in minutes for letter, _ in of_row}
    for without in (None, *sorted(letters - {""})):
        left = [[number for letter, number in of_row if letter != without] for of_row in minutes]
        same = [one for one, total in zip(left, sums, strict=True) if sum(one) == total]
        of_several = sum(len(one) > 1 for one in same)
        if of_several >= (1 if len(same) == len(sums) else _FEWEST_SUMS) and len(same) >= _MOST_ADD_UP * len(sums):
            return True
    return False


def _lettered(cell: str) -> tuple[str, float] | None:
    """The minutes of a day's cell with the letters beside them, "" where none are; None where it tells no minutes."""
    if number := statuses.read(cell).minutes:
        return "", number
    marked = durations.beside_mark(cell)
    return (marked[0].casefold(), marked[1]) if marked else None


_FEWEST_SUMS, _MOST_ADD_UP = 2, 0.66


def _free(name: str, headings: tuple[str, ...]) -> str:
    taken = {words.heading(heading) for heading in headings}
    return name if name.lower() not in taken else f"{name} of the column"


def date_of(heading: str, evidence: tuple[str, ...], months: Sequence[int] = ()) -> str:
    """The day that a heading names, YYYY-MM-DD where the evidence completes it, else as the heading says it.

    ``months`` are those of the days beside it.
    """
    if part := spread.part(heading):
        year = years.of(part[0], evidence, months) or years.within(*part, evidence)
        return f"{year}-{part[0]:02d}-{part[1]:02d}" if year else heading
    day = day_of(heading)
    if day is None or dates.looks_like(heading):
        return heading
    month = month_of(evidence)
    return f"{month[0]}-{month[1]:02d}-{day:02d}" if month else heading


def month_of(evidence: tuple[str, ...]) -> Month | None:
    """(year, month) from the first text that names both, or from a month's name and a year in different texts."""
    for text in evidence:
        if month := dates.month_in(text.replace("_", " ")) or dates.month_in(text.replace("_", "-")):
            return month
    named = next((number for text in evidence if (number := _only_month(text))), None)
    year = years.of(named, evidence) if named else None
    return (year, named) if named and year else _short_month(evidence)


_SHORT_MONTH = re.compile(r"\s*([A-Za-z]{3,9})\.?[ -]'?([2-4]\d)\s*")


def _short_month(evidence: tuple[str, ...]) -> Month | None:
    """The one month that a text alone is, with its year in two digits (Oct-25): the days of a month stand beneath it."""
    matches = (_SHORT_MONTH.fullmatch(text) for text in evidence)
    found = {(2000 + int(match[2]), month) for match in matches if match and (month := dates.month_number(match[1]))}
    return found.pop() if len(found) == 1 else None


def _only_month(text: str) -> int | None:
    """The month of a text that says little else; a person's name may be that of a month."""
    said = [word.lower() for word in _WORD.findall(text.replace("_", " "))]
    numbers = [number for word in said if (number := dates.month_number(word))]
    return numbers[0] if len(numbers) == 1 and len(said) == 1 + sum(word in _BESIDE_MONTHS for word in said) else None
