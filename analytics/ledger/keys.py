"""The keys that figures are asked by."""

from data.errors import UserError

KEYS = ("district", "school", "provider", "service", "setting", "grade", "student", "line", "month")
OUTSIDE_KEYS = ("district", "student", "service", "month")
"""Keys that a session outside any mandate has by itself."""


def by_flags(keys: tuple[str, ...], known: tuple[str, ...] = KEYS) -> dict[str, bool]:
    """Which of the known keys a query groups by, as its parameters."""
    return {f"by_{key}": key in keys for key in known}


def checked_keys(keys: tuple[str, ...], known: tuple[str, ...] = KEYS) -> None:
    """UserError names a key that there isn't."""
    wrong = [key for key in keys if key not in known]
    if wrong:
        raise UserError(f"There is no key {', '.join(wrong)}; choose from {', '.join(known)}.")
