"""Sheets of people and days that are drawn in another way, told apart from those that only look so."""

import pytest

from data.ingest import tables
from data.ingest.tables import looks
from data.ingest.values import codes, flags, grades, numbers, terms
from tests.data.sheets import reasons, records, sheet


def _headings(drawn: str, name: str = "Sheet1") -> tuple[str, ...]:
    (found,) = tables.find(sheet(drawn, name))
    return found.headings


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Criteria\nMeasure to determine if the goal is met", "Criteria"),
        ("Annual Goal\nWhat the student will do", "Annual Goal"),
        ("Minutes\nHow long the IEP says it lasts", "Minutes\nHow long the IEP says it lasts"),
        ("Baseline\nlast score", "Baseline\nlast score"),
    ],
)
def test_a_heading_without_the_sentence_beneath_it(written: str, read: str) -> None:
    """Of time the sentence may say which is meant; two words are no sentence."""
    assert looks.unexplained(written) == read


def test_people_in_the_cells_of_a_week() -> None:
    """Both therapists of a cell are there, one of them in the morning only; *off* is nobody."""
    (found,) = tables.find(
        sheet("""
        School|Mon|Tue|Wed|Thu|Fri
        Alder|Mae Ortiz / Ben Cole (AM)|||off|Ben Cole
        """)
    )
    assert found.headings == ("School", "Weekday", "Half Day", "Provider Name")
    assert records(found) == [
        (2, "Alder", "mon", "full", "Mae Ortiz"), (2, "Alder", "mon", "am", "Ben Cole"), (2, "Alder", "fri", "full", "Ben Cole"),
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["MO", "Room 4", "Alder Middle School", "Mae Ortiz / BC"])
def test_cells_that_name_anything_else_make_no_week_of_people(cell: str) -> None:
    drawn = f"School|Mon|Tue|Wed|Thu|Fri\nAlder|Mae Ortiz|Ben Cole|{cell}|Mae Ortiz|Ben Cole"
    assert "Provider Name" not in _headings(drawn)


def test_an_entry_and_the_next_exit_are_one_spell() -> None:
    """7011 came on 9/8 and left on 10/14; came again on 11/3. The exit stands above the entry in the list."""
    (found,) = tables.find(
        sheet("""
        Date|Add/Drop|Student ID|Student|Grade
        10/14/2025|Drop|7011|Frost, Ida|3
        9/8/2025|Add|7011|Frost, Ida|3
        11/3/2025|Add|7011|Frost, Ida|3
        """)
    )
    assert found.headings[-2:] == ("Enrollment Date", "Withdrawal Date")
    assert [row[-2:] for row in records(found)] == [("9/8/2025", "10/14/2025"), ("11/3/2025", None)]
    assert reasons(found)[2] == "told with the row in which the student came"


@pytest.mark.parametrize(
    "drawn",
    [
        "Date|Change|Student ID|Student\n9/8/2025|Add|7011|Frost, Ida\n9/9/2025|Maybe|7012|Ngo, Kai",
        "Date|Review Date|Change|Student ID|Student\n9/8/2025|9/9/2025|Add|7011|Frost, Ida\n9/9/2025|9/9/2025|Drop|7012|Ngo, Kai",
        "Date|Change|Student ID|Student|Service\n9/8/2025|Add|7011|Frost, Ida|OT\n9/9/2025|Drop|7012|Ngo, Kai|OT",
        "Date|In or out|Student ID|Student\n9/8/2025|in|7011|Frost, Ida\n9/9/2025|out|7012|Ngo, Kai",
    ],
)
def test_an_unknown_word_two_days_a_service_or_bare_in_and_out_tell_no_spells(drawn: str) -> None:
    """A service may be what is added; in and out may be how it is given, or an attendance."""
    assert "Enrollment Date" not in _headings(drawn)


