"""Rows of a time log that are of no student: lunch, travel, planning, also in a student's place."""

import re
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import codes, families, words
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
    """The log without rows that name no student and say what else was done, or say it in a student's place; as it is where
    all rows would be, or none names a student."""
    who = _of_whom(table)
    is_of_staff = any("fte" in words.said_by(heading) for heading in table.headings)
    if table.melted or not who or is_of_staff:
        return table
    table = _without_work(table, who)
    what = [place for place, heading in enumerate(table.headings) if _ACTIVITY & words.said_by(heading)]
    nameless = _nameless(table, who)
    if not what or not 0 < len(nameless) < len(table.body):
        return table
    told = [table.body.column(place).take(nameless).to_pylist() for place in what]
    gone = {row for at, row in enumerate(nameless.to_pylist()) if any(is_work(cells[at]) for cells in told)}
    return table.leaving(gone, REASON) if gone else table


def _of_whom(table: Table) -> list[int]:
    """The columns of students; Name is one in a log that has no other."""
    bare = [words.heading(heading) for heading in table.headings]
    found = [place for place, one in enumerate(bare) if one in _students()]
    is_log = bool(looks.written_for(table.headings, "sessions", "session_date"))
    return found or [place for place, one in enumerate(bare) if is_log and one == "name"]


def _without_work(table: Table, who: list[int]) -> Table:
    """The log without rows that have other work in the place of their student, and no id beside it."""
    work = {text for place in who for text in _worded(table, place) if _is_nobodys(text)}
    if not work:
        return table
    rows = list(zip(*(table.body.column(place).to_pylist() for place in who), strict=True))
    told = [[text for text in row if text and text.strip()] for row in rows]
    gone = {at for at, texts_of in enumerate(told) if texts_of and work.issuperset(texts_of)}
    return table.leaving(gone, REASON) if 0 < len(gone) < len(rows) else table


_ALL = re.compile(
    r"(?:all|every|whole|entire|various|multiple)"
    r"(?: (?:the |of the |my )?(?:students?|children|kids|caseload|class|groups?))?|"
    r"everyone|everybody|students|no ?one|nobody|"
    rf"(?:{'|'.join(sorted(_WORK))}) (?:with|w|for|re|about|at|in|on) .+"
)


def unnamed(table: Table) -> Table:
    """The table whose rows of everybody (ALL, whole group), or of work with others (Meeting with Mrs. Poe), name nobody: such
    a row is no child's."""
    for place in _of_whom(table):
        if any(map(_means_all, _worded(table, place))):
            texts = table.body.column(place).to_pylist()
            named = [None if text and _means_all(text) else text for text in texts]
            table = table.filled(place, named) if any(named) else table
    return table


def _worded(table: Table, place: int) -> list[str]:
    """The distinct texts of a column that aren't numbers, as most ids are: none of these is work, or everybody."""
    return [text for text in table.texts(place) if not text.isdecimal()]


def _means_all(text: str) -> bool:
    return _ALL.fullmatch(words.plain(text)) is not None


def nameless(table: Table) -> list[int]:
    """The rows of a log that name no student; none where no column does."""
    who = _of_whom(table)
    return _nameless(table, who).to_pylist() if who else []


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


_OPEN = ("open", "free", "available", "vacant", "unfilled", "flex")
_WAYS = ("travel", "traveling", "drive", "driving", "commute", "commuting")
_FREE = re.compile(rf"(?:{'|'.join(_OPEN)})(?: (?:slots?|time|periods?|blocks?|hour))?")
_ON_THE_WAY = re.compile(rf"(?:{'|'.join(_WAYS)})(?: time)? (?:to|from|between|back) .+")
_SIGNS = _WORK.union(_OPEN, _WAYS)
"""Of these words each text of nobody has one."""


def _is_nobodys(text: str) -> bool:
    """Whether a cell of a student's name says other work, or nobody's time: Lunch, OT planning, Travel to Cedar, OPEN."""
    if _SIGNS.isdisjoint(words.plain(text).split()):
        return False
    if _FREE.fullmatch(words.plain(text)):
        return True
    told = [word for word in words.plain(text).split() if not codes.tells(word, ("service", "role"))]
    return is_work(" ".join(told)) or _ON_THE_WAY.fullmatch(words.plain(text)) is not None


def is_work(text: str | None) -> bool:
    """Whether a cell says nothing but other work: Lunch, Travel between schools."""
    told = set(words.plain(text or "").split())
    return bool(told & _WORK) and told <= _WORK | _BESIDE
