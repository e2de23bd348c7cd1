"""What stands behind an amount, beside a make-up, in a book of what is owed or between two names, and means another thing."""

import pytest

from data.contracts.synonyms import slot_of
from data.ingest.tables.steps.amounts import charges
from data.ingest.tables.steps.goals import dated_scores
from data.ingest.tables.steps.people import names_in_cell
from data.ingest.tables.steps.sessions import flagged
from data.ingest.values import frequencies, group_sizes, spelt
from tests.data.sheets import cells, table


@pytest.mark.parametrize(
    "text",
    ["2x30x36", "3x30: 2 push-in, 1 pull-out", "2x30: 1 ind, 1 grp", "group 1:15-1:45", "Group 1:10 pm"],
)
def test_weeks_parts_and_times_are_no_size_of_a_group(text: str) -> None:
    assert group_sizes.read(text) is None
    assert frequencies.read(text).problem


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2x/wk x 30", 30), ("2x/week, x 45", 45), ("2x/wk x 36 wks", None), ("2x/week x 36", None),
        ("2x/wk x 30 weeks", None), ("2x per month x 12 visits", None), ("2x/wk x 20 sessions", None), ("2x/wk x 10", None),
    ],
)  # fmt: skip
def test_a_bare_number_behind_a_cycle_is_of_minutes_where_it_can_be_of_nothing_else(
    text: str, minutes: float | None
) -> None:
    assert frequencies.read(text).minutes_per_session == minutes


def test_i_beside_d_may_be_indirect_and_a_key_says_what_it_is() -> None:
    told = ("2x30 D", "1x30 G", "1x15 I")
    assert spelt.groupings(told) == ("2x30 D", "1x30 group", "1x15 I")
    assert spelt.groupings(told, {"i": "Individual"}) == ("2x30 D", "1x30 group", "1x15 individual")
    assert spelt.groupings(told[1:], {"i": "Indirect"}) == ("1x30 group", "1x15 I")


def test_letters_of_a_column_are_read_by_the_key_of_the_file() -> None:
    lines = [
        "ID|Student|Service|Frequency|Cycle", "1001|Lind, Ada|OT|2x30 I|Weekly", "1002|Moss, Bo|OT|1x30 G|Weekly",
    ]  # fmt: skip
    assert table(*lines, "", "I = Indirect", "G = Group").texts(3) == ("2x30 I", "1x30 group")
    assert table(*lines).texts(3) == ("2x30 individual", "1x30 group")


def test_entrada_and_salida_over_days_are_of_enrolment() -> None:
    told = [slot_of("students", name).words for name in ("enrolled_from", "enrolled_to")]
    assert "entrada" in told[0] and "salida" in told[1]


def _book(first: str, second: str) -> list[str]:
    return [
        "Date|Student|Activity|Minutes Owed|Minutes Provided|Balance", f"9/5/2025|Lind, Ada|{first}|30||30",
        f"9/12/2025|Lind, Ada|{second}|30|0|60", "9/19/2025|Lind, Ada|Make-up||30|30", "9/26/2025|Lind, Ada|Make-up||30|0",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (("September minutes", "More minutes"), ["9/19/2025", "9/26/2025"]),
        (("Provider absent", "September minutes"), ["9/5/2025", "9/12/2025", "9/19/2025", "9/26/2025"]),
        (("Missed - provider absent", "Student absent"), ["9/5/2025", "9/12/2025", "9/19/2025", "9/26/2025"]),
    ],
)
def test_a_line_of_what_is_owed_that_says_what_became_of_its_session_is_one(
    told: tuple[str, str], kept: list[str]
) -> None:
    assert charges.left_out(table(*_book(*told))).texts(0) == tuple(kept)


@pytest.mark.parametrize("text", ["2/5-3/5", "1/5 - 2/5", "1/5 to 2/5"])
def test_a_baseline_from_some_to_more_has_no_day(text: str) -> None:
    found = dated_scores.of_baselines(table("Baseline", "1/5 (9/5/25)", text))
    assert cells(found, "Baseline") == [("1/5",), (text,)]


def _told(*rows: str) -> list[str | None]:
    """The day that each row makes up."""
    found = table("Date|Student|Status|Made Up?", *(f"12/{row}" for row in rows))
    return [day for (day,) in cells(found, "Makes Up Date")]


def test_a_later_day_beside_yes_is_when_a_missed_session_is_made_up() -> None:
    missed = (
        "15/2025|Lind, Ada|Absent|Yes, 12/18",
        "16/2025|Lind, Ada|Attended|No",
        "17/2025|Moss, Bo|Absent|Yes (1/8)",
    )
    assert _told(*missed, "18/2025|Lind, Ada|Make-up|No") == [None, None, None, "2025-12-15"]
    assert _told("15/2025|Lind, Ada|Make-up|Yes, for 12/8", "16/2025|Lind, Ada|Attended|No") == ["12/8", None]


def test_earlier_and_later_days_beside_yes_stay() -> None:
    texts = ["Yes, 12/18/2025", "Yes, for 12/8"]
    rows = (f"12/{day}/2025|Lind, Ada|{text}" for day, text in zip((15, 16), texts, strict=True))
    assert flagged.make_ups(table("Date|Student|Made Up?", *rows)).texts(2) == tuple(texts)


@pytest.mark.parametrize(
    ("heading", "size", "found"),
    [
        ("Students", "2", ["Oduya Lund", "Ana Sofia", "Bo Hart"]),
        ("Students", "1", ["Oduya Lund, Ana Sofia", "Bo Hart"]),
        ("Student(s)", "2", ["Oduya Lund, Ana Sofia", "Bo Hart"]),
        ("Student Names", "2", ["Oduya Lund, Ana Sofia", "Bo Hart"]),
    ],
)
def test_two_names_are_one_where_the_group_is_of_one_or_the_heading_may_be_of_one(
    heading: str, size: str, found: list[str]
) -> None:
    told = names_in_cell.apart(table(f"{heading}|Group Size", f"Oduya Lund, Ana Sofia|{size}", "Bo Hart|1"))
    assert told.texts(0) == tuple(found)
