"""A score that is told as so many of so many trials, beside a column of percent."""

import pytest

from data.ingest import tables
from data.ingest.model import Table
from tests.data.sheets import cells, of_rows, table

WHO = ["Student ID", "Date"]


def shared(headings: list[str], *rows: list[str]) -> tuple[list[str | None], tuple[str, ...]]:
    whole = [[*WHO, *headings], *(["1001", f"2025-09-{8 + at:02}", *row] for at, row in enumerate(rows))]
    (found,) = tables.find(of_rows(whole))
    return found.body.column(2).to_pylist(), found.notes


@pytest.mark.parametrize(
    "headings",
    [
        ["Percent", "Correct", "Trials"],
        ["% Accuracy", "# Correct", "Opportunities"],
        ["Accuracy", "Right", "# of trials"],
    ],
)
def test_a_blank_percent_is_what_was_right_of_the_trials(headings: list[str]) -> None:
    """8 of 10 are 80 percent, 3 of 5 are 60; a percent that is written stands, and none of no trials is nothing."""
    found, notes = shared(headings, ["", "8", "10"], ["70", "7", "10"], ["", "3", "5"], ["40", "", ""], ["", "0", "0"])
    assert found == ["80", "70", "60", "40", None]
    assert notes == (f"Where {headings[0]} is blank it is {headings[1]} of {headings[2]}.",)


@pytest.mark.parametrize(
    "rows",
    [
        (["", "8", "10"], ["50", "7", "10"]),
        (["", "12", "10"],),
        (["", "most", "10"],),
    ],
)
def test_nothing_is_made_where_the_columns_disagree_or_say_no_more(rows: tuple[list[str], ...]) -> None:
    assert shared(["Percent", "Correct", "Trials"], *rows) == ([row[0] or None for row in rows], ())


def test_two_columns_of_percent_are_left_alone() -> None:
    assert shared(["Percent", "Correct", "Trials", "Accuracy"], ["", "8", "10", ""]) == ([None], ())


@pytest.mark.parametrize(
    ("rows", "is_told_twice"),
    [
        ((["4", "10", "40"], ["4", "12", "33"]), True),
        ((["0", "12", "0"], ["", "", ""]), True),
        ((["4", "10", "0.4"], ["4", "10", "0.5"]), False),
        ((["4", "10", "0.4"], ["4", "10", "40"]), False),
        ((["4", "10", "40"], ["4", "10", "50"]), False),
        ((["4", "0", "40"],), False),
        ((["", "", ""],), False),
        ((["1", "1", "1"],), False),
    ],
)
def test_what_was_right_goes_only_where_the_percent_says_the_same(rows: list[list[str]], is_told_twice: bool) -> None:
    """4 of 10 are 40 percent and 4 of 12 are 33 1/3, rounded; 50 is neither, and nothing is a share of none."""
    whole = [[*WHO, "correct", "total", "percent_correct"], *(["1001", "2025-09-08", *row] for row in rows)]
    (found,) = tables.find(of_rows(whole))
    told = ("Trials", "percent_correct") if is_told_twice else ("correct", "total", "percent_correct")
    assert found.headings == (*WHO, *told)


@pytest.mark.parametrize("rows", [[["4", "10", "0.4"], ["12", "12", "1"], ["0", "3", "0"]], [["1", "3", "0.33"]]])
def test_parts_of_one_that_say_the_same_as_their_trials_go(rows: list[list[str]]) -> None:
    """4 of 10 are 0.4, 1 of 3 is 0.33, rounded: so many of so many can be told in any goal's unit, a part of one in none."""
    whole = [[*WHO, "Correct", "Trials", "% Correct"], *(["1001", "2025-09-08", *row] for row in rows)]
    (found,) = tables.find(of_rows(whole))
    assert found.headings == (*WHO, "Correct", "Trials")
    assert found.notes == ("% Correct is Correct of Trials, which are the trials.",)


def strung(*cells: str) -> tuple[list[tuple[str | None, str | None]], tuple[str, ...]]:
    rows = [[*WHO, "Goal", "Data"], *(["1001", f"2025-09-{8 + at:02}", "Points", one] for at, one in enumerate(cells))]
    (found,) = tables.find(of_rows(rows))
    return list(zip(*(column.to_pylist() for column in found.body.columns[3:]), strict=True)), found.headings[3:]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (["++-+-", "-----", "+++++"], [("5", "3"), ("5", "0"), ("5", "5")]),
        (["+ - - +", "absent", "----"], [("4", "2"), (None, "absent"), ("4", "0")]),
        (["Y,N,N", "y,y,n"], [("3", "1"), ("3", "2")]),
        (["✓x✓", "xxx"], [("3", "2"), ("3", "0")]),
    ],
)
def test_trials_in_one_cell(cells: list[str], told: list[tuple[str | None, str | None]]) -> None:
    """Where nothing speaks of percent three of five are 3; words that nothing was measured stay."""
    assert strung(*cells) == (told, ("Trials", "Number Correct"))


@pytest.mark.parametrize("cells", [["++-+-", "---"], ["---", "---"], ["+++", "++++"], ["++-", "40%"], ["+-", "-+"]])
def test_strokes_that_may_be_no_trials_stay_as_they_are(cells: list[str]) -> None:
    """Three strokes among strings of five may say nothing; nothing but one sign tells no share; two are too few."""
    assert strung(*cells) == ([(one,) for one in cells], ("Data",))


