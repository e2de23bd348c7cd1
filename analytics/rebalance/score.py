"""How good an assignment is: the objectives of a plan, in their order."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

from analytics.rebalance.loads import Assignment, Carried, carried, loads
from analytics.rebalance.problem import Problem

NAMES = ("over_minutes", "pairs", "changes", "crossings", "uneven_minutes")
TOLERANCE = 1e-4


@dataclass(frozen=True)
class Score:
    """The less the better, and an earlier figure outweighs every later one."""

    over_minutes: float
    """Load a week above the ceiling, and of lines that nobody treats."""
    pairs: int
    """Therapist and school pairs."""
    changes: int
    """Students who change therapist, each service counted; who had nobody changes nothing."""
    crossings: int
    """Zones a therapist serves beyond the first."""
    uneven_minutes: float
    """Load above full, and work (travel left out) short of the floor."""

    @classmethod
    def of(cls, figures: Sequence[float]) -> "Score":
        """The score of five figures in their order."""
        over, pairs, changes, crossings, uneven = figures
        return cls(over, int(pairs), int(changes), int(crossings), uneven)

    def is_better_than(self, other: "Score") -> bool:
        """Whether the first figure that differs is the lower one."""
        for mine, theirs in zip(astuple(self), astuple(other), strict=True):
            if abs(mine - theirs) > TOLERANCE:
                return bool(mine < theirs)
        return False


def score(problem: Problem, assignment: Assignment) -> Score:
    """The objectives of an assignment, by plain sums over its loads."""
    told, rules = carried(problem, assignment), problem.rules
    frame = loads(problem, assignment)
    there = frame["provider_id"].map(problem.is_there)
    known = frame[there & (frame["capacity_minutes"] > 0)]
    work = known["load_minutes"] - known["travel_minutes"]
    over = (known["load_minutes"] - rules.ceiling * known["capacity_minutes"]).clip(lower=0).sum()
    nobody = frame.loc[frame["provider_id"].isna(), "load_minutes"].sum()
    serving = [told[provider] for provider in problem.therapists if problem.is_there(provider)]
    return Score(
        float(over + nobody),
        sum(len(one.schools) for one in serving),
        sum(had is not None and had != has for had, has in zip(problem.now, assignment, strict=True)),
        sum(_crossings(problem, one) for one in serving),
        float(
            (known["load_minutes"] - rules.full * known["capacity_minutes"]).clip(lower=0).sum()
            + (rules.floor * known["capacity_minutes"] - work).clip(lower=0).sum()
        ),
    )


def _crossings(problem: Problem, one: Carried) -> int:
    return max(0, len({zone for school in one.schools if (zone := problem.zones.get(school))}) - 1)
