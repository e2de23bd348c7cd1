"""Ids counted from 1 that stand on file for other sessions of the same days: asked, and no session lost (decision 0217)."""

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from data import answering, history
from data.ingest.folding.recounted import OTHERS, SAME, SAME_IDS
from tests.data.loading import Ledger, counts, in_force, only_file, sheet_of
from tests.quick import first

HEAD = "Session ID,Student ID,Service,Session Date,Minutes,Status\n"
DAYS = [f"2025-09-{day:02}" for day in (8, 9, 10, 11, 12)]
Row = tuple[str, str, str, int]
"""Student, service, day, minutes."""


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def days(*children: str, minutes: int = 30, service: str = "OT", of: Sequence[str] = DAYS) -> list[Row]:
    return [(who, service, day, minutes) for day in of for who in children]


def log(rows: Sequence[Row], begin: int = 1, prefix: str = "") -> str:
    return HEAD + "".join(
        f"{prefix}{number},{who},{service},{day},{minutes},Delivered\n"
        for number, (who, service, day, minutes) in enumerate(rows, begin)
    )


def told(*files: Sequence[Row]) -> list[tuple[str, str, float]]:
    return sorted(
        ((who, day, float(minutes)) for rows in files for who, _, day, minutes in rows), key=lambda row: row[1::-1]
    )


MORNING = days("A1", "A2", "A3")
AFTERNOON = days("B1", "B2", "B3")


@pytest.mark.parametrize(
    "afternoon",
    first(2, [(AFTERNOON,), (AFTERNOON[:3],), (days("B1", "A2", "B3"),), (days("A1", "A2", "A3", minutes=45),),
              (days("A1", "A2", "A3", service="PT"),), (days("A2", "A3", "A1", minutes=20),)]),
)  # fmt: skip
@pytest.mark.parametrize("prefix", first(1, [("",), ("S-",)]))
def test_an_afternoons_file_waits_and_the_morning_stands(ledger: Ledger, afternoon: list[Row], prefix: str) -> None:
    ledger.load("am.csv", log(MORNING, prefix=prefix))
    sheet = sheet_of(ledger.load("pm.csv", log(afternoon, prefix=prefix)), "sessions")
    assert counts(sheet) == {"waiting": len(afternoon)}
    (asked,) = sheet.questions
    assert (asked.kind, asked.value, asked.rows, asked.choices) == ("code", SAME_IDS, len(afternoon), (OTHERS, SAME))
    assert {issue.code for issue in sheet.issues} == {"same_ids"}
    assert in_force(ledger) == told(MORNING)


@pytest.mark.slow
@pytest.mark.parametrize(("said", "stands"), [(OTHERS, told(MORNING, AFTERNOON)), (SAME, told(AFTERNOON))])
def test_what_is_answered_later_holds(ledger: Ledger, said: str, stands: list[tuple[str, str, float]]) -> None:
    ledger.load("am.csv", log(MORNING))
    ledger.load("pm.csv", log(AFTERNOON))
    with ledger.store.cursor() as cur:
        (asked,) = answering.open_questions(cur)
    answering.answer(ledger.store, [(asked, said)], "tester", date(2025, 11, 3))
    assert in_force(ledger) == stands
    with ledger.store.cursor() as cur:
        assert answering.open_questions(cur) == []


@pytest.mark.slow
@pytest.mark.parametrize(("said", "counted"), [(OTHERS, {"new": 15}), (SAME, {"changed": 15})])
def test_what_is_answered_in_the_preview_holds(ledger: Ledger, said: str, counted: dict[str, int]) -> None:
    ledger.load("am.csv", log(MORNING))
    assert counts(sheet_of(ledger.load("pm.csv", log(AFTERNOON), codes={SAME_IDS: said}), "sessions")) == counted


@pytest.mark.slow
def test_children_of_both_files_have_both_sessions_and_either_file_can_be_taken_back(ledger: Ledger) -> None:
    both = days("B1", "A2", "B3")
    morning = str(only_file(ledger.load("am.csv", log(MORNING))).batch_id)
    afternoon = str(only_file(ledger.load("pm.csv", log(both), codes={SAME_IDS: OTHERS})).batch_id)
    assert in_force(ledger) == told(MORNING, both)
    history.undo(ledger.store, morning, "somebody")
    assert in_force(ledger) == told(both)
    history.undo(ledger.store, afternoon, "somebody")
    assert in_force(ledger) == []


