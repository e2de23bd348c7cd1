"""A rate's course over months: a point each, their line, and the target. A dot may stand on an axis that doesn't begin at
nothing, a column may not; so what a month fell by can be seen."""

import math
from collections.abc import Sequence
from typing import Any

from ui.charts.charts import Figure, label, layout, named
from ui.charts.palette import Palette

MOST_VALUES = 8
"""Of more months only the first, the last, the highest and the lowest have their value beside them."""
BESIDE = 74
"""Pixels beside the chart for the target's words."""
LOWEST = 0.05
"""What is left free below the lowest value, for its text."""


def course(
    colours: Palette,
    names: Sequence[str],
    values: Sequence[float | None],
    texts: Sequence[str],
    *,
    hollow: Sequence[bool],
    target: tuple[float, str] | None = None,
    height: int = 270,
) -> Figure:
    """The values in the order given, as shares of one; ``hollow`` ones are still open."""
    shapes, notes = _target(colours, *target) if target else ([], [])
    begin = floor([*(one for one in values if one is not None), *([target[0]] if target else [])])
    return {
        "data": [_points(colours, names, values, hollow)],
        "layout": layout(
            colours,
            height,
            xaxis={**named(names), "zeroline": False, "range": [-0.5, len(names) - 0.5]},
            yaxis={
                "range": [begin, 1.03],
                "dtick": 0.1 if begin >= 0.5 else 0.25,
                "tickformat": ".0%",
                "zeroline": False,
            },
            shapes=shapes,
            annotations=[*notes, *_values(colours, values, texts)],
            margin={"l": 8, "r": BESIDE if target else 8, "t": 26, "b": 8},
            showlegend=False,
        ),
    }


def floor(values: Sequence[float]) -> float:
    """Where the axis begins: at the tenth below the lowest value's text; at nothing where that is under a half."""
    begin = math.floor(round(10 * (min(values, default=0.0) - LOWEST), 6)) / 10
    return begin if begin >= 0.5 else 0.0


def _points(
    colours: Palette, names: Sequence[str], values: Sequence[float | None], hollow: Sequence[bool]
) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": list(range(len(names))),
        "y": list(values),
        "line": {"color": colours.accent, "width": 2.5},
        "marker": {
            "size": 11,
            "color": [colours.paper if one else colours.accent for one in hollow],
            "line": {"color": colours.accent, "width": 2.5},
        },
        "cliponaxis": False,
        "customdata": [label(name) for name in names],
        "hovertemplate": "%{customdata}: %{y:.1%}<extra></extra>",
    }


def _target(colours: Palette, at: float, text: str) -> tuple[list[Any], list[Any]]:
    """A line at the target; its words at its end beside the chart, where no value can stand in their way."""
    line = {"color": colours.muted, "width": 1.5, "dash": "dot"}
    return [{"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": at, "y1": at, "layer": "below", "line": line}], [
        {
            "xref": "paper", "x": 1, "y": at, "xanchor": "left", "yanchor": "middle", "xshift": 4, "align": "left",
            "text": text.replace(" from ", "<br>from "), "showarrow": False, "font": {"size": 13, "color": colours.muted},
        }
    ]  # fmt: skip


def _values(colours: Palette, values: Sequence[float | None], texts: Sequence[str]) -> list[dict[str, Any]]:
    """Each value beside its point, on the side where the line isn't; over a line it has the page's ground."""
    return [
        {
            "x": place, "y": values[place], "yshift": -18 if _is_low(values, place) else 18, "text": texts[place],
            "showarrow": False, "font": {"size": 13, "color": colours.text}, "bgcolor": colours.paper, "borderpad": 1,
        }
        for place in _told(values)
    ]  # fmt: skip


def _told(values: Sequence[float | None]) -> list[int]:
    """The places of the values that are written."""
    known = [place for place, value in enumerate(values) if value is not None]
    if len(known) <= MOST_VALUES:
        return known
    by_value = sorted(known, key=lambda place: values[place] or 0.0)
    return sorted({known[0], known[-1], by_value[0], by_value[-1]})


def _is_low(values: Sequence[float | None], place: int) -> bool:
    """Whether the line comes from above on either side."""
    beside = [values[one] for one in (place - 1, place + 1) if 0 <= one < len(values)]
    return sum((one or 0.0) - (values[place] or 0.0) for one in beside if one is not None) > 0
