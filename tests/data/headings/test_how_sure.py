"""How sure a column's place is: its name or its values settle it, else it is asked about."""

import pytest

from data.ingest.mapping.told import SURE
from data.ingest.model import NOT_USED, Answers, Question
from data.store import Store
from tests.data.loading import Ledger, tried
from tests.shapes.shape import drawn, text


def read(store: Store, picture: str) -> tuple[dict[str, tuple[str | None, float]], list[Question]]:
    """Field and confidence of each heading, and the questions of columns."""
    with tried(store, "file.csv", text(drawn(picture))) as trial:
        (sheet,) = trial.report.files[0].sheets
        told = {str(one["heading"]): (one["field"], one["confidence"]) for one in sheet.columns}
        return told, [one for one in sheet.questions if one.kind == "column"]


LINES = """
    Student ID|Student Name|School|Service|{}|Minutes|Per|Start
    1|Lin, Ada 2|Elm|OT|{}|30|Week|9/2/2025
    2|Oda, Bo|Oak|PT|{}|30|Week|9/2/2025
    """


def test_a_name_settles_a_place_whose_values_tell_nothing(store: Store) -> None:
    """A school may be called anything, and Lin, Ada 2 is no name as others are; the headings say what they are."""
    told, asked = read(store, LINES.format("Setting", "Push-in", "Pull-out"))
    assert [(told[one][0], told[one][1] >= SURE) for one in ("School", "Student Name")] == [
        ("school", True), ("student_name", True),
    ]  # fmt: skip
    assert asked == []


def test_values_that_are_all_of_a_kind_settle_an_unlisted_heading(store: Store) -> None:
    told, asked = read(store, LINES.format("Box", "Direct", "Consult"))
    assert told["Box"][0] == "kind" and told["Box"][1] >= SURE
    assert asked == []


DOUBTFUL = LINES.format("Box", "Related Service", "Support for School Personnel")


def test_what_neither_settles_is_asked(store: Store) -> None:
    told, (asked,) = read(store, DOUBTFUL)
    assert told["Box"][0] == "kind" and told["Box"][1] < SURE
    assert (asked.value, asked.rows, asked.choices) == ("Box", 0, (NOT_USED, "kind"))
    assert asked.text == "'Box' was taken for kind by what stands beneath it. Is it that?"


@pytest.mark.slow
@pytest.mark.parametrize("said", ["kind", ""])
def test_an_answer_settles_it(ledger: Ledger, said: str) -> None:
    shape = ledger.load("lines.csv", text(drawn(DOUBTFUL)), commit=False).files[0].sheets[0].shape
    sheet = (
        ledger.load("lines.csv", text(drawn(DOUBTFUL)), answers={shape: Answers(columns={"Box": said})})
        .files[0]
        .sheets[0]
    )
    assert not [one for one in sheet.questions if one.kind == "column"]
    assert ("Box" in sheet.mapping) is bool(said)
