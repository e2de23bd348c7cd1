"""Minutes delivered in each month (Sep, Oct, ...) of a list of service lines: another system's total, never sessions."""

import calendar
import re
from collections.abc import Sequence
from datetime import date

from data.contracts import meanings, synonyms
from data.ingest.model import Table
from data.ingest.tables import looks, week_names, years
from data.ingest.tables.layouts import melting
from data.ingest.values import dates, families, numbers, words

FEWEST = 2
_GIVEN = meanings.words("given") | {"receive", "received", "log", "logged"}
_BESIDE = families.CLOCK | {"time", "of", "total", "service", "session"}
_SAYS_GIVEN = re.compile(r"\b(?:deliver\w*|provided|served|given|logged|actual)\b", re.IGNORECASE)


def summed(table: Table, around: Sequence[str] = ()) -> Table:
    """A list of service lines with its columns of months as one stated total and the day to which it goes; as it is where
    there are none, or where nothing says that they are of what was delivered."""
    months = of_minutes(table)
    evidence = (*table.notes, table.sheet, *around, _days(table))
    told = all(_GIVEN & words.said_by(table.headings[place]) for place in months) or any(
        map(_SAYS_GIVEN.search, evidence)
    )
    if not months or not told or not _promises(table.headings):
        return table
    columns = {place: table.body.column(place).to_pylist() for place in months}
    sums = [_sum([columns[place][row] for place in months]) for row in range(table.body.num_rows)]
    last = max((place for place in months if any(columns[place])), key=lambda place: _order(months[place]))
    until = _last_day(months[last], evidence, set(months.values()))
    repeated = [place for place in range(len(table.headings)) if place not in months and _repeats(table, place, sums)]
    listed = f"{table.headings[min(months)]} to {table.headings[last]}"
    note = f"Minutes by month ({listed}) are that system's total, to compare with; they are in no figure."
    rest = table.without(*months, *repeated).noted(note)
    return rest.also("Stated Delivered Minutes", sums).also("Stated As Of", [until if one else None for one in sums])


def until(table: Table) -> Table:
    """A stated total whose heading says the day to which it goes (Delivered thru 1/30/2026), with the day as a column."""
    listed = {*synonyms.headings("service_lines")["stated_delivered_minutes"]}
    for place, heading in enumerate(table.headings):
        match = _UNTIL.match(heading)
        if match and words.heading(match[1]) in listed and not dates.read(match[2]).failed:
            return table.called(place, match[1].strip()).also("Stated As Of", [match[2]] * table.body.num_rows)
    return table


_UNTIL = re.compile(
    r"^(.+?)[\s(]+(?:thru|through|as of|to|until|by)\s+(\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}))\)?$", re.IGNORECASE
)


def _days(table: Table) -> str:
    """The days of the list in one text, which may be of one school year."""
    texts = (text for column in table.body.columns for text in column.slice(0, _LOOKED_AT).to_pylist())
    return " ".join(text for text in texts if text and dates.looks_like(text))


_LOOKED_AT = 100


def of_minutes(table: Table) -> dict[int, int]:
    """The columns of numbers that are headed by months, with their months; none where there are fewer than two."""
    found = {place: month for place, heading in enumerate(table.headings) if (month := _month(heading))}
    texts = {place: [text.strip() for text in table.texts(place)] for place in found}
    distinct = len(set(found.values())) == len(found)
    return found if distinct and sum(map(bool, texts.values())) >= FEWEST and all(map(_numbers, texts.values())) else {}


def of_weeks(table: Table) -> list[int]:
    """The columns, mostly of numbers, that are headed by weeks (Week of 10/6, Oct 6-10); none where there are fewer than
    two."""
    found = [place for place, heading in enumerate(table.headings) if week_names.named_in(heading)]
    told = [text for place in found for text in table.texts(place)]
    counted = sum(numbers.to_float(text) is not None for text in told)
    return found if len(found) >= FEWEST and told and counted >= _MOSTLY * len(told) else []


_MOSTLY = 0.5


def _month(heading: str) -> int | None:
    """The month of a heading that says little else: Sep, October Minutes, Nov 2025 Delivered."""
    told = [word for word in words.plain(heading).split() if not word.isdigit()]
    numbers_of = [number for word in told if (number := dates.month_number(word))]
    rest = words.said_by(" ".join(word for word in told if not dates.month_number(word)))
    return numbers_of[0] if len(numbers_of) == 1 and rest <= _GIVEN | _BESIDE else None


def _numbers(texts: list[str]) -> bool:
    return all(numbers.to_float(text) is not None or text in ("-", "–") for text in texts)


def _promises(headings: Sequence[str]) -> bool:
    listed = synonyms.headings("service_lines")
    known = {frozenset(words.spelt_out(one).split()) for name in looks.PROMISED for one in listed.get(name, ())}
    several = [one for one in known if len(one) > 1]
    told = [frozenset(words.said_by(heading)) for heading in headings]
    return any(one in known or any(other <= one for other in several) for one in told)


def _sum(texts: Sequence[str | None]) -> str | None:
    told = [number for text in texts if text and (number := numbers.to_float(text)) is not None]
    return f"{sum(told):g}" if told else None


def _repeats(table: Table, place: int, sums: Sequence[str | None]) -> bool:
    """Whether a column is the total of the months."""
    if not {"total", "ytd"} & words.said_by(table.headings[place]) and not melting.is_sum(table.headings[place]):
        return False
    own = [numbers.to_float(text) if text else None for text in table.body.column(place).to_pylist()]
    return own == [float(one) if one else None for one in sums]


def _order(month: int) -> int:
    """A month's place in a school year."""
    return (month - years.NEW_YEAR) % 12


def _last_day(month: int, evidence: Sequence[str], beside: set[int]) -> str | None:
    year = years.of(month, evidence, beside)
    return date(year, month, calendar.monthrange(year, month)[1]).isoformat() if year else None
