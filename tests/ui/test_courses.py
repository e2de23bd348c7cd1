"""The course of a rate over months: where its axis begins, where its values stand, which are left out."""

import json

import plotly.graph_objects as go
import pytest

from ui.charts import courses
from ui.charts.charts import Figure
from ui.charts.palette import DARK, LIGHT

MONTHS = ("Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May")


def made(values: list[float | None], **more: object) -> Figure:
    texts = ["" if one is None else f"{one:.0%}" for one in values]
    return courses.course(LIGHT, MONTHS[: len(values)], values, texts, hollow=[False] * len(values), **more)  # type: ignore[arg-type]


def values(figure: Figure) -> list[tuple[str, int]]:
    return [(one["text"], one["yshift"]) for one in figure["layout"]["annotations"] if "xref" not in one]


@pytest.mark.parametrize(
    ("lowest", "begins"), [(0.824, 0.7), (0.95, 0.9), (0.9, 0.8), (0.55, 0.5), (0.54, 0.0), (0.1, 0.0)]
)
def test_the_axis_begins_at_a_tenth_below_the_lowest_value_or_at_nothing(lowest: float, begins: float) -> None:
    """82.4 % less the 5 for its text is 77.4: from 70 %. Under a half the whole axis is shown."""
    assert courses.floor([0.97, lowest]) == begins


def test_a_value_stands_on_the_side_where_the_line_is_not() -> None:
    """Down to 82 and up again: the ends stand over their points, the dip below."""
    assert values(made([0.93, 0.82, 0.92])) == [("93%", 18), ("82%", -18), ("92%", 18)]


def test_of_many_months_the_ends_and_the_extremes_have_their_values() -> None:
    figure = made([0.9, 0.91, 0.95, 0.93, 0.8, 0.84, 0.85, 0.86, 0.87, 0.88])
    assert [text for text, _ in values(figure)] == ["90%", "95%", "80%", "88%"]
    assert figure["data"][0]["y"][3] == 0.93, "each has its point"


def test_a_month_without_a_rate_is_a_gap() -> None:
    figure = made([0.9, None, 0.8])
    assert figure["data"][0]["y"] == [0.9, None, 0.8]
    assert [text for text, _ in values(figure)] == ["90%", "80%"]


def test_the_target_s_words_stand_at_the_end_of_its_line() -> None:
    """Beside the chart, in two short lines, so that they cover no value and leave a phone's chart its width."""
    layout = made([0.9], target=(0.95, "on track from 95%"))["layout"]
    (words,) = [one for one in layout["annotations"] if "xref" in one]
    assert (words["text"], words["x"], words["y"], words["xanchor"]) == ("on track<br>from 95%", 1, 0.95, "left")
    assert layout["margin"]["r"] == courses.BESIDE
    assert made([0.9])["layout"]["margin"]["r"] == 8


def test_it_is_a_small_figure_that_plotly_accepts() -> None:
    for colours in (LIGHT, DARK):
        figure = courses.course(
            colours, ["Sep", "Oct"], [0.9, None], ["90%", ""], hollow=[False, True], target=(0.95, "goal")
        )
        assert go.Figure(figure).data
        assert len(json.dumps(figure, default=str)) < 5_000
