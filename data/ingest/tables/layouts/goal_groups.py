"""Goals side by side, each with a column a grading period or report behind it (Goal 1, G1 Q1, G1 Q2, Goal 2, G2 Q1, ...)."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pyarrow as pa

from data.ingest.tables.layouts import periods, sideways
from data.ingest.tables.long import Long

_NUMBERED = re.compile(
    r"^(?:(?:annual|iep|measurable) )?(?:goal|objective|obj|g)\s?#?\s?(?P<number>\d{1,2})\b[\s:._–-]*(?P<rest>.*)$",
    re.IGNORECASE,
)
_IN_WORDS = frozenset({"", "Text", "text", "Statement", "Description"})
_FEWEST = 2


def melt(
    headings: tuple[str, ...], columns: list[pa.Array], key: dict[str, str], around: Sequence[str] = ()
) -> Long | None:
    """A record for each goal and filled period of a row; None where goals don't follow one another with the same periods.

    ``key``: what the file says of its codes; ``around``: titles and the like, which may say a year.
    """
    groups = _groups(headings)
    if groups is None:
        return None
    first, size, _ = groups
    named, body, source, _ = sideways.stacked(headings, columns, groups)
    group = [_parts(one)[1] for one in headings[first + 1 : first + size]]
    found = periods.melt((*named[:-size], "Goal", *group), body, key, around)
    note = "Goals side by side were put below each other."
    return found and replace(found, source=source[found.source], note=note)


def _groups(headings: tuple[str, ...]) -> tuple[int, int, int] | None:
    """(first column, columns of a goal, goals), where each goal has the same columns behind it, two of them of periods or
    days of reports, and none that bears another goal's number."""
    told = [_parts(heading) for heading in headings]
    starts = [at for at, (number, rest) in enumerate(told) if number and rest in _IN_WORDS]
    if len(starts) < _FEWEST or [told[at][0] for at in starts] != [str(one + 1) for one in range(len(starts))]:
        return None
    first, size = starts[0], starts[1] - starts[0]
    groups = [told[at : at + size] for at in starts]
    alike = all([rest for _, rest in own] == [rest for _, rest in groups[0]] for own in groups)
    own_numbers = all({number for number, _ in own} <= {"", own[0][0]} for own in groups)
    dated = sum(bool((one := periods.read(rest)).period or one.day) for _, rest in groups[0])
    even = starts == list(range(first, first + size * len(starts), size))
    return (first, size, len(starts)) if alike and own_numbers and even and dated >= _FEWEST else None


def _parts(heading: str) -> tuple[str, str]:
    """The number of the goal with which a heading begins, and what follows; no number where it begins with none."""
    match = _NUMBERED.match(" ".join(heading.split()))
    return (match["number"], match["rest"].strip(" :-–—")) if match else ("", heading.strip())
