"""The make-up worklist as a workbook: its headings, and what the import takes each for when it comes back filled in."""

SHEET = "Make-ups"
HEADINGS = {
    "provider_name": "Provider", "student_name": "Student name", "service": "Service", "school": "School",
    "missed": "What was missed", "make_up_minutes": "To make up (min)", "make_up_sessions": "To make up (sessions)",
    "since": "Open since", "attempts": "Attempts", "decision": "Decision", "decided_on": "Decided on",
    "decided_by": "Decided by", "decided_minutes": "Minutes decided", "line_id": "Line id", "student_id": "Student id",
    "period": "Period",
}  # fmt: skip
"""Column of the worklist -> its heading."""
FILLED_IN = ("decision", "decided_on", "decided_by", "decided_minutes")
FIELDS = {
    "student_name": "student_name", "decision": "decision", "decided_on": "decided_on", "decided_by": "decided_by",
    "decided_minutes": "minutes", "line_id": "line_id", "student_id": "student_id", "period": "period",
}  # fmt: skip
"""Column of the worklist -> field of the dataset decisions; the others only help a reader."""
ABOUT = (
    "Fill in the coloured columns for the items on which something was decided, and upload this workbook on the Import "
    "page. Rows without a decision are left alone; minutes are only needed where a decision concerns a part.",
    "A decision changes the status of an item. It never changes expected, delivered or credited minutes: a make-up that "
    "was given is counted from the service log.",
)
"""What the second sheet tells its reader."""
