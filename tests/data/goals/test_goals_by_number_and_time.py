"""Goals named by their number, the period that a title tells, columns of weeks and months, and titles that are no student."""

import pytest

from data.ingest.mapping import propose
from data.ingest.model import Answers, Options, Table
from data.ingest.tables import bands, find, labels
from data.ingest.tables.layouts import periods
from data.ingest.tables.steps.cells import pairs
from data.ingest.tables.steps.goals import numbered_goals
from data.ingest.values import criteria
from tests.data.sheets import records, sheet

LISTED = "Student|Goal #|Goal|Baseline\nLin, Ada|1|Ada will hop|2\nLin, Ada|2|Ada will climb stairs|3"


def _one(drawn: str, name: str = "Sheet1") -> Table:
    (found,) = find(sheet(drawn, name))
    return found


def _dataset(table: Table) -> str | None:
    return propose(table, Answers(), Options())[0].dataset


@pytest.mark.parametrize(
    "title", ["IEP Progress Report - Quarter 1   2025-26", "IEP Goal Data | 2025-2026", "IEP Report - 4471"]
)
def test_a_title_of_a_paper_is_no_student(title: str) -> None:
    assert bands.read(title) is None


@pytest.mark.parametrize("band", ["Hill, April | 204118 | OT", "April Hill | ID: 204118 | OT"])
def test_a_family_may_be_called_as_a_place(band: str) -> None:
    told = bands.read(band)
    assert told is not None
    assert told["Student ID"] == "204118"


def test_a_title_that_sounds_like_a_label_of_goals_is_none() -> None:
    assert labels.read(("Annual goals - Prairie Lakes Coop",)) == ({}, ["Annual goals - Prairie Lakes Coop"])
    assert labels.read(("Annual goal - Ada will hop",))[0] == {"Annual goal": "Ada will hop"}


def test_scores_take_the_number_of_their_goal_from_its_list() -> None:
    (scores,) = find(sheet("Student|Date|Goal|Score\nLin, Ada|9/8/2025|Goal 1|4\nLin, Ada|9/9/2025|Goal 2|5"))
    _, told = numbered_goals.named([_one(LISTED), scores])
    assert "Goal Number" in told.headings
    assert [row[3] for row in records(told)] == ["1", "2"]


@pytest.mark.parametrize("row", ["Lin, Ada|9/8/2025|Goal 3|4", "Dole, Bo|9/8/2025|Goal 1|4"])
def test_a_number_that_no_list_of_the_student_has_stays_as_it_is(row: str) -> None:
    scores = _one(f"Student|Date|Goal|Score\n{row}")
    assert numbered_goals.named([_one(LISTED), scores])[1] is scores


def test_notes_beside_numbered_goals_are_not_their_words() -> None:
    found = _one("Student|Goal|Notes|Baseline\nLin, Ada|1|She was tired all week|2\nLin, Ada|2|No data was taken yet|3")
    assert "Goal Text" not in found.headings


def test_two_periods_in_titles_tell_none() -> None:
    rows = "Student|Goal|Mark\nLin, Ada|Ada will hop|SP"
    assert "Grading Period" in _one(f"Progress - Quarter 2\n{rows}").headings
    assert "Grading Period" not in _one(f"Progress - Quarter 2\n{rows}", "Q1").headings
    assert "Grading Period" not in _one("Sessions - Quarter 2\nStudent|Date|Minutes\nLin, Ada|9/8/2025|30").headings


def test_the_state_of_goals_is_no_progress_of_them() -> None:
    goals = (
        "Student ID|Goal ID|Goal|Baseline|Target|Status\n71|G1|Ada will hop|2|8|Active\n72|G2|Bo will read|1|5|Closed"
    )
    reports = "Student ID|Goal ID|Period|Status\n71|G1|Q1|Mastered\n72|G2|Q1|Making progress"
    assert (_dataset(_one(goals)), _dataset(_one(reports))) == ("goals", "measurements")


def _melted(*headings: str, cells: tuple[str, ...], around: str = "2025-26") -> list[str | None] | None:
    head = "|".join(("Student", "Goal", *headings))
    found = _one(f"{around}\n{head}\nLin, Ada|Ada will hop|{'|'.join(cells)}\nDole, Bo|Bo will hop|{'|'.join(cells)}")
    place = found.headings.index("Date of Data") if "Date of Data" in found.headings else None
    return None if place is None else found.body.column(place).to_pylist()[: len(cells)]


def test_a_column_a_month_is_of_its_last_day() -> None:
    assert _melted("Dec", "Jan", "Feb", cells=("10%", "20%", "30%")) == ["2025-12-31", "2026-01-31", "2026-02-28"]
    assert _melted("Jan 2024", "Feb 2024", "Mar", cells=("10%", "20%", "30%")) == [
        "2024-01-31",
        "2024-02-29",
        "2026-03-31",
    ]


