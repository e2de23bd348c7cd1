"""How often all of a list are seen, where only a title says it: OT Caseload - everyone 1x/wk."""

import re
from collections.abc import Iterable

from data.ingest.model import Table
from data.ingest.tables import legend, looks
from data.ingest.values import families, frequencies, numbers, said_of_all, words

_PARTS = re.compile(r"[.,;|()\n]|\s[-–—:]\s")
_COUNT = re.compile(
    r"^(?:(?:all|everyone|everybody|each|every)(?: (?:students?|kids|sessions?|services?|is|are|seen))* )?"
    r"(?P<count>(?:\d{1,2} ?x|\d{1,2} times|once|twice)(?: ?/ ?| per | an? | each | )?(?:wee?k(?:ly)?|wk|month(?:ly)?|mo))"
    rf"(?: {said_of_all.UNLESS_NOTED})?$",
    re.IGNORECASE,
)
HEADING = "Frequency"


def said(table: Table, remarks: Iterable[str]) -> Table:
    """The list of lines with how often there is a session in each row, where titles and remarks say one number of all, and
    the table tells nothing but the minutes; as it is where they say two. Where they say it unless noted, a row that notes
    how often is asked about."""
    of_all = [one for one in remarks if not _is_of_key(table, one) and in_remark(one)]
    found = {" ".join((in_remark(remark) or "").lower().split()) for remark in of_all}
    if len(found) != 1 or table.melted or not _are_minutes_alone(table):
        return table
    count = found.pop()
    others = _noting(table) if any(map(said_of_all.has_exceptions, of_all)) else set()
    counts = [None if row in others else count for row in range(len(table.body))]
    return table.also(HEADING, counts).noted(f"Each line is for {count}, as a title says.")


def _noting(table: Table) -> set[int]:
    """The rows with a remark that speaks of how often something is."""
    places = [at for at, heading in enumerate(table.headings) if words.said_by(heading) & families.REMARKS]
    columns = [table.body.column(at).to_pylist() for at in places]
    return {row for column in columns for row, text in enumerate(column) if text and _OFTEN.search(text)}


_OFTEN = re.compile(
    r"\b\d ?x\b|\b(?:times|sessions?|once|twice|(?:bi-?)?week(?:ly|s)?|wks?|(?:bi-?)?month(?:ly|s)?|daily|quarter(?:ly)?)\b",
    re.IGNORECASE,
)


def _is_of_key(table: Table, remark: str) -> bool:
    """Whether a remark tells what codes mean (B = 1x weekly), or is the meaning of one: it is of those who have the code."""
    return remark in table.legend.values() or bool(legend.read([(remark,)]))


def in_remark(remark: str) -> str | None:
    """How often all are seen, by a remark or a part of one that says nothing else."""
    told = [match["count"] for part in _PARTS.split(remark) if (match := _COUNT.match(" ".join(part.split())))]
    return told[0] if len(told) == 1 and frequencies.read(told[0]).sessions else None


def _are_minutes_alone(table: Table) -> bool:
    """Whether a table promises bare minutes, and neither tells how often nor in which period."""
    if looks.written_for(table.headings, "sessions", "session_date"):
        return False
    told = [at for at, heading in enumerate(table.headings) if looks.is_promised(heading)]
    minutes = any(
        looks.written_for(table.headings, "service_lines", name) for name in ("line_minutes", "minutes_per_session")
    )
    return len(told) == 1 and minutes and table.all_are(told[0], numbers.is_number)
