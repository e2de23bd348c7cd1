"""How frequencies are written: what is put otherwise before they are read, what is asked, cycles, amounts, filling words."""

import re

_WEEKDAY = r"(?:mon|tues?|wed|thurs?|thu|fri)(?:days?|nesdays?|s?days?)?"
_N = r"(\d+(?:\.\d+)?)"
_SPAN = rf"{_N}(?:\s*(?:-|to|or)\s*{_N})?"
_PERIOD = r"\b(?:week|wk|month|mo|quarter|qtr|semester|year|yr)(?:ly)?"
_OF_A_YEAR = r"(?:(?:iep|school|academic|annual) ?)?(?:iep|years?|quarters?|semesters?|months?|weeks?)\b"
"""What an amount is given over, as one for the whole of it."""
_SPREAD = r"(?:\b(?:spread|distributed) (?:out )?)?\b"
_WHOLE = r"(?:over|across|throughout|during|for|in) (?:the )?(?:(?:whole|entire|full)|(?:course|duration|span|length|life) of)"
_COUNTED = (
    r"(?:w(?:ee)?ks?|mo(?:nth)?s?|days?|sessions?|visits?|times|h(?:ou)?rs?|semesters?|quarters?|qtrs?|y(?:ea)?rs?)\b"
)
"""What a number counts that is no minutes: 2x/week x 36 weeks."""
_WAY = (
    r"(?:direct|indirect|individual|indiv|1:1|small|groups?|push[- ]?in|pull[- ]?out|therapy|ot|pt|slp|speech|"
    r"language|consult\w*|treatment|in[- ]class|classroom|virtual|teletherapy)[ ,-]+"
)
"""What may stand between a number of sessions, their length and their name: two individual 30-minute OT sessions."""
_NTH = {"third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
REWRITES = (
    (r"^(\d+)\s*(?:\(\s*|=\s*)(\d+\s*x\s*\d+)(?:\s*min)?\s*\)?(?=\s|$)", r"\1 min (\2)"),
    (r"^(\d+\s*x\s*\d+)(?:\s*min)?\s*(?:\(|=)\s*(\d+)\s*\)?$", r"\1 = \2 min"),
    (r"^(?:one|1)\s+(weekly|monthly|quarterly|yearly|annually)$", r"1x \1"),
    (r"\(s\)|\(es\)", "s"),
    (r"^st\b[\s:-]*(?=\d)", "speech "),
    (r"(?<=\d)( ?)sess?\b\.?", r"\1sessions"),
    (r"(?<![\d.])\.(?=\d)", "0."),
    (r"[×*✕]", "x"),
    (r"\b1 or more times (?:a|an|per|each) (day|week|month|year)\b", r"per \1"),
    (r"^(\d+)\s*/\s*(wk|week|mo|month|qtr|quarter|yr|year|day|d|w|m)\b", lambda match: _slashed(match)),
    (r"[–—]", "-"),
    (r"\b9[ -]?(?:weeks?|wks?)[ -](?=(?:grading|marking|reporting) periods?\b)", ""),
    (r"(?<=\d)x(?=(?:d|w|wk|m|mo|mth|q|qtr|day|week|month|quarter)\b)", "x / "),
    (r"\bw/\s*(?=[a-z])", "with "),
    (r"\b1\s*:\s*1\b", "individual"),
    (r"\b(\d{1,2}:\d{2})\s*(?:-|to)\s*(\d{1,2}:\d{2})\b", r"\1 until \2"),
    (r"\b(\d{1,2}):(\d{2})\b", lambda m: f"{int(m[1]) * 60 + int(m[2])} min"),
    (r"\b(?:three|3)[- ]quarters?[- ](?:of )?(?:an )?hours?\b|(?<![\d/] )(?<![\d/])3/4 (?:of )?(?:an )?(?:hours?|hrs?|h)\b\.?",
     "45 min"),
    (r"\b(?:an? |1 )?quarter[- ](?:of )?(?:an )?hours?\b|(?<![\d/] )(?<![\d/])1/4 (?:of )?(?:an )?(?:hours?|hrs?|h)\b\.?",
     "15 min"),
    (r"\b(\d) (1|3)/4 (?=(?:hours?|hrs?|h)\b)", lambda match: f"{int(match[1]) + int(match[2]) / 4:g} "),
    (r"\bhalf[- ](?:an )?hours?\b|(?<![\d/] )(?<![\d/])1/2 (?:an )?(?:hours?|hrs?|h)\b\.?", "30 min"),
    (r"\b(\d) 1/2 (?=(?:hours?|hrs?|h)\b)", r"\1.5 "),
    (r"\b(?:every|each) (third|fourth|fifth|sixth|\d(?=rd|th))(?:rd|th)? (?:week|wk)\b(?! (?:of|in) (?:the|each|every|a)\b)",
     lambda match: f"every {_NTH.get(match[1], match[1])} weeks"),
    (rf"\b(?:each |every |on )?{_WEEKDAY}(?:\s*(?:-|to|thru|through)\s*{_WEEKDAY}|"
     rf"(?:\s*[/,&+]\s*|\s+and\s+|\s*,\s*and\s+){_WEEKDAY})*\b\.?",
     lambda match: _weekdays(match)),
    (r"\bea\b\.?", "each"),
    (r"\ban hour\b", "60 min"),
    (r"(\d),(\d{3})\b", r"\1\2"),
    (r"\b(\d)\s?h(?:rs?)?\s?([0-5]\d)(?: ?(?:min|m))?\b(?!\s*-?\s*(?:[\d:x]|sess|times?|visits?))", r"\1 h \2 m"),
    (rf"(?<![\w.]){_N}\s*(?:-|to|or)\s*{_N}\s*(?:hours?|hrs?|h)\b\.?",
     lambda match: f"{float(match[1]) * 60:g} - {float(match[2]) * 60:g} min"),
    (rf"{_N}\s*(?:hours?|hrs?|h)\b\.?(?:\s*(?:and)?\s*{_N}\s*(?:minutes?|mins?|m)\b\.?)?",
     lambda m: f"{float(m[1]) * 60 + float(m[2] or 0):g} min"),
    (r"(?<=\d)\s*-?\s*(?:minutes?|mins?|mns|m)\b\.?", " min "),
    (r"\bminutes?\b|\bmins\b", "min"),
    (rf"(?<![\w.]){_N}\s*min\s*(?:-|to|or)\s*(?={_N}\s*min\b)", r"\1 - "),
    (r"\b(?:no|not) (?:less|fewer) than\b", " "),
    (rf"{_SPREAD}(?:(?:over|across|throughout) (?:the|an?|one|each|1)|{_WHOLE}(?: (?:the|an?|one|each|1))?) (?={_OF_A_YEAR})",
     "per "),
    (r"^(?!.*(?:/|&|\band\b|\bor\b|\bwith\b|\bbetween\b))(.*?)\b(?:on |in )?alternat(?:e|ing) (?:weeks?|wks?)\b",
     r"\1every other week"),
    (rf"{_SPAN}\s*(?:school )?days?\s*(?:per|a|/|each|out of (?:the|each))\s*"
     r"(week|wk|month|mo|quarter|qtr|semester)\b", r"\1 times / \3"),
    (rf"\b([1-9]) (week|month)ly (?=(?:{_WAY})*(?:{_N}\s*min\s*)?(?:{_WAY})*(?:sessions?|visits?)\b)", r"\1 times / \2 "),
    (rf"\b(\d+) (?:{_WAY})+(?=(?:sessions|visits)\b)", r"\1 "),
    (rf"\b(\d+)\s+(?:{_WAY})*(?={_N}\s*min\s*(?:{_WAY}|weekly |monthly )*(?:sessions?|visits?|groups?)\b)",
     r"\1 times "),
    (rf"\b(\d+)\s*(?:x|times)\s*(?:/|per|an?|each)?\s*({_PERIOD})\s*,?\s*x\s*((?!10)\d{{1,2}}[05])\b"
     rf"(?!\s*(?:min|x|/|{_COUNTED}))",
     r"\1 times / \2 \3 min"),
    (r"(?<=\d)\s*mpw\b", " min per week"),
    (r"(?<=\d)\s*mpm\b", " min per month"),
    (r"(?<=\d)\s*mpd\b", " min per day"),
    (r"(?<=\d)\s*mpy\b", " min per year"),
    (r"(?<=\d)\s*mpq\b", " min per quarter"),
    (rf"\b{_N}\s*min\s*(?:per|an?|each|/)?\s*({_PERIOD}),?\s+(?:to be )?(?:(?:delivered|provided|given|split|divided|spread|"
     r"broken|distributed)\s+(?:up\s+)?)?(?:in|into|over|across|between|among)\s+(?:the )?(\d+) (?:sessions|times|visits)\b",
     r"\3 times = \1 min / \2"),
    (rf"\b{_N} total\s+min\b|\b{_N}\s*min\s+(?:in )?total(?:ly)?\b|\btotal(?:ing|s|ed)?(?: ?[:-])? (?:of )?{_N}\s*min\b",
     lambda match: f"= {next(number for number in match.groups() if number)} min"),
    (rf"{_N} times (?:or|to) (?={_N} times)", r"\1 to "),
    (r"\bsemi[- ]?weekly\b", "2 times / week"),
    (r"\bsemi[- ]?monthly\b", "2 times / month"),
)  # fmt: skip
CODES = {"10": "rotation:1", "20": "week", "30": "month", "40": "year"}
"""State codes of cycles: 20 Weekly."""
AS_NEEDED = re.compile(
    r"\bas[- ]?(?:it is )?(?:needed|necessary|required|appropriate)\b|\bprn\b|\bon[- ]demand\b|\bas requested\b|"
    r"\bwhen (?:needed|necessary)\b|\bper request\b|\bvaries\b|\bvariable\b|\bas determined\b"
)
SIX_WEEKS = (
    r"(?:\b(?:per|an?|each|every)\s+|/\s*)?\b(?:6|six)[ -]?(?:weeks?|wks?)[ -]*"
    r"(?:grading|marking|reporting|progress|report card) (?:periods?|cycles?)\b"
)
"""A grading period that is shorter than a quarter, which is no cycle of the calendar's."""
QUESTIONS = (
    (re.compile(SIX_WEEKS), "six_weeks",
     "a year has six grading periods of six weeks, and four quarters; is the amount every 6 weeks, or by the quarter?"),
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
    (re.compile(r"\bup to\b|\b(?:no|not) more than\b|\bnot to exceed\b|\bmaximum\b|\bmax\b"), "at_most",
     "an amount of at most so much obliges no minimum; what does the team mean?"),
)  # fmt: skip
_PER = r"(?:\s*(?:\b(?:per|an?|each|every|in each|in a|one|1)\b|/)\s*)?"
CYCLES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
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
LETTERS = {"d": "rotation:1", "w": "week", "m": "month", "q": "quarter", "s": "semester", "y": "year", "a": "year"}
LABELLED = re.compile(r"^\s*(?:\d{1,3}|[a-z]{1,3})\s*[-:]\s*(?=[a-z])(?!day\b)")
TOTAL = re.compile(rf"=\s*(?:a\s*)?(?:total\s*(?:of\s*)?)?{_N}\s*(?:min)?")
PRODUCT = re.compile(rf"\b{_SPAN}\s*x\s*{_SPAN}\b(?!\s*(?:min|times|(?:-|to)\s*\d))")
RANGE = re.compile(rf"(?<![\w.]){_N}\s*(?:-|to|or)\s*{_N}(?![\w./-])")
"""Two numbers without a unit, of which the smaller one is obliged: 1 to 2 per week."""
MINUTES = re.compile(rf"{_SPAN}\s*min\b")
COUNT = re.compile(rf"(?:x\s*)?{_SPAN}\s*-?\s*(?:x\b|times?\b|sessions?\b|visits?\b|tx\b|x(?=\d))|\bx\s*{_N}\b")
EACH = re.compile(r"\b(?:per|each|/|a)\s*(?:session|visit|time)\b|\bsessions? of\b|\beach\b|\bmin sessions?\b")
FILLER = frozenset(
    {
        "min", "x", "time", "times", "session", "sessions", "visit", "visits", "of", "for", "a", "an", "per", "each", "every",
        "the", "in", "at", "with", "total", "served", "serve", "direct", "indirect", "consult", "consultation", "individual",
        "consultative", "group", "small", "therapy", "service", "services", "is", "are", "will", "be", "to", "and", "during",
        "school", "long", "least", "minimum", "ot", "pt", "slp", "speech", "occupational", "physical", "push", "pull", "out",
        "student", "or", "by", "outside", "inside", "general", "regular", "special", "education", "classroom", "class", "room",
        "setting", "staff", "teacher", "language", "pathology", "counseling", "groups", "individually", "one", "resource",
        "provided", "delivered", "s", "home", "gym", "clinic", "cafeteria", "playground", "po", "pi", "indiv", "ind", "grp", "gr",
        "sped", "gen", "ed", "co", "teach", "teaching", "tele", "teletherapy", "virtual", "remote",
        "separate", "location", "english", "spanish", "bilingual", "monolingual",
        "sdi", "sai", "rsp", "specially", "designed", "specialized", "instruction", "reading", "math", "mathematics", "writing",
        "written", "expression", "comprehension", "ela", "behavior", "social", "skills", "academic", "academics",
    }
)  # fmt: skip


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
