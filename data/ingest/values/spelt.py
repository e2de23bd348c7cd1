"""Words of an amount in figures: numbers in words (forty-five; thirty (30)), and Mon where it is a month."""

import re
from collections.abc import Mapping, Sequence

from data.ingest.values import codes

DIGITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TEENS = ("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: number for number, word in enumerate((*DIGITS, *_TEENS), 1)}
_VALUES |= {word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)}
_OTHER_WORDS = {"once": "1 times", "twice": "2 times", "thrice": "3 times", "half": "0.5", "every day": "daily"}
_UNIT, _ONE, _TEN = ("|".join(words) for words in ((*_TEENS, *DIGITS), DIGITS[:-1], _TENS))
_SMALL = rf"(?:(?:{_TEN})(?:[- ](?:{_ONE}))?|{_UNIT})"
_NUMBER = re.compile(rf"\b(?:(?:{_ONE}|an?)[- ]hundred(?:[- ](?:and[- ])?{_SMALL})?|{_SMALL})\b(?!\s*\(\s*\d)")
_BESIDE = re.compile(rf"\b((?:(?:{'|'.join((*_VALUES, 'hundred', 'and'))})[- ]?)+)\(\s*(\d+)\s*\)")
"""Numbers in words with their figures behind them: forty-five (45)."""


_PLURAL = re.compile(rf"\b({'|'.join(word[:-1] for word in _TENS)})ies\b")
_LENGTHS = re.compile(r"\b(\d{1,2}) (\d\d)'?s\b")
"""So many sessions of a length: two 30s, 3 thirties."""


def in_figures(text: str) -> str:
    """A text in lower case with its numbers in figures; one in words that its own figures contradict stays, which nobody
    can read."""
    text = _NUMBER.sub(lambda match: str(_value(match[0])), _BESIDE.sub(_agreed, text))
    text = _LENGTHS.sub(r"\1 x \2 min", _PLURAL.sub(lambda match: f"{_VALUES[match[1] + 'y']}s", text))
    for word, digits in _OTHER_WORDS.items():
        text = re.sub(rf"\b{word}\b(?![- ](?:an )?hour)" if word == "half" else rf"\b{word}\b", digits, text)
    return text


_COUNT = re.compile(rf"(?<![\w-])(?:zero|(?:{_ONE})[- ]hundred|{_SMALL})(?![\w-])", re.IGNORECASE)


def counts(text: str) -> str:
    """A text with the numbers that stand in it as words of their own in figures: ``two out of ten times`` is 2 out of 10
    times, and ``one-step`` stays."""
    return _COUNT.sub(lambda match: str(_value(match[0].lower())), text)


def _agreed(match: re.Match[str]) -> str:
    return match[2] if _value(match[1]) == int(match[2]) else match[0]


def _value(words: str) -> int:
    value = 0
    for word in re.findall(r"[a-z]+", words):
        value = (value or 1) * 100 if word == "hundred" else value + _VALUES.get(word, 0)
    return value


_MON = re.compile(r"\bmon\b\.?", re.IGNORECASE)
_A_MONTH = re.compile(r"(?:/|\bper|\ban?|\bx) ?mon\b\.?", re.IGNORECASE)
_A_DAY = re.compile(
    r"\b(?:every|each|on|tue\w*|wed\w*|thu\w*|fri|fridays?)\b.*\bmon\b|\bmon\b.*\b(?:tue\w*|wed\w*|thu\w*|fri|fridays?)\b",
    re.IGNORECASE,
)
_OTHER_DAYS = re.compile(r"\b(?:tue|wed|thu|thur|fri)(?:s|rs|day|sday|nesday|rsday)?s?\b", re.IGNORECASE)
_OTHER_PERIODS = re.compile(
    r"\b(?:weeks?|wks?|weekly|qtrs?|quarters?|quarterly|yrs?|years?|yearly|sems?|semesters?|daily|dly)\b", re.IGNORECASE
)
MON = "mon can be Monday or a month; which is it?"


