"""What every test may use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.store import Store, open_store
from tests.sample import sample_file


@pytest.fixture
def store() -> Iterator[Store]:
    """A fresh, empty database in memory."""
    opened = open_store(None)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The sample district's database, built as the first visit builds it; copy it before opening."""
    base = tmp_path_factory.getbasetemp()
    return sample_file(base if worker_id == "master" else base.parent)
