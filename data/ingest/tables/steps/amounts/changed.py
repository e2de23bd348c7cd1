"""Lines whose amount changes from a day on, in their cell or in a remark (2x30 until 11/14, then 1x30; Reduced to 1x30 on
11/10): a line for each amount, with its days."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from data.ingest.model import Table
from data.ingest.tables import looks, spread, years
from data.ingest.tables.steps.amounts import ended_by_remark, inforce
from data.ingest.values import changed_amounts, dates, families, frequencies, numbers, words
from data.ingest.values.changed_amounts import LESS, Change
from data.ingest.values.frequencies import Frequency

_OF_REMARKS = families.REMARKS | {"update", "change", "amendment", "modification"}
_START, _END = "Start Date", "End Date"


Cells = list[str | None]


@dataclass(frozen=True)
class _Line:
    """What a row's line was and became: the last day before and the first one after, and its amount's cells by column."""

    last: str
    first: str
    before: dict[int, str]
    after: dict[int, str]


def told(table: Table, around: Sequence[str] = ()) -> Table:
    """The list of lines with a line for each amount of a row that tells two and the day between them. What a remark tells is
    what the row's amount became, where that is another one, and the day is one of the line's own. ``around``: the file's
    name, which may say the year."""
    if not ended_by_remark.is_of_lines(table):
        return table
    begun = [start for start, _ in _own_days(table)]
    evidence = (*table.notes, table.sheet, *around, *ended_by_remark.starts(begun))
    for place, heading in enumerate(table.headings):
        if ended_by_remark.is_amount(heading) and any(map(changed_amounts.in_cell, table.opening(place))):
            table = _apart(table, place, _in_cells(table, place, evidence))
        elif words.said_by(heading) & _OF_REMARKS and any(map(changed_amounts.in_remark, table.opening(place))):
            table = _apart(table, place, _in_remarks(table, place, evidence))
    return table


def _in_cells(table: Table, place: int, evidence: Sequence[str]) -> list[_Line | None]:
    found: list[_Line | None] = []
    days = _own_days(table)
    for text, own in zip(table.body.column(place).to_pylist(), days, strict=True):
        change = changed_amounts.in_cell(text or "")
        between = _between(change, own, evidence) if change else None
        found.append(
            _Line(*between, {place: change.before or ""}, {place: change.after}) if change and between else None
        )
    return found


def _in_remarks(table: Table, place: int, evidence: Sequence[str]) -> list[_Line | None]:
    amounts = _amounts(table)
    if amounts is None:
        return [None] * len(table.body)
    days, columns = _own_days(table), {name: table.body.column(at).to_pylist() for name, at in amounts.items()}
    services = ended_by_remark.services_of(table, amounts.values())
    found: list[_Line | None] = []
    for row, text in enumerate(table.body.column(place).to_pylist()):
        change = changed_amounts.in_remark(text or "")
        change = change if change and change.service in (None, services[row]) else None
        own = {name: column[row] or "" for name, column in columns.items()}
        between = _between(change, days[row], evidence) if change else None
        after = _cells(change.after, own) if change else None
        is_so = change is not None and between is not None and after is not None and _is_other(change, own)
        told = ({amounts[name]: one for name, one in part.items()} for part in (own, after or {}))
        found.append(_Line(*between, *told) if is_so and between else None)
    return found


def _amounts(table: Table) -> dict[str, int] | None:
    """The columns that tell the amount of a line, by what they tell of it; None where several tell the same."""
    found: dict[str, int] = {}
    for place, heading in enumerate(table.headings):
        listed = [name for name in looks.PROMISED if looks.written_for([heading], "service_lines", name)]
        bare = bool(listed or ended_by_remark.is_amount(heading)) and table.all_are(place, numbers.is_number)
        listed = [name for name in listed if not bare or name != "frequency"]
        name = next(iter(listed), "amount_minutes" if bare else "")
        if not name and ended_by_remark.is_amount(heading):
            name = "frequency"
        if name in found:
            return None
        if name and name != "cycle":
            found[name] = place
    return found or None


def _cells(after: str, own: dict[str, str]) -> dict[str, str] | None:
    """A later amount in the columns that tell the one before; None where they have no place for it."""
    if len(own) == 1:
        return {name: changed_amounts.with_cycle(after, text) for name, text in own.items()}
    said = frequencies.read(after)
    numbers_of = {
        "sessions_per_cycle": said.sessions, "minutes_per_session": said.minutes_per_session,
        "line_minutes": said.minutes_per_session or said.amount_minutes, "amount_minutes": said.amount_minutes,
    }  # fmt: skip
    made = {name: f"{number:g}" for name, number in numbers_of.items() if name in own and number is not None}
    if said.sessions and not said.minutes_per_session:
        made |= {name: own[name] for name in ("minutes_per_session", "line_minutes") if own.get(name)}
    if "frequency" in own:
        made["frequency"] = changed_amounts.with_cycle(after, own["frequency"])
    return made if set(made) == {name for name, text in own.items() if text} and not _two_cycles(said, own) else None


def _two_cycles(said: Frequency, own: dict[str, str]) -> bool:
    """Whether a later amount names its cycle, and only headings may name that of the one before."""
    return said.cycle is not None and "frequency" not in own


def _is_other(change: Change, own: dict[str, str]) -> bool:
    """Whether the amount of a row can be the one that a remark says was changed: the very one that it names, one of another
    cycle, or one that is larger or smaller as it says."""
    before, after = _read(own), frequencies.read(change.after)
    if after.sessions and not after.amount_minutes and before:
        before, after = replace(before, amount_minutes=before.sessions), replace(after, amount_minutes=after.sessions)
    now = after.amount_minutes or after.bare
    if before is None or not before.amount_minutes or not now:
        return False
    if change.before:
        named = frequencies.read(change.before)
        return before.amount_minutes == (named.amount_minutes or named.bare or named.sessions)
    if after.cycle and before.cycle and after.cycle != before.cycle:
        return True
    is_less = now < before.amount_minutes
    return now != before.amount_minutes and (change.way is None or is_less == (change.way == LESS))


def _read(own: dict[str, str]) -> Frequency | None:
    """What the cells of a row oblige, as far as their texts alone tell it."""
    if own.get("frequency") and (said := frequencies.read(own["frequency"])).amount_minutes:
        return said
    told = {name: numbers.to_float(text) for name, text in own.items()}
    each = told.get("minutes_per_session") or told.get("line_minutes")
    times = told.get("sessions_per_cycle") or frequencies.read(own.get("frequency")).sessions
    whole = told.get("amount_minutes") or (each * (times or 1) if each else None)
    text = next((text for name, text in own.items() if name != "frequency" and text), None) if len(own) == 1 else None
    return Frequency(amount_minutes=whole, sessions=times) if whole else frequencies.read(text) if text else None


def _own_days(table: Table) -> list[tuple[date | None, date | None]]:
    """The first and last day of each row's line, as far as they are told."""
    columns = [ended_by_remark.days_of(table, inforce.only(table, side)) for side in (inforce.START, inforce.END)]
    return list(zip(*columns, strict=True))


