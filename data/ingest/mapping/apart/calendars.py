"""What looks like the days of a calendar, or its grading periods, and is neither."""

from data.ingest.mapping.choose import Fit
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import names, terms
from data.ingest.values.words import heading as words_of


def is_of_school_days(headings: tuple[str, ...], cells: tuple[str, ...]) -> bool:
    """Whether a sheet with a column a day names no student, and what stands under its days are kinds of day."""
    nobody = not any(words_of(heading) in looks.of_students() for heading in headings)
    known = [text for text in cells if terms.day_type(text)]
    return nobody and len(known) >= KINDS and len(known) * 2 >= len(cells)


KINDS = 2


def is_no_calendar(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether days are the first ones of several, or what stands under a column a day is no kind of day, or whose
    rows each name a child."""
    cells = cells_of(table)
    if is_of_first_days(fit) or _are_of_children(fit, samples):
        return True
    return cells is not None and not is_of_school_days(table.headings, samples[cells])


def _are_of_children(fit: Fit, samples: list[tuple[str, ...]]) -> bool:
    """Whether whole names, Last, First, stand under a student's heading."""
    at = looks.only_one_for(fit.headings, "sessions", "student_name")
    return at is not None and bool(samples[at]) and all("," in one and names.looks_whole(one) for one in samples[at])


def are_no_periods(fit: Fit, _table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether what are taken for the periods' names are kinds of days: breaks, holidays, early releases."""
    named = samples[fit.places["period"]] if "period" in fit.places else ()
    kinds = sum(terms.day_type(text) is not None for text in named)
    return kinds >= KINDS and not any(map(terms.is_period, named))


def is_of_first_days(fit: Fit) -> bool:
    """Whether what is taken for the day is the first of several, up to a last one that has no place."""
    ends = looks.written_for(fit.rest, "grading_periods", "end_date")
    return bool(ends) and bool(looks.written_for([fit.headings[fit.places["day"]]], "grading_periods", "start_date"))


def cells_of(table: Table) -> int | None:
    """The column of the cells of a sheet that had a column a day."""
    return table.headings.index(table.melted[1]) if table.melted else None
