"""Grids whose cells hold more than a mark: the students of a timetable's slot, minutes beside the size of the group."""

import re
from dataclasses import replace

from data.ingest.model import LeftOut, Table
from data.ingest.tables import looks, marks, several
from data.ingest.values import words

_NOBODY = frozenset(
    (
        "lunch", "planning", "plan", "prep", "travel", "duty", "recess", "meeting", "meetings", "eval", "evals", "evaluation",
        "evaluations", "testing", "paperwork", "notes", "break", "consult", "iep", "ieps", "assessment", "screening", "staff",
        "team", "pd", "training", "billing", "open", "free", "available", "makeup", "makeups", "off", "closed", "holiday",
        "documentation", "office", "conference", "assembly", "none", "flex", "arrival", "dismissal", "supervision",
    )
)  # fmt: skip
"""What stands in a slot of a timetable in which nobody is seen."""
_SIZED = re.compile(r"^\s*(\d{1,3})\s*/\s*(\d{1,2})\s*$")
_SAYS_SIZE = re.compile(r"min\w*\b[^/]{0,20}/[^/]{0,40}\b(?:group|students|kids|children|many)\b", re.IGNORECASE)


def of_students(table: Table) -> Table:
    """The timetable with the names in its slots as its students; as it is where its cells don't hold names with marks.

    Slots of nobody (lunch, planning, a meeting) are no sessions. Names of which none is marked as seen are a plan, and no log.
    """
    if table.melted is None or any(words.heading(one) in looks.of_students() for one in table.headings):
        return table
    place = table.headings.index(table.melted[1])
    texts = table.body.column(place).to_pylist()
    distinct = {text for text in texts if text and text.strip()}
    nobody = {text for text in distinct if set(words.plain(text).split()) & _NOBODY and not _is_marked(text)}
    booked = distinct - nobody
    if not booked or not all(several.are_names(text) for text in booked) or not any(map(_is_seen, booked)):
        return table
    kept = [row for row, text in enumerate(texts) if text in booked]
    found = replace(table.rows(kept).called(place, "Student Name"), melted=None)
    gone = sorted(set(table.row_numbers.to_pylist()) - set(found.row_numbers.to_pylist()))
    found = replace(found, left_out=(*table.left_out, *(LeftOut(number, "nobody's slots") for number in gone)))
    return found.noted(f"Slots of nobody ({', '.join(sorted(nobody))}) are no sessions.") if nobody else found


def _is_marked(text: str) -> bool:
    return bool(_statuses(text))


def _is_seen(text: str) -> bool:
    return any(said != "missed" for said in _statuses(text))


def _statuses(text: str) -> list[str]:
    found = [mark for part in several.parts(text) if (mark := marks.split(part)[1])]
    return [said for mark in found if (said := marks.status(mark))]


def sized(table: Table) -> Table:
    """The grid with what stands in its cells behind a stroke as the size of the group, where a line above it says so
    (25/3 = 25 minutes, group of 3)."""
    if table.melted is None or not any(map(_SAYS_SIZE.search, table.notes)):
        return table
    place = table.headings.index(table.melted[1])
    found = [_SIZED.match(text or "") for text in table.body.column(place).to_pylist()]
    if not any(found):
        return table
    texts = table.body.column(place).to_pylist()
    value = [match[1] if match else text for match, text in zip(found, texts, strict=True)]
    return table.filled(place, value).also("Group Size", [match and match[2] for match in found])
