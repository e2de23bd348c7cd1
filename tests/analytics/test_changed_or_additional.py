"""A line that begins beside an older one: what a person says of it, in every figure, then and now (rules 3)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from analytics import findings, known, ledger, rollups, telling, trace
from analytics.scope import ALL, EVERYTHING
from data import line_answers
from data.errors import UserError
from data.history import undo
from tests.data.loading import Ledger

LINES = (
    "Student ID,Service,Setting,Minutes,Frequency,Start Date,End Date\n"
    "7,OT,Pull-out,60,weekly,8/25/2025,\n"
    "7,OT,Push-in,30,weekly,9/15/2025,\n"
)
CALENDAR = "Date,School Day\n" + "".join(
    f"{day:%m/%d/%Y},Y\n" for day in (date.fromordinal(date(2025, 8, 25).toordinal() + n) for n in range(26)) if day.weekday() < 5
)  # fmt: skip
LOG = "Student ID,Service,Date,Minutes,Status\n7,OT,9/19/2025,30,Delivered\n7,OT,8/25/2025,30,Delivered\n"
AS_OF = date(2025, 9, 19)
"""Four weeks from Aug 25: both lines 4 x 60 + 30 = 270; changed 3 x 60 + 30 = 210."""


@pytest.fixture
def loaded(tmp_path: Path) -> Iterator[Ledger]:
    ledger_of = Ledger.holding(tmp_path, ("calendar.csv", CALENDAR), ("lines.csv", LINES), ("log.csv", LOG))
    yield ledger_of
    ledger_of.close()


def expected(loaded: Ledger, as_of: date = AS_OF, at: int | None = None) -> float:
    with loaded.cursor() as cur:
        return float(ledger.headline(cur, EVERYTHING, as_of, ALL, known=at)["expected_minutes"].iloc[0])


def pairs(loaded: Ledger) -> list[tuple[str, str]]:
    with loaded.cursor() as cur:
        frame = findings.changed_pairs(cur, EVERYTHING, AS_OF)
    return list(zip(frame["earlier_key"], frame["later_key"], strict=True))


def moment(loaded: Ledger) -> int:
    return int(loaded.ask("select max(event_seq) from events")[0][0])


@pytest.mark.slow
def test_until_told_both_count_and_a_change_ends_the_older_line_the_day_before(loaded: Ledger) -> None:
    before = moment(loaded)
    (pair,) = pairs(loaded)
    assert expected(loaded) == 270
    line_answers.answer(loaded.store, {pair: line_answers.CHANGED}, "Director")
    assert expected(loaded) == 210
    assert expected(loaded, date(2025, 9, 12)) == 180
    assert expected(loaded, at=before) == 270
    assert pairs(loaded) == []


@pytest.mark.slow
def test_figures_that_were_rolled_up_follow_an_answer(loaded: Ledger) -> None:
    (pair,) = pairs(loaded)
    for said, minutes in ((line_answers.ADDITIONAL, 270), (line_answers.CHANGED, 210), (None, 270)):
        line_answers.answer(loaded.store, {pair: said}, "Director")
        assert rollups.keep_up(loaded.store, least=0)
        assert expected(loaded) == minutes


def test_an_addition_is_owed_beside_the_older_line_and_asked_about_no_more(loaded: Ledger) -> None:
    (pair,) = pairs(loaded)
    line_answers.answer(loaded.store, {pair: line_answers.ADDITIONAL}, "Director")
    assert (expected(loaded), pairs(loaded)) == (270, [])
    with loaded.cursor() as cur:
        assert len(findings.rows(cur, EVERYTHING, AS_OF, finding="changed_or_additional")) == 0


@pytest.mark.slow
def test_an_answer_is_changed_and_taken_back_and_who_said_it_is_kept(loaded: Ledger) -> None:
    (pair,) = pairs(loaded)
    for said, minutes in ((line_answers.CHANGED, 210), (line_answers.ADDITIONAL, 270), (line_answers.CHANGED, 210)):
        line_answers.answer(loaded.store, {pair: said}, "Director")
        assert expected(loaded) == minutes
    events = moment(loaded)
    line_answers.answer(loaded.store, {pair: line_answers.CHANGED}, "Director")
    assert moment(loaded) == events
    with loaded.cursor() as cur:
        (told,) = line_answers.answers(cur).to_dict("records")
    assert (told["answer"], told["answered_by"], told["student_id"], told["service"]) == (
        "changed",
        "Director",
        "7",
        "OT",
    )
    line_answers.answer(loaded.store, {pair: None}, "Director")
    assert (expected(loaded), pairs(loaded)) == (270, [pair])
    with pytest.raises(UserError, match="changed or additional"):
        line_answers.answer(loaded.store, {pair: "perhaps"}, "Director")


@pytest.mark.slow
def test_the_answer_outlives_a_newer_list_and_goes_with_the_lines(loaded: Ledger) -> None:
    (pair,) = pairs(loaded)
    line_answers.answer(loaded.store, {pair: line_answers.CHANGED}, "Director")
    newer = loaded.load("lines 2.csv", LINES + "8,OT,Push-in,30,weekly,9/15/2025,\n")
    assert [(one.new, one.unchanged) for one in newer.files[0].sheets] == [(1, 2)]
    assert expected(loaded) == 210 + 30
    for batch in loaded.ask("select batch_id from batches where file_name like 'lines%'"):
        undo(loaded.store, batch[0], "Director")
    assert pairs(loaded) == []


@pytest.mark.slow
def test_the_trace_says_who_said_it(loaded: Ledger) -> None:
    (pair,) = pairs(loaded)
    line_answers.answer(loaded.store, {pair: line_answers.CHANGED}, "Director")
    line: Any = loaded.ask(f"select line_id from service_lines where row_key = '{pair[0]}'")[0][0]
    with loaded.cursor() as cur:
        told = telling.text(trace.trace(cur, EVERYTHING, AS_OF, ALL, line=line, month="2025-09"))
        moved = known.changes(cur, EVERYTHING, AS_OF, ALL, known=1)
    assert "an amendment, takes over the next day, as Director said on" in told
    assert "answer" in list(moved["kind"])
