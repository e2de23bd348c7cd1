"""Bars as text of the page and as a picture: where each stands, what it says, and that no text of a file is markup."""

import io
import re
from typing import Any

import pytest
from PIL import Image, ImageColor

from ui.charts import bars as shapes
from ui.charts import charts
from ui.charts.bars import Bars, as_html
from ui.charts.charts import Drawing
from ui.charts.palette import DARK, LIGHT, Palette
from ui.handouts import picture


def made(**more: Any) -> Bars:
    """Three of at most 100: the right edge is 2 % further, so 51 takes half of the width."""
    return charts.bars(LIGHT, ["Birch", "Elm", "Oak"], [51.0, 25.5, 0.0], ["51 h", "25.5 h", "none"],
                       LIGHT.accent, top=100.0, **more)  # fmt: skip


def widths(html: str) -> list[float]:
    return [float(one) for one in re.findall(r"width:([\d.]+)%;background", html)]


def test_each_bar_is_as_long_as_its_value_and_says_it_behind_its_end() -> None:
    html = as_html(made(), "Hours by school")
    assert widths(html) == [50.0, 25.0, 0.0]  # 51, 25.5 and 0 of 102
    assert re.findall(r'left:calc\(([\d.]+)% \+ 6px\)">([^<]+)<', html) == [
        ("50.00", "51 h"), ("25.00", "25.5 h"), ("0.00", "none"),
    ]  # fmt: skip
    assert re.findall(r">(Birch|Elm|Oak)<", html) == ["Birch", "Elm", "Oak"]
    assert 'role="list" aria-label="Hours by school"' in html
    assert html.count('role="listitem"') == 3


def test_a_short_bar_has_its_value_behind_it_where_others_have_it_inside() -> None:
    html = as_html(made(inside=True), "")
    assert f'right:calc(50.00% + 6px);color:{LIGHT.paper};font-size:12px">51 h<' in html
    assert 'left:calc(25.00% + 6px)">25.5 h<' in html, "25 % of the width is under 30 %"
    assert "0ch" in html, "nothing stands past the right edge"


def test_the_line_and_its_words_stand_at_its_value() -> None:
    html = as_html(made(target=(76.5, "goal")), "")
    assert "left:75.00%;border-left:1px" in html  # 76.5 of 102
    assert re.search(r"right:25.00%[^>]*>goal<", html), "the words end at the line"
    assert f'left:calc(50.00% + 6px);background:{LIGHT.paper}">51 h<' in html, "the line doesn't strike through a value"
    assert re.search(r"left:25.00%[^>]*>goal<", as_html(made(target=(25.5, "goal")), "")), "or begin there, far left"


def test_a_value_beyond_the_bar_is_a_ring_and_the_text_begins_behind_both() -> None:
    """12 pixels in all, in the middle of a bar of 14, whatever the page's own rule for boxes is."""
    html = as_html(made(rings=[76.5, None, 25.5]), "")
    assert html.count("box-sizing:border-box;width:12px;height:12px;border:3px") == 2 and "top:1px" in html
    assert re.findall(r"left:calc\(([\d.]+)% - 6px\)", html) == ["75.00", "25.00"]
    assert 'left:calc(75.00% + 12px)">51 h<' in html
    assert 'left:calc(25.00% + 6px)">25.5 h<' in html


def test_a_name_may_reach_over_the_room_that_values_take() -> None:
    """ "25.5 h" and a space are seven letters: the bars end there, a name doesn't."""
    html = as_html(made(), "")
    assert "margin:12px 7ch 0 0" in html
    assert html.count("margin-right:-7ch") == 3


def test_a_pattern_is_drawn_in_the_page_s_colour_over_the_bar_s() -> None:
    html = as_html(made(patterns=["/", "", "."]), "")
    assert f"repeating-linear-gradient(135deg,{LIGHT.paper}99" in html
    assert html.count("gradient(") == 2
    assert all(f"{end}{LIGHT.accent}" in html for end in ("),", "background:", "6px,"))


def test_the_message_and_what_is_counted_stand_above() -> None:
    html = as_html(made(), "Birch has most", "Hours.", "Birch has most hours")
    assert (
        html.index(">Birch has most</p>") < html.index(">Hours.</p>") < html.index('aria-label="Birch has most hours"')
    )
    assert as_html(made(), "Birch has most").count("<p ") == 1


def test_no_name_or_value_is_markup() -> None:
    found = charts.bars(DARK, ["<b>Birch</b>"], [1.0], ["<i>1</i>"], DARK.accent)
    html = as_html(found, "<b>most</b>", "<i>of</i>", '"><script>')
    assert "&lt;b&gt;Birch" in html
    assert "&lt;i&gt;1" in html
    assert not re.search(r"<(b|i|script)\b", html)


def test_nothing_to_draw_divides_by_nothing() -> None:
    assert widths(as_html(charts.bars(LIGHT, ["Birch"], [0.0], ["0 h"], LIGHT.accent), "")) == [0.0]


def drawn(bars: Bars, title: str = "Birch has most") -> Image.Image:
    return Image.open(io.BytesIO(picture.png(Drawing(bars, title, "Hours.", "", "hours"))))


def coloured(image: Image.Image, colour: str) -> list[tuple[int, int]]:
    """The rows of the picture in which a colour is, each with how many pixels of it."""
    wanted, pixels = ImageColor.getrgb(colour), image.load()
    assert pixels is not None
    found = ((y, sum(pixels[x, y] == wanted for x in range(image.width))) for y in range(image.height))
    return [(y, number) for y, number in found if number]


def test_the_picture_s_bars_are_as_long_as_the_page_s() -> None:
    """Two of them have a length, each THICK rows high in each of the FINE steps; the first is twice the second."""
    image = drawn(made(inside=True))
    assert image.width == picture.WIDTH * picture.FINE
    rows = coloured(image, LIGHT.accent)
    assert len(rows) == 3 * shapes.THICK * picture.FINE  # a bar of nothing is a hair
    whole = (picture.WIDTH - 2 * picture.EDGE) * picture.FINE
    (first, top), last = rows[0], rows[2 * shapes.THICK * picture.FINE - 1][1]
    assert top == whole / 2
    assert last == whole / 4
    assert rows[shapes.THICK * picture.FINE][0] - first == shapes.ROW * picture.FINE


def test_a_pattern_leaves_some_of_the_bar_in_the_picture() -> None:
    plain = sum(number for _, number in coloured(drawn(made()), LIGHT.accent))
    for pattern in "/x-.":
        hatched = sum(number for _, number in coloured(drawn(made(patterns=[pattern] * 3)), LIGHT.accent))
        assert 0.2 * plain < hatched < 0.95 * plain, pattern


def test_a_long_message_takes_more_lines_and_a_line_and_rings_are_there() -> None:
    assert drawn(made(), "word " * 60).height > drawn(made()).height
    marked = drawn(made(target=(76.5, "goal"), rings=[76.5, None, None]))
    assert len(coloured(marked, LIGHT.muted)) >= 3 * shapes.ROW * picture.FINE - 24


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_picture_has_the_paper_of_its_theme(colours: Palette) -> None:
    image = drawn(charts.bars(colours, ["Birch"], [1.0], ["1"], "#123456"))
    assert image.getpixel((0, 0)) == ImageColor.getrgb(colours.paper)
