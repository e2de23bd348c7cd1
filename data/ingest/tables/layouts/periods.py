"""Progress, or scores, with a column a grading period or report (Q1, MP2 (1/30/26), Progress 11/14, ...), a week or a month,
turned to one record for each filled one."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from types import MappingProxyType

import pyarrow as pa

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks, numbered_periods, spread
from data.ingest.tables.layouts import melting, stretches
from data.ingest.tables.long import Long, Wide, filled, long
from data.ingest.values import codes, families, nothing, numbers, scores, terms, words

FEWEST = 2
_MOST = 0.8
_LONGEST_MARK = 4
_HIGHEST_STEP = 5
"""Whole numbers up to it are steps of a key as likely as scores."""
_OF_GOALS = families.GOALS | {"skill"}
_OF_SCORES = families.SHARES | {"score", "value", "result", "data", "average", "correct"}
_OF_REPORTS = families.RATINGS | {"update", "score", "percent", "status", "data"}
_DAY = re.compile(
    r"\(?\s*\b(?:(?:on|by|due|as of|ending|ends)\s+)?"
    r"(\d{1,2}[/.-]\d{1,2}(?:[/.-](?:\d{4}|\d{2}))?|\d{4}-\d\d-\d\d(?:[ T]00:00:00)?|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:,? \d{4})?)\s*\)?",
)


_SEMESTER = re.compile(r"^(S[12])[\s:_-]+(.+)$", re.IGNORECASE)
_SEASON = re.compile(r"^(fall|winter|spring)\b[\s:-]*(.*)$", re.IGNORECASE)


@dataclass(frozen=True)
class Heading:
    """What a heading says: the grading period, the day of the report, and what else."""

    period: str | None
    day: str | None
    rest: str


def read(heading: str) -> Heading:
    """The parts of a heading: ``MP1 (11/14/25) Code`` is MP1, 11/14/25 and Code."""
    found = (match for match in _DAY.finditer(heading) if spread.is_date(match[1]))
    match = next(found, None)
    day = match[1] if match else None
    bare = " ".join((heading[: match.start()] + " " + heading[match.end() :]).split()) if match else heading
    period = terms.period_in(bare)
    rest = terms.without_period(bare) if period else bare
    if period is None and (semester := _SEMESTER.match(bare)) and _is_report(semester[2]):
        period, rest = semester[1].upper(), semester[2]
    if period is None and (season := _SEASON.match(bare)):
        period, rest = season[1].capitalize(), season[2]
    return Heading(period, day, "" if period and terms.is_period(rest) else rest.strip(" :-–—,()"))


def melt(
    headings: tuple[str, ...], columns: list[pa.Array], key: dict[str, str], around: Sequence[str] = ()
) -> Long | None:
    """The long form of a table of goals with a column of progress codes or scores a period, or None where it is none.

    ``key``: what the file says of its codes; ``around``: titles and the like, which may say a year, and what is told.
    """
    told = [read(heading) for heading in headings]
    days = stretches.first_days(headings, around) or stretches.last_days(headings, around)
    if days and any(map(names_goal, headings)):
        wide = {place: columns[place].to_pylist() for place in days}
        told = [Heading(None, days[place], "") if place in days else one for place, one in enumerate(told)]
        name = _of_stretches(headings, wide, key, around)
        return _long(headings, columns, wide, told, {name: str.strip}, key) if name else None
    places = [place for place, one in enumerate(told) if one.period or (one.day and _is_report(one.rest))]
    places = _without_days(told, _without_remarks(told, places), columns)
    of_goals = any(map(names_goal, headings))
    scored = _days_of_scores(told, columns) if of_goals and places else []
    averages = [at for at in places if scored and melting.is_sum(headings[at])]
    if averages and len(averages) == len(places):
        return None
    places = [at for at in places if at not in averages]
    bare = [one.rest if one.day and one.rest else heading for one, heading in zip(told, headings, strict=True)]
    if of_goals and not places and (numbered := numbered_periods.places(bare, columns, key)):
        told = [Heading(numbered[place], one.day, "") if place in numbered else one for place, one in enumerate(told)]
        days_of = numbered_periods.days_of(bare, numbered)
        told = [Heading(days_of[place], None, "Date") if place in days_of else one for place, one in enumerate(told)]
        places = list(numbered)
    dated = _days_in_brackets(headings, told, columns) if of_goals and not places else []
    places = places or dated or (_days_of_codes(told, columns, key) if of_goals else [])
    rests = {words.plain(told[place].rest) for place in places if place not in dated}
    apart = {(told[place].period, told[place].day) for place in places}
    is_alone = len(places) < FEWEST and not dated and not scored
    if not places or is_alone or len(rests) > 1 or len(apart) < len(places) or not of_goals:
        return None
    if len({one.period is None for one in (told[place] for place in places)}) > 1:
        return None
    wide = {place: columns[place].to_pylist() for place in places}
    texts = [text.strip() for column in wide.values() for text in column if text and text.strip()]
    beside = _beside(told, places)
    parts: dict[str, Callable[[str], str | None]] = {"Progress": mark_of, "Score": score_of}
    if not are_both(texts, key):
        name = _name(texts, words.said_by(told[places[0]].rest), key)
        if name is None:
            return None
        parts = parts if scored and name == "Progress" else {name: str.strip}
    wide |= {at: list(map(_measured, columns[at].to_pylist())) for at in scored if at not in wide}
    return _long(headings, columns, wide, told, parts, key, beside, averages)


def _days_of_scores(told: list[Heading], columns: list[pa.Array]) -> list[int]:
    """The columns that are called nothing but a day, two or more, where nothing but scores stand beneath: those beside them
    that tell of a whole grading period don't tell these."""
    days = [at for at, one in enumerate(told) if one.day and not one.rest and one.period is None]
    texts = [text for at in days for text in columns[at].to_pylist() if text and text.strip()]
    are_scores = any(map(_measured, texts)) and all(map(scores.is_score, texts))
    return days if len(days) >= FEWEST and are_scores else []


