"""Bytes to sheets: the kind is told, the archive looked over, the parsing guarded."""

from data.ingest.model import FileRefused, Sheet
from data.ingest.readers import archives, guard, limits, text
from data.ingest.readers.kinds import kind


def read(name: str, data: bytes) -> list[Sheet]:
    """The sheets of a file that hold something, hidden ones flagged.

    Workbooks (xlsx, xlsm, xlsb, xls, ods), and large text that isn't plain, are parsed in a child process with limits of
    time and memory.
    Errors: FileRefused with one sentence, whatever the file does to its reader.
    """
    what = kind(name, data)
    if what == "zip":
        raise FileRefused(f"{name} is a zip inside a zip or not a workbook; unpack it and choose its files.")
    if what in ("xlsx", "xlsb", "ods"):
        archives.check(name, data)
    sheets = _text(name, data) if what == "text" else guard.parse(name, data, what)
    filled = [sheet for sheet in sheets if sheet.cells.num_rows]
    if not filled:
        raise FileRefused(f"{name} is empty; choose the file with the rows.")
    return filled


def _text(name: str, data: bytes) -> list[Sheet]:
    found = text.plain_sheets(name, data) if len(data) <= limits.PLAIN_BYTES else None
    if found is not None:
        return found
    return text.sheets(name, data) if len(data) <= limits.HERE_BYTES else guard.parse(name, data, "text")
