"""Amounts whose unit stands in a column of its own (Time 2, Time Units hr), put together: 2 hr."""

import re
from collections.abc import Iterator

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import dates, durations, families, numbers, vocabulary, words

_UNIT = re.compile(r"^(?:h|hrs?|hours?|m|mins?|minutes?)\.?$", re.IGNORECASE)
_NAMED = re.compile(r"(?:\b|(?<=time))(?:units?(?: of (?:time|measure))?|uom|hr min|hours? minutes?|min hr)\b")
_COUNT = re.compile(r"^(?:sessions?|times?|visits?|units?|periods?|classes|class|days?)$", re.IGNORECASE)
_LETTERS = frozenset({"h", "m"})
"""Units only where the heading says so: M may be a gender, or a Monday."""


_SECONDS = re.compile(r"(?<![a-z])(?:in )?sec(?:ond)?s?(?![a-z])", re.IGNORECASE)
_OF_SECONDS = frozenset({"sec", "second"})
_LASTED = families.TIMES - families.CLOCK | {"elapsed", "session"}
_MINUTE = 60


def of_seconds(table: Table) -> Table:
    """The log with its lengths in minutes where a heading says that they are in seconds: duration_sec."""
    days = [*looks.written_for(table.headings, "sessions", "session_date"),
            *looks.written_for(table.headings, "sessions", "start_time")]  # fmt: skip
    for place, heading in enumerate(table.headings):
        said = words.said_by(heading)
        if days and said & _OF_SECONDS and said & _LASTED and "minute" not in said and _are_seconds(table, place):
            told = [_number(text) for text in table.body.column(place).to_pylist()]
            made = [None if one is None else f"{one / _MINUTE:g}" for one in told]
            return table.instead(place, {_SECONDS.sub("Minutes", heading): made}).noted(f"{heading}: as minutes.")
    return table


_TIMED, _UNTIMED = "timed", "untimed"
_LENGTH = frozenset({"minute"})


def of_timed(table: Table) -> Table:
    """The log with timed and untimed minutes, as insurers part them, in one column, where no other has their sum."""
    told = {
        words.said_by(heading) - {"total", "treatment", "session"}: place
        for place, heading in enumerate(table.headings)
    }
    places = [told.get(_LENGTH | {word}) for word in (_TIMED, _UNTIMED)]
    parts = [place for place in places if place is not None and table.all_are(place, numbers.is_number)]
    if len(parts) < len(places) or any(one in told for one in (_LENGTH, _LENGTH | {"actual"})):
        return table
    both = [[_number(text) for text in row] for row in _texts(table, *parts)]
    sums = [f"{sum(filter(None, row)):g}" if any(one is not None for one in row) else None for row in both]
    listed = " and ".join(table.headings[place] for place in parts)
    return table.without(*parts).also("Minutes", sums).noted(f"{listed} are the minutes together.")


def _are_seconds(table: Table, place: int) -> bool:
    """Whether a column holds numbers, some of them a minute or more, as lengths of sessions in seconds are."""
    told = [numbers.to_float(text) for text in table.texts(place)]
    return bool(told) and None not in told and any(one and one >= _MINUTE for one in told)


def joined(table: Table) -> Table:
    """The table with the unit of time behind each bare number of the column that it belongs to, where it has units, and
    with hours and minutes of one amount in one column."""
    return _with_units(_hours_and_minutes(table))


_KINDS = (
    (re.compile(r"^\D{0,6}(?P<minutes>\d{1,2})[ _-]?(?:m|mins?|minutes?)\b.*$", re.IGNORECASE), None),
    (re.compile(r"^(?:per |an? )?(?:hours?|hrs?|h)$", re.IGNORECASE), 60),
    (re.compile(r"^(?:per |an? )?(?:minutes?|mins?|m)$", re.IGNORECASE), 1),
    (re.compile(r"^(?:(?:per|an?|each) )?(?:enc(?:ounter)?|visit|session|each|ea|event|occurrence|contact|diem|day|untimed|"
                r"flat(?: rate)?|service|evaluation|eval)s?$", re.IGNORECASE), 0),
)  # fmt: skip
"""Kinds of billing units -> the minutes of each; 0 where they count visits, however long."""


