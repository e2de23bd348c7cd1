"""Several buildings of one person in a cell of a staff list: none of them is the school where the week starts."""

import re

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import families, words

_SURE, _PERHAPS = re.compile(r"\s*(?:[;\n|]|,(?!\s*The\b))\s*"), re.compile(r"\s*(?:[;\n|,/&+]|\band\b)\s*")
"""What parts several names, and what may as well stand in one (Lewis and Clark)."""
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_ENDS = frozenset(
    ("school", "elementary", "elem", "middle", "high", "primary", "academy", "es", "ms", "hs", "preschool")
)
_EVERYWHERE = frozenset(
    ("all", "every", "various", "multiple", "several", "itinerant", "districtwide", "wide", "travels")
)
_OF_PLACES = families.SITES | {"district", "campuse", "elementary", "secondary"}
_OF_STAFF = ("role", "fte", "contract_minutes")


def unsettled(table: Table) -> Table:
    """The staff list without the places of those who have several, or all; told in a note."""
    if not _is_of_staff(table):
        return table
    days = looks.written_for(table.headings, "site_days", "weekday")
    for place in (at for at, heading in enumerate(table.headings) if _is_of_places(heading)):
        if days and words.said_by(table.headings[place]) <= families.SITES:
            continue  # where somebody is on a weekday
        texts = table.texts(place)
        lists = _lists(table.headings[place], texts)
        if lists:
            column = [None if text in lists else text for text in table.body.column(place).to_pylist()]
            told = f"{table.headings[place]}: of several of one person none is taken as the home school."
            table = table.filled(place, column).noted(told)
    return table


def _is_of_places(heading: str) -> bool:
    told = words.said_by(heading)
    return bool(told & families.SITES) and told <= families.SITES | _BESIDE


_BESIDE = frozenset(("serve", "assigned", "assignment", "home", "base", "work", "covered", "visited", "to", "s"))


def _is_of_staff(table: Table) -> bool:
    """Whether a list tells what some people are or how much they work, and no students."""
    named = any(looks.meant_for(table.headings, "providers", name) for name in ("provider_name", "provider_last_name"))
    told = any(looks.meant_for(table.headings, "providers", name) for name in _OF_STAFF)
    others = looks.of_students() - looks.of_staff()
    return named and told and not table.melted and others.isdisjoint(map(words.heading, table.headings))


def _lists(heading: str, texts: tuple[str, ...]) -> set[str]:
    """The texts that list several places, or say that somebody is everywhere."""
    bare = {text: _ASIDE.sub("", text).strip() for text in texts}
    single = {one for text in bare.values() if len(parts := _parts(_SURE, text)) for one in parts if not _joins(one)}
    several = heading.strip().lower().rstrip(" )").endswith("s")
    return {text for text, one in bare.items() if _is_everywhere(one) or _is_list(one, single, several=several)}


def _is_list(text: str, single: set[str], *, several: bool) -> bool:
    if len(_parts(_SURE, text)) > 1:
        return True
    parts = _parts(_PERHAPS, text)
    apart = several or all(part in single or words.plain(part).split()[-1] in _ENDS for part in parts)
    return len(parts) > 1 and apart


def _parts(pattern: re.Pattern[str], text: str) -> list[str]:
    return [part for part in pattern.split(text) if any(map(str.isalpha, part))]


def _joins(text: str) -> bool:
    return len(_parts(_PERHAPS, text)) > 1


def _is_everywhere(text: str) -> bool:
    told = set(words.said_by(text)) | set(words.plain(text).split())
    return bool(told & _EVERYWHERE) and words.said_by(text) <= _EVERYWHERE | _OF_PLACES
