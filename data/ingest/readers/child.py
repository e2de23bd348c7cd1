"""What runs in the child process: kind, name and file on standard input, sheets as Arrow or one sentence on standard output.

The child imports what it needs before it reads its input, so that one that waits is ready to parse.
"""

import json
import os
import sys
from collections.abc import Callable
from importlib.abc import MetaPathFinder

from data.ingest.model import FileRefused, Sheet
from data.ingest.readers import hypertext, limits, spreadsheetml, text, webarchive, wire, workbook

REFUSED = 3
"""Exit status: standard output is the sentence."""
MEMORY = 4


def main() -> None:
    """Parse what comes in: one line that says kind and name, then the file."""
    _limit()
    sys.meta_path.insert(0, _NoPandas())
    said = sys.stdin.buffer.readline()
    if not said:
        return
    kind, name = json.loads(said)
    try:
        wire.pack(sheets(name, sys.stdin.buffer.read(), kind), sys.stdout.buffer)
        sys.stdout.buffer.flush()
        os._exit(0)  # millions of objects need no tidying up
    except FileRefused as refusal:
        sys.stdout.buffer.write(str(refusal).encode())
        sys.stdout.buffer.flush()
        sys.exit(REFUSED)
    except MemoryError:
        sys.exit(MEMORY)


class _NoPandas(MetaPathFinder):
    """Arrow loads pandas to ask whether an array is one of its own, which takes longer than all else that a child starts with:
    none here is, so it finds no pandas."""

    def find_spec(self, fullname: str, _path: object, _target: object = None) -> None:
        """Errors: ModuleNotFoundError for pandas; any other module is looked for elsewhere."""
        if fullname == "pandas":
            raise ModuleNotFoundError(name=fullname)


def sheets(name: str, data: bytes, kind: str) -> list[Sheet]:
    """The sheets of a file as the child reads it. Errors: FileRefused."""
    told = _TEXTS.get(kind)
    return told(name, data) if told else workbook.sheets(name, data, kind)


_TEXTS: dict[str, Callable[[str, bytes], list[Sheet]]] = {
    "text": text.sheets, "html": hypertext.sheets, "mhtml": webarchive.sheets, "xml": spreadsheetml.sheets,
}  # fmt: skip
"""What reads a kind of file that is no workbook of a program's own form."""


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
