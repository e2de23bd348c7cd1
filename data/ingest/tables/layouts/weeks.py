"""Weeks as rows with a column a weekday (Week of, Mon, Tue, ...), turned to one record for each filled day."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta

import pyarrow as pa

from data.ingest.model import Table
from data.ingest.tables import spread, week_names
from data.ingest.tables.layouts import melting
from data.ingest.tables.long import Long, Wide, filled, long
from data.ingest.values import dates, durations, statuses, weekdays, words
from data.ingest.values.read import Read, waiting

_OF_DAYS = "Week of"
_SAYS_WEEK = frozenset(("week", "wk", "weeks"))
_MONDAYS = frozenset(("mon", "monday", "mondays"))
_BESIDE_WEEK = _SAYS_WEEK | _MONDAYS | week_names.FIRST | week_names.LAST | week_names.UNTIL | {
    "of", "the", "a", "on", "in", "for", "school", "date", "day", "s", "fri", "friday", "sun", "sunday",
}  # fmt: skip
"""Words of a heading that says nothing but of which week its days are: Week of (Monday), Date of Monday."""
_ONE_OF_SEVERAL = re.compile(r"\b(?:first|last|start\w*|begin\w*|end\w*)(?: school)? (?:week|wk)s?\b")
"""What says between which weeks a plan holds (Start Week), and not of which week a row's days are (Start of Week)."""


def _is_week(heading: str) -> bool:
    bare = words.heading(heading)
    told = {*bare.split()}
    is_monday = "date" in told and told & _MONDAYS and not told & (week_names.FIRST | week_names.LAST)
    says_which = _SAYS_WEEK & told or is_monday
    is_weekday = "day" in told and not {"first", "last"} & told
    return bool(says_which) and told <= _BESIDE_WEEK and not is_weekday and not _ONE_OF_SEVERAL.search(bare)


def titled(
    headings: tuple[str, ...], columns: list[pa.Array], evidence: Sequence[tuple[str, ...]], key: Collection[str] = ()
) -> Long | None:
    """The long form of a log with a column a weekday whose week stands over it, in a title or in the sheet's name, or None
    where it is none: its cells are minutes, words of what became of a session and codes of the ``key``, its rows students."""
    days = week_names.columns_of_days(headings)
    if not days or not evidence:
        return None
    wide = {place: columns[place].to_pylist() for place in days}
    cells = filled(wide)
    told = [(wide[place][row] or "").strip() for row, place in cells]
    texts = set(told)
    strange = {text for text in texts if not _tells_session(text) and text.casefold() not in key}
    if not texts or sum(text in strange for text in told) * 2 > len(told) or len(strange) > _STRANGE:
        return None
    if _is_plan(texts, evidence):
        return None
    named = {week for week, _ in days.values()}
    weeks = {(week, one): week_names.begins([week] if week else one, one) for week in named for one in set(evidence)}
    open_ = {key: week_names.told_by([key[0]] if key[0] else key[1]) for key, first in weeks.items() if first is None}
    behind = [at for at in range(len(headings)) if at > min(days) and at not in days]
    sums = [at for at in behind if _is_total(headings[at]) or melting.sums_up(headings[at], columns[at], wide)]
    when = [_of_week(weeks[week, evidence[row]], day, headings[place], open_.get((week, evidence[row])))
            for row, place in cells for week, day in (days[place],)]  # fmt: skip
    return _by_week(headings, columns, (*days, *sums), wide, cells, when)


def of_weekdays(
    headings: tuple[str, ...], columns: list[pa.Array], days: Mapping[int, int], first: Sequence[date | None]
) -> Long:
    """A record for each filled cell of columns of weekdays, with the day that it is in the week of its row."""
    wide = {place: columns[place].to_pylist() for place in days}
    cells = filled(wide)
    when = [_of_week(first[row], days[place], headings[place]) for row, place in cells]
    return _by_week(headings, columns, list(days), wide, cells, when)


