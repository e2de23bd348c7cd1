"""Random spreadsheets with their truth, composed of independent parts."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.shapes.composed import beside, grids, lines, lists, sessions, unclear
from tests.shapes.composed.chooser import Chooser, Parts
from tests.shapes.composed.draft import Draft
from tests.shapes.composed.layout import lay_out
from tests.shapes.shape import Shape

_DATASETS: dict[str, tuple[int, Callable[[Chooser], Draft]]] = {
    "sessions": (35, sessions.compose), "grids": (15, grids.compose), "questions": (8, unclear.compose),
    "service_lines": (27, lines.compose), "students": (10, lists.students),
    "providers": (4, lists.providers), "goals": (6, lists.goals), "calendar_days": (5, lists.calendar),
}  # fmt: skip


@dataclass(frozen=True)
class Composed:
    """One file and its truth; ``parts``: topic -> what was chosen; ``columns``: heading, topic and fields of each."""

    shape: Shape
    parts: dict[str, str]
    columns: tuple[tuple[str, str, tuple[str, ...]], ...]

    @property
    def told_by(self) -> dict[str, str]:
        """Field -> the topic of its column."""
        return {field: topic for _, topic, fields in self.columns for field in fields}


def compose(seed: int, parts: Parts = "all") -> Composed:
    """The spreadsheet of a seed."""
    chooser = Chooser(seed, parts)
    dataset = chooser.weighed("dataset", {name: weight for name, (weight, _) in _DATASETS.items()})
    draft = _DATASETS[dataset][1](chooser)
    if not draft.is_wide:
        beside.add(draft, chooser)
    columns = tuple((column.heading, column.topic, column.fields) for column in draft.columns)
    return Composed(lay_out(draft, chooser, f"composed {seed}"), chooser.chosen, columns)
