"""The ways in which a sheet's records are drawn, in the order in which they are tried: the first one that fits reads it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

import numpy as np
import pyarrow as pa

from data.ingest.model import LeftOut, Table, body_of
from data.ingest.tables import labels, legend, years
from data.ingest.tables.grid import Grid
from data.ingest.tables.joined import Header
from data.ingest.tables.labelled import Sections
from data.ingest.tables.layouts import (
    bookings,
    by_school,
    by_year,
    corners,
    day_groups,
    day_lists,
    goal_groups,
    matrix,
    melting,
    name_lists,
    periods,
    person_groups,
    probes,
    shorthand,
    sideways,
    sites,
    stretches,
    turned,
    versions,
    weeks,
)
from data.ingest.tables.long import Long
from data.ingest.values import dates

_REMARKS = frozenset({"banner", "comment", "head block", "section title", "note below the table", "beside the table"})
"""Why rows are left out that say something of the records."""
_LOOKED_AT = 300


def remarks_in(left_out: dict[int, str]) -> list[int]:
    """The rows, of the first that are left out, that say something of the records."""
    return [at for at, why in islice(left_out.items(), _LOOKED_AT) if why in _REMARKS]


@dataclass(frozen=True)
class Wide:
    """A table as it is drawn, before its days, weeks, schools or goals become a record each."""

    grid: Grid
    header: Header
    headings: tuple[str, ...]
    columns: list[pa.Array]
    records: np.ndarray
    left_out: dict[int, str]
    notes: tuple[str, ...]
    sections: Sections
    key: legend.Legend

    @cached_property
    def remarks(self) -> list[str]:
        """What stands around the records: titles, comments, notes and keys."""
        return [*self.notes, *(cell for at in remarks_in(self.left_out) for cell in self.grid.row(at) if cell)]

    @cached_property
    def evidence(self) -> list[tuple[str, ...]]:
        """For each record, what may say its month: the last labels above it, the titles, the sheet's name."""
        periods_above = [
            (at, f"{label} {value}")
            for at, pairs in self.sections
            for label, value in pairs.items()
            if labels.is_period(label)
        ]
        titles = (*self.notes, self.grid.name)
        own = _own_periods(self)
        if own is None and not periods_above:
            return [titles] * len(self.records)
        return [
            (*(own[place] if own else ()), *(text for at, text in reversed(periods_above) if at < row), *titles)
            for place, row in enumerate(self.records.tolist())
        ]


def _own_periods(wide: Wide) -> list[tuple[str, ...]] | None:
    """The month that a record of a card with a row a month says itself; None where no column is one of months."""
    for heading, column in zip(wide.headings, wide.columns, strict=True):
        if labels.is_period(heading) or not heading:
            texts = column.to_pylist()
            filled = [text for text in texts if text and text.strip()]
            if filled and all(dates.month_in(text) or dates.month_number(text.strip(" .")) for text in filled):
                return [(text,) if text and text.strip() else () for text in texts]
    return None


def _by_day(wide: Wide) -> Long | None:
    """Days, without the rows right under them that say something of each."""
    if not melting.day_columns(wide.headings):
        return None
    headings, columns, under, kept = melting.under_days(wide.headings, wide.columns)
    rest = replace(wide, headings=headings, columns=columns, records=wide.records[kept])
    found = melting.melt(headings, columns, rest.evidence, under)
    above = set(range(len(wide.records))) - set(kept.tolist())
    return found and replace(found, source=kept[found.source], left_out=dict.fromkeys(above, "said of each day"))


def _by_month(wide: Wide) -> Long | None:
    if not any(map(periods.names_goal, wide.headings)):
        return None
    dated = stretches.by_last_days(wide.headings, (*wide.remarks, wide.grid.name))
    return None if dated == wide.headings else day_groups.by_day(dated, wide.columns)


def _by_group(wide: Wide) -> Long | None:
    told_apart = day_groups.days_in(wide.headings) or by_year.are_several(wide.headings)
    return None if told_apart else sideways.by_group(wide.headings, wide.columns)


