"""What the charts of the Student page say: mandates on a time axis, sessions as a calendar with their reasons."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from ui.charts import time_charts
from ui.charts.charts import Drawing, label
from ui.charts.palette import Palette, cause_colour
from ui.charts.time_charts import Span
from ui.parts import words

MARKS = {"delivered": "●", "partial": "◐", "make_up": "▲", "attempt": "○"}
"""How a day looks in the calendar: a mark beside the colour; missed days carry the first letter of their cause."""
CAUSE_MARKS = {
    "student": "S", "family": "F", "provider": "P", "school": "B", "calendar": "C", "other": "×",
}  # fmt: skip
"""B: the building, since S is the student."""


def mandates(frame: pd.DataFrame, colours: Palette, *, as_of: date, about: str) -> Drawing | None:
    """Every service line as a bar over its days in force, ended ones hatched; the message is what is in force."""
    frame = frame[frame["window_from"] <= frame["window_to"]]
    if frame.empty:
        return None
    first, last = _shown(frame, as_of)
    spans = [_span(row, colours, first, last) for row in frame.to_dict("records")]
    now = int(frame["is_in_force"].sum())
    amended = int((frame["ended_by"] != "end").sum())
    title = f"{words.plural(now, 'service line')} in force"
    title += f"; {words.plural(amended, 'line')} ended by a later one" if amended else ""
    return Drawing(time_charts.timeline(colours, spans, today=as_of), title, about, title, "service-lines")


def _shown(frame: pd.DataFrame, as_of: date) -> tuple[date, date]:
    """The days that are drawn: two years around the as-of date at most, so that an old plan doesn't squeeze the rest."""
    first, last = pd.Timestamp(frame["window_from"].min()).date(), pd.Timestamp(frame["window_to"].max()).date()
    return max(first, as_of.replace(year=as_of.year - 1, day=1)), min(last, as_of.replace(year=as_of.year + 1, day=1))


def _span(row: Mapping[Any, Any], colours: Palette, first: date, last: date) -> Span:
    start, end = pd.Timestamp(row["window_from"]).date(), pd.Timestamp(row["window_to"]).date()
    text = f"{mandate(row)}, {words.day(start, year=True)} to {words.day(end, year=True)}"
    shade = colours.accent if row["is_in_force"] else colours.quiet
    return Span(mandate(row), min(max(start, first), last), max(min(end, last), first), text, shade,
                "" if row["is_in_force"] else "/")  # fmt: skip


def mandate(row: Mapping[Any, Any]) -> str:
    """One service line in a few words: "OT push-in, 60 min a week"."""
    setting = "" if words.is_missing(row["setting"]) else f" {words.SETTINGS.get(str(row['setting']), row['setting'])}"
    plan = "" if row["plan_type"] == "IEP" else f" ({row['plan_type']})"
    summer = " in summer" if row["esy"] else ""
    return f"{words.service(str(row['service']))}{setting}{plan}{summer}, {words.promise(row)}"


@dataclass(frozen=True)
class Calendar:
    """The calendar of a student's sessions, and what its marks mean."""

    drawing: Drawing
    legend: str


def sessions(frame: pd.DataFrame, causes: Mapping[str, str], colours: Palette, *, about: str) -> Calendar | None:
    """Weeks across, Monday to Friday down; a day with several sessions shows what was missed of them, so that no missed one
    hides behind one that was given. ``causes`` of reasons."""
    if frame.empty:
        return None
    days = pd.to_datetime(frame["session_date"])
    first = days.min() - pd.Timedelta(days=int(days.min().weekday()))
    weeks = [pd.Timestamp(week) for week in pd.date_range(first, days.max(), freq="7D")]
    shown, told = _by_day(frame, causes)
    grid = [[week + pd.Timedelta(days=weekday) for week in weeks] for weekday in range(5)]
    figure = time_charts.days(
        colours,
        [f"{week:%b %d}" for week in weeks],
        [[shown.get(day.date(), "") for day in line] for line in grid],
        _shades(colours),
        {**MARKS, **CAUSE_MARKS},
        [[_hover(day, told) for day in line] for line in grid],
    )
    title = sessions_title(frame)
    drawing = Drawing(figure, title, about, title, "sessions")
    return Calendar(drawing, _legend(shown, told))


_ORDER = ("attempt", "partial", "make_up", "delivered")
"""Of what wasn't missed, what a day with several sessions shows first."""


def _by_day(frame: pd.DataFrame, causes: Mapping[str, str]) -> tuple[dict[date, str], dict[date, list[str]]]:
    """The kind that each day shows, and all that happened on it in words."""
    shown: dict[date, str] = {}
    told: dict[date, list[str]] = {}
    for row in frame.to_dict("records"):
        day, status = pd.Timestamp(row["session_date"]).date(), str(row["status"])
        kind = causes.get(str(row["reason"]), "other") if status == "missed" else status
        if day not in shown or _rank(kind) < _rank(shown[day]):
            shown[day] = kind
        told.setdefault(day, []).append(_in_words(row, status))
    return shown, told


def _rank(kind: str) -> int:
    return _ORDER.index(kind) if kind in _ORDER else -1


def _hover(day: pd.Timestamp, told: Mapping[date, Sequence[str]]) -> str:
    return label(f"{day:%b} {day.day}: {'; '.join(told.get(day.date(), ['no session']))}", 90)


def _in_words(row: Mapping[Any, Any], status: str) -> str:
    service = words.service(str(row["service"]))
    if status == "missed":
        return f"{service} missed, {words.REASONS.get(str(row['reason']), 'reason not stated')}"
    return f"{service} {words.STATUSES.get(status, status)}, {words.minutes(row['minutes'])}"


def _shades(colours: Palette) -> dict[str, str]:
    given = {
        "delivered": colours.accent,
        "make_up": colours.on_track,
        "partial": colours.soft,
        "attempt": colours.watch,
    }
    return {**given, **{cause: cause_colour(colours, cause) for cause in CAUSE_MARKS}}


def sessions_title(frame: pd.DataFrame) -> str:
    """How many sessions are on file, how many were missed and why."""
    missed = frame[frame["status"] == "missed"]
    said = f"{words.plural(len(frame), 'session')} on file, {words.count(len(missed))} missed"
    reasons = Counter(words.REASONS.get(str(one), "reason not stated") for one in missed["reason"])
    counted = [f"{reason} ({number})" for reason, number in reasons.most_common()]
    return f"{said}: {words.listed(counted)}" if counted else said


def _legend(shown: Mapping[date, str], told: Mapping[date, Sequence[str]]) -> str:
    """Only the marks that occur, in words; that a missed session goes before others of its day, where there are some."""
    names = {**words.STATUSES, **{cause: f"missed, {words.CAUSES[cause].lower()}" for cause in CAUSE_MARKS}}
    names["school"] = "missed, school (building)"
    marks = {**MARKS, **CAUSE_MARKS}
    parts = [f"{marks[kind]} {names[kind]}" for kind in marks if kind in set(shown.values())]
    if any(kind in CAUSE_MARKS and len(told[day]) > 1 for day, kind in shown.items()):
        parts.append("of several on a day, the missed one is shown")
    return " · ".join(parts)
