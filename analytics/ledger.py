"""The minutes ledger: expected, delivered, credited, and what became of the rest (rules 2 to 8)."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, rollups, sqlfiles
from analytics.lists import LEDGER_MINUTES
from analytics.policies import Policies
from analytics.scope import ALL, Scope, Selection
from data.errors import UserError

KEYS = ("district", "school", "provider", "service", "setting", "grade", "student", "line", "month")
OUTSIDE_KEYS = ("district", "student", "service", "month")
"""Keys that a session outside any mandate has by itself."""
MINUTES = LEDGER_MINUTES
COLUMNS = (
    *MINUTES, "gross_rate", "adjusted_rate", "lines", "lines_on_track", "lines_without_evidence", "frequency_rate",
)  # fmt: skip
OUTSIDE = "outside_mandate_minutes"
COUNTS = ("lines", "lines_on_track", "lines_without_evidence")


def by(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    keys: tuple[str, ...] = (),
    from_day: date | None = None,
    to_day: date | None = None,
    known: int | None = None,
    restated: bool = False,
    policies: Policies | None = None,
) -> pd.DataFrame:
    """The ledger by any of ``KEYS``, in their order as asked, up to ``as_of`` and inside the range (rules 5, 7, 8).

    Columns: the keys, then COLUMNS: minutes; rates as fractions, null where there is nothing to divide by; counts of
    lines with expected minutes. Where every key is one that a session has by itself (OUTSIDE_KEYS), also
    outside_mandate_minutes. Nothing loaded gives no row. UserError names a key that there isn't.
    """
    asked = {"from_day": from_day, "to_day": to_day, "known": known, "restated": restated, "policies": policies}
    return sums(cur, scope, as_of, selection, keys, COLUMNS, asked)


def sums(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection,
    keys: tuple[str, ...],
    columns: tuple[str, ...],
    asked: dict[str, Any],
) -> pd.DataFrame:
    """What ``by`` answers, with these columns of ledger/by_key instead of COLUMNS; ``asked``: its other arguments."""
    checked_keys(keys)
    values = figures.parameters(cur, scope, as_of, selection, **asked) | by_flags(keys)
    if not _has_lines(cur, values):
        return _logged(cur, keys, values).reindex(columns=[*keys, *columns, *_outside_of(keys)])
    frame = rollups.frame(cur, "ledger/by_key", values, (*keys, *columns))
    return _with_outside(cur, frame, keys, values) if _outside_of(keys) else frame


def _outside_of(keys: tuple[str, ...]) -> list[str]:
    return [OUTSIDE] if set(keys) <= set(OUTSIDE_KEYS) else []


def by_flags(keys: tuple[str, ...]) -> dict[str, bool]:
    """Which keys a query groups by, as its parameters."""
    return {f"by_{key}": key in keys for key in KEYS}


def _has_lines(cur: duckdb.DuckDBPyConnection, values: dict[str, Any]) -> bool:
    return bool(sqlfiles.rows(cur, "ledger/any_lines", values)[0][0])


def _logged(cur: duckdb.DuckDBPyConnection, keys: tuple[str, ...], values: dict[str, Any]) -> pd.DataFrame:
    """Sessions without any mandate on file: delivered minutes, no rates, nothing outside a mandate (rules 2a)."""
    frame = sqlfiles.frame(cur, "ledger/logged", values)
    minutes = {name: frame.get(name, 0.0) for name in MINUTES}
    counts = dict.fromkeys(COUNTS, 0)
    rates = dict.fromkeys(("gross_rate", "adjusted_rate", "frequency_rate"), float("nan"))
    whole = frame.assign(**minutes, **counts, **rates, **dict.fromkeys(_outside_of(keys), 0.0))
    return whole[[*keys, *COLUMNS, *_outside_of(keys)]]


def checked_keys(keys: tuple[str, ...], known: tuple[str, ...] = KEYS) -> None:
    """UserError names a key that there isn't."""
    wrong = [key for key in keys if key not in known]
    if wrong:
        raise UserError(f"There is no key {', '.join(wrong)}; choose from {', '.join(known)}.")


