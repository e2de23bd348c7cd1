"""Make-ups as they are written: with their minutes, with the day that they make up; and those that are none yet."""

import re
from datetime import date

from data.ingest.values import dates, durations
from data.ingest.values.session_outcome import Outcome

_MAKE_UP = re.compile(r"^(?:mu|m/u|make\s*-?\s*up|dm|m)\s*[/:\-\s(]?\s*(.*?)\)?$", re.IGNORECASE)
_MADE_UP = re.compile(r"^(\d{1,3} ?(?:min\w*\.?|m)?)\s*[(/–-]?\s*(?:mu|m/u|make\s*-?\s*up)\)?$", re.IGNORECASE)


def make_up(text: str) -> Outcome | None:
    """``MU/30``, ``30 make-up``, ``MU 9/12/2025``, ``M 2025-09-12``, ``Make-up for 10/03/2025``, ``M/U from 9/26``: of
    a day without a year the year is that of ``dates.YEARLESS``."""
    if before := _MADE_UP.match(text.strip()):
        return Outcome("make_up", None, durations.read(before[1]).value)
    match = _MAKE_UP.match(text.strip())
    rest = _FOR.sub("", match[1].strip()) if match else ""
    if not match or not rest:
        return None
    minutes = durations.read(rest)
    if minutes.value is not None and text.strip().lower().startswith(("mu", "m/u", "make", "dm")):
        return Outcome("make_up", None, minutes.value)
    day = dates.read(rest).value if dates.looks_like(rest) else dates.read_yearless(rest)
    return Outcome("make_up", None, None, day) if day else None


_FOR = re.compile(r"^(?:(?:for|of|session|from|missed|absence|on|the)\s+)+", re.IGNORECASE)
_LENGTH = r"(?P<minutes>\d{1,3}) ?(?:min\w*\.?|m)"
_OF_DAY = (
    r"(?:(?:made|make)[- ]?up|mu|m/u)\s+(?:for |of |from )?(?:the )?(?P<day>\d{1,2}/\d{1,2}(?:/\d{2,4})?)(?: session)?"
)
_WITH_DAY = (
    re.compile(rf"^{_OF_DAY}\s*[,;:(–-]\s*{_LENGTH}\)?$", re.IGNORECASE),
    re.compile(rf"^{_LENGTH}\s*[,;:(–-]\s*{_OF_DAY}\)?$", re.IGNORECASE),
    re.compile(rf"^(?P<minutes>\d{{2,3}})\s*\({_OF_DAY}\)$", re.IGNORECASE),
)


def made_up_with(text: str) -> Outcome | None:
    """``made up 12/16, 30 min``, ``30 min - make up for 10/6``: a make-up of a day, and how long it was."""
    match = next((found for pattern in _WITH_DAY if (found := pattern.match(text.strip()))), None)
    day = match and (dates.read(match["day"]).value or dates.read_yearless(match["day"]))
    return Outcome("make_up", None, float(match["minutes"]), day) if match and isinstance(day, date) else None


_MADE = (
    r"(?:make-?ups?\b|make ups?\b"
    r"(?=\W*$|[,.;)]|\s(?:sessions?|time|date|on|for|of|from|next|with|tomorrow|later|was|is|were)\b))"
)
"""A make-up, or to make up; not what is made up: words, a story."""
_BEFORE = (
    r"(?:tried|trying|try|attempt(?:ed|ing)?|unable|needs?|needed|requires?|owed?|will|plan(?:ned|ning)?|offer(?:ed|ing)?|"
    r"declined|refused|reschedul(?:e|ed|ing)|schedul(?:e|ing)|set up|pending|awaiting)"
)
_BEHIND = (
    r"(?:offer(?:ed)?|declined|refused|(?<!as )scheduled|reschedul(?:ed|ing)|pending|planned|attempted|tbd|needed|required|owed|"
    r"due|not(?! (?:enough|all|too|much)\b))\b"
)
_OF_A_DAY = r"(?: (?:for|of|from)(?: the)?(?: (?:missed|session|absence))* \d{1,2}/\d{1,2}(?:/(?:\d\d){1,2})?)?"
_NOT_YET = re.compile(
    rf"\b(?<!no )(?<!not ){_BEFORE}(?:\W+(?!no\b|not\b)\w+){{0,3}}?\W+{_MADE}(?! (?:for|of|from) )|"
    rf"(?<!no )\b{_MADE}(?: session)?{_OF_A_DAY}(?:\W+(?:was|is|were|to be|still|again|and|but|session|time|date|w|with))*"
    rf"\W+{_BEHIND}",
    re.IGNORECASE,
)


def not_yet(text: str) -> str | None:
    """What a remark says of a make-up that was only tried, offered, declined or planned, in lower case: tried to schedule
    makeup. It may be that of the remark's own row."""
    found = _NOT_YET.search(text)
    return found[0].lower() if found else None
