"""Sheets to tables."""

from data.ingest.tables.finding import find

__all__ = ["find"]
