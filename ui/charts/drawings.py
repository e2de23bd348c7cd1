"""What each chart says: a frame of figures in, a drawing with a message computed from that same frame out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Any

import pandas as pd

from analytics.policies import Policies
from ui.charts import charts, courses, upright_charts
from ui.charts.bars import Sum
from ui.charts.charts import MOST_BARS, Drawing
from ui.charts.palette import CAUSE_PATTERNS, Palette, band_colour, cause_colour
from ui.charts.stacks import Part
from ui.parts import words

Names = Mapping[str, str]


def named(value: Any, names: Names, none: str = "not stated") -> str:
    """The name of a key; what a group without one is called."""
    return none if words.is_missing(value) or value == "" else names.get(str(value), str(value))


def more(rest: int, what: str) -> str:
    """What a chart leaves to its table."""
    return f" The table has {rest} more {what if rest > 1 else what.removesuffix('s')}." if rest else ""


def rates(
    frame: pd.DataFrame, key: str, names: Names, colours: Palette, *, what: str, many: str, policy: Policies, about: str,
    measure: str = "adjusted_rate",
) -> Drawing | None:  # fmt: skip
    """Delivered % by school or provider, the lowest first; student absences set aside, in bands and against the line that
    counts as on track, which is told of that rate only (rules 8)."""
    known = frame[frame[measure].notna()].sort_values(measure, kind="stable")
    if known.empty:
        return None
    top = known.head(MOST_BARS)
    labels = [named(value, names) for value in top[key]]
    values, judged = [float(rate) for rate in top[measure]], measure == "adjusted_rate"
    target = policy.number("on_track")
    found = [_band(policy, rate) for rate in values] if judged else []
    figure = charts.bars(
        colours, labels, values, [_with_mark(rate, found[n] if judged else "") for n, rate in enumerate(values)],
        [band_colour(colours, band) for band in found] or colours.accent,
        target=(target, f"on track from {target:.0%}") if judged else None, top=1.0, inside=True,
    )  # fmt: skip
    title = _rates_title(known[measure], labels, what, many, target if judged else None)
    return Drawing(figure, title, about + more(len(known) - len(top), many), title, "delivered-by-" + key)


def _band(policy: Policies, rate: float) -> str:
    steps = [name for name in ("on_track", "watch", "at_risk") if round(rate, 6) >= policy.number(name)]
    return steps[0] if steps else "critical"


def _with_mark(rate: float, band: str) -> str:
    return f"{words.BAND_MARKS[band]} {words.rate(rate)}" if band else words.rate(rate)


def _rates_title(rates: pd.Series, labels: list[str], what: str, many: str, target: float | None) -> str:
    lowest = f"lowest is {labels[0]} at {words.rate(rates.iloc[0])}"
    if target is None:
        return (
            f"{lowest.capitalize() if len(rates) == 1 else 'L' + lowest[1:]}, of {words.plural(len(rates), what, many)}"
        )
    low = int((rates < target).sum())
    if not low:
        return f"Every {what} is at {target:.0%} or above; {lowest}"
    if low == len(rates) > 1:
        return f"{'Both' if low == 2 else f'All {low}'} {many} are under {target:.0%}; {lowest}"
    return f"{low} of {words.plural(len(rates), what, many)} {'is' if low == 1 else 'are'} under {target:.0%}; {lowest}"


WENT = (
    ("credited", "delivered and credited"),
    ("excused", "excused"),
    ("review", "for review"),
    ("make_up_recorded", "make-up candidate, reason recorded"),
    ("no_record", "not accounted for"),
    ("open", "still open this period"),
)


def where_it_went(
    frame: pd.DataFrame, key: str, names: Names, colours: Palette, *, what: str, about: str
) -> Drawing | None:
    """Each group's expected hours, split so that they add up; the message is who holds those not accounted for."""
    if frame.empty:
        return None
    parts = [name for name, _ in WENT]
    frame = frame.assign(expected=frame[parts].sum(axis=1))
    frame = frame[frame["expected"] > 0].sort_values("no_record", ascending=False, kind="stable")
    if frame.empty:
        return None
    top = frame.head(MOST_BARS)
    labels = [
        _with_hours(named(value, names), minutes) for value, minutes in zip(top[key], top["no_record"], strict=True)
    ]
    fills = _went_colours(colours)
    made = [
        Part(words_for, [float(value) / 60 for value in top[name]], *fills[name], whole=float(frame[name].sum()) / 60)
        for name, words_for in WENT
    ]
    title = share_title(
        frame, key, "no_record", names, "of the hours not accounted for", "No expected hours are left unaccounted for"
    )
    figure = charts.stacked(colours, labels, made, unit="h", ends=_over(top))
    rest = more(len(frame) - len(top), what)
    return Drawing(figure, title, about + rest, title, "where-it-went-by-" + key)


