"""How long the ledger takes, beside the floor and a plain pandas reading in the same run.

    python -m bench.ledger [--sessions 1000000] [--years 1] [--rounds 5] [--db FILE]

Data: an invented district (bench/district.py), kept in --db where that is named. For each as-of date and key, on one cursor:
*first*: nothing worked out yet; *new day*: a day not asked before, on a cursor that answered another; *again*: another
key for a day asked before. Wall and CPU milliseconds, medians; the floor is one pass summing minutes over the same
sessions. CPU is the honest figure on a shared machine.
"""

import argparse
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from analytics import ledger
from analytics.scope import ALL, EVERYTHING, Selection
from bench.district import Size, fill
from data.store import Store, open_store

KEYS = (("district",), ("school",), ("provider",), ("service",), ("month",), ("student",), ("line",))
DAYS = (date(2025, 10, 31), date(2026, 1, 30), date(2026, 3, 13), date(2026, 5, 1), date(2026, 6, 5))
LEDGER = "s.known_to is null and s.award_id is null"


class Times:
    """Wall and CPU milliseconds of what was done, by name."""

    def __init__(self) -> None:
        self.wall: dict[str, list[float]] = {}
        self.cpu: dict[str, list[float]] = {}

    def of(self, name: str, work: Callable[[], Any]) -> Any:
        """Do the work and note how long it took."""
        wall, cpu = time.perf_counter(), time.process_time()
        done = work()
        self.cpu.setdefault(name, []).append((time.process_time() - cpu) * 1000)
        self.wall.setdefault(name, []).append((time.perf_counter() - wall) * 1000)
        return done

    def table(self, floor: str) -> str:
        """Medians as a table, with the ratio to the floor's CPU."""
        least = statistics.median(self.cpu[floor])
        rows = [
            f"| {name} | {statistics.median(self.wall[name]):,.0f} | {statistics.median(self.cpu[name]):,.0f} | "
            f"{statistics.median(self.cpu[name]) / least:,.0f} | {len(self.wall[name])} |"
            for name in self.wall
        ]
        return "\n".join(["| what | wall ms | CPU ms | x floor | times |", "|---|---|---|---|---|", *rows])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=1_000_000)
    parser.add_argument("--years", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--no-pandas", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = asked.db or Path(folder) / "bench.duckdb"
        store = _district(file, Size(asked.sessions, asked.years))
        times = Times()
        for number in range(asked.rounds):
            _round(store, times, number)
        if not asked.no_pandas:
            _against_pandas(store, times)
        store.close()
    print(times.table("floor"))
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB, load {os.getloadavg()[0]:.1f}")


def _district(file: Path, size: Size) -> Store:
    is_new = not file.exists()
    store = open_store(file)
    if is_new:
        fill(store, size)
    return store


def _round(store: Store, times: Times, number: int) -> None:
    """One cursor from cold: the first question, all keys of that day, then days and keys not asked before."""
    first, *others = DAYS[number % len(DAYS) :] + DAYS[: number % len(DAYS)]
    with store.cursor() as cur:
        times.of("floor", lambda: _floor(cur, first))
        times.of("first", lambda: ledger.by(cur, EVERYTHING, first, keys=("school",)))
        for keys in KEYS:
            _ask(times, f"again, by {keys[0]}", cur, first, keys)
        for day in others[:2]:
            _ask(times, "new day, by school", cur, day, ("school",))
        one = Selection(students=("S0000101",))
        _ask(times, "new day, one student by line", cur, first - timedelta(days=3), ("line",), one)
        school = Selection(schools=("School 001",))
        _ask(times, "new day, one school by line", cur, first - timedelta(days=3), ("line",), school)


def _ask(
    times: Times,
    name: str,
    cur: duckdb.DuckDBPyConnection,
    day: date,
    keys: tuple[str, ...],
    selection: Selection = ALL,
) -> None:
    times.of(name, lambda: ledger.by(cur, EVERYTHING, day, selection, keys=keys))


def _floor(cur: duckdb.DuckDBPyConnection, day: date) -> Any:
    return cur.execute(
        f"select sum(cast(s.minutes as double)), count(*) from sessions as s where {LEDGER} and s.session_date <= ?",
        [day],
    ).fetchone()


def _against_pandas(store: Store, times: Times) -> None:
    """E, D and C by school in pandas, frames in memory already; E and D must be the ledger's."""
    day = DAYS[-1]
    with store.cursor() as cur:
        held = frames(cur)
        plain = times.of("pandas: only E, D and C, from frames", lambda: pandas_reading(held, pd.Timestamp(day)))
        ours = ledger.by(cur, EVERYTHING, day).iloc[0]
    for column in ("expected_minutes", "delivered_minutes"):
        print(f"{column}: ledger {ours[column]:,.3f}, pandas {plain[column]:,.3f}")


def frames(cur: duckdb.DuckDBPyConnection) -> dict[str, pd.DataFrame]:
    """What the pandas reading needs, in memory."""
    return {
        "lines": cur.execute("select * from service_lines as s where s.known_to is null").df(),
        "days": cur.execute("select day, is_instructional from calendar_days order by day").df(),
        "quarters": cur.execute("select end_date from grading_periods order by end_date").df(),
        "leaves": cur.execute(
            "select student_id, max(enrolled_to) as day from students group by student_id "
            "having bool_or(enrolled_from is null and enrolled_to > date '2025-12-01')"
        ).df(),
        "sessions": cur.execute(
            f"select student_id, service, session_date, makes_up_date, status, minutes from sessions as s where {LEDGER}"
        ).df(),
    }


def pandas_reading(held: dict[str, pd.DataFrame], as_of: pd.Timestamp) -> dict[str, float]:
    """A plain reading of rules 2, 4 and 5 for a district without closures of its own, transfers or amendments.

    It leaves out reasons, holidays, make-ups without a date, coverage, frequency and bands.
    """
    lines = held["lines"].reset_index(names="line").astype({"amount_minutes": float})
    leaves = lines["student_id"].map(held["leaves"].set_index("student_id")["day"])
    lines = lines.assign(last_day=lines["end_date"].where(~(leaves < lines["end_date"]), leaves))
    sessions = held["sessions"].astype({"minutes": float})
    given = sessions[sessions["status"].isin(["delivered", "partial", "make_up"]) & (sessions["session_date"] <= as_of)]
    given = given.assign(day=given["makes_up_date"].fillna(given["session_date"]))
    whole = pd.concat([_by_period(some, given, days, as_of) for some, days in _calendars(held, lines)])
    return {
        "expected_minutes": float(whole["expected"].sum()),
        "delivered_minutes": float(whole["delivered"].sum()),
        "credited_minutes": float(whole[["expected", "delivered"]].min(axis=1).sum()),
    }


def _calendars(held: dict[str, pd.DataFrame], lines: pd.DataFrame) -> Iterator[tuple[pd.DataFrame, pd.DataFrame]]:
    """Lines with the same cycles, each with the days and the cycle and credit period of each day."""
    days = held["days"]
    week = days["day"] - pd.to_timedelta(days["day"].dt.day_of_week, "D")
    month = days["day"].dt.strftime("%Y-%m")
    opened = month[days["is_instructional"]].groupby(week).agg(lambda m: m.value_counts().sort_index().idxmax())
    middle = (week + pd.Timedelta(days=2)).dt.strftime("%Y-%m")
    year = days["day"].dt.year - (days["day"].dt.month < 7)
    quarter = held["quarters"]["end_date"].searchsorted(days["day"])
    place = days["is_instructional"].groupby(year).cumsum().clip(lower=1) - 1
    inner = ~month.isin([month.min(), month.max()])
    average = days["is_instructional"][inner].groupby(month).sum().mean()
    for cycle, of, period, least in (
        ("week", week, week.map(opened).fillna(middle), 0),
        ("month", month, month, (~inner) * average),
        ("quarter", quarter, quarter, 0),
        ("rotation:6", year * 1000 + place // 6, month, 6),
    ):
        yield lines[lines["cycle"] == cycle], days.assign(cycle=of, period=period, least=least)
    begins = lines["start_date"] - pd.to_timedelta(lines["start_date"].dt.day_of_week, "D")
    for start, some in lines[lines["cycle"] == "weeks:2"].groupby(begins):
        block = (week - start).dt.days // 14
        yield some, days.assign(cycle=block, period=block, least=0)
    for (start, end), some in lines[lines["cycle"] == "iep_year"].groupby(["start_date", "end_date"]):
        yield some, days[days["day"].between(start, end)].assign(cycle=1, period=1, least=0)


def _by_period(lines: pd.DataFrame, given: pd.DataFrame, days: pd.DataFrame, as_of: pd.Timestamp) -> pd.DataFrame:
    size = days.groupby("cycle")["is_instructional"].transform("sum")
    size = size.clip(lower=days["least"])
    open_days = days.assign(size=size)[days["is_instructional"] & (days["day"] <= as_of)]
    each = lines[["line", "student_id", "service", "start_date", "last_day", "amount_minutes"]]
    spread = each.merge(open_days, how="cross").query("start_date <= day <= last_day")
    spread = spread.assign(expected=spread["amount_minutes"] / spread["size"])
    expected = spread.groupby(["line", "period"])["expected"].sum()
    placed = given.merge(each, on=["student_id", "service"]).query("start_date <= day <= last_day")
    placed = placed.merge(days[["day", "period"]], on="day")
    delivered = placed.groupby(["line", "period"])["minutes"].sum()
    return pd.concat([expected, delivered.rename("delivered")], axis=1).fillna(0.0)


if __name__ == "__main__":
    main()
