"""Bytes to sheets."""

from data.ingest.readers.archives import unpack
from data.ingest.readers.guard import keep_warm, warm, warm_for
from data.ingest.readers.kinds import has_macros
from data.ingest.readers.reading import read

__all__ = ["has_macros", "keep_warm", "read", "unpack", "warm", "warm_for"]
