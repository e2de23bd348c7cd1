"""One student's pictures and paper: what they say is counted from the frames that stand here."""

import io
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from pypdf import PdfReader

from ui.charts.palette import DARK, LIGHT, Palette, contrast
from ui.handouts import paper
from ui.parts import words
from ui.student import student_drawings

ABOUT, AS_OF = "data as of Nov 28", date(2025, 11, 28)
CAUSES = {"student_absent": "student", "provider_absent": "provider", "unknown": "other"}
LINE: dict[str, Any] = {
    "service": "OT", "setting": "push_in", "plan_type": "IEP", "esy": False, "is_usable": True, "amount_text": "",
    "amount_minutes": 60.0, "cycle": "week", "window_from": pd.Timestamp(2025, 9, 1),
    "window_to": pd.Timestamp(2025, 10, 14), "is_in_force": False, "ended_by": "amendment", "provider_name": "Łącka, Zofia",
}  # fmt: skip
LATER = {**LINE, "amount_minutes": 30.0, "window_from": pd.Timestamp(2025, 10, 15),
         "window_to": pd.Timestamp(2026, 6, 5), "is_in_force": True, "ended_by": "end"}  # fmt: skip
MANDATES = pd.DataFrame([LINE, LATER])
SESSION: dict[str, Any] = {
    "session_date": pd.Timestamp(2025, 9, 8), "service": "OT", "status": "delivered", "reason": None, "minutes": 30.0,
    "setting": "push_in", "provider_name": "Łącka, Zofia", "makes_up_date": None,
}  # fmt: skip
MISSED = {**SESSION, "session_date": pd.Timestamp(2025, 9, 10), "status": "missed", "reason": "student_absent",
          "minutes": 0.0, "setting": None}  # fmt: skip
MADE_UP = {**SESSION, "session_date": pd.Timestamp(2025, 9, 19), "status": "make_up",
           "makes_up_date": pd.Timestamp(2025, 9, 10)}  # fmt: skip
SESSIONS = pd.DataFrame([SESSION, MISSED, MADE_UP])


def test_mandates_are_bars_over_their_days() -> None:
    drawing = student_drawings.mandates(MANDATES, LIGHT, as_of=AS_OF, about=ABOUT)
    assert drawing is not None
    assert drawing.title == "1 service line in force; 1 line ended by a later one"
    first, second, _ = drawing.figure["data"]
    assert first["base"] == [date(2025, 9, 1)]
    assert first["x"] == [44 * 86_400_000]  # 30 days of September and 14 of October
    assert "OT push-in, 60 min a week" in first["hovertemplate"]
    assert (first["marker"]["pattern"]["shape"], "pattern" in second["marker"]) == ("/", False)
    assert go.Figure(drawing.figure).data


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "OT push-in, 60 min a week"),
        ({"cycle": "rotation:6", "plan_type": "504"}, "OT push-in (504), 60 min every 6 school days"),
        ({"cycle": "weeks:2", "esy": True}, "OT push-in in summer, 60 min every 2 weeks"),
        ({"is_usable": False, "amount_text": "as needed", "setting": None}, "OT, “as needed” (can't be read)"),
    ],
)
def test_a_mandate_in_words(changes: dict[str, Any], said: str) -> None:
    assert student_drawings.mandate({**LINE, **changes}) == said


def test_the_calendar_shows_the_reason_of_a_missed_day() -> None:
    found = student_drawings.sessions(SESSIONS, CAUSES, LIGHT, about=ABOUT)
    assert found is not None
    assert found.drawing.title == "3 sessions on file, 1 missed: student absent (1)"
    trace = found.drawing.figure["data"][0]
    assert [line[0] for line in trace["text"]] == ["●", "", "S", "", ""]  # Mon Sep 8 given, Wed Sep 10 missed
    assert trace["text"][4][1] == "▲"  # Fri Sep 19, the second week
    assert trace["customdata"][2][0] == "Sep 10: OT missed, student absent"
    assert found.legend == "● delivered · ▲ make-up · S missed, student"
    assert student_drawings.sessions(SESSIONS.head(0), CAUSES, LIGHT, about=ABOUT) is None