def of_visits(table: Table) -> Table:
    """The log with minutes in place of billing units whose kind stands beside them (Unit type: 15 MIN, ENCOUNTER); units
    that count visits say nothing of how long these were."""
    amounts = [at for at, one in enumerate(table.headings) if words.said_by(one) & _COUNTED and not _tells_kind(one)]
    amounts = [at for at in amounts if table.all_are(at, numbers.is_number)]
    kinds = [at for at, one in enumerate(table.headings) if _tells_kind(one) and table.all_are(at, _per_unit)]
    kinds = kinds or [at for at, one in enumerate(table.headings) if _tells_untimed(table, at, one)]
    if len(amounts) != 1 or len(kinds) != 1 or any("minute" in words.said_by(one) for one in table.headings):
        return table
    told_table = (
        _as_units(table, *amounts, *kinds) if _is_timed(table, *amounts) else _as_minutes(table, *amounts, *kinds)
    )
    return told_table.without(kinds[0]) if _tells_kind(table.headings[kinds[0]]) else told_table


def _as_minutes(table: Table, amount: int, kind: int) -> Table:
    pairs = [(_number(text), _per_unit(per or "")) for text, per in _texts(table, amount, kind)]
    told = [None if number is None or per in (None, _NONE) else f"{number * float(per):g}" for number, per in pairs]
    note = f"{table.headings[amount]}: minutes where {table.headings[kind]} says how long each is."
    return table.instead(amount, {"Minutes": told}).noted(note)


def _as_units(table: Table, amount: int, kind: int) -> Table:
    """Units of fifteen minutes, which are rounded, beside the lengths of the sessions, or when these began and ended;
    those that count visits are none, and stay only where the row's own times tell more."""
    rows = zip(_texts(table, amount, kind), _have_lasted(table), strict=True)
    told = [_in_units(text, _per_unit(per or ""), has_lasted) for (text, per), has_lasted in rows]
    note = f"{table.headings[amount]}: units of 15 minutes where {table.headings[kind]} says how long each is."
    return table.instead(amount, {"Units": told}).noted(note)


def _in_units(text: str | None, per: str | None, has_lasted: bool) -> str | None:
    number = _number(text)
    if number is None or per is None or (per == _NONE and not has_lasted):
        return None
    return f"{number * float(per) / float(_OF_A_UNIT):.10g}" if per != _NONE else text


def _is_timed(table: Table, units: int) -> bool:
    """Whether a column beside the units tells how long each session was, or two when it began and ended."""
    lengths = {
        at for name in ("minutes", "gross_minutes") for at in looks.written_for(table.headings, "sessions", name)
    }
    return bool(lengths - {units}) or _ends(table) is not None


def _ends(table: Table) -> tuple[int, int] | None:
    """The columns that say when sessions began and ended."""
    start, end = (looks.only_one_for(table.headings, "sessions", name) for name in ("start_time", "end_time"))
    both = None if start is None or end is None else (start, end)
    return None if both and all("scheduled" in words.said_by(table.headings[at]) for at in both) else both


def _have_lasted(table: Table) -> list[bool]:
    """For each record, whether its times say how long it lasted."""
    ends = _ends(table)
    if ends is None:
        return [False] * table.body.num_rows
    pairs = [[dates.of_school_hours(text).value for text in row] for row in _texts(table, *ends)]
    return [bool(durations.between(*pair).value) for pair in pairs]


