"""Rows of a time log that are of no student: lunch, travel, planning."""

import re
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.values import families, words
from data.ingest.values.vocabulary import DUTIES

_WORK = DUTIES | {
    "preparation", "traveling", "drive", "driving", "emails", "email", "professional", "development", "scheduling", "admin",
    "administrative", "setup", "cleanup", "materials", "inservice", "mileage", "commute",
}  # fmt: skip
_BESIDE = frozenset(
    ("to", "and", "time", "up", "set", "between", "schools", "staff", "team", "data", "entry", "report", "reports", "writing",
     "notes", "department", "medicaid", "iep")
)  # fmt: skip
"""Words that say more of such work, and nothing of it by themselves."""
_ACTIVITY = families.KINDS | {"service", "task", "duty", "action", "code"}
REASON = "nobody's time"


def left_out(table: Table) -> Table:
    """The log without rows that name no student and say what else was done; as it is where no row does, or none names a
    student."""
    who = [place for place, heading in enumerate(table.headings) if words.heading(heading) in _students()]
    what = [place for place, heading in enumerate(table.headings) if _ACTIVITY & words.said_by(heading)]
    if table.melted or not who or not what:
        return table
    nameless = _nameless(table, who)
    if not 0 < len(nameless) < len(table.body):
        return table
    told = [table.body.column(place).take(nameless).to_pylist() for place in what]
    gone = {row for at, row in enumerate(nameless.to_pylist()) if any(_is_work(cells[at]) for cells in told)}
    return table.leaving(gone, REASON) if gone else table


_ALL = re.compile(
    r"(?:all|every|whole|entire|various|multiple)"
    r"(?: (?:the |of the |my )?(?:students?|children|kids|caseload|class|groups?))?|"
    r"everyone|everybody|students|no ?one|nobody"
)


def unnamed(table: Table) -> Table:
    """The table whose rows of everybody (ALL, whole group) name nobody: such a row is no child's."""
    for place in (at for at, one in enumerate(table.headings) if words.heading(one) in _students()):
        if any(_ALL.fullmatch(words.plain(text)) for text in table.texts(place)):
            texts = table.body.column(place).to_pylist()
            named = [None if text and _ALL.fullmatch(words.plain(text)) else text for text in texts]
            table = table.filled(place, named) if any(named) else table
    return table


def _nameless(table: Table, places: list[int]) -> pa.Array:
    """The rows in which all of some columns are blank."""
    blank = pa.repeat(True, len(table.body))
    for place in places:
        bare = pc.utf8_trim_whitespace(table.body.column(place).combine_chunks())
        blank = pc.and_(blank, pc.fill_null(pc.equal(bare, ""), True))
    return pc.indices_nonzero(blank)


@cache
def _students() -> frozenset[str]:
    listed = synonyms.headings("student")
    named = {word for name in ("student_id", "student_name", "student_last_name") for word in listed[name]}
    return frozenset(named) - {"id", "name"}


def _is_work(text: str | None) -> bool:
    """Whether a cell says nothing but other work: Lunch, Travel between schools."""
    told = set(words.plain(text or "").split())
    return bool(told & _WORK) and told <= _WORK | _BESIDE
