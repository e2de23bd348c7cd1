"""What the charts of the Delivery mix page say: planned against delivered, the integrated share, group sizes."""

from collections.abc import Mapping, Sequence

import pandas as pd

from ui.charts import charts, time_charts
from ui.charts.bars import Bars
from ui.charts.charts import MOST_BARS, Drawing
from ui.charts.drawings import month_name, more, named
from ui.charts.palette import Palette
from ui.parts import words

GROUPINGS = {"individual": "individual", "group": "group", "other": "grouping not stated"}
KINDS = {"direct": "direct", "indirect": "indirect"}
MOST_GROUPS = 8
"""Groups that are drawn: each takes two bars."""
PARTS: Mapping[str, Mapping[str, str]] = {"setting": words.SETTINGS, "grouping": GROUPINGS, "kind": KINDS}


def planned_delivered(frame: pd.DataFrame, colours: Palette, *, about: str, by: str = "setting") -> Drawing | None:
    """Each part's share of planned and of delivered minutes, side by side; the message is the largest difference.

    ``by``: setting, grouping or kind, a column of the frame.
    """
    totals = frame.groupby(by, as_index=False, dropna=False)[["planned_minutes", "delivered_minutes"]].sum()
    planned, delivered = float(totals["planned_minutes"].sum()), float(totals["delivered_minutes"].sum())
    if planned + delivered <= 0:
        return None
    totals["planned"] = totals["planned_minutes"] / planned if planned else 0.0
    totals["delivered"] = totals["delivered_minutes"] / delivered if delivered else 0.0
    totals = totals[(totals["planned"] > 0) | (totals["delivered"] > 0)]
    totals = totals.sort_values("planned", ascending=False, kind="stable").head(MOST_BARS)
    labels = [PARTS[by].get(str(one), "not stated") for one in totals[by]]
    figure = _pair(colours, labels, totals, planned > 0, delivered > 0)
    title = _drift_title(totals, labels, planned > 0, delivered > 0)
    both = BOTH if planned > 0 and delivered > 0 else ""
    return Drawing(figure, title, about + both, title, f"planned-and-delivered-by-{by}")


def _drift_title(totals: pd.DataFrame, labels: Sequence[str], has_plan: bool, has_log: bool) -> str:
    if not has_log or not has_plan:
        column = "planned" if has_plan else "delivered"
        place = int(totals[column].to_numpy().argmax())
        return f"{labels[place].capitalize()} is {totals[column].iloc[place]:.0%} of {column} minutes"
    gap = (totals["delivered"] - totals["planned"]).to_numpy()
    place = int(abs(gap).round(9).argmax())  # of two parts both are as far off
    was, now = totals["planned"].iloc[place], totals["delivered"].iloc[place]
    if words.rate(now) == words.rate(was):
        return f"{labels[place].capitalize()} is {words.rate(now)} of delivered minutes, as planned"
    return f"{labels[place].capitalize()} is {words.rate(now)} of delivered minutes, against {words.rate(was)} planned"


BOTH = " Bar: delivered; ring: planned."


def _pair(colours: Palette, labels: Sequence[str], totals: pd.DataFrame, has_plan: bool, has_log: bool) -> Bars:
    """A bar for each share of delivered minutes with a ring at the planned one; bars of what is known where one of them
    isn't."""
    shown = totals["delivered" if has_log else "planned"].tolist()
    texts, rings = [words.rate(one) for one in shown], []
    if has_plan and has_log:
        rings = totals["planned"].tolist()
        texts = [f"{text}, planned {words.rate(one)}" for text, one in zip(texts, rings, strict=True)]
    return charts.bars(
        colours, labels, shown, texts, colours.accent if has_log else colours.soft, rings=rings, top=0.01
    )


def integrated(frame: pd.DataFrame, colours: Palette, *, about: str) -> Drawing | None:
    """The integrated share of planned and of delivered minutes by month; the message is the last month's."""
    frame = frame[frame[["planned_share", "delivered_share"]].notna().any(axis=1)].sort_values("month")
    if frame.empty:
        return None
    names = [month_name(month) for month in frame["month"]]
    lines = [
        time_charts.Line("planned", _shares(frame["planned_share"]), colours.muted, "dash"),
        time_charts.Line("delivered", _shares(frame["delivered_share"]), colours.accent),
    ]
    figure = time_charts.lines(colours, names, lines)
    title = _integrated_title(names[-1], frame.iloc[-1])
    return Drawing(figure, title, about, title, "integrated-share-by-month")


def _shares(values: pd.Series) -> list[float | None]:
    return [None if words.is_missing(one) else float(one) for one in values]


def _integrated_title(month: str, last: pd.Series) -> str:
    planned, delivered = last["planned_share"], last["delivered_share"]
    if words.is_missing(delivered):
        return f"In {month} {words.rate(planned)} of planned minutes are in integrated settings"
    against = "" if words.is_missing(planned) else f", against {words.rate(planned)} planned"
    return f"In {month} {words.rate(delivered)} of delivered minutes were in integrated settings{against}"


def by_group(
    frame: pd.DataFrame, key: str, names: Mapping[str, str], colours: Palette, *, about: str
) -> Drawing | None:
    """The integrated share of planned and of delivered minutes of each group, those with most minutes elsewhere than planned
    first; only groups of which both are known can be compared."""
    whole = frame.groupby(key)[["planned_minutes", "delivered_minutes"]].sum()
    inside = frame[frame["rollup"] == "direct_integrated"].groupby(key)[["planned_minutes", "delivered_minutes"]].sum()
    shares = (inside.reindex(whole.index).fillna(0.0) / whole.where(whole > 0)).dropna()
    if shares.empty:
        return None
    shares.columns = pd.Index(["planned", "delivered"])
    elsewhere = (shares["delivered"] - shares["planned"]).abs() * whole["delivered_minutes"].reindex(shares.index)
    order = elsewhere.sort_values(ascending=False, kind="stable").index
    top = shares.loc[order].head(MOST_GROUPS)
    labels = [named(one, names) for one in top.index]
    now, was = top["delivered"].iloc[0], top["planned"].iloc[0]
    title = (
        f"{labels[0]} has most hours elsewhere than planned: {words.rate(now)} of delivered minutes in integrated settings, "
        f"against {words.rate(was)} planned"
        if round(abs(now - was), 3)
        else "All are delivered as integrated as planned"
    )
    about += BOTH + more(len(shares) - len(top), "groups")
    return Drawing(_pair(colours, labels, top, True, True), title, about, title, f"integrated-share-by-{key}")


def group_sizes(frame: pd.DataFrame, colours: Palette, *, about: str) -> Drawing | None:
    """Direct sessions by how many students were together; the message is the share given to one student alone."""
    if frame.empty:
        return None
    top = frame.head(MOST_BARS)
    labels = ["1 student" if size == 1 else f"{int(size)} students" for size in top["students_together"]]
    held = [float(one) for one in top["sessions"]]
    figure = charts.bars(colours, labels, held, [words.plural(round(one), "session") for one in held], colours.accent)
    whole, alone = float(frame["sessions"].sum()), float(frame.loc[frame["students_together"] == 1, "sessions"].sum())
    title = f"{words.rate(alone / whole)} of direct sessions were given to one student alone"
    return Drawing(figure, title, about, title, "sessions-by-group-size")
