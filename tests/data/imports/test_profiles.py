"""What is learnt of a file shape: applied next month and by another district, seen, changed, and without any student."""

import json
from pathlib import Path

import pytest

from data import answering, learnt
from data.ingest.model import Answers
from tests.data.loading import Ledger, counts, sheet_of

LOG = "Student Name,Service,Date,Amount,Outcome\n"
SEPTEMBER = LOG + '"Marlow, Tessa",Zumba,9/8/2025,30,ZZ\n"Marlow, Tessa",Zumba,9/9/2025,30,Completed\n'
OCTOBER = SEPTEMBER.replace("9/", "10/")


def first_month(ledger: Ledger) -> str:
    """Load September, its questions answered for its shape; returns the shape."""
    seen = sheet_of(ledger.load("september.csv", SEPTEMBER, commit=False), "sessions")
    assert {question.value.lower() for question in seen.questions} == {"zumba", "zz", "(no minutes)"}
    said = Answers(columns={"Amount": "minutes"}, codes={"Zumba": "OT", "ZZ": "missed:student_absent"})
    report = ledger.load("september.csv", SEPTEMBER, answers={seen.shape: said})
    assert counts(sheet_of(report, "sessions")) == {"new": 2}
    return seen.shape


@pytest.mark.slow
def test_next_month_asks_nothing(ledger: Ledger) -> None:
    first_month(ledger)
    sheet = sheet_of(ledger.load("october.csv", OCTOBER), "sessions")
    assert (counts(sheet), sheet.questions) == ({"new": 2}, [])
    assert ledger.ask("select distinct service, status from sessions order by status") == [
        ("OT", "delivered"), ("OT", "missed"),
    ]  # fmt: skip


def test_words_that_gainsay_one_another_are_asked_about_in_the_first_month_only(ledger: Ledger) -> None:
    """Of a remark that is no column of the ledger's nothing is kept: it may name a child."""
    log = "Student ID,Service,Date,Minutes,Status,Reason,Comments\n1,OT,{},30,Present,Student Absent,\n"
    seen = sheet_of(ledger.load("september.csv", log.format("9/8/2025"), commit=False), "sessions")
    assert [question.value for question in seen.questions] == ["Present + Student Absent"]
    said = Answers(codes={"Present + Student Absent": "missed:student_absent"})
    ledger.load("september.csv", log.format("9/8/2025"), answers={seen.shape: said})
    october = sheet_of(ledger.load("october.csv", log.format("10/8/2025")), "sessions")
    assert (counts(october), october.questions) == ({"new": 1}, [])
    assert ledger.ask("select status, reason from sessions") == [("missed", "student_absent")] * 2


COMMENTED = "Student ID,Service,Date,Minutes,Status,Comments\n"
GAINSAID = "1,OT,{m}/8/2025,30,Delivered,absent - {why}\n1,OT,{m}/9/2025,30,Delivered,\n1,OT,{m}/10/2025,30,Completed,No show\n"
RULE = "(Status beside Comments)"


@pytest.mark.parametrize(
    ("rule", "statuses"),
    [("status_counts", ["delivered"] * 3), ("remark_counts", ["missed", "delivered", "missed"])],
)
def test_whether_a_status_or_a_remark_counts_is_asked_in_the_first_month_only(
    ledger: Ledger, rule: str, statuses: list[str]
) -> None:
    """Each month's remarks are other words."""
    september = COMMENTED + GAINSAID.format(m=9, why="flu")
    seen = sheet_of(ledger.load("september.csv", september, commit=False), "sessions")
    assert [(one.value, one.rows) for one in seen.questions] == [(RULE, 2)]
    ledger.load("september.csv", september, answers={seen.shape: Answers(codes={RULE: rule})})
    october = sheet_of(ledger.load("october.csv", COMMENTED + GAINSAID.format(m=10, why="field trip")), "sessions")
    assert october.questions == []
    assert ledger.ask("select status from sessions where session_date >= date '2025-10-01' order by session_date") == [
        (status,) for status in statuses
    ]


