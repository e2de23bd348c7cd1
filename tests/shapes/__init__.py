"""Invented spreadsheets in the forms that districts hold, each with its truth: every file here adds its own to SHAPES.

The first FIRST of each file are in the default test suite, the others are slow tests.
"""

from importlib import import_module
from pkgutil import iter_modules

from tests.shapes.shape import SHAPES, Shape

__all__ = ["FURTHER", "SHAPES", "Shape"]

FIRST = 2
FURTHER: set[str] = set()
"""The names of those behind the first of their files."""

for found in iter_modules(__path__):
    if not found.ispkg:
        before = len(SHAPES)
        import_module(f"{__name__}.{found.name}")
        FURTHER |= {one.name for one in SHAPES[before + FIRST :]}
