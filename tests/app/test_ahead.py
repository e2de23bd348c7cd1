"""Figures worked out ahead are those that the first pages ask for, all of them and under the same keys."""

import gc
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from pandas.testing import assert_frame_equal

from analytics import compliance, ledger
from tests.app.conftest import Open, metrics
from ui.parts import words
from ui.server import ahead, stores
from ui.shell import session


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The figures that weren't in the cache, which begins empty, by name, as they are worked out."""
    st.cache_data.clear()
    found: list[str] = []

    def noting(key: str, make: Callable[[], Any]) -> Any:
        found.append(key.partition("(")[0])
        return make()

    monkeypatch.setattr(session, "work_out", noting)
    return found


@pytest.mark.slow
def test_the_first_pages_ask_for_nothing_that_isnt_there_yet(
    open_page: Open, district: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "MOST", 1)  # one school and one service stand for all
    monkeypatch.setattr(ahead, "REST", 0)
    view = ahead.default_view(stores.OWN)
    ahead.work_out(view)
    assert asked.count("analytics.attention.needs_decision") == 3
    (school, by_providers), (service, by_schools) = ((one.selection, groups) for one, groups in ahead._choices(view))
    assert (by_providers, by_schools) == ("provider", "school")
    names = {"school": dict(view.choices.schools)[school.schools[0]], "service": words.service(service.services[0])}
    choices: list[dict[str, str]] = [{}, *({key: name} for key, name in names.items())]
    for query in choices:
        for page in ("overview", "compliance"):
            asked.clear()
            app = open_page(page, **query)
            assert len(metrics(app)) == 5
            assert asked == [], (page, query)
    for chosen, _ in ahead._choices(view):
        assert_frame_equal(chosen.rows(ledger.make_ups, compliance.by_provider), chosen.figure(compliance.worklists))


def test_it_stops_when_told_and_leaves_an_empty_ledger_alone(district: Path, asked: list[str]) -> None:
    view = ahead.default_view(stores.OWN)
    asked.clear()
    ahead.work_out(view, stop=lambda: True)
    assert asked == []


def test_the_thread_works_and_ends(district: Path, asked: list[str]) -> None:
    thread = ahead.Ahead(stores.OWN)
    thread.stop()
    assert not thread._thread.is_alive()


def test_what_a_version_left_in_memory_is_set_apart_once(district: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    thread = ahead.Ahead(stores.OWN)
    thread.stop()
    settled: list[str] = []
    monkeypatch.setattr(ahead.warm, "settle", lambda: settled.append("settled"))
    monkeypatch.setattr(ahead, "runtime", SimpleNamespace(exists=lambda: True))
    monkeypatch.setattr(stores, "is_rolled_up", lambda name: True)
    monkeypatch.setattr(ahead, "work_out", lambda view, stop: None)
    version = thread._catch_up(-1)
    assert (version, settled) == (stores.store(stores.OWN).data_version(), ["settled"])
    assert thread._catch_up(version) == version
    assert settled == ["settled"]


def test_what_is_set_apart_is_looked_through_no_more() -> None:
    before: list[dict[str, int]] = [{}]
    ahead.warm.settle()
    after: list[dict[str, int]] = [{}]
    looked_through = {id(one) for one in gc.get_objects()}
    assert id(before) not in looked_through
    assert id(after) in looked_through
