"""Composed spreadsheets: nothing is wrong without a question, nothing is lost; and what they are composed of."""

from collections.abc import Iterator

import pytest

from data.ingest.readers import guard, workbook
from data.store import Store, open_store
from tests.ingest_score import score
from tests.quick import first
from tests.shapes.composed.chooser import Chooser, is_held, vocabulary
from tests.shapes.composed.composing import compose

SEEDS = range(9001, 9013)


@pytest.fixture(scope="module")
def empty() -> Iterator[Store]:
    """A store in memory in which nothing stays; our own workbooks are read without a process of their own."""
    store = open_store()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(guard, "parse", workbook.sheets)
        yield store
    store.close()


@pytest.mark.parametrize("seed", first(4, SEEDS))
def test_nothing_wrong_and_nothing_lost(seed: int, empty: Store) -> None:
    found = score(compose(seed, "seen").shape, empty)
    assert found.wrong == 0, found.faults
    assert found.silent == 0, found.faults
    assert found.right > 0


def test_a_seed_gives_the_same_file_again() -> None:
    first, second = compose(17), compose(17)
    assert first.shape.data == second.shape.data
    assert first.parts == second.parts


def test_a_third_of_the_headings_is_kept_from_those_who_tune() -> None:
    every = [(f"heading {table}.{topic}", heading) for table, topics in vocabulary().items()
             for topic, listed in topics.items() for heading in listed]  # fmt: skip
    held = sum(is_held(topic, heading) for topic, heading in every)
    assert 0.28 < held / len(every) < 0.39
    seen = Chooser(1, "seen").heading("sessions.minutes")
    kept = Chooser(1, "held").heading("sessions.minutes")
    assert not is_held("heading sessions.minutes", seen)
    assert is_held("heading sessions.minutes", kept)
