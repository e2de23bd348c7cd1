"""What a board sees, in words and pictures: aggregates, small groups hidden; on the screen, as workbook and on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from analytics import board as figures
from analytics import compliance, suppression
from analytics.policies import Policies
from ui.charts import charts, drawings
from ui.charts.charts import MOST_BARS, Drawing
from ui.charts.palette import Palette, band_colour
from ui.parts import page, words
from ui.parts.page import Fact
from ui.parts.tables import Col, Columns
from ui.shell import drill
from ui.shell.session import View

HIDDEN = "hidden"
ALL_SCHOOLS, ALL_SERVICES = "All schools", "All services"
RATES: Columns = {
    "adjusted_rate": Col("Delivered %", "figure", "Of expected minutes, student absences set aside"),
    "gross_rate": Col("Of all expected %", "figure", "Of expected minutes, nothing set aside"),
    "on_track_rate": Col("Service lines on track %", "figure", "Of the service lines that can be judged yet"),
}
GROUPS: Columns = {"students": Col("Students", "figure", "Different students with expected minutes to date"), **RATES}


@dataclass(frozen=True)
class Seen:
    """What the board sees of a view."""

    table: pd.DataFrame
    names: Mapping[str, str]
    least: int

    @cached_property
    def whole(self) -> Any:
        """The district's row; None where nobody has expected minutes."""
        found = self.table[self.table["school"].isna() & self.table["service"].isna()]
        return found.iloc[0] if len(found) else None

    def by_service(self) -> pd.DataFrame:
        """All services, then each."""
        rows = self.table[self.table["school"].isna()]
        return told(rows).assign(name=[_service(one) for one in rows["service"]])

    def by_school(self) -> pd.DataFrame:
        """All schools, then each, those with the lowest delivered % first, hidden ones last."""
        rows = self.table[self.table["service"].isna()]
        rows = rows.assign(first=rows["school"].notna()).sort_values(["first", "adjusted_rate"], kind="stable")
        return told(rows).assign(name=[self.school(one) for one in rows["school"]])

    def grid(self) -> pd.DataFrame:
        """A row a school, a column a service: "77 · 92.1%"."""
        cells = [_cell(row) for row in _rows(self.table)]
        named = self.table.assign(cell=cells, school=self.table["school"].fillna(" "),
                                  column=[_service(one) for one in self.table["service"]])  # fmt: skip
        made = named.pivot(index="school", columns="column", values="cell").fillna(words.DASH)
        order = [ALL_SERVICES, *sorted(name for name in made.columns if name != ALL_SERVICES)]
        schools = [ALL_SCHOOLS if one == " " else self.school(one) for one in made.index]
        return made[order].reset_index(drop=True).assign(name=schools)[["name", *order]]

    def school(self, code: Any) -> str:
        """What a school is called; all of them where it is null."""
        return ALL_SCHOOLS if words.is_missing(code) else drawings.named(code, self.names, "No school stated")

    def left_out(self) -> str:
        """How many groups are hidden and why, in words."""
        number, of = int(self.table["is_hidden"].sum()), len(self.table)
        small = suppression.SMALL * self.least
        hidden = (
            f"{number} of {of} groups {'is' if number == 1 else 'are'} hidden: " if number else "No group is hidden. "
        )
        why = f"groups of fewer than {self.least} students, and those that would give one of them back by subtraction. "
        rule = why if number else f"Hidden would be {why}"
        return (
            f"{hidden}{rule}In groups of fewer than {small} students nothing above {suppression.HIGH:.0%} or below "
            f"{suppression.LOW:.0%} is told. No student and no member of staff is named."
        )


def seen(view: View, policy: Policies) -> Seen:
    """What the board sees of the whole district."""
    return Seen(view.figure(figures.table), drill.names(view, "school"), int(policy.number("suppress_below")))


def _service(code: Any) -> str:
    return ALL_SERVICES if words.is_missing(code) else words.service(str(code))


def _rows(frame: pd.DataFrame) -> list[dict[Any, Any]]:
    return frame.to_dict("records")


