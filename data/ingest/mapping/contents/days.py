"""Columns of days by what stands in them: of sessions, of make-ups, of a calendar."""

import re

from data.ingest.mapping.contents.few import nearly_all
from data.ingest.tables import looks
from data.ingest.values import (
    dates,
    flags,
    numbers,
    terms,
)
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import plain, said_by

_OF_A_SESSION = re.compile(
    r"\b(?:date|dt|when|day|seen|visit|session|tx|treatment|(?:held|given|provided|rendered|delivered|treated|served) on)\b"
)
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:iep|due|birth|start|begin|end|stop|review|evaluat\w*|meeting|annual|plan|entry|exit|enrol\w*|consent|next|last|"
    r"sign\w*|print\w*|log\w*|enter\w*|creat\w*|submit\w*|approv\w*|bill\w*|missed|referral|make|due|report|print|updat\w*|"
    r"eff|exp|receiv\w*|request\w*|download\w*|export\w*|run|amend\w*|contract|assign\w*|drop|withdraw\w*|leave|admi\w*|"
    r"sent|mail\w*|open\w*|clos\w*|chang\w*|written|effective|expir\w*|initiat\w*|implement\w*|hired?|modif\w*|extract\w*)\b"
)


def is_day_type(_heading: str, texts: tuple[str, ...]) -> bool:
    return nearly_all(texts, lambda text: terms.day_type(text) is not None)


_OF_SCHOOL = frozenset(("open", "closed", "session", "school", "instructional", "student", "students", "attend"))


def is_in_session(heading: str, texts: tuple[str, ...]) -> bool:
    """Kinds of day, each beginning with whether there is school: Open; Open, half day; Closed to students; or such words
    under what names school or those who come (School?, Classes)."""
    if _OF_SCHOOL & said_by(heading) and tell_whether(texts):
        return True
    told = [terms.day_type(text) for text in texts]
    named = all(_OF_SCHOOL & set(plain(text).split()[:2]) for text in texts)
    return len(texts) > 1 and named and all(told) and {"full"} & set(told) != set() and len(set(told)) > 1


def tell_whether(texts: tuple[str, ...]) -> bool:
    """Whether texts say nothing but whether there is school (No school, Half day, Yes), and name none."""
    return bool(texts) and all(map(_tells_whether, texts))


_WHETHER = frozenset(
    ("no", "not", "non", "closed", "off", "out", "open", "in", "half", "full", "early", "late", "regular")
)


def _tells_whether(text: str) -> bool:
    answered = flags.read(text).value is not None and numbers.to_float(text) is None
    worded = terms.day_type(text) is not None and bool(_WHETHER & set(plain(text).split()))
    return answered or worded or terms.is_in(text) is not None


def is_session_date(heading: str, texts: tuple[str, ...]) -> bool:
    words = words_of(heading)
    named = _OF_A_SESSION.search(words) is not None and _OF_SOMETHING_ELSE.search(words) is None
    return named and nearly_all(texts, dates.looks_like)


_OF_A_SCORE = re.compile(r"\b(?:date|dt|when|day|(?:collected|taken|scored|measured|tested|observed|probed) on)\b")


def is_measured_on(heading: str, texts: tuple[str, ...]) -> bool:
    """Days under a heading that says when something was measured, and not when it is due, was entered or sent: Collected On."""
    words = words_of(heading)
    named = _OF_A_SCORE.search(words) is not None and _OF_SOMETHING_ELSE.search(words) is None
    return named and nearly_all(texts, dates.looks_like)


_LETTER = re.compile(r"^(?:(?i:day)[ -])?(?:[A-Z]|[1-9])(?:[ -](?i:day))?$")
_OF_ROTATION = frozenset(("day", "type", "cycle", "rotation", "letter", "code"))
_OF_DAYS = frozenset(("day", "cycle", "rotation", "letter"))
_SCHEDULE = "schedule"


def is_letter(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether single letters or numbers, two or more of them, stand where the kind of day is told; under a schedule only
    where it is one of days, or they are called days (A Day): 1, 2 and 3 may be bell schedules."""
    told = said_by(heading)
    in_words = _SCHEDULE in told and all("day" in text.casefold() for text in texts)
    named = bool((_OF_DAYS if _SCHEDULE in told else _OF_ROTATION) & told)
    return (named or in_words) and _are_letters(texts)


def may_be_letter(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether single letters or numbers under a schedule may be days of a rotation, or bell schedules."""
    return _SCHEDULE in said_by(heading) and _are_letters(texts)


def _are_letters(texts: tuple[str, ...]) -> bool:
    return len(texts) > 1 and all(_LETTER.match(text) for text in texts)


def is_made_up_for(heading: str, texts: tuple[str, ...]) -> bool:
    """Days under a heading that asks a make-up which session it is for: If a make-up, date missed."""
    told = said_by(heading)
    return "makeup" in told and bool(_MISSED_DAY & told) and nearly_all(texts, dates.looks_like)


_MISSED_DAY = frozenset({"missed", "original", "for"})


def of_periods(headings: tuple[str, ...], samples: list[tuple[str, ...]]) -> dict[int, str | None]:
    """The one column of names of grading periods under a heading that nobody lists (MP, Mkg Pd), by its values alone, where
    others tell the first and the last day of each."""
    if not all(looks.written_for(headings, "grading_periods", name) for name in ("start_date", "end_date")):
        return {}
    found = [at for at, heading in enumerate(headings) if _are_named(heading, samples[at])]
    is_listed = any(at in found for at in looks.written_for(headings, "grading_periods", "period"))
    return {found[0]: "period"} if len(found) == 1 and not is_listed else {}


def _are_named(heading: str, texts: tuple[str, ...]) -> bool:
    return len(texts) > 1 and all(terms.is_period(terms.period_name(text, heading)) for text in texts)


def are_periods(heading: str, texts: tuple[str, ...]) -> bool:
    """Names of grading periods (MP1, 2nd quarter), two or more of them, in a column without a heading of its own."""
    return len(texts) > 1 and heading.startswith("Column ") and all(map(terms.is_period, texts))
