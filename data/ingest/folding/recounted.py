"""Ids of sessions that are of a file only: counted anew in each, they would find other children's (decisions 0200, 0217)."""

from dataclasses import dataclass, field

import duckdb

from data import spoken
from data.ingest.folding import asserted, fold, rows, standing
from data.ingest.model import Question
from data.store.connect import DISTRICT

_ENOUGH = 5
"""Fewer sessions that only moved to other days may have been mended."""
_WEEK = 7
_MOST = 0.8
"""The share of the sessions under a file's ids that it must tell again where it only numbers them anew."""
SAME_IDS = "(the same ids)"
"""What is answered of ids that may be counted anew, of one file."""
OTHERS, SAME = "other sessions", "the same sessions, corrected"
_STORED = f"s.district = '{DISTRICT}' and s.known_to is null"
_DERIVED = rows.derived_from_key("sessions", "s.row_key")


@dataclass
class Recounted:
    """The shapes of a file whose ids of sessions are on file for others."""

    told: dict[str, str] = field(default_factory=dict)
    """Those whose ids count anew, with a sentence."""
    others: list[str] = field(default_factory=list)
    """Those of which a person said so."""
    unclear: dict[str, Question] = field(default_factory=dict)
    """Those whose rows with such ids wait for an answer (``late``)."""


def settle(cur: duckdb.DuckDBPyConnection, said: str | None, *, asks: bool) -> Recounted:
    """Give the resolved sessions the ids under which they stand on file, where the file's own are of the file only.

    ``said`` is what was answered of ids that may be; ``asks``: whether rows may wait for that answer. Call it where sessions
    are on file, when the groups of the rows are read into ``standing_sessions`` and nothing is placed yet; where ``own_ids``
    has rows then, or a shape is unclear, the sessions were resolved again.
    """
    cur.execute("create or replace temp table own_ids (rec bigint, session_id varchar)")
    found = Recounted()
    if standing.any_row(cur, "met_sessions where by_id"):
        found = _begun_again(cur, said, asks) if standing.any_row(cur, standing.name("sessions")) else found
        _hold(cur, list(found.unclear))
        _forget(cur, list(found.told))
    if any_settled(cur) or standing.any_row(cur, "met_sessions where not by_id"):
        _adopt(cur)
    _forget_all(cur, found.others)
    if any_settled(cur):
        own = "case when t.rec is null then a.session_id else t.session_id end as session_id"
        fold.resolve_again(cur, "sessions", "own_ids", own)
    return found


def any_settled(cur: duckdb.DuckDBPyConnection) -> bool:
    """Whether a row has another id than its file gives it."""
    return standing.any_row(cur, "own_ids")


_MET = (
    "from met_sessions as m join resolved_sessions as r on r.rec = m.rec "
    f"join sessions as s on s.row_key = m.group_key and {_STORED} where m.by_id"
)


def _begun_again(cur: duckdb.DuckDBPyConnection, said: str | None, asks: bool) -> Recounted:
    """The shapes most of whose ids are on file for other sessions, and those of which it can't be told.

    Another child's by another provider, of another service or day is another session; so is each of another child where the
    file is of strangers (``_STRANGERS``). So are those of a file whose days are all others than those on file, unless each
    child's moved by one length of time, as where a month or year was mistyped; a whole number of weeks is a timetable that
    goes on. Few ids say so only where the file's are counted from 1.

    It can't be told of ids counted from 1, or from a round number, in this file or since an earlier one, where a quarter of
    those on file, and more than one, stand there for another child or service, or from 1 all for other minutes: a morning's
    and an afternoon's file, or sessions that were corrected. Not where the file tells those sessions too, under other
    numbers. Nor can it be told where each child of the file has one id, on file for that child on another day: it may be the
    child's own, of each day's list, or a mended day.
    """
    found = cur.execute(
        "with met as (select r.shape, r.student_id as who, s.student_id as whom, r.student_id <> s.student_id as of_another, "
        "r.student_id <> s.student_id or r.service <> s.service as is_other, r.minutes is distinct from s.minutes as is_longer, "
        "r.session_date - s.session_date as moved, coalesce(r.provider_id <> s.provider_id, r.service <> s.service) as "
        "by_another, r.minutes is not distinct from s.minutes and r.status = s.status as is_alike, "
        f"r.session_date as day, s.session_date as was {_MET}), "
        f"kinds as (select shape, {_STRANGERS} as are_strangers from met group by shape), counted as ({_COUNTED}) "
        "select met.shape, count(*), count(*) filter (where of_another and (moved <> 0 or by_another or are_strangers and "
        f"(is_counted or all_met >= {_ENOUGH}))), max(day) < min(was) or min(day) > max(was), bool_or(of_another) or "
        f"count(distinct moved) > 1 or min(moved) % {_WEEK} = 0, bool_or(is_counted), min(all_rows), "
        "case when bool_and(is_longer and begins <= 1) then count(*) else count(*) filter (where is_other) end, "
        "bool_or(is_from_one), bool_or(is_one_each) and not bool_or(of_another) and bool_and(moved <> 0) "
        "from (select *, count(*) over (partition by shape) as all_met from met) as met join kinds on kinds.shape = met.shape "
        "join counted on counted.shape = met.shape group by met.shape"
    ).fetchall()
    recounted = Recounted()
    for shape, same, others, apart, differ, counted, all_rows, clash, from_one, of_children in found:
        may_be_others = clash > 1 and clash * 4 >= same and (from_one or _counts_on(cur, shape))
        is_unclear = (same > 1 and of_children) or may_be_others
        if (clash or of_children) and said == OTHERS:
            recounted.others.append(shape)
        elif others * 2 > same or (apart and differ and (same >= _ENOUGH or counted) and same * 2 >= all_rows):
            recounted.told[shape] = _told(int(same), int(others))
        elif asks and said != SAME and is_unclear and not _tells_again(cur, shape):
            recounted.unclear[shape] = question(int(same))
    return recounted


