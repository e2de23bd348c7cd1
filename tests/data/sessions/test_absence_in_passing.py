"""Minutes alone don't make a session delivered where something else in the file speaks against it."""

import pytest

from data.ingest.model import Answers
from data.ingest.tables.steps.sessions.marks import HERE
from data.ingest.values import done, statuses
from data.store import open_store
from tests.data.loading import Ledger, sheet_of, tried
from tests.data.staging import Result, staged


def log(text: str, **keywords: object) -> Result:
    """A log of one student and service, with the columns of the text beside."""
    first, *rows = text.strip().splitlines()
    whole = [f"student_id|service|session_date|{first}", *(f"1001|OT|2025-09-08|{row}" for row in rows)]
    fields: dict[str, str | None] = {"Student": "student_name"}
    return staged("sessions", "\n".join(whole), fields, **keywords)  # type: ignore[arg-type]


@pytest.mark.parametrize("remark", ["Vacation", "On vacation.", "Out of town", "Illness"])
def test_a_remark_that_is_only_why_somebody_was_away_is_asked_about(remark: str) -> None:
    """Of nobody it says who it was; what was talked about is no remark that says no more."""
    found = log(f"minutes|Comment\n30|{remark}\n30|{remark} vocabulary\n30|talked about {remark}")
    assert found.column("outcome", "status")[:2] == [("waiting", None), ("ok", "delivered")]
    topic = log(f"minutes|Topic\n30|{remark.strip('.')}\n30|Colors")
    assert topic.column("status") == ["delivered", "delivered"]


@pytest.mark.parametrize(
    ("remark", "word"),
    [
        ("SLP out until noon", "slp out"),
        ("Therapist out the last half of session", "therapist out"),
        ("Student absent last day before break", "student absent"),
        ("Student out last week", None),
        ("Named half of the pictures", None),
    ],
)
def test_who_was_away_for_a_part_is_asked_about(remark: str, word: str | None) -> None:
    """Of the day, of the session, or of another time; last week's absence is not today's."""
    found = log(f"minutes|Notes\n30|{remark}\n30|read a story")
    assert found.questions == ([("code", f"{word} in Notes", 1)] if word else [])


@pytest.mark.parametrize("heading", ["Notes", "Activity"])
def test_an_evaluation_or_a_meeting_alone_is_asked_about(heading: str) -> None:
    """Neither is the service that a mandate promises; what is said of them beside a session is no remark of them alone."""
    found = log(
        f"minutes|{heading}\n60|Evaluation\n45|IEP meeting with parent\n30|fine motor\n30|worked on evaluation goals"
    )
    assert found.column("outcome") == ["waiting", "waiting", "ok", "ok"]
    assert found.questions == [
        ("code", f"evaluation in {heading}", 1),
        ("code", f"iep meeting with parent in {heading}", 1),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Occupational Therapy: Documentation", True), ("Treatment: Meeting", True), ("OT - IEP Meeting", True),
        ("Occupational Therapy: Treatment", False), ("Treatment/Documentation", False), ("Group Therapy", False),
    ],
)  # fmt: skip
def test_the_part_of_a_kind_that_is_no_treatment(text: str, expected: bool) -> None:
    assert done.is_no_treatment(text) is expected


def test_a_make_up_of_which_nothing_else_is_said_is_asked_about() -> None:
    """It may be that session, or one that is to have one."""
    found = log("minutes|Note\n30|makeup\n30|Make-up session\n30|buttons\n30|make up words\n30|zippers\n30|cutting")
    assert found.column("outcome")[:4] == ["waiting", "waiting", "ok", "ok"]


def test_minutes_of_a_make_up_beside_an_absence_are_asked_about() -> None:
    """They may have been given on another day, or be owed; without the absence the row is the make-up."""
    found = log("minutes|absent|make_up\n30|x|30\n30||30\n30||\n30|x|30 makeup\n30|x|Y")
    assert found.column("outcome", "status") == [
        ("waiting", None), ("ok", "make_up"), ("ok", "delivered"), ("waiting", None), ("ok", "attempt"),
    ]  # fmt: skip
    assert found.questions == [("code", "30 + missed", 1), ("code", "30 makeup + missed", 1)]


