"""The columns of the tables: headings in the screen's words, units, and the sentence that explains each."""

from functools import partial

from ui.parts.tables import Col

aside = partial(Col, aside=True)
"""A column that waits under the table's eye: so each table at 1280 pixels stands whole, and can show all that it has."""


SCHOOL = Col("School", help="The school of the service line, else the student's")
PROVIDER = Col("Provider", help="Who is named on the service line, else who logged most of it lately, else unassigned")
STUDENT = Col("Student")
SERVICE = Col("Service")
ID = Col("Id")
GRADE = Col("Grade")
ROW = "The row of the sheet, counted as the spreadsheet counts it"
MONTH = Col("Month", "month", "The credit month for weekly lines, else the calendar month")
EXPECTED = Col("Expected", "hours", "What the IEP lines promise to date, on days that the loaded logs cover")
ADJUSTED = Col("Delivered %, student absences set aside", "bar", "Credited / (expected less excused)")
GROSS = Col("Delivered % of all expected", "rate", "Credited / expected")
LINE = Col("Service line", help="Service and setting in the IEP, and what it promises; alike ones with their ids")
NO_RECORD = Col("Not accounted for", "hours", "Expected and closed, with neither a session nor a reason on file")
WAITING = Col("Needs your answer", "count", "Rows that wait until somebody says what they mean")
MAKE_UP = Col("Make-up candidates", "hours", "Not delivered in a closed period for a reason that isn't set aside")


def group(one: str) -> Col:
    """The first column of a table by school or provider."""
    return Col(one.capitalize())


RATES = {
    "adjusted_rate": ("Delivered %", "Credited / (expected less excused): student absences set aside"),
    "gross_rate": ("Of all expected %", "Credited / expected, nothing set aside"),
    "provider_rate": (
        "Provider-caused only %",
        "(Expected less what a provider's recorded reasons explain) / expected",
    ),
}
"""The three definitions of delivered %, with their headings."""


LEDGER = {
    "adjusted_rate": Col("Delivered %", "bar", RATES["adjusted_rate"][1]),
    "gross_rate": GROSS,
    "expected_minutes": EXPECTED,
    "credited_minutes": aside("Credited", "hours", "Delivered, at most what was expected in each credit period"),
    "excess_minutes": aside("Over-delivered", "hours", "Delivered beyond what was expected; not carried over"),
    "excused_minutes": aside("Excused", "hours", "Missed for reasons that the policy excuses, such as student absence"),
    "review_minutes": aside("For review", "hours", "Missed for reasons that a person should look at"),
    "make_up_minutes": MAKE_UP,
    "unaccounted_minutes": NO_RECORD,
    "uncovered_minutes": aside("Not loaded", "hours", "Expected on days that no loaded log covers; in no rate"),
    "lapsed_minutes": aside("After a lapsed line", "hours", "After a line ended without a successor; in no rate"),
    "lines": aside("Service lines", "count", "Lines with expected minutes on covered days"),
    "lines_on_track": aside("On track", "count", "Lines in the band on track"),
    "lines_without_evidence": aside("Without any session", "count", "Lines with no delivered session"),
    "frequency_rate": aside("Sessions held %", "rate", "Sessions that count / sessions required in closed cycles"),
}


def ledger(first: str) -> dict[str, Col]:
    """The ledger's columns with all three rates; the one that the table is sorted by first, and with a bar, and of the
    others one in sight."""
    ordered = sorted(RATES, key=lambda name: name != first)
    kinds = {name: "bar" if name == first else "rate" for name in ordered}
    rates = {name: Col(RATES[name][0], kinds[name], RATES[name][1], aside=name == ordered[-1]) for name in ordered}
    return {**rates, **{name: column for name, column in LEDGER.items() if name not in RATES}}


