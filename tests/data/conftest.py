"""A ledger of its own for each test that loads files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.data.loading import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    made = Ledger(tmp_path)
    yield made
    made.close()
