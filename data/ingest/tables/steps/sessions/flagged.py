"""Yes or no whether a session is a make-up, with the day that it makes up in the same cell (Yes, for 10/2)."""

import re
from collections.abc import Sequence
from datetime import date

from data.ingest.model import Table
from data.ingest.tables import looks, spread
from data.ingest.tables.steps.sessions import refers
from data.ingest.values import dates, families, flags, statuses, words
from data.ingest.values.session_outcome import UNKNOWN

_WITH_DAY = re.compile(
    r"^(?P<flag>[a-z]+)\b[\s,:;(–-]*(?:\b(?:for|from|of|missed|the|session|on|makes?|up)\b\s*)*(?P<day>.*?)\)?$",
    re.IGNORECASE,
)


def make_ups(table: Table) -> Table:
    """The table with the day apart from the yes beside it, where a column of make-ups holds yes and no alone but for such;
    days after the rows' own (Made up? Yes, 10/15, of a session missed on 10/2) are when it is made up."""
    for at, heading in enumerate(table.headings):
        if "makeup" not in words.said_by(heading):
            continue
        told = {text: _parts(text) for text in table.texts(at)}
        if not any(day for _, day in told.values()) or not all(_is_flag(flag) for flag, _ in told.values()):
            continue
        parts = [told.get(text or "", (text, None)) for text in table.body.column(at).to_pylist()]
        days = _in_years(table, [day for _, day in parts])
        if any(days.values()):
            return _planned(table, at, days) if all(days.values()) else table
        made = {heading: [flag for flag, _ in parts], "Makes Up Date": [day for _, day in parts]}
        return table.instead(at, made).noted(f"{heading} says with yes or no, and beside it, which day was made up.")
    return table


_FOR_DAY = re.compile(r"^(?:for|from|of|makes up)\s+(?P<day>\S+)$", re.IGNORECASE)


def days_beside(table: Table) -> Table:
    """The table with make-up before the day that a remark beside a ticked one names (MU: X; Reason: for 9/10), which alone
    would be no reason of anything."""
    ticks = [
        at for at, one in enumerate(table.headings) if words.said_by(one) == {"makeup"} and table.all_are(at, _is_flag)
    ]
    if len(ticks) != 1 or not table.texts(ticks[0]):
        return table
    ticked = [flags.read(text or "").value is True for text in table.body.column(ticks[0]).to_pylist()]
    for at in range(len(table.headings)):
        if at not in ticks and any(map(_day_for, table.texts(at))):
            texts = table.body.column(at).to_pylist()
            found = [
                f"Make-up for {day}" if is_one and (day := _day_for(text or "")) else text
                for text, is_one in zip(texts, ticked, strict=True)
            ]
            table = table.filled(at, found)
    return table


def days_asked(table: Table) -> Table:
    """The table in which the day that a form asks for behind its question of make-ups (If yes, what date was missed?) is the
    one that each makes up: it is told of those alone."""
    told = [words.said_by(heading) for heading in table.headings]
    asked = [at for at, said in enumerate(told) if "makeup" in said and table.all_are(at, _is_flag)]
    days = [at for at, said in enumerate(told) if "missed" in said and said & families.WHEN and "makeup" not in said]
    if len(asked) != 1 or len(days) != 1 or not table.all_are(days[0], spread.is_date):
        return table
    pairs = zip(*(table.body.column(at).to_pylist() for at in (*asked, *days)), strict=True)
    if any(day and flags.read(flag or "").value is not True for flag, day in pairs):
        return table
    return table.called(days[0], "Makes Up Date")


_MADE_DAY = re.compile(
    r"^(?:(?:was |is )?(?:an? )?(?P<made>make-? ?up|mu|m/u|makes? up|made up|making up)\s+)?"
    r"(?:(?P<of>for|from|of|missed|replaces|in place of)\s+)?(?:(?:the|missed|session|absence|visit|on|of|from|for)\s+)*"
    r"(?P<day>\d{1,2}/\d{1,2}(?:/\d{2,4})?)(?P<what>\s+(?:session|absence|visit|miss))?(?:\s*[,;.(–-]\s*[^\d\s]\D*)?$",
    re.IGNORECASE,
)
_MOST_OUTCOMES = 40


