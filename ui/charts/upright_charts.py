"""Upright columns over months, bins or weeks: plain values in, a Plotly figure out (see ``ui.charts.charts``)."""

from collections.abc import Sequence

from ui.charts.charts import Figure, label, layout, named
from ui.charts.palette import Palette


def columns(
    colours: Palette,
    names: Sequence[str],
    values: Sequence[float],
    texts: Sequence[str],
    *,
    fills: Sequence[str] = (),
    axis: str = "",
    height: int = 250,
) -> Figure:
    """Upright columns in the order given, the value above each; ``fills``: their colours where not all are the accent's."""
    return {
        "data": [
            {
                "type": "bar",
                "x": list(range(len(names))),
                "y": list(values),
                "text": list(texts),
                "textposition": "outside",
                "textangle": 0,
                "constraintext": "none",
                "cliponaxis": False,
                "textfont": {"color": colours.text, "size": 13},
                "marker": {"color": list(fills) or colours.accent},
                "customdata": [label(name) for name in names],
                "hovertemplate": "%{customdata}: %{text}<extra></extra>",
            }
        ],
        "layout": layout(
            colours,
            height,
            xaxis={**named(names), "range": [-0.6, len(names) - 0.4], "title": {"text": axis}},
            yaxis={
                "range": [0, 1.18 * (max(values, default=0.0) or 1.0)],
                "showticklabels": False,
                "showgrid": False,
                "zeroline": True,
            },
            margin={"l": 8, "r": 8, "t": 16, "b": 8},
            showlegend=False,
        ),
    }