def _with_hours(name: str, minutes: float) -> str:
    """A group's name with what the chart is sorted by, which is the smallest part of its bar."""
    return f"{name} · {words.hours(minutes)} not accounted for" if minutes > 0 else name


def _over(frame: pd.DataFrame) -> tuple[str, list[str]]:
    """Over-delivered hours as a mark of their own past the end of what was expected; they are no part of it."""
    texts = [f"◊ +{words.hours(one)}" if one >= 3 else "" for one in frame["excess"]]  # under 0.05 h none is told
    return "◊ over-delivered, not carried over", texts


def _went_colours(colours: Palette) -> dict[str, tuple[str, str]]:
    return {
        "credited": (colours.accent, ""),
        "excused": (colours.student, ""),
        "review": (colours.school, "."),
        "make_up_recorded": (colours.provider, ""),
        "no_record": (colours.no_record, "/"),
        "open": (colours.soft, "-"),
    }


def share_title(frame: pd.DataFrame, key: str, column: str, names: Names, of: str, none: str) -> str:
    """ "Birch and Cedar hold 61% of ...": the one or two groups that hold most of a column."""
    total = float(frame[column].sum())
    if total <= 0:
        return none
    ordered = frame.sort_values(column, ascending=False, kind="stable")
    first = float(ordered[column].iloc[0]) / total
    take = 1 if first >= 0.5 or len(ordered) == 1 or ordered[column].iloc[1] <= 0 else 2
    who = [named(value, names) for value in ordered[key].head(take)]
    share = float(ordered[column].head(take).sum()) / total
    return f"{words.listed(who)} {'holds' if take == 1 else 'hold'} {share:.0%} {of}"


def month_name(month: Any) -> str:
    """ "Nov" of 2025-11 or of a date."""
    when = pd.Timestamp(str(month) + "-01" if len(str(month)) == 7 else month)
    return f"{when:%b}"


def trend(frame: pd.DataFrame, colours: Palette, *, as_of: date, target: float, about: str,
          measure: str = "adjusted_rate") -> Drawing | None:  # fmt: skip
    """Delivered % by month; a month that the as-of date cuts, or most of whose minutes lie in periods that are still open,
    is hollow; the running week may be the next month's. The message is the latest whole month's change. The line is told of
    the adjusted rate only."""
    frame = frame[frame["expected_minutes"] > 0].sort_values("month", kind="stable")
    if frame.empty:
        return None
    months = [pd.Timestamp(str(month) + "-01" if len(str(month)) == 7 else month) for month in frame["month"]]
    running = [
        month + pd.offsets.MonthEnd(0) > pd.Timestamp(as_of) or minutes > expected / 2
        for month, minutes, expected in zip(months, frame["open_minutes"], frame["expected_minutes"], strict=True)
    ]
    values = [None if words.is_missing(rate) else float(rate) for rate in frame[measure]]
    labels = [f"{month:%b}" for month in months]
    figure = courses.course(
        colours, labels, values, [words.rate(value) for value in values], hollow=running,
        target=(target, f"on track from {target:.0%}") if measure == "adjusted_rate" else None,
    )  # fmt: skip
    title = _change(labels, values, running)
    note = " Hollow: still open." if any(running) else ""
    note += " A week counts in the month that holds most of its days." if months[-1] > pd.Timestamp(as_of) else ""
    return Drawing(figure, title, about + note, title, "delivered-by-month")


def delivered(frame: pd.DataFrame, colours: Palette, *, about: str) -> Drawing | None:
    """Delivered hours by month, for logs without mandates: hours, no rate."""
    frame = frame[frame["delivered_minutes"] > 0].sort_values("month", kind="stable")
    if frame.empty:
        return None
    labels = [month_name(month) for month in frame["month"]]
    hours = [float(minutes) / 60 for minutes in frame["delivered_minutes"]]
    figure = upright_charts.columns(colours, labels, hours, [words.hours(value * 60) for value in hours])
    title = f"{words.hours(sum(hours) * 60)} delivered from {labels[0]} to {labels[-1]}"
    return Drawing(figure, title, about, title, "delivered-hours-by-month")


