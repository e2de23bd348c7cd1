"""Who is where: each provider's half-days at each school in one narrow matrix, worked out by hand."""

import re

import pandas as pd
import pytest

from ui.caseloads import where
from ui.charts.palette import DARK, LIGHT, Palette, contrast

SITES = pd.DataFrame(
    [
        ("T2", "Moe, Al", "Oak School", 4.0, 9),
        ("T1", "Lund <b>Bo", "Elm School", 2.0, 3),
        ("T1", "Lund <b>Bo", "Oak School", 6.0, 20),
        ("T3", "Nash, Cy", "Elm School", None, 1),
        (None, "unassigned", "Elm School", None, 2),
    ],
    columns=["provider_id", "provider_name", "name", "half_days", "students"],
)
MISSED = {"T1": 90.0, "T2": 0.0, None: 30.0}


def test_a_school_s_providers_stand_together_and_nobody_last() -> None:
    """Nash is at Elm alone; Lund is mostly at Oak, as Moe is."""
    found = where.where(SITES, MISSED)
    assert found.schools == ["Elm School", "Oak School"]
    assert [(name, minutes) for name, _, minutes in found.rows] == [
        ("Nash, Cy", 0.0), ("Lund <b>Bo", 90.0), ("Moe, Al", 0.0), ("unassigned", 30.0),
    ]  # fmt: skip
    lund = found.rows[1][1]
    assert {school: cell.text for school, cell in lund.items()} == {"Elm School": "2", "Oak School": "6"}
    assert found.rows[0][1]["Elm School"].told == "no site days listed, 1 student"


def test_the_message_is_who_serves_most_schools() -> None:
    assert (
        where.title(where.where(SITES, {}))
        == "1 of 4 providers serves more than one school; Lund <b>Bo serves the most, 2"
    )
    both = pd.concat([SITES, SITES[SITES["provider_id"] == "T2"].assign(name="Elm School")])
    assert where.title(where.where(both, {})) == "2 of 4 providers serve more than one school; 2 serve the most, 2"
    assert where.title(where.where(SITES[SITES["provider_id"] == "T2"], {})) == "Moe, Al is at one school"
    assert (
        where.title(where.where(SITES[SITES["provider_id"].isin(["T2", "T3"])], {}))
        == "Each of 2 providers is at one school"
    )


def test_the_matrix_tells_each_cell_in_words_and_escapes_names() -> None:
    html = where.as_html(where.where(SITES, MISSED), LIGHT, "Who is where")
    assert "<b>" not in html and "Lund &lt;b&gt;Bo, Oak School: 6 half-days, 20 students" in html
    assert re.findall(r">(Elm|Oak)</span>", html) == ["Elm", "Oak"], "School, which all share, is left out"
    assert html.count("<tr") == 5 and html.count('scope="row"') == 4
    assert re.findall(r"<td[^>]*>([^<]*)</td></tr>", html) == ["0.0", "1.5", "0.0", "0.5"]  # 90 and 30 minutes


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("half_days", [0.5, 2.0, 5.0, 7.0, 10.0])
def test_each_number_can_be_read_on_its_cell(colours: Palette, half_days: float) -> None:
    one = where.where(SITES.head(1).assign(half_days=half_days), {})
    ground, ink = re.findall(r"background:(#\w+);color:(#\w+)", where.as_html(one, colours, ""))[0]
    assert contrast(ground, ink) >= 4.5


def test_schools_beyond_the_width_are_left_to_the_table() -> None:
    """Of 40 schools the four with one provider each are left out; the two with both stay."""
    rows = [("T1", "A", f"S{place:02d}", 1.0, 1) for place in range(40)] + [
        ("T2", "B", "S39", 1.0, 1),
        ("T2", "B", "S38", 1.0, 1),
    ]
    found = where.where(pd.DataFrame(rows, columns=list(SITES.columns)), {})
    assert (len(found.schools), found.left_out) == (36, 4)
    assert {"S38", "S39"} <= set(found.schools)


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Elm Elementary School", "Oak Middle School"], ["Elm Elementary", "Oak Middle"]),
        (["Elm", "Oak"], ["Elm", "Oak"]),
        (["School", "Oak School"], ["School", "Oak School"]),
        (["Oak School"], ["Oak School"]),
    ],
)
def test_what_all_names_end_with_is_said_by_none(names: list[str], short: list[str]) -> None:
    assert where.without_shared_end(names) == short