def _measured(text: str | None) -> str | None:
    """A cell of scores; None where it says that nothing was measured."""
    return None if text is None or scores.is_not_measured(text) else text


def _beside(told: list[Heading], places: list[int]) -> dict[str, dict[int, int]]:
    """What else stands under each day or period of a report (Trials beside %): its name, and its column for each of these."""
    of_when = {(told[at].period, told[at].day): at for at in places}
    found: dict[str, dict[int, int]] = {}
    for at, one in enumerate(told):
        whose = of_when.get((one.period, one.day))
        if at not in places and whose is not None and one.rest and not words.said_by(one.rest) & families.REMARKS:
            found.setdefault(_DATED if _is_of_day(one) else one.rest, {})[whose] = at
    return {name: columns for name, columns in found.items() if len(columns) == len(places)}


def _without_remarks(told: list[Heading], places: list[int]) -> list[int]:
    """The columns of periods without those of remarks on what another column of the same period tells: Q1 Comment beside Q1,
    or beside Q1 (11/7)."""
    remarks = [at for at in places if words.said_by(told[at].rest) & families.REMARKS]
    others = {(told[at].period, day) for at in places if at not in remarks for day in (told[at].day, None)}
    return [at for at in places if at not in remarks or (told[at].period, told[at].day) not in others]


_DATED = "Date of Data"


def _is_of_day(one: Heading) -> bool:
    """Whether a heading says no more than the day of its period's report: Q1 Date."""
    said = words.said_by(one.rest)
    return one.day is None and bool(said & families.DAYS) and said <= families.DAYS | _OF_REPORTS


