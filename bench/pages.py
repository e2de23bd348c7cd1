"""How long the Compliance page takes in real Chromium, beside an empty Streamlit page in the same run.

    python -m bench.pages [--db FILE] [--rounds 7]

Data: the sample district (or --db). Each round opens a fresh browser profile on both servers, turn about; medians.
First figures: the first metric's value is on screen. Whole: the script has ended and every chart is drawn.
Filter change: from choosing a service to the script's end and the charts drawn; the empty page reruns on a checkbox.
"""

import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = os.environ.get("MINUTES_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
EMPTY = "import streamlit as st\nst.checkbox('again')\nst.metric('Empty', 1)\n"
SETTLED = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  return app && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-testid=stSkeleton]') && !document.querySelector('[data-stale=true]')
    && document.querySelectorAll('[data-testid=stPlotlyChart]').length
       === document.querySelectorAll('.js-plotly-plot .main-svg:first-child').length;
}"""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _server(script: Path, folder: Path, db: Path | None) -> Iterator[str]:
    port = _free_port()
    environment = {**os.environ, **({"MINUTES_DB": str(db)} if db else {})}
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        "--server.port",
        str(port),
        "--server.headless=true",
    ]
    command += ["--server.address=127.0.0.1", "--browser.gatherUsageStats=false", "--server.fileWatcherType=none"]
    with (folder / f"{port}.log").open("w") as log:
        process = subprocess.Popen(command, cwd=script.parent, env=environment, stdout=log, stderr=log)
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


def _wait(url: str) -> None:
    for _ in range(150):
        try:
            urllib.request.urlopen(url, timeout=1).read()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(url)


def _settle(page: Page) -> None:
    page.wait_for_function(SETTLED, polling=10)


def _first_visit(browser: Browser, url: str) -> tuple[float, float]:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        start = time.perf_counter()
        page.goto(url)
        page.locator("[data-testid=stMetricValue]").first.wait_for()
        first = time.perf_counter() - start
        _settle(page)
        return first, time.perf_counter() - start


def _rerun(browser: Browser, url: str, change: str) -> float:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.goto(url)
        page.locator("[data-testid=stMetricValue]").first.wait_for()
        _settle(page)
        start = time.perf_counter()
        if change == "checkbox":
            page.locator("[data-testid=stCheckbox] label").click()
        else:
            _choose_first_service(page)
            start = time.perf_counter()
            page.get_by_role("option").first.click()
        page.wait_for_timeout(30)
        _settle(page)
        return time.perf_counter() - start


def _choose_first_service(page: Page) -> None:
    page.locator(".st-key-service input").click()
    page.get_by_role("option").first.wait_for()


def measure(browser: Browser, ours: str, empty: str, rounds: int) -> dict[str, float]:
    """Medians in seconds, and the ratios to the empty page."""
    taken: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, url, change in (("empty", empty, "checkbox"), ("compliance", f"{ours}/compliance", "service")):
            first, whole = _first_visit(browser, url)
            taken.setdefault(f"{name} first figures", []).append(first)
            taken.setdefault(f"{name} whole", []).append(whole)
            taken.setdefault(f"{name} change", []).append(_rerun(browser, url, change))
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> None:
    """Print the medians and their ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--db", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        (folder / "empty.py").write_text(EMPTY)
        db = given.db or _sample(folder)
        with _server(ROOT / "app.py", folder, db) as ours, _server(folder / "empty.py", folder, None) as empty:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            _first_visit(browser, f"{ours}/compliance")
            medians = measure(browser, ours, empty, given.rounds)
            browser.close()
    for what, seconds in medians.items():
        print(f"{what:26} {seconds * 1000:7.0f} ms")
    for what in ("first figures", "whole", "change"):
        print(f"{what}: {medians[f'compliance {what}'] / medians[f'empty {what}']:.2f} times the empty page")


def _sample(folder: Path) -> Path:
    from data import settings
    from data.samples import demo
    from data.store import open_store

    store = open_store(folder / "sample.duckdb")
    demo.ensure(store)
    settings.set_setting(store, settings.SETUP_SEEN, "yes", "bench")  # the page, not the questions before it
    store.close()
    return folder / "sample.duckdb"


if __name__ == "__main__":
    main()
