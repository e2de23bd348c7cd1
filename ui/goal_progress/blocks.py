"""The answer, the lists and the wall of the Goal progress page."""

from functools import partial
from typing import Any, cast

import pandas as pd
import streamlit as st

from analytics import goals as figures
from ui.goal_progress import goal_columns, goal_drawings, goal_panel, reports_due
from ui.parts import messages, page, tables, words
from ui.parts.page import Fact
from ui.parts.tables import Col
from ui.shell import drill
from ui.shell.session import View

FLAT, UNJUDGED = "Flat", "Can't be judged"
LISTS = {
    "Off track and at risk": ("off_track", "at_risk"),
    FLAT: ("off_track", "at_risk", "on_track", "mastered", "stale"),
    UNJUDGED: ("stale", "insufficient_data"),
    "On track and mastered": ("on_track", "mastered"),
    "Reported by code": ("reported",),
    "Ended or not begun": ("ended", "not_started"),
}
OUT_OF_FORCE = goal_drawings.OUT_OF_FORCE
WALL = 6


def in_force(status: pd.DataFrame) -> pd.DataFrame:
    """Goals that count: begun and not ended."""
    return status[~status["status"].isin(OUT_OF_FORCE)]


def first_list(status: pd.DataFrame) -> str:
    """The list that opens: the first with a goal in it, so that a district with codes alone sees them."""
    return next((name for name, codes in LISTS.items() if status["status"].isin(codes).any()), next(iter(LISTS)))


def worst_first(status: pd.DataFrame, name: str) -> pd.DataFrame:
    """The goals of a list, those furthest below their aimline first; of those that can't be judged the longest unmeasured. Flat
    ones are among the others too."""
    listed = status[status["status"].isin(LISTS[name])]
    if name == FLAT:
        listed = listed[figures.is_flat(listed)]
    listed = figures.against_aimline(listed)
    if name == UNJUDGED:
        return listed.sort_values("last_measured", kind="stable", na_position="first")
    return listed.sort_values("behind", ascending=False, kind="stable", na_position="last")


def why(goal: dict[str, Any]) -> str:
    """Why a goal stands where it does in its list: how far it is from its aimline, or since when nobody measured it."""
    if goal["status"] in ("stale", "insufficient_data"):
        many = int(goal["n_measurements"])
        few = f"; {words.plural(many, 'measurement')}, four are needed" if goal["status"] == "insufficient_data" else ""
        return f"Last measured {words.day(goal['last_measured'], year=True)}{few}"
    if words.is_missing(goal["aimline_value"]):
        return f"Latest {words.amount(goal['current_value'])}"
    return f"Latest {words.amount(goal['current_value'])}, aimline {words.amount(round(goal['aimline_value'], 1))}"


def answer(status: pd.DataFrame, reports: pd.DataFrame) -> str:
    """Reports missing first, since that is what most districts have; then how many goals worry."""
    goals = in_force(status)
    worry = int(goals["status"].isin(LISTS["Off track and at risk"]).sum())
    said = (
        f"{worry:,} of {words.plural(len(goals), 'goal')} in force {'is' if worry == 1 else 'are'} off track or at risk"
    )
    return "; ".join(filter(None, [reports_due.sentence(reports), said]))


def facts(status: pd.DataFrame, reports: pd.DataFrame, coming: pd.DataFrame) -> list[Fact]:
    """Reports missing, then four counts of the goals in force; where goals are reported by code, those instead of trends.
    ``coming``: how ready the reports of the running period are."""
    goals = in_force(status)
    of = f"of {words.plural(len(goals), 'goal')} in force"
    made = [
        Fact(name, words.count(goals["status"].isin(LISTS[name]).sum()), of)
        for name in ("Off track and at risk", "On track and mastered", UNJUDGED)
    ]
    if by_code := int((goals["status"] == "reported").sum()):
        made.append(Fact("Reported by code", words.count(by_code), of))
    else:
        flat = len(worst_first(status, FLAT))
        made.insert(1, Fact("Flat", words.count(flat), f"{of}: less than a tenth of the way by the due date"))
    return [reports_due.fact(reports, status, coming), *made]


ONE_LINE = 46
"""Letters of a goal's text above its small chart, so that charts of one row begin at one height."""


def order(name: str) -> str:
    """By what the goals of a list follow one another."""
    return "Longest unmeasured first" if name == UNJUDGED else "Furthest below the aimline first"