def test_a_remark_that_is_asked_about_on_its_own_is_never_remembered(ledger: Ledger) -> None:
    """It is about one row, and may name a child: what is kept for the shape is that each is asked about."""
    text = COMMENTED + GAINSAID.format(m=9, why="flu")
    seen = sheet_of(ledger.load("a.csv", text, commit=False), "sessions")
    each = Answers(codes={RULE: "ask_of_each_row"})
    asked = sheet_of(ledger.load("a.csv", text, answers={seen.shape: each}, commit=False), "sessions").questions
    assert [one.value for one in asked] == ["Delivered + absent - flu", "Completed + No show"]
    said = Answers(codes=each.codes | {one.value: "missed:student_absent" for one in asked})
    ledger.load("a.csv", text, answers={seen.shape: said})
    assert ledger.ask("select subject from profiles") == [(RULE,)]
    assert ledger.ask("select status from sessions order by session_date") == [("missed",), ("delivered",), ("missed",)]


def test_a_word_for_one_session_is_no_rule_for_two_columns(ledger: Ledger) -> None:
    text = COMMENTED + GAINSAID.format(m=9, why="flu")
    ledger.load("a.csv", text, codes={RULE: "delivered"})
    assert ledger.ask("select count(*) from sessions") == [(1,)]
    assert ledger.ask("select count(*) from profiles") == [(0,)]


def test_an_answer_holds_for_its_shape_only(ledger: Ledger) -> None:
    first_month(ledger)
    other = "Student ID,Service,Date,Minutes,Status\n1,OT,9/8/2025,30,ZZ\n"
    sheet = sheet_of(ledger.load("other.csv", other), "sessions")
    assert counts(sheet) == {"waiting": 1}


@pytest.mark.slow
def test_two_shapes_in_one_upload_have_answers_of_their_own(ledger: Ledger) -> None:
    """P is present in one district's file and a session that the provider missed in another's."""
    one = "Student ID,Service,Date,Minutes,Status\n1,OT,9/8/2025,30,P\n"
    two = "Student ID,Service,Session Date,Mins,Code\n2,OT,9/8/2025,30,P\n"
    first = sheet_of(ledger.load("one.csv", one, commit=False), "sessions").shape
    second = sheet_of(ledger.load("two.csv", two, commit=False), "sessions").shape
    said = {first: Answers(codes={"P": "delivered"}), second: Answers(codes={"P": "missed:provider_absent"})}
    ledger.load("one.csv", one, answers=said)
    ledger.load("two.csv", two, answers=said)
    assert ledger.ask("select student_id, status from sessions order by student_id") == [
        ("1", "delivered"), ("2", "missed"),
    ]  # fmt: skip


def test_the_answers_of_one_district_serve_another(ledger: Ledger, tmp_path: Path) -> None:
    first_month(ledger)
    with ledger.store.cursor() as cur:
        carried = learnt.to_json(cur)
    other = Ledger(tmp_path / "other")
    assert learnt.from_json(other.store, carried, "tester") == 3
    sheet = sheet_of(other.load("october.csv", OCTOBER), "sessions")
    assert (counts(sheet), sheet.questions) == ({"new": 2}, [])
    other.close()


@pytest.mark.slow
def test_a_profile_holds_no_student(ledger: Ledger) -> None:
    """A name that was asked about, and that stands in a cell, is remembered with the people and not with the shape."""
    ledger.load("roster.csv", "Student ID,Last Name,First Name\nP1,Marlow,Tessa\n")
    log = "Student Name,Service,Date,Minutes,Status\n"
    ledger.load("log.csv", log + '"Marlow, Tesa",OT,9/8/2025,30,ZZ\n',
                codes={"Marlow, Tesa": "P1: Marlow, Tessa", "ZZ": "delivered"})  # fmt: skip
    ledger.load("again.csv", log + '"Marlow, Tesa",OT,9/9/2025,30,ZZ\n', codes={"Marlow, Tesa": "P1: Marlow, Tessa"})
    with ledger.store.cursor() as cur:
        told = json.loads(learnt.to_json(cur))["minute_ledger_answers"]
    assert [(one["subject"], one["answer"]) for one in told] == [("ZZ", "delivered")]
    assert ledger.rows("sessions", "student_id") == [("P1",), ("P1",)]


