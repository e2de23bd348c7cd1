"""How much of a file is read. Far above what a district's spreadsheet holds, far below what harms a server."""

from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc

from data.ingest.model import FileRefused

ROWS = 1_200_000
COLUMNS = 1_000
CELLS = 20_000_000
CELL_LENGTH = 32_767
"""Characters in a cell: Excel's own limit."""
SHEETS = 200

TEXT_BYTES = 150_000_000
HERE_BYTES = 2_000_000
"""Text up to this size is parsed without a child process: parsing text can't end the process."""
PLAIN_BYTES = 32_000_000
"""The same for text whose rows and quotes are regular: it is read as one block, without an object a cell."""
RESULT_BYTES = 800_000_000

MEMBERS = 2_000
MEMBER_BYTES = 350_000_000
ARCHIVE_BYTES = 500_000_000
RATIO = 400
"""Bytes unpacked for each byte packed; spreadsheets stay under 60."""
RATIO_FLOOR = 20_000_000
"""Below this size a high ratio does no harm."""

WALL_SECONDS = 60.0
CPU_SECONDS = 45
MEMORY_BYTES = 2_000_000_000


def check_sheets(file: str, count: int) -> None:
    """Refuse a workbook of more sheets than are read."""
    if count > SHEETS:
        raise FileRefused(f"{file} has more than {SHEETS} sheets; split it into smaller workbooks.")


def check_size(file: str, sheet: str, height: int, width: int) -> None:
    """Refuse a sheet of more rows, columns or cells than are read."""
    if height > ROWS or width > COLUMNS or height * width > CELLS:
        raise FileRefused(
            f"{file}: sheet {sheet} spans {height:,} rows and {width:,} columns, more than is read; "
            "clear what lies far outside the table, or split it."
        )


def check_cells(file: str, sheet: str, count: int) -> None:
    """Refuse a sheet of more cells than are read."""
    if count > CELLS:
        raise FileRefused(f"{file}: sheet {sheet} has {count:,} cells, more than is read; split it.")


def check_text(file: str, sheet: str, cells: pa.Table) -> None:
    """Refuse a sheet with a cell longer than Excel itself allows, or with too much text in all."""
    longest = _longest(pc.binary_length, cells)
    longest = longest if longest <= CELL_LENGTH else _longest(pc.utf8_length, cells)
    check_length(file, sheet, longest, cells.nbytes)


def _longest(length: Callable[[pa.ChunkedArray], pa.ChunkedArray], cells: pa.Table) -> int:
    """The length of the longest cell: its bytes, which are quickly told and never fewer than its characters, or these."""
    return max((pc.max(length(column)).as_py() or 0 for column in cells.columns), default=0)


def check_length(file: str, sheet: str, longest: int, size: int) -> None:
    """Refuse a sheet by the characters of its longest cell and the bytes of all its text."""
    if longest > CELL_LENGTH:
        raise FileRefused(f"{file}: sheet {sheet} has a cell of {longest:,} characters, more than is read; shorten it.")
    if size > RESULT_BYTES:
        raise FileRefused(f"{file}: sheet {sheet} has {size / 1e6:,.0f} MB of text, more than is read; split it.")
