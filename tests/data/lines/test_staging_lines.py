"""Service lines: the amount out of all that the columns and headings say."""

from datetime import date

import pytest

from data.ingest.staging.lines import NO_PERIOD
from tests.data.staging import Result, staged


def lines(text: str, **keywords: object) -> Result:
    """Lines of one student, with the columns of the text beside; service OT unless the text has the column."""
    first, *rows = text.strip().splitlines()
    given = "service" in first.split("|")
    head, fixed = ("student_id", "1001") if given else ("student_id|service", "1001|OT")
    return staged("service_lines", "\n".join([f"{head}|{first}", *(f"{fixed}|{row}" for row in rows)]), **keywords)  # type: ignore[arg-type]


AMOUNT = ("minutes_per_session", "sessions_per_cycle", "amount_minutes", "cycle")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 min x 2 Times = 60 min Weekly", (30, 2, 60, "week")),
        ("45 min Weekly", (None, None, 45, "week")),
        ("2x30/wk", (30, 2, 60, "week")),
        ("120 min/quarter", (None, None, 120, "quarter")),
        ("30 min daily", (None, None, 30, "rotation:1")),
        ("30-45 min weekly", (None, None, 30, "week")),
        ("30 min every other week", (None, None, 30, "weeks:2")),
        ("30 min per 6-day cycle", (None, None, 30, "rotation:6")),
        ("30 minutes weekly, 3 of 4 weeks", (30, 3, 90, "weeks:4")),
        ("60/month", (None, None, 60, "month")),
        ("30/wk", (None, None, 30, "week")),
    ],
)
def test_a_frequency_in_one_cell(text: str, expected: tuple[object, ...]) -> None:
    found = lines(f"frequency\n{text}")
    assert found.column(*AMOUNT) == [expected]
    assert ("A range of minutes or sessions obliges its least." in found.staged.assumptions) == ("-45" in text)
    assert found.column("outcome", "is_usable", "amount_text") == [("ok", True, None)]


def test_an_amount_over_several_columns() -> None:
    found = lines("""frequency|line_minutes|minutes_per_session|sessions_per_cycle|amount_minutes|cycle
        4x monthly|30||||
        ||30|2||week
        ||||120|Monthly
        ||||60|rotation:6
        |30||2||W
        |60||||20 - Weekly
        ||30-45|2x/week||
        ||||60 min/week|
        2x/week||45|||""")
    assert found.column(*AMOUNT) == [
        (30, 4, 4 * 30, "month"),
        (30, 2, 2 * 30, "week"),
        (None, None, 120, "month"),
        (None, None, 60, "rotation:6"),
        (30, 2, 2 * 30, "week"),
        (None, None, 60, "week"),
        (30, 2, 2 * 30, "week"),
        (None, None, 60, "week"),
        (45, 2, 2 * 45, "week"),
    ]
    assert set(found.column("outcome")) == {"ok"}


def test_words_of_how_often_are_once_where_no_column_counts() -> None:
    """A column that counts sessions and is blank leaves it open; so does a word in a column of periods."""
    once = lines("frequency|minutes_per_session\nevery other week|30\nevery 3 weeks|45\nWeekly|30\nMonthly|60")
    assert once.column("sessions_per_cycle", "amount_minutes", "cycle", "outcome") == [
        (1, 30, "weeks:2", "ok"),
        (1, 45, "weeks:3", "ok"),
        (1, 30, "week", "ok"),
        (1, 60, "month", "ok"),
    ]
    assert any("once each time" in told for told in once.staged.assumptions)
    counted = lines(
        "frequency|minutes_per_session|sessions_per_cycle\nevery other week|30|\nevery other week|30|2\nweekly|30|"
    )
    assert counted.column("outcome") == ["rejected", "ok", "rejected"]
    assert counted.column("amount_minutes")[1] == 2 * 30
    assert lines("cycle|minutes_per_session\nweekly|30").column("outcome") == ["rejected"]
    assert not any("once each time" in told for told in counted.staged.assumptions)


