"""Amounts that change from a day on, starts in remarks, what titles say of all, six weeks: also where nothing changes."""

import pytest

from data.ingest.staging import lines
from data.ingest.tables.steps.amounts import stated_counts
from data.ingest.values import changed_amounts, ends, frequencies, said_of_all
from data.ingest.values.changed_amounts import LESS, MORE, Change
from data.store import Store
from tests.data.loading import tried
from tests.data.sheets import cells, table
from tests.data.staging import staged


@pytest.mark.parametrize(
    ("text", "before", "after", "day", "is_last"),
    [
        ("2x30 until 11/14, then 1x30", "2x30", "1x30", "11/14", True),
        ("2x30/wk thru 11/14; 1x30", "2x30/wk", "1x30 /wk", "11/14", True),
        ("60 min until 1/9/26 then 30 min weekly", "60 min weekly", "30 min weekly", "1/9/26", True),
        ("2x30, then 1x30 as of 11/17", "2x30", "1x30", "11/17", False),
        ("2x30 weekly; then from 11/17: 1x30 weekly", "2x30 weekly", "1x30 weekly", "11/17", False),
    ],
)
def test_two_amounts_with_the_day_between_them(text: str, before: str, after: str, day: str, *, is_last: bool) -> None:
    assert changed_amounts.in_cell(text) == Change(before, after, day, is_last)


@pytest.mark.parametrize(
    "text",
    ["30 min weekly until 6/12/26", "2x30 from 9/2", "30 min weekly starting 9/8", "2x30 weekly 9/2 to 11/14, 1x30 weekly",
     "2x30 direct; 1x15 consult", "30 min weekly from 10/1 to 12/15", "2x30",
     "OT 30 min/wk; PT 30 min/wk eff 11/10", "2x30/wk direct, then 1x15/wk consult as of 11/10", "2x30 (1x30 from Nov 17)",
     "OT 30 min/wk until 11/14, PT 30 min/wk"],
)  # fmt: skip
def test_one_amount_or_two_without_a_day_between_them(text: str) -> None:
    assert changed_amounts.in_cell(text) is None


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Reduced to 1x30 on 11/10", Change(None, "1x30", "11/10", way=LESS)),
        ("11/10: increased to 2x30/wk, parent agreed", Change(None, "2x30/wk", "11/10", way=MORE)),
        ("changed from 2x30 to 60 min/mo eff. 1/5/26", Change("2x30", "60 min/mo", "1/5/26")),
        ("now 1x30 as of 11/10", Change(None, "1x30", "11/10")),
        ("Reduced to 1x30", None), ("Reduced to 1x30 on 11/10?", None), ("Reduced to 1x30 on 11/10, pending consent", None),
        ("1x30 10/6-12/1", None), ("Changed to 2x30 10/6-12/1", None), ("plan to reduce to 1x30 on 1/5", None),
        ("11/10: reduced to 1x30 on 11/12", None), ("reduced from two prompts to 1x30 on 11/10", None),
    ],
)  # fmt: skip
def test_a_remark_of_another_amount(text: str, change: Change | None) -> None:
    assert changed_amounts.in_remark(text) == change


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mom says reduced to 1x30", "reduced to 1x30"), ("increased time to 45 min last fall", "increased time to 45 min"),
        ("changed from 2x30 to 1x30, parent signed", "changed from 2x30 to 1x30"),
        ("recommend reducing to 1x30", None), ("reduced to 40% accuracy", None), ("down to 2 prompts", None),
        ("reduced prompts to 2 x per session", None), ("goal: increased to 5 min on task", None),
    ],
)  # fmt: skip
def test_words_of_another_amount_without_a_day(text: str, words: str | None) -> None:
    assert changed_amounts.open_words(text) == words


LINE = "Student|Service|Sessions per week|Minutes per session|Start Date|End Date|Notes"
DAYS = ("Sessions per week", "Minutes per session", "Start Date", "End Date")


def _line(note: str, amount: str = "2|30", days: str = "9/2/2025|6/12/2026") -> list[tuple[str | None, ...]]:
    found = table(LINE, f"Ada Lin|OT|{amount}|{days}|{note}", "Bo Dole|PT|1|45|9/2/2025|6/12/2026|")
    return cells(found, *DAYS)[:-1]


def test_a_line_for_each_amount_of_two_columns() -> None:
    before = ("2", "30", "9/2/2025", "2025-11-09")
    assert _line("Reduced to 1x20 on 11/10") == [before, ("1", "20", "2025-11-10", "6/12/2026")]


