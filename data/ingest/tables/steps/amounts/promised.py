"""Students' names with what is promised to each behind them: Josie H. 2x20; Lin, Ada (1x30 wk)."""

import re

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.steps.people import names_in_cell
from data.ingest.values import frequencies, names
from data.ingest.values.words import said_by

_AMOUNT = re.compile(r"^(?P<name>[^\d(\[]*[^\W\d_]\.?)\s*[-–:,]?\s*[(\[]?(?P<amount>\d[^)\]]*)[)\]]?$", re.IGNORECASE)
_TIMES = re.compile(r"\d\s*[x×]", re.IGNORECASE)
"""Without it, minutes behind a name are those of a session."""
_MOST = 0.5
AMOUNT = "Frequency"
Parted = tuple[str, str | None]
"""Names, and the amount behind the one that is alone."""


def apart(table: Table) -> Table:
    """The table with names alone where half of them or more have an amount behind them; beside no days and no other amounts
    it becomes a column of its own."""
    for place in names_in_cell.of_students(table):
        texts = table.texts(place)
        told: dict[str, Parted] = {text: both for text in texts if (both := parted(text) or _several(text))}
        if texts and len(told) >= _MOST * len(texts):
            return _apart(table, place, told)
    return table


def parted(text: str) -> tuple[str, str] | None:
    """The name and the amount of a text that is both; else None."""
    match = _AMOUNT.match(" ".join(text.split()))
    name = match["name"].strip() if match else ""
    if match is None or not (names.looks_whole(name) or names.is_initialled(name)):
        return None
    amount = match["amount"].strip()
    is_how_often = _TIMES.search(amount) is not None
    return (name, amount) if is_how_often and frequencies.read(amount).minutes_per_session is not None else None


_BETWEEN = re.compile(r"\s*[,;\n&|]\s*|\s+and\s+")


def _several(text: str) -> tuple[str, None] | None:
    """The names of a text that lists several, each with its amount; these are in no cell of their own."""
    all_told = [parted(part) for part in _BETWEEN.split(text.strip())]
    found = [one[0] for one in all_told if one]
    return ("; ".join(found), None) if len(found) == len(all_told) else None


def bare(text: str) -> str:
    """A text without the amount behind the name that it is."""
    both = parted(text)
    return both[0] if both else text


def _apart(table: Table, place: int, told: dict[str, Parted]) -> Table:
    heading, column = table.headings[place], table.body.column(place).to_pylist()
    alone = table.filled(place, [told[text][0] if text in told else text for text in column])
    if _has_amounts(table):
        return alone.noted(f"{heading}: the amounts behind the names were not loaded.")
    amounts = [told[text][1] if text in told else None for text in column]
    return alone.also(AMOUNT, amounts).noted(f"{heading}: a name and an amount in one.")


def _has_amounts(table: Table) -> bool:
    """Whether days stand in the table, so that it is a log, or amounts of its own."""
    days = looks.meant_for(table.headings, "sessions", "session_date")
    return bool(table.melted or days or any(said_by(heading) & _AMOUNTS for heading in table.headings))


_AMOUNTS = frozenset({"frequency", "minute"})
