"""Logs with what only a person can say: codes that collide, blank statuses, words for other work. Such rows wait."""

from collections.abc import Callable
from typing import Any

from tests.shapes.composed import sessions
from tests.shapes.composed.chooser import Chooser
from tests.shapes.composed.draft import Draft

_CODES = ("P", "PA", "C", "S", "A", "M", "QX", "Z9", "NS")
_WORK = ("Evaluation", "IEP Meeting", "Parent Call", "Assessment", "Report Writing")
_BLANK = "(no status)"


def compose(chooser: Chooser) -> Draft:
    """A log with statuses in words, some of which nobody but its district knows."""
    draft = sessions.compose(chooser, outcome="status", length="minutes")
    status = next(column for column in draft.columns if column.topic == "sessions.status")
    way = chooser.weighed("unclear", {"codes": 50, "blank": 30, "other work": 20})
    told = _WAYS[way](chooser)
    rows = sorted(chooser.random.sample(range(len(draft.truth)), 2))
    status.cells = [told if at in rows else cell for at, cell in enumerate(status.cells)]
    _with_minutes(draft, rows)
    for at in rows:
        draft.truth[at] = []
    draft.held = {"waiting": rows}
    draft.asked = (told or _BLANK,)
    return draft


def _with_minutes(draft: Draft, rows: list[int]) -> None:
    """The unclear rows have minutes, as given ones do."""
    column = next(one for one in draft.columns if "minutes" in one.fields)
    usual: Any = next(cell for cell in column.cells if cell not in ("", None, 0, "0"))
    column.cells = [cell if at not in rows else usual for at, cell in enumerate(column.cells)]


_WAYS: dict[str, Callable[[Chooser], str]] = {
    "codes": lambda chooser: chooser.part("unclear codes", _CODES),
    "blank": lambda chooser: "",
    "other work": lambda chooser: chooser.part("other work", _WORK),
}
