"""Who gave each session, told beside whom it was assigned to, and headings that only sound so."""

import pytest

from data.ingest.tables import find
from data.ingest.values import whom
from data.store import open_store
from tests.data.loading import Ledger, tried
from tests.data.sheets import records, sheet


@pytest.mark.parametrize(
    "heading",
    ["Session Provided By", "Services Rendered By", "Therapy delivered by", "Session Held By", "Seen By",
     "Treated By", "Covered By", "Who Provided", "Who saw the student"],
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
    [("Service Provided By", True), ("Held By", True), ("Delivered by whom", True), ("Consent Given By", False),
     ("Cancelled By", False), ("Note Completed By", False), ("Provided", False), ("Transportation Provided By", False)],
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


@pytest.mark.parametrize("usual", ["Provider", "Therapist", "Assigned Provider"])
def test_provided_by_goes_before_the_provider_of_the_line(ledger: Ledger, usual: str) -> None:
    """Three sessions: the usual one's, another's, and a blank that is the usual one's; a sub is named without the word."""
    log = f"""Student ID,{usual},Provided By,Service,Date,Minutes,Outcome
1,"Frost, Bea","Tran, Kim",OT,10/1/2025,30,Completed
2,"Frost, Bea",,OT,10/1/2025,30,Completed
3,"Frost, Bea","Sub: Hale, Jo",OT,10/1/2025,30,Completed
"""
    ledger.load("log.csv", log)
    found = ledger.ask(
        "select student_id, full_name from sessions join people on person_id = provider_id where sessions.known_to is null"
    )
    assert sorted(found) == [("1", "Tran, Kim"), ("2", "Frost, Bea"), ("3", "Hale, Jo")]


def test_who_gave_beside_a_teacher_is_the_provider_alone(ledger: Ledger) -> None:
    """A teacher may be whose class the child is in: no session without a provider is the teacher's."""
    log = """Student ID,Teacher,Provided By,Service,Date,Minutes,Outcome
1,"Reed, Ann","Tran, Kim",OT,10/1/2025,30,Completed
2,"Reed, Ann",,OT,10/1/2025,30,Completed
"""
    ledger.load("log.csv", log)
    found = ledger.ask("select full_name from people where person_kind = 'provider' and known_to is null")
    assert ("Reed, Ann",) not in found
