"""What a cursor has worked out for one question must not change the answer to another; a choice only leaves rows out."""

from datetime import timedelta

import pandas as pd
import pytest
from hypothesis import given

from analytics import ledger
from analytics.scope import EVERYTHING, Selection
from tests.property.ask import ask_ledger, differences, rows_of, stored, written
from tests.property.districts import Question, asked_districts
from tests.property.patience import brief, examples
from tests.reference.facts import Facts

KEYS = ("student", "line", "month")


@pytest.mark.slow
@examples(4)
@given(asked_districts())
def test_days_asked_on_one_cursor_agree_with_days_asked_alone(asked: tuple[Facts, Question]) -> None:
    facts, question = asked
    days = [question.as_of, *(question.as_of - timedelta(days=back) for back in (9, 45))]
    with stored(facts, question.choices) as store:
        with store.cursor() as cur:
            together = [rows_of(ledger.by(cur, EVERYTHING, day, keys=KEYS), KEYS) for day in days]
        alone = []
        for day in days:
            with store.cursor() as cur:
                alone.append(ask_ledger(cur, KEYS, day))
    for first, second in zip(together, alone, strict=True):
        assert differences(second, first, KEYS) == []


@pytest.mark.slow
@brief
@given(asked_districts())
def test_a_choice_only_leaves_rows_out(asked: tuple[Facts, Question]) -> None:
    facts, question = asked
    keys = ("school", "provider", "service", "student", "line")
    with written(facts, question.choices) as cur:
        whole = rows_of(ledger.by(cur, EVERYTHING, question.as_of, keys=keys), keys)
        for place, name in enumerate(("schools", "providers", "services", "students")):
            for value in sorted({key[place] for key in whole if key[place]}):
                chosen = Selection(**{name: (value,)})
                found = rows_of(ledger.by(cur, EVERYTHING, question.as_of, chosen, keys=keys), keys)
                expected = {key: row for key, row in whole.items() if key[place] == value}
                assert differences(expected, found, keys) == [], (name, value)


@examples(2)
@given(asked_districts())
def test_a_choice_asked_after_the_whole_is_the_choice_asked_alone(asked: tuple[Facts, Question]) -> None:
    facts, question = asked
    with stored(facts, question.choices) as store, store.cursor() as cur:
        whole = ledger.lines(cur, EVERYTHING, question.as_of)
        chosen = Selection(students=tuple(whole["student_id"].head(1)))
        after = ledger.lines(cur, EVERYTHING, question.as_of, chosen)
        with store.cursor() as fresh:
            alone = ledger.lines(fresh, EVERYTHING, question.as_of, chosen)
    pd.testing.assert_frame_equal(after, alone, check_exact=False, rtol=1e-9)
