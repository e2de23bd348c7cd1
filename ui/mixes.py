"""The answer and the groups of the Delivery mix page."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from analytics import mix
from ui import columns, drill, page, tables, words
from ui.page import Fact
from ui.session import View
from ui.tables import Col

ROLLUPS = {
    "direct_integrated": ("Integrated", "push-in, co-teach, community"),
    "direct_separate": ("Separate", "pull-out, home, tele"),
    "indirect": ("Indirect", "consult and the rest"),
}


@dataclass(frozen=True)
class Answer:
    """The page's sentence and figures."""

    sentence: str
    facts: list[Fact]


def answer(frame: pd.DataFrame, counted: str) -> Answer:
    """Shares of the three roll-ups, planned and delivered."""
    totals = frame.groupby("rollup")[["planned_minutes", "delivered_minutes"]].sum()
    planned, delivered = float(totals["planned_minutes"].sum()), float(totals["delivered_minutes"].sum())
    facts = [
        _fact(name, what, totals, code, planned, delivered)
        for code, (name, what) in ROLLUPS.items()
        if code in totals.index
    ]
    integrated = float(totals["delivered_minutes"].get("direct_integrated", 0.0))
    planned_in = float(totals["planned_minutes"].get("direct_integrated", 0.0))
    now, plan = page.share(integrated, delivered), page.share(planned_in, planned)
    if now is None:
        return Answer(
            f"{words.rate(plan)} of planned minutes are in integrated settings; delivered minutes aren't known", facts
        )
    against = f", against {words.rate(plan)} planned" if plan is not None else ""
    return Answer(f"{words.rate(now)} of delivered minutes are in integrated settings{against}", facts)


def _fact(name: str, what: str, totals: pd.DataFrame, code: str, planned: float, delivered: float) -> Fact:
    now = page.share(float(totals["delivered_minutes"][code]), delivered)
    plan = page.share(float(totals["planned_minutes"][code]), planned)
    of = f"{what}: delivered, of {words.hours(delivered)}; planned {words.rate(plan)} of {words.hours(planned)}"
    return Fact(name, words.rate(now), of)


def groups(view: View, key: str, clock: str) -> None:
    """Planned and delivered by setting within each school, provider, grade or month."""
    frame = view.figure(mix.by, keys=(key,), clock=clock)
    names: Any = drill.names(view, key) if key in ("school", "provider") else {}
    table = page.in_words(page.named(frame, key, names))
    shown = {"name": Col(key.capitalize()), **columns.MIX}
    tables.show(
        table,
        shown,
        key=f"mix_by_{key}",
        alt=f"Planned and delivered minutes by {key} and setting",
        about=page.about(view, f"Planned and delivered minutes by {key} and setting"),
    )