def _without_days(told: list[Heading], places: list[int], columns: list[pa.Array]) -> list[int]:
    """The columns of periods without those of days (Q1 Date), where each period has another column beside (Q1 Code)."""
    days = [
        at for at in places
        if _is_of_day(told[at]) and _are_days(columns[at].to_pylist())
    ]  # fmt: skip
    others = [at for at in places if at not in days]
    return others if {told[at].period for at in days} <= {told[at].period for at in others} else places


def _are_days(texts: Sequence[str | None]) -> bool:
    return all(spread.is_date(text.strip()) for text in texts if text and text.strip())


_OF_SESSIONS = families.LENGTHS | families.MISSED | {"session", "attendance"}
_TOLD_OF_SCORES = frozenset(("percent", "score", "probe", "correct", "accuracy", "trial", "wcpm", "wpm"))


def _of_stretches(headings: tuple[str, ...], wide: Wide, key: dict[str, str], around: Sequence[str]) -> str | None:
    """What stands under the weeks (Wk of 9/8/25) or months (Sep, Oct, Nov) of a list of goals: codes of progress, some of
    which no session would have, or scores, where the list tells what goals begin with or are to reach, or the cells or
    titles say percent. A week's score is of the day that its heading tells, a month's of its last day (decision 0194). None
    where a heading, or no goal's measure but a title, tells of sessions or minutes."""
    texts = {text.strip() for column in wide.values() for text in column if text and spread.is_filled(text)}
    measured = [text for text in texts if _tells(text, key) and not scores.is_not_measured(text)]
    said = frozenset().union(*map(words.said_by, headings))
    if not measured or said & (_OF_SESSIONS - families.CLOCK if "word" in said else _OF_SESSIONS):
        return None
    known = [codes.find(key.get(text.casefold(), text), "progress_code") for text in measured]
    if all(known):
        return "Progress" if numbered_periods.UNDER_WAY.intersection(known) else None
    beside = frozenset().union(*map(words.said_by, around))
    are_told = bool((said | beside) & _TOLD_OF_SCORES) or all(_OF_TRIALS.match(text) for text in measured)
    sure = any(words.heading(one) in _measures() for one in headings) or (are_told and not beside & _OF_SESSIONS)
    return "Score" if sure and all(scores.is_score(text) for text in measured) else None


BASELINE_DATE = "Baseline Date"


def undated(table: Table) -> Table:
    """The table of goals whose headings of what they begin with or are to reach bear a day (Baseline (9/8/2025)), without
    it: that is no day of a score, and stands in a column of its own."""
    if not any(map(names_goal, table.headings)):
        return table
    for place, heading in enumerate(table.headings):
        told = read(heading)
        if told.day and told.period is None and words.heading(told.rest) in _measures():
            table = table.called(place, told.rest).also(BASELINE_DATE, [told.day] * len(table.body))
            table = table.noted(f"{told.rest}: the day in its heading is no day of a score.")
    return table


@cache
def _measures() -> frozenset[str]:
    """The headings of what goals begin with and are to reach."""
    listed = synonyms.headings("goals")
    return frozenset((*listed["baseline"], *listed["target"]))


_IN_BRACKETS = re.compile(r"\S\s*[(\[][^()\[\]]*\d[^()\[\]]*[)\]]\s*$")
_OF_THE_GOAL = frozenset(
    ("baseline", "target", "goal", "aim", "criterion", "criteria", "mastery", "due", "initial", "date", "expected", "projected",
     "minute", "hour", "session", "attendance", "absent", "grade")
)  # fmt: skip
"""Words beside a day in brackets that make another thing of it than the day of a score."""
_OF_PROBES = families.TESTS | {"check", "score", "data", "benchmark", "trial", "sample"}


