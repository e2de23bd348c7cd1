"""What several columns tell of one thing: both ends of a range, the days of a plan and of a line; labels with values."""

import pytest

from data.ingest.tables import bands, labels
from data.ingest.values import frequencies, statuses
from tests.data.sheets import cells, table


def test_both_ends_of_a_range() -> None:
    found = table("Student|Service|Min Low|Min High|Per", "Ida Amsel|OT|20|30|week", "Una Cray|OT|15|15|week",
                  "Otto Bohm|OT||45|week")  # fmt: skip
    assert cells(found, "min") == [("20 to 30",), ("15",), ("up to 45",)]


@pytest.mark.parametrize(
    ("heads", "named"),
    [
        ("Min Sessions|Max Sessions", "sessions"),
        ("Minimum Times per Week|Maximum Times per Week", "times per week"),
        ("Min Minutes Each|Max Minutes Each", "minutes each"),
        ("Sessions From|Sessions To", "sessions"),
        ("Times (min)|Times (max)", "sessions"),
    ],
)
def test_of_what_is_counted_the_least_counts(heads: str, named: str) -> None:
    """Min beside Max is no minute; one or two sessions oblige one."""
    found = table(
        f"Student|Service|{heads}|Per", "Ida Amsel|OT|1|2|week", "Una Cray|OT|2|2|week", "Otto Bohm|OT||3|week"
    )
    assert cells(found, named) == [("1",), ("2",), ("up to 3",)]


@pytest.mark.parametrize(
    "heads",
    ["Start Time|End Time", "Minutes|Max Group", "Low Incidence|High School", "From|To", "Duration (min)|Max Duration",
     "Session From|Session To"],
)  # fmt: skip
def test_no_range(heads: str) -> None:
    found = table(f"Student|Service|{heads}|Per", "Ida Amsel|OT|20|30|week", "Una Cray|OT|15|15|week")
    assert found.headings[2:4] == tuple(heads.split("|"))


LINES = "Student|Service|Minutes|Start Date|End Date"


def test_a_dropped_line_ends_with_the_day_it_was_dropped() -> None:
    found = table(
        f"{LINES}|Drop Date", "Ida Amsel|OT|30|9/8/2025|9/7/2026|12/5/2025", "Una Cray|OT|30|9/8/2025|9/7/2026|"
    )
    assert (cells(found, "End Date"), "Drop Date" in found.headings) == ([("12/5/2025",), ("9/7/2026",)], False)


def test_a_day_before_the_start_ends_nothing() -> None:
    """It may be of an earlier line, or of the enrolment."""
    found = table(
        f"{LINES}|Drop Date", "Ida Amsel|OT|30|9/8/2025|9/7/2026|5/5/2025", "Una Cray|OT|30|9/8/2025|9/7/2026|"
    )
    assert cells(found, "End Date", "Drop Date") == [("9/7/2026", "5/5/2025"), ("9/7/2026", None)]


def test_days_of_a_line_beside_those_of_its_plan() -> None:
    found = table("Student|Service|Minutes|IEP Start Date|IEP End Date|Duration of Service",
                  "Ida Amsel|OT|30|9/8/2025|9/7/2026|", "Una Cray|OT|30|9/8/2025|9/7/2026|1/5/2026 - 6/5/2026")  # fmt: skip
    assert cells(found, "IEP Start Date", "IEP End Date") == [("9/8/2025", "9/7/2026"), ("1/5/2026", "6/5/2026")]


@pytest.mark.parametrize(
    ("row", "pairs"),
    [
        (("Service", "Speech Therapy", "Mandate", "3x30x3"), {"Service": "Speech Therapy"}),
        (("Provider", "Ines Aalto", "Rate", "$45.00"), {"Provider": "Ines Aalto"}),
        (("Student", "Ida Amsel", "Otto Bohm", "Una Cray"), {}),
        (("Case Manager: Dora Venn",), {"Case Manager": "Dora Venn"}),
        (("Speech Therapist: Dora Venn",), {"Provider": "Dora Venn", "Provider Role": "Speech Therapist"}),
    ],
)
def test_labels_with_their_values(row: tuple[str, ...], pairs: dict[str, str]) -> None:
    assert labels.read(row)[0] == pairs


