"""Codes of a system that nothing explains (Record Cd: K1, K4, K2), in a log that tells nowhere what became of its sessions."""

import re

import numpy as np

from data.ingest.staging.columns import NONE, in_rows
from data.ingest.staging.work import Work
from data.ingest.values import codes, families, statuses
from data.ingest.values.words import said_by

_SAYS_CODE = families.STATES | {"code", "type", "key", "value", "rslt", "disp"}
_GENERIC = _SAYS_CODE | {
    "record", "session", "service", "event", "visit", "contact", "enter", "entry", "log", "transaction", "encounter", "delivery",
    "treatment", "line", "row",
}  # fmt: skip
"""Words that say of codes no more than that they are of a session, or of its record."""
_CODE = re.compile(r"[A-Z]{0,3}-?\d{1,3}[A-Z]?|[A-Z]{1,3}", re.IGNORECASE)
_FEWEST, _MOST_CODES, _USUAL = 2, 12, 0.75
_WHO = ("student_id", "student_name", "student_last_name")
_TELLS = (
    "service", "setting", "grouping", "group_size", "group_id", "kind", "school", "provider_id", "provider_name", "provider_role",
)  # fmt: skip
"""What a code may repeat that another column tells."""


def names_codes(heading: str) -> bool:
    """Whether a heading says that codes of a session or record stand beneath, and not what they tell: Svc Cd, Record Type."""
    said = said_by(heading)
    return bool(said & _SAYS_CODE) and said <= _GENERIC


def are_codes(texts: tuple[str, ...]) -> bool:
    """Whether texts are a few codes, none of which is known or begins with a service (OT1, OT2)."""
    return _FEWEST <= len(texts) <= _MOST_CODES and all(_CODE.fullmatch(text) and not _is_known(text) for text in texts)


def _is_known(text: str) -> bool:
    if text.isdigit():
        return False
    letters = re.sub(r"[\W\d_]+", "", text)
    begins = (letters[:size] for size in (2, 3))
    return bool(codes.tells(text) or statuses.read(text).known or any(codes.find(one, "service") for one in begins))


def against(work: Work, rows: np.ndarray) -> list[int]:
    """The codes that may say that nobody came: all, but for one that three quarters of the rows have or more. None where each
    student has but one in each service, or where another column tells the same: with whom, where or of which service."""
    if not varies(work, rows, (*_WHO, "service")) or any(_repeats(_of(work, name), rows) for name in _TELLS):
        return []
    found, counts = np.unique(rows, return_counts=True)
    usual = found[counts.argmax()] if counts.max() >= _USUAL * len(rows) else NONE
    return [int(one) for one in found if one not in (NONE, usual)]


def varies(work: Work, rows: np.ndarray, fields: tuple[str, ...] = _WHO) -> bool:
    """Whether some student has several of the codes."""
    students = list(zip(*(_of(work, name) for name in fields if work.at(name)), strict=True))
    return len({*zip(students, rows.tolist(), strict=False)}) > len({*students})


def _of(work: Work, name: str) -> list[int]:
    """The key of what each row tells under a field; empty where no column has it."""
    at = work.at(name)
    return in_rows(at[0].keys).tolist() if at else []


def _repeats(told: list[int], rows: np.ndarray) -> bool:
    """Whether a column of several values tells each row's code: one code for each of them."""
    return len({*told}) > 1 and len({*zip(told, rows.tolist(), strict=True)}) == len({*told})
