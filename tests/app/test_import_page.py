"""The Import page: a first month with questions, a second without any, a second look, and a month that is closed."""

import re
from dataclasses import replace
from datetime import date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from data.checklist import Item, Loaded
from data.store import Store
from tests.app.conftest import Open, words
from ui.import_files import alike, checklist
from ui.server import stores

ROSTER = "Student ID,Last Name,First Name\nP1,Marlow,Tessa\nP2,Quill,Omar\n"
LINES = "Student ID,Service,Frequency,Start Date\nP1,OT,30 min Weekly,8/25/2025\nP2,OT,30 min Weekly,8/25/2025\n"
HEAD = "Student Name,Service,Session Date,Minutes,Outcome\n"
SEPTEMBER = HEAD + (
    '"Marlow, Tessa",OT,9/8/2025,30,Delivered\n"Marlow, Tesa",OT,9/15/2025,30,Delivered\n"Quill, Omar",OT,9/9/2025,30,ZQ\n'
)


def put(app: AppTest, *files: tuple[str, str]) -> AppTest:
    """Choose files in the page's box."""
    for name, text in files:
        app.file_uploader[0].upload(name, text.encode(), "text/csv")
    return checked(app.run())


def checked(app: AppTest) -> AppTest:
    assert not app.exception, [one.value for one in app.exception]
    return app


def press(app: AppTest, label: str) -> AppTest:
    """Press the one button whose label begins so."""
    found = [button for button in app.button if re.match(label, button.label)]
    assert len(found) == 1, [button.label for button in app.button]
    found[0].click()
    return checked(app.run())


def own() -> Store:
    return stores.store(stores.OWN)


def rows(query: str) -> list[tuple[object, ...]]:
    with own().cursor() as cur:
        return list(cur.execute(query).fetchall())


@pytest.mark.slow
def test_a_first_month_with_questions_and_a_second_in_three_clicks(open_page: Open) -> None:
    app = open_page("import_files")
    put(app, ("roster.csv", ROSTER), ("lines.csv", LINES))
    press(app, "Load ")
    put(app, ("ot log september.csv", SEPTEMBER))
    said = words(app)
    assert "3 records read: 1 new, 2 need your answer." in said
    assert "2 questions for you" in said
    (warned,) = [one.value for one in app.warning]
    assert warned.startswith("2 rows wait for 2 answers, below under ot log september")
    assert [metric.value for metric in app.metric if metric.label in ("New", "Needs your answer")] == ["1", "2"]
    for box in app.selectbox:
        if "ZQ" in box.label:
            box.select("missed:student_absent")
        elif "Tesa" in box.label:
            box.select("P1: Marlow, Tessa")
    press(app, "Use these answers")
    assert "3 records read: 3 new." in words(app)
    assert "OT: Sep 1 to Sep 30" in words(app)
    assert "Covers OT from" not in words(app)
    app.session_state["plain_0"] = True
    checked(app.run())
    assert "Covers OT from Sep 1, 2025 to Sep 30, 2025." in words(app)
    press(app, "Load 3 sessions")
    assert "Loaded 1 file." in words(app)
    assert "September 2025: all" in words(app) + " ".join(one.value for one in app.subheader)
    assert rows("select student_id, status from sessions where known_to is null order by session_date") == [
        ("P1", "delivered"), ("P2", "missed"), ("P1", "delivered"),
    ]  # fmt: skip
    # the second month: choose the file (the box), see the preview without a question, press Load
    put(app, ("ot log october.csv", SEPTEMBER.replace(",9/", ",10/")))
    assert "questions for you" not in words(app)
    press(app, "Load 3 sessions")
    assert rows("select count(*) from sessions where known_to is null") == [(6,)]
    assert rows("select count(*) from profiles where subject = 'ZQ'") == [(1,)]


SPEECH = "Student ID,Service,Day of Visit,Min,Result\nP1,Speech,9/10/2025,20,YY\nP2,Speech,9/11/2025,20,Seen\n"