@pytest.mark.parametrize(
    ("text", "is_of_one"),
    [("Kit Oduya   MARSS #: 301455", True), ("Kit Oduya   WVEIS #: 301455", True), ("Kit Oduya   Badge #: 301455", False),
     ("Kit Oduya   ID: 301455", False)],
)  # fmt: skip
def test_an_id_that_only_students_have(text: str, is_of_one: bool) -> None:
    assert bands.is_of_a_student(text) == is_of_one


def test_a_title_that_may_be_of_another_student_ends_what_was_told_of_the_first() -> None:
    found = table("Student: Ida Amsel|ID: 204118", "Date|Minutes|Service", "10/7/2025|30|OT", "October notes",
                  "10/8/2025|30|OT", "Una Cray   file 204119", "10/9/2025|30|OT")  # fmt: skip
    assert cells(found, "Student", "ID") == [("Ida Amsel", "204118"), ("Ida Amsel", "204118"), ("", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sixty (60) minutes per week, in two (2) sessions", (60, "week", 2, None, "")),
        ("120 min/month divided into 4 sessions", (120, "month", 4, None, "")),
        ("60 minutes per week, 2 sessions", (None, None, None, None, "each_or_all")),
        ("30 min per week x 2", (60, "week", 2, 30, "")),
        ("90 minutes per week, provided in 3 sessions", (90, "week", 3, None, "")),
        ("60 total minutes per week, 2 times per week", (60, "week", 2, None, "")),
        ("60 min/wk, 2x/wk", (None, None, None, None, "each_or_all")),
        ("60 minutes per week (two 30 minute sessions)", (60, "week", 2, 30, "")),
        ("Forty-five (45) minutes, once per month", (45, "month", 1, 45, "")),
        ("One hundred twenty (120) minutes per month", (120, "month", None, None, "")),
        ("Thirty (20) minutes weekly", (None, None, None, None, "unreadable_frequency")),
    ],
)
def test_a_total_of_several_sessions(text: str, expected: tuple[object, ...]) -> None:
    said = frequencies.read(text)
    assert (said.amount_minutes, said.cycle, said.sessions, said.minutes_per_session, said.problem) == expected


def test_a_colon_behind_one_of_many_headings() -> None:
    found = table("Service Provider: Roy Quillan", "Rec Stat|Mins Required|Who was it|Per|Svc|Review|START_DT:|Date Ends",
                  "A|60|Ida Amsel|week|OT|7/30/2026|9/12/2025|5/6/2026",
                  "A|30|Una Cray|week|OT|7/1/2026|9/9/2025|5/6/2026")  # fmt: skip
    assert (found.header_row, found.headings[6], found.body.num_rows) == (2, "START_DT:", 2)


@pytest.mark.parametrize(
    ("text", "how"),
    [("Individual", (None, "individual")), ("Consult with staff", ("indirect", None)), ("No group", None), ("left group", None),
     ("Group cancelled", None), ("IEP meeting", None), ("G", None)],
)  # fmt: skip
def test_words_for_how_a_session_was_given(text: str, how: tuple[str | None, str | None] | None) -> None:
    said = statuses.given_as(text)
    assert (said and (said.kind, said.grouping)) == how


@pytest.mark.parametrize(
    "log",
    [
        ("Date|Student|Began|PIMS Nr Alt|Seq Of Visit", "10/7/2025|Ida Amsel|9:30|51|1", "10/8/2025|Una Cray|10:00|52|2"),
        ("Date|Student|Total Mins Given|Seq Of Visit|Alt Seq Nr", "10/7/2025|Ida Amsel|30|1|7", "10/8/2025|Una Cray|20|2|8"),
        ("Date|Student|What Became|Seq Of Visit|Alt Seq Nr", "10/7/2025|Ida Amsel|Seen|1|7",
         "10/8/2025|Una Cray|Student absent|2|8"),
    ],
)  # fmt: skip
def test_a_log_with_numbers_that_nobody_knows_is_no_sheet_of_scores(log: tuple[str, ...]) -> None:
    """Else each of its sessions would come once for each of them."""
    assert table(*log).body.num_rows == 2


def test_scores_with_a_column_a_goal() -> None:
    found = table(
        "Date|Student|Greets a peer|Ties both shoes", "10/7/2025|Ida Amsel|40%|3/5", "10/8/2025|Ida Amsel|50%|4/5"
    )
    assert cells(found, "Goal", "Score")[:2] == [("Greets a peer", "40%"), ("Ties both shoes", "3/5")]
