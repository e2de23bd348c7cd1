"""Codes without their words in a state's own extract: 450 under Special Education Service Code is Occupational Therapy."""

import re
from collections.abc import Mapping
from typing import Any

from data.contracts.listed import listed
from data.ingest.model import Table
from data.ingest.values import words

_CODE = re.compile(r"\d{2,3}")
_AGENCIES = "special education service provider code"
"""A kind of agency (100 is the district of service), and nobody's id."""


def in_words(table: Table) -> Table:
    """The table with the words that a state's public list has behind its codes, where the file has the headings that mark
    the state's extract, and beneath them bare codes of which most are listed. Codes that no list has stay as they are."""
    state = next((one for one in listed("state_codes").values() if _is_of(table, one)), None)
    for name, key in state["keys"].items() if state else ():
        if (place := _place(table, name)) is not None:
            table = _told(table, place, key)
    agencies = _place(table, _AGENCIES) if state else None
    return table if agencies is None else table.without(agencies)


def _is_of(table: Table, state: Mapping[str, Any]) -> bool:
    return all(_are_listed(table, _place(table, name), state["keys"][name]) for name in state["marks"])


def _are_listed(table: Table, place: int | None, key: Mapping[str, str]) -> bool:
    """Whether a column holds bare codes only, and half of the different ones or more are of the list."""
    if place is None or not table.all_are(place, lambda text: _CODE.fullmatch(text.strip())):
        return False
    told = {text.strip() for text in table.texts(place)}
    return 2 * len(told & key.keys()) >= len(told)


def _place(table: Table, name: str) -> int | None:
    found = [at for at, one in enumerate(table.headings) if words.heading(one) == name]
    return found[0] if len(found) == 1 else None


def _told(table: Table, place: int, key: Mapping[str, str]) -> Table:
    texts = table.body.column(place).to_pylist()
    made = [f"{text.strip()} - {key[text.strip()]}" if text and text.strip() in key else text for text in texts]
    return table.filled(place, made).noted(f"{table.headings[place]}: codes as the state lists them.")
