"""The watch list on Compliance is that of the command line; the student's page says why its student is on it."""

import json
from pathlib import Path

import pytest

from tests.analytics.test_watch_list import AS_OF, CALENDAR, LINES, LOG
from tests.app.conftest import Open, words
from tests.app.same import same
from tests.app.test_every_page import Load
from tests.app.test_traces_and_times import link_of
from tests.kept_open import asked_by_cli, let_go
from ui.parts import columns, watch_list


@pytest.mark.slow
def test_pages_tell_what_the_command_line_tells(open_page: Open, load: Load, tmp_path: Path) -> None:
    load({"calendar.csv": CALENDAR, "lines.csv": LINES, "log.csv": LOG})
    db = tmp_path / "ledger.duckdb"
    done = asked_by_cli("watch-list", "--as-of", f"{AS_OF}", "--json", "--db", str(db))
    rows = json.loads(done.stdout)
    assert sorted(row["line_id"] for row in rows) == ["L1", "L3", "L7"]
    let_go()
    app = open_page("compliance", more_compliance=watch_list.TITLE, as_of=f"{AS_OF}")
    assert "3 students, 3 service lines: absent three times in a row, or a quarter of twelve." in words(app)
    same(app, "watch_list", columns.WATCH_LIST, rows, least=5)
    said = words(open_page("student", student=link_of(db, "S1"), as_of=f"{AS_OF}"))
    assert "absent at 3 of the last 4 planned sessions, 3 in a row, last on Sep 22" in said
    assert "On the watch list" not in words(open_page("student", student=link_of(db, "S2"), as_of=f"{AS_OF}"))
