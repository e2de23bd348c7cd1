"""Objectives by their number beside that of their goal (Goal 1, Objective 2): what is measured is called by both."""

import re

from data.ingest.model import Table
from data.ingest.values import words

_IDS = frozenset(("number", "id", "code"))
_OBJECTIVES = frozenset(("objective", "benchmark", "sto", "short", "term"))
_OF_GOAL = re.compile(r"^[\w.-]{1,20}$")
_OF_OBJECTIVE = re.compile(r"^(?:\d{1,2}[a-z]?|[a-z])$", re.IGNORECASE)


def numbered(table: Table) -> Table:
    """The table with each goal called by its number and that of its objective (1.2), where columns tell both and a goal has
    several objectives: each of these has scores and an aim of its own (decision 0322). As it is elsewhere; a row without an
    objective is its goal's."""
    goals, objectives = _place(table, frozenset(("goal",)), _OF_GOAL), _place(table, _OBJECTIVES, _OF_OBJECTIVE)
    if goals is None or objectives is None:
        return table
    told = list(zip(*(table.body.column(at).to_pylist() for at in (goals, objectives)), strict=True))
    pairs = {(goal, one) for goal, one in told if goal and one}
    if len({goal for goal, _ in pairs}) == len(pairs):
        return table
    both = [f"{goal.strip()}.{one.strip()}" if goal and one and one.strip() else goal for goal, one in told]
    note = f"{table.headings[goals]} and {table.headings[objectives]} together call each objective."
    named = table.filled(goals, both).called(goals, "Goal Number").noted(note)
    return named.without(objectives)


def _place(table: Table, of: frozenset[str], form: re.Pattern[str]) -> int | None:
    """The one column that is headed as one of numbers, or by the word alone, and holds nothing else."""
    said = [words.said_by(heading) - _IDS for heading in table.headings]
    found = [at for at, one in enumerate(said) if one and one <= of and table.all_are(at, form.match)]
    return found[0] if len(found) == 1 else None
