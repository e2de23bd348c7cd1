"""Sheets to tables: every row of a sheet becomes header, record, or left out with a reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from itertools import pairwise
from operator import itemgetter

import numpy as np
import pyarrow as pa

from data.contracts import synonyms
from data.ingest.model import LeftOut, Sheet, Table, body_of
from data.ingest.tables import (
    across,
    actual,
    bands,
    beside,
    bookings,
    by_school,
    clocks,
    closings,
    cycles,
    days,
    filldown,
    forms,
    headers,
    ids,
    labels,
    legend,
    lengths,
    looks,
    madeup,
    marks,
    melting,
    monthgrid,
    months,
    nobody,
    outcomes,
    pairs,
    periods,
    probes,
    rollcall,
    rows,
    several,
    shorthand,
    sideways,
    sites,
    staffing,
    standins,
    subjects,
    ticks,
    titles,
    trials,
    turned,
    units,
    weeks,
)
from data.ingest.tables.grid import Grid, of_sheet
from data.ingest.tables.headers import Header
from data.ingest.tables.titles import school_in
from data.ingest.values import dates, words
from data.ingest.values.dates import Order

_REMARKS = frozenset({"banner", "comment", "head block", "section title", "note below the table", "beside the table"})
_LOOKED_AT = 300


@dataclass
class _Above:
    """What stands above a table: its rows with their reasons, labels by row, titles."""

    left_out: dict[int, str] = field(default_factory=dict)
    sections: list[tuple[int, labels.Pairs]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    alone: list[tuple[int, str]] = field(default_factory=list)
    """Titles that fill a row by themselves, right above the header."""


def find(sheet: Sheet, around: Sequence[str] = (), order: Order | None = None) -> list[Table]:
    """The tables of a sheet, from top to bottom; a sheet without any header is one table with header_row None.

    Headings are found by what districts call their columns, else by their place above rows of the same width. Banners,
    totals, repeated headers, section titles, comments and blank rows are left out, each with its reason. Labels above
    or between the records (``Provider: ...``) become columns; a column a day becomes a record a day. ``around``: the
    file's name and the like, which may say a year; ``order``: that of slashed dates, where a person said it.
    """
    grid = of_sheet(sheet)
    if not grid.counts.any():
        return []
    if drawn := monthgrid.find(grid):
        return [drawn]
    grid = across.upright(grid)
    found = headers.find(grid)
    if not found:
        return [_headless(grid)]
    return [
        _told_apart(days.apart(clocks.apart(_of_amounts(months.summed(months.until(table), around))), around, order))
        for table in _tables(grid, found)
    ]


def _of_amounts(table: Table) -> Table:
    """The table with each amount in one column: the actual one, with its unit, a week's, the percent of its trials."""
    for step in (
        actual.taken,
        units.joined,
        staffing.parted,
        staffing.weekly,
        staffing.by_person,
        trials.counted,
        trials.shared,
    ):
        table = step(table)
    return table


_APART = (
    forms.told, pairs.apart, weeks.dated, nobody.left_out,
    bookings.of_students, bookings.sized, actual.differing, standins.settled, ticks.told, lengths.apart,
    madeup.apart, closings.apart, rollcall.apart, several.apart, several.days, marks.told, several.services,
    outcomes.apart, ids.apart,
    subjects.named,
)  # fmt: skip
"""What makes a record for each session of a row, and columns of what stands together in one, in this order."""


def _told_apart(table: Table) -> Table:
    """The table with a record for each session of its rows, and with what became of it, and ids, in columns."""
    for step in _APART:
        table = step(table)
    return table


def _tables(grid: Grid, found: list[Header]) -> list[Table]:
    tables: list[Table] = []
    earlier = _Above()
    starts = [0, *(_preamble(grid, above.row + 1, header.rows[0]) for above, header in pairwise(found))]
    for header, start, end in zip(found, starts, [*starts[1:], grid.height], strict=True):
        above = _read_above(grid, start, header, earlier)
        parts = beside.split(grid, header, end)
        tables += [_table(part, above, end, number == 0) for number, part in enumerate(parts)]
        earlier = _Above({}, above.sections, above.titles)
    return tables


def _preamble(grid: Grid, first: int, header: int) -> int:
    """Where what belongs to a later header begins: the titles and labels right above it."""
    at = header
    while at > first and (grid.counts[at - 1] <= 1 or _only_labels(grid, at - 1)):
        at -= 1
    return at


def _only_labels(grid: Grid, at: int) -> bool:
    pairs, titles = labels.read(grid.row(at), strict=True)
    return bool(pairs) and not titles


