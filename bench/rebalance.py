"""A suggested rebalancing beside a greedy one on the same district, in the same run.

    python -m bench.rebalance [--size M] [--services OT,PT,SLP] [--capacity 1.0] [--max-moves N] [--seconds 30] [--rounds 1]

Prints one row an answer: seconds, load above the ceiling or without a therapist, pairs, students who change, zones crossed,
and how far each of the first three may be from the best. ``first``: the first plan that the search tells.
"""

import argparse
import time
from dataclasses import dataclass

from analytics.rebalance.by_hand import by_hand
from analytics.rebalance.job import Job
from analytics.rebalance.loads import loads
from analytics.rebalance.problem import Problem, Rules
from analytics.rebalance.score import Score, score
from analytics.rebalance.solve import Found
from bench.invented import district

HEAD = "| district | answer | seconds | hours over | pairs | change | zones | gap: load | pairs | change |"


@dataclass(frozen=True)
class Row:
    """One answer."""

    answer: str
    seconds: float
    score: Score
    gaps: tuple[float, ...] = ()

    def text(self, name: str) -> str:
        """As a row of the table."""
        gaps = [f"{gap:.1%}" for gap in self.gaps[:3]] or ["-", "-", "-"]
        figures = [f"{self.score.over_minutes / 60:.1f}", self.score.pairs, self.score.changes, self.score.crossings]
        return "| " + " | ".join(map(str, [name, self.answer, f"{self.seconds:.1f}", *figures, *gaps])) + " |"


def measured(problem: Problem, seconds: float) -> list[Row]:
    """As it is, by hand, the first plan of the search, that at 10 seconds, and the last."""
    rows = [Row("as it is", 0.0, score(problem, problem.now))]
    began = time.perf_counter()
    plan = by_hand(problem)
    rows.append(Row("greedy", time.perf_counter() - began, score(problem, plan)))
    job, first, early = Job(problem, seconds), None, None
    while not job.is_done:
        time.sleep(0.1)
        found = job.latest
        if found is not None and first is None:
            first = _row("first", job, found)
        if found is not None and early is None and job.seconds >= 10:
            early = _row("at 10 s", job, found)
    last = _row("last", job, job.wait())
    return [*rows, *(row for row in (first, early) if row is not None), last]


def _row(answer: str, job: Job, found: Found) -> Row:
    return Row(answer, job.seconds, found.score, found.gaps if answer == "last" else ())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="M", choices=("S", "M", "L"))
    parser.add_argument("--services", default="OT,PT,SLP")
    parser.add_argument("--max-moves", type=int, default=None)
    parser.add_argument("--capacity", type=float, default=1.0)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--rounds", type=int, default=1)
    asked = parser.parse_args()
    print(HEAD + "\n" + "|---" * 10 + "|")
    for seed in range(7, 7 + asked.rounds):
        services = tuple(asked.services.split(","))
        rules = Rules(max_moves=asked.max_moves)
        problem = district(asked.size, services=services, seed=seed, rules=rules, capacity=asked.capacity)
        frame = loads(problem, problem.now)
        moves = "" if asked.max_moves is None else f", at most {asked.max_moves} lines"
        moves += "" if asked.capacity == 1 else f", hours {asked.capacity - 1:+.0%}"
        name = f"{asked.size} {len(problem.cases):,} x {len(frame)}, {'+'.join(services)}{moves}"
        for row in measured(problem, asked.seconds):
            print(row.text(name), flush=True)


if __name__ == "__main__":
    main()
