"""How much an IEP line obliges: frequency strings, and amounts told over several columns."""

import re
from dataclasses import dataclass, replace

from data.ingest.values import numbers, spelt
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import Read, rejected

_WEEKDAY = r"(?:mon|tues?|wed|thurs?|thu|fri)(?:days?|nesdays?|s?days?)?"
_N = r"(\d+(?:\.\d+)?)"
_SPAN = rf"{_N}(?:\s*(?:-|to)\s*{_N})?"
_PERIOD = r"\b(?:week|wk|month|mo|quarter|qtr|semester|year|yr)(?:ly)?"
_REWRITES = (
    (r"\(s\)|\(es\)", "s"),
    (r"(?<![\d.])\.(?=\d)", "0."),
    (r"[×*✕]", "x"),
    (r"\b1 or more times (?:a|an|per|each) (day|week|month|year)\b", r"per \1"),
    (r"^(\d+)\s*/\s*(wk|week|mo|month|qtr|quarter|yr|year|day|d|w|m)\b", lambda match: _slashed(match)),
    (r"[–—]", "-"),
    (r"\b(\d{1,2}):(\d{2})\b", lambda m: f"{int(m[1]) * 60 + int(m[2])} min"),
    (r"\bhalf[- ](?:an )?hours?\b|(?<![\d/] )(?<![\d/])1/2 (?:an )?(?:hours?|hrs?|h)\b\.?", "30 min"),
    (r"\b(\d) 1/2 (?=(?:hours?|hrs?|h)\b)", r"\1.5 "),
    (rf"\b(?:each |every |on )?{_WEEKDAY}(?:\s*(?:-|to|thru|through)\s*{_WEEKDAY}|"
     rf"(?:\s*[/,&+]\s*|\s+and\s+|\s*,\s*and\s+){_WEEKDAY})*\b\.?",
     lambda match: _weekdays(match)),
    (r"\bea\b\.?", "each"),
    (r"\ban hour\b", "60 min"),
    (r"(\d),(\d{3})\b", r"\1\2"),
    (rf"{_N}\s*(?:hours?|hrs?|h)\b\.?(?:\s*(?:and)?\s*{_N}\s*(?:minutes?|mins?|m)\b\.?)?",
     lambda m: f"{float(m[1]) * 60 + float(m[2] or 0):g} min"),
    (r"(?<=\d)\s*-?\s*(?:minutes?|mins?|mns|m)\b\.?", " min "),
    (r"\bminutes?\b|\bmins\b", "min"),
    (rf"{_SPAN}\s*(?:school )?days?\s*(?:per|a|/|each|out of (?:the|each))\s*"
     r"(week|wk|month|mo|quarter|qtr|semester)\b", r"\1 times / \3"),
    (rf"\b(\d+)\s+(?={_N}\s*min\s*(?:sessions?|visits?)\b)", r"\1 times "),
    (r"(?<=\d)\s*mpw\b", " min per week"),
    (r"(?<=\d)\s*mpm\b", " min per month"),
    (r"(?<=\d)\s*mpd\b", " min per day"),
    (rf"\b{_N}\s*min\s*(?:per|an?|each|/)?\s*({_PERIOD}),?\s+(?:to be )?(?:(?:delivered|provided|given|split|divided|spread|"
     r"broken|distributed)\s+(?:up\s+)?)?(?:in|into|over|across|between|among)\s+(?:the )?(\d+) (?:sessions|times|visits)\b",
     r"\3 times = \1 min / \2"),
    (rf"\b{_N} total\s+min\b|\b{_N}\s*min\s+(?:in )?total(?:ly)?\b|\btotal(?:ing|s)? (?:of )?{_N}\s*min\b",
     lambda match: f"= {next(number for number in match.groups() if number)} min"),
    (r"\bsemi[- ]?weekly\b", "2 times / week"),
    (r"\bsemi[- ]?monthly\b", "2 times / month"),
)  # fmt: skip
_WITH_GROUP = re.compile(
    r"^(.*\d\s*[x×*]\s*\d+(?:\s*min\w*)?)\s*(?::|,?\s*group (?:of|size)|(?<=\d\d)\s*[x×*])\s*:?\s*(\d{1,2})$",
    re.IGNORECASE,
)
"""``3 x 30 : 2``, ``3x30x2``: sessions, minutes, and how many students are together at most."""
CODES = {"10": "rotation:1", "20": "week", "30": "month", "40": "year"}
"""State codes of cycles: 20 Weekly."""


def group_max(text: str) -> int | None:
    """The most students together that a frequency names (3 x 30 : 2 is 2), else None."""
    match = _WITH_GROUP.match(text.strip())
    return int(match[2]) if match else None


