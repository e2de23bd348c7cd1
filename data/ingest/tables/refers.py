"""Make-ups that name the session which they are for by its id: the day of that session stands in the id's place."""

import re
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import dates, families, words

_LENGTHS = families.CLOCK | {"date", "time", "count"}
_IDS = families.IDS | {"#", "no"}


def to_days(table: Table) -> Table:
    """The table with the day of the missed session, and a mark of a make-up, for each id of one under a heading of
    make-ups (makeup_for: L-2003); else as it is. A session that the file doesn't have is told by no day."""
    told = [words.said_by(heading) for heading in table.headings]
    if not any(_is_of_makeup(said) for said in told):
        return table
    own = next(
        (at for at, said in enumerate(told) if said & _IDS and "makeup" not in said and _is_key(table, at)), None
    )
    refers = [
        at for at, said in enumerate(told) if _is_of_makeup(said) and own is not None and _are_like(table, at, own)
    ]
    day = _day(table)
    if own is None or len(refers) != 1 or day is None:
        return table
    ids = [_bare(text) for text in table.body.column(own).to_pylist()]
    day_of = dict(zip(ids, table.body.column(day).to_pylist(), strict=True))
    named = [_bare(text) for text in table.body.column(refers[0]).to_pylist()]
    made = {
        "Makes Up Date": pa.array([day_of.get(one) if one else None for one in named], pa.string()),
        "Make-up": pa.array(["Yes" if one else None for one in named], pa.string()),
    }
    heading = table.headings[refers[0]]
    return table.instead(refers[0], made).noted(
        f"{heading} names the session that a make-up is for; its day was taken."
    )


_OF_MISSED = families.MISSED | {"original"}
_LATER = families.WHEN | {"on"}
_MAKE_UP = r"\b(?:make|made)[- ]?up\b|\bmakeup\b|^mu\b"


def from_missed(table: Table) -> Table:
    """The table with the missed day beside each make-up, where missed sessions name the day on which they were made up
    (Make-Up Date, later than their own): that session of the same student and service, which says itself that it is one, makes
    it up. As it is where the minutes of make-ups stand beside them."""
    told = [words.said_by(heading) for heading in table.headings]
    named = [at for at, said in enumerate(told) if "makeup" in said and said & _LATER and not said & families.MISSED]
    day = _day(table)
    if (
        len(named) != 1
        or day is None
        or named[0] == day
        or told[day] & _OF_MISSED
        or not table.all_are(named[0], dates.looks_like)
        or any("makeup" in said and said & families.TIMES and table.texts(at) for at, said in enumerate(told))
    ):
        return table
    days, made = (days_of(table, at) for at in (day, named[0]))
    if any(later and (own is None or later <= own) for own, later in zip(days, made, strict=True)):
        return table
    own_of = whose(table)
    missed: dict[tuple[str, date], list[str]] = {}
    for who, own, later in zip(own_of, days, made, strict=True):
        if own and later:
            missed.setdefault((who, later), []).append(own.isoformat())
    rows = zip(own_of, days, _say_make_up(table), strict=True)
    found = [missed.get((who, own), []) if own and is_one else [] for who, own, is_one in rows]
    column = [one[0] if len(one) == 1 else None for one in found]
    note = f"{table.headings[named[0]]} is when a missed session was made up: the make-up of that day has the missed one's."
    return table.instead(named[0], {"Makes Up Date": column}).noted(note)


def days_of(table: Table, place: int) -> list[date | None]:
    """The days that a column tells, row by row; None where a cell tells none."""
    column = table.body.column(place).to_pylist()
    read = {text: dates.read(text).value for text in {*column}}
    told = {text: one if isinstance(one, date) else None for text, one in read.items()}
    return [told[text] for text in column]


def whose(table: Table) -> list[str]:
    """The cells of each row that name its student and service, together."""
    named = looks.of_students() | {*synonyms.headings("shared")["service"]}
    places = [at for at, heading in enumerate(table.headings) if words.heading(heading) in named]
    columns = [table.body.column(at).to_pylist() for at in places]
    return ["|".join(text or "" for text in row) for row in zip(*columns, strict=True)] or [""] * len(table.body)


def _say_make_up(table: Table) -> list[bool]:
    said = [pc.match_substring_regex(column, _MAKE_UP, ignore_case=True) for column in table.body.columns]
    return [any(row) for row in zip(*(column.to_pylist() for column in said), strict=True)]


def _is_of_makeup(said: frozenset[str]) -> bool:
    return "makeup" in said and not said & _LENGTHS


def _day(table: Table) -> int | None:
    """The column of the days of sessions: the one that is called so, or the only one that holds days."""
    found = [at for at in range(len(table.headings)) if table.all_are(at, dates.looks_like)]
    called = [at for at in found if words.heading(table.headings[at]) in synonyms.headings("sessions")["session_date"]]
    return called[0] if called else found[0] if len(found) == 1 else None


def _is_key(table: Table, place: int) -> bool:
    """Whether each row has a text of its own in a column."""
    return len(table.body) > 1 and len(table.texts(place)) == len(table.body)


def _are_like(table: Table, place: int, own: int) -> bool:
    """Whether what stands in a column is written as the ids of another are, and is some of them or more than a number."""
    ids, texts = set(map(_bare, table.texts(own))), [_bare(text) for text in table.texts(place)]
    is_one = any(text in ids for text in texts) or not any(text.isdigit() for text in texts)
    return bool(texts) and is_one and {_form(text) for text in texts} <= set(map(_form, ids))


def _bare(text: str | None) -> str:
    return (text or "").strip().casefold()


def _form(text: str) -> str:
    return re.sub(r"[a-z]", "a", re.sub(r"\d", "9", _bare(text)))