@pytest.mark.parametrize(
    ("criterion", "headings", "told"),
    [("4/5", ("Score",), [("3/5",)]), ("80%", ("Trials", "Percent Correct"), [("5", "60")])],
)
def test_trials_are_told_as_their_goal_is(criterion: str, headings: tuple[str, ...], told: list[tuple[str]]) -> None:
    """Three of five stay three beside a goal of four out of five trials, and are 60 percent beside one of 80."""
    rows = [[*WHO, "Goal", "Criterion", "Data"], ["1001", "2025-09-08", "Points", criterion, "++-+-"]]
    (found,) = tables.find(of_rows(rows))
    assert found.headings[4:] == headings
    assert list(zip(*(column.to_pylist() for column in found.body.columns[4:]), strict=True)) == told


@pytest.mark.parametrize(
    ("score", "is_told_twice"),
    [(("40%", "62.5"), True), (("40", "63"), True), (("40%", "70%"), False), (("4", "5"), False)],
)
def test_a_percent_of_trials_is_the_score_and_what_was_right_goes(score: tuple[str, str], is_told_twice: bool) -> None:
    """4 of 10 are 40, 5 of 8 are 62.5; a score that is the count itself is none of a percent."""
    whole = [
        [*WHO, "# Correct", "# Trials", "Score"],
        ["1", "2025-09-08", "4", "10", score[0]],
        ["1", "2025-09-09", "5", "8", score[1]],
    ]
    (found,) = tables.find(of_rows(whole))
    assert (found.headings[2:] == ("Trials", "Score")) is is_told_twice


def test_a_row_with_another_mark_is_told_as_it_is_written() -> None:
    head = "Student|Goal|Date|Trial 1|Trial 2|Trial 3"
    found = table(head, "Ada|Zips|10/1/2025|+|-|+", "Ada|Zips|10/8/2025|+|+|+", "Ada|Zips|10/9/2025|+|P|-")
    assert cells(found, "Trials", "Number Correct")[1:] == [("3", "3"), (None, "+ P -")]
    few = table(head, "Ada|Zips|10/1/2025|P|M|+", "Ada|Zips|10/8/2025|I|P|-")
    assert "Trial 1" in few.headings


MARKED = ("Ada|G1|10/1/2025|+|-|+|+", "Ada|G1|10/8/2025|+|-|-|+")


def beside(heading: str, *texts: str, title: str = "") -> Table:
    head = f"Student|Goal ID|Date|T1|T2|T3|T4|{heading}"
    rows = [f"{marks}|{text}" for marks, text in zip(MARKED, texts, strict=True)]
    return table(*([title, ""] if title else []), head, *rows)


@pytest.mark.parametrize(
    ("heading", "texts"),
    [("Total Correct", ("3", "2")), ("Score", ("3/4", "2/4")), ("# of Trials", ("4", "4")), ("Total", ("3", "2"))],
)
def test_what_is_counted_beside_the_marks_is_told_once(heading: str, texts: tuple[str, str]) -> None:
    """Three and two of four, as the column beside them says too: nothing makes percents of them."""
    found = beside(heading, *texts)
    assert found.headings[3:] == ("Trials", "Number Correct")
    assert cells(found, "Trials", "Number Correct") == [("4", "3"), ("4", "2")]


@pytest.mark.parametrize(
    ("heading", "texts", "title"),
    [("% Correct", ("75%", "50%"), ""), ("Target", ("80%", "80%"), ""), ("Total", ("3", "2"), "Percent of trials")],
)
def test_marks_are_in_percent_where_a_column_goal_or_title_is(heading: str, texts: tuple[str, str], title: str) -> None:
    """3 of 4 are 75 and 2 of 4 are 50 percent."""
    assert cells(beside(heading, *texts, title=title), "Percent Correct") == [("75",), ("50",)]


def test_a_row_of_which_the_count_is_another_is_told_as_it_is_written() -> None:
    """2 of 4 are marked where 3 are said to be right: which is so isn't guessed."""
    found = beside("# Correct", "3", "3")
    assert cells(found, "Trials", "Number Correct") == [("4", "3"), (None, "+ - - + # Correct 3")]


@pytest.mark.parametrize(
    ("target", "headings", "told"),
    [("80%", ("Score",), [("3/5",)]), ("4/5", ("# Correct", "Out of"), [("3", "5")])],
)
def test_counts_beside_a_goal_in_percent_are_told_in_its_unit(
    target: str, headings: tuple[str, ...], told: list[tuple[str, ...]]
) -> None:
    """3 of 5 beside 80 percent become 60 when they are stored; beside 4 of 5 they are 3 of 5 as they stand."""
    found = table("Student|Goal ID|Target|Date|# Correct|Out of", f"Ada|G1|{target}|10/1/2025|3|5")
    assert found.headings[4:] == headings
    assert cells(found, *headings) == told


def test_of_a_row_whose_marks_cannot_be_counted_the_count_beside_them_counts() -> None:
    """P may be a prompted trial; that 2 of 4 were right is written."""
    head = "Student|Goal ID|Date|T1|T2|T3|T4|# Correct|# Trials"
    found = table(head, "Ada|G1|10/1/2025|+|-|+|+|3|4", "Ada|G1|10/8/2025|+|P|-|+|2|4", "Ada|G1|10/9/2025|+|-|-|+|2|4")
    assert cells(found, "Trials", "Number Correct") == [("4", "3"), ("4", "2"), ("4", "2")]
