"""A data sheet: a row a day, a column a goal, scores in the cells; one record for each score."""

import re

import pyarrow as pa

from data.contracts import synonyms
from data.ingest.tables import looks, spread
from data.ingest.tables.grid import Cells, Grid
from data.ingest.tables.layouts import turned
from data.ingest.tables.long import Long, filled, long
from data.ingest.values import codes, durations, families, numbers, scores, statuses, words

FEWEST, WORDY = 2, 2
_OF_ROWS = frozenset({"id", "identifier", "row", "key"})
"""Words of what numbers rows or people."""
_MOST = 0.8
_NUMBERED = re.compile(r"^(?:goal|objective|obj|target|skill)\s*#?\s*\d", re.IGNORECASE)
_SCORE = re.compile(r"^\d+(?:\.\d+)?\s*%?$|^\d+\s*/\s*\d+$")


def is_header(cells: Cells, grid: Grid, at: int) -> bool:
    """Whether a row heads such a sheet: a column of days, then goals in words over nothing but scores."""
    filled = [(place, cell) for place, cell in enumerate(cells) if cell]
    if len(filled) < 1 + FEWEST or words.heading(filled[0][1]) not in turned.DAYS:
        return False
    rows = [grid.row(row) for row in range(at + 1, min(at + 4, grid.height)) if grid.counts[row]]
    told = [cell for row in rows for place, _ in filled[1:] if (cell := row[place])]
    days = _are_days([row[filled[0][0]] for row in rows])
    return days and all(_is_goal(cell) for _, cell in filled[1:]) and bool(told) and all(map(_SCORE.match, told))


def melt(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """The long form of such a sheet, the goals in the words of their headings; None where it is none.

    It is none where a heading or a column tells of a session (minutes, a clock, what happened), since each would come
    once for each goal; or where no student is named.
    """
    day = next((place for place, heading in enumerate(headings) if words.heading(heading) in turned.DAYS), None)
    told = {words.heading(heading) for heading in headings}
    if day is None or not told & _students() or told & _sessions() or not _are_days(columns[day].to_pylist()):
        return None
    goals = [
        place for place, heading in enumerate(headings)
        if _is_goal(heading) and _are_scores(columns[place], is_numbered=_NUMBERED.match(heading) is not None)
    ]  # fmt: skip
    others = [column for place, column in enumerate(columns) if place not in goals and place != day]
    if len(goals) < FEWEST or any(map(_is_of_sessions, others)) or any(map(_is_of_a_log, headings)):
        return None
    if all(map(_is_only_length, (headings[place] for place in goals))):
        return None
    wide = {place: columns[place].to_pylist() for place in goals}
    cells = filled(wide)
    made = {"Goal": [headings[at] for _, at in cells], "Score": [wide[at][row] for row, at in cells]}
    return long(headings, columns, goals, cells, made)


def _students() -> set[str]:
    listed = synonyms.headings("student")
    return {word for name in ("student_id", "student_name", "student_last_name") for word in listed[name]}


def _sessions() -> set[str]:
    listed = synonyms.headings("sessions")
    own = {word for name in ("minutes", "gross_minutes", "status", "start_time") for word in listed[name]}
    return own | {word for name in ("goal_text", "goal_id") for word in synonyms.headings("goals").get(name, ())}


def _are_days(texts: list[str | None]) -> bool:
    told = [text for text in texts if text and text.strip()]
    return bool(told) and sum(map(spread.is_date, told)) >= _MOST * len(told)


def _is_goal(heading: str) -> bool:
    """Whether a heading could be a goal in its words: two words or more that districts don't use, or a numbered goal.

    A service or a kind isn't one: what stands beneath might be its minutes.
    """
    if words.said_by(heading) & _OF_ROWS:
        return False
    wordy = len(heading.split()) >= WORDY and not looks.known(heading) and looks.like_heading(heading)
    of_service = codes.find(heading, "service") or codes.find(heading, "kind")
    return (wordy and not of_service) or _NUMBERED.match(heading) is not None


def _are_scores(column: pa.Array, *, is_numbered: bool) -> bool:
    """Whether nearly all texts are scores; under the number of a goal some may say that nothing was measured."""
    texts = [text.strip() for text in column.to_pylist() if spread.is_filled(text)]
    measured = [text for text in texts if not (is_numbered and scores.is_not_measured(text))]
    told = [text for text in measured if _SCORE.match(text) and (numbers.to_float(text) or 0.0) <= _HIGHEST]
    return len(measured) > 0 and len(told) >= _MOST * len(measured)


_HIGHEST, _LOOKED_AT = 500.0, 60
"""Larger numbers are ids."""


def _is_of_sessions(column: pa.Array) -> bool:
    """Whether a column tells clocks, lengths of time or who was away, as a log does."""
    texts = [text.strip() for text in column.slice(0, _LOOKED_AT).to_pylist() if spread.is_filled(text)]
    timed = sum(_CLOCK.match(text) is not None or durations.in_words(text) is not None for text in texts)
    return (timed > 0 and timed >= _MOST * len(texts)) or any(_is_away(text) for text in texts)


_LENGTHS = families.LENGTHS
_OF_GIVEN = frozenset(
    {"total", "number", "count", "given", "first", "provide", "deliver", "serve", "see", "session", "service", "direct", "actual",
     "amount", "time", "therapy", "student", "spent", "received", "rendered", "worked", "logged", "net"}
)  # fmt: skip


def _is_of_a_log(heading: str) -> bool:
    """Whether a heading is of how long a session was, or of units that are billed for it (Used Units, Minutes per Unit)."""
    said = words.said_by(heading)
    return _tells_length(heading) or ("unit" in said and bool(said & _OF_BILLS))


_OF_BILLS = frozenset(
    {"minute", "per", "used", "approved", "authorized", "bill", "billed", "session", "service", "remaining", "balance"}
)


def _tells_length(heading: str) -> bool:
    """Whether a heading is of how long a session was, in words that nobody lists: Total Mins Given, Grp Min."""
    said = words.said_by(heading)
    rest = " ".join(word for word in heading.split() if not words.said_by(word) & _LENGTHS)
    of_sessions = bool(rest) and codes.tells(rest)
    return bool(said & _LENGTHS) and (of_sessions or said <= _LENGTHS | _OF_GIVEN)


def _is_only_length(heading: str) -> bool:
    """Whether a heading is minutes of one word that nobody knows: where all are, they may be of sessions."""
    told = words.plain(heading).split()
    return len(told) <= WORDY and bool(words.said_by(heading) & _LENGTHS)


def _is_away(text: str) -> bool:
    return len(text) > _CODE and statuses.read(text).status == "missed"


_CLOCK, _CODE = re.compile(r"^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?$", re.IGNORECASE), 3
