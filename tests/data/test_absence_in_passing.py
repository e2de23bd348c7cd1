"""Minutes alone don't make a session delivered where something else in the file speaks against it."""

import pytest

from data.ingest.model import Answers
from tests.data.staging import Result, staged


def log(text: str, **keywords: object) -> Result:
    """A log of one student and service, with the columns of the text beside."""
    first, *rows = text.strip().splitlines()
    whole = [f"student_id|service|session_date|{first}", *(f"1001|OT|2025-09-08|{row}" for row in rows)]
    fields: dict[str, str | None] = {"Student": "student_name"}
    return staged("sessions", "\n".join(whole), fields, **keywords)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        ("Ada Lin (absent)", "absent"),
        ("NO-SHOW, called home", "no-show"),
        ("mom phoned, out sick since Monday", "out sick"),
        ("session cancelled at noon", "cancelled"),
        ("Ada did not attend", "did not attend"),
        ("was not seen, ask Bo", "not seen"),
    ],
)
def test_a_word_of_absence_beside_minutes_is_asked_about(cell: str, word: str) -> None:
    found = log(f"minutes|Student\n30|{cell}\n30|Ada Lin")
    assert found.column("outcome", "status") == [("waiting", None), ("ok", "delivered")]
    assert found.questions == [("code", f"{word} in Student", 1)]


@pytest.mark.parametrize(
    "cell",
    [
        "Ada Lin", "Miss Edna Present", "Cancelmo, Pia", "Unavailia Sickert",
        "worked on cutting; was absent last week so we went over the letters that she had missed then",
    ],
)  # fmt: skip
def test_names_and_long_notes_are_no_absence(cell: str) -> None:
    found = log(f"minutes|Student\n30|{cell}")
    assert (found.column("status"), found.questions) == (["delivered"], [])


def test_a_status_of_its_own_says_more() -> None:
    found = log("minutes|status|Student\n30|delivered|Ada (absent)\n30|missed|Ada (absent)")
    assert (found.column("status"), found.questions) == (["delivered", "missed"], [])


@pytest.mark.parametrize(("answer", "status"), [("missed:student_absent", "missed"), ("delivered", "delivered")])
def test_the_answer_is_for_the_word_in_its_column(answer: str, status: str) -> None:
    answers = Answers(codes={"absent in Student": answer})
    found = log("minutes|Student\n30|Ada (absent)\n20|Bo (absent)\n30|Cy", answers=answers)
    assert found.column("status", "outcome") == [(status, "ok"), (status, "ok"), ("delivered", "ok")]
    assert found.questions == []


@pytest.mark.parametrize(
    ("names", "word"),
    [
        ({"sheet": "Missed Sessions"}, "missed"),
        ({"file_name": "cancelled_oct.csv"}, "cancelled"),
        ({"file_name": "make-ups needed.xlsx"}, "make ups needed"),
        ({"sheet": "OT schedule"}, "schedule"),
        ({"sheet": "Log of missed sessions"}, "missed"),
    ],
)
def test_a_title_that_promises_no_sessions_given_is_asked_about(names: dict[str, str], word: str) -> None:
    found = log("minutes\n30\n45", **names)
    assert found.column("outcome") == ["waiting", "waiting"]
    assert found.questions == [("code", f"{word} in the title", 2)]


@pytest.mark.parametrize(
    "sheet", ["October", "Schedule and log", "Service log", "P = present, absences = A", "Planning"]
)
def test_other_titles_ask_nothing(sheet: str) -> None:
    found = log("minutes\n30", sheet=sheet)
    assert (found.column("status"), found.questions) == (["delivered"], [])


def test_the_answer_for_a_title_is_for_all_rows() -> None:
    found = log("minutes\n30\n45", sheet="Missed sessions", codes={"missed in the title": "missed:unknown"})
    assert found.column("status", "reason", "minutes") == [("missed", "unknown", 30), ("missed", "unknown", 45)]
    assert found.questions == []
