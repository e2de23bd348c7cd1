"""Codes of claims that tell no outcome: procedures (97530, T1015) and their modifiers (GN: whose plan; 95: by video)."""

import re

from data.ingest.values.words import said_by

_OF_THERAPIES = frozenset({"gn", "go", "gp", "co", "cq"})
_OTHERS = frozenset(
    {"gt", "gq", "93", "95", "hq", "ha", "hm", "hn", "ho", "hp", "td", "te", "tl", "tm", "tn", "tr", "kx", "59", "76", "77", "96",
     "97", "ge", "u1", "u2", "u3", "u4", "u5", "u6", "u7", "u8", "u9", "xe", "xp", "xs", "xu"}
)  # fmt: skip
_PROCEDURE = re.compile(r"9[0-8]\d{3}|[a-v]\d{4}")
_BETWEEN = re.compile(r"[\s,;/:-]+")


def are_all(texts: tuple[str, ...], heading: str = "") -> bool:
    """Whether texts are nothing but procedures, or modifiers alone or several in a cell (GO 95), of which one is a therapy's
    or that are called so (Mod 2)."""
    told = [part for text in texts for part in _BETWEEN.split(text.strip().casefold()) if part]
    if told and all(map(_PROCEDURE.fullmatch, told)):
        return True
    known = set(told) <= _OF_THERAPIES | _OTHERS
    return known and bool(_NAMED & said_by(heading) or not _OF_THERAPIES.isdisjoint(told))


_NAMED = frozenset({"mod", "modifier"})
