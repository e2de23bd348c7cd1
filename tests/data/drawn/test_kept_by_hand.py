"""Habits of people who keep their logs by hand: ditto marks, initials, branches of a form, days that a tab's name tells."""

import pytest

from data.ingest.mapping import propose
from data.ingest.model import Answers, Mapping, Options, Table
from data.ingest.tables.finding import find
from data.ingest.values import statuses
from tests.data.sheets import cells, of_rows, table


def mapped(found: Table) -> Mapping:
    return propose(found, Answers(), Options())[0]


def fields(found: Table) -> dict[str, str | None]:
    return {column.heading: column.field for column in mapped(found).columns}


def test_a_ditto_mark_is_what_stands_above() -> None:
    rows = [["Date", "Student", "Min", "Seen?"], ["11/6/2025", "Ida Amsel", "30", "Y"], ['"', "Otto Bohm", "''", "ditto"],
            ['"', "Ros Quade", '"', '"']]  # fmt: skip
    (found,) = find(of_rows(rows))
    assert cells(found, "Date", "Min", "Seen?") == [("11/6/2025", "30", "Y")] * 3


def test_a_ditto_mark_under_nothing_stays() -> None:
    (found,) = find(of_rows([["Date", "Student", "Min"], ['"', "Ida Amsel", "30"], ["11/6/2025", "Otto Bohm", "20"]]))
    assert cells(found, "Date") == [('"',), ("11/6/2025",)]


@pytest.mark.parametrize("heading", ["Student [{}]", "Student ({})", "Student - {}", "Student"])
def test_a_student_is_asked_for_on_each_branch_of_a_form(heading: str) -> None:
    both = "|".join(heading.format(school) for school in ("Elm Street", "Oak Grove"))
    found = table(f"Date|{both}|Min", "11/3/2025|Ida Amsel||30", "11/4/2025||Otto Bohm|20")
    assert cells(found, "Student", "Min") == [("Ida Amsel", "30"), ("Otto Bohm", "20")]


def test_two_students_of_a_row_are_no_branches() -> None:
    found = table("Date|Student (Elm)|Student (Oak)|Min", "11/3/2025|Ida Amsel|Otto Bohm|30")
    assert "Student (Elm)" in found.headings


def test_initials_beside_the_students_are_of_whoever_signed() -> None:
    rows = ("Date|Student (please print)|Initials|Min", "11/3/2025|Ida Amsel|gm|30", "11/4/2025|Otto Bohm|gm|20")
    told = fields(table(*rows))
    assert (told["Student (please print)"], told["Initials"]) == ("student_name", None)
    alone = table("Date|Initials|Min", "11/3/2025|IA|30", "11/4/2025|OB|20")
    assert fields(alone)["Initials"] == "student_name"


def test_a_heading_that_is_a_role_names_who_treated() -> None:
    rows = ("Student|DOS|Min|COTA|OTR Cosign", "Ida Amsel|11/3/2025|30|Wren Kit|Noa Rhee")
    told = fields(table(*rows))
    assert (told["COTA"], told["OTR Cosign"]) == ("provider_name", None)
    taught = table("Student|Date|Min|Teacher", "Ida Amsel|11/3/2025|30|Wren Kit")
    assert fields(taught)["Teacher"] is None


def test_days_on_which_a_child_was_ill_make_no_calendar() -> None:
    rows = ("Date|Begin|End|Cancelled|Reason|Make-up for|Therapist|Service", "10/6/2025|9:00|9:30||||Wren Kit|OT",
            "10/8/2025|||X|Child sick||Wren Kit|OT")  # fmt: skip
    found = mapped(table(*rows))
    assert found.dataset is None
    assert "no column says the student" in found.reason


def test_labels_of_a_head_block_that_nobody_listed_end_the_ones_before() -> None:
    found = table("Child's Name:|Ida Amsel|Badge:|77", "", "Date|Begin|End", "10/6/2025|9:00|9:30")
    assert cells(found, "Child's Name") == [("Ida Amsel",)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("N - I was sick", "provider_absent"), ("No (assembly)", "school_event"), ("no - I had a mtg", "provider_meeting"),
     ("No, student absent", "student_absent"), ("out sick (me)", "provider_absent"), ("me - sick", "provider_absent"),
     ("out sick", "student_absent")],
)  # fmt: skip
def test_why_nobody_was_seen(text: str, reason: str) -> None:
    said = statuses.read(text)
    assert (said.status, said.reason) == ("missed", reason)