@pytest.mark.parametrize(
    ("headings", "cells", "around"),
    [
        (("Oct", "Sep", "Nov"), ("10%", "20%", "30%"), "2025-26"),
        (("Sep", "Oct", "Nov"), ("10%", "20%", "30%"), "Goals"),
        (("Sep", "Oct", "Nov"), ("30", "30", "30"), "2025-26"),
        (("Minutes", "Wk of 9/8/25", "Wk of 9/15/25"), ("30", "10%", "20%"), "2025-26"),
    ],
)
def test_months_without_order_or_year_and_bare_numbers_are_no_scores(
    headings: tuple[str, ...], cells: tuple[str, ...], around: str
) -> None:
    assert _melted(*headings, cells=cells, around=around) is None


def test_a_goal_without_a_score_stays_a_record() -> None:
    found = _one("Student|Goal|Baseline|Q1 Score|Q2 Score\nLin, Ada|Ada will hop|2|40%|50%\nDole, Bo|Bo will hop|1||")
    assert [row[2] for row in records(found)] == ["Ada will hop", "Ada will hop", "Bo will hop"]
    assert periods.read("Q1 Score").period == "Q1"


@pytest.mark.parametrize(
    ("heading", "text", "ends"),
    [
        ("Baseline to criterion", "20 to 80%", ("20%", "80%")),
        ("Now - Goal", "20% - 80%", ("20%", "80%")),
        ("Progress", "20 to 80%", None),
        ("Target", "80-90%", None),
    ],
)
def test_both_ends_in_a_cell(heading: str, text: str, ends: tuple[str, str] | None) -> None:
    found = pairs.from_to(_one(f"Student|Goal|{heading}\nLin, Ada|Ada will hop|{text}\nDole, Bo|Bo will hop|{text}"))
    told = records(found)[0][-2:] if "Baseline" in found.headings else None
    assert told == ends


@pytest.mark.parametrize(
    ("text", "value", "trials"),
    [("1 of 5 containers", 1, 5), ("6x/day", 6, None), ("4 days/week", 4, None), ("2x daily", 2, None)],
)
def test_things_and_rates_are_counted(text: str, value: float, trials: int | None) -> None:
    told = criteria.read(text)
    assert told is not None
    assert (told.value, told.trials) == (value, trials)


@pytest.mark.parametrize("text", ["4 of 5 sessions", "3 of 5 school days", "2 of 4 weeks"])
def test_so_many_occasions_are_no_amount(text: str) -> None:
    assert criteria.read(text) is None


def test_codes_of_progress_a_month_and_scores_a_week_of_days() -> None:
    codes = _one("2025-26\nStudent|Goal|Sep|Oct|Nov\nLin, Ada|Ada will hop|NI|SP|SP\nDole, Bo|Bo will hop|SP|SP|SP")
    weeks = _one("Fall 2025\nStudent|Goal|Start|Mastery|9/8-9/12|9/15-9/19\nLin, Ada|Ada will hop|20|90|25|30")
    assert [row[3:] for row in records(codes)][:2] == [("2025-09-30", "NI"), ("2025-10-31", "SP")]
    assert [row[5:] for row in records(weeks)] == [("2025-09-08", "25"), ("2025-09-15", "30")]


def test_goals_in_words_stand_beside_what_they_begin_with_and_are_to_reach() -> None:
    rows = "Lin, Ada|decrease|leaving the group early|20%|10%\nDole, Bo|increase|writing his first name|2/5|4/5"
    assert "Goal Text" in _one(f"Student|Will|What|From|To\n{rows}").headings
    assert "Goal Text" not in _one(f"Student|Will|What|From|Remarks\n{rows}").headings


@pytest.mark.parametrize("ends", ["9:00|9:30", "900|930", "8/25/2025|6/5/2026", "Elm School|Oak School"])
def test_from_and_to_of_anything_else_make_no_list_of_goals(ends: str) -> None:
    rows = f"Lin, Ada|tying her own shoes|{ends}\nDole, Bo|writing his first name|{ends}"
    assert "Goal Text" not in _one(f"Student|What we did|From|To\n{rows}").headings


SHEET = """
Data sheet - Ada Lin (77120) - 2025-26
Goal 1: Ada will hop on one foot
Goal 2: Ada will climb stairs alone
Date|Goal 1|Goal 2|Initials
9/8/2025|3/10|2/5|HL
9/15/2025|abs||HL
9/22/2025|4/10|3/5|HL
"""


