"""What a preview tells: four lists with minutes, what would change or vanish, what a replace means, and coverage."""

from datetime import date

import pytest

from data.ingest import importer
from data.ingest.logs import LEFT_OUT, LOADED
from data.ingest.model import Answers, Cover, Options
from tests.data.loading import Ledger, counts, sheet_of

LOG = "Student ID,Service,Date,Start Time,Minutes,Status,Provider ID\n"
LOADED_ON = date(2025, 11, 3)


def row(student: int, day: int, minutes: int, status: str = "Completed", month: int = 9, provider: str = "T1") -> str:
    return f"{student},OT,{month}/{day}/2025,9:00 AM,{minutes},{status},{provider}\n"


@pytest.mark.slow
def test_four_lists_with_minutes(ledger: Ledger) -> None:
    ledger.load("a.csv", LOG + row(1, 8, 30) + row(1, 9, 45) + row(1, 10, 60) + row(1, 11, 20, "SA"))
    second = LOG + row(1, 8, 30) + row(1, 9, 25) + row(2, 8, 15) + row(1, 11, 20, "SA") + row(3, 8, 40, "ZZ")
    sheet = sheet_of(ledger.load("b.csv", second, commit=False), "sessions")
    assert (counts(sheet), sheet.missing) == ({"new": 1, "changed": 1, "unchanged": 2, "waiting": 1}, 1)
    # the absence of 20 minutes is unchanged and gave none; the 60 of Sep 10 are missing now
    assert sheet.minutes == {"new": 15, "changed": 25, "changed_from": 45, "unchanged": 30, "missing": 60}
    # Sep 8 to 11: 30 + 45 + 60 before; 30 + 25 + 60 + 15 after, the missing row staying
    assert (sheet.minutes_before, sheet.minutes_after) == (135, 130)


@pytest.mark.slow
def test_the_rows_of_each_list(ledger: Ledger) -> None:
    ledger.load("roster.csv", "Student ID,Last Name,First Name\n1,Marlow,Tessa\n2,Quill,Omar\n")
    ledger.load("a.csv", LOG + row(1, 8, 30) + row(1, 9, 45))
    listed = sheet_of(ledger.load("b.csv", LOG + row(1, 9, 25) + row(2, 8, 15), commit=False), "sessions").listed
    new, changed, missing = (listed[name] for name in ("new", "changed", "missing"))
    assert [(one["row"], one["student"], one["minutes"]) for one in new] == [(3, "Quill, Omar", 15)]
    assert [(one["row"], one["minutes"], one["was"]) for one in changed] == [(2, 25, "minutes 45.0000")]
    assert [(one["student"], one["session_date"], one["minutes"]) for one in missing] == [
        ("Marlow, Tessa", date(2025, 9, 8), 30)
    ]
    assert sheet_of(ledger.load("b.csv", LOG + row(1, 9, 25) + row(2, 8, 15)), "sessions").listed == {}


