"""The FTE of those who work at several schools, a row for each, and columns that only look like goals' numbers."""

import pytest

from data.ingest.tables.finding import find
from data.ingest.tables.steps.goals import aims
from data.ingest.tables.steps.people import site_shares
from tests.data.sheets import cells, reasons, sheet, table

HEADINGS = "Staff Member|Position|School|FTE"


def test_different_shares_of_one_person_are_summed() -> None:
    found = table(HEADINGS, "Amado, Ruth|OTR|Lincoln|0.6", "Amado, Ruth|OTR|Grant|0.4", "Sol, Ed|OTR|Lincoln|0.2")
    assert cells(found, "Staff Member", "School", "FTE") == [("Amado, Ruth", None, "1"), ("Sol, Ed", "Lincoln", "0.2")]
    assert reasons(found) == {3: "another site of the same person"}


@pytest.mark.parametrize(
    "rows",
    [
        ("Amado, Ruth|OTR|Lincoln|0.5", "Amado, Ruth|OTR|Grant|0.5"),  # half time in all, or at each
        ("Amado, Ruth|OTR|Lincoln|1.0", "Amado, Ruth|OTR|Grant|0.8"),  # more than anybody works
        ("Amado, Ruth|OTR|Lincoln|0.6", "Amado, Ruth|OTR|Grant|"),
        ("|OTR|Lincoln|0.6", "|OTR|Grant|0.4"),
    ],
)
def test_shares_that_are_left_as_they_are(rows: tuple[str, ...]) -> None:
    plain = table(HEADINGS, *rows)
    assert [one for (one,) in cells(plain, "FTE")] == [row.split("|")[3] or None for row in rows]


def test_a_person_with_two_roles_stays_two_rows() -> None:
    found = table(HEADINGS, "Amado, Ruth|OTR|Lincoln|0.6", "Amado, Ruth|Lead OT|Grant|0.4")
    assert cells(found, "Position", "FTE") == [("OTR", "1"), ("Lead OT", "1")]


def test_half_days_beside_a_total_tell_that_it_is_a_school_s() -> None:
    """Monday morning and Wednesday are three half-days, as are Monday afternoon and Tuesday: 0.3 at each, 0.6 in all."""
    week = "SCHOOL|THERAPIST|MON|TUE|WED|THU|FRI|TOTAL FTE"
    found = table(week, "Lincoln|Amado|AM||AM/PM|||0.3", "Grant|Amado|PM|AM/PM||||0.3")
    assert set(cells(found, "TOTAL FTE")) == {("0.6",)}
    of_person = table(week, "Lincoln|Amado|AM||AM/PM|||0.6", "Grant|Amado|PM|AM/PM||||0.6")
    assert set(cells(of_person, "TOTAL FTE")) == {("0.6",)}
    assert site_shares.summed(of_person) == of_person


def test_a_goal_in_shares_is_what_is_to_be_reached() -> None:
    found = aims.told(
        table("Student|Objective|Goal", "Nye, Dora|Copies letters|80%", "Otis, Emil|Buttons in seconds|45")
    )
    assert found.headings == ("Student", "Objective", "Target")
    numbered = table("Student|Objective|Goal", "Nye, Dora|Copies letters|1", "Otis, Emil|Buttons|2")
    assert numbered.headings[2] == "Goal"
    alone = table("Student|Goal", "Nye, Dora|80%")
    assert alone.headings[1] == "Goal"


def test_days_beneath_months_that_share_the_headings_row() -> None:
    drawn = "Name|Grade|Min|Sept|||Oct||\n|||4|11|18|2|9|16\nEnzo Pool|K|30|x|x|A|x|x|x\nFaye Rood|1|30|x|A|x|x|A|x"
    (found,) = find(sheet(drawn, "OT 2025-26"))
    assert cells(found, "Name", "Date")[:4] == [
        ("Enzo Pool", "2025-09-04"), ("Enzo Pool", "2025-09-11"), ("Enzo Pool", "2025-09-18"), ("Enzo Pool", "2025-10-02"),
    ]  # fmt: skip