LAYOUTS: tuple[tuple[str, Callable[[Wide], Long | None]], ...] = (
    (
        "goals side by side, each before its grading periods",
        lambda it: goal_groups.melt(it.headings, it.columns, it.key, (*it.remarks, it.grid.name)),
    ),
    (
        "goals with a column a grading period, report, week or month",
        lambda it: periods.melt(it.headings, it.columns, it.key, (*it.remarks, it.grid.name)),
    ),
    (
        "goals with the same columns under each month",
        _by_month,
    ),
    ("a column a week, weekdays in its cells", lambda it: weeks.in_cells(it.headings, it.columns, it.evidence)),
    ("a column a day, as a date or a day of the month", _by_day),
    ("a column a weekday, the week in a column", lambda it: weeks.melt(it.headings, it.columns)),
    ("the same columns under each numbered week, or month", lambda it: sideways.by_week(it.headings, it.columns)),
    ("the same columns under each day, or week", lambda it: day_groups.by_day(it.headings, it.columns, it.evidence)),
    ("a column a numbered week", lambda it: weeks.numbered(it.headings, it.columns)),
    ("a timetable of one week", lambda it: bookings.of_week(it.headings, it.columns, it.evidence)),
    ("a provider's week: schools under weekdays", lambda it: sites.melt(it.headings, it.columns)),
    ("a school's week: people under weekdays", lambda it: sites.by_people(it.headings, it.columns)),
    ("a provider's schools, each beside its weekdays", lambda it: sites.in_pairs(it.headings, it.columns)),
    ("a provider's week: weekdays under schools", lambda it: sites.by_weekday(it.headings, it.columns)),
    ("a calendar with a row a month", lambda it: day_lists.melt(it.headings, it.columns, it.evidence)),
    ("a calendar with a column a kind of day", lambda it: day_lists.by_kind(it.headings, it.columns, it.evidence)),
    ("a calendar with a column a school", lambda it: by_school.melt(it.headings, it.columns)),
    ("who supervises whom, a column a person", lambda it: matrix.melt(it.headings, it.columns, it.remarks)),
    (
        "students with a column a grade or school",
        lambda it: name_lists.melt(it.headings, it.columns, (*it.remarks, it.grid.name)),
    ),
    ("scores with a column a goal", lambda it: probes.melt(it.headings, it.columns)),
    ("amounts as written and as amended", lambda it: versions.melt(it.headings, it.columns)),
    ("amounts with a column a service", lambda it: shorthand.melt(it.headings, it.columns, it.remarks, it.key)),
    ("a row a day, a column a student", lambda it: turned.melt(it.headings, it.columns, it.evidence)),
    ("a row a day, a column a time slot", lambda it: bookings.by_slot(it.headings, it.columns, it.evidence)),
    ("a form's answers, a column a student", lambda it: turned.asked(it.headings, it.columns)),
    ("a column a weekday, the week in a title", lambda it: weeks.titled(it.headings, it.columns, it.evidence, it.key)),
    ("amounts under each school year", lambda it: by_year.melt(it.headings, it.columns)),
    ("the same columns under each service", lambda it: sideways.by_topic(it.headings, it.columns)),
    ("the same columns under each name", lambda it: person_groups.by_person(it.headings, it.columns)),
    ("the same columns, numbered", _by_group),
    ("a session's students, numbered", lambda it: sideways.by_student(it.headings, it.columns)),
)
"""What a table may look like beside a row a record, and what reads it: None where it isn't drawn so."""


def read(wide: Wide) -> Table:
    """The table with a row a record, however it was drawn."""
    below = [text for text in wide.remarks if text not in wide.notes and years.in_short(text)]
    wide = replace(wide, notes=(*wide.notes, *below)) if below else wide
    titles = (*wide.notes, wide.grid.name)
    corner = corners.place(wide.headings)
    weeks = [] if corner is None else [one for one in wide.headings[corner : corner + 1] if corners.is_week(one)]
    named = corners.named(wide.headings, wide.columns, titles, wide.grid.columns)
    wide = replace(wide, headings=named, notes=(*weeks, *wide.notes))
    found = next((long for _, layout in LAYOUTS if (long := layout(wide)) is not None), None)
    if found is None:
        return _table(wide, wide.records)
    why = dict.fromkeys(set(range(len(wide.records))) - set(found.source.tolist()), "no day filled") | found.left_out
    left_out = wide.left_out | {int(wide.records[place]): reason for place, reason in why.items()}
    notes = (*wide.notes, found.note) if found.note else wide.notes
    told = replace(wide, headings=found.headings, columns=found.columns, left_out=left_out, notes=notes)
    table = _table(told, wide.records[found.source], found.names)
    return replace(table, told=(found.note,)) if found.note else table


def _table(wide: Wide, records: np.ndarray, melted: tuple[str, str] | None = None) -> Table:
    left_out = tuple(LeftOut(wide.grid.number(at), why) for at, why in sorted(wide.left_out.items()))
    body = body_of(column.cast(pa.string()) for column in wide.columns)
    record_numbers = pa.array(wide.grid.numbers[records], pa.int32())
    header_row = wide.grid.number(wide.header.row)
    return Table(wide.grid.name, wide.headings, body, record_numbers, header_row, left_out, melted, wide.notes)