def days_of_make_ups(table: Table) -> Table:
    """The table with the day that a remark names in a row which another column calls a make-up (What happened: make-up
    session; Remarks: for 9/12), where it comes before the row's own and no column is of such days."""
    outcomes = [at for at in range(len(table.headings)) if any(map(_is_make_up, table.texts(at)[:_MOST_OUTCOMES]))]
    place = refers.day_of_sessions(table) if len(outcomes) == 1 and table.melted is None else None
    if place is None or looks.meant_for(table.headings, "sessions", "makes_up_date"):
        return table
    rows = [row for row, text in enumerate(table.body.column(outcomes[0]).to_pylist()) if text and _is_make_up(text)]
    own = [dates.read(text or "").value for text in table.body.column(place).to_pylist()]
    found: dict[int, str] = {}
    for at in range(len(table.headings)):
        texts = table.body.column(at).to_pylist() if at not in (place, *outcomes) else []
        found |= {row: day for row in rows if texts and (day := _day_made_up(texts[row] or "", own[row]))}
    if not found:
        return table
    days = [found.get(row) for row in range(len(own))]
    return table.also("Makes Up Date", days).noted("Remarks beside make-ups say which day each makes up.")


_MAY_BE_ONE = re.compile(r"\b(?:mu|m/u|dm|ma[dk]e)", re.IGNORECASE)


def _is_make_up(text: str) -> bool:
    said = statuses.read(text) if _MAY_BE_ONE.search(text) else UNKNOWN
    return said.status == "make_up" and said.makes_up_date is None


def _day_made_up(text: str, own: object) -> str | None:
    """The day before a row's own that a remark says was made up; a bare day may be anything's."""
    match = _MADE_DAY.match(" ".join(text.split()))
    if match is None or not (match["made"] or match["of"] or match["what"]) or not isinstance(own, date):
        return None
    day = _near(own, match["day"])
    return day.isoformat() if day and day < own else None


def _day_for(text: str) -> str | None:
    match = _FOR_DAY.match(text.strip())
    return match["day"] if match and spread.is_date(match["day"]) else None


def _planned(table: Table, at: int, days: dict[int, date | None]) -> Table:
    """The table with the day on which each missed session is made up, which says nothing more of the missed one."""
    heading = table.headings[at]
    column = [day.isoformat() if (day := days.get(row)) else None for row in range(len(table.body))]
    return table.instead(at, {"Make-up Date": column}).noted(f"{heading} says when a missed session is made up.")


def _in_years(table: Table, days: Sequence[str | None]) -> dict[int, date | None]:
    """Row -> the day that its cell tells, where that comes after the row's own: the row is of the missed session then."""
    place = refers.day_of_sessions(table)
    own = [] if place is None else [dates.read(text or "").value for text in table.body.column(place).to_pylist()]
    rows = [(row, one, day) for row, (one, day) in enumerate(zip(own, days, strict=False)) if day]
    told = {row: _near(one, day) if isinstance(one, date) else None for row, one, day in rows}
    return {row: day if day and isinstance(own[row], date) and day > own[row] else None for row, day in told.items()}


def _near(own: date, text: str) -> date | None:
    """A day as it is told; of one without a year the nearest to another day."""
    if isinstance(told := dates.read(text).value, date):
        return told
    bare = dates.read_yearless(text)
    years = range(own.year - 1, own.year + 2)
    return min((bare.replace(year=year) for year in years), key=lambda day: abs(day - own)) if bare else None


def _parts(text: str) -> tuple[str, str | None]:
    """(yes or no, the day) of a cell; the whole cell and nothing where it isn't written so."""
    match = _WITH_DAY.match(text.strip())
    if match and spread.is_date(match["day"].strip()) and flags.read(match["flag"]).value is True:
        return match["flag"], match["day"].strip()
    return text, None


def _is_flag(text: str) -> bool:
    return flags.read(text).value is not None
