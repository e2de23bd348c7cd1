"""What is told where a part is missing: a log without mandates, a calendar of one school only; and the rows behind a choice."""

from datetime import date
from pathlib import Path

import pytest

from analytics import ledger
from analytics.scope import EVERYTHING, Selection
from data import calendar
from tests.data.loading import Ledger
from tests.property.ask import written
from tests.reference.cal_a import day, facts, line, row

SEPTEMBER = day("9-30")


def test_reasons_without_mandates_fall_under_every_key() -> None:
    """Push-in lacks 30 + 45 minutes, pull-out 20; a key that a session can't have, the line, is null."""
    missed = {"status": "missed", "reason": "provider_absent"}
    sessions = [
        row("9-08", 30, setting="push_in", **missed),
        row("9-09", 45, setting="push_in", **missed),
        row("9-10", 20, setting="pull_out", **missed),
        row("9-11", 25, setting="pull_out"),
    ]
    with written(facts([], sessions)) as cur:
        by_setting = ledger.reasons(cur, EVERYTHING, SEPTEMBER, keys=("district", "setting", "line"))
        given = ledger.by(cur, EVERYTHING, SEPTEMBER, keys=("setting",))
    told = by_setting[["district", "setting", "minutes", "sessions"]].values.tolist()
    assert told == [["district", "push_in", 75, 2], ["district", "pull_out", 20, 1]]
    assert by_setting["line"].isna().all()
    assert given.set_index("setting")["delivered_minutes"].to_dict() == {"push_in": 0, "pull_out": 25}


def test_the_rows_behind_a_choice_are_those_of_its_lines() -> None:
    """T1's line was given by T2 on Sep 9; Sep 10, on no line, is T2's own."""
    lines = [
        line(60, line_id="L1", provider_id="T1", school="North"),
        line(60, line_id="L2", student_id="S2", provider_id="T2", school="South"),
    ]
    sessions = [
        row("9-08", 30, line_id="L1", provider_id="T1", session_id="a"),
        row("9-09", 30, line_id="L1", provider_id="T2", session_id="b"),
        row("9-10", 30, student_id="S2", service="PT", provider_id="T2", session_id="c"),
    ]
    with written(facts(lines, sessions)) as cur:

        def of(**chosen: tuple[str, ...]) -> list[str]:
            found = ledger.session_rows(cur, EVERYTHING, SEPTEMBER, Selection(**chosen))
            return sorted(found["session_id"])

        assert of() == ["a", "b", "c"]
        assert of(providers=("T1",)) == of(schools=("North",)) == ["a", "b"]
        assert of(providers=("T2",)) == ["c"]
        assert of(schools=("South",)) == []


LINES = "Line ID,Student ID,Service,Frequency,Start Date,End Date,School\nL1,S1,OT,1 x 30 min Weekly,09/01/2025,06/05/2026,{}\n"
LOG = "Student ID,Service,Session Date,Minutes,Status\n" + "".join(
    f"S1,OT,09/{number:02d}/2025,5,Delivered\n" for number in (2, 3, 4, 5, 8, 9, 10, 11, 12)
)
NORTH_ONLY = "School,Date,Instructional\nNorth,09/15/2025,No\nNorth,09/16/2025,Yes\n"


@pytest.mark.slow
def test_a_calendar_of_one_school_settles_no_other(tmp_path: Path) -> None:
    """The district's days are still proposed, so the worklist waits until someone says that they hold: four weeks of 30
    up to Sep 26, 45 given in nine days."""
    loaded = date(2025, 9, 30)
    made = Ledger(tmp_path)
    for name, text in (("calendar.csv", NORTH_ONLY), ("lines.csv", LINES.format("South")), ("log.csv", LOG)):
        assert made.load(name, text, load_date=loaded).exit_status == 0, name

    def worklist() -> list[float]:
        with made.store.cursor() as cur:
            return [float(one) for one in ledger.make_ups(cur, EVERYTHING, loaded)["make_up_minutes"]]

    with made.store.cursor() as cur:
        assert ledger.calendar_is_provisional(cur, EVERYTHING)
    assert worklist() == []
    calendar.confirm(made.store, "test")
    with made.store.cursor() as cur:
        assert not ledger.calendar_is_provisional(cur, EVERYTHING)
    assert worklist() == [4 * 30 - 45]
    made.close()