def test_a_remark_that_a_session_is_to_be_made_up_is_asked_about() -> None:
    found = log("minutes|Note\n30|Make-up needed\n30|No make-up needed\n30|to be made up\n30|")
    assert found.column("outcome") == ["waiting", "ok", "waiting", "ok"]


@pytest.mark.parametrize(
    ("note", "word"),
    [
        ("tried to schedule makeup", "tried to schedule makeup"), ("makeup offered, declined", "makeup offered"),
        ("will need a make-up next week", "will need a make-up"), ("Make up was rescheduled", "make up was rescheduled"),
        ("Makeup for 8/28 was offered", "makeup for 8/28 was offered"), ("Make-up for 9/8, not enough time for cutting", None),
        ("make-up for 9/8", None), ("makeup session as scheduled", None), ("no makeup needed", None), ("makeup", "makeup"),
        ("planned makeup for 9/8, done today", None), ("practiced putting on make up", None),
        ("needs prompts to make up words", None),
    ],
)  # fmt: skip
def test_a_make_up_that_was_only_tried_or_offered_speaks_against_its_row(note: str, word: str | None) -> None:
    found = log(f"minutes|Note\n30|{note}\n30|")
    assert [value for _, value, _ in found.questions] == ([f"{word} in Note"] if word else [])


@pytest.mark.parametrize(
    ("heading", "marks", "outcome"),
    [
        ("Mark", "+ - +", ["ok", "waiting", "ok"]), ("+/-", "- + -", ["waiting", "ok", "waiting"]), ("Mark", "+ + +", ["ok"] * 3),
        ("Mark", "- - -", ["ok"] * 3), ("Trials", "+ - +", ["ok"] * 3),
    ],
)  # fmt: skip
def test_a_minus_beside_a_plus_may_say_that_nobody_came(heading: str, marks: str, outcome: list[str]) -> None:
    rows = "\n".join(f"1001|OT|2025-09-08|30|{mark}" for mark in marks.split())
    found = staged("sessions", f"student_id|service|session_date|minutes|{heading}\n{rows}", {heading: None})
    assert found.column("outcome") == outcome


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


@pytest.mark.parametrize(
    ("note", "word"),
    [
        ("ENTERED IN ERROR - disregard", "entered in error"), ("logged by mistake", "logged by mistake"), ("VOID", "void"),
        ("Session was moved and not held", "session was moved and not held"),
        ("Please delete", "please delete"), ("duplicate entry", "duplicate entry"), ("Wrong student!", "wrong student"),
        ("Session never took place", "session never took place"), ("disregard this line", "disregard this"),
    ],
)  # fmt: skip
def test_a_note_that_a_row_was_written_by_mistake_is_asked_about_whatever_its_status(note: str, word: str) -> None:
    for status in ("", "delivered"):
        found = log(f"minutes|status|Remarks\n30|delivered|Cutting\n30|{status}|{note}")
        assert found.column("outcome")[0] == "ok"
        assert found.column("outcome")[1] == "waiting"
    assert found.questions == [("code", f"{word} in Remarks", 1)]


@pytest.mark.parametrize(
    "note",
    ["Found errors in own writing", "voided in toilet before session", "copied a duplicate pattern of blocks",
     "picked up the scissors by mistake", "do not bill", "disregards rules of games", "ignored peers", "tantrums did not occur"],
)  # fmt: skip
def test_notes_of_what_was_done_take_no_row_back(note: str) -> None:
    found = log(f"minutes|Remarks\n30|Cutting\n30|{note}")
    assert (found.column("status"), found.questions) == (["delivered", "delivered"], [])


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


