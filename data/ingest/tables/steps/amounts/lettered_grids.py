"""The grid of Massachusetts' form by its letter, in a column (Grid: A, B, C), as kind and setting: A is consultation, B service
in the general classroom, C in other settings."""

import re
from collections.abc import Mapping

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.values import words

_BESIDE = frozenset(("grid", "service", "services", "delivery", "section", "iep", "part", "letter", "sdg"))
_LETTER = re.compile(r"(?:(?:grid|section|part)\s*)?([A-Z])(?:[\s-]*grid)?\.?", re.IGNORECASE)
_TITLED = re.compile(r"(?:(?:grid|section|part)\s*)?([A-C])(?:[\s-]*grid)?\s*[.):–-]+\s*(\D{6,})", re.IGNORECASE)
_IS_TITLE = {
    "A": re.compile(r"consult", re.IGNORECASE),
    "B": re.compile(r"general ed|gen\.? ed|regular (?:class|ed)", re.IGNORECASE),
    "C": re.compile(r"other setting", re.IGNORECASE),
}
"""What the form says behind each letter, by its words."""
_KINDS = {"A": "Indirect", "B": "Direct", "C": "Direct"}
_SETTINGS = {"A": "Indirect", "B": "In general education", "C": "Other setting"}
_MADE: tuple[tuple[str, str, Mapping[str, str]], ...] = (("Kind", "kind", _KINDS), ("Setting", "setting", _SETTINGS))


def told(table: Table) -> Table:
    """The table with columns of kind and setting in place of such letters, alone or before the form's own words, but for what
    another column tells; a letter that the form hasn't is asked about. A key of the file's own to these letters says something
    else: then they stay."""
    place = next((at for at in range(len(table.headings)) if _is_grid(table, at)), None)
    if place is None or {"a", "b", "c"} & table.legend.keys():
        return table
    written = [(text or "").strip() for text in table.body.column(place).to_pylist()]
    letters = [_letter(text) or text for text in written]
    made = {
        heading: [listed.get(one, f"Grid {one}") if one else None for one in letters]
        for heading, field, listed in _MADE
        if not any(looks.meant_for(table.headings, dataset, field) for dataset in ("service_lines", "sessions"))
    }
    note = f"{table.headings[place]}: A is consultation (indirect), B in general education, C in other settings."
    return table.instead(place, made).noted(note) if made else table


def _is_grid(table: Table, place: int) -> bool:
    told = {*words.heading(table.headings[place]).split()}
    if "grid" not in told or not told <= _BESIDE:
        return table.all_are(place, _titled)
    letters = [_letter(text) for text in table.texts(place)]
    return any(one in _KINDS for one in letters) and letters.count(None) * _ODD_OF <= len(letters)


_ODD_OF = 2
"""Of so many different cells one may say something else (B/C), which is asked about."""


def _letter(text: str) -> str | None:
    match = _LETTER.fullmatch(text.strip())
    return match[1].upper() if match else _titled(text)


def _titled(text: str) -> str | None:
    match = _TITLED.fullmatch(text.strip())
    letter = match[1].upper() if match else ""
    return letter if match and _IS_TITLE[letter].search(match[2]) else None