def answer(app: AppTest, **said: str) -> None:
    """Choose answers by a word of their questions."""
    for word, choice in said.items():
        (box,) = [box for box in app.selectbox if word in box.label]
        box.select(choice)


@pytest.mark.slow
def test_one_click_sends_the_answers_of_all_files_and_what_is_open_stays(open_page: Open) -> None:
    """ZQ and Tesa are asked of one file, YY of another; ZQ and YY are answered, and Tesa's question is still there."""
    app = open_page("import_files")
    put(app, ("roster.csv", ROSTER))
    press(app, "Load ")
    put(app, ("ot.csv", SEPTEMBER), ("speech.csv", SPEECH))
    assert "3 questions for you" in words(app)
    assert "0 of 3 answered." in words(app)
    answer(app, ZQ="missed:student_absent", YY="missed:provider_absent")
    press(app, "Use these answers")
    assert "1 question for you" in words(app)
    assert [box.value for box in app.selectbox if "Tesa" in box.label] == [None]
    assert not [box for box in app.selectbox if "ZQ" in box.label or "YY" in box.label]
    app.session_state["answers_taken_in"] = True
    checked(app.run())
    assert "ZQ: missed: student absent" in words(app)
    press(app, "Ask these again")
    assert "3 questions for you" in words(app)


FREE = "Student ID,Service,Session Date,Minutes,Reason\n" + "".join(
    f"P{1 + day % 2},OT,9/{day}/2025,{30 if not reason else 0},{reason}\n"
    for day, reason in (
        (8, ""),
        (9, "zebra bug"),
        (10, "zebrra bug"),
        (11, "car trouble"),
        (12, "snowed in"),
        (15, ""),
    )
)


@pytest.mark.slow
def test_words_that_are_alike_take_one_answer_and_so_do_all_that_remain(open_page: Open) -> None:
    """Four texts are three questions; the two that remain take one answer, and what is answered already keeps its own. (AppTest
    runs the whole page where a browser draws the list alone: so the files are read by the answers at once.)"""
    app = put(open_page("import_files"), ("free.csv", FREE))
    assert "3 questions for you" in words(app)
    assert next(one.value for one in app.warning).startswith("4 rows wait for 3 answers")
    answer(app, bug="missed:student_absent", still="missed:provider_absent")
    checked(app.run())
    assert "4 answers taken in" in {one.label for one in app.expander}
    press(app, "Load 6 sessions")
    assert rows("select reason, count(*) from sessions where known_to is null group by 1 order by 1 nulls last") == [
        ("provider_absent", 2), ("student_absent", 2), (None, 2),
    ]  # fmt: skip


@pytest.mark.slow
def test_words_that_mean_different_things_are_asked_one_by_one(open_page: Open) -> None:
    app = put(open_page("import_files"), ("free.csv", FREE))
    answer(app, bug=alike.APART)
    checked(app.run())
    (second,) = [box for box in app.selectbox if box.label.startswith("What does 'zebrra bug'")]
    second.select("missed:school_event")
    checked(app.run())
    press(app, "Use these answers")
    assert "3 questions for you" in words(app)
    assert not [box for box in app.selectbox if "zebrra" in box.label]


@pytest.mark.slow
def test_what_stays_open_of_such_words_is_answered_on_the_checklist_in_one(open_page: Open) -> None:
    app = put(open_page("import_files"), ("free.csv", FREE))
    press(app, "Load 2 sessions")
    app.session_state["open_questions"] = True
    checked(app.run())
    answer(app, bug="missed:student_absent", still="missed:provider_absent")
    press(app, "Use these answers")
    assert rows("select reason, count(*) from sessions where known_to is null group by 1 order by 1 nulls last") == [
        ("provider_absent", 2), ("student_absent", 2), (None, 2),
    ]  # fmt: skip


