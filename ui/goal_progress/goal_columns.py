"""The columns of the tables of goals and progress reports."""

from ui.parts.columns import PROVIDER, SCHOOL, STUDENT, aside
from ui.parts.tables import Col

SHOWN = "shown from 0 to 100%: what lies behind the baseline is 0"

GOALS = {
    "student_name": STUDENT,
    "percent_met": Col(
        "Goal met", "way", f"How much of the way from baseline to target the latest measurement made, {SHOWN}"
    ),
    "aimline_percent": Col(
        "Should be", "way", "How much of that way the aimline had made on the day of the latest measurement"
    ),
    "status": Col("Status"),
    "projected_percent": Col("By due date", "way", f"Where the trend (Theil-Sen) leads by the due date, {SHOWN}"),
    "current_value": Col("Latest", "number", "The latest measurement, in the goal's unit"),
    "aimline_value": aside("Aimline", "number", "Where the aimline was on that day, in the goal's unit"),
    "goal_text": Col("Goal"),
    "slope_per_week": aside("Trend a week", "number", "Theil-Sen, in the goal's unit"),
    "service": aside("Service"),
    "area": aside("Area"),
    "baseline": aside("Baseline", "number"),
    "target": aside("Target", "number"),
    "unit": aside("Unit"),
    "n_measurements": aside("Measurements", "count"),
    "last_measured": aside("Last measured", "date"),
    "due_date": aside("Due", "date"),
    "school": aside("School", help=SCHOOL.help),
}

PROGRESS_REPORTS = {
    "period": Col("Period"),
    "provider_name": Col("Provider"),
    "due": Col("Due", "count", "Goals in force with a report due for the period"),
    "received": Col("Received", "count"),
    "missing": Col("Missing", "count"),
}

READINESS = {
    "period": Col("Period"),
    "end_date": Col("Ends", "date"),
    "provider_name": Col("Provider"),
    "goals": Col("Goals", "count", "In force to the period's last day"),
    "ready": Col("With something to report", "count", "A measurement or progress code for the period so far"),
    "to_measure": Col("To measure", "count"),
}

MISSING_REPORTS = {
    "period": Col("Period"),
    "provider_name": PROVIDER,
    "student_name": STUDENT,
    "service": Col("Service"),
    "goal_text": Col("Goal"),
    "area": aside("Area"),
    "school": aside("School", help=SCHOOL.help),
}

GOAL_COUNTS = {
    "on_track_rate": Col("On track %", "bar", "Mastered and on track, of these and those at risk and off track"),
    "off_track": Col("Off track", "count"),
    "at_risk": Col("At risk", "count"),
    "stale": Col("Stale", "count", "No measurement for 30 school days"),
    "insufficient_data": Col("Unmeasured", "count", "Too few measurements for a trend"),
    "reported": Col("By code", "count", "Told by a progress code, without measurements"),
    "on_track": Col("On track", "count"),
    "mastered": Col("Mastered", "count"),
    "out_of_force": Col("Ended", "count", "Or not begun"),
    "goals": Col("Goals", "count", "All columns of counts together"),
}
