"""Missed minutes and their reasons (rules 5 and 6): one closed month, 60 a week, 240 owed in Sep 2 - 28.

180 are delivered unless a case says otherwise, so that 60 are short. Sessions are 30 minutes.
"""

from fractions import Fraction as F  # noqa: N817

import pytest

from tests.reference.cal_a import facts, line, row
from tests.reference.facts import DEFAULT_TREATMENT, Choices, Session
from tests.spec.told import Case, Figures, check, table

MONTH = line(60, start="9-02", end="9-28", sessions_per_cycle=2)
"""The credit month of September; Labor Day is before the line begins, so no holiday is inferred."""
SEEN = [row("9-10", 90), row("9-24", 90)]
PROVIDER_FIRST = Choices(shortfall_order="provider_first")


def shortfall(excused: F | int, review: F | int, make_up: F | int, no_record: F | int) -> Figures:
    """X, R, O and U."""
    return {"excused_minutes": excused, "review_minutes": review, "make_up_minutes": make_up,
            "unaccounted_minutes": no_record}  # fmt: skip


def missed(reason: str | None, minutes: int | None = 30, text: str = "9-17") -> Session:
    """A missed session."""
    return row(text, minutes, "missed", reason=reason, session_id=f"{text}-{reason}")


def case(rule: str, sessions: list[Session], worked_out: Figures, **fields: object) -> Case:
    """A case about that month."""
    return Case(rule, facts([MONTH], [*SEEN, *sessions]), "9-28", worked_out, **fields)  # type: ignore[arg-type]


CASES = [
    case("nothing logged", [], shortfall(0, 0, 60, 60)),
    case("an absent student", [missed("student_absent")], shortfall(30, 0, 30, 30)),
    case("a student who refused", [missed("student_refused")], shortfall(0, 30, 30, 30)),
    case("an absent provider", [missed("provider_absent")], shortfall(0, 0, 60, 30)),
    case("no reason given is a record all the same", [missed(None)], shortfall(0, 0, 60, 30)),
    case("no minutes on the row: the line's 30", [missed("student_absent", None)], shortfall(30, 0, 30, 30)),
    case("0 minutes on the row: the line's 30", [missed("student_absent", 0)], shortfall(30, 0, 30, 30)),
    case("the row's own minutes", [missed("student_absent", 45)], shortfall(45, 0, 15, 15)),
    case("excused minutes end at the shortfall", [missed("student_absent", 200)], shortfall(60, 0, 0, 0)),
    case("excused first, then review", [missed("student_absent", 40), missed("strike", 40)], shortfall(40, 20, 0, 0)),
    case("excused first leaves the provider the rest", [missed("student_absent", 50), missed("vacancy", 50)],
         shortfall(50, 0, 10, 0)),
    case("provider first takes 50 before", [missed("student_absent", 50), missed("vacancy", 50)],
         shortfall(10, 0, 50, 0), choices=PROVIDER_FIRST),
    case("provider first, then excused, then review", [
        missed("student_absent", 20), missed("vacancy", 30), missed("strike", 40)], shortfall(20, 10, 30, 0),
        choices=PROVIDER_FIRST),
    case("provider first still leaves no record where there is none", [missed("vacancy", 30)],
         shortfall(0, 0, 60, 30), choices=PROVIDER_FIRST),
    case("a policy turns an excuse into a candidate", [missed("student_absent")], shortfall(0, 0, 60, 30),
         choices=Choices(treatments={"student_absent": "make_up"})),
    case("a partial session of 20 misses 10: 40 are short, 10 of them excused", [
        row("9-17", 20, "partial", reason="student_absent")], shortfall(10, 0, 30, 30)),
    case("a tele session that dropped after 10 of its 30 minutes: 50 short, 20 of them with a reason", [
        row("9-17", 10, "partial", reason="tele_technical")], shortfall(0, 0, 50, 30)),
    case("a partial session without a reason", [row("9-17", 20, "partial")], shortfall(0, 0, 40, 30)),
    case("a partial session of more than planned misses nothing", [row("9-17", 40, "partial")],
         shortfall(0, 0, 20, 20)),
    case("an attempt is no miss and no minutes", [row("9-17", 30, "attempt")], shortfall(0, 0, 60, 60)),
    case("a miss that was more than made up elsewhere excuses nothing", [missed("student_absent"), row("9-25", 60)],
         shortfall(0, 0, 0, 0)),
    case("no record is what nobody explains: 60 - 45", [missed("provider_absent", 45)], shortfall(0, 0, 60, 15)),
    Case("provider first in an open month: of 48 short 30 are the provider's, so 18 of 30 are excused", facts(
        [MONTH], [*SEEN, missed("student_absent"), missed("provider_absent")]), "9-25",
        {**shortfall(18, 0, 0, 0), "expected_minutes": 228, "credited_minutes": 180}, choices=PROVIDER_FIRST),
    Case("open months have X and R, no O and no U", facts([MONTH], [*SEEN, missed("student_absent", 40), missed(
        "strike", 10)]), "9-25", {**shortfall(40, 8, 0, 0), "expected_minutes": 228}),
]  # fmt: skip


