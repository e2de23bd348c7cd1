"""The whole app, driven from its shell as a browser would, on databases of its own."""

import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest, local_script_runner

from data import settings
from data.ingest import importer
from data.ingest.model import Options
from data.store import open_store, paths
from tests.built import built
from tests.kept_open import asked_by_cli
from tests.sample import copy_of
from ui.server import stores
from ui.shell import navigation

ROOT = Path(__file__).resolve().parents[2]
LOADED = date(2026, 3, 6)
FIGURE = re.compile(r":small\[(.*)\]\n###### (.*)")
"""A figure of the headline: its label and its value (``page.fact_text``)."""
Files = dict[str, str | bytes]


READ_ONLY = ("district", "earlier", "lines_only", "logs_only", "goals_only")
"""Fixtures of ledgers that their tests only read, which share the open file and the figures worked out so far."""
_left_open: list[str] = []
"""Which of them the test before left open."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that read the same ledger stand together, before those of this folder with a ledger of their own."""
    here = [place for place, item in enumerate(items) if item.path.parent == Path(__file__).parent]
    in_order = sorted((items[place] for place in here), key=lambda item: (*READ_ONLY, "").index(_reads(item)))
    for place, item in zip(here, in_order, strict=True):
        items[place] = item


def _reads(item: pytest.Item) -> str:
    return next((name for name in READ_ONLY if name in getattr(item, "fixturenames", ())), "")


def _start_afresh() -> None:
    stores.close_all()
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture(scope="session", autouse=True)
def _no_more_than_the_script() -> Iterator[None]:
    """Each AppTest reads the metadata of every installed package for components, of which we use none, and looks a
    thousand times a second whether the script has ended; both take longer than most pages."""
    wait = local_script_runner.require_widgets_deltas

    def until_it_ends(runner: local_script_runner.LocalScriptRunner, timeout: float = 3) -> None:
        if runner._script_thread:
            runner._script_thread.join(timeout)
        wait(runner, timeout)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(manifest_scanner, "scan_component_manifests", list)
        patched.setattr(local_script_runner, "require_widgets_deltas", until_it_ends)
        yield


@pytest.fixture(autouse=True)
def _alone(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Caches, open databases and the working folder outlive no test; but tests that only read a ledger find its file open,
    and the figures of those before them, as visitors do."""
    monkeypatch.setenv("MINUTES_DB", str(tmp_path / "ledger.duckdb"))
    monkeypatch.setattr(paths, "DEMO_DATABASE", tmp_path / "sample-district.duckdb")
    read = _reads(request.node)
    if not read or [read] != _left_open:
        _start_afresh()
    yield
    _left_open[:] = [read] if read else []
    if not read:
        stores.close_all()


@pytest.fixture(scope="session")
def sample_copy(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One copy of the sample for all tests that only read, past the set-up questions; beside it one for ``twin``."""
    target = copy_of(sample, tmp_path_factory.mktemp("app") / "ledger.duckdb")
    opened = open_store(target)
    settings.set_setting(opened, settings.SETUP_SEEN, "yes", "test")
    version = opened.data_version()
    opened.close()
    copy_of(target, twin(target))
    yield target
    stores.close_all()
    opened = open_store(target)
    assert opened.data_version() == version, "a test wrote to the district that others read"
    opened.close()


def twin(db: Path) -> Path:
    """A copy of the district's file, which can be opened beside it."""
    return db.with_name("twin.duckdb")


@pytest.fixture
def district(sample_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented district as if it were one's own."""
    monkeypatch.setenv("MINUTES_DB", str(sample_copy))
    return sample_copy


Open = Callable[..., AppTest]


SHELL = str(ROOT / "ui" / "shell" / "shell.py")


@pytest.fixture(scope="session")
def registered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The menu's pages, as a run of the shell registers them; without them AppTest finds no page with a url_path."""
    app = AppTest.from_file(SHELL, default_timeout=60)
    with pytest.MonkeyPatch.context() as empty:
        empty.setenv("MINUTES_DB", str(built(tmp_path_factory.mktemp("nothing") / "nothing.duckdb")))
        app.run()
    return app._registered_pages


@pytest.fixture
def open_page(registered: dict[str, Any]) -> Open:
    """Open a page by its name with a query, as a link does; the page must not have failed."""

    def opened(name: str, **query: Any) -> AppTest:
        app = AppTest.from_file(SHELL, default_timeout=60)
        app._registered_pages = registered
        for key, value in query.items():
            app.query_params[key] = value
        app.switch_page(str(navigation.PAGES / f"{name}.py"))
        app.run()
        assert not app.exception, [one.value for one in app.exception]
        assert not app.error, [one.value for one in app.error]
        return app

    return opened


@pytest.fixture
def load() -> Callable[..., None]:
    """Load files into one's own district, upload after upload, past the set-up questions."""

    def loaded(*uploads: Files) -> None:
        built(Path(os.environ["MINUTES_DB"]), loading(*(tuple(files.items()) for files in uploads)))

    return loaded


@cache
def loading(*uploads: tuple[tuple[str, str | bytes], ...]) -> Callable[[Path], None]:
    """What makes a database of the uploads; the same for the same files, so that it is made once (``built``)."""

    def make(database: Path) -> None:
        opened = open_store(database)
        for files in uploads:
            contents = [(name, text if isinstance(text, bytes) else text.encode()) for name, text in files]
            report = importer.run(opened, contents, Options(load_date=LOADED), commit=True)
            assert report.exit_status == 0, importer.to_json(report)
        settings.set_setting(opened, settings.SETUP_SEEN, "yes", "test")
        opened.close()

    return make


IRONWOOD = "Ironwood Middle School"
"""A school of the sample as its filter writes it into the URL."""


@cache
def told_by_cli(db: Path, *arguments: str) -> list[dict[str, Any]]:
    """The rows that a command prints of the invented district."""
    done = asked_by_cli(*arguments, "--db", str(twin(db)), "--json")
    assert done.exit_code == 0, done.output
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def words(app: AppTest) -> str:
    """Everything that the page says in text, without Markdown's escapes."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.text, app.info, app.warning)
    said = [str(one.value) for kind in kinds for one in kind] + [one.label for one in app.expander]
    return "\n".join(said).replace("\\", "")


def metrics(app: AppTest) -> dict[str, str]:
    """The figures of the headline by their labels."""
    told = [FIGURE.match(str(one.value).replace("\\", "")) for one in app.markdown]
    return {found[1]: found[2] for found in told if found}