@pytest.mark.parametrize("text", ["N/A", "No - 30", "no - blue", "blue (me)"])
def test_no_and_what_nobody_knows_is_asked(text: str) -> None:
    assert not statuses.read(text).known


def test_a_day_missed_that_a_form_asks_for_is_the_one_made_up() -> None:
    rows = ("Date|Student|Min|If this is a make-up, what date was missed?", "11/6/2025|Ida Amsel|30|11/4/2025")
    assert fields(table(*rows))["If this is a make-up, what date was missed?"] == "makes_up_date"


def test_places_of_any_child_are_no_schools() -> None:
    told = fields(
        table("Date|Student|Min|Location of Service", "11/6/2025|Ida Amsel|30|Home", "11/7/2025|Ida Amsel|30|School")
    )
    assert told["Location of Service"] == "setting"


@pytest.mark.parametrize(
    ("text", "status", "minutes"),
    [("saw 30", "delivered", 30.0), ("seen 25", "delivered", 25.0), ("made up 12/16, 30 min", "make_up", 30.0),
     ("20 min - make up for 10/6", "make_up", 20.0)],
)  # fmt: skip
def test_a_word_and_how_long(text: str, status: str, minutes: float) -> None:
    said = statuses.read(text)
    assert (said.status, said.minutes) == (status, minutes)


@pytest.mark.parametrize("text", ["room 12", "seen 2", "saw 500"])
def test_a_number_behind_a_word_that_is_no_length(text: str) -> None:
    assert statuses.read(text).minutes is None


@pytest.mark.parametrize(
    ("tab", "around", "day"),
    [("Mon 10-6", ("Week of Oct 6, 2025",), "2025-10-06"), ("10.6", ("10.7", "2025-26"), "2025-10-06"),
     ("10-6-25", ("10-7-25",), "10-6-25")],
)  # fmt: skip
def test_a_tab_tells_the_day_of_its_sessions(tab: str, around: tuple[str, ...], day: str) -> None:
    found = table("Student|Time|Min", "Ida Amsel|9:00|30", name=tab, around=(tab, *around))
    assert cells(found, "Session Date") == [(day,)]


@pytest.mark.parametrize(("tab", "around"), [("10-6", ("10-13", "2025-26")), ("Oct", ()), ("Room 4", ())])
def test_a_tab_that_may_be_a_week_or_no_day_at_all_tells_none(tab: str, around: tuple[str, ...]) -> None:
    assert "Session Date" not in table("Student|Min", "Ida Amsel|30", name=tab, around=(tab, *around)).headings


def test_minutes_given_over_minutes_planned() -> None:
    found = table("Date|Student|Min (given/planned)", "2/2/2026|Ida Amsel|20/30", "2/3/2026|Otto Bohm|0/30")
    assert cells(found, "Actual Minutes", "Scheduled Minutes") == [("20", "30"), ("0", "30")]
    other = table("Date|Student|Scheduled / Actual Min", "2/2/2026|Ida Amsel|30/20")
    assert cells(other, "Actual Minutes", "Scheduled Minutes") == [("20", "30")]


def test_two_numbers_of_which_nothing_says_what_they_are() -> None:
    assert "Actual Minutes" not in table("Date|Student|Min", "2/2/2026|Ida Amsel|20/30").headings


def test_moves_in_one_column_of_a_list() -> None:
    found = table(
        "Student|ID|Gr|In / Out",
        "Amsel, Ida|L1|2|In 9/2/25, Out 11/7/25",
        "Bohm, Otto|L2|3|withdrew 10/3/25",
        "Quade, Ros|L3|4|",
    )
    assert cells(found, "Enrolled From", "Enrolled To") == [("9/2/25", "11/7/25"), (None, "10/3/25"), (None, None)]


@pytest.mark.parametrize("cell", ["In 9/2/25, In 11/7/25", "In soon", "Room 4"])
def test_moves_that_are_told_twice_or_otherwise_stay(cell: str) -> None:
    assert "Moves" in table("Student|ID|Gr|Moves", f"Amsel, Ida|L1|2|{cell}").headings