@pytest.mark.parametrize(
    ("note", "amount", "days"),
    [
        ("Reduced to 2x30 on 11/10", "2|30", "9/2/2025|6/12/2026"),
        ("Reduced to 3x30 on 11/10", "2|30", "9/2/2025|6/12/2026"),
        ("Reduced to 1x30 on 8/10/2025", "2|30", "9/2/2025|6/12/2026"),
        ("Reduced to 1x30 on 11/10/2026", "2|30", "9/2/2025|6/12/2026"),
        ("Reduced from 3x30 to 1x30 on 11/10", "2|30", "9/2/2025|6/12/2026"),
        ("Reduced to 30 min/mo on 11/10", "2|30", "9/2/2025|6/12/2026"),
        ("Reduced to 1x30", "2|30", "9/2/2025|6/12/2026"),
    ],
)
def test_a_remark_that_does_not_fit_its_line_changes_nothing(note: str, amount: str, days: str) -> None:
    """The amount that the row has, a larger one, a day outside the line, another amount before, a cycle that only headings
    tell, no day."""
    assert _line(note, amount, days) == [("2", "30", "9/2/2025", "6/12/2026")]


@pytest.mark.parametrize("told", ["2x/wk until 11/9/2025 then 1x/wk|", "2x/wk|reduced to 1x/wk on 11/10/2025"])
def test_a_count_that_changes_beside_minutes(told: str) -> None:
    found = table("Student|Service|Minutes|Frequency|Notes", f"Ada Lin|OT|30|{told}", "Bo Dole|PT|45|1x/wk|")
    assert cells(found, "Minutes", "Frequency", "Start Date", "End Date")[:-1] == [
        ("30", "2x/wk", None, "2025-11-09"), ("30", "1x/wk", "2025-11-10", None),
    ]  # fmt: skip


def test_a_remark_may_tell_the_start_and_the_end() -> None:
    found = table(
        "Student|Service|Mandate|Notes", "Ada Lin|OT|1x30/wk|start 10/6/25, D/C 1/16/26", "Bo Dole|PT|1x45/wk|"
    )
    assert cells(found, "Start Date", "End Date") == [("2025-10-06", "2026-01-16"), (None, None)]


def test_such_a_line_is_asked_about_by_these_words_alone(store: Store) -> None:
    rows = "Student,Service,Mandate,Notes\nAda Lin,OT,1x30/wk,Reduced to 1x30 after talks with her aunt\nBo Dole,PT,1x45/wk,\n"
    with tried(store, "lines.csv", rows.encode()) as trial:
        assert trial.rows("service_lines", "service") == [("PT",)]
        questions = trial.report.files[0].sheets[0].questions
        assert [one.value for one in questions] == ["reduced to 1x30"]


def test_a_remark_of_another_service_is_not_the_lines() -> None:
    rows = ("Ada Lin|OT|2x30/wk", "Ada Lin|PT|2x30/wk")
    found = table("Student|Service|Mandate|Notes", *(f"{row}|PT reduced to 1x15 on 11/10/2025" for row in rows))
    assert cells(found, "Service", "Mandate") == [("OT", "2x30/wk"), ("PT", "2x30/wk"), ("PT", "1x15 /wk")]


def test_both_lines_keep_the_id_of_their_row() -> None:
    found = table("Line ID|Student|Service|Mandate", "L1|Ada Lin|OT|2x30/wk until 11/14/2025, then 1x30/wk")
    assert cells(found, "Line ID", "End Date", "Start Date") == [("L1", "2025-11-14", None), ("L1", None, "2025-11-15")]


def test_a_day_without_a_year_stays_and_is_asked() -> None:
    found = table("Student|Service|Mandate|Notes", "Ada Lin|OT|2x30/wk|Reduced to 1x30 on 3/1", "Bo Dole|PT|1x45/wk|")
    assert cells(found, "Mandate", "Start Date", "End Date") == [
        ("2x30/wk", None, "2/28"), ("1x30 /wk", "3/1", None), ("1x45/wk", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("started 10/6", "10/6"), ("Services began 9/15/2025", "9/15/2025"), ("Started 10/6, new to district", "10/6"),
        ("start date 10/1?", None), ("started 10/6 then moved", None), ("will start 10/6", None), ("restarted 10/6", None),
    ],
)  # fmt: skip
def test_a_remark_of_a_start(text: str, day: str | None) -> None:
    assert ends.begun(text) == day


def test_a_start_in_a_remark_is_the_lines_where_no_column_tells_any() -> None:
    rows = ("Ada Lin|OT|1x30/wk|started 10/6/2025", "Bo Dole|PT|1x45/wk|")
    found = table("Student|Service|Mandate|Notes", *rows)
    assert cells(found, "Start Date") == [("2025-10-06",), (None,)]
    own = table("Student|Service|Mandate|Notes|Start Date", *(f"{row}|9/2/2025" for row in rows))
    assert cells(own, "Start Date") == [("9/2/2025",), ("9/2/2025",)]