def test_no_missed_session_hides_behind_another_of_its_day() -> None:
    both = pd.DataFrame([{**MISSED, "session_date": SESSION["session_date"]}, SESSION])
    found = student_drawings.sessions(both, CAUSES, LIGHT, about=ABOUT)
    assert found is not None
    assert found.drawing.figure["data"][0]["text"][0] == ["S"]
    assert found.drawing.figure["data"][0]["customdata"][0][0] == (
        "Sep 8: OT missed, student absent; OT delivered, 30 min"
    )
    assert found.legend == "S missed, student · of several on a day, the missed one is shown"


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_each_mark_of_the_calendar_can_be_read_on_its_day(colours: Palette) -> None:
    rows = [
        {**MISSED, "session_date": pd.Timestamp(2025, 9, 8) + pd.Timedelta(weeks=place), "reason": cause}
        for place, cause in enumerate(student_drawings.CAUSE_MARKS)
    ]
    given = [
        {**SESSION, "session_date": pd.Timestamp(2025, 9, 9) + pd.Timedelta(weeks=place), "status": status}
        for place, status in enumerate(student_drawings.MARKS)
    ]
    causes = {cause: cause for cause in student_drawings.CAUSE_MARKS}
    found = student_drawings.sessions(pd.DataFrame(rows + given), causes, colours, about=ABOUT)
    assert found is not None
    cells, marks = found.drawing.figure["data"]
    assert len(marks["text"]) == 10  # six causes, four kinds of sessions
    for week, day, ink in zip(marks["x"], marks["y"], marks["textfont"]["color"], strict=True):
        share = cells["z"][day][week] / cells["zmax"]
        ground = next(shade for place, shade in reversed(cells["colorscale"]) if place <= share)
        assert contrast(ink, ground) >= 4.5, (ink, ground)


def _log(**changes: Any) -> paper.Log:
    months = pd.DataFrame([{
        "month": "2025-09-01", "expected_minutes": 240.0, "credited_minutes": 60.0, "excused_minutes": 30.0,
        "review_minutes": 0.0, "make_up_minutes": 150.0, "unaccounted_minutes": 120.0, "excess_minutes": 15.0,
    }])  # fmt: skip
    asked = {
        "student": {"student_name": "Nguyễn, Ánh", "student_id": "S1", "grade": "3"}, "school": "Birch",
        "when": "data as of Nov 28, 2025", "loaded": "OT: logs to Nov 28.", "mandates": MANDATES, "months": months,
        "sessions": SESSIONS, "make_ups": pd.DataFrame(), **changes,
    }  # fmt: skip
    return paper.Log(**asked)


def _text(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


@pytest.mark.slow
def test_the_service_log_on_paper_says_what_the_figures_say() -> None:
    text = _text(paper.service_log(_log()))
    for said in ("Nguyễn, Ánh", "Łącka, Zofia", "Student id S1 · Birch · grade 3", "60 min a week", "Oct 14, 2025",
                 "Sep 2025 240 min 60 min 30 min 0 min 150 min 120 min 15 min", "missed: student absent",
                 "make-up of Sep 10", "Occupational therapy (OT)",
                 "in the classroom (push-in)", "Data as of Nov 28, 2025", "page 1 of 1"):  # fmt: skip
        assert said in text, said
    assert "Minutes that may have to be made up" not in text
    assert "Sample district" not in text


def test_what_became_of_the_minutes_promised_is_a_sentence_that_adds_up() -> None:
    """240 = 60 given + 30 excused + 150 to make up; of 300 promised 60 more are of a month that isn't over."""
    months = _log().months
    assert paper.in_short(months) == (
        "Of 240 min promised so far, 60 min were given as promised (25.0%), 30 min were missed for reasons that are excused and "
        "150 min may have to be made up. For 120 min of those to be made up neither a session nor a reason is on file."
    )
    going_on = months.assign(expected_minutes=300.0, unaccounted_minutes=0.0, excused_minutes=0.0, review_minutes=30.0)
    assert paper.in_short(going_on) == (
        "Of 300 min promised so far, 60 min were given as promised (20.0%), 30 min are to be looked at, 150 min may have to be "
        "made up and 60 min belong to weeks or months that aren't over."
    )
    assert paper.in_short(months.assign(expected_minutes=0.0)).startswith("No minutes were promised")


@pytest.mark.slow
def test_make_ups_on_paper_stand_by_their_days_each_with_where() -> None:
    row = {"service": "OT", "setting": "push_in", "make_up_minutes": 30.0, "make_up_sessions": 1.0, "decision": None,
           "period_start": pd.Timestamp(2025, 10, 1), "period_end": pd.Timestamp(2025, 10, 31)}  # fmt: skip
    earlier = {**row, "service": "PT", "setting": None, "period_start": pd.Timestamp(2025, 9, 1)}
    text = _text(paper.service_log(_log(make_ups=pd.DataFrame([row, earlier]))))
    assert text.index("PT 30 min 1 Sep 1, 2025") < text.index("OT, push-in 30 min 1 Oct 1, 2025")


@pytest.mark.slow
def test_a_student_with_nothing_on_file_has_a_log_that_says_so() -> None:
    empty = _log(mandates=MANDATES.head(0), sessions=SESSIONS.head(0), months=pd.DataFrame(), is_sample=True)
    text = _text(paper.service_log(empty))
    assert text.count("Nothing is on file.") == 3
    assert "every name and number here is invented" in text


def test_cycles_in_words() -> None:
    assert [words.cycle(one) for one in ("week", "rotation:1", "weeks:4", "iep_year")] == [
        "a week", "a school day", "every 4 weeks", "an IEP year",
    ]  # fmt: skip
