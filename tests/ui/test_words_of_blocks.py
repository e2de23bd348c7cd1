"""Sentences that pages put together: what files add to the delivered hours, FTE by service, integrated shares by group."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from analytics import goals
from data.ingest.model import FileReport, ImportReport, SheetReport
from ui.caseloads import blocks as caseload_blocks
from ui.charts import time_charts
from ui.charts.palette import LIGHT
from ui.delivery_mix import blocks, mix_drawings
from ui.goal_progress import goal_charts, goal_panel
from ui.import_files import import_sheets, importing
from ui.overview import decisions


def log(name: str, before: float | None, after: float | None, new: int = 1) -> FileReport:
    sheet = SheetReport("log", "sessions", 1, rows_read=new, new=new)
    sheet.minutes_before, sheet.minutes_after = before, after
    return FileReport(file=name, sheets=[sheet])


def test_one_log_tells_the_hours_before_and_after() -> None:
    said = import_sheets.in_short(ImportReport(files=[log("a.csv", 60.0, 90.0)]))
    assert said.endswith("Delivered on the days of this log: 1.0 h before, 1.5 h after.")


def test_several_logs_tell_what_they_add_together() -> None:
    """0 to 600 minutes of one service, 60 to 30 of another: 600 - 30 = 570 minutes, 9.5 hours more."""
    report = ImportReport(files=[log("ot.csv", 0.0, 600.0), log("slp.csv", 60.0, 30.0), log("list.csv", None, None)])
    assert import_sheets.in_short(report).endswith("Delivered on the days of these logs: 9.5 h more than before.")
    fewer = ImportReport(files=[log("ot.csv", 600.0, 0.0), log("slp.csv", 0.0, 30.0)])
    assert import_sheets.in_short(fewer).endswith("9.5 h less than before.")


def test_people_whom_nobody_knows_are_told_beside_the_counts() -> None:
    """A wrong id looks like a new student, so how many are new stands where everybody reads; nothing where nobody is."""
    file = log("a.csv", 60.0, 90.0)
    assert "roster" not in import_sheets.in_short(ImportReport(files=[file]))
    file.sheets[0].new_people = [{"student_id": "1999"}]
    assert import_sheets.in_short(ImportReport(files=[file])).endswith("1 person on no roster is added.")
    assert importing.outcome(ImportReport(files=[file])) == "1 session new or changed. 1 person on no roster is added."


def test_the_group_with_most_hours_elsewhere_is_named_first() -> None:
    """A: 30 of 100 planned, 10 of 50 delivered integrated; B: 60 of 80 both ways; C has no log and isn't compared. D, of whose
    4 minutes none was integrated where all should be, is further off and less: 4 minutes against A's 5."""
    frame = pd.DataFrame(
        [
            ("A", "direct_integrated", 30.0, 10.0), ("A", "direct_separate", 70.0, 40.0),
            ("B", "direct_integrated", 60.0, 60.0), ("B", "indirect", 20.0, 20.0),
            ("C", "direct_integrated", 50.0, None), ("D", "direct_integrated", 9.0, 0.0), ("D", "indirect", 0.0, 4.0),
        ],
        columns=["school", "rollup", "planned_minutes", "delivered_minutes"],
    )  # fmt: skip
    drawing = mix_drawings.by_group(frame, "school", {"A": "Alder"}, LIGHT, about="By school.")
    assert drawing is not None
    assert drawing.title == (
        "Alder has most hours elsewhere than planned: 20.0% of delivered minutes in integrated settings, against 30.0% planned"
    )
    assert (drawing.figure.values, drawing.figure.rings) == ([0.2, 0.0, 0.75], [0.3, 1.0, 0.75])
    assert drawing.figure.texts == ["20.0%, planned 30.0%", "0.0%, planned 100.0%", "75.0%, planned 75.0%"]
    assert drawing.subtitle == "By school. Bar: delivered; ring: planned."
    same = mix_drawings.by_group(frame[frame["school"] == "B"], "school", {}, LIGHT, about="")
    assert same is not None and same.title == "All are delivered as integrated as planned"
    assert mix_drawings.by_group(frame[frame["school"] == "C"], "school", {}, LIGHT, about="") is None


def test_lines_delivered_elsewhere_are_told_in_hours_and_by_how_much_of_each() -> None:
    """L1 had 30 minutes elsewhere in two settings, 0.2 and 0.1 of its own; L2 had 90 of 600: two lines, two hours, one of them
    a quarter or more."""
    frame = pd.DataFrame(
        {"line_key": ["L2", "L1", "L1"], "delivered_minutes": [90.0, 20.0, 10.0], "drift_share": [0.15, 0.2, 0.1]}
    )
    assert blocks.elsewhere_title(frame) == (
        "Setting differs from the IEP: 2.0 h of 2 service lines; for 1 of them a quarter of what was delivered, or more"
    )
    assert blocks.elsewhere_title(frame.head(1)) == "Setting differs from the IEP: 1.5 h of 1 service line"
    assert blocks.elsewhere_title(frame.head(0)) == "Setting differs from the IEP: no service line"


