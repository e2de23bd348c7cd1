"""What runs in the child process: file on standard input, sheets as Arrow or one sentence on standard output."""

import gc
import sys

from data.ingest.model import FileRefused, Sheet
from data.ingest.readers import limits, wire

REFUSED = 3
"""Exit status: standard output is the sentence."""
MEMORY = 4


def main() -> None:
    """Parse what comes in as the kind named by the first argument; the second is the file's name."""
    _limit()
    gc.disable()  # millions of cells, no cycles among them
    kind, name = sys.argv[-2:]
    try:
        sys.stdout.buffer.write(wire.pack(_sheets(name, sys.stdin.buffer.read(), kind)))
        sys.stdout.buffer.flush()
    except FileRefused as refusal:
        sys.stdout.buffer.write(str(refusal).encode())
        sys.stdout.buffer.flush()
        sys.exit(REFUSED)
    except MemoryError:
        sys.exit(MEMORY)


def _sheets(name: str, data: bytes, kind: str) -> list[Sheet]:
    if kind == "text":
        from data.ingest.readers import text

        return text.sheets(name, data)
    from data.ingest.readers import workbook

    return workbook.sheets(name, data, kind)


def _limit() -> None:
    """Cap memory and processor time where the system can; elsewhere the parent's clock is all there is."""
    try:
        import resource
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_AS, limits.MEMORY_BYTES), (resource.RLIMIT_CPU, limits.CPU_SECONDS)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
