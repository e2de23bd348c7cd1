"""What a log covers once a person has said it: of a month that stands apart, or of a file that is loaded again."""

from datetime import date

import pytest

from data import answering
from data.ingest.logs import LEFT_OUT, LOADED
from data.ingest.model import Cover
from tests.data.loading import Ledger

TODAY = date(2026, 6, 30)
LOG = "Student ID,Service,Date,Minutes\n" + "".join(
    f"S{student},OT,2025-{month:02d}-{day:02d},30\n"
    for student in range(5)
    for month in (9, 10)
    for day in range(1, 13)
)
"""5 x 2 x 12 = 120 sessions: one of another month is fewer than a hundredth of them."""
APART = LOG + "S1,OT,2026-03-02,30\n"


def covered(ledger: Ledger) -> list[tuple[date, date]]:
    return ledger.ask("select from_day, to_day from batch_covers where known_to is null order by from_day")


@pytest.mark.parametrize(
    ("said", "days"),
    [
        (LEFT_OUT, [(date(2025, 9, 1), date(2025, 10, 31))]),
        (LOADED, [(date(2025, 9, 1), date(2025, 10, 31)), (date(2026, 3, 1), date(2026, 3, 31))]),
    ],
)
def test_a_month_that_stands_apart_is_loaded_as_a_person_says(
    ledger: Ledger, said: str, days: list[tuple[date, date]]
) -> None:
    batch = ledger.load("log.csv", APART).files[0].batch_id
    with ledger.store.cursor() as cur:
        (asked,) = answering.open_questions(cur, batch)
    assert (asked.question.kind, asked.question.value) == ("coverage", "OT 2026-03")
    answering.answer(ledger.store, [(asked, said)], "tester", TODAY)
    assert covered(ledger) == days
    with ledger.store.cursor() as cur:
        assert answering.open_questions(cur, batch) == []


def test_a_service_is_said_anew_when_the_very_file_is_loaded_again(ledger: Ledger) -> None:
    first, then = (Cover("OT", date(2025, 9, 1), date(2025, month, 31)) for month in (10, 12))
    ledger.load("log.csv", LOG, covers=(first,))
    assert covered(ledger) == [(date(2025, 9, 1), date(2025, 10, 31))]
    ledger.load("log.csv", LOG, covers=(then,))
    assert covered(ledger) == [(date(2025, 9, 1), date(2025, 12, 31))]
    assert ledger.ask("select kind from events order by event_seq desc limit 1") == [("answer",)]
    ledger.load("log.csv", LOG, covers=(then,))
    assert ledger.ask("select count(*) from events where kind = 'answer'") == [(1,)]
