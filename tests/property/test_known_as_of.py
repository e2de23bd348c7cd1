"""The ledger known as of an upload is the ledger of a district that never got the later ones."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics import known
from analytics.scope import EVERYTHING
from tests.property.ask import Rows, ask_ledger, differences, written
from tests.property.districts import Question, asked_districts
from tests.property.patience import brief
from tests.reference.facts import Facts

ROSTER = 1
"""The event that brings calendar and roster, before the files of the facts."""


def up_to(facts: Facts, number: int) -> Facts:
    """The facts as the first so many files tell them."""
    names = {batch.name for batch in facts.batches[:number]}
    return replace(
        facts,
        batches=facts.batches[:number],
        lines=tuple(line for line in facts.lines if line.batch in names),
        sessions=tuple(session for session in facts.sessions if session.batch in names),
        waiting=tuple(row for row in facts.waiting if row.batch in names),
    )


@pytest.mark.slow
@brief
@given(asked_districts(), st.integers(1, 5))
def test_an_earlier_ledger_can_be_told_again(asked: tuple[Facts, Question], number: int) -> None:
    facts, question = asked
    number = min(number, len(facts.batches))
    ask = (question.keys, question.as_of, question.from_day, question.to_day)
    with written(facts, question.choices) as cur:
        told_later = ask_ledger(cur, *ask, known=ROSTER + number)
    with written(up_to(facts, number), question.choices) as cur:
        told_then = ask_ledger(cur, *ask)
    assert differences(told_then, told_later, question.keys) == []


@pytest.mark.slow
@brief
@given(asked_districts())
def test_an_event_that_is_passed_over_moves_nothing(asked: tuple[Facts, Question]) -> None:
    facts, question = asked
    as_of = question.as_of

    with written(facts, question.choices) as cur:

        def at(event: int) -> Rows:
            return ask_ledger(cur, ("line", "student", "month"), as_of, known=event)

        for moment, before, after in known.movers(cur, EVERYTHING, as_of, ROSTER, at):
            for event, told in ((moment.event - 1, before), (moment.event, after)):
                assert differences(at(event), told, ()) == differences(told, at(event), ()) == []
