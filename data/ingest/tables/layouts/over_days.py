"""Weeks, months or terms over the days that are theirs, with the students' heading beside them and not beside the days: Student,
Week 1, Week 2, over 9/8, 9/10, 9/15."""

from collections.abc import Sequence

from data.ingest.tables import looks, week_names
from data.ingest.tables.spread import some_dates
from data.ingest.values import dates, terms, words

Row = Sequence[str | None]


def are(above: Row, below: Row) -> bool:
    """Whether a row of nothing but whole days stands under one that heads the open columns, one of them the students', and
    says of some days no more than when they are."""
    days = some_dates(below)
    if len(above) != len(below) or not days or sum(map(bool, below)) != len(days):
        return False
    over = [cell for place in days if (cell := above[place])]
    beside = [cell for place, cell in enumerate(above) if cell and place not in days]
    return (
        bool(over) and all(map(_says_when, over)) and any(words.heading(one) in looks.of_students() for one in beside)
    )


def headings(above: Row, below: Row) -> tuple[str, ...]:
    """The days, and the headings of what stands beside them."""
    return tuple(" ".join((day or top or "").split()) for top, day in zip(above, below, strict=True))


def _says_when(cell: str) -> bool:
    is_month = dates.month_number(cell) is not None or dates.month_in(cell) is not None
    return is_month or week_names.NUMBERED.match(cell) is not None or terms.is_period(cell) or looks.is_weekday(cell)
