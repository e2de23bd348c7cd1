"""Amounts used so far, and periods that only say when they were written: also where nothing changes."""

import pytest

from data.ingest.staging import sessions
from data.ingest.tables.steps.amounts import so_far
from tests.data.sheets import cells, table
from tests.data.staging import staged

LOG = "Client|DOS|Service|Used Units"


def _told(*amounts: str, head: str = LOG) -> list[tuple[str | None, ...]]:
    rows = [f"Ana Tolley|10/{6 + at}/2025|OT|{one}" for at, one in enumerate(amounts)]
    found = table(head, *rows)
    return cells(found, "Used Units" if "Used Units" in found.headings else "Units")


def test_units_that_grow_each_time_are_a_sum_so_far() -> None:
    """2, 4, 7, 9: the sessions had 2, 3 and 2 units, and the first one isn't told."""
    assert _told("2", "4", "7", "9") == [(None,), ("2",), ("3",), ("2",)]


@pytest.mark.parametrize("amounts", [("2", "4", "7"), ("2", "3", "2", "4"), ("2", "2", "2", "2")])
def test_units_that_grow_by_chance_or_not_at_all_are_each_sessions(amounts: tuple[str, ...]) -> None:
    assert _told(*amounts) == [(one,) for one in amounts]


@pytest.mark.parametrize(("left", "told"), [(("38", "36"), [(None,), ("2",)]), (("38", "37"), [("2",), ("4",)])])
def test_what_is_left_bears_out_a_sum(left: tuple[str, str], told: list[tuple[str | None]]) -> None:
    assert _told(f"2|{left[0]}", f"4|{left[1]}", head=f"{LOG}|Remaining Units") == told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (("9/1|36|4", "9/8|38|2", "9/15|40|0", "10/1|2|38", "10/8|4|36"), [None, "2", "2", None, "2"]),
        (("9/1|2|38", "9/8|4|36", "9/15|6|54", "9/22|8|52"), [None, "2", None, "2"]),
        (("9/1|2|38", "9/8|4|36", "9/8|6|34", "9/15|8|32"), [None, "2", "2", "2"]),
        (("9/1|2|38", "9/8|3|35", "9/15|2|33"), ["2", "3", "2"]),
    ],
)
def test_a_sum_beside_what_is_left_begins_anew_and_grows_twice_on_a_day(
    rows: tuple[str, ...], told: list[str | None]
) -> None:
    """A new authorization, and one that was raised, begin anew; what is left falls by each session's own units where they are
    no sums."""
    lines = [f"Ana Tolley|{day}/2025|OT|{used}|{left}" for day, used, left in (row.split("|") for row in rows)]
    found = table(f"{LOG}|Remaining Units", *lines)
    assert [one for (one,) in cells(found, "Units" if "Units" in found.headings else "Used Units")] == told


def test_units_beside_minutes_or_times_stay() -> None:
    assert _told("2|30", "4|30", "7|45", "9|30", head=f"{LOG}|Minutes") == [("2",), ("4",), ("7",), ("9",)]


@pytest.mark.parametrize(
    ("amounts", "verdict"),
    [
        (("15", "20", "30", "45"), "own"), (("20", "40", "70", "100"), "asked"), (("30", "60", "90", "120"), "sum"),
        (("30", "60", "100", "130"), "sum"), (("30", "45", "30", "60"), "own"),
    ],
)  # fmt: skip
def test_minutes_used_without_a_balance_are_told_apart_by_arithmetic(amounts: tuple[str, ...], verdict: str) -> None:
    """No session has 5 minutes (15, 20), nor 130; 30, 60, 90 grow by what the first one was; 20, 40, 70, 100 may be either."""
    found = table(
        "Client|DOS|Service|Minutes Used", *(f"Ana|10/{6 + at}/2025|OT|{one}" for at, one in enumerate(amounts))
    )
    assert ("Minutes Used" in found.headings) == (verdict != "sum")
    assert (so_far.doubtful(found) is not None) == (verdict == "asked")


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [({}, "waiting"), ({sessions.SO_FAR: sessions.EACH}, "ok"), ({sessions.SO_FAR: sessions.SUM}, "waiting")],
)
def test_whether_minutes_used_are_sums_is_asked_once(answer: dict[str, str], outcome: str) -> None:
    rows = "\n".join(f"1|OT|2025-10-{6 + at:02d}|{one}" for at, one in enumerate((20, 40, 70, 100)))
    log = staged(
        "sessions", f"student_id|service|session_date|Minutes Used\n{rows}", {"Minutes Used": "minutes"}, codes=answer
    )
    assert log.column("outcome") == [outcome] * 4
    assert len(log.questions) == (not answer)


GOALS = "Student|Goal|Baseline|Target"


@pytest.mark.parametrize(
    ("title", "heading", "text", "named"),
    [
        ("Quarter 2 Progress", "This Quarter", "45%", "Score"),
        ("Quarter 2 Progress", "Current Quarter", "Making progress", "Progress"),
        ("Progress", "This Quarter", "45%", "This Quarter"),
        ("Quarter 2 Progress", "This Quarter", "see notes", "This Quarter"),
    ],
)
def test_this_quarter_is_that_of_a_title(title: str, heading: str, text: str, named: str) -> None:
    """Else it is named as not read."""
    found = table(title, f"{GOALS}|{heading}", f"Ana Tolley|Cuts|20%|80%|{text}", f"Sol Usher|Buttons|10%|70%|{text}")
    assert named in found.headings
    assert any("is not read" in one for one in found.told) == (named == "This Quarter")


@pytest.mark.parametrize("owed", ["Minutes Owed", "Mandated Minutes"])
def test_what_is_owed_is_no_sessions_own_length(owed: str) -> None:
    """20, 40, 70 beside 120 that are owed may be sums so far or sessions, as they may be without it."""
    found = table(
        f"Client|DOS|Service|Used Minutes|{owed}",
        *(f"Ana Tolley|10/{6 + at}/2025|OT|{one}|120" for at, one in enumerate(("20", "40", "70", "100"))),
    )
    assert so_far.doubtful(found) == 3
