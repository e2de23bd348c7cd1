"""Write goals and measurements into a store that holds the plain facts, as imports would have left them."""

from collections.abc import Iterable

from data.store import Store
from tests.reference.facts import Facts
from tests.reference.goals import Goal, Measurement
from tests.reference.store_facts import ROSTER, insert, public, store_facts, version


def store_goals(store: Store, facts: Facts, goals: Iterable[Goal], rows: Iterable[Measurement]) -> None:
    """Put facts, goals and measurements into an empty store; rows stand in the order of their batch."""
    store_facts(store, facts)
    sequence = {name: number for number, name in enumerate([ROSTER, *(b.name for b in facts.batches)], start=1)}
    with store.transaction() as cur:
        insert(cur, "goals", [
            {**version(f"{goal.student_id}|{goal.goal_id}", ROSTER, 1), "goal_text": "Writes a sentence", **public(goal)}
            for goal in goals
        ])  # fmt: skip
        insert(cur, "measurements", [
            {**version(f"m{number}", row.batch, sequence[row.batch]), "source_row": number,
             **{name: value for name, value in public(row).items() if name != "batch"}}
            for number, row in enumerate(rows, start=2)
        ])  # fmt: skip
