"""How long an import takes, beside the bare reader in the same run.

    python -m bench.import_speed [--rows 100000] [--rounds 5] [--million]

Data: a generated session log of 14 columns (invented people, fixed seed), as xlsx and csv. Importer: from bytes to
committed, with every check, provenance and the guard process. Floors: fastexcel into Arrow; DuckDB's
read_csv(all_varchar) into a table. Both in this run, turn about; medians. xlsx_waiting is the same import with the guard
process started beforehand, as the server keeps it. Peak memory is that of a fresh process that does nothing but the
import, its guard's beside it. --million also loads a csv of a million rows.
"""

import argparse
import csv
import io
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import duckdb
import fastexcel
import xlsxwriter

from data.ingest import importer, readers
from data.ingest.model import Options
from data.store import open_store

HEADINGS = [
    "Log ID", "Student ID", "Service Date", "Service", "Start Time", "End Time", "Minutes", "Status", "Reason",
    "Setting", "Grouping", "Provider ID", "School", "Logged On",
]  # fmt: skip
START_SECONDS = 2.0
"""More than a guard process takes to be ready."""
ALONE = """
import resource, sys
from pathlib import Path
from bench.import_speed import _import
path = Path(sys.argv[1])
took = _import(path.name, path.read_bytes())
# ru_maxrss of a process begins with what its parent held when it was started; VmHWM doesn't
own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(took, own / 1024, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""
FIRST_DAY = date(2025, 9, 2)


def rows(count: int, seed: int = 7) -> list[list[str]]:
    """Session rows of invented ids, dated over a school year, 8 % missed with a reason."""
    draw = random.Random(seed)
    return [_row(number, draw) for number in range(count)]


def _row(number: int, draw: random.Random) -> list[str]:
    day = FIRST_DAY + timedelta(days=draw.randrange(270))
    day -= timedelta(days=max(0, day.weekday() - 4))
    hour, minute = draw.randrange(8, 15), draw.choice([0, 15, 30, 45])
    missed = draw.random() < 0.08
    return [
        f"L{number:07d}", f"{100000 + draw.randrange(10000)}", day.strftime("%m/%d/%Y"),
        draw.choice(["Occupational Therapy", "Speech/Language", "Physical Therapy"]),
        f"{hour:02d}:{minute:02d}", f"{hour + (minute + 30) // 60:02d}:{(minute + 30) % 60:02d}",
        "0" if missed else "30", "Missed" if missed else "Delivered",
        draw.choice(["Student absent", "Provider absent"]) if missed else "",
        draw.choice(["Push-in", "Pull-out"]), draw.choice(["Individual", "Group"]),
        f"P{draw.randrange(200):03d}", f"School {draw.randrange(40):02d}",
        (day + timedelta(days=draw.randrange(6))).strftime("%m/%d/%Y"),
    ]  # fmt: skip


def as_csv(table: list[list[str]]) -> bytes:
    """The rows as csv."""
    out = io.StringIO()
    csv.writer(out).writerows([HEADINGS, *table])
    return out.getvalue().encode()


def as_xlsx(table: list[list[str]]) -> bytes:
    """The rows as a workbook with numbers as numbers."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": False})
    sheet = book.add_worksheet("Log")
    for number, row in enumerate([HEADINGS, *table]):
        sheet.write_row(number, 0, [int(cell) if cell.isdigit() and i == 6 else cell for i, cell in enumerate(row)])
    book.close()
    return out.getvalue()


def _import(name: str, content: bytes, *, waiting: bool = False) -> float:
    if waiting:
        readers.warm()
        time.sleep(START_SECONDS)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "bench.duckdb")
        start = time.perf_counter()
        report = importer.run(store, [(name, content)], Options(loaded_by="bench"), commit=True)
        took = time.perf_counter() - start
        store.close()
    sheet = report.files[0].sheets[0]
    assert sheet.new == sheet.rows_read > 0, (sheet.refused, sheet.rejected, sheet.waiting)
    return took


def _alone(name: str, content: bytes) -> str:
    """One import in a process of its own: seconds and the most memory that it and its guard took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        ran = subprocess.run([sys.executable, "-c", ALONE, str(path)], capture_output=True, text=True, check=True)
    seconds, own, guard = map(float, ran.stdout.split())
    return f"{seconds:.1f} s, {own:.0f} MB at most, its guard {guard:.0f} MB"


def _fastexcel(content: bytes) -> float:
    start = time.perf_counter()
    fastexcel.read_excel(content).load_sheet(0, header_row=None, dtypes="string").to_arrow()
    return time.perf_counter() - start


def _read_csv(path: Path) -> float:
    start = time.perf_counter()
    with duckdb.connect() as con:
        con.execute("create table t as select * from read_csv(?, all_varchar=true)", [str(path)])
    return time.perf_counter() - start


def _turns(rounds: int, **ways: Callable[[], float]) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for round_number in range(rounds):
        order = list(ways.items())[:: 1 if round_number % 2 else -1]
        for name, way in order:
            taken[name].append(way())
    return {name: statistics.median(times) for name, times in taken.items()}


def main() -> None:
    """Print the medians and their ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--million", action="store_true")
    given = parser.parse_args()
    table = rows(given.rows)
    sheet, text = as_xlsx(table), as_csv(table)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.csv"
        path.write_bytes(text)
        taken = _turns(
            given.rounds,
            xlsx_import=lambda: _import("log.xlsx", sheet),
            xlsx_waiting=lambda: _import("log.xlsx", sheet, waiting=True),
            xlsx_floor=lambda: _fastexcel(sheet),
            csv_import=lambda: _import("log.csv", text),
            csv_floor=lambda: _read_csv(path),
        )
    for name, seconds in taken.items():
        print(f"{name:12} {seconds:7.3f} s")
    print(f"xlsx: {taken['xlsx_import'] / taken['xlsx_floor']:.2f} times the bare reader")
    print(f"xlsx: {taken['xlsx_waiting'] / taken['xlsx_floor']:.2f} times with a guard that waits")
    print(f"csv:  {taken['csv_import'] / taken['csv_floor']:.2f} times the bare reader")
    print(f"xlsx alone: {_alone('log.xlsx', sheet)}")
    print(f"csv alone:  {_alone('log.csv', text)}")
    if given.million:
        print(f"a million rows of csv: {_alone('log.csv', as_csv(rows(1_000_000)))}")


if __name__ == "__main__":
    main()
