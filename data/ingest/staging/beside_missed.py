"""Codes that stand beside each session with a reason for missing it, and beside some without one (N, under a heading that
nobody knows): they speak against counting these by their minutes."""

import numpy as np
import pyarrow as pa

from data.ingest.mapping import meaning
from data.ingest.mapping.contents import outcomes
from data.ingest.staging.columns import NONE, Heading, distinct
from data.ingest.staging.work import Work
from data.ingest.values import families, statuses
from data.ingest.values.nothing import is_nothing
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by

_MOST_CODES, _FEWEST_MISSED, _PAIR, _LONGEST = 4, 2, 2, 12
_OF_OTHERS = families.PERIODS | families.DAYS | families.PLACES | families.STAFF | {"group", "grade", "level", "weekday"}
"""Words of headings whose codes tell when, where or by whom, and may stand beside absences by chance."""


def hints(work: Work, free: set[int]) -> list[Heading]:
    """Of each column without a place the code that all sessions with a reason share, and at most half of the others have."""
    missed = _missed(work)
    if missed is None or not missed.any() or missed.all():
        return []
    found = (_hint(work.table.headings[place], work.table.body.column(place), place, missed) for place in sorted(free))
    return [one for one in found if one is not None]


def _missed(work: Work) -> np.ndarray | None:
    """Which rows a reason says were missed; None where no column tells reasons."""
    found = None
    for heading in work.at("reason"):
        known = [key for key, text in enumerate(heading.texts) if statuses.read(text).status == "missed"]
        rows = np.isin(_keys(heading.keys), known)
        found = rows if found is None else found | rows
    return found


def _hint(heading: str, column: pa.ChunkedArray, place: int, missed: np.ndarray) -> Heading | None:
    texts, keys = distinct(column)
    codes = {key: text.strip() for key, text in enumerate(texts) if not is_nothing(text)}
    if not 1 < len(codes) <= _MOST_CODES or _is_of_others(heading) or max(map(len, codes.values())) > _LONGEST:
        return None
    rows = _keys(keys)
    of_missed = {int(key) for key in np.unique(rows[missed]) if key in codes}
    if len(of_missed) != 1 or not np.isin(rows[missed], [*of_missed]).all():
        return None
    (code,) = of_missed
    others = rows[~missed & np.isin(rows, [*codes])]
    alike = int((others == code).sum())
    by_chance = missed.sum() < _FEWEST_MISSED and len(codes) > _PAIR
    if by_chance or not 0 < alike * 2 <= len(others):
        return None
    told = pa.array(np.where(rows == code, 0, NONE), pa.int32())
    return Heading(place, heading, "status", "outcome", (), (), pa.array([codes[code]], pa.string()), told)


def _is_of_others(heading: str) -> bool:
    return bool(outcomes.OF_PAPER.search(words_of(heading)) or said_by(heading) & (_OF_OTHERS | meaning.strangers()))


def _keys(keys: pa.Array | pa.ChunkedArray) -> np.ndarray:
    return keys.to_numpy(zero_copy_only=False) if isinstance(keys, pa.Array) else keys.to_numpy()
