"""Spells of enrolment and goals that end before they begin: neither day is taken, since nothing tells which of both is amiss."""

from data.ingest.staging.finish import plain_field
from data.ingest.staging.work import Rule, Work

_ENDS = {"students": ("enrolled_from", "enrolled_to"), "goals": ("start_date", "due_date")}
_MESSAGE = "this day is before the one on which it begins, so that neither is taken; mend the one that is amiss"


def open_up(work: Work) -> None:
    """Leave both days of such rows open, and tell it: a child who left before coming would have no minutes to get."""
    first, last = _ENDS.get(work.dataset.name, ("", ""))
    days = [work.fields.get(name) or plain_field(work, name) for name in (first, last)]
    if not work.at(first) or not work.at(last) or None in days:
        return
    begun, ended = days
    where = f"coalesce({ended} < {begun}, false)"
    cell = f"c{work.at(last)[0].place}"
    work.rules.append(Rule(work.heading(last), "ends_before_start", _MESSAGE, "ask", where, cell))
    for name, day in zip((first, last), days, strict=True):
        work.fields[name] = f"case when not {where} then {day} end"
