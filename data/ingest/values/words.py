"""Words of a text, so that spellings, punctuation and case make no difference."""

import re
import unicodedata
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.contracts.synonyms import Slot, listed_words
from data.contracts.words import spellings

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_APART = re.compile(r"[^a-z0-9#%+]+|(?<=[#%])(?=.)|(?=[#%])")


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Lower case without accents and punctuation, words apart by one space: ``Service_Type(s):`` -> service type s."""
    folded = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return _APART.sub(" ", bare.replace("'", "").replace("’", "").replace("&", " and ").lower()).strip()


@lru_cache(maxsize=10_000)
def heading(text: str) -> str:
    """A heading's words: camel case apart, a stray plural ``(s)``, ``(please print)``, ``unless noted`` and the raised number
    of a footnote dropped."""
    text = _NUMERO.sub("No ", text)
    return plain(_CAMEL.sub(" ", _NO_MATTER.sub("", _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))))


_NUMERO = re.compile(r"\bN°", re.IGNORECASE)
"""A number as French and Spanish write it: N° ID; ID Nº and № are No by their letters."""
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""A sign that a list's export writes by its number: Service_x0020_Date."""


_NO_MATTER = re.compile(
    r"\(s\)|[\u00b9\u00b2\u00b3\u2070-\u2079]+|\s*\((?:please )?print(?:ed)?(?: (?:full )?name| clearly| legibly)?\)|"
    r"[,;]?\s*\b(?:unless|except (?:as|where)|if not) (?:it is )?(?:otherwise )?(?:noted|stated|indicated|specified|marked)"
    r"(?: otherwise)?\b",
    re.IGNORECASE,
)


_OF_A_TABLE = re.compile(
    r"^\[?(?:active|sped|iep|plans?|learning|related|services?|svcs?|sessions?|logs?|entry|details?|records?|events?|student|v|vw|"
    r"tbl|dbo|[ _])+\]?\s*[.:>]+\s*\[?(?=[A-Za-z])",
    re.IGNORECASE,
)


_HOW_WRITTEN = re.compile(
    r"\s*\((?:(?:(?i:last|first|middle|mi|initial|name|optional|required|if applicable|am|pm|yes|no|[mdyhn:]{1,4})|[A-Z]{3,6})"
    r"[ ,/.-]*)+\)\s*$"
)
_OF_FACTORS = re.compile(r"\s*\([^()]*\b[x×]\b[^()]*\)\s*$", re.IGNORECASE)
"""What an amount is made of: Mandate (freq x min x group size)."""
_ONE_WORD = re.compile(r"[a-z]{3,12}")


@lru_cache(maxsize=10_000)
def readings(heading: str) -> tuple[str, ...]:
    """What a heading may be read as beside the whole: each of two names (``Fecha / Date``), a name without its table
    (``iepServices.startDate``), without how it is written (``Provider Name (Last, First)``)."""
    found = heading.split(" / ") if " / " in heading else []
    bare = [pattern.sub("", heading).rstrip("]") for pattern in (_OF_A_TABLE, _HOW_WRITTEN)]
    bare.append(_OF_FACTORS.sub("", heading))
    return (*found, *(one for one in bare if one and one != heading))


@lru_cache(maxsize=10_000)
def unnumbered(text: str) -> str:
    """A heading in plain form without its number: goal of ``Goal 2:``, ``Goal #2`` and ``2nd goal``."""
    return " ".join(re.sub(r"\d+(?:st|nd|rd|th)?", " ", heading(text)).replace("#", " ").split())


_NAMED_TWICE = re.compile(
    r"^(?P<one>[^()/]{3,}?)\s*(?:\((?P<within>[^()/]{3,})\)|\s?/\s?(?P<other>[^()/]{3,})|\s+or\s+(?P<or>.{3,}))$"
)


@lru_cache(maxsize=20_000)
def two_names(heading: str) -> tuple[str, ...]:
    """The two names that a heading may give one thing, in plain form: ``Skill (goal)``, ``Goal/skill``; else none."""
    match = _NAMED_TWICE.match(" ".join(heading.split()))
    return tuple(plain(part) for part in match.groups() if part) if match else ()


def of_a_student(text: str) -> str:
    """What one word of a heading names of a student, in plain form: sasid of ``Learner SASID``; empty where none does."""
    whose, _, rest = heading(text).partition(" ")
    return rest if spelt_out(whose) == "student" and _ONE_WORD.fullmatch(rest) else ""


