"""Bytes to sheets."""

from data.ingest.readers.archives import unpack
from data.ingest.readers.guard import warm
from data.ingest.readers.reading import read

__all__ = ["read", "unpack", "warm"]
