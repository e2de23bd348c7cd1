"""How long Overview and Compliance take in real Chromium, beside an empty Streamlit page in the same run.

    python -m bench.pages [--db FILE] [--sessions N] [--rounds 7] [--filter school|service|provider] [--wait SECONDS]

Data: the sample district, an invented one with --sessions (bench/district.py; kept in --db where that is named), or any
ledger with --db. Every round visits each page in a fresh browser profile, turn about, then changes the filter to
what nobody chose before, and takes it back, which leads to figures that are known. Figures of each school and service
alone are worked out ahead by the server (--wait: seconds given to it for that before the first round), those of a provider
are not.

First figures: the first of the headline is painted; of the empty page its only text. Whole: the script has ended and the
last chart and table are drawn. Read out: what tables tell screen readers is there too, which the grid writes 200 ms after it
was drawn, where anything in it changed. Sessions at once: the same change while nine other sessions run the page under
filters of their own, begun at the same moment. A page named *floor* is the least that has what Compliance has: filters, five
figures, two charts, three tables, all of a few constants.
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
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright

from bench import wire
from bench.watching import CHROMIUM, FLAGS, Visit, choose, take_back, visit

ROOT = Path(__file__).resolve().parents[1]
SCHOOL = "school"
OTHERS = 9
MORE_SESSIONS = 20
EMPTY = """import streamlit as st
again = st.checkbox("again")
st.markdown(f"###### {again}")
"""
FLOOR = """import datetime
import pandas as pd
import streamlit as st
st.set_page_config(layout="wide")
with st.sidebar:
    st.selectbox("School year", ["2025-26"])
    st.date_input("As of", datetime.date(2026, 1, 30))
    chosen = [st.multiselect(name, list("ABCDEFGHIJKL"), key=name) for name in ("service", "school", "provider")]
n = 12 - 2 * sum(map(bool, chosen))
st.title("Floor")
for column in st.columns(5):
    column.markdown(f"Figure\\n###### {n} {chosen}")
for name, column in zip("ab", st.columns(2)):
    bars = [{"type": "bar", "orientation": "h", "x": list(range(n)), "y": list(range(n))}]
    column.plotly_chart({"data": bars, "layout": {"height": 380}}, theme=None, key=name)
for name in "xyz":
    st.dataframe(pd.DataFrame({"a": range(3 * n), "b": 1.5, "c": "text"}), key=name)
"""
Times = dict[tuple[str, str], list[float]]


@contextmanager
def server(script: Path, folder: Path, db: Path | None = None) -> Iterator[tuple[str, int]]:
    """A Streamlit server of that script: its address and its process's number."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), **({"MINUTES_DB": str(db)} if db else {})}
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    command += ["--server.headless=true", "--server.address=127.0.0.1", "--browser.gatherUsageStats=false"]
    with (folder / f"{port}.log").open("w") as log:
        process = subprocess.Popen(command, cwd=script.parent, env=environment, stdout=log, stderr=log)
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.terminate()
            process.wait()


