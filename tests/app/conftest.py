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
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

import cli
from data import settings
from data.ingest import importer
from data.ingest.model import Options
from data.store import open_store, paths
from tests.sample import copy_of
from ui import navigation, stores

ROOT = Path(__file__).resolve().parents[2]
LOADED = date(2026, 3, 6)
FIGURE = re.compile(r":small\[(.*)\]\n###### (.*)")
"""A figure of the headline: its label and its value (``page.fact_text``)."""
Files = dict[str, str | bytes]


_in_caches: list[Path] = []
"""The file of tests whose district's figures are in the caches."""


@pytest.fixture(autouse=True)
def _alone(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Caches, open databases and the working folder outlive no test; but tests of a file that read the same district
    find the figures of those before them, as visitors do."""
    monkeypatch.setenv("MINUTES_DB", str(tmp_path / "ledger.duckdb"))
    monkeypatch.setattr(paths, "DEMO_DATABASE", tmp_path / "sample-district.duckdb")
    before, _in_caches[:] = list(_in_caches), [request.path] if "district" in request.fixturenames else []
    if not _in_caches or before != _in_caches:
        st.cache_data.clear()
        st.cache_resource.clear()
    yield
    stores.close_all()


@pytest.fixture(scope="module")
def sample_copy(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the sample for the tests of a file that only read, past the set-up questions."""
    target = copy_of(sample, tmp_path_factory.mktemp("app") / "ledger.duckdb")
    opened = open_store(target)
    settings.set_setting(opened, settings.SETUP_SEEN, "yes", "test")
    opened.close()
    return target


@pytest.fixture
def district(sample_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented district as if it were one's own."""
    monkeypatch.setenv("MINUTES_DB", str(sample_copy))
    return sample_copy


Open = Callable[..., AppTest]


@pytest.fixture
def open_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page by its name with a query; the page must not have failed.

    AppTest finds a page with a url_path only after a first run, which is spent on an empty ledger, where it is cheap.
    """

    def opened(name: str, **query: Any) -> AppTest:
        app = AppTest.from_file(str(ROOT / "ui" / "shell.py"), default_timeout=60)
        with monkeypatch.context() as empty:
            empty.setenv("MINUTES_DB", str(tmp_path / "nothing.duckdb"))
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
        opened = open_store(Path(os.environ["MINUTES_DB"]))
        contents = [(name, text if isinstance(text, bytes) else text.encode()) for name, text in files.items()]
        report = importer.run(opened, contents, Options(load_date=LOADED), commit=True)
        assert report.exit_status == 0, importer.to_json(report)
        settings.set_setting(opened, settings.SETUP_SEEN, "yes", "test")
        opened.close()

    return loaded


IRONWOOD = "Ironwood Middle School"
"""A school of the sample as its filter writes it into the URL."""


def told_by_cli(db: Path, *arguments: str) -> list[dict[str, Any]]:
    """The rows that a command prints; asked once as long as the file stays as it is."""
    stores.close_all()
    return _told_by_cli(db, db.stat().st_mtime_ns, *arguments)


@cache
def _told_by_cli(db: Path, _: int, *arguments: str) -> list[dict[str, Any]]:
    done = CliRunner().invoke(cli.app, [*arguments, "--db", str(db), "--json"])
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
