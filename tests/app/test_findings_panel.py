"""Findings and the comparison on the Overview: opened by a link, with rows, a way to mend, and another system's totals."""

from tests.app.conftest import Files, Open, words
from tests.app.test_every_page import LOGS, Load

STATED: Files = {
    "iep services.csv": "Student ID,Service,Setting,Frequency,Start Date,End Date,School,Provider ID,stated_year_minutes,"
    "Stated Delivered Minutes,Stated As Of\n"
    "S1,OT,Push-in,2 x 30 min Weekly,08/25/2025,06/05/2026,Birch,T1,2160,90,09/30/2025\n"
    "S2,OT,Pull-out,60 min/month,08/25/2025,06/05/2026,Cedar,,,,\n"
}


def test_a_link_opens_the_findings_and_their_rows(open_page: Open, load: Load) -> None:
    load(STATED | LOGS)
    app = open_page("overview")
    assert "Compare with your system" not in words(app)
    next(one for one in app.button if one.label.startswith("Look at what")).click().run()
    assert not app.exception
    app.selectbox(key="finding_rows").set_value("setting_drift").run()
    assert not app.exception
    assert "Open Delivery mix" in [one.label for one in app.button]
    rows = app.dataframe(key="rows_of_finding").value
    assert rows["minutes"].tolist() == [30.0], "S1's session of Sep 10 was pull-out"


def test_another_systems_totals_stand_beside_ours(open_page: Open, load: Load) -> None:
    """S1: 90 delivered are stated, 60 are in the log; 2,160 are 36 weeks of 60."""
    load(STATED | LOGS)
    app = open_page("overview")
    app.session_state["more_findings"] = True
    app.run()
    assert not app.exception
    assert "Compare with your system" in words(app)
    (row,) = app.dataframe(key="compared").value.to_dict("records")
    assert (row["stated_delivered_minutes"], row["delivered_minutes"], row["delivered_difference"]) == (90, 60, 30)
    assert row["year_cause"].startswith("theirs counts 36 weeks, the calendar has ")
    assert "a median of" in words(app)