def _wait(url: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(url, timeout=1).read()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(url)


def measure(browser: Browser, pages: dict[str, str], rounds: int, key: str) -> Times:
    """Milliseconds (and, of messages, bytes) by page and what was measured."""
    taken: Times = {}
    for number in range(rounds):
        for name, url in pages.items():
            made = visit(browser, url)
            found = {"first figures": made.first, "whole page": made.whole}
            for way, done in (("change", _change(made, name, key, number)), ("back", _back(made, name, key))):
                found |= dict(zip((f"{way}: figures", f"{way}: whole", f"{way}: read out"), done, strict=True))
            found["largest message"] = max(made.messages)
            made.close()
            for what, value in found.items():
                taken.setdefault((name, what), []).append(value)
    return taken


def _change(made: Visit, name: str, key: str, place: int) -> tuple[float, float, float]:
    if name == "empty":
        made.page.locator("[data-testid=stCheckbox] label").click()
    else:
        choose(made, key, place)
    return made.acted()


def _back(made: Visit, name: str, key: str) -> tuple[float, float, float]:
    if name == "empty":
        made.page.locator("[data-testid=stCheckbox] label").click()
    else:
        take_back(made, key)
    return made.acted()


def among_others(
    browser: Browser, url: str, page: str, schools: list[str], rounds: int
) -> tuple[list[float], list[float]]:
    """Milliseconds until a change of filter is whole: alone, and while nine other sessions run the page."""
    alone, crowded = [], []
    queries = [f"{SCHOOL}={quote(school)}" for school in (schools * OTHERS)[:OTHERS]]
    made = visit(browser, f"{url}/{page}")
    with wire.sessions(url, page, OTHERS) as others:
        for number in range(rounds):
            alone.append(_change(made, page, SCHOOL, number)[1])
            _back(made, page, SCHOOL)
            with wire.all_running(others, queries):
                crowded.append(_change(made, page, SCHOOL, number)[1])
            _back(made, page, SCHOOL)
    made.close()
    return alone, crowded


def a_further_session(url: str, process: int, page: str) -> float:
    """MB of memory that the server takes for each further open session."""
    with wire.sessions(url, page, 2):
        before = _memory(process)
        with wire.sessions(url, page, MORE_SESSIONS):
            return (_memory(process) - before) / MORE_SESSIONS


def _memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def table(taken: Times, names: list[str]) -> str:
    """The medians with what is asked of them, as Markdown."""
    rows = ["| | " + " | ".join(names) + " | goal |", "|---|" + "---|" * (len(names) + 1)]
    for what, goal in GOALS.items():
        cells = [_cell(taken, name, what, goal) for name in names]
        rows.append(f"| {what} | {' | '.join(cells)} | {goal} |")
    return "\n".join(rows)


GOALS = {
    "first figures": "1.35 x empty", "whole page": "2.5 x empty", "change: figures": "+100 ms (95 %: +200)",
    "change: whole": "+300 ms (95 %: +600)", "change: read out": "+ (no goal)", "back: figures": "+100 ms (95 %: +200)",
    "back: whole": "+300 ms (95 %: +600)", "back: read out": "+ (no goal)", "largest message": "300 KB",
}  # fmt: skip


def _cell(taken: Times, name: str, what: str, goal: str) -> str:
    values, empty = sorted(taken[name, what]), statistics.median(taken["empty", what])
    middle, worst = statistics.median(values), values[min(len(values) - 1, round(0.95 * len(values)))]
    if what == "largest message":
        return f"{values[-1] / 1000:,.0f} KB"
    if name == "empty":
        return f"{middle:,.0f} ms"
    if goal.startswith("+"):
        return f"{middle - empty:+,.0f} ms (95 %: {worst - empty:+,.0f})"
    return f"{middle:,.0f} ms, {middle / empty:.2f} x"


def main() -> None:
    """Measure one district and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--sessions", type=int)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--filter", choices=(SCHOOL, "service", "provider"), default=SCHOOL)
    parser.add_argument("--wait", type=float, default=0.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright, ExitStack() as stack:
        folder = Path(name)
        db, schools = _district(given.db or folder / "bench.duckdb", given.sessions)
        (folder / "empty.py").write_text(EMPTY)
        (folder / "floor.py").write_text(FLOOR)
        empty, floor, (ours, process) = (
            stack.enter_context(server(folder / "empty.py", folder))[0],
            stack.enter_context(server(folder / "floor.py", folder))[0],
            stack.enter_context(server(ROOT / "app.py", folder, db)),
        )
        pages = {"empty": empty, "floor": floor, "overview": f"{ours}/", "compliance": f"{ours}/compliance"}
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for page in ("overview", "compliance"):
            made = visit(browser, pages[page])
            print(f"{page}, first visit of a new server: {made.first:,.0f} ms, whole {made.whole:,.0f} ms")
            made.close()
        time.sleep(given.wait)
        print(table(measure(browser, pages, given.rounds, given.filter), list(pages)))
        alone, crowded = among_others(browser, ours, "compliance", schools, given.rounds)
        one, ten = statistics.median(alone), statistics.median(crowded)
        print(f"ten sessions at once: {ten:,.0f} ms, alone {one:,.0f} ms: {ten / one:.2f} times (goal 3)")
        print(f"a further open session: {a_further_session(ours, process, 'compliance'):.1f} MB (goal 5)")
        print(f"load {os.getloadavg()[0]:.1f}")
        browser.close()


def _district(file: Path, sessions: int | None) -> tuple[Path, list[str]]:
    """The ledger to look at, past the set-up questions, and the names of its schools as the URL writes them."""
    from analytics import rollups
    from analytics.choices import choices
    from analytics.scope import EVERYTHING
    from bench import district
    from data import settings
    from data.samples import demo
    from data.store import open_store

    made = file.exists()
    store = open_store(file)
    if not made:
        district.fill(store, district.Size(sessions)) if sessions else demo.ensure(store)
        settings.set_setting(store, settings.SETUP_SEEN, "yes", "bench")  # the page, not the questions before it
    rollups.keep_up(store)  # as the server does after each write
    with store.cursor() as cursor:
        schools = [name for _, name in choices(cursor, EVERYTHING).schools]
    store.close()
    return file, schools


if __name__ == "__main__":
    main()
