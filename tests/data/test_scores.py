"""Scores out of trials, steps of help, minutes and seconds: what a cell says, and in which unit it is stored."""

import pytest

from data.ingest import importer
from data.ingest.model import Answers, Options
from data.ingest.tables.layouts import periods
from data.ingest.values import codes, criteria, scores, terms
from data.ingest.values.scores import Score
from data.store import Store
from tests.data.loading import Ledger
from tests.data.staging import staged


@pytest.mark.parametrize(
    ("text", "score"),
    [("4/10", Score(4, 10)), ("3 out of 5 trials", Score(3, 5)), ("0/4", Score(0, 4)), ("four out of five", Score(4, 5)),
     ("4/10 = 40%", Score(40, 10, True)),
     ("40% (4/10)", Score(40, 10, True)), ("4/10 (80%)", None), ("12/10", None), ("9/22/25", None), ("1/0", None)],
)  # fmt: skip
def test_so_many_of_so_many(text: str, score: Score | None) -> None:
    """40 percent are 4 of 10; 80 percent aren't, so nothing is taken."""
    assert scores.fraction(text) == score


@pytest.mark.parametrize(
    ("text", "step"),
    [("3 - Mod A", 3), ("2: Max Assist", 2), ("Min A (4)", 4), ("5 (SBA)", 5), ("6 - Independent", 6), ("Mod A", None),
     ("2 - Limited Progress", None), ("3 words", None), ("4 - 5 cues", None), ("1 - Speech", None)],
)  # fmt: skip
def test_the_step_that_a_level_of_help_has_in_its_own_cell(text: str, step: float | None) -> None:
    found = scores.level(text)
    assert (found and found.value) == step


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("absent", True), ("Student Absent", True), ("No School", True), ("NT", True), ("Refused", False), ("A", False),
     ("0", False), ("mastered", False)],
)  # fmt: skip
def test_cells_that_say_that_nothing_was_measured(text: str, is_one: bool) -> None:
    """A child who refused was there: that is no missing measurement."""
    assert scores.is_not_measured(text) is is_one


def _goals(*rows: str, **said: object) -> list[tuple[object, ...]]:
    found = staged("measurements", "\n".join(["goal_id|student_id|measured_on|Score|Baseline|Goal", *rows]),
                   {"Score": "value", "Baseline": None, "Goal": None}, **said)  # type: ignore[arg-type]  # fmt: skip
    return found.column("value", "trials", "outcome")


def test_a_score_of_trials_is_in_the_unit_of_its_goal() -> None:
    """4 of 10 are 40 where the goal is told in percent; else they are kept as 4 of 10, which figures tell in its unit."""
    rows = (
        "1|1|2025-09-08|4/10|20%|",
        "1|2|2025-09-08|4/10|2/10|",
        "1|3|2025-09-08|4/10||",
        "1|4|2025-09-08|4/10|2/5|",
    )
    assert _goals(*rows) == [(40, 10, "ok"), *[(4, 10, "ok")] * 3]
    said = _goals(*rows, codes={"(so many of so many)": "percent"})
    assert said == [(40, 10, "ok")] * 4


@pytest.mark.parametrize("other", ["80", "80%"])
def test_a_score_of_trials_among_scores_without_is_asked_about(other: str) -> None:
    """4/10 among 80s may be 40 of the same goal; where its goal is told in trials it is 4."""
    rows = ("1|1|2025-09-08|4/10||", f"1|1|2025-09-15|{other}||", "1|2|2025-09-08|4/10|2/10|")
    assert _goals(*rows) == [(None, 10, "waiting"), (80, None, "ok"), (4, 10, "ok")]
    assert _goals(*rows, codes={"(so many of so many)": "number correct"})[0] == (4, 10, "ok")


def test_levels_are_steps_or_wait() -> None:
    text = "goal_id|student_id|measured_on|value\n1|1|2025-09-08|3 - Mod A\n1|1|2025-09-15|absent\n1|1|2025-09-22|Min A"
    found = staged("measurements", text)
    assert found.column("value", "outcome") == [(3, "ok"), (None, "ignored"), (None, "waiting")]
    assert found.questions == [("code", "Min A", 1)]
    assert staged("measurements", text, codes={"min a": "4"}).column("value")[2] == 4