@pytest.mark.slow
def test_in_either_order_both_stand_and_are_found_again(ledger: Ledger) -> None:
    ledger.load("pm.csv", log(AFTERNOON))
    morning = str(only_file(ledger.load("am.csv", log(MORNING), codes={SAME_IDS: OTHERS})).batch_id)
    longer = [*MORNING, ("A1", "OT", "2025-09-15", 30)]
    found = counts(sheet_of(ledger.load("am longer.csv", log(longer), codes={SAME_IDS: OTHERS}), "sessions"))
    assert (found, in_force(ledger)) == ({"new": 1, "unchanged": 15}, told(longer, AFTERNOON))
    history.undo(ledger.store, morning, "somebody")
    assert in_force(ledger) == told(longer, AFTERNOON)


@pytest.mark.slow
def test_what_was_said_of_one_file_says_nothing_of_the_next(ledger: Ledger) -> None:
    ledger.load("am.csv", log(MORNING))
    ledger.load("pm.csv", log(AFTERNOON), codes={SAME_IDS: OTHERS})
    assert counts(sheet_of(ledger.load("evening.csv", log(days("C1", "C2", "C3"))), "sessions")) == {"waiting": 15}


@pytest.mark.slow
def test_the_same_file_again_is_the_same_upload_until_it_is_answered(ledger: Ledger) -> None:
    ledger.load("am.csv", log(MORNING))
    first = only_file(ledger.load("pm.csv", log(AFTERNOON)))
    again = only_file(ledger.load("pm.csv", log(AFTERNOON)))
    assert again.batch_id == first.batch_id
    assert (counts(again.sheets[0]), again.sheets[0].questions) == ({"waiting": 15}, first.sheets[0].questions)
    answered = only_file(ledger.load("pm.csv", log(AFTERNOON), codes={SAME_IDS: OTHERS}))
    assert (answered.batch_id, counts(answered.sheets[0])) == (f"{first.batch_id}-2", {"new": 15})
    assert in_force(ledger) == told(MORNING, AFTERNOON)
    last = only_file(ledger.load("pm.csv", log(AFTERNOON)))
    assert (last.batch_id, counts(last.sheets[0])) == (answered.batch_id, {"unchanged": 15})


@pytest.mark.slow
def test_a_month_that_counts_anew_is_the_same_upload_when_it_comes_again(ledger: Ledger) -> None:
    october = days("A3", "A1", of=[day.replace("-09-", "-10-") for day in DAYS])
    ledger.load("sep.csv", log(MORNING))
    first = only_file(ledger.load("oct.csv", log(october)))
    again = only_file(ledger.load("oct.csv", log(october)))
    assert (again.batch_id, counts(again.sheets[0])) == (first.batch_id, {"unchanged": 10})


@pytest.mark.slow
def test_a_log_that_was_sorted_or_filled_in_anew_asks_nothing(ledger: Ledger) -> None:
    ledger.load("am.csv", log(MORNING))
    by_child = sorted(MORNING)
    assert "waiting" not in counts(sheet_of(ledger.load("sorted.csv", log(by_child)), "sessions"))
    assert in_force(ledger) == told(MORNING)
    longer = [*by_child[:9], ("A2", "OT", "2025-09-12", 15), *by_child[9:]]
    assert "waiting" not in counts(sheet_of(ledger.load("longer.csv", log(longer)), "sessions"))
    assert in_force(ledger) == told(longer)


def test_a_child_who_was_corrected_is_changed_in_place(ledger: Ledger) -> None:
    ledger.load("am.csv", log(MORNING))
    mended = [("A9", *MORNING[0][1:]), *MORNING[1:]]
    assert counts(sheet_of(ledger.load("mended.csv", log(mended)), "sessions")) == {"changed": 1, "unchanged": 14}


@pytest.mark.parametrize("begin", first(1, [100, 1001]))
def test_ids_from_a_round_number_begin_anew_too(ledger: Ledger, begin: int) -> None:
    """Other children are asked about; of the same children's sessions the minutes were mended."""
    ledger.load("am.csv", log(MORNING, begin))
    assert counts(sheet_of(ledger.load("pm.csv", log(AFTERNOON, begin)), "sessions")) == {"waiting": 15}
    longer = days("A1", "A2", "A3", minutes=45)
    assert counts(sheet_of(ledger.load("longer.csv", log(longer, begin)), "sessions")) == {"changed": 15}


def test_ids_of_a_system_that_numbers_all_its_sessions_stay_theirs(ledger: Ledger) -> None:
    """No other session ever has the number 70411: the children's own ids were changed."""
    ledger.load("am.csv", log(MORNING, begin=70411))
    assert counts(sheet_of(ledger.load("pm.csv", log(AFTERNOON, begin=70411)), "sessions")) == {"changed": 15}


