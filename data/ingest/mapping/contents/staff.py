"""Columns of staff by what stands in them: who treats, how much they work, who pays them."""

import re

from data.contracts.words import phrases
from data.ingest.mapping import persons
from data.ingest.mapping.contents.few import HALF, nearly_all
from data.ingest.values import (
    codes,
    numbers,
)
from data.ingest.values.words import heading as words_of
from data.ingest.values.words import said_by


def is_work_time(heading: str, texts: tuple[str, ...]) -> bool:
    """How much each of the staff works, in words, full time among them (full-time, half-time, 60% time), or as shares under a
    word for the contract alone (1.0, .8; 80%)."""
    if said_by(heading) and said_by(heading) <= _OF_CONTRACTS:
        return are_shares(texts)
    named = any("full" in text.casefold() or text.casefold() == "ft" for text in texts)
    return named and all(map(numbers.is_work_time, texts))


def are_shares(texts: tuple[str, ...]) -> bool:
    """Whether all texts are parts of full time, and not all of them whole numbers: 1.0, .8; 80%; 0.5 FTE."""
    return bool(texts) and all(map(_is_share, texts)) and not all(text.isdigit() for text in texts)


def are_funds(heading: str, texts: tuple[str, ...]) -> bool:
    """Whether what pays somebody is money rather than an employer: IDEA, local funds under Paid by."""
    return "paid" in said_by(heading) and any(map(_FUND.search, texts))


_FUND = re.compile(
    r"^(?:idea|local|state|federal|general|grant|medicaid)\b(?! \w+ (?:district|schools?)\b)|"
    r"\b(?:funds?|funding|funded|grants?|levy|budget|title (?:[ivx]+|\d)|part b)\b",
    re.IGNORECASE,
)
_OF_CONTRACTS = frozenset(("contract", "contracted", "employment", "appointment", "employed"))
_MOST_TIME = 1.5


def _is_share(text: str) -> bool:
    share = numbers.read_share(text)
    written = "%" in text or "fte" in text.lower() or (numbers.to_float(text) or _MOST_TIME + 1) <= _MOST_TIME
    return written and not share.failed and share.value is not None and 0 < share.value <= _MOST_TIME


def is_role(heading: str) -> bool:
    """Whether a heading is the role of somebody who treats, or one of several, in just these words: OTR, OT/COTA, but not
    OTR cosign."""
    roles = [phrases("role").get(words_of(part)) for part in _ONE_OF.split(heading)]
    return None not in roles and "TEACHER" not in roles


_ONE_OF = re.compile(r"\s*/\s*|,?\s+or\s+", re.IGNORECASE)


def is_role_of_each(heading: str, texts: tuple[str, ...]) -> bool:
    """Roles of those who treat (OTR, SLPA) under a heading with a word for what somebody is: Position Nm, Staff Category."""
    return bool(_OF_A_ROLE & said_by(heading)) and nearly_all(texts, _is_role, HALF)


def _is_role(text: str) -> bool:
    return codes.find(text, "role") is not None


_OF_A_ROLE = frozenset(
    ("position", "job", "category", "profession", "occupation", "classification", "staff", "employee", "title")
)


def is_provider(heading: str, texts: tuple[str, ...]) -> bool:
    """Whole names under a heading that is the role of somebody who treats and nothing else: SLPA. A teacher may only
    teach."""
    return is_role(heading) and nearly_all(texts, persons.is_person)
