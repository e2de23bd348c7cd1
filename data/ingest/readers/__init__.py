"""Bytes to sheets."""

from data.ingest.readers.archives import unpack
from data.ingest.readers.guard import keep_warm, warm
from data.ingest.readers.reading import read

__all__ = ["keep_warm", "read", "unpack", "warm"]
