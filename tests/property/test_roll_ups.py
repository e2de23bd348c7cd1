"""What stored steps answer is what the sessions themselves answer, for any day, key, choice and policies, after any write."""

from datetime import date, timedelta

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analytics import figures, ledger, rollups, sqlfiles
from analytics.scope import EVERYTHING, Selection
from data.store import Store
from tests.property.ask import Rows, differences, rows_of, stored
from tests.property.districts import KEYS, Question, asked_districts
from tests.property.patience import examples
from tests.reference.facts import Facts

COLUMNS = (*ledger.COLUMNS, "lines_banded", "provider_caused_minutes", "open_minutes", "pace_gap_minutes")


def both(store: Store, day: date, keys: tuple[str, ...], selection: Selection) -> tuple[Rows, Rows]:
    """The ledger of a day from the sessions, and from stored steps."""
    with store.cursor() as cur:
        values = figures.parameters(cur, EVERYTHING, day, selection) | ledger.by_flags(keys)
        held = rollups.stored(cur, values)
        assert held is not None
        found = held.frame(cur, "ledger/by_key", values)
        told = sqlfiles.frame(cur, "ledger/by_key", values)
        if set(keys) <= set(ledger.OUTSIDE_KEYS) and not held.has_moved:
            same(sqlfiles.frame(cur, "ledger/outside", values), held.frame(cur, "ledger/outside", values))
    assert len(found) == len(told)
    return tuple(rows_of(frame[[*keys, *COLUMNS]], keys) for frame in (told, found))  # type: ignore[return-value]


def same(told: pd.DataFrame, found: pd.DataFrame) -> None:
    """The same minutes outside any mandate under each key."""
    keys = ["district", "student", "service", "month"]
    ordered = [frame.astype({"month": "str"}).sort_values(keys).reset_index(drop=True) for frame in (told, found)]
    pd.testing.assert_frame_equal(*ordered, check_dtype=False)


def selections(facts: Facts) -> st.SearchStrategy[Selection]:
    """Everything, or one student, service, school or provider."""
    students = sorted({line.student_id for line in facts.lines})
    chosen = [Selection(services=("OT",)), Selection(schools=("North",)), Selection(providers=("P1",))]
    return st.sampled_from([Selection(), Selection(), *chosen, *(Selection(students=(name,)) for name in students)])


@examples(12)
@given(asked_districts(), st.data())
def test_stored_steps_answer_as_the_sessions_do(asked: tuple[Facts, Question], data: st.DataObject) -> None:
    facts, question = asked
    with stored(facts, question.choices) as store:
        with store.transaction() as cur:
            rollups.refresh(cur)
        for back in (0, data.draw(st.integers(1, 40)), data.draw(st.integers(41, 250))):
            day = question.as_of - timedelta(days=back)
            keys, chosen = data.draw(st.sampled_from(KEYS)), data.draw(selections(facts))
            told, found = both(store, day, keys, chosen)
            assert differences(told, found, keys) == [], (day, keys, chosen)
