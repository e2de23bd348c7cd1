"""Stored steps of the ledger, so that any as-of date is answered at once (decision 0097).

The tables ``rolled_*`` hold, per line, what has settled by each day and how the credit periods stand that may still change.
They are made of the same SQL as the figures, after a write, and answer only while nothing was written since. After a log
came or went, rows up to its first day stay. Where they can't tell, the figures are worked out from the sessions themselves.
"""

from analytics.rollups.answering import Stored, frame, stored
from analytics.rollups.keeping import WORTH_IT, keep_up, last_day, refresh
from analytics.rollups.lending import is_as_now, lend, lend_owing, lend_shares
from analytics.rollups.tables import NAMED, WORKED_OUT

__all__ = [
    "NAMED", "WORKED_OUT", "WORTH_IT", "Stored", "frame", "is_as_now", "keep_up", "last_day", "lend", "lend_owing",
    "lend_shares", "refresh", "stored",
]  # fmt: skip
