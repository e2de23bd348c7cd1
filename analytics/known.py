"""The ledger as it stood after an earlier upload: which moments there are, what changed since, and how late rows arrive."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

import duckdb
import pandas as pd

from analytics import figures, ledger, sqlfiles
from analytics.scope import ALL, Scope, Selection
from data.errors import UserError

KINDS = {
    "import": "upload", "undo": "undo", "policy": "policy", "calendar": "calendar", "answer": "answer",
    "people": "people", "close": "month closed",
}  # fmt: skip
COMPARED = (*ledger.MINUTES, "gross_rate", "adjusted_rate")
"""What is told before and after each upload."""
CHANGE_COLUMNS = (
    "event", "day", "kind", "batch_id", "file", "done_by", "rows_new", "rows_changed", "rows_gone", *COMPARED,
    *(f"{name}_change" for name in COMPARED),
)  # fmt: skip
DELAY_KEYS = ("school", "provider", "service", "month")
DELAY_COLUMNS = ("sessions", "median_days_to_upload", "median_days_to_entry", "entered_late", "with_entry_day")

Told = TypeVar("Told")


@dataclass(frozen=True)
class Moment:
    """The ledger after one event; ``event`` is what figures take as ``known``."""

    event: int
    kind: str
    """One of KINDS."""
    day: date
    batch_id: str | None
    file: str | None
    done_by: str
    happened_at: datetime

    def told(self) -> str:
        """Which moment, in words: "upload 12 on 2025-10-31 (log.csv)"."""
        file = f" ({self.file})" if self.file else ""
        return f"{KINDS.get(self.kind, self.kind)} {self.event} on {self.day.isoformat()}{file}"


def moments(cur: duckdb.DuckDBPyConnection, scope: Scope) -> list[Moment]:
    """Every event after which the ledger can be read, in order; an upload's day is its load date."""
    return [Moment(*row) for row in sqlfiles.rows(cur, "known/moments", {"district": scope.district})]


def resolve(cur: duckdb.DuckDBPyConnection, scope: Scope, text: str) -> Moment:
    """The moment that a batch, a day (YYYY-MM-DD: after its last event) or an event's number names.

    UserError where there is none.
    """
    found = moments(cur, scope)
    by_batch = [one for one in found if one.kind == "import" and one.batch_id == text]
    if by_batch:
        return by_batch[0]
    day = _day(text)
    named = [one for one in found if (one.day <= day if day else str(one.event) == text)]
    if not named:
        raise UserError(
            f"{text!r} is no upload of this ledger, and no day on or after its first one; `cli.py history` lists the batches."
        )
    return named[-1]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def movers(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, known: int, at: Callable[[int], Told]
) -> Iterator[tuple[Moment, Told, Told]]:
    """Each event since ``known``, in order, with what figures of ``as_of`` say before and after it.

    ``at`` answers as known after an event. It is asked once for ``known``, and then only for events that can move such
    figures: a later month's log can't.
    """
    moving = {row[0] for row in sqlfiles.rows(cur, "known/moving",
                                              {"district": scope.district, "known": known, "as_of": as_of})}  # fmt: skip
    before = at(known)
    for one in moments(cur, scope):
        if one.event > known:
            after = at(one.event) if one.event in moving else before
            yield one, before, after
            before = after


def changes(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    known: int,
    restated: bool = False,
    **asked: Any,
) -> pd.DataFrame:
    """How the figures of ``as_of`` moved since event ``known``, and which upload moved them.

    One row a moment: first the ledger as it stood, then each later event that moved a figure or brought rows of
    sessions, lines, students or the calendar. Columns: CHANGE_COLUMNS; minutes and rates are those after the event,
    ``*_change`` the difference to the row before (null in the first, and where a rate is n/a on either side). ``restated``
    takes today's calendar and policies throughout, so that only sessions, lines and students move the figures.
    """

    def at(event: int) -> dict[str, float | None]:
        return _figures(cur, scope, as_of, selection, known=event, restated=restated, **asked)

    first = next(one for one in moments(cur, scope) if one.event == known)
    touched = sqlfiles.frame(cur, "known/rows_changed", {"district": scope.district, "known": known})
    counts = {int(row["event_seq"]): row for row in touched.to_dict("records")}
    rows: list[dict[str, Any]] = []
    for one, before, after in movers(cur, scope, as_of, known, at):
        rows = rows or [_row(first, before, {}, {})]
        if one.event in counts or _differ(after, before):
            rows.append(_row(one, after, counts.get(one.event, {}), before))
    return pd.DataFrame(rows or [_row(first, at(known), {}, {})], columns=list(CHANGE_COLUMNS))


