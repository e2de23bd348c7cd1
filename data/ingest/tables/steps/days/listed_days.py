"""Days that stand in one cell, told apart: a record for each, with what is said of it (10/22 (20 min), 10/16 absent)."""

from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.model import Table
from data.ingest.tables import spans
from data.ingest.tables.layouts import day_lists, melting
from data.ingest.tables.steps.people import names_in_cell, rollcall
from data.ingest.tables.steps.sessions import marks
from data.ingest.values import durations, families, nothing, words
from data.ingest.values.session_outcome import Outcome

_OF_DAYS = families.DAYS
_ABOUT = families.DAYS | {"session", "visit", "service", "list", "of", "the", "were", "was"}
"""Words of headings of days that say nothing of what became of the sessions."""
_SIGNS = (*names_in_cell.LISTED, ",", "&", " and ")
_NOTHING = pa.scalar(None, pa.string())

Listed = list[list[tuple[str, str | None]]]
"""For each row the days of its cell, and what stands behind each."""


@dataclass(frozen=True)
class Day:
    """A day of a list: what the list's heading says became of the session, and what stands behind the day."""

    text: str
    remark: str | None
    outcome: Outcome | None = None

    @property
    def minutes(self) -> str | None:
        """How long the session was, where that stands behind the day."""
        said = durations.read(self.remark).value if self.remark else None
        return f"{said:g}" if said is not None else None

    @property
    def why(self) -> str | None:
        """What stands behind the day and is no length."""
        return self.remark if self.minutes is None else None

    @property
    def is_missed(self) -> bool:
        """Whether its list is one of sessions that weren't given."""
        return self.outcome is not None and self.outcome.status == "missed"


def apart(table: Table) -> Table:
    """The table with a record for each day of cells that list several (10/2, 10/9, 10/16), without the columns that only
    count or sum them; as it is where there are none.

    Of days in several columns each is what its heading says: Dates seen, Dates missed.
    """
    places = [place for place, heading in enumerate(table.headings) if _OF_DAYS & words.said_by(heading)]
    if rolls := _rolls(table, places):
        days = [_of_row(rolls, row) for row in range(table.body.num_rows)]
        nobody = [row for row, own in enumerate(days) if not own]
        return _by_day(table.leaving(nobody, "no day listed"), [at for at, _, _ in rolls], [own for own in days if own])
    for place in places:
        told = _days_of(table, place) if table.has_any(place, _SIGNS) else []
        if any(len(one) > 1 for one in told):
            return _by_day(table, [place], [[Day(*one) for one in own] for own in told])
    return table


def _days_of(table: Table, place: int) -> Listed:
    """The days of each cell of a column; a text that is no list is one."""
    bare = {text: text.strip(" ,;") for text in table.texts(place)}
    bare = {text: _with_month(table, one) for text, one in bare.items() if not nothing.is_nothing(one)}
    told = {text: spans.noted(one) or [(one, None)] for text, one in bare.items()}
    return [told.get(text or "", []) for text in table.body.column(place).to_pylist()]


def _rolls(table: Table, places: list[int]) -> list[tuple[int, Outcome | None, Listed]]:
    """Several columns of days, one of them of those missed: what each says became of the sessions (None: nothing), and the
    days of each row. None where it isn't told so, or where no cell says more than a day."""
    said = {at: rollcall.said(heading, _ABOUT) for at, heading in enumerate(table.headings)}
    said = {at: one for at, one in said.items() if _is_list(table, at, at in places, one)}
    told = [one.status if one else None for one in said.values()]
    if "missed" not in told or told.count(None) > 1 or not {None, "delivered"} & {*told}:
        return []
    rolls = [(at, one, _days_of(table, at)) for at, one in said.items()]
    lists = any(len(one) > 1 or any(remark for _, remark in one) for _, _, listed in rolls for one in listed)
    return rolls if lists else []


def _of_row(rolls: list[tuple[int, Outcome | None, Listed]], row: int) -> list[Day]:
    """The days of a row; those of a list that says nothing are given, unless another list has them."""
    told = [Day(*day, outcome) for _, outcome, listed in rolls if outcome for day in listed[row]]
    others = {day.text for day in told}
    rest = [day for _, outcome, listed in rolls if outcome is None for day in listed[row] if day[0] not in others]
    return [*(Day(*day, Outcome("delivered")) for day in rest), *told]


def _is_list(table: Table, place: int, of_days: bool, said: Outcome | None) -> bool:
    """Whether a column is one of days that tells what became of the sessions, or nothing of them; one that is called Seen or
    Missed is one where nothing but lists of days stand beneath."""
    if of_days or said is None:
        return of_days and (said is not None or words.said_by(table.headings[place]) <= _ABOUT)
    return table.all_are(place, spans.noted)


