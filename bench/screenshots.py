"""Pictures of every page of the sample district, at 1280 and 400 pixels, light and dark, into docs/screenshots.

    python -m bench.screenshots [PAGE ...] [--out FOLDER] [--only 1280-light]

Needs Chromium. The pictures are for the README and for looking at; nothing compares them.
"""

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.pages import server
from bench.watching import CHROMIUM, FLAGS
from data.samples import demo
from data.store import open_store
from ui.shell.navigation import ENTRIES, url_path

ROOT = Path(__file__).resolve().parents[1]
SIZES = {1280: 900, 400: 860}
SCHEMES = ("light", "dark")
TALLEST = 2600
SETTLED = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  return app && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
    && !document.querySelector('[data-testid=stSkeleton]') && !document.querySelector('[data-stale=true]')
    && document.querySelectorAll('[data-testid=stPlotlyChart]').length
       === document.querySelectorAll('.js-plotly-plot .main-svg:first-child').length;
}"""


@contextmanager
def sample_server(folder: Path) -> Iterator[str]:
    """The app on a sample district of its own; the address."""
    database = folder / "minute-ledger" / "sample-district.duckdb"
    database.parent.mkdir(parents=True)
    store = open_store(database)
    demo.ensure(store)
    store.close()
    with server(ROOT / "app.py", folder, database) as (url, _):
        yield url


def settled(page: Page) -> None:
    """Wait until the page has ended its script and drawn its charts."""
    page.wait_for_function(SETTLED, timeout=60_000)
    page.wait_for_timeout(700)


def student_address(url: str, browser: Browser) -> str:
    """The address of the first student whom the Compliance page lists as not seen: links are random keys."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{url}/student")
    settled(page)
    box = page.get_by_label("Find a student")
    box.fill("an")
    box.press("Enter")
    settled(page)
    # the first row of the canvas table: its selection cell
    table = page.locator("[data-testid=stDataFrame]").first
    table.click(position={"x": 16, "y": 52})
    page.wait_for_url("**student=*")
    address = page.url
    page.close()
    return address


def take(browser: Browser, address: str, width: int, scheme: str, target: Path) -> None:
    """One picture of the whole page, as tall as it is up to TALLEST."""
    context = browser.new_context(
        viewport={"width": width, "height": SIZES[width]}, color_scheme=scheme, reduced_motion="reduce", locale="en-US"
    )
    page = context.new_page()
    page.goto(address)
    settled(page)
    tall = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(TALLEST, max(SIZES[width], int(tall) + 20))})
    settled(page)
    page.screenshot(path=str(target))
    context.close()


def main() -> None:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", default=[entry.name for entry in ENTRIES])
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    if unknown := sorted(set(asked.pages) - {entry.name for entry in ENTRIES}):
        parser.error(f"no page is called {', '.join(unknown)}; there are {', '.join(one.name for one in ENTRIES)}")
    asked.out.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="minute-ledger-shots-"))
    try:
        with sample_server(folder) as url, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for entry in (one for one in ENTRIES if one.name in asked.pages):
                address = url if entry.name == "overview" else f"{url}/{url_path(entry)}"
                if entry.name == "student":
                    address = student_address(url, browser)
                for width in SIZES:
                    for scheme in SCHEMES:
                        name = f"{entry.name.replace('_', '-')}-{width}-{scheme}"
                        if asked.only in name:
                            take(browser, address, width, scheme, asked.out / f"{name}.png")
            browser.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
