"""Windows: enrolment, plan types and ESY (rules 1 to 3), worked out on CAL-A."""

from fractions import Fraction as F  # noqa: N817

from tests.reference.cal_a import day, facts, line, row
from tests.reference.facts import Enrolment
from tests.spec.told import Case, check, table

TEN_DAYS = Enrolment("S1", "North", "2", day("9-10"), day("9-19"))
BACK_IN_OCTOBER = Enrolment("S1", "North", "2", day("10-06"), None)

CASES = [
    Case("enrolment cuts the window: Wed-Fri, then a week", facts([line(60)], enrolments=[TEN_DAYS]), "9-30",
         {"expected_minutes": 60 * F(3, 5) + 60}),
    Case("transferred out and back: Wed-Fri, a week, and from Oct 6", facts(
        [line(60)], enrolments=[TEN_DAYS, BACK_IN_OCTOBER]), "10-10", {"expected_minutes": 36 + 60 + 60}),
    Case("an open spell cuts nothing", facts([line(60)], enrolments=[Enrolment("S1")]), "8-29",
         {"expected_minutes": 60}),
    Case("a student on no roster isn't cut", facts([line(60)]), "8-29", {"expected_minutes": 60}),
    Case("a session while not enrolled is outside any mandate", facts(
        [line(60)], [row("9-12"), row("9-24")], enrolments=[TEN_DAYS]), "9-30",
        {"delivered_minutes": 30, "outside_mandate_minutes": 30}),
    Case("a month whose window ends with the enrolment closes with it: 240/month, 8 of 21 days", facts(
        [line(210, "month", start="9-10")], enrolments=[TEN_DAYS]), "9-19",
        {"expected_minutes": 210 * F(8, 21), "make_up_minutes": 80}),
    Case("a 504 line is in no compliance figure, and its sessions aren't outside", facts(
        [line(60, plan_type="504")], [row("9-10")]), "9-30",
        {"expected_minutes": 0, "delivered_minutes": 0, "outside_mandate_minutes": 0, "lines": 0}),
    Case("an ESY line takes its sessions with it", facts(
        [line(60, line_id="Y", start="9-08", esy=True), line(60, line_id="L", start="9-15")],
        [row("9-10"), row("9-17", line_id="L")]), "9-19",
        {"expected_minutes": 60, "delivered_minutes": 30, "outside_mandate_minutes": 0}),
    Case("an unusable line takes its sessions with it", facts(
        [line(None, is_usable=False)], [row("9-10")]), "9-30",
        {"delivered_minutes": 0, "outside_mandate_minutes": 0, "lines": 0}),
    Case("compensatory minutes stay out of D and O", facts(
        [line(60, end="8-29")], [row("8-26", 60, award_id="A1")]), "8-29",
        {"delivered_minutes": 0, "make_up_minutes": 60, "outside_mandate_minutes": 0}),
]  # fmt: skip


@table(CASES)
def test_windows(case: Case, engine: str) -> None:
    check(case, engine)


SCHOOLS = [
    Case("the school is the student's at the as-of date", facts([line(60)], enrolments=[
        Enrolment("S1", "North", "2", None, day("9-12")), Enrolment("S1", "South", "3", day("9-15"), None)]), "9-19",
        {"expected_minutes": 4 * 60}, ("school", "grade"), ("South", "3")),
    Case("before the move it is the earlier school", facts([line(60)], enrolments=[
        Enrolment("S1", "North", "2", None, day("9-12")), Enrolment("S1", "South", "3", day("9-15"), None)]), "9-12",
        {"expected_minutes": 3 * 60}, ("school", "grade"), ("North", "2")),
    Case("the line's own school stands before the student's", facts([line(60, school="East")], enrolments=[
        Enrolment("S1", "North", "2")]), "8-29", {"expected_minutes": 60}, ("school",), ("East",)),
    Case("a session by another provider moves no line", facts([line(60, provider_id="P1")], [
        row("8-26", provider_id="P2")]), "8-29", {"delivered_minutes": 30}, ("provider",), ("P1",)),
    Case("no provider on the line: who gave most of it", facts([line(60)], [
        row("8-26", 20, provider_id="P1"), row("8-27", 30, provider_id="P2")]), "8-29",
        {"delivered_minutes": 50}, ("provider",), ("P2",)),
    Case("only the last six weeks with school tell who: Sep 8 is in the seventh before Oct 24", facts([line(60)], [
        row("9-08", 90, provider_id="P1"), row("9-17", 30, provider_id="P2")]), "10-24",
        {"delivered_minutes": 120}, ("provider",), ("P2",)),
]  # fmt: skip


@table(SCHOOLS)
def test_keys_are_attributes_of_the_line(case: Case, engine: str) -> None:
    check(case, engine)
