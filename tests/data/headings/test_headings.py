"""Headings told in common words, and what they are taken for."""

import pytest

from data.contracts.synonyms import SLOTS
from data.ingest.mapping import contents, evidence, meaning, measured
from data.ingest.mapping.likeness import likeness
from data.ingest.values.words import heading, spelt_out


def told(text: str) -> str:
    return spelt_out(heading(text))


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("Min/Wk", "Weekly minutes"),
        ("How many minutes was the session?", "Session Minutes"),
        ("STUDENT\nID", "Student I.D."),
        ("Svc Dt", "Date of Service"),
        ("MAKE-UP? (Y/N)", "Makeup"),
        ("Studnet Name", "Name of Student"),
        ("Bdate", "Date of Birth"),
        ("# in Group", "Number in Group"),
        ("Fecha de servicio", "Service Date"),
        ("Ext Sch Yr", "Extended School Year"),
        ("ISP Ends", "IEP End"),
    ],
)
def test_headings_that_mean_the_same(written: str, other: str) -> None:
    assert told(written) == told(other)


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("Make-Up Date", "Make-Up For (Date)"),
        ("Student Number", "Number of Students"),
        ("Provided By", "Provided"),
        ("End Date", "Due Date"),
        ("County", "Count"),
        ("Time In", "Time"),
    ],
)
def test_headings_that_mean_something_else(written: str, other: str) -> None:
    assert told(written) != told(other)


def slot(dataset: str, name: str):  # type: ignore[no-untyped-def]
    return next(one for one in SLOTS[dataset] if one.name == name)


def test_words_beside_a_heading_can_make_another_thing_of_it() -> None:
    minutes, day = slot("sessions", "minutes"), slot("sessions", "session_date")
    assert likeness("Total Session Minutes Provided", minutes) > 0.7
    assert likeness("% of Session Minutes", minutes) == 0.0
    assert likeness("Service Start Date", day) == 0.0
    assert likeness("SERVICEDATE", day) > 0.9


def test_a_heading_in_two_languages_is_told_by_one_of_them() -> None:
    assert likeness("Registro / Session Date", slot("sessions", "session_date")) > 0.9


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Provided Time", "minutes"),
        ("Scheduled Length", "gross_minutes"),
        ("Length of Time Missed", "minutes_missed"),
        ("Time Away", "minutes_away"),
    ],
)
def test_headings_of_time_are_told_by_their_words(written: str, name: str) -> None:
    names = [one.name for one in SLOTS["sessions"] if contents.worth(written, ("30", "45"), one, is_known=False) > 0]
    assert names == [name]


def test_single_letters_tell_no_outcome_by_themselves() -> None:
    status = slot("sessions", "status")
    assert contents.worth("Ethnicity", ("H", "W", "B"), status, is_known=False) == 0
    assert contents.worth("Mark", ("SA", "D", "PNA"), status, is_known=False) > 0


def test_a_group_of_thousands_is_none() -> None:
    size = slot("sessions", "group_size")
    assert evidence.share(("65001", "65002"), size) == 0
    assert evidence.share(("3", "Group of 4"), size) == 1


@pytest.mark.parametrize(
    ("written", "dataset", "name", "is_one"),
    [
        ("Skill (goal)", "goals", "goal_text", True),
        ("Goal/skill", "goals", "goal_text", True),
        ("Goal or skill", "goals", "goal_text", True),
        ("Minutes (goal)", "sessions", "minutes", False),
        ("Skill (notes)", "goals", "goal_text", False),
    ],
)
def test_two_names_of_one_thing_in_a_heading(written: str, dataset: str, name: str, is_one: bool) -> None:
    assert (likeness(written, slot(dataset, name)) >= 0.9) is is_one


@pytest.mark.parametrize(("written", "worth"), [("Goal %", False), ("IEP Date", False), ("Goal Score Percent", True)])
def test_what_a_goal_is_to_reach_is_no_score_of_it(written: str, worth: bool) -> None:
    names = ("value", "measured_on")
    assert any(meaning.worth(heading(written), name, "measurements") > 0 for name in names) is worth


@pytest.mark.parametrize(
    ("headings", "texts", "places"),
    [
        (("Behavior", "Goal"), (("calls out",), ("no more than 2 a day",)), {1: "target", 0: "goal_text"}),
        (("Skill", "Goal"), (("cuts a square",), ("80% of trials",)), {1: "target", 0: "goal_text"}),
        (("Measure", "Goal"), (("words in a minute",), ("72", "60")), {1: "target", 0: "goal_text"}),
        (("Measure", "Goal"), (("words in a minute",), ("1", "2")), {}),
        (("Objective", "Goal"), (("cuts a square",), ("101", "102")), {}),
        (("Behavior", "Goal"), (("calls out",), ("will raise a hand in 80% of lessons",)), {}),
        (("Behavior", "Skill", "Goal"), (("calls out",), ("waits a turn",), ("80%",)), {}),
        (("Skill", "Baseline", "Goal"), (("cuts a square",), ("2", "9"), ("8", "3")), {2: "target", 0: "goal_text"}),
        (("Skill", "Baseline", "Goal"), (("cuts a square",), ("2", "9"), ("1", "2")), {}),
        (("Skill", "Baseline", "Goal", "Criterion"), (("cuts a square",), ("2", "9"), ("8", "3"), ("9", "1")), {}),
        (("Skill", "Goal", "Baseline"), (("cuts a square",), ("8", "3"), ("2", "9")), {}),
    ],
)
def test_a_goal_in_words_beside_what_it_is_to_reach(
    headings: tuple[str, ...], texts: tuple[tuple[str, ...], ...], places: dict[int, str]
) -> None:
    assert measured.exchanged(headings, list(texts), "goal_text") == places


@pytest.mark.parametrize(
    ("written", "name", "is_one"),
    [
        ("By June the student will", "goal_text", True),
        ("Given a visual, he/she will be able to", "goal_text", True),
        ("The student will", "target", False),
        ("Last day", "due_date", True),
        ("Last day attended", "due_date", False),
        ("Number of trials", "trials", True),
        ("Number of consecutive trials", "trials", False),
    ],
)
def test_words_that_begin_a_goal_or_make_another_thing_of_it(written: str, name: str, is_one: bool) -> None:
    assert (likeness(written, slot("goals", name)) > 0.5) is is_one


@pytest.mark.parametrize("written", ["Consecutive Probes", "# Consecutive Sessions", "Consecutive days required"])
def test_how_often_in_a_row_is_told_in_words_that_nobody_listed(written: str) -> None:
    assert meaning.worth(heading(written), "consecutive_required", "goals") > 0.7
    assert meaning.worth(heading("Consecutive absences"), "consecutive_required", "goals") == 0
