"""Titles and keys that stand on a sheet of their own, a cover or a page of notes, for sheets that say nothing else."""

from collections.abc import Sequence
from dataclasses import replace

from data.contracts.words import phrases
from data.ingest.model import Sheet, Table
from data.ingest.tables import legend, years
from data.ingest.values import codes, dates, said_of_all, words

_MOST, _WIDEST = 12, 2
"""Filled rows of a cover, and cells of a row."""
Found = list[tuple[Sheet, Table]]


def told(found: Found) -> Found:
    """The tables of a workbook, those with headings with what its covers say (OT log - September 2025; P = present), unless
    their own titles, or their sheet's name, say the like; a month is of one table alone."""
    texts = [text for sheet, table in found if _is_without_rows(table) for text in _texts(sheet)]
    is_one = sum(not _is_without_rows(table) for _, table in found) == 1
    said = list(dict.fromkeys(text for text in texts if _tells(text) and (is_one or not dates.month_in(text))))
    key = legend.read([(text,) for text in texts])
    if not said and not key:
        return found
    return [(sheet, table if _is_without_rows(table) else _with(table, said, key)) for sheet, table in found]


def _is_without_rows(table: Table) -> bool:
    return table.header_row is None or not table.body.num_rows


def _texts(sheet: Sheet) -> list[str]:
    """The rows of a sheet of few texts, a label with its value as one; none of any other sheet."""
    rows = [[cell.strip() for cell in cells.values() if cell and cell.strip()] for cells in sheet.cells.to_pylist()]
    filled = [row for row in rows if row]
    if not 0 < len(filled) <= _MOST or max(map(len, filled)) > _WIDEST:
        return []
    return [": ".join(row) for row in filled]


def _with(table: Table, said: Sequence[str], key: dict[str, str]) -> Table:
    own = {topic for one in (*table.notes, table.sheet) for topic in _tells(one)}
    own |= {"days"} if any(map(dates.month_number, words.plain(table.sheet).split())) else set()
    more = [text for text in said if not _tells(text) & own]
    return replace(table, notes=(*table.notes, *more), legend=key | table.legend)


def _tells(text: str) -> set[str]:
    """What a title says that rows may leave to it: a service, how all are given, a month or a school year."""
    found = {*said_of_all.told(text), *(("service",) if _is_of_a_service(text) else ())}
    is_dated = dates.month_in(text) is not None or years.names_school_year(text)
    return found | ({"days"} if is_dated else set())


def _is_of_a_service(text: str) -> bool:
    """Whether a title names a service as that of a log or list (OT log - September 2025), and not in passing (waiting on PT
    eval)."""
    told = [word for word in words.plain(text).split() if not word.isdigit() and not dates.month_number(word)]
    is_title = bool(_OF_LISTS & set(told)) or " ".join(told) in phrases("service")
    return is_title and len(told) <= _LONGEST and codes.find(text, "service") is not None


_OF_LISTS = frozenset(
    {"log", "logs", "attendance", "caseload", "record", "records", "sessions", "services", "tracker", "tracking", "schedule",
     "minutes", "mandates", "sheet", "notes", "data", "sign"}
)  # fmt: skip
_LONGEST = 8
