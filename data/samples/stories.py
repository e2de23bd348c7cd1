"""What the sample district is made to show: each story's school, person and days, so that tests can name them."""

from datetime import date

SEED = 20250825
VERSION = "1"
"""Changes with the files, so that a sample built by an earlier release is known as such."""

FIRST_LOGGED, LAST_LOGGED = date(2025, 8, 25), date(2026, 2, 27)
LOADED_ON = date(2026, 3, 2)
STUDENTS = 900

VACANT_SCHOOL = "Ember Valley"
VACANT_FROM, VACANT_TO = date(2025, 11, 1), date(2025, 11, 30)
LEFT, SUCCESSOR = "T117", "T106"
"""The therapist who left at the end of October, and the one who came in December."""

AMENDED_FROM, AMENDED_TO = date(2026, 1, 6), date(2026, 1, 23)
AMENDED_STUDENTS = 80

OVERLOADED, OVERLOADED_AT = "T104", 1.25
HAS_ROOM, HAS_ROOM_AT = "T105", 0.60

DRIFT_SCHOOL, DRIFT_SHARE = "Juniper Flats", 0.85
"""The school where sessions of push-in lines are given in the therapy room, and how many of them."""

SILENT_PROVIDER, SILENT_MONTH = "T109", (2025, 12)
"""The therapist whose log of one month never came."""

UNLOGGED_SERVICE = "COUNSELING"

WILD_GOALS = 12
"""Goals with one measurement far from all their others."""

TRANSFER_STUDENT, TRANSFER_DAY, TRANSFER_PLAN_FROM = "410247", date(2025, 11, 3), date(2025, 9, 15)
"""Came in November with a plan that another district wrote in September."""

LEAVERS = {"410620": date(2025, 12, 12), "410701": date(2026, 1, 30), "410333": date(2025, 10, 17)}
"""Students who left the district, each with the last day."""

LAPSED_STUDENTS = 3
"""Plans that ended in January without a new one, while therapy went on."""
LAPSED_ON = date(2026, 1, 16)

UNUSABLE_LINES = 5
"""Lines whose amount is "As needed"."""
RANGE_LINES = 6
"""Lines of "30-45 min"."""

MISTYPED_ROWS = 3
"""Rows of the January log whose minutes hold a letter O; they are the only rows of the sample that are kept out."""
