"""Which cases of a parametrised test are in the default suite."""

from collections.abc import Iterable
from typing import Any

import pytest


def first(count: int, cases: Iterable[Any]) -> list[Any]:
    """The first so many cases as they are, the further ones as slow tests; a tuple is the arguments of a case."""
    listed = [case if isinstance(case, tuple) else (case,) for case in cases]
    return [pytest.param(*case, marks=pytest.mark.slow if at >= count else ()) for at, case in enumerate(listed)]
