"""Rows of a snapshot that a newer file lacks: what a person said of them for that file (rules 3).

A row that has ended is kept with its last day, the day before the newer file was loaded; the answer belongs to that
file's batch, so that it goes with it.
"""

from datetime import timedelta

import duckdb

from data.ingest.folding import rows, standing
from data.ingest.folding.fold import Batch
from data.ingest.model import Question
from data.store.connect import DISTRICT

SNAPSHOTS = {"service_lines": "service lines", "students": "students"}
LAST_DAY = {"service_lines": "end_date", "students": "enrolled_to"}
ENDED, IN_FORCE = "ended the day before", "still in force"


def subject(dataset: str, row_key: str = "") -> str:
    """What an answer is about: the rows of a snapshot dataset that a file lacks, or one of them."""
    return f"missing {SNAPSHOTS[dataset]}" + (f" {row_key}" if row_key else "")


def is_subject(code: str) -> bool:
    """Whether an answer is about rows that a file lacks."""
    return code.startswith(tuple(subject(dataset) for dataset in SNAPSHOTS))


def is_of_one_row(code: str) -> bool:
    """Whether an answer is about one of these rows."""
    return is_subject(code) and code not in map(subject, SNAPSHOTS)


def wanted(dataset: str, answers: dict[str, str]) -> bool:
    """Whether an answer says of any row of the dataset that it has ended."""
    return dataset in SNAPSHOTS and any(
        code.startswith(subject(dataset)) and said == ENDED for code, said in answers.items()
    )


def find(cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch) -> None:
    """``lacked``: row_key, shape of the missing rows (``spoken_for``) that would count on the day of loading."""
    last = LAST_DAY[dataset]
    cur.execute(
        f"create or replace temp table lacked as select m.row_key, m.group_key, m.shape from spoken_for as m "
        f"join {dataset} as t on t.row_key = m.row_key and t.known_to is null and t.district = '{DISTRICT}' "
        f"where m.row_key not in (select row_key from placed_{dataset}) "
        f"and coalesce(t.{last}, date '9999-12-31') >= date '{batch.load_date}'"
    )


def keep(cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch, answers: dict[str, str]) -> None:
    """Write the rows of ``lacked`` to ``batch_ends`` with what was said of them; one of its own stands over the whole."""
    found = cur.execute("select row_key from lacked order by row_key").fetchall()
    store(cur, dataset, batch, {key: _said(dataset, key, answers) for (key,) in found})


def _said(dataset: str, row_key: str, answers: dict[str, str]) -> bool | None:
    """Whether a row has ended by what was said of it, or else of all; None where nothing was."""
    said = answers.get(subject(dataset, row_key)) or answers.get(subject(dataset))
    return None if said is None else said == ENDED


def said_anew(
    cur: duckdb.DuckDBPyConnection, batch_id: str, answers: dict[str, str]
) -> dict[str, dict[str, bool | None]]:
    """Dataset -> the rows that a loaded batch lacks of which the answers say another thing than was said so far, with
    whether they ended."""
    if not any(is_subject(code) for code in answers):
        return {}
    found = cur.execute(
        "select dataset, row_key, answer from batch_ends where district = ? and batch_id = ? "
        "and list_contains(?, dataset) and (answer <> 'ended' or ended_on is not null) order by 1, 2",
        [DISTRICT, batch_id, list(SNAPSHOTS)],
    ).fetchall()
    told: dict[str, dict[str, bool | None]] = {}
    for dataset, key, answer in found:
        ended = _said(dataset, key, answers)
        if ended is not None and _ANSWER[ended] != answer:
            told.setdefault(str(dataset), {})[str(key)] = ended
    return told


_ANSWER = {None: "asked", True: "ended", False: "in_force"}


def store(cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch, ended: dict[str, bool | None]) -> None:
    """Keep for each row whether it ended the day before, is still in force, or (None) is asked about."""
    if not ended:
        return
    key = {"d": DISTRICT, "b": batch.batch_id, "n": dataset, "keys": list(ended)}
    cur.execute(
        "delete from batch_ends where district = $d and batch_id = $b and dataset = $n "
        "and row_key in (select unnest($keys))",
        key,
    )
    cur.execute(
        "insert into batch_ends select $d, $b, $n, k.row_key, k.answer, case when k.answer = 'ended' then "
        "cast($day as date) end from (select unnest($keys) as row_key, unnest($answers) as answer) as k",
        key | {"answers": [_ANSWER[over] for over in ended.values()], "day": batch.load_date - timedelta(days=1)},
    )


def question(cur: duckdb.DuckDBPyConnection, dataset: str, batch_id: str, shape: str) -> Question | None:
    """The one question of a file about rows of that shape that it lacks; None where all are answered."""
    row = cur.execute(
        "select count(*) from lacked where shape = ? and row_key in (select row_key from batch_ends where "
        "district = ? and batch_id = ? and dataset = ? and answer = 'asked')",
        [shape, DISTRICT, batch_id, dataset],
    ).fetchone()
    return asked(dataset, int(row[0]) if row else 0)


def asked(dataset: str, count: int) -> Question | None:
    """The question about so many rows; None where there is none."""
    if not count:
        return None
    noun = SNAPSHOTS[dataset] if count > 1 else SNAPSHOTS[dataset][:-1]
    text = (
        f"{count} {noun} of an earlier file of this kind {'are' if count > 1 else 'is'} not in this one: ended the day "
        f"before, or still in force? {'They count' if count > 1 else 'It counts'} until you say so."
    )
    return Question("snapshot", subject(dataset), 0, text, (ENDED, IN_FORCE))


def apply(cur: duckdb.DuckDBPyConnection, dataset: str, batch: Batch) -> None:
    """Give the rows of ``standing_<dataset>`` that ended by this batch's account their last day."""
    if dataset not in SNAPSHOTS:
        return
    last, table = LAST_DAY[dataset], standing.name(dataset)
    cur.execute(
        f"create or replace temp table ended as select e.row_key, e.ended_on from batch_ends as e "
        f"join {table} as s on s.row_key = e.row_key where e.district = '{DISTRICT}' and e.batch_id = $b "
        f"and e.dataset = '{dataset}' and e.ended_on < coalesce(s.{last}, date '9999-12-31')",
        {"b": batch.batch_id},
    )
    if not (cur.execute("select count(*) from ended").fetchone() or (0,))[0]:
        return
    cur.execute(f"update {table} as s set {last} = e.ended_on from ended as e where e.row_key = s.row_key")
    cur.execute(
        f"update {table} as s set row_hash = {rows.stored_content(dataset, 's')} "
        "where s.row_key in (select row_key from ended)"
    )
