"""The count of writes: every import, undo and setting takes the next number."""

from datetime import UTC, datetime

import duckdb

from data.store.connect import DISTRICT


def now() -> datetime:
    """The moment of a write, in UTC without a zone, as stored."""
    return datetime.now(UTC).replace(tzinfo=None)


def next_event(cur: duckdb.DuckDBPyConnection, kind: str, who: str, batch_id: str | None = None) -> int:
    """Record a write of that kind and return its number; call it inside the transaction that writes."""
    row = cur.execute(
        "insert into events select $d, coalesce(max(event_seq), 0) + 1, $kind, $batch, $now, $who "
        "from events where district = $d returning event_seq",
        {"d": DISTRICT, "kind": kind, "batch": batch_id, "now": now(), "who": who},
    ).fetchone()
    assert row is not None
    return int(row[0])
