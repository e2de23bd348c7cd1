"""Every invented spreadsheet arrives as a person reads it: nothing wrong, nothing made up, next to nothing lost."""

from collections.abc import Iterator

import pytest

from data.store import Store, open_store
from tests.ingest_score import Score, score
from tests.shapes import FURTHER, SHAPES, Shape

LEAST: dict[str, float] = {}
"""Shapes of which less than every cell arrives: the share that must."""


@pytest.fixture(scope="session")
def scores() -> dict[str, Score]:
    """The scores so far, for the total."""
    return {}


@pytest.fixture(scope="module")
def empty() -> Iterator[Store]:
    """A store in memory in which nothing stays."""
    store = open_store()
    yield store
    store.close()


def _marks(shape: Shape) -> tuple[pytest.MarkDecorator, ...]:
    return (pytest.mark.slow,) if shape.name in FURTHER else ()


@pytest.mark.parametrize("shape", [pytest.param(shape, id=shape.name, marks=_marks(shape)) for shape in SHAPES])
def test_a_shape(shape: Shape, empty: Store, scores: dict[str, Score]) -> None:
    found = scores[shape.name] = score(shape, empty)
    assert found.wrong == 0, found.faults
    assert found.share >= LEAST.get(shape.name, 1.0), found.faults
    assert not found.unmet, found.unmet


def test_all_together(scores: dict[str, Score]) -> None:
    right, cells = (sum(getattr(one, name) for one in scores.values()) for name in ("right", "cells"))
    assert right >= 0.95 * cells


def test_names_are_told_apart() -> None:
    assert len({shape.name for shape in SHAPES}) == len(SHAPES) >= 35


def test_the_quick_ones_hold_every_dataset() -> None:
    quick = {dataset for shape in SHAPES if shape.name not in FURTHER for dataset in shape.truth}
    assert quick == {dataset for shape in SHAPES for dataset in shape.truth}
