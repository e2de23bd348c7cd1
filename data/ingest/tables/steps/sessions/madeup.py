"""Lists of missed sessions with the day and minutes of their make-ups beside: a record of each."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest import texts
from data.ingest.model import Table
from data.ingest.tables import looks, spans, spread
from data.ingest.values import dates, durations, families, flags, names, words

_DATES = families.WHEN
_MISSED = families.MISSED | {"original"}
_WHO = frozenset({"by", "provider", "therapist", "staff", "with", "whom", "who"})
_STATE = families.STATES


_NOT_YET = frozenset({"scheduled", "plan", "due", "target", "proposed", "tentative", "deadline"})


def planned(table: Table) -> Table:
    """The list of missed sessions without the days on which their make-ups are planned, or which a column says weren't held
    yet (Made up? No): nothing was given on them. As it is where some were made up."""
    told = [_told(heading) for heading in table.headings]
    missed = _only(table, [at for at, one in enumerate(told) if one & _DATES and one & _MISSED and "makeup" not in one])
    days = [
        at for at, one in enumerate(told) if one & (_DATES | _NOT_YET) and "makeup" in one and _holds_days(table, at)
    ]
    done = _flags_of(table, told)
    others = [at for at, one in enumerate(told) if "makeup" in one and at not in (*days, *done) and table.texts(at)]
    is_open = bool(days) and (bool(done) or all(told[at] & _NOT_YET for at in days))
    if missed is None or others or not is_open or any(_is_done(text) for at in done for text in table.texts(at)):
        return table
    said = " and ".join(table.headings[at] for at in days)
    note = f"{said} is when a make-up is planned, and no session."
    return table.called(missed, "Date Missed").without(*days, *done).noted(note)


def _flags_of(table: Table, told: list[frozenset[str]]) -> list[int]:
    """The columns that say with yes or no whether each session was made up."""
    named = [at for at, one in enumerate(told) if "makeup" in one and table.texts(at)]
    return [at for at in named if all(flags.read(text).value is not None for text in table.texts(at))]


def _is_done(text: str | None) -> bool:
    return flags.read(text).value is True


def apart(table: Table) -> Table:
    """The table with a record for each missed session and one for each make-up that has a day; else as it is.

    Only where columns tell the minutes made up, and the reason or the minutes of what was missed: a list of make-ups
    that names the missed days alone is one of make-ups.
    """
    told = [_told(heading) for heading in table.headings]
    missed = _only(table, [at for at, one in enumerate(told) if one & _DATES and one & _MISSED and "makeup" not in one])
    if missed is None or any(one & _STATE for one in told):
        return table
    in_pieces = _in_pieces(table, told, missed)
    gone, made_up = in_pieces or _beside(table, told)
    lost = next((at for at, one in enumerate(told) if at not in gone and one & {"minute", "duration"}), None)
    reasons = _of_the_missed(told)
    if not gone or (not reasons and lost is None):
        return table
    return _given_by(_two(table, missed, gone, made_up, lost, reasons), _by_whom(table, told), table)


def listed(table: Table) -> Table:
    """The list of make-ups that tells of each which missed session it is for and why that was missed: the reason is not its
    own. As it is where other columns tell the minutes made up, or what became of each."""
    told = [_told(heading) for heading in table.headings]
    made = _only(table, [at for at, one in enumerate(told) if one & _DATES and "makeup" in one])
    missed = _only(table, [at for at, one in enumerate(told) if one & _DATES and one & _MISSED and "makeup" not in one])
    reasons = _of_the_missed(told)
    lengths = [at for at, one in enumerate(told) if one & families.CLOCK]
    if made is None or missed is None or not reasons or len(lengths) != 1 or any(one & _STATE for one in told):
        return table
    if told[lengths[0]] & (_MISSED | {"makeup", "owed"}) or any(one & _NOT_YET for one in told):
        return table
    days = [text if text and spread.is_date(text.strip()) else None for text in table.body.column(missed).to_pylist()]
    found = table.filled(missed, days).called(made, "Session Date").called(missed, "Makes Up Date").without(*reasons)
    found = found.also("Session Status", ["Make-up"] * len(table.body))
    return found.noted(f"{table.headings[reasons[0]]} is of the missed sessions, and not of their make-ups.")


MadeUp = list[list[tuple[str | None, str | None]]]
"""For each row the day and the minutes of each of its make-ups."""


def _beside(table: Table, told: list[frozenset[str]]) -> tuple[list[int], MadeUp]:
    """The columns of the day and the minutes of a make-up, and what they say, or of the day and whether it was given, where
    nobody says how long; none where there are no such two."""
    made = _only(table, [at for at, one in enumerate(told) if one & _DATES and "makeup" in one and "minute" not in one])
    minutes = [at for at, one in enumerate(told) if "makeup" in one and one & {"minute", "duration", "time"}]
    done = _flags_of(table, told)
    if made is not None and not minutes and len(done) == 1:
        pairs = zip(*(table.body.column(at).to_pylist() for at in (made, *done)), strict=True)
        return [made, *done], [[(day, None)] if _is_done(text) else [] for day, text in pairs]
    if made is None or len(minutes) != 1:
        return [], []
    pairs = zip(*(table.body.column(at).to_pylist() for at in (made, *minutes)), strict=True)
    return [made, *minutes], [[(day, length)] if day and _tells_day(day) else [] for day, length in pairs]


def _tells_day(text: str) -> bool:
    """Whether a cell may tell a day: words alone (parent said no, not yet) say that there was no make-up."""
    return any(letter.isdigit() for letter in text)


def _by_whom(table: Table, told: list[frozenset[str]]) -> int | None:
    """The column of who gave the make-ups (Made up by); None where none, or not one, is."""
    found = [
        at for at, one in enumerate(told) if "makeup" in one and one & _WHO and table.all_are(at, names.looks_whole)
    ]
    return found[0] if len(found) == 1 else None


_FOR = re.compile(r"^(?:for|x)\b\s*", re.IGNORECASE)


def _in_pieces(table: Table, told: list[frozenset[str]], missed: int) -> tuple[list[int], MadeUp] | None:
    """The column in whose cells each make-up has its day and minutes (10/14 (15), 10/16 (15)), and what it says."""
    for at, one in enumerate(told):
        if "makeup" not in one or at == missed:
            continue
        found = {text: _pieces(text) for text in table.texts(at)}
        if found and all(found.values()):
            pairs = zip(table.body.column(missed).to_pylist(), table.body.column(at).to_pylist(), strict=True)
            made = [(day, found.get(cell or "") or []) for day, cell in pairs]
            return [at], [[(_day_after(day, when), minutes) for when, minutes in own] for day, own in made]
    return None


def _pieces(text: str) -> list[tuple[str, str]]:
    """The day and the minutes of each make-up that a cell lists; none where one of them has no minutes."""
    told = [(day, durations.read(_FOR.sub("", remark or "")).value) for day, remark in spans.noted(text) or ()]
    return [(day, f"{minutes:g}") for day, minutes in told if minutes is not None] if all(m for _, m in told) else []


def _day_after(missed: str | None, made: str) -> str:
    """The day of a make-up, that of the first such day from the missed one on where it is told without its year."""
    first, part = dates.read(missed or "").value, spread.part(made)
    if not isinstance(first, date) or part is None:
        return made
    return f"{first.year + (part < (first.month, first.day))}-{part[0]:02d}-{part[1]:02d}"


def _told(heading: str) -> frozenset[str]:
    """A heading's words spelt out, with those that only here tell a day: Missed On."""
    bare = words.heading(heading)
    return frozenset((*words.spelt_out(bare).split(), *(_DATES | _WHO).intersection(bare.split())))


