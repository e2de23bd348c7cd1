"""Sheets to tables: every row of a sheet becomes header, record, or left out with a reason."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import itemgetter

import numpy as np
import pyarrow as pa

from data.ingest.model import LeftOut, Sheet, Table, body_of
from data.ingest.tables import (
    above,
    beside,
    colons,
    colours,
    cut,
    explained,
    field_keys,
    filldown,
    headers,
    held_for_all,
    labelled,
    legend,
    rows,
    short_headings,
    titles,
    wrapped,
)
from data.ingest.tables.above import Above
from data.ingest.tables.grid import Grid, of_sheet
from data.ingest.tables.joined import Header
from data.ingest.tables.labelled import Sections
from data.ingest.tables.layouts import (
    across,
    bookings,
    cards,
    event_list,
    heads,
    monthgrid,
    notebook,
    rowblocks,
    trying,
)
from data.ingest.tables.steps import taking
from data.ingest.tables.steps.amounts import (
    cycles,
    grid_hours,
    models,
    rotating,
    stated_counts,
    stated_lengths,
    summers,
    units_of_key,
)
from data.ingest.tables.steps.cells import keyed
from data.ingest.tables.steps.days import rotations
from data.ingest.tables.steps.goals import numbered_goals
from data.ingest.tables.steps.sessions import numbers_keyed
from data.ingest.values import words
from data.ingest.values.dates import Order


def find(sheet: Sheet, around: Sequence[str] = (), order: Order | None = None) -> list[Table]:
    """The tables of a sheet, from top to bottom; a sheet without any header is one table with header_row None.

    Headings are found by what districts call their columns, else by their place above rows of the same width. Banners,
    totals, repeated headers, section titles, comments and blank rows are left out, each with its reason. Labels above
    or between the records (``Provider: ...``) become columns; a column a day becomes a record a day. ``around``: the
    file's name and the like, which may say a year; ``order``: that of slashed dates, where a person said it.
    """
    whole = grid = colons.dropped(cut.joined(of_sheet(sheet)))
    if not grid.counts.any():
        return []
    if drawn := monthgrid.find(grid):
        return [rotations.told(drawn)]
    drawn_so = cards.listed(rowblocks.tall(event_list.parted(notebook.parted(grid))))
    upright = across.upright(drawn_so)
    grid = heads.joined(drawn_so) if upright is drawn_so else upright
    found = headers.find(grid)
    tables = _tables(grid, found) if found else [_headless(grid)]
    tables = tables if grid is whole else _with_parts(tables, whole)
    return [taking.taken(table, around, order) for table in tables] if found else tables


PART = "part of a record"
"""Why a row is no record where several rows are one, as on cards."""


def _with_parts(tables: list[Table], whole: Grid) -> list[Table]:
    """The tables of a sheet that was put together anew, the first of which tells of the rows that went into the records of
    others."""
    told = {row for table in tables for row in (*table.row_numbers.to_pylist(), *(one.row for one in table.left_out))}
    told |= {table.header_row for table in tables if table.header_row is not None}
    left = [
        LeftOut(whole.number(at), PART if whole.counts[at] else "blank")
        for at in range(whole.height)
        if whole.number(at) not in told
    ]
    first, *others = tables
    both = sorted([*first.left_out, *left], key=lambda one: one.row)
    return [replace(first, left_out=tuple(both)), *others]


def _tables(grid: Grid, found: list[Header]) -> list[Table]:
    tables: list[Table] = []
    told = Above()
    starts = [0, *(above.begins(grid, earlier.row + 1, header.rows[0]) for earlier, header in pairwise(found))]
    for header, start, end in zip(found, starts, [*starts[1:], grid.height], strict=True):
        told = above.read(grid, start, header, told)
        parts = beside.split(grid, header, end)
        key = legend.read(grid.row(at) for at in trying.remarks_in(told.left_out))
        parts = [replace(part, key=key | part.key) for part in parts]
        tables += [_table(part, told, end, number == 0) for number, part in enumerate(parts)]
    return tables


def _table(part: beside.Part, told: Above, end: int, first: bool) -> Table:
    """One table: its rows sorted, its merged cells filled, its labels in columns, read as it is drawn."""
    grid, header = part.grid, part.header
    banners = [at for at, why in told.left_out.items() if why == "banner"]
    found = rows.sort(grid, header, header.row + 1, end, banners)
    kept, between = _columns(part, found, told)
    named = tuple(header.headings[i] or f"Column {_letters(part.places[i])}" for i in kept)
    headings = short_headings.in_full(short_headings.without_notation(named))
    found, whole = wrapped.joined(grid, headings, kept, found)
    columns, merged = _filled(grid, headings, kept, found.records)
    columns = wrapped.put(columns, whole)
    headings, columns = colours.told(grid, headings, columns, kept, found.records)
    said = sorted([*told.sections, *found.sections, *between], key=itemgetter(0))
    filled = [heading for heading, column in zip(headings, columns, strict=True) if column.null_count < len(column)]
    goals, said = numbered_goals.above(filled, said)
    sections = _sections(part, told, said, titles.unread(found.titles, between, told.sections), headings, found.records)
    headings, columns, own_key, read_so = explained.taken(headings, columns)
    headings, columns = labelled.columns_of(headings, columns, sections, found.records)
    headings = numbered_goals.in_sentences(headings, columns)
    read_so = (*read_so, *(f"Merged cells of {one} were filled from above." for one in merged))
    notes = (*told.titles, *part.notes, *read_so)
    left_out = _left_out(part, found, told, first)
    key = part.key | own_key | legend.read(grid.row(at) for at in trying.remarks_in(left_out))
    columns = units_of_key.in_full(columns, key)
    wide = trying.Wide(grid, header, headings, columns, found.records, left_out, notes, sections, key)
    table = grid_hours.told(trying.read(wide), header.headings)
    table = keyed.by_columns(numbered_goals.in_words(table, goals), wide.remarks)
    table = keyed.by_fields(table, field_keys.below(map(grid.row, trying.remarks_in(left_out)), table.headings))
    table = replace(models.told(table, key, wide.remarks), legend=key)
    for step in (
        rotating.said,
        cycles.said,
        cycles.noted,
        cycles.alternating,
        cycles.in_blocks,
        held_for_all.noted,
        stated_counts.said,
        stated_lengths.said,
        stated_lengths.of_each,
        numbers_keyed.told,
        summers.noted,
        bookings.noted,
    ):
        table = step(table, wide.remarks)
    return replace(table, told=(*read_so, *table.told))


def _sections(
    part: beside.Part, told: Above, said: Sections, unread: Sections, headings: tuple[str, ...], records: np.ndarray
) -> Sections:
    """What labels and titles say, in order of their rows, with the school that a title or the sheet's name is: those
    right above the table come first."""
    sections = sorted([*unread, *said], key=itemgetter(0))
    outer = [title for row in told.outer for title in row]
    tried = ((*part.titles, ""), (*told.titles, ""), (*outer, part.grid.name))
    first = int(records[0]) if len(records) else part.grid.height
    found = (labelled.at_school(titles, headings, sections, first) for titles in tried)
    school = next((one for one in found if one), [])
    return [*school, *labelled.of_grade((part.titles, told.titles, (part.grid.name,)), headings, sections), *sections]


def _filled(
    grid: Grid, headings: tuple[str, ...], kept: list[int], records: np.ndarray
) -> tuple[list[pa.Array], list[str]]:
    """The records' columns with what is merged down over several of them in each, and the headings of those."""
    told = [filldown.merged(grid, i, records) for i in kept]
    columns = [_rows_of(grid.columns[i], records) if one is None else one for i, one in zip(kept, told, strict=True)]
    columns, alike = filldown.fill(headings, columns)
    merged = [heading for heading, one in zip(headings, told, strict=True) if one is not None]
    return columns, list(dict.fromkeys([*merged, *alike]))


