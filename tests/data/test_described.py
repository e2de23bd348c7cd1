"""Codes beside their words: which go, and which stay because something of theirs would be lost."""

import pytest

from tests.data.sheets import cells, table

ROWS = ("7|OT|Occupational Therapy - Direct|30 min weekly", "7|OT|Occupational Therapy - Consult|15 min monthly")


@pytest.mark.parametrize(
    ("code", "words"), [("Svc Cd", "Svc Desc"), ("Service Code", "Service"), ("Service Code", "Service Name")]
)
def test_the_words_of_a_service_stand_for_its_code(code: str, words: str) -> None:
    found = table(f"Student ID|{code}|{words}|Frequency", *ROWS, "8|SI||30 min weekly")
    assert code not in found.headings
    assert [told for (told,) in cells(found, words.split()[0])] == [
        "Occupational Therapy - Direct", "Occupational Therapy - Consult", "SI",
    ]  # fmt: skip


def test_a_code_stays_where_its_words_say_less_or_it_says_more() -> None:
    other = table(
        "Student ID|Service Code|Service|Frequency", "7|OT|Support|30 min weekly", "8|PT|Support|30 min weekly"
    )
    assert "Service Code" in other.headings
    more = table("Student ID|Service Code|Service|Frequency", "7|OT1|OT|30 min weekly", "8|OT2|OT|30 min weekly")
    assert "Service Code" in more.headings
    places = table(
        "Student ID|Location Code|Location|Frequency", "7|014|Elm School|30 min weekly", "8|022|Oak|30 min weekly"
    )
    assert "Location Code" in places.headings


def test_a_rating_yields_to_its_description_only() -> None:
    rows = "7|1|3|Progressing Satisfactorily|Q1", "7|2|4|Mastered|Q1"
    found = table("Student ID|Goal Number|Rating|Rating Description|Period", *rows)
    assert cells(found, "Rating") == [("Progressing Satisfactorily",), ("Mastered",)]
    other = table("Student ID|Goal Number|Rating|Progress Rating|Period", *rows)
    assert {"Rating", "Progress Rating"} <= set(other.headings)
