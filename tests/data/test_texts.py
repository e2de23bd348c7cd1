"""Whole columns of text: signs in them, their distinct texts, and the median of a sheet's filled cells."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ingest import texts
from data.ingest.tables import sites
from data.ingest.tables.headers import _median

TOLD = pa.chunked_array([["a;b", None], ["plain", "ünit"]], pa.string())


@pytest.mark.parametrize(("sign", "stands"), [(";", True), ("|", False), ("ü", True), ("\n", False)])
def test_a_sign_stands_in_a_column_or_not(sign: str, stands: bool) -> None:
    assert texts.holds(TOLD, sign) is stands
    assert texts.holds(TOLD.cast(pa.large_string()), sign) is stands


def test_a_sign_before_the_rows_of_a_slice_is_not_in_it() -> None:
    assert texts.holds(TOLD.slice(1), ";") is False
    assert texts.holds(pa.chunked_array([], pa.string()), ";") is False


@pytest.mark.parametrize("few", [0, texts.FEW])
def test_distinct_texts_and_their_places(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "FEW", few)
    first, second = texts.coded([pa.array(["b", "a", None, "b"]), pa.array(["x"])])
    assert (first.dictionary.to_pylist(), first.indices.to_pylist()) == (["b", "a"], [0, 1, None, 0])
    assert (second.dictionary.to_pylist(), second.indices.to_pylist()) == (["x"], [0])


@given(st.lists(st.integers(0, 30), min_size=1, max_size=12))
def test_the_median_is_that_of_numpy_rounded_down(counts: list[int]) -> None:
    assert _median(np.array(counts)) == int(np.median(counts))


def test_weekdays_are_looked_for_once_a_distinct_text_and_not_beyond_the_first_that_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str | None] = []
    weekdays = sites._weekdays
    monkeypatch.setattr(sites, "_weekdays", lambda text: asked.append(text) or weekdays(text))
    two = (("mon", "full"), ("wed", "full"))
    assert sites._in_weekdays(pa.array([*["M W"] * 60, None, *["Tue"] * 60])) == [
        *[two] * 60, (), *[(("tue", "full"),)] * 60,
    ]  # fmt: skip
    # "M W" among the first rows and among all of them, "Tue" among all
    assert asked == ["M W", "M W", "Tue"]
    asked.clear()
    assert sites._in_weekdays(pa.array(["OT", *["M W"] * 60])) == []
    assert asked == ["OT"]