def _between(change: Change, own: tuple[date | None, date | None], evidence: Sequence[str]) -> tuple[str, str] | None:
    """The last day of the amount before and the first of the one after, as text, without a year where none is told; None
    where the line isn't in force on both."""
    start, end = own
    part = spread.part(change.day)
    year = _year(part, own, evidence) if part else 0
    day = dates.read(f"{year or _ANY}-{part[0]:02d}-{part[1]:02d}" if part else change.day).value
    if day is None:
        return None
    last, first = (day, day + timedelta(days=1)) if change.is_last else (day - timedelta(days=1), day)
    if year is None:
        return tuple(f"{one.month}/{one.day}" for one in (last, first))  # type: ignore[return-value]
    is_within = (start is None or start <= last) and (end is None or first <= end)
    return (last.isoformat(), first.isoformat()) if is_within else None


_ANY = 2001


def _year(part: tuple[int, int], own: tuple[date | None, date | None], evidence: Sequence[str]) -> int | None:
    """The year of a day that is told without one: the only one in which it is the line's own, else as titles say."""
    start, end = own
    span = [f"{start:%m/%d/%Y} - {end:%m/%d/%Y}"] if start and end else []
    return years.within(*part, span) or years.of(part[0], evidence)


def _apart(table: Table, place: int, found: list[_Line | None]) -> Table:
    """The table with both lines of each row that has two."""
    if not any(found):
        return table
    rows = [(row, part) for row, one in enumerate(found) for part in ((False, True) if one else (False,))]
    both = table.rows([row for row, _ in rows])
    lines = [(found[row], part) for row, part in rows]
    changed = {at for one in found if one for at in (*one.before, *one.after)}
    for at in changed:
        cells = zip(both.body.column(at).to_pylist(), lines, strict=True)
        both = both.filled(
            at, [(one.after if part else one.before).get(at) if one else text for text, (one, part) in cells]
        )
    both = _dated(both, inforce.START, "Start Date", [one.first if one and part else None for one, part in lines])
    both = _dated(
        both, inforce.END, ended_by_remark.HEADING, [one.last if one and not part else None for one, part in lines]
    )
    return _without_read(both, place, lines).noted(
        f"{table.headings[place]} tells amounts that changed: a line for each."
    )


def _without_read(table: Table, place: int, lines: list[tuple[_Line | None, bool]]) -> Table:
    """The table without the remarks that were read."""
    if ended_by_remark.is_amount(table.headings[place]):
        return table
    cells = zip(table.body.column(place).to_pylist(), lines, strict=True)
    return table.filled(place, [None if one else text for text, (one, _) in cells])


def _dated(table: Table, side: str, heading: str, days: Cells) -> Table:
    place = inforce.only(table, side)
    if place is None:
        return table.also(heading, days) if any(days) else table
    usual = table.body.column(place).to_pylist()
    return table.filled(place, [day or other for day, other in zip(days, usual, strict=True)])
