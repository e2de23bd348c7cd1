"""Questions answered from stored steps where these hold, else from the sessions (decision 0097)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, sqlfiles, statements
from analytics.lists import MINUTES
from analytics.rollups.tables import (
    ALL_MONTHS,
    ALONE,
    ANSWERED,
    APART,
    BY_MONTH,
    CHOICES,
    CHOSEN,
    KNOWN,
    MIXED,
    NOW,
    OTHERS,
    SINCE,
    WHOLE,
    WORKED_OUT,
    made_of,
)
from analytics.statements import Swaps

SHARES = "ledger/line_shares"
STRADDLING = "rolled/straddling"
SHARE_COLUMNS = (
    "line_no", "month", *MINUTES, "short_minutes", "required_sessions", "counted_sessions", "has_evidence", "session_minutes",
    "has_whole_cycle", "has_expected", "adjusted_rate", "band",
)  # fmt: skip
"""Those of ledger/line_shares; what stored steps say of a line has its keys besides."""


def stored(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any]) -> "Stored | None":
    """The stored steps that answer a question of these ``values``; None where it must be worked out from the sessions.

    They hold for what is known now, all days up to the as-of date (also from the first of a month on: their months tell it,
    but of students for whom something lies on both sides of that day), where that is no later than they tell, the policies
    that they were made with, and as long as nothing was written since.
    """
    by_months = values["from_day"].day == 1 and values["to_day"] >= values["as_of"]
    if not by_months or values["known"] != figures.NOW or values["calendar_known"] != figures.NOW:
        return None
    found = sqlfiles.rows(cur, "rolled/validity", {name: values[name] for name in ("district", "as_of")})
    if not found or found[0][0] != made_of(values):
        return None
    _, has_others, has_moved, has_twins = found[0]
    has_others = has_others or (_is_range(values) and _straddle(cur, values))
    return Stored(has_others=has_others, has_moved=has_moved, has_twins=has_twins)


def _is_range(values: Mapping[str, Any]) -> bool:
    return bool(values["from_day"] != figures.FIRST)


def _straddle(cur: duckdb.DuckDBPyConnection, values: Mapping[str, Any]) -> bool:
    """Whether there are students for whom something lies on both sides of the first day of a range."""
    table = sqlfiles.keep(cur, STRADDLING, values, ())
    return bool(cur.execute(f"select exists (select 1 from {table})").fetchall()[0][0])


@dataclass(frozen=True)
class Stored:
    """Stored steps that hold for a question."""

    has_others: bool
    """There are lines that they can't tell."""
    has_moved: bool
    """There are students whose calendar changes with their school, and so perhaps what is outside a mandate."""
    has_twins: bool
    """There are lines of one id."""

    def frame(
        self, cur: duckdb.DuckDBPyConnection, question: str, values: Mapping[str, Any], columns: tuple[str, ...] = ()
    ) -> pd.DataFrame:
        """The answer of a question that reads line_shares, chosen_lines or outside; of ``columns`` only, if any."""
        asked, swaps = self.told(question, values)
        answered = () if self.has_others else _answered(cur, question, asked)
        return sqlfiles.swapped_frame(cur, question, asked, (*swaps, *answered), self._others(cur, asked), columns)

    def keep(
        self,
        cur: duckdb.DuckDBPyConnection,
        step: str,
        values: Mapping[str, Any],
        columns: tuple[str, ...] = (),
        more: Swaps = (),
    ) -> None:
        """Put the rows of a step, as stored steps tell them (with ``more`` of these swapped), beside the cursor's own."""
        asked, swaps = self.told(step, values)
        sqlfiles.keep_swapped(cur, step, values, asked, (*swaps, *more), self._others(cur, asked), columns)

    def _others(self, cur: duckdb.DuckDBPyConnection, asked: Mapping[str, Any]) -> dict[str, str]:
        """The cursor's tables of lines that they can't tell, worked out from the sessions, and of students apart in a range."""
        tables = {"straddling_made": sqlfiles.keep(cur, STRADDLING, asked, ())} if _is_range(asked) else {}
        swaps = (*OTHERS, ("rolled/apart", STRADDLING)) if tables else OTHERS
        return tables | (
            {"other_sums_made": sqlfiles.keep(cur, "rolled/other_sums", asked, swaps)} if self.has_others else {}
        )

    def told(self, question: str, values: Mapping[str, Any]) -> tuple[dict[str, Any], Swaps]:
        """The values and the swapped steps with which the stored steps answer a question."""
        is_whole = _is_whole(values) and not _is_range(values) and "ledger/keyed_shares" in statements.steps(question)
        by_provider = (
            values["by_provider"] or values["providers"] or "by_provider" not in statements.parameters(question)
        )
        asked = {
            **values,
            "only_open": is_whole,
            "with_providers": bool(by_provider),
            "answered_by": answered_by(values),
        }
        by = BY_MONTH if values["by_month"] else SINCE if _is_range(values) else WHOLE
        swaps = (*NOW, *by, *(APART if _is_range(values) else ()), *(CHOSEN if _is_chosen(values) else ()),
                 *(ALL_MONTHS if is_whole else ()), *(ALONE if values["by_line"] and not self.has_twins else ()))  # fmt: skip
        return asked, (*swaps, *(MIXED if self.has_others else KNOWN))