@pytest.mark.parametrize("cell", ["TRUE", "x", "10/9/2025", "Yes"])
def test_a_row_that_was_taken_back_is_asked_about_even_with_a_status(cell: str) -> None:
    found = log(f"minutes|status|Deleted On\n30|delivered|{cell}\n30|delivered|\n30|delivered|No")
    assert found.column("outcome") == ["waiting", "ok", "ok"]
    assert found.questions == [("code", "deleted in Deleted On", 1)]


def test_a_session_isnt_made_up_before_it_is_missed() -> None:
    """Made up on the 17th: this one, of the 8th, was missed. One that makes up the 1st is a make-up."""
    text = "minutes|makes_up_date\n30|2025-09-17\n30|2025-09-01"
    found = log(text)
    assert found.column("status", "outcome") == [(None, "waiting"), ("make_up", "ok")]
    assert found.questions == [("code", "a later day in makes_up_date", 1)]
    answered = log(text, codes={"a later day in makes_up_date": "missed:provider_absent"})
    assert answered.column("status", "reason") == [("missed", "provider_absent"), ("make_up", None)]


def test_a_ticked_cancellation_is_missed() -> None:
    found = log("minutes|Cancelled\n30|x\n30|")
    assert found.column("status", "minutes") == [("missed", 30), ("delivered", 30)]


def test_a_present_student_may_have_met_nobody() -> None:
    fields = {"Student Present": "delivered_flag", "Therapist Present": "provider_present"}
    text = "minutes|Student Present|Therapist Present\n30|Y|Y\n30|N|Y\n30|Y|N"
    first, *rows = text.splitlines()
    whole = [f"student_id|service|session_date|{first}", *(f"1001|OT|2025-09-08|{row}" for row in rows)]
    found = staged("sessions", "\n".join(whole), fields)
    assert found.column("status", "reason") == [("delivered", None), ("missed", None), ("missed", "provider_absent")]


def test_a_length_in_the_status_counts_alone_and_waits_where_it_differs() -> None:
    found = log("minutes|status\n30|Seen - partial 15 min\n30|Seen 30 min\n|Seen 20 min")
    assert found.column("status", "outcome", "minutes") == [
        ("partial", "waiting", 30), ("delivered", "ok", 30), ("delivered", "ok", 20)]  # fmt: skip


def test_a_name_without_a_mark_says_no_more_than_minutes_do() -> None:
    """Others' names are marked as absent; this row's remark says that somebody was out sick."""
    found = log(f"minutes|status|Student\n30|{HERE}|Ada Lin, out sick\n30|{HERE}|Bo Oda\n30|absent|Cy Ito")
    assert found.column("status", "outcome") == [(None, "waiting"), ("delivered", "ok"), ("missed", "ok")]
    assert found.questions == [("code", "out sick in Student", 1)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("absent - no session", "student_absent"), ("Absent, not seen", "student_absent"), ("ill; no tx today", "student_absent"),
        ("fire drill - no session", "school_event"), ("therapist absent - so no therapy held", "provider_absent"),
        ("OT out - saw no one", "provider_absent"), ("student absent, worked with sibling", "student_absent"),
    ],
)  # fmt: skip
def test_no_session_behind_an_absence_adds_nothing(text: str, reason: str) -> None:
    assert (statuses.read(text).status, statuses.read(text).reason) == ("missed", reason)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Student at school activity", "school_event"), ("Student in another school activity", "school_event"),
        ("Out for special event", "school_event"), ("School activities", "school_event"),
        ("In school activity", None), ("Activity at school", None), ("Worked at class activity", None),
    ],
)  # fmt: skip
def test_a_student_at_an_event_of_the_school_was_not_seen(text: str, reason: str | None) -> None:
    """What is done in school or in class may be the session itself."""
    assert statuses.read(text).reason == reason


@pytest.mark.parametrize(
    "text",
    ["teacher was absent, worked with sub in room", "therapist absent, seen by sub", "PT absent: covered by PTA",
     "teacher out; I saw him in the gym", "present - no session", "no session"],
)  # fmt: skip
def test_who_was_seen_although_one_of_the_staff_was_away_is_nobodys_absence(text: str) -> None:
    """Nor does a bare *no session*, beside a word for one that was given or alone, say why."""
    assert not statuses.read(text).known