@pytest.mark.slow
def test_two_therapists_whose_next_month_counts_on_are_asked_about(ledger: Ledger) -> None:
    """September is 1 to 15 in both logs, and October 16 to 30."""
    october = [day.replace("-09-", "-10-") for day in DAYS]
    ledger.load("am.csv", log(MORNING))
    ledger.load("pm.csv", log(AFTERNOON), codes={SAME_IDS: OTHERS})
    ledger.load("am oct.csv", log(days("A1", "A2", "A3", of=october), 16))
    later = days("B1", "B2", "B3", of=october)
    assert counts(sheet_of(ledger.load("pm oct.csv", log(later, 16)), "sessions")) == {"waiting": 15}
    ledger.load("pm oct.csv", log(later, 16), codes={SAME_IDS: OTHERS})
    assert in_force(ledger) == told(MORNING, AFTERNOON, days("A1", "A2", "A3", of=october), later)


def test_a_file_that_comes_again_when_the_other_was_taken_back_waits_no_more(ledger: Ledger) -> None:
    morning = str(only_file(ledger.load("am.csv", log(MORNING))).batch_id)
    ledger.load("pm.csv", log(AFTERNOON))
    history.undo(ledger.store, morning, "somebody")
    assert counts(sheet_of(ledger.load("pm.csv", log(AFTERNOON)), "sessions")) == {"new": 15}
    assert in_force(ledger) == told(AFTERNOON)


def list_of(day: str, *children: str, heading: str = "Ref") -> str:
    """A day's list: each child once, under the reference that the child always has."""
    rows = [f"R{100 + int(who[1:])},{who},OT,{day},30,Delivered\n" for who in children]
    return HEAD.replace("Session ID", heading) + "".join(rows)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("said", "stands"),
    [
        (OTHERS, [("A1", 8), ("A2", 8), ("A3", 8), ("A1", 9), ("A2", 9), ("A3", 9)]),
        (SAME, [("A1", 9), ("A2", 9), ("A3", 9)]),
    ],
)
@pytest.mark.parametrize("heading", first(1, ["Ref", "Session ID"]))
def test_a_days_list_with_one_id_for_each_child_waits(
    ledger: Ledger, said: str, stands: list[tuple[str, int]], heading: str
) -> None:
    """The reference is the child's own and Monday another session, or Monday's list has Tuesday's day now."""
    ledger.load("monday.csv", list_of("2025-09-08", "A1", "A2", "A3", heading=heading))
    tuesday = list_of("2025-09-09", "A1", "A2", "A3", heading=heading)
    assert counts(sheet_of(ledger.load("tuesday.csv", tuesday), "sessions")) == {"waiting": 3}
    monday = [(who, "2025-09-08", 30.0) for who in ("A1", "A2", "A3")]
    assert in_force(ledger) == monday
    answered = str(only_file(ledger.load("tuesday.csv", tuesday, codes={SAME_IDS: said})).batch_id)
    assert in_force(ledger) == [(who, f"2025-09-{day:02}", 30.0) for who, day in stands]
    history.undo(ledger.store, answered, "somebody")
    assert in_force(ledger) == monday


def test_one_session_whose_day_was_mended_asks_nothing(ledger: Ledger) -> None:
    ledger.load("monday.csv", list_of("2025-09-08", "A1", "A2", "A3"))
    assert counts(sheet_of(ledger.load("mended.csv", list_of("2025-09-09", "A2")), "sessions")) == {"changed": 1}


@pytest.mark.slow
def test_a_replace_takes_the_file_as_the_whole_truth(ledger: Ledger) -> None:
    ledger.load("am.csv", log(MORNING))
    ledger.load("pm.csv", log(AFTERNOON), mode="replace")
    assert in_force(ledger) == told(AFTERNOON)


@pytest.mark.slow
def test_the_command_line_ends_with_1_and_leaves_the_morning(tmp_path: Path) -> None:
    (tmp_path / "am.csv").write_text(log(MORNING))
    (tmp_path / "pm.csv").write_text(log(AFTERNOON))
    ran = [
        subprocess.run(
            [sys.executable, "cli.py", "--db", str(tmp_path / "m.duckdb"), "import", str(tmp_path / name), "--json"],
            capture_output=True,
            text=True,
        )
        for name in ("am.csv", "pm.csv")
    ]
    assert [one.returncode for one in ran] == [0, 1], ran[1].stderr
    (sheet,) = json.loads(ran[1].stdout)["files"][0]["sheets"]
    assert (sheet["waiting"], sheet["new"], sheet["changed"]) == (15, 0, 0)
