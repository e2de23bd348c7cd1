"""What charts say to a screen reader."""

from datetime import date

import pandas as pd

from ui.charts import charts, drawings, spoken, time_charts
from ui.charts.charts import Drawing
from ui.charts.palette import LIGHT
from ui.delivery_mix import mix_drawings

ABOUT = "About."


def _drawing(figure: charts.Figure) -> Drawing:
    return Drawing(figure, "Title", ABOUT, "The message")


def test_columns_are_told_by_name_and_value() -> None:
    frame = pd.DataFrame(
        {
            "month": ["2025-09", "2025-10"],
            "adjusted_rate": [0.94, None],
            "expected_minutes": [1.0, 1.0],
            "open_minutes": [0.0, 0.0],
        }
    )
    drawing = drawings.trend(frame, LIGHT, as_of=date(2025, 10, 31), target=0.95, about=ABOUT)
    assert drawing is not None
    assert spoken.alt(drawing) == "Sep stands at 94.0%. Values: Sep 94.0%"


def test_lines_are_told_in_percent() -> None:
    figure = time_charts.lines(LIGHT, ["Sep", "Oct"], [time_charts.Line("planned", [0.3, 0.325], "#000000")])
    assert spoken.alt(_drawing(figure)) == "The message. Values: Sep 30.0%, Oct 32.5%"


def test_a_heat_map_is_told_row_by_row_without_empty_cells() -> None:
    figure = charts.heat(
        LIGHT, ["Birch", "Cedar"], ["Sep", "Oct"], [[3, 0], [1, 2]], [["3", ""], ["1", "2"]], "#000000"
    )
    assert spoken.alt(_drawing(figure)) == "The message. Values: Birch: Sep 3; Cedar: Sep 1, Oct 2"


def test_pairs_say_which_is_planned() -> None:
    """Pull-out: 60 of 100 planned minutes, 80 of 100 delivered; the bars are text of the page."""
    frame = pd.DataFrame(
        {"setting": ["pull_out", "push_in"], "planned_minutes": [60.0, 40.0], "delivered_minutes": [80.0, 20.0]}
    )
    drawing = mix_drawings.planned_delivered(frame, LIGHT, about=ABOUT)
    assert drawing is not None
    assert drawing.figure.names == ["pull-out", "push-in"]
    assert drawing.figure.texts == ["80.0%, planned 60.0%", "20.0%, planned 40.0%"]


def test_very_many_values_are_cut() -> None:
    names = [f"School {place}" for place in range(300)]
    figure = charts.heat(LIGHT, names, ["Sep"], [[1.0]] * 300, [["1"]] * 300, "#000000")
    said = spoken.alt(_drawing(figure))
    assert said.endswith(", and more")
    assert len(said) < spoken.LONGEST + 60


def test_a_calendar_is_told_by_its_message_alone() -> None:
    """Its sessions stand in the table beneath; its marks are no names of its rows."""
    cells = [["delivered", "student"], *[["", ""]] * 4]
    figure = time_charts.days(
        LIGHT, ["Sep 01", "Sep 08"], cells, {"delivered": "#000000", "student": "#4C78A8"},
        {"delivered": "●", "student": "S"}, [["", ""]] * 5,
    )  # fmt: skip
    assert spoken.alt(_drawing(figure)) == "The message"
