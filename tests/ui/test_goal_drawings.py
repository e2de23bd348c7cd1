"""Goals and the delivery mix in pictures: titles by arithmetic that stands here, shapes that Plotly accepts."""

import json
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from ui.charts.palette import DARK, LIGHT
from ui.delivery_mix import mix_drawings
from ui.goal_progress import goal_charts, goal_drawings
from ui.goal_progress.goal_charts import Beneath

ABOUT = "data as of Oct 31"


def counts(**areas: tuple[int, int, int]) -> pd.DataFrame:
    """off_track, on_track and mastered by area; nothing in the other statuses."""
    frame = pd.DataFrame({"area": list(areas)})
    for place, status in enumerate(("off_track", "on_track", "mastered")):
        frame[status] = [values[place] for values in areas.values()]
    return frame.assign(
        at_risk=0, stale=0, insufficient_data=0, reported=0, goals=frame.drop(columns="area").sum(axis=1)
    )


def test_the_area_with_most_goals_off_track_is_named() -> None:
    drawing = goal_drawings.by_group(
        counts(academics=(1, 5, 0), self_care=(3, 2, 1)), "area", {"self_care": "self-care"}, LIGHT, what="areas",
        about=ABOUT,
    )  # fmt: skip
    assert drawing is not None
    assert drawing.title == "Self-care has 3 of the 4 goals off track"  # 1 + 3
    assert drawing.figure.names == ["self-care", "academics"]
    assert {part.name: part.total for part in drawing.figure.shown} == {"off track": 4, "on track": 7, "mastered": 1}


def test_groups_without_goals_in_force_have_no_bar() -> None:
    assert goal_drawings.by_group(counts(academics=(0, 0, 0)), "area", {}, LIGHT, what="areas", about=ABOUT) is None
    fine = goal_drawings.by_group(counts(academics=(0, 2, 0)), "area", {}, LIGHT, what="areas", about=ABOUT)
    assert fine is not None
    assert fine.title == "No goal is off track"