def _read_above(grid: Grid, start: int, header: Header, earlier: _Above) -> _Above:
    dated = [title for title in earlier.titles if any(letter.isdigit() for letter in title)]
    above = _Above({}, list(earlier.sections), dated)
    own: list[str] = []
    for at in range(start, header.rows[0]):
        above.left_out[at] = "banner" if grid.counts[at] else "blank"
        if grid.counts[at]:
            pairs, texts = labels.read(grid.row(at))
            alone = (grid.row(at)[0] or "") if grid.counts[at] == 1 else ""
            band = bands.read(alone) if bands.is_of_a_student(alone) else None
            pairs, texts = (band, []) if band else (pairs, texts)
            above.left_out[at] = "head block" if pairs else _title_reason(texts)
            above.sections += [(at, pairs)] if pairs else []
            above.alone = [(at, texts[0])] if not pairs and len(texts) == 1 else []
            own += [*texts, *(f"{label}: {value}" for label, value in pairs.items() if labels.is_period(label))]
    above.titles = [*own, *above.titles]
    above.left_out.update((at, "group headings") for at in header.rows[:-1])
    return above


def _title_reason(texts: list[str]) -> str:
    return "comment" if texts and texts[0].startswith("#") else "banner"


def _table(part: beside.Part, above: _Above, end: int, first: bool) -> Table:
    grid, header = part.grid, part.header
    banners = [at for at, why in above.left_out.items() if why == "banner"]
    found = rows.sort(grid, header, header.row + 1, end, banners)
    kept, between = _columns(part, found, above)
    headings = tuple(header.headings[i] or f"Column {_letters(part.places[i])}" for i in kept)
    columns = [_rows_of(grid.columns[i], found.records) for i in kept]
    told = {place: column for place, i in enumerate(kept)
            if (column := filldown.merged(grid, i, found.records)) is not None}  # fmt: skip
    columns, alike = filldown.fill(headings, [told.get(place, column) for place, column in enumerate(columns)])
    merged = dict.fromkeys([*(headings[place] for place in told), *alike])
    sections = sorted([*above.sections, *found.sections, *between], key=itemgetter(0))
    sections = [*_at_school((*above.titles, grid.name), headings, sections), *sections]
    headings, columns = _with_labels(headings, columns, sections, found.records)
    notes = (*above.titles, *part.notes, *(f"Merged cells of {one} were filled from above." for one in merged))
    left_out = _left_out(part, found, above, first)
    key = legend.read(grid.row(at) for at, why in [*left_out.items()][:_LOOKED_AT] if why in _REMARKS)
    key = part.key | key
    wide = _Wide(grid, header, headings, columns, found.records, left_out, notes, sections, key)
    return replace(cycles.said(_finished(wide), _remarks(wide)), legend=key)


def _rows_of(column: pa.Array, rows: np.ndarray) -> pa.Array:
    """Some rows of a column, in order; where they follow one another nothing is copied."""
    if len(rows) and rows[-1] - rows[0] == len(rows) - 1:
        return column.slice(rows[0], len(rows))
    return column.take(pa.array(rows, pa.int64()))


def _columns(part: beside.Part, found: rows.Sorted, above: _Above) -> tuple[list[int], list[tuple[int, labels.Pairs]]]:
    """The columns that are headed or filled, and what titles between the records say.

    A column that the records leave open because the titles fill it gives way to what they say.
    """
    headings = part.header.headings
    filled = [bool(part.grid.filled[found.records, i].any()) for i in range(len(headings))]
    blank = {i: heading for i, heading in enumerate(headings) if heading and not filled[i]}
    between = titles.sections(found.titles, above.alone, headings, blank)
    told = {words.heading(label) for _, pairs in between for label in pairs}
    kept = [i for i in range(len(headings)) if filled[i] or (i in blank and words.heading(blank[i]) not in told)]
    return kept, between


def _left_out(part: beside.Part, found: rows.Sorted, above: _Above, first: bool) -> dict[int, str]:
    """Why each row is no record; of tables side by side, the first one speaks for rows that are blank in all."""
    if not first:
        return {at: why for at, why in found.left_out.items() if why != "blank"}
    told = {
        at: "beside the table" if why == "blank" and part.elsewhere[at] else why for at, why in found.left_out.items()
    }
    return {**above.left_out, **told}


@dataclass(frozen=True)
class _Wide:
    """A table before days in its headings are turned to rows."""

    grid: Grid
    header: Header
    headings: tuple[str, ...]
    columns: list[pa.Array]
    records: np.ndarray
    left_out: dict[int, str]
    notes: tuple[str, ...]
    sections: list[tuple[int, labels.Pairs]]
    key: legend.Legend


