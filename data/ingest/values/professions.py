"""Whose absence a text tells by a profession: a teacher's is the provider's only where teachers give the service."""

import re

_COUNSELLING = frozenset({"COUNSELING", "PSYCH", "SOCIAL_WORK", "BEHAVIOR"})
_GIVES = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), services)
    for words, services in (
        (r"speech|slpa?s?", frozenset({"SLP"})),
        (r"occupational|ots?|otr|cotas?|otas?", frozenset({"OT"})),
        (r"physical|pts?|ptas?", frozenset({"PT"})),
        (r"teachers?|instructors?", frozenset({"SDI", "VISION", "DHH", "APE", "O_AND_M"})),
        (r"counsell?ors?|psychologists?", _COUNSELLING),
        (r"nurses?", frozenset({"NURSING"})),
    )
)
"""Words for a profession -> the services that it gives."""
_OF_CLASS = re.compile(
    r"\b(?:class ?room|home ?room|gen(?:eral)?\.? ?ed\w*|reg(?:ular)?(?:\.? ?ed\w*)?|grade|kindergarten|music|art|gym|"
    r"sub(?:stitute)?) (?:teachers?|instructors?)\b",
    re.IGNORECASE,
)
"""Teachers who give no special education."""
_ANY = re.compile(r"\b(?:providers?|therapists?|clinicians?|practitioners?|staff|i|me)\b", re.IGNORECASE)


def names_one(text: str) -> bool:
    """Whether a text names a profession, and neither any provider (therapist) nor whoever writes (I)."""
    return not _ANY.search(text) and any(named.search(text) for named, _ in _GIVES)


def may_give(text: str, service: str) -> bool:
    """Whether those whom a text names may give a service: a teacher specialized instruction, and no occupational therapy."""
    if _OF_CLASS.search(text):
        return False
    told = [services for named, services in _GIVES if named.search(text)]
    return service == "OTHER" or any(service in services for services in told)