_AS_NEEDED = re.compile(
    r"\bas[- ]?(?:it is )?(?:needed|necessary|required|appropriate)\b|\bprn\b|\bon[- ]demand\b|\bas requested\b|"
    r"\bwhen (?:needed|necessary)\b|\bper request\b|\bvaries\b|\bvariable\b|\bas determined\b"
)
_QUESTIONS = (
    (re.compile(r"^(?:[2-9]|[1-9]\d+)(?:\.0)?\s*-?\s*(?:school )?days?$"), "days",
     "so many days of what: days a week or month with a session, or a cycle of so many days?"),
    (re.compile(r"(?<!every )(?<!each )(?<!per )(?<!in )(?<!of )(?<!the )(?<!for )(?<!over )(?<![/\d])(?<!/ )(?<!a total of )"
                r"(?:[2-9]|[1-9]\d)\s*-?\s*(?:weeks|wks)\b(?! (?:out )?of)|^(?:[6-9]|[1-9]\d)\s*-?\s*wk$"), "weeks",
     "so many weeks of what: every so many weeks, or for so many weeks?"),
    (re.compile(r"\bbi[- ]?weekly\b|\bbi[- ]?wkly\b"), "biweekly",
     "biweekly can mean twice a week or every other week; which is it?"),
    (re.compile(r"\bbi[- ]?monthly\b"), "bimonthly",
     "bimonthly can mean twice a month or every other month; which is it?"),
    (re.compile(r"\btrimest"), "trimester",
     "a trimester is no cycle here; say the amount by quarter, semester or year"),
    (re.compile(r"(?<!iep )(?<!short[ -])(?<!long[ -])\bterms?\b(?!\s*\d)"), "term",
     "a term can be a quarter, a trimester or a semester; which is it?"),
    (re.compile(rf"^(?!.*=).*\bmin\s*(?:per|an?|each|every|/)?\s*{_PERIOD}\s*[-,;:(]?\s*(?:[2-9]|\d\d)\s*"
                r"(?:sessions|visits|times|x)(?=[\s/).,;]|$)(?!\s*(?:of\s*)?\d)"),
     "each_or_all",
     "are these minutes those of each session, or of all sessions of the period together?"),
    (re.compile(r"\bup to\b|\bno more than\b|\bmaximum\b|\bmax\b"), "at_most",
     "an amount of at most so much obliges no minimum; what does the team mean?"),
)  # fmt: skip
_PER = r"(?:\s*(?:\b(?:per|an?|each|every|in each|in a|one|1)\b|/)\s*)?"
_CYCLES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), cycle)
    for pattern, cycle in (
        (r"\b(\d+)\s*(?:out\s*)?of\s*(?:(?:every|the|each)\s*)?(\d+)\s*w(?:ee)?ks\b(?:\s*(?:per|a|/|each|every)\s*month)?",
         "of"),
        (r"\b(?:every|each)\s*(?:other|2nd|second)\s*(?:week|wk)\b|\balternate weeks?\b|\bfortnight(?:ly)?\b", "weeks:2"),
        (rf"{_PER}(?:\b(?:every|per|each|in)|/)\s*(\d+)\s*(?:weeks|wks)\b", "weeks"),
        (rf"{_PER}\b(\d+)\s*-?\s*day\s*-?\s*(?:rotation|rotating|cycle|schedule)(?:\s*cycle)?\b", "rotation"),
        (r"(?:\b(?:every|per)|/)\s*(\d+)\s*(?:school\s*)?days\b", "rotation"),
        (rf"{_PER}\b(?:iep[- ]?year(?:ly)?|annual iep|iep (?:period|term)|iep)\b", "iep_year"),
        (rf"(?:{_PER}\b(?:weeks?|wks?|weekly|wkly)\b)|\bp/?w\b|/\s*w\b", "week"),
        (rf"{_PER}\b(?:school\s*)?(?:daily|days?|dly)\b|/\s*d\b", "rotation:1"),
        (rf"{_PER}\b(?:months?|mos?|mths?|monthly|mthly)\b|/\s*m\b", "month"),
        (rf"{_PER}\b(?:quarters?|qtrs?|quarterly|(?:grading|marking|reporting) periods?)\b|/\s*q\b", "quarter"),
        (rf"{_PER}\b(?:semesters?|sems?)\b", "semester"),
        (rf"{_PER}\b(?:school\s*|academic\s*)?(?:years?|yrs?|yearly|annual(?:ly)?)\b|/\s*y\b", "year"),
    )
)  # fmt: skip
_LETTERS = {"d": "rotation:1", "w": "week", "m": "month", "q": "quarter", "s": "semester", "y": "year", "a": "year"}
_LABELLED = re.compile(r"^\s*(?:\d{1,3}|[a-z]{1,3})\s*[-:]\s*(?=[a-z])(?!day\b)")
_TOTAL = re.compile(rf"=\s*(?:a\s*)?(?:total\s*(?:of\s*)?)?{_N}\s*(?:min)?")
_PRODUCT = re.compile(rf"\b{_SPAN}\s*x\s*{_SPAN}\b(?!\s*(?:min|times|(?:-|to)\s*\d))")
_MINUTES = re.compile(rf"{_SPAN}\s*min\b")
_COUNT = re.compile(rf"(?:x\s*)?{_SPAN}\s*-?\s*(?:x\b|times?\b|sessions?\b|visits?\b|tx\b|x(?=\d))|\bx\s*{_N}\b")
_EACH = re.compile(r"\b(?:per|each|/|a)\s*(?:session|visit|time)\b|\bsessions? of\b|\beach\b|\bmin sessions?\b")
_FILLER = frozenset(
    {
        "min", "x", "time", "times", "session", "sessions", "visit", "visits", "of", "for", "a", "an", "per", "each", "every",
        "the", "in", "at", "with", "total", "served", "serve", "direct", "indirect", "consult", "consultation", "individual",
        "consultative", "group", "small", "therapy", "service", "services", "is", "are", "will", "be", "to", "and", "during",
        "school", "long", "least", "minimum", "ot", "pt", "slp", "speech", "occupational", "physical", "push", "pull", "out",
        "student", "or", "by", "outside", "inside", "general", "regular", "special", "education", "classroom", "class", "room",
        "setting", "staff", "teacher", "language", "pathology", "counseling", "groups", "individually", "one", "resource",
        "provided", "delivered", "s", "home", "gym", "clinic", "cafeteria", "playground",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Frequency:
    """What a frequency says; what it doesn't say is None. ``problem`` is a code, ``message`` says what is unclear."""

    minutes_per_session: float | None = None
    sessions: float | None = None
    amount_minutes: float | None = None
    cycle: str | None = None
    usable: bool = True
    problem: str = ""
    message: str = ""
    bare: float | None = None
    """A number without a unit that could be minutes or sessions."""


def read(text: str | None) -> Frequency:
    """What a frequency string obliges. Ranges oblige their minimum; as needed is unusable; unclear ones have a problem."""
    if error := error_in(text):
        return Frequency(problem=error.code, message=error.message)
    if is_nothing(text):
        return Frequency()
    if spelt.is_monday_or_month(text or ""):
        return Frequency(problem="mon", message=spelt.MON)
    bare = _rewritten(text or "")
    if _AS_NEEDED.search(bare):
        return Frequency(usable=False)
    for pattern, code, message in _QUESTIONS:
        if pattern.search(bare):
            return Frequency(problem=code, message=message)
    if bare in _LETTERS:
        return Frequency(cycle=_LETTERS[bare])
    if bare in ("b", "bw"):
        return Frequency(problem="biweekly", message=_QUESTIONS[0][2])
    return _composed(_LABELLED.sub("", bare))


def read_cycle(text: str | None) -> Frequency:
    """A column that holds only the cycle: Weekly, W, per 6-day cycle, ``20 - Weekly``."""
    return read(text)


def _weekdays(match: re.Match[str]) -> str:
    """How often the weekdays of a match come in a week (Mon/Wed/Fri: 3; Mon-Thu: 4); as it is where only some of them do."""
    if _SOME.search(match.string[: match.start()]):
        return match[0]
    ends = re.split(r"-|\b(?:to|thru|through)\b", match[0])
    named = [_WEEK.index(day[:2]) for day in re.findall(_WEEKDAY, match[0])]
    times = named[1] - named[0] + 1 if len(ends) == 2 and len(named) == 2 else len(named) if len(ends) == 1 else 0
    return f" {times} times / week" if times > 0 else match[0]


_WEEK = ("mo", "tu", "we", "th", "fr")
_SOME = re.compile(r"(?:other|alternat\w*|\d(?:st|nd|rd|th)|first|second|third|fourth|last|or)\s*$")


_MOST_TIMES = {"d": 14, "w": 14, "m": 25, "q": 60, "y": 200}
"""How often there can be a session in a day, week, month, quarter or year: a larger number counts minutes."""


def _slashed(match: re.Match[str]) -> str:
    """``2/wk`` are two times a week; ``60/month`` are 60 minutes, which no one comes."""
    unit = "times" if int(match[1]) <= _MOST_TIMES[match[2][0]] else "min"
    return f"{match[1]} {unit} / {match[2]}"


def _rewritten(text: str) -> str:
    bare = re.sub(r"\s+", " ", _WITH_GROUP.sub(r"\1", text.strip()).lower())
    bare = spelt.months(spelt.in_figures(bare))
    for pattern, new in _REWRITES:
        bare = re.sub(pattern, new, bare)  # type: ignore[arg-type]
    return re.sub(r"\s+", " ", bare).strip()


def _composed(text: str) -> Frequency:
    total, text = _taken(_TOTAL, text)
    cycles, text, weeks = _cycles(text)
    each = _EACH.search(text) is not None
    minutes, counts, text = _quantities(text)
    numbers = [float(number) for number in re.findall(r"(?<![\w.])\d+(?:\.\d+)?", text)]
    leftover = set(re.findall(r"[a-z]+", text)) - _FILLER
    if leftover or len(cycles) > 1 or len(numbers) > 1:
        return unreadable()
    said = Frequency(cycle=next(iter(cycles), None))
    if weeks is not None and not counts:
        counts = [weeks]
    elif weeks is not None:
        counts = [counts[0] * weeks, *counts[1:]]
    return _settled(said, minutes, counts, numbers, total, each)


def unreadable() -> Frequency:
    return Frequency(
        problem="unreadable_frequency", message="this frequency can't be read; write it as 2 x 30 min weekly"
    )


def contradictory() -> Frequency:
    return Frequency(problem="contradictory_frequency", message="the numbers of this frequency contradict each other")


def _taken(pattern: re.Pattern[str], text: str) -> tuple[float | None, str]:
    match = pattern.search(text)
    return (float(match[1]), text[: match.start()] + " " + text[match.end() :]) if match else (None, text)


def _cycles(text: str) -> tuple[set[str], str, float | None]:
    """(cycles named, the rest of the text, weeks of a block in which there is service)."""
    found: set[str] = set()
    weeks: float | None = None
    for pattern, cycle in _CYCLES:
        while match := pattern.search(text):
            text = f"{text[: match.start()]} ; {text[match.end() :]}"
            if cycle == "of":
                weeks, found = float(match[1]), found | {f"weeks:{match[2]}"}
            else:
                found.add(f"{cycle}:{int(match[1])}" if cycle in ("weeks", "rotation") else cycle)
    if weeks is not None:
        found.discard("week")
    if "weeks:1" in found:
        found = found - {"weeks:1"} | {"week"}
    return found, text, weeks


def _quantities(text: str) -> tuple[list[float], list[float], str]:
    """(minutes, counts, the rest); of a range the lower end."""
    if product := _PRODUCT.search(text):
        few, many = sorted((float(product[1]), float(product[3])))
        text = f"{text[: product.start()]} ; {text[product.end() :]}"
        if not many >= 15 > few:
            return [], [], text + f" {few} {many}"
        whole = [_lower(match) for match in _MINUTES.finditer(text)]
        return [many, *whole], [few], _MINUTES.sub(" ; ", text)
    minutes = [_lower(match) for match in _MINUTES.finditer(text)]
    text = _MINUTES.sub(" ; ", text)
    counts = [_lower(match) for match in _COUNT.finditer(text)]
    return minutes, counts, _COUNT.sub(" ; ", text)


def _lower(match: re.Match[str]) -> float:
    return min(float(group) for group in match.groups() if group is not None)


def _settled(
    said: Frequency, minutes: list[float], counts: list[float], numbers: list[float], total: float | None, each: bool
) -> Frequency:
    minutes, counts = list(dict.fromkeys(minutes)), list(dict.fromkeys(counts))
    if not minutes and len(numbers) == 1 and counts:
        minutes, numbers = numbers, []
    if len(counts) > 1 or len(minutes) > 2 or (numbers and (minutes or counts)):
        return unreadable() if numbers else contradictory()
    count = counts[0] if counts else None
    if len(minutes) == 2:
        small, large = sorted(minutes)
        if count is None or small * count != large or total not in (None, large):
            return contradictory()
        minutes, total = [small], large
    if numbers:
        return replace(said, bare=numbers[0]) if total is None else contradictory()
    if not minutes:
        return replace(said, sessions=count, amount_minutes=total)
    return _with_minutes(said, minutes[0], count, total, each)


def _with_minutes(said: Frequency, minutes: float, count: float | None, total: float | None, each: bool) -> Frequency:
    if count is None and each:
        return replace(said, minutes_per_session=minutes, amount_minutes=total)
    if count is None:
        return replace(said, amount_minutes=minutes) if total in (None, minutes) else contradictory()
    if total not in (None, minutes * count):
        return contradictory()
    return replace(said, minutes_per_session=minutes, sessions=count, amount_minutes=minutes * count)


def hours_a_month(text: str, in_minutes: bool = False) -> Read:
    """Hours a month: a bare number (of minutes where the heading says so), or with its unit (90 min per month, 4 hrs)."""
    number = numbers.read(text)
    if not number.failed:
        return Read(number.value / 60) if in_minutes and number.value is not None else number
    said = read(text)
    told = said.minutes_per_session if said.sessions in (None, 1) else None
    amount = said.amount_minutes if said.amount_minutes is not None else told
    if amount is None or said.problem or said.cycle not in (None, "month"):
        return rejected("not_a_number", "this isn't a number of hours a month")
    return Read(amount / 60)
