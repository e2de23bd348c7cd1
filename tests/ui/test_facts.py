"""Figures of the headline as text: what a reader sees, and the small picture of their course."""

import base64
import re

import pytest

from ui.charts import sparkline
from ui.charts.palette import LIGHT
from ui.parts import headline, page
from ui.parts.page import Fact


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
        ":small[Delivered]\n###### 90.9%\n\n:red-badge[↓ 0.3 pts] :small[since Jan]\n\n"
        ":small[:gray[of 1,200.5\u00a0h expected]]"
    )


def test_a_change_that_is_neither_good_nor_bad_is_grey_and_none_has_no_arrow() -> None:
    assert ":gray-badge[no change]" in page.fact_text(Fact("Lines", "3", change="no change", since="since Jan"), LIGHT)
    assert ":gray-badge[↑ 2]" in page.fact_text(Fact("Lines", "3", change="+2", since="since Jan"), LIGHT)
    assert ":green-badge[↓ 2]" in page.fact_text(Fact("Behind", "3", change="-2", since="since Jan", good=True), LIGHT)


def test_a_figure_shows_its_course_and_no_markdown_of_a_name_gets_through() -> None:
    told = page.fact_text(Fact("A *name* [x](y)", "3", series=(1.0, 2.0)), LIGHT)
    assert r"A \*name\* \[x\]\(y\)" in told
    assert sparkline.image((1.0, 2.0), LIGHT.accent) in told


def _head(make_up: float, **others: float) -> dict[str, float]:
    """Expected 600 minutes: 360 credited, 60 excused, ``make_up`` in closed periods, the rest of 180 still open."""
    return {"expected_minutes": 600.0, "credited_minutes": 360.0, "excused_minutes": 60.0, "review_minutes": 0.0,
            "make_up_minutes": make_up, "students": 4, "students_behind": 0, "unaccounted_minutes": 0.0,
            "adjusted_rate": 2 / 3, "gross_rate": 0.6, "unusable_lines": 0, **others}  # fmt: skip


def test_where_no_period_has_closed_a_nought_is_not_told_as_good_news() -> None:
    told = {fact.label: fact.value for fact in headline.facts(_head(0.0))}
    assert {told[one] for one in ("Students behind", "Not accounted for", "Make-up candidates")} == {"none yet"}
    closed = {fact.label: fact.value for fact in headline.facts(_head(180.0))}
    assert (closed["Students behind"], closed["Not accounted for"], closed["Make-up candidates"]) == (
        "0",
        "0.0 h",
        "3.0 h",
    )
    given = {fact.label: fact.value for fact in headline.facts(_head(0.0, credited_minutes=540.0))}
    assert given["Make-up candidates"] == "0.0 h", "600 less 540 less 60: nothing is short"


@pytest.mark.parametrize(("make_up", "said"), [(0.0, "3.0 h are short"), (60.0, "2.0 h are short"), (120.0, "")])
def test_what_is_short_in_open_periods_is_told_where_it_is_most_of_it(make_up: float, said: str) -> None:
    """600 less 360 less 60 are 180 minutes short; those that aren't make-up candidates are open."""
    assert headline.still_open(_head(make_up))[: len(said) or None] == said
