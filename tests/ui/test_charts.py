"""Figures as dictionaries: values, order, text that can't be markup, colours of the theme."""

import json
from datetime import date

import plotly.graph_objects as go
import pytest

from ui.charts import charts, time_charts, upright_charts
from ui.charts.palette import DARK, LIGHT, Palette
from ui.charts.time_charts import Line, Span
from ui.goal_progress import goal_charts


def every_shape(colours: Palette) -> list[charts.Figure]:
    return [
        upright_charts.columns(colours, ["Sep", "Oct"], [9.0, 7.5], ["9 h", "7.5 h"]),
        charts.heat(colours, ["Birch"], ["Sep", "Oct"], [[1.0, None]], [["1", ""]], colours.provider),
        goal_charts.goal(colours, [("2025-09-01", 40.0)], [("2025-09-01", 40.0), ("2026-06-01", 80.0)], unit="%"),
        time_charts.days(colours, ["Sep 1"], [["given"], [""], [""], [""], [""]], {"given": colours.accent},
                         {"given": "x"}, [[""]] * 5),
        time_charts.lines(colours, ["Sep", "Oct"], [Line("planned", [0.4, None], colours.muted, "dash")]),
        time_charts.timeline(colours, [Span("OT", date(2025, 9, 1), date(2025, 9, 2), "OT", colours.accent, "/")]),
    ]  # fmt: skip


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_shape_is_a_figure_that_plotly_accepts_and_that_is_small(colours: Palette) -> None:
    for figure in every_shape(colours):
        assert go.Figure(figure).data
        assert len(json.dumps(figure, default=str)) < 5_000


def test_no_placeholder_colour_is_left_to_the_frontend() -> None:
    for figure in every_shape(LIGHT):
        assert "#000" not in json.dumps(figure, default=str)


def test_markup_in_a_name_is_text() -> None:
    figure = charts.heat(LIGHT, ["<a href='http://elsewhere'>Birch</a>"], ["Sep"], [[1.0]], [["1"]], LIGHT.provider)
    (names,) = [trace for trace in figure["data"] if trace.get("name") == charts.NAMES]
    assert names["text"][0].startswith("&lt;a href=")


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_bands_can_be_read_on_the_paper(colours: Palette) -> None:
    for name in ("text", "muted", "accent", "on_track", "watch", "at_risk", "critical", "quiet"):
        assert _contrast(getattr(colours, name), colours.paper) >= 4.5, name


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chart_brings_its_paper_and_stays_legible_where_the_page_changes_its_theme_under_it(colours: Palette) -> None:
    for figure in every_shape(colours):
        told = figure["layout"]["template"]["layout"]
        assert (told["paper_bgcolor"], told["plot_bgcolor"]) == (colours.paper, colours.paper)
        assert not {"paper_bgcolor", "plot_bgcolor"} & figure["layout"].keys()


def test_a_month_is_named_where_there_is_room_for_its_name() -> None:
    def named(weeks: list[str]) -> list[str]:
        none = [[""] * len(weeks)] * 5
        return list(time_charts.days(LIGHT, weeks, none, {}, {}, none)["layout"]["xaxis"]["ticktext"])

    assert named(["Aug 25", "Sep 1", "Sep 8", "Sep 15"]) == ["Sep"], (
        "one week of August: its name would lie on the next"
    )
    assert named(["Aug 11", "Aug 18", "Aug 25", "Sep 1"]) == ["Aug", "Sep"]
    assert named(["Aug 25"]) == ["Aug"]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("cause", ["student", "provider", "school", "calendar", "no_record"])
def test_numbers_can_be_read_in_every_cell_of_a_grid(colours: Palette, cause: str) -> None:
    """Each ground parts what lies between text and paper (16 to 1) in two factors, of which one is at least its root, 4."""
    shade = getattr(colours, cause)
    figure = charts.heat(colours, ["Birch"], ["Sep", "Oct", "Nov"], [[10.0, 5.0, None]], [["10", "5", ""]], shade)
    told = figure["data"][2]
    assert (told["x"], told["y"], told["text"]) == ([0, 1], [0, 0], ["10", "5"])
    half = "#" + "".join(
        f"{round((int(colours.grid[at : at + 2], 16) + int(shade[at : at + 2], 16)) / 2):02X}" for at in (1, 3, 5)
    )
    for ground, ink in zip((shade, half), told["textfont"]["color"], strict=True):
        assert ink in (colours.text, colours.paper)
        assert _contrast(ink, ground) >= _contrast(colours.text, colours.paper) ** 0.5 - 0.01
