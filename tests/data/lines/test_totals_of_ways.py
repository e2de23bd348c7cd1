"""A total beside the amounts of which it is the sum."""

import pytest

from tests.data.sheets import table


def headings(*rows: str) -> tuple[str, ...]:
    return table(*rows).headings[2:]


@pytest.mark.parametrize(
    ("ways", "first", "second"),
    [
        ("Inside Gen Ed Min/Wk|Outside Gen Ed Min/Wk", "120|180", "0|60"),
        ("Direct Min/Wk|Indirect Min/Wk", "120|180", "|60"),
        ("OT Min/Wk|PT Min/Wk", "120|180", "60|"),
    ],
)
def test_a_total_that_is_the_sum_is_told_by_its_parts(ways: str, first: str, second: str) -> None:
    """120 and 180 are 300, and 60 alone is 60."""
    found = headings(f"Student ID|Plan|Total Min/Wk|{ways}", f"1|IEP|300|{first}", f"2|IEP|60|{second}")
    assert found == tuple(ways.split("|"))


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Total Min/Wk|Push-in Min/Wk|Pull-out Min/Wk", "300|120|100"),
        ("Total Min/Wk|Push-in Min/Wk|Pull-out Min/Wk", "300|120|about 180"),
        ("Total Min/Wk|Push-in Min/Wk|In class Min/Wk", "300|120|180"),
        ("Session Date|Total Minutes|Direct Minutes|Indirect Minutes", "9/8/2025|30|20|10"),
    ],
)
def test_any_other_total_stays(head: str, row: str) -> None:
    """Another sum, a cell that is no number, two columns of one setting, and a log."""
    found = headings(f"Student ID|Plan|{head}", f"1|IEP|{row}", f"2|IEP|{row}")
    assert any("Total" in one for one in found)
