"""Compensatory awards on Compliance and on the student's page are those of the command line."""

import json
from pathlib import Path

import pytest

from tests.app.conftest import Open, words
from tests.app.same import same
from tests.app.test_every_page import LINES, LOGS, Load
from tests.app.test_traces_and_times import link_of
from tests.kept_open import asked_by_cli, let_go
from ui.parts import awards, columns

AWARDS = {
    "awards.csv": "Award ID,Student ID,Service,Minutes,Awarded On\nC1,S1,OT,600,09/02/2025\n",
    "made up for.csv": "Student ID,Service,Session Date,Minutes,Status,Award ID,Provider ID\n"
    "S1,OT,09/11/2025,60,Delivered,C1,T1\n"
    "S1,OT,09/12/2025,30,Delivered,C9,T1\n",
}


@pytest.mark.slow
def test_pages_tell_what_the_command_line_tells(open_page: Open, load: Load, tmp_path: Path) -> None:
    load(LINES | LOGS | AWARDS)
    db = tmp_path / "ledger.duckdb"
    done = asked_by_cli("awards", "--json", "--db", str(db))
    row, unknown = json.loads(done.stdout)
    told = ["award_id", "awarded_minutes", "delivered_minutes", "left_minutes"]
    assert [row[name] for name in told] == ["C1", 600, 60, 600 - 60]
    assert [unknown[name] for name in told] == ["C9", None, 30, None]
    let_go()
    app = open_page("compliance", more_compliance=awards.TITLE)
    assert "9.0 h left of 10.0 h awarded. Their sessions are in no other figure. 0.5 h name awards that aren" in words(
        app
    )
    same(app, "awards", columns.AWARDS, [row, unknown], least=5)
    app = open_page("student", student=link_of(db, "S1"))
    assert awards.TITLE in words(app)
    same(app, "student_awards", columns.AWARDS, [row, unknown], least=5)
    assert awards.TITLE not in words(open_page("student", student=link_of(db, "S2")))
