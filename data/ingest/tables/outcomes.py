"""What became of a session, told behind its service in one cell (Speech Therapy - Student No Show)."""

import re
from dataclasses import replace

import pyarrow as pa

from data.contracts import synonyms
from data.contracts.datasets import SERVICES
from data.ingest.model import Table
from data.ingest.values import codes, statuses, words

_PARTS = re.compile(r"\s+[-–—]\s+|\s*[:(;/]\s*")
_MOST_TEXTS, _LONGEST, _LOOKED_AT = 60, 80, 3000
_TOLD = ("missed", "partial", "make_up", "attempt")


def apart(table: Table) -> Table:
    """The table with such outcomes in a column of their own, where it has none; what says only that the session was
    given is left to its minutes."""
    if any(words.heading(heading) in _listed() for heading in table.headings):
        return table
    table = _mixed(table)
    for place in range(len(table.headings)):
        if len(table.body.column(place).slice(0, _LOOKED_AT).unique()) > _MOST_TEXTS:
            continue
        texts = [text for text in table.body.column(place).unique().to_pylist() if text]
        if len(texts) <= _MOST_TEXTS and all(len(text) <= _LONGEST for text in texts):
            told = {text: said for text in texts if (said := _outcome(text))}
            if told:
                column = pa.array([told.get(text or "") for text in table.body.column(place).to_pylist()], pa.string())
                return table.also("Session Status", column)
    return table


def _listed() -> frozenset[str]:
    listed = synonyms.headings("sessions")
    return frozenset((*listed["status"], *listed["reason"])) - {"type", "service type", "session type", "code"}


def _outcome(text: str) -> str | None:
    """The outcome that stands beside a service in a text; None where there is no service, or none but a delivered one."""
    parts = [part.strip(" )") for part in _PARTS.split(text) if part.strip(" )")]
    if len(parts) < 2 or not any(codes.find(part, "service", SERVICES) for part in parts):
        return None
    found = [part for part in parts if statuses.read(part).status in _TOLD]
    return " - ".join(found) or None


_HOW = ("kind", "grouping", "setting", "service")


def _mixed(table: Table) -> Table:
    """The table with the outcomes that stand among kinds of sessions in one column (Direct, Consult, Therapist
    cancelled) in a column of their own."""
    for place in range(len(table.headings)):
        texts = [text for text in table.body.column(place).slice(0, _LOOKED_AT).unique().to_pylist() if text]
        if not 1 < len(texts) <= _MOST_TEXTS or any(len(text) > _LONGEST for text in texts):
            continue
        how = {text for text in texts if _is_how(text)}
        told = {text for text in texts if text not in how and _is_outcome(text)}
        if how and told and len(how) + len(told) == len(texts):
            column = table.body.column(place).to_pylist()
            kept = pa.array([None if text in told else text for text in column], pa.string())
            outcome = pa.array([text if text in told else None for text in column], pa.string())
            body = table.body.set_column(place, table.body.schema.names[place], kept)
            return replace(table, body=body).also("Session Status", outcome)
    return table


_CODE = 3
_ACTIVITIES = ("provider_meeting", "state_testing")


def _is_how(text: str) -> bool:
    return statuses.read(text).status not in _TOLD and any(codes.find(text, topic) for topic in _HOW)


def _is_outcome(text: str) -> bool:
    """Whether a text says what became of a session and nothing else; a meeting or a test may be what was done."""
    said = statuses.read(text)
    alone = not any(codes.find(text, topic) for topic in ("service", "kind"))
    return said.status in _TOLD and alone and len(text) > _CODE and said.reason not in _ACTIVITIES
