"""What the charts of loads say: hours a week against capacity, and capacity before and after changes."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from ui.charts import charts
from ui.charts.charts import MOST_BARS, Drawing
from ui.charts.drawings import more, named
from ui.charts.palette import Palette, between
from ui.charts.stacks import Part
from ui.parts import words

LOAD = (
    ("direct_minutes", "direct"),
    ("indirect_minutes", "indirect"),
    ("documentation_minutes", "documentation"),
    ("travel_minutes", "travel"),
    ("evaluation_minutes", "evaluations"),
    ("meeting_minutes", "meetings"),
    ("supervision_minutes", "supervision"),
)


MOST_NAME = 22
"""Letters of a name beside its figures, so that on a phone neither is cut off."""
FULLEST = 10
"""Of a chart's bars of load those at the upper end; the rest are the providers with most room."""


def loads(frame: pd.DataFrame, colours: Palette, *, about: str) -> Drawing | None:
    """Hours a week by provider, stacked by what they are, with each one's capacity as a mark."""
    frame = frame[frame["load_minutes"] > 0]
    if frame.empty:
        return None
    by = "utilisation" if frame["utilisation"].notna().any() else "load_minutes"
    ordered = frame.sort_values(by, ascending=False, kind="stable", na_position="last")
    known = ordered if by == "load_minutes" else ordered[ordered["utilisation"].notna()]
    top = known if len(known) <= MOST_BARS else pd.concat([known.head(FULLEST), known.tail(MOST_BARS - FULLEST)])
    labels = [_with_rate(row) for row in top.to_dict("records")]
    capacities = [None if words.is_missing(one) else float(one) / 60 for one in top["capacity_minutes"]]
    figure = charts.stacked(
        colours, labels, _parts(top, frame, colours), unit="h", lines=("capacity of each", capacities)
    )
    title = _load_title(frame)
    between = f" The {FULLEST} fullest and the {MOST_BARS - FULLEST} with most room." if len(known) > MOST_BARS else ""
    return Drawing(figure, title, about + between + more(len(frame) - len(top), "providers"), title, "load-by-provider")


def _parts(shown: pd.DataFrame, everybody: pd.DataFrame, colours: Palette) -> list[Part]:
    """The kinds of work in hours: with students in the accent, what is beside them in its tints and in grey; no colour of a
    cause, of which none is told here."""
    soft = colours.soft
    shades = {
        "direct": (colours.accent, ""), "indirect": (between(colours.accent, soft, 0.2), "/"), "documentation": (soft, ""),
        "travel": (colours.calendar, "."), "evaluations": (between(colours.accent, soft, 0.45), ""),
        "meetings": (colours.quiet, "x"), "supervision": (colours.no_record, "-"),
    }  # fmt: skip
    return [
        Part(
            name, [float(one) / 60 for one in shown[column].fillna(0)], *shades[name],
            whole=float(everybody[column].fillna(0).sum()) / 60,
        )
        for column, name in LOAD
    ]  # fmt: skip


def before_after(
    frame: pd.DataFrame, colours: Palette, *, above: float, over: tuple[int, int], about: str
) -> Drawing | None:
    """Load of capacity of those who change: a bar afterwards, a ring where it is now (``whatif.BESIDE``). ``above``: the
    share of capacity from which one is overloaded; ``over``: how many of all providers are, now and afterwards."""
    known = frame[frame["utilisation_before"].notna() | frame["utilisation_after"].notna()]
    if known.empty:
        return None
    order = known[["utilisation_before", "utilisation_after"]].max(axis=1).sort_values(ascending=False, kind="stable")
    top = known.loc[order.index].head(charts.MOST_BARS)
    values = [0.0 if words.is_missing(one) else float(one) * 100 for one in top["utilisation_after"]]
    texts = [
        _from_to(one, other) for one, other in zip(top["utilisation_before"], top["utilisation_after"], strict=True)
    ]
    shades = [colours.critical if value > 100 * above else colours.accent for value in values]
    reach = max([100.0, *(100 * float(one) for one in order)])
    figure = charts.bars(
        colours, list(top["provider_name"]), values, texts, shades, target=(100.0, "capacity"), top=reach * 1.2,
        rings=[None if words.is_missing(one) else float(one) * 100 for one in top["utilisation_before"]],
    )  # fmt: skip
    title = _overloaded_title(over, above) + _from_to_title(top, frame)
    rest = more(len(known) - len(top), "providers")
    return Drawing(
        figure, title, f"{about} Bar: afterwards; ring: now; % of capacity.{rest}", title, "before-and-after"
    )


def _from_to(before: Any, after: Any) -> str:
    told = ["none" if words.is_missing(one) else words.rate(one) for one in (before, after)]
    return " to ".join(told)


def overloaded(before: pd.DataFrame, after: pd.DataFrame, above: float) -> tuple[int, int]:
    """How many providers are above that share of capacity, now and afterwards."""
    return int((before["utilisation"] > above).sum()), int((after["utilisation"] > above).sum())


def _overloaded_title(over: tuple[int, int], above: float) -> str:
    """ "2 over 110% of capacity now, none afterwards: "; nothing where nobody is, before or after."""
    now, then = over
    if not now and not then:
        return ""
    told = [words.count(many) if many else "none" for many in (now, then)]
    return f"{told[0].capitalize()} over {above:.0%} of capacity now, {told[1]} afterwards: "