def _days_in_brackets(headings: tuple[str, ...], told: list[Heading], columns: list[pa.Array]) -> list[int]:
    """The columns of a list of goals that are called in words with their day in brackets (After 2 weeks (1/20/2026)),
    where percents or trials stand beneath, or any scores if the words are of probes; one alone where others are called
    by what goals begin with or are to reach."""
    places = [
        place for place, one in enumerate(told)
        if one.day and one.rest and _IN_BRACKETS.search(headings[place]) and not _OF_THE_GOAL & words.said_by(one.rest)
    ]  # fmt: skip
    texts = {text.strip() for place in places for text in columns[place].to_pylist() if text and text.strip()}
    measured = [text for text in texts if not scores.is_not_measured(text)]
    of_probes = all(_OF_PROBES & words.said_by(told[place].rest) for place in places)
    are_scores = all(_OF_TRIALS.match(text) or (of_probes and scores.is_score(text)) for text in measured)
    enough = len(places) >= FEWEST or any(words.heading(one.rest) in _measures() for one in told)
    return places if enough and measured and are_scores else []


_OF_TRIALS = re.compile(r"^\d{1,3}(?:\.\d+)?\s*%$|^\d{1,3}\s*(?:/|of)\s*\d{1,3}$")


def _days_of_codes(told: list[Heading], columns: list[pa.Array], key: dict[str, str]) -> list[int]:
    """The columns that are called nothing but a day, where codes of progress stand beneath, by the file's key or in words,
    some of which no session would have; two of them also where scores of trials, in percent or as times (3:30)
    do, or nothing but marks, which are asked about."""
    days = [place for place, one in enumerate(told) if one.day and not one.rest]
    texts = {text.strip() for place in days for text in columns[place].to_pylist() if text and text.strip()}
    if (
        len(days) == FEWEST
        and texts
        and any(all(map(one, texts)) for one in (_OF_TRIALS.match, scores.clock, _is_mark))
    ):
        return days
    return days if numbered_periods.are_of_progress(list(texts), key) else []


_A_MARK, _A_SCORE = (
    r"(?P<mark>[A-Za-z](?:[A-Za-z ]{0,40}[A-Za-z])?[+-]?)",
    r"(?P<score>\d{1,3}(?:\.\d+)?\s*%|\d{1,3}\s*/\s*\d{1,3}(?:\s*trials)?|"
    r"\d{1,3}(?:\.\d+)?\s*(?:min(?:ute)?s?|sec(?:ond)?s?|wpm|words?|letters?|prompts?|cues?|times|steps))",
)
_BOTH = (
    re.compile(rf"^{_A_MARK}\s*[\s:,/(-]\s*{_A_SCORE}\)?$"),
    re.compile(rf"^{_A_SCORE}\s*[\s:,/(-]\s*{_A_MARK}\)?$"),
)
"""A code of progress and the score beside it: ``IP 45%``, ``45% (IP)``."""


def _both(text: str) -> re.Match[str] | None:
    return next((match for pattern in _BOTH if (match := pattern.match(text.strip()))), None)


def are_both(texts: Sequence[str], key: dict[str, str]) -> bool:
    """Whether cells hold a code and a score together, the code alone in some, and the codes are of progress: some are known,
    and the others are short, so that they are asked about."""
    marks = [mark for text in texts if (mark := mark_of(text))]
    told = [codes.find(key.get(mark.casefold(), mark), "progress_code") is not None for mark in marks]
    known = any(told) and all(one or _is_mark(mark) for one, mark in zip(told, marks, strict=True))
    whole = all(_both(text) or mark_of(text) or scores.is_score(text) for text in texts)
    return known and whole and any(map(_both, texts))


def mark_of(text: str) -> str | None:
    """The code of a cell that may hold a score beside it."""
    if both := _both(text):
        return both["mark"]
    return None if scores.is_score(text.strip()) else text.strip()


def score_of(text: str) -> str | None:
    """The score of a cell that may hold a code beside it."""
    if both := _both(text):
        return both["score"]
    return text.strip() if scores.is_score(text.strip()) else None