@pytest.mark.slow
def test_answers_that_nobody_sent_are_taken_in_before_anything_is_loaded(open_page: Open) -> None:
    app = open_page("import_files")
    put(app, ("speech.csv", SPEECH))
    answer(app, YY="missed:provider_absent")
    press(app, "Load 1 session")
    assert [one.value for one in app.info if one.value.startswith("Nothing is loaded yet")]
    assert rows("select count(*) from sessions") == [(0,)]
    press(app, "Load 2 sessions")
    assert rows("select status from sessions order by session_date") == [("missed",), ("delivered",)]


@pytest.mark.slow
def test_an_answer_that_settles_nothing_is_asked_for_again_and_said_so(open_page: Open) -> None:
    """AppTest chooses what the box offers; an answer that no question understands stands here as it was kept."""
    app = put(open_page("import_files"), ("speech.csv", SPEECH))
    answer(app, YY="missed:provider_absent")
    checked(app.run())
    (held,) = app.session_state["_import_answers"].values()
    held.codes["YY"] = "who knows"
    checked(app.run())
    assert "This answer settles nothing" in words(app)
    assert "0 answers" not in words(app)


@pytest.mark.slow
def test_questions_left_open_are_answered_on_the_checklist(open_page: Open) -> None:
    app = open_page("import_files")
    put(app, ("roster.csv", ROSTER))
    press(app, "Load ")
    put(app, ("ot log.csv", SEPTEMBER))
    press(app, "Load 1 session")
    assert "2 questions open." in words(app)
    assert "2 rows did not go in." in words(app)
    app.session_state["open_questions"] = True
    checked(app.run())
    for box in app.selectbox:
        if "ZQ" in box.label:
            box.select("delivered")
        elif "Tesa" in box.label:
            box.select("P1: Marlow, Tessa")
    press(app, "Use these answers")
    assert rows("select count(*) from sessions where known_to is null") == [(3,)]
    assert "questions open" not in words(app)


@pytest.mark.slow
def test_the_questions_of_all_files_are_one_list_and_no_answer_slips_to_the_next(open_page: Open) -> None:
    """ZQ and YY are asked of two files; once ZQ is answered, YY stands first and is still unanswered."""
    app = open_page("import_files")
    put(app, ("roster.csv", ROSTER), ("ot log.csv", SEPTEMBER.replace("Tesa", "Tessa")), ("speech.csv", SPEECH))
    press(app, "Load ")
    app.session_state["open_questions"] = True
    checked(app.run())
    assert "ot log.csv" in words(app) and "speech.csv" in words(app)
    answer(app, ZQ="delivered")
    press(app, "Use these answers")
    app.session_state["open_questions"] = True
    checked(app.run())
    assert [(box.label.split()[2], box.value) for box in app.selectbox if "mean" in box.label] == [("'YY'", None)]
    assert rows("select count(*) from sessions where known_to is null") == [(4,)]


@pytest.mark.slow
def test_an_amount_that_cannot_be_read_may_be_written_where_it_is_asked_about(open_page: Open) -> None:
    """AppTest writes nothing into such a box; that an answer of its own words counts, tests/data holds."""
    app = put(open_page("import_files"), ("lines.csv", LINES.replace("P2,OT,30 min Weekly", "P2,OT,see notes of Sol")))
    (box,) = [one for one in app.selectbox if "can't be read" in one.label]
    assert box.proto.accept_new_options and "write it" in box.placeholder
    assert box.options == ["no amount: the line is listed, and in no figure"]


@pytest.mark.slow
def test_an_unusual_file_needs_a_second_confirmation(open_page: Open) -> None:
    app = open_page("import_files")
    log = HEAD + "".join(f'"Marlow, Tessa",OT,9/{day}/2025,30,Delivered\n' for day in range(1, 21))
    put(app, ("log.csv", log))
    press(app, "Load 20 sessions")
    put(app, ("log.csv", log.replace(",30,", ",45,")))
    # 20 of 20 rows would change
    assert "20 would change: 100%" in " ".join(one.value for one in app.warning).replace("\\", "")
    button = next(one for one in app.button if one.label.startswith("Load 20"))
    assert button.disabled
    next(box for box in app.checkbox if box.label.startswith("Yes, I have looked")).check()
    app.run()
    press(app, "Load 20 sessions")
    assert rows("select distinct minutes from sessions where known_to is null") == [(45,)]