def _finished(wide: _Wide) -> Table:
    if melting.day_columns(wide.headings):
        headings, columns, under, kept = melting.under_days(wide.headings, wide.columns)
        above = dict.fromkeys(np.delete(wide.records, kept).tolist(), "said of each day")
        left_out = {**wide.left_out, **above}
        wide = replace(wide, headings=headings, columns=columns, records=wide.records[kept], left_out=left_out)
        long = melting.melt(wide.headings, wide.columns, _evidence(wide), under)
    else:
        by_period = partial(periods.melt, key=wide.key)
        melts = (weeks.melt, weeks.numbered, by_period, sites.melt, sites.by_weekday, by_school.melt, probes.melt)
        long = next((long for melt in melts if (long := melt(wide.headings, wide.columns))), None)
    long = long or shorthand.melt(wide.headings, wide.columns, _remarks(wide))
    for melt in (turned.melt, turned.asked, weeks.titled):
        long = long or melt(wide.headings, wide.columns, _evidence(wide))
    if long is None:
        return _stacked(wide)
    empty = set(wide.records.tolist()) - set(wide.records[long.source].tolist())
    left_out = {**wide.left_out, **dict.fromkeys(empty, "no day filled")}
    told = replace(wide, headings=long.headings, columns=long.columns, left_out=left_out)
    return _made(told, wide.records[long.source], long.names)


def _remarks(wide: _Wide) -> Iterator[str]:
    """What stands around the records: titles, comments, notes and keys."""
    yield from wide.notes
    for at, why in [*wide.left_out.items()][:_LOOKED_AT]:
        if why in _REMARKS:
            yield from (cell for cell in wide.grid.row(at) if cell)


def _stacked(wide: _Wide) -> Table:
    if wide.columns and (by_day := sideways.days(wide.headings)):
        headings, columns, source = sideways.by_day(wide.headings, wide.columns, by_day)
        return _made(replace(wide, headings=headings, columns=columns), wide.records[source], None)
    if wide.columns and (topics := sideways.topics(wide.headings)):
        headings, columns, source = sideways.by_topic(wide.headings, wide.columns, topics)
        notes = (*wide.notes, f"Columns of each {topics.topic} were put below each other.")
        return _made(replace(wide, headings=headings, columns=columns, notes=notes), wide.records[source], None)
    found = sideways.groups(wide.headings) if wide.columns else None
    several = sideways.students(wide.headings) if wide.columns and found is None else []
    if found is None and not several:
        return _made(wide, wide.records, None)
    headings, columns, source = (
        sideways.apart(wide.headings, wide.columns, several)
        if found is None
        else sideways.stack(wide.headings, wide.columns, found)
    )
    if found is None:
        headings, columns = sideways.sized(headings, columns, source)
    notes = (*wide.notes, "Groups of columns repeated sideways were put below each other.")
    return _made(replace(wide, headings=headings, columns=columns, notes=notes), wide.records[source], None)


def _made(wide: _Wide, records: np.ndarray, melted: tuple[str, str] | None) -> Table:
    left_out = tuple(LeftOut(wide.grid.number(at), why) for at, why in sorted(wide.left_out.items()))
    body = body_of(column.cast(pa.string()) for column in wide.columns)
    record_numbers = pa.array(wide.grid.numbers[records], pa.int32())
    header_row = wide.grid.number(wide.header.row)
    return Table(wide.grid.name, wide.headings, body, record_numbers, header_row, left_out, melted, wide.notes)


def _evidence(wide: _Wide) -> list[tuple[str, ...]]:
    """For each record, what may say its month: the last labels above it, the titles, the sheet's name."""
    periods = [
        (at, f"{label} {value}")
        for at, pairs in wide.sections
        for label, value in pairs.items()
        if labels.is_period(label)
    ]
    titles = (*wide.notes, wide.grid.name)
    own = _own_periods(wide)
    if own is None and not periods:
        return [titles] * len(wide.records)
    return [
        (*(own[place] if own else ()), *(text for at, text in reversed(periods) if at < row), *titles)
        for place, row in enumerate(wide.records.tolist())
    ]


def _own_periods(wide: _Wide) -> list[tuple[str, ...]] | None:
    """The month that a record of a card with a row a month says itself; None where no column is one of months."""
    for heading, column in zip(wide.headings, wide.columns, strict=True):
        if labels.is_period(heading) or not heading:
            texts = column.to_pylist()
            filled = [text for text in texts if text and text.strip()]
            if filled and all(dates.month_in(text) or dates.month_number(text.strip(" .")) for text in filled):
                return [(text,) if text and text.strip() else () for text in texts]
    return None