def of_lengths(table: Table) -> Table:
    """The log with minutes in place of its sessions' units, where a column tells how long a unit is (Unit (min): 15) and one
    alone how many a session had; those that were approved, or used so far, are no session's. Where both times are told
    these count: units are rounded."""
    told = [words.said_by(heading) for heading in table.headings]
    lengths = [at for at, one in enumerate(told) if _OF_A_LENGTH <= one <= _OF_A_LENGTH | _EACH]
    counts = [at for at, one in enumerate(told) if _UNITS < one <= _UNITS | _OF_SESSIONS]
    counts = counts or [at for at, one in enumerate(told) if one == _UNITS]
    is_log = bool(looks.written_for(table.headings, "sessions", "session_date"))
    if not is_log or len(lengths) != 1 or len(counts) != 1 or not _are_lengths(table, lengths[0]) or _tells_time(table):
        return table
    if not table.all_are(counts[0], numbers.is_number):
        return table
    rows = [[_number(text) for text in row] for row in _texts(table, counts[0], lengths[0])]
    made = [None if None in row else f"{(row[0] or 0) * (row[1] or 0):g}" for row in rows]
    note = f"{table.headings[counts[0]]}: minutes, where {table.headings[lengths[0]]} says how long each is."
    return table.instead(counts[0], {"Minutes": made}).without(lengths[0]).noted(note)


def _tells_time(table: Table) -> bool:
    """Whether columns of a log tell from when to when each session was."""
    return all(looks.written_for(table.headings, "sessions", name) for name in ("start_time", "end_time"))


def _are_lengths(table: Table, place: int) -> bool:
    """Whether a column holds one or two lengths of a billing unit."""
    told = set(table.texts(place))
    return 0 < len(told) <= _FEW_LENGTHS and all(0 < (_number(text) or 0) <= HOUR for text in told)


_UNITS, _OF_A_LENGTH, _FEW_LENGTHS = frozenset({"unit"}), frozenset({"unit", "minute"}), 2
_EACH = frozenset({"per", "each", "length", "size", "duration", "of", "in"})
_OF_SESSIONS = frozenset(
    {"session", "service", "deliver", "provide", "rendered", "given", "bill", "billed", "number", "count", "of", "#"}
)
_COUNTED = frozenset({"unit", "qty", "quantity"})
_NONE, _OF_A_UNIT = "0", "15"


def _tells_kind(heading: str) -> bool:
    """Whether a heading is of what units are: Unit Type, UOM."""
    told = words.said_by(heading)
    return words.heading(heading) == "uom" or (
        "unit" in told and bool(told & {"type", "kind", "measure", "basis", "description"})
    )


_PROCEDURE = re.compile(r"^(?:\d{5}|[A-Z]\d{4})$", re.IGNORECASE)


def _tells_untimed(table: Table, place: int, heading: str) -> bool:
    """Whether a column is one of procedures, some of which are billed once a session (CPT 92507)."""
    named = bool(words.said_by(heading) & {"cpt", "procedure", "proc", "hcpcs", "code"})
    codes = [text.strip().casefold() for text in table.texts(place)] if named else []
    return bool(vocabulary.UNTIMED.intersection(codes)) and all(map(_PROCEDURE.match, codes))


def _per_unit(text: str) -> str | None:
    """The minutes of each unit of a kind, or procedure, as a text; None where the kind isn't known."""
    if _PROCEDURE.match(text.strip()):
        return _NONE if text.strip().casefold() in vocabulary.UNTIMED else _OF_A_UNIT
    for pattern, minutes in _KINDS:
        if match := pattern.match(text.strip()):
            return match["minutes"] if minutes is None else str(minutes)
    return None


_QUANTITY = frozenset({"qty", "quantity"})
_SAID_ABOVE = re.compile(r"\b(?:qty|quantit(?:y|ies))\b[^.;\d]{0,25}\bin (?P<unit>hours|minutes)\b", re.IGNORECASE)


def of_quantities(table: Table) -> Table:
    """The table with hours, or minutes, in place of quantities, where a line above it says that they are these."""
    told = {match["unit"].title() for note in table.notes for match in _SAID_ABOVE.finditer(note)}
    places = [place for place, one in enumerate(table.headings) if words.heading(one) in _QUANTITY]
    if len(told) != 1 or len(places) != 1 or not table.all_are(places[0], numbers.is_number):
        return table
    return table.called(places[0], told.pop())