@pytest.mark.slow
def test_a_column_is_placed_by_hand_and_a_sheet_is_named(open_page: Open) -> None:
    app = open_page("import_files")
    put(app, ("odd.csv", "Kid,Thing,Wann,Wieviel\nP1,OT,9/8/2025,30\nP2,OT,9/9/2025,30\n"))
    assert "not loaded" in words(app)
    next(box for box in app.selectbox if box.label == "What is in this sheet?").select("sessions")
    checked(app.run())
    assert "not loaded" in words(app)
    app.session_state["mapping_0_0"] = True
    checked(app.run())
    for heading, field in (
        ("Kid", "student_id"),
        ("Thing", "service"),
        ("Wann", "session_date"),
        ("Wieviel", "minutes"),
    ):
        next(box for box in app.selectbox if f"**{heading}**" in box.label).select(field)
    press(app, "Read the columns so")
    assert "2 records read: 2 new." in words(app)
    press(app, "Load 2 sessions")
    assert rows("select student_id, minutes from sessions where known_to is null order by 1") == [
        ("P1", 30),
        ("P2", 30),
    ]


def test_a_sheet_without_rows_asks_nothing(open_page: Open) -> None:
    app = open_page("import_files")
    put(app, ("about.csv", "Student ID,Service,Session Date,Minutes\n"))
    assert "there is no row beneath the headings" in words(app)
    assert not [box for box in app.selectbox if box.label == "What is in this sheet?"]


@pytest.mark.slow
def test_a_month_is_closed_and_what_changes_it_is_told(open_page: Open) -> None:
    app = open_page("import_files")
    put(app, ("lines.csv", LINES))
    press(app, "Load ")
    head = "Student ID,Service,Session Date,Minutes,Outcome\n"
    put(app, ("september.csv", head + "P1,OT,9/8/2025,30,Delivered\n"))
    press(app, "Load 1 session")
    press(app, "Close September 2025")
    app.run()
    with own().cursor() as cur:
        assert cur.execute("select month_start from closed_months").fetchall() == [(date(2025, 9, 1),)]
    put(app, ("late.csv", head + "P2,OT,9/9/2025,30,Delivered\n"))
    press(app, "Load 1 session")
    box = next(box for box in app.selectbox if box.label == "Month of the checklist")
    if box.value != "2025-09":
        box.select("2025-09")
        checked(app.run())
    said = words(app)
    assert "closed on" in " ".join(one.value for one in app.subheader)
    assert "Changed since it was closed" in said
    assert "late.csv, uploaded" in said
    assert "Delivered 0.5 h → 1.0 h" in said


@pytest.mark.parametrize(
    ("asked", "missing", "text"),
    [(0, 0, "both files are in"), (2, 0, "both files are in, 2 questions are open"),
     (1, 1, "1 of 2 files is in, 1 question is open")],
)  # fmt: skip
def test_the_state_of_a_month_in_words(asked: int, missing: int, text: str) -> None:
    loaded = Loaded("b", 1, "a.csv", date(2025, 10, 2), datetime(2025, 10, 2), "me", frozenset(), 1)
    items = [Item("a.csv", ("sessions",), loaded, loaded, 3, 3, questions=asked)]
    items += [Item("b.csv", ("sessions",), None if missing else loaded, loaded, 3, 3)]
    assert checklist.state(items, None) == text


def test_a_worklist_that_came_back_counts_as_no_file_of_the_month() -> None:
    loaded = Loaded("b", 1, "a.csv", date(2025, 10, 2), datetime(2025, 10, 2), "me", frozenset({("sessions", "s")}), 1)
    came_back = replace(loaded, batch_id="c", file_name="worklist.xlsx", shapes=frozenset({("decisions", "d")}))
    items = [
        Item("a.csv", ("sessions",), loaded, loaded, 3, 3),
        Item("w", ("decisions",), came_back, None, 1, None, held=1),
    ]
    assert checklist.state(items, None) == "the file is in"
