"""Goals that a newer list tells under other ids: the same goals, under the ids on file (decision 0219)."""

import duckdb

from data.ingest.folding import rows, standing
from data.store.connect import DISTRICT

OF_GOALS = ("goals", "measurements")
"""The datasets whose rows name a goal by its id."""
_MINE = f"district = '{DISTRICT}'"
_IN_FORCE = f"select batch_id from batches where {_MINE} and state = 'in_force'"
_WORDING = "nullif(trim(lower(regexp_replace({0}.goal_text, '[^\\pL\\pN%]+', ' ', 'g'))), '')"
_SAME = " and ".join(f"coalesce(g.{one} = r.{one}, true)" for one in ("service", "area", "start_date", "due_date"))


def any_of(cur: duckdb.DuckDBPyConnection) -> bool:
    """Whether a batch in force lists goals under other ids than those on file."""
    return standing.any_row(cur, f"batch_goal_ids where {_MINE} and batch_id in ({_IN_FORCE})")


def under_kept_ids(resolved: str) -> str:
    """SQL: the rows of a query with each goal under the id on file, while a file in force lists it under that one."""
    key = rows.digest(("'i'", "a.student_id", "a.kept_id"))
    same = "o.student_id = a.student_id and o.kept_id = a.kept_id"
    others = f"select o.batch_id from batch_goal_ids as o where o.{_MINE} and {same}"
    meant = (
        f"select distinct a.student_id, a.goal_id, a.kept_id from batch_goal_ids as a where a.{_MINE} "
        f"and a.batch_id in ({_IN_FORCE}) and exists (select 1 from batch_rows as t where t.{_MINE} and t.dataset = 'goals' "
        f"and t.batch_id in ({_IN_FORCE}) and t.batch_id not in ({others}) and left(t.row_key, {rows.KEY_LENGTH}) = {key})"
    )
    return (
        f"select q.* replace (coalesce(k.kept_id, q.goal_id) as goal_id) from ({resolved}) as q left join ({meant}) as k "
        "on k.student_id = q.student_id and k.goal_id = q.goal_id"
    )


def find(cur: duckdb.DuckDBPyConnection, batch_id: str) -> int:
    """Note for the batch the goals on file that its list has under another id, those of earlier lists too, and how many they
    are.

    A new one is the one goal of its student and wording, whose service, area and days don't gainsay it and whose id the list
    doesn't have; and the one of its list. Call it where goals are on file, when the groups of the rows are read; where there
    are any, the goals are to be resolved again.
    """
    known = (
        "select r.student_id, a.goal_id, r.goal_id as kept_id from resolved_goals as r join asserted_goals as a on "
        "a.rec = r.rec where a.goal_id <> r.goal_id"
    )
    alone = " and ".join(f"count(*) over (partition by student_id, {one}) = 1" for one in ("goal_id", "kept_id"))
    cur.execute(
        f"insert into batch_goal_ids select distinct '{DISTRICT}', $batch, student_id, goal_id, kept_id from "
        f"({known} union all select * from ({_alike()}) as p qualify {alone}) as f",
        {"batch": batch_id},
    )
    row = cur.execute(f"select count(*) from batch_goal_ids where {_MINE} and batch_id = ?", [batch_id]).fetchone()
    return int(row[0]) if row else 0


def _alike() -> str:
    """SQL: goals of the list whose ids aren't on file, each with those on file that say the same and that it lacks."""
    unmet = (
        f"select r.*, {_WORDING.format('r')} as wording from met_goals as m join resolved_goals as r on r.rec = m.rec "
        f"where m.by_id and not m.waits and m.group_key not in (select group_key from {standing.name('goals')})"
    )
    lacking = (
        f"select g.*, {_WORDING.format('g')} as wording from goals as g where g.{_MINE} and g.known_to is null "
        f"and g.goal_id <> {rows.derived_from_key('goals', 'g.row_key')} and "
        "(g.student_id, g.goal_id) not in (select (student_id, goal_id) from resolved_goals where goal_id is not null)"
    )
    return (
        f"select r.student_id, r.goal_id, g.goal_id as kept_id from ({unmet}) as r join ({lacking}) as g "
        f"on g.student_id = r.student_id and g.wording = r.wording and {_SAME}"
    )


def are_measured(cur: duckdb.DuckDBPyConnection, batch_id: str) -> bool:
    """Whether earlier files measured, under the ids of the batch, goals that stand under others."""
    return standing.any_row(
        cur,
        f"measurements as m join batch_goal_ids as a on a.district = m.district and a.student_id = m.student_id "
        f"and a.goal_id = m.goal_id where m.{_MINE} and m.known_to is null and a.batch_id = '{batch_id}'",
    )


def in_words(goals: int) -> str:
    """What a preview says of so many goals whose ids are others than on file."""
    those = "1 goal stands" if goals == 1 else f"{goals:,} goals stand"
    ids = "another id" if goals == 1 else "other ids"
    return f"{those} on file under {ids}, in the same words: what was measured stays with {'it' if goals == 1 else 'them'}."
