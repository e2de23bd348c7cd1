"""How long the ledger takes, beside the floor, pandas and polars readings and the raw SQL in the same run.

    python -m bench.ledger [--sessions 1000000] [--years 1] [--rounds 3] [--db FILE] [--steps make,days,log,rolled,raw,frames]

Data: an invented district (bench/district.py), kept in --db where that is named, so that steps can be run by themselves on a file
that stands. Without --steps all of them, in this order: *make* all roll-ups, work out all *days* (those that aren't yet),
bring both up to a month's *log*, then ask. *rolled*: from roll-ups, each time a day
not asked before: students and lines by the lines, other keys by days that were worked out after the last write;
*raw*: from the sessions: the first question of a cursor, a day not asked before, another key for a day asked before.
*frames*: pandas and polars. Wall and CPU milliseconds, medians;
the floor is one pass summing minutes over the same sessions. CPU is the honest figure on a shared machine.
"""

import argparse
import math
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
import polars as pl

from analytics import answers, figures, ledger, rollups, sqlfiles
from analytics.scope import ALL, EVERYTHING, Selection
from bench.district import Size, fill, month_again
from data.store import Store, open_store

KEYS = (
    ("district",),
    ("school",),
    ("provider",),
    ("service",),
    ("month",),
    ("student",),
    ("line",),
    ("school", "service"),
)
DAYS = (date(2025, 10, 31), date(2026, 1, 30), date(2026, 3, 13), date(2026, 5, 1), date(2026, 6, 5))
CHOICES = (
    ("one student", Selection(students=("S0000101",))), ("one school", Selection(schools=("School 001",))),
)  # fmt: skip
FLOOR = "floor"
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

    def table(self) -> str:
        """Medians as a table, with the ratio to the floor's CPU where that was measured."""
        least = statistics.median(self.cpu.get(FLOOR, [math.nan]))
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
    parser.add_argument("--steps", default=",".join(STEPS))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        times = Times()
        store = times.of(
            "opened or written",
            lambda: _district(asked.db or Path(folder) / "bench.duckdb", Size(asked.sessions, asked.years)),
        )
        for step in asked.steps.split(","):
            STEPS[step](store, times, asked.rounds)
            print(f"{step} done, load {os.getloadavg()[0]:.1f}", flush=True)
        store.close()
    print(times.table())
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB, load {os.getloadavg()[0]:.1f}")


def _district(file: Path, size: Size) -> Store:
    is_new = not file.exists()
    store = open_store(file)
    if is_new:
        fill(store, size)
    return store


def _make(store: Store, times: Times, rounds: int) -> None:
    with store.transaction() as cur:
        cur.execute("delete from rolled_up")
    times.of("made", lambda: rollups.keep_up(store, least=0))


def _days(store: Store, times: Times, rounds: int) -> None:
    times.of("all days worked out", lambda: answers.fill(store))


def _log(store: Store, times: Times, rounds: int) -> None:
    month_again(store, date(2026, 5, 1))
    times.of("made again after a month's log", lambda: rollups.keep_up(store, least=0))
    times.of("days worked out after a month's log", lambda: answers.fill(store))


def _ask_rolled(store: Store, times: Times, rounds: int) -> None:
    for number in range(rounds):
        _rolled(store, times, number)


def _ask_raw(store: Store, times: Times, rounds: int) -> None:
    for number in range(rounds):
        _raw(store, times, number)


def _rolled(store: Store, times: Times, number: int) -> None:
    """From roll-ups, on one cursor: each key for days that nobody asked before."""
    with store.cursor() as cur:
        times.of(FLOOR, lambda: _floor(cur, DAYS[number % len(DAYS)]))
        ledger.by(cur, EVERYTHING, DAYS[0] - timedelta(days=9 + number))
        for place, keys in enumerate(KEYS):
            for day in DAYS:
                _ask(
                    times,
                    f"rolled, by {' and '.join(keys)}",
                    cur,
                    day - timedelta(days=number * len(KEYS) + place),
                    keys,
                )
        for name, chosen in CHOICES:
            _ask(times, f"rolled, {name} by line", cur, DAYS[2] - timedelta(days=number), ("line",), chosen)


def _raw(store: Store, times: Times, number: int) -> None:
    """From the sessions, on one cursor from cold: the first question, another day, another key for a day asked before."""
    first, other = DAYS[number % len(DAYS)], DAYS[(number + 1) % len(DAYS)]
    with store.cursor() as cur:
        times.of(FLOOR, lambda: _floor(cur, first))
        for name, day, keys in (
            ("raw, first question", first, ("school",)), ("raw, a new day", other, ("school",)),
            ("raw, the same day by line", other, ("line",)), ("raw, the same day by month", other, ("month",)),
        ):  # fmt: skip
            values = figures.parameters(cur, EVERYTHING, day) | ledger.by_flags(keys)
            times.of(name, lambda values=values: sqlfiles.frame(cur, "ledger/by_key", values))


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


