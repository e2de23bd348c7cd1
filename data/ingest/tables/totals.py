"""Rows that sum up others by a word for it, and those that may be of somebody who is called so."""

import re
from collections.abc import Collection

from data.ingest.tables import looks, signs
from data.ingest.tables.grid import Cells
from data.ingest.tables.joined import Header
from data.ingest.values import codes, dates, families, words


def is_total(cells: Cells, header: Header, *, sparse: bool, dated: Collection[int]) -> bool:
    """Whether a row sums up others: a word for totals in its first two filled cells, no day and no id. A row with fewer
    cells than records have (``sparse``), or with such a word under their day (``dated``), needs no more."""
    filled = [(i, cell) for i, cell in enumerate(cells) if cell]
    firsts = [cell for _, cell in filled[:2]]
    sparse = sparse or any(signs.sums_up(cells[place] or "") for place in dated)
    if any(dates.looks_like(cell) for _, cell in filled):
        return False
    if sparse and len(filled) == 2 and signs.COUNTED.match(firsts[0]) and looks.is_value(firsts[1]):
        return True
    if any(_is_id(header.headings[i]) and not re.search(signs.TOTAL, cell) for i, cell in filled):
        return False
    if any(signs.TOTAL_ONLY.match(cell) for cell in firsts):
        return True
    are_values = all(looks.is_value(cell) for _, cell in filled[1:])
    if are_values and (signs.OF_TOTAL.search(firsts[0]) or signs.COUNTED.match(firsts[0])):
        return True
    return sparse and any(map(signs.sums_up, firsts))


def _is_id(heading: str) -> bool:
    bare = words.heading(heading)
    return bare == "id" or bare.endswith((" id", " number", " no")) or bare.startswith("id ")


_CALLED_SO = re.compile(r"^(?:sub)?totals?, (?P<given>[A-Z][a-z][\w'’ -]*)$", re.IGNORECASE)


def stands_for_names(cells: Cells, header: Header, whole: Collection[int]) -> bool:
    """Whether nothing but a word for totals stands where each record has a student's whole name, and no id, whatever day,
    service or person stands beside it."""
    has_id = any(cell and _is_id(heading) for heading, cell in zip(header.headings, cells, strict=False))
    return not has_id and any(_ONLY.fullmatch((cells[place] or "").strip()) for place in whole)


_ONLY = re.compile(
    r"(?:(?:grand|sub|student|service|provider|school|district|daily|weekly|monthly)[\s-]*)?totals?\W*", re.IGNORECASE
)


def may_be_called_so(cells: Cells) -> bool:
    """Whether a row begins with what may be a name (Total, Grace), and is no word for what is summed (Total, Speech)."""
    named = _CALLED_SO.match(signs.first_filled(cells)[1])
    if named is None or words.said_by(named["given"]) & families.CLOCK:
        return False
    return not any(codes.find(named["given"], topic) for topic in ("service", "kind", "setting"))


def may_sum(cells: Cells) -> bool:
    """Whether a row begins with a word for sums that may be a name as well (Alameda Sum), and holds but values behind it."""
    first, *others = [cell for cell in cells if cell]
    return signs.OF_SUM.search(first) is not None and all(map(looks.is_value, others))
