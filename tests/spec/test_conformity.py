"""The tests of rules 7 apart and the bands of rules 8, worked out on CAL-A with lines of two sessions of 30 a week.

The week of Sep 8 has five days; it closes on Friday Sep 12.
"""

from typing import Any

import pytest

from analytics import ledger
from analytics.scope import EVERYTHING
from tests.property.ask import written
from tests.reference.cal_a import day, facts, line, row
from tests.reference.facts import Facts, Line, Session


def conformity_of(found: Facts, as_of: str) -> dict[str, Any]:
    with written(found) as cur:
        (one,) = ledger.conformity(cur, EVERYTHING, day(as_of)).to_dict("records")
    return {str(name): value for name, value in one.items()}


def band_of(as_of: str, *sessions: Session, **fields: Any) -> tuple[str, float]:
    """The band of a line, and how many planned sessions it is short."""
    with written(facts([twice_a_week(**fields)], sessions)) as cur:
        (one,) = ledger.lines(cur, EVERYTHING, day(as_of)).to_dict("records")
    return one["band"], one["sessions_short"]


def twice_a_week(start: str = "9-08", **fields: Any) -> Line:
    return line(60, start=start, sessions_per_cycle=2, **fields)


def test_shares_in_the_setting_and_the_grouping_that_the_line_names() -> None:
    """Of 30 + 20 minutes that say where, 30 are pulled out; of 30 + 10 that say how, 10 are in a group of one's own."""
    sessions = [
        row("9-08", 30, setting="pull_out", grouping="group"),
        row("9-09", 20, setting="push_in"),
        row("9-10", 10, grouping="individual"),
    ]
    found = conformity_of(facts([twice_a_week(setting="pull_out", grouping="individual")], sessions), "9-12")
    assert found["setting_rate"] == pytest.approx(30 / 50)
    assert found["grouping_rate"] == pytest.approx(10 / 40)


def test_all_minutes_elsewhere_are_nought_in_the_setting() -> None:
    """30 pushed in and in a group, of a line that says pull-out and one's own: 0 of 30 in each, which is 0, not n/a."""
    sessions = [row("9-08", 30, setting="push_in", grouping="group")]
    found = conformity_of(facts([twice_a_week(setting="pull_out", grouping="individual")], sessions), "9-12")
    assert (found["setting_rate"], found["grouping_rate"]) == (0, 0)


def test_one_test_can_hide_another() -> None:
    """Sep 8 to 28 owes 60 in each of three weeks. S1 got it all in the first: half of the six sessions, one cycle of three
    met, its duration reached. S2 never came. So duration and evidence are 1 of 2, sessions 3 of 12, cycles 1 of 6."""
    lines = [
        twice_a_week(end="9-28", line_id="L1"),
        twice_a_week(end="9-28", line_id="L2", student_id="S2"),
    ]
    sessions = [row(f"9-{number:02d}", 60, line_id="L1") for number in (8, 9, 10)]
    found = conformity_of(facts(lines, sessions), "9-28")
    told = {name: found[f"{name}_rate"] for name in ("evidence", "frequency", "duration", "cycles_met")}
    assert told == pytest.approx({"evidence": 1 / 2, "frequency": 3 / 12, "duration": 1 / 2, "cycles_met": 1 / 6})
    assert found["setting_rate"] != found["setting_rate"], "no line names a setting: n/a"


def test_a_cycle_that_requires_no_session_is_neither_met_nor_missed() -> None:
    """From Thursday Sep 11 the first week requires floor(2 x 2/5) = 0. Of the two whole weeks after it the second has its two
    sessions: 1 of 2, not 2 of 3. As of Sep 12 nothing was required: n/a."""
    known = facts([twice_a_week("9-11", end="9-26")], [row("9-12"), row("9-22"), row("9-24")])
    assert conformity_of(known, "9-26")["cycles_met_rate"] == pytest.approx(1 / 2)
    rate = conformity_of(known, "9-12")["cycles_met_rate"]
    assert rate != rate, "n/a"


def test_less_than_two_sessions_short_is_never_worse_than_watch() -> None:
    """15 of 60 is 25 %, but 45 short are one session and a half; 60 short are two."""
    ends_then = {"end": "9-12"}
    assert band_of("9-12", row("9-08", 15), **ends_then) == ("watch", pytest.approx(1.5))
    assert band_of("9-12", **ends_then) == ("no_service", pytest.approx(2))


def test_the_rate_has_the_open_month_in_it_and_the_shortfall_hasn_t() -> None:
    """As of Sep 12 no month has closed: 60 owed, 15 given, nothing short yet, so watch. On Sep 26 September's credit month
    has: 45 of 180 is 25 %, and 135 short are four sessions and a half."""
    assert band_of("9-12", row("9-08", 15)) == ("watch", 0)
    sessions = [row(f"9-{number:02d}", 15) for number in (8, 15, 22)]
    assert band_of("9-26", *sessions) == ("critical", pytest.approx(135 / 30))
