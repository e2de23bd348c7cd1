"""Small districts made at random, with locks, assistants, a leaver and a vacancy."""

import random
from datetime import date

from analytics.rebalance.problem import Case, Line, Lock, Problem, Rules, Therapist

SCHOOLS = ("A", "B", "C")


def district(seed: int, *, cases: int = 5, hard: bool = True) -> Problem:
    """Three or four therapists and a few cases; ``hard`` adds locks and limits."""
    rng = random.Random(seed)
    staff = {one.provider_id: one for one in _staff(rng)}
    names = list(staff)
    made = []
    for number in range(cases):
        owner = rng.choice([*names, names[0], None]) if hard else rng.choice(names)
        record = None
        if owner is not None:
            record = staff[owner].supervisor if staff[owner].is_assistant else owner
        lines = tuple(_line(rng, 10 * number + place) for place in range(rng.choice((1, 1, 2))))
        school, programme = rng.choice(SCHOOLS), rng.choice(("", "", "special class"))
        student = f"S{rng.choice((number, number, 0))}"
        made.append(Case(student, "OT", school, programme, owner, record, lines))
    return Problem(date(2026, 8, 10), staff, tuple(made), {"A": "north", "B": "north", "C": "south"}, {},
                   _rules(rng, names) if hard else Rules())  # fmt: skip


def _staff(rng: random.Random) -> list[Therapist]:
    made = [
        Therapist("T1", "One", "OTR", 1.0, rng.choice((90.0, 120.0)), group_size=2.0, travel_now=rng.choice((0.0, 30.0))),
        Therapist("T2", "Two", "OTR", 1.0, rng.choice((60.0, 150.0)), supervision_minutes=10.0,
                  half_days=(("B", ("mon", "am")), ("B", ("mon", "pm")), ("A", ("tue", "am")))),
        Therapist("T3", "Three", "COTA", 1.0, 120.0, supervisor=rng.choice(("T2", "T2", None))),
    ]  # fmt: skip
    if rng.random() < 0.4:
        made.append(Therapist("T4", "Four", "OTR", 1.0, 100.0, is_present=rng.random() < 0.4))
    return made


def _line(rng: random.Random, number: int) -> Line:
    minutes = rng.choice((20.0, 30.0, 60.0))
    grouped = rng.random() < 0.4
    return Line(number, f"L{number}", 0.0 if grouped else minutes, minutes if grouped else 0.0,
                rng.choice((0.0, 0.0, 15.0)), 5.0)  # fmt: skip


def _rules(rng: random.Random, names: list[str]) -> Rules:
    kinds = ("keep_at", "never_at", "fixed_day", "leaves_on")
    locks = tuple(
        Lock(rng.choice(kinds), rng.choice(names), rng.choice(SCHOOLS), "mon", "am", date(2026, 9, 1))  # type: ignore[arg-type]
        for _ in range(rng.choice((0, 1, 1, 2)))
    )
    return Rules(max_moves=rng.choice((None, None, 3)), max_schools=rng.choice((None, None, 2)), locks=locks)
