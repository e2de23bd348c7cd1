"""Which column of codes is of the school where each row is, though it is called a location's."""

import re

from data.contracts.synonyms import SLOTS
from data.ingest.mapping.choose import Fit
from data.ingest.model import Table
from data.ingest.values import families, words


def of_buildings(fit: Fit, table: Table) -> dict[int, str | None]:
    """The column of codes of locations beside one of codes of districts (District Code, Location Code), of three signs or
    more: a school of the district. A shorter code may be one of where in the school."""
    if "school" in fit.places or "school" not in {slot.name for slot in SLOTS[fit.dataset]}:
        return {}
    said = [words.said_by(heading) for heading in table.headings]
    if not any("district" in one and one & _CODES for one in said):
        return {}
    free = [
        place for place, (name, _) in enumerate(fit.taken) if name in (None, "setting") and said[place] >= _LOCATION
    ]
    found = [place for place in free if said[place] <= _LOCATION | _CODES and said[place] & _CODES]
    texts = [table.texts(place) for place in found]
    return {found[0]: "school"} if len(found) == 1 and texts[0] and all(map(_BUILDING.match, texts[0])) else {}


_LOCATION, _CODES = frozenset(("location",)), families.IDS | {"code", "#"}
_BUILDING = re.compile(r"^(?=.*\d)[A-Za-z0-9-]{3,12}$")
