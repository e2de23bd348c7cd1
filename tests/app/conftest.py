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
from ui import navigation, stores

ROOT = Path(__file__).resolve().parents[2]
LOADED = date(2026, 3, 6)
FIGURE = re.compile(r":small\[(.*)\]\n###### (.*)")
"""A figure of the headline: its label and its value (``page.fact_text``)."""
Files = dict[str, str | bytes]


_left_open: list[bool] = []
"""Whether the test before left the invented district's file open and its figures in the caches."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that read the invented district stand together, before those of this folder with a district of their own."""
    here = [place for place, item in enumerate(items) if item.path.parent == Path(__file__).parent]
    in_order = sorted((items[place] for place in here), key=lambda item: not _reads_the_sample(item))
    for place, item in zip(here, in_order, strict=True):
        items[place] = item


def _reads_the_sample(item: pytest.Item) -> bool:
    return "district" in getattr(item, "fixturenames", ())


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
    """Caches, open databases and the working folder outlive no test; but tests that read the invented district find its
    file open, and the figures of those before them, as visitors do."""
    monkeypatch.setenv("MINUTES_DB", str(tmp_path / "ledger.duckdb"))
    monkeypatch.setattr(paths, "DEMO_DATABASE", tmp_path / "sample-district.duckdb")
    reads = _reads_the_sample(request.node)
    if not reads or not _left_open:
        _start_afresh()
    yield
    _left_open[:] = [True] if reads else []
    if not reads:
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


@pytest.fixture(scope="session")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger that stays empty."""
    return built(tmp_path_factory.mktemp("nothing") / "nothing.duckdb")


@pytest.fixture
def open_page(nothing: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page by its name with a query; the page must not have failed.

    AppTest finds a page with a url_path only after a first run, which is spent on an empty ledger, where it is cheap.
    """

    def opened(name: str, **query: Any) -> AppTest:
        app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=60)
        with monkeypatch.context() as empty:
            empty.setenv("MINUTES_DB", str(nothing))
            app.run()
        for key, value in query.items():
            app.query_params[key] = value
        app.switch_page(str(navigation.PAGES / f"{name}.py"))
        app.run()
        assert not app.exception, [one.value for one in app.exception]
        assert not app.error, [one.value for one in app.error]
        return app

    return opened


@pytest.fixture
def load() -> Callable[[Files], None]:
    """Load files into one's own district, past the set-up questions."""

    def loaded(files: Files) -> None:
        target = Path(os.environ["MINUTES_DB"])
        make = _loading(tuple(files.items()))
        make(target) if target.exists() else built(target, make)

    return loaded


@cache
def _loading(files: tuple[tuple[str, str | bytes], ...]) -> Callable[[Path], None]:
    """What makes a database of the files; the same for the same files, so that it is made once (``built``)."""

    def make(database: Path) -> None:
        opened = open_store(database)
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
    said = "\n".join(str(one.value) for kind in kinds for one in kind)
    return said.replace("\\", "")


def metrics(app: AppTest) -> dict[str, str]:
    """The figures of the headline by their labels."""
    told = [FIGURE.match(str(one.value).replace("\\", "")) for one in app.markdown]
    return {found[1]: found[2] for found in told if found}