@pytest.mark.parametrize(
    "text",
    [
        "Teacher absent - session held",
        "SLP absent - seen by sub",
        "Therapist out - covered by sub",
        "PT sick; student seen by PTA",
    ],
)
def test_a_status_that_says_so_is_asked_about(text: str) -> None:
    """Neither missed by the absence nor given by the rest, also where longer statuses are read word by word."""
    rows = (
        f"Student ID,Service,Date,Min,Status\n1,OT,9/3/2025,30,{text}\n1,OT,9/4/2025,30,Seen\n1,OT,9/5/2025,30,Absent\n"
    )
    with tried(open_store(), "OT log.csv", rows.encode()) as trial:
        assert [question.value for question in sheet_of(trial.report, "sessions").questions] == [text]
        assert trial.rows("sessions", "status") == [("delivered",), ("missed",)]


def test_one_remark_that_names_a_service_makes_no_column_of_services() -> None:
    """Two rows with minutes were given; the OT's absence takes nothing back from them."""
    rows = b"Student ID,Date,Min,Comments\n1,9/3/2025,30,cutting\n1,9/10/2025,30,letters\n1,9/17/2025,,OT out sick - no session\n"
    with tried(open_store(), "OT log.csv", rows) as trial:
        assert trial.rows("sessions", "status", "reason") == [
            ("delivered", None), ("delivered", None), ("missed", "provider_absent"),
        ]  # fmt: skip


REMARKS = "Date,Student ID,Service,In,Out,Notes\n10/1/2025,1,OT,9:00,9:30,student absent\n10/2/2025,2,OT,9:00,9:30,{}\n"


def _remarked(note: str) -> list[tuple[str, str | None]]:
    """What became of a session of half an hour with a note, beside one whose note is read as an absence."""
    with tried(open_store(), "log.csv", REMARKS.format(note).encode()) as trial:
        rows = trial.rows("sessions", "student_id", "status", "reason")
    return [(str(status), reason) for who, status, reason in rows if who == "2"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "note",
    ["not seen", "SLP out", "group cancelled", "no session", "Therapy not provided", "suspended", "TA", "canc.", "Ada abs",
     "unable to see him", "went home sick", "absent on Monday"],
)  # fmt: skip
def test_a_note_that_speaks_against_its_session_is_asked_about_beside_one_that_is_read(note: str) -> None:
    assert _remarked(note) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("note", "became"),
    [
        ("abs", ("missed", "student_absent")),
        ("no show", ("missed", "student_absent")),
        ("did not get to goal 2", ("delivered", None)),
        ("absent last week; caught up", ("delivered", None)),
        ("absent-minded but worked", ("delivered", None)),
        ("fire drill", ("delivered", None)),
        ("went home happy", ("delivered", None)),
    ],
)
def test_a_note_that_is_read_or_speaks_of_the_session(note: str, became: tuple[str, str | None]) -> None:
    assert _remarked(note) == [became]


@pytest.mark.parametrize(("heading", "is_told"), [("Activity", True), ("Comments", True), ("Room", False)])
def test_what_speaks_against_rows_in_a_column_that_was_left_out_is_told(
    ledger: Ledger, heading: str, *, is_told: bool
) -> None:
    """Somebody said so, so that both sessions count; what the column says of one stands in the preview."""
    cells = f"Student ID,Service,Date,Minutes,{heading}\n1,OT,9/8/2025,60,Evaluation\n2,OT,9/8/2025,30,Scissors\n"
    report = ledger.load("log.csv", cells if is_told else cells.replace("Evaluation", "12"), map={heading: ""})
    assert ledger.rows("sessions", "status") == [("delivered",)] * 2
    told = f"{heading} is left out: 1 row counts by other columns alone, though it says 'evaluation' there."
    assert (told in sheet_of(report, "sessions").assumptions) is is_told
