"""A report whose system adds a column or renames a heading tells no session twice (decision 0210)."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from data import history
from tests.data.loading import Ledger, counts, in_force, sheet_of, told
from tests.quick import first

Row = tuple[str, str, str, int]
"""Id, student, day, minutes; 0 minutes are an absence."""
SEPTEMBER: list[Row] = [
    ("81", "K1", "2025-09-03", 30), ("82", "K2", "2025-09-03", 30), ("83", "K3", "2025-09-10", 45),
    ("84", "K1", "2025-09-17", 30), ("85", "K2", "2025-09-24", 0), ("86", "K3", "2025-09-24", 45),
]  # fmt: skip
OCTOBER: list[Row] = [("87", "K1", "2025-10-01", 30), ("88", "K2", "2025-10-08", 30), ("89", "K3", "2025-10-08", 45)]
IDS = ["Session ID", "Student ID", "Service", "Provider", "Session Date", "Minutes", "Status"]
PLAIN = IDS[1:]
MORE = [*IDS, "Entered On"]
RENAMED = ["Session ID", "Student ID", "Service", "Provider", "Date of Service", "Duration (min)", "Status"]
TIMED = [*PLAIN, "Start Time"]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def cell(heading: str, row: Row) -> str:
    own, who, day, minutes = row
    told = {
        "Session ID": own, "Student ID": who, "Service": "OT", "Provider": '"Quan, Rae"', "Session Date": day,
        "Date of Service": day, "Minutes": str(minutes), "Duration (min)": str(minutes), "Entered On": "2025-11-03",
        "Status": "Delivered" if minutes else "Student Absent", "Start Time": "9:00 AM",
    }  # fmt: skip
    return told[heading]


def log(headings: Sequence[str], rows: Sequence[Row]) -> str:
    return (
        "\n".join(",".join(line) for line in (headings, *([cell(one, row) for one in headings] for row in rows))) + "\n"
    )


def load(ledger: Ledger, headings: Sequence[str], rows: Sequence[Row]) -> dict[str, int]:
    return counts(sheet_of(ledger.load(f"{len(headings)} {len(rows)}.csv", log(headings, rows)), "sessions"))


@pytest.mark.parametrize("before, after", first(2, [
    (IDS, RENAMED), (PLAIN, IDS), (PLAIN, RENAMED[1:]), (IDS, PLAIN), (PLAIN, TIMED), (TIMED, PLAIN),
]))  # fmt: skip
def test_the_year_so_far_under_other_headings_has_each_session_once(
    ledger: Ledger, before: list[str], after: list[str]
) -> None:
    load(ledger, before, SEPTEMBER)
    assert load(ledger, after, [*SEPTEMBER, *OCTOBER]) == {"new": 3, "unchanged": 6}
    assert in_force(ledger) == told(SEPTEMBER, OCTOBER)


def test_a_column_more_is_a_change_of_its_sessions_and_no_session_more(ledger: Ledger) -> None:
    load(ledger, IDS, SEPTEMBER)
    assert load(ledger, MORE, [*SEPTEMBER, *OCTOBER]) == {"new": 3, "changed": 6}  # each has its day of entry now
    assert in_force(ledger) == told(SEPTEMBER, OCTOBER)


@pytest.mark.parametrize(
    "before, after", first(1, [(PLAIN, RENAMED[1:]), (IDS, MORE), (TIMED, [*TIMED, "Entered On"])])
)
def test_sessions_that_were_mended_are_mended_in_place(ledger: Ledger, before: list[str], after: list[str]) -> None:
    mended: list[Row] = [("81", "K1", "2025-09-03", 25), *SEPTEMBER[1:]]
    load(ledger, before, SEPTEMBER)
    load(ledger, after, [*mended, *OCTOBER])
    assert in_force(ledger) == told(mended, OCTOBER)


def test_an_id_finds_a_session_that_moved_to_another_day(ledger: Ledger) -> None:
    moved: list[Row] = [("81", "K1", "2025-09-04", 30), *SEPTEMBER[1:]]
    load(ledger, IDS, SEPTEMBER)
    assert load(ledger, RENAMED, moved) == {"changed": 1, "unchanged": 5}
    assert in_force(ledger) == told(moved)


def test_the_preview_says_so_and_what_is_missing(ledger: Ledger) -> None:
    load(ledger, IDS, SEPTEMBER)
    sheet = sheet_of(ledger.load("later.csv", log(MORE, [*SEPTEMBER[:2], *SEPTEMBER[3:], *OCTOBER])), "sessions")
    assert any("5 rows are sessions of an earlier file" in one for one in sheet.assumptions)
    assert (sheet.missing, sheet.unusual, [str(day) for day in sheet.covers["OT"]]) == (
        1,
        "",
        ["2025-09-01", "2025-10-31"],
    )


def test_either_order_gives_the_same_sessions(ledger: Ledger) -> None:
    load(ledger, MORE, [*SEPTEMBER, *OCTOBER])
    load(ledger, IDS, SEPTEMBER)
    assert in_force(ledger) == told(SEPTEMBER, OCTOBER)


@pytest.mark.slow
def test_months_of_both_kinds_are_found_again_by_the_year_so_far(ledger: Ledger) -> None:
    load(ledger, PLAIN, SEPTEMBER)
    load(ledger, RENAMED[1:], OCTOBER)
    assert load(ledger, RENAMED[1:], [*SEPTEMBER, *OCTOBER]) == {"unchanged": 9}


@pytest.mark.slow
def test_ids_that_count_anew_under_other_headings_find_both_months(ledger: Ledger) -> None:
    def counted(rows: Sequence[Row]) -> list[Row]:
        return [(str(n), *row[1:]) for n, row in enumerate(rows, 1)]

    november: list[Row] = [("", who, day.replace("-10-", "-11-"), minutes) for _, who, day, minutes in OCTOBER]
    later = [*OCTOBER, *november]
    load(ledger, IDS, counted(SEPTEMBER))
    load(ledger, RENAMED, counted(later))
    assert load(ledger, RENAMED, counted([*SEPTEMBER, *later])) == {"unchanged": 12}


@pytest.mark.slow
def test_taking_either_file_back_leaves_what_the_other_has(ledger: Ledger) -> None:
    load(ledger, IDS, SEPTEMBER)
    load(ledger, MORE, [*SEPTEMBER, *OCTOBER])
    first, second = (batch for (batch,) in ledger.ask("select batch_id from batches order by batch_seq"))
    history.undo(ledger.store, second, "somebody")
    assert in_force(ledger) == told(SEPTEMBER)
    load(ledger, MORE, [*SEPTEMBER, *OCTOBER])
    history.undo(ledger.store, first, "somebody")
    assert in_force(ledger) == told(SEPTEMBER, OCTOBER)
    assert load(ledger, IDS, SEPTEMBER) != {"new": 6}
    assert in_force(ledger) == told(SEPTEMBER, OCTOBER)


def test_ids_of_another_system_that_stand_for_other_sessions_are_no_proof(ledger: Ledger) -> None:
    load(ledger, IDS, SEPTEMBER)
    others: list[Row] = [(own, f"N{who}", day, minutes) for own, who, day, minutes in SEPTEMBER]
    assert load(ledger, RENAMED, others) == {"new": 6}
    assert len(in_force(ledger)) == 12


def test_another_systems_log_of_the_same_days_stays_apart(ledger: Ledger) -> None:
    """Most of its headings differ, and no start time tells that the sessions are the same: both count, and it is said."""
    load(ledger, PLAIN, SEPTEMBER)
    lines = [f"{who},{day},OT,{minutes},QA" for _, who, day, minutes in SEPTEMBER if minutes]
    sheet = sheet_of(ledger.load("billed.csv", "\n".join(["LOCAL_ID,DOS,SVC,UNITS MIN,BATCH", *lines])), "sessions")
    assert (sheet.new, sheet.unusual[:1]) == (5, "5")


def test_another_childs_sessions_under_other_headings_are_new(ledger: Ledger) -> None:
    load(ledger, PLAIN, SEPTEMBER)
    others: list[Row] = [(own, f"N{who}", day, minutes) for own, who, day, minutes in SEPTEMBER]
    assert load(ledger, RENAMED[1:], others) == {"new": 6}
