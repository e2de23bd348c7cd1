"""Headings of which those beside them tell what they say: OT D, OT C; G1 Target beside Goal 1; fldMinutes, fldDate."""

import re

from data.ingest.values import codes

_KIND = re.compile(
    r"^(?P<service>[A-Za-z/]{2,20}(?: [A-Za-z]{3,12})?)[ _-]*[(\s_-]\s*(?P<short>D|C|I|G|dir|con|cons)\.?\)?"
    r"(?P<rest>(?![A-Za-z]).*)$",
    re.IGNORECASE,
)
_KINDS = {"d": "Direct", "dir": "Direct", "c": "Consult", "con": "Consult", "cons": "Consult", "i": "Indirect"}
_GROUPINGS = {"i": "Individual", "g": "Group"}
_GOAL, _OF_GOAL = re.compile(r"^goal\s*#?\s*(\d{1,2})$", re.IGNORECASE), re.compile(r"^G\s?#?(\d{1,2})(?=[\s:_-])")


_NOTATION = re.compile(r"^(?:fld|txt|str|col|num|int|lng|dbl|dt[em]?|dat|cbo|cmb|chk|bln|lst|mem)_?(?=[A-Z])")
_FEWEST = 3


def without_notation(headings: tuple[str, ...]) -> tuple[str, ...]:
    """The headings without the letters by which a database names its fields (fldStudentName, dtServiceDate, numMinutes), where
    all of three or more have such, and none is called as another without them."""
    told = [heading for heading in headings if heading.strip()]
    bare = [_NOTATION.sub("", heading) for heading in told]
    if len(told) < _FEWEST or not all(map(_NOTATION.match, told)) or len({*bare}) < len({*told}):
        return headings
    return tuple(_NOTATION.sub("", heading) for heading in headings)


def in_full(headings: tuple[str, ...]) -> tuple[str, ...]:
    """The headings with the kinds, or groupings, of services in words where a service has two of them by their letters, and
    with goals called so where others call them by the same number."""
    goals = {match[1] for heading in headings if (match := _GOAL.match(heading.strip()))}
    told = tuple(_of_goal(heading, goals) for heading in headings)
    matches = [_of_service(heading) for heading in told]
    short = {match["short"].casefold() for match in matches if match}
    words = next((one for one in (_KINDS, _GROUPINGS) if short <= one.keys() and len({*map(one.get, short)}) > 1), None)
    if words is None or ("d" not in short and "dir" not in short and words is _KINDS):
        return told
    return tuple(
        f"{match['service']} {words[match['short'].casefold()]}{match['rest']}" if match else heading
        for match, heading in zip(matches, told, strict=True)
    )


def _of_service(heading: str) -> re.Match[str] | None:
    match = _KIND.match(heading.strip())
    return match if match and codes.find(match["service"], "service") else None


def _of_goal(heading: str, goals: set[str]) -> str:
    match = _OF_GOAL.match(heading.strip())
    return f"Goal {match[1]}{heading.strip()[match.end() :]}" if match and match[1] in goals else heading
