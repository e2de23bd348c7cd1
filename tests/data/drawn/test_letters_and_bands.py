"""Minutes with a letter beside them, what adds them up, days in the month of a band, and types of visits."""

import pyarrow as pa
import pytest

from data.contracts.synonyms import SLOTS
from data.ingest.mapping import contents
from data.ingest.tables.layouts import melting
from data.ingest.values import durations
from tests.data.sheets import cells, table


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("30i", ("i", 30)), ("G20", ("G", 20)), ("15 c", ("c", 15)), ("30", None), ("AB", None), ("30i20", None),
        ("1030am", None), ("30-45", None),
    ],
)  # fmt: skip
def test_a_mark_and_the_number_beside_it(text: str, told: tuple[str, float] | None) -> None:
    assert durations.beside_mark(text) == told


@pytest.mark.parametrize(
    ("sums", "is_sum"),
    [
        (["50", "60"], True),  # 30 + 20, 30 + 30: without the consult of 15
        (["65", "60"], True),  # 30 + 15 + 20, 30 + 30: with it
        (["50", "45"], False),  # the second row comes to 60 by any letter
        (["30", "30"], False),
        (["65", None], False),  # a single row may be chance
    ],
)
def test_a_column_behind_days_that_adds_up_minutes_with_letters(sums: list[str | None], is_sum: bool) -> None:
    days = {1: ["30i", "30g"], 2: ["15c", "AB"], 3: ["20i", "30g"]}
    assert melting.sums_up("Direct min", pa.array(sums, pa.string()), days) is is_sum


def test_days_take_the_year_of_their_own_month_only() -> None:
    found = table(
        "Date|Student|Minutes|Month",
        "12/8|Ida Amsel|30|DECEMBER 2025",
        "1/6|Ida Amsel|30|JANUARY 2026",
        "2/3|Ida Amsel|30|JANUARY 2026",
        "1/9/2026|Ida Amsel|30|JANUARY 2026",
    )
    assert cells(found, "Date") == [("2025-12-08",), ("2026-01-06",), ("2/3",), ("1/9/2026",)]


@pytest.mark.parametrize(
    ("heading", "texts", "is_service"),
    [
        ("Visit Type", ("OT TREATMENT", "PT TREATMENT"), True), ("Visit Type", ("OT TREATMENT", "No show"), False),
        ("Provider Type", ("OT", "PT"), False),
    ],
)  # fmt: skip
def test_a_type_of_visits_is_the_service_where_it_names_nothing_else(
    heading: str, texts: tuple[str, ...], is_service: bool
) -> None:
    service = next(one for one in SLOTS["sessions"] if one.name == "service")
    assert bool(contents.worth(heading, texts, service, is_known=True)) is is_service


@pytest.mark.parametrize(("sums", "is_sum"), [(["60", "55", "45"], True), (["60", "55", "30"], False)])
def test_one_sum_that_is_added_up_wrong_leaves_the_column_of_sums(sums: list[str], is_sum: bool) -> None:
    days = {1: ["30", "30", "30"], 2: ["30", "30", "15"]}  # 60, 60, 45: two of three are told so, or one
    assert melting.sums_up("Min", pa.array(sums, pa.string()), days) is is_sum
