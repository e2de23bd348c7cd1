"""When a line is in force, where several columns tell it: its own days over its plan's, its drop over its planned end."""

import re

from data.contracts import synonyms
from data.ingest.model import Table
from data.ingest.tables import looks, spans, spread, years
from data.ingest.tables.steps.sessions import actual
from data.ingest.values import dates, families, words

START, END = "start", "end"
_OF_PLANS = frozenset({"iep", "plan"})
_OF_LINES = frozenset({"duration", "service"})
_NO_DAY = families.CLOCK | {"time", "reason", "code", "birth", "school", "enroll"}
_DROPPED = frozenset(
    {"drop", "dropped", "discontinue", "discontinued", "dismissed", "dismissal", "exit", "terminated", "termination"}
)


def own_days(table: Table) -> Table:
    """The table with a line's own days (Duration if different from IEP: 1/5/2026 - 6/5/2026) in place of those of its
    IEP or plan, where the line has some."""
    start, end = only(table, START), only(table, END)
    if start is None or end is None:
        return table
    of_plan = all(_OF_PLANS & words.said_by(table.headings[place]) for place in (start, end))
    for place in range(len(table.headings)):
        if place not in (start, end) and _is_own(table.headings[place], of_plan) and _are_spans(table, place):
            told = _spans_of(table, place)
            for usual, side in ((start, 0), (end, 1)):
                own = zip(told, table.body.column(usual).to_pylist(), strict=True)
                table = table.filled(usual, [both[side] if all(both) else other for both, other in own])
            note = f"Where {table.headings[place]} is filled its days count, else those of the plan."
            return table.without(place).noted(note)
    return table


def of_spans(table: Table) -> Table:
    """The table of lines with their first and last day in columns of their own, where one alone tells both under Duration
    (9/2/2025 - 6/5/2026) and none tells either."""
    if (
        not any(map(looks.is_promised, table.headings))
        or only(table, START) is not None
        or only(table, END) is not None
    ):
        return table
    places = [at for at, one in enumerate(table.headings) if words.said_by(one) <= _OF_SPANS and _are_spans(table, at)]
    if len(places) != 1 or not words.said_by(table.headings[places[0]]):
        return table
    told = _spans_of(table, places[0])
    made = {"Start Date": [first for first, _ in told], "End Date": [last for _, last in told]}
    return table.instead(places[0], made).noted(f"{table.headings[places[0]]}: the first and last day in one.")


_OF_SPANS = frozenset({"duration", "service", "effective", "length", "anticipated", "projected", "of", "line"})


def tells_spans(table: Table) -> bool:
    """Whether one column of a list of lines tells both the first and the last day of each."""
    return any(map(looks.is_promised, table.headings)) and any(
        _are_spans(table, at) for at in range(len(table.headings))
    )


def is_of_plan(table: Table, place: int) -> bool:
    """Whether a column of days is one of the plan, by its heading (IEP From), rather than of a line itself."""
    return bool(_OF_PLANS & words.said_by(table.headings[place]))


def of_years(table: Table) -> Table:
    """The table with the first and last day of each line's school year, where a column names several of them (2024-25,
    2025-26) and none tells the days: a line of last year isn't one of this year."""
    lines = any(map(looks.is_promised, table.headings))
    dated = any(looks.written_for(table.headings, "service_lines", name) for name in ("start_date", "end_date"))
    named = [at for at, heading in enumerate(table.headings) if words.said_by(heading) <= _OF_YEARS]
    place = next((at for at in named if table.all_are(at, years.school_year)), None) if lines and not dated else None
    if place is None or len(set(map(years.school_year, table.texts(place)))) < SEVERAL:
        return table
    told = [years.school_year(text or "") for text in table.body.column(place).to_pylist()]
    first = [f"{year}-07-01" if year else None for year in told]
    last = [f"{year + 1}-06-30" if year else None for year in told]
    of_its_year = table.also("Start Date", first).also("End Date", last).without(place)
    return of_its_year.noted(f"{table.headings[place]}: each line is of its school year, July to June.")


def of_plans(table: Table) -> Table:
    """The table of lines with the day of the plan (IEP Date) as their start, where none is told and each plan ends a year
    after that day (IEP End); a day of a meeting or review that bounds nothing stays what it is."""
    end = only(table, END)
    if end is None or only(table, START) is not None or not any(map(looks.is_promised, table.headings)):
        return table
    found = [at for at, one in enumerate(table.headings) if _is_of_plan(one) and _are_a_year_before(table, at, end)]
    if len(found) != 1:
        return table
    note = f"{table.headings[found[0]]} is a year before {table.headings[end]}: each line starts on it."
    return table.called(found[0], "IEP Start Date").noted(note)


_DAYS_OF_YEAR = range(363, 368)
_NAMES_OF_PLANS = _OF_PLANS | {"date", "annual", "current", "last", "effective", "recent", "most"}


def _is_of_plan(heading: str) -> bool:
    said = words.said_by(heading)
    return bool(said & _OF_PLANS) and said <= _NAMES_OF_PLANS


