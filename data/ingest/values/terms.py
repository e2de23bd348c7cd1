"""Words of a school calendar: grading periods by their short names, kinds of day."""

import re

from data.ingest.values import codes, vocabulary
from data.ingest.values.words import plain

_QUARTER = r"quarter|qtr|q|grading period|(?:nine|9) ?w(?:ee)?ks?|9w"
_SIX = r"(?:six|6) ?w(?:ee)?ks?|6 ?w(?:ks?)?|sw|6wk"
_KINDS = (
    ("Q", _QUARTER, "1-4"),
    ("S", r"semester|sem|s", "1-2"),
    ("T", r"trimester|tri", "1-3"),
    ("6W", _SIX, "1-6"),
    ("MP", r"mp|m(?:ar)?k(?:in)?g p(?:erio)?d", "1-6"),
    ("PR", r"pr|(?:prog(?:ress)? )?(?:report|rpt)|reporting period|progress period", "1-6"),
)
"""The short name of each kind of grading period, what else it is called, how many there are in a year."""
_PERIODS = tuple(
    (short, re.compile(rf"^(?:(?:{words})\s*(?P<behind>[{many}])|(?P<before>[{many}])(?:st|nd|rd|th)?\s*(?:{words}))$"))
    for short, words, many in _KINDS
)
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}


_OF_A_YEAR = re.compile(r"\b(?:sy )?20\d\d(?: (?:20)?\d\d)?\b|^sy \d\d \d\d\b")
"""The school year beside a period: 2025-2026 First Quarter."""
_BY_SEASON = re.compile(r"^(?P<season>fall|autumn|spring) sem(?:ester)?$")
"""A school year has its first semester in the fall."""


def is_period(text: str) -> bool:
    """Whether a text names a quarter, semester, trimester or six weeks."""
    return _period(text) is not None or _SHORT.match(text.strip()) is not None


_SHORT = re.compile(r"^(?:T[1-3]|6W[1-6])$")
"""Short names that stand for a period where it is clear that one is meant."""


def period_name(text: str, called: str = "") -> str:
    """Q1 to Q4, S1, S2, T1 to T3, 6W1 to 6W6, MP1 to MP6 (marking periods, of which a year may have three, four or six) or
    PR1 (a numbered report) however a period is written, a bare number by what its heading calls such periods (1st, under
    Nine weeks); other texts as they are."""
    return _period(text) or (_period(f"{text} {called}") if called else None) or text.strip()


def _period(text: str) -> str | None:
    bare = _OF_A_YEAR.sub("", plain(text)).strip()
    for word, digit in _ORDINALS.items():
        bare = re.sub(rf"\b{word}\b", digit, bare)
    bare = _BY_SEASON.sub(lambda found: f"semester {1 + (found['season'] == 'spring')}", bare)
    for short, pattern in _PERIODS:
        if match := pattern.match(bare):
            return f"{short}{match['behind'] or match['before']}"
    return None


_LONG = (
    r"quarter|qtr|mp|marking period|grading period|semester|sem|trimester|tri|(?:six|6|nine|9)[\s_-]?w(?:ee)?ks?|[69]w|"
    r"(?:prog(?:ress)? )?(?:report|rpt)|reporting period|progress period"
)
_IN_HEADING = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?:{_LONG}|q|sw)[\s._#-]*[1-6]|(?:[1-6](?:st|nd|rd|th)|{'|'.join(_ORDINALS)})[\s_-]+(?:{_LONG}))"
    r"(?![0-9])[\s:_-]*",
    re.IGNORECASE,
)


def period_in(heading: str) -> str | None:
    """The grading period that a longer heading names (``Q1 Score`` is Q1), else None."""
    match = _IN_HEADING.search(heading)
    name = period_name(re.sub(r"[_#]", " ", match[0]).strip(" :-")) if match else ""
    return name if is_period(name) else None


def without_period(heading: str) -> str:
    """A heading without the grading period in it, where more than that is in it."""
    return _IN_HEADING.sub("", heading).strip(" :_-") or heading


