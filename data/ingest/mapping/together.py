"""Two datasets that one row carries: goals, and what was measured of them."""

from dataclasses import replace

from data.ingest.mapping.choose import NAMES, Fit, Forced
from data.ingest.model import Table

TOGETHER = (("goals", "measurements"),)
"""Datasets that one row can carry both of."""


def partner(best: Fit, fits: list[Fit]) -> Fit | None:
    for first, second in TOGETHER:
        if best.dataset in (first, second):
            other = first if best.dataset == second else second
            return next((fit for fit in fits if fit.dataset == other and _adds(fit, best)), None)
    return None


def goal_of_measurements(fits: list[Fit], forced: Forced) -> int | None:
    """The column that is the goal in words where the table is tried as goals, if scores of days lack nothing but their goal: a
    goal that says what it is to reach (with 80% accuracy) looks like a measure."""
    of = {fit.dataset: fit.places for fit in fits}
    scored = next((fit for fit in fits if fit.dataset == "measurements" and fit.lacks == (NAMES["goal_id"],)), None)
    place = of.get("goals", {}).get("goal_text")
    is_free = scored is not None and place is not None and place not in forced and not scored.taken[place][0]
    return place if is_free and {"measured_on", "period"} & of["measurements"].keys() else None


def of_measurements(best: Fit, partner: Fit | None, table: Table) -> tuple[Fit, Fit | None]:
    """Goals beside their measurements, without the trials where these differ from row to row, and without a baseline that is
    the score of a report (Current Performance): they are not the goal's."""
    if partner is None or {best.dataset, partner.dataset} != {"goals", "measurements"}:
        return best, partner
    first, second = (_without_trials(fit, table) for fit in (best, partner))
    return _without_score(first, second), _without_score(second, first)


def _without_score(fit: Fit, other: Fit) -> Fit:
    scored = [number for number, (name, _) in enumerate(other.taken) if name == "value"]
    twice = fit.dataset == "goals" and any(fit.taken[number][0] == "baseline" for number in scored)
    return _without(fit, scored[0]) if twice else fit


def _without(fit: Fit, place: int) -> Fit:
    return replace(fit, taken=tuple((None, 0.0) if at == place else one for at, one in enumerate(fit.taken)))


def _without_trials(fit: Fit, table: Table) -> Fit:
    place = next((number for number, (name, _) in enumerate(fit.taken) if name == "trials"), None)
    if fit.dataset != "goals" or place is None or len(table.body.column(place).unique()) == 1:
        return fit
    return _without(fit, place)


def _adds(fit: Fit, best: Fit) -> bool:
    """Whether the other dataset finds places for headings that the first has none for, or the goals by their words.

    Beside goals a number that no column gives a day or a period is where the goal stands, and no measurement.
    """
    if fit.dataset == "measurements" and not {"measured_on", "period"} & {name for name, _ in fit.taken}:
        return False
    own = {row: name for row, (name, _) in enumerate(best.taken) if name}
    by_words = any(name == "goal_text" and own.get(row) == "goal_id" for row, (name, _) in enumerate(fit.taken))
    return by_words or any(name and row not in own for row, (name, _) in enumerate(fit.taken))
