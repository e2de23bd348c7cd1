"""Logs in which one column says what became of a session, what was done, or nothing at all."""

from tests.shapes.shape import Row, Shape, drawn, given, missed, shape, text


@shape
def blank_statuses() -> Shape:
    """Two sessions have minutes and no status: minutes alone don't say that they were given, as it is said of others."""
    rows = drawn("""
        Student ID|Date|Service|Minutes|Status
        98101|9/8/2025|OT|30|Delivered
        98102|9/9/2025|OT|30|
        98103|9/9/2025|OT|30|Student Absent
        98103|9/10/2025|OT|30|
        """)
    truth = [given("98101", "2025-09-08", 30), missed("98103", "2025-09-09", "student_absent", minutes=30)]
    waiting = {"sessions": {"waiting": [3, 5]}}
    return Shape("blank_statuses", "log.csv", text(rows), {"sessions": truth}, waiting, ("(no status)",))


def _activities(heading: str, *truth: Row) -> Shape:
    rows = drawn(f"""
        Student ID|Date|Service|Minutes|{heading}
        98201|9/8/2025|OT|30|Direct Therapy
        98202|9/9/2025|OT|30|Student Absent
        98203|9/9/2025|OT|15|Consult
        98203|9/10/2025|OT|30|Make-up
        98203|9/11/2025|OT|60|Evaluation
        98203|9/12/2025|OT|60|IEP Meeting
        """)
    told = [
        given("98201", "2025-09-08", 30, kind="direct"),
        missed("98202", "2025-09-09", "student_absent", minutes=30),
        given("98203", "2025-09-09", 15, kind="indirect"),
        given("98203", "2025-09-10", 30) | {"status": "make_up"},
        *truth,
    ]
    waiting = {"sessions": {"waiting": [6, 7]}}
    name = f"kinds_outcomes_and_work_under_{heading.lower().replace(' ', '_')}"
    return Shape(name, "log.csv", text(rows), {"sessions": told}, waiting, ("Evaluation", "IEP Meeting"))


@shape
def what_was_done_under_activity() -> Shape:
    """Kinds of sessions, outcomes and other work under a heading that is often one of notes."""
    return _activities("Activity")


@shape
def what_was_done_under_category() -> Shape:
    """The same under a heading that is often one of services."""
    return _activities("Category")


@shape
def what_was_done_under_contact_type() -> Shape:
    """The same under a heading that is often one of outcomes."""
    return _activities("Contact Type")


@shape
def other_work_among_notes() -> Shape:
    """A column that is often one of notes has calls and evaluations among its words: it is asked whether it says what
    became of the sessions, and nothing counts as delivered by its minutes before."""
    rows = drawn("""
        Student ID|Date|Service|Minutes|Activity
        98301|9/8/2025|OT|30|Direct Therapy
        98302|9/9/2025|OT|15|Parent Phone Call
        98303|9/11/2025|OT|60|Evaluation
        """)
    waiting = {"sessions": {"waiting": [2, 3, 4]}}
    return Shape("other_work_among_notes", "log.csv", text(rows), {}, waiting, ("Activity",))


@shape
def usual_and_made_up() -> Shape:
    """Sessions as usual, made up and missed in one column; lengths as 0:30; where, with a blank between; who stood in."""
    rows = drawn("""
        Pupil|Pupil ID|Service|Date of Visit|Time|Visit Type|Where|Provider|Actual Provider
        Amory, Bo|88101|Occupational Therapy|11/3/2025|0:30|Routine|Pull Out|Lindh, Pia|Lindh, Pia
        Amory, Bo|88101|Occupational Therapy|11/5/2025||Student Absent||Lindh, Pia|Lindh, Pia
        Amory, Bo|88101|Occupational Therapy|11/7/2025|0:20|Make-Up|Pull Out|Lindh, Pia|Soto, Rae
        Castle, Wim|88140|Occupational Therapy|11/3/2025|1:00|Routine|Push In|Lindh, Pia|Lindh, Pia
        Castle, Wim|88140|Occupational Therapy|11/10/2025|0:45|Routine|Push In|Lindh, Pia|Soto, Rae
        """)
    bo, wim = {"student": "Amory, Bo", "provider": "Lindh, Pia"}, {"student": "Castle, Wim", "provider": "Lindh, Pia"}
    rae = {"provider": "Soto, Rae"}
    truth = [
        given("88101", "2025-11-03", 30, **bo, setting="pull_out"),
        missed("88101", "2025-11-05", "student_absent", **bo),
        given("88101", "2025-11-07", 20, **{**bo, **rae}, setting="pull_out") | {"status": "make_up"},
        given("88140", "2025-11-03", 60, **wim, setting="push_in"),
        given("88140", "2025-11-10", 45, **{**wim, **rae}, setting="push_in"),
    ]
    return Shape("usual_and_made_up", "visits nov.csv", text(rows), {"sessions": truth})


@shape
def a_record_that_is_not_done() -> Shape:
    """Whether the record is complete says nothing of the session: one whose note isn't done was given, and a complete
    record may be of one that wasn't."""
    rows = drawn("""
        Student|ID|Service|Service Date|Minutes|Attended|Documentation Status
        Vance, Ola|880171|PT|11/3/2025|30|Y|Incomplete
        Vance, Ola|880171|PT|11/10/2025|30|N|Complete
        Ward, Pim|880182|PT|11/4/2025|40|Y|Submitted
        Ward, Pim|880182|PT|11/11/2025|40|N|Draft
        """)
    ola, pim = {"student": "Vance, Ola"}, {"student": "Ward, Pim"}
    truth = [
        given("880171", "2025-11-03", 30, "PT", **ola),
        missed("880171", "2025-11-10", None, "PT", minutes=30, **ola),
        given("880182", "2025-11-04", 40, "PT", **pim),
        missed("880182", "2025-11-11", None, "PT", minutes=40, **pim),
    ]
    return Shape("a_record_that_is_not_done", "service log.csv", text(rows), {"sessions": truth})


@shape
def notes_that_are_not_done() -> Shape:
    """Where nothing else says how sessions went, their minutes do, whether or not their notes are written."""
    rows = drawn("""
        Student|ID|Service|Service Date|Minutes|Note Status
        Vance, Ola|880171|PT|11/3/2025|30|Incomplete
        Ward, Pim|880182|PT|11/4/2025|40|Complete
        """)
    truth = [
        given("880171", "2025-11-03", 30, "PT", student="Vance, Ola"),
        given("880182", "2025-11-04", 40, "PT", student="Ward, Pim"),
    ]
    return Shape("notes_that_are_not_done", "service log.csv", text(rows), {"sessions": truth})