def _change(labels: Sequence[str], values: Sequence[float | None], running: Sequence[bool]) -> str:
    closed = [
        (name, value) for name, value, now in zip(labels, values, running, strict=True) if not now and value is not None
    ]
    if not closed:
        return "The first month is still running"
    name, last = closed[-1]
    if len(closed) == 1:
        return f"{name} stands at {words.rate(last)}"
    before_name, before = closed[-2]
    step = round((last - before) * 100, 1)
    if abs(step) < 0.1:
        return f"{name} stands at {words.rate(last)}, as in {before_name}"
    return f"{name} {'rose' if step > 0 else 'fell'} to {words.rate(last)}, from {words.rate(before)} in {before_name}"


def reasons(frame: pd.DataFrame, colours: Palette, *, about: str) -> Drawing | None:
    """Missed hours by reason, the largest first with the running share of all (Pareto), coloured by who could change it."""
    totals = _by_size(zip(frame["reason"], frame["cause"], strict=True), frame["minutes"])
    if not totals:
        return None
    together, top = sum(minutes for _, minutes in totals), totals[:MOST_BARS]
    labels = [words.REASONS.get(reason, reason.replace("_", " ")) for (reason, _), _ in top]
    causes = [cause for (_, cause), _ in top]
    so_far = accumulate(minutes / together for _, minutes in top)
    texts = [
        f"{words.hours(minutes)} · {'together ' if place else ''}{words.share(share)}"
        for place, ((_, minutes), share) in enumerate(zip(top, so_far, strict=True))
    ]
    figure = charts.bars(
        colours, [_with_cause(*one) for one in zip(labels, causes, strict=True)], [minutes / 60 for _, minutes in top], texts,
        [cause_colour(colours, cause) for cause in causes], patterns=[CAUSE_PATTERNS.get(cause, "") for cause in causes],
        key=_by_side(totals, colours),
    )  # fmt: skip
    title = _whose(totals)
    return Drawing(figure, title, f"{about} Together: with all above it.", _causes(totals), "reasons")


def _by_size(keys: Iterable[Any], minutes: Iterable[float]) -> list[tuple[Any, float]]:
    """Minutes added up by key, the most first, then by name; nothing of what is none."""
    totals: dict[Any, float] = {}
    for key, value in zip(keys, minutes, strict=True):
        totals[key] = totals.get(key, 0.0) + float(value)
    return sorted(((key, value) for key, value in totals.items() if value > 0), key=lambda one: (-one[1], one[0]))


def _shares(totals: Sequence[tuple[tuple[str, str], float]]) -> list[tuple[str, float]]:
    """Who could change it with the share of the missed minutes, the largest first."""
    by_cause = _by_size((cause for (_, cause), _ in totals), (minutes for _, minutes in totals))
    together = sum(minutes for _, minutes in by_cause)
    return [(cause, minutes / together) for cause, minutes in by_cause]


def _by_side(totals: Sequence[tuple[tuple[str, str], float]], colours: Palette) -> list[Sum]:
    """What each side's reasons come to in all: the hours and their share of what was missed."""
    together = sum(minutes for _, minutes in totals)
    return [
        (cause_colour(colours, cause), CAUSE_PATTERNS.get(cause, ""), words.CAUSES.get(cause, cause).lower(),
         f"{words.hours(share * together)} · {words.share(share)}")
        for cause, share in _shares(totals)
    ]  # fmt: skip


SIDES = {
    "student": "student reasons", "family": "family reasons", "provider": "provider reasons", "school": "school reasons",
    "calendar": "holidays", "no_record": "hours not accounted for", "other": "other reasons",
}  # fmt: skip


def _whose(totals: Sequence[tuple[tuple[str, str], float]]) -> str:
    """ "Student reasons make up 43% of the missed hours, provider reasons 30%": the two largest; the bars tell all."""
    (first, most), *rest = ((SIDES.get(cause, cause), share) for cause, share in _shares(totals))
    said = f"{first.capitalize()} make up {most:.0%} of the missed hours"
    return said + (f", {rest[0][0]} {rest[0][1]:.0%}" if rest else "")