def test_one_level_with_two_numbers_is_asked() -> None:
    """3 and 4 can't both be the step of moderate help."""
    found = staged(
        "measurements", "goal_id|student_id|measured_on|value\n1|1|2025-09-08|3 - Mod A\n1|1|2025-09-15|4 - Mod A"
    )
    assert found.column("outcome") == ["waiting", "waiting"]


@pytest.mark.parametrize(
    ("heading", "text", "said", "minutes"),
    [("On task (min:sec)", "3:30", {}, 3.5), ("On task (min:sec)", "03:30:00", {}, 3.5), ("On task (mm:ss)", "0:03:30", {}, 3.5),
     ("On task", "3:30", {"(0:00)": "hours and minutes"}, 210), ("On task", "3:30", {"(0:00)": "minutes and seconds"}, 3.5),
     ("On task", "3:30", {}, None)],
)  # fmt: skip
def test_minutes_and_seconds_where_something_says_so(
    heading: str, text: str, said: dict[str, str], minutes: float | None
) -> None:
    """Half of sixty seconds is 0.5; a workbook makes 03:30:00 of a typed 3:30."""
    found = staged("measurements", f"goal_id|student_id|measured_on|{heading}\n1|1|2025-09-08|{text}", {heading: "value"},
                   codes=said)  # fmt: skip
    assert found.column("value", "outcome") == [(minutes, "waiting" if minutes is None else "ok")]


def test_baselines_and_targets_as_steps_and_times() -> None:
    text = "student_id|goal_text|Start|Aim (min:sec)\n1|Buttons|2 - Max A|6 - Indep\n2|Works|1:30|10:00"
    found = staged("goals", text, {"Start": "baseline", "Aim (min:sec)": "target"})
    assert found.column("baseline", "target", "unit") == [(2, 6, "level"), (None, 10, "minute")]


def test_marks_under_days_are_codes_by_the_files_key_or_asked() -> None:
    text = "goal_id|student_id|measured_on|value\n1|1|2025-09-08|P\n1|1|2025-09-15|ZZ\n1|1|2025-09-22|someday"
    found = staged("measurements", text, codes={"P": "sufficient"})
    assert found.column("progress_code", "outcome") == [("sufficient", "ok"), (None, "waiting"), (None, "rejected")]
    assert found.questions == [("code", "ZZ", 1)]


def test_a_day_is_no_score_of_trials() -> None:
    assert criteria.read("11/7/25") is None
    assert criteria.read("4/5 trials") == criteria.Criterion(4, "trials", 5)


def test_ids_that_read_as_semesters_are_ids_under_a_heading_of_ids(store: Store) -> None:
    lines = b"Student ID,Service,Frequency,Start Date\nS1,OT,60 min weekly,8/25/2025\nS2,OT,60 min weekly,8/25/2025\n"
    report = importer.run(store, [("lines.csv", lines)], Options(), commit=False)
    assert [(one.dataset, one.new) for one in report.files[0].sheets] == [("service_lines", 2)]


@pytest.mark.parametrize(
    ("text", "name"),
    [("2nd Nine Weeks", "Q2"), ("MP3", "MP3"), ("1st Marking Period", "MP1"), ("Marking period 6", "MP6"),
     ("Trimester 1", "T1"), ("1st 6W", "6W1"), ("Six Weeks 4", "6W4"),
     ("Progress Report 2", "PR2"), ("First Semester", "S1"), ("Step 2", "Step 2"), ("Term 1", "Term 1")],
)  # fmt: skip
def test_short_names_of_grading_periods(text: str, name: str) -> None:
    assert terms.period_name(text) == name


@pytest.mark.parametrize(
    ("heading", "said"),
    [("MP1 (11/14/25)", ("MP1", "11/14/25", "")), ("1st 6W %", ("6W1", None, "%")),
     ("Progress 3/6/26", (None, "3/6/26", "Progress")),
     ("Fall Score", ("Fall", None, "Score")), ("Annual Goal", (None, None, "Annual Goal"))],
)  # fmt: skip
def test_period_and_day_of_one_heading(heading: str, said: tuple[str | None, str | None, str]) -> None:
    found = periods.read(heading)
    assert (found.period, found.day, found.rest) == said


