"""The board view as a PDF to hand out: the district's figures, by service, by school, and what was left out."""

import io
from collections.abc import Sequence

import pandas as pd

from analytics.policies import Policies
from ui.board_view.blocks import GROUPS, Seen, about, answer, by_school
from ui.charts.charts import Drawing
from ui.charts.palette import LIGHT
from ui.handouts import paper, picture
from ui.handouts.paper import INK, MUTED, Paper
from ui.parts import page, words
from ui.parts.page import Fact
from ui.shell.session import View

FIGURES = frozenset(column.heading for column in GROUPS.values())


PICTURE = 400
"""Points that the picture is wide: so it stands on the first page, under the district's figures."""


def pdf(view: View, found: Seen, facts: Sequence[Fact], loaded: str, policy: Policies) -> bytes:
    """The PDF of what the page shows: the district's figures and where the schools stand first, the tables behind."""
    when = page.when(view)
    sheet = Paper(f"Board view, {when}")
    sheet.set_title("Service minutes: board view")
    paper.write(sheet, "Special-education service minutes: board view", 9, MUTED)
    paper.write(sheet, answer(found.whole), 17, INK, "B")
    paper.write(sheet, f"{words.begun(when)}. {loaded}", 9, MUTED)
    if view.is_invented:
        paper.write(sheet, "Sample district: every name and number here is invented.", 9, MUTED, "B")
    paper.grid(sheet, "The district", (("Figure", 26), ("Value", 16), ("What it is of", 58)),
               [[fact.label, fact.value, fact.of] for fact in facts], {"Value"})  # fmt: skip
    _picture(sheet, by_school(found, policy, LIGHT, about=about(view)))
    sheet.ln(10)
    paper.write(sheet, found.left_out(), 8, MUTED)
    _groups(sheet, "By service", "Service", found.by_service())
    _groups(sheet, "By school", "School", found.by_school())
    grid = found.grid()
    services = [str(name) for name in grid.columns if name != "name"]
    paper.grid(sheet, "By school and service: students · delivered %",
               [("School", 30), *((name, 16) for name in services)], grid.to_numpy().tolist(), set(services))  # fmt: skip
    return bytes(sheet.output())


def _picture(sheet: Paper, drawing: Drawing | None) -> None:
    if drawing is None:
        return
    sheet.ln(14)
    edge = PICTURE * picture.EDGE / picture.WIDTH
    sheet.image(io.BytesIO(picture.png(drawing)), x=sheet.l_margin - edge, w=PICTURE, alt_text=drawing.alt)


def _groups(sheet: Paper, title: str, one: str, frame: pd.DataFrame) -> None:
    headings = [(one, 30), *((column.heading, 17) for column in GROUPS.values())]
    paper.grid(sheet, title, headings, frame[["name", *GROUPS]].to_numpy().tolist(), FIGURES)