_JOINED = (
    (re.compile(r"\bmake ups?\b|\bmade up\b"), "makeup"),
    (re.compile(r"\bi d\b"), "id"),
    (re.compile(r"\bw (?=(?:the )?(?:student|child|client|kid|stu)\b)"), "with "),
    (re.compile(r"\bpush in\b"), "pushin"),
    (re.compile(r"\bpull out\b"), "pullout"),
    (re.compile(r"\b(?:gen|general|reg|regular) ?ed(?:ucation)?\b"), "gened"),
    (re.compile(r"\b(?:sp|special) ?ed(?:ucation)?\b"), "sped"),
    (re.compile(r"\b(?:take|takes|took|taken) place\b"), "occur"),
    (re.compile(r"\bmpw\b"), "minute week"),
    (re.compile(r"\bmpm\b"), "minute month"),
    (re.compile(r"\bmpy\b"), "minute year"),
    (re.compile(r"\b(?:d o b|dob|b ?dates?|bday|birthdt|birthdate)\b"), "birth date"),
    (re.compile(r"\bgiven (?=name\b|nm\b)|^given$"), "first "),
    (re.compile(r"\b(l|f)name\b"), lambda found: {"l": "last name", "f": "first name"}[found[1]]),
    (re.compile(r"\bhow many (?=min|hour|hr)"), ""),
    (re.compile(r"\bhow many\b|\b(?:number|num|nbr|no) (?:of|in)\b|# ?(?:of|in)\b"), "count"),
    (re.compile(r"(?:^|(?<= ))# (?=(?:[a-z]+s|stu|stud|std)\b)(?![a-z]*ss\b)"), "count "),
    (re.compile(r"^(?:please )?(?:enter|select|choose|type) (?:the|your|a) "), ""),
    (re.compile(r"\bhow long\b"), "duration"),
    (re.compile(r"\b(?:un|non) (?:served|delivered|provided|rendered|met|given|fulfilled)\b"), "undelivered"),
    (re.compile(r"\b(?:no|not) (?:more|greater) than\b|\bat (?:the )?most\b"), "most"),
    (re.compile(r"\b(?:y n|yes no|yes or no|hh mm|h mm|mm dd yyyy|m d y)\b"), ""),
)  # fmt: skip
_SMALL = frozenset(
    (
        "per", "a", "an", "of", "the", "on", "at", "and", "or", "was", "were", "is", "are", "be", "been", "did", "do", "does",
        "this", "that", "what", "which", "you", "your", "please", "with", "it", "its", "s", "de", "del", "la", "el", "las",
        "los",
    )
)  # fmt: skip
"""Words that a heading can do without."""
_RUN_TOGETHER, _LONGEST, _SHORTEST = 8, 16, 3
_SHORT_PARTS = frozenset(("id", "nm", "dt", "cd", "no", "tm", "svc", "stu", "end", "min", "iep", "day", "k12", "num"))
"""Shorter words that may be a part of others that run into one another."""
_MISSPELT = 6
"""Letters from which a word with one letter amiss is taken for the one that it resembles."""


@lru_cache(maxsize=20_000)
def spelt_out(words: str) -> str:
    """A heading's words as ``spellings.toml`` tells them, singular, sorted, without small words.

    ``Min/Wk``, ``minutes per week`` and ``Weekly minutes`` are all ``minute week``; a heading of small words only stays.
    """
    for pattern, new in _JOINED:
        words = pattern.sub(new, words)  # type: ignore[arg-type]
    told = [_alike(word) for word in _parted(words).split()]
    kept = sorted({word for word in told if word not in _SMALL})
    return " ".join(kept or told)


@cache
def forms(slot: Slot) -> frozenset[str]:
    """The headings of a place, each as ``spelt_out`` tells it."""
    return frozenset(map(spelt_out, slot.words))


@lru_cache(maxsize=10_000)
def said_by(text: str) -> frozenset[str]:
    """The words of a heading as ``spelt_out`` tells them."""
    return frozenset(spelt_out(heading(text)).split())


@lru_cache(maxsize=20_000)
def _alike(word: str) -> str:
    known = spellings()
    if word in known:
        return known[word]
    single = _singular(word)
    if single in known or single in _told():
        return known.get(single, single)
    meant = _meant(single) if len(single) >= _MISSPELT and single.isalpha() else single
    return known.get(meant, meant)


def _parted(words: str) -> str:
    """Words that run into one another (``studentfirstnm``) apart, where they can only be known ones."""
    return " ".join(part for word in words.split() for part in (_parts(word) or (word,)))


@lru_cache(maxsize=20_000)
def _parts(word: str) -> tuple[str, ...]:
    """The fewest known words of which a longer one is made; empty where it is one itself or isn't made of them."""
    if len(word) < _RUN_TOGETHER or not word.isalnum() or _is_told(word):
        return ()
    best: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before, part = best[start], word[start:end]
            found = best[end]
            if before is not None and _is_part(part) and (found is None or len(found) > len(before) + 1):
                best[end] = (*before, part)
    return best[-1] or ()


def _is_told(word: str) -> bool:
    return word in spellings() or _singular(word) in _told()


def _is_part(part: str) -> bool:
    return part in _SHORT_PARTS or (len(part) > _SHORTEST and _is_told(part))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies") and word != "series":
        return word[:-3] + "y"
    plural = len(word) > 3 and word.endswith("s") and word[-2:] not in ("ss", "us", "is") and word != "times"
    return word[:-1] if plural else word


def _meant(word: str) -> str:
    """The known word with one letter amiss, where it is only one and neither is a part of the other."""
    near = process.extract(word, _told(), scorer=OSA.distance, score_cutoff=1, limit=3)
    found = {other for other, _, _ in near if other not in word and word not in other and other[0] == word[0]}
    return found.pop() if len(found) == 1 else word


@cache
def _told() -> frozenset[str]:
    """The words of all headings that districts use, singular."""
    return frozenset(map(_singular, (*listed_words(), *spellings(), *spellings().values())))