@pytest.mark.parametrize(
    ("text", "code"),
    [("Goal met or exceeded", "mastered"), ("Goal not met", None), ("Partially met", None), ("May not meet goal", "insufficient"),
     ("50-99% of goal met", None), ("Substantial progress (50-99% of goal met)", "sufficient"),
     ("2 - Limited Progress", "insufficient"), ("Progressing below expected rate", "insufficient"),
     ("Progressing at expected rate", "sufficient"), ("Progressing at a pace slower than expected", "insufficient"),
     ("Progressing too slowly", "insufficient"), ("Progress is behind schedule", "insufficient"),
     ("No less than expected progress", None), ("Below expectations", None),
     ("Progressing, but slowly", None), ("Making progress, but below target", None),
     ("Progressing Gradually (less than anticipated)", "insufficient"), ("Progressing (on track)", "sufficient"),
     ("Progressing (not at expected rate)", "insufficient"), ("Progressing (P)", "sufficient"), ("Mastered (80%)", "mastered"),
     ("Sufficient progress (insufficient growth)", None), ("Progressing (but slowly)", None),
     ("Progressing gradually", None), ("Goal met (no prompts)", "mastered"),
     ("She made good progress with two letters and is now working on the next four of them", None)],
)  # fmt: skip
def test_words_of_progress_are_read_where_nothing_takes_them_back(text: str, code: str | None) -> None:
    assert codes.find(text, "progress_code") == code


def test_a_trial_with_a_share_is_a_score_and_with_a_number_how_many_there_were(ledger: Ledger) -> None:
    """Dates and shares side by side: two goals once each, and four scores of them."""
    probes = """Goal ID,Student ID,Goal,Crit,Trial 1 Date,Trial 1,Trial 2 Date,Trial 2
1,7,Will write with spacing,80%,9/19/25,35%,10/3/25,45%
2,7,Will button,4/5,9/22/25,2/5,10/6/25,3/5
"""
    ledger.load("probes.csv", probes)
    assert ledger.rows("goals", "goal_id", "target::int", "unit") == [("1", 80, "percent"), ("2", 4, "trials")]
    found = ledger.rows("measurements", "goal_id", "measured_on::varchar", "value::int", "trials::int")
    assert sorted(found) == [
        ("1", "2025-09-19", 35, None), ("1", "2025-10-03", 45, None), ("2", "2025-09-22", 2, 5), ("2", "2025-10-06", 3, 5),
    ]  # fmt: skip


def test_what_is_measured_may_tell_the_criterion(ledger: Ledger) -> None:
    """*4/5 trials* is what is to be reached; a column of units stays one."""
    goals = "Student ID,Goal,Measurement\n1,Cut on a line,4/5 trials\n2,Zip a coat,independently\n3,Write a name,80% legibility\n"
    ledger.load("goals.csv", goals)
    assert ledger.rows("goals", "student_id", "target::int", "trials::int", "unit") == [
        ("1", 4, 5, "trials"), ("2", None, None, None), ("3", 80, None, "percent"),
    ]  # fmt: skip
    units = "Student ID,Goal,Target,Measurement\n4,Cut on a line,4,trials\n5,Zip a coat,80,percent\n"
    ledger.load("units.csv", units)
    found = ledger.rows("goals", "student_id", "target::int", "unit")
    assert [row for row in found if row[0] > "3"] == [("4", 4, "trials"), ("5", 80, "percent")]


def test_a_part_of_one_among_percents_is_asked_about() -> None:
    """0.7 beside 60% and 80 may be 70 percent; 0.7% is told so, and beside 0.5 and 0.6 alone it is a part like them."""
    rows = "student_id|goal_id|measured_on|value\n" + "\n".join(
        f"1|G1|2025-09-{8 + at:02}|{one}" for at, one in enumerate(("60%", ".7", "80", "0.7%", "1%"))
    )
    found = staged("measurements", rows)
    assert found.column("value", "outcome") == [
        (60, "ok"), (None, "waiting"), (80, "ok"), (0.7, "ok"), (1, "ok"),
    ]  # fmt: skip
    assert [one.value for one in found.staged.questions] == [".7"]
    assert staged("measurements", rows, answers=Answers(codes={".7": "70"})).column("value")[1] == 70
