"""A file's bytes as tables with their mappings, before anything is written."""

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import NamedTuple
from zoneinfo import ZoneInfo

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from data.ingest import mapping as mappings
from data.ingest import mending, oneroster, ours, profiles, readers, tables
from data.ingest.folding.replay import ORDER
from data.ingest.model import Context, FileRefused, Mapping, Options, Sheet, Table
from data.ingest.people.onfile import OnFile
from data.ingest.profiles import Recalled
from data.ingest.staging.forms import NO_MONTH
from data.ingest.tables import covers, field_keys, keyed_initials, legend, members, zones
from data.ingest.tables.steps.cells import activities, keyed
from data.ingest.tables.steps.goals import numbered_goals
from data.ingest.values.dates import Order

DAY_FIRST = r"^\s*(1[3-9]|2\d|3[01])[-/.](0?[1-9]|1[0-2])[-/.](\d{4}|\d{2})\b"


@dataclass
class Opened:
    """One table of a file as one dataset."""

    table: Table
    mapping: Mapping
    context: Context
    mended: mending.Mended | None = None
    """Where the rows came from, if they are held rows that were mended."""


@dataclass
class File:
    """One file of an import; ``refused`` says why nothing of it can be read."""

    name: str
    sha256: str
    size: int
    opened: list[Opened] = field(default_factory=list)
    refused: str = ""
    has_macros: bool = False

    @property
    def loads(self) -> bool:
        """Whether there is something in it to load; a file that was read with another one has nothing of its own."""
        return not self.refused and any(one.mapping.dataset for one in self.opened)

    @property
    def mends(self) -> bool:
        """Whether the file holds nothing but rows of earlier ones, mended."""
        return bool(self.opened) and all(one.mended for one in self.opened if one.mapping.dataset)

    @property
    def rank(self) -> int:
        """Rosters first, then calendars and lines, then logs: the order in which files meet the ledger."""
        known = [ORDER.index(one.mapping.dataset) for one in self.opened if one.mapping.dataset]
        return min(known, default=len(ORDER))


def unpack(files: list[tuple[str, bytes]]) -> list[File | tuple[str, bytes]]:
    """The files, zips replaced by what is in them; a zip that can't be unpacked is a refused File, and one that says more
    of another's rows a File with nothing to load."""
    found: list[File | tuple[str, bytes]] = []
    given, beside = files, dict[str, str]()
    try:
        given, beside = oneroster.together(files)
    except FileRefused as refusal:
        return [refused(name, data, str(refusal)) if oneroster.is_of_users(name, data) else (name, data)
                for name, data in files]  # fmt: skip
    contents = dict(files)
    found += [_read_with(name, contents.get(name, b""), why) for name, why in beside.items()]
    for name, data in given:
        try:
            inside, left_out = _inside(name, data)
            found += [*inside, *(_read_with(one, b"", why) for one, why in left_out.items())]
        except FileRefused as refusal:
            found.append(refused(name, data, str(refusal)))
    return found


def _inside(name: str, data: bytes) -> tuple[oneroster.Files, dict[str, str]]:
    """The files of a zip, and by name why others in it are left out; any other file as it is."""
    return oneroster.told(readers.unpack(name, data)) if name.lower().endswith(".zip") else ([(name, data)], {})


def _read_with(name: str, data: bytes, why: str) -> File:
    """A file that was read with another one, with the sentence that says so."""
    table = Table(PurePath(name).stem, (), pa.table({}), pa.array([], pa.int32()), 1)
    opened = Opened(table, Mapping(None, 0.0, (), mappings.shape(table), reason=why), Context(name))
    return File(name, hashlib.sha256(data).hexdigest(), len(data), [opened])


def refused(name: str, data: bytes, why: str) -> File:
    """A file of which nothing is read, with the sentence that says why."""
    return File(name, hashlib.sha256(data).hexdigest(), len(data), refused=why)


def open_file(cur: duckdb.DuckDBPyConnection, name: str, data: bytes, options: Options) -> File:
    """Read a file and propose what its tables are, with the answers remembered for their shapes."""
    file = File(name, hashlib.sha256(data).hexdigest(), len(data))
    try:
        file.has_macros = readers.has_macros(name, data)
        recalled = profiles.Recalled(cur)
        options = _with_own(recalled, file, options)
        sheets = readers.read(name, data)
        around = (name, *(sheet.name for sheet in sheets))
        lists = ours.lists(name, sheets)
        if lists and all(sheet.name in lists for sheet in sheets):
            raise FileRefused(ours.NOTHING_NEW.format(name=name))
        read = [
            (sheet, table) for sheet in sheets
            for table in ([ours.empty(sheet, ours.LISTED)] if sheet.name in lists
                          else _tables(recalled, sheet, around, options))
        ]  # fmt: skip
        found = _with_keys(covers.told(read))
        explained = numbered_goals.named(members.named([table for _, table in found]))
        found = [(sheet, told) for (sheet, _), told in zip(found, explained, strict=True)]
        people = OnFile(cur)
        file.opened = [
            one for place in range(len(found)) for one in _opened(people, recalled, name, found, place, options)
        ]
    except FileRefused as refusal:
        file.refused = str(refusal)
        return file
    file.opened = _without_hidden(file.opened, {id(table) for sheet, table in found if sheet.hidden})
    if not any(one.mapping.dataset for one in file.opened):
        reasons = " ".join(dict.fromkeys(one.mapping.reason for one in file.opened if one.mapping.reason))
        file.refused = f"{name}: no sheet is recognisably one of the datasets. {reasons}".strip()
    return file