def _only(table: Table, places: list[int]) -> int | None:
    """The one column of these that holds days."""
    found = [at for at in places if _holds_days(table, at)]
    return found[0] if len(found) == 1 else None


def _holds_days(table: Table, place: int) -> bool:
    return any(dates.looks_like(text) or spread.is_date(text) for text in table.texts(place))


def _of_the_missed(told: list[frozenset[str]]) -> list[int]:
    return [at for at, one in enumerate(told) if one & {"reason", "why", "cause", "absent", "absence"}]


def told_again(table: Table, made_up: Sequence[int]) -> list[bool]:
    """Whether each record repeats the one before it of the same row in all but its make-up: a session made up on several
    days, each in columns of its own, was missed once."""
    others = [column for at, column in enumerate(table.body.columns) if at not in made_up]
    told = list(zip(table.row_numbers.to_pylist(), *(column.to_pylist() for column in others), strict=True))
    return [False, *(one == before for before, one in pairwise(told))]


def _two(table: Table, missed: int, gone: list[int], made_up: MadeUp, lost: int | None, reasons: list[int]) -> Table:
    """The record of each missed session, and behind it those of its make-ups."""
    again = told_again(table, gone)
    parts = [(row, made) for row, own in enumerate(made_up) for made in (*(() if again[row] else (None,)), *own)]
    both = table.rows([row for row, _ in parts])
    taken, second, nothing = (
        both.body.columns,
        pa.array([made is not None for _, made in parts], pa.bool_()),
        pa.scalar(None, pa.string()),
    )
    days, minutes = (pa.array([made[at] if made else None for _, made in parts], pa.string()) for at in (0, 1))
    for at in reasons:
        both = both.filled(at, pc.if_else(second, nothing, taken[at]))
    without = [place for place in (missed, *gone, lost) if place is not None and place not in reasons]
    found = both.without(*without).also("Session Date", pc.if_else(second, days, taken[missed]))
    found = found.also("Makes Up Date", pc.if_else(second, taken[missed], nothing))
    found = found.also("Minutes", pc.if_else(second, minutes, nothing if lost is None else taken[lost]))
    found = found.also("Session Status", pc.if_else(second, "Make-up", "Missed"))
    return found.noted("A missed session and its make-up in one row are two records.")


def _given_by(found: Table, who: int | None, table: Table) -> Table:
    """The records with who gave the make-ups; the missed sessions keep whom the table names."""
    if who is None:
        return found
    gave, status = (found.headings.index(one) for one in (table.headings[who], "Session Status"))
    usual = next((at for at in looks.written_for(found.headings, "sessions", "provider_name") if at != gave), None)
    own = found.body.column(usual) if usual is not None else pa.nulls(found.body.num_rows, pa.string())
    made = pc.equal(found.body.column(status), "Make-up")
    provider = pc.if_else(made, texts.filled(found.body.column(gave), own), own)
    if usual is None:
        return found.instead(gave, {"Provider": provider})
    return found.filled(usual, provider).without(gave)
