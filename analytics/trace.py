"""What one figure is made of: a line's month with its days, sessions, periods, policies, and what was left out."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, ledger, settling, sqlfiles
from analytics.choices import year_of
from analytics.policies import Policies
from analytics.scope import ALL, Scope, Selection
from analytics.settling import Period, Settled
from analytics.statements import Swaps
from data.errors import UserError

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
FRAMES = ("days", "spans", "sessions", "holidays", "covers", "cycles", "share")
BESIDE = ("closed", "beside", "waiting", "others")
"""Frames that look at the days of the credit periods, not only at those of the month."""


@dataclass(frozen=True)
class Trace:
    """One line's month. ``row`` is what the ledger shows for it; None where it shows nothing."""

    line: dict[str, Any]
    month: date
    as_of: date
    policies: Policies
    frames: dict[str, pd.DataFrame]
    stored: pd.DataFrame
    """The policies that someone stored: school_year, policy, value, set_on, set_by."""
    settled: Settled
    row: dict[str, Any] | None
    provisional: tuple[str, ...] = ()
    """What makes the figures provisional, in a few words (``ledger.provisional``)."""

    @property
    def is_proposed(self) -> bool:
        """Whether the school days are those of a calendar that nobody has confirmed."""
        return ledger.PROPOSED_CALENDAR in self.provisional

    def of_periods(self, name: str) -> pd.DataFrame:
        """The rows of a frame that belong to the credit periods which the month touches."""
        frame = self.frames[name]
        return frame[frame["period_key"].isin(self.period_keys)]

    @property
    def period_keys(self) -> list[int]:
        """The credit periods that have days or sessions in the month."""
        return _keys_of(self.frames, self.month)

    @property
    def periods(self) -> list[Period]:
        """Those of them that have minutes, in order."""
        return [self.settled.periods[key] for key in self.period_keys if key in self.settled.periods]

    @property
    def of_month(self) -> Policies:
        """The policies of the month's school year."""
        return self.policies.of(year_of(self.month))

    def agrees(self) -> bool:
        """Whether the row-by-row arithmetic and the ledger say the same, to 1e-6."""
        mine = self.settled.month(self.month)
        row = self.row or {}
        return all(
            abs(mine.get(name, 0.0) - float(row.get(f"{name}_minutes", 0.0))) < 1e-6
            for name in ("expected", "delivered", "credited", "excess", "excused", "review", "make_up", "unaccounted")
        )


def _keys_of(frames: dict[str, pd.DataFrame], month: date) -> list[int]:
    keys: set[int] = set()
    for name in ("days", "sessions"):
        frame = frames[name]
        keys |= {int(key) for key in frame.loc[frame["month"] == pd.Timestamp(month), "period_key"]}
    return sorted(keys)


def trace(
    cur: duckdb.DuckDBPyConnection,
    scope: Scope,
    as_of: date,
    selection: Selection = ALL,
    *,
    line: str,
    month: str,
    student: str | None = None,
    policies: Policies | None = None,
    **asked: Any,
) -> Trace:
    """How one line's figures of one month (YYYY-MM; of weekly lines the credit month) come about, of a line of the extended
    year those of its own ledger.

    UserError where the month isn't one or has nothing to do with the line, no line has that id, or lines of several
    students have it and ``student`` is not given.
    """
    if not _MONTH.fullmatch(month):
        raise UserError(f"{month!r} isn't a month; write it as 2025-10.")
    first = date.fromisoformat(f"{month}-01")
    chosen = policies or figures.policies(cur, scope, as_of, asked)
    values = figures.parameters(cur, scope, as_of, selection, policies=chosen, **asked)
    found = _line(cur, values, line, student)
    is_extended = bool(found["esy"])
    swaps = ledger.EXTENDED if is_extended else ()
    only = Selection(students=(str(found["student_id"]),))
    values = figures.parameters(cur, scope, as_of, only, policies=chosen, **asked)
    found = _line(cur, values, line, str(found["student_id"]), swaps)
    values |= {"line_no": found["line_no"], "month": first, **ledger.by_flags(("line", "month"))}
    frames = {name: sqlfiles.frame(cur, f"trace/{name}", values, swaps) for name in FRAMES}
    values |= _span(found, frames, first)
    frames |= {name: sqlfiles.frame(cur, f"trace/{name}", values, swaps) for name in BESIDE}
    _check_month(found, frames, first)
    settled = settling.settle(frames["days"], frames["sessions"], frames["holidays"], chosen, as_of)
    rows = ledger.by(cur, scope, as_of, only, keys=("line", "month"), policies=chosen, extended=is_extended, **asked)
    mine = rows[(rows["line"] == line) & (rows["month"] == pd.Timestamp(first))].to_dict("records")
    row = {str(name): value for name, value in mine[0].items()} if mine else None
    stored = sqlfiles.frame(cur, "trace/policies", values)
    provisional = ledger.provisional(cur, scope, first, only, policies=chosen, extended=is_extended, **asked)
    own = _of_line(provisional, found, chosen, first, is_listed=bool(frames["days"]["is_listed"].all()))
    return Trace(found, first, as_of, chosen, frames, stored, settled, row, own)