def _counts_on(cur: duckdb.DuckDBPyConnection, shape: str) -> bool:
    """Whether the ids of a shape, on file and in the file, count from 1 or a round number: November's go on at 16."""
    found = cur.execute(
        f"select min(n) % 100 <= 1 and max(n) - min(n) < 2 * count(distinct n) from (select {_NUMBER} as n from "
        f"resolved_sessions where shape = $shape union all select {_NUMBER} from sessions as s where {_STORED} "
        f"and s.shape = $shape and s.session_id <> {_DERIVED}) as ids",
        {"shape": shape},
    ).fetchone()
    return bool(found and found[0])


def _tells_again(cur: duckdb.DuckDBPyConnection, shape: str) -> bool:
    """Whether the rows of a shape tell nearly all sessions on file that stand under their ids, whatever their numbers."""
    what = "({0}.student_id, {0}.service, {0}.session_date, coalesce({0}.minutes, -1))"
    told = f"select {what.format('o')} from resolved_sessions as o where o.shape = $shape"
    found = cur.execute(
        f"select count(*) filter (where {what.format('s')} in ({told})) >= {_MOST} * count(*) {_MET} and r.shape = $shape",
        {"shape": shape},
    ).fetchone()
    return bool(found and found[0])


_STRANGERS = (
    "2 * len(list_intersect(list(distinct who), list(distinct whom))) < count(distinct who) and not (count(distinct (who, whom)) "
    "= count(distinct who) and count(distinct who) = count(distinct whom) and count(*) filter (is_alike) * 5 >= count(*) * 4)"
)
"""SQL: whether the children of a file's ids are others than on file, and not the same ones whose own ids were changed, each
into one and their sessions alike."""
_NUMBER = "try_cast(regexp_extract(session_id, '[0-9]+$') as bigint)"
_COUNTED = (
    f"select shape, count(*) as all_rows, count(*) > 1 and min({_NUMBER}) = 1 and max({_NUMBER}) = count(*) "
    f"and count(distinct {_NUMBER}) = count(*) as is_counted, min({_NUMBER}) as begins, begins % 100 <= 1 and "
    f"max({_NUMBER}) - min({_NUMBER}) < 2 * count(*) and count(distinct {_NUMBER}) = count(*) as is_from_one, "
    "count(distinct student_id) = count(*) as is_one_each from resolved_sessions group by shape"
)
"""SQL: the rows of the file's shapes, whether their ids are 1 to as many, or nearly (from 101 or 1001 as well), and whether
each child has one."""


def _told(same: int, others: int) -> str:
    whose = f"{others} of them are other children's" if others else "all of other days"
    return (
        f"{same} of the file's ids of sessions are on file for other sessions, {whose}: the numbers begin anew with each "
        "file, so its sessions are found again by student, provider, service, day and start time instead."
    )


def question(rows_waiting: int) -> Question:
    """What is asked of so many rows whose ids may be counted anew."""
    text = (
        f"{spoken.plural(rows_waiting, 'row has', 'rows have')} ids of sessions that are on file for other children, services, "
        "minutes or days. Are these other sessions, whose numbers begin anew in each file, or the same ones, corrected?"
    )
    return Question("code", SAME_IDS, rows_waiting, text, (OTHERS, SAME))


