"""Each student's share of a group's session, worked out for billing: the session itself counts for everybody in full."""

from collections.abc import Sequence
from itertools import permutations

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import families, numbers, words

_SHARE = frozenset(
    {"bill", "billed", "billable", "billing", "split", "share", "prorated", "divided", "per", "each", "/"}
)
_OF_ALL = frozenset({"total", "combined", "all", "sum", "student"})
"""Words of the minutes of all students together, of which the session's own are a part."""
_SIZES = frozenset({"group", "count", "size", "#"})
_FEWEST, _ROUNDED = 2, 0.5


def of_groups(table: Table) -> Table:
    """The log without the minutes that are those of its sessions divided by how many students were there, by their
    heading and in every row (Session length 30, group of 3, billable 10): each student of a group had all of them."""
    if not looks.written_for(table.headings, "sessions", "session_date"):
        return table
    timed = [at for at in range(len(table.headings)) if _is_of_minutes(table, at)]
    sizes = [at for at in range(len(table.headings)) if at not in timed and _are_sizes(table, at)]
    pairs = [
        (whole, share)
        for whole, share in permutations(timed, 2)
        if _may_be(*(table.headings[at] for at in (whole, share)))
    ]
    for whole, share in pairs:
        if any(_divides(*(_numbers(table, at) for at in (whole, size, share))) for size in sizes):
            note = f"{table.headings[share]} is each student's share of {table.headings[whole]}, which counts."
            return table.without(share).noted(note)
    return table


def _may_be(whole: str, share: str) -> bool:
    """Whether headings may be those of a session's minutes and of a share of them."""
    return _is_share(share) and not words.said_by(whole) & _OF_ALL


def _is_share(heading: str) -> bool:
    return bool(_SHARE & {*words.said_by(heading), *words.heading(heading).split(), *heading})


def _is_of_minutes(table: Table, place: int) -> bool:
    told = words.said_by(table.headings[place])
    return bool(told & (families.LENGTHS | _SHARE)) and all(map(numbers.is_number, table.opening(place)))


def _are_sizes(table: Table, place: int) -> bool:
    return bool(words.said_by(table.headings[place]) & _SIZES) and all(map(numbers.is_number, table.opening(place)))


def _numbers(table: Table, place: int) -> list[float | None]:
    return [numbers.to_float(text or "") for text in table.body.column(place).to_pylist()]


def _divides(whole: Sequence[float | None], sizes: Sequence[float | None], shares: Sequence[float | None]) -> bool:
    """Whether in each row that tells all three the third is the first divided by the second, in several of groups."""
    told = [(one, size, share) for one, size, share in zip(whole, sizes, shares, strict=True) if one and size and share]
    of_groups = sum(size > 1 for _, size, _ in told)
    return of_groups >= _FEWEST and all(abs(one / size - share) <= _ROUNDED for one, size, share in told)
