"""Words of a text, so that spellings, punctuation and case make no difference."""

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_APART = re.compile(r"[^a-z0-9#%+]+")


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """Lower case without accents and punctuation, words apart by one space: ``Service_Type(s):`` -> service type s."""
    folded = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return _APART.sub(" ", bare.replace("'", "").replace("’", "").replace("&", " and ").lower()).strip()


@lru_cache(maxsize=10_000)
def heading(text: str) -> str:
    """A heading's words: camel case apart, a stray plural ``(s)`` dropped."""
    return plain(_CAMEL.sub(" ", re.sub(r"\(s\)", "", text)))


_SHORT = {
    "min": "minute", "mins": "minute", "mns": "minute", "hr": "hour", "hrs": "hour", "wk": "week", "wks": "week",
    "wkly": "week", "weekly": "week", "mo": "month", "mos": "month", "monthly": "month", "qtr": "quarter",
    "quarterly": "quarter", "yr": "year", "yrs": "year", "yearly": "year", "annual": "year", "no": "number",
    "num": "number", "nbr": "number", "#": "number", "%": "percent", "pct": "percent", "svc": "service",
    "svcs": "service", "srv": "service", "freq": "frequency", "prov": "provider", "stu": "student", "stud": "student",
    "dt": "date", "sch": "school", "loc": "location", "grp": "group", "dur": "duration", "sess": "session",
    "desc": "description", "tchr": "teacher", "therap": "therapist", "dob": "birth date",
}  # fmt: skip
_LINKS = frozenset(("per", "a", "of", "the"))


@lru_cache(maxsize=10_000)
def spelt_out(words: str) -> str:
    """A heading's words with abbreviations spelt out, singular, without per and of: ``min/wk`` is minute week."""
    told = (_SHORT.get(word, word) for word in words.split() if word not in _LINKS)
    return " ".join(word[:-1] if len(word) > 3 and word.endswith("s") and word[-2:] != "ss" else word for word in told)