def _of_line(
    provisional: tuple[str, ...], line: dict[str, Any], chosen: Policies, month: date, *, is_listed: bool
) -> tuple[str, ...]:
    """Of what makes the student's figures provisional, what the line goes by."""
    cycle = str(line["cycle_name"])
    by_quarter = chosen.of(year_of(month)).value("credit_period") == "grading_period"
    part = "quarter" if by_quarter and cycle in ("week", "month", "rotation") else cycle
    its = {ledger.PROPOSED_CALENDAR, *([] if is_listed else [ledger.UNLISTED_SUMMER])}
    return tuple(one for one in provisional if one in its or one.startswith(part))


def _line(
    cur: duckdb.DuckDBPyConnection, values: dict[str, Any], line: str, student: str | None, swaps: Swaps = ()
) -> dict[str, Any]:
    """What the line says, as the obligation has it that ``swaps`` ask of."""
    frame = sqlfiles.frame(cur, "trace/line", values | {"line_id": line, "only_student": student or ""}, swaps)
    if frame.empty:
        raise UserError("No service line has that id; ids stand in `cli.py export service_lines`.")
    if len(frame) > 1:
        raise UserError(f"{len(frame)} students have a service line with that id; name the student with --student.")
    return {str(name): value for name, value in frame.iloc[0].to_dict().items()}


def _span(line: dict[str, Any], frames: dict[str, pd.DataFrame], month: date) -> dict[str, date]:
    """From the first to the last day of what the month touches: its credit periods, of weekly lines whole weeks."""
    days = frames["days"]
    told = days.loc[days["period_key"].isin(_keys_of(frames, month)) & ~days["is_lapsed"].astype(bool), "day"]
    last = (pd.Timestamp(month) + pd.offsets.MonthEnd(0)).date()
    if told.empty:
        return {"span_from": month, "span_to": last}
    first_day, last_day = pd.Timestamp(told.min()), pd.Timestamp(told.max())
    if line["cycle_name"] == "week":
        first_day -= pd.Timedelta(days=first_day.weekday())
        last_day += pd.Timedelta(days=6 - last_day.weekday())
    return {"span_from": min(month, first_day.date()), "span_to": max(last, last_day.date())}


def _check_month(line: dict[str, Any], frames: dict[str, pd.DataFrame], month: date) -> None:
    """UserError where neither a day nor a session of the month has to do with the line."""
    last = (pd.Timestamp(month) + pd.offsets.MonthEnd(0)).date()
    starts, ends = pd.Timestamp(line["window_from"]).date(), pd.Timestamp(line["window_to"]).date()
    if (starts <= last and month <= ends) or _keys_of(frames, month) or len(frames["beside"]):
        return
    raise UserError(
        f"Line {line['line_id']} has nothing in {month:%Y-%m}: it is in force from {starts} to {ends}, and no session of "
        "its student and service falls in that month."
    )
