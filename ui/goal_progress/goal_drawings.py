"""What the charts of the Goal progress page say: reports due and missing, statuses, codes, mastery by area."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ui.charts import charts
from ui.charts.charts import MOST_BARS, Drawing
from ui.charts.drawings import more, named
from ui.charts.palette import Palette
from ui.charts.stacks import Part
from ui.parts import words


def reports_missing(frame: pd.DataFrame, colours: Palette, *, about: str) -> Drawing | None:
    """Progress reports missing by grading period, of those that were due."""
    totals = frame.groupby("period", sort=False, as_index=False)[["due", "received", "missing"]].sum()
    totals = totals[totals["due"] > 0]
    if totals.empty:
        return None
    missing, due = int(totals["missing"].sum()), int(totals["due"].sum())
    worst = totals["period"].iloc[int(totals["missing"].to_numpy().argmax())]
    who = words.plural(due, "progress report")
    verb = "is" if missing == 1 else "are"
    title = f"{missing:,} of {who} {verb} missing, most for {worst}" if missing else f"All {who} that were due are in"
    return Drawing(_missing(totals, "period", colours), title, about, title, "progress-reports")


MOST_PROVIDERS = 8


def reports_missing_by_provider(frame: pd.DataFrame, colours: Palette, *, about: str) -> Drawing | None:
    """Who has progress reports missing, the most first; None where nobody has."""
    totals = frame.groupby("provider_name", dropna=False, as_index=False)[["due", "missing"]].sum()
    lacking = totals[totals["missing"] > 0].sort_values("missing", ascending=False, kind="stable")
    if lacking.empty:
        return None
    top = lacking.head(MOST_PROVIDERS)
    top = top.assign(provider_name=[named(one, {}) for one in top["provider_name"]])
    who = words.plural(len(totals), "provider")
    title = f"{len(lacking):,} of {who} {'has' if len(lacking) == 1 else 'have'} a report missing"
    rest = more(len(lacking) - len(top), "providers")
    return Drawing(_missing(top, "provider_name", colours), title, about + rest, title, "progress-reports-by-provider")


def _missing(totals: pd.DataFrame, key: str, colours: Palette) -> Any:
    texts = [f"{got:,} of {due:,} missing" for got, due in zip(totals["missing"], totals["due"], strict=True)]
    values = [float(one) for one in totals["missing"]]
    names = [str(one) for one in totals[key]]
    return charts.bars(colours, names, values, texts, colours.no_record, patterns=["/"] * len(names))


STATUS_ORDER = (
    "off_track",
    "at_risk",
    "stale",
    "insufficient_data",
    "reported",
    "on_track",
    "mastered",
    "not_started",
    "ended",
)


def goal_statuses(frame: pd.DataFrame, colours: Palette, *, about: str) -> Drawing | None:
    """How many goals stand in each status, those that need a look first."""
    counts = frame["status"].value_counts()
    order = [status for status in STATUS_ORDER if counts.get(status, 0)]
    if not order:
        return None
    shade = {
        "off_track": colours.critical,
        "at_risk": colours.at_risk,
        "stale": colours.watch,
        "on_track": colours.on_track,
        "mastered": colours.accent,
    }
    figure = charts.bars(
        colours, [words.GOAL_STATUS[status] for status in order], [int(counts[status]) for status in order],
        [words.count(counts[status]) for status in order], [shade.get(status, colours.quiet) for status in order],
    )  # fmt: skip
    title = _statuses_title({status: int(counts[status]) for status in order if status not in OUT_OF_FORCE})
    return Drawing(figure, title, about, title, "goals-by-status")


OUT_OF_FORCE = ("not_started", "ended")


def _statuses_title(counts: Mapping[str, int]) -> str:
    """ "216 off track, 65 at risk and 200 on track, of 489 goals in force": those that the headline counts."""
    if not counts:
        return "No goal is in force"
    said = [f"{number:,} {words.GOAL_STATUS[status]}" for status, number in counts.items()]
    return f"{words.listed(said[:3])}, of {words.plural(sum(counts.values()), 'goal')} in force"


CODE_ORDER = ("not_introduced", "no_progress", "insufficient", "sufficient", "mastered", "discontinued")


def codes(frame: pd.DataFrame, colours: Palette, *, about: str) -> Drawing | None:
    """The latest progress code of goals that are reported by code; the message is how many make enough progress."""
    reported = frame[(frame["status"] == "reported") & frame["reported"].notna()]
    counts = reported["reported"].value_counts()
    order = [code for code in CODE_ORDER if counts.get(code, 0)]
    order += [str(code) for code in counts.index if code not in CODE_ORDER]
    if not order:
        return None
    shade = {"sufficient": colours.on_track, "mastered": colours.accent, "insufficient": colours.at_risk,
             "no_progress": colours.critical}  # fmt: skip
    figure = charts.bars(
        colours, [words.CODES.get(code, code) for code in order], [int(counts[code]) for code in order],
        [words.count(counts[code]) for code in order], [shade.get(code, colours.quiet) for code in order],
    )  # fmt: skip
    enough = int(counts.get("sufficient", 0) + counts.get("mastered", 0))
    verb = "makes" if enough == 1 else "make"
    title = f"{enough:,} of {words.plural(len(reported), 'goal')} reported by code {verb} enough progress"
    return Drawing(figure, title, about, title, "goals-by-code")


SHOWN = (
    ("off_track", "off track", ""), ("at_risk", "at risk", ""), ("stale", "stale", "/"),
    ("insufficient_data", "too few measurements", "."), ("reported", "reported by code", "-"), ("on_track", "on track", ""),
    ("mastered", "mastered", "x"),
)  # fmt: skip


def by_group(
    frame: pd.DataFrame, key: str, names: Mapping[str, str], colours: Palette, *, what: str, about: str
) -> Drawing | None:
    """Goals in force by status within each area, school, provider or service, most off track first."""
    frame = frame.assign(in_force=frame[[status for status, _, _ in SHOWN]].sum(axis=1))
    frame = frame[frame["in_force"] > 0].sort_values(["off_track", "at_risk"], ascending=False, kind="stable")
    if frame.empty:
        return None
    top = frame.head(MOST_BARS)
    shades = {
        "off_track": colours.critical, "at_risk": colours.at_risk, "stale": colours.watch, "on_track": colours.on_track,
        "mastered": colours.accent,
    }  # fmt: skip
    parts = [
        Part(
            name,
            [float(one) for one in top[status]],
            shades.get(status, colours.quiet),
            pattern,
            float(frame[status].sum()),
        )
        for status, name, pattern in SHOWN
    ]
    labels = [named(one, names) for one in top[key]]
    off = int(frame["off_track"].sum())
    title = _most_off_track(labels[0], int(top["off_track"].iloc[0]), off) if off else "No goal is off track"
    rest = more(len(frame) - len(top), what)
    return Drawing(charts.stacked(colours, labels, parts), title, about + rest, title, f"goals-by-{key}-and-status")


def _most_off_track(name: str, most: int, whole: int) -> str:
    return f"{name[:1].upper() + name[1:]} has {most:,} of the {words.plural(whole, 'goal')} off track"


def mastery(frame: pd.DataFrame, colours: Palette, *, about: str) -> Drawing | None:
    """The share of goals in force that is mastered, by area; the message is the whole."""
    frame = frame.assign(in_force=frame[[status for status, _, _ in SHOWN]].sum(axis=1))
    frame = frame[frame["in_force"] > 0]
    frame = frame.assign(share=frame["mastered"] / frame["in_force"]).sort_values(
        "share", ascending=False, kind="stable"
    )
    if frame.empty:
        return None
    labels = [named(one, words.AREAS) for one in frame["area"]]
    texts = [
        f"{words.count(got)} of {words.count(whole)} · {words.rate(got / whole)}"
        for got, whole in zip(frame["mastered"], frame["in_force"], strict=True)
    ]
    figure = charts.bars(colours, labels, [100 * float(one) for one in frame["share"]], texts, colours.accent)
    got, whole = int(frame["mastered"].sum()), int(frame["in_force"].sum())
    title = f"{got:,} of {words.plural(whole, 'goal')} in force {'is' if got == 1 else 'are'} mastered"
    return Drawing(figure, title, about, title, "mastery-by-area")
