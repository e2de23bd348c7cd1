"""Lines and students that a newer export lacks: asked about once, ended the day before, and back again at an undo."""

from datetime import date

import pytest

from data import answering, history
from data.ingest.folding.ends import ENDED, IN_FORCE
from tests.data.loading import Ledger, only_file, sheet_of
from tests.quick import first

HEAD = "Student ID,Service,Frequency,Start Date,End Date\n"
ONE = "1,OT,30 min Weekly,8/25/2025,6/5/2026\n"
TWO = "2,OT,60 min Weekly,8/25/2025,6/5/2026\n"
OVER = "3,OT,60 min Weekly,8/25/2025,9/30/2025\n"
"""A line whose own end has passed when the newer file comes."""
FIRST, LATER = date(2025, 10, 3), date(2025, 11, 4)
BEFORE = date(2025, 11, 3)
ENDS = [("1", date(2026, 6, 5)), ("2", date(2026, 6, 5)), ("3", date(2025, 9, 30))]


def ends(ledger: Ledger) -> list[tuple[str, date]]:
    return ledger.rows("service_lines", "student_id", "end_date", order="student_id")


def load_both(ledger: Ledger, **said: object) -> str:
    ledger.load("october.csv", HEAD + ONE + TWO + OVER, load_date=FIRST)
    report = ledger.load("november.csv", HEAD + ONE, load_date=LATER, **said)
    return str(only_file(report).batch_id)


@pytest.mark.slow
def test_missing_lines_are_asked_about_once_and_count_until_answered(ledger: Ledger) -> None:
    ledger.load("october.csv", HEAD + ONE + TWO + OVER, load_date=FIRST)
    sheet = sheet_of(ledger.load("november.csv", HEAD + ONE, load_date=LATER), "service_lines")
    # lines 2 and 3 are not in the newer file; line 3 was over on Sep 30 and needs no answer
    assert (sheet.missing, sheet.unchanged) == (2, 1)
    (question,) = sheet.questions
    assert (question.kind, question.value, question.rows) == ("snapshot", "missing service lines", 0)
    assert question.choices == (ENDED, IN_FORCE)
    assert question.text.startswith("1 service line of an earlier file of this kind is not in this one")
    assert ends(ledger) == ENDS


def test_ended_is_the_day_before_the_newer_file(ledger: Ledger) -> None:
    load_both(ledger, codes={"missing service lines": ENDED})
    assert ends(ledger) == [ENDS[0], ("2", BEFORE), ENDS[2]]


@pytest.mark.slow
def test_another_answer_with_the_same_file_is_an_answer_and_no_new_upload(ledger: Ledger) -> None:
    """Said to have ended, said so again, and taken back: the file's one upload stands, and its undo leaves no trace."""
    batch = load_both(ledger)
    for said, line in ((ENDED, ("2", BEFORE)), (ENDED, ("2", BEFORE)), (IN_FORCE, ENDS[1]), (ENDED, ("2", BEFORE))):
        report = ledger.load("november.csv", HEAD + ONE, load_date=LATER, codes={"missing service lines": said})
        assert (only_file(report).batch_id, ends(ledger)) == (batch, [ENDS[0], line, ENDS[2]])
    assert ledger.ask("select count(*) from events where kind = 'answer'") == [(3,)]
    history.undo(ledger.store, batch, "tester")
    assert ends(ledger) == ENDS


def test_still_in_force_changes_nothing_and_is_not_asked_again(ledger: Ledger) -> None:
    batch = load_both(ledger, codes={"missing service lines": IN_FORCE})
    assert ends(ledger) == ENDS
    with ledger.store.cursor() as cur:
        assert answering.open_questions(cur, batch) == []


def test_row_by_row(ledger: Ledger) -> None:
    ledger.load("october.csv", HEAD + ONE + TWO + OVER.replace("9/30/2025", "6/5/2026"), load_date=FIRST)
    keys = dict(ledger.rows("service_lines", "student_id", "row_key"))
    said = {f"missing service lines {keys['3']}": ENDED, "missing service lines": IN_FORCE}
    ledger.load("november.csv", HEAD + ONE, load_date=LATER, codes=said)
    assert ends(ledger) == [("1", date(2026, 6, 5)), ("2", date(2026, 6, 5)), ("3", BEFORE)]


@pytest.mark.slow
@pytest.mark.parametrize("later", first(1, [True, False]))
def test_an_undo_takes_the_end_back(ledger: Ledger, later: bool) -> None:
    batch = load_both(ledger, **({} if later else {"codes": {"missing service lines": ENDED}}))
    if later:
        with ledger.store.cursor() as cur:
            (asked,) = answering.open_questions(cur)
        assert asked.question.value == "missing service lines"
        answering.answer(ledger.store, [(asked, ENDED)], "tester", LATER)
    assert ends(ledger) == [ENDS[0], ("2", BEFORE), ENDS[2]]
    history.undo(ledger.store, batch, "tester")
    assert ends(ledger) == ENDS