LINES = {
    "student_name": STUDENT,
    "line": LINE,
    "band": Col(
        "Band", "band", "By delivered %, student absences set aside; under two sessions short is watch at worst"
    ),
    "adjusted_rate": Col("Delivered %", "bar", "Credited / (expected less excused)", 118),
    "sessions_short": Col("Sessions short", "number", "Minutes short in closed periods / planned minutes a session"),
    "make_up_minutes": MAKE_UP,
    "last_seen": aside("Last seen", "date", "Day of the last delivered session"),
    "expected_minutes": aside(EXPECTED.heading, "hours", EXPECTED.help),
    "unaccounted_minutes": aside(NO_RECORD.heading, "hours", NO_RECORD.help),
    "projected_rate": aside("Year-end at this pace", "rate", "Pace of the last six covered weeks carried to the end"),
    "projected_low": aside("At least", "rate", "Four times in five the year ends between these two, by how weeks vary"),
    "projected_high": aside("At most", "rate", "Four times in five the year ends between these two, by how weeks vary"),
    "catch_up_minutes_per_week": aside("Catch-up a week", "minutes", "Extra minutes a week to make up what is short"),
    "service": aside("Service"),
    "setting": aside("Setting"),
    "kind": aside("Kind"),
    "school": aside("School", help=SCHOOL.help),
    "provider_name": aside("Provider", help=PROVIDER.help),
    "assumed": aside("Assumed", help="What the file didn't say and a default stands for"),
}

WATCH_LIST = {
    "student_name": STUDENT,
    "line": LINE,
    "absences": Col("Absences", "count", "The student's own, of the last planned sessions"),
    "planned_sessions": Col("Planned sessions", "count", "The last ones that a log tells, at most twelve"),
    "in_a_row": Col("In a row", "count", "The most absences one after another among these"),
    "last_absence": Col("Last absence", "date"),
    "last_seen": Col("Last seen", "date", "Blank: not within these sessions"),
    "school": SCHOOL,
    "provider_name": PROVIDER,
}

UNCONFIRMED = Col(
    "Not confirmed since", "date", "A later IEP began, and its file has no line of this service: the line counts on"
)

NOT_SEEN = {
    "student_name": STUDENT,
    "line": LINE,
    "days_since": Col("Days since", "count", "Covered school days without a session, own absences not counted"),
    "last_seen": Col("Last seen", "date", "Blank: no session since the line began"),
    "why": Col("Logged instead", help="The reason logged most since then"),
    "school": SCHOOL,
    "provider_name": PROVIDER,
    "never_started": aside("Never started", "yes", "No session since the line began"),
    "service": aside("Service"),
}

BEHIND = {
    "student_name": STUDENT,
    "sessions_short": Col("Sessions short", "number", LINES["sessions_short"].help),
    "short_since": Col(
        "Since", "date", "First day of the oldest closed period that is short; none where all of it is for review"
    ),
    "line": LINE,
    "school": SCHOOL,
    "provider_name": PROVIDER,
    "adjusted_rate": aside("Delivered %", "rate", LINES["adjusted_rate"].help),
    "make_up_minutes": aside(MAKE_UP.heading, "hours", MAKE_UP.help),
    "last_seen": aside("Last seen", "date", LINES["last_seen"].help),
}

MAKE_UPS = {
    "student_name": Col("Student", width=122),
    "line": Col(
        "Service line", help="Setting, and service where there are several; alike ones with their ids", width=108
    ),
    "missed": Col("What was missed", help="The closed period in which the minutes are short", width=108),
    "make_up_minutes": Col("Minutes", "minutes", width=60),
    "since": Col("Open since", "date", "The day on which the period closed", 86),
    "attempts": Col("Attempts", "count", "Make-ups that were offered and failed", 66),
    "decision": Col("Decision", width=117),
    "decided_on": Col("Decided on", "date", width=96),
    "decided_by": Col("By", help="Who decided", width=84),
    "decided_minutes": aside("Minutes decided", "minutes", "Blank: the whole item"),
    "make_up_sessions": aside("Sessions", "number", "Minutes / planned minutes a session"),
    "status": aside("Status", help="By the latest decision; it changes no minutes"),
    "unaccounted_minutes": aside("Of these not accounted for", "minutes", "Neither a session nor a reason is on file"),
    "provider_name": aside("Provider", help=PROVIDER.help),
    "school": aside("School", help=SCHOOL.help),
}

