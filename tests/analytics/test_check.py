"""`cli.py check`: the minutes of all sessions stand in exactly one place, and what is broken is told."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from analytics import check
from analytics.scope import EVERYTHING
from data.store import Store
from tests.property.ask import stored
from tests.property.districts import Question, asked_districts
from tests.property.patience import examples
from tests.reference.cal_a import day, facts, line, row
from tests.reference.facts import Facts

LINES = [
    line(60, line_id="L1", start="9-08", end="9-26"),
    line(60, line_id="L2", service="PT", start="9-08", end="9-26"),
    line(None, line_id="L3", service="SLP", is_usable=False),
    line(60, line_id="L4", service="OT", student_id="S2", esy=True),
    line(60, line_id="L5", service="OT", student_id="S3", plan_type="504"),
]
SESSIONS = [
    row("9-08", 60), row("9-15", 75), row("9-16", 0, "attempt"), row("9-22", 30, "missed"),
    row("9-29", 5),
    row("9-03", 7, service="PT"),
    row("9-09", 11, service="SLP"),
    row("9-09", 13, student_id="S2"),
    row("9-09", 17, student_id="S3"),
    row("9-10", 19, award_id="A1"),
    row("10-15", 23), row("10-16", 29, award_id="A1"),
]  # fmt: skip


def _told(store: Store, as_of: date) -> dict[str, tuple[bool, str]]:
    with store.cursor() as cur:
        rows: list[dict[str, Any]] = check.run(cur, EVERYTHING, as_of).to_dict("records")
    return {found["check"]: (found["passed"], found["detail"]) for found in rows}


@pytest.mark.slow
def test_each_minute_stands_in_one_place() -> None:
    with stored(facts(LINES, SESSIONS)) as store:
        told = _told(store, day("10-10"))
    assert all(passed for passed, _ in told.values()), told
    # one credit month of three weeks: 180 expected, so all of 60 + 75 = 135 is credited; after: 23 + 29 = 52
    assert told["minutes given stand in one place"] == (
        True,
        f"{60 + 75 + 5 + 7 + 11 + 13 + 17 + 19 + 23 + 29} minutes given are loaded: 135 credited, 5 outside, "
        "7 before first, 11 unusable, 13 esy, 17 other plan, 19 compensatory, 52 after",
    )


@pytest.mark.slow
def test_what_is_beyond_the_expected_is_excess() -> None:
    with stored(facts([LINES[0]], [row("9-08", 200)])) as store:
        told = _told(store, day("9-26"))
    assert told["minutes given stand in one place"][1] == "200 minutes given are loaded: 180 credited, 20 excess"


@pytest.mark.slow
def test_without_any_line_nothing_is_outside() -> None:
    with stored(facts([], [row("9-08", 30), row("9-15", 45)])) as store:
        told = _told(store, day("9-26"))
    assert told["minutes given stand in one place"] == (True, "75 minutes given are loaded: 75 no mandates")


@pytest.mark.slow
def test_a_row_in_force_twice_is_told() -> None:
    with stored(facts(LINES, SESSIONS)) as store:
        with store.transaction() as cur:
            cur.execute("insert into sessions select * from sessions where minutes = 75")
        told = _told(store, day("10-10"))
    assert told["one version in force: sessions"] == (False, "1 row has a second version in force")


@examples(3)
@given(asked_districts())
def test_every_check_holds_on_any_district(asked: tuple[Facts, Question]) -> None:
    given_facts, question = asked
    with stored(given_facts, question.choices) as store:
        told = _told(store, question.as_of)
    assert [name for name, (passed, _) in told.items() if not passed] == []
