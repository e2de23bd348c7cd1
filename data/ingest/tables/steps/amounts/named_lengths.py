"""Logs whose minutes stand in words only: in headings over ticks (OT 30 min, PT 45 min), or behind the names of services."""

import re

from data.ingest.model import Table
from data.ingest.tables import looks
from data.ingest.tables.steps.amounts import lengths
from data.ingest.tables.steps.sessions import marks
from data.ingest.values import codes, durations, flags, statuses

_LENGTH = re.compile(r"\b\d{1,3}(?:\.\d+)?\s*-?\s*(?:minutes?|mins?|hours?|hrs?)\b\.?", re.IGNORECASE)
_FILLING = frozenset(
    ("session", "sessions", "therapy", "service", "services", "treatment", "visit", "small", "given", "provided", "delivered")
)  # fmt: skip
_WORD = re.compile(r"[^\s()\[\]/,;&+]+")
_NO = ("n", "no")
"""What may say that a session should have been; a box that isn't ticked (FALSE, 0) says nothing."""
_STATUS, _MINUTES, _GIVEN = "Session Status", "Minutes", "Delivered"

Told = dict[str, str]


def apart(table: Table) -> Table:
    """The log with a record for each tick: its minutes, and the service, kind, setting, grouping or outcome that its heading
    names. A row without any stays one record; No under all lengths of a service is one too, which is asked about.

    Only where no other column tells minutes, and where each word of such a heading is known (Prep 30 min isn't).
    """
    if table.melted or not lengths.is_log(table):
        return table
    found = {place: told for place in range(len(table.headings)) if (told := _told(table, place))}
    ticked = any(table.texts(place) for place in found)
    return _each(table, found) if ticked and not _says_already(table, found) else table


def _told(table: Table, place: int) -> Told:
    """What the heading of a column of ticks says of each; empty of any other column."""
    told = _said(table.headings[place])
    return told if told and not any(flags.read(text).failed for text in table.texts(place)) else {}


def _said(text: str) -> Told:
    """What a heading or label says of a session; empty where it tells no length, or more than is known."""
    spans = _LENGTH.findall(text)
    minutes = durations.in_words(spans[0].replace("-", " ")) if len(spans) == 1 else None
    said = _how(_WORD.findall(_LENGTH.sub(" ", text))) if minutes else None
    return {} if said is None else {_MINUTES: f"{minutes:g}", **said}


def _how(told: list[str]) -> Told | None:
    """What the words of a heading say beside its length; None where one of them isn't known."""
    others = " ".join(word for word in told if word.casefold() not in _FILLING and not _codes(word))
    status = statuses.read(others).status
    if others and status is None:
        return None
    return _codes(" ".join(told)) | ({_STATUS: others} if others and status != "delivered" else {})


def _codes(text: str) -> Told:
    return {topic.title(): code for topic in codes.TOPICS if (code := codes.find(text, topic))}


def _says_already(table: Table, found: dict[int, Told]) -> bool:
    """Whether another column tells minutes, or a service and the like where these headings do."""
    others = table.without(*found)
    told = {"minutes", *(name.casefold() for said in found.values() for name in said if name != _STATUS)}
    return any(others.texts(place) for name in told for place in looks.written_for(others.headings, "sessions", name))


def _each(table: Table, found: dict[int, Told]) -> Table:
    cells = {place: table.body.column(place).to_pylist() for place in found}
    rows = [
        (row, told)
        for row in range(table.body.num_rows)
        for told in _records({place: cells[place][row] or "" for place in found}, found) or [{}]
    ]
    listed = ", ".join(table.headings[place] for place in found)
    each = table.without(*found).rows([row for row, _ in rows])
    for name in dict.fromkeys(name for said in found.values() for name in said if name != _STATUS):
        each = each.also(name, [told.get(name) for _, told in rows])
    if any(_STATUS in told for _, told in rows):
        outcomes = [told.get(_STATUS, _GIVEN) if told else None for _, told in rows]
        each = marks.also_said(each, outcomes, {at for at, (_, told) in enumerate(rows) if _STATUS not in told})
    return each.noted(f"Each tick under {listed} is a session of so many minutes.")


def _records(row: dict[int, str], found: dict[int, Told]) -> list[Told]:
    """What a row's ticks say, one by one; of a service under which there is none but No, that word."""
    ticked = [found[place] for place, text in row.items() if flags.read(text).value is True]
    given = {told.get("Service") for told in ticked}
    refused = {found[place].get("Service"): text for place, text in row.items() if text.strip().casefold() in _NO}
    return ticked + [
        {_STATUS: text, **({"Service": service} if service else {})}
        for service, text in refused.items()
        if service not in given
    ]


_TELLS = ("minutes", "status", "reason", "delivered_flag", "start_time", "end_time", "minutes_missed")


def of_services(table: Table) -> Table:
    """The log with the minutes that stand only behind the names of its services (OT 30 min, PT 45 min) in a column of their
    own, where no other column says how long, or what became of a session."""
    if table.melted or not lengths.is_log(table):
        return table
    telling = {place for name in _TELLS for place in looks.written_for(table.headings, "sessions", name)}
    for place in range(len(table.headings)):
        texts = () if telling - {place} else table.texts(place)
        told = {text: _said(text) for text in texts}
        if texts and all("Service" in said and _STATUS not in said for said in told.values()):
            minutes = [told[text][_MINUTES] if text in told else None for text in table.body.column(place).to_pylist()]
            return table.also(_MINUTES, minutes).noted(f"Minutes are those under {table.headings[place]}.")
    return table
