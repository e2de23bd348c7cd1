"""A corner of the rules as a row of a table: facts, a question, and the figures that a person worked out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from tests.reference.cal_a import day
from tests.reference.facts import Choices, Facts

Figures = Mapping[str, Fraction | int | None]


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
    extended: bool = False
    """Whether it is asked of the extended school year."""

    @property
    def cut_days(self) -> tuple[date | None, date | None]:
        """The range as dates."""
        first, last = self.cut
        return day(first) if first else None, day(last) if last else None
