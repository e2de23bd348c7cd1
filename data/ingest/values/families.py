"""Words of headings by what they are of, as ``words.said_by`` tells them: a new word of a family is added here.

What only one step asks stands beside that step, with the families that it takes in.
"""

DAYS = frozenset({"date", "day", "dos"})
WHEN = DAYS | {"on", "when"}
CYCLES = frozenset({"week", "month", "quarter", "year"})
PERIODS = CYCLES | {"day", "semester"}

CLOCK = frozenset({"minute", "hour"})
"""Units of time."""
LENGTHS = CLOCK | {"duration", "length"}
"""Of how long something was, and of nothing else."""
TIMES = LENGTHS | {"time"}
AMOUNTS = TIMES | {"amount", "frequency", "session"}
"""Of how much there is, or should be."""
ENDS = frozenset({"start", "end"})

STUDENTS = frozenset({"student", "attendee", "participant", "member"})
THERAPISTS = frozenset({"provider", "therapist", "staff", "clinician", "practitioner", "specialist"})
"""Of who gives a session."""
STAFF = frozenset({"provider", "staff", "employee", "teacher", "specialist", "practitioner"})
IDS = frozenset({"id", "identifier", "number", "ref", "reference", "key"})

BUILDINGS = frozenset({"building", "campus", "site"})
SITES = BUILDINGS | {"school", "location"}
PLACES = frozenset({"location", "place", "setting", "environment"})

SERVICES = frozenset({"service", "therapy", "discipline", "mandate", "program"})
KINDS = frozenset({"type", "activity", "category", "event"})
"""Of what a row is a record of."""
STATES = frozenset({"status", "attendance", "outcome", "disposition", "presence", "result"})
"""Of what became of a session."""
MISSED = frozenset({"missed", "absent", "absence", "cancel"})
RATINGS = frozenset({"rating", "mark", "code", "progress", "report"})
"""Of how far somebody has come, told by a code."""
GOALS = frozenset({"goal", "objective", "benchmark"})
SHARES = frozenset({"percent", "percentage", "pct", "%", "accuracy"})
TESTS = frozenset({"probe", "test", "assessment", "subtest", "measure"})
SUMMER = frozenset({"esy", "summer"})

ENTERED = frozenset(
    {"create", "logged", "submit", "enter", "entered", "update", "updated", "modified", "sign", "signed", "approved"}
)
"""Of when a row was written, or by whom it was signed."""
REMARKS = frozenset(("note", "comment", "remark", "explanation"))
