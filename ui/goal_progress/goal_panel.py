"""One goal drawn: small for the wall, large with the trend's range, mandate changes and the minutes given beneath."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analytics import goals as figures
from analytics import students, trends
from analytics.trends import Trend
from ui.goal_progress import goal_charts
from ui.goal_progress.goal_charts import Beneath
from ui.parts import messages, page, words
from ui.shell import drill
from ui.shell.session import View

Goal = dict[str, Any]
Points = list[tuple[date, float]]
GOAL = "goal"
"""The URL's name for the goal that is shown large: the random key of its student's link, and which of the student's goals
it is, never an id."""


def choose(view: View, listed: pd.DataFrame, place: int) -> None:
    """Name the goal of the row that was chosen in the URL (a callback)."""
    row = listed.iloc[place]
    number = _of_student(view, str(row["student_id"]))["goal_id"].tolist().index(row["goal_id"])
    st.query_params[GOAL] = f"{row['link_key']}.{number}"


def named(view: View) -> Goal | None:
    """The goal that the URL names; None where it names none."""
    link, _, number = st.query_params.get(GOAL, "").partition(".")
    who = view.read(students.by_link, view.scope, link) if link else None
    if who is None or not number.isdecimal():
        return None
    found = _of_student(view, str(who["student_id"])).to_dict("records")[int(number) :]
    return {str(name): value for name, value in found[0].items()} if found else None


def leave() -> None:
    """Close the goal (a callback)."""
    st.query_params.pop(GOAL, None)


def title(goal: Goal) -> str:
    """Whose goal it is, and what it says."""
    return f"{goal['student_name']}: {words.cut(goal['goal_text'], 110) or 'a goal without text'}"


def _of_student(view: View, student_id: str) -> pd.DataFrame:
    """All goals of a student in an order that no filter changes."""
    found: pd.DataFrame = view.only(student_id).figure(figures.status)
    return found.sort_values("goal_id", kind="stable")


@dataclass(frozen=True)
class Drawn:
    """A goal's measurements, its aimline and, where there are enough of them, its trend to the due date."""

    points: Points
    aimline: list[tuple[Any, float]]
    trend: Points


def drawn(view: View, goal: Goal) -> Drawn:
    """What is drawn of a goal."""
    points = measured(view, goal)
    return Drawn(points, aimline(goal), trend_line(goal, trend(points)))


def small(goal: Goal, shape: Drawn, beside: list[Drawn], *, key: str, height: int = 200) -> None:
    """One goal of a wall, on the same axes as those ``beside`` it."""
    if not shape.points:
        st.caption("No measurement is loaded; progress codes are in the table.")
        return
    paths = [path for one in beside for path in (one.points, one.aimline, one.trend)]
    figure = goal_charts.goal(
        page.colours(), shape.points, shape.aimline, shape.trend, unit=unit(goal), height=height,
        reach=goal_charts.reach(paths),
    )  # fmt: skip
    _draw(figure, goal, key)


def large(view: View, goal: Goal) -> None:
    """One goal in full width, with what was given on the same days. Minutes explain no growth by themselves."""
    points = measured(view, goal)
    found = trend(points)
    st.caption(messages.plain(sentence(goal, found)))
    if points:
        alone = view.only(str(goal["student_id"]))
        drawing = goal_charts.goal(
            page.colours(), points, aimline(goal), trend_line(goal, found), unit=unit(goal), height=420,
            beneath=beneath(alone, goal, found),
        )  # fmt: skip
        _draw(drawing, goal, "goal_large")
        st.caption("Beneath: minutes of this service given each week. They are shown side by side, not as a cause.")
    if st.button("Open the student", key="goal_student", icon=":material/person:"):
        leave()
        drill.open_student(str(goal["link_key"]))
        st.rerun()


def measured(view: View, goal: Goal) -> Points:
    """The goal's values by day."""
    only = view.only(str(goal["student_id"]))
    found = only.figure(figures.measurements, student_id=str(goal["student_id"]), goal_id=str(goal["goal_id"]))
    kept = found[found["value"].notna()]
    return [
        (pd.Timestamp(day).date(), float(value)) for day, value in zip(kept["measured_on"], kept["value"], strict=True)
    ]


def trend(points: Points) -> Trend | None:
    """The trend through the points, where there are enough."""
    return trends.theil_sen([day for day, _ in points], [value for _, value in points])


