"""Families of words for what became of a session, in all their forms; what says nothing of it."""

import re
from functools import lru_cache

from data.ingest.values import vocabulary

_ABOUT = (
    r"(?:(?:the )?(?:sessions?|services?|visits?|appointments?|appts?|therapy|treatment|student) )?"
    r"(?:(?:was|were|is|has been) )?"
)
_GIVEN = vocabulary.GIVEN
_MEETING = rf"(?:{vocabulary.MEETING}|minutes)"
_WHOLE = rf"(?:(?:the|his|her|their) )?(?:full|whole|entire|complete|scheduled|planned) (?:{_MEETING}|time|period|amount|length)"
_IN_FULL = rf"(?: in full| fully| completely| (?:for )?{_WHOLE})?(?: as (?:scheduled|planned)| on time| per iep)?"
_AT_IT = rf"(?:(?:for|at|in|during|to) )?(?:(?:the|this|his|her|their) )?(?:{vocabulary.MEETING})"
_MAKE_UP = r"(?:(?:this |it )?(?:was |is )?(?:as )?an? )?(?:full |whole )?(?:of )?(?:make ?up|made up|mu)"
_OF_MISSED = rf" (?:of|for) (?:an? |the )?(?:(?:previously |earlier )?(?:missed|cancell?ed) {_MEETING}|absence)"
_EITHER = rf"(?:received|{_GIVEN})"
"""What is received was given; alone it may be said of papers."""
_FAMILY = tuple(
    (re.compile(pattern), code)
    for pattern, code in (
        (rf"{_ABOUT}(?:fully |completely |successfully )?{_GIVEN}{_IN_FULL}", "delivered"),
        (
            rf"{_ABOUT}{_EITHER} (?:(?:and|or) )?{_EITHER}|(?:sessions?|services?|therapy|treatment) (?:was |were )?received",
            "delivered",
        ),
        (rf"{_ABOUT}(?:partially|partly|partial|incompletely) {_GIVEN}", "partial"),
        (rf"{_ABOUT}{_GIVEN} (?:partially|partly|in part|partial)", "partial"),
        (rf"{_ABOUT}(?:present|here|participated|came|{_GIVEN}) {_AT_IT}", "delivered"),
        (rf"{_ABOUT}absent (?:for|from|at|during) (?:(?:the|this) )?(?:{vocabulary.MEETING})", "missed:student_absent"),
        (
            rf"{_ABOUT}(?:not|never) {_GIVEN}|{_ABOUT}un(?:delivered|provided|attended|served|fulfilled|kept|seen)",
            "missed",
        ),
        (rf"{_MAKE_UP}(?: {_MEETING})?{_OF_MISSED}", "make_up"),
        (rf"{_MAKE_UP}(?: {_MEETING})?(?: (?:was )?{_GIVEN})?(?: full)?{_IN_FULL}", "make_up"),
    )
)
UNDONE = frozenset({"deleted", "voided", "void", "reversed", "retracted", "withdrawn"})
"""What is said of a row that was taken back."""
_RECORDS = re.compile(vocabulary.RECORDS)
_AFTERWARDS = tuple((re.compile(pattern), where) for pattern, where in vocabulary.AFTERWARDS)


@lru_cache(maxsize=5_000)
def status(bare: str) -> str | None:
    """What a plain text of one word of giving says, with what it is told of (session), how far, and with not before it:
    Fulfilled, Partially fulfilled, Service not rendered. None of any other."""
    return next((code for pattern, code in _FAMILY if pattern.fullmatch(bare)), None)


def is_paperwork(bare: str) -> bool:
    """Whether a plain text says nothing but where the paperwork of a session is, or that the row is a record of one."""
    told = set(bare.split())
    about = bool(told & vocabulary.PAPERWORK) and told <= vocabulary.PAPERWORK | vocabulary.OF_PAPERWORK
    return about or _RECORDS.fullmatch(bare) is not None


def is_settled(bare: str) -> bool:
    """Whether paperwork is at a stage that only a session that is over reaches (Verified, Signed), or is its record."""
    told = set(bare.split())
    about = bool(told & vocabulary.SETTLED_PAPERWORK) and told <= vocabulary.SETTLED_PAPERWORK | {"by", "supervisor"}
    return about or _RECORDS.fullmatch(bare) is not None


def afterwards(bare: str) -> str | None:
    """Where a child went after a visit that was made: ``school`` (returned to class), ``away`` (sent home), else None."""
    return next((where for pattern, where in _AFTERWARDS if pattern.fullmatch(bare)), None)