@pytest.mark.slow
@pytest.mark.parametrize(("changed", "unusual"), [(10, False), (11, True)])
def test_more_than_ten_rows_and_a_tenth_need_a_second_look(ledger: Ledger, changed: int, unusual: bool) -> None:
    rows = [(1 + n // 20, 1 + n % 20) for n in range(60)]
    ledger.load("a.csv", LOG + "".join(row(student, day, 30) for student, day in rows))
    second = LOG + "".join(row(student, day, 45 if n < changed else 30) for n, (student, day) in enumerate(rows))
    sheet = sheet_of(ledger.load("b.csv", second, commit=False), "sessions")
    assert sheet.changed == changed
    # 11 of 60 are 18 %
    assert sheet.unusual.startswith("Of 60 rows on file that this file speaks for, 11 would change: 18%") == unusual


@pytest.mark.parametrize(("kept", "unusual"), [(2, True), (4, True), (5, False)])
def test_most_of_a_few_rows_taken_out_need_a_second_look(ledger: Ledger, kept: int, unusual: bool) -> None:
    """Of ten rows, six or more; five are half."""
    ledger.load("a.csv", LOG + "".join(row(1, 1 + day, 30) for day in range(10)))
    second = LOG + "".join(row(1, 1 + day, 30) for day in range(10) if day in (0, 9, *range(1, kept - 1)))
    sheet = sheet_of(ledger.load("b.csv", second, commit=False, mode="replace"), "sessions")
    assert bool(sheet.unusual) == unusual


@pytest.mark.slow
def test_eleven_of_many_are_usual(ledger: Ledger) -> None:
    rows = [(1 + n // 20, 1 + n % 20) for n in range(120)]
    ledger.load("a.csv", LOG + "".join(row(student, day, 30) for student, day in rows))
    second = LOG + "".join(row(student, day, 45 if n < 11 else 30) for n, (student, day) in enumerate(rows))
    assert sheet_of(ledger.load("b.csv", second, commit=False), "sessions").unusual == ""


@pytest.mark.slow
def test_a_replace_says_its_scope_and_what_vanishes(ledger: Ledger) -> None:
    rows = [(1 + n // 20, 1 + n % 20) for n in range(40)]
    ledger.load("a.csv", LOG + "".join(row(student, day, 30) for student, day in rows))
    second = LOG + "".join(row(student, day, 30) for student, day in rows if student == 1)
    merged = sheet_of(ledger.load("b.csv", second, commit=False), "sessions")
    assert (merged.missing, merged.unusual, merged.replaces) == (20, "", "")
    replaced = sheet_of(ledger.load("b.csv", second, commit=False, mode="replace"), "sessions")
    assert replaced.replaces == (
        "This file is the whole truth for sessions from September 1 to September 20, 2025 for OT of its 1 provider and "
        "those whose rows it replaces: 20 rows on file that it lacks are taken out."
    )
    assert replaced.unusual.startswith("Of 40 rows on file that this file speaks for, 20 would be taken out: 50%")
    assert (replaced.minutes_before, replaced.minutes_after) == (40 * 30, 20 * 30)


def slip() -> str:
    """September with 101 sessions, and one of March: under a hundredth of them, months apart."""
    rows = "".join(row(1 + n // 20, 1 + n % 20, 30) for n in range(101))
    return LOG + rows + row(9, 5, 30, month=3)


def test_a_month_that_stands_apart_is_asked_about(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("a.csv", slip(), commit=False, load_date=LOADED_ON), "sessions")
    assert sheet.covers == {"OT": (date(2025, 9, 1), date(2025, 9, 30))}
    (question,) = sheet.questions
    assert (question.kind, question.value, question.rows) == ("coverage", "OT 2025-03", 0)
    assert question.choices == (LOADED, LEFT_OUT)


def test_said_to_be_loaded_it_is_covered_and_the_months_between_are_not(ledger: Ledger) -> None:
    sheet = sheet_of(ledger.load("a.csv", slip(), load_date=LOADED_ON, codes={"OT 2025-03": LOADED}), "sessions")
    assert [question for question in sheet.questions if question.kind == "coverage"] == []
    assert ledger.ask("select from_day, to_day from batch_covers order by from_day") == [
        (date(2025, 3, 1), date(2025, 3, 31)),
        (date(2025, 9, 1), date(2025, 9, 30)),
    ]


@pytest.mark.slow
def test_coverage_chosen_for_one_file_holds_for_that_file_only(ledger: Ledger) -> None:
    said = {"a.csv": (Cover("OT", date(2025, 9, 1), date(2025, 10, 31)),)}
    first = ledger.load("a.csv", LOG + row(1, 8, 30), covers_of=said, load_date=LOADED_ON)
    second = ledger.load("b.csv", LOG + row(1, 9, 30), covers_of=said, load_date=LOADED_ON)
    assert sheet_of(first, "sessions").covers == {"OT": (date(2025, 9, 1), date(2025, 10, 31))}
    assert sheet_of(second, "sessions").covers == {"OT": (date(2025, 9, 1), date(2025, 9, 30))}
    lines = "Student ID,Service,Frequency,Start Date\n1,OT,30 min Weekly,8/25/2025\n"
    for _ in range(2):
        ledger.load("lines.csv", lines, covers=said["a.csv"], load_date=LOADED_ON)
    assert ledger.ask("select count(*) from batch_covers") == [(1,)]


CODED = "Student ID,Date,Service,Minutes,Setting,Grp\n1,9/8/2025,OT,30,ZQ1,2\n2,9/8/2025,OT,30,ZQ1,2\n"


@pytest.mark.slow
def test_answers_that_hold_no_row_change_the_file_at_hand_and_its_preview(ledger: Ledger) -> None:
    """A setting of unknown codes goes in as unknown and is asked about; so is what the small numbers under Grp are."""
    first = sheet_of(ledger.load("log.csv", CODED), "sessions")
    assert counts(first) == {"new": 2}
    assert sorted((one.kind, one.value, one.rows) for one in first.questions) == [
        ("code", "ZQ1", 0),
        ("column", "Grp", 0),
    ]
    assert ledger.rows("sessions", "setting", "group_size") == [(None, None), (None, None)]
    said = {first.shape: Answers(codes={"ZQ1": "pull_out"}, columns={"Grp": "group_size"})}
    preview = sheet_of(
        importer.run(ledger.store, [("log.csv", CODED.encode())], Options(answers=said), commit=False), "sessions"
    )
    assert (counts(preview), preview.questions) == ({"changed": 2}, [])
    assert [one["was"] for one in preview.listed["changed"]] == [
        "setting blank, session grouping blank, group size blank"
    ] * 2
    ledger.load("log.csv", CODED, codes={"ZQ1": "pull_out"}, map={"Grp": "group_size"})
    assert ledger.rows("sessions", "setting", "group_size") == [("pull_out", 2), ("pull_out", 2)]
