"""The preview tells how amounts are read, with the working, and what a unit is."""

from data.store import Store
from tests.data.loading import tried
from tests.shapes.shape import drawn, text


def said(store: Store, picture: str) -> list[str]:
    """What is told of how the file was read."""
    with tried(store, "file.csv", text(drawn(picture))) as trial:
        return trial.report.files[0].sheets[0].assumptions


def test_the_first_three_frequencies_with_their_product(store: Store) -> None:
    told = said(store, """
        Student ID|Service|Frequency|Start
        1|OT|2 x 30 min Weekly|9/2/2025
        2|OT|1620 min Yearly|9/2/2025
        3|SLP|2 sessions per 6-day cycle, 20 min each|9/2/2025
        4|SLP|45 min Weekly|9/2/2025
        """)  # fmt: skip
    assert (
        "Amounts are read so, in minutes: 2 x 30 min Weekly is 2 x 30 = 60 a week; 1620 min Yearly is 1620 a school year; "
        "2 sessions per 6-day cycle, 20 min each is 2 x 20 = 40 a 6-day rotation." in told
    )


def test_amounts_in_columns_of_their_own_need_no_working(store: Store) -> None:
    told = said(store, """
        Student ID|Service|Sessions|Minutes|Per|Start
        1|OT|2|30|Week|9/2/2025
        """)  # fmt: skip
    assert not any("read so" in sentence for sentence in told)


def test_a_unit_is_fifteen_minutes(store: Store) -> None:
    told = said(store, """
        Student ID|Service|Date|Units
        1|OT|9/8/2025|2
        2|OT|9/9/2025|3
        """)  # fmt: skip
    assert "A unit under Units is 15 minutes." in told
