"""The school year of days without a year, told by the weekdays that stand in or beside them (Mon 10/6)."""

import re
from collections.abc import Iterable
from datetime import date

from data.ingest.model import Table
from data.ingest.staging.columns import Heading
from data.ingest.staging.work import Work
from data.ingest.tables import spread, years
from data.ingest.values import weekdays
from data.ingest.values.words import heading as words_of

Named = tuple[int, int, int]
"""Month, day and weekday, 0 for Monday."""
_HEADINGS = frozenset(("", "day", "weekday", "week day", "day of week", "day of the week", "dow"))
_WORD = re.compile(r"^\s*([A-Za-z]+)")
_YEARS = 4
"""School years back from that of the upload: within so many, a day is each weekday once at most."""
_FEWEST = 2
_LOOKED_AT = 300


def school_year(work: Work, heading: Heading) -> str | None:
    """The one school year (2025-26) of the last four in which all days of a column are the weekdays that their own cells,
    or a column of weekdays, say; None where fewer than two days have one, or none or several years fit."""
    today = work.context.load_date
    named = set(_within(heading.texts)) | set(_beside(work.table, heading.place))
    if today is None or len(named) < _FEWEST:
        return None
    latest = today.year if today.month >= years.NEW_YEAR else today.year - 1
    fitting = [first for first in range(latest, latest - _YEARS, -1) if all(_fits(one, first) for one in named)]
    return f"{fitting[0]}-{(fitting[0] + 1) % 100:02d}" if len(fitting) == 1 else None


def _within(texts: Iterable[str]) -> Iterable[Named]:
    for text in texts:
        part, word = spread.part(text.strip()), _WORD.match(text)
        day = weekdays.of(word[1]) if word else None
        if part and day is not None:
            yield *part, day


def _beside(table: Table, place: int) -> Iterable[Named]:
    days = [text or "" for text in table.body.column(place).slice(0, _LOOKED_AT).to_pylist()]
    for at, told in enumerate(table.headings):
        texts = table.body.column(at).slice(0, _LOOKED_AT).to_pylist() if words_of(told) in _HEADINGS else ()
        for text, day in zip(texts, days, strict=False):
            part, weekday = spread.part(day.strip()), weekdays.of(text) if text else None
            if part and weekday is not None:
                yield *part, weekday


def _fits(named: Named, first: int) -> bool:
    month, day, weekday = named
    try:
        return date(first if month >= years.NEW_YEAR else first + 1, month, day).weekday() == weekday
    except ValueError:
        return False
