"""Rows of a log that another row stands for, amended (ORIGINAL, AMENDED) or taken back and replaced, and cells that one beside
them amends (Minutes, Amended Minutes): the amended one counts."""

import re

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.steps.sessions import made_beside
from data.ingest.values import became, dates, families, nothing, words

_FIRST = frozenset(("original", "orig", "initial"))
_LATER = frozenset(
    ("amended", "amendment", "corrected", "correction", "revised", "revision", "adjusted", "replacement")
)


def replaced(table: Table) -> Table:
    """The log without the originals that an amended row stands for: of the same student, service and day, and where clocks
    tell them apart, the same start. An amended row whose original isn't there, or isn't the only one, leaves all as they are.
    """
    marks = next((at for at in range(len(table.headings)) if _tells(table, at)), None)
    day = looks.only_one_for(table.headings, "sessions", "session_date")
    if marks is None or day is None:
        return table
    said = [words.plain(text or "") for text in table.body.column(marks).to_pylist()]
    rows = list(zip(made_beside.of_whom(table), made_beside.days_of(table, day), strict=True))
    starts = _starts(table)
    gone = set()
    for row, mark in enumerate(said):
        if mark in _LATER and rows[row][1]:
            alike = [at for at, one in enumerate(said) if one in _FIRST and rows[at] == rows[row]]
            same = [at for at in alike if starts[at] == starts[row]] or alike
            gone |= {*same} if len(same) == 1 else set()
    return table.leaving(gone, "an amended row stands for it") if gone else table


_MENDED = ("amended", "corrected", "revised")


def corrected(table: Table) -> Table:
    """The log with what a cell was amended to in its place (Minutes, Amended Minutes), but for days: an amended date may be
    the day on which the row was amended."""
    if looks.only_one_for(table.headings, "sessions", "session_date") is None:
        return table
    named = [words.heading(heading) for heading in table.headings]
    for at, heading in enumerate(named):
        mark, _, rest = heading.partition(" ")
        if mark in _MENDED and named.count(rest) == 1 and not words.said_by(rest) & families.DAYS:
            return corrected(_with(table, named.index(rest), at))
    return table


def _with(table: Table, place: int, later: int) -> Table:
    columns = (table.body.column(at).to_pylist() for at in (place, later))
    texts = [first if nothing.is_nothing(second) else second for first, second in zip(*columns, strict=True)]
    note = f"What stands under {table.headings[later]} counts in place of {table.headings[place]}."
    return table.filled(place, texts).without(later).noted(note)


def voided(table: Table) -> Table:
    """The log without the rows that were taken back (Voided) and in whose place a row that counts names itself, by the id of
    the row (Replaces Entry: E-2, or Replaced By: E-3 in the voided one); those without a replacement stay, and are asked."""
    names = [at for at, one in enumerate(table.headings) if _REPLACES.search(words.heading(one))]
    if len(names) != 1:
        return table
    marks = next((at for at in range(len(table.headings)) if _are_taken_back(table, at)), None)
    if marks is None:
        return table
    gone = [words.plain(text or "") in became.UNDONE for text in table.body.column(marks).to_pylist()]
    named = _cells(table, names[0])
    ids = next((own for at in range(len(table.headings)) if at != names[0] and (own := _ids(table, at, named))), None)
    if ids is None:
        return table
    is_by = _BY.search(words.heading(table.headings[names[0]])) is not None
    replaces = [(one, own) if is_by else (own, one) for own, one in zip(ids, named, strict=True) if one]
    old = _replaced({own for own, is_gone in zip(ids, gone, strict=True) if not is_gone}, replaces)
    out = {row for row, own in enumerate(ids) if gone[row] and own in old}
    return table.leaving(out, "it was taken back, and another row stands for it") if out else table


def _replaced(counts: set[str], replaces: list[tuple[str, str]]) -> set[str]:
    """The ids that rows replace which count, and those that these replace in turn."""
    found: set[str] = set()
    while more := {old for new, old in replaces if new in counts | found} - found:
        found |= more
    return found


_REPLACES = re.compile(
    r"^(?:replac|supersed|correct|amend)\w*\b(?:.* )?(?:entry|log|record|row|id|session|encounter|by|for|#)|"
    r"^(?:replaces|supersedes)$"
)
_BY = re.compile(r"\bby\b")
_OF_ROWS = frozenset({"id", "number", "log", "enter", "record", "session"})


def _are_taken_back(table: Table, place: int) -> bool:
    """Whether a column marks some rows as taken back, and not all."""
    said = {words.plain(text) for text in table.texts(place)}
    return bool(said & became.UNDONE) and len(said) > 1


def _ids(table: Table, place: int, named: list[str]) -> list[str] | None:
    """The cells of a column in which each row has an id of its own, among which are some that another column names."""
    own = _cells(table, place)
    is_own = bool(words.said_by(table.headings[place]) & _OF_ROWS) and all(own) and len(set(own)) == len(own)
    return own if is_own and set(named) & set(own) else None


def _cells(table: Table, place: int) -> list[str]:
    return [(text or "").strip() for text in table.body.column(place).to_pylist()]


def _tells(table: Table, place: int) -> bool:
    """Whether a column holds nothing but marks of first and later versions, some of each."""
    texts = (
        {words.plain(text) for text in table.texts(place)}
        if words.plain(table.first(place)) in _FIRST | _LATER
        else set()
    )
    return texts <= _FIRST | _LATER and bool(texts & _FIRST) and bool(texts & _LATER)


def _starts(table: Table) -> list[object]:
    place = looks.only_one_for(table.headings, "sessions", "start_time")
    if place is None:
        return [None] * len(table.body)
    return [dates.read_time(text).value for text in table.body.column(place).to_pylist()]