def test_what_headings_say() -> None:
    fields = {
        "Minutes per Month": "amount_minutes",
        "Push-in Min/Wk": "amount_minutes",
        "Hours per week": "amount_minutes",
    }
    monthly = lines("Minutes per Month\n120", fields=fields, says={"Minutes per Month": (("cycle", "month"),)})
    assert monthly.column(*AMOUNT) == [(None, None, 120, "month")]
    hours = lines("Hours per week\n1.5", fields=fields, says={"Hours per week": (("cycle", "week"),)})
    assert hours.column(*AMOUNT) == [(None, None, 90, "week")]
    says = {"Push-in Min/Wk": (("cycle", "week"), ("setting", "push_in"))}
    two = lines(
        "Push-in Min/Wk|Pull-out Min/Wk\n30|60\n|60\n0|60", fields=fields | {"Pull-out Min/Wk": None}, says=says
    )
    assert two.column("amount_minutes", "cycle", "setting") == [(30, "week", "push_in")]
    assert two.staged.rows_read == 1, "no amount in one of several minutes columns makes no line"


def test_an_amount_that_cannot_be_read_keeps_its_line_and_its_text() -> None:
    found = lines("""frequency|amount_minutes|minutes_per_session|sessions_per_cycle|cycle
        as needed||||
        PRN||||
        see the team notes||||
        |as needed|30|2|week""")
    assert found.column("outcome") == ["ok"] * 4
    assert found.column("is_usable") == [False] * 4
    assert found.column("amount_text") == ["as needed", "PRN", "see the team notes", "as needed"]
    assert found.column("amount_minutes") == [None] * 4
    assert found.column(*AMOUNT)[3] == (30, 2, None, "week")
    assert found.questions == [("frequency", "see the team notes", 0)]


def test_doubtful_amounts_wait_and_are_asked_about() -> None:
    text = """frequency|amount_minutes|start_date
        30 min Biweekly||2025-08-25
        30 min biweekly||2025-08-25
        2 x 30 min weekly|90|2025-08-25
        |60|2025-08-25"""
    found = lines(text)
    assert found.column("outcome") == ["waiting"] * 4
    assert found.questions == [
        ("frequency", "30 min Biweekly", 2), ("frequency", "2 x 30 min weekly", 1), ("frequency", NO_PERIOD, 1),
    ]  # fmt: skip
    answers = {"30 min biweekly": "every other week", "60": "60 min weekly", "2 x 30 min weekly": "3 x 30 min weekly"}
    answered = lines(text, codes=answers)
    assert answered.column("amount_minutes", "cycle", "outcome") == [
        (30, "weeks:2", "ok"), (30, "weeks:2", "ok"), (3 * 30, "week", "ok"), (60, "week", "ok"),
    ]  # fmt: skip
    twice = lines("frequency|line_minutes\nBiweekly|30", codes={"biweekly": "2 times a week"})
    assert twice.column(*AMOUNT) == [(30, 2, 60, "week")]


def test_a_term_is_asked_about_and_keeps_its_minutes() -> None:
    text = "frequency|start_date\n30 min per term|2025-08-25\n2 x 30 min a term|2025-08-25\nlong-term|2025-08-25"
    found = lines(text)
    assert found.column("outcome") == ["waiting", "waiting", "ok"]
    answered = lines(text, codes={"30 min per term": "semester", "2 x 30 min a term": "per quarter"})
    assert answered.column("amount_minutes", "cycle")[:2] == [(30, "semester"), (2 * 30, "quarter")]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            "weekly",
            [(None, None, 30, "week"), (None, None, 45, "week"), (30, 2, 60, "week"), (None, None, 60, "month")],
        ),
        (
            "monthly",
            [(None, None, 30, "month"), (None, None, 45, "month"), (30, 2, 60, "month"), (None, None, 60, "month")],
        ),
    ],
)
def test_a_missing_period_is_asked_about_once_for_all_amounts(answer: str, expected: list[tuple[object, ...]]) -> None:
    text = "line_minutes\n30\n45\n2x30\n60/month"
    found = lines(text)
    assert (found.column("outcome"), found.questions) == (["waiting"] * 3 + ["ok"], [("frequency", NO_PERIOD, 3)])
    answered = lines(text, codes={NO_PERIOD: answer})
    assert (answered.column(*AMOUNT), answered.questions) == (expected, [])


