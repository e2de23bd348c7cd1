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


def nobody(headings: Sequence[str]) -> list[str]:
    """The headings without the column of providers."""
    return [one for one in headings if one != "Provider"]


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


@pytest.mark.slow
@pytest.mark.parametrize("before, after", first(2, [
    (IDS, RENAMED), (PLAIN, nobody(PLAIN)), (PLAIN, IDS), (PLAIN, RENAMED[1:]), (IDS, PLAIN), (PLAIN, TIMED), (TIMED, PLAIN),
    (nobody(PLAIN), PLAIN), (IDS, nobody(IDS)), (TIMED, nobody(TIMED)), (nobody(TIMED), TIMED),
]))  # fmt: skip
def test_the_year_so_far_under_other_headings_has_each_session_once(
    ledger: Ledger, before: list[str], after: list[str]
) -> None:
    load(ledger, before, SEPTEMBER)
    assert load(ledger, after, [*SEPTEMBER, *OCTOBER]) == {"new": 3, "unchanged": 6}
    assert in_force(ledger) == told(SEPTEMBER, OCTOBER)


@pytest.mark.slow
@pytest.mark.parametrize("before", first(1, [(PLAIN,), (IDS,), (TIMED,)]))
def test_who_gave_a_session_stays_known_where_the_column_is_dropped(ledger: Ledger, before: list[str]) -> None:
    load(ledger, before, SEPTEMBER)
    load(ledger, nobody(before), [*SEPTEMBER, *OCTOBER])
    assert ledger.ask(
        "select month(session_date), count(distinct provider_id), count(provider_id) from sessions where known_to is null "
        "group by 1 order by 1"
    ) == [(9, 1, 6), (10, 0, 0)]


@pytest.mark.slow
def test_a_few_sessions_that_are_all_told_again_count_once(ledger: Ledger) -> None:
    load(ledger, PLAIN, SEPTEMBER[:3])
    assert load(ledger, nobody(PLAIN), [*SEPTEMBER[:3], *OCTOBER]) == {"new": 3, "unchanged": 3}


@pytest.mark.slow
def test_two_sessions_may_be_a_coincidence_and_are_said(ledger: Ledger) -> None:
    load(ledger, PLAIN, SEPTEMBER[:2])
    sheet = sheet_of(ledger.load("later.csv", log(nobody(PLAIN), [*SEPTEMBER[:2], *OCTOBER])), "sessions")
    assert (sheet.new, sheet.unusual[:1]) == (5, "2")


@pytest.mark.slow
def test_of_sessions_without_a_provider_as_many_are_the_same_as_there_are(ledger: Ledger) -> None:
    """Two therapists treat each child on each day: the file without their names has one session, two, or three of each."""
    two = "".join(f"K{n},OT,{who},2025-09-0{n},30,Delivered\n" for n in range(1, 6) for who in ("Rae Quan", "Lou Vega"))
    ledger.load("sep.csv", ",".join(PLAIN) + "\n" + two)
    for times, found in ((2, {"unchanged": 10}), (3, {"new": 5, "unchanged": 10}), (1, {"new": 5})):
        rows = "".join(f"K{n},OT,2025-09-0{n},30,Delivered\n" for n in range(1, 6) for _ in range(times))
        report = ledger.load("later.csv", ",".join(nobody(PLAIN)) + "\n" + rows, commit=False)
        assert counts(sheet_of(report, "sessions")) == found
        assert bool(sheet_of(report, "sessions").unusual) is (times != 2)


@pytest.mark.slow
def test_another_therapists_file_that_names_nobody_tells_none_of_these(ledger: Ledger) -> None:
    load(ledger, PLAIN, SEPTEMBER)
    others: list[Row] = [(own, who, day, minutes + 15 if minutes else 30) for own, who, day, minutes in SEPTEMBER]
    assert load(ledger, nobody(PLAIN), others) == {"new": 6}


def test_a_part_of_a_caseload_is_told_again_where_all_of_its_children_are(ledger: Ledger) -> None:
    load(ledger, PLAIN, [*SEPTEMBER, *((own, f"N{who}", day, minutes) for own, who, day, minutes in SEPTEMBER)])
    assert load(ledger, nobody(PLAIN), [*SEPTEMBER, *OCTOBER]) == {"new": 3, "unchanged": 6}


@pytest.mark.slow
def test_a_part_that_names_providers_is_found_in_a_whole_that_names_none(ledger: Ledger) -> None:
    """Six sessions of a district's twelve; one more of another length is new and takes no colleague's place."""
    colleagues: list[Row] = [(own, f"N{who}", day, minutes) for own, who, day, minutes in SEPTEMBER]
    load(ledger, nobody(PLAIN), [*SEPTEMBER, ("", "K1", "2025-09-03", 20), *colleagues])
    assert load(ledger, PLAIN, [*SEPTEMBER, ("", "K1", "2025-09-03", 15)]) == {"new": 1, "unchanged": 6}
    assert sorted(in_force(ledger)) == sorted(
        told(SEPTEMBER, colleagues, [("", "K1", "2025-09-03", 20), ("", "K1", "2025-09-03", 15)])
    )


@pytest.mark.slow
def test_a_column_more_is_a_change_of_its_sessions_and_no_session_more(ledger: Ledger) -> None:
    load(ledger, IDS, SEPTEMBER)
    assert load(ledger, MORE, [*SEPTEMBER, *OCTOBER]) == {"new": 3, "changed": 6}  # each has its day of entry now
    assert in_force(ledger) == told(SEPTEMBER, OCTOBER)


@pytest.mark.slow
@pytest.mark.parametrize(
    "before, after", first(1, [(PLAIN, RENAMED[1:]), (IDS, MORE), (TIMED, [*TIMED, "Entered On"])])
)
def test_sessions_that_were_mended_are_mended_in_place(ledger: Ledger, before: list[str], after: list[str]) -> None:
    mended: list[Row] = [("81", "K1", "2025-09-03", 25), *SEPTEMBER[1:]]
    load(ledger, before, SEPTEMBER)
    load(ledger, after, [*mended, *OCTOBER])
    assert in_force(ledger) == told(mended, OCTOBER)


@pytest.mark.slow
def test_an_id_finds_a_session_that_moved_to_another_day(ledger: Ledger) -> None:
    moved: list[Row] = [("81", "K1", "2025-09-04", 30), *SEPTEMBER[1:]]
    load(ledger, IDS, SEPTEMBER)
    assert load(ledger, RENAMED, moved) == {"changed": 1, "unchanged": 5}
    assert in_force(ledger) == told(moved)


@pytest.mark.slow
def test_the_preview_says_so_and_what_is_missing(ledger: Ledger) -> None:
    load(ledger, IDS, SEPTEMBER)
    sheet = sheet_of(ledger.load("later.csv", log(MORE, [*SEPTEMBER[:2], *SEPTEMBER[3:], *OCTOBER])), "sessions")
    assert any("5 rows are sessions of an earlier file" in one for one in sheet.assumptions)
    assert (sheet.missing, sheet.unusual, [str(day) for day in sheet.covers["OT"]]) == (
        1,
        "",
        ["2025-09-01", "2025-10-31"],
    )


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_another_childs_sessions_under_other_headings_are_new(ledger: Ledger) -> None:
    load(ledger, PLAIN, SEPTEMBER)
    others: list[Row] = [(own, f"N{who}", day, minutes) for own, who, day, minutes in SEPTEMBER]
    assert load(ledger, RENAMED[1:], others) == {"new": 6}