def _with_labels(
    headings: tuple[str, ...], columns: list[pa.Array], sections: list[tuple[int, labels.Pairs]], records: np.ndarray
) -> tuple[tuple[str, ...], list[pa.Array]]:
    """The table with a column for each label; a label that is a heading already adds none."""
    taken = {words.heading(heading) for heading in headings}
    found: dict[str, list[tuple[int, str, str]]] = {}
    for at, told_there in sections:
        for label, value in told_there.items():
            found.setdefault(words.heading(label), []).append((at, label, value))
    told = {key: said for key, said in found.items() if key not in taken and not _is_told(key, taken)}
    told = _of_one_student(told, records)
    added = [_spread(said, records) for said in told.values()]
    return (*headings, *(said[0][1] for said in told.values())), [*columns, *added]


@cache
def _whose() -> frozenset[str]:
    """The headings that name a student."""
    listed = synonyms.headings("student")
    return frozenset(word for name in ("student_id", "student_name", "student_last_name") for word in listed[name])


Said = dict[str, list[tuple[int, str, str]]]
"""Label -> where it stands, as written, its value."""


def _of_one_student(told: Said, records: np.ndarray) -> Said:
    """The labels, so that what was told of a student ends where a block of labels tells of another one and not of it."""
    own = {key: said for key, said in told.items() if key in looks.of_students()}
    blocks = {key: {int(np.searchsorted(records, at)): at for at, _, _ in said} for key, said in own.items()}
    named = [block for key, told_in in blocks.items() if key in _whose() for block in told_in]
    starts = {block: min(one[block] for one in blocks.values() if block in one) for block in named}
    ended = {
        key: [(at, told[key][0][1], "") for block, at in starts.items() if block not in blocks[key]] for key in own
    }
    return {key: sorted([*said, *ended.get(key, [])]) for key, said in told.items()}


def _is_told(label: str, headings: set[str]) -> bool:
    """Whether a column tells already what a label is of: the day, or who treated."""
    providers = synonyms.headings("provider")["provider_name"]
    return (label == "date" and _has_date(headings)) or (label == "provider" and not headings.isdisjoint(providers))


def _at_school(
    titles: tuple[str, ...], headings: tuple[str, ...], sections: list[tuple[int, labels.Pairs]]
) -> list[tuple[int, labels.Pairs]]:
    """The school that a title, else the sheet's name, is the name of, where no column and no label tells one."""
    told = {words.heading(one) for one in (*headings, *(label for _, pairs in sections for label in pairs))}
    if not told.isdisjoint(_schools()):
        return []
    school = school_in(titles[:-1]) or school_in(titles[-1:])
    return [(-1, {"School": school})] if school else []


@cache
def _schools() -> frozenset[str]:
    """The headings that tell a school."""
    lists = [synonyms.headings("shared")["school"], synonyms.headings("student")["student_school"]]
    lists += [synonyms.headings("schools")[name] for name in ("school", "school_name")]
    lists.append(synonyms.headings("providers")["home_school"])
    return frozenset(word for listed in lists for word in listed) - {"name", "location", "where"}


def _has_date(headings: set[str]) -> bool:
    """Whether a column may tell the day of a record: one of its entry, or of a birth or a plan, doesn't."""
    told = [set(words.spelt_out(heading).split()) for heading in headings]
    return any(one & _OF_DAYS and not one & _OF_OTHER_DAYS for one in told)


_OF_DAYS = frozenset(("date", "day", "dos"))
_OF_OTHER_DAYS = frozenset(
    ("create", "logged", "submit", "enter", "update", "updated", "modified", "signed", "sign", "approved", "document",
     "birth", "iep", "start", "end", "due", "review", "annual", "bill", "billed", "consent", "eligibility", "enroll",
     "expiration", "effective", "exit", "hire")
)  # fmt: skip


def _spread(said: list[tuple[int, str, str]], records: np.ndarray) -> pa.Array:
    """For each record the value of the last label above it."""
    places = np.array([at for at, _, _ in said])
    values = pa.array([None, *(value for _, _, value in said)], pa.string())
    return values.take(pa.array(np.searchsorted(places, records), pa.int64()))


def _headless(grid: Grid) -> Table:
    """All filled rows as records under the letters of their columns; rows of running text are left out."""
    prose = int(grid.counts.max()) == 1
    left_out = {at: "blank" if not count else "text" for at, count in enumerate(grid.counts) if not count or prose}
    records = np.array([at for at in range(grid.height) if at not in left_out], dtype=int)
    kept = [i for i in range(len(grid.columns)) if not prose and grid.filled[:, i].any()]
    columns = [grid.columns[i].take(pa.array(records, pa.int64())) for i in kept]
    body = body_of(columns)
    told = tuple(LeftOut(grid.number(at), why) for at, why in sorted(left_out.items()))
    numbers = pa.array(grid.numbers[records], pa.int32())
    return Table(grid.name, tuple(f"Column {_letters(i)}" for i in kept), body, numbers, None, told)


def _letters(column: int) -> str:
    """A, B, ..., Z, AA: a column's letters in a spreadsheet."""
    return (_letters(column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)
