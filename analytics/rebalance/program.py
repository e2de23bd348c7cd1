"""A mixed-integer program, collected one variable and one row at a time, in HiGHS's terms."""

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import coo_array, csr_array

INFINITE = np.inf
Limits = tuple[np.ndarray, np.ndarray]
"""The least and the most that each variable may be."""


@dataclass
class Sum:
    """A linear expression."""

    terms: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    constant: float = 0.0

    @property
    def variable(self) -> int:
        """The place of the only variable."""
        (place,) = self.terms
        return place

    def add(self, other: "Sum | float", times: float = 1.0) -> "Sum":
        """Add another expression, so many times."""
        if isinstance(other, Sum):
            self.constant += times * other.constant
            for place, value in other.terms.items():
                self.terms[place] += times * value
        else:
            self.constant += times * other
        return self


class Program:
    """Variables and rows, collected one by one."""

    def __init__(self) -> None:
        self.lower: list[float] = []
        self.upper: list[float] = []
        self.is_integer: list[int] = []
        self.rows: list[tuple[dict[int, float], float]] = []
        """Left side and the most that it may be."""

    def variable(self, upper: float = INFINITE, *, lower: float = 0.0, whole: bool = False) -> Sum:
        """A new variable, as an expression."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.is_integer.append(int(whole))
        return Sum(defaultdict(float, {len(self.lower) - 1: 1.0}))

    def at_most(self, left: Sum, right: Sum | float) -> None:
        """left <= right"""
        row = Sum().add(left).add(right, -1)
        self.rows.append((dict(row.terms), -row.constant))

    def matrix(self) -> csr_array:
        """The left sides of all rows."""
        rows = self.rows
        sizes = [len(terms) for terms, _ in rows]
        at = np.repeat(np.arange(len(rows)), sizes)
        columns = np.fromiter((place for terms, _ in rows for place in terms), dtype=np.int64, count=sum(sizes))
        values = np.fromiter((x for terms, _ in rows for x in terms.values()), dtype=float, count=sum(sizes))
        return coo_array((values, (at, columns)), shape=(len(rows), len(self.lower))).tocsr()

    def costs(self, expression: Sum) -> np.ndarray:
        """An expression's factors, one a variable."""
        made = np.zeros(len(self.lower))
        for place, times in expression.terms.items():
            made[place] = times
        return made


def value(expression: Sum, values: np.ndarray) -> float:
    """What an expression is worth in a solution."""
    return expression.constant + float(sum(times * values[place] for place, times in expression.terms.items()))


def minimised(
    costs: np.ndarray, is_whole: np.ndarray, limits: Limits, matrix: csr_array, most: np.ndarray, *, seconds: float,
    gap: float = 1e-7,
) -> OptimizeResult:  # fmt: skip
    """The least costs with no row above its most, looked for so long."""
    return milp(
        costs,
        integrality=is_whole,
        bounds=Bounds(*limits),
        constraints=LinearConstraint(matrix, -np.inf, most),
        options={"time_limit": seconds, "mip_rel_gap": gap},
    )


def least(result: OptimizeResult) -> float:
    """What no solution goes below; minus infinity where nothing is proven."""
    known = result.mip_dual_bound
    if known is None:
        known = result.fun if result.status == 0 else None
    return -INFINITE if known is None or not np.isfinite(known) else float(known)
