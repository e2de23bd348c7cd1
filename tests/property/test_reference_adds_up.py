"""The plain reading itself conserves minutes, so that a slip in it shows before it is held against the ledger."""

from fractions import Fraction

import pytest
from hypothesis import given

from tests.property.districts import Question, asked_districts
from tests.property.patience import patient
from tests.reference.credit import accounts
from tests.reference.facts import Facts
from tests.reference.ledger import MINUTES, ledger, ledger_lines
from tests.reference.reading import Reading


@patient
@given(asked_districts())
def test_minutes_are_conserved(asked: tuple[Facts, Question]) -> None:
    facts, question = asked
    reading = Reading(facts, question.as_of, question.choices, question.from_day, question.to_day)
    for line in ledger_lines(reading):
        found = accounts(reading, line)
        for period in {account.period for account in found}:
            of_period = [account for account in found if account.period == period]
            total = {
                name: sum((getattr(account, name) for account in of_period), Fraction(0))
                for name in (*MINUTES, "pace_gap")
            }
            assert total["delivered"] == total["credited"] + total["excess"]
            assert total["expected"] == (
                total["credited"] + total["excused"] + total["review"] + total["make_up"] + total["pace_gap"]
            )
            assert 0 <= total["unaccounted"] <= total["make_up"]


@pytest.mark.slow
@patient
@given(asked_districts())
def test_any_partition_sums_to_the_whole(asked: tuple[Facts, Question]) -> None:
    facts, question = asked
    reading = Reading(facts, question.as_of, question.choices, question.from_day, question.to_day)
    whole = ledger(reading).get((), {})
    parts = ledger(reading, question.keys).values()
    for name in (*(f"{name}_minutes" for name in MINUTES), "uncovered_minutes", "lapsed_minutes"):
        assert sum(part[name] for part in parts) == whole.get(name, 0), name  # type: ignore[misc]
