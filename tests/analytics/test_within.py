"""A figure of lines, narrowed to a selection, is the figure of that selection."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from analytics import ledger
from analytics.scope import EVERYTHING, Selection, within
from data.store import open_store
from tests.sample import copy_of

DAY = date(2026, 2, 27)
RANGE = ("projected_low", "projected_high", "spread_of")
"""How weeks vary is told of the lines that are chosen, where a line's own are too few (decision 0081)."""


@pytest.fixture(scope="module")
def told(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    store = open_store(copy_of(sample, tmp_path_factory.mktemp("within") / "sample.duckdb"))
    with store.cursor() as cur:
        yield cur
    store.close()


@pytest.mark.parametrize("figure", [ledger.not_seen, ledger.make_ups], ids=lambda one: one.__name__)
@pytest.mark.parametrize("narrow", ["service", "school", "provider", "both"])
def test_narrowed_is_what_is_asked_narrowly(told: duckdb.DuckDBPyConnection, figure, narrow: str) -> None:  # type: ignore[no-untyped-def]
    whole = figure(told, EVERYTHING, DAY)
    first = whole.dropna(subset=["school", "provider_id"]).iloc[0]
    services, schools, providers = (first["service"],), (first["school"],), (first["provider_id"],)
    selection = {
        "service": Selection(services=services), "school": Selection(schools=schools),
        "provider": Selection(providers=providers), "both": Selection(services=services, schools=schools),
    }[narrow]  # fmt: skip
    asked = figure(told, EVERYTHING, DAY, selection)
    assert 0 < len(asked) < len(whole) or set(whole["service"]) == set(services)
    plain = [column for column in asked if column not in RANGE]
    pd.testing.assert_frame_equal(within(whole, selection)[plain], asked[plain], check_dtype=False)


def test_nothing_chosen_keeps_all_and_what_isnt_there_keeps_nothing() -> None:
    frame = pd.DataFrame(
        {"service": ["OT", "PT"], "school": ["A", None], "provider_id": ["1", "2"], "student_id": ["x", "y"]}
    )
    assert within(frame, Selection())["service"].tolist() == ["OT", "PT"]
    assert within(frame, Selection(schools=("A",)))["service"].tolist() == ["OT"]
    assert within(frame, Selection(students=("y",), services=("OT",))).empty
