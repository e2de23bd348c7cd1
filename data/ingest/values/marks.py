"""Marks and short codes for what became of a session: those that are known, those that districts use differently."""

from data.ingest.values.vocabulary import CHECKS

COLLIDING = frozenset(
    ["p", "pa", "c", "s", "a", "m", "co", "e", "r", "n", "t", "w", "u", "l", "i", "v", "ns", "nc", "pc", "cx", "ab"]
)
"""Codes that mean different things in different districts."""

CODES = {
    "sa": "missed:student_absent", "ca": "missed:student_absent", "sna": "missed:student_absent",
    "ta": "missed:provider_absent", "pna": "missed:provider_absent", "h": "missed:holiday", "x": "delivered",
    "d": "delivered", "dm": "make_up", "mu": "make_up", "✓": "delivered", "✔": "delivered", "√": "delivered",
    "✅": "delivered", "☑": "delivered", "✔️": "delivered", "☑️": "delivered",
}  # fmt: skip
_TICKS = frozenset(("x", "☒", *CHECKS))


def is_mark(text: str) -> bool:
    """Whether a text is a code of what became of a session, in some district or other."""
    return text.strip().casefold() in COLLIDING | CODES.keys()


def is_mark_of_given(text: str) -> bool:
    """Whether a code stands for a session that was given, nearly wherever it isn't explained."""
    return text.strip().casefold() in _GIVEN_MARKS


_GIVEN_MARKS = frozenset(("p", "s", "t", "v", "d", "x"))


def is_tick(text: str) -> bool:
    """Whether a cell is a tick mark."""
    return text.strip().lower() in _TICKS
