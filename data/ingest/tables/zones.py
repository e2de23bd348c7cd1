"""Moments told in UTC (2025-09-08T13:30:00Z): the clock of the district's time zone, where somebody said which it is."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.model import Sheet

NO_ZONE, AS_WRITTEN = "(time zone)", "as written"
CHOICES = (
    "America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Anchorage",
    "Pacific/Honolulu", AS_WRITTEN,
)  # fmt: skip
_UTC = r"^\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|\+00:?00)\s*$"
_MOMENT = re.compile(_UTC)
_TAIL = re.compile(r"(?:\.\d+)?\s*(?:Z|UTC|\+00:?00)\s*$")
_FARTHEST = 10
"""Hours from UTC to Hawaii: from that hour on the day in UTC is the day of every state."""


def in_utc(text: str) -> bool:
    """Whether a text is a moment in UTC."""
    return _MOMENT.match(text) is not None


def may_be_the_day_before(text: str) -> bool:
    """Whether a moment in UTC may be of the day before where the district is."""
    return in_utc(text) and _moment(text).hour < _FARTHEST


_MIDNIGHTS = range(4, _FARTHEST + 1)
"""Hours in UTC at which a day begins in some state, in summer or in winter."""


def are_midnights(texts: Iterable[str]) -> bool:
    """Whether moments in UTC are all midnight of one place, in summer and in winter (T05:00:00Z, T06:00:00Z): they tell the
    day that is written, and no clock."""
    told = {(moment.hour, moment.minute, moment.second) for moment in map(_moment, texts)}
    hours = [hour for hour, *rest in told if hour in _MIDNIGHTS and rest == [0, 0]]
    return 0 < len(hours) == len(told) and max(hours) - min(hours) <= 1


def zone(said: str | None) -> ZoneInfo | None:
    """The time zone of an answer; None where it names none."""
    try:
        return ZoneInfo(said.strip()) if said and said.strip() != AS_WRITTEN else None
    except (KeyError, ValueError, OSError):
        return None


def local(sheet: Sheet, place: ZoneInfo) -> Sheet:
    """The sheet with its moments in UTC told by the clock of a place, without their zone; columns of days at midnight
    stay days."""
    cells = sheet.cells
    for number, name in enumerate(cells.column_names):
        column = cells.column(name)
        if _has_moments(column):
            cells = cells.set_column(number, name, _told(column, place))
    return replace(sheet, cells=cells)


def _has_moments(column: pa.ChunkedArray) -> bool:
    found = column.filter(pc.fill_null(pc.match_substring_regex(column, _UTC), False))
    return bool(len(found)) and not pc.all(pc.match_substring_regex(found, r"[T ]00:00(?::00)?(?:\D|$)")).as_py()


def _told(column: pa.ChunkedArray, place: ZoneInfo) -> pa.ChunkedArray:
    coded = pc.dictionary_encode(column.combine_chunks())
    texts = [_local(text, place) if in_utc(text) else text for text in coded.dictionary.to_pylist()]
    return pa.chunked_array([pa.array(texts, pa.string()).take(coded.indices)])


def _local(text: str, place: ZoneInfo) -> str:
    return _moment(text).replace(tzinfo=UTC).astimezone(place).strftime("%Y-%m-%d %H:%M:%S")


@lru_cache(maxsize=20_000)
def _moment(text: str) -> datetime:
    return datetime.fromisoformat(_TAIL.sub("", text.strip()))
