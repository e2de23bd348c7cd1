"""Shapes: plain values in, a Plotly figure as a dictionary out. One template, explicit colours, no Streamlit."""

import html
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ui.charts import palette
from ui.charts.bars import Bars, Sum
from ui.charts.palette import Palette
from ui.charts.stacks import Part, Stacks
from ui.parts import words

Figure = dict[str, Any]
ROW, THICK = 36, 0.4
"""Pixels a bar with its name above it, and how much of them is the bar."""
CELL, NAME = 24, 20
"""Pixels of a heat map's cell, and of the name above each row of them."""
LIFT = 0.07
"""How far over its cells a row's name stands, in rows: a g or y would reach into them."""
NAMES = "names"
"""What the trace of a heat map is called that writes its rows' names."""
MOST_BARS = 15


@dataclass(frozen=True)
class Drawing:
    """A figure with what it says: message as title, what is counted as subtitle, words for a screen reader."""

    figure: Any
    """``Bars`` or ``Stacks``, which are text of the page, or a ``Figure``, which Plotly draws."""
    title: str
    subtitle: str
    alt: str
    name: str = field(default="chart")


def label(text: object, most: int = 34) -> str:
    """Text from a file for a chart: Plotly reads some HTML, so none is left; long names are cut."""
    return html.escape(words.cut(text, most), quote=False)


def named(names: Sequence[str]) -> dict[str, Any]:
    """An upright chart's axis with a name beneath each place, 0, 1, 2, ..."""
    return {
        "tickmode": "array",
        "tickvals": list(range(len(names))),
        "ticktext": [label(name) for name in names],
        "showgrid": False,
        "tickangle": 0,
    }


def template(colours: Palette) -> dict[str, Any]:
    """Fonts, grid and background: the same for every chart, set once. The background is the page's, and painted, so that
    a chart stays legible where the page changes to the other theme under it (decision 0073)."""
    axis = {
        "gridcolor": colours.grid,
        "linecolor": colours.grid,
        "zerolinecolor": colours.grid,
        "ticks": "",
        "automargin": True,
        "tickfont": {"color": colours.muted},
        "title": {"font": {"color": colours.muted, "size": 13}},
        "fixedrange": True,
    }
    return {
        "layout": {
            "font": {"family": "Source Sans, sans-serif", "size": 14, "color": colours.text},
            "paper_bgcolor": colours.paper,
            "plot_bgcolor": colours.paper,
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "xaxis": axis,
            "yaxis": axis,
            "hoverlabel": {"bgcolor": colours.paper, "bordercolor": colours.grid, "font": {"color": colours.text}},
            "legend": {
                "orientation": "h",
                "y": 1.0,
                "yanchor": "bottom",
                "x": 0,
                "xanchor": "left",
                "traceorder": "normal",
                "font": {"size": 13},
                "itemclick": False,
                "itemdoubleclick": False,
            },
            "bargap": 0.24,
            "dragmode": False,
        }
    }


def layout(colours: Palette, height: int, **more: Any) -> dict[str, Any]:
    """A layout on the common template."""
    return {"template": template(colours), "height": height, **more}


def bars(
    colours: Palette,
    names: Sequence[str],
    values: Sequence[float],
    texts: Sequence[str],
    fill: str | Sequence[str],
    *,
    target: tuple[float, str] | None = None,
    top: float | None = None,
    inside: bool = False,
    patterns: Sequence[str] = (),
    rings: Sequence[float | None] = (),
    key: Sequence[Sum] = (),
) -> Bars:
    """Horizontal bars from the top in the order given, the value written at each end; ``target`` is a labelled line,
    ``rings`` mark another value on each, ``key`` tells what those of each colour come to."""
    reach = max([top or 0.0, *values, target[0] if target else 0.0, *(one for one in rings if one is not None)]) or 1.0
    fills = [fill] * len(names) if isinstance(fill, str) else list(fill)
    return Bars(names, values, texts, fills, colours, 1.02 * reach, patterns, target, rings, inside, key)


BARE = {"showgrid": False, "showticklabels": False, "automargin": False}
"""An axis whose values stand at the bars. One axis that asks for room makes Plotly draw the chart a second time."""


def name_axis(names: Sequence[str]) -> dict[str, Any]:
    """The upright axis of rows with their names beside them, from the top down."""
    return {
        "tickmode": "array",
        "tickvals": list(range(len(names))),
        "ticktext": [label(name) for name in names],
        "range": [len(names) - 0.5, -0.5],
        "showgrid": False,
        "zeroline": False,
        "tickfont": {"size": 14},
        "ticklabelstandoff": 6,
    }


