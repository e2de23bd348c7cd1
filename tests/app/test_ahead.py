"""Figures worked out ahead are those that the first pages ask for, all of them and under the same keys."""

from pathlib import Path
from typing import Any

import pytest

from tests.app.conftest import Open, metrics
from ui import ahead, session, stores


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The figures that weren't in the cache, by name, as they are worked out."""
    found: list[str] = []

    class Noting(dict[str, Any]):
        def __getitem__(self, name: str) -> Any:
            found.append(name)
            return super().__getitem__(name)

    monkeypatch.setattr(session, "_REGISTRY", Noting())
    return found


@pytest.mark.parametrize("page", ["overview", "compliance"])
def test_the_first_pages_ask_for_nothing_that_isnt_there_yet(
    open_page: Open, district: Path, asked: list[str], page: str
) -> None:
    ahead.work_out(ahead.default_view(stores.OWN))
    assert "analytics.attention.needs_decision" in asked
    asked.clear()
    app = open_page(page)
    assert len(metrics(app)) == 5
    assert asked == []


def test_it_stops_when_told_and_leaves_an_empty_ledger_alone(district: Path, asked: list[str]) -> None:
    view = ahead.default_view(stores.OWN)
    asked.clear()
    ahead.work_out(view, stop=lambda: True)
    assert asked == []


def test_the_thread_works_and_ends(district: Path, asked: list[str]) -> None:
    thread = ahead.Ahead(stores.OWN)
    thread.stop()
    assert not thread._thread.is_alive()
