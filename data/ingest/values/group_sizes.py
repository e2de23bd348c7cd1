"""How many students are together at most, as words or signs beside an amount tell it."""

import re

_PRODUCT = re.compile(
    r"(?P<before>\d\s*[x×*]\s*\d+(?:\s*min\w*)?)\s*(?::|,?\s*group (?:of|size)\b|(?<=\d\d)\s*[x×*])\s*:?\s*"
    r"(?P<most>[1-9]|1[0-5])(?!\D*\b\d+\s+(?!x\b|min)[a-z])"
    r"(?=$|\s*[,;)]|\s+(?!x\b|times?\b|min|to\b|(?:w(?:ee)?k|mo|month|day|y(?:ea)?r)s?\b)[a-z])",
    re.IGNORECASE,
)
"""Not so many weeks (2x30x36), nor one of several numbers that part the sessions (3x30: 2 push-in, 1 pull-out)."""
_GROUP = r"\b(?P<group>groups?|grps?|gr)\b\.?"
_CHILDREN = r"(?:students?|children|kids?|peers?|pupils?)\b"
_AT_MOST = r"(?:(?:of|with|in) )*(?:an? )?(?:max(?:imum)?\b\.?(?: of)?|up to|(?:no|not) more than|at most)\s*:?\s*"
_NO_MORE = rf"(?:\s+{_CHILDREN})?(?:\s*(?:max(?:imum)?\b\.?|or (?:fewer|less)\b))?"
_OF_TIME = r"(?!\s*(?:[x×*:/-]|times?\b|min|h(?:ou)?rs?\b|per\b|an?\b|to\b|days?\b|w(?:ee)?ks?\b|sessions?\b))"
_IN_WORDS = re.compile(
    rf"{_GROUP}\s*(?:(?:of|size)\s*:?\s*(?P<of>[2-9]|1\d)\b(?!\s*[x×*:]|\s*min){_NO_MORE}|"
    rf"[(:,-]?\s*(?:size )?{_AT_MOST}(?P<at_most>[2-9]|1\d)\b{_OF_TIME}{_NO_MORE}\)?|"
    rf"\(\s*(?P<maximum>[2-9]|1\d)\s*(?:{_CHILDREN}\s*)?(?:max(?:imum)?\b\.?|or (?:fewer|less))\s*\)|"
    r"[(:-]?\s*(?:(?P<most>[2-9]|1\d)\s*:\s*1|1\s*:\s*(?P<of_one>[2-9]|1\d))\b(?!\s*(?:[-–]|to\b|[ap]\.?m\b))\)?|"
    r"\(\s*(?P<bare>[2-9]|1\d)\s*\))",
    re.IGNORECASE,
)
"""Group of 3, grp (3:1), Group 1:5, group (4), group (max of 4), group of up to 3."""
_OF_CHILDREN = re.compile(
    rf"[(,;]?\s*{_AT_MOST}(?P<children>[2-9]|1\d) {_CHILDREN}(?: (?:in|per|to) (?:an? |the |each )?group\b)?\)?",
    re.IGNORECASE,
)
"""With up to 4 students; (max 3 children)."""


def read(text: str) -> int | None:
    """The most students together that an amount names (3 x 30 : 2; 2x30x1 Individual; 30 min group of 3), else None."""
    patterns = (_PRODUCT, _IN_WORDS, _OF_CHILDREN)
    return next((most for pattern in patterns if (most := _most(pattern.search(text)))), None)


def without(text: str) -> str:
    """An amount without the number of students together, its group kept: ``3x30 group of 4`` is 3x30 group."""
    return _OF_CHILDREN.sub(" ", _IN_WORDS.sub(r"\g<group>", _PRODUCT.sub(r"\g<before>", text)))


def _most(match: re.Match[str] | None) -> int | None:
    told = match.groupdict() if match else {}
    return next((int(number) for name, number in told.items() if number and name not in ("before", "group")), None)