def _rows_of(column: pa.Array, rows: np.ndarray) -> pa.Array:
    """Some rows of a column, in order; where they follow one another nothing is copied."""
    if len(rows) and rows[-1] - rows[0] == len(rows) - 1:
        return column.slice(rows[0], len(rows))
    return column.take(pa.array(rows, pa.int64()))


def _columns(part: beside.Part, found: rows.Sorted, told: Above) -> tuple[list[int], Sections]:
    """The columns that are headed or filled, and what titles between the records say.

    A column that the records leave open because the titles fill it gives way to what they say.
    """
    headings = part.header.headings
    filled = [bool(part.grid.filled[found.records, i].any()) for i in range(len(headings))]
    blank = {i: heading for i, heading in enumerate(headings) if heading and not filled[i]}
    between = titles.sections(found.titles, told.alone, headings, blank)
    said = {words.heading(label) for _, pairs in between for label in pairs}
    kept = [i for i in range(len(headings)) if filled[i] or (i in blank and words.heading(blank[i]) not in said)]
    return kept, between


def _left_out(part: beside.Part, found: rows.Sorted, told: Above, first: bool) -> dict[int, str]:
    """Why each row is no record; of tables side by side, the first one speaks for rows that are blank in all."""
    if not first:
        return {at: why for at, why in found.left_out.items() if why != "blank"}
    own = {
        at: "beside the table" if why == "blank" and part.elsewhere[at] else why for at, why in found.left_out.items()
    }
    return {**told.left_out, **own}


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
