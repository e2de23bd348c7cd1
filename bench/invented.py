"""Invented districts for the bench of caseloads: schools in zones, therapists with blocks, some overloaded, some gone."""

import random
from dataclasses import replace
from datetime import date

from analytics.rebalance.problem import Case, Line, Problem, Rules, Therapist

SIZES = {"S": (300, 8, 12), "M": (2500, 60, 45), "L": (8000, 210, 140)}
"""Lines, therapists, schools."""


def district(size: str, *, services: tuple[str, ...] = ("OT",), seed: int = 7, rules: Rules | None = None,
             capacity: float = 1.0) -> Problem:  # fmt: skip
    """A district of that size: each school's caseload was once shared out by building, then enrolment drifted, one
    therapist in twenty left, and part-time staff have part-time capacity. ``capacity``: hours beside the usual, so that
    weeks are looser or tighter."""
    lines, staff, schools = SIZES[size]
    rng = random.Random(seed)
    names = [f"School {number:03d}" for number in range(schools)]
    zones = {name: f"Zone {number * 5 // schools}" for number, name in enumerate(names)}
    weight = {name: rng.lognormvariate(0, 0.5) for name in names}
    therapists: dict[str, Therapist] = {}
    cases: list[Case] = []
    for number, service in enumerate(services):
        share = len(services)
        mine = staff // share + (number < staff % share)
        made = _staff(rng, service, mine)
        therapists |= {one.provider_id: one for one in made}
        cases += _cases(rng, service, lines // share + (number < lines % share), made, names, weight)
    therapists = {name: replace(one, capacity=capacity * (one.capacity or 0)) for name, one in therapists.items()}
    gone = set(rng.sample(sorted(therapists), max(1, staff // 20)))
    therapists = {name: _gone(one) if name in gone else one for name, one in therapists.items()}
    return Problem(date(2026, 8, 10), therapists, tuple(cases), zones, {name: name for name in names}, rules or Rules())


ROLES = {"OT": ("OTR", "COTA"), "PT": ("PT", "PTA"), "SLP": ("SLP", "SLPA")}


def _staff(rng: random.Random, service: str, many: int) -> list[Therapist]:
    role, assistant = ROLES[service]
    made: list[Therapist] = []
    for number in range(many):
        fte = rng.choice([1.0, 1.0, 1.0, 0.8, 0.6])
        assists = number % 5 == 4
        supervisor = made[number - 1].provider_id if assists else None
        size = rng.choice([2.0, 2.5, 3.0])
        made.append(Therapist(f"{service}{number:03d}", f"{service} {number}", assistant if assists else role, fte,
                              2050 * fte, group_size=size, supervisor=supervisor))  # fmt: skip
    return made


def _gone(one: Therapist) -> Therapist:
    return replace(one, is_present=False)


def _cases(
    rng: random.Random, service: str, many: int, staff: list[Therapist], schools: list[str], weight: dict[str, float]
) -> list[Case]:
    """Each school's lines are given by the therapist whose turn it is along the map, or by two at a border."""
    total, fte = sum(weight.values()), sum(one.fte or 0 for one in staff)
    ends, reached = [], 0.0
    for one in staff:
        reached += (one.fte or 0) / fte
        ends.append(reached)
    made: list[Case] = []
    start = 0.0
    drift = {school: rng.uniform(0.75, 1.25) for school in schools}
    drifted = sum(weight[school] * drift[school] for school in schools)
    for school in schools:
        share = weight[school] / total
        for number in range(round(many * weight[school] * drift[school] / drifted)):
            place = start + share * rng.random()
            who = next((one for one, end in zip(staff, ends, strict=True) if place <= end), staff[-1])
            made.append(_case(rng, service, school, who, f"{service}-{len(made):05d}", number))
        start += share
    return made


def _case(rng: random.Random, service: str, school: str, who: Therapist, student: str, number: int) -> Case:
    minutes, times = rng.choice([(30, 1), (30, 1), (30, 1), (20, 1), (30, 1), (30, 2), (25, 1)])
    grouped = rng.random() < 0.4
    line = Line(
        number, f"L-{student}",
        individual_minutes=0.0 if grouped else minutes * times, grouped_minutes=minutes * times if grouped else 0.0,
        documentation_minutes=5.0 * times,
    )  # fmt: skip
    record = who.supervisor if who.is_assistant else who.provider_id
    programme = "special class" if rng.random() < 0.12 else ""
    return Case(student, service, school, programme, who.provider_id, record, (line,))