def of_periods(table: Table) -> Table:
    """The list of services with what its quantities count (Qty, Unit, Per): so many sessions where each unit is a length
    (2 | 30 min | week), so much time where it is one of time (30 | minutes | week)."""
    cycles = looks.meant_for(table.headings, "service_lines", "cycle")
    days = looks.meant_for(table.headings, "sessions", "session_date")
    counts = [at for at, one in enumerate(table.headings) if words.said_by(one) in ({"qty"}, {"quantity"})]
    kinds = [at for at, one in enumerate(table.headings) if words.said_by(one) == {"unit"}]
    if days or not cycles or len(counts) != 1 or len(kinds) != 1 or not table.all_are(counts[0], numbers.is_number):
        return table
    if table.all_are(kinds[0], lambda text: _A_LENGTH.match(text.strip()) is not None):
        note = f"{table.headings[counts[0]]}: sessions, as {table.headings[kinds[0]]} says how long each is."
        return table.called(counts[0], "Sessions").called(kinds[0], "Minutes per Session").noted(note)
    if not table.all_are(kinds[0], _is_unit):
        return table
    told = [f"{count} {unit}" if count and unit else None for count, unit in _texts(table, counts[0], kinds[0])]
    return table.filled(counts[0], told).called(counts[0], "Minutes").without(kinds[0])


_A_LENGTH = re.compile(r"^\d{1,3}\s*-?\s*(?:min(?:ute)?s?\.?)(?:\s+sessions?)?$", re.IGNORECASE)


def _hours_and_minutes(table: Table) -> Table:
    """Two columns that differ in the words hours and minutes, as one of minutes: their sum where hours are whole and minutes
    fewer than an hour's; else the one amount that both tell."""
    told = [words.said_by(heading) for heading in table.headings]
    for at, one in enumerate(told):
        beside = [place for place, other in enumerate(told) if "hour" in one and other == one - {"hour"} | {"minute"}]
        if len(beside) == 1 and table.all_are(at, numbers.is_number) and table.all_are(beside[0], numbers.is_number):
            pairs = [(_number(hours), _number(minutes)) for hours, minutes in _texts(table, at, beside[0])]
            both = [(hours, minutes) for hours, minutes in pairs if hours is not None and minutes is not None]
            small = all(minutes < HOUR and hours.is_integer() for hours, minutes in both)
            if both and small and any(minutes != hours * HOUR for hours, minutes in both):
                return _summed(table, at, beside[0], pairs)
            alike = [pair for pair in both if _are_alike(*pair) and pair[0]]
            if alike and 2 * len(alike) >= len(both):
                return _as_one(table, at, beside[0], pairs)
    return table


def _are_alike(hours: float, minutes: float) -> bool:
    """Whether hours, which may be rounded to hundredths, tell the same as minutes."""
    return abs(hours * HOUR - minutes) < _ROUNDED


_ROUNDED = 0.31


def _as_one(table: Table, hours: int, minutes: int, pairs: list[tuple[float | None, float | None]]) -> Table:
    """The table with the minutes alone, out of hours where they are blank; with both in a cell where they differ, which is no
    number, so that the row comes back."""
    told = (table.body.column(minutes).to_pylist(), pairs)
    cells = [_one_of(text, *pair) for text, pair in zip(*told, strict=True)]
    note = f"{table.headings[hours]} and {table.headings[minutes]} tell the same amount, which is read once."
    return table.filled(minutes, cells).without(hours).noted(note)


def _one_of(text: str | None, hours: float | None, minutes: float | None) -> str | None:
    if hours is None or minutes is None:
        return text if hours is None else f"{hours * HOUR:g}"
    return text if _are_alike(hours, minutes) else f"{minutes:g} / {hours:g} h"


HOUR = 60


