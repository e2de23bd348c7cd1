"""Who treated where the usual provider didn't: two columns of providers, one of which is filled only then."""

from data.ingest import texts
from data.ingest.model import Table
from data.ingest.values import names, words

_PERSON = frozenset({"provider", "staff", "specialist", "teacher"})
_USUAL = frozenset({"regular", "assigned", "usual", "primary", "scheduled"})
_STOOD_IN = frozenset({"actual", "substitute", "sub", "covering", "coverage", "different", "alternate"})


def settled(table: Table) -> Table:
    """The table with one column of providers: who stood in where somebody did, else the usual one; as it is where the
    two aren't told apart by their headings."""
    told = [words.said_by(heading) for heading in table.headings]
    actual = [place for place, one in enumerate(told) if one & _PERSON and one & _STOOD_IN and _are_names(table, place)]
    usual = [
        place for place, one in enumerate(told)
        if one & _PERSON and one & _USUAL and not one & _STOOD_IN and _are_names(table, place)
    ]  # fmt: skip
    if len(actual) != 1 or len(usual) != 1:
        return table
    who = texts.filled(table.body.column(actual[0]), table.body.column(usual[0]))
    note = f"Where {table.headings[actual[0]]} is filled, it is who gave the service."
    return table.instead(usual[0], {"Provider": who}).without(actual[0]).noted(note)


def _are_names(table: Table, place: int) -> bool:
    texts = table.texts(place)
    return bool(texts) and all(names.looks_whole(text) for text in texts)
