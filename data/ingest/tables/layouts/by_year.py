"""Amounts of several school years side by side (24-25 Min, 25-26 Min): a record of each, with its school year."""

from collections.abc import Sequence

import pyarrow as pa

from data.ingest.tables import looks, years
from data.ingest.tables.layouts import sideways
from data.ingest.tables.long import Long

SEVERAL = 2


def melt(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """A record for each school year of a row under which the same columns of amounts stand, with the year as a column; None
    where they don't, or where days beside them are of a session, or say nothing of which year's they are."""
    told = of_years(headings)
    found = sorted({year for year, _ in told.values()})
    rests = [[rest for _, (year, rest) in told.items() if year == one] for one in found]
    if len(found) < SEVERAL or any(one != rests[0] for one in rests) or not any(map(looks.is_promised, rests[0])):
        return None
    others = [place for place in range(len(headings)) if place not in told]
    if _are_dated([headings[place] for place in others]):
        return None
    order = [*others, *(place for one in found for place, (year, _) in told.items() if year == one)]
    _, body, source, which = sideways.stacked(
        tuple(headings[place] for place in order), [columns[place] for place in order],
        (len(others), len(rests[0]), len(found)),
    )  # fmt: skip
    named = pa.array([f"{year}-{(year + 1) % 100:02d}" for year in found], pa.string())
    headed = (*(headings[place] for place in others), *rests[0], "School Year")
    return Long(
        headed,
        [*body, named.take(pa.array(which))],
        source,
        note="Columns of each school year were put below each other.",
    )


def of_years(headings: Sequence[str]) -> dict[int, tuple[int, str]]:
    """The columns whose headings name a school year, by place: the year in which it begins, and the heading without it."""
    told = {place: years.apart(heading) for place, heading in enumerate(headings)}
    return {place: one for place, one in told.items() if one is not None and one[1]}


def are_several(headings: Sequence[str]) -> bool:
    """Whether headings name several school years."""
    return len({year for year, _ in of_years(headings).values()}) >= SEVERAL


def _are_dated(headings: list[str]) -> bool:
    lines = any(looks.written_for(headings, "service_lines", name) for name in ("start_date", "end_date"))
    return lines or bool(looks.written_for(headings, "sessions", "session_date"))