def test_mastery_is_a_share_of_the_goals_in_force() -> None:
    drawing = goal_drawings.mastery(counts(academics=(3, 5, 2), self_care=(2, 1, 1)), LIGHT, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "3 of 14 goals in force are mastered"  # 2 + 1 of (3 + 5 + 2) + (2 + 1 + 1)
    assert drawing.figure.texts == ["1 of 4 · 25.0%", "2 of 10 · 20.0%"], "one of few is more than two of many"
    assert drawing.figure.values == [25.0, 20.0]


REPORTS = pd.DataFrame(
    {
        "period": ["Q1", "Q1", "Q1", "Q2"], "provider_name": ["Aalto, Ines", "Kit, Wren", None, "Kit, Wren"],
        "due": [10, 8, 2, 8], "received": [9, 5, 0, 8], "missing": [1, 3, 2, 0],
    }
)  # fmt: skip


def test_reports_missing_by_period_and_by_provider() -> None:
    """Of Q1 1 + 3 + 2 of 10 + 8 + 2 are missing, of Q2 none of 8; Kit lacks 3 of 16."""
    periods = goal_drawings.reports_missing(REPORTS, LIGHT, about=ABOUT)
    assert periods is not None
    assert periods.title == "6 of 28 progress reports are missing, most for Q1"
    assert periods.figure.texts == ["6 of 20 missing", "0 of 8 missing"]
    whose = goal_drawings.reports_missing_by_provider(REPORTS, LIGHT, about=ABOUT)
    assert whose is not None
    assert whose.title == "3 of 3 providers have a report missing"
    told = list(zip(whose.figure.names, whose.figure.texts, strict=True))
    assert told == [
        ("Kit, Wren", "3 of 16 missing"),
        ("not stated", "2 of 2 missing"),
        ("Aalto, Ines", "1 of 10 missing"),
    ]


def test_where_no_report_is_missing_no_provider_is_named() -> None:
    assert goal_drawings.reports_missing_by_provider(REPORTS.tail(1), LIGHT, about=ABOUT) is None


def test_codes_say_who_makes_enough_progress() -> None:
    frame = pd.DataFrame({
        "status": ["reported", "reported", "reported", "on_track"],
        "reported": ["sufficient", "no_progress", "mastered", "sufficient"],
    })  # fmt: skip
    drawing = goal_drawings.codes(frame, LIGHT, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "2 of 3 goals reported by code make enough progress"
    assert goal_drawings.codes(frame.tail(1), LIGHT, about=ABOUT) is None


def shares(months: dict[str, tuple[float | None, float | None]]) -> pd.DataFrame:
    return pd.DataFrame({
        "month": list(months), "planned_share": [one for one, _ in months.values()],
        "delivered_share": [two for _, two in months.values()],
    }).astype({"planned_share": float, "delivered_share": float})  # fmt: skip


def test_the_integrated_share_is_told_for_the_last_month() -> None:
    drawing = mix_drawings.integrated(shares({"2025-09": (0.4, 0.3), "2025-10": (0.4, 0.25)}), LIGHT, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "In Oct 25.0% of delivered minutes were in integrated settings, against 40.0% planned"
    planned, delivered = drawing.figure["data"]
    assert (planned["y"], delivered["y"]) == ([0.4, 0.4], [0.3, 0.25])
    assert [note["text"] for note in drawing.figure["layout"]["annotations"]] == ["planned 40.0%", "delivered 25.0%"]
    assert go.Figure(drawing.figure).data


def test_without_a_log_only_the_plan_is_told() -> None:
    drawing = mix_drawings.integrated(shares({"2025-09": (0.4, None)}), DARK, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "In Sep 40.0% of planned minutes are in integrated settings"
    assert len(drawing.figure["data"]) == 1
    assert mix_drawings.integrated(shares({}), DARK, about=ABOUT) is None


def test_group_sizes_name_the_share_alone() -> None:
    frame = pd.DataFrame({"students_together": [1, 3], "sessions": [6.0, 2.0]})
    drawing = mix_drawings.group_sizes(frame, LIGHT, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "75.0% of direct sessions were given to one student alone"  # 6 of 8
    assert drawing.figure.names == ["1 student", "3 students"]


def test_a_split_that_differs_by_what_is_written_is_not_as_planned() -> None:
    """9,870 of 10,000 minutes were planned direct and 9,850 given: 98.7 and 98.5 %."""
    frame = pd.DataFrame(
        {"kind": ["direct", "indirect"], "planned_minutes": [9870.0, 130.0], "delivered_minutes": [9850.0, 150.0]}
    )
    drawing = mix_drawings.planned_delivered(frame, LIGHT, about=ABOUT, by="kind")
    assert drawing is not None
    assert drawing.title == "Direct is 98.5% of delivered minutes, against 98.7% planned", (
        "both are as far off: the larger"
    )


def test_a_split_as_planned_says_so() -> None:
    frame = pd.DataFrame(
        {"kind": ["direct", "indirect"], "planned_minutes": [90.0, 10.0], "delivered_minutes": [45.0, 5.0]}
    )
    drawing = mix_drawings.planned_delivered(frame, LIGHT, about=ABOUT, by="kind")
    assert drawing is not None
    assert drawing.title == "Direct is 90.0% of delivered minutes, as planned"


def test_a_large_goal_has_its_range_its_phases_and_its_minutes_on_one_axis() -> None:
    start, due = date(2025, 9, 1), date(2026, 6, 1)
    low, high = [(start, 40.0), (due, 50.0)], [(start, 40.0), (due, 70.0)]
    beneath = Beneath(low, high, 80.0, [(date(2025, 10, 15), "now 30 min a week")], [(date(2025, 9, 8), 60.0)])
    figure = goal_charts.goal(LIGHT, [(start, 42.0)], [(start, 40.0), (due, 80.0)], low, unit="%", beneath=beneath)
    names = [trace["name"] for trace in figure["data"]]
    assert names == ["range of the trend", "aimline", "trend", "measured", "minutes given"]
    assert figure["data"][0]["y"] == [40.0, 70.0, 50.0, 40.0]  # along the upper edge and back along the lower
    assert figure["data"][-1]["yaxis"] == "y2"
    assert figure["layout"]["xaxis"]["anchor"] == "y2"
    assert figure["layout"]["yaxis"]["domain"][0] > figure["layout"]["yaxis2"]["domain"][1]
    told = [note["text"] for note in figure["layout"]["annotations"]]
    assert told == ["target 80", "trend 50.0", "now 30 min a week"], "each line says where it ends"
    assert go.Figure(figure).data
    assert len(json.dumps(figure, default=str)) < 6_000
