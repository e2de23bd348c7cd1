"""Invented spreadsheets in the forms that districts hold, each with its truth."""

from tests.shapes import (
    billing_logs,
    calendars,
    drawn_grids,
    goals,
    grids,
    iep_lines,
    kept_books,
    lists,
    lists_and_words,
    more_books,
    more_lines,
    more_logs,
    odd_logs,
    one_or_several,
    other_lines,
    other_lists,
    other_logs,
    rosters,
    service_logs,
    sideways_and_days,
    state_lines,
    told_in_words,
    traps,
    unlisted,
)
from tests.shapes.shape import SHAPES, Shape

__all__ = ["SHAPES", "Shape", "billing_logs", "calendars", "drawn_grids", "goals", "grids", "iep_lines", "kept_books",
           "lists", "lists_and_words", "more_books", "more_lines", "more_logs", "odd_logs", "one_or_several", "other_lines",
           "other_lists", "other_logs", "rosters", "service_logs", "sideways_and_days", "state_lines", "told_in_words",
           "traps", "unlisted"]  # fmt: skip
