"""Loads, travel, half-days, supervision and what-if on a district small enough to work out on paper."""

import json
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from analytics.rebalance.changes import Add, Change, Move, Remove, SetFte, moved, staffed
from analytics.rebalance.halves import shared_out, table
from analytics.rebalance.loads import loads, travel
from analytics.rebalance.problem import Case, Line, Lock, Problem, Rules, Therapist
from analytics.rebalance.score import Score, score
from analytics.rebalance.staffing import dated
from analytics.rebalance.terms import Terms
from analytics.rebalance.whatif import compared, what_if
from data.errors import UserError

STAFF = (
    Therapist("ann", "Ann", "OTR", 1.0, 200.0, travel_now=20.0, supervision_minutes=30.0, group_size=2.0,
              half_days=(("Elm", ("mon", "am")), ("Elm", ("mon", "pm")), ("Oak", ("tue", "am")))),
    Therapist("bea", "Bea", "OTR", 0.5, 100.0),
    Therapist("cot", "Cot", "COTA", 1.0, 200.0, group_size=4.0, supervisor="ann"),
    Therapist("dan", "Dan", "PT", None, None),
)  # fmt: skip
CASES = (
    Case(
        "s1", "OT", "Elm", "", "ann", "ann", (Line(1, "L1", 60.0, 0.0, 0.0, 10.0), Line(2, "L2", 0.0, 0.0, 15.0, 0.0))
    ),
    Case("s2", "OT", "Oak", "", "ann", "ann", (Line(3, "L3", 0.0, 60.0, 0.0, 5.0),)),
    Case("s3", "OT", "Oak", "", "cot", "ann", (Line(4, "L4", 0.0, 60.0, 0.0, 5.0),)),
    Case("s4", "OT", "Elm", "", None, None, (Line(5, "L5", 30.0, 0.0, 0.0, 5.0),)),
    Case("s5", "PT", "Elm", "", "dan", "dan", (Line(6, "L6", 45.0, 0.0, 0.0, 5.0),)),
)
ZONES = {"Elm": "north", "Oak": "south"}
DISTRICT = Problem(date(2026, 8, 10), {one.provider_id: one for one in STAFF}, CASES, ZONES)


def row(frame: pd.DataFrame, name: str | None) -> pd.Series:
    """The one row of a provider; None: what nobody does."""
    mine = frame["provider_id"].isna() if name is None else frame["provider_id"] == name
    (found,) = [one for _, one in frame[mine].iterrows()]
    return found


def test_loads_as_they_are() -> None:
    """Ann: direct 60 + 60/2 = 90, indirect 15, documentation 15, travel 20, three students of record (s1, s2, s3) at 5 for
    evaluations and 2 for meetings = 15 + 6, supervision 30: 191 of 200 = 95.5 %. Cot: 60/4 + 5 = 20 of 200. Nobody: 35."""
    frame = loads(DISTRICT, DISTRICT.now)
    ann = row(frame, "ann")
    parts = [ann[f"{part}_minutes"] for part in
             ("direct", "indirect", "documentation", "travel", "evaluation", "meeting", "supervision", "load")]  # fmt: skip
    assert parts == [90, 15, 15, 20, 15, 6, 30, 191]
    assert (ann["utilisation"], ann["students"], ann["lines"], ann["schools"]) == (0.955, 2, 3, 2)
    assert row(frame, "cot")["load_minutes"] == 20
    assert row(frame, None)["load_minutes"] == 35
    assert row(frame, "bea")["load_minutes"] == 0
    assert pd.isna(row(frame, "dan")["utilisation"])


def test_the_score_as_it_is() -> None:
    """Over 110 %: nobody, so only the 35 that nobody treats. Pairs: Ann 2, Cot 1, Dan 1. Ann crosses one zone border.
    Outside 80 to 100 %: Ann's work is 171 of 160, so 0; Bea lacks 80; Cot 160 - 20 = 140."""
    assert score(DISTRICT, DISTRICT.now) == Score(35, 4, 0, 1, 220)


