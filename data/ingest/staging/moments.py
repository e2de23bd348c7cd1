"""Moments told in UTC: the clock of the district isn't said, and in the small hours of UTC neither is the day."""

from data.ingest.staging.columns import Heading
from data.ingest.staging.work import Definition, Work
from data.ingest.tables import zones
from data.ingest.values import dates

_UNTOUCHED = ("logged_on", "student_birth_date", "birth_date")
"""Days that shape no figure, and days that are told at midnight."""


def ask(work: Work) -> None:
    """Ask of which time zone such moments are: a row waits where its day hangs on it, the others keep their clock."""
    if work.answer(zones.NO_ZONE):
        return
    for heading in work.headings:
        if heading.reads in ("date", "time") and heading.field not in _UNTOUCHED:
            _ask(work, heading)


def _ask(work: Work, heading: Heading) -> None:
    told = [key for key, text in enumerate(heading.texts) if zones.in_utc(text)]
    moments = [heading.texts[key] for key in told]
    if all(map(dates.is_midnight, moments)):
        return
    if zones.are_midnights(moments):
        work.assumptions.append(f"{heading.heading} tells days, as midnight of the district in UTC.")
        return
    text = "Times are told in UTC. Of which time zone is the clock on the wall, or is it as written?"
    question = work.ask("code", zones.NO_ZONE, text, zones.CHOICES)
    for key in told:
        holds = heading.reads == "date" and work.holds(heading.field)
        if heading.reads == "time" or zones.may_be_the_day_before(heading.texts[key]):
            message = (
                "this time is told in UTC, so the day may be the one before" if holds else "this time is told in UTC"
            )
            severity = "wait" if holds else "ask"
            work.definitions.append(
                Definition(heading.place, key, "utc", heading.texts[key].strip(), message, severity, question)
            )