AWARDS = {
    "student_name": STUDENT,
    "service": SERVICE,
    "award_id": Col("Award"),
    "awarded_minutes": Col("Awarded", "minutes", "Blank: sessions name this award, and no file tells of it"),
    "delivered_minutes": Col("Given", "minutes", "Sessions that name the award, to date; in no other figure"),
    "left_minutes": Col("Left", "minutes", "Awarded less given"),
    "awarded_on": Col("Awarded on", "date"),
    "last_session": Col("Last session", "date", "The last one that served the award"),
    "beyond_minutes": aside("Given beyond it", "minutes", "More than was awarded"),
    "sessions": aside("Sessions", "count", "Sessions that served the award"),
    "school": aside("School", help="The student's school"),
    "source_file": aside("File", "file", "Where the award is told"),
    "source_row": aside("Row", "amount", ROW),
}

WORKLISTS = {
    "provider_name": PROVIDER,
    "make_up_minutes": Col("To make up", "hours"),
    "items": Col("Open items", "count", "Service lines and closed periods, half a session short or more"),
    "students": Col("Students", "count"),
    "make_up_sessions": Col("Sessions", "number", "Minutes / planned minutes a session"),
    "unaccounted_minutes": Col("Not accounted for", "hours", "Of these: neither a session nor a reason is on file"),
    "since": Col("Oldest since", "date", "The day on which the oldest period closed"),
    "offered": Col("Offered", "count", "Open items for which a make-up was offered"),
    "attempts": Col("Attempts", "count", "Make-ups that were offered and failed"),
    "settled": Col("Settled", "count", "Items that a decision has settled"),
}

TESTS = {
    "lines": Col("Service lines", "count", "Lines with expected minutes on covered days"),
    "evidence_rate": Col("Evidence", "rate", "Lines with at least one delivered session"),
    "frequency_rate": Col("Frequency", "rate", "Sessions held of those required in closed cycles"),
    "duration_rate": Col("Duration", "rate", "Lines whose delivered minutes reach what was expected"),
    "cycles_met_rate": Col("Cycles met", "rate", "Closed cycles that require sessions and got them"),
    "setting_rate": Col("Setting kept", "rate", "Delivered minutes in the IEP's setting"),
    "grouping_rate": Col("Grouping kept", "rate", "Delivered minutes in the IEP's grouping"),
}

OUTLOOK = {
    "projected_rate": Col("Year-end at this pace", "bar", "Delivered to date, and the rest at the pace of six weeks"),
    "pace": Col("Pace, last six weeks", "rate", "Delivered % of the last six covered weeks"),
    "remaining_minutes": Col("Still to come", "hours", "Expected from the day after to the end of each line"),
    "short_minutes": Col("Short to date", "hours", "Make-up candidates and minutes for review"),
    "catch_up_minutes_per_week": Col(
        "Catch-up a week", "hours", "Extra hours a week if each line is made up by its own end"
    ),
    "ended_minutes": Col("Of ended lines", "hours", "Short on lines that have no week left: in no catch-up"),
}

ENDING = {
    "student_name": STUDENT,
    "line": LINE,
    "ends_on": Col("Ends on", "date"),
    "school": SCHOOL,
    "provider_name": PROVIDER,
}

NOT_LOADED = {
    "student_name": STUDENT,
    "line": LINE,
    "uncovered_minutes": Col("Not loaded", "hours", LEDGER["uncovered_minutes"].help),
    "school": SCHOOL,
    "provider_name": PROVIDER,
}

SESSIONS = {
    "session_date": Col("Day", "date"),
    "service": SERVICE,
    "status": Col("Status"),
    "reason": Col("Reason", width=150),
    "minutes": Col("Minutes", "amount"),
    "setting": Col("Setting"),
    "provider_name": Col("Provider"),
    "note": Col("Note", help="Why a session isn't credited, or what differs from the IEP", width=220),
    "credited_to": aside("Counts for line"),
    "source_file": aside("File"),
    "source_sheet": aside("Sheet"),
    "source_row": aside("Row", "amount", ROW),
}

REASONS = {
    "reason": Col("Reason"),
    "cause": Col("Cause"),
    "treatment": Col("Treatment", help="Excused, for review, or make-up candidate: a policy"),
    "minutes": Col("Missed", "hours", "As logged, uncapped"),
    "sessions": Col("Sessions", "count"),
}

