"""The ledger against the plain reading of the rules, over random districts.

Few examples by default; ``MINUTES_EXAMPLES=5000 pytest tests/property`` for a long search.
"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics import ledger, rollups
from analytics.scope import EVERYTHING
from tests.property.ask import Rows, ask_ledger, ask_reference, differences, rows_of, stored, written
from tests.property.districts import KEYS, Question, asked_districts
from tests.property.patience import brief, examples, patient
from tests.reference.conformity import cycles_met
from tests.reference.facts import Facts
from tests.reference.ledger import MINUTES, ledger_lines
from tests.reference.reading import Reading


def reading_of(facts: Facts, question: Question) -> Reading:
    """The plain reading of the question."""
    return Reading(facts, question.as_of, question.choices, question.from_day, question.to_day)


@patient
@given(asked_districts())
def test_every_column_agrees_with_the_rules_and_adds_up(asked: tuple[Facts, Question]) -> None:
    facts, question = asked
    with written(facts, question.choices) as cur:
        found, whole, lines = (
            ask_ledger(cur, keys, question.as_of, question.from_day, question.to_day)
            for keys in (question.keys, (), ("line",))
        )
    expected = ask_reference(reading_of(facts, question), question.keys)
    assert differences(expected, found, question.keys) == []
    _any_partition_sums_to_the_whole(whole.get((), {}), found)
    _minutes_are_conserved(facts, lines)


@patient
@given(asked_districts(over_july=True))
def test_each_school_year_follows_its_own_policies(asked: tuple[Facts, Question]) -> None:
    facts, question = asked
    with written(facts, question.choices) as cur:
        found = ask_ledger(cur, question.keys, question.as_of, question.from_day, question.to_day)
    assert differences(ask_reference(reading_of(facts, question), question.keys), found, question.keys) == []


@patient
@given(st.one_of(asked_districts(esy=True), asked_districts(over_july=True, esy=True)))
def test_the_extended_year_agrees_with_the_rules(asked: tuple[Facts, Question]) -> None:
    facts, question = asked
    with written(facts, question.choices) as cur:
        found, regular = (
            ask_ledger(cur, question.keys, question.as_of, question.from_day, question.to_day, extended=extended)
            for extended in (True, False)
        )
    expected, regular_expected = (
        ask_reference(
            Reading(facts, question.as_of, question.choices, question.from_day, question.to_day, extended=extended),
            question.keys,
        )
        for extended in (True, False)
    )
    assert differences(expected, found, question.keys) == []
    assert differences(regular_expected, regular, question.keys) == []


@patient
@given(st.one_of(asked_districts(), asked_districts(over_july=True)))
def test_cycles_met_agree_with_the_rules(asked: tuple[Facts, Question]) -> None:
    facts, question = asked
    reading = reading_of(facts, question)
    with written(facts, question.choices) as cur:
        asked_of = (cur, EVERYTHING, question.as_of)
        cut = {"from_day": question.from_day, "to_day": question.to_day}
        found = {
            keys: rows_of(ledger.conformity(*asked_of, keys=keys, **cut)[[*keys, "cycles_met_rate"]], keys)
            for keys in (("line",), ())
        }
    counts = {(line.line_id,): cycles_met(reading, line) for line in ledger_lines(reading)}
    assert found["line",] == {key: {"cycles_met_rate": _share(*counts[key])} for key in found["line",]}
    met, asking = (sum(counts[key][n] for key in found["line",]) for n in (0, 1))
    assert [row["cycles_met_rate"] for row in found[()].values()] in ([], [_share(met, asking)])


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _any_partition_sums_to_the_whole(whole: dict[str, Any], parts: Rows) -> None:
    for name in (*(f"{name}_minutes" for name in MINUTES), "uncovered_minutes", "lapsed_minutes"):
        assert sum(part[name] for part in parts.values()) == pytest.approx(whole.get(name, 0), abs=1e-6), name


def _minutes_are_conserved(facts: Facts, lines: Rows) -> None:
    for row in lines.values():
        gap = row["expected_minutes"] - sum(row[f"{name}_minutes"] for name in
                                            ("credited", "excused", "review", "make_up"))  # fmt: skip
        assert gap >= -1e-6
        if facts.lines:  # without any, minutes are shown alone (rules 2a)
            split = row["credited_minutes"] + row["excess_minutes"]
            assert row["delivered_minutes"] == pytest.approx(split, abs=1e-6)
        assert -1e-6 <= row["unaccounted_minutes"] <= row["make_up_minutes"] + 1e-6


@pytest.mark.slow
@examples(5)
@given(st.one_of(asked_districts(), asked_districts(over_july=True)))
def test_roll_ups_agree_with_the_rules_too(asked: tuple[Facts, Question]) -> None:
    facts, question = asked
    with stored(facts, question.choices) as store:
        rollups.keep_up(store, least=0)
        with store.cursor() as cur:
            found = ask_ledger(cur, question.keys, question.as_of)
    expected = ask_reference(Reading(facts, question.as_of, question.choices), question.keys)
    assert differences(expected, found, question.keys) == []


@pytest.mark.slow
@brief
@given(asked_districts())
def test_expected_and_dated_minutes_add_up_over_any_cut(asked: tuple[Facts, Question]) -> None:
    """Rules 5: E and D are additive by date; a make-up without a date has none and is left out here."""
    facts, question = asked
    cut = question.from_day or question.as_of
    dated = Facts(facts.calendar, facts.grading_periods, facts.enrolments, facts.lines,
                  tuple(s for s in facts.sessions if s.status != "make_up" or s.makes_up_date), facts.waiting,
                  facts.batches)  # fmt: skip
    with written(dated, question.choices) as cur:
        whole = ask_ledger(cur, ("line",), question.as_of)
        before = ask_ledger(cur, ("line",), question.as_of, None, cut.fromordinal(cut.toordinal() - 1))
        after = ask_ledger(cur, ("line",), question.as_of, cut, None)
    for key, row in whole.items():
        for name in ("expected_minutes", "delivered_minutes", "uncovered_minutes"):
            parts = before.get(key, {}).get(name, 0) + after.get(key, {}).get(name, 0)
            assert parts == pytest.approx(row[name], abs=1e-6), (key, name)


def test_all_keys_are_drawn() -> None:
    assert {key for keys in KEYS for key in keys} == {
        "district", "school", "provider", "service", "setting", "grade", "student", "line", "month",
    }  # fmt: skip
