"""Who treated, by a title: a name with credentials (Rae Quan, OTR/L), or one beside the service (PT - Sept 2025 - Rae Quan)."""

import re
from collections.abc import Iterable, Sequence

from data.contracts import synonyms
from data.contracts.words import phrases
from data.ingest.tables import looks
from data.ingest.tables.steps.people import names_in_cell
from data.ingest.values import codes, dates, names, words

_APART = re.compile(r"\s+[-–—|•]\s+|\s*[()]\s*|\s{3,}|\n")
_BEFORE = re.compile(
    r"\s+[-–—]\s+|:\s+(?=[A-Z])|\b(?:services?|therapy|sessions?|minutes|log|visits?|[Cc]aseload|[Rr]oster|treatment|provided|delivered|rendered|given|treated)\s+"
    r"(?:by|with|of|from|for)\s+(?=[A-Z])|\b[Bb]y:?\s+(?=[A-Z])"
)
_SURE = re.compile(r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? |[A-Z]\. ?)[A-Z][a-z'’]?[\w'’-]+")
"""A name with a title or an initial before it, as no place has."""
_COURTESY = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? (?=\S+ \S)")
"""A title before a whole name, which is one without it too."""
_LONGEST_ABBREVIATION = 3
_THERAPIST = re.compile(r"^(?:[Tt]herapist|[Pp]rovider|[Cc]linician|[Pp]ractitioner|[Cc]ounselor),? (?=[A-Z])")
"""Who a name behind it is."""
_PERSON = re.compile(
    r"(?:[A-Z][a-z][\w'’-]* (?:[A-Z]\.? )?(?:[A-Z][\w'’-]+|(?:de|del|la|van|von|der|di|da) (?:\w+ )?[A-Z][\w'’-]+)"
    r"|[A-Z][\w'’-]+, [A-Z][\w'’-]+)"
)


def parts(title: str) -> list[str]:
    """What stands between the strokes and brackets of a title."""
    return [part.strip(" ,;:") for part in _APART.split(title) if part.strip(" ,;:")]


_STROKES = re.compile(r"\s+[-–—|•]\s+|:\s+|\s{3,}|\n")


def parts_whole(title: str) -> list[str]:
    """What stands between the strokes and colons of a title, brackets and all."""
    return [part.strip(" ,;:") for part in _STROKES.split(title) if part.strip(" ,;:")]


def with_credentials(title: str) -> str | None:
    """A person's name with credentials that a title is or has between its strokes (PT log 2025-26 - Quan, Rae, PT; OT -
    Rae Quan, OTR/L - Sept), or behind what is by whom (OT services by Rae Quan, OTR/L); None where it names nobody, or
    several: a title that only a state stands behind (Jackson, MS) is no name."""
    told = _BEFORE.split(title)
    found = [
        part for before, part in zip(("", *told), told, strict=False)
        if is_signature(part.strip()) and not is_overseer(before)
    ]  # fmt: skip
    return found[0].strip() if len(found) == 1 else None


def is_overseer(text: str) -> bool:
    """Whether words say that a person beside them only answers for who treated: Supervised by, Approved by, Co-signed by."""
    told = words.said_by(text)
    return bool(_OVERSEERS & told) or told >= _CO_SIGNED


_OVERSEERS = frozenset(
    ("supervising", "supervision", "approved", "reviewed", "verified", "overseen", "oversees", "cosigned", "cosigner", "cosign",
     "mentor", "principal", "director")
)  # fmt: skip
_CO_SIGNED = frozenset(("co", "signed"))


def is_signature(part: str) -> bool:
    """Whether a text is a person's name with credentials that say a role."""
    roles = [word for word in names.credentials(part) if codes.find(word, "role")]
    first = min(
        (match.start() for role in roles if (match := re.search(rf"\b{re.escape(role)}(?!\w)", part))), default=0
    )
    bare = part[:first].strip(" ,")
    return names.looks_whole(bare) and not codes.find(bare, "service") and not is_overseer(bare)


def beside_service(titles: Iterable[str], headings: Sequence[str]) -> str | None:
    """The one person whom titles name beside a service and without credentials, over a table that has columns of its
    students and none of who treated: above a table of one student the name may be the student's."""
    if not _may_sign(headings):
        return None
    told_by = list(titles)
    found = {person for title in told_by for person in _beside(title) if person not in headings} or {
        part
        for title in told_by
        for part in parts(title)
        if _is_surely_person(part) and any(map(_is_of_service, told_by))
    }
    return found.pop() if len(found) == 1 else None


