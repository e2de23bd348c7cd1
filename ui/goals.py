"""The answer, the lists and the wall of the Goal progress page."""

from typing import Any, cast

import pandas as pd
import streamlit as st

from analytics import goals as figures
from ui import charts, messages, page, words
from ui.page import Fact
from ui.session import View

LISTS = {
    "Off track and at risk": ("off_track", "at_risk"),
    "Can't be judged": ("stale", "insufficient_data"),
    "On track and mastered": ("on_track", "mastered"),
    "Reported by code": ("reported",),
    "Ended or not begun": ("ended", "not_started"),
}
OUT_OF_FORCE = ("ended", "not_started")
WALL = 6


def in_force(status: pd.DataFrame) -> pd.DataFrame:
    """Goals that count: begun and not ended."""
    return status[~status["status"].isin(OUT_OF_FORCE)]


def answer(status: pd.DataFrame, reports: pd.DataFrame) -> str:
    """Reports missing first, since that is what most districts have; then how many goals worry."""
    missing, due = int(reports["missing"].sum()), int(reports["due"].sum())
    goals = in_force(status)
    worry = int(goals["status"].isin(LISTS["Off track and at risk"]).sum())
    said = (
        f"{worry:,} of {words.plural(len(goals), 'goal')} in force {'is' if worry == 1 else 'are'} off track or at risk"
    )
    return said + (f"; {missing:,} of {words.plural(due, 'progress report')} missing" if due else "")


def facts(status: pd.DataFrame, reports: pd.DataFrame) -> list[Fact]:
    """Five counts, each of the goals in force."""
    goals = in_force(status)
    of = f"of {words.plural(len(goals), 'goal')} in force"
    made = [
        Fact(name, words.count(goals["status"].isin(LISTS[name]).sum()), of)
        for name in ("Off track and at risk", "Can't be judged", "On track and mastered", "Reported by code")
    ]
    due = int(reports["due"].sum())
    return [
        *made,
        Fact("Reports missing", words.count(reports["missing"].sum()), f"of {words.plural(due, 'report')} due"),
    ]


def wall(view: View, listed: pd.DataFrame) -> None:
    """Small multiples of the first goals of the list: measurements, aimline, trend."""
    drawn = listed[listed["n_measurements"] > 0].head(WALL)
    if drawn.empty:
        return
    st.subheader("The first of them", anchor=False)
    with st.grid(3, min_column_width=240):
        for place, goal in enumerate(cast("list[dict[str, Any]]", drawn.to_dict("records"))):
            with st.container(gap="xxsmall"):
                st.text(f"{goal['student_name']} · {words.service(str(goal['service']))}")
                st.caption(messages.plain(_short(goal["goal_text"])))
                panel(view, goal, key=f"wall_{place}", height=200)


def _short(text: Any, most: int = 90) -> str:
    plain = "" if words.is_missing(text) else " ".join(str(text).split())
    return plain if len(plain) <= most else plain[: most - 1] + "…"


def panel(view: View, goal: dict[str, Any], *, key: str, height: int = 280) -> None:
    """One goal: its measurements with the aimline and, where there are enough, the trend to the due date."""
    only = view.only(str(goal["student_id"]))
    found = only.figure(figures.measurements, student_id=str(goal["student_id"]), goal_id=str(goal["goal_id"]))
    points = [(row.measured_on, float(row.value)) for row in found.itertuples() if not words.is_missing(row.value)]
    if not points:
        st.caption("No measurement is loaded; progress codes are in the table.")
        return
    drawing = charts.goal(page.colours(), points, aimline(goal), trend(goal, points), unit=unit(goal), height=height)
    status = words.GOAL_STATUS.get(str(goal["status"]), str(goal["status"]))
    title = f"{status}, latest {words.amount(goal['current_value'])}"
    st.plotly_chart(
        drawing,
        theme=None,
        key=key,
        config={"displaylogo": False},
        alt=f"Goal measurements: {title} of target {words.amount(goal['target'])}",
    )


def unit(goal: dict[str, Any]) -> str:
    """The unit of a goal's axis."""
    return "" if words.is_missing(goal["unit"]) else str(goal["unit"])


def aimline(goal: dict[str, Any]) -> list[tuple[Any, float]]:
    """From the baseline at the start to the target at the due date; nothing where one of the four isn't known."""
    needed = (goal["start_date"], goal["due_date"], goal["baseline"], goal["target"])
    if any(words.is_missing(one) for one in needed):
        return []
    return [(goal["start_date"], float(goal["baseline"])), (goal["due_date"], float(goal["target"]))]


def trend(goal: dict[str, Any], points: list[tuple[Any, float]]) -> list[tuple[Any, float]]:
    """The trend line through the median point to the due date, where the figure has a slope."""
    if words.is_missing(goal["slope_per_week"]) or words.is_missing(goal["due_date"]):
        return []
    days = pd.DatetimeIndex([day for day, _ in points])
    first = days.min()
    middle = float(pd.Series((days - first).days).median())
    height = float(pd.Series([value for _, value in points]).median())
    ends = (first, pd.Timestamp(goal["due_date"]))
    return [(end, height + float(goal["slope_per_week"]) / 7 * ((end - first).days - middle)) for end in ends]
