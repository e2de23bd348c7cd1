"""Invented spreadsheets in the forms that districts hold, each with its truth: every file here adds its own to SHAPES.

The first of each file, and the first of each dataset, are in the default test suite, the others are slow tests.
"""

from importlib import import_module
from pkgutil import iter_modules

from tests.shapes.shape import SHAPES, Shape

__all__ = ["FURTHER", "SHAPES", "Shape"]

FURTHER: set[str] = set()
"""The names of those that are neither the first of their file nor the first of a dataset."""
_seen: set[str] = set()

for found in iter_modules(__path__):
    if not found.ispkg:
        before = len(SHAPES)
        import_module(f"{__name__}.{found.name}")
        for at, one in enumerate(SHAPES[before:]):
            if at and one.truth.keys() <= _seen:
                FURTHER.add(one.name)
            _seen |= one.truth.keys()
