"""What the charts say: titles are computed from the frame, by arithmetic that stands here."""

import io
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from PIL import Image

from analytics.policies import Policies
from ui.charts import bars, drawings
from ui.charts.palette import LIGHT
from ui.delivery_mix import mix_drawings
from ui.goal_progress import goal_drawings
from ui.handouts import picture

NAMES = {"B": "Birch", "C": "Cedar", "E": "Elm"}
ABOUT = "data as of Oct 31"


def ledger_by_school(rates: dict[str, float | None]) -> pd.DataFrame:
    return pd.DataFrame({"school": list(rates), "adjusted_rate": list(rates.values())})


def test_rates_name_the_lowest_and_count_those_under_the_line() -> None:
    frame = ledger_by_school({"B": 0.99, "C": 0.712, "E": 0.94})
    drawing = drawings.rates(
        frame, "school", NAMES, LIGHT, what="school", many="schools", policy=Policies(), about=ABOUT
    )
    assert drawing is not None
    assert drawing.title == "2 of 3 schools are under 95%; lowest is Cedar at 71.2%"  # 0.712 and 0.94
    assert drawing.figure.names == ["Cedar", "Elm", "Birch"]


def test_where_every_school_is_under_the_line_all_are_told_so() -> None:
    frame = ledger_by_school({"B": 0.94, "C": 0.712})
    drawing = drawings.rates(frame, "school", NAMES, LIGHT, what="school", many="schools", policy=Policies(), about="")
    assert drawing is not None
    assert drawing.title == "Both schools are under 95%; lowest is Cedar at 71.2%"


def test_a_group_without_a_denominator_has_no_bar() -> None:
    frame = ledger_by_school({"B": 0.99, "C": None})
    drawing = drawings.rates(
        frame, "school", NAMES, LIGHT, what="school", many="schools", policy=Policies(), about=ABOUT
    )
    assert drawing is not None
    assert drawing.title == "Every school is at 95% or above; lowest is Birch at 99.0%"
    assert (
        drawings.rates(frame.tail(1), "school", NAMES, LIGHT, what="s", many="s", policy=Policies(), about="") is None
    )


def went(rows: dict[str, tuple[float, float]]) -> pd.DataFrame:
    """Credited and unrecorded minutes by school; the other parts are nothing."""
    frame = pd.DataFrame({"school": list(rows), "credited": [one for one, _ in rows.values()]})
    return frame.assign(
        excused=0.0, review=0.0, make_up_recorded=0.0, no_record=[two for _, two in rows.values()], open=0.0, excess=0.0
    )


def test_where_it_went_names_who_holds_the_hours_without_a_record() -> None:
    frame = went({"B": (600.0, 180.0), "C": (600.0, 120.0), "E": (600.0, 100.0)})
    drawing = drawings.where_it_went(frame, "school", NAMES, LIGHT, what="schools", about=ABOUT)
    assert drawing is not None
    # 180 + 120 = 300 of 400 minutes: three quarters
    assert drawing.title == "Birch and Cedar hold 75% of the hours not accounted for"
    credited = next(part for part in drawing.figure.parts if part.name == "delivered and credited")
    assert credited.values == [10.0, 10.0, 10.0]  # 600 minutes are 10 hours
    # what they are sorted by: 180, 120 and 100 minutes
    assert [one.split(" · ")[1] for one in drawing.figure.names] == [
        "3.0 h not accounted for", "2.0 h not accounted for", "1.7 h not accounted for",
    ]  # fmt: skip


def test_one_school_that_holds_most_is_named_alone() -> None:
    drawing = drawings.where_it_went(
        went({"B": (1.0, 75.0), "C": (1.0, 25.0)}), "school", NAMES, LIGHT, what="s", about=""
    )
    assert drawing is not None
    assert drawing.title == "Birch holds 75% of the hours not accounted for"


def test_nothing_without_a_record_is_said_in_words() -> None:
    drawing = drawings.where_it_went(went({"B": (60.0, 0.0)}), "school", NAMES, LIGHT, what="s", about="")
    assert drawing is not None
    assert drawing.title == "No expected hours are left unaccounted for"