def _answered(cur: duckdb.DuckDBPyConnection, question: str, asked: Mapping[str, Any]) -> Swaps:
    """The step to swap where the day was worked out before by keys that hold the question's."""
    if not asked["answered_by"] or "ledger/keyed_shares" not in statements.steps(question):
        return ()
    return ANSWERED if sqlfiles.rows(cur, "rolled/has_answers", asked)[0][0] else ()


def answered_by(values: Mapping[str, Any]) -> str:
    """The keys, as one text, by which days are worked out that hold all that are asked for or chosen by; empty where none do, as
    inside a range."""
    if _is_range(values):
        return ""
    asked = {name.removeprefix("by_") for name in values if name.startswith("by_") and values[name]} - {"district"}
    asked |= {key for name, key in CHOICES.items() if values[name]}
    return next((" ".join(keys) for keys in WORKED_OUT if asked <= set(keys)), "")


def _is_whole(values: Mapping[str, Any]) -> bool:
    """Whether months are asked for, and of the whole district."""
    by_others = any(values[name] for name in values if name.startswith("by_") and name != "by_month")
    return bool(values["by_month"]) and not by_others and not _is_chosen(values)


def _is_chosen(values: Mapping[str, Any]) -> bool:
    return any(values[name] for name in CHOICES)


def has(cur: duckdb.DuckDBPyConnection, step: str, values: Mapping[str, Any]) -> bool:
    """Whether the cursor has the rows of a step by line, of the chosen ones or of all."""
    return any(sqlfiles.has(cur, step, asked) for asked in (values, {**values, **sqlfiles.WHOLE}))


def _is_at_hand(cur: duckdb.DuckDBPyConnection, question: str, values: Mapping[str, Any]) -> bool:
    """Whether a question is about what the cursor has of each line, and days aren't worked out that tell it sooner."""
    return SHARES in statements.steps(question) and not answered_by(values) and has(cur, SHARES, values)


def frame(
    cur: duckdb.DuckDBPyConnection, question: str, values: Mapping[str, Any], columns: tuple[str, ...] = ()
) -> pd.DataFrame:
    """The rows of a question about sums of lines, from stored steps where they hold, else from the sessions.

    Of ``columns`` only; all where none is named. What the cursor has of each line already is read there.
    """
    held = stored(cur, values)
    if held is None or (question == "ledger/outside" and held.has_moved) or _is_at_hand(cur, question, values):
        found = sqlfiles.frame(cur, question, values)
        return found[list(columns)] if columns else found
    return held.frame(cur, question, values, columns)
