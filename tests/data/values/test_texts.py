"""Whole columns of text: signs in them, their distinct texts, and the median of a sheet's filled cells."""

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data.ingest import texts
from data.ingest.model import Table, body_of
from data.ingest.staging.work import _places_in
from data.ingest.tables.headers import _median
from data.ingest.tables.layouts import sites

TOLD = pa.chunked_array([["a;b", None], ["plain", "ünit"]], pa.string())


@pytest.mark.parametrize(("sign", "stands"), [(";", True), ("|", False), ("ü", True), ("\n", False)])
def test_a_sign_stands_in_a_column_or_not(sign: str, stands: bool) -> None:
    assert texts.holds(TOLD, sign) is stands
    assert texts.holds(TOLD.cast(pa.large_string()), sign) is stands


def test_a_sign_before_the_rows_of_a_slice_is_not_in_it() -> None:
    assert texts.holds(TOLD.slice(1), ";") is False
    assert texts.holds(pa.chunked_array([], pa.string()), ";") is False


@pytest.mark.parametrize(
    ("signs", "may"),
    [(["total"], True), (["latot"], False), (["sum", "total"], True), (["tax"], False), (["x", ":"], True), ([], True)],
)
def test_words_may_stand_in_a_column_in_any_case_where_their_letters_do(signs: list[str], may: bool) -> None:
    # "latot" has the letters of Total in another order; of "tax" there is no x in any cell
    assert texts.may_hold(pa.array(["TOTAL: 12", None, "a to l"]), signs) is may


@given(st.lists(st.sampled_from(["", "a", "b", "ba", "é", None]), max_size=6))
@example(["a", None, "b", None])
@example(["b", "a"])
@example(["a", "b", "a"])
def test_cells_are_distinct_where_none_says_what_another_does(cells: list[str | None]) -> None:
    told = [cell for cell in cells if cell is not None]
    in_pieces = pa.chunked_array([cells[:2], cells[2:]], pa.string())
    assert (
        texts.are_distinct(in_pieces)
        is texts.are_distinct(pa.array(cells, pa.string()))
        is (len(set(told)) == len(told))
    )


def test_one_piece_of_a_column_is_the_column_itself() -> None:
    one = pa.array(["a", "b"])
    assert texts.whole(one) is one
    assert texts.whole(pa.chunked_array([one])).buffers()[2].address == one.buffers()[2].address
    assert texts.whole(TOLD).to_pylist() == ["a;b", None, "plain", "ünit"]
    assert texts.whole(pa.chunked_array([], pa.string())).to_pylist() == []


@pytest.mark.parametrize("few", [0, texts.FEW])
def test_distinct_texts_and_their_places(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "FEW", few)
    first, second = texts.coded([pa.array(["b", "a", None, "b"]), pa.array(["x"])])
    assert (first.dictionary.to_pylist(), first.indices.to_pylist()) == (["b", "a"], [0, 1, None, 0])
    assert (second.dictionary.to_pylist(), second.indices.to_pylist()) == (["x"], [0])


@given(st.lists(st.sampled_from([None, "", " ", "a", "b", "c", "d"]), min_size=2, max_size=9), st.data())
@example(["a", "b", "b", None, "c"], None)
def test_rows_of_a_remembered_column_have_the_texts_that_they_have_alone(
    cells: list[str | None], data: st.DataObject | None
) -> None:
    # the last cell beneath is none of the column
    column = pa.array([*cells, "beneath"], pa.string()).slice(0, len(cells))
    start = data.draw(st.integers(0, len(cells))) if data else 1
    part = column.slice(start, data.draw(st.integers(0, len(cells) - start)) if data else 3)
    with pytest.MonkeyPatch.context() as patched, texts.remembering():
        patched.setattr(texts, "FEW", 0)
        texts.coded([column])
        (told,), alone = texts.coded([part]), part.dictionary_encode()
        assert texts.distinct(pa.chunked_array([part])) == [one for one in alone.dictionary.to_pylist() if one.strip()]
    assert told.dictionary.to_pylist() == alone.dictionary.to_pylist()
    assert told.indices.to_pylist() == alone.indices.to_pylist()


def test_texts_are_told_apart_once_within_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "FEW", 0)
    asked: list[int] = []
    encode = pc.dictionary_encode
    monkeypatch.setattr(pc, "dictionary_encode", lambda one: asked.append(len(one)) or encode(one))
    column = pa.array(["Minutes", "30", None, "30", "45"])
    with texts.remembering():
        for part in (column, column, column.slice(1), column.slice(3, 1)):
            texts.coded([part])
        assert asked == [5, 1]  # of the last part, 30 stands in a row before it: it is told apart anew
        assert texts.distinct(pa.chunked_array([column.slice(2)])) == ["30", "45"]
    texts.coded([column])
    assert asked == [5, 1, 5]


def test_rows_of_a_remembered_column_are_told_apart_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "FEW", 0)
    column = pa.array(["Minutes", "30", None, "30", "45"])
    with texts.remembering():
        texts.coded([column])
        (first,), (again,), (other,) = (texts.coded([column.slice(1, length)]) for length in (4, 4, 2))
    assert first is again
    assert (first.dictionary.to_pylist(), first.indices.to_pylist()) == (["30", "45"], [0, None, 0, 1])
    assert (other.dictionary.to_pylist(), other.indices.to_pylist()) == (["30"], [0, None])


@given(st.permutations(range(7)), st.sets(st.integers(0, 6)))
def test_records_are_found_where_they_stand_among_others(own: list[int], wanted: set[int]) -> None:
    found = _places_in(np.array(own), np.array(sorted(wanted), dtype=np.int64))
    assert found.to_pylist() == pc.index_in(pa.array(sorted(wanted), pa.int64()), pa.array(own)).to_pylist()


def test_texts_of_a_column_are_told_once_a_table() -> None:
    body = body_of([pa.array(["OT", " ", "OT", None, "PT"])])
    table = Table("Log", ("Service",), body, pa.array([2, 3, 4, 5, 6], pa.int32()), 1)
    assert table.texts(0) == ("OT", "PT") and table.opening(0) == ("OT", "OT", "PT")
    assert table.texts(0) is table.texts(0) and table.opening(0) is table.opening(0)
    other = table.filled(0, ["SLP", None, None, None, None])
    assert (other.texts(0), other.opening(0), table.texts(0)) == (("SLP",), ("SLP",), ("OT", "PT"))
    assert table == replace(table)


def test_a_sign_is_looked_for_among_the_distinct_texts_of_a_remembered_column(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "FEW", 0)
    column = pa.array(["Minutes; of", "30", None, "30"])
    looked: list[int] = []
    beneath = texts._distinct_beneath
    monkeypatch.setattr(texts, "_distinct_beneath", lambda one: looked.append(len(found := beneath(one))) or found)
    with texts.remembering():
        texts.coded([column])
        assert texts.may_hold(column.slice(1), [";"]) is True  # of a row before these
        assert texts.holds(pa.chunked_array([column.slice(1)]), ";") is False
        assert texts.holds(pa.chunked_array([column]), ";") is True
        assert texts.may_hold(column, ["minutes"]) is True
        assert texts.may_hold(column, ["45"]) is False
    assert texts.may_hold(column, ["30"]) is True
    assert looked == [2, 2, 2, 2, 2, 4]


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