def _with_keys(found: list[tuple[Sheet, Table]]) -> list[tuple[Sheet, Table]]:
    """The tables, each with the key to codes that the others give, beneath its own."""
    keyed_by = field_keys.told(found)
    left = {id(sheet): sheet for sheet, _ in found}.keys() - {id(sheet) for sheet, _ in keyed_by}
    found = [*keyed_by, *((sheet, ours.empty(sheet, ours.KEYS)) for sheet, _ in found if id(sheet) in left)]
    keys = [legend.of_table(table) | legend.of_lines(sheet) | table.legend for sheet, table in found]
    if not any(keys):
        return found
    key = legend.settled(pair for one in keys for pair in one.items())
    return [(sheet, _by_key(replace(table, legend=key | table.legend))) for sheet, table in found]


def _by_key(table: Table) -> Table:
    """The table with what its key tells of codes, people and times in their place."""
    people = (keyed_initials.told, legend.initialled, legend.named)
    for step in (activities.told, legend.meant, legend.of_lengths, *people, keyed.times):
        table = step(table)
    return table


def _with_own(recalled: Recalled, file: File, options: Options) -> Options:
    """The options with what was answered earlier about this very file: of which year its days are."""
    own = recalled.of(profiles.of_file(file.sha256)).codes
    return replace(options, codes=own | options.codes) if own else options


def _tables(recalled: Recalled, sheet: Sheet, around: tuple[str, ...], options: Options) -> list[Table]:
    if ours.is_note(sheet):
        return []
    if ours.is_help(sheet):
        return [ours.empty(sheet, ours.HELP_HEADINGS)]
    found = tables.find(sheet, around)
    told = [_said_of_days(recalled, table, options) for table in found]
    months = dict.fromkeys(said.month for said in told if said.month)
    order = next((said.order for said in told if said.order), None)
    zone = next((said.zone for said in told if said.zone), None)
    if not months and not order and not zone:
        return found
    return tables.find(zones.local(sheet, zone) if zone else sheet, (*around, *months), order)


class _Said(NamedTuple):
    """What a person said of the days of a table: their month or school year, the order of slashed dates, and of which
    time zone their clock is where it is told in UTC."""

    month: str | None
    order: Order | None
    zone: ZoneInfo | None


def _said_of_days(recalled: Recalled, table: Table, options: Options) -> _Said:
    mended = mending.of(recalled.cur, table)
    shape = mended.shape if mended else mappings.shape(table)
    said = profiles.together(recalled.of(shape), options.answers.get(shape))
    codes = said.codes | options.codes
    orders = [said.date_order, *(code.casefold().replace(" ", "_") for code in codes.values())]
    order: Order | None = "day_first" if "day_first" in orders else "month_first" if "month_first" in orders else None
    return _Said(codes.get(NO_MONTH), order, zones.zone(codes.get(zones.NO_ZONE)))


def _opened(
    people: OnFile, recalled: Recalled, name: str, found: list[tuple[Sheet, Table]], place: int, options: Options
) -> list[Opened]:
    table = found[place][1]
    mended = mending.of(people.cur, table)
    if mended:
        return _mended(recalled, mended, options)
    shape = mappings.shape(table)
    answers = profiles.together(recalled.of(shape), options.answers.get(shape))
    others = [other for _, other in found if other is not table]
    evidence = dict.fromkeys(text for other in others for text in _shown_by(other) if text != table.sheet)
    context = Context(name, options.load_date, options, answers, tuple(evidence), is_bare=found[place][0].is_bare)
    if table.headings in ours.REASONS:
        reason = f"{table.sheet}: {ours.REASONS[table.headings]}"
        return [Opened(table, Mapping(None, 0.0, (), mappings.shape(table), reason=reason), context)]
    return [Opened(table, mapping, context) for mapping in mappings.propose(table, answers, options, people.whose)]


def _mended(recalled: Recalled, mended: mending.Mended, options: Options) -> list[Opened]:
    remembered = profiles.together(recalled.of(mended.shape), options.answers.get(mended.shape))
    answers = mending.answers(mended, remembered)
    context = Context(mended.file_name, options.load_date, options, answers)
    found = mappings.propose(mended.table, answers, replace(options, dataset=None))
    return [Opened(mended.table, mending.as_first_read(one, mended, remembered), context, mended) for one in found]


def _shown_by(table: Table) -> list[str]:
    """What one table shows of the whole file: its sheet's name, its titles, and a date that can only be day first."""
    dates = []
    for column in table.body.columns:
        texts = column.filter(pc.match_substring_regex(column, DAY_FIRST))
        dates += [texts[0].as_py()] if len(texts) else []
    return [table.sheet, *table.notes, *dates[:1]]


def _without_hidden(opened: list[Opened], hidden: set[int]) -> list[Opened]:
    """Hidden sheets are left out, whatever they hold, and said so; a key to codes in one still tells what the others mean."""
    return [replace(one, mapping=_left_out(one)) if id(one.table) in hidden else one for one in opened]


def _left_out(one: Opened) -> Mapping:
    if not one.mapping.dataset:
        return one.mapping
    noun = one.mapping.dataset.replace("_", " ")
    reason = f"{one.table.sheet}: this sheet is hidden, and was left out with its {noun}. Unhide it to load it too."
    return replace(one.mapping, dataset=None, questions=(), reason=reason)
