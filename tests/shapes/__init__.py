"""Invented spreadsheets in the forms that districts hold, each with its truth: every file here adds its own to SHAPES."""

from importlib import import_module
from pkgutil import iter_modules

from tests.shapes.shape import SHAPES, Shape

__all__ = ["SHAPES", "Shape"]

for found in iter_modules(__path__):
    if not found.ispkg:
        import_module(f"{__name__}.{found.name}")