def _with_month(table: Table, text: str) -> str:
    """A list of bare days (1, 8 (sick), 15) as days of the month that a title names; else as it is."""
    listed, month = day_lists.listed(text), melting.month_of((*table.notes, table.sheet))
    if not listed or month is None or any(day.first != day.last for day in listed):
        return text
    return "; ".join(
        f"{month[0]}-{month[1]:02d}-{day.first:02d}" + (f" ({day.remark})" if day.remark else "") for day in listed
    )


def _by_day(table: Table, places: list[int], days: list[list[Day]]) -> Table:
    """A record for each day, and for each row without any one as it is. Minutes that may be those of all days of a row are
    nobody's: the rows wait."""
    given = [sum(not day.is_missed for day in own) for own in days]
    summed, parts = _summed(table, given)
    told = [at for at in range(len(table.headings)) if at not in (*places, *summed) and _is_length(table.headings[at])]
    if len(told) > 1 and any(day.minutes for own in days for day in own):
        return table
    unclear = pa.array([count > 1 for count in given], pa.bool_())
    for at in told:
        if at not in parts and not _says_each(table.headings[at]):
            table = table.filled(at, pc.if_else(unclear, _NOTHING, table.body.column(at)))
    listed = " and ".join(table.headings[at] for at in places)
    found: list[tuple[int, Day | None]] = []
    for row, own in enumerate(days):
        found += [(row, day) for day in own] or [(row, None)]
    each = [day for _, day in found]
    table = _told(table.rows([row for row, _ in found]), each, told)
    table = table.filled(places[0], _of(each, lambda day: day.text)).called(places[0], "Session Date")
    return table.without(*summed, *places[1:]).noted(f"Several days in a cell of {listed} are a record each.")


def _told(table: Table, days: list[Day | None], lengths: list[int]) -> Table:
    """The table with what each day's list and remark say of its session."""
    minutes = _of(days, lambda day: day.minutes)
    if any(minutes) and lengths:
        own = table.body.column(lengths[0]).to_pylist()
        table = table.filled(lengths[0], [new or old for new, old in zip(minutes, own, strict=True)])
    elif any(minutes):
        table = table.also("Minutes", minutes)
    if any(day and day.outcome for day in days):
        table = table.also("Missed Reason", _of(days, lambda day: day.why if day.is_missed else None))
        return marks.also_said(table, _of(days, _written))
    marked = [day.why for day in days if day and day.why]
    unmarked = marks.unmarked(marked)
    return marks.also_said(table, _of(days, lambda day: day.why or unmarked)) if marked else table


def _of(days: list[Day | None], what: Callable[[Day], str | None]) -> list[str | None]:
    return [what(day) if day else None for day in days]


def _written(day: Day) -> str | None:
    """What became of a session by its list; what stands behind a day of those given goes before it, or is asked about."""
    said = rollcall.written(day.outcome)
    return f"{said} - {day.why}" if day.why and not day.is_missed else said


_OF_LENGTH = families.TIMES | {"unit", "total"}


def _is_length(heading: str) -> bool:
    return bool(_OF_LENGTH & words.said_by(heading))


_EACH = frozenset({"each", "session", "visit", "length", "duration", "start", "end", "in", "out"})


def _says_each(heading: str) -> bool:
    """Whether a heading of a length says that it is that of one session rather than of all days in the row."""
    return bool(_EACH & words.said_by(heading)) and not {"total", "sum"} & words.said_by(heading)


def _summed(table: Table, counts: list[int]) -> tuple[set[int], set[int]]:
    """The columns that count the days of each row or sum up another column over them, and those that these sum up."""
    numbers_of = [[_amount(text) for text in column.to_pylist()] for column in table.body.columns]
    filled = [row for row, count in enumerate(counts) if count]
    counting = {at for at, one in enumerate(numbers_of) if all(one[row] == counts[row] for row in filled)}
    sums = {
        (at, other)
        for at, total in enumerate(numbers_of)
        for other, each in enumerate(numbers_of)
        if other not in (at, *counting) and at not in counting
        and all(each[row] and total[row] == each[row] * counts[row] for row in filled)  # type: ignore[operator]
        and any(counts[row] > 1 for row in filled)
    }  # fmt: skip
    return counting | {at for at, _ in sums}, {other for _, other in sums}


def _amount(text: str | None) -> float | None:
    return durations.read(text, most=_MOST).value if text else None


_MOST = 1_000_000.0
