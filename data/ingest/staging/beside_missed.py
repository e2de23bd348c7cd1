"""Codes under headings that nobody knows, which speak against counting a session by its minutes: those that stand beside each
session with a reason for missing it, and the rarer ones where nothing else tells what became of any."""

import re

import numpy as np
import pyarrow as pa

from data.ingest.mapping import meaning
from data.ingest.mapping.contents import outcomes
from data.ingest.staging import unexplained
from data.ingest.staging.columns import NONE, Heading, distinct, in_rows
from data.ingest.staging.work import Work
from data.ingest.tables import looks
from data.ingest.values import claims, codes, families, statuses
from data.ingest.values.nothing import is_nothing
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by

_MOST_CODES, _FEWEST_MISSED, _PAIR, _LONGEST = 4, 2, 2, 12
_OF_OTHERS = (
    families.PERIODS | families.DAYS | families.PLACES | families.STAFF | {"group", "grade", "level", "weekday"}
)
"""Words of headings whose codes tell when, where or by whom, and may stand beside absences by chance."""
_OUTCOMES = ("status", "delivered_flag", "missed_flag", "absent", "provider_absent", "provider_present")
_MOST_WORDS, _SHORT = 2, 5
Texts = dict[int, str]
"""The key of each text of a column that says something -> the text."""


def hints(work: Work, free: set[int]) -> list[Heading]:
    """Of each column without a place the code that all sessions with a reason share, and at most half of the others have; in
    a log that tells outcomes nowhere, the rarer codes under a heading that nobody knows (OK: N; Ab: 1)."""
    missed, is_untold = _missed(work), not work.at(*_OUTCOMES)
    if missed is None and not is_untold:
        return []
    named = [(place, work.table.headings[place]) for place in sorted(free)]
    found = []
    for place, heading in named:
        if is_untold and (minus := _minus(work, place)):
            found.append(minus)
        elif told := _against(work, place, heading, missed):
            found.append(told)
    return found


def _against(work: Work, place: int, heading: str, missed: np.ndarray | None) -> Heading | None:
    """The codes of a column that speak against sessions; None where they are of something else."""
    is_codes = missed is None and unexplained.names_codes(heading)
    if _is_of_others(heading) and not is_codes:
        return None
    texts, rows = _told(work.table.body.column(place))
    if missed is not None:
        told = _shared(texts, rows, missed)
    elif is_codes and unexplained.are_codes((*texts.values(),)):
        told = unexplained.against(work, rows)
    else:
        told = _rarer(work, heading, texts, rows) if _is_strange(heading) and not _is_of_others(heading) else []
    return _hint(place, heading, texts, rows, told) if told else None


def _minus(work: Work, place: int) -> Heading | None:
    """The minus of a column of nothing but plus and minus, which may say that nobody came."""
    texts, keys = distinct(work.table.body.column(place))
    signs = [text.strip() for text in texts]
    if not {"+"} < set(signs) <= _SIGNS or not said_by(work.table.headings[place]) <= _OF_MARKS:
        return None
    rows, minus = in_rows(keys), [at for at, sign in enumerate(signs) if sign not in ("+", "")]
    found = np.where(np.isin(rows, minus), 0, NONE)
    named = pa.array([signs[minus[0]]], pa.string())
    return Heading(place, work.table.headings[place], "status", "outcome", (), (), named, pa.array(found, pa.int32()))


_SIGNS = frozenset({"+", "-", "–", "—", "−", ""})
_OF_MARKS = (
    families.RATINGS
    | families.STATES
    | families.KINDS
    | {"session", "sign", "check", "service", "visit", "result", "+", "-"}
)


def _missed(work: Work) -> np.ndarray | None:
    """Which rows a reason says were missed; None where no column tells reasons."""
    found = None
    for heading in work.at("reason"):
        known = [key for key, text in enumerate(heading.texts) if statuses.read(text).status == "missed"]
        rows = np.isin(in_rows(heading.keys), known)
        found = rows if found is None else found | rows
    return found


def _told(column: pa.ChunkedArray) -> tuple[Texts, np.ndarray]:
    """The texts of a column that say something, and the key of each row's; NONE where it has none."""
    texts, keys = distinct(column)
    told = {key: text.strip() for key, text in enumerate(texts) if not is_nothing(text)}
    rows = in_rows(keys)
    return told, np.where(np.isin(rows, [*told]), rows, NONE)


def _shared(texts: Texts, rows: np.ndarray, missed: np.ndarray) -> list[int]:
    """The one code of all missed sessions, where others have it too, half of those with a code at most."""
    if not 1 < len(texts) <= _MOST_CODES or max(map(len, texts.values())) > _LONGEST or not missed.any():
        return []
    of_missed = np.unique(rows[missed])
    if len(of_missed) != 1 or of_missed[0] == NONE:
        return []
    others = rows[~missed & (rows != NONE)]
    alike = int((others == of_missed[0]).sum())
    by_chance = missed.sum() < _FEWEST_MISSED and len(texts) > _PAIR
    return [int(of_missed[0])] if not by_chance and 0 < alike * 2 <= len(others) else []


def _rarer(work: Work, heading: str, texts: Texts, rows: np.ndarray) -> list[int]:
    """The codes of a column but the one that half of the rows have or more, blank among them; none where each student has but
    one of them, as what is the student's own would be."""
    short = all(len(one) <= _SHORT and not (looks.is_weekday(one) and len(one) > 1) for one in texts.values())
    if (
        not 0 < len(texts) < _MOST_CODES
        or not short
        or _counts_things(heading, (*texts.values(),))
        or _are_of_others(heading, (*texts.values(),))
        or not unexplained.varies(work, rows)
    ):
        return []
    found, counts = np.unique(rows, return_counts=True)
    if counts.max() * 2 < len(rows):
        return []
    return [int(one) for one in found[np.argsort(counts, kind="stable")][:-1] if one != NONE]


def _hint(place: int, heading: str, texts: Texts, rows: np.ndarray, told: list[int]) -> Heading:
    keys = np.full(len(rows), NONE)
    for at, code in enumerate(told):
        keys[rows == code] = at
    named = pa.array([texts[code] for code in told], pa.string())
    return Heading(place, heading, "status", "outcome", (), (), named, pa.array(keys, pa.int32()))


def _is_of_others(heading: str) -> bool:
    return bool(outcomes.OF_PAPER.search(words_of(heading)) or said_by(heading) & (_OF_OTHERS | meaning.strangers()))


def _is_strange(heading: str) -> bool:
    """Whether a short heading is on no list of headings."""
    return 0 < len(said_by(heading)) <= _MOST_WORDS and not looks.known(heading)


def _are_of_others(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether all codes name services, places or the like: with whom a session was (Co-tx: PT); or are those of claims."""
    return claims.are_all(texts, heading) or any(
        all(len(one) > 1 and codes.find(one, topic) for one in texts) for topic in codes.TOPICS
    )


_THINGS = frozenset(("sticker", "page", "worksheet", "book", "prize", "supplies", "supply"))
"""Things that say nothing of attendance, whatever their number; declines, removals or attempts do."""
_OF_NUMBERS = frozenset(("number", "of", "count"))
_COUNT = re.compile(r"0|[1-9]\d*(?:\.\d+)?")


def _counts_things(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether bare numbers, of which one is above 1, stand under a heading of nothing but such things: Stickers, Number of
    pages. A 1 alone may be a tick."""
    said = said_by(heading)
    are_things = bool(said & _THINGS) and said <= _THINGS | _OF_NUMBERS
    return are_things and all(map(_COUNT.fullmatch, texts)) and any(float(one) > 1 for one in texts)
