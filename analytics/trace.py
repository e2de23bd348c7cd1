"""The arithmetic of one figure: a line's month, from its days and sessions to its rate, each row with its file."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, ledger, output, sqlfiles
from analytics.scope import ALL, Scope, Selection
from data.errors import UserError

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Trace:
    """One line's month. ``row`` is what the ledger shows for it; None where it shows nothing."""

    line: dict[str, Any]
    month: date
    as_of: date
    days: pd.DataFrame
    sessions: pd.DataFrame
    holidays: pd.DataFrame
    periods: pd.DataFrame
    row: dict[str, Any] | None

    def text(self) -> str:
        """The arithmetic in sentences and tables, for reading."""
        return "\n".join(
            [*self._promise(), "", *self._accruals(), "", *self._log(), "", *self._settled(), "", self._result()]
        )

    def to_json(self) -> dict[str, Any]:
        """The same as plain values: dates YYYY-MM-DD, minutes and rates numbers or null."""
        frames = {"days": self.days, "sessions": self.sessions, "holidays": self.holidays, "periods": self.periods}
        return {
            "line": _plain(self.line),
            "month": f"{self.month:%Y-%m}",
            "as_of": self.as_of.isoformat(),
            **{name: json.loads(output.to_json(frame)) for name, frame in frames.items()},
            "ledger": _plain(self.row) if self.row else None,
        }

    def _promise(self) -> list[str]:
        line = self.line
        amount = "an amount that can't be read" if not line["is_usable"] else f"{_n(line['amount_minutes'])} minutes"
        return [
            f"Line {line['line_id']}: {line['service']} {line['kind']}, {amount} a {line['cycle']}, "
            f"planned sessions of {_n(line['session_minutes'])} minutes ({line['session_minutes_basis']})",
            f"In force from {_day(line['window_from'])} to {_day(line['window_to'])} (ended by: {line['ended_by']})"
            + _source(pd.Series(line)),
            f"Month {self.month:%Y-%m}, as of {self.as_of.isoformat()}",
        ]

    def _accruals(self) -> list[str]:
        if self.days.empty:
            return ["No instructional day of this month lies in the line's window."]
        told = [
            f"  {_day(day.day)}  {_n(self.line['amount_minutes'])} / {_n(day.days_to_divide_by)} = "
            f"{_n(day.accrual_minutes)}{_why(day)}"
            for day in self.days.itertuples()
        ]
        counted = self.days[self.days["counts"] & self.days["is_covered"] & ~self.days["is_lapsed"]]
        total = float(counted["accrual_minutes"].sum())
        return ["Expected, day by day (amount / instructional days of the cycle):", *told, f"  E = {_n(total)}"]

    def _log(self) -> list[str]:
        told = [
            f"  {_day(row.session_date)}  {row.status}{_reason(row)}: given {_n(row.given_minutes)}, "
            f"missed {_n(row.missed_minutes)}{_counted(row)}{_source(row)}"
            for row in self.sessions.itertuples()
        ]
        told += [
            f"  week of {_day(row.week)}  holiday, inferred: missed {_n(row.holiday_minutes)}"
            for row in self.holidays.itertuples()
        ]
        return ["Sessions that count in the month:", *(told or ["  none"])]

    def _settled(self) -> list[str]:
        told = [
            f"  {_day(row.first_day)} to {_day(row.last_day)} ({'closed' if row.is_closed else 'open'}): "
            f"E {_n(row.expected_minutes)}, D {_n(row.delivered_minutes)}, C = min(D, E) = {_n(row.credited_minutes)}, "
            f"excess {_n(row.excess_minutes)}, X {_n(row.excused_minutes)}, R {_n(row.review_minutes)}, "
            f"O {_n(row.make_up_minutes)}, U {_n(row.unaccounted_minutes)}{_share(row.share)}"
            for row in self.periods.itertuples()
        ]
        return ["Credit periods:", *(told or ["  none"])]

    def _result(self) -> str:
        if not self.row:
            return "The ledger shows nothing for this month."
        shown = {name: _n(self.row[name]) for name in (*ledger.MINUTES, "gross_rate", "adjusted_rate")}
        return "The ledger shows: " + ", ".join(f"{name} {value}" for name, value in shown.items())


def trace(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    *,
    line: str,
    month: str,
    student: str | None = None,
    selection: Selection = ALL,
    **asked: Any,
) -> Trace:
    """How one line's figures of one month (YYYY-MM; of weekly lines the credit month) come about.

    UserError where the month isn't one, no line has that id, or lines of several students have it and ``student`` is
    not given.
    """
    if not _MONTH.fullmatch(month):
        raise UserError(f"{month!r} isn't a month; write it as 2025-10.")
    first = date.fromisoformat(f"{month}-01")
    values = figures.parameters(cur, scope, as_of, selection, **asked)
    found = _line(cur, values, line, student)
    values |= {"line_no": found["line_no"], "month": first}
    frames = {
        name: sqlfiles.frame(cur, f"trace/{name}", values) for name in ("days", "sessions", "holidays", "periods")
    }
    only = Selection(students=(str(found["student_id"]),))
    rows = ledger.by(cur, scope, as_of, only, keys=("line", "month"), **asked)
    mine = rows[(rows["line"] == line) & (rows["month"] == pd.Timestamp(first))].to_dict("records")
    row = {str(name): value for name, value in mine[0].items()} if mine else None
    return Trace(found, first, as_of, frames["days"], frames["sessions"], frames["holidays"], frames["periods"], row)


def _line(cur: duckdb.DuckDBPyConnection, values: dict[str, Any], line: str, student: str | None) -> dict[str, Any]:
    frame = sqlfiles.frame(cur, "trace/line", values | {"line_id": line, "only_student": student or ""})
    if frame.empty:
        raise UserError("No service line has that id; ids stand in `cli.py export service_lines`.")
    if len(frame) > 1:
        raise UserError(f"{len(frame)} students have a service line with that id; name the student with --student.")
    return {str(name): value for name, value in frame.iloc[0].to_dict().items()}


def _n(value: Any) -> str:
    return "n/a" if pd.isna(value) else f"{float(value):.6f}".rstrip("0").rstrip(".")


def _day(value: Any) -> str:
    return "-" if pd.isna(value) else pd.Timestamp(value).date().isoformat()


def _why(day: Any) -> str:
    reasons = (
        ("after the line lapsed", day.is_lapsed),
        ("not loaded", not day.is_covered),
        ("not counted yet", not day.counts),
    )
    said = [word for word, holds in reasons if holds]
    return f"  ({', '.join(said)})" if said else ""


def _reason(row: Any) -> str:
    return f" ({row.reason})" if row.status in ("missed", "partial") else ""


def _counted(row: Any) -> str:
    if row.is_undated:
        return ", goes to the oldest shortfall before it"
    return "" if row.counts_on == row.session_date else f", counts on {_day(row.counts_on)}"


def _share(share: Any) -> str:
    whole = pd.isna(share) or abs(float(share) - 1) < 1e-9
    return "" if whole else f"; {_n(share)} of it is in this month"


def _source(row: Any) -> str:
    return f"  [{row.source_file}, {row.source_sheet}, row {row.source_row}]"


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    frame = pd.DataFrame([values])
    return dict(_first(json.loads(output.to_json(frame))))


def _first(rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return next(iter(rows))
