"""The make-up worklist in a narrow window: a row opens a form, and what is entered there is a decision."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics import ledger
from analytics.scope import EVERYTHING
from tests import small_district
from tests.app.conftest import Open
from ui.compliance import make_up_form
from ui.parts import narrow
from ui.server import stores


@pytest.fixture
def app(open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Moe's items, of whose six students nobody has a whole September on record, on a phone."""
    monkeypatch.setenv("MINUTES_DB", str(small_district.write(tmp_path / "own.duckdb")))
    monkeypatch.setattr(narrow, "window", lambda: 400)
    return open_page("compliance", provider="Moe, Al")


def choose_first(app: AppTest) -> AppTest:
    """Choose the first row, as the grid tells it."""
    table = next(one.value for one in app.dataframe if "missed" in one.value.columns)
    assert list(table.columns[:3]) == ["student_name", "missed", "make_up_minutes"]
    with stores.store(stores.OWN).cursor() as cur:
        items = ledger.make_ups(cur, EVERYTHING, small_district.AS_OF)
    name = tuple(str(items.iloc[0][one]) for one in ("student_id", "line_id", "period"))
    app.session_state[make_up_form.OPEN] = name
    return app.run()


@pytest.mark.slow
def test_a_decision_is_entered_in_a_form(app: AppTest) -> None:
    choose_first(app)
    next(box for box in app.selectbox if box.label == "Decision").select("declined_by_family")
    next(one for one in app.text_input if one.label == "Decided by").set_value("IEP team")
    next(one for one in app.date_input if one.label == "Decided on").set_value(date(2025, 10, 9))
    next(one for one in app.button if one.label == "Save decision").click().run()
    assert not app.exception
    with stores.store(stores.OWN).cursor() as cur:
        told = cur.execute("select decision, decided_on, decided_by from decisions where known_to is null").fetchall()
    assert told == [("declined_by_family", date(2025, 10, 9), "IEP team")]
    assert make_up_form.OPEN not in app.session_state


def test_without_who_decided_nothing_is_stored_and_the_form_stays(app: AppTest) -> None:
    choose_first(app)
    next(box for box in app.selectbox if box.label == "Decision").select("award")
    next(one for one in app.button if one.label == "Save decision").click().run()
    assert not app.exception
    assert [box for box in app.selectbox if box.label == "Decision"]
    with stores.store(stores.OWN).cursor() as cur:
        assert cur.execute("select count(*) from decisions").fetchall() == [(0,)]