def wall(view: View, listed: pd.DataFrame, key: str = "wall", *, order: str = "", with_names: bool = True) -> None:
    """Small multiples of the first goals of the list, those of one unit on the same axes, each with why it is there;
    ``with_names``: whose goals."""
    first = figures.against_aimline(listed[listed["n_measurements"] > 0].head(WALL))
    if first.empty:
        return
    goals = cast("list[dict[str, Any]]", first.to_dict("records"))
    shapes = [goal_panel.drawn(view, goal) for goal in goals]
    page.section(where_they_lead(first["projected_percent"]))
    st.caption(
        f"{order}{' · ' if order else ''}measurements, the aimline to the target (dashed), and where the trend leads"
    )
    with st.grid(3, min_column_width=240):
        for place, (goal, shape) in enumerate(zip(goals, shapes, strict=True)):
            alike = [one for other, one in zip(goals, shapes, strict=True) if other["unit"] == goal["unit"]]
            with st.container(gap="xxsmall"):
                service = words.service(str(goal["service"]))
                st.text(f"{goal['student_name']} · {service}" if with_names else service)
                st.caption(messages.plain(words.cut(goal["goal_text"], ONE_LINE) or "a goal without text"))
                st.caption(messages.plain(why(goal)))
                goal_panel.small(goal, shape, alike, key=f"{key}_{place}")


REACHED = 0.9999995
"""A trend that ends here reaches the target, as statuses judge it."""


def where_they_lead(shares: pd.Series) -> str:
    """The message of the wall: how many of the goals that are drawn end short of the target at their trend."""
    known = shares.dropna()
    if known.empty:
        return "Measurements and the way to the target"
    short, which = int((known < REACHED).sum()), "shown" if len(known) == len(shares) else "shown that have a trend"
    if len(known) == 1:
        return (
            f"At its trend the goal {which.replace('have', 'has')} {'ends short of' if short else 'reaches'} the target"
        )
    goals = f"{words.plural(len(known), 'goal')} {which}"
    if short in (0, len(known)):
        goals = f"both goals {which}" if len(known) == 2 else f"all {goals}"
        return f"At their trend {goals} {'reach' if short == 0 else 'end short of'} the target"
    return f"At their trend {short} of the {goals} {'ends' if short == 1 else 'end'} short of the target"


def ready(view: View) -> None:
    """The reports of the period that is running, in a sentence."""
    frame = view.figure(figures.readiness)
    for period, rows in frame.groupby("period", sort=False):
        have, whole = int(rows["ready"].sum()), int(rows["goals"].sum())
        st.caption(
            messages.plain(
                f"{period}, to {words.day(rows['end_date'].max())}: {have:,} of {words.plural(whole, 'goal')} "
                f"{'has' if have == 1 else 'have'} something to report so far."
            )
        )


def groups(view: View) -> None:
    """Goals by status within each area, school, provider or service, drawn and listed."""
    choice = st.segmented_control(
        "By",
        ["area", "school", "provider", "service"],
        default="area",
        format_func=str.capitalize,
        required=True,
        key="goals_by",
        bind="query-params",
    )
    key = str(choice)
    frame = view.figure(figures.by, keys=(key,))
    names: Any = {"area": words.AREAS, "service": words.SERVICES}.get(key) or drill.names(view, key)
    frame = frame.assign(out_of_force=frame[list(OUT_OF_FORCE)].sum(axis=1))
    frame = frame.sort_values("on_track_rate", na_position="last", kind="stable")
    about = page.about(view, f"Goals by {key} and status")
    drawn = goal_drawings.by_group(frame, key, names, page.colours(), what=f"{key}s", about=about)
    page.draw(drawn, key="goals_by_group", otherwise="No goal is in force.")
    shown = {"name": Col(key.capitalize()), **goal_columns.GOAL_COUNTS}
    tables.show(
        page.named(frame, key, names), shown, key=f"goals_by_{key}", alt=f"Goals by {key} and status", about=about
    )


def reports(view: View, due: pd.DataFrame) -> None:
    """Reports due by period and provider, most missing first, those that are coming, and the goals that lack one."""
    due = due.sort_values("missing", ascending=False, kind="stable")
    tables.show(
        due, goal_columns.PROGRESS_REPORTS, key="progress_reports", about=page.about(view, "Progress reports"),
        alt="Progress reports due, received and missing",
    )  # fmt: skip
    coming = view.figure(figures.readiness)
    if len(coming):
        st.subheader("The period that is running", anchor=False)
        tables.show(
            coming, goal_columns.READINESS, key="readiness", about=page.about(view, "Readiness of the next progress reports"),
            alt="Goals with something to report in the running period, by provider",
        )  # fmt: skip
    lacking = view.figure(figures.missing_reports)
    lacking = lacking[lacking["is_counted"]]
    if len(lacking):
        st.subheader(f"{words.plural(len(lacking), 'report')} missing", anchor=False)
        tables.show(
            page.in_words(lacking), goal_columns.MISSING_REPORTS, key="missing_reports",
            alt="Goals without a report that was due; choose one to open its student",
            about=page.about(view, "Progress reports that are missing"), on_pick=partial(drill.into_student, lacking),
        )  # fmt: skip


def mastery(view: View) -> None:
    """Which share of the goals in force is mastered, by area."""
    by_area, about = view.figure(figures.by, keys=("area",)), page.about(view, "Goals mastered by area")
    page.draw(goal_drawings.mastery(by_area, page.colours(), about=about), key="mastery")
