"""Corners of the rules (``case.Case``) held against the plain reading and against the ledger."""

from collections.abc import Callable, Iterable

import pytest

from tests.property.ask import Rows
from tests.reference.cal_a import day
from tests.reference.ledger import ledger, outside_mandate
from tests.reference.reading import Reading
from tests.spec.case import Case, Figures
from tests.spec.together import among_others, stands_with_others

__all__ = ["Case", "Figures", "check", "table"]
Engine = Callable[[Case], Rows]


def by_reference(case: Case) -> Rows:
    """The plain reading's rows."""
    reading = Reading(case.facts, day(case.as_of), case.choices, *case.cut_days, extended=case.extended)
    rows: Rows = {key: dict(row) for key, row in ledger(reading, case.keys).items()}
    if case.keys == () and not case.extended:
        rows.setdefault((), {})["outside_mandate_minutes"] = outside_mandate(reading, ()).get((), 0)
    return rows


ENGINES: dict[str, Engine] = {"reference": by_reference, "ledger": among_others}
"""The plain reading's rows of a case, and those of the SQL ledger over a store with the same facts."""


def table(cases: Iterable[Case]) -> pytest.MarkDecorator:
    """Each case against each engine."""
    told = list(cases)
    for case in told:
        stands_with_others(case)
    rows = [pytest.param(case, name, id=f"{name}: {case.rule}") for case in told for name in ENGINES]
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
