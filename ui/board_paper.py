"""The board view as a PDF to hand out: the district's figures, by service, by school, and what was left out."""

from collections.abc import Sequence

import pandas as pd

from ui import paper, words
from ui.board import GROUPS, Seen, answer
from ui.page import Fact
from ui.paper import INK, MUTED, Paper
from ui.session import View

FIGURES = frozenset(column.heading for column in GROUPS.values())


def pdf(view: View, found: Seen, facts: Sequence[Fact], loaded: str) -> bytes:
    """The PDF of what the page shows."""
    day = words.day(view.as_of, year=True)
    sheet = Paper(f"Board view, data as of {day}")
    sheet.set_title("Service minutes: board view")
    paper.write(sheet, "Special-education service minutes: board view", 9, MUTED)
    paper.write(sheet, answer(found.whole), 17, INK, "B")
    paper.write(sheet, f"Data as of {day}. {loaded}", 9, MUTED)
    if view.is_invented:
        paper.write(sheet, "Sample district: every name and number here is invented.", 9, MUTED, "B")
    paper.grid(sheet, "The district", (("Figure", 26), ("Value", 16), ("What it is of", 58)),
               [[fact.label, fact.value, fact.of] for fact in facts], {"Value"})  # fmt: skip
    _groups(sheet, "By service", "Service", found.by_service())
    _groups(sheet, "By school", "School", found.by_school())
    grid = found.grid()
    services = [str(name) for name in grid.columns if name != "name"]
    paper.grid(sheet, "By school and service: students · delivered %",
               [("School", 30), *((name, 16) for name in services)], grid.to_numpy().tolist(), set(services))  # fmt: skip
    sheet.ln(10)
    paper.write(sheet, found.left_out(), 8, MUTED)
    return bytes(sheet.output())


def _groups(sheet: Paper, title: str, one: str, frame: pd.DataFrame) -> None:
    headings = [(one, 30), *((column.heading, 17) for column in GROUPS.values())]
    paper.grid(sheet, title, headings, frame[["name", *GROUPS]].to_numpy().tolist(), FIGURES)
