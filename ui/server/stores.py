"""The process's hold on database files: the district's own, and the sample's beside it. Nothing of Streamlit here."""

import threading
from pathlib import Path

from data.store import paths
from data.store.connect import Store, StoreError, open_store
from data.store.warm import WarmCursors
from ui.server.keeper import Keeper

OWN = "own"
SAMPLE = "sample"

_open: dict[Path, Store] = {}
_warm: dict[Path, WarmCursors] = {}
_keepers: dict[Path, Keeper] = {}
_lock = threading.Lock()


def path_of(name: str) -> Path:
    """The file of the district's ledger (``own``) or of the sample district (``sample``)."""
    return paths.DEMO_DATABASE if name == SAMPLE else paths.default_database()


def store(name: str) -> Store:
    """The store of that name, opened once a process; StoreError's sentence where another process holds the file."""
    path = path_of(name).expanduser().resolve()
    with _lock:
        if path not in _open:
            _open[path] = open_store(path)
            _warm[path] = WarmCursors(_open[path])
            _keepers[path] = Keeper(_open[path])
        return _open[path]


def warm(name: str) -> WarmCursors:
    """The cursors of that store that keep the steps of figures between questions."""
    store(name)
    return _warm[path_of(name).expanduser().resolve()]


def is_rolled_up(name: str) -> bool:
    """Whether that store is open and its roll-ups are as current as they will be."""
    keeper = _keepers.get(path_of(name).expanduser().resolve())
    return keeper is not None and keeper.is_done()


def wait_for_roll_ups(name: str) -> None:
    """Come back when that store's roll-ups are as current as they will be, or take too long to wait for."""
    keeper = _keepers.get(path_of(name).expanduser().resolve())
    if keeper is not None:
        keeper.wait()


def sample_exists() -> bool:
    """Whether the sample district has been built on this machine."""
    return path_of(SAMPLE).exists()


def is_sample(name: str) -> bool:
    """Whether that name leads to the sample's file; MINUTES_DB may name it too."""
    return path_of(name).expanduser().resolve() == path_of(SAMPLE).expanduser().resolve()


def open_default() -> None:
    """Open the district's ledger; where that fails, pages say why, and try again at each visit."""
    try:
        store(OWN)
    except StoreError:
        return


def is_ready() -> bool:
    """Whether the district's ledger is open and answers; doesn't open it."""
    opened = _open.get(path_of(OWN).expanduser().resolve())
    return opened is not None and opened.is_open()


def close_all() -> None:
    """Write everything to the files and let them go."""
    with _lock:
        for keeper in _keepers.values():
            keeper.close()
        for cursors in _warm.values():
            cursors.close()
        for opened in _open.values():
            opened.close()
        _keepers.clear()
        _warm.clear()
        _open.clear()
