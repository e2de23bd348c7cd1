"""A table and its mapping -> typed rows with their problems, in temp tables of the cursor."""

import duckdb

from data.ingest.model import Context, Mapping, Staged, Table
from data.ingest.staging import (
    base,
    calendar,
    called_alike,
    finish,
    lines,
    one_thing,
    others,
    people,
    scores,
    sessions,
    spells,
)
from data.ingest.staging.work import Work

__all__ = ["stage"]

_STEPS = {
    "sessions": sessions.stage,
    "service_lines": lines.stage,
    "calendar_days": calendar.stage,
    "grading_periods": calendar.stage_periods,
    "goals": others.stage_goals,
    "measurements": scores.stage,
    "decisions": others.stage_decisions,
    "awards": others.stage_awards,
    "schools": others.stage_schools,
    "providers": people.stage_providers,
    "students": people.stage_students,
}


def stage(cur: duckdb.DuckDBPyConnection, table: Table, mapping: Mapping, context: Context) -> Staged:
    """Type one table as the dataset of its mapping, in two temp relations of ``cur`` (named in ``Staged``).

    Every record has one outcome: ok, rejected, waiting or ignored. Each distinct text is read once; rows are handled by
    SQL. ``mapping.dataset`` must be the name of a dataset.
    """
    work = Work(cur, table, mapping, context)
    base.load(work)
    people.name_them(work)
    _STEPS.get(work.dataset.name, others.stage_plain)(work)
    spells.open_up(work)
    called_alike.waiting(work)
    one_thing.ask(work)
    return finish.finish(work)
