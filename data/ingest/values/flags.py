"""Yes, no, ticks."""

import re
from collections.abc import Collection

from data.ingest.values import families
from data.ingest.values.nothing import error_in, is_nothing
from data.ingest.values.read import NOTHING, Read, waiting
from data.ingest.values.vocabulary import CHECKS
from data.ingest.values.words import said_by

_YES = frozenset(("y", "yes", "true", "t", "1", "x", "☒", "checked", "on", *CHECKS))
_NO = frozenset({"n", "no", "false", "f", "0", "☐", "unchecked", "off", "not yet"})


_WHOLE = re.compile(r"^([01])\.0{1,4}$")
"""A one or none that a system writes with decimals."""


def read(text: str | None) -> Read:
    """True or False; nothing stays None; other words wait."""
    if error := error_in(text):
        return error
    word = _WHOLE.sub(r"\1", (text or "").strip().lower())
    if word in _YES:
        return Read(True)
    if word in _NO:
        return Read(False)
    if is_nothing(text):
        return NOTHING
    return waiting("unknown_flag", "this is neither yes nor no")


def are_all(texts: Collection[str]) -> bool:
    """Whether texts are yes, no or nothing, each of them, and there are some."""
    return bool(texts) and not any(read(text).failed for text in texts)


def are_ticks(heading: str, texts: Collection[str]) -> bool:
    """Whether texts of 1 and 0, and nothing else, under no word of time or units, say yes or no of each row."""
    return bool(texts) and {text.strip() for text in texts} <= _TICKS and not said_by(heading) & _COUNTED


_TICKS, _COUNTED = frozenset(("0", "1")), families.TIMES | {"unit"}
