"""What a plan was made under, so that a plan that is kept can be told and compared on the same terms."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from analytics.rebalance.changes import Add, Change, Remove, SetFte, staffed
from analytics.rebalance.problem import Lock, Problem
from analytics.rebalance.staffing import dated

_STAFF: dict[str, type[Add] | type[SetFte] | type[Remove]] = {"add": Add, "set_fte": SetFte, "remove": Remove}


@dataclass(frozen=True)
class Terms:
    """Limits, locks and changes of staff. Moves that were tried out beside it are no terms of a plan."""

    max_moves: int | None = None
    max_schools: int | None = None
    locks: tuple[Lock, ...] = ()
    changes: tuple[Change, ...] = ()

    def as_saved(self) -> dict[str, Any]:
        """Plain values for json; dates as ISO text."""
        return {
            "max_moves": self.max_moves,
            "max_schools": self.max_schools,
            "locks": [asdict(lock) | {"day": lock.day and lock.day.isoformat()} for lock in self.locks],
            "changes": [
                {"kind": kind, **asdict(change)}
                for change in self.changes
                for kind, made in _STAFF.items()
                if isinstance(change, made)
            ],
        }

    @classmethod
    def from_saved(cls, saved: Mapping[str, Any]) -> "Terms":
        """Terms read back; a plan kept when only the number of its locks was saved has none that are known."""
        locks, changes = saved.get("locks"), saved.get("changes")
        return cls(
            saved.get("max_moves"), saved.get("max_schools"),
            tuple(_lock(one) for one in locks) if isinstance(locks, list) else (),
            tuple(_change(one) for one in changes) if isinstance(changes, list) else (),
        )  # fmt: skip

    def put_into(self, problem: Problem) -> Problem:
        """The problem with the staff and the locks of these terms; who isn't known there any more is left out."""
        known = [
            change for change in self.changes if isinstance(change, Add) or _whose(change) in problem.therapists
        ]  # fmt: skip
        locked = replace(staffed(problem, known), rules=replace(problem.rules, locks=self.locks))
        return dated(locked)


def _whose(change: Change) -> str | None:
    return change.provider if isinstance(change, SetFte | Remove) else None


def _lock(saved: Mapping[str, Any]) -> Lock:
    day = saved.get("day")
    return Lock(**{**saved, "day": date.fromisoformat(day) if day else None})


def _change(saved: Mapping[str, Any]) -> Change:
    fields = {name: value for name, value in saved.items() if name != "kind"}
    if "schools" in fields:
        fields["schools"] = tuple(fields["schools"])
    return _STAFF[str(saved["kind"])](**fields)
