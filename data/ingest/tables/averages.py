"""Rows that sum up those above them as an average, under whichever name: Class average, Median, Grade 3 mean."""

import re
from functools import cache

import pyarrow.compute as pc

from data.contracts import synonyms
from data.ingest.tables import looks
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.joined import Header
from data.ingest.texts import may_hold
from data.ingest.values import words
from data.ingest.values.nothing import is_nothing

_MIDDLE = r"(?:averages?|avg|means?|medians?)"
_MIDDLE_WORDS = ("average", "avg", "mean", "median")
_GROUP = r"(?:class(?:room)?|group|grade|team|caseload|cohort|school|building|district|students?|pupils?|overall)"
_UNIT = r"\W*(?:\([^)]*\)\W*)?"
_OF_GROUP = re.compile(
    rf"^\W*(?:(?:the|our|whole|entire)\s+)?{_GROUP}(?:\W+(?:\d{{1,2}}|[a-z]))?\W+{_MIDDLE}{_UNIT}$|"
    rf"^\W*{_MIDDLE}\s+(?:(?:of|for|per|all|the|our|whole)\s+)*{_GROUP}\b",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"^\W*{_MIDDLE}{_UNIT}$|\b(?:averages?|avg|median){_UNIT}$", re.IGNORECASE)
"""What is nobody's name where names are expected; Mean may be one."""


def rows(grid: Grid, header: Header, start: int, end: int) -> list[int]:
    """Rows that begin with the average of a group, or of anything where people are named, and hold nothing but
    numbers behind it; a goal in such words is none."""
    firsts = grid.firsts.slice(start, end - start)
    if not may_hold(firsts, _MIDDLE_WORDS):
        return []
    headings = [one or "" for one in header.headings]
    people = {place for place, one in enumerate(headings) if words.heading(one) in _names()}
    goals = set(looks.written_for(headings, "goals", "goal_text"))
    hits = pc.fill_null(pc.match_substring_regex(firsts, rf"(?i)\b{_MIDDLE}\b"), False)
    places = (start + at for at in pc.indices_nonzero(hits).to_pylist())
    return [at for at in places if _sums_up(grid.row(at), people, goals)]


@cache
def _names() -> frozenset[str]:
    listed = [synonyms.headings("student"), synonyms.headings("provider")]
    return frozenset(word for one in listed for name, own in one.items() if name.endswith("_name") for word in own)


def _sums_up(cells: Cells, people: set[int], goals: set[int]) -> bool:
    (place, text), *others = [(place, cell) for place, cell in enumerate(cells) if cell]
    of_group = _OF_GROUP.search(text) is not None and place not in goals
    of_anything = place in people and _ALONE.search(text) is not None
    numbers = [cell for _, cell in others if not is_nothing(cell)]
    return (of_group or of_anything) and bool(numbers) and all(map(looks.is_value, numbers))
