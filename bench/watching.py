"""What a visitor of a Streamlit page sees and when, told by the page itself in real Chromium."""

import os
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, WebSocket

CHROMIUM = os.environ.get("MINUTES_CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PATIENCE = 300_000
WATCH = """(() => {
  const all = (what) => document.querySelectorAll(what).length;
  const figures = () => [...document.querySelectorAll('[data-testid=stMarkdown] h6')].map((one) => one.textContent).join();
  const settled = () => {
    const app = document.querySelector('[data-testid=stApp]');
    return app && app.dataset.testScriptState === 'notRunning' && app.dataset.testConnectionState === 'CONNECTED'
      && !all('[data-testid=stSkeleton]') && !all('[data-stale=true]')
      && all('[data-testid=stPlotlyChart]') === all('.js-plotly-plot .main-svg:first-child')
      && all('[data-testid=stDataFrame]') === all('[data-testid=stDataFrame] canvas:first-of-type');
  };
  const seen = window.seen = {figures: '', at: 0, settled: 0, told: 0, acted: 0};
  const canvas = (node) => (node.closest ? node : node.parentElement)?.closest('canvas');
  for (const draw of ['fillText', 'drawImage']) {
    const plain = CanvasRenderingContext2D.prototype[draw];
    CanvasRenderingContext2D.prototype[draw] = function (...what) {
      if (seen.settled) seen.settled = performance.now();
      return plain.apply(this, what);
    };
  }
  const look = (changes) => {
    const now = figures();
    if (now && now !== seen.figures) requestAnimationFrame(() => scheduler.postTask(() => {  // right after this frame
      if (now !== seen.figures) { seen.figures = now; seen.at = performance.now(); }
    }, {priority: 'user-blocking'}));
    const main = document.querySelector('[data-testid=stMain]');
    const here = changes.filter((one) => main?.contains(one.target));
    if (here.some((one) => canvas(one.target))) seen.told = performance.now();
    if (!settled()) seen.settled = 0;
    else if (!seen.settled || here.some((one) => !canvas(one.target))) seen.settled = performance.now();
  };
  new MutationObserver(look).observe(document, {subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ['data-test-script-state', 'data-test-connection-state', 'data-stale', 'd', 'transform', 'height']});
  for (const kind of ['pointerdown', 'keydown'])
    document.addEventListener(kind, () => { seen.acted = performance.now(); }, true);
})()"""
"""Figures count from the frame after which they are painted; settled is the last change in the main part of the page, or
the last word or picture drawn on the canvas of a table; told is the last change inside a canvas, which nobody sees: what the
table tells a screen reader, which Streamlit's grid writes 200 ms after it was drawn, each time that something in it changed."""
QUIET = "(since) => seen.at > since && seen.settled > since && performance.now() - seen.settled > 500"


@dataclass
class Visit:
    """A fresh browser profile on one page, and the milliseconds of what was done there."""

    context: BrowserContext
    page: Page
    first: float = 0.0
    whole: float = 0.0
    messages: list[int] = field(default_factory=list)
    """Bytes of each websocket message received."""

    def acted(self) -> tuple[float, float, float]:
        """Milliseconds from the last click or key until other figures stood there, until all was drawn, and until it was
        told to screen readers too."""
        begun = float(self.page.evaluate("seen.acted"))
        self.page.wait_for_function(QUIET, arg=begun, polling=50, timeout=PATIENCE)
        at, settled, told = self.page.evaluate("[seen.at, seen.settled, Math.max(seen.settled, seen.told)]")
        return at - begun, settled - begun, told - begun

    def close(self) -> None:
        """Close the browser profile."""
        self.context.close()


def visit(browser: Browser, url: str) -> Visit:
    """Open the page in a fresh profile and wait until it is whole."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    made = Visit(context, context.new_page())
    made.page.on("websocket", lambda socket: _listen(socket, made.messages))
    made.page.add_init_script(WATCH)
    made.page.goto(url)
    made.page.wait_for_function(QUIET, arg=0, polling=50, timeout=PATIENCE)
    made.first, made.whole = made.page.evaluate("[seen.at, seen.settled]")
    return made


def _listen(socket: WebSocket, sizes: list[int]) -> None:
    socket.on("framereceived", lambda payload: sizes.append(len(payload)))


def choose(made: Visit, filter_key: str, place: int) -> None:
    """Choose one option of a filter by its place; the clock starts with the click."""
    made.page.locator(f".st-key-{filter_key} input").click()
    options = made.page.get_by_role("option").filter(has_not_text="Select all")
    options.first.wait_for()
    options.nth(place % options.count()).click()


def take_back(made: Visit, filter_key: str) -> None:
    """Remove the option that was chosen last."""
    made.page.locator(f".st-key-{filter_key} input").press("Backspace")
