"""How lines stand: each with its band and projection, those not seen, those nobody can read, the tests apart (rules 6 to 9)."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, rollups, sqlfiles
from analytics.ledger.grouped import MINUTES
from analytics.ledger.keys import KEYS, by_flags, checked_keys
from analytics.scope import ALL, Scope, Selection

SO_FAR_COLUMNS = (
    "student_id", "link_key", "student_name", "line_key", "line_id", "school", "grade", "provider_id", "provider_name",
    "service", "kind", "setting", "grouping", "amount_minutes", "cycle", *MINUTES, "gross_rate", "adjusted_rate",
    "band", "sessions_short",
)  # fmt: skip
TO_COME_COLUMNS = (
    "projected_rate", "projected_low", "projected_high", "spread_of", "catch_up_minutes_per_week", "remaining_minutes",
    "weeks_left",
)  # fmt: skip
SEEN_COLUMNS = ("last_seen", "days_since", "assumed")
LINE_COLUMNS = (*SO_FAR_COLUMNS, *TO_COME_COLUMNS, *SEEN_COLUMNS)


def lines(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Each line that is in force or has minutes to date, with its band (rules 8) and projection (rules 9).

    Columns: LINE_COLUMNS. sessions_short: E - X - C of closed periods / planned minutes a session. projected_rate is null
    where nothing is due or fewer than four of the last six weeks have closed; between projected_low and projected_high
    the year ends four times out of five, by the week-to-week spread of the line or of its provider (spread_of), null
    where neither has four closed weeks. catch_up_minutes_per_week is null where no week is left, last_seen where nobody
    came, the rates where nothing is to divide by, provider_id where the line is unassigned. assumed says in words which
    defaults stand for what the file lacks.
    """
    frame = _asked(cur, "ledger/lines", scope, as_of, selection, asked)
    return frame.assign(assumed=_assumed(frame))[list(LINE_COLUMNS)]


def _asked(
    cur: duckdb.DuckDBPyConnection,
    question: str,
    scope: Scope,
    as_of: date,
    selection: Selection,
    asked: dict[str, Any],
) -> pd.DataFrame:
    values = figures.parameters(cur, scope, as_of, selection, **asked) | by_flags(())
    rollups.lend_shares(cur, values)
    return sqlfiles.frame(cur, question, values)


def _assumed(frame: pd.DataFrame) -> list[str]:
    return [
        ", ".join(
            word
            for word, holds in (
                ("start", row.start_assumed),
                ("end", row.end_assumed),
                ("provider", row.provider_inferred),
                ("session length", row.session_minutes_basis in ("middle", "default")),
                *((name.replace("_", " "), True) for name in _listed(row.assumed)),
            )
            if holds
        )
        for row in frame.itertuples()
    ]


def _listed(text: Any) -> list[str]:
    return text.split(",") if isinstance(text, str) and text else []


def not_seen(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Direct lines in force without a delivered session for long (rules 6), the longest first.

    Long is the policy not_seen_days, or twice the school days for each planned session where that is more. Columns: those
    of ``lines`` but TO_COME_COLUMNS, never_started, why (the reason logged most since then, else no_record).
    """
    late = _asked(cur, "ledger/not_seen", scope, as_of, selection, asked)
    told = late.assign(assumed=_assumed(late), why=late["missed_since"].fillna("no_record"))
    return told.sort_values(["days_since", "student_id", "line_id"], ascending=[False, True, True])[
        [*SO_FAR_COLUMNS, *SEEN_COLUMNS, "never_started", "why"]
    ].reset_index(drop=True)


def unusable(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Lines with an amount that can't be read (rules 1): student_id, line_id, service, amount_text (null: blank)."""
    return figures.frame(cur, "ledger/unusable", scope, as_of, selection, asked).drop(columns="line_no")


WATCH_COLUMNS = (
    "student_id", "link_key", "student_name", "line_key", "line_id", "school", "provider_id", "provider_name", "service", "kind",
    "setting", "grouping", "amount_minutes", "cycle", "planned_sessions", "absences", "in_a_row", "last_absence", "last_seen",
    "why",
)  # fmt: skip


def watch_list(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Lines in force whose student is absent often (rules 6, decision 0582), the most absences first: WATCH_COLUMNS.

    Of the line's last planned_sessions with a row in a log (at most twelve), absences are the student's own, in_a_row the
    most of them one after another; why: in_a_row (three or more), or quarter (three of twelve). last_seen is null where none
    of these was given.
    """
    values = figures.parameters(cur, scope, as_of, selection, **asked)
    rollups.lend(cur, values)
    frame = sqlfiles.frame(cur, "ledger/watch_list", values)[list(WATCH_COLUMNS)]
    return frame.astype(dict.fromkeys(("planned_sessions", "absences", "in_a_row"), "int64"))


def unconfirmed(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Lines in force whose service the file of the student's later IEP doesn't hold (rules 3): they count on, not confirmed
    by the later file. Columns: line_key, unconfirmed_since (the later IEP's first day)."""
    return figures.frame(cur, "ledger/unconfirmed_lines", scope, as_of, selection, asked)


CONFORMITY_COLUMNS = (
    "lines", "evidence_rate", "frequency_rate", "duration_rate", "setting_rate", "grouping_rate", "cycles_met_rate",
)  # fmt: skip


def conformity(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    keys: tuple[str, ...] = (),
    **asked: Any,
) -> pd.DataFrame:
    """The tests of rules 7 apart: CONFORMITY_COLUMNS, rates as fractions, null where nothing can be tested.

    Keys: all but district and month, since a line passes or fails as a whole.
    """
    checked_keys(keys, KEYS[1:-1])
    return figures.frame(cur, "ledger/conformity", scope, as_of, selection, asked, **by_flags(keys))[
        [*keys, *CONFORMITY_COLUMNS]
    ]
