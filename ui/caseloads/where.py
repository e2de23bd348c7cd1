"""Who is where: providers down, schools across, half-days in the cells, as text of the page; so narrow that a phone has it whole.

A table of Streamlit has a column of 80 pixels for each school, of which a dozen don't fit on any screen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import takewhile
from typing import Any

import pandas as pd

from ui.charts import palette
from ui.charts.palette import Palette
from ui.parts import words

MOST_SCHOOLS = 36
"""Columns of which each still holds two figures beside a provider's name on a wide screen."""
STEPS = ((6, 1.0), (3, 0.2), (0, 0.0))
"""From so many half-days on the share of the accent in a cell: more than half of a week stands out, and on each a number can be
read, which on the shades between it can't."""
_LINE = "border-bottom:1px solid"
_CUT = "overflow:hidden;text-overflow:ellipsis;white-space:nowrap"


@dataclass(frozen=True)
class Cell:
    """One provider at one school."""

    half_days: float | None
    """None: lines, but no site days listed."""
    students: int

    @property
    def text(self) -> str:
        """The half-days as they stand in the cell."""
        return words.DASH if self.half_days is None else f"{self.half_days:g}"

    @property
    def told(self) -> str:
        """The cell in words."""
        days = "no site days listed" if self.half_days is None else words.plural(self.half_days, "half-day")
        return f"{days}, {words.plural(self.students, 'student')}"


@dataclass(frozen=True)
class Where:
    """Rows of providers with a cell for each school they serve, and their missed minutes."""

    schools: Sequence[str]
    rows: Sequence[tuple[str, Mapping[str, Cell], float]]
    """Name, cells by school, missed minutes."""
    left_out: int
    """Schools beyond MOST_SCHOOLS, which only the table has."""


def where(frame: pd.DataFrame, missed: Mapping[Any, float]) -> Where:
    """``frame``: a row a provider and school with their names, half_days and students; ``missed``: minutes by provider_id.
    A school's providers stand together, where they are longest; lines without a provider come last."""
    schools = sorted(frame["name"].unique(), key=lambda one: (-int((frame["name"] == one).sum()), str(one)))
    kept = sorted(str(one) for one in schools[:MOST_SCHOOLS])
    rows = []
    for (provider, name), mine in frame.groupby(["provider_id", "provider_name"], dropna=False, sort=False):
        cells = {
            str(school): _cell(half, students)
            for school, half, students in zip(mine["name"], mine["half_days"], mine["students"], strict=True)
            if str(school) in kept
        }
        if cells:
            is_nobody = words.is_missing(provider)
            minutes = missed.get(None if is_nobody else provider, 0.0)
            rows.append(((is_nobody, kept.index(_mostly_at(cells)), str(name)), (str(name), cells, minutes)))
    rows.sort(key=lambda row: row[0])
    return Where(kept, [row for _, row in rows], len(schools) - len(kept))


def _cell(half_days: Any, students: Any) -> Cell:
    return Cell(None if words.is_missing(half_days) else float(half_days), int(students))


def _mostly_at(cells: Mapping[str, Cell]) -> str:
    return min(cells, key=lambda school: (-(cells[school].half_days or 0.0), -cells[school].students, school))


def title(found: Where) -> str:
    """How many serve more than one school, and who serves most."""
    counts = [(len(cells), name) for name, cells, _ in found.rows]
    several = sum(number > 1 for number, _ in counts)
    whole = words.plural(len(counts), "provider")
    if not several:
        return f"Each of {whole} is at one school" if len(counts) > 1 else f"{counts[0][1]} is at one school"
    most = max(number for number, _ in counts)
    who = [name for number, name in counts if number == most]
    said = f"{several} of {whole} {'serves' if several == 1 else 'serve'} more than one school"
    return f"{said}; {who[0] + ' serves' if len(who) == 1 else f'{len(who)} serve'} the most, {most}"


def as_html(found: Where, colours: Palette, label: str) -> str:
    """The matrix as an HTML table; every text from the data escaped."""
    heads = "".join(
        f'<th scope="col" title="{escape(school)}" style="height:150px;padding:0;vertical-align:bottom;font-weight:400">'
        f'<span style="display:inline-block;writing-mode:vertical-rl;transform:rotate(180deg);max-height:146px;{_CUT}">'
        f"{escape(short)}</span></th>"
        for school, short in zip(found.schools, without_shared_end(found.schools), strict=True)
    )
    rows = "".join(_row(found.schools, *row, colours) for row in found.rows)
    columns = "<col>" * len(found.schools)
    return (
        '<div style="overflow-x:auto"><table style="border-collapse:collapse;table-layout:fixed;width:100%;font-size:13px" '
        f'aria-label="{escape(label)}"><colgroup><col style="width:8.6em">{columns}<col style="width:3.6em"></colgroup>'
        f'<thead><tr style="{_LINE} {colours.grid}"><th scope="col" style="vertical-align:bottom;text-align:left;'
        f'font-weight:400">Provider</th>{heads}<th scope="col" style="vertical-align:bottom;text-align:right;font-weight:400">'
        f"Missed h</th></tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(schools: Sequence[str], name: str, cells: Mapping[str, Cell], missed: float, colours: Palette) -> str:
    filled = "".join(_td(school, cells.get(school), name, colours) for school in schools)
    return (
        f'<tr style="{_LINE} {colours.grid};height:26px"><th scope="row" title="{escape(name)}" style="text-align:left;'
        f'font-weight:400;{_CUT}">{escape(name)}</th>{filled}'
        f'<td style="text-align:right">{words.hours(missed).removesuffix(" h")}</td></tr>'
    )


def _td(school: str, cell: Cell | None, name: str, colours: Palette) -> str:
    if cell is None:
        return "<td></td>"
    share = next(share for least, share in STEPS if (cell.half_days or 0.0) >= least)
    ground = palette.between(colours.soft, colours.accent, share)
    ink = palette.readable(ground, colours)
    return (
        f'<td title="{escape(f"{name}, {school}: {cell.told}")}" style="text-align:center;padding:0;background:{ground};'
        f'color:{ink};border:1px solid {colours.paper}">{cell.text}</td>'
    )


def without_shared_end(names: Sequence[str]) -> list[str]:
    """The names without the last words that all of them share, such as *School*."""
    split = [name.split() for name in names]
    pairs = zip(*(reversed(one) for one in split), strict=False)
    shared = sum(1 for _ in takewhile(lambda column: len(set(column)) == 1, pairs))
    if len(names) < 2 or any(len(one) <= shared for one in split):
        return list(names)
    return [" ".join(one[: len(one) - shared]) for one in split]