def waiting_before(cur: duckdb.DuckDBPyConnection, batch_id: str) -> int:
    """Note as waiting (``late``) the rows of a loaded batch that still wait for that answer; how many."""
    cur.execute(
        f"insert into late select dataset, record_no, 'same_ids' from held_rows where district = '{DISTRICT}' and batch_id = ? "
        "and dataset = 'sessions' and outcome = 'waiting' and contains(problems_json, '\"same_ids\"')",
        [batch_id],
    )
    return int((cur.execute("select count(*) from late where why = 'same_ids'").fetchone() or (0,))[0])


def _hold(cur: duckdb.DuckDBPyConnection, shapes: list[str]) -> None:
    """The rows of these shapes whose ids are on file wait, and are resolved no more."""
    if shapes:
        cur.execute(f"insert into late select 'sessions', m.rec, 'same_ids' {_MET} and m.shape in ({_listed(shapes)})")
        fold.resolve_again(cur, "sessions", "late", "a.session_id as session_id", but="t.why = 'same_ids'")


def _forget_all(cur: duckdb.DuckDBPyConnection, shapes: list[str]) -> None:
    """The rows of these shapes whose ids are on file lose them, whatever they are of."""
    if shapes:
        mine = f"select m.rec {_MET} and m.shape in ({_listed(shapes)})"
        cur.execute(f"delete from own_ids where rec in ({mine})")
        cur.execute(f"insert into own_ids select rec, null from ({mine})")


def _listed(shapes: list[str]) -> str:
    return ", ".join(asserted.quoted(shape) for shape in shapes) or "null"


def _forget(cur: duckdb.DuckDBPyConnection, shapes: list[str]) -> None:
    """Rows whose ids count anew lose them, but for those that are on file for the same session; so do rows whose id isn't
    on file, but who stand there without one."""
    same = f"select m.rec {_MET} and r.student_id = s.student_id and r.session_date = s.session_date"
    cur.execute(
        f"insert into own_ids select m.rec, null from met_sessions as m where m.by_id and m.shape in ({_listed(shapes)}) "
        f"and m.rec not in ({same})"
    )
    if not standing.any_row(cur, f"sessions as s where {_STORED} and {_of_the_file()} and s.session_id = {_DERIVED}"):
        return
    cur.execute(
        "insert into own_ids select m.rec, null from met_sessions as m join resolved_sessions as r on r.rec = m.rec "
        f"where m.by_id and m.group_key not in (select group_key from {standing.name('sessions')}) "
        f"and m.rec not in (select rec from own_ids) and {rows.natural('sessions', 'r')} in "
        f"(select left(s.row_key, {rows.KEY_LENGTH}) from sessions as s where {_STORED} and {_of_the_file()})"
    )


def _of_the_file() -> str:
    """SQL: whether a stored session is of the file's shapes and days."""
    return (
        "s.shape in (select shape from resolved_sessions) and s.session_date between (select min(session_date) from "
        "resolved_sessions) and (select max(session_date) from resolved_sessions)"
    )


def _adopt(cur: duckdb.DuckDBPyConnection) -> None:
    """Rows without an id, or that lost theirs, that stand on file with one, of the same shape, take it, each of those on
    file once."""
    kept = "select group_key from met_sessions where by_id and rec not in (select rec from own_ids)"
    own = f"{_STORED} and {_of_the_file()} and s.session_id <> {_DERIVED} and s.row_key not in ({kept})"
    if not standing.any_row(cur, f"sessions as s where {own}"):
        return
    nth = "row_number() over (partition by {0} order by {1}) as n"
    mine, theirs = rows.natural("sessions", "r"), rows.natural("sessions", "s")
    cur.execute(
        f"create or replace temp table adopted as select f.rec, t.session_id from (select m.rec, {mine} as group_key, "
        f"{nth.format(mine, 'm.rec')} from met_sessions as m join resolved_sessions as r on r.rec = m.rec where "
        f"m.rec in (select rec from own_ids) or not m.by_id and m.group_key not in (select group_key from "
        f"{standing.name('sessions')})) as f join (select s.session_id, {theirs} as group_key, "
        f"{nth.format(theirs, 's.source_sheet, s.source_row')} from sessions as s where {own}) as t "
        "on t.group_key = f.group_key and t.n = f.n"
    )
    cur.execute("delete from own_ids where rec in (select rec from adopted)")
    cur.execute("insert into own_ids select rec, session_id from adopted")