MIX = {
    "setting": Col("Setting"),
    "part": Col("Kind or grouping"),
    "planned_minutes": Col("Planned", "hours", "Expected minutes, as the IEP line says"),
    "delivered_minutes": Col("Delivered", "hours", "Delivered minutes, as the session says"),
    "planned_share": Col("Planned %", "rate"),
    "delivered_share": Col("Delivered %", "rate"),
    "against_minutes": Col("Against plan", "hours", "Delivered less the planned % of all that was delivered"),
}

DRIFT = {
    "student_name": Col("Student", width=150),
    "delivered_minutes": Col("Elsewhere", "hours", "Delivered in another setting than the IEP's"),
    "drift_share": Col("Of delivered", "bar", "Share of all that the line was delivered", 118),
    "service": SERVICE,
    "setting": Col("Setting in the IEP"),
    "delivered_setting": Col("Delivered in"),
    "school": aside("School", help=SCHOOL.help),
    "provider_name": PROVIDER,
}

GROUP_SIZES = {
    "students_together": Col("Students together", "count"),
    "sessions": Col("Sessions", "count", "By the provider's clock: a group of three is one session"),
    "student_minutes": Col("Students' time", "hours", "Each student's minutes"),
    "provider_minutes": Col("Providers' time", "hours", "A group's minutes once"),
}

SERVICES = {
    "service": Col("Service", width=106),
    "students": Col("Students", "count", width=68),
    "adjusted_rate": Col("Delivered %", "bar", RATES["adjusted_rate"][1], 110),
    "expected_minutes": Col("Expected", "hours", EXPECTED.help, 76),
    "provider_caused_minutes": Col(
        "Provider-caused",
        "hours",
        "Missed for a provider's reason, as logged: absence, vacancy, meeting, connection",
        100,
    ),
    "school_caused_minutes": Col(
        "School-caused", "hours", "Missed for a school's reason, as logged: events, testing, closures, strikes", 92
    ),
    "unaccounted_minutes": Col("Not accounted for", "hours", NO_RECORD.help, 116),
    "open_make_up_minutes": Col(
        "Make-ups",
        "hours",
        "Open on the worklist: half a session or more short, and not settled by a decision",
        72,
    ),
    "unstaffed_lines": Col("Unstaffed", "count", "Lines in force that nobody is named on or was seen giving", 72),
}

FINDINGS = {
    "text": Col("Finding"),
    "severity": Col("Severity"),
    "rows": Col("Rows", "count"),
    "minutes": Col("Hours", "hours"),
    "fix": aside("What to do"),
}

FINDING_ROWS = {
    "student_name": STUDENT,
    "service": Col("Service"),
    "day": Col("Day", "date"),
    "minutes": Col("Minutes", "number"),
    "provider_name": PROVIDER,
    "school": SCHOOL,
    "line_id": Col("Service line"),
    "source_file": Col("File"),
    "source_sheet": Col("Sheet"),
    "source_row": Col("Row", "amount", ROW),
}

HISTORY = {
    "file_name": Col("File", "file", "As it was called when it was uploaded"),
    "loaded_at": Col("Loaded", "date", "By the clock of Greenwich (UTC)"),
    "state": Col("State", help="In force, or taken back", width=92),
    "datasets": Col("What", help="The kinds of rows that it brought"),
    "rows_rejected": Col("Rejected", "count", "Rows that only a corrected file helps"),
    "rows_waiting": WAITING,
    "rows_new": Col("New", "count", "Rows that nothing on file told before"),
    "rows_changed": Col("Changed", "count", "Rows on file that the upload says otherwise"),
    "rows_read": aside("Read", "count", "All rows of the file that tell something"),
    "loaded_by": aside("By"),
    "rows_unchanged": aside("Unchanged", "count", "Rows that stood on file as they are"),
    "rows_duplicate": aside("Duplicate", "count", "Rows that the same upload tells twice"),
    "rows_ignored": aside("Ignored", "count", "Totals, repeated headings and banners"),
}