@pytest.mark.slow
def test_an_answer_is_seen_changed_and_forgotten(ledger: Ledger) -> None:
    shape = first_month(ledger)
    learnt.change(ledger.store, shape, "sessions", "code", "ZZ", "delivered", "tester")
    with ledger.store.cursor() as cur:
        frame = learnt.answers(cur)
    assert dict(zip(frame["subject"], frame["answer"], strict=True)) == {
        "Amount": "minutes", "ZZ": "delivered", "Zumba": "OT",
    }  # fmt: skip
    ledger.load("october.csv", OCTOBER)
    assert ledger.rows("sessions", "status", order="session_date")[2:] == [("delivered",), ("delivered",)]
    learnt.forget(ledger.store, shape, "sessions", "code", "ZZ", "tester")
    sheet = sheet_of(ledger.load("november.csv", SEPTEMBER.replace("9/", "11/")), "sessions")
    assert counts(sheet) == {"new": 1, "waiting": 1}


@pytest.mark.slow
def test_what_is_no_answer_is_refused_when_changed(ledger: Ledger) -> None:
    shape = first_month(ledger)
    with pytest.raises(learnt.LearntError, match="empty"):
        learnt.change(ledger.store, shape, "sessions", "code", "ZZ", " ", "tester")
    with pytest.raises(learnt.LearntError, match="no such answer"):
        learnt.change(ledger.store, shape, "sessions", "code", "YY", "delivered", "tester")
    with pytest.raises(learnt.LearntError, match="no column that is known"):
        learnt.change(ledger.store, shape, "sessions", "column", "Amount", "minuets", "tester")
    with ledger.store.cursor() as cur:
        carried = learnt.to_json(cur)
    with pytest.raises(learnt.LearntError, match="can't be read"):
        learnt.from_json(ledger.store, carried.replace(b'"minutes"', b'"minuets"'), "tester")


def test_what_is_no_answer_is_told_not_kept_and_asked_again(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("september.csv", SEPTEMBER, codes={"ZZ": "missed:nobody knows"}), "sessions")
    assert any(said.startswith("'missed:nobody knows' is no answer for 'ZZ'; it may be ") for said in sheet.assumptions)
    with ledger.store.cursor() as cur:
        assert learnt.answers(cur).empty
        assert "ZZ" in [one.question.value for one in answering.open_questions(cur)]


def test_a_field_that_the_dataset_has_no_place_for_leaves_no_column_out(ledger: Ledger) -> None:
    """Said of another file of the same command, it would make the absent child's session a delivered one."""
    log = "Student ID,Service,Date,Minutes,Status\n1,OT,9/8/2025,30,Student Absent\n"
    ledger.load("log.csv", log, map={"Status": "fte"})
    assert ledger.rows("sessions", "status", "reason") == [("missed", "student_absent")]


@pytest.mark.slow
def test_the_award_of_compensatory_sessions_is_learnt_for_that_file_only(ledger: Ledger) -> None:
    log = "COMPENSATORY EDUCATION LOG,,\nStudent ID,Service,Date,Minutes\n1,OT,{},45\n"
    first = sheet_of(ledger.load("comp.csv", log.format("9/10/2025")), "sessions")
    assert [(one.value, one.rows) for one in first.questions] == [("(no award)", 1)]
    ledger.load("comp.csv", log.format("9/10/2025"), codes={"(no award)": "CE-1"})
    assert ledger.rows("sessions", "award_id", "minutes") == [("CE-1", 45)]
    assert counts(sheet_of(ledger.load("other.csv", log.format("10/1/2025")), "sessions"))["waiting"] == 1
    ledger.load("other.csv", log.format("10/1/2025"), codes={"(no award)": "none"})
    assert ledger.rows("sessions", "award_id", order="session_date") == [("CE-1",), (None,)]


@pytest.mark.slow
def test_the_month_of_a_sheet_without_one_is_learnt_for_that_file_only(ledger: Ledger) -> None:
    days = ",".join(map(str, range(1, 32)))
    grid = f"OT log,\nStudent ID,{days}\n1,30,30{',' * 29}\n2,30,30{',' * 29}\n"
    ledger.load("grid.csv", grid, codes={"(no month)": "2025-09"})
    assert len(ledger.rows("sessions", "session_date")) == 4
    with ledger.store.cursor() as cur:
        told = learnt.answers(cur)
        assert list(zip(told["subject"], told["answer"], strict=True)) == [("(no month)", "2025-09")]
        assert json.loads(learnt.to_json(cur)) == {"minute_ledger_answers": []}
    assert counts(sheet_of(ledger.load("grid.csv", grid), "sessions")) == {"unchanged": 4, "ignored": 1}
    other = ledger.load("next.csv", grid.replace("2,30,30", "2,45,30"))
    assert counts(sheet_of(other, "sessions")) == {"waiting": 4, "ignored": 1}
