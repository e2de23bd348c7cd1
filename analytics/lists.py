"""Lists of columns that many questions have in common: SQL files name them, so that each column stands in one place."""

LEDGER_MINUTES = (
    "expected_minutes", "delivered_minutes", "credited_minutes", "excess_minutes", "excused_minutes", "review_minutes",
    "make_up_minutes", "unaccounted_minutes", "uncovered_minutes", "lapsed_minutes",
)  # fmt: skip
"""The minutes of the ledger, in the order in which it shows them."""
FINDING_ROW = (
    "student_id", "student_name", "link_key", "service", "day", "minutes", "provider_id", "provider_name", "school",
    "line_id", "source_file", "source_sheet", "source_row",
)  # fmt: skip
"""What a row behind a finding says."""
_FOLLOW = ("excess_minutes", "pace_gap_minutes")
"""Minutes of a group that follow from its others."""
_BESIDE = ("uncovered_minutes", "lapsed_minutes")
"""Minutes that stand beside those of credit periods."""
MINUTES = (*LEDGER_MINUTES, "pace_gap_minutes", "provider_caused_minutes", "open_minutes")

LISTS = {
    "minutes": MINUTES,
    "accounted": tuple(name for name in MINUTES if name not in _BESIDE),
    "settling": (*(name for name in MINUTES if name not in _FOLLOW), "short_minutes"),
    "line_counts": ("lines", "lines_on_track", "lines_without_evidence", "lines_banded"),
    "session_counts": ("required_sessions", "counted_sessions", "given_sessions"),
    "finding": FINDING_ROW,
}
"""The lists by the names that SQL files use: minutes, what a group of lines brings; accounted, those of credit periods;
settling, what is stored of a line until nothing of it changes any more (what follows from the others isn't); line_counts
and session_counts beside them; finding."""
