"""Numbers, days and files as they are read aloud."""

from collections.abc import Iterable
from typing import Any, TypeVar

import pandas as pd

Key = TypeVar("Key")
EVERY = {
    "week": "a week",
    "month": "a month",
    "quarter": "a quarter",
    "semester": "a semester",
    "year": "a school year",
}


def n(value: Any) -> str:
    """A number to two places, as it is said: "7.5", "1,200", "31.58"."""
    if pd.isna(value):
        return "n/a"
    text = f"{float(value):,.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def is_said_whole(value: Any) -> bool:
    """Whether two places say all of a number."""
    return abs(float(value) - round(float(value), 2)) < 1e-6


def in_minutes(value: Any, one: str = "", many: str = "") -> str:
    """ "1 minute", "30 minutes"; with what they do: "1 minute stands apart", "30 minutes stand apart"."""
    does = one if n(value) == "1" else many
    return f"{n(value)} minute{'' if n(value) == '1' else 's'}{' ' if does else ''}{does}"


def rate(value: Any) -> str:
    """A fraction in percent, 0.1; "n/a" where there is nothing to divide by."""
    return "n/a" if value is None or pd.isna(value) else f"{float(value) * 100:.1f}%"


def as_set(value: float) -> str:
    """A policy's share as it was set: "75%", "82.5%"."""
    return f"{n(value * 100)}%"


def day(value: Any, *, year: bool = False) -> str:
    """ "Oct 7", or "Oct 7, 2025"."""
    when = pd.Timestamp(value)
    return f"{when:%b} {when.day}, {when.year}" if year else f"{when:%b} {when.day}"


def weekday(value: Any) -> str:
    """ "Tue Oct 7"."""
    return f"{pd.Timestamp(value):%a} {day(value)}"


def month_name(value: Any, *, year: bool = False) -> str:
    """ "October", or "October 2025"."""
    return f"{pd.Timestamp(value):%B %Y}" if year else f"{pd.Timestamp(value):%B}"


def days_listed(values: Iterable[Any]) -> str:
    """ "Mon Oct 6 to Fri Oct 10" where no calendar day between them is left out, but weekends; else one by one."""
    days = sorted(pd.Timestamp(value) for value in values)
    runs: list[list[pd.Timestamp]] = []
    for one in days:
        joins = bool(runs) and len(pd.bdate_range(runs[-1][-1], one)) == 2 and one.weekday() < 5
        if joins or (runs and (one - runs[-1][-1]).days == 1):
            runs[-1].append(one)
        else:
            runs.append([one])
    told = [weekday(run[0]) if len(run) == 1 else f"{weekday(run[0])} to {weekday(run[-1])}" for run in runs]
    return ", ".join(told)


def plural(number: Any, one: str) -> str:
    """ "1 school day", "4 school days"."""
    return f"{n(number)} {one}{'' if float(number) == 1 else 's'}"


def sum_of(parts: Iterable[float]) -> str:
    """ "30 + 30 = 60 minutes"; one part, or none, alone."""
    listed = [float(part) for part in parts]
    total = in_minutes(sum(listed))
    return f"{' + '.join(n(part) for part in listed)} = {total}" if len(listed) > 1 else total


def by_name(pairs: Iterable[tuple[Key, float]]) -> dict[Key, float]:
    """Sums by key, in the order of keys."""
    sums: dict[Key, float] = {}
    for key, value in pairs:
        sums[key] = sums.get(key, 0.0) + value
    return dict(sorted(sums.items(), key=lambda pair: str(pair[0])))


def every(line: dict[str, Any]) -> str:
    """How often a line's amount falls due: "a week", "every 6 school days"."""
    cycle, length = str(line["cycle_name"]), line["cycle_length"]
    if cycle == "rotation":
        return "a school day" if int(length) == 1 else f"every {int(length)} school days"
    if cycle == "weeks":
        return f"every {int(length)} weeks"
    if cycle == "iep_year" and line.get("esy"):
        return f"for the summer, {day(line['start_day'], year=True)} to {day(line['end_day'], year=True)}"
    if cycle == "iep_year":
        return f"an IEP year, {day(line['start_day'], year=True)} to {day(line['end_day'], year=True)}"
    return EVERY.get(cycle, cycle)


def cycle_name(line: dict[str, Any]) -> str:
    """What a line's cycle is called: "week", "block", "IEP year", and "summer" of the extended year's own."""
    names = {"iep_year": "summer" if line["esy"] else "IEP year", "year": "school year", "weeks": "block"}
    return names.get(str(line["cycle_name"]), str(line["cycle_name"]))


def school_day(line: dict[str, Any]) -> str:
    """What a day is called on which a line accrues."""
    return "ESY day" if line["esy"] else "school day"


def often(cycle: str) -> str:
    """The same of a cycle as it is stored, without its dates: "a week", "every 6 school days", "an IEP year"."""
    name, _, length = cycle.partition(":")
    return "an IEP year" if name == "iep_year" else every({"cycle_name": name, "cycle_length": length})


def in_periods(number: int) -> str:
    """ "in the credit period", "in the 2 credit periods"."""
    return "in the credit period" if number < 2 else f"in the {number} credit periods"


def source(row: Any) -> str:
    """The file, sheet and row that something came from."""
    file, sheet, place = (
        (row["source_file"], row["source_sheet"], row["source_row"])
        if isinstance(row, dict)
        else (row.source_file, row.source_sheet, row.source_row)
    )
    parts = [str(file)] if isinstance(file, str) else []
    parts += [f"sheet {sheet}"] if isinstance(sheet, str) and sheet and sheet != str(file).rsplit(".", 1)[0] else []
    parts += [f"row {int(place)}"] if pd.notna(place) else []
    return f" [{', '.join(parts)}]" if parts else ""
