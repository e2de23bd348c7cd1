"""Who called a session off, in a column beside why (Cancelled By, Cancel Reason): Vacation of the provider or of the child."""

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import statuses, whom, words
from data.ingest.values.nothing import is_nothing

_CALLED_OFF = frozenset({"cancel", "cancelled", "canceled", "cancellation", "initiated", "called"})


def told(table: Table) -> Table:
    """The log with whose it was before each reason that by itself says nothing of whose (Illness, Vacation), where a column
    says who called the session off, and with that in place of a blank reason; a reason that is known by itself stays."""
    reasons = looks.written_for(table.headings, "sessions", "reason")
    places = [at for at, one in enumerate(table.headings) if _names_who(one) and table.all_are(at, _is_whose)]
    if len(reasons) != 1 or len(places) != 1 or places == reasons:
        return table
    told_by, why = (table.body.column(at).to_pylist() for at in (places[0], reasons[0]))
    found = [_both(who, reason) for who, reason in zip(told_by, why, strict=True)]
    if found == why:
        return table
    by, of = table.headings[places[0]], table.headings[reasons[0]]
    told = table.filled(reasons[0], found).noted(f"Where {of} leaves open whose it was, {by} says it.")
    return told.without(places[0])


def _names_who(heading: str) -> bool:
    """Whether a heading asks who called a session off: Cancelled By, Canceled by whom, Cancellation initiated by."""
    said = words.heading(heading).split()
    listed = words.heading(heading) in synonyms.headings("sessions")["reason"]
    return not listed and "by" in said and bool({*said} & _CALLED_OFF)


def _is_whose(text: str) -> bool:
    return is_nothing(text) or whom.is_whose(text)


def _both(who: str | None, reason: str | None) -> str | None:
    if not who or is_nothing(who):
        return reason
    if not reason or is_nothing(reason):
        return f"Cancelled by {who.strip()}"
    of_whom = f"{who.strip()} {reason.strip()}"
    return reason if statuses.read(reason).known or not statuses.read(of_whom).known else of_whom
