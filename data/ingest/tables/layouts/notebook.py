"""A notebook in one column: a line a session (9/29/25 - Lin, Ada - 30 min - seen), without any heading."""

import re
from collections.abc import Sequence

from data.ingest.tables import spread
from data.ingest.tables.grid import Grid
from data.ingest.values import names

HEADINGS = ("Date", "Student Name", "What happened")
FEWEST, _MOST = 3, 0.5
_SIGNS = (" - ", " – ", " — ", " | ", ": ", "; ", "\t")
_STUCK = re.compile(r"^([\d/.-]+\d)\s*[-–—:]\s+")


def parted(grid: Grid) -> Grid:
    """The grid with day, student and what happened in columns of their own, where one column holds such lines; else as it
    is. A line with a day and nobody's name keeps its day; other lines stay whole."""
    if int(grid.counts.max()) != 1 or int((grid.counts > 0).sum()) < FEWEST:
        return grid
    lines = [next((cell for cell in grid.row(at) if cell), "") for at in range(grid.height)]
    sign = next((sign for sign in _SIGNS if _are_notes([_parts(line, sign) for line in lines if line])), None)
    if sign is None:
        return grid
    told = [_parts(line, sign) for line in lines]
    first = next(at for at, parts in enumerate(told) if parts)
    above = [((line,), at) for at, line in enumerate(lines[:first])]
    rows = [(tuple(parts) if parts else (line,), first + at)
            for at, (parts, line) in enumerate(zip(told[first:], lines[first:], strict=True))]  # fmt: skip
    return grid.redrawn([*above, (HEADINGS, max(first - 1, 0)), *rows])


def _parts(line: str, sign: str) -> tuple[str | None, ...]:
    """(day, student, what happened) of a line; empty where it doesn't begin with a day."""
    parts = [part.strip() for part in _STUCK.sub(lambda day: day[1] + sign, line).split(sign)]
    if not spread.is_date(parts[0]) or len(parts) < len(HEADINGS) - 1:
        return ()
    who = parts[1] if names.looks_whole(parts[1]) and len(parts) >= len(HEADINGS) else None
    return parts[0], who, " - ".join(parts[2:] if who else parts[1:])


def _are_notes(told: Sequence[tuple[str | None, ...]]) -> bool:
    """Whether most lines have a day and a name."""
    whole = sum(bool(parts and parts[1]) for parts in told)
    return whole >= max(FEWEST, _MOST * len(told))