def _from_to_title(frame: pd.DataFrame, everybody: pd.DataFrame) -> str:
    """Who gains most; of who leaves, what is then left to nobody (evaluations, meetings and travel go with a person)."""
    fell = (frame["utilisation_before"].fillna(0) - frame["utilisation_after"].fillna(0)).sort_values(ascending=False)
    row = frame.loc[fell.index[0]]
    if fell.iloc[0] <= 0:
        row = frame.loc[fell.index[-1]]
    if words.is_missing(row["utilisation_after"]):
        left = everybody.loc[everybody["provider_id"].isna(), ["load_before", "load_after"]].fillna(0).sum()
        nobodys = float(left["load_after"] - left["load_before"])
        said = f"{row['provider_name']} leaves"
        return said + (f"; {words.hours(nobodys)} a week are then without a therapist" if nobodys > 0 else "")
    return (
        f"{row['provider_name']} goes from {_from_to(row['utilisation_before'], row['utilisation_after'])} of capacity"
    )


def _with_rate(row: Mapping[Any, Any]) -> str:
    """ "Lund, Bo · 56.1%, 19.2 of 34.2 h"; without a capacity the hours alone."""
    name, hours = words.cut(str(row["provider_name"]), MOST_NAME), words.hours(row["load_minutes"])
    if words.is_missing(row["utilisation"]):
        return f"{name} · {hours}"
    bare = hours.removesuffix(" h")
    return f"{name} · {words.rate(row['utilisation'])}, {bare} of {words.hours(row['capacity_minutes'])}"


def _most_work(frame: pd.DataFrame) -> str:
    """Without a staff list nobody is full: who has most of the work; of lines without a provider only how much that is."""
    whole, theirs = words.hours(frame["load_minutes"].sum()), frame[frame["provider_id"].notna()]
    if theirs.empty:
        return f"{whole} of work a week have no provider"
    most = theirs.sort_values("load_minutes", ascending=False, kind="stable").iloc[0]
    return (
        f"{named(most['provider_name'], {})} has the most work, {words.hours(most['load_minutes'])} of {whole} a week"
    )


def _load_title(frame: pd.DataFrame) -> str:
    known = frame[frame["utilisation"].notna()].sort_values("utilisation", ascending=False, kind="stable")
    if known.empty:
        return _most_work(frame)
    most, least = known.iloc[0], known.iloc[-1]
    said = f"{most['provider_name']} is the fullest, at {words.rate(most['utilisation'])} of capacity"
    if len(known) == 1:
        return said
    return f"{said}; {least['provider_name']} has the most room, at {words.rate(least['utilisation'])}"


def fte(needed: pd.DataFrame, colours: Palette, *, about: str) -> Drawing | None:
    """FTE that the lines of each service need, with a ring at those on the staff list; the message is what is lacking."""
    sums = needed.groupby("service")[["fte_needed", "fte_present"]].sum(min_count=1).dropna(subset=["fte_needed"])
    if sums.empty:
        return None
    sums = sums.sort_values("fte_needed", ascending=False, kind="stable")
    names = [words.service(str(one)) for one in sums.index]
    there = [None if words.is_missing(one) else float(one) for one in sums["fte_present"]]
    texts = [
        words.decimal(need) + ("" if one is None else f", present {words.decimal(one)}")
        for need, one in zip(sums["fte_needed"], there, strict=True)
    ]
    figure = charts.bars(colours, names, sums["fte_needed"].tolist(), texts, colours.accent, rings=there)
    title = _fte_title(
        dict(zip(names, (sums["fte_present"] - sums["fte_needed"]).round(1), strict=True)), _places(needed)
    )
    ring = " Bar: FTE needed; ring: FTE on the staff list." if any(one is not None for one in there) else ""
    return Drawing(figure, title, about + ring, title, "fte-needed-and-present")


MOST_PLACES = 2


def _places(needed: pd.DataFrame) -> list[str]:
    """Where FTE are lacking, the most first: "Speech-language lacks 0.4 in East", then of the same service "0.3 in South"; of a
    district without zones nothing."""
    beyond = (needed["fte_present"] - needed["fte_needed"]).round(1)
    lacking = needed.assign(beyond=beyond)[(beyond < 0) & needed["zone"].notna()].sort_values("beyond", kind="stable")
    goes_on = lacking["service"].eq(lacking["service"].shift())
    return [
        ("" if again else f"{words.service(str(row.service))} lacks ")
        + f"{words.decimal(-float(str(row.beyond)))} in {row.zone}"
        for row, again in zip(lacking.itertuples(), goes_on, strict=True)
    ]


def _fte_title(beyond: Mapping[str, float], places: Sequence[str]) -> str:
    """What services lack; where none does, the ``places`` where one does all the same, else which has the most to spare."""
    known = {name: one for name, one in beyond.items() if not words.is_missing(one)}
    if not known:
        return "No staff list tells who is there: FTE needed by service"
    lacking = sorted((one, name) for name, one in known.items() if one < 0)
    if lacking:
        return words.listed([f"{name} lacks {words.decimal(-one)} FTE" for one, name in lacking])
    whose = "Every service has" if len(known) == len(beyond) else "Each service with a staff list has"
    enough = f"{whose} the FTE that its lines need"
    if places:
        more = len(places) - MOST_PLACES
        told = [*places[:MOST_PLACES], *([words.plural(more, "more place")] if more > 0 else [])]
        return f"{enough}, but not everywhere: {words.listed(told)}"
    name = max(known, key=lambda one: known[one])
    return enough + (f"; {name} has the most to spare, {words.decimal(known[name])}" if known[name] > 0 else "")