def test_scores_typed_on_and_on_into_a_cell() -> None:
    rows = [["Student", "Goal", "Data"], ["Amsel, Ida", "Ida will say /r/", "9/12/25 25%; 9/26/25: 0%"],
            ["Bohm, Otto", "Otto will ask", "4/10 (10/3/25)"], ["Quade, Ros", "Ros will sit", "no data yet"]]  # fmt: skip
    (found,) = find(of_rows(rows))
    assert cells(found, "Date of Data", "Score") == [
        ("9/12/25", "25%"), ("9/26/25", "0%"), ("10/3/25", "4/10"), (None, None),
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["9/12 9/26; 10/3 10/10", "9/12/25 25%; see notes 10/3/25"])
def test_days_and_remarks_are_no_scores(cell: str) -> None:
    assert "Score" not in table("Student|Goal|Data", f"Amsel, Ida|Ida will say /r/|{cell}").headings


def test_weekdays_of_a_visit_in_a_cell() -> None:
    found = table("Building|Therapist|Days", "Larkspur|Wren Kit|Mon (all day), Wed (a.m.)", "Sandhill|Noa Rhee|T/Th")
    assert cells(found, "Therapist", "Weekday", "Half Day") == [
        ("Wren Kit", "mon", "full"), ("Wren Kit", "wed", "am"), ("Noa Rhee", "tue", "full"), ("Noa Rhee", "thu", "full"),
    ]  # fmt: skip


def test_a_half_of_the_day_behind_several_is_asked() -> None:
    found = table("Building|Therapist|Days", "Larkspur|Wren Kit|Mon, Wed am")
    assert {half for (half,) in cells(found, "Half Day")} == {"Mon, Wed am"}


def test_a_session_made_up_in_pieces() -> None:
    rows = [["Student", "Svc", "Date missed", "Min missed", "Reason", "Made up on (min)"],
            ["Amsel, Ida", "OT", "12/15/2025", "30", "OT out sick", "12/17 (15), 1/8 (15)"],
            ["Bohm, Otto", "OT", "12/16/2025", "20", "assembly", ""]]  # fmt: skip
    (found,) = find(of_rows(rows))
    assert cells(found, "Session Date", "Makes Up Date", "Minutes", "Session Status", "Reason") == [
        ("12/15/2025", None, "30", "Missed", "OT out sick"), ("2025-12-17", "12/15/2025", "15", "Make-up", None),
        ("2026-01-08", "12/15/2025", "15", "Make-up", None), ("12/16/2025", None, "20", "Missed", "assembly"),
    ]  # fmt: skip


def test_agency_staff_are_no_schools_and_their_credentials_tell_their_roles() -> None:
    rows = [["Agency", "Name, credential", "Covering for", "Building", "Hrs/wk", "First day"],
            ["Bridgeway", "Wren Kit, OTR/L", "N. Rhee (leave)", "Larkspur", "30", "9/8/2025"],
            ["Kinetic", "Noa Rhee, DPT", "", "Sandhill", "8", "8/25/2025"]]  # fmt: skip
    (found,) = find(of_rows(rows))
    assert mapped(found).dataset == "providers"
    assert cells(found, "Role") == [("OTR/L",), ("DPT",)]
    assert fields(found)["Covering for"] is None


def test_a_make_up_with_its_whole_day_and_minutes_beside_is_no_piece() -> None:
    found = table("Student|Date missed|Reason|Made up on|Min made up", "Amsel, Ida|10/7/2025|OT out sick|10/17/2025|25")
    assert cells(found, "Session Date", "Minutes") == [("10/7/2025", None), ("10/17/2025", "25")]


def test_halves_of_the_day_in_a_column_of_their_own_stay_there() -> None:
    found = table("School|Therapist|Day|Half", "Larkspur|Wren Kit|Mon|AM", "Sandhill|Wren Kit|Tue|PM")
    assert cells(found, "Day", "Half") == [("Mon", "AM"), ("Tue", "PM")]


def test_several_rows_a_student_with_a_column_a_visit() -> None:
    rows = [["Student", "", "Visit 1", "Visit 2", "Total"], ["Amsel, Ida", "Date", "10/1/2025", "10/8/2025", ""],
            ["", "Min", "30", "", "30"], ["", "Code", "", "A", ""], ["Bohm, Otto", "Date", "10/2/2025", "", ""],
            ["", "Min", "20", "", "20"], ["", "Code", "MU", "", ""]]  # fmt: skip
    (found,) = find(of_rows(rows))
    assert cells(found, "Student", "Date", "Min", "Code") == [
        ("Amsel, Ida", "10/1/2025", "30", None), ("Amsel, Ida", "10/8/2025", None, "A"),
        ("Bohm, Otto", "10/2/2025", "20", "MU"),
    ]  # fmt: skip


