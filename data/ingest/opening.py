"""A file's bytes as tables with their mappings, before anything is written."""

import hashlib
from dataclasses import dataclass, field

import duckdb

from data.ingest import mapping as mappings
from data.ingest import profiles, readers, tables
from data.ingest.model import Context, FileRefused, Mapping, Options, Sheet, Table
from data.ingest.replay import ORDER


@dataclass
class Opened:
    """One table of a file as one dataset."""

    table: Table
    mapping: Mapping
    context: Context


@dataclass
class File:
    """One file of an import; ``refused`` says why nothing of it can be read."""

    name: str
    sha256: str
    size: int
    opened: list[Opened] = field(default_factory=list)
    refused: str = ""

    @property
    def rank(self) -> int:
        """Rosters first, then calendars and lines, then logs: the order in which files meet the ledger."""
        known = [ORDER.index(one.mapping.dataset) for one in self.opened if one.mapping.dataset]
        return min(known, default=len(ORDER))


def unpack(files: list[tuple[str, bytes]]) -> list[File | tuple[str, bytes]]:
    """The files, zips replaced by what is in them; a zip that can't be unpacked is a refused File."""
    found: list[File | tuple[str, bytes]] = []
    for name, data in files:
        try:
            found += readers.unpack(name, data) if name.lower().endswith(".zip") else [(name, data)]
        except FileRefused as refusal:
            found.append(File(name, hashlib.sha256(data).hexdigest(), len(data), refused=str(refusal)))
    return found


def open_file(cur: duckdb.DuckDBPyConnection, name: str, data: bytes, options: Options) -> File:
    """Read a file and propose what its tables are, with the answers remembered for their shapes."""
    file = File(name, hashlib.sha256(data).hexdigest(), len(data))
    try:
        sheets = readers.read(name, data)
        file.opened = [one for sheet in sheets for one in _tables(cur, name, sheet, options)]
    except FileRefused as refusal:
        file.refused = str(refusal)
        return file
    if not any(one.mapping.dataset for one in file.opened):
        reasons = " ".join(dict.fromkeys(one.mapping.reason for one in file.opened if one.mapping.reason))
        file.refused = f"{name}: no sheet is recognisably one of the datasets. {reasons}".strip()
    return file


def _tables(cur: duckdb.DuckDBPyConnection, name: str, sheet: Sheet, options: Options) -> list[Opened]:
    opened = []
    for table in tables.find(sheet):
        answers = profiles.recall(cur, mappings.shape(table))
        context = Context(name, options.load_date, options, answers)
        opened += [Opened(table, mapping, context) for mapping in mappings.propose(table, answers, options)]
    return opened
