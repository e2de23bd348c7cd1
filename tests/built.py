"""Databases that many tests begin with: made once a process, then copied."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from data.store import open_store

NAME = "ledger.duckdb"


def empty(file: Path) -> None:
    """A ledger with nothing in it."""
    open_store(file).close()


def built(target: Path, make: Callable[[Path], None] = empty) -> Path:
    """What ``make`` writes to a path, copied to ``target``, where a test may open and change it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(_content(make))
    return target


@cache
def _content(make: Callable[[Path], None]) -> bytes:
    with TemporaryDirectory() as folder:
        make(Path(folder) / NAME)
        return (Path(folder) / NAME).read_bytes()