def _are_a_year_before(table: Table, place: int, end: int) -> bool:
    both = zip(table.body.column(place).to_pylist(), table.body.column(end).to_pylist(), strict=True)
    days = [(dates.read(first).value, dates.read(last).value) for first, last in both if first and last]
    return bool(days) and all(first and last and (last - first).days in _DAYS_OF_YEAR for first, last in days)


SEVERAL = 2
_OF_YEARS = frozenset({"school", "year", "iep", "academic", "plan"})


def only(table: Table, side: str) -> int | None:
    """The one column of days that tells the start, or the end, of lines."""
    listed = synonyms.headings("service_lines")[f"{side}_date"]
    found = [
        place for place, heading in enumerate(table.headings)
        if (words.heading(heading) in listed or (side in (said := words.said_by(heading)) and not said & _NO_DAY))
        and not _tells_drop(heading) and spread.are_dates(table, place)
    ]  # fmt: skip
    planned = [place for place in found if not _is_actual(table.headings[place])]
    found = planned or found
    return found[0] if len(found) == 1 else None


def _is_actual(heading: str) -> bool:
    """Whether a heading is of the day on which something really began or ended: Actual End Date beside Projected End Date."""
    return "actual" in words.said_by(heading)


def _is_actual_end(table: Table, place: int) -> bool:
    """Whether a column of a list of lines tells the day on which each really ended; when a session ended has its clock."""
    said = words.said_by(table.headings[place])
    is_end = _is_actual(table.headings[place]) and END in said and not said & _NO_DAY
    return is_end and any(map(looks.is_promised, table.headings)) and not table.has_any(place, (":",))


def _is_own(heading: str, of_plan: bool) -> bool:
    """Whether a heading is of a line's own days: it says so, or is of the service beside days of the plan."""
    return actual.IF_DIFFERENT.search(words.heading(heading)) is not None or (
        of_plan and bool(_OF_LINES & words.said_by(heading))
    )


def _are_spans(table: Table, place: int) -> bool:
    told = [text.strip() for text in table.opening(place)]
    return bool(told) and all(spans.may_be(text) and all(spans.first_and_last(text)) for text in told)


def _spans_of(table: Table, place: int) -> list[tuple[str | None, str | None]]:
    return [spans.first_and_last((text or "").strip()) for text in table.body.column(place).to_pylist()]


def dropped(table: Table) -> Table:
    """The table with the day on which a line was dropped (Drop date, Date discontinued) in place of its planned end,
    where it was; as it is where one was dropped before it began."""
    start, end = only(table, START), only(table, END)
    gone = [
        place for place, heading in enumerate(table.headings)
        if (_tells_drop(heading) or (place != end and _is_actual_end(table, place))) and spread.are_dates(table, place)
    ]  # fmt: skip
    if start is None or end is None or len(gone) != 1 or not _after(table, start, gone[0]):
        return table
    return actual.over(table, gone[0], end, "End Date")


_ENDED_ON = re.compile(
    r"^(?:discontinued|dismissed|exited|ended|terminated|closed|stopped|revoked|withdrawn|dropped|inactive|moved|transferred)\b"
    r"\D{0,20}(?P<day>\d{1,4}[/-]\d{1,2}[/-]\d{2,4})\)?\.?$",
    re.IGNORECASE,
)
_OF_STATES = families.STATES - {"attendance", "presence"}


def ended(table: Table) -> Table:
    """The list of lines with the day on which a status says that one ended (Exited 10/3/2025) in place of its planned end."""
    start, end = only(table, START), only(table, END)
    if start is None or end is None:
        return table
    for place, heading in enumerate(table.headings):
        if words.said_by(heading) & _OF_STATES and any(map(_day_of_end, table.opening(place))):
            told = [_day_of_end(text or "") for text in table.body.column(place).to_pylist()]
            began = [dates.read(text or "").value for text in table.body.column(start).to_pylist()]
            days = [dates.read(day or "").value for day in told]
            if all(day is None or first is None or first <= day for first, day in zip(began, days, strict=True)):
                usual = table.body.column(end).to_pylist()
                column = [day or other for day, other in zip(told, usual, strict=True)]
                return table.filled(end, column).noted(
                    f"Where {heading} tells the day on which a line ended it counts."
                )
    return table


def _day_of_end(text: str) -> str | None:
    match = _ENDED_ON.match(text.strip())
    return match["day"] if match else None


def _tells_drop(heading: str) -> bool:
    said = words.said_by(heading)
    return bool(said & _DROPPED) and not said & _NO_DAY


def _after(table: Table, start: int, gone: int) -> bool:
    """Whether no line was dropped before it began."""
    both = zip(table.body.column(start).to_pylist(), table.body.column(gone).to_pylist(), strict=True)
    told = [(dates.read(first).value, dates.read(last).value) for first, last in both if first and last]
    return all(first is None or last is None or first <= last for first, last in told)
