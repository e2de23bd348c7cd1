"""The shape of one goal: measurements, aimline and trend, with the minutes given beneath on the same days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ui.charts.charts import Figure, label, layout
from ui.charts.palette import Palette
from ui.parts import words

Path = Sequence[tuple[Any, float]]
"""Days with values, in order."""


@dataclass(frozen=True)
class Beneath:
    """What stands behind and beneath a large goal: the trend's range, its criterion, mandate changes, minutes by week."""

    low: Path = ()
    high: Path = ()
    target: float | None = None
    phases: Sequence[tuple[Any, str]] = ()
    weeks: Path = ()


NOTHING = Beneath()


@dataclass(frozen=True)
class Reach:
    """What both axes reach over: days as ISO dates, values."""

    first: str
    last: str
    low: float
    high: float


def goal(
    colours: Palette,
    points: Path,
    aimline: Path,
    trend: Path = (),
    *,
    unit: str = "",
    height: int = 280,
    beneath: Beneath = NOTHING,
    reach: Reach | None = None,
) -> Figure:
    """Measurements as points, the aimline dashed, the trend solid; each line is labelled at its end. ``reach``: what the axes
    reach over, where several goals share them."""
    traces = [*_range(beneath, colours), _path(aimline, colours.muted, "dash", "aimline")]
    if trend:
        traces.append(_path(trend, colours.accent, "solid", "trend"))
    traces.append(_measured(points, colours))
    if beneath.weeks:
        traces.append(_weeks(beneath.weeks, colours))
    return {
        "data": traces,
        "layout": layout(
            colours,
            height,
            xaxis={"type": "date", "tickformat": "%b", "showgrid": False, "anchor": "y2" if beneath.weeks else "y",
                   **({"range": [reach.first, reach.last], "nticks": 5} if reach else {})},
            annotations=[*_ends(aimline, trend, colours), *_notes(beneath, colours)],
            shapes=_marks(beneath, colours),
            margin={"l": 8, "r": 68, "t": 22 if beneath.phases else 8, "b": 8},
            showlegend=False,
            **_axes(unit, bool(beneath.weeks), {"range": [reach.low, reach.high]} if reach else {}),
        ),
    }  # fmt: skip


def reach(paths: Sequence[Path]) -> Reach | None:
    """Of several paths: a little before the first day, so that its point stands clear of the axis, to the last, and as far
    beyond the values as the words at the ends of lines are high; None without any."""
    points = [(str(day)[:10], value) for path in paths for day, value in path]
    if not points:
        return None
    days, values = zip(*points, strict=True)
    room, begin, end = 0.15 * ((max(values) - min(values)) or 1.0), date.fromisoformat(min(days)), max(days)
    earlier = begin - 0.04 * (date.fromisoformat(end) - begin)
    return Reach(earlier.isoformat(), end, min(values) - room, max(values) + room)


def _axes(unit: str, has_weeks: bool, values: dict[str, Any]) -> dict[str, Any]:
    own: dict[str, Any] = {"title": {"text": label(unit)}, "zeroline": False, **values}
    if not has_weeks:
        return {"yaxis": own}
    minutes = {"domain": [0, 0.2], "title": {"text": "min a week"}, "nticks": 3, "rangemode": "tozero"}
    return {"yaxis": own | {"domain": [0.3, 1]}, "yaxis2": minutes}


def _measured(points: Path, colours: Palette) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [when for when, _ in points],
        "y": [value for _, value in points],
        "marker": {"color": colours.accent, "size": 8, "line": {"color": colours.paper, "width": 1}},
        "name": "measured",
        "hovertemplate": "%{x|%b %-d, %Y}: %{y:,.1f}<extra></extra>",
    }


def _weeks(weeks: Path, colours: Palette) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": [when for when, _ in weeks],
        "y": [minutes for _, minutes in weeks],
        "yaxis": "y2",
        "marker": {"color": colours.soft},
        "name": "minutes given",
        "hovertemplate": "week of %{x|%b %-d}: %{y:,.0f} min given<extra></extra>",
    }


def _range(beneath: Beneath, colours: Palette) -> list[dict[str, Any]]:
    """The trend's range as a wedge."""
    if not beneath.low or not beneath.high:
        return []
    around = [*beneath.high, *reversed(beneath.low)]
    return [{
        "type": "scatter", "mode": "lines", "fill": "toself", "x": [when for when, _ in around],
        "y": [value for _, value in around], "line": {"width": 0}, "fillcolor": colours.soft, "opacity": 0.45,
        "hoverinfo": "skip", "name": "range of the trend",
    }]  # fmt: skip


def _marks(beneath: Beneath, colours: Palette) -> list[dict[str, Any]]:
    thin = {"color": colours.muted, "width": 1, "dash": "dot"}
    marks = [
        {"type": "line", "x0": when, "x1": when, "yref": "paper", "y0": 0, "y1": 1, "line": thin}
        for when, _ in beneath.phases
    ]
    if beneath.target is not None:
        marks.append({"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": beneath.target, "y1": beneath.target,
                      "line": thin})  # fmt: skip
    return marks


def _notes(beneath: Beneath, colours: Palette) -> list[dict[str, Any]]:
    return [
        {"x": when, "yref": "paper", "y": 1, "text": label(text), "showarrow": False, "xanchor": "left",
         "yanchor": "bottom", "font": {"size": 12, "color": colours.muted}}
        for when, text in beneath.phases
    ]  # fmt: skip


def _path(points: Path, colour: str, dash: str, name: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [when for when, _ in points],
        "y": [value for _, value in points],
        "line": {"color": colour, "width": 2, "dash": dash},
        "hoverinfo": "skip",
        "name": name,
    }


def _target(value: float) -> str:
    return f"target {words.amount(value)}"


def _trend(value: float) -> str:
    return f"trend {words.decimal(value)}"


def _ends(aimline: Path, trend: Path, colours: Palette) -> list[Any]:
    """The target as it was set; the trend, which is worked out, to a tenth on every chart."""
    found = [(path[-1], told(path[-1][1])) for path, told in ((aimline, _target), (trend, _trend)) if path]
    found.sort(key=lambda end: end[0][1], reverse=True)
    anchors = ("bottom", "top")  # the higher line's name stands above, the lower one's below
    return [
        {
            "x": when,
            "y": value,
            "text": text,
            "showarrow": False,
            "xanchor": "left",
            "yanchor": anchor,
            "xshift": 4,
            "font": {"size": 12, "color": colours.muted},
        }
        for ((when, value), text), anchor in zip(found, anchors, strict=False)
    ]
