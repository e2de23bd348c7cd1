"""Plans of caseloads that somebody kept: saved, listed, read back, thrown away. No figure reads them."""

import json
import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from data.errors import UserError
from data.store import Store
from data.store.connect import DISTRICT
from data.store.events import now

MOVES = ("line_id", "student_id", "from_provider", "to_provider", "service", "school", "minutes", "reason")
LISTED = ("plan_id", "plan_name", "as_of", "summary", "saved_at", "saved_by", "lines")
MOST_NAME = 80


def save(
    store: Store, name: str, as_of: date, moves: pd.DataFrame, summary: str, rules: Mapping[str, Any], who: str
) -> str:
    """Keep a plan under a name and return its id. ``moves``: the columns MOVES; ``rules``: what it was made under.

    Errors: UserError where the name is empty or taken, or the plan moves nothing.
    """
    tidy = " ".join(name.split())[:MOST_NAME]
    if not tidy:
        raise UserError("The plan needs a name; type one and save again.")
    if moves.empty:
        raise UserError("The plan moves no line, so there is nothing to save.")
    plan_id = uuid.uuid4().hex
    with store.transaction() as cur:
        if cur.execute("select 1 from plans where district = ? and plan_name = ?", [DISTRICT, tidy]).fetchone():
            raise UserError(f"There is a plan {tidy!r} already; choose another name.")
        cur.execute(
            "insert into plans values (?, ?, ?, ?, ?, ?, ?, ?)",
            [DISTRICT, plan_id, tidy, as_of, summary, json.dumps(rules, default=str), now(), who],
        )
        rows = moves[list(MOVES)].assign(district=DISTRICT, plan_id=plan_id)
        cur.register("saved_moves", rows)
        cur.execute(
            "insert into plan_moves select district, plan_id, student_id, line_id, service, school, from_provider, "
            "to_provider, minutes, reason from saved_moves"
        )
        cur.unregister("saved_moves")
    return plan_id


def listed(cur: duckdb.DuckDBPyConnection, district: str = DISTRICT) -> pd.DataFrame:
    """Every plan kept, the latest first: LISTED; lines: how many would change hands, saved_at in UTC."""
    frame = cur.execute(
        "select p.plan_id, p.plan_name, p.as_of, p.summary, p.saved_at, p.saved_by, count(m.line_id) as lines "
        "from plans as p left join plan_moves as m on m.district = p.district and m.plan_id = p.plan_id "
        "where p.district = ? group by p.plan_id, p.plan_name, p.as_of, p.summary, p.saved_at, p.saved_by "
        "order by p.saved_at desc, p.plan_name",
        [district],
    ).df()
    return frame[list(LISTED)]


def moves(cur: duckdb.DuckDBPyConnection, plan_id: str, district: str = DISTRICT) -> pd.DataFrame:
    """The moves of a plan: MOVES. UserError where there is no such plan."""
    if not cur.execute("select 1 from plans where district = ? and plan_id = ?", [district, plan_id]).fetchone():
        raise UserError("There is no such plan; it may have been thrown away.")
    return cur.execute(
        f"select {', '.join(MOVES)} from plan_moves where district = ? and plan_id = ? "
        "order by service, school, to_provider, student_id, line_id",
        [district, plan_id],
    ).df()


def rules(cur: duckdb.DuckDBPyConnection, plan_id: str, district: str = DISTRICT) -> dict[str, Any]:
    """What a plan was made under, as it was saved. UserError where there is no such plan."""
    row = cur.execute("select rules_json from plans where district = ? and plan_id = ?", [district, plan_id]).fetchone()
    if row is None:
        raise UserError("There is no such plan; it may have been thrown away.")
    found: dict[str, Any] = json.loads(row[0])
    return found


def throw_away(store: Store, plan_id: str) -> None:
    """Delete a plan; one that is gone already is no error."""
    with store.transaction() as cur:
        for table in ("plan_moves", "plans"):
            cur.execute(f"delete from {table} where district = ? and plan_id = ?", [DISTRICT, plan_id])