def _is_report(rest: str) -> bool:
    """Whether the words beside a day say no more than that progress is reported."""
    said = words.said_by(rest)
    return bool(said) and not said - _OF_REPORTS


def names_goal(heading: str) -> bool:
    """Whether a heading is one of goals."""
    goals = {word for name in ("goal_id", "goal_text") for word in synonyms.headings("goals")[name]}
    return words.heading(heading) in goals or bool(words.said_by(heading) & _OF_GOALS)


def are_days_of_scores(headings: Sequence[str | None], tops: Sequence[str]) -> bool:
    """Whether days beneath some headings (``tops``) are those of scores: these are words that no field has, beside one of
    goals."""
    unknown = all(top and looks.like_heading(top) and not looks.known(top) for top in tops)
    return unknown and any(names_goal(one) for one in headings if one and one not in tops)


def _long(
    headings: tuple[str, ...],
    columns: list[pa.Array],
    wide: dict[int, list[str | None]],
    told: list[Heading],
    parts: dict[str, Callable[[str], str | None]],
    key: dict[str, str],
    beside: Mapping[str, Mapping[int, int]] = MappingProxyType({}),
    sums: Sequence[int] = (),
) -> Long:
    """A record for each filled cell with what stands ``beside`` it, and one for each goal of which nothing is told yet."""
    marked = filled(wide, [code for code, meaning in key.items() if codes.find(meaning, "progress_code")])
    told_of = [(row, place) for row, place in marked if _tells(wide[place][row] or "", key)]
    silent = set(range(len(columns[0]))) - {row for row, _ in told_of}
    cells: list[tuple[int, int | None]] = sorted([*told_of, *((row, None) for row in silent)], key=itemgetter(0))
    made: dict[str, list[str | None]] = {}
    for heading, of in (("Grading Period", [one.period for one in told]), (_DATED, [one.day for one in told])):
        if any(of[place] for place in wide):
            made[heading] = [None if place is None else of[place] for _, place in cells]
    texts = [None if place is None else wide[place][row] or "" for row, place in cells]
    made |= {name: [None if text is None else part(text) for text in texts] for name, part in parts.items()}
    for name, of_each in beside.items():
        own = {place: columns[at].to_pylist() for place, at in of_each.items()}
        made[name] = [None if place is None else own[place][row] for row, place in cells]
    gone = {*wide, *sums, *(at for of_each in beside.values() for at in of_each.values())}
    return long(headings, columns, gone, cells, made)


def _tells(text: str, key: dict[str, str]) -> bool:
    """Whether a cell tells anything: N/A does only where the file's key gives it a meaning."""
    return not nothing.is_nothing(text) or text.strip().casefold() in key


def _name(texts: list[str], said: frozenset[str], key: dict[str, str]) -> str | None:
    """What stands under the periods: codes of progress, or a score; None where it is neither.

    Marks that the district made up are codes too where none of them is longer than a few letters, and so are the
    numbers 0 to 5 under headings that don't say that they are scores: they are asked about, or the file's key tells them.
    """
    known = [codes.find(key.get(text.casefold(), text), "progress_code") is not None for text in texts]
    if texts and (sum(known) >= _MOST * len(texts) or all(_is_mark(text) for text in texts)):
        return "Progress"
    if texts and not said & _OF_SCORES and all(_is_step(text) for text in texts):
        return "Progress"
    is_score = texts and all(
        one or scores.is_score(text) or _is_mark(text) for one, text in zip(known, texts, strict=True)
    )
    return "Score" if is_score else None


def _is_step(text: str) -> bool:
    number = numbers.to_float(text)
    return number is not None and number.is_integer() and 0 <= number <= _HIGHEST_STEP


def _is_mark(text: str) -> bool:
    short = len(text) <= _LONGEST_MARK and all(letter.isalpha() or letter in "+-/*" for letter in text)
    return short or codes.find(text, "progress_code") is not None
