"""Cells that say nothing, and cells that an error hides."""

import re

from data.ingest.model import UNCALCULATED
from data.ingest.values.read import Read, rejected

_WORDS = frozenset(
    {
        "", "null", "none", "nil", "n/a", "na", "n.a.", "(blank)", "blank", "(none)", "zzz", "-", "--", "---", "–", "—",
        ".", "#n/a", "not applicable", "not available yet", "tbd", "nan", "(null)", "(empty)", "empty", "?",
    }
)  # fmt: skip
_MASKED = re.compile(r"^(<=?|≤|&lt;=?)\s*\d+%?$|^\*+$|^x{3,}$", re.IGNORECASE)
_ERROR = re.compile(r"^#(DIV/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|ERROR!?)$", re.IGNORECASE)


def is_nothing(text: str | None) -> bool:
    """Whether a cell says nothing: blank, NULL, N/A, (blank), ZZZ, a dash, a masked count such as ``<=5``."""
    return text is None or text.strip().lower() in _WORDS or _MASKED.match(text.strip()) is not None


_ENDED = re.compile(
    r"(?:d/?c(?:['’]?e?d)?|discontinued?|discharged?|dismiss(?:ed|al)?|exit(?:ed)?|ended|graduated|dropped|terminated|"
    r"no longer (?:eligible|receiv(?:es|ing)|served|seen|needed)|dnq|(?:does not|doesn[’']?t|did not|didn[’']?t) qualify|"
    r"not eligible|ineligible|not qualified|no services?)\b[\s:.,-]*(?:(?:as of|on|from|since|eff\w*)\s+)?"
    r"(?:\(?\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\)?|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? ?\d{0,2},? ?(?:\d{4})?)?\s*",
    re.IGNORECASE,
)


def is_ended(text: str) -> bool:
    """Whether a cell says in place of an amount that the service ended, or never was: D/C 9/25, dismissed, DNQ."""
    return _ENDED.fullmatch(text.strip()) is not None


def error_in(text: str | None) -> Read | None:
    """The problem of a cell that holds a spreadsheet error or a formula without a stored value, else None."""
    if text is None:
        return None
    bare = text.strip()
    if bare == UNCALCULATED:
        return rejected("uncalculated", "the formula has no stored value; save the workbook in Excel and load it again")
    if _ERROR.match(bare):
        return rejected("error_cell", f"the cell shows the error {bare}; mend it in the workbook")
    return None
