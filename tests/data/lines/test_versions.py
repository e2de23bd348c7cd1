"""Amounts as written and as amended side by side: a line of each, with its days, and one of them in force at a time."""

import pytest

from data.store import Store
from tests.data.loading import tried
from tests.data.sheets import cells, table
from tests.shapes.shape import drawn, text


@pytest.mark.parametrize(
    ("first", "second"),
    [("Original {}", "Amended {}"), ("{} (as written)", "{} (as amended)"), ("Previous {}", "Current {}"), ("{}", "New {}"),
     ("IEP as written {}", "Amendment {}")],
)  # fmt: skip
def test_each_version_is_a_line_with_its_days(first: str, second: str) -> None:
    """The first line's planned end gives way to the day before the second begins; nothing, and the same, change nothing."""
    headings = "|".join(part.format(name) for part in (first, second) for name in ("Min/Wk", "Start", "End"))
    found = table(
        f"Student|Service|{headings}", "Amsel, Rory|OT|60|9/15/25|9/14/26|30|10/20/25|9/14/26",
        "Bohm, Etta|OT|60|9/2/25|9/1/26|||", "Fuchs, Lena|OT|40|9/2/25|9/1/26|same||",
    )  # fmt: skip
    assert cells(found, "Student", "Min/Wk", "Start Date", "End Date") == [
        ("Amsel, Rory", "60", "9/15/25", "2025-10-19"), ("Amsel, Rory", "30", "10/20/25", "9/14/26"),
        ("Bohm, Etta", "60", "9/2/25", "9/1/26"), ("Fuchs, Lena", "40", "9/2/25", "9/1/26"),
    ]  # fmt: skip


def test_an_amendment_with_its_day_alone_ends_when_the_plan_does() -> None:
    found = table(
        "Student|Service|Min/Wk|Start|End|Amended Min/Wk|Amended On", "Amsel, Rory|OT|60|9/15/25|9/14/26|30|10/20/25"
    )
    told = cells(found, "Min/Wk", "Start Date", "End Date")
    assert told == [("60", "9/15/25", "2025-10-19"), ("30", "10/20/25", "9/14/26")]


def test_an_amended_amount_without_its_day_is_told_in_a_remark() -> None:
    found = table(
        "Student|Service|Min/Wk|Start|End|Amended Min/Wk|Amended On",
        "Amsel, Rory|OT|60|9/15/25|9/14/26|30|10/20/25",
        "Bohm, Etta|OT|60|9/2/25|9/1/26|45|",
    )
    assert cells(found, "Min/Wk", "Start Date", "End Date", "Amendment Note")[2:] == [
        ("60", "9/2/25", "9/1/26", "amended amount without its day: 45")
    ]


@pytest.mark.parametrize(("first", "second"), [("Minutes", "Amended Minutes"), ("Original Minutes", "New Minutes")])
def test_which_of_two_amounts_holds_is_asked_where_no_day_is_told(store: Store, first: str, second: str) -> None:
    """Ada's 60 and Cy's 30 are the only ones told of them; Bo's is 60 or 30."""
    rows = drawn(f"""
        Student|Service|{first}|{second}|Frequency|Start Date
        Lin, Ada|OT|60||Weekly|9/8/2025
        Dole, Bo|OT|60|30|Weekly|9/8/2025
        Pell, Cy|PT||30|Weekly|9/8/2025
        """)
    with tried(store, "grid.csv", text(rows)) as trial:
        (sheet,) = trial.report.files[0].sheets
        assert [one.value for one in sheet.questions] == ["amended amount without its day: 30"]
        assert trial.rows("service_lines", "amount_minutes", "source_row") == [(60, 2), (30, 4)]


def test_a_changed_number_of_sessions_is_another_amount() -> None:
    found = table("Student|Service|Sessions/Wk|Min/Session|Amended Sessions/Wk", "Amsel, Rory|OT|2|30|1")
    assert cells(found, "Sessions/Wk", "Amendment Note") == [("2", "amended amount without its day: 1")]


def test_what_is_only_proposed_is_not_in_force() -> None:
    found = table(
        "Student|Service|Current Min/Wk|Current Start|Current End|Proposed Min/Wk|Proposed Start|Proposed End",
        "Amsel, Rory|OT|60|9/15/25|9/14/26|30|9/15/26|9/14/27",
    )
    assert cells(found, "Min/Wk", "Start Date", "End Date") == [("60", "9/15/25", "9/14/26")]


@pytest.mark.parametrize(
    "headings",
    [
        "Min/Wk|Start|End|Amendment Date",
        "Previous Min/Wk|Current Min/Wk|IEP Start|IEP End",
        "Min/Wk|Start|End|New Goal",
    ],
)
def test_without_a_second_amount_or_its_day_the_list_stays_as_it_is(headings: str) -> None:
    found = table(f"Student|Service|{headings}", "Amsel, Rory|OT|60|30|9/14/26|10/20/25")
    assert found.headings == ("Student", "Service", *headings.split("|"))


def test_the_day_of_a_change_bounds_both_and_what_was_always_so_has_none() -> None:
    found = table(
        "Student|Service|Previous Freq|Current Freq|Date Changed",
        "Amsel, Rory|OT|2x30/wk|1x30/wk|10/20/25", "Bohm, Etta|OT||1x30/wk|",
    )  # fmt: skip
    assert cells(found, "Freq", "Start Date", "End Date") == [
        ("2x30/wk", None, "2025-10-19"), ("1x30/wk", "10/20/25", None), ("1x30/wk", None, None),
    ]  # fmt: skip


def test_whose_an_amount_is_makes_it_no_other_one() -> None:
    """IEP min/wk and Amended min/wk are 60 up to November 9 and 30 from the 10th on."""
    found = table(
        "Student|Service|IEP min/wk|Amended min/wk|Amendment Date|Start Date|End Date",
        "Lin, Ada|OT|60|30|11/10/2025|9/1/2025|8/31/2026",
        "Roe, Jo|OT|30||||",
    )
    assert cells(found, "IEP min/wk", "Start Date", "End Date") == [
        ("60", "9/1/2025", "2025-11-09"), ("30", "11/10/2025", "8/31/2026"), ("30", None, None),
    ]  # fmt: skip


def test_a_column_of_cycles_is_of_both_versions() -> None:
    found = table(
        "Student|Service|IEP Minutes|Amended Minutes|Amendment Date|Cycle", "Lin, Ada|OT|60|30|11/10/2025|week"
    )
    assert cells(found, "IEP Minutes", "Cycle", "End Date") == [("60", "week", "2025-11-09"), ("30", "week", None)]


def test_an_old_amount_with_its_own_start_is_the_earlier_one() -> None:
    """30 from September 1 to November 9, 60 from then on."""
    found = table("Student|Service|Old Min/Wk|Old Start|Min/Wk|Start", "Lin, Ada|OT|30|9/1/2025|60|11/10/2025")
    assert cells(found, "Min/Wk", "Start Date", "End Date") == [
        ("30", "9/1/2025", "2025-11-09"), ("60", "11/10/2025", None),
    ]  # fmt: skip


def test_an_old_amount_without_any_day_is_no_line() -> None:
    found = table("Student|Service|Old Min/Wk|Min/Wk|Start", "Lin, Ada|OT|30|60|11/10/2025")
    assert cells(found, "Min/Wk", "Start") == [("60", "11/10/2025")]