def _texts(table: Table, *places: int) -> Iterator[tuple[str | None, ...]]:
    return zip(*(table.body.column(place).to_pylist() for place in places), strict=True)


def _number(text: str | None) -> float | None:
    return numbers.to_float(text) if text and text.strip() else None


def _summed(table: Table, hours: int, minutes: int, pairs: list[tuple[float | None, float | None]]) -> Table:
    whole = [None if pair == (None, None) else f"{(pair[0] or 0) * HOUR + (pair[1] or 0):g}" for pair in pairs]
    return table.filled(minutes, whole).without(hours)


def _with_units(table: Table) -> Table:
    for place, heading in enumerate(table.headings):
        named = _NAMED.search(words.heading(heading)) is not None
        if (named or (place and _is_of_time(table.headings[place - 1]))) and _are_units(table, place, named=named):
            amount = _amount(table, place)
            if amount is not None:
                return _with(table, amount, place)
    return table


def _are_units(table: Table, place: int, *, named: bool) -> bool:
    """Whether a column holds units of time; single letters, and counts among them, only where its heading says so."""
    if not named and not all(map(_is_unit, table.opening(place))):
        return False
    texts = [text.strip() for text in table.texts(place)]
    if named and _are_letters_of_periods(table.headings[place], texts):
        return False
    if named:
        return any(map(_UNIT.match, texts)) or (bool(texts) and all(map(_COUNT.match, texts)))
    return bool(texts) and all(map(_is_unit, texts))


def _are_letters_of_periods(heading: str, texts: list[str]) -> bool:
    """Whether single letters are of periods, so that M is a month: they are units of a frequency, or others (W) stand among
    them."""
    letters = {text.casefold() for text in texts if len(text) == 1}
    return bool(letters) and ("frequency" in words.said_by(heading) or bool(letters - _LETTERS))


def _is_of_time(heading: str) -> bool:
    return bool(_OF_TIME & words.said_by(heading))


_OF_TIME = families.TIMES | {"amount", "quantity"}


def _is_unit(text: str) -> bool:
    return _UNIT.match(text.strip()) is not None and text.strip().casefold() not in _LETTERS


def _amount(table: Table, place: int) -> int | None:
    """The column named as the unit's is, without the words for units; else one of time to the left or to the right of it,
    or any to the left that is nobody's id or grade."""
    rest = " ".join(_NAMED.sub(" ", words.heading(table.headings[place])).split())
    bare = {at: (words.heading(one), words.heading(_bare(one))) for at, one in enumerate(table.headings) if at != place}
    named = [at for at, told in bare.items() if rest and rest in told]
    of_time = [at for at in (place - 1, place + 1) if at in bare and _is_of_time(table.headings[at])]
    left = [at for at in (place - 1,) if at in bare and not words.said_by(table.headings[at]) & _OF_PEOPLE]
    beside = (*named, *of_time, *left)
    return next((at for at in beside if table.all_are(at, numbers.is_number)), None)


_OF_PEOPLE = families.STUDENTS | families.STAFF | (families.IDS - {"number"}) | {"grade"}


def _bare(heading: str) -> str:
    """The heading of an amount that has its unit by now, without the words for a bare number: Duration Qty."""
    rest = [one for one in words.heading(heading).split() if not words.said_by(one) & _OF_NUMBERS]
    return (
        " ".join(rest) if words.said_by(heading) & _OF_NUMBERS and words.said_by(" ".join(rest)) & _OF_TIME else heading
    )


_OF_NUMBERS = frozenset({"quantity", "number", "value"})


def _with(table: Table, amount: int, place: int) -> Table:
    pairs = zip(table.body.column(amount).to_pylist(), table.body.column(place).to_pylist(), strict=True)
    told = [
        f"{number.strip()} {unit.strip()}" if number and number.strip() and unit else number for number, unit in pairs
    ]
    table = table.filled(amount, told).called(amount, _bare(table.headings[amount]))
    return table.without(place) if table.all_are(place, _UNIT.match) else table
