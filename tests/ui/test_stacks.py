"""Stacked bars as text of the page and as a picture: how long each part is, what stands in it, what all come to."""

import io
import re
from typing import Any

from PIL import Image

from tests.ui.test_bars import coloured
from ui.charts import bars as shapes
from ui.charts import charts
from ui.charts.charts import Drawing
from ui.charts.palette import LIGHT
from ui.charts.stacks import Part, Stacks, as_html
from ui.handouts import picture


def made(**more: Any) -> Stacks:
    """Birch has 30 and 10 hours, Elm 20: the right edge is at 40."""
    parts = [Part("direct", [30.0, 20.0], LIGHT.accent), Part("travel", [10.0, 0.0], LIGHT.calendar, ".", 25.0),
             Part("meetings", [0.0, 0.0], LIGHT.quiet)]  # fmt: skip
    return charts.stacked(LIGHT, ["Birch", "Elm"], parts, unit="h", **more)


def test_each_part_is_as_long_as_its_value_and_says_it() -> None:
    html = as_html(made(), "The message", "What is counted")
    assert re.findall(r'title="([^"]+)" style="flex:none;box-sizing:border-box;width:([\d.]+)%', html) == [
        ("direct: 30.0 h", "75.00"), ("travel: 10.0 h", "25.00"), ("direct: 20.0 h", "50.00"),
    ]  # fmt: skip
    assert re.findall(r'aria-label="([^"]+)" style="height', html) == [
        "Birch: direct 30.0 h, travel 10.0 h", "Elm: direct 20.0 h",
    ]  # fmt: skip
    assert html.count('role="listitem"') == 2


def test_over_the_bars_stands_what_each_part_comes_to_and_nothing_of_what_there_is_none() -> None:
    """Travel comes to 25 hours with those who are not drawn."""
    assert [(name, total) for _, _, name, total in made().key] == [
        ("All together:", ""), ("direct", "50.0 h"), ("travel", "25.0 h"),
    ]  # fmt: skip
    html = as_html(made(), "")
    assert "direct <b>50.0 h</b>" in html and "meetings" not in html


def test_a_part_is_named_in_the_first_bar_and_has_its_number_in_all() -> None:
    stacks = made()
    direct, travel = stacks.parts[:2]
    assert (stacks.texts(0, direct), stacks.texts(1, direct)) == (["30.0", "direct"], ["20.0"])
    assert stacks.texts(0, travel) == ["10.0", "travel"]


def test_no_number_stands_under_a_line() -> None:
    """Birch's line at 31 is in the first hour of its travel (a number takes 1.6 of 40); at 35 there is room before it."""
    for at, said in ((31.0, []), (35.0, ["10.0"])):
        stacks = made(lines=("capacity", [at, None]))
        assert stacks.texts(0, stacks.parts[1]) == said
    html = as_html(made(lines=("capacity", [35.0, None])), "")
    assert re.findall(r'title="capacity: 35.0 h" style="[^"]*left:calc\(([\d.]+)% - 2px\)', html) == ["87.50"]


def test_a_line_may_stand_beyond_every_bar() -> None:
    assert made(lines=("capacity", [None, 80.0])).reach == 80.0


def test_numbers_of_many_hours_are_whole_and_counts_have_no_unit() -> None:
    many = charts.stacked(LIGHT, ["Birch"], [Part("direct", [1164.7], LIGHT.accent)], unit="h")
    assert (many.texts(0, many.parts[0])[0], many.told(1164.7)) == ("1,165", "1,164.7 h")
    goals = charts.stacked(LIGHT, ["Birch"], [Part("off track", [3.0], LIGHT.critical)])
    assert (goals.texts(0, goals.parts[0])[0], goals.told(3.0)) == ("3", "3")


def test_what_is_no_part_of_a_bar_stands_behind_it() -> None:
    html = as_html(made(ends=("◊ over-delivered", ["◊ +1.5 h", ""])), "")
    assert html.count("◊ +1.5 h") == 1 and html.count("◊ over-delivered") == 1
    assert "margin-right:8ch" in html, "there is room for its eight letters"


def test_no_text_of_a_file_is_markup() -> None:
    html = as_html(charts.stacked(LIGHT, ["<b onclick=x>"], [Part("<i>", [1.0], LIGHT.accent)]), "<script>")
    assert "<script" not in html and "<b onclick" not in html and "<i>1" not in html


def test_the_picture_s_parts_are_as_long_as_the_page_s() -> None:
    """Direct takes 75 and 50 % of the width; of its colour the numbers take some in the rows of their letters."""
    image = Image.open(io.BytesIO(picture.png(Drawing(made(), "Hours by school", "Hours.", "", "hours"))))
    rows = [wide for _, wide in coloured(image, LIGHT.accent)]
    whole = (picture.WIDTH - 2 * picture.EDGE - 6) * picture.FINE
    bars = [wide for wide in rows if wide > 12 * picture.FINE + 2]
    assert len(bars) == 2 * shapes.THICK * picture.FINE
    assert abs(max(bars) - 0.75 * whole) <= 4
    assert abs(max(bars[shapes.THICK * picture.FINE :]) - 0.5 * whole) <= 4
