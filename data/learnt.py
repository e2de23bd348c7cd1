"""The answers that were learnt for file shapes: seen, forgotten, carried to another district that uses the same system."""

import json
from collections.abc import Collection

import duckdb
import pandas as pd

from data.contracts import DATASETS
from data.contracts.synonyms import SLOTS
from data.errors import UserError
from data.ingest.profiles import OF_FILE
from data.store import Store
from data.store.connect import DISTRICT
from data.store.events import next_event, now

COLUMNS = ("shape", "dataset", "answer_kind", "subject", "answer")
KINDS = ("code", "column", "dataset", "date_order")


class LearntError(UserError):
    """The file isn't a list of learnt answers; the message says why. Nothing was changed."""


def answers(cur: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """One row an answer: COLUMNS, answered_at (UTC), answered_by; by file shape and dataset."""
    return cur.execute(
        f"select {', '.join(COLUMNS)}, answered_at, answered_by from profiles where district = ? "
        "order by dataset, shape, answer_kind, subject",
        [DISTRICT],
    ).df()


def change(store: Store, shape: str, dataset: str, answer_kind: str, subject: str, answer: str, who: str) -> None:
    """Put another answer in the place of a learnt one, for the next file of that shape; what was loaded stays as it is.

    LearntError where there is no such answer, or the new one is empty.
    """
    if not answer.strip():
        raise LearntError("The answer is empty; forget it instead.")
    if not _may_be(dataset, answer_kind, answer.strip()):
        raise LearntError(
            f"{answer.strip()!r} is no {answer_kind.replace('_', ' ')} that is known; nothing was changed."
        )
    with store.transaction() as cur:
        next_event(cur, "answer", who)
        found = cur.execute(
            "update profiles set answer = ?, answered_at = ?, answered_by = ? where district = ? and shape = ? "
            "and dataset = ? and answer_kind = ? and subject = ? returning subject",
            [answer.strip(), now(), who, DISTRICT, shape, dataset, answer_kind, subject],
        ).fetchall()
        if not found:
            raise LearntError("There is no such answer; it may have been forgotten.")


def forget(store: Store, shape: str, dataset: str, answer_kind: str, subject: str, who: str) -> None:
    """Take one answer back: the next file of that shape asks again. What was loaded with it stays."""
    with store.transaction() as cur:
        next_event(cur, "answer", who)
        cur.execute(
            "delete from profiles where district = ? and shape = ? and dataset = ? and answer_kind = ? and subject = ?",
            [DISTRICT, shape, dataset, answer_kind, subject],
        )


def to_json(cur: duckdb.DuckDBPyConnection) -> bytes:
    """All answers about shapes as one JSON document; it holds headings and codes of files, and no row of any."""
    found = answers(cur)[list(COLUMNS)]
    rows = found[~found["shape"].str.startswith(OF_FILE)].to_dict("records")
    return json.dumps({"minute_ledger_answers": rows}, ensure_ascii=False, indent=1).encode()


def from_json(store: Store, content: bytes, who: str) -> int:
    """Take answers in from such a document, over those that stand for the same question; how many there were.

    LearntError where it isn't one.
    """
    rows = _rows(content)
    with store.transaction() as cur:
        next_event(cur, "answer", who)
        for row in rows:
            cur.execute(
                "insert into profiles values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do update set answer = excluded.answer, "
                "answered_at = excluded.answered_at, answered_by = excluded.answered_by",
                [DISTRICT, *(row[name] for name in COLUMNS), now(), who],
            )
    return len(rows)


def _rows(content: bytes) -> list[dict[str, str]]:
    try:
        rows = json.loads(content)["minute_ledger_answers"]
        sound = [
            row
            for row in rows
            if all(isinstance(row[name], str) for name in COLUMNS)
            and row["answer_kind"] in KINDS
            and _may_be(row["dataset"], row["answer_kind"], row["answer"])
        ]
    except (ValueError, KeyError, TypeError):
        raise LearntError(
            "This file isn't a list of learnt answers; download one from another Minute Ledger."
        ) from None
    if len(sound) != len(rows):
        raise LearntError(
            "Some answers in this file can't be read; download the list again from the other Minute Ledger."
        )
    return sound


def _may_be(dataset: str, answer_kind: str, answer: str) -> bool:
    """Whether files of the dataset can be read by an answer: a column's is a field, or empty (left out)."""
    allowed: dict[str, Collection[str]] = {
        "column": {"", *(slot.name for slots in SLOTS.values() for slot in slots)},
        "dataset": DATASETS,
        "date_order": ("month_first", "day_first"),
    }
    return dataset in DATASETS and (answer_kind == "code" or answer in allowed[answer_kind])
