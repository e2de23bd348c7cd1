"""A report loaded again under another provider or start time tells no session twice (decision 0211)."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from data import history
from tests.data.loading import Ledger, counts, sheet_of

HEAD = "Student ID,Service,Provider,Session Date,Start Time,Minutes,Status"
Row = tuple[str, str, str, str, int]
"""Student, provider, day, start, minutes."""
RAE, LOU, SAL = "Quan, Rae", "Vega, Lou", "Ives, Sal"
SEPTEMBER: list[Row] = [
    ("K1", RAE, "2025-09-03", "9:00", 30), ("K2", RAE, "2025-09-03", "9:30", 30), ("K3", LOU, "2025-09-10", "9:00", 45),
    ("K1", RAE, "2025-09-17", "9:00", 30), ("K2", RAE, "2025-09-24", "9:30", 20), ("K3", LOU, "2025-09-24", "9:00", 45),
]  # fmt: skip
OCTOBER: list[Row] = [("K1", SAL, "2025-10-01", "9:00", 30), ("K3", LOU, "2025-10-08", "9:00", 45)]
SUBSTITUTED: list[Row] = [(who, SAL if by == RAE else by, *rest) for who, by, *rest in SEPTEMBER]  # type: ignore[misc]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return Ledger(tmp_path)


def log(rows: Sequence[Row]) -> str:
    told = [f'{who},OT,"{by}",{day},{start} AM,{minutes},Delivered' for who, by, day, start, minutes in rows]
    return "\n".join([HEAD, *told]) + "\n"


def load(ledger: Ledger, name: str, rows: Sequence[Row], mode: str = "merge") -> dict[str, int]:
    sheet = sheet_of(ledger.load(name, log(rows), mode=mode), "sessions")
    return counts(sheet) | ({"missing": sheet.missing} if sheet.missing else {})


def in_force(ledger: Ledger) -> list[Row]:
    return ledger.ask(
        "select s.student_id, p.full_name, cast(s.session_date as varchar), ltrim(left(cast(s.start_time as varchar), 5), '0'), "
        "cast(s.minutes as integer) from sessions as s join people as p on p.person_id = s.provider_id "
        "and p.person_kind = 'provider' and p.known_to is null where s.known_to is null order by 3, 1, 4, 2"
    )  # type: ignore[return-value]


def told(*months: Sequence[Row]) -> list[Row]:
    return sorted((row for month in months for row in month), key=lambda row: (row[2], row[0], row[3], row[1]))


def batches(ledger: Ledger) -> list[str]:
    return [str(batch) for (batch,) in ledger.ask("select batch_id from batches order by batch_seq")]


@pytest.mark.slow
def test_a_caseload_under_the_substitutes_name_counts_once(ledger: Ledger) -> None:
    load(ledger, "sep.csv", SEPTEMBER)
    report = sheet_of(ledger.load("year.csv", log([*SUBSTITUTED, *OCTOBER])), "sessions")
    assert (report.new, report.unchanged, report.missing) == (6, 2, 0)  # four of them on file under Rae
    assert any("4 sessions on file stand under another provider" in one for one in report.assumptions)
    assert in_force(ledger) == told(SUBSTITUTED, OCTOBER)


def test_a_start_time_that_was_mended_is_one_session(ledger: Ledger) -> None:
    mended: list[Row] = [("K1", RAE, "2025-09-03", "8:45", 30), *SEPTEMBER[1:]]
    load(ledger, "sep.csv", SEPTEMBER)
    assert load(ledger, "sep again.csv", mended) == {"new": 1, "unchanged": 5}
    assert in_force(ledger) == told(mended)


@pytest.mark.slow
def test_undoing_either_file_leaves_what_the_other_says(ledger: Ledger) -> None:
    load(ledger, "sep.csv", SEPTEMBER)
    load(ledger, "year.csv", [*SUBSTITUTED, *OCTOBER])
    history.undo(ledger.store, batches(ledger)[1], "somebody")
    assert in_force(ledger) == told(SEPTEMBER)
    load(ledger, "year.csv", [*SUBSTITUTED, *OCTOBER])
    history.undo(ledger.store, batches(ledger)[0], "somebody")
    assert in_force(ledger) == told(SUBSTITUTED, OCTOBER)
    assert load(ledger, "sep.csv", SEPTEMBER) == {"new": 4, "unchanged": 2}
    assert in_force(ledger) == told(SEPTEMBER, OCTOBER)


@pytest.mark.slow
def test_the_next_export_finds_them_where_they_stand_now(ledger: Ledger) -> None:
    load(ledger, "sep.csv", SEPTEMBER)
    load(ledger, "year.csv", [*SUBSTITUTED, *OCTOBER])
    later: list[Row] = [("K1", SAL, "2025-11-05", "9:00", 30)]
    assert load(ledger, "november.csv", [*SUBSTITUTED, *OCTOBER, *later]) == {"new": 1, "unchanged": 8}
    history.undo(ledger.store, batches(ledger)[1], "somebody")
    assert in_force(ledger) == told(SUBSTITUTED, OCTOBER, later)


@pytest.mark.slow
def test_two_therapists_own_files_of_one_slot_stay_two_sessions(ledger: Ledger) -> None:
    both: list[Row] = [(who, LOU, *rest) for who, by, *rest in SEPTEMBER if by == RAE]  # type: ignore[misc]
    load(ledger, "rae.csv", [row for row in SEPTEMBER if row[1] == RAE])
    assert load(ledger, "lou.csv", both) == {"new": 4}
    assert len(in_force(ledger)) == 8


@pytest.mark.slow
def test_one_therapists_part_of_a_log_moves_nobody_elses_sessions(ledger: Ledger) -> None:
    load(ledger, "sep.csv", SEPTEMBER)
    part: list[Row] = [SEPTEMBER[2], SEPTEMBER[5], ("K1", LOU, "2025-09-03", "9:00", 30)]
    assert load(ledger, "lou.csv", part) == {"new": 1, "unchanged": 2, "missing": 4}
    assert len(in_force(ledger)) == 7


@pytest.mark.slow
def test_two_providers_in_one_slot_of_one_file_are_two(ledger: Ledger) -> None:
    load(ledger, "sep.csv", SEPTEMBER)
    second: list[Row] = [("K1", LOU, "2025-09-03", "9:00", 30)]
    assert load(ledger, "sep again.csv", [*SEPTEMBER, *second]) == {"new": 1, "unchanged": 6}
    assert in_force(ledger) == told(SEPTEMBER, second)


@pytest.mark.slow
def test_other_minutes_are_another_session(ledger: Ledger) -> None:
    mended: list[Row] = [("K1", SAL, "2025-09-03", "9:00", 45), *SEPTEMBER[1:]]
    load(ledger, "sep.csv", SEPTEMBER)
    assert load(ledger, "sep again.csv", mended) == {"new": 1, "unchanged": 5, "missing": 1}


@pytest.mark.slow
def test_a_replace_does_the_same(ledger: Ledger) -> None:
    load(ledger, "sep.csv", SEPTEMBER)
    load(ledger, "year.csv", [*SUBSTITUTED, *OCTOBER], mode="replace")
    assert in_force(ledger) == told(SUBSTITUTED, OCTOBER)
    history.undo(ledger.store, batches(ledger)[1], "somebody")
    assert in_force(ledger) == told(SEPTEMBER)


@pytest.mark.slow
def test_a_long_list_of_them_asks_for_a_second_look(ledger: Ledger) -> None:
    rows: list[Row] = [("K1", RAE, f"2025-09-{day:02}", "9:00", 30) for day in range(1, 13)]
    rows.append(("K3", LOU, "2025-09-01", "9:00", 45))
    load(ledger, "sep.csv", rows)
    other: list[Row] = [(who, SAL if by == RAE else by, *rest) for who, by, *rest in rows]  # type: ignore[misc]
    assert "12 would be told under another key" in sheet_of(ledger.load("y.csv", log(other)), "sessions").unusual


@pytest.mark.slow
def test_sessions_whose_ids_were_numbered_anew_count_once(ledger: Ledger) -> None:
    def numbered(rows: Sequence[Row], first: int) -> str:
        head, *lines = log(rows).splitlines()
        told = [f"{number},{line}" for number, line in enumerate(lines, first)]
        return "\n".join([f"Session ID,{head}", *told]) + "\n"

    ledger.load("sep.csv", numbered(SEPTEMBER, 700))
    sheet = sheet_of(ledger.load("year.csv", numbered([*SEPTEMBER, *OCTOBER], 90700)), "sessions")
    assert (sheet.new, sheet.missing) == (8, 0)
    assert in_force(ledger) == told(SEPTEMBER, OCTOBER)


@pytest.mark.slow
@pytest.mark.parametrize("again", [0, 3])
def test_a_log_of_the_afternoons_is_beside_that_of_the_mornings(ledger: Ledger, again: int) -> None:
    """Whether it has some of the mornings again or none: most of its pairs tell another hour."""
    mornings: list[Row] = [
        (who, RAE, f"2025-09-{day:02}", "9:00", 30) for who in ("K1", "K2", "K3") for day in (2, 3, 4)
    ]
    afternoons: list[Row] = [(who, by, day, "13:00", minutes) for who, by, day, _, minutes in mornings]
    load(ledger, "mornings.csv", mornings)
    load(ledger, "afternoons.csv", [*mornings[:again], *afternoons])
    assert in_force(ledger) == told(mornings, afternoons)


@pytest.mark.slow
def test_another_therapists_session_that_says_the_same_doesnt_keep_the_one_away_that_an_undo_brings_back(
    ledger: Ledger,
) -> None:
    second: list[Row] = [("K1", SAL, "2025-09-03", "14:00", 30)]
    load(ledger, "sep.csv", SEPTEMBER)
    load(ledger, "sep again.csv", [("K1", LOU, "2025-09-03", "9:00", 30), *SEPTEMBER[1:]])
    assert load(ledger, "sal.csv", second) == {"new": 1}
    history.undo(ledger.store, batches(ledger)[1], "somebody")
    assert in_force(ledger) == told(SEPTEMBER, second)
