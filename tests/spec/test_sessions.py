"""To which line a session goes (rules 1 and 4), worked out on CAL-A as of Sep 12; the weeks of Aug 25 - Sep 8."""

from tests.reference.cal_a import facts, line, row
from tests.reference.facts import Line, Session
from tests.spec.told import Case, Figures, check, table


def goes(rule: str, lines: list[Line], session: Session, to: str) -> Case:
    """A case about one session of 30 minutes that goes to that line."""
    return Case(rule, facts(lines, [session]), "9-12", {"delivered_minutes": 30}, ("line",), (to,))


def outside(rule: str, lines: list[Line], session: Session, minutes: int = 30) -> Case:
    """A case about one session that is credited nowhere; ``minutes`` are outside any mandate."""
    worked_out: Figures = {"delivered_minutes": 0, "outside_mandate_minutes": minutes}
    return Case(rule, facts(lines, [session]), "9-12", worked_out)


PULL_OUT = line(60, line_id="La", setting="pull_out", grouping="group")
PUSH_IN = line(60, line_id="Lb", setting="push_in", grouping="individual")
PLAIN = line(60, line_id="L0")
LATER = line(60, line_id="L00", start="9-02", setting="home")
CONSULT = line(60, line_id="Lc", kind="indirect")

CASES = [
    goes("the line that it names", [PULL_OUT, PUSH_IN], row("9-10", line_id="Lb", setting="pull_out"), "Lb"),
    goes("a name that isn't on file: as if it named none", [PULL_OUT], row("9-10", line_id="X"), "La"),
    goes("the same setting first", [PULL_OUT, PUSH_IN], row("9-10", setting="push_in", grouping="group"), "Lb"),
    goes("then the same grouping", [PULL_OUT, PUSH_IN], row("9-10", grouping="individual"), "Lb"),
    goes("then the earliest start", [LATER, PUSH_IN], row("9-10", grouping="group"), "Lb"),
    goes("then the lowest id", [PUSH_IN, PULL_OUT], row("9-10"), "La"),
    goes("none named on either side is the same setting", [PULL_OUT, PLAIN], row("9-10", grouping="group"), "L0"),
    goes("another setting is credited all the same", [PULL_OUT], row("9-10", setting="tele"), "La"),
    goes("an individual line served in a group is credited all the same", [PUSH_IN],
         row("9-10", setting="push_in", grouping="group"), "Lb"),
    goes("an indirect session to an indirect line", [PLAIN, CONSULT], row("9-10", kind="indirect"), "Lc"),
    goes("no kind: as all lines of the service", [CONSULT], row("9-10", kind=None), "Lc"),
    goes("no kind and lines of both: direct", [PLAIN, CONSULT], row("9-10", kind=None), "L0"),
    goes("no kind: that of the line it names", [PLAIN, CONSULT], row("9-10", kind=None, line_id="Lc"), "Lc"),
    goes("on the last day of the line", [line(60, line_id="L1", end="9-10")], row("9-10"), "L1"),
    goes("on a Saturday in the window", [PLAIN], row("9-06"), "L0"),
    outside("on the day after", [line(60, end="9-10")], row("9-11")),
    outside("direct minutes never fill an indirect line", [CONSULT], row("9-10")),
    outside("indirect minutes never fill a direct line", [PLAIN], row("9-10", kind="indirect")),
    outside("not even when they name it", [PLAIN], row("9-10", kind="indirect", line_id="L0")),
    outside("another service", [PLAIN], row("9-10", service="PT")),
    outside("another student", [PLAIN], row("9-10", student_id="S2")),
    outside("naming a line outside its window, though another would do", [
        line(60, line_id="L1", end="8-29"), line(60, line_id="L2", start="9-02")], row("9-10", line_id="L1")),
    outside("before the first mandate on file is listed apart", [line(60, start="9-08")], row("9-03"), 0),
    outside("a consult line before is a mandate of that service", [line(60, start="9-08"), CONSULT], row("9-03")),
    outside("a missed session carries no minutes outside either", [line(60, end="8-29")], row("9-03", 30, "missed"), 0),
    outside("a compensatory session isn't outside", [line(60, end="8-29")], row("9-03", award_id="A1"), 0),
    outside("a session after the as-of date doesn't exist", [line(60, end="8-29")], row("9-15"), 0),
]  # fmt: skip


@table(CASES)
def test_sessions_and_lines(case: Case, engine: str) -> None:
    check(case, engine)


BY_STUDENT = [
    Case("minutes outside by student", facts([line(60, end="8-29"), line(60, student_id="S2", end="8-29")], [
        row("9-03"), row("9-04", 20, student_id="S2"), row("8-27", 10, student_id="S2")]), "9-12",
        {"delivered_minutes": 10}, ("student",), ("S2",)),
    Case("two students may have the same line id", facts([line(60), line(30, student_id="S2")], [
        row("9-10", 30, line_id="L1"), row("9-10", 10, student_id="S2", line_id="L1")]), "9-12",
        {"delivered_minutes": 10, "expected_minutes": 90}, ("student", "line"), ("S2", "L1")),
]  # fmt: skip


@table(BY_STUDENT)
def test_students_apart(case: Case, engine: str) -> None:
    check(case, engine)
