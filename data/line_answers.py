"""Changed or additional: what a person says of a service line that begins beside an older one (rules 3)."""

from collections.abc import Iterable

import duckdb
import pandas as pd

from data.errors import UserError
from data.store import Store
from data.store.connect import DISTRICT
from data.store.events import next_event, now

CHANGED, ADDITIONAL = "changed", "additional"
ANSWERS = (CHANGED, ADDITIONAL)
Pair = tuple[str, str]
"""The keys of the earlier and of the later line."""


def answer(store: Store, said: dict[Pair, str | None], who: str) -> None:
    """Store for each pair whether the later line changed the earlier one (which ended the day before) or is owed beside
    it; None takes an answer back. Figures follow at once, and an earlier ledger stays as it was.

    UserError for another answer. What stands already is not recorded again.
    """
    if wrong := sorted(set(said.values()) - {*ANSWERS, None}, key=str):
        raise UserError(f"{wrong[0]!r} is no answer; it is changed or additional.")
    with store.transaction() as cur:
        stands = dict(_standing(cur))
        new = {pair: told for pair, told in said.items() if stands.get(pair) != told}
        if not new:
            return
        event = next_event(cur, "answer", who)
        for (earlier, later), told in new.items():
            key = {"d": DISTRICT, "x": earlier, "y": later, "e": event}
            cur.execute(
                "update line_answers set known_to = $e where district = $d and earlier_key = $x and later_key = $y "
                "and known_to is null",
                key,
            )
            if told is not None:
                cur.execute(
                    "insert into line_answers values ($d, $x, $y, $a, $n, $w, $e, null)",
                    key | {"a": told, "n": now(), "w": who},
                )


def _standing(cur: duckdb.DuckDBPyConnection) -> Iterable[tuple[Pair, str]]:
    found = cur.execute(
        "select earlier_key, later_key, answer from line_answers where district = ? and known_to is null", [DISTRICT]
    ).fetchall()
    return (((str(earlier), str(later)), str(told)) for earlier, later, told in found)


def answers(cur: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The answers that stand, the latest first: earlier_key, later_key, answer, answered_at (UTC), answered_by, student_id,
    student_name (of the roster or a log), service, earlier_line, later_line (ids; null where a line is no longer on file)."""
    return cur.execute(_ANSWERS, [DISTRICT]).df()


_NAMED = (
    "select district, student_id, last_name, first_name, known_to from students union all "
    "select district, person_id, last_name, first_name, known_to from people where person_kind = 'student'"
)
_ANSWERS = (
    "select a.earlier_key, a.later_key, a.answer, a.answered_at, a.answered_by, "
    "coalesce(x.student_id, y.student_id) as student_id, "
    f"(select min(p.last_name || coalesce(', ' || p.first_name, '')) from ({_NAMED}) as p where p.district = a.district "
    "and p.known_to is null and p.student_id = coalesce(x.student_id, y.student_id)) as student_name, "
    "coalesce(x.service, y.service) as service, x.line_id as earlier_line, y.line_id as later_line from line_answers as a "
    "left join service_lines as x on x.district = a.district and x.row_key = a.earlier_key and x.known_to is null "
    "left join service_lines as y on y.district = a.district and y.row_key = a.later_key and y.known_to is null "
    "where a.district = ? and a.known_to is null order by a.known_from desc, a.earlier_key, a.later_key"
)


def pair_of(cur: duckdb.DuckDBPyConnection, student_id: str, earlier_line: str, later_line: str) -> Pair:
    """The keys of two lines of a student, by their ids. UserError where there is none, or the later is stated to begin no
    later; a line that states no start begins when the figures assume (rules 1), so its order is theirs to know."""
    found = dict(
        cur.execute(
            "select line_id, [row_key, cast(start_date as varchar)] from service_lines "
            "where district = $d and student_id = $s and known_to is null and line_id in ($x, $y)",
            {"d": DISTRICT, "s": student_id, "x": earlier_line, "y": later_line},
        ).fetchall()
    )
    if missing := [line for line in (earlier_line, later_line) if line not in found]:
        raise UserError(f"The student has no line {missing[0]} on file; cli.py export service_lines lists them.")
    (earlier, starts), (later, follows) = found[earlier_line], found[later_line]
    if starts and follows and follows <= starts:
        raise UserError(f"Line {later_line} doesn't begin after line {earlier_line}; name the earlier line first.")
    return str(earlier), str(later)
