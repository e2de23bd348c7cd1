"""A real server on a free port with a database of its own, and a real Chromium that may reach nothing else."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from analytics import students
from analytics.scope import EVERYTHING
from data import settings
from data.store import open_store
from tests.sample import copy_of

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30_000
"""Milliseconds that a page may take on a busy machine; a page that is right takes a fraction of a second."""
expect.set_options(timeout=PATIENCE)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
TOLD: dict[str, object] = {"resultTypes": ["violations"]}
"""What passes fills megabytes otherwise."""
FITS_A_PHONE = """() => {
    const main = document.querySelector('[data-testid=stMain]')
    return main.clientWidth <= 400 && main.scrollWidth <= 400
}"""
"""Charts and tables take the new width a moment after the page."""


@pytest.fixture(scope="session", autouse=True)
def _browser_is_there() -> None:
    if CHROMIUM is None and not os.environ.get("MINUTES_NEED_BROWSER"):
        pytest.skip("no Chromium on this machine")


@dataclass
class Server:
    """A running server."""

    url: str
    database: Path
    log: Path


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_server(folder: Path, database: Path) -> tuple[subprocess.Popen[bytes], Server]:
    """Start `streamlit run app.py` from another folder, as a service would, and wait until it is ready.

    It doesn't work out the figures of each school beforehand, for which tests would wait.
    """
    port = _free_port()
    log = folder / f"server-{port}.log"
    environment = {**os.environ, "MINUTES_DB": str(database), "XDG_DATA_HOME": str(folder / "data"), "TZ": "UTC",
                   "HOME": str(folder), "MINUTES_AHEAD": "0"}  # fmt: skip
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=subprocess.STDOUT)
    url = f"http://127.0.0.1:{port}"
    for _ in range(240):
        if process.poll() is not None:
            break
        try:
            urllib.request.urlopen(f"{url}/readyz", timeout=1)
            return process, Server(url, database, log)
        except urllib.error.HTTPError:
            return process, Server(url, database, log)
        except OSError:
            time.sleep(0.25)
    process.kill()
    raise RuntimeError(f"the server didn't start:\n{log.read_text()}")


@dataclass
class Watch:
    """What a page must not do: reach outside, complain, or violate the policy."""

    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def on_request(self, request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")):
            self.outside.append(request.url)

    def on_console(self, message: ConsoleMessage) -> None:
        # Streamlit probes for its base path below a deep link, which answers 404 until it finds the root.
        probe = "/_stcore/" in message.location.get("url", "") and "404" in message.text
        if message.type == "error" and not probe:
            self.errors.append(message.text)


@dataclass
class Visitor:
    """The browser of somebody who was here before: it keeps what it fetched of the front end, and had compiled of it.

    All tabs of a site share one process, which the first tab keeps alive: a page takes two thirds of the time there."""

    context: BrowserContext
    watch: Watch


@pytest.fixture(scope="session")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("visitor"), executable_path=CHROMIUM, args=["--no-sandbox", "--process-per-site"],
            viewport={"width": 1280, "height": 900}, reduced_motion="reduce", color_scheme="light", locale="en-US",
            timezone_id="UTC",
        )  # fmt: skip
        made.set_default_timeout(PATIENCE)
        found = Visitor(made, Watch())
        made.on("request", found.watch.on_request)
        made.on("console", found.watch.on_console)
        made.pages[0].route("**", lambda asked: asked.fulfill(body=""))
        made.pages[0].goto("http://127.0.0.1/")
        yield found
        made.close()


@pytest.fixture
def context(visitor: Visitor) -> Iterator[BrowserContext]:
    """Without tabs, cookies or complaints of the test before."""
    visitor.watch.outside.clear()
    visitor.watch.errors.clear()
    yield visitor.context
    for page in visitor.context.pages[1:]:  # with its first tab, the browser would close
        page.close()
    visitor.context.clear_cookies()
    assert visitor.watch.outside == []
    assert visitor.watch.errors == []


def settled(page: Page) -> None:
    """Wait until the page is connected, its script has ended, and nothing is stale or loading."""
    page.wait_for_selector(
        '[data-testid="stApp"][data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]'
    )
    page.wait_for_function('() => !document.querySelector(\'[data-testid="stSkeleton"], [data-stale="true"]\')')


def open_page(context: BrowserContext, url: str) -> Page:
    """A new tab on that address, settled."""
    page = context.new_page()
    page.goto(url)
    settled(page)
    return page


def download(page: Page, key: str) -> tuple[str, bytes]:
    """The name and content of what a button hands out, once the run that writes it has ended; a click finds the button anew
    where a page replaces it meanwhile."""
    settled(page)
    with page.expect_download() as waiting:
        page.locator(f".st-key-{key} button").first.click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


@dataclass
class District:
    """The invented district as if it were one's own, past the set-up questions."""

    database: Path
    student: str
    """Where one of its students is found: the link's random key."""


@pytest.fixture(scope="session")
def district(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> District:
    database = copy_of(sample, tmp_path_factory.mktemp("district") / "ledger.duckdb")
    store = open_store(database)
    settings.set_setting(store, settings.SETUP_SEEN, "yes", "test")
    with store.cursor() as cur:
        link = students.find(cur, EVERYTHING, "Abara, Imani")["link_key"].iloc[0]
    store.close()
    return District(database, str(link))


@pytest.fixture(scope="session")
def server(district: District, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on the invented district, one a worker; its log must be quiet at the end."""
    process, running = start_server(tmp_path_factory.mktemp("server"), district.database)
    yield running
    process.terminate()
    process.wait(30)
    log = running.log.read_text()
    assert "Traceback" not in log, log[-2000:]


def headline(page: Page) -> dict[str, str]:
    """The figures of the headline by their labels."""
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('[data-testid=stMarkdown] h6')].map((one) => [
            one.closest('[data-testid=stMarkdown]').querySelector('p').innerText.trim(), one.innerText.trim()]))"""
    )
    return found


def another_headline(page: Page, earlier: dict[str, str], patience: float = 15) -> dict[str, str]:
    """The headline once it is no more the earlier one: the address changes before the page's script begins."""
    ends = time.monotonic() + patience
    while headline(page) == earlier and time.monotonic() < ends:
        page.wait_for_timeout(50)
    settled(page)
    return headline(page)


def shows(page: Page, figures: dict[str, str], patience: float = 15) -> None:
    """Wait until the headline is this one: after Back, the page may look settled before its script has begun."""
    ends = time.monotonic() + patience
    while headline(page) != figures and time.monotonic() < ends:
        page.wait_for_timeout(100)
    assert headline(page) == figures


def faults(page: Page, **only: object) -> dict[str, list[str]]:
    """What axe-core finds serious or critical."""
    found = Axe().run(page, options=only | TOLD).response["violations"]
    grave = [one for one in found if one["impact"] in ("serious", "critical")]
    return {one["id"]: [node["html"][:120] for node in one["nodes"]] for one in grave}
