"""People's names in all their orders."""

import re
from dataclasses import dataclass

_PARTICLES = frozenset(
    {
        "da", "dal", "de", "del", "della", "der", "di", "do", "dos", "du", "el", "la", "las", "le", "los", "san",
        "santa", "st", "st.", "van", "von", "vande", "vander", "den", "ter", "ten", "bin", "ibn", "al", "abu", "ben", "y", "e",
        "mc", "mac", "o'",
    }
)  # fmt: skip
_SUFFIX = re.compile(r"[,\s]+(jr|sr|ii|iii|iv)\.?$", re.IGNORECASE)
_TITLE = re.compile(r"^(mr|mrs|ms|miss|mx|dr|prof)\.?\s+", re.IGNORECASE)
_ONE_CREDENTIAL = (
    r"(?:otr/?l?|ot/?l|cota/?l?|otd|ot|pt|dpt|pta|slp|slpa|ccc-?slp|ccc|ma|ms|mot|mspt|m\.?a\.?|m\.?s\.?|rn|lcsw|msw|"
    r"lota?|motr/?l?|lpta?|slp-ccc|m\.?ed\.?|ed\.?s\.?|lssp|rbt|bcaba|lpn|lvn|n?csn|bsn|msn|tdhh|tsvi|tod|"
    r"ph\.?d\.?|ed\.?d\.?|bcba|psy\.?d\.?|cf|cf-slp|lpc|lpcc|lmhc|lcmhc|lcpc|licsw|lmsw|lsw|lmft|ncsp|msot|mpt|tssld|tshh|"
    r"tvi|coms|au\.?d\.?)"
)
_CREDENTIAL = re.compile(rf"[,\s]+({_ONE_CREDENTIAL}(?:/{_ONE_CREDENTIAL})*)\.?$", re.IGNORECASE)
_BETWEEN = re.compile(r"/(?=\w{2})")
"""Between two credentials (TVI/COMS), and not within one (OTR/L)."""
_ASIDE = re.compile(
    r"\s*[(\[\"“].*?[)\]\"”]\s*|(?:^|(?<=[\s,]))['‘][^'‘’]+['’](?=[\s,]|$)|\s+a\.?k\.?a\.?\s.*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Name:
    last: str | None
    first: str | None


def read(text: str | None) -> Name:
    """A whole name in one cell: "Last, First", "First Middle Last", two-word and hyphenated surnames, particles.

    Without a comma the last word is the family name, with the particles before it; one word is a family name, and so is that
    before an initial in capitals (FROST B).
    """
    bare = _clean(text)
    if not bare:
        return Name(None, None)
    bare, suffix = _without_suffix(bare)
    if "," in bare:
        last, _, first = (part.strip() for part in bare.partition(","))
        return Name(_joined(last, suffix), first.replace(",", " ").strip() or None)
    words = bare.split()
    if len(words) == 1:
        return Name(words[0], None)
    if len(words) == _TWO and bare.isupper() and len(words[1].rstrip(".")) == 1 < len(words[0].rstrip(".")):
        return Name(_joined(words[0], suffix), words[1])
    start = _family_start(words)
    return Name(_joined(" ".join(words[start:]), suffix), " ".join(words[:start]))


_TWO = 2


def provider(text: str | None) -> str | None:
    """A provider's name as "Last, First", without title and credentials, so that spellings meet."""
    bare = _clean(text)
    while bare and (match := _credential(bare)):
        bare = bare[: match.start()]
    name = read(_TITLE.sub("", bare))
    return ", ".join(part for part in (name.last, name.first) if part) or None


def credentials(text: str | None) -> list[str]:
    """The credentials behind a provider's name: ``Osei, Ama OTR/L`` and ``Holt, Ann (SLP)`` give one each."""
    bare = re.sub(r"[()\[\]]", " ", text or "").strip()
    found: list[str] = []
    while match := _credential(bare):
        found += reversed(_BETWEEN.split(match[1]))
        bare = bare[: match.start()].rstrip()
    return found


def _credential(text: str) -> re.Match[str] | None:
    """The last credential of a name; Ma and Lot behind one word alone are its family name (Ana Ma; but Ana, MA)."""
    match = _CREDENTIAL.search(text)
    if match is None or match[1].lower() not in _FAMILIES or "," in match[0] or " " in text[: match.start()].strip():
        return match
    return match if match[1].isupper() and not text.isupper() else None


_FAMILIES = frozenset(("ma", "lot", "tod"))


def part(text: str) -> str:
    """A family or given name without what it is called by beside it: William (Liam), Theodore "Teddy"."""
    return _clean(text) or text.strip()


def _clean(text: str | None) -> str:
    return re.sub(r"\s+", " ", _ASIDE.sub(" ", text or "")).strip(" ,;")


def _without_suffix(text: str) -> tuple[str, str]:
    match = _SUFFIX.search(text)
    return (text[: match.start()], match.group(1)) if match else (text, "")


def _joined(last: str, suffix: str) -> str:
    return f"{last} {suffix}".strip()


def _family_start(words: list[str]) -> int:
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return start


def begins_as_family(text: str) -> bool:
    """Whether a text begins as family names alone do: De la Cruz, Van Dorn; Ben and Al are given names too."""
    first = text.split()[0].lower() if text.strip() else ""
    return first in _PARTICLES - _GIVEN_TOO


_GIVEN_TOO = frozenset({"ben", "al"})


def looks_whole(text: str) -> bool:
    """Whether a text has the form of a whole person's name (two to five words of letters)."""
    words = re.sub(r"[,.'’\-]", " ", _ASIDE.sub(" ", text)).split()
    return 2 <= len(words) <= 6 and all(word.isalpha() for word in words)


_INITIALLED = re.compile(r"(?P<name>[A-Z][\w'’-]+),? [A-Z]\.?|[A-Z]\.? (?P<family>[A-Z][\w'’-]+)")
_NOBODYS = frozenset(
    ("am", "block", "bldg", "building", "class", "cohort", "cycle", "day", "grade", "group", "grp", "hall", "level", "page",
     "part", "period", "phase", "pm", "pod", "rm", "room", "section", "session", "site", "table", "team", "tier", "track", "unit",
     "week", "wing", "zone", "house", "plan", "set", "form", "goal", "school", "total", "vitamin", "type", "category",
     "step", "lane")
)  # fmt: skip
"""Words that a letter behind them numbers: Room B."""


def is_initialled(text: str) -> bool:
    """Whether a text is one name and an initial: Abbott L., Lena A, J. Moss; not Room B."""
    match = _INITIALLED.fullmatch(text.strip())
    return match is not None and (match["name"] or match["family"]).lower() not in _NOBODYS