def _causes(totals: Sequence[tuple[tuple[str, str], float]]) -> str:
    """ "Missed hours: student 43%, provider 30%, ...": all sides from 1 % on, for who doesn't see the bars."""
    told = (
        f"{words.CAUSES.get(cause, cause).lower()} {share:.0%}" for cause, share in _shares(totals) if share >= 0.01
    )
    return f"Missed hours: {', '.join(told)}"


def _with_cause(name: str, cause: str) -> str:
    said = words.CAUSES.get(cause, cause).lower()
    return name if said in name else f"{name} ({said})"


def cause_heat(frame: pd.DataFrame, cause: str, names: Names, colours: Palette, *, about: str) -> Drawing | None:
    """Hours missed for one class of causes by school and month, the number in each cell."""
    rows = frame[(frame["cause"] == cause) & (frame["minutes"] > 0)]
    if rows.empty:
        return None
    grid = rows.pivot_table(index="school", columns="month", values="minutes", aggfunc="sum", fill_value=0) / 60
    grid = grid.loc[grid.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    fewer, grid = len(grid) - MOST_BARS, grid.head(MOST_BARS)
    hours = grid.to_numpy()
    row, column = divmod(int(hours.argmax()), hours.shape[1])
    labels = [named(school, names) for school in grid.index]
    figure = charts.heat(
        colours, labels, [month_name(month) for month in grid.columns], hours.tolist(),
        [[f"{cell:,.0f}" if round(cell) else "" for cell in line] for line in hours], cause_colour(colours, cause),
    )  # fmt: skip
    most = words.hours(60 * hours[row, column])
    title = f"{words.CAUSES.get(cause, cause)}: most at {labels[row]} in {month_name(grid.columns[column])}, {most}"
    rest = f" {words.plural(fewer, 'more school')} with fewer hours." if fewer > 0 else ""
    return Drawing(figure, title, about + rest, title, "cause-by-school-and-month")


BAND_ORDER = ("no_service", "critical", "at_risk", "watch", "on_track", "too_early", "n/a")


def bands(frame: pd.DataFrame, colours: Palette, *, about: str) -> Drawing | None:
    """How many lines stand in each band, the worst first."""
    counts = frame["band"].fillna("n/a").value_counts()
    order = [band for band in BAND_ORDER if counts.get(band, 0)]
    if not order:
        return None
    figure = charts.bars(
        colours, [words.band(band) for band in order], [int(counts[band]) for band in order],
        [words.count(counts[band]) for band in order], [band_colour(colours, band) for band in order],
    )  # fmt: skip
    judged = sum(int(counts.get(band, 0)) for band in BAND_ORDER[:5])
    fine = int(counts.get("on_track", 0))
    title = f"{words.count(fine)} of {words.plural(judged, 'service line')} {'is' if fine == 1 else 'are'} on track"
    return Drawing(figure, title, about, title, "lines-by-band")


FAR_BELOW = 7
"""Steps of ten points that are under 70 %."""
LEAST_BINS_FROM = 5


def _bins(first: int) -> list[str]:
    """The names of the steps from one on; all eleven only by where they begin, so that they stand upright on a phone."""
    if not first:
        return [str(step * 10) for step in range(11)]
    return [f"{step * 10}–{step * 10 + 10}" for step in range(first, 10)] + ["100"]


def students_by_rate(
    frame: pd.DataFrame, colours: Palette, *, about: str, measure: str = "adjusted_rate"
) -> Drawing | None:
    """How many students stand at which rate, in steps of ten points from the lowest that anybody is at; the message is how
    many are far below."""
    counts = frame[frame["measure"] == measure].set_index("bin")["students"]
    total = int(counts.sum())
    if not total:
        return None
    values = [int(counts.get(step, 0)) for step in range(11)]
    first = min(LEAST_BINS_FROM, next(step for step, number in enumerate(values) if number))
    shown = values[first:]
    figure = upright_charts.columns(
        colours, _bins(first), [float(one) for one in shown], [words.count(one) if one else "" for one in shown],
        axis="delivered %" if first else "delivered %, each from there on",
        fills=[colours.critical if step < FAR_BELOW else colours.accent for step in range(first, 11)],
    )  # fmt: skip
    low = sum(values[:FAR_BELOW])
    title = f"{words.count(low)} of {words.plural(total, 'student')} {'is' if low == 1 else 'are'} under 70%"
    return Drawing(figure, title, about, title, "students-by-rate")