TOP = -0.74
"""Where the first bar's name begins on the upright axis."""


def names_above(colours: Palette, names: Sequence[str]) -> dict[str, Any]:
    """The upright axis of horizontal bars, each under its name: on a phone the bars have the whole width."""
    return name_axis(names) | {
        "tickvals": [place - 0.44 for place in range(len(names))],
        "ticktext": [label(name, 46) for name in names],
        "range": [len(names) - 0.66, TOP],
        "ticklabelposition": "inside",
        "automargin": False,
        "ticklabelstandoff": 0,
        "tickfont": {"size": 13, "color": colours.text},
    }


def names_as_text(colours: Palette, names: Sequence[str], at: Any = 0) -> dict[str, Any]:
    """The names above their bars where the other axis has ticks: names as tick labels inside the chart make Plotly leave out
    every tick and grid line of that axis which they could cover. ``at``: where that axis begins."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [at] * len(names),
        "y": [place - THICK / 2 for place in range(len(names))],
        "text": [label(name, 46) for name in names],
        "textposition": "top right",
        "textfont": {"size": 13, "color": colours.text},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def stacked(
    colours: Palette,
    names: Sequence[str],
    parts: Sequence[Part],
    *,
    unit: str = "",
    lines: tuple[str, Sequence[float | None]] = ("", ()),
    ends: tuple[str, Sequence[str]] = ("", ()),
) -> Stacks:
    """Horizontal stacked bars, one a name; ``lines`` (what they are, where) stand across them, ``ends`` (what they are, their
    texts) behind them."""
    reach = max([*(sum(values) for values in zip(*(part.values for part in parts), strict=True)),
                 *(one for one in lines[1] if one is not None)])  # fmt: skip
    return Stacks(names, parts, colours, reach or 1.0, unit, ends[1], ends[0], lines[1], lines[0])


def heat(
    colours: Palette,
    rows: Sequence[str],
    cols: Sequence[str],
    values: Sequence[Sequence[float | None]],
    texts: Sequence[Sequence[str]],
    colour: str,
) -> Figure:
    """A grid with the number in each cell, from the background's colour to ``colour``; each row under its name, in the gap
    between the cells, so that on a phone the cells have the whole width."""
    high = CELL / (CELL + NAME)
    trace = {
        "type": "heatmap",
        "x": list(range(len(cols))),
        "y": list(range(len(rows))),
        "z": [list(line) for line in values],
        "text": [list(line) for line in texts],
        "showscale": False,
        "xgap": 2,
        "ygap": NAME,
        "colorscale": [[0, colours.grid], [1, colour]],
        "zmin": 0,
        "hoverinfo": "skip",
    }
    left = -0.5
    above = names_as_text(colours, rows, left) | {
        "name": NAMES,
        "y": [place - high / 2 - LIFT for place in range(len(rows))],
    }
    return {
        "data": [trace, above, _cell_texts(colours, values, texts, colour)],
        "layout": layout(
            colours,
            (CELL + NAME) * len(rows) + 68,
            xaxis={
                "tickmode": "array",
                "tickvals": list(range(len(cols))),
                "ticktext": [label(col) for col in cols],
                "side": "top",
                "showgrid": False,
                "zeroline": False,
                "range": [left, len(cols) - 0.5],
            },
            yaxis=name_axis(rows) | {"range": [len(rows) - 0.5, -0.8], "showticklabels": False, "automargin": False},
            margin={"l": 8, "r": 8, "t": 34, "b": 8},
        ),
    }


def _cell_texts(
    colours: Palette, values: Sequence[Sequence[float | None]], texts: Sequence[Sequence[str]], colour: str
) -> dict[str, Any]:
    """The numbers of a grid, each in what can be read on its cell: left to itself, Plotly writes grey on a bright colour."""
    top = max((one for line in values for one in line if one is not None), default=0.0) or 1.0
    cells = [
        (
            col,
            row,
            text,
            palette.readable(palette.between(colours.grid, colour, (values[row][col] or 0.0) / top), colours),
        )
        for row, line in enumerate(texts)
        for col, text in enumerate(line)
        if text
    ]
    cols, rows, told, shades = (list(one) for one in zip(*cells, strict=True)) if cells else ([], [], [], [])
    return {
        "type": "scatter",
        "mode": "text",
        "x": cols,
        "y": rows,
        "text": told,
        "textfont": {"size": 13, "color": shades},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }
