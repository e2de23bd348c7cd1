"""Words that are asked about: which are asked once, together, and that nothing is left out of what is named."""

import pytest

from data.ingest.model import Question
from ui.import_files import alike
from ui.import_files.alike import APART, are_alike

CHOICES = ("delivered", "missed:student_absent")


def asked(value: str, rows: int = 1, heading: str = "Reason") -> Question:
    return Question("code", value, rows, f"What does {value!r} mean under {heading}?", CHOICES)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Dentist", "at the dentist"), ("stomach bug", "stomache bug"), ("field trip zoo", "Zoo: field trip"),
     ("wouldn't come", "WOULDNT COME"), ("at the", "The at")],
)  # fmt: skip
def test_the_same_words_in_any_order_or_spelling_are_alike(one: str, other: str) -> None:
    assert are_alike(one, other) and are_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Dentist", "dentist appt"), ("seen", "unseen"), ("P", "PA"), ("room 12", "room 13"), ("no show", "show"), ("ill", "all"),
     ("not seen", "seen"), ("teacher kept him", "teacher kept her")],
)  # fmt: skip
def test_a_word_more_a_short_one_or_a_number_tells_apart(one: str, other: str) -> None:
    assert not are_alike(one, other)


def test_words_that_are_alike_are_one_question_that_names_each() -> None:
    """Three texts and another: two questions, of 5 + 2 + 1 rows and of 4, in the order of the first of each."""
    found = alike.grouped(
        "s", [asked("stomach bug", 5), asked("assembly", 4), asked("stomache bug", 2), asked("Stomach-bug")]
    )
    assert [one.asked.rows for one in found] == [8, 4]
    assert found[0].asked.text == "What does 'stomach bug', 'stomache bug' or 'Stomach-bug' mean under Reason?"
    assert found[0].asked.choices == (*CHOICES, APART)
    assert [one.asked.text for one in found[0].each()] == [one.text for one in found[0].questions]
    assert found[1].asked == asked("assembly", 4)


def test_words_of_another_column_and_questions_about_no_word_stay_alone() -> None:
    column = Question("column", "Kind", 0, "What is 'Kind'?", ("kind", "not used"))
    found = alike.grouped("s", [asked("late"), asked("late", heading="Comment"), column, column])
    assert [len(one.questions) for one in found] == [1, 1, 1, 1]
    assert [len(kind) for kind in alike.by_kind(found)] == [1, 1, 1, 1]


def test_one_answer_is_offered_for_all_of_a_kind_that_are_open() -> None:
    first, second, _ = found = alike.grouped(
        "s", [asked("assembly", 4), asked("asembly", 1), asked("zoo", 2), asked("x", 3)]
    )
    (kind,) = alike.by_kind(found)
    assert kind == found
    rest = alike.of_the_rest([first, second])
    assert (rest.text, rest.rows) == ("One answer for the 2 that are still open: what does each mean under Reason?", 7)
    assert rest.choices == CHOICES