def _may_sign(headings: Sequence[str]) -> bool:
    """Whether a table has a column of its students, or one for each of several, and none of who treated."""
    told = {words.heading(one) for one in headings}
    providers = synonyms.headings("provider")
    has_students = (
        not told.isdisjoint(looks.of_students() | names_in_cell.WHOM) or len(_columns_of_people(headings)) > 1
    )
    return has_students and all(told.isdisjoint(listed) for listed in providers.values())


def _columns_of_people(headings: Sequence[str]) -> list[str]:
    """The headings that are people's names, where all others are known ones."""
    found = [one for one in headings if is_person(one) and not _is_listed(one)]
    return found if all(one in found or looks.known(one) for one in headings if one.strip()) else []


def _is_listed(heading: str) -> bool:
    """Whether a heading without a comma has a word that headings are made of: Service Date is nobody."""
    return "," not in heading and not synonyms.listed_words().isdisjoint(words.heading(heading).split())


def alone(titles: Sequence[str], headings: Sequence[str]) -> str | None:
    """The one name of a person that is a title by itself, under or above one of a service: a person must say whether that
    is who treated, since schools are called after people too."""
    found = [title for title in titles if is_person(title.strip())] if _may_sign(headings) else []
    others = [title for title in titles if title not in found]
    return found[0].strip() if len(found) == 1 and any(map(_is_of_service, others)) else None


def _beside(title: str) -> list[str]:
    told = [_THERAPIST.sub("", part) for part in parts(title)]
    people = [part for part in told if is_person(part)]
    return people if len(people) == 1 and any(_is_of_service(part) for part in told if part not in people) else []


def _is_of_service(text: str) -> bool:
    return bool(codes.find(text, "service") or codes.find(text, "role"))


def is_person(text: str) -> bool:
    """Whether a text has the form of a person's name, with or without a title (Ms. Rae Quan), and no word of places, times
    or papers: Oak Ridge is none, nor is an agency or a district (Oakton SD)."""
    bare = _COURTESY.sub("", text)
    if _SURE.fullmatch(text) or _SURE.fullmatch(bare):
        return True
    if _PERSON.fullmatch(bare) is None or is_body(bare) or codes.find(bare, "service"):
        return False
    return not is_other(bare) or (_is_called(text) and _is_of_families(bare))


def _is_surely_person(text: str) -> bool:
    """Whether a name has a title or an initial before it, as no place has; schools are called after doctors."""
    return _SURE.fullmatch(text) is not None or (_is_called(text) and is_person(text))


def _is_called(text: str) -> bool:
    return _COURTESY.match(text) is not None and not text.startswith("Dr")


def _is_of_families(name: str) -> bool:
    """Whether of the words of a name none is one of places, times or papers that no family is called by (Owen Birch)."""
    told = [phrases("no_person").get(word) for word in words.plain(name).split()]
    return set(told) <= {None, "landscape"} and not dates.month_in(name)


def is_body(text: str) -> bool:
    """Whether a text names an agency or a district: by a word for one, or as it ends in a few capitals behind a word that
    isn't all capitals (Oakton SD, Mesa BOCES), at most three, or a kind of agency; credentials (Rae Quan OTR) are none."""
    if codes.is_organisation(text):
        return True
    *others, last = text.split()
    is_short = len(last) <= _LONGEST_ABBREVIATION or last.lower() in {*phrases("agency"), *phrases("organisation")}
    stands_behind = "," not in text and not all(map(str.isupper, others)) and not names.credentials(text)
    return stands_behind and last.isupper() and is_short


def is_other(text: str) -> bool:
    """Whether words of a name are rather those of a place, a time or a paper, or it is more than one name."""
    told = words.plain(text).split()
    months = [word for word in told if dates.month_number(word)]
    is_no_name = not phrases("no_person").keys().isdisjoint(told) and not _SURE.fullmatch(text)
    return is_no_name or len(months) == len(told) or bool(dates.month_in(text)) or len(parts(text)) > 1


def is_mostly_other(text: str) -> bool:
    """Whether more than half of the words of a name are those of places, times or papers, which a family may be called by
    too: Progress Report, but not Ada Hill."""
    told = words.plain(text).split()
    return sum(word in phrases("no_person") for word in told) * 2 > len(told)
