"""Bytes to sheets."""

from data.ingest.readers.simple import read, unpack

__all__ = ["read", "unpack"]
