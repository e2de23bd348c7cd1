"""Delivery mix (rules 11), counted by hand on a district of four students.

The calendar on file has the 21 weekdays from Sep 2 to Sep 30, 2025: five weeks, the last of two days, each owing its
whole amount. So S1 is owed 60 x 5 = 300 push-in and 15 x 5 = 75 of consult, and S2, S3 and S4 30 x 5 = 150 each in a
pull-out group: 825 student-minutes. Given: two group sessions of 30 to three students, S1 30 push-in and 30 pull-out,
and 15 of consult: 255 student-minutes, 60 + 60 + 15 = 135 by the provider's clock.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from analytics import ledger, mix
from analytics.scope import EVERYTHING, Selection
from data.errors import UserError
from tests.data.loading import Ledger

AS_OF = date(2025, 9, 30)
CALENDAR = "Date,Instructional\n" + "".join(
    f"09/{day:02d}/2025,Yes\n" for day in range(2, 31) if date(2025, 9, day).weekday() < 5
)
ROSTER = (
    "Student ID,Last Name,First Name,School,Grade\n"
    "S1,Marlow,Tessa,Birch,K\nS2,Quill,Omar,Birch,2\nS3,Rao,Ina,Birch,5\nS4,Sol,Eli,Birch,\n"
)
LINES = """Line ID,Student ID,Service,Kind,Setting,Grouping,Frequency,Start Date,End Date,School,Provider ID
L1,S1,OT,Direct,Push-in,Individual,2 x 30 min Weekly,09/01/2025,09/30/2025,Birch,T1
L2,S2,OT,Direct,Pull-out,Group,1 x 30 min Weekly,09/01/2025,09/30/2025,Birch,T1
L3,S3,OT,Direct,Pull-out,Group,1 x 30 min Weekly,09/01/2025,09/30/2025,Birch,T1
L4,S4,OT,Direct,Pull-out,Group,1 x 30 min Weekly,09/01/2025,09/30/2025,Birch,T1
L5,S1,OT,Indirect,Consult staff,,1 x 15 min Weekly,09/01/2025,09/30/2025,Birch,T1
"""
HEAD = "Student ID,Line ID,Service,Kind,Session Date,Start Time,Minutes,Status,Setting,Grouping,Provider ID\n"
GROUP = "".join(
    f"S{n},L{n},OT,Direct,09/{day:02d}/2025,10:00,30,Delivered,Pull-out,Group,T1\n"
    for n in (2, 3, 4)
    for day in (8, 15)
)
LOG = HEAD + GROUP + (
    "S1,L1,OT,Direct,09/09/2025,9:00,30,Delivered,Push-in,Individual,T1\n"
    "S1,L1,OT,Direct,09/10/2025,9:00,30,Delivered,Pull-out,Individual,T1\n"
    "S1,L5,OT,Indirect,09/11/2025,14:00,15,Delivered,Consult staff,,T1\n"
)  # fmt: skip


@pytest.fixture(scope="module")
def cur(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    made = Ledger(Path(tmp_path_factory.mktemp("mix")))
    for name, text in (("calendar.csv", CALENDAR), ("roster.csv", ROSTER), ("lines.csv", LINES), ("log.csv", LOG)):
        assert made.load(name, text).exit_status == 0, name
    with made.store.cursor() as found:
        yield found
    made.close()


def _minutes(frame: Any, *keys: str) -> dict[Any, tuple[float, float]]:
    """(planned, delivered) by the keys."""
    return {
        tuple(row[key] for key in keys) if len(keys) > 1 else row[keys[0]]: (
            pytest.approx(row["planned_minutes"]),
            pytest.approx(row["delivered_minutes"]),
        )
        for row in frame.fillna({"grade_band": "none"} if "grade_band" in frame else {}).to_dict("records")
    }


def test_by_setting_student_minutes(cur: duckdb.DuckDBPyConnection) -> None:
    frame = mix.by(cur, EVERYTHING, AS_OF)
    assert _minutes(frame, "setting") == {"push_in": (300, 30), "pull_out": (450, 180 + 30), "consult_staff": (75, 15)}
    rows = frame.set_index("setting")
    assert rows.loc["push_in", "planned_share"] == pytest.approx(300 / 825)
    assert rows.loc["push_in", "delivered_share"] == pytest.approx(30 / 255)
    assert rows["rollup"].to_dict() == {
        "push_in": "direct_integrated", "pull_out": "direct_separate", "consult_staff": "indirect",
    }  # fmt: skip


def test_by_setting_provider_minutes(cur: duckdb.DuckDBPyConnection) -> None:
    """Three students x 30 minutes twice are 180 student-minutes and 60 of the provider's; planned 450 / 3 = 150."""
    frame = mix.by(cur, EVERYTHING, AS_OF, clock="provider")
    assert _minutes(frame, "setting") == {"push_in": (300, 30), "pull_out": (150, 60 + 30), "consult_staff": (75, 15)}


