"""The plan of the sample district: what it says is what the ledger says, and it runs beside everything else."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from analytics import caseload, ledger, rebalance
from analytics.rebalance import facts, job
from analytics.rebalance.problem import Rules
from analytics.rebalance.result import filled, proof
from analytics.rebalance.score import Score
from analytics.rebalance.solve import Found
from analytics.scope import EVERYTHING
from data.store import Store, open_store
from tests import small_district
from tests.analytics.rebalance import plain, small
from tests.sample import copy_of

PATIENCE = 150
"""Seconds for a busy machine; each of these plans is proven in one or two."""


@pytest.fixture(scope="module")
def district(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A copy of the sample that is only read."""
    opened = open_store(copy_of(sample, tmp_path_factory.mktemp("rebalance") / "ledger.duckdb"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def cur(district: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    with district.cursor() as cursor:
        yield cursor


@pytest.fixture(scope="module")
def plan(district: Store) -> rebalance.Plan:
    """A plan of at most 20 lines, with a lock on the fullest therapist's new school."""
    with district.cursor() as cursor:
        day = ledger.default_as_of(cursor, EVERYTHING)
        assert day is not None
        return rebalance.plan(cursor, EVERYTHING, day, max_moves=20, seconds=PATIENCE)


@pytest.mark.slow
def test_loads_are_those_of_the_ledger(cur: duckdb.DuckDBPyConnection, plan: rebalance.Plan) -> None:
    """Two computations of rules 12: the ledger's SQL, and the plan's sums over cases."""
    theirs = caseload.providers(cur, EVERYTHING, plan.problem.day).set_index("provider_id").sort_index()
    ours = plan.before.set_index("provider_id").sort_index()
    same = [column for column in ours.columns if column in theirs.columns]
    pd.testing.assert_frame_equal(ours[same], theirs[same], check_dtype=False, check_exact=False, atol=1e-6)


@pytest.mark.slow
def test_loads_after_a_plan_are_those_of_a_ledger_with_its_moves(
    sample: Path, tmp_path: Path, plan: rebalance.Plan
) -> None:
    """The moves are written into the lines of a copy, whose loads then are the plan's, travel by site days apart."""
    store = open_store(copy_of(sample, tmp_path / "moved.duckdb"))
    with store.transaction() as cursor:
        for row in plan.moves.itertuples():
            cursor.execute(
                "update service_lines set provider_id = ?, otr_of_record_id = null where line_id = ? and student_id = ?",
                [row.to_provider, row.line_id, row.student_id],
            )
    with store.cursor() as cursor:
        theirs = caseload.providers(cursor, EVERYTHING, plan.problem.day).set_index("provider_id").sort_index()
    store.close()
    ours = plan.after.set_index("provider_id").sort_index()
    assert len(plan.moves) > 0
    for column in (
        "direct_minutes",
        "documentation_minutes",
        "evaluation_minutes",
        "meeting_minutes",
        "students",
        "schools",
    ):
        pd.testing.assert_series_equal(ours[column], theirs[column], check_dtype=False, atol=1e-6)


@pytest.mark.slow
def test_the_plan_breaks_no_rule_and_says_its_own_figures(plan: rebalance.Plan) -> None:
    assert plain.weekly(plan.problem, plan.assignment)[None] == 0
    moved = [
        case for case, had, has in zip(plan.problem.cases, plan.problem.now, plan.assignment, strict=True) if had != has
    ]
    assert len(plan.moves) == sum(len(case.lines) for case in moved) <= 20
    assert plan.continuity["change"] == plan.score.changes == len(moved)
    assert plan.score.over_minutes < plan.was.over_minutes
    assert f"{len(plan.moves)} lines would change hands" in plan.summary
    assert (plan.moves["reason"].str.len() > 20).all()
    assert plan.half_days["students_kept"].sum() <= plan.half_days["students_now"].sum()


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The district on paper (tests/small_district.py), whose plans are proven at once however busy the machine is."""
    opened = open_store(small_district.write(tmp_path_factory.mktemp("paper") / "ledger.duckdb"))
    yield opened
    opened.close()


@pytest.mark.slow
def test_a_lock_is_kept(paper: Store) -> None:
    """Without locks Lund takes one of Moe's students and gives Oak to Nash. Lund barred from Elm, her two there go to Moe or
    nobody: Moe is full, so they wait, and Moe's overload stays; then nothing is Lund's at Elm."""
    lock = rebalance.Lock("never_at", "T2", "Elm")
    with paper.cursor() as cur:
        free = rebalance.plan(cur, EVERYTHING, small_district.AS_OF, seconds=PATIENCE)
        again = rebalance.plan(cur, EVERYTHING, small_district.AS_OF, locks=(lock,), seconds=PATIENCE)
    taken = set(zip(free.moves["to_provider"], free.moves["school"], strict=True))
    assert taken == {("T2", "Elm"), ("T3", "Oak")}
    held = zip(again.problem.cases, again.assignment, strict=True)
    assert not any(has == "T2" and case.school == "Elm" for case, has in held)


@pytest.mark.slow
def test_a_search_can_be_stopped(cur: duckdb.DuckDBPyConnection, plan: rebalance.Plan) -> None:
    """Stopped before it has found anything, the caseloads stay as they are, and nothing is called proven."""
    search = job.Job(facts.problem(cur, EVERYTHING, plan.problem.day, Rules()), 60)
    search.stop()
    assert search.is_done
    found = search.wait()
    assert found.score.changes == 0 or search.latest is not None
    assert found.gap > 0 or found.score.over_minutes == 0


ONE_PLAN = (
    "import sys, time; sys.path.insert(0, sys.argv[1]); from analytics.rebalance import job, solve; "
    "problem, ends = job._receive(sys.stdin.buffer); assert ends - time.monotonic() < 1; "
    "job._send(sys.stdout.buffer, solve.found_of(problem, solve.as_it_is(problem))); time.sleep(600)"
)
"""A search that tells one plan and never ends."""


def test_a_search_ends_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """One second is over before or soon after the only plan comes: it is the plan, and its process is ended."""
    monkeypatch.setattr(job, "_START", ONE_PLAN)
    search = job.Job(small.district(3), 1)
    found = search.wait()
    assert search.is_done and search.latest == found
    assert search.seconds < 60


@pytest.mark.slow
def test_a_plan_is_asked_for_and_told_on_the_way(paper: Store) -> None:
    """The plan on paper: one student each from Moe to Lund and from Lund to Nash, four pairs become three, no overload. Moe
    5 x 77 = 385 of 410, Lund 231 (328 - 231 = 97 short of 80 %), Nash 154 (10 short)."""
    with paper.cursor() as cur:
        question = rebalance.ask(cur, EVERYTHING, small_district.AS_OF, max_moves=20, seconds=PATIENCE)
    plan = question.wait()
    assert question.job.is_done
    assert question.plan is not None and question.plan.status == plan.status == "best possible"
    assert plan.score == Score(0, 3, 2, 0, 107)
    assert question.terms == rebalance.Terms(20)


def test_how_many_are_brought_above_a_full_week() -> None:
    """Ann goes from 90 to 104 %, Bea from 108 to 106 %, Cy comes at 101 %; Dee's capacity nobody knows: Ann and Cy."""
    before = pd.DataFrame({"provider_id": ["ann", "bea", "dee"], "utilisation": [0.9, 1.08, None]})
    after = pd.DataFrame(
        {"provider_id": ["ann", "bea", "cy", "dee", None], "utilisation": [1.04, 1.06, 1.01, None, None]}
    )
    assert filled(Rules(), before, after) == 2


ZERO = Score(0.0, 10, 20, 0, 0.0)


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        ((0.0, 10, 20, 0, 0.0), "This is the best possible plan under these rules."),
        ((0.0, 10, 20, 0, -5.0), "Load, pairs and the number of students who change are the best possible"),
        ((0.0, 10, 19, 0, 0.0), "the students who change are within 5 % of the lowest possible."),
        (
            (0.0, 8, 20, 0, 0.0),
            "the pairs are 10, where no plan has fewer than 8; the students who change are as few as can be.",
        ),
        ((0.0, 10, 0, 0, 0.0), "as few as can be. Whether fewer students who change would do is not known yet."),
    ],
)
def test_best_is_said_only_where_it_is_proven(bounds: tuple[float, ...], said: str) -> None:
    score = ZERO if bounds[4] == 0 else Score(0.0, 10, 20, 0, 5.0)
    assert said in proof(Found((), score, bounds))


def test_what_is_proven_of_the_load_is_told_as_precisely_as_the_load() -> None:
    """270 minutes are 4.5 h, which are not 5."""
    told = proof(Found((), Score(270.0, 10, 20, 0, 0.0), (60.0, 10, 20, 0, 0.0)))
    assert told.startswith(
        "How good it is: the load is 4.5 h, where no plan has less than 1.0 h; the pairs are as few as can be"
    )


@pytest.mark.parametrize("least", [(0.0, 0.0, 0.0, 0, 0.0), (2.9, 0.4, 0.0, 0, 0.0)])
def test_a_bound_that_says_nothing_is_not_told(least: tuple[float, ...]) -> None:
    """Stopped early nothing is known; that no plan is below 0 everybody knows. 2.9 minutes would be told as 0.0 h."""
    told = proof(Found((), Score(270.0, 10, 20, 0, 0.0), least))
    assert told == "How far it is from the best possible plan is not known: the search ended before it could tell."
    some = proof(Found((), Score(270.0, 10, 20, 0, 0.0), (0.0, 10, 0.0, 0, 0.0)))
    assert some == (
        "How good it is: the pairs are as few as can be. Whether less load and fewer students who change would do is not "
        "known yet."
    )
