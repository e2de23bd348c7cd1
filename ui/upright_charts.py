"""Upright columns over months, bins or weeks: plain values in, a Plotly figure out (see ``ui.charts``)."""

from collections.abc import Sequence
from typing import Any

from ui.charts import Figure, label, layout
from ui.palette import Palette


def columns(
    colours: Palette,
    names: Sequence[str],
    values: Sequence[float | None],
    texts: Sequence[str],
    *,
    hatched: Sequence[bool] = (),
    fills: Sequence[str] = (),
    target: tuple[float, str] | None = None,
    top: float | None = None,
    axis: str = "",
    height: int = 250,
) -> Figure:
    """Upright columns in the order given, the value above each; hatched ones are still open; ``fills``: their colours where
    not all are the accent's."""
    reach = max([top or 0.0, *(value or 0.0 for value in values), target[0] if target else 0.0]) or 1.0
    shapes, notes = _level(colours, target) if target else ([], [])
    return {
        "data": [_upright(colours, names, values, texts, hatched, fills, inside=target is not None)],
        "layout": layout(
            colours,
            height,
            xaxis={
                "tickmode": "array",
                "tickvals": list(range(len(names))),
                "ticktext": [label(name) for name in names],
                "showgrid": False,
                "tickangle": 0,
                "range": [-0.6, len(names) - 0.4],
                "title": {"text": axis},
            },
            yaxis={"range": [0, reach * 1.18], "showticklabels": False, "showgrid": False, "zeroline": True},
            shapes=shapes,
            annotations=notes,
            margin={"l": 8, "r": 8, "t": 16, "b": 8},
            bargap=0.12 if target else 0.24,
            showlegend=False,
        ),
    }


def _upright(
    colours: Palette,
    names: Sequence[str],
    values: Sequence[float | None],
    texts: Sequence[str],
    hatched: Sequence[bool],
    fills: Sequence[str],
    *,
    inside: bool,
) -> dict[str, Any]:
    """The columns; where a line crosses them (``inside``), their values stand below it, at the upper end of the column."""
    open_ones = list(hatched) or [False] * len(names)
    return {
        "type": "bar",
        "x": list(range(len(names))),
        "y": [value if value is not None else 0 for value in values],
        "text": list(texts),
        "textposition": ["inside" if inside and (value or 0.0) >= 0.2 else "outside" for value in values],
        "insidetextanchor": "end",
        "textangle": 0,
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"color": colours.text, "size": 13},
        "insidetextfont": {"color": colours.paper, "size": 12, "shadow": ", ".join([f"0 0 3px {colours.accent}"] * 4)},
        "marker": {
            "color": list(fills) or colours.accent,
            "pattern": {
                "shape": ["/" if one else "" for one in open_ones],
                "fillmode": "overlay",
                "fgcolor": colours.paper,
                "fgopacity": 0.6,
                "size": 7,
                "solidity": 0.3,
            },
        },
        "customdata": [label(name) for name in names],
        "hovertemplate": "%{customdata}: %{text}<extra></extra>",
    }


def _level(colours: Palette, target: tuple[float, str]) -> tuple[list[Any], list[Any]]:
    """A labelled line across upright columns, as ``_target`` is for bars that lie."""
    at, text = target
    line = [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": at,
            "y1": at,
            "layer": "below",
            "line": {"color": colours.muted, "width": 1, "dash": "dot"},
        }
    ]
    note = [
        {
            "xref": "paper",
            "x": 0,
            "y": at,
            "text": text,
            "showarrow": False,
            "xanchor": "left",
            "yanchor": "bottom",
            "font": {"size": 12, "color": colours.muted},
        }
    ]
    return line, note