def _against_frames(store: Store, times: Times, rounds: int) -> None:
    """E, D and C in pandas and in polars, frames in memory already; E and D must be the ledger's."""
    day = DAYS[-1]
    with store.cursor() as cur:
        held = frames(cur)
        polar = {name: _polar(frame) for name, frame in held.items()}
        plain = times.of("pandas: only E, D and C, from frames", lambda: pandas_reading(held, pd.Timestamp(day)))
        quick = times.of("polars: only E, D and C, from frames", lambda: polars_reading(polar, day))
        ours = ledger.by(cur, EVERYTHING, day).iloc[0]
    for column in ("expected_minutes", "delivered_minutes"):
        print(f"{column}: ledger {ours[column]:,.3f}, pandas {plain[column]:,.3f}, polars {quick[column]:,.3f}")


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


def _polar(frame: pd.DataFrame) -> pl.DataFrame:
    """A frame of polars, with days for timestamps, and its rows numbered."""
    told = pl.from_pandas(frame).with_row_index("line")
    return told.with_columns(pl.col(pl.Datetime).cast(pl.Date))


def polars_reading(held: dict[str, pl.DataFrame], as_of: date) -> dict[str, float]:
    """What ``pandas_reading`` answers, in polars, from its frames in memory."""
    lines = held["lines"].join(held["leaves"].drop("line"), on="student_id", how="left")
    lines = lines.with_columns(
        last_day=pl.min_horizontal("end_date", "day"), amount=pl.col("amount_minutes").cast(float)
    )
    sessions = held["sessions"].with_columns(day=pl.coalesce("makes_up_date", "session_date"))
    given = sessions.filter(
        pl.col("status").is_in(["delivered", "partial", "make_up"]) & (pl.col("session_date") <= as_of)
    )
    whole = pl.concat([_polars_periods(some, given, days, as_of) for some, days in _polars_calendars(held, lines)])
    sums = whole.select(
        expected_minutes=pl.col("expected").sum(), delivered_minutes=pl.col("delivered").sum(),
        credited_minutes=pl.min_horizontal("expected", "delivered").sum(),
    )  # fmt: skip
    return sums.row(0, named=True)


def _polars_calendars(
    held: dict[str, pl.DataFrame], lines: pl.DataFrame
) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
    """``_calendars`` in polars: the same days and cycles, as frames of polars."""
    plain = {name: held[name].to_pandas() for name in ("days", "quarters")}
    plain["days"] = plain["days"].assign(day=pd.to_datetime(plain["days"]["day"]))
    keys = ["cycle", "start_date", "end_date", "line"]
    of_lines = lines.select(keys).to_pandas()
    for some, days in _calendars(plain, of_lines):
        told = pl.from_pandas(days.assign(cycle=days["cycle"].astype(str), period=days["period"].astype(str)))
        yield lines.join(pl.from_pandas(some[["line"]]), on="line"), told.with_columns(pl.col("day").cast(pl.Date))


def _polars_periods(lines: pl.DataFrame, given: pl.DataFrame, days: pl.DataFrame, as_of: date) -> pl.DataFrame:
    size = pl.max_horizontal(pl.col("is_instructional").sum().over("cycle"), "least")
    sized = days.with_columns(size=size)
    opened = sized.filter(pl.col("is_instructional") & (pl.col("day") <= as_of)).select("day", "size", "period")
    each = lines.select("line", "student_id", "service", "start_date", "last_day", "amount")
    expected = (
        each.lazy().join_where(opened.lazy(), pl.col("start_date") <= pl.col("day"), pl.col("last_day") >= pl.col("day"))
        .group_by("line", "period").agg(expected=(pl.col("amount") / pl.col("size")).sum())
    )  # fmt: skip
    delivered = (
        given.lazy().join(each.lazy(), on=["student_id", "service"])
        .filter(pl.col("day").is_between("start_date", "last_day"))
        .join(sized.lazy().select("day", "period"), on="day")
        .group_by("line", "period").agg(delivered=pl.col("minutes").cast(float).sum())
    )  # fmt: skip
    both = expected.join(delivered, on=["line", "period"], how="full", coalesce=True).fill_null(0.0)
    return both.collect()


STEPS: dict[str, Callable[[Store, Times, int], None]] = {
    "make": _make, "days": _days, "log": _log, "rolled": _ask_rolled, "raw": _ask_raw, "frames": _against_frames,
}  # fmt: skip

if __name__ == "__main__":
    main()