def _figures(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection, **asked: Any
) -> dict[str, float | None]:
    found = ledger.by(cur, scope, as_of, selection, **asked)
    row = found.iloc[0] if len(found) else dict.fromkeys(ledger.MINUTES, 0.0)
    return {name: None if pd.isna(value := row.get(name)) else float(value) for name in COMPARED}


def _differ(figures: Mapping[str, float | None], before: Mapping[str, Any]) -> bool:
    return any(_change(figures[name], before[name]) not in (0, None) or (figures[name] is None) != (before[name] is None)
               for name in COMPARED)  # fmt: skip


def _change(after: float | None, before: float | None) -> float | None:
    if after is None or before is None:
        return None
    return 0.0 if abs(after - before) < 1e-9 else after - before


def _row(
    one: Moment, figures: Mapping[str, float | None], counts: Mapping[Any, Any], before: Mapping[str, Any]
) -> dict[str, Any]:
    moved = {f"{name}_change": _change(figures[name], before.get(name)) for name in COMPARED}
    told = {name: int(counts.get(name, 0)) for name in ("rows_new", "rows_changed", "rows_gone")}
    who = {"event": one.event, "day": one.day, "kind": one.kind, "batch_id": one.batch_id, "file": one.file}
    return {**who, "done_by": one.done_by, **told, **figures, **moved}


def between(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    known: int,
    keys: tuple[str, ...],
    restated: bool = False,
    **asked: Any,
) -> pd.DataFrame:
    """Where the figures of ``as_of`` differ between event ``known`` and now, by the ledger's keys.

    Columns: keys, then for expected, delivered, credited and make-up minutes and the adjusted rate ``*_then``,
    ``*_now`` and ``*_change``; groups without any difference are left out, the largest change of credited first.
    """
    names = ["expected_minutes", "delivered_minutes", "credited_minutes", "make_up_minutes", "adjusted_rate"]
    then = ledger.by(cur, scope, as_of, selection, keys=keys, known=known, restated=restated, **asked)
    now = ledger.by(cur, scope, as_of, selection, keys=keys, **asked)
    both = then[[*keys, *names]].merge(now[[*keys, *names]], on=list(keys), how="outer", suffixes=("_then", "_now"))
    minutes = [f"{name}_{when}" for name in names[:-1] for when in ("then", "now")]
    both[minutes] = both[minutes].fillna(0.0)
    moved = {f"{name}_change": both[f"{name}_now"] - both[f"{name}_then"] for name in names}
    whole = both.assign(**moved)
    differs = whole[[f"{name}_change" for name in names]].abs().max(axis=1) > 1e-6
    ordered = whole[differs].sort_values("credited_minutes_change", key=abs, ascending=False, kind="stable")
    return ordered[[*keys, *(f"{n}_{when}" for n in names for when in ("then", "now", "change"))]].reset_index(
        drop=True
    )


def delays(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    keys: tuple[str, ...] = (),
    **asked: Any,
) -> pd.DataFrame:
    """How many days pass from a session to its first upload, and to its entry where the file tells the day.

    Columns: keys (DELAY_KEYS), then DELAY_COLUMNS; medians in days, null where nothing tells them. Sessions up to
    ``as_of``, whatever their status.
    """
    ledger.checked_keys(keys, DELAY_KEYS)
    flags = ledger.by_flags(keys, DELAY_KEYS)
    return figures.frame(cur, "known/delays", scope, as_of, selection, asked, **flags)[[*keys, *DELAY_COLUMNS]]
