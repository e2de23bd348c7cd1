"""What is done to a table once it has a row a record, in order: a new way of writing several facts in one gets its place here."""

from collections.abc import Callable, Sequence
from functools import partial

from data.ingest.model import Table
from data.ingest.tables import (
    actual,
    bookings,
    branches,
    clocks,
    closings,
    comings,
    cycles,
    dated_scores,
    day_codes,
    days,
    descriptors,
    dittos,
    forms,
    ids,
    inforce,
    keyed,
    lengths,
    listed_days,
    lowhigh,
    madeup,
    marks,
    modes,
    months,
    moves,
    nobody,
    numbered_goals,
    outcomes,
    pairs,
    periods,
    plans,
    refers,
    rollcall,
    rotations,
    several,
    shares,
    shut,
    sites,
    some_of_them,
    staffing,
    stated_on,
    subjects,
    summers,
    tabs,
    ticks,
    trials,
    units,
    weeks,
    years,
)
from data.ingest.values.dates import Order

Step = Callable[[Table], Table]


_IN_ONE_COLUMN: tuple[Step, ...] = (
    plans.given,
    plans.headed,
    shares.of_groups,
    actual.day,
    inforce.own_days,
    inforce.of_years,
    inforce.dropped,
    lowhigh.joined,
    cycles.side_by_side,
    actual.over_planned,
    actual.same,
    actual.times,
    summers.apart,
    units.of_quantities,
    units.of_visits,
    units.of_seconds,
    units.of_timed,
    units.joined,
    staffing.parted,
    staffing.weekly,
    staffing.by_person,
    staffing.credentialed,
    trials.counted,
    trials.strung,
    trials.shared,
    trials.told_twice,
)
"""Each amount in one column: the actual day, minutes with their unit, a week's, the FTE in all, the percent of trials."""
_APART: tuple[Step, ...] = (
    forms.told,
    periods.undated,
    branches.joined,
    pairs.from_to,
    pairs.apart,
    pairs.of_key,
    comings.told,
    pairs.of_people,
    pairs.of_service,
    weeks.parted,
    weeks.dated,
    nobody.left_out,
    bookings.of_students,
    bookings.sized,
    actual.minutes,
    actual.provider,
    ticks.told,
    ticks.minutes_missed,
    lengths.apart,
    madeup.planned,
    madeup.apart,
    refers.to_days,
    closings.apart,
    closings.became,
    moves.apart,
    sites.listed,
    rollcall.apart,
    some_of_them.apart,
    several.apart,
    listed_days.apart,
    marks.told,
    several.services,
    outcomes.apart,
    modes.told,
    ids.apart,
    subjects.named,
    numbered_goals.listed,
    day_codes.told,
    day_codes.keyed,
    day_codes.of_minutes,
    shut.told,
    rotations.told,
    day_codes.scheduled,
)
"""A record for each session of a row, and columns of what stands together in one: what became of it, names and ids."""


def taken(table: Table, around: Sequence[str] = (), order: Order | None = None) -> Table:
    """The table after all steps; each leaves it as it is where it isn't written so. ``around`` may say a year; ``order``
    is that of slashed dates, where a person said it."""
    totals: tuple[Step, ...] = (
        partial(years.told, around=around),
        months.until,
        partial(months.summed, around=around),
        stated_on.told,
    )
    times: tuple[Step, ...] = (
        clocks.apart,
        actual.begun,
        partial(dated_scores.apart, around=around),
        partial(tabs.dated, around=around),
        tabs.of_period,
        partial(days.apart, around=around, order=order),
    )
    for step in (descriptors.bare, keyed.by_headings, dittos.filled, *totals, *_IN_ONE_COLUMN, *times, *_APART):
        table = step(table)
    return table
