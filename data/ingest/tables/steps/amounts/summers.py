"""The amount of the regular year and that of the extended one side by side (Frequency, ESY Frequency): a line of each."""

import re
from collections.abc import Iterable
from dataclasses import replace

from data.ingest.model import Table
from data.ingest.tables import spans, spread
from data.ingest.tables.steps.amounts import inforce
from data.ingest.values import dates, families, flags, frequencies, nothing, numbers, seasons, words

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
_DAY = r"(?:\d{1,2}/\d{1,2}(?:/(?:20)?\d\d)?|(?:June?|July?|Aug(?:ust)?)\.? \d{1,2}(?:, 20\d\d)?)"
_SPAN = re.compile(rf"(?<![\d/]){_DAY}\s*(?:-|–|—|to|thru|through)\s*{_DAY}(?![\d/])", re.IGNORECASE)
YES, NO = "Yes", "No"


def apart(table: Table) -> Table:
    """The table with a line for each amount, and a column that says which is of the extended year; its days are those that
    its own columns or its heading tell, and never those of the year's line."""
    pairs = _pairs(table)
    amounts = [esy for esy in pairs if _is_amount(table, esy)]
    flagged = [at for at, heading in enumerate(table.headings)
               if words.said_by(heading) == {"esy"} and not _is_amount(table, at)]  # fmt: skip
    others = [at for at, one in enumerate(table.headings)
              if words.said_by(one) & _SUMMER and at not in pairs and _is_amount(table, at)]  # fmt: skip
    counts = _of_other_periods(table, others)
    if not amounts or len(counts) < len(others) or not all(_is_of_amounts(table, at, amounts) for at in flagged):
        return table
    pairs = pairs | {esy: base for esy, (base, _) in counts.items()}
    cells = {at: table.body.column(at).to_pylist() for at in {*pairs, *pairs.values()}}
    height = table.body.num_rows
    has = [any(_says(cells[at][row]) for at in amounts) for row in range(height)]
    regular = [any(_says(cells[pairs[at]][row]) for at in amounts) or not has[row] for row in range(height)]
    rows = [(row, part) for row in range(height) for part in (False, True) if (has if part else regular)[row]]
    both = table.rows([row for row, _ in rows])
    for esy, base in pairs.items():
        both = both.filled(base, [cells[esy if part else base][row] for row, part in rows])
    both = _dated(both, table, pairs, amounts[0], [part for _, part in rows])
    for base, periods in counts.values():
        both = both.called(base, "Sessions").also("Per", [periods[part] for _, part in rows])
    for at in amounts:
        if not words.said_by(table.headings[pairs[at]]) & _AMOUNTS:
            both = both.called(pairs[at], "Frequency")
    both = both.also("ESY", [YES if part else NO for _, part in rows])
    note = f"{table.headings[amounts[0]]}: lines of the extended school year."
    return (
        _without_sums(both, {*pairs, *pairs.values()}, [part for _, part in rows]).without(*pairs, *flagged).noted(note)
    )


def of_labels(table: Table) -> Table:
    """The table with the days of the extended year that a label around it tells (ESY dates: 6/15 - 7/10/2026) among its
    notes: they are those of all its lines of that year."""
    for at, heading in enumerate(table.headings):
        texts = table.texts(at) if words.said_by(heading) & _SUMMER else ()
        if len(texts) == 1 and days_in(told := f"{heading} {texts[0]}") and _SPAN.fullmatch(texts[0].strip()):
            return replace(table.without(at), notes=(*table.notes, told))
    return table


def noted(table: Table, remarks: Iterable[str]) -> Table:
    """The table with what remarks beneath it tell of the days of the extended year among its notes."""
    told = [text for text in remarks if text not in table.notes and seasons.names(text) and days_in(text)]
    return replace(table, notes=(*table.notes, *told)) if told else table


def days_in(text: str) -> tuple[str, str] | None:
    """First and last day that a text tells, with their year: ESY 2026 runs 6/15/2026 - 7/10/2026."""
    first, last = _days(text)
    return (first, last) if first and last and dates.looks_like(first) and dates.looks_like(last) else None


def _is_of_amounts(table: Table, flag: int, amounts: list[int]) -> bool:
    """Whether a column says yes in just the rows that have an amount of the extended year: it tells nothing else."""
    columns = (table.body.column(at).to_pylist() for at in (flag, *amounts))
    return all(bool(flags.read(yes).value) == any(map(_says, told)) for yes, *told in zip(*columns, strict=True))


def _pairs(table: Table) -> dict[int, int]:
    """Each column of the extended year with that of the regular one which says the same of it."""
    told = [words.said_by(_undated(heading)) for heading in table.headings]
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


def _of_other_periods(table: Table, summers: list[int]) -> dict[int, tuple[int, tuple[str, str]]]:
    """Column of how many sessions of the extended year -> that of the regular one, and the period of the latter and of the
    first, where their headings differ in nothing else (Sess/Mo, ESY Sess/Wk) and no column tells periods."""
    told = [words.said_by(heading) for heading in table.headings]
    found = {}
    for esy in summers:
        own = _rest(told[esy])
        regular = [at for at, one in enumerate(told) if not one & _SUMMER and own & _COUNTED and one & _PERIODS]
        alike = [at for at in regular if _rest(told[at]) - _PERIODS == own - _PERIODS]
        periods = [told[at] & _PERIODS for at in (*alike, esy)]
        if len(alike) == 1 and all(len(one) == 1 for one in periods) and not any(one & _OF_PERIODS for one in told):
            found[esy] = (alike[0], (min(periods[0]), min(periods[1])))
    return found if len(found) <= 1 else {}


_PERIODS, _OF_PERIODS = frozenset({"week", "month", "quarter", "semester"}), frozenset({"frequency", "cycle", "period"})
_COUNTED = frozenset({"session", "times", "x", "count"})


def _without_sums(both: Table, used: set[int], parts: list[bool]) -> Table:
    """The table whose totals, which are the regular year's, are blank in the lines of the extended one."""
    for at, heading in enumerate(both.headings):
        if at not in used and "total" in words.said_by(heading) and both.all_are(at, numbers.is_number):
            cells = zip(parts, both.body.column(at).to_pylist(), strict=True)
            both = both.filled(at, [None if part else cell for part, cell in cells])
    return both


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


def _undated(heading: str) -> str:
    """A heading without the first and last day that it tells."""
    return _SPAN.sub(" ", heading)


def _without_summers(table: Table) -> Table:
    """The table with the headings of the extended year's columns blank: they are no other's."""
    return replace(table, headings=tuple("" if words.said_by(one) & _SUMMER else one for one in table.headings))


def _days(heading: str) -> tuple[str | None, str | None]:
    """First and last day that stand in a heading with their year: ESY 2026 (6/15-7/16); ESY 7/6/26 - 8/14/26 Min/wk."""
    year = _YEAR.search(heading)
    for inside in (*_BRACKETS.findall(heading), *_SPAN.findall(heading)):
        ends = spans.ends_of(inside.strip())
        parts = [spread.part(end) for end in ends] if ends else []
        if year and parts and all(parts):
            first, last = (f"{year[1]}-{part[0]:02d}-{part[1]:02d}" for part in parts if part)
            return first, last
        if ends and not any(parts):
            return ends
    return None, None
