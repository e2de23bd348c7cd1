"""The sample district as a file, built once for all processes of a test run; each test copies it."""

import os
import shutil
import time
from pathlib import Path

from data.samples import demo
from data.store import open_store

PATIENCE = 240


def sample_file(shared: Path) -> Path:
    """The path of the built sample in ``shared``; whoever comes first builds it, the others wait."""
    built, lock = shared / "sample.duckdb", shared / "sample.lock"
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return _wait_for(built)
    draft = shared / "sample-draft.duckdb"
    store = open_store(draft)
    demo.ensure(store)
    store.close()
    draft.replace(built)
    return built


def _wait_for(built: Path) -> Path:
    for _ in range(PATIENCE * 10):
        if built.exists():
            return built
        time.sleep(0.1)
    raise RuntimeError("another process of this run did not finish building the sample district")


def copy_of(sample: Path, target: Path) -> Path:
    """A copy of the sample that a test may open and change."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(sample, target)
    return target
