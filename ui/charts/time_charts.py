"""Shapes over time: plain values in, a Plotly figure as a dictionary out; time runs from left to right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ui.charts.charts import ROW, THICK, Figure, label, layout, name_axis, names_above, names_as_text
from ui.charts.palette import Palette, readable
from ui.parts import words

DAY = 86_400_000
"""Milliseconds."""


@dataclass(frozen=True)
class Line:
    """One line of values by month; its name is written at its end."""

    name: str
    values: Sequence[float | None]
    colour: str
    dash: str = "solid"


def lines(colours: Palette, names: Sequence[str], drawn: Sequence[Line], *, height: int = 230) -> Figure:
    """Shares (0 to 1) by month as lines, each named at its end with its last value; no legend."""
    places = list(range(len(names)))
    reach = max((value for line in drawn for value in line.values if value is not None), default=0.0) or 1.0
    traces = [
        {
            "type": "scatter", "mode": "lines+markers", "name": line.name, "x": places, "y": list(line.values),
            "line": {"color": line.colour, "width": 2, "dash": line.dash}, "marker": {"size": 6, "color": line.colour},
            "customdata": [label(name) for name in names],
            "hovertemplate": f"%{{customdata}}: {line.name} %{{y:.1%}}<extra></extra>",
        }
        for line in drawn
        if any(value is not None for value in line.values)
    ]  # fmt: skip
    return {
        "data": traces,
        "layout": layout(
            colours, height,
            xaxis={"tickmode": "array", "tickvals": places, "ticktext": [label(name) for name in names],
                   "showgrid": False, "zeroline": False, "range": [-0.3, len(names) - 0.7]},
            yaxis={"range": [0, reach * 1.25], "tickformat": ".0%", "nticks": 4},
            annotations=_line_ends(drawn, colours), margin={"l": 8, "r": 116, "t": 8, "b": 8}, showlegend=False,
        ),
    }  # fmt: skip


def _line_ends(drawn: Sequence[Line], colours: Palette) -> list[dict[str, Any]]:
    found = []
    for line in drawn:
        known = [(place, value) for place, value in enumerate(line.values) if value is not None]
        if known:
            found.append((known[-1], line))
    found.sort(key=lambda end: end[0][1], reverse=True)
    anchors = ("bottom", "top")  # the higher line's name stands above, the lower one's below
    return [
        {"x": place, "y": value, "text": f"{line.name} {words.rate(value)}", "showarrow": False, "xanchor": "left",
         "yanchor": anchor, "xshift": 8, "font": {"size": 12, "color": colours.text}}
        for ((place, value), line), anchor in zip(found, anchors, strict=False)
    ]  # fmt: skip


@dataclass(frozen=True)
class Span:
    """One bar of a timeline: from a day to a day, and what is written in it."""

    name: str
    first: date
    last: date
    text: str
    colour: str
    pattern: str = ""


def timeline(colours: Palette, spans: Sequence[Span], *, today: date | None = None) -> Figure:
    """Bars from day to day, one row each from the top; ``today`` is a thin upright line."""
    names = [span.name for span in spans]
    traces = [_span(colours, place, span) for place, span in enumerate(spans)]
    mark = {"type": "line", "x0": today, "x1": today, "yref": "paper", "y0": 0, "y1": 1,
            "line": {"color": colours.muted, "width": 1, "dash": "dot"}}  # fmt: skip
    return {
        "data": [*traces, names_as_text(colours, names, min((span.first for span in spans), default=None))],
        "layout": layout(
            colours, ROW * len(spans) + (44 if today is None else 62), barmode="overlay",
            shapes=[mark] if today is not None else [],
            xaxis={"type": "date", "tickformat": "%b", "side": "top", "nticks": 7, "tickangle": 0,
                   "range": _reach(spans)},
            yaxis=names_above(colours, names) | {"showticklabels": False},
            margin={"l": 8, "r": 8, "t": 26, "b": 4 if today is None else 22}, showlegend=False,
            annotations=[] if today is None else [_today(colours, today)],
        ),
    }  # fmt: skip


def _today(colours: Palette, today: date) -> dict[str, Any]:
    """The day of the upright line, beneath it: above stand the months."""
    return {
        "x": today, "yref": "paper", "y": 0, "text": f"as of {words.day(today)}", "showarrow": False, "xanchor": "center",
        "yanchor": "top", "font": {"size": 12, "color": colours.muted},
    }  # fmt: skip


def _reach(spans: Sequence[Span]) -> list[date]:
    """From the first day to the day after the last."""
    days = [day for span in spans for day in (span.first, span.last)]
    return [min(days), max(days) + timedelta(days=1)] if days else []


def _span(colours: Palette, place: int, span: Span) -> dict[str, Any]:
    marker: dict[str, Any] = {"color": span.colour}
    if span.pattern:
        marker["pattern"] = {"shape": span.pattern, "fillmode": "overlay", "fgcolor": colours.paper, "fgopacity": 0.6,
                             "size": 6, "solidity": 0.25}  # fmt: skip
    return {
        "type": "bar", "orientation": "h", "y": [place], "base": [span.first], "x": [_milliseconds(span)],
        "width": THICK, "marker": marker, "name": label(span.name), "hovertemplate": f"{label(span.text, 90)}<extra></extra>",
    }  # fmt: skip


def _milliseconds(span: Span) -> float:
    """The length of a bar on a time axis; the last day is a whole day."""
    return (span.last - span.first).days * DAY + DAY


def days(
    colours: Palette,
    weeks: Sequence[str],
    cells: Sequence[Sequence[str]],
    shades: Mapping[str, str],
    marks: Mapping[str, str],
    hovers: Sequence[Sequence[str]],
) -> Figure:
    """A calendar: weeks across, Monday to Friday down. ``cells`` hold a kind of day each (empty: nothing); a kind has a
    shade and a mark."""
    ticks = _months(weeks)
    return {
        "data": [_day_cells(colours, cells, shades, marks, hovers), _day_marks(colours, cells, shades, marks)],
        "layout": layout(
            colours,
            5 * 22 + 40,
            xaxis={
                "tickmode": "array",
                "tickvals": ticks,
                "ticktext": [weeks[place][:3] for place in ticks],
                "side": "top",
                "showgrid": False,
                "zeroline": False,
                "tickangle": 0,
                "range": [-0.5, len(weeks) - 0.5],
            },
            yaxis=name_axis(("Mon", "Tue", "Wed", "Thu", "Fri")),
            margin={"l": 8, "r": 8, "t": 26, "b": 4},
        ),
    }


def _months(weeks: Sequence[str]) -> list[int]:
    """The weeks at which a month is named: its first; not that of a month which ends before there is room for its name."""
    begins = [place for place in range(len(weeks)) if place == 0 or weeks[place][:3] != weeks[place - 1][:3]]
    return begins[1:] if len(begins) > 1 and begins[1] < ROOM else begins


ROOM = 3
"""Weeks that a month's name takes on a phone."""


