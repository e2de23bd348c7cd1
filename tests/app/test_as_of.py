"""The as-of day: one that nobody chose follows the data, one that somebody chose stays."""

from datetime import date

import pytest
from streamlit.elements.lib import policies

from data.ingest import importer
from data.ingest.model import Options
from tests.app.conftest import LOADED, Open
from tests.app.test_every_page import LINES, LOGS, Load
from tests.quick import first
from ui.server import stores

OCTOBER = (
    "Student ID,Service,Session Date,Minutes,Status,Reason,Setting,Provider ID\n"
    "S1,OT,10/15/2025,30,Delivered,,Push-in,T1\nS2,OT,10/16/2025,30,Delivered,,Pull-out,T1\n"
)


def upload_october() -> None:
    done = importer.run(
        stores.store(stores.OWN), [("october.csv", OCTOBER.encode())], Options(load_date=LOADED), commit=True
    )
    assert done.exit_status == 0, importer.to_json(done)


@pytest.mark.parametrize("chosen", first(1, [None, date(2025, 9, 15)]))
def test_a_day_that_nobody_chose_follows_an_upload(
    open_page: Open, load: Load, chosen: date | None, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Logs are taken to speak for whole months; Streamlit has nothing to complain of where the day moves."""
    monkeypatch.setattr(policies, "_shown_default_value_warning", False)
    load(LINES | LOGS)
    app = open_page("overview")
    assert app.date_input(key="as_of").value == date(2025, 9, 30)
    if chosen:
        app.date_input(key="as_of").set_value(chosen).run()
    upload_october()
    app.run()
    assert app.date_input(key="as_of").value == (chosen or date(2025, 10, 31))
    assert "default value" not in caplog.text
