"""What looks like a log of sessions and is none: promises, staff, referrals, days of a calendar, scores."""

from data.ingest.mapping.apart.calendars import KINDS, cells_of
from data.ingest.mapping.apart.people import OF_A_STUDENT, is_of_colleagues, is_of_staff
from data.ingest.mapping.apart.promises import is_of_awards, is_of_promises
from data.ingest.mapping.apart.rosters import FREE, is_of_referrals
from data.ingest.mapping.apart.sessions import is_of_scores
from data.ingest.mapping.choose import Fit
from data.ingest.model import Table
from data.ingest.values import terms
from data.ingest.values.words import said_by


def is_of_nobody(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether nothing tells the student but an id that is the same on each of several rows (District ID), beside a column
    of kinds of day: rows of a calendar."""
    place = fit.places.get("student_id")
    if place is None or not fit.places.keys().isdisjoint(OF_A_STUDENT[1:]) or "student_name" in fit.places:
        return False
    if len(samples[place]) > 1 or len(table.body) < FREE or "student" in said_by(fit.headings[place]):
        return False
    others = [texts for number, texts in enumerate(samples) if number != place]
    return any(sum(terms.day_type(text) is not None for text in texts) * 2 > len(texts) >= KINDS for texts in others)


def are_no_sessions(fit: Fit, table: Table, samples: list[tuple[str, ...]]) -> bool:
    """Whether rows are promises, scores, days, or of people who are no students."""
    promises = is_of_awards(fit) or (table.melted is None and is_of_promises(fit, samples))
    nobody = is_of_nobody(fit, table, samples)
    others = is_of_staff(fit) or is_of_colleagues(fit, table) or is_of_referrals(fit, 2)
    return nobody or others or promises or is_of_scores(fit, samples, cells_of(table))
