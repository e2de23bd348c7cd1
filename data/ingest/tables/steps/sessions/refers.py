"""Make-ups that name the session which they are for by its id: the day of that session stands in the id's place."""

import re

import pyarrow as pa

from data.contracts import synonyms
from data.ingest.model import Table
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
    day = day_of_sessions(table)
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


def _is_of_makeup(said: frozenset[str]) -> bool:
    return "makeup" in said and not said & _LENGTHS


def day_of_sessions(table: Table) -> int | None:
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
