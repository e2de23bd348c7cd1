"""What columns of kinds say of each row beside those of outcomes: Provider Absent, Make-up under Session Type."""

import re

import pyarrow as pa

from data.ingest.mapping import exceptions
from data.ingest.model import Column, Table
from data.ingest.staging.columns import NONE, Heading, distinct, taken
from data.ingest.values import became, done, families, statuses, why_not
from data.ingest.values.nothing import is_nothing
from data.ingest.values.session_outcome import UNKNOWN, Outcome
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import plain, said_by

FIELD = "beside"
"""Stands for the field of such a column, which is none of the dataset's."""
FIELDS = (FIELD, "kind", "grouping", "setting", "service")
"""Fields among whose words exceptions may stand; among services only what is no treatment (OT Evaluation)."""


def columns_of(table: Table, free: list[tuple[int, Column]]) -> list[Heading]:
    """Each free column of a few short words, some of which say that a session was missed, tried or made up: those words;
    every other one says nothing of it."""
    return [one for place, column in free if (one := _column(table, place, column.heading)) is not None]


def _column(table: Table, place: int, heading: str) -> Heading | None:
    texts, keys = distinct(table.body.column(place))
    if not exceptions.are_told(heading, tuple(text.strip() for text in texts if not is_nothing(text))):
        return None
    told = [text for text in texts if _may_tell(text, heading)]
    keys = taken(keys, [*(told.index(text) if text in told else NONE for text in texts), NONE])
    keys = _of_their_days(table, told, keys)
    return Heading(place, heading, FIELD, "outcome", (), (), pa.array(told, pa.string()), keys)


def _may_tell(text: str, heading: str) -> bool:
    judges = (exceptions.is_one, exceptions.may_be_one, exceptions.is_no_treatment)
    return any(judge(text, heading) for judge in judges)


_DAY = re.compile(r"\b(\d{1,2})/(\d{1,2})\b")


def _of_their_days(table: Table, told: list[str], keys: pa.Array) -> pa.Array:
    """The keys of such words, of which those that name a day in a row of days (no school 10/15) are of that day alone."""
    days = [{f"{int(month):02d}-{int(day):02d}" for month, day in _DAY.findall(text)} for text in told]
    if table.melted is None or not any(days):
        return keys
    dates = table.body.column(table.headings.index(table.melted[0])).to_pylist()
    found = (
        key if key == NONE or not days[key] or (date or "")[5:] in days[key] else NONE
        for key, date in zip(keys.to_pylist(), dates, strict=True)
    )
    return pa.array(found, keys.type)


def tells(heading: Heading) -> bool:
    """Whether a column tells some exception."""
    return heading.field == FIELD or any(is_exception(text, heading) for text in heading.texts)


def tells_more(heading: Heading) -> bool:
    """Whether a column says of some sessions more than that they were no treatment, which is asked."""
    return any(exceptions.is_one(text, heading.heading) for text in heading.texts)


def is_exception(text: str, heading: Heading) -> bool:
    """Whether a cell of a column with a place says that its session was missed, tried, made up, or no treatment."""
    is_one = heading.field != "service" and exceptions.is_one(text, heading.heading)
    return is_one or _is_no_treatment(text, heading)


def _is_no_treatment(text: str, heading: Heading) -> bool:
    """Whether a cell says that there was no treatment; *evaluation* as a setting stays one (rules.md section 11)."""
    return heading.field != "setting" and done.is_no_treatment(text)


def said(text: str, heading: Heading) -> Outcome:
    """What a cell of such a column says of the session; of what is no treatment nothing is known before somebody says it."""
    if _is_no_treatment(text, heading):
        return UNKNOWN
    found, why = statuses.read(text), why_not.reason(text)
    return Outcome("missed", why) if why and not found.known else found


def tells_missed(heading: Heading) -> bool:
    """Whether a column without a place says of some sessions that they were missed."""
    return heading.field == FIELD and any(statuses.read(text).status == "missed" for text in heading.texts)


def is_kept(heading: Heading, *, is_missed: bool) -> bool:
    """Whether a word for make-ups says that its row is one: beside a session that was missed only under a heading of
    kinds, else it may say how that was settled (Resolution)."""
    return not is_missed or bool(said_by(heading.heading) & families.KINDS)


def may_be_paper(heading: Heading) -> bool:
    """Whether a status has nothing but words that may be of paperwork (Completed, Signed): beside a word for a missed
    session they say that its record is done."""
    texts = [plain(text) for text in heading.texts if not is_nothing(text)]
    return heading.field == "status" and all(one in _DONE or became.is_paperwork(one) for one in texts)


_DONE = frozenset(("completed", "complete", "closed", "done", "in progress", "incomplete"))


def is_of_record(heading: Heading, others: list[Heading]) -> bool:
    """Whether a column says of each row how far its record is (Record Status: Complete, Incomplete), and others say how the
    session went, or a record that isn't done would make a session partial that was given."""
    if not _OF_RECORD.search(words_of(heading.heading)) or not may_be_paper(heading):
        return False
    told = any(one is not heading and one.field in _OUTCOMES and not _OF_RECORD.search(words_of(one.heading))
               for one in others)  # fmt: skip
    return told or any(plain(text) in _UNDONE for text in heading.texts)


_OF_RECORD = re.compile(r"\b(?:records?|notes?|logs?|documentation|paperwork|entry) (?:entry )?status\b")
_OUTCOMES = frozenset(("status", "delivered_flag", "absent", "missed_flag"))
_UNDONE = frozenset(("incomplete", "in progress"))