def test_a_period_that_nobody_can_tell_makes_lines_unusable() -> None:
    found = lines("line_minutes\n30\n60/month", codes={NO_PERIOD: "unusable"})
    assert found.column("outcome", "is_usable", "amount_minutes") == [("ok", False, None), ("ok", True, 60)]
    assert found.column("amount_text")[0] == "30"


@pytest.mark.parametrize(
    ("title", "cycle"),
    [
        ("Weekly OT minutes by student", "week"),
        ("Monthly service minutes", "month"),
        ("Minutes per week, October", "week"),
        ("Mandates are per week", "week"),
        ("School year mandates, per week", "week"),
        ("Weekly minutes and monthly minutes", None),
        ("OT minutes, sent weekly", None),
    ],
)
def test_a_title_that_names_the_period_of_minutes_settles_it(title: str, cycle: str | None) -> None:
    found = lines("line_minutes\n30", notes=(title,))
    assert found.column("cycle", "outcome") == [(cycle, "ok" if cycle else "waiting")]
    told = f"Amounts without a period are by the {cycle}"
    assert any(one.startswith(told) for one in found.staged.assumptions) == (cycle is not None)


def test_what_can_be_no_amount_is_rejected() -> None:
    found = lines("""amount_minutes|cycle|start_date|end_date
        |week||
        0|week||
        -30|week||
        #REF!|week||
        60|week|2025-02-30|
        60|week|2025-09-01|2025-08-01
        60|week|2025-08-01|2025-09-01""")
    assert found.column("outcome") == ["rejected"] * 6 + ["ok"]
    assert [problem[2] for problem in found.problems] == [
        "no_amount", "no_amount", "negative_minutes", "error_cell", "impossible_date", "ends_before_start",
    ]  # fmt: skip
    assert {problem[1] for problem in found.problems[:4]} == {"amount_minutes"}
    assert found.column("start_date")[6] == date(2025, 8, 1)


def test_defaults_are_marked() -> None:
    found = lines("""service|plan_type|kind|amount_minutes|cycle|setting
        OT|||60|week|
        OT|504|direct|60|week|
        OT consultation|IEP||60|week|
        OT|IEP||60|week|consult with teacher""")
    assert found.column("plan_type", "kind", "assumed") == [
        ("IEP", "direct", "plan_type,kind"),
        ("504", "direct", None),
        ("IEP", "indirect", None),
        ("IEP", "indirect", None),
    ]
    assert found.staged.assumed["{rows} without direct or indirect: taken as direct."] == 1


def test_a_deliveries_export() -> None:
    fields = {
        "Name": "student_name", "SEIS ID": "student_id", "Service": "service", "Delivery": "kind",
        "Start": "start_date", "Sessions": "frequency", "Location": "setting", "Total": "stated_year_minutes",
        "Delivered": "stated_delivered_minutes", "Consent": None,
    }  # fmt: skip
    found = staged("service_lines", """Name|SEIS ID|Service|Delivery|Start|Sessions|Location|Total|Delivered|Consent
        Alvarez, Ana|0000001|450 - Occupational Therapy|Direct|08/15/2025|45 min Weekly|Room 1|1620|90|Yes
        Cho, Cora|0000003|510 - Individual  counseling|Direct|8/15/2025|60 min x 2 Times = 120 min Daily|Room 3|2160|0|
        """, fields)  # fmt: skip
    assert found.column("student_id", "student_last_name", "service", "kind", "amount_minutes", "cycle") == [
        ("0000001", "Alvarez", "OT", "direct", 45, "week"),
        ("0000003", "Cho", "COUNSELING", "direct", 2 * 60, "rotation:1"),
    ]
    assert found.column("stated_year_minutes", "stated_delivered_minutes") == [(1620, 90), (2160, 0)]
    assert found.column("setting", "outcome") == [(None, "ok"), (None, "ok")]
    assert found.questions == [("code", "Room 1", 0), ("code", "Room 3", 0)]