def told(frame: pd.DataFrame) -> pd.DataFrame:
    """The groups' figures in words, "hidden" where nothing is shown."""
    rows = _rows(frame)
    made = {name: [rate(row, name) for row in rows] for name in RATES}
    return pd.DataFrame({"students": [told_students(row) for row in rows], **made}, index=frame.index)


def told_students(row: Mapping[Any, Any]) -> str:
    """How many students, or "hidden"."""
    return HIDDEN if row["is_hidden"] else words.count(row["students"])


def rate(row: Mapping[Any, Any], name: str) -> str:
    """A rate in words: "92.1%", "over 95%", "under 5%", "hidden"."""
    if row["is_hidden"]:
        return HIDDEN
    bound = {"above": "over ", "below": "under "}.get(row[name.replace("_rate", "_bound")], "")
    return f"{bound}{row[name]:.0%}" if bound else words.rate(row[name])


def _cell(row: Mapping[Any, Any]) -> str:
    return HIDDEN if row["is_hidden"] else f"{told_students(row)} · {rate(row, 'adjusted_rate')}"


def answer(whole: Any) -> str:
    """The sentence of the page."""
    return (
        f"{rate(whole, 'adjusted_rate')} of expected minutes are delivered, student absences set aside "
        f"({rate(whole, 'gross_rate')} of all expected)"
    )


def facts(whole: Any, policy: Policies) -> list[Fact]:
    """The district's figures, each with its denominator in words."""
    students = words.plural(whole["students"], "student")
    return [
        Fact("Students served", words.count(whole["students"]), "with expected minutes to date"),
        Fact(
            "Delivered",
            rate(whole, "adjusted_rate"),
            f"of the minutes expected for {students}, student absences set aside",
        ),
        Fact("Of all expected", rate(whole, "gross_rate"), "nothing set aside"),
        Fact(
            "Service lines on track",
            rate(whole, "on_track_rate"),
            f"{policy.number('on_track'):.0%} or more delivered; of those that can be judged yet",
        ),
        Fact("Not accounted for", rate(whole, "unaccounted_rate"), "of expected minutes: no session and no reason"),
    ]


def by_school(found: Seen, policy: Policies, colours: Palette, *, about: str) -> Drawing | None:
    """Delivered % of the schools that are shown, the lowest first."""
    rows = found.table[found.table["service"].isna() & found.table["school"].notna() & ~found.table["is_hidden"]]
    rows = rows[rows["adjusted_rate"].notna()].sort_values("adjusted_rate", kind="stable")
    if rows.empty:
        return None
    top, target = _rows(rows.head(MOST_BARS)), policy.number("on_track")
    figure = charts.bars(
        colours, [found.school(row["school"]) for row in top], [float(row["adjusted_rate"]) for row in top],
        [f"{words.BAND_MARKS.get(row['band'], '')} {rate(row, 'adjusted_rate')}".strip() for row in top],
        [band_colour(colours, row["band"]) for row in top],
        target=(target, f"on track from {target:.0%}"), top=1.0, inside=True,
    )  # fmt: skip
    low = int((rows["adjusted_rate"] < target).sum())
    number = (
        f"All {words.plural(low, 'school')}" if low == len(rows) else f"{low} of {words.plural(len(rows), 'school')}"
    )
    title = (
        f"{number} shown {'is' if low == 1 else 'are'} under {target:.0%}; lowest is "
        f"{found.school(top[0]['school'])} at {rate(top[0], 'adjusted_rate')}"
    )
    return Drawing(figure, title, about + drawings.more(len(rows) - len(top), "schools"), title, "board-by-school")


def by_month(view: View, policy: Policies, colours: Palette, *, about: str) -> Drawing | None:
    """Delivered % of the district month by month, without months that are hidden or told by a cap only."""
    months = view.figure(figures.months)
    shown = set(months.loc[~months["is_hidden"] & (months["adjusted_bound"] == ""), "month"])
    ledger = view.figure(compliance.by, keys=("month",))
    return drawings.trend(
        ledger[ledger["month"].isin(shown)], colours, as_of=view.as_of, target=policy.number("on_track"), about=about
    )


def about(view: View) -> str:
    """What the tables count, over what, as of when."""
    return page.about(view, "Delivered % of expected minutes, student absences set aside")