def _by_week(
    headings: tuple[str, ...],
    columns: list[pa.Array],
    gone: Collection[int],
    wide: Wide,
    cells: list[tuple[int, int]],
    when: Sequence[str | None],
) -> Long:
    """A record for each filled cell, with its day and what stands in it."""
    made = {"Date": when, "Value": [wide[place][row] for row, place in cells]}
    return long(headings, columns, gone, cells, made, ("Date", "Value"))


_STRANGE = 4
"""Texts of a grid of sessions that nobody knows, at most: they are asked about."""


_PLANNED = re.compile(r"schedul|\bplan(?:ned|ner)?\b|\bcaseload\b", re.IGNORECASE)


def _is_plan(texts: set[str], evidence: Sequence[tuple[str, ...]]) -> bool:
    """Whether nothing but minutes stands in a grid that is called a schedule: what is planned may not count as given."""
    told = any(durations.read(text).value is None for text in texts)
    return not told and any(_PLANNED.search(text) for one in set(evidence) for text in one)


def _tells_session(text: str) -> bool:
    return durations.read(text).value is not None or statuses.read(text).known


def _of_week(first: date | None, weekday: int, heading: str, told: str | None = None) -> str:
    """The day of a weekday in a week; ``told``: the week's own day, without the year that nothing around says."""
    if first is None:
        return f"{weekdays.NAMES[weekday].title()} of {told}" if told else f"{heading} of no week"
    if first.year == dates.YEARLESS:
        day = first + timedelta(weekday)
        return f"{weekdays.NAMES[weekday].title()} {day.month}/{day.day}"
    return in_week(first, weekday).isoformat()


def parted(table: Table) -> Table:
    """The table with a record for each weekday that a cell tells (M 30, W abs) beside a column of weeks, the weekday in a
    column of its own."""
    if not any(_is_week(heading) for heading in table.headings):
        return table
    for at in range(len(table.headings)):
        told = (
            [_by_weekday(text or "") for text in table.body.column(at).to_pylist()]
            if _by_weekday(table.first(at))
            else []
        )
        if any(len(one) > 1 for one in told) and sum(map(bool, told)) >= _MOST * len(told):
            days = [[weekdays.NAMES[weekday].title() for weekday, _ in one] for one in told]
            texts = table.body.column(at).to_pylist()
            what = [[said for _, said in one] or [text] for one, text in zip(told, texts, strict=True)]
            table = table.also("Day", [""] * len(told)).called(at, _FREE)
            return table.in_parts({at: what, len(table.headings) - 1: days})
    return table


_FREE = "What happened"


def dated(table: Table) -> Table:
    """The table with whole days in place of weekdays, where a title above each row says of which week they are."""
    named = [words.heading(heading) for heading in table.headings]
    week = next((place for place, one in enumerate(named) if one in (_OF_DAYS.lower(), "week beginning", "week")), None)
    if week is None:
        return table
    for at in range(len(named)):
        texts = [text.strip() for text in table.texts(at)]
        if at != week and texts and all(weekdays.of(text) is not None and len(text) > 1 for text in texts):
            return _with_days(table, at, week)
    return table


def _with_days(table: Table, at: int, week: int) -> Table:
    around = (*table.notes, table.sheet)
    pairs = zip(table.body.column(at).to_pylist(), table.body.column(week).to_pylist(), strict=True)
    told = [_of_row_week(own, over, around) if own and own.strip() and over else own for own, over in pairs]
    return table.instead(at, {"Session Date": told}).without(week)


def _of_row_week(own: str, week: str, around: tuple[str, ...]) -> str:
    day = week_names.named_in(week) or (week.strip() if spread.is_date(week.strip()) else None)
    whole = melting.date_of(day, (week, *around)) if day else None
    said = dates.read(whole).value if whole else None
    weekday = weekdays.of(own)
    return own if weekday is None else _of_week(said if isinstance(said, date) else None, weekday, own)