def test_by_kind_and_grouping(cur: duckdb.DuckDBPyConnection) -> None:
    kinds = mix.split(cur, EVERYTHING, AS_OF, by="kind")
    assert _minutes(kinds, "kind") == {"direct": (750, 240), "indirect": (75, 15)}
    groupings = mix.split(cur, EVERYTHING, AS_OF, by="grouping")
    assert _minutes(groupings, "grouping") == {"individual": (300, 60), "group": (450, 180), "other": (75, 15)}
    assert groupings["delivered_share"].sum() == pytest.approx(1)


def test_by_grade_band(cur: duckdb.DuckDBPyConnection) -> None:
    frame = mix.by(cur, EVERYTHING, AS_OF, Selection(services=("OT",)), keys=("grade_band",))
    assert _minutes(frame, "grade_band", "setting") == {
        ("PK to K", "push_in"): (300, 30), ("PK to K", "pull_out"): (0, 30), ("PK to K", "consult_staff"): (75, 15),
        ("1 to 2", "pull_out"): (150, 60), ("3 to 5", "pull_out"): (150, 60), ("none", "pull_out"): (150, 60),
    }  # fmt: skip


def test_integrated_by_month(cur: duckdb.DuckDBPyConnection) -> None:
    (row,) = mix.integrated(cur, EVERYTHING, AS_OF).to_dict("records")
    assert str(row["month"])[:7] == "2025-09"
    assert (row["planned_share"], row["delivered_share"]) == (pytest.approx(300 / 825), pytest.approx(30 / 255))


def test_group_sizes(cur: duckdb.DuckDBPyConnection) -> None:
    """Consult has no group: S1's two direct sessions alone, two sessions of three students."""
    rows = mix.group_sizes(cur, EVERYTHING, AS_OF).astype(float).to_dict("records")
    assert rows == [
        {"students_together": 1, "student_minutes": 60, "provider_minutes": 60, "sessions": 2, "student_sessions": 2},
        {"students_together": 3, "student_minutes": 180, "provider_minutes": 60, "sessions": 2, "student_sessions": 6},
    ]
    assert mix.group_sizes(cur, EVERYTHING, AS_OF, Selection(students=("S1",)))["students_together"].tolist() == [1]


def test_drift(cur: duckdb.DuckDBPyConnection) -> None:
    (row,) = mix.drift(cur, EVERYTHING, AS_OF).to_dict("records")
    assert (row["line_id"], row["delivered_setting"], row["delivered_minutes"]) == ("L1", "pull_out", 30)
    assert row["drift_share"] == pytest.approx(30 / 60)


def test_groups_stand_by_what_was_delivered_elsewhere(cur: duckdb.DuckDBPyConnection) -> None:
    """S1's plan is 4/5 push-in and 1/5 consult: of 75 minutes given 60 and 15, where it was 30, 15 and 30 in pull-out. The
    others were given all as planned. S9 of an invented district has 40 of 100 elsewhere, and comes first."""
    found = mix.by(cur, EVERYTHING, AS_OF, keys=("student",))
    told = mix.against_plan(found, "student")
    assert told["student"].tolist() == ["S1", "S1", "S1", "S2", "S3", "S4"]
    minutes = dict(zip(told["setting"][:3], told["against_minutes"][:3], strict=True))
    assert minutes == pytest.approx({"push_in": -30, "pull_out": 30, "consult_staff": 0})
    assert told["against_minutes"][3:].tolist() == [0, 0, 0]
    last = pd.DataFrame({"student": ["S9", "S9"], "setting": ["push_in", "pull_out"], "delivered_minutes": [60.0, 40.0],
                         "planned_share": [1.0, 0.0]})  # fmt: skip
    both = mix.against_plan(pd.concat([found, last], ignore_index=True), "student")
    assert both["student"].drop_duplicates().tolist() == ["S9", "S1", "S2", "S3", "S4"]
    unplanned = mix.against_plan(last.assign(planned_share=None), "student")
    assert unplanned["against_minutes"].isna().all()