def test_lists_of_days_of_a_month() -> None:
    """Dec 22 to 31 are eight weekdays; November has the 11th and two more."""
    (found,) = tables.find(
        sheet("""
        Calendar 2025-26
        Month|No School|Early Release
        November|11 (Veterans Day), 27-28|26
        December|22-31|19
        """)
    )
    told = records(found)
    assert [row[1:] for row in told[:4]] == [
        ("2025-11-11", "No School", "Veterans Day"), ("2025-11-27", "No School", None), ("2025-11-28", "No School", None),
        ("2025-11-26", "Early Release", None),
    ]  # fmt: skip
    assert [row[1] for row in told[4:12]] == [f"2025-12-{day}" for day in (22, 23, 24, 25, 26, 29, 30, 31)]
    assert [row[1:] for row in told[12:]] == [("2025-12-19", "Early Release", None)]


def test_single_numbers_by_month_may_be_counts() -> None:
    assert _headings("Month|No School|Early Release\nNovember 2025|3|1\nDecember 2025|8|1")[0] == "Month"


def test_names_under_grades_are_students_only_where_something_says_so() -> None:
    drawn = "{}\nKindergarten|1st Grade\nFrost, Ida|Ngo, Kai\nPetit, Luc|"
    assert _headings(drawn.format("Students by grade")) == ("Student Name", "Grade")
    for title in ("Homerooms", "Student teachers by grade"):
        assert "Student Name" not in _headings(drawn.format(title))


def test_a_grid_of_supervision_needs_assistants_on_one_side_only() -> None:
    drawn = "Supervision, hours per month\nName|Mae Ortiz, OTR/L|Ben Cole, OTR/L|Total\n{}|4|2|6"
    assert _headings(drawn.format("Ira Penn, COTA/L")) == ("Assistant", "Supervising Therapist", "Hours per Month")
    assert "Assistant" not in _headings(drawn.format("Ira Penn, OTR/L"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Last day before winter break", "full"), ("Classes resume", "full"), ("Winter break", "holiday"),
        ("Last day of winter break", "holiday"), ("Abbreviated Day", "half"), ("No school - day before winter break", "holiday"),
        ("Students return from break", "full"),
        ("Day after Thanksgiving break - schools closed", "holiday"),
    ],
)  # fmt: skip
def test_days_around_a_break(text: str, kind: str) -> None:
    assert terms.day_type(text) == kind


@pytest.mark.parametrize("text", ["Staff return from break", "Teachers return to school"])
def test_a_day_on_which_staff_return_is_none_of_school(text: str) -> None:
    assert terms.day_type(text) != "full"


@pytest.mark.parametrize(("text", "value"), [("1.00", True), ("0.0", False), ("1", True)])
def test_a_one_with_decimals_is_yes(text: str, value: bool) -> None:
    assert flags.read(text).value is value


def test_half_is_neither_yes_nor_no() -> None:
    assert flags.read("0.50").failed


@pytest.mark.parametrize(("text", "role"), [("PT, DPT", "PT"), ("OTR/L", "OTR"), ("DPT, Parent", None)])
def test_credentials_that_agree_say_a_role(text: str, role: str | None) -> None:
    assert codes.find(text, "role") == role


@pytest.mark.parametrize(("text", "grade"), [("K4", "PK"), ("4K", "PK"), ("KF", "K"), ("5K", "K")])
def test_years_of_kindergarten(text: str, grade: str) -> None:
    assert grades.read(text).value == grade


@pytest.mark.parametrize("heading", ["Gender", "Sex"])
def test_letters_under_a_gender_are_no_weekdays(heading: str) -> None:
    """F is Friday and M Monday only where days are told."""
    drawn = f"Therapist|School|{heading}\nMae Ortiz|Alder|F\nBen Cole|Birch|M"
    assert "Weekday" not in _headings(drawn)
    assert "Weekday" in _headings(drawn.replace(heading, "Days"))


def test_ticks_of_a_session_are_no_progress() -> None:
    """Completed and dropped may be what became of a session that names its goal; limited progress is a goal's."""
    drawn = "Student|Goal|Date|Completed|{}\nFrost, Ida|Snaps|9/8/2025|x|\nNgo, Kai|Zips|9/9/2025||x"
    assert "Progress" not in _headings(drawn.format("Dropped"))
    assert "Progress" in _headings(drawn.format("Limited Progress"))


def test_a_bare_year_beside_months_of_both_halves_says_nothing() -> None:
    """2025 may be the year in which the school year begins as well as the one in which it ends."""
    drawn = "Year|Month|Day|Event\n2025|9|1|Labor Day\n2025|1|19|Dr. King's birthday"
    assert _headings(drawn) == ("Year", "Month", "Day", "Event")