def _day_cells(
    colours: Palette,
    cells: Sequence[Sequence[str]],
    shades: Mapping[str, str],
    marks: Mapping[str, str],
    hovers: Sequence[Sequence[str]],
) -> dict[str, Any]:
    kinds = ["", *shades]
    steps = len(kinds)
    scale = [
        [place / steps, colour]
        for number, colour in enumerate([colours.grid, *shades.values()])
        for place in (number, number + 1)
    ]
    return {
        "type": "heatmap",
        "x": list(range(len(cells[0]))),
        "y": list(range(5)),
        "z": [[kinds.index(cell) + 0.5 for cell in line] for line in cells],
        "text": [[marks.get(cell, "") for cell in line] for line in cells],
        "customdata": [list(line) for line in hovers],
        "hovertemplate": "%{customdata}<extra></extra>",
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "zmin": 0,
        "zmax": steps,
        "colorscale": scale,
    }


def _day_marks(
    colours: Palette, cells: Sequence[Sequence[str]], shades: Mapping[str, str], marks: Mapping[str, str]
) -> dict[str, Any]:
    """The mark of each day in what can be read on its shade: left to itself, Plotly writes grey on a bright one."""
    found = [(week, day, cell) for day, line in enumerate(cells) for week, cell in enumerate(line) if marks.get(cell)]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [week for week, _, _ in found],
        "y": [day for _, day, _ in found],
        "text": [marks[cell] for _, _, cell in found],
        "textfont": {"size": 12, "color": [readable(shades[cell], colours) for _, _, cell in found]},
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }
