"""Choosing policies on the page: what is shown, what is stored, and what stands in the record."""

from collections.abc import Callable

import pytest

from analytics import policies
from data import settings
from tests.app.conftest import Files, Open, words
from ui.definitions import blocks as definitions
from ui.server import stores

LINES: Files = {
    "lines.csv": "Line ID,Student ID,Service,Frequency,Start Date,End Date,School\n"
    "L1,S1,OT,1 x 30 min Weekly,09/02/2025,10/31/2025,Birch\n"
}


def _stored() -> dict[str, str]:
    with stores.store(stores.OWN).cursor() as cur:
        return {str(row[0]): str(row[1]) for row in settings.policies(cur, "2025-26")}


@pytest.mark.slow
def test_a_share_is_chosen_in_percent_and_the_record_says_so(open_page: Open, load: Callable[[Files], None]) -> None:
    load(LINES)
    app = open_page("definitions", settings_tab="Policies")
    app.session_state["settings_tab"] = "Policies"
    app.run()
    assert app.number_input(key="policy_on_track").value == 95
    assert app.number_input(key="policy_on_track").label.replace("\\", "") == "On track from (%)"
    assert f"all {len(policies.NAMES)} policies are defaults" in words(app)
    assert app.number_input(key="policy_overloaded_above").value == 110
    assert app.number_input(key="policy_contract_minutes_per_fte").value == 2250
    save = next(one for one in app.button if one.label == "Save the changes")
    save.click().run()
    assert _stored() == {}, "nothing was changed, so nothing is chosen"
    app.number_input(key="policy_on_track").set_value(92.5)
    app.selectbox(key="policy_closures").set_value("not_made_up")
    next(one for one in app.button if one.label == "Save the changes").click().run()
    assert not app.exception
    assert _stored() == {"on_track": "0.925", "closures": "not_made_up"}
    assert app.number_input(key="policy_on_track").value == 92.5
    assert app.number_input(key="policy_on_track").label.replace("\\", "") == "On track from (%) · chosen"
    assert f"2 of {len(policies.NAMES)} policies are chosen" in words(app)
    record = app.dataframe[0].value.set_index("policy")["value"].to_dict()
    assert record == {"On track from (%)": "92.5", "Weeks shortened by holidays": "not made up: a fifth a day"}


def test_definitions_name_policies_as_the_form_does(open_page: Open) -> None:
    assert definitions.policies_in_words("closures, edge_months") == (
        "Weeks shortened by holidays, First and last month of the year"
    )
    assert (
        definitions.policies_in_words("student_absent and the other reasons") == "student absent and the other reasons"
    )
    assert "edge_months" not in words(open_page("definitions"))
