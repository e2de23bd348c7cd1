"""What in the loaded rows deserves a look: each finding has its rows and a way to mend it. No figure is changed by one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, sqlfiles
from analytics.ledger import by_flags, checked_keys
from analytics.lists import FINDING_ROW
from analytics.scope import ALL, Scope, Selection

COLUMNS = ("finding", "severity", "rows", "minutes", "text", "fix", "place")
ROW_COLUMNS = FINDING_ROW


@dataclass(frozen=True)
class Finding:
    """One question to the data: its SQL file's name, how grave, what it says, what to do, and the page to do it on."""

    name: str
    severity: str
    text: str
    fix: str
    place: str = "import_files"
    """The page on which it is mended: import_files, definitions, delivery_mix, goal_progress."""


FINDINGS = (
    Finding("no_log_of_service", "high", "Service lines of a service without any loaded log",
            "Upload that service's session log; until then these lines are in no rate."),
    Finding("no_log_of_line", "high", "Service lines without a single log row, though a log of their service is loaded",
            "Ask the provider for the missing log, or end the line; until then its minutes are not accounted for."),
    Finding("unreadable_amount", "high", "Service lines whose amount can't be read, such as “as needed”: in no figure",
            "Write minutes and how often in the IEP system and upload the lines again."),
    Finding("missing_from_snapshot", "high", "Service lines that a newer file of the same kind no longer has",
            "They count until told. Say of each here whether it has ended or is still in force, or take the file back."),
    Finding("changed_or_additional", "high", "Overlapping lines that may be a change or an addition",
            "Both count until told. Say of each here whether the later line changed the older one or is owed beside it."),
    Finding("not_confirmed", "medium", "Service lines of an earlier IEP that aren't confirmed by the later IEP's file",
            "They count on. Upload the later IEP's lines of that service too, or end the lines in the IEP system."),
    Finding("outside_mandate", "high", "Sessions outside any mandate on file",
            "Upload the IEP lines of the whole school year, closed ones too, or correct the session's service or student."),
    Finding("no_provider", "high", "Service lines in force without a provider",
            "Name the provider in the IEP system or the service grid and upload it again."),
    Finding("duplicate_mandate", "high", "Service lines that promise the same twice at the same time",
            "Close the older line in the IEP system, or confirm that both are owed."),
    Finding("unknown_award", "high", "Sessions that serve a compensatory award that isn't on file for their student",
            "Upload the list of awards, or correct the award's number; until then these minutes are in no balance."),
    Finding("award_exceeded", "medium", "Compensatory awards of which more was given than was awarded",
            "Check the numbers of awards on the sessions; what is beyond an award counts for nothing else."),
    Finding("no_supervisor", "medium", "Assistants' lines without a supervising therapist",
            "Name the therapist of record on the line, or upload the supervision list."),
    Finding("closed_day", "medium", "Sessions on days on which the school is closed",
            "Correct the session's date, or open the day in the calendar.", "definitions"),
    Finding("overlap_student", "medium", "Sessions of one student that overlap in time",
            "Correct the times, or remove the session that was entered twice."),
    Finding("overlap_provider", "medium", "Sessions of one provider that overlap in time and aren't one group",
            "Correct the times, or log them as a group."),
    Finding("too_long", "low", "Sessions longer than planned by half or more",
            "Check the minutes; a make-up may have been logged without its date."),
    Finding("setting_drift", "medium", "Service lines delivered elsewhere than the IEP's setting",
            "Deliver in the setting of the IEP, or amend the IEP; Delivery mix lists the lines.", "delivery_mix"),
    Finding("grouping_drift", "medium", "Service lines delivered in another grouping than the IEP's",
            "Deliver individually or in a group as the IEP says, or amend the IEP.", "delivery_mix"),
    Finding("no_school", "low", "Service lines of students without a school",
            "Upload the students' roster, or name the school on the line."),
    Finding("calendar_ends", "medium", "Service lines in force beyond a calendar that ends too early",
            "Upload the whole school year's calendar, and the next year's; days that no calendar has aren't expected.",
            "definitions"),
    Finding("unmeasured_goal", "medium", "Goals in force without any measurement or progress code",
            "Ask the therapist for a measurement; Goal progress lists them.", "goal_progress"),
    Finding("logged_late", "low", "Sessions entered more than seven days late",
            "Late entries make a month look worse than it was; agree on a day of the week for logging."),
)  # fmt: skip
_BY_NAME = {one.name: one for one in FINDINGS}


def named(finding: str) -> Finding:
    """The finding of that name; UserError where there is none."""
    checked_keys((finding,), tuple(_BY_NAME))
    return _BY_NAME[finding]


def all(  # noqa: A001 - the figure's public name
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """The findings with at least one row, the gravest first: COLUMNS; minutes are null where rows have none."""
    values = figures.parameters(cur, scope, as_of, selection, **asked) | by_flags(())
    found = [(one, sqlfiles.frame(cur, f"findings/{one.name}", values)) for one in FINDINGS]
    rows = [
        (one.name, one.severity, len(frame), frame["minutes"].sum(min_count=1), one.text, one.fix, one.place)
        for one, frame in found
        if len(frame)
    ]
    return pd.DataFrame(sorted(rows, key=lambda row: ("high", "medium", "low").index(row[1])), columns=list(COLUMNS))


def rows(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, *, finding: str, **asked: Any
) -> pd.DataFrame:
    """The rows of one finding: ROW_COLUMNS, each with its file, sheet and row. UserError where there is no such finding."""
    checked_keys((finding,), tuple(_BY_NAME))
    return figures.frame(cur, f"findings/{finding}", scope, as_of, selection, asked, **by_flags(()))


def changed_pairs(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """The pairs of overlapping lines of which nobody has said whether the later one is a change or an addition (rules 3).

    Columns: earlier_key, later_key (as ``data.line_answers`` takes them), student_id, student_name, link_key, service,
    school, and of each line (earlier_, later_) line, start, minutes (a cycle), cycle, setting, grouping.
    """
    frame = figures.frame(cur, "findings/changed_pairs", scope, as_of, selection, asked, **by_flags(()))
    return frame.drop(columns=["earlier_no", "later_no"])