def test_who_is_overloaded_and_who_has_room_is_named_beside_how_many() -> None:
    """Of five four have a capacity: three are over 110 %, the fullest first, and one is under 70 %."""
    frame = pd.DataFrame(
        {
            "provider_name": ["Ann, A", "Bo, B", "Cy, C", "Di, D", "Em, E"], "utilisation": [1.2, 1.3, 1.15, 0.5, None],
            "load_minutes": [120.0, 130.0, 115.0, 50.0, 9.0], "capacity_minutes": [100.0, 100.0, 100.0, 100.0, None],
            "missed_provider_minutes": 0.0, "caseload_per_fte": None, "caseload_cap": None,
        }
    )  # fmt: skip
    told = {
        one.label: one.of for one in caseload_blocks.facts(frame, SimpleNamespace(overloaded_above=1.1, room_below=0.7))
    }
    assert told["Over 110%"] == "of 4 providers with a capacity: Bo, B; Ann, A and 1 more"
    assert told["Under 70%"] == "of 4 providers with a capacity: Di, D"
    fine = caseload_blocks.facts(frame.assign(utilisation=0.9), SimpleNamespace(overloaded_above=1.1, room_below=0.7))
    assert {one.label: one.of for one in fine}["Over 110%"] == "of 5 providers with a capacity"


def test_where_most_fte_lacks_comes_first() -> None:
    """PT has 0.4 of 1.0, Counseling has nobody for 0.8, OT has 1.5 more than it needs, and a zone without any load comes last."""
    needed = pd.DataFrame(
        {
            "service": ["OT", "PT", "counseling", "other"],
            "fte_needed": [4.3, 1.0, 0.8, None],
            "fte_present": [5.8, 0.4, None, None],
        }
    )
    told = caseload_blocks.most_lacking(needed)
    assert told["service"].tolist() == ["counseling", "PT", "OT", "other"]
    assert told["fte_beyond"].round(6).tolist()[1:3] == [-0.6, 1.5]


GOAL = {"start_date": "2025-09-01", "due_date": "2026-05-11", "baseline": 40.0, "target": 80.0}
"""36 weeks, 40 points up."""


@pytest.mark.parametrize(
    ("changed", "flat"),
    [
        ({"slope_per_week": 0.1}, True),  # 3.6 of 40 points: 9 %
        ({"slope_per_week": 0.12}, False),  # 4.32 of 40: 10.8 %
        ({"slope_per_week": -0.5}, True),  # away from the target
        ({"slope_per_week": -0.5, "baseline": 80.0, "target": 40.0}, False),  # a goal that goes down: 18 of 40
        ({"slope_per_week": None}, False),  # too few measurements, or an ordinal scale
        ({"slope_per_week": 0.0, "target": 40.0}, False),  # no way to go
        ({"slope_per_week": 0.0, "due_date": None}, False),
    ],
)
def test_which_goals_are_flat(changed: dict[str, object], flat: bool) -> None:
    assert goals.is_flat(pd.DataFrame([GOAL | changed])).tolist() == [flat]


def test_goals_beside_each_other_share_their_axes() -> None:
    """Values from 20 to 70: 50 apart, and 15 % of that on either side; 160 days, and 4 % of them, six whole ones, before."""
    found = goal_charts.reach([[("2025-09-01", 20.0), ("2026-02-01", 70.0)], [("2025-08-25", 30.0)], []])
    assert found == goal_charts.Reach("2025-08-19", "2026-02-01", 12.5, 77.5)
    figure = goal_charts.goal(LIGHT, [("2025-09-01", 20.0)], [], reach=found)
    assert figure["layout"]["xaxis"]["range"] == ["2025-08-19", "2026-02-01"]
    assert figure["layout"]["yaxis"]["range"] == [12.5, 77.5]
    assert goal_charts.reach([[]]) is None


def test_the_place_of_a_decision_stands_out() -> None:
    assert decisions._label("Birch: 2 lines never started") == "**Birch:** 2 lines never started"
    assert decisions._label("4 service lines end within 45 days") == "4 service lines end within 45 days"


def test_names_of_a_timeline_leave_its_months_alone() -> None:
    span = time_charts.Span("OT push-in", date(2025, 9, 1), date(2025, 10, 14), "#000000", "OT")
    figure = time_charts.timeline(LIGHT, [span])
    names = next(trace for trace in figure["data"] if trace.get("mode") == "text")
    assert (names["text"], names["x"]) == (["OT push-in"], [date(2025, 9, 1)])


@pytest.mark.parametrize(("unit", "said"), [("Percent", "percent"), ("WPM", "WPM"), ("cwpm", "cwpm"), ("", "")])
def test_a_unit_in_a_sentence_is_written_small(unit: str, said: str) -> None:
    goal = {**GOAL, "status": "off_track", "current_value": 38.0, "unit": unit, "slope_per_week": None}
    assert goal_panel.sentence(goal, None) == f"Off track: latest 38 of 80 {said}".rstrip() + ", due May 11, 2026."