@pytest.mark.parametrize(
    ("now", "before", "after", "expected"),
    [
        (20.0, 2, 2, 20.0),
        (20.0, 2, 1, 0.0),  # its one change goes with the second school
        (20.0, 2, 3, 40.0),
        (90.0, 4, 2, 30.0),  # 30 for each school beyond the first
        (90.0, 4, 5, 120.0),  # the present share, which is more than a change
        (0.0, 4, 5, 20.0),  # full days at four schools; a fifth costs a change
        (0.0, 0, 1, 0.0),
        (0.0, 0, 3, 40.0),
    ],
)
def test_travel_by_number_of_schools(now: float, before: int, after: int, expected: float) -> None:
    schools = tuple(Case(f"s{n}", "OT", f"school {n}", "", "t", "t", (Line(n, f"L{n}", 30.0),)) for n in range(before))
    one = Therapist("t", "T", "OTR", 1.0, 2050.0, travel_now=now)
    assert travel(Problem(DISTRICT.day, {"t": one}, schools), one, after) == pytest.approx(expected)


def test_a_leaver_and_a_larger_fte() -> None:
    """Ann leaves, Bea goes from 0.5 to 1.0 (100 -> 200 minutes) and takes Ann's Elm: L1, L2 = 60 + 15 + 10, s1 of record 7,
    one school so no travel: 92. s2's 60/2 + 5 = 35 and s4's 35 are nobody's. Cot keeps s3 under Bea, who now
    supervises (30 minutes) and has s3 of record (7): 129 in all."""
    result = what_if(DISTRICT, (Remove("ann"), SetFte("bea", 1.0), Move("bea", provider="ann", school="Elm")))
    bea = row(result.after, "bea")
    assert (bea["capacity_minutes"], bea["load_minutes"], bea["travel_minutes"]) == (200, 129, 0)
    assert row(result.after, None)["load_minutes"] == 70
    assert result.without_therapist == 2
    assert result.without_supervisor == ()
    beside = result.changed.set_index("provider_name")
    assert list(beside.index) == ["Ann", "Bea", "nobody"]
    assert (beside.at["Bea", "load_before"], beside.at["Bea", "load_after"]) == (0, 129)
    assert (beside.at["Ann", "travel_before"], beside.at["nobody", "load_after"]) == (20, 70)


def test_an_assistant_whose_only_supervisor_leaves() -> None:
    result = what_if(DISTRICT, (Remove("ann"), Remove("bea")))
    assert result.without_supervisor == ("Cot",)


def test_single_lines_move_and_the_rest_stays() -> None:
    """L2 (15 indirect) goes to Bea: Ann 191 - 15 = 176, s1 stays of her record too; Bea 15 + 7."""
    result = what_if(DISTRICT, (Move("bea", lines=(("s1", "L2"),)),))
    assert [row(result.after, name)["load_minutes"] for name in ("ann", "bea")] == [176, 22]
    assert (result.was.changes, result.score.changes) == (0, 1)


def test_somebody_new() -> None:
    """A full week is 2050; the new one takes the lines that nobody has: 35 + 7 of record."""
    new = Add("Sub", "OTR", 0.5, ("Elm",))
    result = what_if(DISTRICT, (new, Move(new.provider)))
    sub = row(result.after, new.provider)
    assert (sub["capacity_minutes"], sub["load_minutes"]) == (1025, 42)
    assert result.without_therapist == 0
    assert staffed(DISTRICT, (new,)).are_at(new.provider) == {"Elm"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Remove("zoe"), "no provider 'zoe'"),
        (SetFte("bea", -1), "can't be below 0"),
        (Move("dan", provider="ann"), "doesn't give OT"),
        (Move("bea", lines=(("s1", "L9"),)), "1 of the lines aren't in force"),
    ],
)
def test_what_cannot_be_is_told(change: Change, said: str) -> None:
    with pytest.raises(UserError, match=said):
        moved(staffed(DISTRICT, (change,)), (change,))


def test_contract_minutes_of_ones_own() -> None:
    """A week of 1,900 at 0.8 FTE with 100 of other duties is 2,000 / 0.8 = 2,500 a full week; at 0.4: 1,000 - 100."""
    own = Therapist("eve", "Eve", "OTR", 0.8, 1900.0, other_duties_minutes=100.0)
    made = staffed(replace(DISTRICT, therapists={"eve": own}), (SetFte("eve", 0.4),))
    assert made.therapists["eve"].capacity == pytest.approx(900)


def test_locks_with_a_day() -> None:
    """Who leaves by the plan's day is absent, who leaves later is there; who starts later is absent."""
    locks = (
        Lock("leaves_on", "ann", day=date(2026, 8, 10)),
        Lock("leaves_on", "bea", day=date(2026, 9, 1)),
        Lock("starts_on", "dan", day=date(2026, 9, 1)),
    )
    made = dated(replace(DISTRICT, rules=Rules(locks=locks)))
    assert [made.therapists[name].is_present for name in ("ann", "bea", "dan")] == [False, True, False]
    assert made.therapists["cot"].supervisor == "bea"
    assert made.therapists["bea"].supervision_minutes == 30
    assert next(case.record for case in made.cases if case.provider == "cot") == "bea"


