"""What reading one text gives: a value, or a problem in words."""

from dataclasses import dataclass
from typing import Any, Literal

Severity = Literal["reject", "wait", "ask", ""]


@dataclass(frozen=True, slots=True)
class Read:
    """A value, or why there is none: the row can't go in (reject), an answer decides (wait), or it stays open (ask)."""

    value: Any = None
    code: str = ""
    message: str = ""
    severity: Severity = ""

    @property
    def failed(self) -> bool:
        return self.code != ""


NOTHING = Read()


def rejected(code: str, message: str) -> Read:
    """A text that can't be a value of its column."""
    return Read(None, code, message, "reject")


def waiting(code: str, message: str) -> Read:
    """A text whose meaning only a person can tell."""
    return Read(None, code, message, "wait")
