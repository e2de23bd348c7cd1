"""The sessions behind a figure, with the rows of the files that they came from (rules 4)."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, sqlfiles
from analytics.scope import ALL, Scope, Selection

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