def is_monday_or_month(text: str) -> bool:
    """Whether a text says Mon and nothing else that tells a month from a Monday."""
    return bool(_MON.search(text)) and not _A_DAY.search(text) and not _A_MONTH.search(text)


def months(text: str) -> str:
    """A text with the month that it names in short, where that is no Monday: 2x/mon."""
    return _A_MONTH.sub("/ month", text)


def settled(texts: Sequence[str]) -> tuple[str, ...]:
    """The texts of one column, with Mon as a month where others of them name other periods in its place (wk, qtr) and as
    Monday where others name other days."""
    if not any(map(is_monday_or_month, texts)):
        return tuple(texts)
    others = [text for text in texts if not _MON.search(text)]
    is_day, is_month = (any(map(one.search, others)) for one in (_OTHER_DAYS, _OTHER_PERIODS))
    if is_day == is_month:
        return tuple(texts)
    word = "month" if is_month else "Monday"
    return tuple(_MON.sub(word, text) if is_monday_or_month(text) else text for text in texts)


_OF_GROUPING = re.compile(
    r"(?P<before>\d\s*[x×*]\s*\d+(?:\s*min\w*)?(?:\s*[x×*:]\s*\d{1,2})?[\s,]*)\b(?P<letter>[IG])(?:(?P<size>[2-9])\b|\b)"
)
_ALONE = re.compile(r"\d\d\s*[x×*:]\s*1\s*,?\s*I\b")


def is_lettered(text: str) -> bool:
    """Whether a letter behind an amount says how it is given, maybe."""
    return _OF_GROUPING.search(text) is not None or bool(_of_kinds(text))


_AN_AMOUNT = re.compile(
    r"\d\s*[x×*]\s*\d\d|\d\s*(?:min|hrs?\b|hours?\b)|\d\s*/\s*(?:wk|week|mo|month|qtr|quarter|yr|year|[wmqy])\b",
    re.IGNORECASE,
)
_OF_KIND = re.compile(r"(?<=[\da-z])\s+(?P<letter>[DC])(?=\s*(?:$|[;,+\n]))")
_KINDS = {"D": "direct", "C": "consult"}


def kinds(texts: Sequence[str], key: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The texts of amounts with D and C behind them in full (30 min/wk D; 60 min/mo C), where both stand in one column: alone
    a C may be another word; and a file's own key stands over that."""
    told = {letter for text in texts for letter in _of_kinds(text)}
    if told != _KINDS.keys() or any(one.lower() in (key or {}) for one in told):
        return tuple(texts)
    return tuple(
        _OF_KIND.sub(lambda match: f" {_KINDS[match['letter']]}", text) if _of_kinds(text) else text for text in texts
    )


def _of_kinds(text: str) -> list[str]:
    """The letters D and C behind the parts of an amount."""
    return _OF_KIND.findall(text) if _AN_AMOUNT.search(text) else []


def groupings(texts: Sequence[str], key: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The texts of amounts with I and G behind them in full (2x30 I, 3x30 G3), where a G or a group of one beside them
    tells that I is individual: alone, or beside a D, it may be indirect too; and a file's own key stands over that."""
    told = [match["letter"] for text in texts if (match := _OF_GROUPING.search(text))]
    is_told = "G" in told or any(map(_ALONE.search, texts))
    is_either = any(map(_OF_DIRECT.search, texts))
    meant = {"I": "individual", "G": "group"} if is_told else {}
    letters = {
        letter
        for letter, meaning in meant.items()
        if codes.find((key or {}).get(letter.lower(), "" if letter == "I" and is_either else meaning), "grouping")
        == meaning
    }
    return tuple(_OF_GROUPING.sub(lambda match: _in_full(match) if match["letter"] in letters else match[0], text)
                 for text in texts)  # fmt: skip


_OF_DIRECT = re.compile(r"\d\s*[x×*]\s*\d+(?:\s*min\w*)?[\s,]*\bD\b")


def _in_full(match: re.Match[str]) -> str:
    size = f" of {match['size']}" if match["size"] else ""
    return match["before"] + ("individual" if match["letter"] == "I" else f"group{size}")
