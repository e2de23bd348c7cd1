"""Days that are worked out before anybody asks: what they say, which stay after a write, and what is left to the lines."""

from datetime import date

import pytest

from analytics import answers, check, ledger, rollups
from analytics.scope import ALL, EVERYTHING, Selection
from data.store import Store
from data.store.events import next_event
from tests.analytics.test_roll_ups import DAYS, FACTS, add
from tests.reference.facts import Session
from tests.reference.store_facts import store_facts


@pytest.fixture
def answered(store: Store) -> Store:
    """The district of test_roll_ups, rolled up, and its four school days worked out."""
    store_facts(store, FACTS)
    rollups.keep_up(store, least=0)
    assert answers.fill(store) == len(DAYS)
    return store


def mark(store: Store) -> None:
    """Seven minutes more in each stored answer: what is read of them shows it."""
    with store.transaction() as cur:
        cur.execute("update rolled_answers set credited_minutes = credited_minutes + 7")


def credited(store: Store, day: date, *keys: str, chosen: Selection = ALL) -> list[float]:
    with store.cursor() as cur:
        return list(ledger.by(cur, EVERYTHING, day, chosen, keys=keys)["credited_minutes"])


@pytest.mark.slow
def test_a_day_says_what_its_lines_say(answered: Store) -> None:
    # 30 minutes expected a day; 45 given on the first, 30 on the third, a make-up of 15 on the last (test_roll_ups)
    for day, minutes in zip(DAYS, (30, 45, 75, 90), strict=True):
        for keys in ((), ("district",), ("school",), ("provider",), ("service",), ("setting",), ("grade",)):
            assert credited(answered, day, *keys) == [minutes], (day, keys)
    assert credited(answered, DAYS[3], "month") == [90]
    assert credited(answered, date(2026, 7, 1), "school") == [90], "nothing changes after the last day"


@pytest.mark.slow
def test_keys_and_choices_that_a_day_was_worked_out_by_are_read_from_it(answered: Store) -> None:
    mark(answered)
    for keys in ((), ("district",), ("school",), ("month",), ("school", "service"), ("service", "provider", "school")):
        assert credited(answered, DAYS[3], *keys) == [97], keys
    for chosen in (Selection(schools=("South",)), Selection(services=("OT",), schools=("North", "South"))):
        assert credited(answered, DAYS[3], "provider", chosen=chosen) == [97], chosen
    assert credited(answered, DAYS[3], chosen=Selection(schools=("North",))) == [], "the school of the day is South"


@pytest.mark.slow
def test_other_keys_and_choices_go_by_the_lines(answered: Store) -> None:
    mark(answered)
    for keys in (("line",), ("student",), ("school", "grade"), ("school", "month")):
        assert credited(answered, DAYS[3], *keys) == [90], keys
    assert credited(answered, DAYS[3], "grade", chosen=Selection(schools=("South",))) == [90]
    assert credited(answered, DAYS[3], "school", chosen=Selection(students=("A",))) == [90]


@pytest.mark.slow
def test_days_before_a_later_log_stay_and_the_others_are_worked_out_again(answered: Store) -> None:
    mark(answered)
    add(answered, "logs2", Session("4", "A", DAYS[3], minutes=30))
    assert credited(answered, DAYS[2], "school") == [75], "from the sessions until it is rolled up"
    rollups.keep_up(answered, least=0)
    assert credited(answered, DAYS[2], "school") == [82]  # 75, and the mark
    assert credited(answered, DAYS[3], "school") == [120]  # 90 and 30 more, from the lines
    assert answers.fill(answered) == 1
    assert credited(answered, DAYS[3], "school") == [120]


@pytest.mark.slow
def test_another_roster_works_all_days_out_again(answered: Store) -> None:
    mark(answered)
    with answered.transaction() as cur:
        event = next_event(cur, "import", "tester")
        cur.execute("update students set known_to = ? where school = 'South'", [event])
    rollups.keep_up(answered, least=0)
    assert credited(answered, DAYS[0], "district") == [30]
    assert answers.fill(answered) > 0


def test_working_out_ends_when_told_to_and_when_somebody_writes(store: Store) -> None:
    store_facts(store, FACTS)
    rollups.keep_up(store, least=0)
    turns = iter([False, True])
    assert answers.fill(store, lambda: next(turns)) == 1

    def write() -> bool:
        add(store, "logs2", Session("4", "A", DAYS[3], minutes=30))
        return False

    assert answers.fill(store, write) == 0
    assert answers.fill(store) == 0, "stored steps don't hold what was written"


@pytest.mark.slow
def test_the_check_compares_them_with_the_sessions(answered: Store) -> None:
    def failed() -> list[str]:
        with answered.cursor() as cur:
            found = check.run(cur, EVERYTHING, DAYS[3])
        return list(found.loc[~found["passed"], "check"])

    assert failed() == []
    mark(answered)
    assert f"roll-ups as of {DAYS[3]}" in failed()