def test_flags_that_name_the_setting_and_kind() -> None:
    fields = {"Excludes from General Education": "setting", "Direct": "kind"}
    found = lines(
        "Excludes from General Education|Direct|frequency\nY|Yes|30 min weekly\nN|No|30 min weekly", fields=fields
    )
    assert found.column("setting", "kind") == [("pull_out", "direct"), ("push_in", "indirect")]


def test_a_plan_says_of_which_kind_a_line_is_and_whether_it_is_of_the_extended_year() -> None:
    """A plan that nobody knows is none of special education's until somebody says so; a blank one is."""
    found = lines(
        "amount_minutes|cycle|plan_type\n30|week|IEP\n30|week|MTSS Tier 2\n30|week|IEP - ESY\n30|week|Plan B\n30|week|"
    )
    assert found.column("plan_type", "esy") == [
        ("IEP", False), ("RTI", False), ("IEP", True), ("OTHER", False), ("IEP", False),
    ]  # fmt: skip
    assert found.questions == [("code", "Plan B", 0)]


@pytest.mark.parametrize(("text", "minutes"), [(".5 hr/week", 30), (".75 hours weekly", 45), ("1.5 hrs/month", 90)])
def test_a_part_of_an_hour_may_begin_with_its_point(text: str, minutes: float) -> None:
    assert lines(f"frequency\n{text}").column("amount_minutes") == [minutes]


@pytest.mark.parametrize(
    ("answer", "outcome"), [("", "waiting"), ("in force", "ok"), ("not in force", "ignored"), ("whatever", "waiting")]
)
def test_a_line_that_may_have_ended(answer: str, outcome: str) -> None:
    text = (
        "frequency|end_date|Status\n30 min weekly||Active\n30 min weekly||Dismissed\n30 min weekly|2026-01-05|Dismissed"
    )
    found = lines(text, codes={"Dismissed": answer} if answer else {})
    assert found.column("outcome") == ["ok", outcome, "ok"]


def test_cells_of_an_amount_say_how_it_is_given() -> None:
    """A column of minutes per week whose cells tell more than the minutes."""
    cells = (
        "2x30 PO",
        "30 PI",
        "45 grp",
        "15 min/mo consult w/ teacher",
        "30 min 2x/wk indiv in classroom",
        "30 direct",
        "60",
    )
    says = {"Min/wk": (("cycle", "week"),)}
    found = lines("Min/wk\n" + "\n".join(cells), fields={"Min/wk": "amount_minutes"}, says=says)
    assert found.column("amount_minutes", "cycle", "kind", "setting", "line_grouping") == [
        (2 * 30, "week", "direct", "pull_out", None),
        (30, "week", "direct", "push_in", None),
        (45, "week", "direct", None, "group"),
        (15, "month", "indirect", "consult_staff", None),
        (30 * 2, "week", "direct", "push_in", "individual"),
        (30, "week", "direct", None, None),
        (60, "week", "direct", None, None),
    ]
    assert found.staged.assumed["{rows} without direct or indirect: taken as direct."] == 5


def test_a_frequency_that_no_key_explains_is_told() -> None:
    """It may be a code, or times a day, where another column says other numbers of days or sessions."""
    rows = "frequency|minutes_per_session|Days per Week\n2|30|{}\n1|60|{}"
    named = {"Days per Week": "sessions_per_cycle"}
    apart = lines(rows.format(2, 5), fields=named).staged.assumptions
    assert "The numbers under frequency are not read: Days per Week says how often, and no key what they mean." in apart
    assert not any("not read" in one for one in lines(rows.format(2, 1), fields=named).staged.assumptions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two 30s a week", (30, 2, 60, "week")),
        ("3 thirties weekly", (30, 3, 90, "week")),
        ("1 45's per month", (45, 1, 45, "month")),
    ],
)
def test_sessions_are_called_by_their_length(text: str, expected: tuple[object, ...]) -> None:
    assert lines(f"frequency\n{text}").column(*AMOUNT) == [expected]