def test_a_visit_without_its_day_is_kept_to_be_rejected() -> None:
    rows = [["Student", "Row", "1st", "2nd"], ["Amsel, Ida", "Date", "10/1/2025", ""], ["", "Min", "30", "20"],
            ["Bohm, Otto", "Date", "10/2/2025", ""], ["", "Min", "20", ""]]  # fmt: skip
    (found,) = find(of_rows(rows))
    assert ("Amsel, Ida", None, "20") in cells(found, "Student", "Date", "Min")


def test_a_notebook_in_one_column() -> None:
    lines = ["OT notes - Wren Kit, OTR/L", "9/29/25 - Amsel, Ida - 30 min - seen", "9/30/25 - team meeting",
             "10/1/25 - Bohm, Otto - absent", "10/2/25- Quade, Ros - 45 min - seen", "call the office"]  # fmt: skip
    (found,) = find(of_rows([[line] for line in lines]))
    assert cells(found, "Date", "Student Name", "What happened") == [
        ("9/29/25", "Amsel, Ida", "30 min - seen"), ("9/30/25", None, "team meeting"), ("10/1/25", "Bohm, Otto", "absent"),
        ("10/2/25", "Quade, Ros", "45 min - seen"),
    ]  # fmt: skip
    assert found.row_numbers.to_pylist() == [2, 3, 4, 5]


def test_running_text_is_no_notebook() -> None:
    lines = ["Dear all", "10/1/25 - the office is closed", "10/2/25 - so is the gym", "Best, Wren"]
    (found,) = find(of_rows([[line] for line in lines]))
    assert found.header_row is None


def test_student_and_provider_in_one_description() -> None:
    found = table("Date|Activity|Description|Min", "10/6/2025|OT|Ida Amsel - Wren Kit, OTR/L|30",
                  "10/7/2025|OT|Noa Rhee, COTA/L - Otto Bohm|30", "10/8/2025|OT|Sandhill HS|22")  # fmt: skip
    assert cells(found, "Student Name", "Provider") == [
        ("Ida Amsel", "Wren Kit, OTR/L"), ("Otto Bohm", "Noa Rhee, COTA/L"), (None, None),
    ]  # fmt: skip


def test_two_names_of_which_nothing_says_who_treated_stay_together() -> None:
    found = table("Date|Description|Min", "10/6/2025|Ida Amsel - Wren Kit|30", "10/7/2025|Otto Bohm - Wren Kit|30")
    assert "Description" in found.headings


@pytest.mark.parametrize(
    ("line", "heading"),
    [("Quantities are in hours", "Hours"), ("QTY given in minutes", "Minutes"), ("1 unit is 15 minutes", "QTY")],
)
def test_what_a_line_above_says_of_quantities(line: str, heading: str) -> None:
    assert table(line, "Date|Student|QTY", "10/6/2025|Ida Amsel|0.5").headings[2] == heading


def test_who_over_names_in_a_log_is_whom_they_saw() -> None:
    assert fields(table("Date|Who|Min", "9/9/2025|Ida Amsel|30", "9/9/2025|Owen W.|20"))["Who"] == "student_name"
    assert fields(table("Date|Who|Student|Min", "9/9/2025|Wren Kit|Ida Amsel|30"))["Who"] is None


@pytest.mark.parametrize(
    ("rows", "dataset"),
    [
        (("Date|Event|Who", "9/1/2025|Labor Day|Everyone", "10/10/2025|PD day|Students"), "calendar_days"),
        (("Date|Who|Hours", "9/9/2025|Wren Kit, OTR/L|2", "9/10/2025|Noa Rhee, COTA|3"), None),
        (("Who|Role|Building|Days", "Wren Kit|OTR|Larkspur|M W", "Noa Rhee|COTA|Sandhill|T Th"), None),
        (("Who|FTE|Building", "Wren Kit|1.0|Larkspur", "Noa Rhee|0.5|Sandhill"), None),
    ],
)
def test_who_of_others_is_no_student_and_their_buildings_make_no_list_of_schools(
    rows: tuple[str, ...], dataset: str
) -> None:
    assert mapped(table(*rows)).dataset == dataset


def test_of_two_columns_that_are_roles_neither_is_taken() -> None:
    rows = ("Date|Student|Min|OT|PT", "9/9/2025|Ida Amsel|30|Wren Kit|Joe Doe", "9/9/2025|Otto Bohm|30|Al Poe|Noa Rhee")
    found = mapped(table(*rows))
    assert {column.field for column in found.columns if column.heading in ("OT", "PT")} == {None}
    assert [one.value for one in found.questions] == ["OT", "PT"]
