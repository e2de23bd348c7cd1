"""Sheets to tables."""

from data.ingest.tables.simple import find

__all__ = ["find"]