@pytest.mark.parametrize(
    ("week", "work", "fixed", "expected"),
    [
        (10, {"A": 600.0, "B": 400.0}, {}, {"A": 6, "B": 4}),
        (10, {"A": 990.0, "B": 10.0}, {}, {"A": 9, "B": 1}),  # at least one
        (10, {"A": 500.0, "B": 500.0}, {"B": 8}, {"A": 2, "B": 8}),  # the fixed ones first
        (4, {"A": 100.0, "B": 100.0, "C": 200.0}, {}, {"A": 1, "B": 1, "C": 2}),
    ],
)
def test_half_days_by_work(week: int, work: dict[str, float], fixed: dict[str, int], expected: dict[str, int]) -> None:
    assert shared_out(week, work, fixed) == expected


def test_the_table_of_half_days() -> None:
    """Bea takes Ann's Elm: Ann's three listed half-days all go to Oak, Bea's half week (5) to Elm; Cot stays as now."""
    hands = tuple("bea" if (case.provider, case.school) == ("ann", "Elm") else case.provider for case in CASES)
    made = table(DISTRICT, hands).set_index(["provider_id", "school"])
    assert made.loc[("ann", "Elm"), ["half_days_now", "students_now", "students_after"]].tolist() == [2, 1, 0]
    assert pd.isna(made.loc[("ann", "Elm"), "half_days_after"])
    assert made.loc[("ann", "Oak"), ["half_days_now", "half_days_after", "students_kept"]].tolist() == [1, 3, 1]
    assert made.loc[("bea", "Elm"), ["half_days_after", "students_after", "students_kept", "load_after"]].tolist() == [
        5, 1, 0, 85,
    ]  # fmt: skip


def test_a_saved_plan_beside_the_present() -> None:
    """L1 goes to Bea; L9 is no longer in force, and nobody called Zoe is there: two lines of three are gone."""
    moves = pd.DataFrame(
        [("s1", "L1", "bea"), ("s9", "L9", "bea"), ("s2", "L3", "zoe")],
        columns=["student_id", "line_id", "to_provider"],
    )
    told = compared(DISTRICT, "August", moves, Terms())
    assert (told["plan"], told["lines"], told["gone"], told["changes"], told["pairs"]) == ("August", 1, 2, 1, 5)
    assert (told["travel_minutes"], told["fullest"]) == (20, pytest.approx(0.77))


def test_a_plan_with_a_hire_is_compared_on_its_own_terms() -> None:
    """Sub comes at half time (1,025 minutes) and takes L5, which nobody has: 35 + 7 of record. Without the terms nobody of
    that id is there, and the line would be told as gone. Bea, who leaves by the plan's day, isn't counted; nor is a change
    of somebody who isn't on the list any more."""
    new = Add("Sub", "OTR", 0.5, ("Elm",))
    leaves = Lock("leaves_on", "bea", day=date(2026, 8, 1))
    terms = Terms(40, None, (leaves,), (new, SetFte("zoe", 0.5)))
    moves = pd.DataFrame([("s4", "L5", new.provider)], columns=["student_id", "line_id", "to_provider"])
    told = compared(DISTRICT, "August", moves, terms)
    assert (told["lines"], told["gone"], told["over_minutes"], told["pairs"]) == (1, 0, 0, 5)
    assert compared(DISTRICT, "August", moves, Terms())["gone"] == 1
    assert "bea" not in set(loads(terms.put_into(DISTRICT), DISTRICT.now)["provider_id"])


def test_terms_are_read_back_as_they_were() -> None:
    terms = Terms(
        40, 3,
        (Lock("fixed_day", "ann", "Elm", "mon", "am"), Lock("leaves_on", "bea", day=date(2026, 8, 1))),
        (Add("Sub", "COTA", 0.5, ("Elm", "Oak"), "ann"), SetFte("bea", 0.8), Remove("cot")),
    )  # fmt: skip
    assert Terms.from_saved(json.loads(json.dumps(terms.as_saved()))) == terms
    assert Terms.from_saved({"max_moves": 40, "max_schools": None, "locks": 2}) == Terms(40)
