"""Accounts of missed minutes with a running balance: what is owed is a missed session, what is paid back a make-up."""

import re
from dataclasses import dataclass
from itertools import pairwise

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables.steps.amounts import charges
from data.ingest.tables.steps.sessions import refers
from data.ingest.values import families, numbers, words

REASON = "a sum or balance without a day"
_OWED = frozenset(("owed", "owe", "missed", "lost", "short", "+"))
_BACK = frozenset(("back", "repaid", "paid", "makeup", "-"))
_BALANCE = frozenset(("balance", "bal", "running", "owed", "still", "left", "remaining", "total"))
_LONGEST = 180
"""Minutes that one session may have at most: more is owed for several, or by an award."""
_DAY = re.compile(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![/\d])")
_DAY_FOR = re.compile(rf"\b(?:for|from|of|on|missed|up|makeup)\s+(?:the )?({_DAY.pattern})", re.IGNORECASE)


@dataclass(frozen=True)
class _Account:
    """The columns of an account, its numbers, and the rows that tell a day."""

    owed: int
    back: int
    balance: int
    added: charges.Numbers
    done: charges.Numbers
    left: charges.Numbers
    rows: list[int]


def told(table: Table) -> Table:
    """The account with a missed session for each line that adds to what is owed and a make-up for each that takes from it,
    where its balance bears out which column does which; a line that tells no day is none of either."""
    found = None if table.melted else _account(table)
    if found is None or not _is_of_sessions(table, found):
        return table
    columns = [table.headings[at] for at in (found.owed, found.back, found.balance)]
    note = f"{columns[0]} tells missed sessions and {columns[1]} their make-ups."
    without_day = set(range(len(table.body))) - {*found.rows}
    made = _as_sessions(table, found).leaving(without_day, REASON)
    return made.without(*(at for at, one in enumerate(made.headings) if one in columns)).noted(note)


def _account(table: Table) -> _Account | None:
    owed, back = (charges.only(table, said) for said in (_OWED, _BACK))
    if owed is None or back is None:
        return None
    balance = next((at for at in range(len(table.headings)) if at not in (owed, back) and _is_balance(table, at)), None)
    day = refers.day_of_sessions(table)
    if balance is None or day is None:
        return None
    added, done, left = (
        [numbers.to_float(text or "") for text in table.body.column(at).to_pylist()] for at in (owed, back, balance)
    )
    rows = [row for row, text in enumerate(table.body.column(day).to_pylist()) if text and text.strip()]
    return _Account(owed, back, balance, added, done, left, rows)


def _is_balance(table: Table, at: int) -> bool:
    said = words.said_by(table.headings[at]) - families.TIMES
    return bool(said) and said <= _BALANCE and table.all_are(at, numbers.is_number)


def _is_of_sessions(table: Table, found: _Account) -> bool:
    """Whether each line adds or pays back as the balance says, and what is owed is of single sessions, of which some line
    tells what became: an award is none."""
    is_either = all(bool(found.added[row]) != bool(found.done[row]) for row in found.rows)
    if not is_either or not any(found.done[row] for row in found.rows) or not _bears_out(found):
        return False
    gone = table.rows([row for row in found.rows if found.added[row]])
    is_short = max(filter(None, found.added), default=0.0) <= _LONGEST
    return is_short and any(map(charges.tells_outcome, gone.body.columns))


def _bears_out(found: _Account) -> bool:
    """Whether each balance is the one before it with what was added and without what was paid back, but where another
    account begins."""
    steps = []
    for before, now in pairwise(found.rows):
        was, left = found.left[before], found.left[now]
        moved = (found.added[now] or 0.0) - (found.done[now] or 0.0)
        if now == before + 1:
            steps.append(was is not None and left is not None and abs(left - was - moved) < 1)
    return sum(steps) >= charges.FEWEST and sum(steps) * 4 >= len(steps) * 3


def _as_sessions(table: Table, account: _Account) -> Table:
    """The account with the minutes of both in one column, what each line is, why a session was missed, and which one a
    make-up is for."""
    either = [one or other for one, other in zip(account.added, account.done, strict=True)]
    found = table.instead(account.owed, {"Minutes": [f"{one:g}" if one else None for one in either]})
    found = found.also("Session Status", ["Make-up" if one else "Missed" for one in account.done])
    at = _told_in(table)
    if at is None:
        return found
    told = list(zip(found.body.column(at).to_pylist(), account.done, strict=True))
    found = found.instead(at, {"Reason Missed": [None if paid else text for text, paid in told]})
    return found.also("Makes Up Date", [_made_up(text or "") if paid else None for text, paid in told])


def _told_in(table: Table) -> int | None:
    """The column that says what each line is of: one that names days, else the one of outcomes or reasons."""
    listed = synonyms.headings("sessions")
    said = (*listed["status"], *listed["reason"])
    named = [at for at in range(len(table.headings)) if any(map(_DAY_FOR.search, table.texts(at)))]
    return next(iter([*named, *(at for at, one in enumerate(table.headings) if words.heading(one) in said)]), None)


def _made_up(text: str) -> str | None:
    """The one day that a line says it is for."""
    match = _DAY_FOR.search(text)
    return match[1] if match and len(_DAY.findall(text)) == 1 else None