def _with_outside(
    cur: duckdb.DuckDBPyConnection, frame: pd.DataFrame, keys: tuple[str, ...], values: dict[str, Any]
) -> pd.DataFrame:
    outside = rollups.frame(cur, "ledger/outside", values)
    outside = outside[outside[OUTSIDE].notna()][[*keys, OUTSIDE]]
    if not keys:
        return frame.assign(**{OUTSIDE: float(outside[OUTSIDE].sum())}) if len(frame) else _alone(frame, outside)
    if outside.empty:
        return frame.assign(**{OUTSIDE: 0.0})
    beside = frame.merge(outside, on=list(keys), how="left")  # far quicker than an outer one, and mostly enough
    if beside[OUTSIDE].count() == len(outside):
        return beside.fillna({OUTSIDE: 0.0})
    return _filled(frame.merge(outside, on=list(keys), how="outer", sort=True))


def _alone(frame: pd.DataFrame, outside: pd.DataFrame) -> pd.DataFrame:
    return _filled(pd.concat([frame, outside], axis=1)) if len(outside) else frame.assign(**{OUTSIDE: 0.0})


def _filled(frame: pd.DataFrame) -> pd.DataFrame:
    """A group that only has minutes outside any mandate has no minutes, no lines and no rates of a ledger."""
    filled = [*MINUTES, OUTSIDE, *COUNTS]
    return frame.assign(**{name: frame[name].fillna(0) for name in filled})


