"""A sheet before it is laid out: columns with their headings, and for each row what a person reads in it."""

from dataclasses import dataclass, field
from typing import Any

from tests.shapes.composed.chooser import Chooser
from tests.shapes.composed.forms import SPELLINGS, spellings
from tests.shapes.composed.people import Person
from tests.shapes.shape import Row


@dataclass
class Column:
    """One column; ``fields`` are those of the truth that it tells, none where it tells nothing."""

    topic: str
    heading: str
    cells: list[Any]
    fields: tuple[str, ...] = ()


@dataclass
class Draft:
    """Columns and, row by row, the truth; ``facts`` are label -> value of what stands above the table instead."""

    dataset: str
    columns: list[Column] = field(default_factory=list)
    truth: list[list[Row]] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)
    title: str = ""
    """What the sheet is, in words that may stand above it."""
    held: dict[str, list[int]] = field(default_factory=dict)
    """Outcome -> numbers of rows that must not go in."""
    asked: tuple[str, ...] = ()
    """What must be asked about."""
    is_wide: bool = False
    """Whether columns have their order, and the title says of which month they are."""
    persons: list[Person] = field(default_factory=list)
    """Of a wide one, whose each row is."""

    def add(self, chooser: Chooser, topic: str, cells: list[Any], *fields: str) -> Column:
        """One more column under a heading of the vocabulary that no column has yet."""
        taken = {column.heading.strip(" :*") for column in self.columns}
        heading = chooser.heading(topic, taken)
        spelling = "as written" if chooser.odds(0.75) else chooser.one(spellings(heading))
        column = Column(topic, SPELLINGS[spelling](heading), cells, fields)
        self.columns.append(column)
        return column

    def tell(self, name: str, values: list[Any]) -> None:
        """Add what every row's truth says of a field; None says nothing."""
        for rows, value in zip(self.truth, values, strict=True):
            for row in rows:
                if value is not None:
                    row[name] = value

    def column(self, topic: str) -> Column | None:
        """The column of a topic."""
        return next((column for column in self.columns if column.topic == topic), None)
