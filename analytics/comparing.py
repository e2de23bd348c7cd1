"""Compare with your system: totals that a file brought beside the ledger's own, and the likely cause of a difference."""

from datetime import date
from typing import Any

import duckdb
import pandas as pd

from analytics import figures, sqlfiles
from analytics.choices import school_year, year_bounds
from analytics.scope import ALL, Scope, Selection

COLUMNS = (
    "student_id", "student_name", "link_key", "line_id", "service", "school", "provider_id", "provider_name",
    "amount_minutes", "cycle", "stated_year_minutes", "year_minutes", "year_difference", "year_cause",
    "stated_delivered_minutes", "stated_as_of", "delivered_minutes", "delivered_difference", "delivered_cause",
    "source_file", "source_sheet", "source_row",
)  # fmt: skip
NEAR = 0.5
"""Minutes: less than this is the same."""
UNITS = {"rotation:1": "school day"}
"""What a stated year is counted in, where the cycle's own name doesn't say it."""
WHOLE = {"year": "school year", "iep_year": "IEP year"}
"""Cycles of which a school year holds one, or a part of one."""


def by_line(
    cur: duckdb.DuckDBPyConnection, scope: Scope, as_of: date, selection: Selection = ALL, **asked: Any
) -> pd.DataFrame:
    """Each line of which a file stated totals, beside the ledger's own; COLUMNS, the largest differences first.

    year_minutes: expected on all days of the school year of ``as_of`` on which the line is in force, loaded or not;
    delivered_minutes: given to the line up to ``stated_as_of`` (else ``as_of``), uncapped. ``*_difference``: stated less
    own, null where nothing is stated; ``*_cause`` in words, empty where they agree. No stated total is in any figure.
    """
    first, last = year_bounds(school_year(as_of))
    values = figures.parameters(cur, scope, as_of, selection, **asked) | {"year_from": first, "year_to": last}
    found = sqlfiles.frame(cur, "findings/stated", values)
    rows = found.to_dict("records")
    told = found.assign(
        year_difference=found["stated_year_minutes"] - found["year_minutes"],
        delivered_difference=found["stated_delivered_minutes"] - found["delivered_minutes"],
        year_cause=[_year_cause(row) for row in rows],
        delivered_cause=[_delivered_cause(row) for row in rows],
    )
    apart = told[["year_difference", "delivered_difference"]].abs().max(axis=1).fillna(0)
    order = apart.sort_values(ascending=False, kind="stable").index
    return told.loc[order, list(COLUMNS)].reset_index(drop=True)


def _year_cause(row: dict[Any, Any]) -> str:
    """Weeks assumed, closures, a start in mid-year: whichever explains the stated year."""
    stated, own = row["stated_year_minutes"], float(row["year_minutes"])
    if pd.isna(stated) or abs(float(stated) - own) < NEAR:
        return ""
    amount, cycle = row["amount_minutes"], str(row["cycle"])
    if pd.isna(amount) or not amount:
        return _part_of_year(row) or "another way of counting the year"
    if cycle in WHOLE:
        return _of_a_whole(row, WHOLE[cycle])
    theirs, ours = float(stated) / float(amount), own / float(amount)
    parts = [f"theirs counts {_times(theirs, cycle)}, the calendar has {_n(ours)} in which the line is in force"]
    parts += [_part_of_year(row)] if _part_of_year(row) and theirs > ours else []
    if not parts[1:] and theirs < ours and cycle == "week":
        parts.append("short weeks and breaks left out, or a fixed number of weeks assumed")
    if not parts[1:] and theirs > ours and cycle == "month":
        parts.append("a first or last month of few school days owes a part of a month")
    return "; ".join(parts)


def _times(number: float, cycle: str) -> str:
    """How many of a cycle: 1 quarter, 12 rotations of 6 school days, 6.5 blocks of 2 weeks."""
    name, _, length = cycle.partition(":")
    long = (
        {"rotation": f" of {length} school days", "weeks": f" of {length} weeks"}.get(name, "")
        if cycle not in UNITS
        else ""
    )
    one = UNITS.get(cycle) or {"weeks": "block"}.get(name, name)
    return f"{_n(number)} {one}{'' if _n(number) == '1' else 's'}{long}"


def _of_a_whole(row: dict[Any, Any], unit: str) -> str:
    """Of an amount for a whole year: whether theirs is all of it, where a part of it lies in this school year."""
    stated, amount, own = float(row["stated_year_minutes"]), float(row["amount_minutes"]), float(row["year_minutes"])
    if abs(stated - amount) < NEAR:
        here = f"{_n(own)} of them are due in this school year while the line is in force"
        return f"theirs is the whole {unit}'s amount; {here}"
    return (
        _part_of_year(row)
        or f"theirs is another amount than the line's {_n(amount)} {'an' if unit[0] == 'I' else 'a'} {unit}"
    )


def _part_of_year(row: dict[Any, Any]) -> str:
    """Whether the line is in force in a part of the school year only."""
    days, whole = int(row["year_days"]), int(row["school_days"])
    return f"the line is in force on {days} of {whole} school days" if 0 < days < whole else ""


def _delivered_cause(row: dict[Any, Any]) -> str:
    """Missing logs, late entries, another day: whichever explains the stated delivered total."""
    stated, own = row["stated_delivered_minutes"], float(row["delivered_minutes"])
    if pd.isna(stated) or abs(float(stated) - own) < NEAR:
        return ""
    starts = pd.Timestamp(row["window_from"])
    if float(stated) > own:
        if pd.notna(row["stated_as_of"]) and pd.Timestamp(row["stated_as_of"]) > pd.Timestamp(row["until_day"]):
            return f"their total reaches to {_day(row['stated_as_of'])}, the ledger's to {_day(row['until_day'])}"
        if row["not_loaded_days"]:
            days = int(row["not_loaded_days"])
            return f"missing logs: nothing is loaded for {days} school {'day' if days == 1 else 'days'} up to then"
        if starts < pd.Timestamp(year_bounds(school_year(pd.Timestamp(row["until_day"]).date()))[0]):
            return "their total may begin with the line's start, before this school year's logs"
        return "sessions that are not in the loaded logs, or that went to another line or to none"
    if row["late_minutes"] >= own - float(stated) - NEAR:
        return f"{_n(row['late_minutes'])} minutes were entered or loaded after their total was made"
    if pd.isna(row["stated_as_of"]):
        return "their total has no day; it may be older than the loaded logs"
    return "sessions in the loaded logs that their system doesn't count for this line"


def _day(value: Any) -> str:
    day = pd.Timestamp(value)
    return f"{day:%b} {day.day}, {day.year}"


def _n(value: Any) -> str:
    return f"{float(value):,.1f}".rstrip("0").rstrip(".")
