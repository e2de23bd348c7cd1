"""What every test may use."""

from collections.abc import Iterator

import pytest

from data.store import Store, open_store


@pytest.fixture
def store() -> Iterator[Store]:
    """A fresh, empty database in memory."""
    opened = open_store(None)
    yield opened
    opened.close()
