"""A case has the same figures alone in its ledger as among the others."""

from importlib import import_module

import pytest

from tests.quick import first
from tests.spec.as_document import SUBJECTS, cases_of
from tests.spec.case import Case
from tests.spec.together import alone, among_others

FIRST_OF_EACH = {name: next(cases_of(import_module(f"tests.spec.test_{name}"))) for name in SUBJECTS}


@pytest.mark.parametrize("case", first(1, FIRST_OF_EACH.values()), ids=FIRST_OF_EACH)
def test_alone_as_among_others(case: Case) -> None:
    by_itself, with_others = (engine(case)[case.key] for engine in (alone, among_others))
    assert by_itself.keys() == with_others.keys() > set(case.figures)
    assert by_itself == pytest.approx(with_others, abs=1e-9, nan_ok=True)
