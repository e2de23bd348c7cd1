"""The extended school year has figures of its own on Compliance and on the student's page, those of the command line."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.app.conftest import Open, words
from tests.app.same import same
from tests.app.test_every_page import LINES, LOGS, Load
from tests.app.test_traces_and_times import link_of
from tests.kept_open import asked_by_cli, let_go
from ui.parts import columns, extended_year

SCHOOL_DAYS = [date(2025, 6, 2) + timedelta(days=n) for n in range(12)] + [
    date(2025, 8, 25) + timedelta(days=n) for n in range(30)
]
SUMMER = {
    "calendar.csv": "Date,Instructional\n"
    + "".join(f"{day:%m/%d/%Y},Yes\n" for day in SCHOOL_DAYS if day.weekday() < 5),
    "esy.csv": "Line ID,Student ID,Service,Frequency,Start Date,End Date,School,Provider ID,ESY\n"
    "Y1,S1,OT,120 min/week,06/16/2025,07/11/2025,Birch,T1,Yes\n",
    "esy log.csv": "Student ID,Service,Session Date,Minutes,Status,Provider ID\n"
    "S1,OT,06/17/2025,90,Delivered,T1\nS1,OT,07/08/2025,60,Delivered,T1\n",
}
"""Four weeks of 120 minutes, of which 150 are delivered; the calendar ends on Jun 13 and begins again on Aug 25."""
ASKED = {"as_of": "2025-09-12"}


def test_pages_tell_what_the_command_line_tells(open_page: Open, load: Load, tmp_path: Path) -> None:
    load(LINES | LOGS | SUMMER)
    db = tmp_path / "ledger.duckdb"
    done = asked_by_cli("ledger", "--esy", "--by", "service", "--as-of", ASKED["as_of"], "--json", "--db", str(db))
    (row,) = json.loads(done.stdout)
    assert (row["expected_minutes"], row["delivered_minutes"], row["make_up_minutes"]) == (4 * 120, 150, 480 - 150)
    assert "Provisional: summer days that no calendar lists" in done.stderr
    let_go()
    for page, more in (("compliance", {}), ("student", {"student": link_of(db, "S1")})):
        app = open_page(page, **ASKED, **more)
        assert extended_year.TITLE in words(app)
        assert "in no other figure: 8.0 h expected to date, 2.5 h credited. Provisional:" in words(app)
        same(app, "extended_year", {"name": columns.group("line"), **columns.LEDGER}, [row], least=5)
    assert extended_year.TITLE not in words(open_page("student", student=link_of(db, "S2"), **ASKED))


@pytest.mark.slow
def test_how_its_figure_comes_about_is_told(open_page: Open, load: Load, tmp_path: Path) -> None:
    """June's weeks are those of Jun 16 and 23: 240 owed, 90 given."""
    load(LINES | LOGS | SUMMER)
    app = open_page("student", student=link_of(tmp_path / "ledger.duckdb", "S1"), **ASKED)
    app.session_state["more_student_trace"] = True
    app.run()
    box = app.selectbox(key="student_trace_line")
    (label,) = [one for one in box.options if "extended school year" in one]
    box.select(label).run()
    app.selectbox(key="student_trace_month").set_value("2025-06").run()
    said = words(app)
    assert "Line Y1 is OT, direct: 120 minutes a week" in said
    assert "Tue Jun 17: delivered, 90 minutes. [esy log.csv, row 2]" in said
    assert "Credited: the smaller of 90 given and 240 expected = 90" in said


def test_without_its_lines_there_is_no_section(open_page: Open, load: Load) -> None:
    load(LINES | LOGS)
    assert extended_year.TITLE not in words(open_page("compliance"))
