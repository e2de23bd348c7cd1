"""What a chart says to who can't see it: its message, and the values that are written or drawn in it."""

import html
from collections.abc import Sequence
from typing import Any

from ui.charts.charts import NAMES, Drawing, Figure
from ui.parts import words

LONGEST = 1500
"""Signs of the values; what is left out stands in the table beneath, or in the table that the page offers."""


def alt(drawing: Drawing) -> str:
    """The message, then the values: "Feb fell to 89.5%, from 93.2% in Jan. Values: Aug 93.7%, Sep 94.3%, ..."."""
    told = "; ".join(_parts(drawing.figure))
    if len(told) > LONGEST:
        told = told[:LONGEST].rsplit(",", 1)[0] + ", and more"
    return f"{drawing.alt}. Values: {html.unescape(told)}" if told else drawing.alt


def _parts(figure: Figure) -> list[str]:
    """One part for each row of a heat map, for each other trace with names and values."""
    if figure["data"] and figure["data"][0]["type"] == "heatmap":
        return _heat(figure)
    found = [(str(trace.get("name", "")), _pairs(trace, figure["layout"])) for trace in figure["data"]]
    several = sum(1 for _, pairs in found if pairs) > 1
    return [f"{name}: {', '.join(pairs)}" if several and name else ", ".join(pairs) for name, pairs in found if pairs]


def _heat(figure: Figure) -> list[str]:
    """Each row's name with its cells; none where rows have no names of their own, as in a calendar."""
    grid, *others = figure["data"]
    names = next((trace["text"] for trace in others if trace.get("name") == NAMES), None)
    if names is None:
        return []
    cols = figure["layout"]["xaxis"]["ticktext"]
    rows = (
        (name, [f"{col} {cell}" for col, cell in zip(cols, line, strict=True) if cell])
        for name, line in zip(names, grid["text"], strict=True)
    )
    return [f"{name}: {', '.join(cells)}" for name, cells in rows if cells]


def _pairs(trace: dict[str, Any], layout: dict[str, Any]) -> list[str]:
    """A trace's names with their values; nothing where it has none, such as a trace of names alone."""
    names, values = _names(trace, layout), _values(trace, layout)
    return [f"{name} {value}" for name, value in zip(names, values, strict=False) if value]


def _names(trace: dict[str, Any], layout: dict[str, Any]) -> Sequence[str]:
    if "customdata" in trace:
        return [str(one) for one in trace["customdata"]]
    ticks = layout.get("yaxis", {}).get("ticktext", ()) if trace.get("orientation") == "h" else ()
    return [str(one) for one in ticks]


def _values(trace: dict[str, Any], layout: dict[str, Any]) -> list[str]:
    """As written beside the mark, without the trace's name; else as drawn: shares in percent, other numbers to a tenth."""
    if any(trace.get("text") or ()):
        name = str(trace.get("name", ""))
        return [str(one).removeprefix(name).strip() for one in trace["text"]]
    lying = trace.get("orientation") == "h"
    drawn = trace["x" if lying else "y"]
    share = "%" in str(layout.get("xaxis" if lying else "yaxis", {}).get("tickformat", ""))
    if "base" in trace:  # a span of days has its days in words
        return []
    return ["" if words.is_missing(one) else words.rate(one) if share else words.decimal(one) for one in drawn]
