"""A trace's row-by-row arithmetic gives what the ledger shows, for every line and month of random districts."""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given

from analytics import ledger, telling
from analytics.scope import EVERYTHING
from analytics.trace import Trace, trace
from tests.property.ask import written
from tests.property.districts import Question, asked_districts
from tests.property.patience import brief
from tests.reference.facts import Facts

NAMES = ("expected", "delivered", "credited", "excess", "excused", "review", "make_up", "unaccounted")


@brief
@given(asked_districts())
def test_every_month_of_every_line(asked: tuple[Facts, Question]) -> None:
    facts, question = asked
    with written(facts, question.choices) as cur:
        shown = ledger.by(cur, EVERYTHING, question.as_of, keys=("line", "month"))
        for row in shown.dropna(subset="line").to_dict("records")[:2]:
            month = pd.Timestamp(row["month"]).date()
            told = trace(cur, EVERYTHING, question.as_of, line=str(row["line"]), month=f"{month:%Y-%m}")
            _same(told, row, month)


@pytest.mark.slow
@brief
@given(asked_districts(esy=True))
def test_every_month_of_lines_of_the_extended_year(asked: tuple[Facts, Question]) -> None:
    facts, question = asked
    with written(facts, question.choices) as cur:
        shown = ledger.by(cur, EVERYTHING, question.as_of, keys=("line", "month"), extended=True)
        for row in shown.dropna(subset="line").to_dict("records")[:2]:
            month = pd.Timestamp(row["month"]).date()
            told = trace(cur, EVERYTHING, question.as_of, line=str(row["line"]), month=f"{month:%Y-%m}")
            _same(told, row, month)


def _same(told: Trace, row: dict[Any, Any], month: date) -> None:
    mine = told.settled.month(month)
    for name in NAMES:
        assert mine.get(name, 0.0) == pytest.approx(row[f"{name}_minutes"], abs=1e-6), (
            told.line["line_id"],
            month,
            name,
        )
    assert told.agrees()
    days = told.frames["days"]
    counted = days[days["counts"] & (days["month"] == pd.Timestamp(month))]
    uncovered = counted.loc[~counted["is_covered"] & ~counted["is_lapsed"], "accrual_minutes"].sum()
    lapsed = counted.loc[counted["is_lapsed"] & counted["is_covered"], "accrual_minutes"].sum()
    assert uncovered == pytest.approx(row["uncovered_minutes"], abs=1e-6)
    assert lapsed == pytest.approx(row["lapsed_minutes"], abs=1e-6)
    text = telling.text(told)
    assert "don't agree" not in text
    assert "nan" not in text.lower().replace("nancy", "")
