"""Scores typed on and on into one cell of a goal, each behind its day: 9/12/25 25%; 9/26/25 35%."""

import re
from collections.abc import Sequence

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.layouts import melting
from data.ingest.tables.layouts.periods import BASELINE_DATE
from data.ingest.values import scores, words

_DAY = r"(?P<day>\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|\d{4}-\d{2}-\d{2}|[a-z]{3,9}\.? \d{1,2}(?:,? \d{4})?)"
_UNIT = r"(?:\s*(?:wpm|w?cwpm|words?|letters?|points?|prompts?|times?|correct))?"
_SCORE = rf"(?P<score>\d{{1,3}}(?:\.\d+)?\s*(?:%|(?:/|of|out of)\s*\d{{1,3}}(?:\s+trials?)?)?{_UNIT}|[+-]?\d{{1,3}}(?:\.\d+)?)"
_DAY_FIRST = re.compile(rf"{_DAY}\s*(?P<sign>[:=–-]|\()?\s*{_SCORE}\s*\)?(?=\s*(?:[;,\n|]|$))", re.IGNORECASE)
_SCORE_FIRST = re.compile(rf"{_SCORE}\s*(?:\(|on |@ ?)\s*{_DAY}\s*\)?(?=\s*(?:[;,\n|]|$))", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[;,\n|]?\s*")
FEWEST = 2


def apart(table: Table, around: Sequence[str] = ()) -> Table:
    """The table with a record for each score, its day and value in columns; a goal without any stays one record.

    As it is where a cell holds anything else than scores and their days, or says that there are none yet.
    """
    if not looks.written_for(table.headings, "goals", "goal_text") or table.melted:
        return table
    for place, heading in enumerate(table.headings):
        if _read(table.first(place)) is None:
            continue
        told = {text: _read(text) for text in table.texts(place)}
        if any(len(one or ()) >= FEWEST for one in told.values()) and all(one is not None for one in told.values()):
            rows = [told.get(text or "") or [] for text in table.body.column(place).to_pylist()]
            evidence = (*table.notes, table.sheet, *around)
            days = [[melting.date_of(day, evidence) for day, _ in row] for row in rows]
            parts = table.also("Score", [None] * len(rows))
            parts = parts.in_parts({place: days, len(table.headings): [[score for _, score in row] for row in rows]})
            return parts.called(place, "Date of Data").noted(f"Each score under {heading} is a record with its day.")
    return table


_BEHIND = re.compile(
    rf"^(?P<value>.*?\d.*?)\s*[,;]?\s*(?:\(\s*|\bon |\bas of |@ ?)(?:as of |on )?{_DAY}\s*\)?$", re.IGNORECASE
)
_BEFORE = re.compile(rf"^{_DAY}\s*[:=–-]\s*(?P<value>.*\d.*)$", re.IGNORECASE)


def of_baselines(table: Table) -> Table:
    """The table with baselines without the day on which each was measured, which is told beside: 45% (9/5/25)."""
    for place, heading in enumerate(table.headings):
        if "baseline" not in words.said_by(heading) or _undated(table.first(place)) is None:
            continue
        column = table.body.column(place).to_pylist()
        told = [_undated(text or "") for text in column]
        days = [_day_of(text or "") for text in column]
        bare = [text if value is None else value for text, value in zip(column, told, strict=True)]
        table = table.instead(place, {_AND_DATE.sub("", heading): bare}).also(BASELINE_DATE, days)
        table = table.noted(f"The days beside the scores under {heading} are not read.")
    return table


_AND_DATE = re.compile(r"\W+(?:and |with )?date\W*$", re.IGNORECASE)


def _undated(text: str) -> str | None:
    """The score of a cell that tells its day too; None where it doesn't."""
    bare = text.strip()
    match = None if _RANGE.match(bare) else _BEHIND.match(bare) or _BEFORE.match(bare)
    return match["value"].strip() if match else None


def _day_of(text: str) -> str | None:
    """The day that stands beside the score of a cell, as written."""
    bare = text.strip()
    match = None if _RANGE.match(bare) else _BEHIND.match(bare) or _BEFORE.match(bare)
    return match["day"] if match else None


_RANGE = re.compile(r"^\d{1,2}/\d{1,2}\s*(?:[–-]|to)\s*\d{1,2}/\d{1,2}$", re.IGNORECASE)
"""From so many of so many to more of them: 2/5 - 3/5."""


def _read(text: str) -> list[tuple[str, str]] | None:
    """(day, score) of all that a cell holds; empty where it says that there is no score; None where it holds more."""
    if scores.is_not_measured(text):
        return []
    for pattern in (_DAY_FIRST, _SCORE_FIRST):
        found, at, bare = [], 0, text.strip()
        while at < len(bare) and (match := pattern.match(bare, at)):
            if _may_be_days(match):
                return None
            found.append((match["day"], match["score"].strip()))
            at = _BETWEEN.match(bare, match.end()).end()  # type: ignore[union-attr]
        if found and at == len(bare):
            return found
    return None


def _may_be_days(match: re.Match[str]) -> bool:
    """Whether a score behind a day without its year could be the next day: 9/12 9/26."""
    said = match.groupdict()
    return "/" in said["score"] and said["day"].count("/") == 1 and not said.get("sign")
