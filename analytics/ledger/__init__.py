"""The minutes ledger: expected, delivered, credited, and what became of the rest (rules 2 to 9), a file for each subject."""

from analytics.ledger.extended_year import EXTENDED
from analytics.ledger.extended_year import has_lines as has_extended
from analytics.ledger.extended_year import on_file as extended_on_file
from analytics.ledger.grouped import COLUMNS, COUNTS, MINUTES, by, headline, last_summer, reasons, sums, where_it_went
from analytics.ledger.keys import KEYS, OUTSIDE_KEYS, by_flags, checked_keys
from analytics.ledger.loaded import (
    PROPOSED_CALENDAR,
    UNLISTED_SUMMER,
    calendar_is_provisional,
    coverage,
    default_as_of,
    loaded_text,
    provisional,
)
from analytics.ledger.sessions import session_rows
from analytics.ledger.standing import conformity, lines, not_seen, unconfirmed, unusable, watch_list
from analytics.ledger.worklist import make_ups, without_record

__all__ = [
    "COLUMNS", "COUNTS", "EXTENDED", "KEYS", "MINUTES", "OUTSIDE_KEYS", "PROPOSED_CALENDAR", "UNLISTED_SUMMER", "by", "by_flags",
    "calendar_is_provisional", "checked_keys", "conformity", "coverage", "default_as_of", "extended_on_file", "has_extended",
    "headline", "last_summer", "lines", "loaded_text", "make_ups", "not_seen", "provisional", "reasons", "session_rows", "sums",
    "unconfirmed", "unusable", "watch_list", "where_it_went", "without_record",
]  # fmt: skip
