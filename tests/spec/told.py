"""A corner of the rules as a row of a table: facts, a question, and the figures that a person worked out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from tests.property.ask import ask_ledger, written
from tests.reference.cal_a import day
from tests.reference.facts import Choices, Facts
from tests.reference.ledger import ledger, outside_mandate
from tests.reference.reading import Reading

Figures = Mapping[str, Fraction | int | None]
Engine = Callable[["Case"], dict[tuple[Any, ...], dict[str, Any]]]


@dataclass(frozen=True)
class Case:
    """``figures`` are the columns of the row with ``key``; minutes, counts and rates, None where n/a."""

    rule: str
    facts: Facts
    as_of: str
    figures: Figures
    keys: tuple[str, ...] = ()
    key: tuple[Any, ...] = ()
    choices: Choices = field(default_factory=Choices)
    cut: tuple[str | None, str | None] = (None, None)

    @property
    def cut_days(self) -> tuple[date | None, date | None]:
        """The range as dates."""
        first, last = self.cut
        return day(first) if first else None, day(last) if last else None


def by_reference(case: Case) -> dict[tuple[Any, ...], dict[str, Any]]:
    """The plain reading's rows."""
    reading = Reading(case.facts, day(case.as_of), case.choices, *case.cut_days)
    rows: dict[tuple[Any, ...], dict[str, Any]] = {key: dict(row) for key, row in ledger(reading, case.keys).items()}
    if case.keys == ():
        rows.setdefault((), {})["outside_mandate_minutes"] = outside_mandate(reading, ()).get((), 0)
    return rows


def by_ledger(case: Case) -> dict[tuple[Any, ...], dict[str, Any]]:
    """The rows of the SQL ledger over a store with the same facts."""
    with written(case.facts, case.choices) as cur:
        return ask_ledger(cur, case.keys, day(case.as_of), *case.cut_days)


ENGINES: dict[str, Engine] = {"reference": by_reference, "ledger": by_ledger}


def table(cases: Iterable[Case]) -> pytest.MarkDecorator:
    """Each case against each engine."""
    rows = [pytest.param(case, name, id=f"{name}: {case.rule}") for case in cases for name in ENGINES]
    return pytest.mark.parametrize(("case", "engine"), rows)


def check(case: Case, engine: str) -> None:
    """Every figure of the case, to 1e-6; a row that isn't there has no minutes, no lines and no rates."""
    row = ENGINES[engine](case).get(case.key, {})
    for column, worked_out in case.figures.items():
        found = row.get(column, None if column.endswith("rate") else 0)
        if worked_out is None:
            assert found is None, column
        else:
            assert found is not None, column
            assert float(found) == pytest.approx(float(worked_out), abs=1e-6), column
