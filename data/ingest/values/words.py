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
