"""Columns of goals by what stands in them: when they end, how they go, what is to be reached and was."""

from data.ingest.mapping.contents.few import CODE, FEW, HALF, nearly_all
from data.ingest.values import (
    codes,
    criteria,
    dates,
    scores,
)
from data.ingest.values.words import said_by

_DUE = frozenset(("end", "by", "due", "review", "reach", "achieve", "complete", "meet", "close"))
_NO_DUE = frozenset(("start", "last", "previous", "iep", "birth", "report", "sent", "enter", "create", "evaluation"))


def is_due(heading: str, texts: tuple[str, ...]) -> bool:
    """Days under words for the end of a goal: Review By, Goal End, To be met by."""
    told = said_by(heading)
    return bool(told & _DUE) and not told & _NO_DUE and nearly_all(texts, dates.looks_like)


def is_progress(_heading: str, texts: tuple[str, ...]) -> bool:
    """A few codes or ratings of progress and nothing else, by the file's key or in words."""
    short = len(texts) <= FEW and any(len(text) > CODE for text in texts)
    return short and nearly_all(texts, lambda text: codes.find(text, "progress_code") is not None)


def is_direction(_heading: str, texts: tuple[str, ...]) -> bool:
    """Which way goals are to go, in whole words, under any heading (The student will: increase, decrease)."""
    return bool(texts) and all(len(text) > CODE and codes.find(text, "direction") for text in texts)


_OF_TRIES = frozenset(("trial", "probe", "opportunity"))


def are_scores(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether shares or so many of so many stand under a word for tries (Trial: 35 %, 2/5): what was reached, not how many
    tries there were."""
    told = all(map(scores.is_share, texts))
    return bool(texts) and bool(_OF_TRIES & said_by(heading)) and told


def are_criteria(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether half of the texts or more under a word for measuring say how much is to be reached (Measurement: 4/5 trials,
    80% legibility): the criterion, and no unit."""
    told = [text for text in texts if criteria.read(text) is not None]
    return bool(_MEASURES & said_by(heading)) and len(told) >= HALF * len(texts) > 0


_MEASURES = frozenset(("measure", "measurement", "metric", "measured"))
