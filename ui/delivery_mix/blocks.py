"""The answer and the groups of the Delivery mix page."""

from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from analytics import mix
from ui.delivery_mix import mix_drawings
from ui.parts import columns, headline, page, tables, words
from ui.parts.page import Fact
from ui.parts.tables import Col
from ui.shell import drill
from ui.shell.session import View

ROLLUPS = {
    "direct_integrated": ("Integrated", "push-in, co-teach, community"),
    "direct_separate": ("Separate", "pull-out, home, tele"),
    "indirect": ("Indirect", "consult, evaluations and settings not stated"),
}


@dataclass(frozen=True)
class Answer:
    """The page's sentence and figures."""

    sentence: str
    facts: list[Fact]


def answer(frame: pd.DataFrame, counted: str) -> Answer:
    """Shares of the three roll-ups, planned and delivered."""
    totals = frame.groupby("rollup")[["planned_minutes", "delivered_minutes"]].sum()
    planned, delivered = float(totals["planned_minutes"].sum()), float(totals["delivered_minutes"].sum())
    facts = [
        _fact(name, what, totals, code, planned, delivered)
        for code, (name, what) in ROLLUPS.items()
        if code in totals.index
    ]
    integrated = float(totals["delivered_minutes"].get("direct_integrated", 0.0))
    planned_in = float(totals["planned_minutes"].get("direct_integrated", 0.0))
    now, plan = headline.share(integrated, delivered), headline.share(planned_in, planned)
    if now is None:
        return Answer(
            f"{words.rate(plan)} of planned minutes are in integrated settings; delivered minutes aren't known", facts
        )
    against = f", against {words.rate(plan)} planned" if plan is not None else ""
    return Answer(f"{words.rate(now)} of delivered minutes are in integrated settings{against}", facts)


def _fact(name: str, what: str, totals: pd.DataFrame, code: str, planned: float, delivered: float) -> Fact:
    now = headline.share(float(totals["delivered_minutes"][code]), delivered)
    plan = headline.share(float(totals["planned_minutes"][code]), planned)
    told = [f"delivered, of {words.hours(delivered)}"] if delivered else []
    told += [f"planned {words.rate(plan)} of {words.hours(planned)}"] if planned else []
    return Fact(name, words.rate(now), f"{what}: {'; '.join(told)}")


KEYS = {"school": "School", "provider": "Provider", "grade_band": "Grades", "month": "Month"}


def splits(view: View, clock: str, counted: str) -> None:
    """Individual against group and direct against indirect, side by side."""
    left, right = st.columns(2, gap="large")
    for place, by, what in ((left, "grouping", "individually or in a group"), (right, "kind", "direct or indirect")):
        frame = view.figure(mix.split, by=by, clock=clock)
        with place:
            about = page.about(view, f"{counted}, {what}")
            page.draw(mix_drawings.planned_delivered(frame, page.colours(), about=about, by=by), key=f"mix_{by}")


def groups(view: View, clock: str) -> None:
    """Planned and delivered by setting within each school, provider, grade band or month."""
    key = str(st.segmented_control("By", list(KEYS), format_func=KEYS.__getitem__, default="school", required=True,
                                   key="mix_by", bind="query-params"))  # fmt: skip
    frame = mix.against_plan(view.figure(mix.by, keys=(key,), clock=clock), key)
    names: Any = drill.names(view, key) if key in ("school", "provider") else {}
    told = frame.assign(month=frame["month"].astype(str).str[:7]) if key == "month" else frame
    table = page.in_words(page.named(told, key, names))
    if key != "month":  # the course of months is drawn on the page already
        about = page.about(view, "Minutes in push-in, co-teach and community settings")
        page.draw(mix_drawings.by_group(told, key, names, page.colours(), about=about), key="mix_groups")
    shown = {"name": Col(KEYS[key]), **columns.MIX}
    tables.show(
        table,
        shown,
        key=f"mix_by_{key}",
        alt=f"Planned and delivered minutes by {KEYS[key].lower()} and setting",
        about=page.about(view, f"Planned and delivered minutes by {KEYS[key].lower()} and setting"),
    )


def elsewhere(view: View) -> None:
    """The lines with minutes in another setting than the IEP's, those with most of them first."""
    found = view.figure(mix.drift)
    page.section(elsewhere_title(found))
    if found.empty:
        st.caption("No line has minutes delivered outside the setting that its IEP names.")
        return
    st.caption("Most hours outside the setting that the IEP names first.")
    tables.show(
        page.in_words(found),
        columns.DRIFT,
        key="drift",
        alt="Service lines delivered outside their setting, most hours first; choose one to open its student",
        about=page.about(view, "Minutes delivered outside the IEP's setting, most first"),
        on_pick=partial(drill.into_student, found),
    )


QUARTER = 0.25
"""The share of a line's delivered minutes from which the findings list it too."""


def elsewhere_title(found: pd.DataFrame) -> str:
    """How many lines, how much of them, and how many have a quarter of their minutes or more elsewhere."""
    if found.empty:
        return "Setting differs from the IEP: no service line"
    shares = found.groupby("line_key")["drift_share"].sum()
    most = int((shares >= QUARTER).sum())
    held = words.hours(found["delivered_minutes"].sum())
    far = f"; for {words.count(most)} of them a quarter of what was delivered, or more" if most else ""
    return f"Setting differs from the IEP: {held} of {words.plural(len(shares), 'service line')}{far}"


def sizes(view: View) -> None:
    """How many students were together in direct sessions."""
    frame = view.figure(mix.group_sizes)
    if frame.empty:
        st.caption("No direct session with minutes is loaded.")
        return
    about = page.about(view, "Direct sessions by the number of students together")
    page.draw(mix_drawings.group_sizes(frame, page.colours(), about=about), key="group_sizes_chart")
    tables.show(frame, columns.GROUP_SIZES, key="group_sizes", alt="Direct sessions by group size", about=about)