def test_the_trend_compares_the_last_two_whole_months_and_leaves_the_running_one_hollow() -> None:
    frame = pd.DataFrame(
        {
            "month": ["2025-09", "2025-10", "2025-11"],
            "adjusted_rate": [0.94, 0.812, 0.5],
            "expected_minutes": [1.0, 1.0, 1.0],
            "open_minutes": [0.0, 0.4, 0.4],
        }
    )
    drawing = drawings.trend(frame, LIGHT, as_of=date(2025, 11, 14), target=0.95, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "Oct fell to 81.2%, from 94.0% in Sep"
    assert drawing.figure["data"][0]["marker"]["color"] == [LIGHT.accent, LIGHT.accent, LIGHT.paper]
    assert drawing.subtitle == f"{ABOUT} Hollow: still open."
    early = drawings.trend(frame, LIGHT, as_of=date(2025, 10, 31), target=0.95, about=ABOUT)
    assert early is not None
    assert early.subtitle.endswith("A week counts in the month that holds most of its days.")


def test_a_month_of_which_most_is_still_open_is_hollow_too() -> None:
    frame = pd.DataFrame(
        {
            "month": ["2025-09", "2025-10"], "adjusted_rate": [0.94, 0.5], "provider_rate": [0.99, 0.9],
            "expected_minutes": [1.0, 1.0], "open_minutes": [0.0, 0.6],
        }
    )  # fmt: skip
    drawing = drawings.trend(frame, LIGHT, as_of=date(2025, 10, 31), target=0.95, about=ABOUT, measure="provider_rate")
    assert drawing is not None
    assert (drawing.title, drawing.subtitle) == ("Sep stands at 99.0%", "data as of Oct 31 Hollow: still open.")
    assert drawing.figure["data"][0]["marker"]["color"] == [LIGHT.accent, LIGHT.paper]
    assert not drawing.figure["layout"]["shapes"], "the line that counts as on track is one of the adjusted rate"


def test_each_bar_has_the_shape_of_its_band() -> None:
    """From 95 % on track, from 85 watch, from 70 at risk, below critical."""
    frame = ledger_by_school({"B": 0.95, "C": 0.85, "E": 0.7, "F": 0.6999})
    drawing = drawings.rates(frame, "school", NAMES, LIGHT, what="school", many="schools", policy=Policies(), about="")
    assert drawing is not None
    assert drawing.figure.texts == ["■ 70.0%", "◆ 70.0%", "▲ 85.0%", "● 95.0%"]
    assert drawing.figure.fills == [LIGHT.critical, LIGHT.at_risk, LIGHT.watch, LIGHT.on_track]


def test_other_definitions_have_no_bands() -> None:
    frame = pd.DataFrame({"school": ["B", "C"], "gross_rate": [0.9, 0.8]})
    drawing = drawings.rates(
        frame, "school", NAMES, LIGHT, what="school", many="schools", policy=Policies(), about="", measure="gross_rate"
    )
    assert drawing is not None
    assert drawing.title == "Lowest is Cedar at 80.0%, of 2 schools"
    assert drawing.figure.texts == ["80.0%", "90.0%"]
    assert drawing.figure.target is None


def test_over_delivery_is_a_mark_of_its_own_past_what_was_expected() -> None:
    frame = went({"B": (600.0, 0.0), "C": (300.0, 0.0)}).assign(excess=[90.0, 0.0])
    drawing = drawings.where_it_went(frame, "school", NAMES, LIGHT, what="schools", about="")
    assert drawing is not None
    assert drawing.figure.ends == ["◊ +1.5 h", ""]  # 90 minutes
    assert drawing.figure.length(0) == 10.0  # the bar ends at 600 minutes
    assert sum(part.total for part in drawing.figure.parts) == 15.0  # the bars are the 900 minutes


def test_students_by_rate_count_those_far_below() -> None:
    frame = pd.DataFrame(
        {
            "measure": ["adjusted_rate"] * 4 + ["gross_rate"], "bin": [0, 6, 7, 10, 3], "students": [1, 2, 30, 40, 9],
        }
    )  # fmt: skip
    drawing = drawings.students_by_rate(frame, LIGHT, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "3 of 73 students are under 70%"
    assert drawing.figure["data"][0]["y"] == [1, 0, 0, 0, 0, 0, 2, 30, 0, 0, 40]
    assert drawing.figure["layout"]["xaxis"]["ticktext"] == [str(ten) for ten in range(0, 101, 10)]
    assert drawing.figure["data"][0]["marker"]["color"] == [LIGHT.critical] * 7 + [LIGHT.accent] * 4
    assert drawings.students_by_rate(frame, LIGHT, about="", measure="provider_rate") is None


def test_steps_at_which_nobody_is_are_not_drawn_below_the_lowest() -> None:
    """From 50 % on where the lowest student is higher, so that a few columns don't stand alone; from the lowest where lower."""
    steps = pd.DataFrame({"measure": "adjusted_rate", "bin": [8, 9], "students": [3, 5]})
    high = drawings.students_by_rate(steps, LIGHT, about=ABOUT)
    assert high is not None
    assert high.figure["layout"]["xaxis"]["ticktext"] == ["50–60", "60–70", "70–80", "80–90", "90–100", "100"]
    assert high.figure["data"][0]["y"] == [0, 0, 0, 3, 5, 0]
    low = drawings.students_by_rate(steps.assign(bin=[3, 9]), LIGHT, about=ABOUT)
    assert low is not None and low.figure["layout"]["xaxis"]["ticktext"][0] == "30–40"
    assert low.title == "3 of 8 students are under 70%"


def test_the_reasons_are_sorted_and_the_title_says_whose_they_are() -> None:
    frame = pd.DataFrame(
        {
            "reason": ["holiday", "vacancy", "no_record", "vacancy"],
            "cause": ["calendar", "provider", "no_record", "provider"],
            "minutes": [60.0, 240.0, 300.0, 80.0],
        }
    )
    drawing = drawings.reasons(frame, LIGHT, about=ABOUT)
    assert drawing is not None
    # of 680 minutes: 240 + 80 = 320 are 47 %, 300 are 44 %, 60 are 9 %
    assert drawing.title == "Provider reasons make up 47% of the missed hours, hours not accounted for 44%"
    assert drawing.alt == "Missed hours: provider 47%, not accounted for 44%, calendar 9%"
    assert drawing.figure.values == [320 / 60, 5.0, 1.0]
    # the running share of 680: 320, 620, 680
    assert drawing.figure.texts == ["5.3 h · 47%", "5.0 h · together 91%", "1.0 h · together 100%"]
    assert [(name, pattern, told) for _, pattern, name, told in drawing.figure.key] == [
        ("provider", "", "5.3 h · 47%"), ("not accounted for", "/", "5.0 h · 44%"), ("calendar", ".", "1.0 h · 9%"),
    ]  # fmt: skip


def test_what_the_reasons_of_each_side_come_to_is_text_of_the_page_and_of_its_picture() -> None:
    frame = pd.DataFrame({"reason": ["vacancy"], "cause": ["provider"], "minutes": [90.0]})
    drawing = drawings.reasons(frame, LIGHT, about=ABOUT)
    assert drawing is not None
    assert "provider <b>1.5 h · 100%</b>" in bars.as_html(drawing.figure, drawing.title)
    without = replace(drawing, figure=replace(drawing.figure, key=()))
    tall, low = (Image.open(io.BytesIO(picture.png(one))).height for one in (drawing, without))
    assert tall - low == picture.KEY * picture.FINE


def test_the_heat_map_finds_the_peak_of_one_cause() -> None:
    frame = pd.DataFrame(
        {
            "school": ["B", "B", "C", "C"],
            "month": ["2025-10", "2025-11", "2025-11", "2025-11"],
            "cause": ["provider", "provider", "provider", "student"],
            "minutes": [60.0, 600.0, 120.0, 9_000.0],
        }
    )
    drawing = drawings.cause_heat(frame, "provider", NAMES, LIGHT, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "Provider: most at Birch in Nov, 10.0 h"
    cells, names, _ = drawing.figure["data"]
    assert cells["z"] == [[1.0, 10.0], [0.0, 2.0]]
    # each name begins at the left edge, over its cells: 24 of 44 pixels, so 12 / 44 above their middle, and its tails' 0.07
    assert (names["text"], names["x"]) == (["Birch", "Cedar"], [-0.5, -0.5])
    assert names["y"] == pytest.approx([-12 / 44 - 0.07, 1 - 12 / 44 - 0.07])
    assert drawings.cause_heat(frame, "school", NAMES, LIGHT, about="") is None


def test_lines_too_early_to_judge_are_not_in_the_share_on_track() -> None:
    frame = pd.DataFrame({"band": ["on_track"] * 3 + ["critical", "too_early"]})
    drawing = drawings.bands(frame, LIGHT, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "3 of 4 service lines are on track"


def test_the_mix_names_the_largest_difference() -> None:
    frame = pd.DataFrame(
        {"setting": ["push_in", "pull_out"], "planned_minutes": [300.0, 700.0], "delivered_minutes": [50.0, 450.0]}
    )
    drawing = mix_drawings.planned_delivered(frame, LIGHT, about=ABOUT)
    assert drawing is not None
    # planned 300/1000 and 700/1000, delivered 50/500 and 450/500: both differ by 20 points, the first in order is named
    assert drawing.title == "Pull-out is 90.0% of delivered minutes, against 70.0% planned"


def test_a_mix_without_a_log_says_what_is_planned_only() -> None:
    frame = pd.DataFrame(
        {"setting": ["push_in", "pull_out"], "planned_minutes": [300.0, 700.0], "delivered_minutes": 0.0}
    )
    drawing = mix_drawings.planned_delivered(frame, LIGHT, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "Pull-out is 70% of planned minutes"
    assert (drawing.figure.values, drawing.figure.rings, drawing.figure.texts) == ([0.7, 0.3], [], ["70.0%", "30.0%"])
    assert drawing.subtitle == ABOUT


def test_the_goals_that_need_a_look_are_named_first() -> None:
    frame = pd.DataFrame({"status": ["on_track", "off_track", "at_risk", "off_track", "stale", "ended"]})
    drawing = goal_drawings.goal_statuses(frame, LIGHT, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "2 off track, 1 at risk and 1 stale, of 5 goals in force"
    assert drawing.figure.names[-1] == "ended"


def test_empty_frames_draw_nothing() -> None:
    assert drawings.where_it_went(went({}), "school", NAMES, LIGHT, what="schools", about="") is None
    assert drawings.bands(pd.DataFrame({"band": []}), LIGHT, about="") is None


def test_what_a_chart_leaves_to_its_table() -> None:
    said = [drawings.more(rest, "providers") for rest in (0, 1, 2)]
    assert said == ["", " The table has 1 more provider.", " The table has 2 more providers."]
