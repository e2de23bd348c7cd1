"""How much an IEP line obliges, as one text says it."""

import re
from dataclasses import dataclass, replace

from data.ingest.values import codes, frequency_words, group_sizes, numbers, spelt
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import Read, rejected


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


def working(said: Frequency) -> str:
    """The arithmetic in words: ``2 x 30 = 60 a week``; "" where there is no amount."""
    if said.amount_minutes is None:
        return ""
    parts = (said.sessions, said.minutes_per_session)
    product = "" if None in parts else f"{' x '.join(f'{part:g}' for part in parts)} = "
    return f"{product}{said.amount_minutes:g}{' a ' + in_words(said.cycle) if said.cycle else ''}"


def in_words(cycle: str) -> str:
    """A cycle in words: ``rotation:6`` is "6-day rotation", ``weeks:4`` "block of 4 weeks"."""
    name, _, number = cycle.partition(":")
    if name == "rotation":
        return "school day" if number == "1" else f"{number}-day rotation"
    if name == "weeks":
        return f"block of {number} weeks"
    return {"iep_year": "IEP year", "year": "school year"}.get(name, name)


def read(text: str | None) -> Frequency:
    """What a frequency string obliges, or a cycle alone (Weekly, W, 20 - Weekly). Ranges oblige their minimum; as needed is
    unusable; unclear ones have a problem."""
    if error := error_in(text):
        return Frequency(problem=error.code, message=error.message)
    if is_nothing(text):
        return Frequency()
    if spelt.is_monday_or_month(text or ""):
        return Frequency(problem="mon", message=spelt.MON)
    bare = _rewritten(text or "")
    if frequency_words.AS_NEEDED.search(bare):
        return Frequency(usable=False)
    for pattern, code, message in frequency_words.QUESTIONS:
        if pattern.search(bare):
            return Frequency(problem=code, message=message)
    if bare in frequency_words.LETTERS:
        return Frequency(cycle=frequency_words.LETTERS[bare])
    if bare in ("b", "bw"):
        return read("biweekly")
    said = _composed(frequency_words.LABELLED.sub("", bare))
    aside = _ASIDE.search(bare)
    if said.problem != unreadable().problem or aside is None or not _tells_how(aside[0]):
        return said
    return _composed(frequency_words.LABELLED.sub("", bare[: aside.start()]))


_ASIDE = re.compile(r"\s*\([^()\d]*\)\s*$")
_MATTERS = re.compile(
    r"\b(?:week\w*|wk\w*|month\w*|mo|day\w*|daily|quarter\w*|year\w*|semester\w*|summer|esy|extended|other|every|each|bi\w*|if|"
    r"when\w*|until|as|need\w*|up|max\w*|min\w*|least|most|or|not|no|except|only|discontinu\w*|reduc\w*|increas\w*|start\w*|"
    r"begin\w*|end\w*|trial|total|combined|shared|per|times|pending|propos\w*|declin\w*|old|previous|former\w*|suspend\w*|hold|"
    r"alternat\w*|through|thru|from|before|after|less|more|then|sessions?|approx\w*|about|average)\b"
)
"""Words in brackets behind an amount that may change it."""
_MAY_BE_SPLIT = re.compile(r"\b(?:may|can) be (?:split|divided|broken)(?: up)?\b")


def _tells_how(aside: str) -> bool:
    """Whether words in brackets behind an amount only say how, where or by whom it is given (OT room, small group, may be
    split): any others (pending, old, through May) may change it."""
    if _MATTERS.search(aside):
        return False
    named = any(codes.find(aside.strip(" ()"), topic) for topic in (*codes.TOPICS, "role"))
    return _MAY_BE_SPLIT.search(aside) is not None or (named and "split" not in aside)


def _rewritten(text: str) -> str:
    bare = re.sub(r"\s+", " ", group_sizes.without(text.strip()).lower())
    bare = spelt.months(spelt.in_figures(bare))
    for pattern, new in frequency_words.REWRITES:
        bare = re.sub(pattern, new, bare)  # type: ignore[arg-type]
    return re.sub(r"\s+", " ", bare).strip()


def _composed(text: str) -> Frequency:
    total, text = _taken(frequency_words.TOTAL, text)
    cycles, text, weeks = _cycles(text)
    each = frequency_words.EACH.search(text) is not None
    minutes, counts, text = _quantities(text)
    text = frequency_words.RANGE.sub(_least, text)
    numbers = [float(number) for number in re.findall(r"(?<![\w.])\d+(?:\.\d+)?", text)]
    leftover = set(re.findall(r"[a-z]+", text)) - frequency_words.FILLER
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


_MINUTES = 15
"""From it on a number beside a smaller one is minutes, and the smaller one how often."""


def _taken(pattern: re.Pattern[str], text: str) -> tuple[float | None, str]:
    match = pattern.search(text)
    return (float(match[1]), text[: match.start()] + " " + text[match.end() :]) if match else (None, text)


def _cycles(text: str) -> tuple[set[str], str, float | None]:
    """(cycles named, the rest of the text, weeks of a block in which there is service)."""
    found: set[str] = set()
    weeks: float | None = None
    for pattern, cycle in frequency_words.CYCLES:
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
    if product := frequency_words.PRODUCT.search(text):
        few, many = sorted((float(product[1]), float(product[3])))
        text = f"{text[: product.start()]} ; {text[product.end() :]}"
        if not many >= _MINUTES > few:
            return [], [], text + f" {few} {many}"
        whole = [_lower(match) for match in frequency_words.MINUTES.finditer(text)]
        return [many, *whole], [few], frequency_words.MINUTES.sub(" ; ", text)
    minutes = [_lower(match) for match in frequency_words.MINUTES.finditer(text)]
    text = frequency_words.MINUTES.sub(" ; ", text)
    counts = [_lower(match) for match in frequency_words.COUNT.finditer(text)]
    return minutes, counts, frequency_words.COUNT.sub(" ; ", text)


def _least(match: re.Match[str]) -> str:
    """The lower end of a range without a unit; a small number beside one of minutes (2-30) is none."""
    few, many = sorted((float(match[1]), float(match[2])))
    return match[0] if many >= _MINUTES > few else f"{few:g}"


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
