"""What in the loaded rows deserves a look: each finding has its rows and a way to mend it. No figure is changed by one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, sqlfiles
from analytics.ledger import checked_keys
from analytics.scope import ALL, Scope, Selection

COLUMNS = ("finding", "severity", "rows", "minutes", "text", "fix")
ROW_COLUMNS = (
    "student_id", "student_name", "link_key", "service", "day", "minutes", "provider_id", "provider_name", "school",
    "line_id", "source_file", "source_sheet", "source_row",
)  # fmt: skip


@dataclass(frozen=True)
class Finding:
    """One question to the data: its SQL file's name, how grave, what it says and what to do."""

    name: str
    severity: str
    text: str
    fix: str


FINDINGS = (
    Finding("no_log_of_service", "high", "Service lines of a service without any loaded log",
            "Upload that service's session log; until then these lines are in no rate."),
    Finding("outside_mandate", "high", "Sessions outside any mandate on file",
            "Upload the IEP lines of the whole school year, closed ones too, or correct the session's service or student."),
    Finding("no_provider", "high", "Service lines in force without a provider",
            "Name the provider in the IEP system or the service grid and upload it again."),
    Finding("duplicate_mandate", "high", "Service lines that promise the same twice at the same time",
            "Close the older line in the IEP system, or confirm that both are owed."),
    Finding("no_supervisor", "medium", "Assistants' lines without a supervising therapist",
            "Name the therapist of record on the line, or upload the supervision list."),
    Finding("closed_day", "medium", "Sessions on days on which the school is closed",
            "Correct the session's date, or the calendar."),
    Finding("overlap_student", "medium", "Sessions of one student that overlap in time",
            "Correct the times, or remove the session that was entered twice."),
    Finding("overlap_provider", "medium", "Individual sessions of one provider that overlap in time",
            "Correct the times, or log them as a group."),
    Finding("too_long", "low", "Sessions longer than planned by half or more",
            "Check the minutes; a make-up may have been logged without its date."),
    Finding("setting_drift", "medium", "Service lines delivered elsewhere than the IEP's setting",
            "Deliver in the setting of the IEP, or amend the IEP; Delivery mix lists the lines."),
    Finding("no_school", "low", "Service lines of students without a school",
            "Upload the students' roster, or name the school on the line."),
    Finding("calendar_ends", "low", "Service lines that run past the end of the loaded calendar",
            "Upload the next year's calendar; days that no calendar has aren't expected."),
    Finding("unmeasured_goal", "medium", "Goals in force without any measurement or progress code",
            "Ask the therapist for a measurement; Goal progress lists them."),
    Finding("logged_late", "low", "Sessions entered more than seven days late",
            "Late entries make October look worse than it was; agree on a day of the week for logging."),
)  # fmt: skip
_BY_NAME = {one.name: one for one in FINDINGS}


def all(  # noqa: A001 - the figure's public name
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """The findings with at least one row, the gravest first: COLUMNS; minutes are null where rows have none."""
    values = figures.parameters(cur, scope, as_of, selection, **asked)
    found = [(one, sqlfiles.frame(cur, f"findings/{one.name}", values)) for one in FINDINGS]
    rows = [
        (one.name, one.severity, len(frame), frame["minutes"].sum(min_count=1), one.text, one.fix)
        for one, frame in found
        if len(frame)
    ]
    return pd.DataFrame(sorted(rows, key=lambda row: ("high", "medium", "low").index(row[1])), columns=list(COLUMNS))


def rows(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, *, finding: str, **asked: Any
) -> pd.DataFrame:
    """The rows of one finding: ROW_COLUMNS, each with its file, sheet and row. UserError where there is no such finding."""
    checked_keys((finding,), tuple(_BY_NAME))
    return sqlfiles.frame(cur, f"findings/{finding}", figures.parameters(cur, scope, as_of, selection, **asked))
