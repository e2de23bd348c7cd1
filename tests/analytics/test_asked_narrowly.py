"""A choice asked after the whole district reads the rows that the cursor holds, and is what a cursor without them says."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from analytics import attention, compliance, ledger, overview
from analytics.scope import EVERYTHING, Selection
from data.store import Store, open_store
from tests.sample import copy_of

DAY = date(2026, 2, 27)
FIGURES: tuple[tuple[Any, dict[str, Any]], ...] = (
    (ledger.headline, {}), (ledger.by, {"keys": ("provider", "month")}), (ledger.lines, {}), (ledger.make_ups, {}),
    (ledger.reasons, {"keys": ("month",)}), (ledger.conformity, {"keys": ("provider",)}), (overview.history, {}),
    (overview.services, {}), (compliance.outlook, {"keys": ("provider",)}), (compliance.distribution, {}),
    (attention.needs_decision, {}),
)  # fmt: skip
SELECTIONS = {
    "a school": lambda line: Selection(schools=(line["school"],)),
    "a provider's service": lambda line: Selection(providers=(line["provider_id"],), services=(line["service"],)),
    "nobody": lambda line: Selection(schools=("no such school",)),
}


@pytest.fixture(scope="module")
def store(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = open_store(copy_of(sample, tmp_path_factory.mktemp("narrowly") / "sample.duckdb"))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def knowing(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor that has answered for the whole district."""
    with store.cursor() as cur:
        for figure, options in FIGURES:
            figure(cur, EVERYTHING, DAY, **options)
        yield cur


@pytest.mark.slow
@pytest.mark.parametrize("choice", SELECTIONS)
def test_the_answer_is_that_of_a_cursor_that_knows_nothing_else(
    store: Store, knowing: duckdb.DuckDBPyConnection, choice: str
) -> None:
    lines = ledger.lines(knowing, EVERYTHING, DAY)
    selection = SELECTIONS[choice](lines.dropna(subset=["school", "provider_id"]).iloc[0])
    with store.cursor() as fresh:
        for figure, options in FIGURES:
            asked = figure(knowing, EVERYTHING, DAY, selection, **options)
            alone = figure(fresh, EVERYTHING, DAY, selection, **options)
            if isinstance(alone, list):
                assert asked == alone
            else:
                pd.testing.assert_frame_equal(asked, alone, check_exact=False, rtol=1e-9, obj=figure.__name__)


@pytest.mark.slow
def test_what_hangs_on_no_other_line_is_not_worked_out_again(knowing: duckdb.DuckDBPyConnection) -> None:
    before = _tables(knowing)
    ledger.lines(knowing, EVERYTHING, DAY, Selection(services=("OT",)))
    made = {name.removeprefix("kept_").rsplit("_", 1)[0] for name in _tables(knowing) - before}
    assert made == {"chosen_lines", "spread"}, "how weeks vary is told of the lines that are chosen"


def _tables(cursor: duckdb.DuckDBPyConnection) -> set[str]:
    return {name for (name,) in cursor.execute("select table_name from duckdb_tables() where temporary").fetchall()}
