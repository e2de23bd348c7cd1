"""Columns that are called by a number are grading periods where only codes of progress stand beneath, and else they aren't."""

import pyarrow as pa
import pytest

from data.ingest.tables import numbered_periods
from data.ingest.values import terms
from data.store import open_store
from tests.data.loading import tried

KEY = {"s": "Sufficient progress", "i": "Insufficient progress", "m": "Mastered"}


def _places(headings: str, *rows: str, key: dict[str, str] = KEY) -> dict[int, str]:
    cells = [row.split("|") for row in rows]
    columns = [pa.array(list(column), pa.string()) for column in zip(*cells, strict=True)]
    return numbered_periods.places(headings.split("|"), columns, key)


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        ("Goal|T1|T2|T3", {1: "T1", 2: "T2", 3: "T3"}),
        ("Goal|T1 Progress|T2 Progress|T3 Progress", {1: "T1", 2: "T2", 3: "T3"}),
        ("Goal|S1|S2|Area", {1: "S1", 2: "S2"}),
        ("Goal|1st|2nd|3rd", {1: "1st", 2: "2nd", 3: "3rd"}),
        ("Goal|1st Term|2nd Term|3rd Term", {1: "1st Term", 2: "2nd Term", 3: "3rd Term"}),
        ("Goal|Term 1|Area|Term 3", {1: "Term 1", 3: "Term 3"}),
        ("Student|Goal 1|Goal 2|Goal 3", {}),
        ("Goal|Obj 1|Obj 2|Obj 3", {}),
        ("Goal|Trial 1|Trial 2|Trial 3", {}),
        ("Goal|T1|R1|Area", {}),
        ("Goal|1|2|3", {}),
    ],
)
def test_what_numbered_columns_are(headings: str, found: dict[int, str]) -> None:
    assert _places(headings, "g1|S|I|S", "g2|M|S|") == found


@pytest.mark.parametrize("cells", ["g1|40%|50%|60%", "g1|M|M|M", "g1|V|P|I", "g1|||"])
def test_what_is_no_progress_makes_no_period(cells: str) -> None:
    """Scores; goals that are all mastered, as sessions may be completed; prompts (I is the key's, V and P nobody's)."""
    assert _places("Goal|T1|T2|T3", cells) == {}


@pytest.mark.slow
def test_each_period_is_a_record() -> None:
    """Three goals in two terms, one cell empty: five records, none of them without its term."""
    rows = (
        "Student ID,Goal ID,R1,R2\n1,1-1,Sufficient,Mastered\n1,1-2,Insufficient,\n2,2-1,Not introduced,Insufficient\n"
    )
    with tried(open_store(), "progress.csv", rows.encode()) as trial:
        assert sorted(trial.rows("measurements", "goal_id", "period", "progress_code")) == [
            ("1-1", "R1", "sufficient"), ("1-1", "R2", "mastered"), ("1-2", "R1", "insufficient"),
            ("2-1", "R1", "not_introduced"), ("2-1", "R2", "insufficient"),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "period"), [("Q1 Score", "Q1"), ("q6", None), ("Trimester 2 data", "T2"), ("Semester 5", None)]
)
def test_a_period_that_no_year_has_is_none(text: str, period: str | None) -> None:
    """A file called q6 is of no quarter."""
    assert terms.period_in(text) == period