def test_an_end_without_a_year_is_asked() -> None:
    """Nothing names a school year: the line isn't owed for ever."""
    found = table("Student|Service|Mandate|Notes", "Ada Lin|OT|1x30/wk|D/C 11/14 - goals met", "Bo Dole|PT|1x45/wk|")
    assert cells(found, "End Date") == [("11/14",), (None,)]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Speech 2025-26 - all 1:1, pull-out", {"grouping": "individual", "setting": "pull_out"}),
        ("All sessions are push-in unless noted", {"setting": "push_in"}),
        ("PT (all pull-out unless marked PI)", {"setting": "pull_out"}),
        ("everyone in small group", {}), ("Everyone: small group", {"grouping": "group"}),
        ("all pull-out except Ada", {}), ("all push-in and pull-out", {}), ("all group members present", {}),
        ("OT - 1:1, pull-out", {}), ("All students in", {}), ("all direct", {"kind": "direct"}),
    ],
)  # fmt: skip
def test_what_a_title_says_of_all_rows(title: str, told: dict[str, str]) -> None:
    assert said_of_all.told(title) == told


def test_what_a_title_says_of_all_is_of_rows_that_say_nothing_else() -> None:
    log = staged(
        "sessions", "student_id|service|session_date|minutes|setting\n1|OT|2025-10-01|30|\n2|OT|2025-10-01|30|push-in",
        notes=("All pull-out",),
    )  # fmt: skip
    assert log.column("setting") == ["pull_out", "push_in"]
    assert any("'All pull-out' says of all" in one for one in log.staged.assumptions)


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("OT Caseload - everyone 1x/wk", "1x/wk"), ("PT, 2x per week unless noted", "2x per week"),
        ("once a week", "once a week"),
        ("OT - 2x/wk group", None), ("everyone 2x30", None), ("1x/wk, 2x/wk", None), ("Grade 2x", None),
    ],
)  # fmt: skip
def test_how_often_a_title_says_that_all_are_seen(title: str, count: str | None) -> None:
    assert stated_counts.in_remark(title) == count


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Minutes", "30"),
        ("Min/Wk", "30"),
        ("Minutes|Times", "30|2"),
        ("Mandate", "1x30/wk"),
        ("Minutes|Date", "30|9/2/2025"),
    ],
)
def test_a_count_for_all_is_told_beside_bare_minutes_alone(head: str, row: str) -> None:
    found = table("OT list - everyone 2x/wk", f"Student|Service|{head}", f"Ada Lin|OT|{row}", f"Bo Dole|PT|{row}")
    assert ("Frequency" in found.headings) == (head == "Minutes")


@pytest.mark.parametrize(
    "text", ["180 min per 6-week grading period", "90 min / six wk marking period", "6-week grading period"]
)
def test_a_grading_period_of_six_weeks_is_asked(text: str) -> None:
    assert frequencies.read(text).problem == "six_weeks"


@pytest.mark.parametrize(("answer", "cycle"), [("every 6 weeks", "weeks:6"), ("quarterly", "quarter")])
def test_it_is_as_answered(answer: str, cycle: str) -> None:
    text = "180 min per 6-week grading period"
    found = staged("service_lines", f"student_id|service|frequency\n1|OT|{text}", codes={text: answer})
    assert found.column("amount_minutes", "cycle") == [(180, cycle)]
    assert answer in lines.CHOICES["six_weeks"]


@pytest.mark.parametrize(
    ("answer", "told"),
    [("indirect", [("direct", True), ("indirect", False)]), ("direct", [("direct", True), ("direct", False)])],
)
def test_a_mark_under_c_is_as_answered(answer: str, told: list[tuple[str, bool]]) -> None:
    rows = "student_id|service|frequency|C?\n1|OT|1x30/wk|\n2|OT|15 min/mo|C"
    asked, said = (staged("service_lines", rows, {"C?": None}, codes=codes) for codes in ({}, {"C?": answer}))
    assert asked.column("outcome") == ["ok", "waiting"]
    assert [(row["kind"], "kind" in (row["assumed"] or "").split(",")) for row in said.rows] == told


@pytest.mark.parametrize(("heading", "cell"), [("C?", "maybe"), ("Consult", "C"), ("Class", "C")])
def test_other_columns_are_not_asked_so(heading: str, cell: str) -> None:
    found = staged("service_lines", f"student_id|service|frequency|{heading}\n2|OT|15 min/mo|{cell}", {heading: None})
    assert found.column("outcome") == ["ok"]
