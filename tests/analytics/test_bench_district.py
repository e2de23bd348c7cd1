"""The district that the benches measure on is sound, and a plain pandas reading finds the ledger's minutes in it."""

from datetime import date

import pandas as pd
import pytest

from analytics import check, ledger
from analytics.scope import EVERYTHING
from bench.district import Size, fill
from bench.ledger import frames, pandas_reading
from data.store import Store

DAY = date(2026, 6, 5)


@pytest.fixture
def district(store: Store) -> Store:
    fill(store, Size(sessions=3000))
    return store


@pytest.mark.slow
def test_every_check_passes(district: Store) -> None:
    with district.cursor() as cur:
        found = check.run(cur, EVERYTHING, DAY)
    assert found[~found["passed"]].empty, found[~found["passed"]].to_dict("records")


@pytest.mark.slow
def test_expected_and_delivered_minutes_agree_with_pandas(district: Store) -> None:
    with district.cursor() as cur:
        ours = ledger.by(cur, EVERYTHING, DAY).iloc[0]
        plain = pandas_reading(frames(cur), pd.Timestamp(DAY))
    assert plain["expected_minutes"] > 0
    assert ours["expected_minutes"] == pytest.approx(plain["expected_minutes"], abs=1e-6)
    assert ours["delivered_minutes"] == pytest.approx(plain["delivered_minutes"], abs=1e-6)


@pytest.mark.slow
def test_the_same_size_is_the_same_district(district: Store) -> None:
    asked = "select count(*), sum(minutes), min(session_date), max(session_date) from sessions"
    with district.cursor() as cur:
        found = cur.execute(asked).fetchone()
    assert found is not None and found[2:] == (date(2025, 8, 25), DAY)
    assert found[0] == pytest.approx(3000, rel=0.15)
