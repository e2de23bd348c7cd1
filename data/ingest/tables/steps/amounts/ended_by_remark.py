"""Lists of lines with the end, or the start, of some in a remark: D/C 11/14 - goals met; moved 10/31; started 10/6."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from data.ingest.model import Table
from data.ingest.tables import looks, plan_titles, spread, years
from data.ingest.tables.steps.amounts import inforce
from data.ingest.values import codes, dates, ends, families, words

HEADING = "End Date"


def told(table: Table, around: Sequence[str] = ()) -> Table:
    """The list of lines with the day on which a remark says that one ended in place of its planned end; a day without a
    year is of the school year that titles name, or the only one in which lines start, else the year is asked. ``around``:
    the file's name."""
    if not is_of_lines(table):
        return table
    start = inforce.only(table, inforce.START)
    first_days = days_of(table, start)
    evidence = (*table.notes, table.sheet, *around, *starts(first_days))
    table = _in_ends(table, evidence)
    end = inforce.only(table, inforce.END)
    if end is None and looks.written_for(table.headings, "service_lines", "end_date"):
        return table
    for place, heading in enumerate(table.headings):
        if words.said_by(heading) & OF_REMARKS and any(map(ends.told, table.opening(place))):
            texts = table.body.column(place).to_pylist()
            days = [_day(text, evidence) for text in texts]
            ended = [
                _after(day, first) if day else ends.told(text or "")
                for text, day, first in zip(texts, days, first_days, strict=True)
            ]
            return _with(table, end, ended).noted(f"Where {heading} tells the day on which a line ended it counts.")
    return table


OF_REMARKS = families.REMARKS | {"reason", "update", "change"}


def begun(table: Table, around: Sequence[str] = ()) -> Table:
    """The list of lines with the day on which a remark says that one began (Started 10/6), where no column tells the start of
    lines themselves; it comes in the place of the plan's start where it lies within the plan. A day of which nothing says the
    year stays as it is written, and the year is asked."""
    start = inforce.only(table, inforce.START)
    if not is_of_lines(table) or (_tells_start(table) if start is None else not inforce.is_of_plan(table, start)):
        return table
    evidence = (*table.notes, table.sheet, *around, *starts(days_of(table, start)))
    for place, heading in enumerate(table.headings):
        if words.said_by(heading) & families.REMARKS and any(map(_began, table.opening(place))):
            told = zip(table.body.column(place).to_pylist(), services_of(table), strict=True)
            written = [_began(text or "", service) for text, service in told]
            days = [str(_dated(day, evidence) or day) if day else None for day in written]
            note = f"Where {heading} tells the day on which a line began it counts."
            return (table.also("Start Date", days) if start is None else _begun_within(table, start, days)).noted(note)
    return table


def _began(text: str, service: str | None = None) -> str | None:
    """The day that a remark, or one of its parts, tells as that on which a service, or any, began; None where another part
    before it is of anything but a service, how it is given or a plan: new aide, started 10/6."""
    parts = BETWEEN.split(text)
    found = next(((at, day) for at, part in enumerate(parts) if (day := ends.begun(part, service))), None)
    is_of_line = found is not None and all(map(_is_of_line, parts[: found[0]]))
    return ends.begun(text, service) or (found[1] if found and is_of_line else None)


def _is_of_line(part: str) -> bool:
    told = words.plain(part)
    return told in ("", "new") or bool(plan_titles.plan(part)) or any(codes.find(told, one) for one in codes.TOPICS)


BETWEEN = re.compile(r"\s*[;,\n]\s*|\s+[-–—/]\s+|\s+(?:and|&|\+)\s+")
"""Between the parts of a remark: consult only; started 11/3."""


def _begun_within(table: Table, start: int, days: Sequence[str | None]) -> Table:
    """The table with such days in the place of the plan's start, where they lie within the plan."""
    first, last = days_of(table, start), days_of(table, inforce.only(table, inforce.END))
    planned = table.body.column(start).to_pylist()
    told = [dates.read(day or "").value for day in days]
    own = [
        day if one and one >= (begin or one) and one <= (end or one) else None
        for day, one, begin, end in zip(days, told, first, last, strict=True)
    ]
    return table.filled(start, [day or usual for day, usual in zip(own, planned, strict=True)])


def services_of(table: Table, amounts: Iterable[int] = ()) -> list[str | None]:
    """The service of each row, by its own column or the words of its amount; None where neither tells one."""
    places = [*looks.meant_for(table.headings, "service_lines", "service"), *amounts]
    rows = zip(*(table.body.column(at).to_pylist() for at in places), strict=True) if places else [()] * len(table.body)
    return [next((code for text in row if text and (code := codes.find(text, "service"))), None) for row in rows]


def _tells_start(table: Table) -> bool:
    return bool(looks.written_for(table.headings, "service_lines", "start_date"))


def _in_ends(table: Table, evidence: Sequence[str]) -> Table:
    """The table with the day alone where words of an end stand before it in the column of last days: W/D 11/14."""
    for place in looks.written_for(table.headings, "service_lines", "end_date"):
        told = {text: day.isoformat() for text in table.texts(place) if (day := _day(text, evidence))}
        if told:
            table = table.filled(place, [told.get(text or "", text) for text in table.body.column(place).to_pylist()])
    return table


def is_of_lines(table: Table) -> bool:
    """Whether a table promises amounts, and has no day of a session."""
    is_log = bool(looks.written_for(table.headings, "sessions", "session_date"))
    return not is_log and any(map(is_amount, table.headings))


def is_amount(heading: str) -> bool:
    """Whether a heading is of what is promised."""
    return looks.is_promised(heading) or bool(words.said_by(heading) & {"prescribed", "frequency"})


def days_of(table: Table, place: int | None) -> list[date | None]:
    """The days of a column, or of none."""
    texts = [None] * len(table.body) if place is None else table.body.column(place).to_pylist()
    return [dates.read(text or "").value for text in texts]


def starts(begun: Sequence[date | None]) -> list[str]:
    """The school year in which all lines start, as evidence; none where they start in several."""
    found = {day.year if day.month >= years.NEW_YEAR else day.year - 1 for day in begun if day}
    return [f"{year}-{year + 1}" for year in found] if len(found) == 1 else []


def _day(text: str | None, evidence: Sequence[str]) -> date | None:
    return _dated(ends.told(text or ""), evidence)


def _dated(written: str | None, evidence: Sequence[str]) -> date | None:
    part = spread.part(written) if written else None
    year = years.of(part[0], evidence) if part else None
    if part and year:
        return dates.read(f"{year}-{part[0]:02d}-{part[1]:02d}").value
    return dates.read(written).value if written and not part else None


def _after(day: date, first: date | None) -> str | None:
    return None if first and day < first else day.isoformat()


def _with(table: Table, end: int | None, days: list[str | None]) -> Table:
    if end is None:
        return table.also(HEADING, days)
    planned = table.body.column(end).to_pylist()
    return table.filled(end, [day or other for day, other in zip(days, planned, strict=True)])
