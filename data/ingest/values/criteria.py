"""What a goal is to reach, in words: how much, in which unit, out of how many trials, how often in a row."""

import re
from dataclasses import dataclass
from functools import lru_cache

from data.ingest.values import numbers, spelt


@dataclass(frozen=True, slots=True)
class Criterion:
    """``80% across 3 consecutive sessions`` is 80 percent, 3 in a row; ``4/5 trials`` is 4 trials out of 5; ``no more
    than 2 prompts`` is 2 prompts at most."""

    value: float
    unit: str | None = None
    trials: int | None = None
    in_a_row: int | None = None
    is_most: bool = False


_NUMBER = r"(?<!of )(?<!/)(?P<times>\d{1,2})"
_MEASURED = (
    r"(?:(?:therapy )?sessions?|data ?points?|data (?:collection )?(?:days?|collections?|sessions?)|(?:school )?days?|"
    r"probes?|trials?|trial days?|measurements?|observations?|occasions?|opportunities|attempts?|visits?)"
)
"""What a goal is measured in: so many of them in a row. Weeks and quarters are none."""
_LONG = (
    r"(?:weeks?|months?|quarters?|terms?|semesters?|trimesters?|years?|(?:grading|marking|reporting|progress) periods?)"
)
_OF_WORK = (
    r"(?:samples?|assessments?|tests?|quiz(?:zes)?|tasks?|assignments?|checks?|passages?|lessons?|activities|recordings?|"
    r"class periods?|meals?|transitions?|turns?|problems?|readings?|essays?|worksheets?|tickets?|rubrics?|times|charts?|classes)"
)
"""What else can follow one another, where it is said to be consecutive."""
_IN_A_ROW = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:\b(?:across|over|for|on|in|during)\s+)?\b{_NUMBER}\s+consecutive(?:ly)?\s+(?!{_LONG}\b)(?:[a-z-]+\s+(?!{_LONG}\b)){{0,2}}?(?:{_MEASURED}|{_OF_WORK})\b",
        rf"\b{_NUMBER}\s+consecutive(?:ly)?\s+(?!{_LONG}\b)[a-z-]+\s*(?=$|[,;.)])",
        rf"\b{_NUMBER}\s+consecutive\s*$",
        rf"\b{_NUMBER}\s+{_MEASURED}\s+in a row\b",
        rf"\b(?:across|over|for|on|during)\s+(?:at least\s+)?{_NUMBER}\s+(?:different |separate )?{_MEASURED}\b",
    )
)
_RATIO = re.compile(
    r"(?<![/\d-])(?<!\d\.)\b(?P<value>\d{1,3})\s*(?:/|out of|of)\s*(?P<of>\d{1,3})\b(?!\s*/)"
    r"(?!\s*(?:\"|”|(?:of an? )?(?:inch|inches|hour|cup|mile|page|mm|cm)\b))(?:\s*(?P<what>[a-z]+))?",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?<![-\d.])(?P<value>\d{1,3}(?:\.\d+)?)\s*(?:%|percent\b|pct\b)", re.IGNORECASE)
_TRIALS = frozenset(
    ("trial", "trials", "opportunities", "opportunity", "attempts", "attempt", "times", "tries", "items", "consecutive")
)
_OF_OCCASIONS = re.compile(rf"(?:{_MEASURED}|{_LONG}|{_OF_WORK}|school|data|class|consecutive)", re.IGNORECASE)
"""What so many of so many tells how often of: 4 of 5 sessions. 1 of 5 containers is how many."""
_LEAST = re.compile(
    r"\b(?:no more|not more|fewer|less|at most|maximum|below|under|or less|or fewer)\b|[<≤]", re.IGNORECASE
)
_MOST_PERCENT = 100
_AT_MOST = re.compile(
    r"^(?:no more than|not more than|at most|maximum(?: of)?|max\.?(?: of)?|≤|<=)\s*(?P<measure>.*\d.*)$|"
    r"^(?P<before>.*\d.*?),?\s*(?:or (?:fewer|less)\b(?P<unit>.*)|at (?:the )?most|max(?:imum)?\.?)$",
    re.IGNORECASE,
)
_NONE_OF = re.compile(
    r"^no (?=(?:\w+ )?(?:words?|letters?|digits?|numbers?|times?|steps?|items?|trials?|prompts?|reminders?|cues?|seconds?|"
    r"minutes?|sounds?|sentences?|incidents?|outbursts?|occurrences?|errors?|questions?)\b(?! of))",
    re.IGNORECASE,
)
"""``no prompts`` counts none of them."""


@lru_cache(maxsize=20_000)
def read(text: str) -> Criterion | None:
    """A criterion in words; None where it isn't one, says a most beside a least, or two percents."""
    bare = _NONE_OF.sub("0 ", spelt.counts(_in_words(" ".join(text.split()))))
    if (most := _AT_MOST.match(bare)) and (measure := numbers.measured(_without_most(most))):
        return Criterion(*measure, is_most=True)
    rest, in_a_row = _without_row(bare)
    if plain := numbers.measured(re.sub(r"^[\s,;]+|^-\s+|[\s,;-]+$", "", rest)):
        return Criterion(*plain, in_a_row=in_a_row)
    percents = [float(match["value"]) for match in _PERCENT.finditer(rest)]
    if _LEAST.search(rest) or len(percents) > 1 or any(value > _MOST_PERCENT for value in percents):
        return None
    if percents:
        return Criterion(percents[0], "percent", None, in_a_row)
    ratios = list(_RATIO.finditer(rest))
    told = _of_trials(ratios[0], rest) if len(ratios) == 1 else None
    return Criterion(told[0], "trials", told[1], in_a_row) if told else None


_TIMES = re.compile(r"(?<=\d)\s*x\s*(?=/|per\b|an?\b|each\b|every\b|daily\b|weekly\b)", re.IGNORECASE)
_EACH = re.compile(
    r"(?<=[a-z])\s*/\s*(?=(?:day|week|wk|month|mo|hour|hr|min(?:ute)?|session|lesson|class|period)s?\b)", re.I
)


def _in_words(text: str) -> str:
    """A rate as it is spoken: 6x/day is 6 times per day, 4 days/week are 4 days per week."""
    return _EACH.sub(" per ", _TIMES.sub(" times ", text)) if "/" in text or "x" in text.lower() else text


def singular(unit: str) -> str:
    """``prompts`` and ``prompt`` are one unit."""
    bare = unit.lower()
    if bare.endswith(("ches", "shes", "sses", "xes")):
        return bare[:-2]
    return bare[:-1] if bare.endswith("s") and not bare.endswith("ss") else bare


def _without_most(most: re.Match[str]) -> str:
    """The measure of which a text says that it is the most: 2 prompts of *no more than 2 prompts*."""
    return (most["measure"] or most["before"] + (most["unit"] or "")).strip()


def _without_row(text: str) -> tuple[str, int | None]:
    """The text without what says how often in a row, and that."""
    for pattern in _IN_A_ROW:
        if match := pattern.search(text):
            return " ".join((text[: match.start()] + " " + text[match.end() :]).split()), int(match["times"]) or None
    return text, None


def _of_trials(match: re.Match[str], text: str) -> tuple[float, int] | None:
    """(how many, of how many) trials; None where it is no such share, or one of sessions or something else."""
    value, of, what = int(match["value"]), int(match["of"]), (match["what"] or "").lower()
    ends = not text[match.end() :].strip(" .")
    alone = ends and (not what or (match.start() == 0 and _OF_OCCASIONS.fullmatch(what) is None))
    return (float(value), of) if value <= of and of and (alone or what in _TRIALS) else None
