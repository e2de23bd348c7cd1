"""What an assignment of cases means for each therapist: plain sums, with which every plan and what-if is told (rules 12)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pandas as pd

from analytics.rebalance.allowed import record_of
from analytics.rebalance.problem import Case, Problem, Therapist

Assignment = Sequence[str | None]
"""Who treats each case of the problem, in its order; None: nobody."""
PARTS = (
    "direct_minutes", "indirect_minutes", "documentation_minutes", "travel_minutes", "evaluation_minutes",
    "meeting_minutes", "supervision_minutes",
)  # fmt: skip
COLUMNS = (
    "provider_id", "provider_name", "role", "fte", "capacity_minutes", *PARTS, "load_minutes", "utilisation",
    "students", "lines", "schools",
)  # fmt: skip


@dataclass
class Carried:
    """What one therapist carries."""

    direct: float = 0.0
    indirect: float = 0.0
    documentation: float = 0.0
    students: set[str] = field(default_factory=set)
    lines: int = 0
    schools: set[str] = field(default_factory=set)
    of_record: set[str] = field(default_factory=set)

    def take(self, case: Case, size: float) -> None:
        """Add a case treated in groups of that size."""
        self.direct += sum(line.direct(size) for line in case.lines)
        self.indirect += sum(line.indirect_minutes for line in case.lines)
        self.documentation += sum(line.documentation_minutes for line in case.lines)
        self.students.add(case.student_id)
        self.lines += len(case.lines)
        self.schools |= {case.school} - {""}


def group_size(problem: Problem, provider: str | None, case: Case) -> float:
    """The average group of who treats; of one who logged none, that of the therapist who has the case now."""
    for one in (provider, case.provider):
        found = problem.therapists.get(one or "")
        if found is not None and found.group_size:
            return found.group_size
    return 1.0


def record_after(problem: Problem, case: Case, provider: str | None) -> str | None:
    """The therapist of record once ``provider`` treats: unchanged where the case stays; of a case that nobody treats, the
    one who still is there without having treated it."""
    if provider is None:
        return case.record if case.record != case.provider and problem.is_there(case.record) else None
    return case.record if provider == case.provider else record_of(problem, provider)


def carried(problem: Problem, assignment: Assignment) -> dict[str | None, Carried]:
    """What each therapist carries; None: what nobody does."""
    made: dict[str | None, Carried] = {provider: Carried() for provider in (*problem.therapists, None)}
    for case, provider in zip(problem.cases, assignment, strict=True):
        made[provider].take(case, group_size(problem, provider, case))
        record = record_after(problem, case, provider)
        if record is not None:
            made.setdefault(record, Carried()).of_record.add(case.student_id)
    return made


def travel_slopes(now: float, schools_now: int, change: float) -> list[tuple[float, float]]:
    """Travel a week by number of schools m as the highest of straight lines (slope, start), at least 0.

    With the schools of now it is what it is now; a school given up takes its share away, each school more costs a
    change (or the present share, where that is more).
    """
    if schools_now <= 1:
        return [(change, now - change)]
    share = now / (schools_now - 1)
    more = max(share, change)
    return [(share, -share), (more, now - more * schools_now)]


def travel(problem: Problem, therapist: Therapist, schools: int) -> float:
    """Minutes of travel a week with so many schools."""
    now = len(problem.schools_now.get(therapist.provider_id, ()))
    slopes = travel_slopes(therapist.travel_now, now, problem.rules.travel_minutes)
    return max(0.0, *(slope * schools + start for slope, start in slopes))


def loads(problem: Problem, assignment: Assignment) -> pd.DataFrame:
    """Each therapist's load a week under an assignment, in the order of ids; the last row (null id) is what nobody
    treats, where there is any. Columns: COLUMNS; capacity and utilisation are null where unknown or nought."""
    told = carried(problem, assignment)
    rows = [_row(problem, one, told[one.provider_id]) for one in problem.therapists.values() if _is_shown(one, told)]
    if told[None].lines:
        rows.append(_nobody(told[None]))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _is_shown(one: Therapist, told: dict[str | None, Carried]) -> bool:
    return one.is_present or told[one.provider_id].lines > 0


def _row(problem: Problem, one: Therapist, has: Carried) -> dict[str, object]:
    rules = problem.rules
    parts = (
        has.direct, has.indirect, has.documentation, travel(problem, one, len(has.schools)),
        len(has.of_record) * rules.evaluation_minutes, len(has.of_record) * rules.meeting_minutes,
        one.supervision_minutes,
    )  # fmt: skip
    load, capacity = sum(parts), one.capacity or None
    return {
        "provider_id": one.provider_id, "provider_name": one.name, "role": one.role, "fte": one.fte,
        "capacity_minutes": one.capacity, **dict(zip(PARTS, parts, strict=True)), "load_minutes": load,
        "utilisation": load / capacity if capacity else None, **_counts(has),
    }  # fmt: skip


def _nobody(has: Carried) -> dict[str, object]:
    parts = dict.fromkeys(PARTS, 0.0) | {
        "direct_minutes": has.direct, "indirect_minutes": has.indirect, "documentation_minutes": has.documentation,
    }  # fmt: skip
    return {
        "provider_id": None,
        "provider_name": "nobody",
        **parts,
        "load_minutes": sum(parts.values()),
        **_counts(has),
    }


def _counts(has: Carried) -> dict[str, int]:
    return {"students": len(has.students), "lines": has.lines, "schools": len(has.schools)}