def test_whoever_gave_it_and_wherever_minutes_stand_with_their_line(tmp_path: Path) -> None:
    """Rules 5: every key is the line's. A line that names neither provider nor school, of a student whose school nobody
    knows, was last seen by T9 at Oak on Sep 8, longer than six weeks before Oct 31: unassigned, without a school. Of September,
    which the log covers, it owes 4 x 30 and 2 of the 5 days from Sep 29, 12: 132; its 30 minutes stand in the same row."""
    calendar = CALENDAR + "".join(
        f"10/{day:02d}/2025,Yes\n" for day in range(1, 32) if date(2025, 10, day).weekday() < 5
    )
    lines = LINES.splitlines()[0] + "\nL9,S9,OT,Direct,Push-in,Individual,1 x 30 min Weekly,09/01/2025,10/31/2025,,\n"
    log = (
        "Student ID,Service,Kind,Session Date,Minutes,Status,Setting,Provider ID,School\n"
        "S9,OT,Direct,09/08/2025,30,Delivered,Push-in,T9,Oak\n"
    )
    made = Ledger.holding(tmp_path, ("calendar.csv", calendar), ("lines.csv", lines), ("log.csv", log))
    with made.cursor() as cur:
        (row,) = mix.by(cur, EVERYTHING, date(2025, 10, 31), keys=("school", "provider")).to_dict("records")
    made.close()
    assert (row["setting"], row["planned_minutes"], row["delivered_minutes"]) == ("push_in", pytest.approx(132), 30)
    assert pd.isna(row["school"])
    assert pd.isna(row["provider"])


def test_a_week_is_of_one_month_planned_and_delivered(tmp_path: Path) -> None:
    """Roll-ups by month use the credit month of weekly lines (rules 5). The week of Sep 29 has two days in September and three
    in October, so it is October's: 4 x 30 are planned for September and 5 x 30 for October, and the session of Sep 29 is
    October's, as in the ledger. A monthly line's is September's."""
    calendar = CALENDAR + "".join(
        f"10/{day:02d}/2025,Yes\n" for day in range(1, 32) if date(2025, 10, day).weekday() < 5
    )
    lines = LINES.splitlines()[0] + (
        "\nL1,S1,OT,Direct,Push-in,Individual,1 x 30 min Weekly,09/01/2025,10/31/2025,Birch,T1"
        "\nL2,S2,OT,Direct,Pull-out,Individual,1 x 30 min Monthly,09/01/2025,10/31/2025,Birch,T1\n"
    )
    log = HEAD + (
        "S1,L1,OT,Direct,09/29/2025,9:00,30,Delivered,Push-in,Individual,T1\n"
        "S1,L1,OT,Direct,10/10/2025,9:00,20,Delivered,Push-in,Individual,T1\n"
        "S2,L2,OT,Direct,09/29/2025,10:00,15,Delivered,Pull-out,Individual,T1\n"
    )
    made = Ledger.holding(tmp_path, ("calendar.csv", calendar), ("lines.csv", lines), ("log.csv", log))
    with made.cursor() as cur:
        found = mix.by(cur, EVERYTHING, date(2025, 10, 31), keys=("month",))
        booked = ledger.by(cur, EVERYTHING, date(2025, 10, 31), keys=("month",))
    made.close()
    weekly = found[found["setting"] == "push_in"]
    assert weekly[["planned_minutes", "delivered_minutes"]].to_numpy().tolist() == [[120, 0], [150, 50]]
    monthly = found[found["setting"] == "pull_out"]
    assert monthly["delivered_minutes"].tolist() == [15, 0]
    assert booked["delivered_minutes"].tolist() == [15, 50]


def test_a_session_that_names_a_line_stands_under_its_service(tmp_path: Path) -> None:
    """It goes to the line that it names (rules 4), whatever service its row says, and every key is the line's (rules 5): the
    five weeks owe 5 x 30, and 20 + 10 were given."""
    lines = (
        LINES.splitlines()[0]
        + "\nL8,S1,SLP,Direct,Push-in,Individual,1 x 30 min Weekly,09/01/2025,09/30/2025,Birch,T1\n"
    )
    log = HEAD + (
        "S1,L8,OT,Direct,09/08/2025,9:00,20,Delivered,Push-in,Individual,T1\n"
        "S1,L8,SLP,Direct,09/15/2025,9:00,10,Delivered,Push-in,Individual,T1\n"
    )
    made = Ledger.holding(tmp_path, ("calendar.csv", CALENDAR), ("lines.csv", lines), ("log.csv", log))
    with made.cursor() as cur:
        assert _minutes(mix.by(cur, EVERYTHING, AS_OF, keys=("service",)), "service", "setting") == {
            ("SLP", "push_in"): (150, 30)
        }
    made.close()


def test_a_key_that_there_is_not(cur: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(UserError, match="no key zone"):
        mix.by(cur, EVERYTHING, AS_OF, keys=("zone",))
