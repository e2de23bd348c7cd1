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