def test_goals_and_student_above_a_sheet_of_scores() -> None:
    found = _one(SHEET)
    told = {
        name: found.body.column(found.headings.index(name)).to_pylist()
        for name in ("Student", "Goal Number", "Goal Text")
    }
    assert told["Student"] == ["Ada Lin"] * 5
    assert told["Goal Number"] == ["1", "2", "1", "1", "2"]
    assert told["Goal Text"][:2] == ["Ada will hop on one foot", "Ada will climb stairs alone"]


@pytest.mark.parametrize(
    "title", ["Data sheet - Ada Lin (2025)", "Data sheet - Goal Data (77120)", "Ada Lin (77120) - Bo Dole (77121)"]
)
def test_a_title_that_may_be_of_somebody_else_names_no_student(title: str) -> None:
    assert "Student" not in _one(SHEET.replace("Data sheet - Ada Lin (77120) - 2025-26", title)).headings


def test_a_code_may_stand_behind_its_score_and_semesters_in_short() -> None:
    key = "SP = sufficient progress; IP = insufficient progress"
    behind = _one(f"Student|Goal|1st report (11/14/25)|2nd report (2/6/26)\nLin, Ada|Ada will hop|45% SP|IP\n\n{key}")
    halves = _one(f"Student|Goal|S1 Code|S1 %|S2 Code|S2 %\nLin, Ada|Ada will hop|SP|45%|IP|40%\n\n{key}")
    assert [row[4:] for row in records(behind)] == [("11/14/25", "SP", "45%"), ("2/6/26", "IP", None)]
    assert [row[3:] for row in records(halves)] == [("SP", "45%", "S1"), ("IP", "40%", "S2")]


def test_the_same_columns_under_each_month_are_records_of_it() -> None:
    head = "Student|Goal|Sep Code|Sep %|Oct Code|Oct %|Nov Code|Nov %"
    found = _one(f"2025-26\n{head}\nLin, Ada|Ada will hop|SP|40%|SP|50%|M|90%")
    assert [row[3:] for row in records(found)] == [
        ("SP", "40%", "2025-09-30"), ("SP", "50%", "2025-10-31"), ("M", "90%", "2025-11-30")
    ]  # fmt: skip


def test_months_with_more_beneath_that_differs_are_left_as_they_are() -> None:
    found = _one("2025-26\nStudent|Goal|Baseline|Sep %|Oct %|Nov %|Sep Code\nLin, Ada|Ada will hop|10%|40%|50%|60%|SP")
    assert "Date of Data" not in found.headings


def test_a_slash_in_a_day_parts_no_column() -> None:
    found = _one("Student|Goal|Progress 11/14|Progress 2/6\nLin, Ada|Ada will hop|Progressing - 45%|Mastered - 85%")
    assert [row[3:] for row in records(found)] == [("11/14", "Progressing", "45%"), ("2/6", "Mastered", "85%")]


def _fields(table: Table, dataset: str) -> dict[str, str | None]:
    found = (one for one in propose(table, Answers(), Options()) if one.dataset == dataset)
    return {column.heading: column.field for one in found for column in one.columns}


def test_an_initial_performance_is_no_score_and_mastery_so_far_no_target() -> None:
    begun = _one("Student|Goal #|Goal|Initial Performance|Desired Performance\nLin, Ada|1|Ada will hop|3/10|8/10")
    so_far = "Student|Goal|{}% mastery\nLin, Ada|Ada will hop|{}45%\nDole, Bo|Bo will hop|{}60%"
    told = _fields(begun, "goals")
    assert (told["Initial Performance"], told["Desired Performance"]) == ("baseline", "target")
    assert _fields(_one(so_far.format("", "", "")), "goals")["% mastery"] is None
    for began in ("Baseline", "BaselinePct", "Baseline %", "BL", "Starting percent"):
        assert _fields(_one(so_far.format(f"{began}|", "10%|", "20%|")), "goals")["% mastery"] == "target"
    for other in ("Baseline Date", "Room"):
        assert _fields(_one(so_far.format(f"{other}|", "9/2/2025|", "9/3/2025|")), "goals")["% mastery"] is None


def test_numbers_right_behind_the_baseline_are_what_goals_are_to_reach() -> None:
    head, rows = (
        "Student|By June he will try to|Baseline|",
        ("Lin, Ada|tie both of her shoes|5|", "Dole, Bo|fold a towel well|14|"),
    )
    assert _one("\n".join((f"{head}Goal", f"{rows[0]}9", f"{rows[1]}2"))).headings[2:] == ("Baseline", "Target")
    assert _one("\n".join((f"{head}Goal", f"{rows[0]}1", f"{rows[1]}2"))).headings[3] == "Goal Number"
    told = (f"{head}Goal|Criterion", f"{rows[0]}9|9", f"{rows[1]}2|2")
    assert _one("\n".join(told)).headings[3] == "Goal Number"
