"""Rare cells: what each is taken for once its column is known, and what is asked."""

from tests.data.staging import staged


def test_an_error_under_what_is_on_is_a_problem_of_its_row() -> None:
    found = staged("calendar_days", "day|day_type\n2025-10-13|Holiday\n2025-10-14|#DIV/0!")
    assert found.column("outcome") == ["ok", "rejected"]
    assert [code for _, _, code, _ in found.problems] == ["error_cell"]


def test_ind_beside_kinds_and_groups_may_be_either() -> None:
    rows = "\n".join(f"S1|OT|2025-10-0{day}|30|{kind}" for day, kind in enumerate(("Ind", "Direct", "Grp"), 1))
    found = staged("sessions", f"student_id|service|session_date|minutes|kind\n{rows}")
    assert found.column("kind", "outcome") == [(None, "waiting"), ("direct", "ok"), (None, "ok")]
    assert found.questions == [("code", "Ind", 1)]


def test_more_words_than_are_asked_about_are_told_by_their_number() -> None:
    rows = "\n".join(f"S1|OT|2025-10-{day:02d}|30|zq{day}x" for day in range(1, 29))
    found = staged("sessions", f"student_id|service|session_date|minutes|setting\n{rows}")
    assert found.questions == [("code", f"zq{day}x", 0) for day in range(1, 21)]
    assert "8 more words are not known and are kept as unknown." in found.staged.assumptions  # 28 - 20


def test_a_mark_that_a_person_explained_has_the_minutes_beside_it() -> None:
    found = staged(
        "sessions",
        "student_id|service|Date|Value\nS1|OT|2025-10-01|I30\nS1|OT|2025-10-02|I20\nS1|OT|2025-10-03|A",
        {"Date": "session_date", "Value": "status"},
        melted=("Date", "Value"),
        codes={"I30": "delivered", "I20": "delivered", "A": "missed:student_absent"},
    )
    assert found.column("status", "minutes") == [("delivered", 30), ("delivered", 20), ("missed", None)]
    assert found.staged.assumptions == ["I30 is 30 minutes.", "I20 is 20 minutes."]


def test_an_answer_keeps_the_minutes_that_a_text_says_itself() -> None:
    found = staged(
        "sessions", "student_id|service|session_date|status\nS1|OT|2025-10-01|saw 30", codes={"saw 30": "delivered"}
    )
    assert found.column("status", "minutes") == [("delivered", 30)]


def test_treatment_beside_consults_is_direct() -> None:
    rows = "S1|OT|2025-10-01|30|Treatment\nS1|OT|2025-10-02|20|Consult"
    found = staged("sessions", f"student_id|service|session_date|minutes|Activity\n{rows}", {"Activity": "status"})
    assert found.column("status", "kind") == [("delivered", "direct"), ("delivered", "indirect")]


def test_a_break_without_its_year_waits_for_it() -> None:
    found = staged("calendar_days", "day|day_type\nDec 22 - Jan 2|Winter Break\n2025-10-13|Holiday")
    assert found.column("outcome") == ["waiting", "ok"]
    assert found.questions == [("code", "(no month)", 1)]