def melt(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """The long form of a table of weeks, or None where it is none."""
    days = week_names.day_columns(headings)
    weeks = [place for place, heading in enumerate(headings) if _is_week(heading)]
    weeks = [place for place in weeks if len(weeks) == 1 or any(map(dates.looks_like, _texts(columns[place])))]
    if len(weeks) != 1 or not days:
        return None
    told = columns[weeks[0]].to_pylist()
    week = [_without_words(text) for text in told]
    if not any(dates.looks_like(text) for text in week if text):
        return None
    ends = [week_names.heads_last_days(headings[weeks[0]]) or week_names.ends(text or "") for text in told]
    wide = {place: columns[place].to_pylist() for place in days}
    cells = filled(wide)
    clear = not any(dates.only_day_first(text) for text in week if text)
    behind = [at for at in range(len(headings)) if at > min(days) and at not in (*days, *weeks)]
    sums = [at for at in behind if _is_total(headings[at]) or melting.sums_up(headings[at], columns[at], wide)]
    when = [_date(week[row], days[place], headings[place], ends=ends[row], clear=clear) for row, place in cells]
    return _by_week(headings, columns, (*days, *weeks, *sums), wide, cells, when)


def _without_words(text: str | None) -> str | None:
    """The day of a week without the heading's words before it: Week of 9/8/2025."""
    match = _OF_WEEK.match(text or "")
    return match[1] if match and dates.looks_like(match[1]) else text


_OF_WEEK = re.compile(
    r"^\s*(?:w/e|(?:week|wk)\.?[ -](?:of|beginning|starting|end(?:ing|s|ed)?))[: ]\s*(\S+)\s*$", re.IGNORECASE
)


def _texts(column: pa.Array) -> list[str]:
    return [text for text in column.to_pylist() if text]


def _is_total(heading: str) -> bool:
    return melting.is_sum(heading) or "total" in words.spelt_out(words.heading(heading)).split()


def numbered(headings: tuple[str, ...], columns: list[pa.Array]) -> Long | None:
    """The long form of a table with a column a week (Week 1, Week 2, ...), a record for each filled one; else None.

    A heading that says the week's days (Week 1 (9/1-9/5)) is their first; of others a person must say when they begin.
    """
    places = [place for place, heading in enumerate(headings) if _number(heading)]
    if len(places) < week_names.FEWEST:
        return None
    wide = {place: columns[place].to_pylist() for place in places}
    cells = filled(wide)
    gone = [at for at, one in enumerate(headings) if at in places or (at > max(places) and melting.is_sum(one))]
    return _by_week(headings, columns, gone, wide, cells, [_begins(headings[at]) for _, at in cells])


_WEEKDAY = r"(?:mon|tues?|wed|thu(?:rs?)?|fri|th|tu|[mtwrf])(?:days?|nesdays?|sdays?|rsdays?)?"
_TOLD = re.compile(
    rf"(?P<day>{_WEEKDAY})(?:\.?\s*[:=-]\s*|\.?\s+|(?=\d))(?P<what>\d{{1,3}}(?:\s*min\w*\.?)?(?!\d)|[^\W\d][^,;\n]*?)"
    rf"(?=\s*[,;\n+]|\s+{_WEEKDAY}\.?\s*[:=-]?\s*\d|\s*$)\s*[,;\n+]?\s*",
    re.IGNORECASE,
)


def in_cells(headings: tuple[str, ...], columns: list[pa.Array], evidence: Sequence[tuple[str, ...]]) -> Long | None:
    """The long form of a table with a column a week whose cells tell each day and what stood in it (M 30, W abs), or None
    where it is none. A cell that tells anything else is kept whole, of no day: it is rejected, and never guessed."""
    days = {place: day for place, heading in enumerate(headings) if (day := _week_named(heading))}
    told = {place: [_by_weekday(text or "") for text in columns[place].to_pylist()] for place in days}
    cells = filled({place: columns[place].to_pylist() for place in days}) if days else []
    read = sum(bool(told[place][row]) for row, place in cells)
    several = any(len(one) > 1 for column in told.values() for one in column)
    if not several or read < _MOST * len(cells):
        return None
    if _is_plan({what for column in told.values() for one in column for _, what in one}, evidence):
        return None
    parts: list[tuple[int, int, int | None, str | None]] = []
    for row, place in cells:
        own = told[place][row]
        parts += [(row, place, *one) for one in own] if own else [(row, place, None, columns[place][row].as_py())]
    firsts = {(place, around): week_names.begins([days[place]], around) for place in days for around in set(evidence)}
    when = [
        headings[place] if weekday is None else _of_week(firsts[place, evidence[row]], weekday, headings[place])
        for row, place, weekday, _ in parts
    ]
    gone = [at for at, one in enumerate(headings) if at in days or (at > min(days) and _is_total(one))]
    made: dict[str, list[str | None]] = {"Date": [*when], "Value": [what for *_, what in parts]}
    return long(headings, columns, gone, parts, made, ("Date", "Value"))


_MOST = 0.8


def _week_named(heading: str) -> str | None:
    """The heading of a column of a week that says with which day it begins, as ``begins`` reads it."""
    bare = week_names.NUMBERED.sub("", " ".join(heading.split())).strip(" ()[]:,-–")
    is_bare = bare != heading.strip() and spread.is_date(bare)
    first = week_names.named_in(heading) or week_names.named_in(bare) or (bare if is_bare else None)
    return f"week {'ending' if week_names.ends(heading) else 'of'} {first}" if first else None


def _by_weekday(text: str) -> list[tuple[int, str]]:
    """(weekday, what stood in it) of each part of a cell; empty where any of it is anything else."""
    bare, at, found = text.strip(), 0, []
    while at < len(bare):
        match = _TOLD.match(bare, at)
        weekday = weekdays.of(match["day"]) if match else None
        if match is None or weekday is None:
            return []
        found.append((weekday, match["what"].strip()))
        at = match.end()
    return found


def _number(heading: str) -> int | None:
    match = week_names.NUMBERED.match(" ".join(heading.split()))
    return int(match[1]) if match else None


def _begins(heading: str) -> str:
    """The first day that a week's heading says, else the week by its number."""
    said = week_names.NUMBERED.sub("", " ".join(heading.split())).strip(" ()[]:,-–")
    return (
        re.split(r"\s*(?:-|–|—|\bto\b)\s*", said)[0]
        if any(letter.isdigit() for letter in said)
        else f"Week {_number(heading)}"
    )


_OF_A_DAY = re.compile(r"^([A-Z][a-z]+) of (?P<day>\S.*)$")


def without_year(text: str) -> tuple[int, str] | None:
    """The weekday and the day of its week, which lacks its year (Mon of 9/8), as ``titled`` writes them; None of another
    text."""
    match = _OF_A_DAY.match(text)
    weekday = weekdays.of(match[1]) if match else None
    return (weekday, match["day"]) if match and weekday is not None and spread.part(match["day"]) else None


def in_week(first: date, weekday: int) -> date:
    """The weekday of the week that begins on a day, or holds it; one that begins with a Sunday has its Monday behind it."""
    monday = first + timedelta(1) if first.weekday() == _SUNDAY else first - timedelta(first.weekday())
    return monday + timedelta(weekday)


_SUNDAY = 6


def is_numbered(text: str) -> bool:
    """Whether a text is a week told by its number alone: another one next month."""
    return week_names.NUMBERED.fullmatch(text.strip()) is not None


def read(text: str, answer: str | None) -> Read | None:
    """The first day of a week that is told by its number, as a person said it; None where the text is no such week."""
    if not is_numbered(text):
        return None
    said = dates.read(answer) if answer else None
    return said if said and not said.failed else waiting("no_week", "it isn't said when this week begins")


def _date(week: str | None, weekday: int, heading: str, *, ends: bool, clear: bool) -> str:
    """The day of a week; weeks named by their Sunday begin with it, unless they end on it."""
    said = dates.read(week).value if clear else None
    if not isinstance(said, date):
        return f"{heading} of {week or 'no week'}"
    sunday = said.weekday() == 6 and not ends
    monday = said + timedelta(1) if sunday else said - timedelta(said.weekday())
    return (monday + timedelta(weekday)).isoformat()
