"""Rows of a log that a later row of the same session amends (ORIGINAL, AMENDED), and cells that one beside them amends (Minutes,
Amended Minutes): the amended one counts."""

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.steps.sessions import made_beside
from data.ingest.values import dates, families, nothing, words

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
