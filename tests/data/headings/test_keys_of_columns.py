"""Keys that a remark gives to each column, goals under Goal Area, names in capitals before an initial."""

import pytest

from data.ingest.values import names
from tests.data.loading import Ledger
from tests.data.sheets import cells, table

KEY = "Svc: 01=OT 02=PT   Loc: 01=Gen Ed Class 02=Therapy Room"


def test_the_same_code_means_another_thing_in_each_column() -> None:
    found = table("Stu No|Svc|Loc|Min", "1|01|02|30", "2|02|01|45", KEY)
    assert cells(found, "Svc", "Loc", "Min") == [("OT", "Therapy Room", "30"), ("PT", "Gen Ed Class", "45")]


@pytest.mark.parametrize(
    "remark", ["Svc: 01=OT", "Svc: 01=OT 03=PT", "Other: 01=OT 02=PT", "Svc: 01=Monday's 02=Maple", "Svc 01 OT, 02 PT"]
)
def test_codes_that_no_key_of_their_column_tells_stay(remark: str) -> None:
    """One code is no key, one that lacks a code of the column isn't its own, nor is another column's."""
    found = table("Stu No|Svc|Loc|Min", "1|01|02|30", "2|02|01|45", remark)
    assert [code for (code,) in cells(found, "Svc")][:2] == ["01", "02"]


def test_sentences_under_goal_area_are_the_goals(ledger: Ledger) -> None:
    ledger.load(
        "goals.csv",
        "Student ID,Goal Area,Baseline,Qtr 1,Qtr 2\n1,Ada will cut on a line,30%,45%,\n2,Ben will tie shoes,0/5,2/5,\n",
    )
    assert ledger.rows("goals", "goal_text", "area") == [
        ("Ada will cut on a line", None),
        ("Ben will tie shoes", None),
    ]
    assert [value for (value,) in ledger.rows("measurements", "value::int")] == [45, 2]


@pytest.mark.parametrize(
    ("text", "last", "first"),
    [("FROST B", "FROST", "B"), ("FROST B.", "FROST", "B."), ("Noa A.", "A.", "Noa"), ("B FROST", "FROST", "B"),
     ("KIM TRAN", "TRAN", "KIM"), ("DE LA CRUZ A", "A", "DE LA CRUZ")],
)  # fmt: skip
def test_a_name_in_capitals_before_an_initial(text: str, last: str, first: str) -> None:
    """Systems write LAST F; a first name before the letter of the family's stays one."""
    assert names.read(text) == names.Name(last, first)