_EMERGENCY = vocabulary.EMERGENCY
_THEIRS = r"(?:all )?(?:staff|teachers?|faculty|employees?)"
_NOBODY = r"staff|teachers?|faculty|employees?|no school|no students?|no classes|closed|off\b"
"""Words of a day before or after a break that make it none of school."""
_SCHOOL = r"(?:school(?: year)?|classes|(?:school )?instruction(?:al)?|(?:all )?students?|pupils?|attendance)"
"""Whose first and last day is one of school."""
_HELD = (
    r"(?:^|(?:schools?|classes|students|days?|holiday) )(?:(?:is|are|will be) )?in session|schools? (?:(?:is|are|will be) )?open|"
    r"classes (?:(?:are|will be) )?held|(?:is |now )?an? (?:regular |normal |full )?(?:school|student|instructional) day"
)
"""What is said of a holiday on which there is school: Veterans Day - school is in session."""
_TERM = (
    rf"(?:(?:[1-6](?:st|nd|rd|th)?|{'|'.join(_ORDINALS)}) )?"
    r"(?:q|quarter|semester|sem|trimester|tri|term|marking period|grading period)(?: ?[1-6])?"
)
"""A grading period: the day on which it begins or ends is one of school."""
_WORDS = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"\b(?:0 5|half|1 2|50 %)(?: days?)?(?: of)? (?:instr\w*|school|students?|(?:student )?attendance|class(?:es)?)\b"
         r"(?! (?:off|free|out|closed))|\b[ap]m (?:only )?(?:instruction|classes|school|students)\b(?! (?:off|free|out|closed))",
         "half"),
        (r"\b(?:early (?:releases?|dism\w*|outs?)|half days?|minimum days?|noon dismissals?)\b|"
         r"\b(?:dismiss\w*|release\w*|out) at (?:noon|1[0-2]?)\b", "half"),
        (r"\b(?:late (?:start|arr\w*)|delayed (?:start|opening)|"
         r"(?:\d|one|two|three) (?:hours?|hrs?) (?:delay\w*|late))\b", "late_start"),
        (r"\bmak(?:e|es|ing) ?up\b", "make_up_day"),
        (rf"^(?!.*\b(?:not?|closed|isnt|arent|half|summer|esy|night|saturday)\b).*\b(?:{_HELD})$", "full"),
        (rf"\b(?:closed|closing|closure)\b.*\b(?:{_EMERGENCY})\b|\b(?:{_EMERGENCY})\b.*\b(?:closed|closing|closure)\b",
         "emergency_closed"),
        (r"\b(?:snow|weather|hurricane|flood|act of god|calamity) days?\b|\bemergency\b|\b(?:inclement|bad|severe) weather\b",
         "emergency_closed"),
        (r"\b(?:state )?(?:testing|assessment|exam) days?\b|\bstate (?:testing|assessments?)\b", "testing"),
        (r"^(?:all )?(?:students?|pupils?) (?:first|last|final) day\b", "full"),
        (r"\b(?:staff|teachers?) (?:only|reports?|works?)\b", "staff_only"),
        (r"\b(?:staff|teachers?|professional) (?:\w+ )?(?:days?|development|workdays?|in ?services?)\b|\bin ?services?\b|"
         r"\b(?:non|no) students?\b|\bstudents? (?:free|off|do not attend)\b|\bprofessional (?:development|learning)\b|"
         r"\bclosed (?:to|for) (?:all )?(?:student|pupil)s\b|"
         r"\bsuperintendents? conference\b",
         "staff_only"),
        (rf"^(?!.*\b(?:{_NOBODY}))(?:.*\b(?:first|last|final) day (?:before|after|back)\b|"
         r".*\b(?:classes|school|students?) (?:resumes?|returns?)\b|.*\breturn (?:from|to) (?:\w+ )?(?:break|school)\b|"
         r".*\bday (?:before|after) (?:\w+ )?(?:break|recess|vacation)\b)",
         "full"),
        (r"\b(?:holiday|annual leave|no school|recess|vacation|break|schools? closed|thanksgiving|christmas)\b|"
         r"\bnon (?:instructional|attendance|school) days?\b|^weekends?$", "holiday"),
        (rf"\b(?:first|last|final|opening) (?:{_SCHOOL} )?day (?:(?:of|for) )?(?:all |the )?{_SCHOOL}\b(?! for {_THEIRS})|"
         rf"\b{_SCHOOL} (?:first|last|final|opening) day\b|\b(?:first|last|final|opening) {_SCHOOL} day\b|"
         r"\bschool (?:begins|starts)\b|^(?:all )?(?:classes|students|pupils) (?:begin|start)\b|"
         r"\bstudents (?:are )?in (?:session|attendance)\b|(?<!no )\battendance (?:is )?taken\b", "full"),
        (r"^(?:first|last|final) day$", "full"),
        (rf"^(?:end|close|start|beginning|(?:first|last|final) day)(?: of)?(?: the)? {_TERM}$|"
         rf"^{_TERM} (?:ends?|closes?|begins?|starts?)$", "full"),
    )
)  # fmt: skip


_OR = re.compile(r"\s*/\s*|\s+(?:or|and)\s+|\s*&\s*", re.IGNORECASE)
"""Between two words for one thing: Regular or Instructional."""


def day_type(text: str) -> str | None:
    """The kind of day that a text names, by the known words, else by words within it that all point one way."""
    if known := codes.find(text, "day_type"):
        return known
    either = {codes.find(part, "day_type") for part in _OR.split(text)}
    if len(either) == 1 and (same := either.pop()):
        return same
    bare = plain(text)
    return next((kind for pattern, kind in _WORDS if pattern.search(bare)), None)


_NAMED = re.compile(
    r"\b(?:q[1-4]|quarters?|semesters?|sem|trimesters?|tri|terms?|(?:marking|grading|reporting) periods?)\b"
)


def names_term(text: str) -> bool:
    """Whether a text names a part of the school year: the last day of the first quarter ends no school year."""
    return _NAMED.search(plain(text)) is not None


def is_event(text: str) -> bool:
    """Whether a text tells a day of school by what begins or ends on it (Last day, End of Semester 1), and not by its kind."""
    return codes.find(text, "day_type") is None and day_type(text) == "full"


CLOSED = frozenset(
    (
        "closed",
        "school closed",
        "schools closed",
        "no school",
        "off",
        "day off",
        "not in session",
        "school not in session",
    )
)
"""Words that don't say why: a remark beside them tells whether it is a holiday or the snow."""
IN_OR_OFF = {"in": True, "present": True, "report": True, "reports": True, "attend": True, "attends": True, "here": True,
             "out": False, "off": False, "not in": False, "do not report": False, "does not report": False,
             "do not attend": False, "half": None, "full": None, "instructional": True,
             "non instructional": False, "noninstructional": False, "not instructional": False, "in session": True,
             "not in session": False, "non attendance": False}  # fmt: skip
"""What stands under those who come on a day, and whether they do; a part of the day is a kind of day."""


def is_in(text: str) -> bool | None:
    """Whether words under those who come on a day say that they do."""
    return IN_OR_OFF.get(plain(text))
