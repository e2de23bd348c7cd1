"""The amount of the regular year and that of the extended one side by side (Frequency, ESY Frequency): a line of each."""

import re
from dataclasses import replace

from data.ingest.model import Table
from data.ingest.tables import inforce, spans, spread
from data.ingest.values import families, frequencies, nothing, numbers, words

_SUMMER = families.SUMMER
_AROUND = frozenset({"regular", "reg", "school", "year", "extended", "service"})
_AMOUNTS = families.AMOUNTS
_NONE = frozenset(
    {
        "no",
        "n",
        "none",
        "no esy",
        "not eligible",
        "not needed",
        "not recommended",
        "does not qualify",
        "no services",
        "x",
    }
)
_MOST = 0.6
_YEAR = re.compile(r"\b(20\d\d)\b")
_BRACKETS = re.compile(r"\(([^()]+)\)")
YES, NO = "Yes", "No"


def apart(table: Table) -> Table:
    """The table with a line for each amount, and a column that says which is of the extended year; its days are those that
    its own columns or its heading tell, and never those of the year's line."""
    pairs = _pairs(table)
    amounts = [esy for esy in pairs if _is_amount(table, esy)]
    if not amounts or any(words.said_by(heading) == {"esy"} and not _is_amount(table, at)
                          for at, heading in enumerate(table.headings)):  # fmt: skip
        return table
    cells = {at: table.body.column(at).to_pylist() for at in {*pairs, *pairs.values()}}
    height = table.body.num_rows
    has = [any(_says(cells[at][row]) for at in amounts) for row in range(height)]
    regular = [any(_says(cells[pairs[at]][row]) for at in amounts) or not has[row] for row in range(height)]
    rows = [(row, part) for row in range(height) for part in (False, True) if (has if part else regular)[row]]
    both = table.rows([row for row, _ in rows])
    for esy, base in pairs.items():
        both = both.filled(base, [cells[esy if part else base][row] for row, part in rows])
    both = _dated(both, table, pairs, amounts[0], [part for _, part in rows])
    for at in amounts:
        if not words.said_by(table.headings[pairs[at]]) & _AMOUNTS:
            both = both.called(pairs[at], "Frequency")
    both = both.also("ESY", [YES if part else NO for _, part in rows])
    return both.without(*pairs).noted(f"{table.headings[amounts[0]]}: lines of the extended school year.")


def _pairs(table: Table) -> dict[int, int]:
    """Each column of the extended year with that of the regular one which says the same of it."""
    told = [words.said_by(heading) for heading in table.headings]
    summers = [at for at, said in enumerate(told) if said & _SUMMER]
    others = [at for at in range(len(told)) if at not in summers]
    found = {}
    for esy in summers:
        rest = _rest(told[esy])
        same = [at for at in others if rest and _rest(told[at]) == rest]
        if len(same) == 1:
            found[esy] = same[0]
    if not found and len(summers) == 1 and _are_frequencies(table, summers[0]):
        same = [at for at in others if _are_frequencies(table, at)]
        found = {summers[0]: same[0]} if len(same) == 1 else {}
    return found


def _rest(said: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in said - _SUMMER - _AROUND if not word.isdigit())


def _is_amount(table: Table, at: int) -> bool:
    if _are_frequencies(table, at):
        return True
    texts = [text for text in table.texts(at) if _says(text)]
    named = bool(words.said_by(table.headings[at]) & _AMOUNTS)
    return named and bool(texts) and all(map(numbers.is_number, texts))


def _are_frequencies(table: Table, at: int) -> bool:
    said = [frequencies.read(text) for text in table.texts(at) if _says(text)]
    whole = [one for one in said if one.amount_minutes is not None or (one.sessions is not None and one.cycle)]
    return len(whole) >= _MOST * len(said) > 0


def _says(text: str | None) -> bool:
    return not nothing.is_nothing(text) and words.plain(text or "") not in _NONE


def _dated(both: Table, table: Table, pairs: dict[int, int], amount: int, parts: list[bool]) -> Table:
    """The lines with the days of the extended year that a heading tells, else none, where they have no column of their own."""
    days = _days(table.headings[amount])
    for name, of, day in (("Start Date", inforce.START, days[0]), ("End Date", inforce.END, days[1])):
        at = inforce.only(_without_summers(table), of)
        if at in pairs.values():
            continue
        if at is not None:
            usual = both.body.column(at).to_pylist()
            both = both.filled(at, [day if part else one for part, one in zip(parts, usual, strict=True)])
        elif day:
            both = both.also(name, [day if part else None for part in parts])
    return both


def _without_summers(table: Table) -> Table:
    """The table with the headings of the extended year's columns blank: they are no other's."""
    return replace(table, headings=tuple("" if words.said_by(one) & _SUMMER else one for one in table.headings))


def _days(heading: str) -> tuple[str | None, str | None]:
    """First and last day that stand in a heading with their year: ESY 2026 (6/15-7/16)."""
    year = _YEAR.search(heading)
    for inside in _BRACKETS.findall(heading):
        ends = spans.ends_of(inside.strip())
        parts = [spread.part(end) for end in ends] if ends else []
        if year and parts and all(parts):
            first, last = (f"{year[1]}-{part[0]:02d}-{part[1]:02d}" for part in parts if part)
            return first, last
        if ends and not any(parts):
            return ends
    return None, None
