"""The sample district as a file, built once for all processes of a test run; each test copies it."""

import os
import pickle
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from data.ingest import importer
from data.ingest.model import ImportReport
from data.samples import demo, files
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
    beside(built).write_bytes(pickle.dumps(_build(draft)))
    draft.replace(built)
    return built


@dataclass(frozen=True)
class Made:
    """The files of a sample that was built, and what the importer reported of them."""

    files: dict[str, bytes]
    report: ImportReport


def made_of(sample: Path) -> Made:
    """What a built sample was made of."""
    made: Made = pickle.loads(beside(sample).read_bytes())
    return made


def beside(sample: Path) -> Path:
    """Where ``made_of`` finds it."""
    return sample.with_suffix(".made")


def _build(target: Path) -> Made:
    build, run, kept = files.build, importer.run, dict[str, Any]()

    def built() -> dict[str, bytes]:
        kept["files"] = build()
        return dict(kept["files"])

    def imported(*asked: Any, **options: Any) -> ImportReport:
        kept["report"] = run(*asked, **options)
        return kept["report"]

    with pytest.MonkeyPatch.context() as patched:
        patched.delenv("MINUTES_THREADS", raising=False)  # as the app has it
        store = open_store(target)
        patched.setattr(files, "build", built)
        patched.setattr(importer, "run", imported)
        demo.ensure(store)
    store.close()
    return Made(**kept)


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