def test_days_of_months_by_the_title() -> None:
    (found,) = tables.find(sheet("Days off 2025-26\nMonth|Day|Event\n9|1|Labor Day\nJan.|19-20|Winter break"))
    assert [row[2] for row in records(found)] == ["2025-09-01", "2026-01-19", "2026-01-20"]


def test_spans_of_anything_but_days_of_school_stay_spans() -> None:
    for drawn in (
        "Start|End|Status|Student\n9/2/2025|10/3/2025|Open|Ida Frost\n9/3/2025|10/3/2025|Closed|Kai Ngo",
        "Start|End|Status|Case\n9/2/2025|10/3/2025|Open|71\n9/3/2025|10/3/2025|Closed|72",
    ):
        assert _headings(drawn)[:2] == ("Start", "End")


@pytest.mark.parametrize(("text", "grade"), [
    ("6-204", "6"), ("K-B", "K"), ("3-Halloran", "3"), ("6-8", None), ("9-12 HS", None), ("K-2", None), ("10-24-2013", None),
    ("Preschool/Prekindergarten", "PK"), ("Infant/toddler", "PK"), ("K/Kindergarten", "K"), ("K/1", None), ("3/3", None),
])  # fmt: skip
def test_a_grade_with_its_homeroom_and_no_range(text: str, grade: str | None) -> None:
    assert grades.read(text).value == grade


@pytest.mark.parametrize(("text", "share"), [
    ("full-time", 1.0), ("Half time", 0.5), ("3/4 time", 0.75), ("60% time", 0.6), (".6 FTE", 0.6), ("80", 0.8), ("1.0", 1.0),
    ("part-time", None), ("per diem", None),
])  # fmt: skip
def test_a_share_of_full_time(text: str, share: float | None) -> None:
    said = numbers.read_share(text)
    assert (said.value, said.severity) == (share, "" if share else "ask")


@pytest.mark.parametrize(("text", "called", "name"), [
    ("1st", "Nine Weeks", "Q1"), ("2", "Semester", "S2"), ("3", "Period", "3"), ("Fall", "Nine weeks", "Fall"),
])  # fmt: skip
def test_a_bare_number_is_a_period_of_its_headings_kind(text: str, called: str, name: str) -> None:
    assert terms.period_name(text, called) == name


@pytest.mark.parametrize(
    ("above", "heads"), [("Week 1|||Week 2|", "Student|Min||Student|Min"), ("Planned|||Given|", "Name|OT||Name|OT")]
)
def test_only_lists_of_students_stand_side_by_side_under_titles(above: str, heads: str) -> None:
    """Of sessions and amounts a title over the columns says which they are."""
    found = tables.find(sheet(f"{above}\n{heads}\nIda Frost|30||Kai Ngo|30\nLuc Petit|20||Ida Frost|20"))
    assert all(table.headings[:2] not in (("Student", "Min"), ("Name", "OT")) for table in found)


def test_staff_of_two_schools_side_by_side() -> None:
    drawn = """
        Alder Elementary||||Birch Middle|
        Staff ID|Name|FTE||Staff ID|Name|FTE
        E71|Ortiz, Mae|1.0||E72|Cole, Ben|.5"""
    assert [(table.headings, records(table)[0][1:]) for table in tables.find(sheet(drawn))] == [
        (("Staff ID", "Name", "FTE", "School"), ("E71", "Ortiz, Mae", "1.0", "Alder Elementary")),
        (("Staff ID", "Name", "FTE", "School"), ("E72", "Cole, Ben", ".5", "Birch Middle")),
    ]


@pytest.mark.parametrize("heads", ["Service Year|Service Month|Service Day", "Yr|Mo|Day"])
def test_parts_of_a_day_by_other_names(heads: str) -> None:
    (found,) = tables.find(sheet(f"{heads}|Student ID|Minutes\n2025|10|6|7011|30\n2026|1|8|7012|30"))
    assert found.headings[0] == "Session Date"
    assert [row[1] for row in records(found)] == ["2025-10-06", "2026-01-08"]
