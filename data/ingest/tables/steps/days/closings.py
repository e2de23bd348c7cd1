"""Lists of closed days with the day on which each is made up beside it, a record of each; of what days were and became."""

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import dates, families, terms, words

MADE_UP = "Make-up day"
_DAYS = families.WHEN
_OF_A_CALL = frozenset({"minute", "duration", "provider", "service", "reason"})
_MOST = 0.8


def apart(table: Table) -> Table:
    """The table with a record for each closed day and one for each day that makes it up; else as it is.

    Only where no column names a student or a service, and one tells the kind of day.
    """
    told = [_told(heading) for heading in table.headings]
    if _is_of_somebody(table) or any(one & _OF_A_CALL for one in told):
        return table
    made = [at for at, one in enumerate(told) if "makeup" in one and one & _DAYS and _holds(table, at, _is_day)]
    if len(made) != 1:
        return table
    days = [at for at, one in enumerate(told) if "makeup" not in one and one & _DAYS and _holds(table, at, _is_day)]
    kinds = [at for at in range(len(told)) if at not in (*made, *days) and _holds(table, at, _is_kind)]
    if len(days) != 1 or len(kinds) != 1:
        return table
    return _two(table, days[0], made[0], kinds[0])


def _is_of_somebody(table: Table) -> bool:
    return any(words.heading(one) in looks.of_students() for one in table.headings)


def became(table: Table) -> Table:
    """The calendar's list of changes with what each day is now, where one column says what it was (Was, Originally) and
    one what it became (Is now, Revised): what it was is over. Where nothing says what it became, it may be unchanged: both
    columns stay."""
    told = [frozenset(words.heading(heading).split()) for heading in table.headings]
    kinds = [at for at, one in enumerate(told) if one & (_WAS | _IS) and _holds(table, at, _is_kind)]
    was = [at for at in kinds if told[at] & _WAS and not told[at] & _IS]
    now = [at for at in kinds if at not in was]
    if len(was) != 1 or len(now) != 1 or _is_of_somebody(table) or not _is_whole(table, now[0]):
        return table
    if not any(_told(one) & _DAYS and _holds(table, at, _is_day) for at, one in enumerate(table.headings)):
        return table
    note = f"{table.headings[now[0]]} counts; {table.headings[was[0]]} is what the day was before."
    return table.called(now[0], "Day Type").without(was[0]).noted(note)


_WAS = frozenset(
    {
        "was",
        "from",
        "planned",
        "originally",
        "original",
        "previously",
        "previous",
        "before",
        "old",
        "former",
        "formerly",
        "prior",
    }
)
_IS = frozenset(
    {"now", "actual", "revised", "new", "changed", "change", "updated", "becomes", "became", "amended", "to", "current"}
)


def _is_whole(table: Table, place: int) -> bool:
    return all(text and text.strip() for text in table.body.column(place).to_pylist())


def _told(heading: str) -> frozenset[str]:
    bare = words.heading(heading)
    return frozenset((*words.spelt_out(bare).split(), *_DAYS.intersection(bare.split())))


def _holds(table: Table, place: int, is_one: object) -> bool:
    texts = table.texts(place)
    return bool(texts) and sum(bool(is_one(text)) for text in texts) >= _MOST * len(texts)  # type: ignore[operator]


def _is_day(text: str) -> bool:
    return dates.looks_like(text)


def _is_kind(text: str) -> bool:
    return terms.day_type(text) is not None


def _two(table: Table, day: int, made: int, kind: int) -> Table:
    """Each row, and behind it the day that makes it up where it has one."""
    closed, kinds, second = (table.body.column(place).to_pylist() for place in (day, kind, made))
    days = [[one, other] if other else [one] for one, other in zip(closed, second, strict=True)]
    told = [[one, MADE_UP] if other else [one] for one, other in zip(kinds, second, strict=True)]
    note = "A closed day and the day that makes it up, in one row, are two records."
    return table.in_parts({day: days, kind: told}).without(made).noted(note)
