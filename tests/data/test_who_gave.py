"""Who gave each session, told beside whom it was assigned to, and headings that only sound so."""

import pytest

from data.ingest.tables import find
from data.ingest.values import whom
from data.store import open_store
from tests.data.loading import tried
from tests.data.sheets import records, sheet


@pytest.mark.parametrize(
    "heading",
    ["Session Provided By", "Services Rendered By", "Therapy delivered by", "Seen By", "Treated By", "Covered By", "Who Provided",
     "Who saw the student"],
)  # fmt: skip
def test_who_gave_a_session_goes_before_whom_it_was_assigned_to(heading: str) -> None:
    """Kim Ueda stood in on the 10th; on the 17th nobody did, since the session was missed."""
    (found,) = find(
        sheet(f"""
        Student ID|Service|Date|Minutes|Status|Assigned Therapist|{heading}
        1|OT|11/3/2025|30|Delivered|Tully, Ron|Tully, Ron
        1|OT|11/10/2025|30|Delivered|Tully, Ron|Ueda, Kim
        1|OT|11/17/2025||Student absent|Tully, Ron|
        """)
    )
    assert found.headings == ("Student ID", "Service", "Date", "Minutes", "Status", "Provider")
    assert [row[-1] for row in records(found)] == ["Tully, Ron", "Ueda, Kim", "Tully, Ron"]


@pytest.mark.parametrize(
    ("heading", "names_one"),
    [("Service Provided By", True), ("Delivered by whom", True), ("Consent Given By", False), ("Cancelled By", False),
     ("Note Completed By", False), ("Provided", False), ("Transportation Provided By", False)],
)  # fmt: skip
def test_headings_that_ask_who_gave_a_session(heading: str, names_one: bool) -> None:
    assert whom.names_who_gave(heading) is names_one


@pytest.mark.slow
@pytest.mark.parametrize(
    ("heading", "is_asked"), [("Transportation Provided By", False), ("Session Provided", True), ("Cancelled By", True)]
)
def test_names_of_those_by_whom_something_was_done_say_no_outcome(heading: str, is_asked: bool) -> None:
    """A word like *Provided* over names says nothing of yes or no, unless it is of what was called off."""
    rows = (
        f"Student ID,Service,Date,Minutes,Therapist,{heading}\n"
        '1,OT,11/3/2025,30,"Ro, Al","Ash, Vi"\n1,OT,11/4/2025,30,"Ro, Al","Bo, Cy"\n'
    )
    with tried(open_store(), "log.csv", rows.encode()) as trial:
        (sheet,) = trial.report.files[0].sheets
        assert (heading in [question.value for question in sheet.questions]) is is_asked
