"""Plans that somebody keeps."""

from datetime import date

import pandas as pd
import pytest

from data import plans
from data.errors import UserError
from data.store import Store

MOVES = pd.DataFrame(
    [
        ("L2", "S2", None, "T2", "OT", "Elm", 35.0, "Nobody gives this line now"),
        ("L1", "S1", "T1", "T2", "OT", "Elm", 70.5, "T1 is at 123% of capacity"),
    ],
    columns=list(plans.MOVES),
)


def keep(store: Store, name: str = "August") -> str:
    return plans.save(store, name, date(2026, 8, 10), MOVES, "2 lines", {"max_moves": 40}, "lead")


def test_a_plan_comes_back_as_it_was_saved(store: Store) -> None:
    plan_id = keep(store, "  August   again ")
    with store.cursor() as cur:
        (row,) = plans.listed(cur).itertuples()
        assert (row.plan_name, row.lines, row.summary, row.saved_by) == ("August again", 2, "2 lines", "lead")
        assert row.as_of.date() == date(2026, 8, 10)
        found = plans.moves(cur, plan_id)
        assert plans.rules(cur, plan_id) == {"max_moves": 40}
    pd.testing.assert_frame_equal(found, MOVES.sort_values("student_id", ignore_index=True), check_dtype=False)


def test_saving_changes_no_figure(store: Store) -> None:
    version = store.data_version()
    keep(store)
    assert store.data_version() == version


def test_two_plans_and_one_thrown_away(store: Store) -> None:
    first, second = keep(store), keep(store, "September")
    plans.throw_away(store, first)
    plans.throw_away(store, first)
    with store.cursor() as cur:
        assert plans.listed(cur)["plan_id"].tolist() == [second]
        assert cur.execute("select count(*) from plan_moves").fetchone() == (2,)
        with pytest.raises(UserError, match="no such plan"):
            plans.moves(cur, first)
        with pytest.raises(UserError, match="no such plan"):
            plans.rules(cur, first)


@pytest.mark.parametrize(
    ("name", "moves", "said"), [(" ", MOVES, "needs a name"), ("X", MOVES.head(0), "moves no line")]
)
def test_what_cannot_be_kept(store: Store, name: str, moves: pd.DataFrame, said: str) -> None:
    with pytest.raises(UserError, match=said):
        plans.save(store, name, date(2026, 8, 10), moves, "", {}, "lead")


def test_a_name_is_taken_once(store: Store) -> None:
    keep(store)
    with pytest.raises(UserError, match="a plan 'August' already"):
        keep(store)