def headline(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """The ledger of the whole selection in one row; ``asked``: from_day, to_day, known, policies as in ``by``.

    Columns: those of ``by`` without keys, then lines_banded, students (with expected minutes), students_behind (with a
    line two or more planned sessions short in closed periods), unusable_lines (rules 1). No row without lines.
    """
    values = figures.parameters(cur, scope, as_of, selection, **asked) | by_flags(())
    if not _has_lines(cur, values):
        return pd.DataFrame(columns=[*COLUMNS, "lines_banded", "students", "students_behind", "unusable_lines"])
    counted = rollups.frame(cur, "ledger/headline", values, (*COLUMNS, "lines_banded", "students", "students_behind"))
    unusable = len(sqlfiles.rows(cur, "ledger/unusable", values))
    return _with_outside(cur, counted, (), values).assign(unusable_lines=unusable)


def unusable(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Lines with an amount that can't be read (rules 1): student_id, line_id, service, amount_text."""
    return _frame(cur, "ledger/unusable", scope, as_of, selection, asked).drop(columns="line_no")


def default_as_of(
    cur: duckdb.DuckDBPyConnection, scope: Scope, selection: Selection = ALL, **asked: Any
) -> date | None:
    """The latest covered day of any service shown (rules 1); None where no log is loaded; ``asked``: known."""
    frame = coverage(cur, scope, date(2060, 12, 31), selection, **asked)
    return None if frame.empty else pd.Timestamp(frame["covered_to"].max()).date()


def coverage(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """What the loaded logs speak for (rules 2a): service, kind, provider_id, school, covered_from, covered_to.

    A kind, provider_id or school that is null stands for all.
    """
    return _frame(cur, "ledger/covered", scope, as_of, selection, asked)


def loaded_text(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> str:
    """What is loaded, in words: "OT, PT: logs to Oct 31. SDI: no log loaded, not counted." (rules 2a)."""
    rows = _frame(cur, "ledger/loaded", scope, as_of, selection, asked).to_dict("records")
    if not any(pd.notna(row["covered_to"]) for row in rows):
        return "No session log loaded."
    told: dict[str, list[str]] = {}
    for row in rows:
        told.setdefault(_logs_of(row), []).append(str(row["service"]).replace("_", " "))
    return " ".join(f"{', '.join(services)}: {what}" for what, services in told.items())


def _logs_of(row: dict[Any, Any]) -> str:
    if pd.isna(row["covered_to"]):
        return "no log loaded, not counted."
    some = " of some providers" if row["is_limited"] else ""
    return f"logs{some} to {row['covered_to']:%b} {row['covered_to'].day}."


LINE_COLUMNS = (
    "student_id", "link_key", "student_name", "line_key", "line_id", "school", "grade", "provider_id", "provider_name",
    "service", "kind", "setting", "grouping", "amount_minutes", "cycle", *MINUTES, "gross_rate", "adjusted_rate",
    "band", "sessions_short", "projected_rate", "projected_low", "projected_high", "spread_of",
    "catch_up_minutes_per_week", "remaining_minutes", "weeks_left",
    "last_seen", "days_since", "assumed",
)  # fmt: skip


def lines(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Each line that is in force or has minutes to date, with its band (rules 8) and projection (rules 9).

    Columns: LINE_COLUMNS. sessions_short: E - X - C of closed periods / planned minutes a session. projected_rate is null
    where nothing is due or fewer than four of the last six weeks have closed; between projected_low and projected_high
    the year ends four times out of five, by the week-to-week spread of the line or of its provider (spread_of), null
    where neither has four closed weeks. catch_up_minutes_per_week is null where no week is left; last_seen where nobody
    came.
    assumed says in words which defaults stand for what the file lacks.
    """
    frame = _lines(cur, scope, as_of, selection, asked)
    return frame.assign(assumed=_assumed(frame))[list(LINE_COLUMNS)]


def _lines(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection, asked: dict[str, Any]
) -> pd.DataFrame:
    return _frame(cur, "ledger/lines", scope, as_of, selection, asked, keys=())


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


REASON_COLUMNS = ("reason", "cause", "treatment", "minutes", "sessions")


def reasons(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    keys: tuple[str, ...] = (),
    **asked: Any,
) -> pd.DataFrame:
    """Missed minutes as logged, uncapped, by reason, and minutes without any record (rules 5 and 6); most first.

    Columns: keys, reason (no_record for U), cause, treatment, minutes, sessions (inferred holidays: 0). Without any line
    on file: what the log says, under the session's own keys (rules 2a).
    """
    checked_keys(keys)
    values = figures.parameters(cur, scope, as_of, selection, **asked) | by_flags(keys)
    question = "ledger/reasons" if _has_lines(cur, values) else "ledger/logged_missed"
    frame = sqlfiles.frame(cur, question, values)
    return frame.reindex(columns=[*keys, *REASON_COLUMNS])


WENT_COLUMNS = (
    "expected", "credited", "excused", "review", "make_up_recorded", "no_record", "open", "excess",
)  # fmt: skip


def where_it_went(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    keys: tuple[str, ...] = (),
    **asked: Any,
) -> pd.DataFrame:
    """Expected minutes split into parts that add up: WENT_COLUMNS from credited to open; excess stands beside them."""
    checked_keys(keys, KEYS[1:])
    values = figures.parameters(cur, scope, as_of, selection, **asked) | by_flags(keys)
    return rollups.frame(cur, "ledger/went", values)[[*keys, *WENT_COLUMNS]]


def not_seen(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Direct lines in force without a delivered session for long (rules 6), the longest first.

    Long is the policy not_seen_days, or twice the school days for each planned session where that is more. Columns:
    LINE_COLUMNS, never_started, why (the reason logged most since then, else no_record).
    """
    policies = asked.get("policies") or figures.policies(cur, scope, as_of, asked)
    late = unseen(_lines(cur, scope, as_of, selection, asked), policies.number("not_seen_days"))
    told = late.assign(assumed=_assumed(late), why=late["missed_since"].fillna("no_record"))
    return told.sort_values(["days_since", "student_id", "line_id"], ascending=[False, True, True])[
        [*LINE_COLUMNS, "never_started", "why"]
    ].reset_index(drop=True)


def unseen(lines: pd.DataFrame, not_seen_days: float) -> pd.DataFrame:
    """Of lines with kind, is_in_force, days_since and days_per_session those that weren't seen for long (rules 6)."""
    patience = (2 * lines["days_per_session"].fillna(0)).clip(lower=not_seen_days)
    return lines[(lines["kind"] == "direct") & lines["is_in_force"] & (lines["days_since"] >= patience)]


def make_ups(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """The worklist: make-up candidates by line and closed period, from half a planned session on (rules 5).

    Columns: student_id, link_key, student_name, line_key, line_id, school, provider_id (null: unassigned),
    provider_name, service, kind, setting, period (YYYY-MM, or YYYY-MM-DD of its first day), period_start, period_end,
    make_up_minutes, make_up_sessions (minutes / planned session), unaccounted_minutes (of these, without any record),
    since (the day on which the period closed), attempts, decision, decided_minutes (null: all), decided_on and
    decided_by (of the latest decision; null where there is none), status (open, offered, part, settled), is_open.
    Empty while the district's calendar is only proposed (rules 2; decision 0189).
    """
    frame = _frame(cur, "ledger/make_ups", scope, as_of, selection, asked)
    known = None if asked.get("restated") else asked.get("known")
    return frame.iloc[0:0] if calendar_is_provisional(cur, scope, known=known) else frame


def calendar_is_provisional(cur: duckdb.DuckDBPyConnection, scope: Scope, *, known: int | None = None) -> bool:
    """Whether no calendar of the district is loaded and nobody has confirmed the proposed one (rules 2); one of some
    schools alone settles nothing (decision 0189)."""
    values = {"district": scope.district, "calendar_known": figures.NOW if known is None else known}
    return not sqlfiles.rows(cur, "ledger/calendar_settled", values)[0][0]


NOTES = {
    "before_first": "before the first mandate on file",
    "outside": "outside any mandate",
    "esy": "extended school year: apart",
    "other_plan": "another plan: in no compliance figure",
    "unusable": "the line's amount can't be read",
    "compensatory": "compensatory: against its award",
}
"""Why a session is not credited (rules 1 and 4)."""


def session_rows(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    student_id: str | None = None,
    line_key: str | None = None,
    limit: int = 5000,
    **asked: Any,
) -> pd.DataFrame:
    """The sessions behind a figure, the latest first, each with its file, sheet and row (rules 4).

    ``line_key`` is a line's key or id; schools and providers are chosen by the line that a session goes to, else by the
    session's own. Columns: the session's fields, counts_on, credited_to (line id; null: not credited), line_key,
    credit_month (null where it is in no credit period), note (why it isn't credited, what differs from the IEP; empty:
    neither), source_file, source_sheet, source_row, batch_id.
    """
    values = figures.parameters(cur, scope, as_of, selection, **asked)
    values |= {"only_student": student_id or "", "only_line": line_key or "", "row_limit": limit}
    frame = sqlfiles.frame(cur, "ledger/session_rows", values)
    credited = frame["credited_to"].where(frame["outcome"] == "credited")
    told = frame.assign(note=_notes(frame), credited_to=credited)
    return told.drop(columns=["outcome", "setting_differs", "grouping_differs"])


def _notes(frame: pd.DataFrame) -> list[str]:
    return [
        "; ".join(
            note
            for note in (
                NOTES.get(str(row.outcome), ""),
                "setting differs from the IEP" if row.setting_differs else "",
                "grouping differs from the IEP" if row.grouping_differs else "",
            )
            if note
        )
        for row in frame.itertuples()
    ]


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
    return _frame(cur, "ledger/conformity", scope, as_of, selection, asked, keys=keys)[[*keys, *CONFORMITY_COLUMNS]]


def _frame(
    cur: duckdb.DuckDBPyConnection,
    question: str,
    scope: Scope,
    as_of: date,
    selection: Selection,
    asked: dict[str, Any],
    *,
    keys: tuple[str, ...] = (),
) -> pd.DataFrame:
    return sqlfiles.frame(cur, question, figures.parameters(cur, scope, as_of, selection, **asked) | by_flags(keys))
