"""Ids of sessions that a log begins to count anew: no month takes another's place (decision 0200)."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from data import history
from data.ingest.folding.recounted import SAME, SAME_IDS
from tests.data.loading import Ledger, in_force, told
from tests.quick import first

HEAD = "Session ID,Student ID,Service,Provider,Session Date,Minutes,Status"
Row = tuple[str, str, str, int]
"""Id, student, day, minutes."""
SEPTEMBER: list[Row] = [
    ("1", "K1", "2025-09-03", 30), ("2", "K2", "2025-09-03", 30), ("3", "K3", "2025-09-10", 45),
    ("4", "K1", "2025-09-17", 30), ("5", "K2", "2025-09-24", 20), ("6", "K3", "2025-09-24", 45),
]  # fmt: skip
OCTOBER: list[Row] = [
    ("1", "K3", "2025-10-01", 45), ("2", "K1", "2025-10-08", 30), ("3", "K2", "2025-10-08", 30),
    ("4", "K3", "2025-10-15", 45), ("5", "K1", "2025-10-22", 30), ("6", "K3", "2025-10-29", 40),
]  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def log(rows: Sequence[Row], provider: str = "Quan, Rae") -> str:
    told = [f'{own},{who},OT,"{provider}",{day},{minutes},Delivered' for own, who, day, minutes in rows]
    return "\n".join([HEAD, *told]) + "\n"


def load(ledger: Ledger, name: str, rows: Sequence[Row], provider: str = "Quan, Rae") -> tuple[int, int, int]:
    """How many rows are new, changed and unchanged."""
    (sheet,) = ledger.load(name, log(rows, provider)).files[0].sheets
    return sheet.new, sheet.changed, sheet.unchanged


@pytest.mark.slow
def test_a_month_that_counts_from_one_again_stands_beside_the_month_before(ledger: Ledger) -> None:
    assert load(ledger, "sep.csv", SEPTEMBER) == (6, 0, 0)
    report = ledger.load("oct.csv", log(OCTOBER)).files[0].sheets[0]
    assert (report.new, report.changed, report.unusual) == (6, 0, "")
    # 1, 2, 3, 4 and 5 are other children's; 6 is K3's in both months
    assert any("6 of the file's ids" in one and "5 of them are other children's" in one for one in report.assumptions)
    assert in_force(ledger) == told(SEPTEMBER, OCTOBER)


@pytest.mark.slow
def test_either_order_gives_the_same_sessions(ledger: Ledger) -> None:
    load(ledger, "oct.csv", OCTOBER)
    assert load(ledger, "sep.csv", SEPTEMBER) == (6, 0, 0)
    assert in_force(ledger) == told(SEPTEMBER, OCTOBER)


@pytest.mark.slow
def test_each_month_loaded_again_is_unchanged_but_for_what_was_mended(ledger: Ledger) -> None:
    load(ledger, "sep.csv", SEPTEMBER)
    load(ledger, "oct.csv", OCTOBER)
    mended = [*OCTOBER[:5], ("6", "K3", "2025-10-29", 45)]
    assert load(ledger, "oct again.csv", mended) == (0, 1, 5)
    assert load(ledger, "sep again.csv", [*SEPTEMBER, ("7", "K1", "2025-09-30", 30)]) == (1, 0, 6)


@pytest.mark.slow
def test_a_month_whose_forerunner_is_taken_back_is_still_found_again(ledger: Ledger) -> None:
    load(ledger, "sep.csv", SEPTEMBER)
    load(ledger, "oct.csv", OCTOBER)
    with ledger.store.cursor() as cur:
        (first,) = cur.execute("select batch_id from batches where file_name = 'sep.csv'").fetchone() or ("",)
    history.undo(ledger.store, str(first), "somebody")
    assert in_force(ledger) == told(OCTOBER)
    assert load(ledger, "oct again.csv", [*OCTOBER, ("7", "K2", "2025-10-30", 30)]) == (1, 0, 6)


@pytest.mark.slow
def test_two_therapists_who_count_their_own_sessions_do_not_meet(ledger: Ledger) -> None:
    load(ledger, "quan.csv", SEPTEMBER)
    others: list[Row] = [(own, f"N{own}", day, minutes) for own, _, day, minutes in SEPTEMBER]
    assert load(ledger, "vega.csv", others, "Vega, Lou") == (6, 0, 0)
    assert len(in_force(ledger)) == 12


def test_one_child_seen_weekly_has_both_months(ledger: Ledger) -> None:
    september: list[Row] = [(str(n), "K1", f"2025-09-{day:02}", 30) for n, day in enumerate((2, 9, 16, 23, 30), 1)]
    october: list[Row] = [(str(n), "K1", f"2025-10-{day:02}", 30) for n, day in enumerate((7, 14, 21, 28), 1)]
    october.append(("5", "K1", "2025-11-04", 30))
    load(ledger, "sep.csv", september)
    assert load(ledger, "oct.csv", october) == (5, 0, 0)  # 35 days later each: five weeks


@pytest.mark.slow
def test_days_that_were_all_mistyped_in_one_way_are_mended_in_place(ledger: Ledger) -> None:
    mistyped = [(own, who, day.replace("2025", "2024"), minutes) for own, who, day, minutes in SEPTEMBER]
    load(ledger, "sep.csv", mistyped)
    assert load(ledger, "sep mended.csv", SEPTEMBER) == (0, 6, 0)  # 365 days later each, of the same children
    assert in_force(ledger) == told(SEPTEMBER)


@pytest.mark.slow
def test_a_few_mended_sessions_keep_their_ids(ledger: Ledger) -> None:
    load(ledger, "sep.csv", SEPTEMBER)
    mended: list[Row] = [("3", "K2", "2025-09-10", 45), ("4", "K1", "2025-09-18", 30), ("7", "K1", "2025-10-01", 30)]
    assert load(ledger, "later.csv", mended) == (1, 2, 0)


def test_numbers_that_come_again_in_one_file_on_other_days_are_of_no_group(ledger: Ledger) -> None:
    assert load(ledger, "both.csv", [*SEPTEMBER, *OCTOBER[:5]]) == (11, 0, 0)
    assert ledger.ask("select count(group_id) from sessions where known_to is null") == [(0,)]


@pytest.mark.slow
def test_the_year_so_far_counted_through_finds_both_months(ledger: Ledger) -> None:
    load(ledger, "sep.csv", SEPTEMBER)
    load(ledger, "oct.csv", OCTOBER)
    through = [*SEPTEMBER, *((str(n), *row[1:]) for n, row in enumerate(OCTOBER, 7))]
    assert load(ledger, "year.csv", through) == (0, 0, 12)  # 1 to 6 by their ids, 7 to 12 by what they say


@pytest.mark.slow
def test_the_year_so_far_that_counts_anew_each_month_finds_both_months(ledger: Ledger) -> None:
    load(ledger, "sep.csv", SEPTEMBER)
    load(ledger, "oct.csv", OCTOBER)
    assert load(ledger, "year.csv", [*SEPTEMBER, *OCTOBER]) == (0, 0, 12)


def test_the_year_so_far_counted_through_finds_a_month_that_was_loaded_alone(ledger: Ledger) -> None:
    load(ledger, "oct.csv", OCTOBER)  # stands under 1 to 6, which are September's in the year so far
    through = [*SEPTEMBER, *((str(n), *row[1:]) for n, row in enumerate(OCTOBER, 7))]
    assert load(ledger, "year.csv", through) == (6, 0, 6)
    assert in_force(ledger) == told(SEPTEMBER, OCTOBER)


def test_a_session_whose_id_comes_later_is_the_same(ledger: Ledger) -> None:
    load(ledger, "sep.csv", [*SEPTEMBER[:5], ("", *SEPTEMBER[5][1:])])
    assert load(ledger, "sep again.csv", SEPTEMBER) == (0, 0, 6)


@pytest.mark.slow
def test_a_hand_kept_log_uploaded_in_parts_and_then_whole_has_each_session_once(ledger: Ledger) -> None:
    head = HEAD.replace("Session ID", "Entry No.")
    days = [f"2025-{9 + n // 28:02}-{n % 28 + 1:02}" for n in range(84)]
    told = [f'{n},K{n % 7},OT,"Quan, Rae",{days[n // 7]},30,Delivered' for n in range(1, 531)]
    first, later = "\n".join([head, *told[:504]]), "\n".join([head, *told[504:]])
    assert ledger.load("first.csv", first).files[0].sheets[0].new == 504
    assert ledger.load("later.csv", later).files[0].sheets[0].new == 26  # 505 to 530 may be ids
    whole = ledger.load("whole.csv", "\n".join([head, *told])).files[0].sheets[0]
    assert (whole.new, whole.changed, whole.unchanged) == (0, 0, 530)


def test_a_child_seen_four_times_a_month_keeps_september(ledger: Ledger) -> None:
    september: list[Row] = [(str(n), "K1", f"2025-09-{day:02}", 30) for n, day in enumerate((3, 10, 17, 24), 1)]
    october: list[Row] = [(str(n), "K1", f"2025-10-{day:02}", 30) for n, day in enumerate((1, 8, 15, 22), 1)]
    load(ledger, "sep.csv", september)
    assert load(ledger, "oct.csv", october) == (4, 0, 0)
    assert load(ledger, "oct again.csv", october) == (0, 0, 4)


def test_a_few_sessions_of_a_mistyped_month_are_mended_in_place(ledger: Ledger) -> None:
    mistyped: list[Row] = [(str(n), "K1", f"2025-09-{day:02}", 30) for n, day in enumerate((1, 8, 15), 1)]
    load(ledger, "sep.csv", mistyped)
    mended: list[Row] = [(own, who, day.replace("-09-", "-10-"), minutes) for own, who, day, minutes in mistyped]
    assert load(ledger, "mended.csv", mended) == (0, 3, 0)  # 30 days later each


def two_a_day(children: Sequence[str], minutes: Sequence[int] = (30,), rows: int = 10) -> str:
    """A log that names no provider: two sessions a day, ids from 1."""
    days = [f"2025-09-{8 + n // 2:02}" for n in range(rows)]
    lines = [
        f"{n + 1},{children[n % len(children)]},OT,{day},{minutes[n % len(minutes)]},Delivered"
        for n, day in enumerate(days)
    ]
    return "\n".join([HEAD.replace("Provider,", ""), *lines]) + "\n"


@pytest.mark.slow
@pytest.mark.parametrize("rows", first(1, [4, 10]))
def test_two_therapists_logs_that_name_no_provider_stand_beside_each_other(ledger: Ledger, rows: int) -> None:
    ledger.load("rae.csv", two_a_day(("A1", "A2", "A3", "A4"), rows=rows))
    sheet = ledger.load("lou.csv", two_a_day(("B1", "B2", "B3"), rows=rows)).files[0].sheets[0]
    assert (sheet.new, sheet.changed) == (
        rows,
        0,
    )  # each id on the same day, but A1 is B1's in one row and B2's in another


@pytest.mark.slow
def test_sessions_that_differ_tell_another_therapists_children_of_one_timetable(ledger: Ledger) -> None:
    ledger.load("rae.csv", two_a_day(("A1", "A2"), (30, 30)))
    assert ledger.load("lou.csv", two_a_day(("B1", "B2"), (45, 30))).files[0].sheets[0].new == 10


@pytest.mark.slow
def test_children_whose_own_ids_were_changed_are_changed_in_place_once_it_is_said(ledger: Ledger) -> None:
    ledger.load("sep.csv", two_a_day(("A1", "A2", "A3")))
    same = {SAME_IDS: SAME}
    assert ledger.load("sep mended.csv", two_a_day(("B1", "B2", "B3")), codes=same).files[0].sheets[0].changed == 10


def test_children_who_were_put_on_the_wrong_rows_are_changed_in_place_once_it_is_said(ledger: Ledger) -> None:
    ledger.load("sep.csv", two_a_day(("A1", "A2", "A3")))
    mended = two_a_day(("A1", "A3", "A1", "A2"))
    sheet = ledger.load("sep mended.csv", mended, codes={SAME_IDS: SAME}).files[0].sheets[0]
    assert (sheet.new, sheet.changed + sheet.unchanged) == (0, 10)


def test_another_services_log_of_the_same_days_and_ids_stands_beside_it(ledger: Ledger) -> None:
    ledger.load("ot.csv", two_a_day(("A1", "A2")))
    speech = two_a_day(("A2", "A1")).replace(",OT,", ",Speech,")
    assert ledger.load("speech.csv", speech).files[0].sheets[0].new == 10