@table(CASES)
def test_reasons(case: Case, engine: str) -> None:
    check(case, engine)


@table(case(reason, [missed(reason)], shortfall(
    30 * (treatment == "excused"), 30 * (treatment == "review"), 30 + 30 * (treatment == "make_up"), 30) if
    treatment == "make_up" else shortfall(30 * (treatment == "excused"), 30 * (treatment == "review"), 30, 30))
    for reason, treatment in DEFAULT_TREATMENT.items())  # fmt: skip
def test_each_reason_has_its_treatment(case: Case, engine: str) -> None:
    check(case, engine)


LENGTHS = [
    ("stated", {"minutes_per_session": 25, "sessions_per_cycle": 2}, 25),
    ("A / sessions", {"sessions_per_cycle": 3}, 20),
    ("the median of 90 and 90, at most A", {}, 60),
    ("never more than A", {"minutes_per_session": 200}, 60),
]


@table(Case(f"minutes per session: {how}", facts([line(60, start="9-02", end="9-28", **fields)], [
    *SEEN, missed("student_absent", None)]), "9-28", shortfall(minutes, 0, 60 - minutes, 60 - minutes))
    for how, fields, minutes in LENGTHS)  # type: ignore[arg-type]  # fmt: skip
def test_minutes_per_session(case: Case, engine: str) -> None:
    check(case, engine)


@table([
    Case("the median of 10, 20, 40 and 90 is 30", facts([line(60, start="9-02", end="9-28")], [
        row("9-09", 10), row("9-10", 20), row("9-11", 40), row("9-12", 90), missed("student_absent", None)]), "9-28",
        shortfall(30, 0, 50, 50)),
    Case("a partial session is no measure: the median of 20", facts([line(60, start="9-02", end="9-28")], [
        row("9-09", 20), row("9-10", 4, "partial", reason="student_absent"), missed("student_absent", None)]),
        "9-28", shortfall(20 + 16, 0, 240 - 24 - 36, 240 - 24 - 36)),
    Case("nothing to go by: 30 by policy", facts([line(60, start="9-02", end="9-28")], [
        missed("student_absent", None)]), "9-28", shortfall(30, 0, 210, 210)),
    Case("nothing to go by: 20 by another policy", facts([line(60, start="9-02", end="9-28")], [
        missed("student_absent", None)]), "9-28", shortfall(20, 0, 220, 220),
        choices=Choices(default_session_minutes=F(20))),
])  # fmt: skip
def test_assumed_minutes_per_session(case: Case, engine: str) -> None:
    check(case, engine)


def test_every_reason_has_a_treatment() -> None:
    assert set(DEFAULT_TREATMENT.values()) == {"excused", "review", "make_up"}
    with pytest.raises(KeyError):
        Choices().treatment("a reason that the rules don't know")
