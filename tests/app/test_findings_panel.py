"""Findings and the comparison on the Overview: opened by a link, with rows, a way to mend, and another system's totals."""

from datetime import date, timedelta

import duckdb
import pandas as pd
import pytest

from analytics import findings, students
from analytics.scope import EVERYTHING, Selection
from tests.app.conftest import LOADED, Files, Open, words
from tests.app.test_every_page import LOGS, Load
from ui.overview import findings as findings_panel
from ui.server import stores
from ui.shell import session

END = date(2026, 6, 5)

STATED: Files = {
    "iep services.csv": "Student ID,Service,Setting,Frequency,Start Date,End Date,School,Provider ID,stated_year_minutes,"
    "Stated Delivered Minutes,Stated As Of\n"
    "S1,OT,Push-in,2 x 30 min Weekly,08/25/2025,06/05/2026,Birch,T1,2160,90,09/30/2025\n"
    "S2,OT,Pull-out,60 min/month,08/25/2025,06/05/2026,Cedar,,,,\n"
}


def test_the_findings_open_and_their_rows(open_page: Open, load: Load) -> None:
    load(STATED | LOGS)
    app = open_page("overview")
    assert "Compare with your system" not in words(app)
    next(one for one in app.get("button_group") if one.key == "more_overview").set_value([findings_panel.TITLE]).run()
    assert not app.exception
    app.selectbox(key="finding_rows").set_value("setting_drift").run()
    assert not app.exception
    assert [one.proto.label for one in app.get("page_link")] == ["Confirm the calendar", "Open Delivery mix"]
    rows = app.dataframe(key="rows_of_finding").value
    assert rows["minutes"].tolist() == [0.5], "hours: S1's session of Sep 10 was pull-out"


@pytest.mark.slow
def test_another_systems_totals_stand_beside_ours(open_page: Open, load: Load) -> None:
    """S1: 90 delivered are stated, 60 are in the log; 2,160 are 36 weeks of 60."""
    load(STATED | LOGS)
    app = open_page("overview", more_overview=findings_panel.TITLE)
    assert not app.exception
    assert "Compare with your system" in words(app)
    (row,) = app.dataframe(key="compared").value.to_dict("records")
    assert (row["stated_delivered_minutes"], row["delivered_minutes"], row["delivered_difference"]) == (90, 60, 30)
    assert row["year_cause"].startswith("theirs counts 36 weeks, the calendar has ")
    assert "a median of" in words(app)


TWO_MONTHS: Files = {
    "lines.csv": "Line ID,Student ID,Service,Frequency,Start Date,End Date,School,Provider ID\n"
    "L1,S1,OT,2 x 30 min Weekly,08/25/2025,06/05/2026,Birch,T1\n"
    "L2,S2,OT,60 min weekly,08/25/2025,06/05/2026,Cedar,T1\n"
    "L3,S3,OT,60 min weekly,08/25/2025,06/05/2026,Cedar,T1\n",
}
FEWER: Files = {"lines of march.csv": TWO_MONTHS["lines.csv"].rsplit("L2", 1)[0]}  # type: ignore[arg-type]


@pytest.mark.slow
def test_lines_that_a_newer_list_lacks_are_answered_where_the_finding_stands(open_page: Open, load: Load) -> None:
    """Of two lines that the list of March 6 lacks one is said to have ended on the day before, the other goes on."""
    load(TWO_MONTHS | LOGS, FEWER)
    app = open_page("overview", more_overview=findings_panel.TITLE)
    assert findings.named("missing_from_snapshot").text in app.selectbox(key="finding_rows").options
    app.selectbox(key="finding_rows").set_value("missing_from_snapshot").run()
    assert app.dataframe(key="rows_of_finding").value["line_id"].tolist() == ["L2", "L3"]
    (said,) = [one for one in app.segmented_control if one.label == "What became of them?"]
    said.set_value("some have ended").run()
    (over,) = [one for one in app.multiselect if one.label.startswith("These have ended")]
    assert over.options == ["S2, OT, 60 min, from Aug 25", "S3, OT, 60 min, from Aug 25"]
    over.select(over.options[0]).run()
    next(one for one in app.button if one.label == "Save this answer").click().run()
    assert not app.exception
    found = session.open_view(stores.OWN).read(
        lambda cur: cur.execute(
            "select line_id, end_date from service_lines where known_to is null order by line_id"
        ).fetchall()
    )
    assert found == [("L1", END), ("L2", LOADED - timedelta(days=1)), ("L3", END)]
    assert findings.named("missing_from_snapshot").text not in app.selectbox(key="finding_rows").options


BESIDE: Files = {
    "lines.csv": "Line ID,Student ID,Service,Setting,Minutes,Frequency,Start Date,School,Provider ID\n"
    "L1,S1,OT,Pull-out,60,weekly,08/25/2025,Birch,T1\n"
    "L2,S1,OT,Push-in,30,weekly,09/15/2025,Birch,T1\n",
}


@pytest.mark.slow
def test_changed_or_additional_is_answered_and_taken_back_where_the_finding_stands(open_page: Open, load: Load) -> None:
    load(BESIDE | LOGS)
    app = open_page("overview", more_overview=findings_panel.TITLE)
    app.selectbox(key="finding_rows").set_value("changed_or_additional").run()
    assert "S1, OT: 60 min a week, pull-out, from Aug 25; then 30 min a week, push-in, from Sep 15." in words(app)
    (said,) = [one for one in app.segmented_control if one.label == "What became of the earlier line?"]
    said.set_value("changed").run()
    next(one for one in app.button if one.label == "Save this answer").click().run()
    assert not app.exception

    def ends() -> list[tuple[str, date]]:
        def told(cur: duckdb.DuckDBPyConnection) -> pd.DataFrame:
            return students.mandates(cur, EVERYTHING, END, Selection(students=("S1",)))

        frame = session.open_view(stores.OWN).read(told)
        return sorted((one.line_id, pd.Timestamp(one.window_to).date()) for one in frame.itertuples())

    assert ends() == [("L1", date(2025, 9, 14)), ("L2", END)]
    assert findings.named("changed_or_additional").text not in app.selectbox(key="finding_rows").options
    app.session_state["line_answers"] = True
    app.run()
    assert "S1, OT, L1 and L2: the later one replaced it, as " in words(app)
    next(one for one in app.button if one.label == "Take back").click().run()
    assert not app.exception
    assert ends() == [("L1", END), ("L2", END)]
