"""Which line is in force (rules 3), worked out on CAL-A."""

from dataclasses import replace
from fractions import Fraction as F  # noqa: N817

from tests.reference.cal_a import LAST, facts, line, row
from tests.reference.facts import Batch, Line
from tests.spec.told import Case, check, table

FIRST_IEP = line(60, line_id="L1", iep_id="I1", batch="august")
SPEECH = line(30, line_id="L2", iep_id="I1", batch="august", service="SLP")
SECOND_IEP = line(30, line_id="L3", iep_id="I2", start="9-15", batch="september")
OTHER_CHILD = line(10, line_id="L9", student_id="S2", iep_id="J1", start="6-05", batch="september", service="SLP")


def owed(rule: str, lines: list[Line], minutes: F | int, as_of: str = "9-19") -> Case:
    """A case about E of the four weeks up to Sep 19 (Aug 25 to Sep 12 are three)."""
    given = facts(lines)
    names = sorted({found.batch for found in lines})
    batches = (*(Batch(name, LAST) for name in names), given.batches[-1])
    return Case(rule, replace(given, batches=batches), as_of, {"expected_minutes": minutes, "lapsed_minutes": 0})


CASES = [
    owed("an amendment of the same service, kind, setting and grouping", [
        line(60, line_id="L1"), line(30, line_id="L2", start="9-15")], 3 * 60 + 30),
    owed("in the middle of a week: 2 of 5 days at 60, 3 at 30", [
        line(60, line_id="L1"), line(30, line_id="L2", start="9-17")], 3 * 60 + 24 + 18),
    owed("the second amendment ends the first", [
        line(60, line_id="L1"), line(30, line_id="L2", start="9-08"), line(20, line_id="L3", start="9-15")],
        2 * 60 + 30 + 20),
    owed("another setting without IEP ids: both count", [
        line(60, line_id="L1", setting="pull_out"), line(30, line_id="L2", setting="push_in", start="9-15")],
        4 * 60 + 30),
    owed("another grouping without IEP ids: both count", [
        line(60, line_id="L1", grouping="group"), line(30, line_id="L2", grouping="individual", start="9-15")],
        4 * 60 + 30),
    owed("a consult line doesn't end a direct line", [
        line(60, line_id="L1"), line(30, line_id="L2", kind="indirect", start="9-15")], 4 * 60 + 30),
    owed("a later IEP ends the earlier, whatever the setting", [
        replace(FIRST_IEP, setting="pull_out"), replace(SECOND_IEP, setting="push_in")], 3 * 60 + 30),
    owed("a service that the later IEP's file doesn't have goes on", [FIRST_IEP, SPEECH, SECOND_IEP],
         3 * 60 + 30 + 4 * 30),
    owed("a service that the file has for another child ends", [FIRST_IEP, SPEECH, SECOND_IEP, OTHER_CHILD],
         3 * 60 + 30 + 3 * 30),
    owed("an IEP starts with its earliest line: the speech line of Sep 8 ends the old OT line then", [
        FIRST_IEP, SECOND_IEP, line(30, line_id="L4", iep_id="I2", start="9-08", batch="september", service="SLP")],
        2 * 60 + 30 + 2 * 30),
    owed("two IEPs of one day both count", [
        FIRST_IEP, replace(FIRST_IEP, line_id="L2", iep_id="I2", amount_minutes=30)], 4 * 60 + 4 * 30),
    owed("within an IEP a later line alike ends the earlier", [
        FIRST_IEP, line(30, line_id="L2", iep_id="I1", start="9-15", batch="august")], 3 * 60 + 30),
    owed("a line without an id is ended by a later IEP", [
        line(60, line_id="L1", batch="august", setting="pull_out"), SECOND_IEP], 3 * 60 + 30),
    owed("a line without an id doesn't end an IEP's line", [
        FIRST_IEP, line(30, line_id="L2", start="9-15", batch="september")], 4 * 60 + 30),
    owed("a later 504 plan ends no IEP line", [
        FIRST_IEP, replace(SECOND_IEP, plan_type="504")], 4 * 60),
    owed("a later ESY line ends no regular line", [FIRST_IEP, replace(SECOND_IEP, esy=True)], 4 * 60),
    owed("another child's later IEP ends nothing", [FIRST_IEP, replace(SECOND_IEP, student_id="S2")], 4 * 60 + 30),
    owed("an amendment to an amount that can't be read ends the line", [
        line(60, line_id="L1"), line(None, line_id="L2", start="9-15", is_usable=False)], 3 * 60),
]  # fmt: skip


@table(CASES)
def test_supersession(case: Case, engine: str) -> None:
    check(case, engine)


AMENDED = [line(60, line_id="L1"), line(30, line_id="L2", start="9-15")]
ALLOCATION = [
    Case("a session on the last day of the old line", facts(AMENDED, [row("9-14")]), "9-19",
         {"delivered_minutes": 30}, ("line",), ("L1",)),
    Case("a session on the first day of the new line", facts(AMENDED, [row("9-15")]), "9-19",
         {"delivered_minutes": 30}, ("line",), ("L2",)),
    Case("a session that names the ended line is outside any mandate", facts(AMENDED, [row("9-15", line_id="L1")]),
         "9-19", {"delivered_minutes": 0, "outside_mandate_minutes": 30}),
]  # fmt: skip


@table(ALLOCATION)
def test_sessions_around_an_amendment(case: Case, engine: str) -> None:
    check(case, engine)