def trend_line(goal: Goal, found: Trend | None, slope: float | None = None) -> Points:
    """The trend from the start to the due date; nothing for ordinal scales, which have no slope (rules 10)."""
    if found is None or words.is_missing(goal["slope_per_week"]) or words.is_missing(goal["due_date"]):
        return []
    due = pd.Timestamp(goal["due_date"]).date()
    first = date.fromordinal(int(found.middle_day))
    if slope is None and not words.is_missing(goal["start_date"]):
        first = min(first, pd.Timestamp(goal["start_date"]).date())
    return [(first, found.at(first, slope)), (due, found.at(due, slope))]


def beneath(alone: View, goal: Goal, found: Trend | None) -> Beneath:
    """The range of the trend, the target, changes of the mandate since the goal began, and the minutes by week."""
    low = trend_line(goal, found, found.low) if found else []
    high = trend_line(goal, found, found.high) if found else []
    target = None if words.is_missing(goal["target"]) else float(goal["target"])
    return Beneath(low, high, target, phases(alone, goal), weeks(alone, goal))


def phases(alone: View, goal: Goal) -> list[tuple[date, str]]:
    """Days on which a service line of the goal's service began, after the goal did."""
    if words.is_missing(goal["start_date"]):
        return []
    lines = alone.figure(students.mandates)
    lines = lines[(lines["service"] == goal["service"]) & (lines["window_from"] > pd.Timestamp(goal["start_date"]))]
    lines = lines[lines["window_from"] <= pd.Timestamp(alone.as_of)]
    return [
        (pd.Timestamp(day).date(), f"now {words.promise(first)}")
        for day, first in ((day, rows.iloc[0]) for day, rows in lines.groupby("window_from"))
    ]


def weeks(alone: View, goal: Goal) -> list[tuple[date, float]]:
    """Minutes of the goal's service given in each week since the goal began."""
    given = alone.figure(students.given_by_week)
    given = given[given["service"] == goal["service"]]
    if not words.is_missing(goal["start_date"]):
        given = given[given["week"] >= pd.Timestamp(goal["start_date"]) - pd.Timedelta(days=6)]
    pairs = zip(given["week"], given["given_minutes"], strict=True)
    return [(pd.Timestamp(week).date(), float(minutes)) for week, minutes in pairs]


def sentence(goal: Goal, found: Trend | None) -> str:
    """Where the goal stands, what it asks for, and where the trend and its range lead by the due date."""
    status = words.GOAL_STATUS.get(str(goal["status"]), str(goal["status"]))
    said = f"{status.capitalize()}: latest {words.amount(goal['current_value'])} of {words.amount(goal['target'])}"
    said += f" {_in_a_sentence(unit(goal))}".rstrip() + f", due {words.day(goal['due_date'], year=True)}."
    line = trend_line(goal, found)
    if not line or found is None:
        return said
    due = line[-1][0]
    return (
        f"{said} The trend leads to {words.amount(found.at(due))}, within {words.amount(found.at(due, found.low))} to "
        f"{words.amount(found.at(due, found.high))} nine times in ten."
    )


def _draw(figure: goal_charts.Figure, goal: Goal, key: str) -> None:
    status = words.GOAL_STATUS.get(str(goal["status"]), str(goal["status"]))
    title = f"{status}, latest {words.amount(goal['current_value'])}"
    st.plotly_chart(
        figure,
        theme=None,
        key=key,
        config={"displaylogo": False},
        alt=f"Goal measurements: {title} of target {words.amount(goal['target'])}",
    )


def _in_a_sentence(unit: str) -> str:
    """ "percent" of *Percent*; *WPM* and *cwpm* as they are."""
    return unit[:1].lower() + unit[1:] if unit[1:] == unit[1:].lower() else unit


def unit(goal: Goal) -> str:
    """The unit of a goal's axis."""
    return "" if words.is_missing(goal["unit"]) else str(goal["unit"])


def aimline(goal: Goal) -> list[tuple[Any, float]]:
    """From the baseline at the start to the target at the due date; nothing where one of the four isn't known."""
    needed = (goal["start_date"], goal["due_date"], goal["baseline"], goal["target"])
    if any(words.is_missing(one) for one in needed):
        return []
    return [(goal["start_date"], float(goal["baseline"])), (goal["due_date"], float(goal["target"]))]
