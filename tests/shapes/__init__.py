"""Invented spreadsheets in the forms that districts hold, each with its truth."""

from tests.shapes import calendars, goals, grids, iep_lines, more_lines, more_logs, odd_logs, rosters, service_logs
from tests.shapes.shape import SHAPES, Shape

__all__ = ["SHAPES", "Shape", "calendars", "goals", "grids", "iep_lines", "more_lines", "more_logs", "odd_logs", "rosters",
           "service_logs"]  # fmt: skip
