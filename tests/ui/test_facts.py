"""Figures of the headline as text: what a reader sees, and the small picture of their course."""

import base64
import re

from ui import page, sparkline
from ui.page import Fact
from ui.palette import LIGHT


def _points(address: str) -> list[tuple[float, float]]:
    drawn = base64.b64decode(address.removeprefix("data:image/svg+xml;base64,")).decode()
    found = re.search(r'points="([^"]+)"', drawn)
    assert found
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in found[1].split())]


def test_a_course_runs_from_left_to_right_with_its_lowest_value_at_the_foot() -> None:
    # 150 wide less 3 at each edge: steps of 72; the foot is at 40 - 3 = 37, the top at 10, so 2 of 3 is 37 - 27 * 2/3.
    assert _points(sparkline.image([10.0, 13.0, 12.0], "#000")) == [(3.0, 37.0), (75.0, 10.0), (147.0, 19.0)]


def test_a_course_that_stays_the_same_is_a_level_line() -> None:
    assert {y for _, y in _points(sparkline.image([5.0, 5.0, 5.0], "#000"))} == {23.5}


def test_a_figure_says_label_value_change_and_denominator() -> None:
    fact = Fact("Delivered", "90.9%", "of 1,200.5 h expected", change="-0.3 pts", since="since Jan", good=False)
    assert page.fact_text(fact, LIGHT).replace("\\", "") == (
        ":small[Delivered]\n###### 90.9%\n\n:red-badge[↓ -0.3 pts] :small[since Jan]\n\n"
        ":small[:gray[of 1,200.5\u00a0h expected]]"
    )


def test_a_change_that_is_neither_good_nor_bad_is_grey_and_none_has_no_arrow() -> None:
    assert ":gray-badge[no change]" in page.fact_text(Fact("Lines", "3", change="no change", since="since Jan"), LIGHT)
    assert ":gray-badge[↑ " in page.fact_text(Fact("Lines", "3", change="+2", since="since Jan"), LIGHT)
    assert ":green-badge[↓ " in page.fact_text(Fact("Behind", "3", change="-2", since="since Jan", good=True), LIGHT)


def test_a_figure_shows_its_course_and_no_markdown_of_a_name_gets_through() -> None:
    told = page.fact_text(Fact("A *name* [x](y)", "3", series=(1.0, 2.0)), LIGHT)
    assert r"A \*name\* \[x\]\(y\)" in told
    assert sparkline.image((1.0, 2.0), LIGHT.accent) in told