def test_a_line_that_comes_back_is_in_force_again_as_its_file_says(ledger: Ledger) -> None:
    load_both(ledger, codes={"missing service lines": ENDED})
    sheet = sheet_of(ledger.load("december.csv", HEAD + ONE + TWO, load_date=date(2025, 12, 2)), "service_lines")
    assert (sheet.changed, sheet.unchanged) == (1, 1)
    assert ends(ledger) == ENDS


def test_the_undo_of_another_file_leaves_the_end(ledger: Ledger) -> None:
    load_both(ledger, codes={"missing service lines": ENDED})
    more = only_file(ledger.load("more.csv", HEAD + TWO.replace("2,OT", "9,PT"), load_date=LATER)).batch_id
    history.undo(ledger.store, str(more), "tester")
    assert ends(ledger) == [ENDS[0], ("2", BEFORE), ENDS[2]]


def test_a_student_who_is_missing_left_the_day_before(ledger: Ledger) -> None:
    head = "Student ID,Last Name,First Name,School,Grade\n"
    ledger.load("roster.csv", head + "1,Marlow,Tessa,Birch,2\n2,Quill,Omar,Birch,3\n", load_date=FIRST)
    report = ledger.load("roster.csv", head + "1,Marlow,Tessa,Birch,2\n", load_date=LATER,
                         codes={"missing students": ENDED})  # fmt: skip
    assert sheet_of(report, "students").questions == []
    assert ledger.rows("students", "student_id", "enrolled_to", order="student_id") == [("1", None), ("2", BEFORE)]


def test_a_caseload_of_one_provider_misses_no_line_of_another(ledger: Ledger) -> None:
    """Each provider exports her own lines in the same form: Rowe's list says nothing of Alba's."""
    head = "Student ID,Service,Frequency,Start Date,Provider ID\n"
    ledger.load("rowe.csv", head + "1,OT,30 min Weekly,8/25/2025,ROWE\n2,OT,30 min Weekly,8/25/2025,ROWE\n",
                load_date=FIRST)  # fmt: skip
    alba = ledger.load("alba.csv", head + "3,OT,30 min Weekly,8/25/2025,ALBA\n", load_date=FIRST)
    assert sheet_of(alba, "service_lines").missing == 0
    rowe = ledger.load("rowe.csv", head + "1,OT,30 min Weekly,8/25/2025,ROWE\n", load_date=LATER)
    assert sheet_of(rowe, "service_lines").missing == 1
    replaced = ledger.load("rowe.csv", head + "1,OT,45 min Weekly,8/25/2025,ROWE\n", load_date=LATER, mode="replace")
    assert sheet_of(replaced, "service_lines").replaces.startswith("This file is the whole truth for service lines")
    assert ledger.rows("service_lines", "student_id", "amount_minutes", order="student_id") == [("1", 45), ("3", 30)]


WIDE = HEAD.replace("\n", ",Case Note\n")
SIX = [f"{who},OT,30 min Weekly,8/25/2025,6/5/2026" for who in range(1, 7)]


def asked(ledger: Ledger, name: str, head: str, lines: list[str]) -> tuple[int, list[str]]:
    """How many lines are missing, and what is asked."""
    end = "\n" if head == HEAD else ",ok\n"
    sheet = sheet_of(ledger.load(name, head + end.join([*lines, ""]), load_date=LATER), "service_lines")
    return sheet.missing, [one.value for one in sheet.questions]


def test_a_list_that_gains_a_column_still_asks_about_what_it_lacks(ledger: Ledger) -> None:
    ledger.load("october.csv", HEAD + "\n".join(SIX) + "\n", load_date=FIRST)
    assert asked(ledger, "november.csv", WIDE, SIX[1:]) == (1, ["missing service lines"])


def test_lines_that_a_wider_list_found_unchanged_are_missed_by_the_next(ledger: Ledger) -> None:
    ledger.load("october.csv", HEAD + "\n".join(SIX[:3]) + "\n", load_date=FIRST)
    assert asked(ledger, "november.csv", WIDE, SIX[:3]) == (0, [])
    assert asked(ledger, "december.csv", WIDE, SIX[1:3]) == (1, ["missing service lines"])


@pytest.mark.slow
def test_another_list_with_some_of_the_lines_misses_none(ledger: Ledger) -> None:
    ledger.load("october.csv", HEAD + "\n".join(SIX) + "\n", load_date=FIRST)
    assert asked(ledger, "some.csv", WIDE, SIX[:4]) == (0, [])  # four of six are no four in five


def test_what_a_wider_list_lacks_can_be_said_to_have_ended(ledger: Ledger) -> None:
    ledger.load("october.csv", HEAD + "\n".join(SIX) + "\n", load_date=FIRST)
    wider = WIDE + ",ok\n".join([*SIX[1:], ""])
    ledger.load("november.csv", wider, load_date=LATER, codes={"missing service lines": ENDED})
    assert ends(ledger) == [("1", BEFORE), *((str(who), date(2026, 6, 5)) for who in range(2, 7))]
