"""A key to the codes in columns, field, code and meaning a row (Loc Cd, 02, Therapy room): a sheet of it, or rows below the
records."""

from collections.abc import Iterable, Iterator, Sequence, Set

from data.ingest.model import Sheet, Table
from data.ingest.tables import legend
from data.ingest.tables.steps.cells import keyed
from data.ingest.values import words

Found = list[tuple[Sheet, Table]]
_COLUMNS, _MOST_ROWS = 3, 2000
_SHARE = 0.8


def told(found: Found) -> Found:
    """The tables without those of such sheets, and with what these say in the place of codes."""
    keys: keyed.Keys = {}
    of_keys = set[int]()
    for sheet in {id(sheet): sheet for sheet, _ in found}.values():
        headings = {words.heading(one) for other, table in found if other is not sheet for one in table.headings}
        if key := of_sheet(sheet, headings):
            keys |= key
            of_keys.add(id(sheet))
        keys = in_front(sheet, headings) | keys
    return [(sheet, keyed.by_fields(table, keys)) for sheet, table in found if id(sheet) not in of_keys]


def of_sheet(sheet: Sheet, headings: Set[str]) -> keyed.Keys:
    """The key of each field, where nearly all rows of a sheet tell a code of one that is among ``headings``, in plain form,
    of other sheets; empty where they don't."""
    if not 1 < len(sheet.cells) <= _MOST_ROWS:
        return {}
    columns = [column for column in sheet.cells.columns if column.null_count < len(column)]
    rows = list(_rows([column.to_pylist() for column in columns])) if len(columns) == _COLUMNS else []
    pairs = _pairs(rows, headings)
    is_key = sum(map(len, pairs.values())) >= _SHARE * (len(rows) - 1)
    return {field: legend.settled(told) for field, told in pairs.items()} if is_key else {}


def below(rows: Iterable[Sequence[str | None]], headings: Sequence[str]) -> keyed.Keys:
    """The key of each field out of the rows around a table's records that tell one of its headings, a code and a meaning."""
    told = ([cell.strip() for cell in row if cell and cell.strip()] for row in rows)
    named = ((words.heading(cells[0]), *cells[1:]) for cells in told if len(cells) == _COLUMNS)
    return _several(_pairs(named, {words.heading(one) for one in headings}))


def in_front(sheet: Sheet, headings: Set[str]) -> keyed.Keys:
    """The key of each field that stands before its codes in a sheet of two columns (Env 01, Push-in), where the field is
    among ``headings``, in plain form, of other sheets, and several codes of it are told; empty where none is."""
    columns = [column for column in sheet.cells.columns if column.null_count < len(column)]
    if len(columns) != _COLUMNS - 1 or len(sheet.cells) > _MOST_ROWS:
        return {}
    cells = zip(*(column.to_pylist() for column in columns), strict=True)
    told = ((*(named or "").strip().rpartition(" ")[::2], (meaning or "").strip()) for named, meaning in cells)
    return _several(_pairs(((words.heading(field), code, meaning) for field, code, meaning in told), headings))


Pairs = dict[str, list[tuple[str, str]]]


def _pairs(rows: Iterable[tuple[str, ...]], headings: Set[str]) -> Pairs:
    """The codes with their meanings of each field, of rows of field, code and meaning, that is among ``headings``; three
    headings beside one another are those of records."""
    pairs: Pairs = {}
    for field, *told in rows:
        is_header = all(words.heading(one) in headings for one in told)
        if field and field in headings and not is_header and (two := legend.pair(told)):
            pairs.setdefault(field, []).append(two)
    return pairs


def _several(pairs: Pairs) -> keyed.Keys:
    """The key of each field of which several codes are told."""
    return {field: legend.settled(told) for field, told in pairs.items() if len(told) > 1}


def _rows(columns: list[list[str | None]]) -> Iterator[tuple[str, str, str]]:
    """(field, code, meaning) of each row; a field may be told in the first of its rows alone."""
    field = ""
    for cells in zip(*columns, strict=True):
        named, code, meaning = ((cell or "").strip() for cell in cells)
        field = words.heading(named) or field
        if code or meaning:
            yield field, code, meaning
